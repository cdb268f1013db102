"""A Record as lines for people to read: each value with the words that show it, or with all its reasons."""

from __future__ import annotations

import json
from collections.abc import Iterator

from diplomod.model import Demand, Meeting, Record, Response, Span, Statement
from diplomod.reading import Explanation

EVENTS = ("meetings", "demands", "responses", "statements")
LONGEST = 160  # characters of shown words


def summary(record: Record) -> str:
    """What the Record holds, as plain text with a line feed at its end."""
    return "".join(f"{_visible(line)}\n" for line in _lines(record))


def reasons(explanation: Explanation) -> str:
    """Each value of each event with the rules that made it and the words that they looked at, as plain text."""
    return "".join(f"{_visible(line)}\n" for line in _reasons(explanation))


def reasons_as_json(explanation: Explanation) -> str:
    """The signs and reasons of each event by its id, as a JSON object; words with offsets, and line and column from 1."""
    document = {
        event: {
            "signs": explanation.signs.get(event, {}),
            "reasons": [
                {
                    "field": reason.field,
                    "value": reason.value,
                    "rule": reason.rule,
                    "meaning": reason.meaning,
                    "words": [_word(explanation, span) for span in reason.words],
                }
                for reason in found
            ],
        }
        for event, found in explanation.reasons.items()
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _word(explanation: Explanation, span: Span) -> dict[str, object]:
    line, column = explanation.place(span)
    return {"start": span.start, "end": span.end, "text": span.text, "line": line, "column": column}


def _reasons(explanation: Explanation) -> Iterator[str]:
    record = explanation.record
    meanings: dict[str, str] = {}
    yield record.source.title or "(no title)"
    for kind in EVENTS:
        for event in getattr(record, kind):
            yield ""
            yield f"{kind.removesuffix('s')} {event.id}{_sure(event)}"
            yield from _weighed(explanation.signs.get(event.id, {}))
            before = ("", "")
            for reason in explanation.of(event):
                if (reason.field, reason.value) != before:
                    yield f"  {reason.field}: {_cut(reason.value)}"
                before = (reason.field, reason.value)
                words = ", ".join(_placed(explanation, span) for span in reason.words)
                yield f"    {words}  {reason.rule}"
                meanings[reason.rule] = reason.meaning
    yield ""
    yield f"Rules: {'none' if not meanings else ''}".rstrip()
    for rule in sorted(meanings):
        yield f"  {rule}: {_cut(meanings[rule])}"


def _weighed(signs: dict[str, float]) -> Iterator[str]:
    """What the confidence adds up, the heaviest first."""
    heavy = sorted(signs.items(), key=lambda item: (item[0] != "base", -abs(item[1])))
    if heavy:
        yield "  confidence"
        yield "    " + ", ".join(f"{name} {weight:+.2f}" for name, weight in heavy)


def _placed(explanation: Explanation, span: Span) -> str:
    line, column = explanation.place(span)
    return f"“{_words(span)}” ({line}:{column})"


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
    return _cut(span.text)


def _cut(words: str) -> str:
    text = " ".join(_visible(words).split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
