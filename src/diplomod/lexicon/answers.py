"""What verbs and the words around them answer to a demand: `Answers`, of the table `answers.txt`."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence

import attrs

from diplomod.lexicon.tables import rows_of

REACH = 10  # words, those of the verb included, among which a phrase is looked for


Phrases = Mapping[str, Sequence[tuple[str, ...]]]  # by their first words


@attrs.frozen(slots=True, kw_only=True, eq=False)
class Saying:
    """A row of the table for one verb: its `stance`, whether the verb is to be `negated`, the words that must follow it: its
    `particle`, and one of the phrases, `right` behind it or `anywhere` near, if there are any."""

    stance: str
    negated: bool
    particle: tuple[str, ...]
    right: Phrases
    anywhere: Phrases

    def holds(self, words: Sequence[str], behind: int) -> bool:
        """Whether it holds for words of which those of the verb end before `behind`."""
        if self.particle and tuple(words[behind : behind + len(self.particle)]) != self.particle:
            return False
        if not self.right and not self.anywhere:
            return True
        if behind < len(words) and words[behind] in self.right and _stands(self.right, words, behind):
            return True
        first, last = max(behind - 1, 0), min(len(words), behind + REACH)
        if self.anywhere.keys().isdisjoint(words[first:last]):
            return False
        return any(_stands(self.anywhere, words, at) for at in range(first, last) if words[at] in self.anywhere)


@attrs.frozen(slots=True, kw_only=True, eq=False)
class Answers:
    """The table, by verb: `rows` holds for each lemma, without its particle, the rows in order."""

    rows: Mapping[str, Sequence[Saying]]

    def stance(self, lemma: str, words: Sequence[str], behind: int, *, negated: bool = False) -> str | None:
        """The stance of a verb with the words from it on, None if no row holds.

        >>> answers().stance("give", "gave the plan the green light".split(), 1)
        'accepted'
        """
        words = _alike(words)
        for row in self.rows.get(lemma, ()):
            if row.negated == negated and row.holds(words, behind):
                return row.stance
        if not negated:
            return None
        denied = any(
            row.stance == "accepted" and not row.negated and row.holds(words, behind)
            for row in self.rows.get(lemma, ())
        )
        return "rejected" if denied else None


def _stands(phrases: Phrases, words: Sequence[str], at: int) -> bool:
    """Whether one of the phrases stands at a place."""
    return any(tuple(words[at : at + len(phrase)]) == phrase for phrase in phrases.get(words[at], ()))


def _alike(words: Sequence[str]) -> list[str]:
    """The words with one for all owners: ``their`` and ``his`` are ``its``."""
    return [OWNERS.get(word, word) for word in words]


OWNERS = {
    **dict.fromkeys("their his her our my your".split(), "its"),
    **dict.fromkeys("themselves himself herself ourselves myself".split(), "itself"),
}


def _phrases(parts: Sequence[Sequence[str]]) -> Phrases:
    found: dict[str, list[tuple[str, ...]]] = {}
    for part in parts:
        found.setdefault(part[0], []).append(tuple(part))
    return found


@functools.cache
def answers() -> Answers:
    """The table of the package, read when it is first asked for."""
    rows: dict[str, list[Saying]] = {}
    for stance, verbs, words in rows_of("answers.txt", 3):
        parts = [_alike(part.split()) for part in words.split(";") if part.strip()]
        right = _phrases([part[1:] for part in parts if part[0] == "="])
        anywhere = _phrases([part for part in parts if part[0] != "="])
        for verb in verbs.split(";"):
            denied, *lemma = verb.split() if verb.split()[0] in DENIALS else ["", *verb.split()]
            rows.setdefault(lemma[0], []).append(
                Saying(stance=stance, negated=bool(denied), particle=tuple(lemma[1:]), right=right, anywhere=anywhere)
            )
    return Answers(rows=rows)


DENIALS = frozenset(("not", "neither"))
