"""The fast path of JSON: the same bytes, the same Records, the same errors as the strict one."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diplomod import DiplomodError, Record, Span, dumps, loads, read, testing
from diplomod.formats.documents import record_of
from diplomod.formats.fast import codec
from diplomod.formats.files import decoded
from diplomod.formats.json import encoded, parsed, record_of_bytes

RECORD = read(
    "GENEVA, March 12 — Kenyan and Ethiopian officials are due to meet in Geneva on Thursday at 10:30. Kenya’s delegation "
    "will be headed by Foreign Minister Amina Wekesa. Ethiopia has demanded that Kenya withdraw its patrols. Nairobi "
    "rejected that demand, saying: “The patrols protect drivers.” Wekesa said that Addis Ababa had said it would wait.",
    published="2025-03-12",
)
DATA = encoded(RECORD).encode()
QUICK = codec()
assert QUICK is not None


def strict(data: bytes) -> Record | str:
    try:
        return record_of(parsed(decoded(data, "")))
    except DiplomodError as fault:
        return f"{type(fault).__name__}: {fault}"


def quick(data: bytes) -> Record | str:
    try:
        return record_of_bytes(data)
    except DiplomodError as fault:
        return f"{type(fault).__name__}: {fault}"


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(testing.records())
def test_any_record_has_the_same_bytes_and_is_read(record: Record) -> None:
    assert QUICK is not None
    data = encoded(record).encode()
    assert QUICK.encode(record) in (data, None)
    assert QUICK.indented(record) in (encoded(record, indent=2).encode(), None)
    assert QUICK.decode(data) in (record, None)
    assert quick(data) == record


def test_the_usual_document_takes_the_fast_path() -> None:
    assert QUICK is not None
    assert QUICK.encode(RECORD) == DATA
    assert QUICK.decode(DATA) == RECORD
    assert QUICK.decode(dumps(RECORD).encode()) in (RECORD, None)
    found = QUICK.decode(DATA)
    assert found is not None and type(found.source) is type(RECORD.source) and hash(found) == hash(RECORD)


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The paths to all values in a document."""
    if path:
        yield path
    if isinstance(value, dict):
        for name, item in value.items():
            yield from places(item, (*path, name))
    elif isinstance(value, list):
        for i, item in enumerate(value):
            yield from places(item, (*path, i))


def parent_of(document: Any, path: tuple[Any, ...]) -> Any:
    for step in path[:-1]:
        document = document[step]
    return document


PLACES = list(places(json.loads(DATA)))
WRONG: list[Any] = [
    None,
    True,
    0,
    -1,
    1,
    1.5,
    -0.0,
    10**15,
    10**17,
    "",
    " ",
    "\u2003",
    "x",
    "2024-13",
    "planned",
    [],
    {},
    [None],
    {"x": 1},
    [[]],
]


@settings(max_examples=400, deadline=None)
@given(
    st.sampled_from(PLACES), st.sampled_from(["replace", "delete", "rename", "add", "double"]), st.sampled_from(WRONG)
)
def test_what_is_wrong_is_told_in_the_same_words(path: tuple[Any, ...], how: str, value: Any) -> None:
    document = copy.deepcopy(json.loads(DATA))
    parent, last = parent_of(document, path), path[-1]
    if how == "replace" or isinstance(parent, list):
        parent[last] = value
    elif how == "delete":
        del parent[last]
    elif how == "rename":
        parent[f"{last}s"] = parent.pop(last)
    elif how == "add":
        parent["tea"] = value
    text = json.dumps(document, ensure_ascii=False)
    if how == "double" and isinstance(parent, dict):
        text = text.replace(f'"{last}":', f'"{last}": null, "{last}" :', 1)
    for data in (text.encode(), json.dumps(document, separators=(",", ":")).encode()):
        assert quick(data) == strict(data)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"language":"en"', '"language":"en","language":"en"'),
        ('"language":"en"', '"language":"en","tea" : 1'),
        ('"language":"en"', '"language":"en","tea"\n:1'),
        ('"url":null', '"url":"http\\u003a//x.example","tea":1'),
        ('"url":null', '"url":"http\\u003a//x.example","tea":"http://x.example"'),
        ('"url":null', '"url":"http://x.example"'),
        ('"schema":2', '"schema":1'),
        ('"schema":2', '"schema":3'),
        ('"schema":2', '"schema":2,"x":1'),
        ('"diplomod"', '"x":1,"diplomod"'),
        ("}}", "}} x"),
        ("}}", "}} "),
        ("}}", "}"),
        ('"start":', '"start":1e0,"x":'),
        ("Kenya", "\\ud800"),
        ("Kenya", "\\u004Benya"),
    ],
)
def test_documents_that_somebody_wrote(old: str, new: str) -> None:
    data = DATA.decode().replace(old, new, 1).encode()
    assert quick(data) == strict(data)


@pytest.mark.parametrize("end", range(0, len(DATA), 7))
def test_documents_that_are_cut(end: int) -> None:
    assert quick(DATA[:end]) == strict(DATA[:end])


@pytest.mark.parametrize(
    "data", [b"\xff", DATA.replace(b"K", b"\xff", 1), b"[" * 100_000, b'{"a":' * 100_000, b"\xef\xbb\xbf" + DATA]
)
def test_bytes_of_something_else(data: bytes) -> None:
    assert quick(data) == strict(data)


def test_nothing_stays_on_the_classes() -> None:
    for name in ("__dataclass_fields__", "__post_init__", "__msgspec_cache__"):
        assert not hasattr(Span, name) and not hasattr(Record, name)
    assert attrs.fields(Span).start.name == "start"


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_without_msgspec_the_same(format: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = dumps(RECORD, format)
    for module in ("json", "fast"):
        monkeypatch.setattr(f"diplomod.formats.{module}.codec", lambda: None)
    assert dumps(RECORD, format) == text
    found = loads(text, format)
    assert (found if format == "json" else next(found)) == RECORD
