"""Rows of events to Records."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import Any

from diplomod.errors import DataError, TextError, ValueFault
from diplomod.formats.events.codes import FORMAT_OF_MODE, KIND_OF_MODE, OLDER, TALK
from diplomod.formats.events.event import Actor, Event
from diplomod.formats.foreign import Origin
from diplomod.formats.pieces import assembled
from diplomod.model import (
    Demand,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Mode,
    Party,
    Record,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
    When,
)

Row = tuple[str, str, Event]  # where it stands in the file, its characters there, and what they say
LISTS = ("meetings", "demands", "responses", "statements")


def records_of(rows: Iterable[Row]) -> Iterator[Record]:
    """The Records of rows: those that rows of ours were written from, and one for each row of others.

    Raises `DataError` for rows that say what can't be, with their place.
    """
    for own, group in itertools.groupby(rows, key=lambda row: _number(row[2])):
        if own is None:
            for where, text, event in group:
                try:
                    yield _foreign(event, text)
                except (TextError, ValueFault) as fault:
                    raise DataError([(where, getattr(fault, "message", None) or str(fault))]) from None
        else:
            yield _own(list(group))


def _number(event: Event) -> Any:
    """What the rows of one Record have in common."""
    return None if event.own is None else (event.own.get("record"), str(event.own.get("source")))


def _own(rows: list[Row]) -> Record:
    plain: dict[str, Any] = {"source": None, **{name: [] for name in LISTS}}
    where = rows[0][0]
    for place, _text, event in rows:
        own = event.own or {}
        if own.get("list") not in LISTS or "value" not in own:
            raise DataError([(place, "what diplomod put into the row is broken")])
        plain["source"] = own.get("source")
        plain[own["list"]].append(own["value"])
    return assembled((rows[0][2].own or {}).get("schema"), plain, where)


def _foreign(event: Event, text: str) -> Record:
    origin = Origin.of(text)
    row = origin.span()
    source = origin.source(
        publisher=event.publisher or None,
        url=event.url or None,
        published=When(edtf=event.published) if event.published else None,
    )
    code = OLDER.get(event.code, event.code)
    when = When(edtf=event.date, span=origin.find(event.date)) if event.date else None
    words = origin.find(event.words) or row
    if code == "CONSULT":
        parties = _parties(origin, (*event.sources, *event.targets))
        return Record(source=source, meetings=(_meeting(origin, event, parties, when, words),))
    by, to = _parties(origin, event.sources), _parties(origin, event.targets)
    if code == "REQUEST":
        demand = Demand(id=origin.id("d", 1), by=by[0] if by else None, to=to, content=words, evidence=(row,))
        return Record(source=source, demands=(demand,))
    if code in TALK and by:
        return Record(source=source, statements=(_statement(origin, event, by[0], when, words),))
    return Record(source=source)


def _meeting(origin: Origin, event: Event, parties: tuple[Party, ...], when: When | None, words: Span) -> Meeting:
    return Meeting(
        id=origin.id("m", 1),
        kind=KIND_OF_MODE.get(event.mode, MeetingKind.MEETING),
        status=MeetingStatus.HELD,
        when=when,
        place=origin.place(event.place) if event.place.strip() else None,
        parties=parties,
        format=FORMAT_OF_MODE.get(event.mode),
        evidence=(words,),
    )


def _statement(origin: Origin, event: Event, party: Party, when: When | None, words: Span) -> Statement:
    speaker = Speaker(kind=SpeakerKind.PARTY, name=party.name, party=party, span=party.span)
    return Statement(
        id=origin.id("s", 1),
        speaker=speaker,
        mode=Mode.INDIRECT,
        content=words,
        cue=origin.find(event.code),
        to=origin.find(event.targets[0].name) if event.targets else None,
        when=when,
    )


def _parties(origin: Origin, actors: Iterable[Actor]) -> tuple[Party, ...]:
    """The parties of actors, each once."""
    found: dict[str, Party] = {}
    for actor in actors:
        if actor.name.strip():
            party = origin.party(actor.name, code=actor.code)
            found.setdefault(party.code, party)
    return tuple(found.values())
