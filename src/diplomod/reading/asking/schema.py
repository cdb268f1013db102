"""The JSON Schema (draft 2020-12) of what a language model answers, made from the classes."""

from __future__ import annotations

import functools
import json
from enum import StrEnum
from importlib import resources
from typing import Any

from diplomod.reading.asking.shapes import EVENTS, Part, is_words, shape

DRAFT = "https://json-schema.org/draft/2020-12/schema"
FILE = "answer.schema.json"
COPIED = "words copied from the text, character by character, without a gap"
# What a model should know of a field beyond its type.
HINTS = {
    ("When", "edtf"): "the date in EDTF, as exact as the words and no more: 2025-03-13, 2025-03, 2025-03-10/2025-03-16",
    ("Person", "name"): f"the fullest form of the name in the text, without titles; {COPIED}",
    ("Place", "name"): COPIED,
    ("Place", "within"): f"what the place lies in, where the text tells; {COPIED}",
    ("Party", "name"): "its usual English name: Ukraine, European Union",
    ("Party", "words"): f"the words that name it here (Kyiv, Ukrainian); {COPIED}",
    ("Speaker", "name"): f"the fullest form of a person's name in the text, else the source's own words; {COPIED}",
    ("Speaker", "words"): f"the mention that stands at what is said (he, the minister); {COPIED}",
    ("Demand", "id"): "a name of your own, such as d1; responses refer to it",
    ("Response", "to"): "the ids of the demands that are answered",
    ("Statement", "id"): "a name of your own, such as s1",
    ("Statement", "within"): "the id of the statement that reports this one",
    ("Statement", "content"): f"what was said, without the quotation marks around it; {COPIED}",
}


def answer_schema() -> dict[str, Any]:
    """The schema of an answer: the events of a Record, with the words themselves in place of their offsets."""
    return json.loads(_made())  # type: ignore[no-any-return]


@functools.cache
def _made() -> str:
    definitions: dict[str, Any] = {}
    properties = {name: {"type": "array", "items": _of_kind(kind, definitions)} for name, kind in EVENTS.items()}
    return json.dumps(
        {
            "$schema": DRAFT,
            "title": "The events of a text",
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
            "$defs": {name: definitions[name] for name in sorted(definitions)},
        }
    )


def as_text() -> str:
    """The schema as the text of its file."""
    return json.dumps(answer_schema(), indent=2, ensure_ascii=False) + "\n"


def published() -> str:
    """The text of the schema's file in this package."""
    return resources.files("diplomod.reading.asking").joinpath(FILE).read_text(encoding="utf-8")


def _of_part(owner: type[Any], part: Part, definitions: dict[str, Any]) -> dict[str, Any]:
    found = _of_kind(part.kind, definitions)
    if part.many:
        found = {"type": "array", "items": found, **({"minItems": 1} if part.required else {})}
    elif not part.required:
        found = {"anyOf": [found, {"type": "null"}]}
    hint = HINTS.get((owner.__name__, part.asked), COPIED if is_words(part.kind) else None)
    return found if hint is None else {**found, "description": hint}


def _of_kind(kind: type[Any], definitions: dict[str, Any]) -> dict[str, Any]:
    if kind is str or is_words(kind):
        return {"type": "string"}
    if issubclass(kind, StrEnum):
        return {"type": "string", "enum": [choice.value for choice in kind]}
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}
        parts = shape(kind)
        definitions[name] = {
            "description": _first_line(kind),
            "type": "object",
            "properties": {part.asked: _of_part(kind, part, definitions) for part in parts},
            "required": [part.asked for part in parts],
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{name}"}


def _first_line(kind: type[Any]) -> str:
    return (kind.__doc__ or "").strip().split("\n")[0]
