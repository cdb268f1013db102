"""FollowTheMoney: meetings as Events, with the people, bodies and posts around them, one entity a line."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from diplomod.errors import DataError, TextError
from diplomod.formats.characters import fit
from diplomod.formats.documents import SCHEMA
from diplomod.formats.extras import need
from diplomod.formats.files import decoded
from diplomod.formats.json import parsed
from diplomod.formats.losses import Loss, left_out
from diplomod.formats.pieces import assembled, dumped
from diplomod.formats.plain import to_plain
from diplomod.formats.streams import lines_of
from diplomod.model import Delegate, Delegation, Meeting, Party, PartyKind, Person, Record, Source, When

EXTRA = "ftm"
OWN = "diplomod"  # what an entity of ours has beside its properties; FollowTheMoney keeps it as context
KEPT = ("source", "meetings")
REASONS = dict.fromkeys(
    ("demands", "responses", "statements"), "FollowTheMoney has no schema for what is asked or said"
)
PUBLIC = (PartyKind.STATE, PartyKind.INTERNATIONAL_BODY)


def write(records: Iterable[Record], file: BinaryIO) -> Iterator[Loss]:
    """An Article for each source, an Event for each meeting, and once each Person, Organization, PublicBody, Position."""
    model = need("followthemoney", EXTRA).model
    seen: set[str] = set()
    for number, record in enumerate(records):
        plain = to_plain(record)
        article = _article(model, record.source, number)
        _put(file, article, {"schema": SCHEMA, "record": number, "source": plain["source"]})
        for meeting, value in zip(record.meetings, plain["meetings"], strict=True):
            event, around = _event(model, record.source, article, meeting)
            for entity in around:
                if entity.id not in seen:
                    seen.add(entity.id)
                    _put(file, entity)
            _put(file, event, {"schema": SCHEMA, "record": number, "meeting": value})
        yield from left_out(number, record, KEPT, REASONS)


def read(file: BinaryIO) -> Iterator[Record]:
    """The Records that entities were written from; entities of others are passed over.

    Raises `TextError` for what is no entity, or where there is none of ours, and `DataError` for what is no Record.
    """
    for number, group in itertools.groupby(_own(file), key=lambda found: found[1].get("record")):
        plain: dict[str, Any] = {"source": None, "meetings": [], "demands": [], "responses": [], "statements": []}
        schema = None
        for _line, own in group:
            schema = own.get("schema", schema)
            plain["source"] = own.get("source", plain["source"])
            plain["meetings"] += [own["meeting"]] if "meeting" in own else []
        yield assembled(schema, plain, f"record {number}")


def _own(file: BinaryIO) -> Iterator[tuple[int, dict[str, Any]]]:
    """What diplomod put into entities, with their lines. Raises `TextError` where there are entities and none of ours."""
    number, none = 0, True
    for number, line in lines_of(file):
        try:
            entity = parsed(decoded(line, ""))
        except TextError as fault:
            raise TextError(
                f"line {number}: {fault.message.removeprefix(': ')}", text=fault.text, at=fault.at
            ) from None
        if not isinstance(entity, dict) or not isinstance(entity.get("schema"), str):
            raise DataError([(f"line {number}", "is no entity of FollowTheMoney: it names no schema")])
        own = entity.get(OWN)
        if own is not None and not isinstance(own, dict):
            raise DataError([(f"line {number}, {OWN}", "is an object")])
        if own is not None:
            none = False
            yield number, own
    if number and none:
        raise TextError("it holds no entity that diplomod wrote")


def _put(file: BinaryIO, entity: Any, own: dict[str, Any] | None = None) -> None:
    data = {name: value for name, value in entity.to_dict().items() if value is not None}
    if own is not None:
        data[OWN] = own
    file.write(f"{dumped(data)}\n".encode())


def _entity(model: Any, schema: str, key: str, **told: str | None) -> Any:
    entity = model.make_entity(schema)
    entity.id = key
    for prop, value in told.items():
        if value is not None:
            entity.add(prop, fit(value), quiet=True)
    return entity


def _key(kind: str, *parts: str) -> str:
    return f"{kind}-{hashlib.sha1(chr(31).join(parts).encode('utf-8', 'surrogatepass')).hexdigest()}"


def _article(model: Any, source: Source, number: int) -> Any:
    return _entity(
        model,
        "Article",
        _key("article", source.fingerprint),
        title=source.title,
        publisher=source.publisher,
        sourceUrl=source.url,
        publishedAt=_date(source.published),
        language=source.language.partition("-")[0],
    )


def _event(model: Any, source: Source, article: Any, meeting: Meeting) -> tuple[Any, list[Any]]:
    """The Event of a meeting, and the entities around it."""
    when, place = meeting.when, meeting.place
    parties = [*meeting.parties, *meeting.mediators, *meeting.observers, *(one.party for one in meeting.delegations)]
    parties += [] if meeting.host is None else [meeting.host]
    around = [_party(model, party) for party in parties] + [_person(model, person) for person in meeting.people]
    sides = " – ".join(party.name for party in meeting.parties)
    event = _entity(
        model,
        "Event",
        _key("event", source.fingerprint, meeting.id),
        name=f"{meeting.kind.capitalize()}{f': {sides}' if sides else ''}",
        recordId=meeting.id,
        date=_date(when),
        startDate=_date(None if when is None or not when.is_interval else when.start),
        endDate=_date(None if when is None or not when.is_interval else when.end),
        location=None if place is None else ", ".join(part for part in (place.name, place.within) if part),
        country=None if place is None else place.country,
        summary=f"{meeting.kind}, {meeting.status.replace('_', ' ')}",
        publisher=source.publisher,
        sourceUrl=source.url,
    )
    for topic in meeting.topics:
        event.add("keywords", fit(topic.text), quiet=True)
    for span in meeting.evidence:
        event.add("description", fit(span.text), quiet=True)
    event.add("proof", article.id, quiet=True)
    for entity in around:
        event.add("involved", entity.id, quiet=True)
    if meeting.host is not None:
        event.add("organizer", _party(model, meeting.host).id, quiet=True)
    for delegation in meeting.delegations:
        for member in delegation.members:
            around += _represented(model, event, meeting, delegation, member)
    return event, around


def _represented(model: Any, event: Any, meeting: Meeting, delegation: Delegation, member: Delegate) -> Iterator[Any]:
    """Somebody who comes for a party: the person, the post, and that the one stands for the other."""
    agent, client = _person(model, member.person), _party(model, delegation.party)
    yield agent
    role = None if member.role is None else member.role.text
    head = delegation.head == member.person
    representation = _entity(
        model,
        "Representation",
        _key("representation", event.id, agent.id, client.id),
        role="head of delegation" if head else "member of delegation",
        status=str(member.attendance),
        date=_date(meeting.when),
        summary=role,
    )
    representation.add("agent", agent.id, quiet=True)
    representation.add("client", client.id, quiet=True)
    yield representation
    if role is not None:
        position = _entity(model, "Position", _key("position", client.id, role), name=role)
        position.add("organization", client.id, quiet=True)
        occupancy = _entity(model, "Occupancy", _key("occupancy", agent.id, position.id))
        occupancy.add("holder", agent.id, quiet=True)
        occupancy.add("post", position.id, quiet=True)
        yield from (position, occupancy)


def _party(model: Any, party: Party) -> Any:
    country = party.code if party.kind is PartyKind.STATE else None
    schema = "PublicBody" if party.kind in PUBLIC else "Organization"
    return _entity(model, schema, _key("party", party.code), name=party.name, abbreviation=party.code, country=country)


def _person(model: Any, person: Person) -> Any:
    return _entity(model, "Person", _key("person", person.name), name=person.name)


def _date(when: When | None) -> str | None:
    """A year, a month or a day, as FollowTheMoney writes them; None for anything else."""
    if when is None or when.is_interval or when.earliest is None:
        return None
    text = when.edtf.rstrip("?~%")
    return (
        text if all(part.isdecimal() for part in text.split("-")) and _is_calendar(text) else when.earliest.isoformat()
    )


def _is_calendar(text: str) -> bool:
    return len(text) in (4, 7, 10) and (len(text) < 7 or int(text[5:7]) <= 12)
