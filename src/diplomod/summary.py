"""A Record as lines for people to read: each value with the words that show it."""

from __future__ import annotations

from collections.abc import Iterator

from diplomod.model import Demand, Meeting, Record, Response, Span, Statement

LONGEST = 160  # characters of shown words


def summary(record: Record) -> str:
    """What the Record holds, as plain text with a line feed at its end."""
    return "".join(f"{_visible(line)}\n" for line in _lines(record))


def _visible(text: str) -> str:
    """The text on one line, whatever a name or a title holds."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else " " if c.isspace() else "�" for c in text)


def _lines(record: Record) -> Iterator[str]:
    source = record.source
    yield source.title or "(no title)"
    told = [source.publisher, None if source.published is None else f"published {source.published}", source.url]
    if source.dateline is not None:
        told.append(f"filed {_words(source.dateline.span)}")
    if any(told):
        yield "  " + ", ".join(part for part in told if part)
    sections = (
        ("Meetings", [line for meeting in record.meetings for line in _meeting(meeting)]),
        ("Demands", [line for demand in record.demands for line in _demand(record, demand)]),
        ("Statements", [line for statement in record.statements for line in _statement(statement)]),
    )
    for name, lines in sections:
        yield ""
        yield f"{name}: {'none' if not lines else ''}".rstrip()
        yield from lines


def _meeting(meeting: Meeting) -> Iterator[str]:
    sides = " – ".join(party.code for party in meeting.parties) or "sides not told"
    told = [str(meeting.status).replace("_", " ")]
    told += [str(part) for part in (meeting.format, meeting.when, meeting.place) if part is not None]
    yield f"  {meeting.kind}: {sides} ({', '.join(told)}){_sure(meeting)}"
    if meeting.host is not None:
        yield f"    host: {meeting.host.code}"
    if meeting.mediators:
        yield f"    mediators: {', '.join(party.code for party in meeting.mediators)}"
    for delegation in meeting.delegations:
        members = [
            f"{member}{' (head)' if member.person == delegation.head else ''}"
            + (f", {_words(member.role)}" if member.role is not None else "")
            + (f" [{member.attendance}]" if str(member.attendance) != "attended" else "")
            for member in delegation.members
        ]
        yield f"    {delegation.party.code}: {'; '.join(members) or 'nobody named'}"
    counted = {member.person.name for delegation in meeting.delegations for member in delegation.members}
    others = [person.name for person in meeting.people if person.name not in counted]
    if others:
        yield f"    also: {', '.join(others)}"
    yield from _shown(meeting.evidence[:1])


def _demand(record: Record, demand: Demand) -> Iterator[str]:
    by = demand.by.code if demand.by is not None else "not told"
    to = ", ".join(party.code for party in demand.to) or "not told"
    voice = f", voiced by {demand.speaker}" if demand.speaker is not None else ""
    first = f", first made {demand.first_made}" if demand.first_made is not None else ""
    yield f"  {by} to {to}: {_words(demand.content)}{voice}{first}{_sure(demand)}"
    yield from _shown(demand.evidence[:1])
    for response in record.responses_to(demand):
        yield from _response(response)


def _response(response: Response) -> Iterator[str]:
    by = response.by.code if response.by is not None else "somebody"
    yield f"    {str(response.stance).replace('_', ' ')} by {by}{_sure(response)}"
    yield from _shown(response.evidence[:1], "      ")


def _statement(statement: Statement) -> Iterator[str]:
    party = f" ({statement.party.code})" if statement.party is not None else ""
    marks = ("“", "”") if str(statement.mode) == "direct" else ("", "")
    nested = "    " if statement.within is not None else "  "
    said = f"{marks[0]}{_words(statement.content)}{marks[1]}{_sure(statement)}"
    yield f"{nested}{statement.speaker}{party}, {statement.mode}: {said}"


def _sure(event: Meeting | Demand | Response | Statement) -> str:
    """How sure it is, to two places."""
    return "" if event.confidence is None else f" [{event.confidence:.2f}]"


def _shown(spans: tuple[Span, ...], indent: str = "    ") -> Iterator[str]:
    for span in spans:
        yield f"{indent}“{_words(span)}” ({span.start}–{span.end})"


def _words(span: Span) -> str:
    """The words on one line, cut where they are long."""
    text = " ".join(_visible(span.text).split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
