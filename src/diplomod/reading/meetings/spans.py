"""From when to when a date beside another, or ``since``, makes an encounter last: ``on Monday and Tuesday``, ``since Monday``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from dateutil.relativedelta import relativedelta

from diplomod.model import Precision, When
from diplomod.reading.meetings.context import Context
from diplomod.reading.parts import Clause, Form, Shift, Tense, Time

TO = frozenset("to until till through".split())
LONGEST = 14  # days since which something may go on without a break
INTO = frozenset("until till into past".split())
HOURS = frozenset("a.m. am hours dawn midnight".split())
SMALL = 6  # tokens before a day within which its small hours are told
SINCE = frozenset(("since",))


def stretched(context: Context, time: Time) -> When:
    """``from Friday to Sunday``, ``between Friday and Sunday``, ``on Friday and Saturday``: the days from one to the other."""
    if not _is_day(time):
        return time.when
    if _in_small_hours(context, time) and time.when.earliest is not None:
        before = time.when.earliest - timedelta(days=1)
        return When(edtf=f"{before.isoformat()}/{time.when.edtf}", span=time.when.span)
    for other in context.times_in.get(context.tokens.sentence_of[time.first], ()):
        if other is time or not _is_day(other):
            continue
        early, late = (time, other) if time.first < other.first else (other, time)
        first, last = early.when, late.when
        if _joins(context, early, late) and first.edtf < last.edtf:
            return When(edtf=f"{first.edtf}/{last.edtf}", span=first.span)
    return time.when


def _in_small_hours(context: Context, time: Time) -> bool:
    """Whether it went on into the first hours of a day: ``until 3 a.m. on Friday``, ``into the early hours of Friday``."""
    words = context.tokens.lowers[max(0, time.first - SMALL) : time.first]
    return not INTO.isdisjoint(words) and not HOURS.isdisjoint(words)


def _is_day(time: Time) -> bool:
    return time.when.precision is Precision.DAY and not time.when.is_interval


def _joins(context: Context, early: Time, late: Time) -> bool:
    """Whether what stands between two days makes them one spell; ``and`` only joins days of which one follows the other."""
    lowers = context.tokens.lowers
    joined = lowers[early.last : late.first]
    if joined[:1] == ["and"] and joined[1:] in ([], ["on"]):
        if lowers[early.first - 1 : early.first] == ["between"]:
            return True
        first, last = early.when.earliest, late.when.earliest
        return first is not None and last is not None and (last - first).days == 1
    return len(joined) == 1 and joined[0] in TO


def since(context: Context, token: int, clauses: Sequence[Clause]) -> When | None:
    """The days since which something goes on: ``have been meeting in Oslo since Monday``, ``meeting in Oslo since Monday``."""
    times = context.times_in.get(context.tokens.sentence_of[token], ())
    if not times or context.today is None or SINCE.isdisjoint(context.tokens.vocabulary):
        return None
    for clause in clauses:
        verb = clause.verb
        lasts = verb.form is Form.GERUND or (verb.perfect and (verb.progressive or verb.lemma == "be"))
        if not lasts or verb.negated:
            continue
        for time in times:
            begun = time.when.earliest
            if begun is None or not _is_day(time) or context.home[time.first] != clause.number:
                continue
            led = context.tokens.lowers[time.first - 1] == "since"
            if led and 0 < (context.today - begun).days <= LONGEST:
                span = context.tokens.span(time.first - 1, time.last)
                return When(edtf=f"{begun.isoformat()}/{context.today.isoformat()}", span=span)
    return None


def goes_on(clauses: Sequence[Clause]) -> bool:
    """Whether what goes on since a day has not ended: not ``had been in Doha since Monday``."""
    return not any(clause.verb.perfect and clause.verb.tense is Tense.PAST for clause in clauses)


def shifted(context: Context, when: When | None, shift: Shift, sign: int) -> When | None:
    """The date that lies as far from `when` as the words say; None where `when` is less exact than they are."""
    if when is None or when.is_interval or when.earliest is None:
        return None
    if when.precision is not Precision.DAY:
        return None
    there = when.earliest + relativedelta(**{f"{shift.unit}s": sign * shift.amount})  # type: ignore[arg-type]
    return When(
        edtf=there.isoformat()
        if shift.unit in ("day", "week")
        else there.isoformat()[: 7 if shift.unit == "month" else 4],
        span=context.tokens.span(shift.first, shift.last),
    )
