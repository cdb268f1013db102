"""What one source says: `Record`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import attrs

from diplomod.model.actor import Party, Person
from diplomod.model.checks import one, several
from diplomod.model.delegation import Delegation
from diplomod.model.demand import Demand, Response
from diplomod.model.meeting import Meeting
from diplomod.model.source import Source, fingerprint
from diplomod.model.span import Span
from diplomod.model.statement import Speaker, Statement

EVENTS = ("meetings", "demands", "responses", "statements")


@attrs.frozen(slots=True, kw_only=True)
class Record:
    """One source and all that was read in it.

    Ids are unique in a Record and, when the reader made them, across documents: they start with the text's
    fingerprint. The same text gives the same ids.
    """

    source: Source = one(Source)
    meetings: tuple[Meeting, ...] = several(Meeting)
    demands: tuple[Demand, ...] = several(Demand)
    responses: tuple[Response, ...] = several(Response)
    statements: tuple[Statement, ...] = several(Statement)

    @property
    def delegations(self) -> tuple[Delegation, ...]:
        """The delegations of all meetings, in order."""
        return tuple(delegation for meeting in self.meetings for delegation in meeting.delegations)

    def responses_to(self, demand: Demand | str) -> tuple[Response, ...]:
        """The answers to a demand (or to the demand with this id)."""
        wanted = demand if isinstance(demand, str) else demand.id
        return tuple(response for response in self.responses if wanted in response.to)

    def statements_by(self, who: Person | Party | str) -> tuple[Statement, ...]:
        """What a person or a party said; a string is taken as a speaker's name or a party's code."""
        return tuple(statement for statement in self.statements if _speaks(statement.speaker, who))

    def statements_within(self, statement: Statement | str) -> tuple[Statement, ...]:
        """The statements that this one reports."""
        wanted = statement if isinstance(statement, str) else statement.id
        return tuple(inner for inner in self.statements if inner.within == wanted)

    def demands_by(self, party: Party | str) -> tuple[Demand, ...]:
        """The demands that a party (or the party with this code) makes."""
        code = _code(party)
        return tuple(demand for demand in self.demands if demand.by is not None and demand.by.code == code)

    def demands_to(self, party: Party | str) -> tuple[Demand, ...]:
        """The demands that are addressed to a party (or the party with this code)."""
        code = _code(party)
        return tuple(demand for demand in self.demands if any(to.code == code for to in demand.to))

    def meetings_of(self, who: Person | Party | str) -> tuple[Meeting, ...]:
        """The meetings of a party or a person; a string is taken as a party's code or a person's name."""
        wanted = who.name if isinstance(who, Person) else _code(who)
        return tuple(
            meeting
            for meeting in self.meetings
            if any(party.code == wanted for party in meeting.parties if not isinstance(who, Person))
            or any(person.name == wanted for person in meeting.people if not isinstance(who, Party))
        )

    def problems(self, text: str | None = None) -> tuple[str, ...]:
        """What is not sound in this Record, a line each; empty if all is well.

        Finds ids that stand twice, ids that lead nowhere, circles of statements within statements and, if the `text`
        is given, spans that are not in it and a fingerprint that is another text's.
        """
        return (*_id_problems(self), *(() if text is None else _span_problems(self, text)))


def _code(party: Party | str) -> str:
    return party if isinstance(party, str) else party.code


def _speaks(speaker: Speaker, who: Person | Party | str) -> bool:
    if isinstance(who, Person):
        return speaker.person is not None and speaker.person.name == who.name
    if isinstance(who, Party):
        return speaker.party is not None and speaker.party.code == who.code
    return speaker.name == who or (speaker.party is not None and speaker.party.code == who)


def _id_problems(record: Record) -> Iterator[str]:
    ids = Counter(event.id for kind in EVENTS for event in getattr(record, kind))
    yield from (f"the id {name!r} stands {count} times" for name, count in ids.items() if count > 1)
    demands = {demand.id for demand in record.demands}
    for i, response in enumerate(record.responses):
        for wanted in response.to:
            if wanted not in demands:
                yield f"responses[{i}].to: no demand has the id {wanted!r}"
    outer = {statement.id: statement.within for statement in record.statements}
    numbers: dict[str | None, int] = {statement.id: i for i, statement in enumerate(record.statements)}
    sound: set[str | None] = {None}
    for statement in record.statements:
        path: dict[str | None, None] = {}  # in order, and quick to ask
        step: str | None = statement.id
        while step not in sound and step in outer and step not in path:
            path[step] = None
            step = outer[step]
        if step not in sound and step not in outer:
            yield f"statements[{numbers[next(reversed(path))]}].within: no statement has the id {step!r}"
        elif step in path:
            yield f"statements[{numbers[step]}].within: {step!r} stands within itself"
        sound.update(path)


def _span_problems(record: Record, text: str) -> Iterator[str]:
    if record.source.fingerprint != fingerprint(text):
        yield "source.fingerprint: the Record was read from another text"
    for path, span in spans(record):
        if not span.stands_in(text):
            yield f"{path}: the text has {text[span.start : span.end]!r} at {span.start}, the span {span.text!r}"


def spans(value: Any, path: str = "") -> Iterator[tuple[str, Span]]:
    """Every span in a Record or a part of it, with the path to it: ``meetings[0].place.span``."""
    if isinstance(value, Span):
        yield path, value
    elif isinstance(value, tuple):
        for i, item in enumerate(value):
            yield from spans(item, f"{path}[{i}]")
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from spans(getattr(value, field.name), f"{path}.{field.name}" if path else field.name)
