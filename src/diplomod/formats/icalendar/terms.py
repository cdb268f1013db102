"""What each value is in a calendar: the tables that writing and reading share."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from urllib.parse import quote, unquote

from diplomod.model import Attendance, MeetingStatus, Precision, When

OWN = "X-DIPLOMOD-"  # what a calendar has no property for
TENTATIVE, CONFIRMED, CANCELLED = "TENTATIVE", "CONFIRMED", "CANCELLED"

STATUS = {
    MeetingStatus.PLANNED: CONFIRMED,
    MeetingStatus.POSSIBLE: TENTATIVE,
    MeetingStatus.HELD: CONFIRMED,
    MeetingStatus.ONGOING: CONFIRMED,
    MeetingStatus.POSTPONED: TENTATIVE,
    MeetingStatus.CANCELLED: CANCELLED,
    MeetingStatus.RULED_OUT: CANCELLED,
}
# A calendar does not say whether what it announces took place.
FOREIGN_STATUS = {
    TENTATIVE: MeetingStatus.POSSIBLE,
    CONFIRMED: MeetingStatus.PLANNED,
    CANCELLED: MeetingStatus.CANCELLED,
}
# A note of a day (VJOURNAL) has other words for it.
NOTE_STATUS = {TENTATIVE: "DRAFT", CONFIRMED: "FINAL", CANCELLED: "CANCELLED"}

PARTSTAT = {
    Attendance.ATTENDED: "ACCEPTED",
    Attendance.EXPECTED: "NEEDS-ACTION",
    Attendance.POSSIBLE: "TENTATIVE",
    Attendance.ABSENT: "DECLINED",
}


def quoted(value: str) -> str:
    """A value as a parameter of one of our own properties has it: as in a URI, since readers part at blanks."""
    return quote(value, safe="")


def unquoted(value: str) -> str:
    """The value of such a parameter."""
    return unquote(value)


class Stretch(NamedTuple):
    """From when to when an event stands in a calendar; `end` is the first day after it, None for a moment or an open end."""

    start: date | datetime
    end: date | None


def stretch_of(when: When | None) -> Stretch | None:
    """The days or the moment of a date, None where no first day is known.

    >>> stretch_of(When(edtf="2024-02"))
    Stretch(start=datetime.date(2024, 2, 1), end=datetime.date(2024, 3, 1))
    """
    if when is None or when.earliest is None:
        return None
    moment = _moment(when)
    if moment is not None:
        return Stretch(moment, None)
    last = when.latest
    end = None if last is None or last == date.max else last + timedelta(days=1)
    return Stretch(when.earliest, end)


def is_exact(when: When) -> bool:
    """Whether a calendar shows the date just as it is."""
    if when.approximate or when.uncertain or "X" in when.edtf or when.latest in (None, date.max):
        return False
    return when.precision in (Precision.DAY, Precision.TIME)


def _moment(when: When) -> datetime | None:
    """The moment of a date with a time of day, in UTC if it has a zone; None where Python can't hold it."""
    if "T" not in when.edtf:
        return None
    moment = datetime.fromisoformat(when.edtf)
    try:
        return moment if moment.tzinfo is None else moment.astimezone(UTC)
    except OverflowError:
        return None
