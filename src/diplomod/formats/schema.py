"""The JSON Schema (draft 2020-12) of a document, made from the classes."""

from __future__ import annotations

import json
from enum import StrEnum
from importlib import resources
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from diplomod.formats.documents import SCHEMA
from diplomod.model import Record

DRAFT = "https://json-schema.org/draft/2020-12/schema"
FILE = "record.schema.json"
# What the validators of the classes want of a value beyond its type.
LIMITS: dict[tuple[str, str], dict[str, Any]] = {
    ("Span", "start"): {"minimum": 0},
    ("Span", "end"): {"minimum": 1},
    ("Span", "text"): {"minLength": 1},
    ("Source", "fingerprint"): {"pattern": "^[0-9a-f]{64}$"},
    ("Delegation", "size"): {"minimum": 1},
    ("Meeting", "evidence"): {"minItems": 1},
    ("Demand", "evidence"): {"minItems": 1},
    ("Response", "evidence"): {"minItems": 1},
    **{(kind, "confidence"): {"minimum": 0, "maximum": 1} for kind in ("Meeting", "Demand", "Response", "Statement")},
    ("Response", "to"): {"minItems": 1, "uniqueItems": True},
}
VISIBLE = r"\S"


def schema() -> dict[str, Any]:
    """The schema of a whole document: header and Record."""
    definitions: dict[str, Any] = {}
    record = _of_type(Record, definitions, "")
    return {
        "$schema": DRAFT,
        "title": "A diplomod Record",
        "description": _first_line(Record),
        "type": "object",
        "properties": {
            "diplomod": {
                "type": "object",
                "properties": {"schema": {"const": SCHEMA}},
                "required": ["schema"],
                "additionalProperties": False,
            },
            "record": record,
        },
        "required": ["diplomod", "record"],
        "additionalProperties": False,
        "$defs": {name: definitions[name] for name in sorted(definitions)},
    }


def as_text() -> str:
    """The schema as the text of its file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def published() -> str:
    """The text of the schema's file in this package."""
    return resources.files("diplomod.formats").joinpath(FILE).read_text(encoding="utf-8")


def _of_type(kind: Any, definitions: dict[str, Any], where: str) -> dict[str, Any]:
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        inner = [part for part in get_args(kind) if part is not NoneType]
        return {"anyOf": [_of_type(inner[0], definitions, where), {"type": "null"}]}
    if origin is tuple:
        return {"type": "array", "items": _of_type(get_args(kind)[0], definitions, where)}
    if kind is str:
        return {"type": "string", "pattern": VISIBLE}
    if kind is int:
        return {"type": "integer"}
    if kind is float:
        return {"type": "number"}
    if issubclass(kind, StrEnum):
        return {"enum": [choice.value for choice in kind], "description": _first_line(kind)}
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}
        definitions[kind.__name__] = _of_class(kind, definitions)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _of_class(kind: type[Any], definitions: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    properties = {}
    for field in attrs.fields(kind):
        limits = LIMITS.get((kind.__name__, field.name), {})
        found = _of_type(hints[field.name], definitions, field.name)
        if kind.__name__ == "Span" and field.name == "text":
            found = {"type": "string"}
        if "anyOf" in found and limits:
            found["anyOf"][0].update(limits)
        else:
            found.update(limits)
        properties[field.name] = found
    return {
        "description": _first_line(kind),
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _first_line(kind: type[Any]) -> str:
    return (kind.__doc__ or "").strip().split("\n")[0]
