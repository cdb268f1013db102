"""Nouns that name encounters, demands and delegations."""

from __future__ import annotations

import functools
import sys
from collections.abc import Iterable

import attrs

from diplomod.lexicon.tables import Row, rows_of

NO_SENSE: frozenset[str] = frozenset()


@attrs.frozen(slots=True, kw_only=True, eq=False)
class Nouns:
    """The nouns of the lexicon: `senses_of` maps each form in small letters to what it can stand for; `plurals` are those
    of the forms that are plural."""

    senses_of: dict[str, frozenset[str]]
    plurals: frozenset[str]

    def senses(self, lower: str) -> frozenset[str]:
        """What a form in small letters can stand for, empty where the lexicon says nothing of it.

        >>> sorted(nouns().senses("summits"))
        ['summit']
        """
        return self.senses_of.get(lower, NO_SENSE)


@functools.cache
def nouns() -> Nouns:
    """The nouns of the package's own file, read when they are first asked for."""
    return from_rows(rows_of("nouns.txt", 3))


def from_rows(entries: Iterable[Row]) -> Nouns:
    """The nouns of entries `singular | plural | senses`; ``-`` stands for a form that there is none of."""
    senses: dict[str, frozenset[str]] = {}
    plurals: set[str] = set()
    for singular, plural, known in entries:
        found = frozenset(map(sys.intern, known.split()))
        plural = plural or f"{singular}s"
        for form in (singular, plural):
            if form != "-":
                senses[sys.intern(form)] = senses.get(form, NO_SENSE) | found
        if plural != "-":
            plurals.add(plural)
    return Nouns(senses_of=senses, plurals=frozenset(plurals))
