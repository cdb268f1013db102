"""On which side of publication a date lies that leaves its week or year open, by what is told of the encounter."""

from __future__ import annotations

from bisect import bisect_left
from datetime import timedelta

from diplomod.model import MeetingStatus, Precision, When
from diplomod.reading.meetings.circumstances import OLD, PLANNERS
from diplomod.reading.meetings.context import Context
from diplomod.reading.parts import Clause, Form, NounPhrase, Tense

WEEK = 7  # days
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
YET = (MeetingStatus.PLANNED, MeetingStatus.POSSIBLE, MeetingStatus.CANCELLED)
PLAN_REACH = 10  # tokens before a date in which a word tells that it was planned for


def turned(
    context: Context, date: When | None, status: MeetingStatus, *, past: bool, over: bool = False
) -> When | None:
    """A date that leaves its week or year open, on the side of publication that the status and the tense tell: what is planned
    for Monday is on the next one, what was held in May was in the last one, and what is `over` never took place in it."""
    if date is None or date.span is None or date.is_interval or context.today is None or date.earliest is None:
        return date
    words = date.span.text.lower()
    yet = not past and status in YET and not _was_to_have(context, date.span.start)
    put_off = status is MeetingStatus.POSTPONED and _is_led_to(context, date.span.start)
    ahead = (yet or put_off) and lies_behind(context, date)
    behind = past and (status is MeetingStatus.HELD or over) and lies_ahead(context, date)
    if not (ahead or behind) or any(word in words for word in ("last", "next", "this", "ago")):
        return date
    days = (date.earliest - context.today).days
    if date.precision is Precision.DAY and words.removeprefix("on ").split(" ")[0] in WEEKDAYS and abs(days) <= WEEK:
        return When(edtf=(date.earliest + timedelta(days=WEEK if ahead else -WEEK)).isoformat(), span=date.span)
    if date.precision in (Precision.MONTH, Precision.SEASON) and not any(sign.isdigit() for sign in words):
        year = int(date.edtf[:4]) + (1 if ahead else -1)
        return When(edtf=f"{year:04d}{date.edtf[4:]}", span=date.span)
    if over and date.precision is Precision.DAY and date.edtf[:4] not in words and not date.edtf.endswith("-02-29"):
        return When(edtf=f"{int(date.edtf[:4]) - 1:04d}{date.edtf[4:]}", span=date.span)  # "on 22 December"
    return date


def next_one(context: Context, date: When | None, phrase: NounPhrase, *, perfect: bool) -> When | None:
    """The next day of that name, for what is called off: ``called off Friday's trip``, ``has cancelled his visit on Friday``."""
    if date is None or date.span is None or date.is_interval or date.earliest is None or not lies_behind(context, date):
        return date
    at = bisect_left(context.tokens.starts, date.span.start)
    named = context.tokens.lowers[at] in WEEKDAYS and date.precision is Precision.DAY
    if not named or not (phrase.first <= at < phrase.head or (perfect and at >= phrase.last)):
        return date
    there = date.earliest + timedelta(days=WEEK)
    if context.today is None or there < context.today:
        return date
    nearer = (context.today - date.earliest).days < (there - context.today).days
    return date if nearer and not perfect else When(edtf=there.isoformat(), span=date.span)


def _was_to_have(context: Context, start: int) -> bool:
    """Whether the date at a character is one on which something was to have come about, and did not."""
    home = context.home[max(0, bisect_left(context.tokens.starts, start))]
    if home < 0:
        return False
    clause = context.clauses[home]
    if clause.verb.form is Form.INFINITIVE and clause.governor is not None:  # "which were supposed to begin in May"
        above = context.clauses[clause.governor].verb
        return above.tense is Tense.PAST and above.form is Form.FINITE and above.passive
    return clause.verb.modal == "be to" and clause.verb.perfect


def _is_led_to(context: Context, start: int) -> bool:
    """Whether the date at a character is the one that something was put off to: ``moved to November``, ``until May``."""
    at = bisect_left(context.tokens.starts, start)
    return at > 0 and context.tokens.lowers[at - 1] in ("to", "until", "till")


def lies_behind(context: Context, date: When | None) -> bool:
    """Whether a date is over by the day of publication."""
    end = None if date is None else date.latest
    return end is not None and context.today is not None and end < context.today


def lies_ahead(context: Context, date: When | None) -> bool:
    """Whether a date is later than the day of publication."""
    begin = None if date is None else date.earliest
    return begin is not None and context.today is not None and begin > context.today


def moved_to(context: Context, clause: Clause) -> When | None:
    """The new date of an encounter that is brought forward to it."""
    if clause.verb.lemma not in ("bring forward", "reschedule"):
        return None
    for time in context.times_in.get(clause.sentence, ()):
        if time.first >= clause.verb.last and context.tokens.lowers[time.first - 1] in ("to", "for"):
            return time.when
    return None


def first_date(context: Context, phrase: NounPhrase) -> When | None:
    """The date that an encounter was first to have: ``a visit foreseen for 20 May has been put off to the autumn``."""
    lowers = context.tokens.lowers
    for time in context.times_in.get(context.tokens.sentence_of[phrase.head], ()):
        before = lowers[max(phrase.last, time.first - PLAN_REACH) : time.first]
        if time.first >= phrase.last and not (PLANNERS | OLD).isdisjoint(before):
            return time.when
    return None


def later_date(context: Context, phrase: NounPhrase) -> When | None:
    """The date that an encounter is put off to, where no other is told: ``a trip has been put off until next year``."""
    lowers = context.tokens.lowers
    for time in context.times_in.get(context.tokens.sentence_of[phrase.head], ()):
        if time.first >= phrase.last and lowers[time.first - 1] in ("until", "till", "to"):
            return time.when
    return None
