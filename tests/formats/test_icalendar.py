"""iCalendar: meetings as events, there and back, and calendars of others."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import icalendar
import pytest
import vobject
from hypothesis import HealthCheck, given, settings

import diplomod
from diplomod import (
    DataError,
    DiplomodError,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Record,
    Span,
    TextError,
    dumps,
    loads,
    testing,
)
from diplomod.formats import find_format
from diplomod.model import Attendance, Delegate, Delegation, Party, PartyKind, Person, Place, Source, When, fingerprint

TEXT = "Jordan and Spain met in Madrid."
JORDAN = Party(code="JOR", name="Jordan", kind=PartyKind.STATE)
SPAIN = Party(code="ESP", name="Spain", kind=PartyKind.STATE)
SOURCE = Source(fingerprint=fingerprint(TEXT), language="en", title="Talks", url="https://example.org/1")


def meeting(**told: Any) -> Meeting:
    return Meeting(
        **{
            "id": "m1",
            "kind": MeetingKind.TALKS,
            "status": MeetingStatus.HELD,
            "when": When(edtf="2023-06-02"),
            "parties": [JORDAN, SPAIN],
            "evidence": [Span.of(TEXT, 0, len(TEXT))],
            **told,
        }
    )


def written(*meetings: Meeting) -> Any:
    """What icalendar reads of what we write."""
    calendar = icalendar.Calendar.from_ical(dumps(Record(source=SOURCE, meetings=meetings), "icalendar"))
    return [one for one in calendar.walk() if one.name in ("VEVENT", "VJOURNAL")]


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2023-06-02", dt.date(2023, 6, 2), dt.date(2023, 6, 3)),
        ("2023-06-02/2023-06-04", dt.date(2023, 6, 2), dt.date(2023, 6, 5)),
        ("2023-06", dt.date(2023, 6, 1), dt.date(2023, 7, 1)),
        ("2023-21", dt.date(2023, 3, 1), dt.date(2023, 6, 1)),
        ("2023-06-02/..", dt.date(2023, 6, 2), None),
        ("2023-06-02T10:30:00+02:00", dt.datetime(2023, 6, 2, 8, 30, tzinfo=dt.UTC), None),
        ("2023-06-02T10:30:00", dt.datetime(2023, 6, 2, 10, 30), None),
        ("9999-12-31", dt.date(9999, 12, 31), None),
    ],
)
def test_dates(edtf: str, start: dt.date, end: dt.date | None) -> None:
    (event,) = written(meeting(when=When(edtf=edtf)))
    assert event.name == "VEVENT" and event["DTSTART"].dt == start
    assert (event["DTEND"].dt if "DTEND" in event else None) == end


@pytest.mark.parametrize("edtf", [None, "../2023", "/2023-06-02"])
def test_a_meeting_without_a_first_day_is_a_note(edtf: str | None) -> None:
    (note,) = written(meeting(when=None if edtf is None else When(edtf=edtf)))
    assert note.name == "VJOURNAL" and "DTSTART" not in note and note["STATUS"] == "FINAL"


@pytest.mark.parametrize(
    ("edtf", "exact"),
    [
        ("2023-06-02", True),
        ("2023-06-02/2023-06-04", True),
        ("2023-06", False),
        ("2023-06-02?", False),
        ("2023-06-02/..", False),
    ],
)
def test_a_date_that_a_calendar_can_not_show_is_told(edtf: str, exact: bool) -> None:
    record = Record(source=SOURCE, meetings=(meeting(when=When(edtf=edtf)),))
    losses = list(find_format("icalendar").writer()([record], io.BytesIO()))
    assert [loss.path for loss in losses] == ([] if exact else ["meetings[0].when.precision"])


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (MeetingStatus.PLANNED, "CONFIRMED"),
        (MeetingStatus.POSSIBLE, "TENTATIVE"),
        (MeetingStatus.POSTPONED, "TENTATIVE"),
        (MeetingStatus.CANCELLED, "CANCELLED"),
        (MeetingStatus.RULED_OUT, "CANCELLED"),
    ],
)
def test_status(status: MeetingStatus, told: str) -> None:
    (event,) = written(meeting(status=status))
    assert event["STATUS"] == told


def test_people_and_sides() -> None:
    head, other = Person(name="Sara Haddad"), Person(name="Omar Nasser")
    members = (
        Delegate(person=head, attendance=Attendance.ATTENDED),
        Delegate(person=other, attendance=Attendance.ABSENT),
    )
    delegation = Delegation(party=JORDAN, head=head, members=members)
    (event,) = written(meeting(people=[head], delegations=[delegation], host=SPAIN))
    assert event["ORGANIZER"].params["CN"] == "Spain"
    told = [tuple(one.params.get(name) for name in ("CN", "CUTYPE", "ROLE", "PARTSTAT")) for one in event["ATTENDEE"]]
    assert told == [
        ("Jordan", "GROUP", "REQ-PARTICIPANT", None),
        ("Spain", "GROUP", "REQ-PARTICIPANT", None),
        ("Sara Haddad", "INDIVIDUAL", "CHAIR", "ACCEPTED"),
        ("Omar Nasser", "INDIVIDUAL", "REQ-PARTICIPANT", "DECLINED"),
    ]


@settings(deadline=None, max_examples=8, suppress_health_check=list(HealthCheck))
@given(testing.records())
def test_two_other_readers_take_it(record: Record) -> None:
    data = dumps(record, "icalendar")
    assert all(len(line.encode()) <= 75 for line in data.split("\r\n"))
    first = icalendar.Calendar.from_ical(data)
    events = next(iter(vobject.readComponents(data))).contents.get("vevent", [])
    assert len(events) == len(first.walk("VEVENT"))
    assert len(first.walk("VEVENT")) + len(first.walk("VJOURNAL")) == len(record.meetings)


NASTY = "Hall\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:tea"


def test_no_line_of_a_calendar_can_be_slipped_in() -> None:
    source = Source(fingerprint=SOURCE.fingerprint, language="en", title=NASTY, publisher=NASTY, url=f"https:{NASTY}")
    party = Party(code=NASTY, name=NASTY, kind=PartyKind.STATE)
    record = Record(
        source=source, meetings=(meeting(place=Place(name=NASTY, within=NASTY), parties=[party], host=party),)
    )
    data = dumps(record, "icalendar")
    assert data.count("\r\nBEGIN:VEVENT\r\n") == 1 and data.count("\r\nSUMMARY") == 1
    assert len(icalendar.Calendar.from_ical(data).walk("VEVENT")) == 1


def test_what_was_moved_in_a_calendar_program_counts() -> None:
    data = dumps(Record(source=SOURCE, meetings=(meeting(when=When(edtf="2023-06")),)), "icalendar")
    moved = (
        data.replace("20230601", "20230608")
        .replace("20230701", "20230609")
        .replace("\r\nSTATUS:CONFIRMED", "\r\nSTATUS:CANCELLED")
    )
    (record,) = loads(moved, "icalendar")
    assert record.meetings[0].when.edtf == "2023-06-08"
    assert record.meetings[0].status is MeetingStatus.CANCELLED


FOREIGN = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//somebody//else//EN
BEGIN:VEVENT
UID:77
DTSTART;VALUE=DATE:20240610
DTEND;VALUE=DATE:20240613
SUMMARY:Grain corridor review
LOCATION:Istanbul
STATUS:TENTATIVE
CATEGORIES:WORK,CONFERENCE
ORGANIZER;CN=United Nations:mailto:un@example.org
ATTENDEE;CN=Turkey;CUTYPE=GROUP:mailto:t@example.org
ATTENDEE;CN=Ada Okafor:mailto:a@example.org
ATTENDEE;CN=Jan Novak;PARTSTAT=DECLINED:mailto:j@example.org
ATTENDEE:mailto:nobody@example.org
END:VEVENT
BEGIN:VEVENT
UID:78
DTSTART:20240611T083000Z
DURATION:PT2H
SUMMARY:Call
END:VEVENT
END:VCALENDAR
"""


