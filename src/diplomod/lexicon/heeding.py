"""What does what was demanded, in other words: `Heeding`, of the table `heeding.txt`."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence

import attrs

from diplomod.lexicon.tables import rows_of

ANY = "-"  # in place of objects: none is needed
REACH = 6  # words behind a verb in which its particle stands


@attrs.frozen(slots=True, kw_only=True, eq=False)
class Heeding:
    """The table: `asked` holds for each word the rows in which it asks for something, `done` for each verb the words that must
    follow it and the row, `objects` for each row what may be its object though it was not told before, None where any may."""

    asked: Mapping[str, frozenset[int]]
    done: Mapping[str, Sequence[tuple[tuple[str, ...], int]]]
    objects: Sequence[frozenset[str] | None]

    def rows_asked(self, words: Iterable[str]) -> frozenset[int]:
        """The rows of what words ask for.

        >>> heeding().rows_asked(["free"]) == heeding().rows_asked(["liberate"])
        True
        """
        return frozenset(row for word in words for row in self.asked.get(word, ()))

    def rows_done(self, lemma: str, behind: Sequence[str]) -> frozenset[int]:
        """The rows of what a verb does, by the words behind it.

        >>> heeding().rows_done("let", "the men go".split()) <= heeding().rows_asked(["free"])
        True
        """
        near = behind[:REACH]
        return frozenset(row for words, row in self.done.get(lemma, ()) if all(word in near for word in words))


@functools.cache
def heeding() -> Heeding:
    """The table of the package, read when it is first asked for."""
    asked: dict[str, set[int]] = {}
    done: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    objects: list[frozenset[str] | None] = []
    for row, (words, verbs, things) in enumerate(rows_of("heeding.txt", 3)):
        for word in words.split():
            asked.setdefault(word, set()).add(row)
        for verb in verbs.split(";"):
            lemma, *behind = verb.split()
            done.setdefault(lemma, []).append((tuple(behind), row))
        objects.append(None if things == ANY else frozenset(thing.strip() for thing in things.split(";")))
    return Heeding(asked={word: frozenset(rows) for word, rows in asked.items()}, done=done, objects=objects)
