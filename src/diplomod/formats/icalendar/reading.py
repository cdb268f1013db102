"""A calendar to meetings: one of our own as the Records it was made from, any other as what it says."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any, BinaryIO

from diplomod.errors import DataError, TextError, ValueFault
from diplomod.formats.extras import need
from diplomod.formats.foreign import LANGUAGE, Origin
from diplomod.formats.icalendar.terms import FOREIGN_STATUS, NOTE_STATUS, OWN, STATUS, stretch_of, unquoted
from diplomod.formats.streams import text_of
from diplomod.lexicon import Lexicon
from diplomod.model import (
    Attendance,
    Delegate,
    Delegation,
    Meeting,
    MeetingFormat,
    MeetingKind,
    MeetingStatus,
    Party,
    PartyKind,
    Person,
    Place,
    Record,
    Source,
    Span,
    When,
)

PLAIN_STATUS = {note: plain for plain, note in NOTE_STATUS.items()}
EDGE = re.compile(r"^(BEGIN|END):([A-Z-]+)[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)
ESCAPE = re.compile(r"\\(.)", re.DOTALL)
COMPONENTS = ("VEVENT", "VJOURNAL")


def read(file: BinaryIO) -> Iterator[Record]:
    """The Records of a calendar: those that it was written from, or one whose source is the calendar's own text.

    Raises `TextError` for what is no calendar, `DataError` for an event that can't be read, with its line.
    """
    icalendar = need("icalendar", "icalendar")
    text = text_of(file)
    blocks = list(_blocks(text))
    try:
        calendars = icalendar.Calendar.from_ical(text, multiple=True)
        components = [one for calendar in calendars for one in calendar.walk() if one.name in COMPONENTS]
    except Exception as fault:  # icalendar lets pass what its parts raise
        raise TextError(f"this is no calendar: {' '.join(str(fault).split()) or type(fault).__name__}") from None
    if not calendars or len(components) != len(blocks):
        raise TextError("this is no calendar: it has no BEGIN:VCALENDAR, or its parts are not closed in order")
    pairs = list(zip(components, blocks, strict=True))
    own = [pair for pair in pairs if f"{OWN}FINGERPRINT" in pair[0]]
    if len(own) == len(pairs):
        yield from _own(own)
    else:
        yield _foreign(pairs, text)


def _blocks(text: str) -> Iterator[Span]:
    """The events and notes as they stand in the text. Raises `TextError` for parts that are not closed."""
    open_parts: list[tuple[str, int]] = []
    for edge in EDGE.finditer(text):
        what, name = edge[1].upper(), edge[2].upper()
        if what == "BEGIN":
            if name in COMPONENTS and any(outer in COMPONENTS for outer, _ in open_parts[-1:]):
                raise TextError(f"line {_line(text, edge.start())}: {name} stands inside {open_parts[-1][0]}")
            open_parts.append((name, edge.start()))
            continue
        if not open_parts or open_parts[-1][0] != name:
            raise TextError(f"line {_line(text, edge.start())}: END:{name} closes nothing")
        _, start = open_parts.pop()
        if name in COMPONENTS:
            yield Span.of(text, start, start + len(text[start : edge.end()].rstrip()))
    if open_parts:
        name, start = open_parts[-1]
        raise TextError(f"line {_line(text, start)}: BEGIN:{name} is never closed; the calendar is cut off")


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1


def _own(pairs: Sequence[tuple[Any, Span]]) -> Iterator[Record]:
    """The Records that a calendar of ours was written from, one for each run of events of one Record."""
    groups = itertools.groupby(pairs, key=lambda pair: _first(pair[0], "FINGERPRINT").params.get("RECORD"))
    for _, group in groups:
        record = None
        meetings = []
        for component, block in group:
            try:
                record = record or Record(source=_source_of(component))
                meetings.append(_meeting_of(component))
            except (ValueFault, TextError, ValueError, KeyError) as fault:
                what = f"the field {fault} is missing" if isinstance(fault, KeyError) else str(fault)
                uid = str(component.get("UID", "without UID"))
                raise DataError([(f"event {uid} (at character {block.start})", what)]) from None
        assert record is not None
        yield Record(source=record.source, meetings=tuple(meetings))


def _all(component: Any, name: str) -> list[Any]:
    found = component.get(OWN + name, [])
    return found if isinstance(found, list) else [found]


def _first(component: Any, name: str) -> Any:
    found = _all(component, name)
    if not found:
        raise KeyError(OWN + name)
    return found[0]


def _text(value: Any) -> str:
    """The text of one of our own properties, which icalendar gives with its escapes."""
    return ESCAPE.sub(lambda match: "\n" if match[1] in "nN" else match[1], str(value))


def _one(component: Any, name: str) -> str | None:
    return next((_text(value) for value in _all(component, name)), None)


def _source_of(component: Any) -> Source:
    published = _one(component, "SOURCE-PUBLISHED")
    return Source(
        fingerprint=_text(_first(component, "FINGERPRINT")),
        language=_one(component, "SOURCE-LANGUAGE") or LANGUAGE,
        publisher=_one(component, "SOURCE-PUBLISHER"),
        title=_one(component, "SOURCE-TITLE"),
        url=_one(component, "SOURCE-URL"),
        published=None if published is None else When(edtf=published),
    )


def _meeting_of(component: Any) -> Meeting:
    confidence = _one(component, "CONFIDENCE")
    kind_of_room = _one(component, "FORMAT")
    place = next(iter(_all(component, "PLACE")), None)
    return Meeting(
        id=_text(_first(component, "ID")),
        kind=MeetingKind(_text(_first(component, "KIND"))),
        status=_own_status(component),
        when=_own_when(component),
        place=None if place is None else _place_of(place),
        parties=tuple(map(_party_of, _all(component, "SIDE"))),
        people=tuple(Person(name=_text(value)) for value in _all(component, "PERSON")),
        delegations=tuple(_delegations_of(component)),
        format=None if kind_of_room is None else MeetingFormat(kind_of_room),
        host=next(map(_party_of, _all(component, "HOST")), None),
        mediators=tuple(map(_party_of, _all(component, "MEDIATOR"))),
        observers=tuple(map(_party_of, _all(component, "OBSERVER"))),
        topics=tuple(map(_span_of, _all(component, "TOPIC"))),
        evidence=tuple(map(_span_of, _all(component, "EVIDENCE"))),
        confidence=None if confidence is None else float(confidence),
    )


def _own_when(component: Any) -> When | None:
    """The date as it was written, unless somebody has moved the event since."""
    edtf = _one(component, "EDTF")
    when = None if edtf is None else When(edtf=edtf)
    stretch = stretch_of(when)
    start, end = _moment(component, "DTSTART"), _moment(component, "DTEND")
    return when if stretch is None or (start, end) == stretch else _when_of(component)


def _own_status(component: Any) -> MeetingStatus:
    """The status as it was written, unless somebody has changed the event's since."""
    status = MeetingStatus(_text(_first(component, "STATUS")))
    now = _status_now(component)
    return status if STATUS[status] == now else FOREIGN_STATUS.get(now, status)


