"""The table of formats: by name, by suffix, of a plugin, and what is said of one that is not there."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Iterable, Iterator
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from diplomod import FormatError, Record, Source, dump, dumps, fingerprint, load, loads
from diplomod.formats import FORMATS, Format, Loss, find_format, format_of, left_out
from diplomod.formats.table import NAME_ONE, PLUGINS

RECORD = Record(source=Source(fingerprint=fingerprint(""), language="en"))


# A format of somebody else: the fingerprint alone.
def write_mark(records: Iterable[Record], file: BinaryIO) -> Iterator[Loss]:
    for number, record in enumerate(records):
        file.write(record.source.fingerprint.encode())
        yield from left_out(number, record, ["source.fingerprint", "source.language"])


MARK = Format(
    name="mark",
    suffixes=(".mark", ".json.mark"),
    read=lambda file: [Record(source=Source(fingerprint=file.read().decode(), language="en"))],
    write=write_mark,
)


POINTS = {
    "missing": "no_such_package_here:FORMAT",
    "lacking": "json:FORMAT",
    "string": "string:digits",
    "mark": f"{__name__}:MARK",
}


@pytest.fixture
def plugins(monkeypatch: pytest.MonkeyPatch) -> None:
    """A format that works, one of a missing package, one that its module lacks, one that is no Format."""
    points = EntryPoints(EntryPoint(name=name, group=PLUGINS, value=value) for name, value in POINTS.items())
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda group: points.select(group=group))
    # The module of a test can't be imported by its name; the point gives what it would lead to.
    usual = EntryPoint.load
    monkeypatch.setattr(EntryPoint, "load", lambda point: MARK if point.name == "mark" else usual(point))


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_our_own_by_name(name: str) -> None:
    assert find_format(name) is FORMATS[name]
    assert find_format(name).name == name


@pytest.mark.parametrize(
    ("path", "name", "found"),
    [
        ("a.json", None, "json"),
        ("a.JSON", None, "json"),
        ("some.folder/a.b.jsonl", None, "jsonl"),
        ("a.ndjson", None, "jsonl"),
        (Path("a.json"), None, "json"),
        ("a.json", "jsonl", "jsonl"),
        ("a", "json", "json"),
    ],
)
def test_by_suffix_unless_named(path: Any, name: str | None, found: str) -> None:
    assert format_of(path, name) is FORMATS[found]


@pytest.mark.parametrize("name", ["tea", "", "JSON", ".json", "json "])
def test_a_name_that_no_format_has(name: str) -> None:
    for act in (lambda: find_format(name), lambda: dumps(RECORD, name), lambda: loads("", name)):
        with pytest.raises(FormatError, match=r"there is no format .*; the formats are .*json, jsonl"):
            act()


@pytest.mark.parametrize(
    ("path", "suffix"), [("a.xyz", ".xyz"), ("a", ""), ("json", ""), (".json", ""), ("a.json~", ".json~")]
)
def test_a_suffix_that_no_format_has(path: str, suffix: str) -> None:
    with pytest.raises(FormatError) as caught:
        format_of(path)
    known = ", ".join(one for found in FORMATS.values() for one in found.suffixes)
    assert str(caught.value) == f"{path}: no format has the suffix {suffix!r} (known: {known}); {NAME_ONE}"


@pytest.mark.usefixtures("plugins")
def test_a_plugin_by_name_and_by_suffix(tmp_path: Path) -> None:
    assert find_format("mark") is MARK
    assert loads(dumps(RECORD, "mark"), "mark") == RECORD
    dump(RECORD, tmp_path / "a.MARK")
    assert (tmp_path / "a.MARK").read_text() == RECORD.source.fingerprint
    assert load(tmp_path / "a.MARK") == RECORD


@pytest.mark.usefixtures("plugins")
def test_our_own_need_no_plugin() -> None:
    assert format_of("a.json") is FORMATS["json"]
    assert find_format("jsonl") is FORMATS["jsonl"]


@pytest.mark.usefixtures("plugins")
@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing", "the format 'missing' can't be loaded from no_such_package_here:FORMAT: No module named"),
        ("lacking", "the format 'lacking' can't be loaded from json:FORMAT: module 'json' has no attribute"),
        ("string", "the format 'string' is no Format but str (string:digits)"),
        ("tea", f"there is no format 'tea'; the formats are {', '.join(sorted({*FORMATS, *POINTS}))}"),
    ],
)
def test_plugins_that_do_not_work(name: str, message: str) -> None:
    with pytest.raises(FormatError) as caught:
        find_format(name)
    assert str(caught.value).startswith(message)


@pytest.mark.usefixtures("plugins")
def test_an_unknown_suffix_tells_of_plugins_that_could_not_be_asked() -> None:
    with pytest.raises(FormatError) as caught:
        format_of("a.xyz")
    assert "(known: .json, .jsonl, .ndjson, " in str(caught.value)
    assert ", .mark, .json.mark)" in str(caught.value)
    assert "; the format 'missing' can't be loaded" in str(caught.value)
