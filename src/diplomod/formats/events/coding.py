"""Records to rows of events."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from diplomod.formats.documents import SCHEMA
from diplomod.formats.events.codes import (
    ANSWER,
    ASKED,
    CHANGE,
    MEETING,
    MODE_OF_KIND,
    MULTILATERAL,
    OLDER,
    THIRD_PARTY,
)
from diplomod.formats.events.event import Actor, Event
from diplomod.formats.losses import Loss
from diplomod.formats.plain import to_plain
from diplomod.lexicon.deeds import deeds
from diplomod.model import Demand, Meeting, Party, Precision, Record, Response, Statement, When

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
NO_EVENT = "words that neither agree, support, ask, reject, accuse nor threaten are no event"
NO_ANSWER = "an answer put off is no event"


def events_of(number: int, record: Record) -> Iterator[Event | Loss]:
    """The events of a Record in order, and a loss for everything that is none."""
    kept, lost = _kept(number, record)
    ids = set(kept.values())
    yield from lost
    plain = to_plain(record)
    told = {name: plain[name] for name in ("meetings", "demands", "responses", "statements")}
    none = True
    for name, i, event in _events(record):
        if name == "statements" and i not in kept:
            continue
        value = told[name][i]
        if name == "statements" and value["within"] is not None and value["within"] not in ids:
            value = {**value, "within": None}
        own = {"schema": SCHEMA, "record": number, "source": plain["source"], "list": name, "value": value}
        none = False
        yield attrs.evolve(event, own=own)
    if none:
        yield Loss(record=number, path="source", why="a source without events leaves no row")


def _kept(number: int, record: Record) -> tuple[dict[int, str], list[Loss]]:
    """The statements that are events, by their numbers, and what is lost of the others."""
    kept = {i: one.id for i, one in enumerate(record.statements) if _said(one) is not None}
    ids = set(kept.values())
    lost = [
        Loss(record=number, path=f"statements[{i}]", why=NO_EVENT)
        for i in range(len(record.statements))
        if i not in kept
    ]
    lost += [
        Loss(record=number, path=f"statements[{i}].within", why="the statement around it is no event")
        for i in kept
        if record.statements[i].within is not None and record.statements[i].within not in ids
    ]
    lost += [
        Loss(record=number, path=f"responses[{i}]", why=NO_ANSWER)
        for i, response in enumerate(record.responses)
        if response.stance not in ANSWER
    ]
    return kept, lost


def _events(record: Record) -> Iterator[tuple[str, int, Event]]:
    source = record.source
    about: dict[str, Any] = {
        "publisher": source.publisher or "",
        "published": _day(source.published),
        "url": source.url or "",
        "language": source.language,
    }
    for i, meeting in enumerate(record.meetings):
        yield "meetings", i, attrs.evolve(_meeting(meeting), **about)
    for i, demand in enumerate(record.demands):
        yield "demands", i, attrs.evolve(_demand(demand), **about)
    demands = {demand.id: demand for demand in record.demands}
    for i, response in enumerate(record.responses):
        if response.stance in ANSWER:
            yield "responses", i, attrs.evolve(_response(response, demands), **about)
    for i, statement in enumerate(record.statements):
        said = _said(statement)
        if said is not None:
            yield "statements", i, attrs.evolve(_statement(statement, *said), **about)


def _meeting(meeting: Meeting) -> Event:
    code, mode = MEETING[meeting.status]
    if code == "CONSULT":
        mode = MODE_OF_KIND.get(meeting.kind, "")
        if meeting.mediators:
            mode = THIRD_PARTY
        elif not mode and len(meeting.parties) > 2:
            mode = MULTILATERAL
    first, *others = meeting.parties or (None,)
    place = meeting.place
    return Event(
        id=meeting.id,
        date=_day(meeting.when),
        code=code,
        mode=mode,
        sources=_actors([first]),
        targets=_actors(others),
        place=place.name if place is not None else "",
        country=(place.country or "") if place is not None else "",
        words=meeting.evidence[0].text,
    )


def _demand(demand: Demand) -> Event:
    return Event(
        id=demand.id,
        date=_day(demand.first_made),
        code="REQUEST",
        mode=_asked(demand),
        sources=_actors([demand.by]),
        targets=_actors(demand.to),
        words=demand.evidence[0].text,
    )


def _asked(demand: Demand) -> str:
    words = set(_words(demand.content.text))
    return next((mode for mode, known in ASKED if not words.isdisjoint(known)), CHANGE)


def _response(response: Response, demands: dict[str, Demand]) -> Event:
    asked = demands.get(response.to[0])
    code = ANSWER[response.stance]
    return Event(
        id=response.id,
        date="",
        code=code,
        mode=_asked(asked) if code == "REJECT" and asked is not None else "",
        sources=_actors([response.by]),
        targets=_actors([asked.by] if asked is not None else []),
        words=response.evidence[0].text,
    )


def _statement(statement: Statement, code: str, mode: str) -> Event:
    party = statement.speaker.party
    return Event(
        id=statement.id,
        date=_day(statement.when),
        code=code,
        mode=mode,
        sources=(Actor(name=statement.speaker.name, code=party.code if party is not None else ""),),
        words=statement.content.text,
    )


def _said(statement: Statement) -> tuple[str, str] | None:
    """The code of what a statement does, by its cue and its words: ``accused Chad of …``."""
    if statement.cue is None:
        return None
    table = deeds()
    words = _words(statement.cue.text)
    content = _words(statement.content.text)
    for i, word in enumerate(words):
        for lemma, _tag in table.verbs.forms.get(word, ())[:1]:
            found = table.code(lemma, [*words[i + 1 :], *content])
            if found is not None:
                return OLDER.get(found[0], found[0]), found[1]
    return None


def _words(text: str) -> list[str]:
    return [word.replace("’", "'") for word in WORD.findall(text.lower())]


def _actors(parties: Iterable[Party | None]) -> tuple[Actor, ...]:
    return tuple(Actor(name=party.name, code=party.code) for party in parties if party is not None)


def _day(when: When | None) -> str:
    """The day of a date; of one that is none, the EDTF."""
    if when is None:
        return ""
    day: Any = when.earliest if when.precision in (Precision.DAY, Precision.TIME) else None
    return when.edtf if day is None or when.is_interval else day.isoformat()