def _status_now(component: Any) -> str:
    found = str(component.get("STATUS", "")).upper()
    return PLAIN_STATUS.get(found, found) if component.name == "VJOURNAL" else found


def _place_of(value: Any) -> Place:
    return Place(name=_text(value), within=_param(value, "WITHIN"), country=_param(value, "COUNTRY"))


def _param(value: Any, name: str) -> str | None:
    found = value.params.get(name)
    return None if found is None else unquoted(str(found))


def _party_of(value: Any) -> Party:
    return Party(code=unquoted(value.params["CODE"]), name=_text(value), kind=PartyKind(value.params["KIND"]))


def _span_of(value: Any) -> Span:
    return _placed(value.params["START"], _text(value))


def _placed(start: str, text: str) -> Span:
    return Span(start=int(start), end=int(start) + len(text), text=text)


def _delegations_of(component: Any) -> Iterator[Delegation]:
    members: dict[str, list[tuple[Delegate, bool]]] = {}
    for value in _all(component, "DELEGATE"):
        role = _param(value, "ROLE")
        member = Delegate(
            person=Person(name=_text(value)),
            attendance=Attendance(value.params["ATTENDANCE"]),
            role=None if role is None else _placed(value.params["START"], role),
        )
        members.setdefault(value.params["NUMBER"], []).append((member, "HEAD" in value.params))
    for value in _all(component, "DELEGATION"):
        those = members.get(value.params["NUMBER"], [])
        size = value.params.get("SIZE")
        yield Delegation(
            party=_party_of(value),
            head=next((member.person for member, head in those if head), None),
            members=tuple(member for member, _ in those),
            size=None if size is None else int(size),
        )


