"""The values of an answer -> the events of the model, each word looked up in the text; what does not hold is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from enum import StrEnum
from typing import Any

import attrs

from diplomod.errors import TextError, ValueFault
from diplomod.lexicon import Lexicon
from diplomod.model import Delegate, Delegation, Party, Person, Place, Span, Speaker, SpeakerKind, When
from diplomod.reading.asking.grounding import QUOTES, Finder, Range
from diplomod.reading.asking.shapes import EVENTS, FIRST, Part, shape

SHOWN = 60  # characters of a value that a report shows
NOWHERE = "these words don't stand in the text"


@attrs.frozen(slots=True, kw_only=True)
class Dropped:
    """A value of an answer that was left out: the path to it, the value as JSON (cut to its beginning), and why."""

    path: str
    value: str
    why: str

    def __str__(self) -> str:
        return f"{self.path}: {self.why}; got {self.value}"


class Refused(Exception):
    """A value that can't be taken, and why."""

    def __init__(self, path: str, value: object, why: str) -> None:
        """`path` leads to the value in the answer."""
        super().__init__(why)
        self.dropped = Dropped(path=path, value=shown(value), why=why)


def shown(value: object) -> str:
    """The beginning of a value as JSON."""
    if isinstance(value, (dict, list)):
        return "an object" if isinstance(value, dict) else "a list"
    try:
        text = json.dumps(value)
    except (TypeError, ValueError):
        text = type(value).__name__
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


