"""Expressions that tell from when to when."""

from __future__ import annotations

import datetime as dt

from diplomod.reading.dates import calendars
from diplomod.reading.dates.clock import Clock
from diplomod.reading.dates.grammar import Expression
from diplomod.reading.dates.tense import FUTURE, PAST

SHALL = frozenset("will shall 'll".split())
MIDDLE = 15  # the last day of the first half of a month


def weekday_beside(found: Expression, clock: Clock) -> str | None:
    """``on Wednesday next``: the first Wednesday after publication; ``Monday last``: the last before it."""
    weekday = found.get("W")
    if clock.today is None or weekday is None:
        return None
    day = calendars.weekday_near(clock.today, weekday, PAST if found.has("L") else FUTURE, strictly=True)
    return day.isoformat() if day else None


def within(found: Expression, clock: Clock) -> str | None:
    """``shall meet within sixty days``: from publication until then, where the verb looks ahead."""
    unit, today = found.unit, clock.today
    if today is None or unit is None or not _shall(found, clock):
        return None
    there = calendars.shifted(today, found.count, unit)
    return None if there is None else f"{today.isoformat()}/{there.isoformat()}"


def _shall(found: Expression, clock: Clock) -> bool:
    """Whether the verb before is one of what shall be: ``will meet within``, not ``agreed to answer within``."""
    tokens = clock.tokens
    begin = tokens.sentences[tokens.sentence_of[found.first]][0]
    for at in range(found.first - 1, begin - 1, -1):
        if tokens.tags[at][:1] == "V" or tokens.tags[at] == "MD":
            return tokens.tags[at] == "VB" and not SHALL.isdisjoint(tokens.lowers[max(begin, at - 4) : at])
    return False


def half_of_month(found: Expression, clock: Clock) -> str | None:
    """``in the second half of October``: from its 16th to its last day."""
    month, number = found.get("M"), 2 if found.has("L") else found.get("o")
    if month is None or number not in (1, 2):
        return None
    year = found.year
    if year is None and clock.today is not None:
        ahead = clock.way(found) == FUTURE
        year = clock.today.year + (ahead and month < clock.today.month) - (not ahead and month > clock.today.month)
    if year is None:
        return None
    middle = dt.date(year, month, MIDDLE)
    end = calendars.shifted(middle.replace(day=1), 1, "month")
    if number == 1 or end is None:
        return f"{middle.replace(day=1).isoformat()}/{middle.isoformat()}"
    return f"{(middle + calendars.DAY).isoformat()}/{(end - calendars.DAY).isoformat()}"


def last_quarter(found: Expression, clock: Clock) -> str | None:
    """``the last quarter of the year``: October to December."""
    year = found.year
    if year is None and clock.today is not None:
        of_it = found.codes[found.codes.index("f") :]
        year = clock.today.year + ("N" in of_it) - ("L" in of_it)
    return None if year is None else calendars.quarter(year, 4)