def _moment(component: Any, name: str) -> date | datetime | None:
    """The value of a date property; raises `ValueError` for one that is broken."""
    found = component.get(name)
    if found is None:
        return None
    found = found[0] if isinstance(found, list) else found
    try:
        moment = found.dt
    except (AttributeError, ValueError):  # of a broken property
        moment = None
    if not isinstance(moment, date):
        raise ValueError(f"{name} is no date; got {found}")
    return moment


def _when_of(component: Any) -> When | None:
    """The moment or the days of an event of any calendar; of one that goes on over days, the days."""
    start, end = _moment(component, "DTSTART"), _moment(component, "DTEND")
    if start is None:
        return None
    if end is None and component.get("DURATION") is not None:
        duration = getattr(component["DURATION"], "dt", None)
        end = start + duration if isinstance(duration, timedelta) else None
    if not isinstance(start, datetime):
        last = start if end is None or isinstance(end, datetime) else end - timedelta(days=1)
        return When(edtf=f"{start.isoformat()}/{last.isoformat()}" if last > start else start.isoformat())
    if isinstance(end, datetime):
        last = (end.astimezone(start.tzinfo) if start.tzinfo and end.tzinfo else end).date()
        if last > start.date():
            return When(edtf=f"{start.date().isoformat()}/{last.isoformat()}")
    return When.of(start)


def _foreign(pairs: Sequence[tuple[Any, Span]], text: str) -> Record:
    """The events of a calendar that is not ours: its own text is the source, and each event the evidence of a meeting."""
    origin = Origin.of(text)
    meetings = []
    for number, (component, block) in enumerate(pairs, 1):
        try:
            meetings.append(_foreign_meeting(origin, component, block, number))
        except (ValueError, OverflowError) as fault:
            raise DataError([(f"line {_line(text, block.start)}", f"{fault}")]) from None
    return Record(source=origin.source(), meetings=tuple(meetings))


def _foreign_meeting(origin: Origin, component: Any, block: Span, number: int) -> Meeting:
    labels = _labels(component)
    parties, people = _foreign_people(origin, component, block)
    place = str(component.get("LOCATION", ""))
    topic = origin.find(str(component.get("SUMMARY", "")), block)
    return Meeting(
        id=origin.id("m", number),
        kind=next((kind for kind in MeetingKind if kind in labels), MeetingKind.MEETING),
        status=FOREIGN_STATUS.get(_status_now(component), MeetingStatus.PLANNED),
        when=_when_of(component),
        place=origin.place(place, block) if place.strip() else None,
        parties=parties,
        people=people,
        topics=() if topic is None else (topic,),
        evidence=(block,),
    )


def _foreign_param(params: Any, name: str) -> str:
    """The value of a parameter, the first of several, empty where there is none."""
    found = params.get(name, "")
    return str(found[0] if isinstance(found, list) and found else found)


def _labels(component: Any) -> list[str]:
    """The categories of an event, which may stand in several lines."""
    found = component.get("CATEGORIES", [])
    lines = found if isinstance(found, list) else [found]
    return [str(label).lower() for line in lines for label in getattr(line, "cats", ())]


def _foreign_people(origin: Origin, component: Any, block: Span) -> tuple[tuple[Party, ...], tuple[Person, ...]]:
    """Those who are asked and have not declined: states and bodies by their names, groups, and people by theirs."""
    parties: dict[str, Party] = {}
    people: dict[str, Person] = {}
    for role in ("ORGANIZER", "ATTENDEE"):
        found = component.get(role, [])
        for one in found if isinstance(found, list) else [found]:
            params = getattr(one, "params", {})
            name = _foreign_param(params, "CN").strip()
            kind = _foreign_param(params, "CUTYPE").upper() or "INDIVIDUAL"
            if not name or _foreign_param(params, "PARTSTAT").upper() == "DECLINED":
                continue
            if kind == "GROUP" or Lexicon.default().names.party(name) is not None:
                party = origin.party(name, block)
                parties.setdefault(party.code, party)
            elif kind in ("INDIVIDUAL", "UNKNOWN"):
                people.setdefault(name, Person(name=name, span=origin.find(name, block)))
    return tuple(parties.values()), tuple(people.values())
