"""A date as exact as the text and no more exact: `When`."""

from __future__ import annotations

import functools
import re
from datetime import date, datetime
from typing import NamedTuple

import attrs

from diplomod.errors import ValueFault
from diplomod.model.edtf import OPEN, Day, Interval, Point, Precision, ordinal, parse
from diplomod.model.span import Span

__all__ = ["Precision", "When"]

# Years, months and days, all but the 29th of February: nearly all dates that are ever made, told without a calendar.
_PLAIN = re.compile(
    r"[0-9]{4}(?:-(?:(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1[0-9]|2[0-8]))?|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31))?"
).fullmatch
_PRECISIONS = tuple(Precision)
_DAY = 86400
DATES_KEPT = 1024
_PAST, _FUTURE = float("-inf"), float("inf")


@attrs.frozen(slots=True, kw_only=True)
class When:
    """An EDTF date or interval (ISO 8601-2:2019, levels 0 and 1), with the words it was read from.

    `edtf` is the date as written in EDTF, kept without any change; `diplomod.model.edtf` tells what is read and what
    each form stands for. Raises `TextError` for a string that is no such date, and `ValueFault` for no string.

    >>> day = When(edtf="2024-06-15")
    >>> str(day), day.precision.value, day.earliest
    ('2024-06-15', 'day', datetime.date(2024, 6, 15))
    >>> When(edtf="2024-13")
    Traceback (most recent call last):
    diplomod.errors.TextError: no month or part of a year has the number 13
      2024-13
           ^

    Two values are equal if their strings and spans are. There is no ``<``, as dates of different precision have no
    single order; sort by `sort_key`, and ask `before`, `after`, `overlaps` and `within` what is known. These four
    answer True or False only if that is certain, and None if the dates are not exact enough to tell:

    - a plain date stands for something at some time in it, an interval for all the time from its start to its end;
    - a date marked ``?``, ``~`` or ``%`` may be off by an amount that nobody has stated, so it decides nothing;
    - an open side (``..``) has no limit; an unknown one (empty) may be any day that the other side allows;
    - two times with zones are compared in UTC; everything else by the calendar days and hours as written.
    """

    edtf: str
    span: Span | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse what is no EDTF."""
        if not isinstance(self.edtf, str):
            raise ValueFault(f"a date is written as a string of EDTF; got {self.edtf!r}")
        if self.span is not None and not isinstance(self.span, Span):
            raise ValueFault(f"When.span is a Span; got {self.span!r}")
        if _PLAIN(self.edtf) is None:
            parse(self.edtf)

    @classmethod
    def parse(cls, text: str, span: Span | None = None) -> When:
        """The date that `text` writes in EDTF; raises `TextError` if it writes none."""
        return cls(edtf=text, span=span)

    @classmethod
    def of(cls, value: date | str | When, span: Span | None = None) -> When:
        """A date from Python's `date` or `datetime`, from EDTF, or from another `When`.

        A `datetime` loses its fraction of a second and keeps the zone's shift from UTC. A `When` keeps its own span
        unless `span` is given. Raises `ValueFault` for any other type and for a shift that has seconds.

        >>> str(When.of(date(2024, 6, 15)))
        '2024-06-15'
        """
        if isinstance(value, When):
            return value if span is None else attrs.evolve(value, span=span)
        if isinstance(value, datetime):
            shift = value.utcoffset()
            if shift is not None and shift.total_seconds() % 60:
                raise ValueFault(f"EDTF writes shifts from UTC in whole minutes; got {shift}")
            return cls(edtf=value.replace(microsecond=0).isoformat(), span=span)
        if isinstance(value, date):
            return cls(edtf=value.isoformat(), span=span)
        return cls(edtf=value, span=span)

    def __str__(self) -> str:
        """The date in EDTF, which reads back to an equal date."""
        return self.edtf

    @property
    def precision(self) -> Precision:
        """How exact the date is; of an interval, the coarser of its sides. Unspecified parts (``XX``) don't count.

        >>> [When(edtf=text).precision.value for text in ("20XX", "2024-33", "2024-06-XX", "2024-06/2024-07-04")]
        ['century', 'quarter', 'month', 'month']
        """
        return min((point.precision for point in self._points()), key=_PRECISIONS.index)

    @property
    def earliest(self) -> date | None:
        """The first day that it may be or take in, by what is written, marks aside.

        None if the start is open or unknown, or lies outside the years 1 to 9999 that `datetime.date` can hold.
        """
        value = _read(self.edtf)
        start = value.start if isinstance(value, Interval) else value
        return None if isinstance(start, str) else _date(start.first)

    @property
    def latest(self) -> date | None:
        """The last day that it may be or take in; None as for `earliest`.

        >>> When(edtf="2024-02").latest, When(edtf="2024-02/..").latest
        (datetime.date(2024, 2, 29), None)
        """
        value = _read(self.edtf)
        end = value.end if isinstance(value, Interval) else value
        return None if isinstance(end, str) else _date(end.last)

    @property
    def is_interval(self) -> bool:
        """Whether it has a start and an end, known or not."""
        return "/" in self.edtf

    @property
    def is_open(self) -> bool:
        """Whether it is an interval with a side without limit (``..``); a side that is unknown (empty) is none."""
        return OPEN in self.edtf

    @property
    def approximate(self) -> bool:
        """Whether it, or a side of it, is marked as approximate (``~`` or ``%``)."""
        return "~" in self.edtf or "%" in self.edtf

    @property
    def uncertain(self) -> bool:
        """Whether it, or a side of it, is marked as uncertain (``?`` or ``%``)."""
        return "?" in self.edtf or "%" in self.edtf

    @property
    def start(self) -> When | None:
        """The date that an interval starts with, without a span; None if it is open or unknown; a plain date itself."""
        return self._side(0)

    @property
    def end(self) -> When | None:
        """The date that an interval ends with, as `start`."""
        return self._side(-1)

    def sort_key(self) -> tuple[float, float, str]:
        """What to sort dates by: their first second, their last one, their string; times with zones in UTC.

        A start that is open or unknown sorts first, an end that is open or unknown last.

        >>> dates = [When(edtf=text) for text in ("2024-06/..", "2024-06", "../2025", "2024-06-02", "2024-06-01")]
        >>> [str(one) for one in sorted(dates, key=When.sort_key)]
        ['../2025', '2024-06-01', '2024-06', '2024-06/..', '2024-06-02']
        """
        value = _read(self.edtf)
        bounds = _bounds(value, utc=True, marks=False)
        return (bounds.start_low, bounds.end_high, self.edtf)

    def before(self, other: When) -> bool | None:
        """Whether it is over when `other` begins; None if that can't be told.

        >>> june = When(edtf="2024-06")
        >>> june.before(When(edtf="2024-07-01")), june.before(When(edtf="2024-05"))
        (True, False)
        >>> june.before(When(edtf="2024-06-15")) is None
        True
        """
        mine, theirs = _pair(self, other)
        if mine.end_high < theirs.start_low:
            return True
        return False if mine.end_low >= theirs.start_high else None

    def after(self, other: When) -> bool | None:
        """Whether it begins when `other` is over; None if that can't be told.

        >>> When(edtf="2024-07-01").after(When(edtf="2024-06")), When(edtf="2024-07-01").after(When(edtf="2024-06~"))
        (True, None)
        """
        return other.before(self)

    def overlaps(self, other: When) -> bool | None:
        """Whether the two share a day; None if that can't be told.

        >>> talks = When(edtf="2024-06-10/2024-06-20")
        >>> [talks.overlaps(When(edtf=text)) for text in ("2024-06-15", "2024-07", "2024-06")]
        [True, False, None]
        """
        mine, theirs = map(_in_days, _pair(self, other))
        if mine.end_high < theirs.start_low or theirs.end_high < mine.start_low:
            return False
        return True if mine.start_high <= theirs.end_low and theirs.start_high <= mine.end_low else None

    def within(self, other: When) -> bool | None:
        """Whether it lies in `other` altogether, a plain `other` taken whole; None if that can't be told.

        >>> june = When(edtf="2024-06")
        >>> [june.within(When(edtf=text)) for text in ("2024", "2024-05", "2024-06-15")]
        [True, False, None]
        """
        mine, theirs = _pair(self, other)
        if other.is_interval:
            # An interval takes in the whole of its first and its last day.
            mine, theirs = _in_days(mine), _in_days(theirs)
        elif not (other.approximate or other.uncertain):
            theirs = _Bounds(theirs.start_low, theirs.start_low, theirs.end_high, theirs.end_high)
        if mine.start_high < theirs.start_low or mine.end_low > theirs.end_high:
            return False
        return True if mine.start_low >= theirs.start_high and mine.end_high <= theirs.end_low else None

    def _points(self) -> list[Point]:
        """The dates that it is made of."""
        value = _read(self.edtf)
        if isinstance(value, Point):
            return [value]
        return [side for side in (value.start, value.end) if isinstance(side, Point)]

    def _side(self, index: int) -> When | None:
        if "/" not in self.edtf:
            return self
        side = self.edtf.split("/")[index]
        return None if side in ("", OPEN) else When(edtf=side)


@functools.lru_cache(maxsize=DATES_KEPT)
def _read(edtf: str) -> Point | Interval:
    """What a date stands for, kept: a text asks for the same few dates again and again."""
    return parse(edtf)


class _Bounds(NamedTuple):
    """The earliest and latest second at which a date can begin, and can end."""

    start_low: float
    start_high: float
    end_low: float
    end_high: float


def _pair(one: When, other: When) -> tuple[_Bounds, _Bounds]:
    """The bounds of two dates that are to be compared: in UTC if both have a zone."""
    first, second = _read(one.edtf), _read(other.edtf)
    utc = _has_zone(first) and _has_zone(second)
    return _bounds(first, utc=utc), _bounds(second, utc=utc)


def _has_zone(value: Point | Interval) -> bool:
    return isinstance(value, Point) and value.shift is not None


def _bounds(value: Point | Interval, *, utc: bool, marks: bool = True) -> _Bounds:
    """The bounds of a date; with `marks`, a marked date may be any time."""
    if isinstance(value, Point):
        low, high = _seconds(value, utc, marks)
        return _Bounds(low, high, low, high)
    start, end = value.start, value.end
    start_low, start_high = (
        (_PAST, _PAST if start else _FUTURE) if isinstance(start, str) else _seconds(start, utc, marks)
    )
    end_low, end_high = (_FUTURE if end else _PAST, _FUTURE) if isinstance(end, str) else _seconds(end, utc, marks)
    # No interval ends before it starts, which narrows what each side can be.
    return _Bounds(start_low, min(start_high, end_high), max(start_low, end_low), end_high)


def _seconds(point: Point, utc: bool, marks: bool) -> tuple[float, float]:
    """The first and the last second of a date, counted from the year 1."""
    if marks and point.mark:
        return _PAST, _FUTURE
    first = ordinal(point.first) * _DAY
    if point.clock is None:
        return first, ordinal(point.last) * _DAY + _DAY - 1
    moment = first + point.clock - (point.shift or 0 if utc else 0)
    return moment, moment


def _in_days(bounds: _Bounds) -> _Bounds:
    return _Bounds(*(second if second in (_PAST, _FUTURE) else second // _DAY for second in bounds))


def _date(day: Day) -> date | None:
    return date(*day) if 1 <= day[0] <= 9999 else None
