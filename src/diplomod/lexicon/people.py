"""The classes of words that tell who is meant: posts, groups, sources, kin, forms of address, given names.

A word may be of several classes; a class is one bit, so that one look-up per token tells all of them.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Iterable
from enum import IntFlag
from typing import Any

import attrs

from diplomod.errors import DataError
from diplomod.lexicon.kept import once
from diplomod.lexicon.tables import Row, rows_of

NOWHERE: frozenset[str] = frozenset()


class Class(IntFlag):
    """What a word can be."""

    POST = 1  # one person's post: minister, envoy, spokeswoman
    PEOPLE = 2  # people by their posts: ministers, negotiators, officials
    BODY = 4  # people who act as one: government, delegation, army
    SOURCE = 8  # what or who is quoted without a name: reports, source, critics
    ADDRESS = 16  # before a name, no post: Mr., Sheikh, Dr.
    MODIFIER = 32  # stands before a post in its title: foreign, deputy, national
    COMPANY = 64  # ends the name of an organisation: Ministry, Council, Corp
    PRESS = 128  # ends the name of a newspaper or an agency: Times, News
    THING = 256  # ends the name of what can't act: Summit, Act, River
    PARTICLE = 512  # inside names in small letters: van, bin, de
    CALENDAR = 1024  # months, days, feasts
    PRONOUN = 2048
    KIN = 4096  # one person by kinship: son-in-law, wife
    MALE = 8192
    FEMALE = 16384
    SEAT = 32768  # ends the name of a place: City, Island, Province
    FOLK = 65536  # people and persons in general: voters, man, residents
    AMERICAN = 131072  # posts that by their name are those of the United States
    NATIONAL = 262144  # posts that a state has: president, minister, ambassador
    SUFFIX = 1048576  # Jr., II


@attrs.frozen(slots=True, kw_only=True, eq=False)
class People:
    """The words about people.

    `classes` maps a word in small letters to its classes, all bits joined; `given` a given name in small letters to
    the sex of those who bear it, ``m``, ``f``, or nothing where it may be either; `homes` a given name, or a family
    name that stands first, to the codes of the parties among whose people it is common; `families` are those family
    names; `absent` maps a post to the codes of the states that have none.
    """

    classes: dict[str, int]
    given: dict[str, str]
    homes: dict[str, frozenset[str]]
    families: frozenset[str]
    absent: dict[str, frozenset[str]]
    kept: dict[str, Any] = attrs.field(factory=dict, init=False, repr=False, eq=False)

    @once
    def pronouns(self) -> frozenset[str]:
        """The words that are pronouns."""
        return frozenset(word for word, bits in self.classes.items() if bits & Class.PRONOUN.value)

    def with_rows(self, classes: Iterable[Row] = (), given: Iterable[Row] = ()) -> People:
        """The same with more entries ``classes | words`` and ``sex | names``.

        >>> people().with_rows(given=[("f", "Ngaio")]).given["ngaio"]
        'f'
        """
        more = from_rows(classes, given)
        bits = dict(self.classes)
        for word, value in more.classes.items():
            bits[word] = bits.get(word, 0) | value
        return attrs.evolve(self, classes=bits, given={**self.given, **more.given}, homes={**self.homes, **more.homes})


@functools.cache
def people() -> People:
    """The words of the package's own files, read when they are first asked for.

    >>> Class(people().classes["spokeswoman"])
    <Class.POST|FEMALE: 16385>
    """
    return from_rows(
        rows_of("people.txt", 2), rows_of("given.txt", 3), rows_of("languages.txt", 2), rows_of("posts.txt", 2)
    )


def from_rows(
    classes: Iterable[Row], given: Iterable[Row], languages: Iterable[Row] = (), posts: Iterable[Row] = ()
) -> People:
    """The words of entries ``classes | words``, ``sex | names | language``, ``language | codes`` and ``post | codes``.

    The sex ``-`` stands for family names that come first. Raises `DataError` for a class or a sex that does not exist.

    >>> from_rows([("post female", "doyenne")], [("f", "amina", "")]).given
    {'amina': 'f'}
    """
    bits: dict[str, int] = {}
    for row in classes:
        value = _bits_of(row[0])
        for word in map(sys.intern, row[1].lower().split()):
            bits[word] = bits.get(word, 0) | value
    states = {language: frozenset(codes.split()) for language, codes in languages}
    sexes: dict[str, str] = {}
    homes: dict[str, frozenset[str]] = {}
    families: set[str] = set()
    for sex, names, *language in given:
        if sex not in ("m", "f", "-"):
            raise DataError([("given names", f"the sex of a given name is m, f or -; got {sex!r}")])
        codes = states.get(language[0], NOWHERE) if language else NOWHERE
        for name in map(sys.intern, names.lower().split()):
            if sex == "-":
                families.add(name)
            else:
                sexes[name] = sex if sexes.get(name, sex) == sex else ""
            homes[name] = homes.get(name, NOWHERE) | codes
    return People(
        classes=bits,
        given=sexes,
        homes=homes,
        families=frozenset(families),
        absent={post: frozenset(codes.split()) for post, codes in posts},
    )


def _bits_of(names: str) -> int:
    value = 0
    for name in names.split():
        if name.upper() not in Class.__members__:
            raise DataError([("classes of people", f"there is no class of words {name!r}")])
        value |= Class[name.upper()].value
    return value