class Maker:
    """Makes the events of one answer. `dropped` grows with all that is left out."""

    def __init__(self, text: str, lexicon: Lexicon, named: frozenset[str]) -> None:
        """`named` are the codes of the parties that the text names."""
        self.text, self.lexicon, self.named = text, lexicon, named
        self.finder = Finder(text)
        self.dropped: list[Dropped] = []
        self.near: Range | None = None

    def drop(self, path: str, value: object, why: str) -> None:
        """Tell of a value that is left out."""
        self.dropped.append(Dropped(path=path, value=shown(value), why=why))

    def event(self, kind: type[Any], raw: object, path: str, **fixed: object) -> Any:
        """An event, or None where it loses what makes it one. `fixed` are values that are no part of the answer."""
        self.near = None
        try:
            parts = self._parts(kind, raw, path, without=frozenset(fixed))
            return _built(kind, path, raw, {**parts, **fixed})
        except Refused as fault:
            self.dropped.append(fault.dropped)
            if fault.dropped.path != path:
                self.drop(path, raw, f"without that it is no {kind.__name__.lower()}")
            return None

    def _parts(self, kind: type[Any], raw: object, path: str, without: frozenset[str] = frozenset()) -> dict[str, Any]:
        """The values of an object's fields; a field that may be missing and does not hold is left out."""
        if not isinstance(raw, dict):
            raise Refused(path, raw, "is an object")
        parts = shape(kind)
        known = {part.asked for part in parts}
        for name in raw:
            if name not in known:
                self.drop(f"{path}.{name}", raw[name], "is no field that is asked for")
        made: dict[str, Any] = {}
        for part in parts:
            if part.name in without:
                continue
            where = f"{path}.{part.asked}"
            value = raw.get(part.asked)
            if value is None:
                if part.required:
                    raise Refused(where, value, "is missing")
                continue
            try:
                made[part.name] = self._part(part, value, where)
            except Refused as fault:
                if part.required:
                    raise
                self.dropped.append(fault.dropped)
                continue
            if kind in EVENTS.values() and part.name in FIRST and self.near is None:
                self.near = _place(made[part.name])
        return made

    def _part(self, part: Part, raw: object, path: str) -> Any:
        if not part.many:
            return self._value(part.kind, raw, path)
        if not isinstance(raw, list):
            raise Refused(path, raw, "is a list")
        found: dict[object, Any] = {}
        for number, item in enumerate(raw):
            where = f"{path}[{number}]"
            try:
                value = self._value(part.kind, item, where)
            except Refused as fault:
                self.dropped.append(fault.dropped)
                continue
            key = KEYS[part.kind](value) if part.kind in KEYS else value
            if key in found:
                self.drop(where, item, "stands there twice")
            elif part.required and part.name in FIRST and self.near is None:
                self.near = _place(value)  # the rest of the evidence lies near
            found.setdefault(key, value)
        if part.required and not found:
            raise Refused(path, raw, "holds nothing that stands in the text")
        return tuple(found.values())

    def _value(self, kind: type[Any], raw: object, path: str) -> Any:
        if kind in MAKERS:
            return MAKERS[kind](self, raw, path)
        if kind is str:
            return self._string(raw, path)
        if issubclass(kind, StrEnum):
            choices = {choice.value: choice for choice in kind}
            if not isinstance(raw, str) or raw not in choices:
                raise Refused(path, raw, f"is one of {', '.join(choices)}")
            return choices[raw]
        return _built(kind, path, raw, self._parts(kind, raw, path))

    def _string(self, raw: object, path: str) -> str:
        if not isinstance(raw, str):
            raise Refused(path, raw, "is a string")
        if not raw.strip():
            raise Refused(path, raw, "holds at least one visible character")
        return raw

    def span(self, raw: object, path: str) -> Span:
        """Words of the text."""
        words = self._string(raw, path)
        place = self.finder.find(words, self.near)
        if place is None:
            raise Refused(path, raw, NOWHERE)
        return Span.of(self.text, *place)

    def when(self, raw: object, path: str) -> When:
        """A date: its EDTF holds, and its words stand in the text."""
        parts = self._parts(When, raw, path)
        try:
            return When(**parts)
        except TextError as fault:
            raise Refused(f"{path}.edtf", parts["edtf"], f"is no date of EDTF: {fault.message}") from None

    def person(self, raw: object, path: str) -> Person:
        """Somebody whose name stands in the text; where no mention is told, the name is one."""
        parts = self._parts(Person, raw, path)
        named = self.span(parts["name"], f"{path}.name")
        return Person(name=_on_one_line(named.text), span=parts.get("span", named))

    def place(self, raw: object, path: str) -> Place:
        """A place that stands in the text; the lexicon tells its country."""
        parts = self._parts(Place, raw, path)
        named = self.span(parts["name"], f"{path}.name")
        known = self.lexicon.place(_on_one_line(named.text))
        within = parts.get("within")
        if within is not None and not (known is not None and known.within == within):
            try:
                within = _on_one_line(self.span(within, f"{path}.within").text)
            except Refused as fault:
                self.dropped.append(fault.dropped)
                within = None
        return Place(
            name=_on_one_line(named.text),
            within=within or (None if known is None else known.within),
            country=None if known is None else known.country,
            span=parts.get("span", named),
        )

    def party(self, raw: object, path: str) -> Party:
        """A party: the lexicon tells its code by the words or by the name; else the name stands in the text."""
        parts = self._parts(Party, raw, path)
        span: Span = parts["span"]
        by_words, by_name = self._known(span.text), self._known(parts["name"])
        if by_words is not None and by_name is not None and by_words.code != by_name.code:
            raise Refused(f"{path}.name", parts["name"], f"its words name {by_words.name}")
        if by_words is None and by_name is not None and by_name.code not in self.named:
            raise Refused(f"{path}.name", parts["name"], "no words of the text name this party")
        known = by_words or by_name
        if known is not None:
            return attrs.evolve(known, span=span)
        name = _on_one_line(self.span(parts["name"], f"{path}.name").text)
        return Party(code=name.upper(), name=name, kind=parts["kind"], span=span)

    def _known(self, name: str) -> Party | None:
        """The party of the lexicon that goes by this name or this code."""
        words = name.split()
        if words[:1] in (["the"], ["The"]):
            words = words[1:]
        if not words:
            return None
        names = self.lexicon.names
        if len(words) == 1 and words[0] in names.parties:
            return names.parties[words[0]]
        hit = names.at(words, [word.lower().replace("’", "'") for word in words], 0)
        return hit[1].party if hit is not None and hit[0] == len(words) else None

    def speaker(self, raw: object, path: str) -> Speaker:
        """A source; one with a name is a person."""
        parts = self._parts(Speaker, raw, path)
        named = self.span(parts["name"], f"{path}.name")
        name = _on_one_line(named.text)
        person = None
        if parts["kind"] is SpeakerKind.PERSON:
            person = Person(name=name, span=parts.get("span", named))
        return Speaker(**{**parts, "name": name, "person": person, "span": parts.get("span", named)})

    def delegation(self, raw: object, path: str) -> Delegation:
        """A delegation; its head is the member of that name."""
        parts = self._parts(Delegation, raw, path)
        head = parts.get("head")
        if head is not None:
            members = {member.person.name: member.person for member in parts.get("members", ())}
            if head.name not in members:
                self.drop(f"{path}.head", head.name, "is none of the members")
            parts["head"] = members.get(head.name)
        return Delegation(**parts)


Make = Callable[[Maker, object, str], Any]
MAKERS: dict[type[Any], Make] = {
    Span: Maker.span,
    When: Maker.when,
    Person: Maker.person,
    Place: Maker.place,
    Party: Maker.party,
    Speaker: Maker.speaker,
    Delegation: Maker.delegation,
}
# By what values of a list are told apart; others by being equal.
KEYS: dict[type[Any], Callable[[Any], object]] = {
    Party: lambda party: party.code,
    Person: lambda person: person.name,
    Delegate: lambda delegate: delegate.person.name,
    Delegation: lambda delegation: delegation.party.code,
}


def _built(kind: type[Any], path: str, raw: object, values: dict[str, Any]) -> Any:
    try:
        return kind(**values)
    except ValueFault as fault:
        raise Refused(path, raw, str(fault)) from None


def _place(value: Any) -> Range:
    span: Span = value[0] if isinstance(value, tuple) else value
    return span.start, span.end


def without_marks(text: str, span: Span) -> Span:
    """The words inside the quotation marks that stand around a span; the span itself where nothing stands inside."""
    start, end = span.start, span.end
    while start < end and (text[start] in QUOTES or text[start].isspace()):
        start += 1
    while start < end and (text[end - 1] in QUOTES or text[end - 1].isspace()):
        end -= 1
    return span if start == end else Span.of(text, start, end)


def _on_one_line(words: str) -> str:
    return " ".join(words.split())
