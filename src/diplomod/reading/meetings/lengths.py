"""How long an encounter lasts: ``ended three days of talks on Friday``, ``began a two-day visit``, ``a second day of talks``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import timedelta

from diplomod.model import Precision, When
from diplomod.reading.meetings.context import Context
from diplomod.reading.parts import Clause, NounPhrase

COUNTS = {word: number for number, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}
ORDINALS = {word: number for number, word in enumerate("first second third fourth fifth sixth seventh".split(), 1)}
DAYS = frozenset(("day", "days"))
LONGEST = 14  # days
AFTER = frozenset(("after", "following"))
UNTIL = frozenset("through until till".split())
STARTS = frozenset("begin start open launch kick".split())


def lengthened(context: Context, phrase: NounPhrase, when: When | None, clauses: Sequence[Clause]) -> When | None:
    """The days that an encounter takes: those up to `when` if it ends then, those from it on if it begins then."""
    if when is None or when.is_interval or when.earliest is None or when.precision is not Precision.DAY:
        return when
    days, ordinal = _days(context, phrase)
    day = when.earliest
    verbs = [clause.verb for clause in clauses]
    if ordinal > 1:
        first, last = day - timedelta(days=ordinal - 1), day
    elif days > 1 and (any("end" in verb.senses for verb in verbs) or _ends_by(context, phrase, when)):
        first, last = day - timedelta(days=days - 1), day
    elif days > 1 and any(verb.lemma.partition(" ")[0] in STARTS for verb in verbs):
        first, last = day, day + timedelta(days=days - 1)
    else:
        return when
    return When(edtf=f"{first.isoformat()}/{last.isoformat()}", span=when.span)


def _ends_by(context: Context, phrase: NounPhrase, when: When) -> bool:
    """Whether the date is that of the end: ``three days of talks through Friday``, ``left on Friday after two days of talks``."""
    lowers = context.tokens.lowers
    if lowers[phrase.first - 1] in AFTER:
        return True
    at = -1 if when.span is None else bisect_left(context.tokens.starts, when.span.start)
    return at > 0 and (lowers[at] in UNTIL or lowers[at - 1] in UNTIL)


def _days(context: Context, phrase: NounPhrase) -> tuple[int, int]:
    """How many days the words count, and which of them they speak of."""
    lowers = context.tokens.lowers
    words = lowers[phrase.first : phrase.head + 1]
    for word in words:
        number, _, unit = word.partition("-")
        if unit in DAYS:
            return _count(number), 0
    if words[-1] in DAYS:
        counted = next((_count(word) for word in words if _count(word)), 0)
        return counted, next((ORDINALS[word] for word in words if word in ORDINALS), 0)
    return 0, 0


def _count(word: str) -> int:
    number = int(word) if word.isdecimal() and len(word) < 3 else COUNTS.get(word, 0)
    return number if number <= LONGEST else 0
