"""What one side does to another, by verb and object: `Deeds`, of the table `deeds.txt`."""

from __future__ import annotations

import functools
from collections.abc import Collection, Mapping, Sequence

import attrs

from diplomod.lexicon.tables import rows_of
from diplomod.lexicon.verbs import Verbs, from_rows

NONE = "-"
OBJECT = "OBJECT"  # in place of a word: any object at all


@attrs.frozen(slots=True, kw_only=True, eq=False)
class Entry:
    """A row of the table: the code and its mode, the particle that must follow the verb, the words that must."""

    code: str
    mode: str
    particle: tuple[str, ...]
    words: frozenset[str]


@attrs.frozen(slots=True, kw_only=True, eq=False)
class Deeds:
    """The table, by verb: `verbs` knows their forms, `rows` holds for each lemma its entries in order."""

    verbs: Verbs
    rows: Mapping[str, Sequence[Entry]]

    def code(self, lemma: str, after: Sequence[str], object: Collection[str] = ()) -> tuple[str, str] | None:
        """The code and mode of a verb, by the words after it and those of its object in small letters; None if no row holds.

        The object decides, where a row has a word of it; then the other words; then the verb alone.

        >>> deeds().code("lift", "the ban on beef".split())
        ('YIELD', 'ease')
        """
        entries = [one for one in self.rows.get(lemma, ()) if not one.particle or _follows(one.particle, after)]
        for words in (object, after):
            for entry in entries:
                if entry.words.isdisjoint(words) and not (object and OBJECT in entry.words):
                    continue
                if entry.code != NONE:
                    return entry.code, entry.mode
                if words is object or not object:
                    return None
        bare = next((entry for entry in entries if not entry.words), None)
        return None if bare is None or bare.code == NONE else (bare.code, bare.mode)


def _follows(particle: tuple[str, ...], after: Sequence[str]) -> bool:
    """Whether a particle stands right after its verb, or after a short object (``call it off``)."""
    return any(tuple(after[at : at + len(particle)]) == particle for at in range(2 if len(particle) == 1 else 1))


@functools.cache
def deeds() -> Deeds:
    """The table of the package, read when it is first asked for."""
    rows: dict[str, list[Entry]] = {}
    for code, mode, verbs, words in rows_of("deeds.txt", 4):
        known = frozenset(form for word in _parted(words) for form in (word, f"{word}s", f"{word}es", _many(word)))
        for verb in _parted(verbs):
            lemma, *particle = verb.split()
            rows.setdefault(lemma, []).append(Entry(code=code, mode=mode, particle=tuple(particle), words=known))
    for entries in rows.values():
        entries.sort(key=lambda entry: not entry.particle)  # stable: what has a particle goes first
    return Deeds(verbs=from_rows([(lemma, "") for lemma in rows], rows_of("irregular.txt", 4)), rows=rows)


def _parted(field: str) -> list[str]:
    return [part.strip() for part in field.split(";") if part.strip()]


def _many(word: str) -> str:
    return f"{word[:-1]}ies" if word.endswith("y") else word
