"""ninjs (IPTC News in JSON): news items that announce or tell of events."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO
from urllib.parse import quote

from diplomod.errors import DataError, TextError, ValueFault
from diplomod.formats.documents import record_of
from diplomod.formats.foreign import LANGUAGE, Origin
from diplomod.formats.json import SURROGATE, encoded, parsed
from diplomod.formats.losses import Loss
from diplomod.formats.pieces import pieces_of
from diplomod.formats.streams import text_of
from diplomod.model import Meeting, MeetingKind, MeetingStatus, Party, Person, Record, Source, When

STANDARD = {"name": "ninjs", "version": "3.1", "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"}
OWN = "application/vnd.diplomod+json"  # the content type of a body that holds the Record itself
OCCURS = "http://cv.iptc.org/newscodes/eventoccurstatus/"
STATUS = {
    MeetingStatus.PLANNED: "eos4",  # planned, occurs very likely
    MeetingStatus.POSSIBLE: "eos3",  # planned, may occur
    MeetingStatus.HELD: "eos5",  # planned, occurs for certain
    MeetingStatus.ONGOING: "eos5",
    MeetingStatus.POSTPONED: "eos2",  # planned, highly uncertain
    MeetingStatus.CANCELLED: "eos6",  # planned, then cancelled
    MeetingStatus.RULED_OUT: "eos6",
}
FOREIGN_STATUS = {"eos1": "possible", "eos2": "possible", "eos3": "possible", "eos6": "cancelled"}
CALENDAR = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?").fullmatch
DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!#-;=?-\[\]_a-z~]+").fullmatch
KIND = re.compile(r"\b(talks|summit|call|visit|conference|briefing|signing)\b", re.IGNORECASE)


def write(records: Iterable[Record], file: BinaryIO) -> Iterable[Loss]:
    """One news item a line: the source, with an item of the type event for each meeting, and the Record as one of its bodies."""
    for record in records:
        file.write(f"{_escaped(json.dumps(_item(record), ensure_ascii=False))}\n".encode())
    return ()


def read(file: BinaryIO) -> Iterator[Record]:
    """The Records of news items: one item, a list of them, or one a line.

    An item that diplomod wrote gives the Record that it holds; of any other, the item is the source and each event that it
    tells of a meeting. Raises `TextError` for what is no JSON, `DataError` for what is no news item, with its number.
    """
    for where, raw, value in pieces_of(text_of(file), "item"):
        if not isinstance(value, dict) or not isinstance(value.get("uri"), str):
            raise DataError([(where, "is no news item: it has no uri")])
        own = next((body for body in _dicts(value, "bodies") if body.get("contentType") == OWN), None)
        try:
            yield _foreign(value, raw) if own is None else _own(own)
        except DataError as fault:
            raise DataError([(f"{where}, {path}", what) for path, what in fault.faults]) from None
        except (TextError, ValueFault) as fault:
            raise DataError([(where, getattr(fault, "message", None) or str(fault))]) from None


def _escaped(text: str) -> str:
    return SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def _own(body: dict[str, Any]) -> Record:
    return record_of(parsed(str(body.get("value", ""))))


def _item(record: Record) -> dict[str, Any]:
    source = record.source
    uri = _uri(source.url) or f"urn:diplomod:{source.fingerprint}"
    item: dict[str, Any] = {"uri": uri, "type": "text", "standard": STANDARD, "language": source.language}
    if source.published is not None and source.published.earliest is not None:
        item["versionCreated"] = f"{source.published.earliest.isoformat()}T00:00:00Z"
    if source.title is not None:
        item["headlines"] = [{"contentType": "text/plain", "value": source.title}]
    if source.authors:
        item["by"] = ", ".join(author.name for author in source.authors)
    if source.publisher is not None:
        item["infoSources"] = [{"name": source.publisher, "role": "publisher"}]
    item["bodies"] = [{"contentType": OWN, "value": encoded(record)}]
    if record.meetings:
        item["events"] = [{"id": one.id, "name": _name(one), "uri": _event_uri(source, one)} for one in record.meetings]
        item["associations"] = [_event(source, one) for one in record.meetings]
    return item


def _event(source: Source, meeting: Meeting) -> dict[str, Any]:
    details: dict[str, Any] = {"eventStatus": f"{OCCURS}{STATUS[meeting.status]}"}
    dates = _dates(meeting.when)
    if dates:
        details["dates"] = dates
    if meeting.host is not None:
        details["organiser"] = _organisation(meeting.host)
    event = {
        "uri": _event_uri(source, meeting),
        "type": "event",
        "name": meeting.id,
        "rel": meeting.kind,
        "headlines": [{"contentType": "text/plain", "value": _name(meeting)}],
        "descriptions": [{"contentType": "text/plain", "value": span.text} for span in meeting.evidence],
        "organisations": [{**_organisation(party), "rel": "party"} for party in meeting.parties],
        "people": [{"name": person.name} for person in meeting.people],
        "places": [] if meeting.place is None else [{"name": meeting.place.name}],
        "eventDetails": details,
    }
    return {name: value for name, value in event.items() if value != []}


def _organisation(party: Party) -> dict[str, Any]:
    return {"name": party.name, "literal": party.code}


def _name(meeting: Meeting) -> str:
    sides = " – ".join(party.name for party in meeting.parties)
    return f"{meeting.kind.capitalize()}{f': {sides}' if sides else ''}"


def _dates(when: When | None) -> dict[str, str]:
    """The start and the end of a date, each as exact as it is: a year, a month, a day."""
    if when is None:
        return {}
    sides = {"expectedStartDate": when.start, "expectedEndDate": when.end if when.is_interval else None}
    return {name: side.edtf for name, side in sides.items() if side is not None and CALENDAR(side.edtf)}


def _event_uri(source: Source, meeting: Meeting) -> str:
    return f"urn:diplomod:{source.fingerprint}:{quote(meeting.id.encode('utf-8', 'replace'), safe='')}"


def _uri(url: str | None) -> str | None:
    return url if url is not None and ADDRESS(url) else None


def _foreign(item: dict[str, Any], raw: str) -> Record:
    origin = Origin.of(raw)
    title = _headline(item)
    created = _word(item, "versionCreated") or _word(item, "firstCreated") or _word(item, "contentCreated")
    publisher = next((_word(one, "name") for one in _dicts(item, "infoSources")), None) or _word(
        item, "copyrightHolder"
    )
    author = _word(item, "by") or _word(item, "byline")
    source = origin.source(
        language=_word(item, "language") or LANGUAGE,
        title=title,
        title_span=None if title is None else origin.find(title),
        publisher=publisher,
        publisher_span=None if publisher is None else origin.find(publisher),
        url=item["uri"] if item["uri"].strip() else None,
        published=_when(origin, created),
        authors=() if author is None else (Person(name=author, span=origin.find(author)),),
    )
    told = [one for one in (item, *_dicts(item, "associations")) if isinstance(one.get("eventDetails"), dict)]
    meetings = [_meeting(origin, event, number) for number, event in enumerate(told, 1)]
    known = {_headline(event) for event in told}
    named = [
        one for one in _dicts(item, "events") if _word(one, "name") is not None and _word(one, "name") not in known
    ]
    meetings += [_named(origin, event, number) for number, event in enumerate(named, len(told) + 1)]
    return Record(source=source, meetings=tuple(meetings))


def _meeting(origin: Origin, item: dict[str, Any], number: int) -> Meeting:
    details = item["eventDetails"]
    name = _headline(item) or _word(item, "name") or ""
    status = str(details.get("eventStatus", "")).rpartition("/")[2]
    parties: dict[str, Party] = {}
    for one in _dicts(item, "organisations"):
        if (name_of := _word(one, "name")) is not None:
            party = origin.party(name_of)
            parties.setdefault(party.code, party)
    people = dict.fromkeys(found for one in _dicts(item, "people") if (found := _word(one, "name")) is not None)
    place = next((_word(one, "name") for one in _dicts(item, "places")), None)
    return Meeting(
        id=origin.id("m", number),
        kind=_kind(name),
        status=MeetingStatus(FOREIGN_STATUS.get(status, "planned")),
        when=_stretch(origin, details.get("dates")),
        place=None if place is None else origin.place(place),
        parties=tuple(parties.values()),
        people=tuple(Person(name=one, span=origin.find(one)) for one in people),
        evidence=(origin.find(name) or origin.span(),),
    )


def _named(origin: Origin, event: dict[str, Any], number: int) -> Meeting:
    """An event of which an item gives the name alone."""
    name = str(event["name"])
    evidence = (origin.find(name) or origin.span(),)
    return Meeting(id=origin.id("m", number), kind=_kind(name), status=MeetingStatus.PLANNED, evidence=evidence)


def _kind(name: str) -> MeetingKind:
    found = KIND.search(name)
    return MeetingKind.MEETING if found is None else MeetingKind(found.group().lower())


def _stretch(origin: Origin, dates: Any) -> When | None:
    if not isinstance(dates, dict):
        return None
    start = _when(origin, _word(dates, "startDate") or _word(dates, "expectedStartDate"))
    end = _when(origin, _word(dates, "endDate") or _word(dates, "expectedEndDate"))
    if start is None or end is None or start.edtf == end.edtf:
        return start or end
    return When(edtf=f"{start.edtf}/{end.edtf}")


def _when(origin: Origin, text: str | None) -> When | None:
    """The day, month or year that a date and time begins with."""
    found = DAY.match(text) if text is not None else None
    return None if found is None else When(edtf=found.group(), span=origin.find(found.group()))


def _headline(item: dict[str, Any]) -> str | None:
    """The headline of an item, as ninjs 3 (a list), 2 and 1 have it."""
    return (
        next((_word(one, "value") for one in _dicts(item, "headlines")), None)
        or _word(item, "headline")
        or _word(item, "title")
    )


def _dicts(item: dict[str, Any], name: str) -> Iterator[dict[str, Any]]:
    found = item.get(name)
    for one in found if isinstance(found, list) else ():
        if isinstance(one, dict):
            yield one


def _word(item: dict[str, Any], name: str) -> str | None:
    found = item.get(name)
    return found if isinstance(found, str) and found.strip() else None
