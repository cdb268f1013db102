"""What a language model is asked for: the fields of the model's classes, words in place of spans."""

from __future__ import annotations

from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from diplomod.model import Demand, Meeting, Party, Response, Span, Speaker, Statement, When

EVENTS: dict[str, type[Any]] = {
    "meetings": Meeting,
    "demands": Demand,
    "responses": Response,
    "statements": Statement,
}
# What no words show, or what others know better: the lexicon codes and countries, nobody how sure a model is.
OMITTED = frozenset({"confidence", "size", "country", "code"})
OMITTED_OF = frozenset({(Speaker, "person"), (Meeting, "id"), (Response, "id")})
RENAMED = {"span": "words"}
# What a class can do without, but not what was read: no words show it.
WANTED = frozenset(
    {
        (When, "span"),
        (Party, "span"),
        (Meeting, "evidence"),
        (Demand, "evidence"),
        (Response, "evidence"),
        (Response, "to"),
    }
)
FIRST = ("evidence", "content")  # where an event stands: the rest of its words is looked for near them


@attrs.frozen(slots=True, kw_only=True)
class Part:
    """A field of a class as it is asked for: under what name, what it holds, whether several, whether it can't be missing."""

    name: str
    asked: str
    kind: type[Any]
    many: bool
    required: bool


SHAPES: dict[type[Any], tuple[Part, ...]] = {}  # those made so far


def shape(kind: type[Any]) -> tuple[Part, ...]:
    """The fields of a class that are asked for, those that tell where an event stands first.

    >>> [part.asked for part in shape(When)]
    ['edtf', 'words']
    """
    if kind not in SHAPES:
        SHAPES[kind] = _shape(kind)
    return SHAPES[kind]


def _shape(kind: type[Any]) -> tuple[Part, ...]:
    hints = get_type_hints(kind)
    parts = [
        _part(kind, field, hints[field.name])
        for field in attrs.fields(kind)
        if field.name not in OMITTED and (kind, field.name) not in OMITTED_OF
    ]
    return tuple(sorted(parts, key=lambda part: FIRST.index(part.name) if part.name in FIRST else len(FIRST)))


def _part(kind: type[Any], field: Any, hint: Any) -> Part:
    many = get_origin(hint) is tuple
    inner = get_args(hint)[0] if many else hint
    if get_origin(inner) in (Union, UnionType):
        inner = next(part for part in get_args(inner) if part is not NoneType)
    return Part(
        name=field.name,
        asked=RENAMED.get(field.name, field.name),
        kind=inner,
        many=many,
        required=field.default is attrs.NOTHING or (kind, field.name) in WANTED,
    )


def is_words(kind: type[Any]) -> bool:
    """Whether a field of this kind holds words of the text."""
    return kind is Span
