"""Markdown: a brief for people. Who met, what was asked, what was answered, who said what, with the words that show it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from diplomod.formats.characters import fit, unfit
from diplomod.formats.losses import Loss, left_out
from diplomod.model import (
    Attendance,
    Delegation,
    Demand,
    Meeting,
    Party,
    Record,
    Response,
    Source,
    Span,
    Speaker,
    Statement,
)

PARTY = ("code", "name")
KEPT = (
    *(
        f"source.{name}"
        for name in ("title", "publisher", "url", "published.edtf", "authors[].name", "dateline.span.text")
    ),
    *(f"meetings[].{name}" for name in ("kind", "status", "format", "when.edtf", "people[].name")),
    *(f"meetings[].{name}" for name in ("place.name", "place.within", "topics[].text", "evidence[].text")),
    *(f"meetings[].{role}.{name}" for role in ("parties[]", "host", "mediators[]", "observers[]") for name in PARTY),
    *(f"meetings[].delegations[].party.{name}" for name in PARTY),
    *(f"meetings[].delegations[].{name}" for name in ("size", "head.name", "members[].person.name")),
    *(f"meetings[].delegations[].members[].{name}" for name in ("attendance", "role.text")),
    *(f"demands[].{name}" for name in ("content.text", "evidence[].text", "reiterated.text", "condition.text")),
    *(f"demands[].{name}" for name in ("first_made.edtf", "deadline.edtf", "speaker.name")),
    *(f"demands[].{role}.{name}" for role in ("by", "to[]") for name in PARTY),
    *(f"responses[].{name}" for name in ("to", "stance", "evidence[].text", "speaker.name")),
    *(f"responses[].by.{name}" for name in PARTY),
    *(f"statements[].{name}" for name in ("mode", "content.text", "cue.text", "to.text", "when.edtf")),
    *(f"statements[].{name}" for name in ("within", "occasion.text", "speaker.name", "speaker.role.text")),
    *(f"statements[].speaker.party.{name}" for name in PARTY),
)
EVENTS = ("meetings", "demands", "responses", "statements")
REASONS = {f"{name}[].confidence": "it is rounded to whole per cents" for name in EVENTS}
SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")


def write(records: Iterable[Record], file: BinaryIO) -> Iterator[Loss]:
    """A section for each Record."""
    for number, record in enumerate(records):
        lines = "\n".join(_brief(record)).strip("\n")
        file.write(f"{'' if number == 0 else chr(10)}{lines}\n".encode())
        yield from left_out(number, record, KEPT, REASONS)
        yield from unfit(number, record, KEPT)


def _brief(record: Record) -> Iterator[str]:
    source = record.source
    yield f"# {_plain(source.title) if source.title else 'Brief'}"
    yield ""
    yield from _told_of(source)
    sections = (
        ("Who met", [line for meeting in record.meetings for line in _meeting(meeting)]),
        ("What was asked, and what was answered", [line for one in record.demands for line in _demand(record, one)]),
        ("Who said what", list(_statements(record))),
    )
    for name, lines in sections:
        if lines:
            yield f"## {name}"
            yield ""
            yield from lines
            yield ""
    if not any(lines for _, lines in sections):
        yield "Nothing was read in this text."


def _told_of(source: Source) -> Iterator[str]:
    """Who published the text, and when."""
    told = [
        ", ".join(_plain(author.name) for author in source.authors),
        _plain(source.publisher) if source.publisher else "",
        str(source.published) if source.published is not None else "",
        f"filed {_plain(source.dateline.span.text)}" if source.dateline is not None else "",
        _plain(source.url) if source.url else "",
    ]
    if any(told):
        yield "; ".join(part for part in told if part)
        yield ""


def _meeting(meeting: Meeting) -> Iterator[str]:
    sides = " – ".join(map(_party, meeting.parties))
    told = [str(meeting.status).replace("_", " "), str(meeting.when or ""), _place(meeting), str(meeting.format or "")]
    title = f"**{meeting.kind.capitalize()}{f': {sides}' if sides else ''}**"
    yield f"- {title} ({', '.join(part for part in told if part)}){_sure(meeting.confidence)}"
    for name, parties in (("mediated by", meeting.mediators), ("observed by", meeting.observers)):
        if parties:
            yield f"  - {name} {', '.join(map(_party, parties))}"
    if meeting.host is not None:
        yield f"  - hosted by {_party(meeting.host)}"
    for delegation in meeting.delegations:
        yield f"  - {_delegation(delegation)}"
    if meeting.people:
        yield f"  - people: {', '.join(_plain(person.name) for person in meeting.people)}"
    if meeting.topics:
        yield f"  - on {'; '.join(_plain(topic.text) for topic in meeting.topics)}"
    yield from _quoted(meeting.evidence)


def _place(meeting: Meeting) -> str:
    if meeting.place is None:
        return ""
    return ", ".join(_plain(part) for part in (meeting.place.name, meeting.place.within) if part)


def _delegation(delegation: Delegation) -> str:
    members = []
    for member in delegation.members:
        told = [_plain(member.role.text)] if member.role is not None else []
        if member.person == delegation.head:
            told.append("head")
        if member.attendance is not Attendance.ATTENDED:
            told.append(str(member.attendance))
        members.append(_plain(member.person.name) + _bracketed(told))
    size = f", {delegation.size} in all" if delegation.size is not None else ""
    return f"for {_party(delegation.party)}: {'; '.join(members) or 'nobody named'}{size}"


def _demand(record: Record, demand: Demand) -> Iterator[str]:
    by = _party(demand.by) if demand.by is not None else "Somebody"
    to = f" of {', '.join(map(_party, demand.to))}" if demand.to else ""
    yield f"- **{by}** asks{to}: {_plain(demand.content.text)}{_sure(demand.confidence)}"
    told = (
        ("voiced by", None if demand.speaker is None else demand.speaker.name),
        ("first made", None if demand.first_made is None else str(demand.first_made)),
        ("made again:", None if demand.reiterated is None else demand.reiterated.text),
        ("tied to", None if demand.condition is None else demand.condition.text),
        ("to be met by", None if demand.deadline is None else str(demand.deadline)),
    )
    for what, words in told:
        if words is not None:
            yield f"  - {what} {_plain(words)}"
    yield from _quoted(demand.evidence)
    for response in record.responses_to(demand):
        yield from _response(response)


def _response(response: Response) -> Iterator[str]:
    by = _party(response.by) if response.by is not None else "Somebody"
    voice = f", voiced by {_plain(response.speaker.name)}" if response.speaker is not None else ""
    yield f"  - **{by}**: {str(response.stance).replace('_', ' ')}{voice}{_sure(response.confidence)}"
    yield from _quoted(response.evidence, "    ")


def _statements(record: Record) -> Iterator[str]:
    speakers = {statement.id: statement.speaker for statement in record.statements}
    for statement in record.statements:
        yield from _statement(statement, speakers.get(statement.within or ""))


def _statement(statement: Statement, outer: Speaker | None) -> Iterator[str]:
    told = [_plain(statement.to.text)] if statement.to is not None else []
    told += [str(statement.when)] if statement.when is not None else []
    told += [_plain(statement.occasion.text)] if statement.occasion is not None else []
    told += [f"as {_plain(outer.name)} tells"] if outer is not None else []
    cue = _plain(statement.cue.text) if statement.cue is not None else "said"
    how = "" if statement.mode == "direct" else f" ({statement.mode})"
    marks = ("“", "”") if statement.mode == "direct" else ("", "")
    words = f"{marks[0]}{_plain(statement.content.text)}{marks[1]}"
    yield f"- {_speaker(statement.speaker)}, {cue}{_bracketed(told)}: {words}{how}{_sure(statement.confidence)}"


def _speaker(speaker: Speaker) -> str:
    told = [_plain(speaker.role.text)] if speaker.role is not None else []
    told += [_party(speaker.party)] if speaker.party is not None else []
    return f"**{_plain(speaker.name)}**{_bracketed(told)}"


def _party(party: Party) -> str:
    name, code = _plain(party.name), _plain(party.code)
    return name if name.casefold() == code.casefold() else f"{name} ({code})"


def _quoted(spans: tuple[Span, ...], indent: str = "  ") -> Iterator[str]:
    """The words that show it."""
    for span in spans:
        yield f"{indent}- “{_plain(span.text)}”"


def _bracketed(told: list[str]) -> str:
    return f" ({', '.join(told)})" if told else ""


def _sure(confidence: float | None) -> str:
    return "" if confidence is None else f" – {confidence:.0%} sure"


def _plain(text: str) -> str:
    """The words on one line, with nothing in them that Markdown would take for a mark.

    >>> _plain("<b>*one*</b>\\ntwo")
    '\\\\<b\\\\>\\\\*one\\\\*\\\\</b\\\\> two'
    """
    return SPECIAL.sub(r"\\\1", " ".join(fit(text).split()))