def test_a_calendar_of_others() -> None:
    (record,) = loads(FOREIGN, "icalendar")
    assert not record.problems(FOREIGN)
    first, second = record.meetings
    assert (first.kind, first.status, first.when.edtf) == ("conference", "possible", "2024-06-10/2024-06-12")
    assert [party.code for party in first.parties] == ["UN", "TUR"] and [str(one) for one in first.people] == [
        "Ada Okafor"
    ]
    assert (first.place.name, first.place.country, first.topics[0].text) == ("Istanbul", "TUR", "Grain corridor review")
    assert first.evidence[0].text.startswith("BEGIN:VEVENT\nUID:77") and first.evidence[0].text.endswith("END:VEVENT")
    assert (second.kind, second.status, second.when.edtf) == ("meeting", "planned", "2024-06-11T08:30:00+00:00")


@pytest.mark.parametrize(
    ("old", "new", "error", "message"),
    [
        ("END:VCALENDAR\n", "", TextError, "^line 1: BEGIN:VCALENDAR is never closed"),
        ("END:VEVENT\nBEGIN", "BEGIN", TextError, "^line 17: VEVENT stands inside VEVENT"),
        ("20240611T083000Z", "soon", DataError, "^line 18: DTSTART is no date"),
        ("BEGIN:VCALENDAR", "BEGIN:SOMETHING", TextError, "closes nothing"),
    ],
)
def test_what_is_no_calendar(old: str, new: str, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        list(loads(FOREIGN.replace(old, new, 1), "icalendar"))


def test_deep_nesting_is_refused() -> None:
    deep = "BEGIN:VEVENT\n" * 2000 + "END:VEVENT\n" * 2000
    with pytest.raises(DiplomodError):
        list(loads(f"BEGIN:VCALENDAR\n{deep}END:VCALENDAR\n", "icalendar"))


def test_cut_off_at_every_byte() -> None:
    record = diplomod.read("The kings of Jordan and Spain met in Madrid on 2 June 2023.")
    data = dumps(record, "icalendar").encode().rstrip()
    for end in range(len(data)):
        with pytest.raises(DiplomodError):
            list(loads(data[:end], "icalendar"))
    assert list(loads(data, "icalendar"))


def test_other_encodings_are_refused() -> None:
    with pytest.raises(TextError, match="is no UTF-8"):
        list(loads(FOREIGN.replace("Ada", "Adé").encode("latin-1"), "icalendar"))
