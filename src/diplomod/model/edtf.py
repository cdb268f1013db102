"""The grammar of EDTF, the Extended Date/Time Format: from a string to the days that it may stand for.

Read are levels 0 and 1 of the Library of Congress specification of 2019 (https://www.loc.gov/standards/datetime/),
a profile of ISO 8601-1:2019 and ISO 8601-2:2019, and of level 2 the parts of years that stand in the month's place
(25 to 41). Everything else of level 2 is refused. `diplomod.model.when.When` is the public value above this grammar.

What the specification leaves to ISO 8601-1:2019 or does not settle:

- hours go from 00 to 23 and seconds to 59: 24:00:00 and leap seconds are refused, as is a shift from UTC of -00:00;
- a time of day is complete, with its seconds: 2024-06-15T09:30 is refused;
- an interval has days or coarser dates on its sides, no times, and at least one side that is a date;
- a year with a Y has 5 to 18 digits, the first of them not 0;
- seasons without a hemisphere (21 to 24) are taken as northern. All seasons are the meteorological ones, of three
  whole months; one that crosses the turn of the year (winter in the north) begins in December of the year named.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NoReturn

import attrs

from diplomod.errors import TextError

Day = tuple[int, int, int]


class Precision(StrEnum):
    """How exact a date is, from the coarsest to the finest; `TIME` is a time of day to the second."""

    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    HALF = "half"
    QUADRIMESTER = "quadrimester"
    SEASON = "season"
    QUARTER = "quarter"
    MONTH = "month"
    DAY = "day"
    TIME = "time"


@attrs.frozen(slots=True, kw_only=True)
class Point:
    """One date: the first and the last day it may be, as (year, month, day), and what it says beside.

    `mark` is its qualification (``?``, ``~``, ``%`` or nothing), `clock` the second of the day, and `shift` the
    seconds that its zone is ahead of UTC.
    """

    first: Day
    last: Day
    precision: Precision
    mark: str = ""
    clock: int | None = None
    shift: int | None = None


@attrs.frozen(slots=True, kw_only=True)
class Interval:
    """Two dates; a side without one holds the string that stands there: ``..`` (open) or nothing (unknown)."""

    start: Point | str
    end: Point | str


OPEN = ".."
_MARKS = "?~%"
_LONGEST_YEAR = 18

_YEAR = re.compile(r"([0-9]*)(X*)")
_DIGITS = re.compile(r"[0-9]*")
_MONTH_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

# What stands in the month's place for a part of the year: its first month, how many months it has, its kind.
_PARTS: dict[int, tuple[int, int, Precision]] = {
    **{21 + n: (3 + 3 * n, 3, Precision.SEASON) for n in range(4)},
    **{25 + n: (3 + 3 * n, 3, Precision.SEASON) for n in range(4)},
    **{29 + n: ((9, 12, 3, 6)[n], 3, Precision.SEASON) for n in range(4)},
    **{33 + n: (1 + 3 * n, 3, Precision.QUARTER) for n in range(4)},
    **{37 + n: (1 + 4 * n, 4, Precision.QUADRIMESTER) for n in range(3)},
    **{40 + n: (1 + 6 * n, 6, Precision.HALF) for n in range(2)},
}

_LEVEL_2 = {
    "[": "one date of a set",
    "{": "a set of dates",
    "E": "a year with an exponent",
    "S": "a year with significant digits",
    "X": "an unspecified digit here",
    "?": "a mark on part of a date",
    "~": "a mark on part of a date",
    "%": "a mark on part of a date",
}


def parse(text: str) -> Point | Interval:
    """The date or interval that `text` stands for; raises `TextError`, with the offset of the fault.

    >>> parse("2024-02").last
    (2024, 2, 29)
    >>> parse("2024-02-30")
    Traceback (most recent call last):
    diplomod.errors.TextError: month 02 of the year 2024 has 29 days
      2024-02-30
              ^
    """
    slash = text.find("/")
    if slash < 0:
        return _point(text, 0, len(text), timed=True)
    second = text.find("/", slash + 1)
    if second >= 0:
        _fail("an interval has two sides and one slash", text, second)
    start = _side(text, 0, slash)
    end = _side(text, slash + 1, len(text))
    if isinstance(start, str) and isinstance(end, str):
        _fail("an interval has a date on one side at least", text, 0)
    if isinstance(start, Point) and isinstance(end, Point) and end.last < start.first:
        _fail("the interval ends before it starts", text, slash + 1)
    return Interval(start=start, end=end)


def days_of(year: int, month: int) -> int:
    """How many days a month has in the proleptic Gregorian calendar, in any year."""
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _MONTH_DAYS[month] + leap


def ordinal(day: Day) -> int:
    """The number of a day, any year: consecutive days differ by one, and 1 is the first day of the year 1."""
    year, month, date = day
    # Years that begin with March, so that the leap day is the last one of its year.
    if month < 3:
        year -= 1
        month += 12
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month - 457) // 5 + date - 306


def _side(text: str, at: int, end: int) -> Point | str:
    side = text[at:end]
    return side if side in ("", OPEN) else _point(text, at, end, timed=False)


def _point(text: str, at: int, end: int, *, timed: bool) -> Point:
    """The date in ``text[at:end]``; a time of day only if `timed`."""
    if at == end:
        _fail("a date is missing", text, at)
    if text[at] == "Y":
        return _long_year(text, at, end)
    negative = text[at] == "-"
    digits_at = at + negative
    match = _YEAR.match(text, digits_at, end)
    assert match is not None
    digits, unknown = match.groups()
    place = match.end()
    if place - digits_at > 4:
        _fail("a year has four digits; a longer one begins with Y", text, digits_at + 4)
    if place - digits_at < 4:
        _unexpected(text, place, end, "a year has four digits")
    if len(unknown) > 2:
        _unexpected(text, digits_at + len(digits), end)
    if negative and digits == "0000":
        _fail("there is no year -0000; the year before 0001 is 0000", text, at)
    if unknown:
        if place < end and text[place] == "-":
            _unexpected(text, digits_at + len(digits), end)
        return _vague_year(digits, len(unknown), negative, _mark(text, place, end))
    year = -int(digits) if negative else int(digits)
    if place < end and text[place] == "-":
        return _month(text, place + 1, end, year, timed)
    mark = _mark(text, place, end)
    return Point(first=(year, 1, 1), last=(year, 12, 31), precision=Precision.YEAR, mark=mark)


def _long_year(text: str, at: int, end: int) -> Point:
    """Read ``Y170000002``."""
    negative = text.startswith("-", at + 1, end)
    digits_at = at + 1 + negative
    match = _DIGITS.match(text, digits_at, end)
    assert match is not None
    place = match.end()
    if place == digits_at:
        _unexpected(text, place, end, "a Y is followed by a year of five digits or more")
    if place - digits_at > _LONGEST_YEAR:
        _fail(f"a year has at most {_LONGEST_YEAR} digits here", text, digits_at + _LONGEST_YEAR)
    mark = _mark(text, place, end)
    if place - digits_at < 5 or text[digits_at] == "0":
        _fail("a Y stands before a year of five digits or more, the first of them not 0", text, at)
    year = int(text[at + 1 : place])
    return Point(first=(year, 1, 1), last=(year, 12, 31), precision=Precision.YEAR, mark=mark)


def _vague_year(digits: str, unknown: int, negative: bool, mark: str) -> Point:
    """Read ``201X`` and ``20XX``."""
    low, high = int(digits + "0" * unknown), int(digits + "9" * unknown)
    if negative:
        low, high = -high, -low or -1
    precision = Precision.DECADE if unknown == 1 else Precision.CENTURY
    return Point(first=(low, 1, 1), last=(high, 12, 31), precision=precision, mark=mark)


def _month(text: str, at: int, end: int, year: int, timed: bool) -> Point:
    """Read the rest of a date from its month on."""
    month = _two(text, at, end, "a month")
    place = at + 2
    more = place < end and text[place] == "-"
    if month is None:
        if more:
            place += 1
            if _two(text, place, end, "a day") is not None:
                _fail("a known day of an unspecified month belongs to level 2 of EDTF, which is not read", text, at)
            place += 2
        mark = _mark(text, place, end)
        return Point(first=(year, 1, 1), last=(year, 12, 31), precision=Precision.YEAR, mark=mark)
    if month in _PARTS:
        if more:
            _fail("a season or another part of a year has no day", text, place)
        return _part(year, month, _mark(text, place, end))
    if not 1 <= month <= 12:
        _fail(f"no month or part of a year has the number {month:02}", text, at)
    if more:
        return _day(text, place + 1, end, year, month, timed)
    mark = _mark(text, place, end)
    last = (year, month, days_of(year, month))
    return Point(first=(year, month, 1), last=last, precision=Precision.MONTH, mark=mark)


def _part(year: int, number: int, mark: str) -> Point:
    """Read a season, quarter, quadrimester or half of a year."""
    first, months, precision = _PARTS[number]
    turn, last = divmod(first + months - 2, 12)
    final = (year + turn, last + 1, days_of(year + turn, last + 1))
    return Point(first=(year, first, 1), last=final, precision=precision, mark=mark)


def _day(text: str, at: int, end: int, year: int, month: int, timed: bool) -> Point:
    """Read the rest of a date from its day on."""
    day = _two(text, at, end, "a day")
    place = at + 2
    longest = days_of(year, month)
    if day is None:
        mark = _mark(text, place, end)
        return Point(first=(year, month, 1), last=(year, month, longest), precision=Precision.MONTH, mark=mark)
    if not 1 <= day <= longest:
        _fail(f"month {month:02} of the year {year:04} has {longest} days", text, at)
    whole = (year, month, day)
    if place < end and text[place] == "T":
        if not timed:
            _fail("the sides of an interval have no time of day", text, place)
        clock, shift = _time(text, place + 1, end)
        return Point(first=whole, last=whole, precision=Precision.TIME, clock=clock, shift=shift)
    return Point(first=whole, last=whole, precision=Precision.DAY, mark=_mark(text, place, end))


def _time(text: str, at: int, end: int) -> tuple[int, int | None]:
    """Read ``hh:mm:ss`` and the zone: the second of the day, and the seconds ahead of UTC or None."""
    clock = 0
    place = at
    for what, limit in (("hour", 23), ("minute", 59), ("second", 59)):
        if what != "hour":
            place = _colon(text, place, end)
        clock = clock * 60 + _limited(text, place, end, what, limit)
        place += 2
    if place == end:
        return clock, None
    sign_at = place
    sign = text[place]
    place += 1
    shift = 0
    if sign in "+-":
        shift = _limited(text, place, end, "hour", 23) * 3600
        place += 2
        if place < end:
            place = _colon(text, place, end)
            shift += _limited(text, place, end, "minute", 59) * 60
            place += 2
        if sign == "-" and not shift:
            _fail("no shift from UTC is written +00:00 or Z", text, sign_at)
    elif sign != "Z":
        _unexpected(text, sign_at, end)
    if place < end:
        _unexpected(text, place, end)
    return clock, -shift if sign == "-" else shift


def _colon(text: str, at: int, end: int) -> int:
    if not text.startswith(":", at, end):
        _unexpected(text, at, end, "a time is written hh:mm:ss")
    return at + 1


def _limited(text: str, at: int, end: int, what: str, limit: int) -> int:
    number = _two(text, at, end, f"the {what} of a time")
    if number is None:
        _unexpected(text, at, end)
    if number > limit:
        _fail(f"the {what} of a time is {limit} at most", text, at)
    return number


def _two(text: str, at: int, end: int, what: str) -> int | None:
    """The number that two digits at `at` make, None for ``XX``."""
    pair = text[at : min(at + 2, end)]
    if pair == "XX":
        return None
    for offset, character in enumerate(pair):
        if character not in "0123456789":
            _unexpected(text, at + offset, end, f"{what} has two digits")
    if len(pair) < 2:
        _fail(f"{what} has two digits", text, at + len(pair))
    return int(pair)


def _mark(text: str, at: int, end: int) -> str:
    """The qualification that ends a date, or nothing."""
    if at == end:
        return ""
    if text[at] not in _MARKS:
        _unexpected(text, at, end)
    if at + 1 < end:
        _unexpected(text, at if text[at + 1] == "-" else at + 1, end)
    return text[at]


def _unexpected(text: str, at: int, end: int, wanted: str = "") -> NoReturn:
    """Refuse the character at `at`, and say what it would be if it is one of level 2."""
    if at < end and text[at] in _LEVEL_2:
        _fail(f"{_LEVEL_2[text[at]]} belongs to level 2 of EDTF, which is not read", text, at)
    _fail(wanted or f"no date of EDTF goes on with {text[at : at + 1]!r} here", text, at)


def _fail(message: str, text: str, at: int) -> NoReturn:
    raise TextError(message, text=text, at=at)
