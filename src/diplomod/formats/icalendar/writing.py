"""Meetings to a calendar."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time
from typing import Any, BinaryIO

from diplomod.formats.characters import fit, unfit
from diplomod.formats.extras import need
from diplomod.formats.icalendar.terms import NOTE_STATUS, OWN, PARTSTAT, STATUS, is_exact, quoted, stretch_of
from diplomod.formats.losses import Loss, left_out
from diplomod.model import Attendance, Delegate, Delegation, Meeting, Party, Record, Source, Span

HEAD = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//diplomod//diplomod//EN\r\nCALSCALE:GREGORIAN\r\n"
TAIL = b"END:VCALENDAR\r\n"
KEPT = (
    *(f"source.{name}" for name in ("fingerprint", "language", "publisher", "title", "url", "published.edtf")),
    *(f"meetings[].{name}" for name in ("id", "kind", "status", "format", "evidence", "topics", "confidence")),
    *(f"meetings[].{name}" for name in ("when.edtf", "place.name", "place.within", "place.country", "people[].name")),
    *(
        f"meetings[].{role}.{name}"
        for role in ("parties[]", "host", "mediators[]", "observers[]", "delegations[].party")
        for name in ("code", "name", "kind")
    ),
    *(f"meetings[].delegations[].{name}" for name in ("size", "head.name", "members[].person.name")),
    *(f"meetings[].delegations[].members[].{name}" for name in ("attendance", "role")),
)
REASONS = dict.fromkeys(("demands", "responses", "statements"), "a calendar holds meetings alone")
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!#-;=?-\[\]_a-z~]+")  # a URI
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def write(records: Iterable[Record], file: BinaryIO) -> Iterator[Loss]:
    """One calendar: an event (VEVENT) for each meeting with a date, a note (VJOURNAL) for each without one."""
    icalendar = need("icalendar", "icalendar")
    file.write(HEAD)
    for number, record in enumerate(records):
        for meeting in record.meetings:
            file.write(_component(icalendar, record.source, meeting, number).to_ical())
        yield from _losses(number, record)
    file.write(TAIL)


def _losses(number: int, record: Record) -> Iterator[Loss]:
    if not record.meetings:
        yield Loss(record=number, path="source", why="a source without meetings leaves nothing in a calendar")
        yield from left_out(number, record, ["source"], REASONS)
        return
    yield from left_out(number, record, KEPT, REASONS)
    yield from unfit(number, record, KEPT)
    for i, meeting in enumerate(record.meetings):
        if meeting.when is not None and not is_exact(meeting.when):
            why = f"a calendar can't show {meeting.when}; it stands from its first to its last known day"
            if meeting.when.earliest is None:
                why = f"a calendar can't show {meeting.when}; it is a note without a date"
            yield Loss(record=number, path=f"meetings[{i}].when.precision", why=why)


def _component(icalendar: Any, source: Source, meeting: Meeting, number: int) -> Any:
    stretch = stretch_of(meeting.when)
    made = icalendar.Event() if stretch is not None else icalendar.Journal()
    made.add("UID", _text(icalendar, _uid(source, meeting)))
    made.add("DTSTAMP", _stamp(source))
    made.add("SUMMARY", _text(icalendar, _summary(meeting)))
    made.add("DESCRIPTION", _text(icalendar, "\n\n".join(f"“{span}”" for span in meeting.evidence)))
    made.add("CATEGORIES", icalendar.vCategory([meeting.kind.upper()]))
    status = STATUS[meeting.status]
    made.add("STATUS", status if stretch is not None else NOTE_STATUS[status])
    if stretch is not None:
        made.add("TRANSP", "TRANSPARENT")
        made.add("DTSTART", stretch.start)
        if stretch.end is not None:
            made.add("DTEND", stretch.end)
        if meeting.place is not None:
            told = (meeting.place.name, meeting.place.within)
            made.add("LOCATION", _text(icalendar, ", ".join(part for part in told if part)))
    if source.url is not None and ADDRESS.fullmatch(source.url):
        made.add("URL", icalendar.vUri(source.url))
    _add_people(icalendar, made, meeting)
    for name, value, params in (*_of_source(source, number), *_of_meeting(meeting)):
        made.add(OWN + name, _text(icalendar, value, **params))
    return made


def _uid(source: Source, meeting: Meeting) -> str:
    return f"{uuid.uuid5(uuid.NAMESPACE_URL, f'{source.fingerprint}/{fit(meeting.id)}')}@diplomod"


def _stamp(source: Source) -> datetime:
    """The same for the same Record: the day of publication, where it is known."""
    day = source.published.earliest if source.published is not None else None
    return LONG_AGO if day is None else datetime.combine(day, time(), UTC)


def _summary(meeting: Meeting) -> str:
    sides = " – ".join(party.name for party in meeting.parties) or ", ".join(str(one) for one in meeting.people)
    return f"{meeting.kind.capitalize()}{f': {sides}' if sides else ''} ({meeting.status.replace('_', ' ')})"


def _add_people(icalendar: Any, made: Any, meeting: Meeting) -> None:
    """Organizer and attendees, as other programs read them: sides as groups, then people."""
    if meeting.host is not None:
        made.add("ORGANIZER", _address(icalendar, meeting.host.name))
    for party in meeting.parties:
        made.add("ATTENDEE", _address(icalendar, party.name, CUTYPE="GROUP", ROLE="REQ-PARTICIPANT"))
    for party in (*meeting.mediators, *meeting.observers):
        made.add("ATTENDEE", _address(icalendar, party.name, CUTYPE="GROUP", ROLE="NON-PARTICIPANT"))
    chairs = {delegation.head.name for delegation in meeting.delegations if delegation.head is not None}
    came = {member.person.name: member for one in meeting.delegations for member in one.members}
    for name in dict.fromkeys((*(person.name for person in meeting.people), *came)):
        member: Delegate | None = came.get(name)
        params = {
            "CUTYPE": "INDIVIDUAL",
            "ROLE": "CHAIR" if name in chairs else "REQ-PARTICIPANT",
            "PARTSTAT": PARTSTAT[member.attendance if member is not None else Attendance.EXPECTED],
        }
        made.add("ATTENDEE", _address(icalendar, name, **params))


def _address(icalendar: Any, name: str, **params: str) -> Any:
    """Somebody without an address: a name of its own for the name."""
    found = icalendar.vCalAddress(f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, fit(name))}")
    found.params.update(
        {"CN": fit(name).replace("\\", "/"), **params}
    )  # readers take a backslash for half of an escape
    return found


Property = tuple[str, str, dict[str, str]]


def _of_source(source: Source, number: int) -> Iterator[Property]:
    yield "FINGERPRINT", source.fingerprint, {"RECORD": str(number)}
    for name in ("language", "publisher", "title", "url", "published"):
        value = getattr(source, name)
        if value is not None:
            yield f"SOURCE-{name.upper()}", str(value), {}


def _of_meeting(meeting: Meeting) -> Iterator[Property]:
    yield "ID", meeting.id, {}
    yield "KIND", meeting.kind, {}
    yield "STATUS", meeting.status, {}
    if meeting.when is not None:
        yield "EDTF", meeting.when.edtf, {}
    if meeting.format is not None:
        yield "FORMAT", meeting.format, {}
    if meeting.confidence is not None:
        yield "CONFIDENCE", repr(meeting.confidence), {}
    if meeting.place is not None:
        told = {"WITHIN": meeting.place.within, "COUNTRY": meeting.place.country}
        yield "PLACE", meeting.place.name, {name: value for name, value in told.items() if value is not None}
    for person in meeting.people:
        yield "PERSON", person.name, {}
    for name, parties in (("SIDE", meeting.parties), ("MEDIATOR", meeting.mediators), ("OBSERVER", meeting.observers)):
        for party in parties:
            yield name, party.name, _of_party(party)
    if meeting.host is not None:
        yield "HOST", meeting.host.name, _of_party(meeting.host)
    for i, delegation in enumerate(meeting.delegations):
        yield from _of_delegation(delegation, str(i))
    for name, spans in (("EVIDENCE", meeting.evidence), ("TOPIC", meeting.topics)):
        for span in spans:
            yield name, span.text, {"START": str(span.start)}


def _of_delegation(delegation: Delegation, number: str) -> Iterator[Property]:
    size = {} if delegation.size is None else {"SIZE": str(delegation.size)}
    yield "DELEGATION", delegation.party.name, {"NUMBER": number, **_of_party(delegation.party), **size}
    for member in delegation.members:
        head = {"HEAD": "TRUE"} if member.person == delegation.head else {}
        role = {} if member.role is None else _of_role(member.role)
        yield (
            "DELEGATE",
            member.person.name,
            {"NUMBER": number, "ATTENDANCE": member.attendance, **head, **role},
        )


def _of_role(role: Span) -> dict[str, str]:
    return {"ROLE": role.text, "START": str(role.start)}


def _of_party(party: Party) -> dict[str, str]:
    return {"CODE": party.code, "KIND": party.kind}


def _text(icalendar: Any, value: str, **params: str) -> Any:
    return icalendar.vText(fit(value), params={name: quoted(fit(inner)) for name, inner in params.items()})
