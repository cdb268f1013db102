"""Events of an answer, one by one -> the events of a Record: in order, each once, with ids that lead somewhere."""

from __future__ import annotations

from typing import Any

import attrs

from diplomod.model import Demand, Meeting, Response, Statement
from diplomod.reading.asking.making import Maker, without_marks
from diplomod.reading.asking.shapes import EVENTS, shape


@attrs.frozen(slots=True, kw_only=True)
class Events:
    """The events of a Record."""

    meetings: tuple[Meeting, ...]
    demands: tuple[Demand, ...]
    responses: tuple[Response, ...]
    statements: tuple[Statement, ...]


def join(answer: dict[Any, Any], maker: Maker, key: str) -> Events:
    """The events of an answer; their ids begin with `key`, as the reader's do."""
    for name in answer:
        if name not in EVENTS:
            maker.drop(f"$.{name}", answer[name], "is no field that is asked for")
    meetings, demands, responses, statements = (_Made(answer, maker, name) for name in EVENTS)
    meetings.take()
    demands.take()
    statements.take(within=None)
    responses.take()
    _answer(responses, demands, demands.numbered(key, "d"))
    outer = _outer(statements)
    ids = statements.numbered(key, "s")
    for path, above in outer.items():
        statements.events[path] = attrs.evolve(statements.events[path], id=ids[path], within=ids[above])
    return Events(
        meetings=meetings.in_order(key, "m"),
        demands=demands.in_order(key, "d"),
        responses=responses.in_order(key, "r"),
        statements=statements.in_order(key, "s"),
    )


class _Made:
    """The events of one list of an answer, by the path of each."""

    def __init__(self, answer: dict[Any, Any], maker: Maker, name: str) -> None:
        """`name` is the list's."""
        self.raw = answer.get(name)
        self.name, self.maker = name, maker
        self.named = any(part.name == "id" for part in shape(EVENTS[name]))
        self.events: dict[str, Any] = {}
        self.items: dict[str, Any] = {}
        self.given: dict[str, str] = {}  # the model's own id -> the path of the event that has it

    def take(self, **fixed: object) -> None:
        """Make the events; those that say the same as one before are told and left out."""
        if self.raw is None:
            return
        if not isinstance(self.raw, list):
            self.maker.drop(f"$.{self.name}", self.raw, "is a list")
            return
        seen: dict[Any, str] = {}
        for number, item in enumerate(self.raw):
            path = f"$.{self.name}[{number}]"
            event = self.maker.event(EVENTS[self.name], item, path, id="-", **fixed)
            if event is None:
                continue
            if isinstance(event, Statement):
                event = attrs.evolve(event, content=without_marks(self.maker.text, event.content))
            first = seen.setdefault(event, path)
            if first != path:
                self.maker.drop(path, item, f"says the same as {first}")
            else:
                self.events[path], self.items[path] = event, item
            if self.named:
                self._name(item.get("id"), path, first)

    def _name(self, own: object, path: str, first: str) -> None:
        """Keep the model's own id of an event; `first` is the path of the one that says the same."""
        if isinstance(own, str) and own.strip():
            if self.given.setdefault(own, first) != first:
                self.maker.drop(f"{path}.id", own, f"is the id of {self.given[own]} too")
        elif own is not None:
            self.maker.drop(f"{path}.id", own, "is a string with a visible character")

    def numbered(self, key: str, letter: str) -> dict[str, str]:
        """The final id of each event by the path: they are counted in the order of the text."""
        paths = sorted(self.events, key=lambda path: _start(self.events[path]))
        return {path: f"{key}-{letter}{number}" for number, path in enumerate(paths, 1)}

    def in_order(self, key: str, letter: str) -> tuple[Any, ...]:
        """The events in the order of the text, with their ids."""
        return tuple(attrs.evolve(self.events[path], id=own) for path, own in self.numbered(key, letter).items())


def _start(event: Any) -> tuple[int, int]:
    span = event.content if isinstance(event, Statement) else event.evidence[0]
    return span.start, span.end


def _answer(responses: _Made, demands: _Made, ids: dict[str, str]) -> None:
    """Lead the responses to the demands that they answer; those that answer none are left out."""
    for path, response in list(responses.events.items()):
        found = dict.fromkeys(ids[demands.given[given]] for given in response.to if given in demands.given)
        for number, given in enumerate(responses.items[path]["to"]):
            if isinstance(given, str) and given in response.to and given not in demands.given:
                responses.maker.drop(f"{path}.to[{number}]", given, "no demand has this id")
        if found:
            responses.events[path] = attrs.evolve(response, to=tuple(found))
        else:
            responses.maker.drop(path, responses.items[path], "without that it is no response")
            del responses.events[path]


def _outer(statements: _Made) -> dict[str, str]:
    """For the path of each statement that stands within another the path of that one; circles are cut."""
    outer: dict[str, str] = {}
    for path in statements.events:
        given = statements.items[path].get("within")
        if given is None:
            continue
        above = statements.given.get(given) if isinstance(given, str) else None
        if above is None:
            statements.maker.drop(f"{path}.within", given, "no statement has this id")
        else:
            outer[path] = above
    sound: set[str] = set()
    for path in statements.events:
        chain: dict[str, None] = {}
        step: str | None = path
        while step is not None and step not in sound:
            above = outer.get(step)
            chain[step] = None
            if above in chain:
                statements.maker.drop(f"{step}.within", statements.items[step]["within"], "stands within itself")
                del outer[step]
                break
            step = above
        sound.update(chain)
    return outer
