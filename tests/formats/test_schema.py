"""The JSON Schema: its file, the classes and the reading of JSON agree."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diplomod import DiplomodError, Record, dumps, loads, model, testing
from diplomod.formats.schema import as_text, published, schema

jsonschema = pytest.importorskip("jsonschema")
VALIDATOR = jsonschema.Draft202012Validator(schema())
MANY = settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
WRONG: dict[str, Any] = {
    "null": None,
    "bool": True,
    "float": 1.5,
    "string": "qq",
    "list": [],
    "object": {},
    "blank": " ",
}
# What a schema can't say: how fields of a value fit together, and that 1.0 is no whole number in our JSON.
BEYOND = {"start", "end", "text", "schema"}


def test_the_file_is_the_one_that_the_classes_give() -> None:
    assert published() == as_text()


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


def test_every_class_is_described_whole() -> None:
    definitions = schema()["$defs"]
    for kind in (getattr(model, name) for name in model.__all__):
        if attrs.has(kind) and kind is not model.Page:  # a Page is what is read, and no part of a Record
            found = definitions[kind.__name__]
            names = [field.name for field in attrs.fields(kind)]
            assert found["required"] == list(found["properties"]) == names
            assert found["additionalProperties"] is False
            assert found["description"]


@MANY
@given(testing.records())
def test_every_record_is_valid(record: Record) -> None:
    VALIDATOR.validate(json.loads(dumps(record)))


@MANY
@given(testing.records(), st.integers(0, 2**32))
def test_what_one_refuses_the_other_refuses(record: Record, seed: int) -> None:
    dice = random.Random(seed)
    document = json.loads(dumps(record))
    for _ in range(5):
        mutant = copy.deepcopy(document)
        place, name = dice.choice(list(_places(mutant)))
        how = dice.choice(["delete", "add", *WRONG])
        if how == "delete":
            del place[name]
        elif how == "add" and isinstance(place, dict):
            place["zz"] = 1
        elif how in WRONG:
            place[name] = WRONG[how]
        if not VALIDATOR.is_valid(mutant):
            with pytest.raises(DiplomodError):
                loads(json.dumps(mutant))
        elif name not in BEYOND and not _refused_by_sense(mutant):
            loads(json.dumps(mutant))


def _refused_by_sense(document: Any) -> bool:
    """Whether `loads` refuses it for what fields mean together: its faults are none of types and names."""
    try:
        loads(json.dumps(document))
    except DiplomodError as fault:
        return not any(
            word in str(fault) for word in ("is a string", "is a list", "is an object", "missing", "no field")
        )
    return False


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    if isinstance(value, dict | list):
        for name in list(value) if isinstance(value, dict) else range(len(value)):
            yield value, name
            yield from _places(value[name])
