"""How long an encounter lasts: ``ended three days of talks on Friday``, ``began a two-day visit``, ``a second day of talks``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta

from diplomod.model import Precision, When
from diplomod.reading.meetings.context import Context
from diplomod.reading.meetings.status import ENDINGS
from diplomod.reading.parts import Clause, NounPhrase

COUNTS = {word: number for number, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}
ORDINALS = {word: number for number, word in enumerate("first second third fourth fifth sixth seventh".split(), 1)}
DAYS = frozenset(("day", "days"))
LONGEST = 14  # days
AFTER = frozenset(("after", "following"))
UNTIL = frozenset("through until till".split())
STARTS = frozenset("begin start open launch kick".split())
# Verbs with which a visitor comes for as long as the noun behind for or on tells.
ARRIVALS = frozenset("arrive land fly travel come go be expect".split())
FOR = frozenset(("for", "on"))
FROM = frozenset("from starting beginning".split())
INTO = frozenset("enter enters entered entering in into".split())
STEPS = frozenset("their its the a his her".split())  # before "third day"
STAGE = 16  # tokens behind a noun within which it is told which day it is
RUNS = frozenset("run last continue go".split())
STOPS = frozenset((".", ":", ",", "CC", "IN", "TO"))


def lengthened(
    context: Context, phrase: NounPhrase, when: When | None, clauses: Sequence[Clause], led_by: str = ""
) -> When | None:
    """The days that an encounter takes: those up to `when` if it ends then, those from it on if it begins then."""
    days, ordinal = _days(context, phrase)
    if when is None and days > 1 and led_by in AFTER:
        when = _only_day(context, phrase)
    if when is None or when.is_interval or when.earliest is None or when.precision is not Precision.DAY:
        return when
    between = _from_begin_to_end(context, clauses)
    if between is not None:
        return When(edtf=f"{between[0].isoformat()}/{between[1].isoformat()}", span=when.span)
    day = when.earliest
    close = _runs_until(context, phrase, day, clauses)
    if close is not None:
        return When(edtf=f"{day.isoformat()}/{close.isoformat()}", span=when.span)
    if DAYS.isdisjoint(context.tokens.vocabulary) and not days:
        return when
    ordinal = ordinal or stage(context, phrase)
    days = days or _spent(context, phrase, clauses)
    if ordinal > 1:
        first, last = day - timedelta(days=ordinal - 1), day
    elif days > 1 and (_ends(clauses) or led_by in AFTER or led_by == "from" or _ends_by(context, phrase, when)):
        first, last = day - timedelta(days=days - 1), day
    elif days > 1 and _starts(context, clauses, when, led_by):
        first, last = day, day + timedelta(days=days - 1)
    else:
        return when
    return When(edtf=f"{first.isoformat()}/{last.isoformat()}", span=when.span)


def _ends(clauses: Sequence[Clause]) -> bool:
    return any("end" in clause.verb.senses or clause.verb.lemma in ENDINGS for clause in clauses)


def _starts(context: Context, clauses: Sequence[Clause], when: When, led_by: str) -> bool:
    """Whether the date is that of the begin: ``began a two-day visit on Friday``, ``flew in on Friday for two days of talks``,
    ``a two-day visit from Friday``."""
    for clause in clauses:
        lemma = clause.verb.lemma.partition(" ")[0]
        if lemma in STARTS or (led_by in FOR and lemma in ARRIVALS and not clause.verb.negated):
            return True
    at = _place_of(context, when)
    return at > 0 and not FROM.isdisjoint(context.tokens.lowers[max(0, at - 2) : at + 1])


def _place_of(context: Context, when: When) -> int:
    """The token at which a date begins, -1 where it has no words."""
    return -1 if when.span is None else bisect_left(context.tokens.starts, when.span.start)


def _ends_by(context: Context, phrase: NounPhrase, when: When) -> bool:
    """Whether the date is that of the end: ``three days of talks through Friday``, ``left on Friday after two days of talks``."""
    lowers = context.tokens.lowers
    at = _place_of(context, when)
    return at > 0 and (lowers[at] in UNTIL or lowers[at - 1] in UNTIL)


def _only_day(context: Context, phrase: NounPhrase) -> When | None:
    """The only day of the sentence, where what ended is told with it: ``After three days of talks, both agreed on Tuesday``."""
    times = context.times_in.get(context.tokens.sentence_of[phrase.head], ())
    days = [time.when for time in times if time.when.precision is Precision.DAY and not time.when.is_interval]
    if len(days) != 1 or len(times) > 1 or context.today is None:
        return None
    return days[0] if days[0].earliest is not None and days[0].earliest <= context.today else None


def _from_begin_to_end(context: Context, clauses: Sequence[Clause]) -> tuple[date, date] | None:
    """From the day of the begin to that of the end: ``talks which began on Sunday ended on Tuesday``."""
    first = last = None
    for clause in clauses:
        starts, ends = clause.verb.lemma.partition(" ")[0] in STARTS, "end" in clause.verb.senses
        if (starts or ends) and not clause.verb.negated:
            days = [
                time.when.earliest
                for time in context.times_in.get(clause.sentence, ())
                if context.home[time.first] == clause.number and time.when.precision is Precision.DAY
            ]
            first, last = (days[0] if days and starts else first), (days[0] if days and ends else last)
    if first is None or last is None or not 0 < (last - first).days <= LONGEST:
        return None
    return first, last


def _runs_until(context: Context, phrase: NounPhrase, day: date, clauses: Sequence[Clause]) -> date | None:
    """The day until which it goes on: ``opened on Monday and are to run until Friday``."""
    if UNTIL.isdisjoint(context.tokens.vocabulary):
        return None
    lowers = context.tokens.lowers
    sentence = context.tokens.sentence_of[phrase.head]
    for time in context.times_in.get(sentence, ()):
        end = time.when.earliest
        led = time.first > phrase.head and lowers[time.first - 1] in UNTIL and time.when.precision is Precision.DAY
        if not led or end is None or not 0 < (end - day).days <= LONGEST:
            continue
        number = context.home[time.first]
        verb = None if number < 0 else context.clauses[number].verb
        if verb is not None and verb.lemma.partition(" ")[0] in RUNS and not verb.passive and not verb.negated:
            return end
    return None


def stage(context: Context, phrase: NounPhrase) -> int:
    """Which day the words behind say it is: ``entered their third day``, ``now in its third day``; 0 if none."""
    if DAYS.isdisjoint(context.tokens.vocabulary):
        return 0
    lowers = context.tokens.lowers
    end = context.tokens.sentences[context.tokens.sentence_of[phrase.head]][1]
    for at in range(phrase.last + 2, min(end - 1, phrase.last + STAGE)):
        if lowers[at] in ORDINALS and lowers[at + 1] == "day" and lowers[at - 1] in STEPS and lowers[at - 2] in INTO:
            return ORDINALS[lowers[at]]
    return 0


def _spent(context: Context, phrase: NounPhrase, clauses: Sequence[Clause]) -> int:
    """How many days went by before the end: ``Talks broke down on Friday after four days``; 0 if none are counted."""
    lowers, tags = context.tokens.lowers, context.tokens.tags
    if not any(_ends([clause]) for clause in clauses):
        return 0
    end = context.tokens.sentences[context.tokens.sentence_of[phrase.head]][1]
    for at in range(phrase.last, end - 3):
        counted = lowers[at] in AFTER or (lowers[at] == "for" and _ends(clauses))
        if counted and lowers[at + 2] in DAYS and (tags[at + 3] in STOPS and lowers[at + 3] != "of"):
            return _count(lowers[at + 1])
    return 0


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


def nth_day(context: Context, phrase: NounPhrase) -> int:
    """Which day of itself a noun speaks of: 3 of ``a third day of talks``, 0 if none."""
    return _days(context, phrase)[1]


def _count(word: str) -> int:
    number = int(word) if word.isdecimal() and len(word) < 3 else COUNTS.get(word, 0)
    return number if number <= LONGEST else 0
