"""Graphs: people, parties, meetings, demands, answers and statements as nodes, for NetworkX and as GraphML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from diplomod.formats.characters import fit, unfit
from diplomod.formats.extras import need
from diplomod.formats.losses import Loss, left_out
from diplomod.model import Demand, Meeting, Party, Person, Record, Response, Source, Speaker, Statement

EXTRA = "graph"
PARTY = ("code", "name", "kind")
KEPT = (
    *(f"source.{name}" for name in ("fingerprint", "title", "publisher", "url", "published.edtf")),
    *(f"meetings[].{name}" for name in ("id", "kind", "status", "format", "when.edtf", "place.name", "confidence")),
    "meetings[].people[].name",
    *(f"meetings[].{role}.{name}" for role in ("parties[]", "host", "mediators[]", "observers[]") for name in PARTY),
    *(f"meetings[].delegations[].party.{name}" for name in PARTY),
    *(f"meetings[].delegations[].{name}" for name in ("head.name", "members[].person.name", "members[].attendance")),
    "meetings[].delegations[].members[].role.text",
    *(f"demands[].{name}" for name in ("id", "content.text", "first_made.edtf", "confidence")),
    *(f"demands[].{role}.{name}" for role in ("by", "to[]") for name in PARTY),
    *(f"responses[].{name}" for name in ("id", "to", "stance", "confidence")),
    *(f"responses[].by.{name}" for name in PARTY),
    *(f"statements[].{name}" for name in ("id", "mode", "content.text", "when.edtf", "within", "confidence")),
    *(f"statements[].speaker.{name}" for name in ("name", "kind", "person.name")),
    *(f"statements[].speaker.party.{name}" for name in PARTY),
)


def graph_of(records: Record | Iterable[Record]) -> Any:
    """A `networkx.MultiDiGraph` of Records: who meets, asks, answers and speaks; needs the extra ``diplomod[graph]``.

    The attribute `kind` of a node is source, party, person, speaker, meeting, demand, response or statement; that of an
    edge tells what the one is to the other (``side``, ``mediator``, ``member``, ``demands``, ``asked``, ``answers``, ``says``).
    Parties and people stand once, however many Records name them.
    """
    graph = need("networkx", EXTRA).MultiDiGraph()
    for number, record in enumerate((records,) if isinstance(records, Record) else records):
        _add(graph, number, record)
    return graph


def write_graphml(records: Iterable[Record], file: BinaryIO) -> Iterator[Loss]:
    """One graph of all Records, as GraphML."""
    networkx = need("networkx", EXTRA)
    graph = networkx.MultiDiGraph()
    losses: list[Loss] = []
    for number, record in enumerate(records):
        _add(graph, number, record)
        losses += left_out(number, record, KEPT)
        losses += unfit(number, record, KEPT)
    networkx.write_graphml(graph, file)
    yield from losses


def _add(graph: Any, number: int, record: Record) -> None:
    source = _source(graph, record.source)
    events: tuple[Meeting | Demand | Response | Statement, ...] = (
        *record.meetings,
        *record.demands,
        *record.responses,
        *record.statements,
    )
    names: dict[str, str] = {event.id: f"{number}:{event.id}" for event in events}
    for meeting in record.meetings:
        _meeting(graph, _event(graph, source, names[meeting.id], "meeting", meeting), meeting)
    for demand in record.demands:
        _demand(graph, _event(graph, source, names[demand.id], "demand", demand), demand)
    for response in record.responses:
        _response(graph, _event(graph, source, names[response.id], "response", response), response, names)
    for statement in record.statements:
        _statement(graph, _event(graph, source, names[statement.id], "statement", statement), statement, names)


def _node(graph: Any, name: str, kind: str, **told: Any) -> str:
    """A node with what is told of it; blank values are left out, as GraphML has none."""
    name = fit(name)
    graph.add_node(name, kind=kind, **{key: _plain(value) for key, value in told.items() if value is not None})
    return name


def _edge(graph: Any, one: str, other: str, kind: str, **told: Any) -> None:
    graph.add_edge(one, other, kind=kind, **{key: _plain(value) for key, value in told.items() if value is not None})


def _plain(value: Any) -> Any:
    return value if isinstance(value, (int, float)) else fit(str(value))


def _source(graph: Any, source: Source) -> str:
    told = {"title": source.title, "publisher": source.publisher, "url": source.url, "published": source.published}
    return _node(graph, f"source:{source.fingerprint}", "source", **told)


def _party(graph: Any, party: Party) -> str:
    return _node(graph, f"party:{party.code}", "party", code=party.code, label=party.name, sort=party.kind)


def _person(graph: Any, person: Person) -> str:
    return _node(graph, f"person:{person.name}", "person", label=person.name)


def _event(graph: Any, source: str, name: str, kind: str, event: Any) -> str:
    node = _node(graph, name, kind, id=event.id, confidence=event.confidence)
    _edge(graph, source, node, "tells")
    return node


def _meeting(graph: Any, node: str, meeting: Meeting) -> None:
    place = None if meeting.place is None else meeting.place.name
    told = {
        "sort": meeting.kind,
        "status": meeting.status,
        "format": meeting.format,
        "when": meeting.when,
        "place": place,
    }
    _node(graph, node, "meeting", **told)
    for kind, parties in (
        ("side", meeting.parties),
        ("mediator", meeting.mediators),
        ("observer", meeting.observers),
        ("host", () if meeting.host is None else (meeting.host,)),
    ):
        for party in parties:
            _edge(graph, _party(graph, party), node, kind)
    for person in meeting.people:
        _edge(graph, _person(graph, person), node, "takes part")
    for delegation in meeting.delegations:
        sender = _party(graph, delegation.party)
        _edge(graph, sender, node, "delegation")
        for member in delegation.members:
            kind = "head" if member.person == delegation.head else "member"
            role = None if member.role is None else member.role.text
            _edge(
                graph,
                _person(graph, member.person),
                sender,
                kind,
                attendance=member.attendance,
                role=role,
                meeting=node,
            )


def _demand(graph: Any, node: str, demand: Demand) -> None:
    _node(graph, node, "demand", label=demand.content.text, first_made=demand.first_made)
    if demand.by is not None:
        _edge(graph, _party(graph, demand.by), node, "demands")
    for party in demand.to:
        _edge(graph, node, _party(graph, party), "asked")


def _response(graph: Any, node: str, response: Response, names: dict[str, str]) -> None:
    _node(graph, node, "response", stance=response.stance)
    if response.by is not None:
        _edge(graph, _party(graph, response.by), node, "answers")
    for demand in response.to:
        _edge(graph, node, fit(names[demand]), "answer to", stance=response.stance)


def _statement(graph: Any, node: str, statement: Statement, names: dict[str, str]) -> None:
    _node(graph, node, "statement", label=statement.content.text, mode=statement.mode, when=statement.when)
    _edge(graph, _speaker(graph, statement.speaker), node, "says")
    if statement.within is not None:
        _edge(graph, fit(names[statement.within]), node, "reports")


def _speaker(graph: Any, speaker: Speaker) -> str:
    name = f"speaker:{speaker.kind}:{speaker.name}:{speaker.party or ''}"
    node = _node(graph, name, "speaker", label=speaker.name, sort=speaker.kind)
    if speaker.person is not None:
        _edge(graph, _person(graph, speaker.person), node, "is")
    if speaker.party is not None:
        _edge(graph, node, _party(graph, speaker.party), "speaks for")
    return node
