"""Why a Record says what it says: each value with the rule and the words that made it."""

from __future__ import annotations

import bisect
import inspect
import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Any

import attrs

from diplomod.model import Demand, Meeting, Party, Person, Place, Record, Response, Span, Speaker, Statement, When
from diplomod.reading.parts import Cast, Ground, Mention, Rule, Time, Tokens, Trace

Event = Meeting | Demand | Response | Statement
Range = tuple[int, int]

ROOM = "diplomod.reading."
# The fields whose values somebody in the text stands behind: who that is has a rule of its own.
ACTORS = frozenset(
    "parties people host mediators observers by to speaker speaker.party delegations.members delegations.head".split()
)


@attrs.frozen(slots=True, kw_only=True)
class Reason:
    """Why one value of an event is what it is.

    `field` is the path in the event (``when``, ``speaker.party``, ``delegations.head``), `value` the value as words; `rule` the
    name of the rule (``meetings.verbs.met``: file and function in `diplomod.reading`), `meaning` what the rule does, in one
    line; `words` what it looked at, at least one span. A value can have several reasons: the talks that are told of twice,
    the pronoun and the name that it stands for.
    """

    field: str
    value: str
    rule: str
    meaning: str
    words: tuple[Span, ...]


@attrs.frozen(slots=True, kw_only=True)
class Explanation:
    """A Record, the text that it was read from, and by the id of each event its reasons, in the order of its fields, and
    its signs: what its confidence adds up, as natural logarithms of odds."""

    text: str
    record: Record
    reasons: dict[str, tuple[Reason, ...]]
    signs: dict[str, dict[str, float]]
    _lines: tuple[int, ...] = attrs.field(init=False, repr=False, eq=False)

    @_lines.default
    def _line_starts(self) -> tuple[int, ...]:
        return (0, *(match.end() for match in re.finditer("\n", self.text)))

    def of(self, event: Event | str, field: str | None = None) -> tuple[Reason, ...]:
        """The reasons of an event (or of the event with this id): all of them, or those of one field."""
        found = self.reasons.get(event if isinstance(event, str) else event.id, ())
        return found if field is None else tuple(reason for reason in found if reason.field == field)

    def place(self, span: Span) -> tuple[int, int]:
        """The line and the column of a span, both counted from 1."""
        line = bisect.bisect_right(self._lines, span.start)
        return line, span.start - self._lines[line - 1] + 1


def explain_record(
    record: Record,
    traces: Sequence[Trace],
    signs: dict[str, dict[str, float]],
    tokens: Tokens,
    cast: Cast,
    times: Sequence[Time],
) -> Explanation:
    """The explanation of a Record by the traces of its events; dates and names have reasons of their own."""
    events: tuple[Event, ...] = (*record.meetings, *record.demands, *record.responses, *record.statements)
    grounds = {trace.event: tuple(trace.grounds()) for trace in traces}
    dated = {tokens.starts[time.first]: time for time in times}
    mentions = {tokens.starts[mention.first]: mention for mention in reversed(cast.mentions)}
    reasons = {}
    for event in events:
        told = list(grounds.get(event.id, ()))
        told += _of_dates(event, tokens, dated)
        told += _of_names(told, tokens, mentions)
        reasons[event.id] = tuple(dict.fromkeys(_reason(tokens.text, event, one) for one in _in_order(event, told)))
    return Explanation(text=tokens.text, record=record, reasons=reasons, signs=signs)


def _in_order(event: Event, told: Sequence[Ground]) -> list[Ground]:
    """In the order of the fields; what is told of one value stands together."""
    fields = {field.name: i for i, field in enumerate(attrs.fields(type(event)))}
    paths: dict[str, int] = {}
    values: dict[tuple[str, str], int] = {}
    for i, one in enumerate(told):
        paths.setdefault(one.field, i)
        values.setdefault((one.field, one.value), i)
    return sorted(
        told,
        key=lambda one: (fields[one.field.partition(".")[0]], paths[one.field], values[one.field, one.value]),
    )


def _of_dates(event: Event, tokens: Tokens, dated: dict[int, Time]) -> Iterator[Ground]:
    """How the dates of an event were reckoned from their words."""
    for field in attrs.fields(type(event)):
        when = getattr(event, field.name)
        if isinstance(when, When) and when.span is not None:
            time = dated.get(when.span.start)
            if time is not None and time.rule is not None:
                words = ((tokens.starts[time.first], tokens.ends[time.last - 1]),)
                yield Ground(field=field.name, rule=time.rule, words=words)


def _of_names(told: Sequence[Ground], tokens: Tokens, mentions: dict[int, Mention]) -> list[Ground]:
    """How the words that stand for somebody came to do so."""
    found = []
    for ground in told:
        mention = mentions.get(ground.words[0][0]) if ground.field in ACTORS and ground.words else None
        if mention is not None and mention.rule is not None:
            words = [(tokens.starts[mention.first], tokens.ends[mention.last - 1])]
            words += [(one.span.start, one.span.end) for one in mention.parties if one.span is not None]
            rule = mention.rule
            found.append(Ground(field=ground.field, rule=rule, words=tuple(dict.fromkeys(words)), value=ground.value))
    return found


def _reason(text: str, event: Event, ground: Ground) -> Reason:
    return Reason(
        field=ground.field,
        value=ground.value or _shown(event, ground.field),
        rule=name_of(ground.rule),
        meaning=meaning_of(ground.rule),
        words=tuple(Span.of(text, start, end) for start, end in ground.words),
    )


def name_of(rule: Rule) -> str:
    """The name of a rule: its file inside `diplomod.reading` and its function, without the underscore before it."""
    return f"{rule.__module__.removeprefix(ROOM)}.{rule.__name__.lstrip('_')}"


def meaning_of(rule: Rule) -> str:
    """What a rule does: the first sentence of its docstring."""
    return " ".join((inspect.getdoc(rule) or "").partition("\n\n")[0].split())


def _shown(event: Event, path: str) -> str:
    """The value at a path, as words."""
    value: Any = event
    for name in path.split("."):
        value = getattr(value, name, None)
    return _words(value)


def _words(value: Any) -> str:
    match value:
        case StrEnum():
            return str(value)
        case Span():
            return value.text
        case When():
            return value.edtf
        case Party():
            return value.code
        case Person() | Place() | Speaker():
            return value.name
        case tuple():
            return ", ".join(_words(one) for one in value)
    return "" if value is None else str(value)
