"""What verbs and the words around them answer to a demand: `Answers`, of the table `answers.txt`."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence

import attrs

from diplomod.lexicon.tables import rows_of

REACH = 10  # words, those of the verb included, among which a phrase is looked for
CLOSE = 4  # words of the verb behind which a phrase that must stand right there may begin


@attrs.frozen(slots=True, kw_only=True, eq=False)
class Saying:
    """A row of the table for one verb: its `stance`, whether the verb is to be `negated`, the words that must follow it."""

    stance: str
    negated: bool
    particle: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...]

    def holds(self, words: Sequence[str], behind: int) -> bool:
        """Whether it holds for words of which those of the verb end before `behind`."""
        if self.particle and tuple(words[behind : behind + len(self.particle)]) != self.particle:
            return False
        return not self.phrases or any(_stands(phrase, words, behind) for phrase in self.phrases)


@attrs.frozen(slots=True, kw_only=True, eq=False)
class Answers:
    """The table, by verb: `rows` holds for each lemma, without its particle, the rows in order."""

    rows: Mapping[str, Sequence[Saying]]

    def stance(self, lemma: str, words: Sequence[str], behind: int, *, negated: bool = False) -> str | None:
        """The stance of a verb with the words from it on, None if no row holds.

        >>> answers().stance("give", "gave the plan the green light".split(), 1)
        'accepted'
        """
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


def _stands(phrase: tuple[str, ...], words: Sequence[str], behind: int) -> bool:
    if phrase[0] == "=":
        return tuple(words[behind : behind + len(phrase) - 1]) == phrase[1:]
    size = len(phrase)
    return any(tuple(words[at : at + size]) == phrase for at in range(max(behind - 1, 0), behind + REACH))


@functools.cache
def answers() -> Answers:
    """The table of the package, read when it is first asked for."""
    rows: dict[str, list[Saying]] = {}
    for stance, verbs, words in rows_of("answers.txt", 3):
        phrases = tuple(tuple(part.split()) for part in words.split(";") if part.strip())
        for verb in verbs.split(";"):
            denied, *lemma = verb.split() if verb.split()[0] in DENIALS else ["", *verb.split()]
            rows.setdefault(lemma[0], []).append(
                Saying(stance=stance, negated=bool(denied), particle=tuple(lemma[1:]), phrases=phrases)
            )
    return Answers(rows=rows)


DENIALS = frozenset(("not", "neither"))
