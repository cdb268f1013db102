"""How sure an event is: the signs in how it was read, weighed by a table.

The table `confidence.txt` beside this file holds for each kind of event a `base`, the weight of each sign and the `most` that
an event can reach. `benchmarks/calibration.py` fits it to annotated texts and tells how far the estimates hold.
"""

from __future__ import annotations

import functools
import itertools
import math
import operator
from collections.abc import Callable, Iterable, Sequence
from importlib import resources
from typing import Any, TypeVar

import attrs

from diplomod.lexicon.tables import parse_rows
from diplomod.model import Demand, Meeting, Record, Response, Statement
from diplomod.reading.parts import Trace

Event = TypeVar("Event", bound=Any)
Value = TypeVar("Value")

FILE = "confidence.txt"


@attrs.frozen(slots=True, kw_only=True, eq=False)
class Weights:
    """What speaks for and against events of one kind, as natural logarithms of odds; unknown signs weigh nothing."""

    base: float
    most: float
    signs: dict[str, float]

    def estimate(self, signs: Iterable[str]) -> float:
        """The probability that an event with these signs is right, rounded down to two places."""
        odds = self.base + sum(map(self.signs.get, signs, itertools.repeat(0.0)))
        return math.floor(100 * min(self.most, 1 / (1 + math.exp(-odds)))) / 100


def signs_of(record: Record, traces: Sequence[Trace]) -> dict[str, dict[str, float]]:
    """For each event by its id what the estimate adds up: the base, and the signs that weigh anything."""
    signs = {trace.event: trace.signs for trace in traces}
    found = {}
    for kind, table in weights().items():
        for event in getattr(record, kind):
            own = {sign: table.signs[sign] for sign in signs.get(event.id, ()) if sign in table.signs}
            found[event.id] = {"base": table.base, **own}
    return found


def with_confidence(record: Record, traces: Sequence[Trace]) -> Record:
    """The Record with the confidence of each event that has a trace."""
    signs = {trace.event: trace.signs for trace in traces}
    return _changed(
        record,
        meetings=_sure(record.meetings, "meetings", signs),
        demands=_sure(record.demands, "demands", signs),
        responses=_sure(record.responses, "responses", signs),
        statements=_sure(record.statements, "statements", signs),
    )


def _sure(events: tuple[Event, ...], kind: str, signs: dict[str, tuple[str, ...]]) -> tuple[Event, ...]:
    table = weights().get(kind)
    if table is None:
        return events
    return tuple(
        [
            _changed(event, confidence=table.estimate(signs[event.id])) if event.id in signs else event
            for event in events
        ]
    )


def _changed(value: Value, **changes: object) -> Value:
    """The same value with other fields. All else in it was checked when it was made, and is not checked again."""
    made = object.__new__(type(value))
    fields = FIELDS[type(value)]
    for put, held in zip(fields.put, fields.held(value), strict=True):
        put(made, held)
    for name, other in changes.items():
        object.__setattr__(made, name, other)
    return made


@attrs.frozen(slots=True, kw_only=True, eq=False)
class _Fields:
    """How the fields of a class are read all at once, and how each is set."""

    held: Callable[[object], tuple[object, ...]]
    put: tuple[Callable[[object, object], None], ...]


def _fields(kind: type[Any]) -> _Fields:
    names = [field.name for field in attrs.fields(kind)]
    return _Fields(held=operator.attrgetter(*names), put=tuple(getattr(kind, name).__set__ for name in names))


FIELDS: dict[type[Any], _Fields] = {kind: _fields(kind) for kind in (Record, Meeting, Demand, Response, Statement)}


@functools.cache
def weights() -> dict[str, Weights]:
    """The table, by kind of event."""
    return parse_weights(resources.files("diplomod.reading").joinpath(FILE).read_text(encoding="utf-8"))


def parse_weights(text: str) -> dict[str, Weights]:
    """The tables of a file's text, by kind of event. Raises `ValueError` for a weight that is no number.

    >>> parse_weights("demands | base | 0.5\\ndemands | pronoun | -1.5")["demands"].estimate(["pronoun", "long"])
    0.26
    """
    found: dict[str, dict[str, float]] = {}
    for kind, sign, weight in parse_rows(text, 3, FILE):
        found.setdefault(kind, {})[sign] = float(weight)
    return {
        kind: Weights(base=signs.pop("base", 0.0), most=signs.pop("most", 1.0), signs=signs)
        for kind, signs in found.items()
    }
