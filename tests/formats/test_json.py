"""JSON: what it refuses and what it says, canonical bytes, files that are whole or not there."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from diplomod import (
    DataError,
    FileError,
    FormatError,
    Mode,
    Party,
    PartyKind,
    Record,
    Source,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
    TextError,
    When,
    dump,
    dumps,
    fingerprint,
    load,
    loads,
)

TEXT = "Oslo said on 15 June 2024 that the talks would go on."
OSLO = Party(code="NOR", name="Norway", kind=PartyKind.STATE, span=Span.of(TEXT, 0, 4))
RECORD = Record(
    source=Source(fingerprint=fingerprint(TEXT), language="en"),
    statements=(
        Statement(
            id="s1",
            speaker=Speaker(kind=SpeakerKind.PARTY, name="Oslo", party=OSLO),
            mode=Mode.INDIRECT,
            content=Span.of(TEXT, 31, 52),
            cue=Span.of(TEXT, 5, 9),
            when=When(edtf="2024-06-15", span=Span.of(TEXT, 13, 25)),
        ),
    ),
)
STATEMENT = "$.record.statements[0]"
DELETE = object()


def changed(path: str, value: Any) -> str:
    """The document of RECORD with another value at `path`, or without it."""
    document = copy.deepcopy(json.loads(dumps(RECORD)))
    *way, last = [int(step) if step.isdigit() else step for step in path.split("/")]
    place = document
    for step in way:
        place = place[step]
    if value is DELETE:
        del place[last]
    else:
        place[last] = value
    return json.dumps(document)


@pytest.mark.parametrize(
    ("path", "value", "where", "what"),
    [
        ("record/statements/0/mode", "tea", f"{STATEMENT}.mode", "one of direct"),
        ("record/statements/0/mode", None, f"{STATEMENT}.mode", "got null"),
        ("record/statements/0/zz", 1, f"{STATEMENT}.zz", "no field"),
        ("record/statements/0/cue", DELETE, f"{STATEMENT}.cue", "missing"),
        ("record/statements/0/content/start", True, f"{STATEMENT}.content.start", "got true"),
        ("record/statements/0/content/start", 31.0, f"{STATEMENT}.content.start", "whole number"),
        ("record/statements/0/content/end", 99, f"{STATEMENT}.content", "characters"),
        ("record/statements/0/content", [], f"{STATEMENT}.content", "is an object"),
        ("record/statements/0/speaker/name", 5, f"{STATEMENT}.speaker.name", "is a string; got 5"),
        ("record/statements/0/speaker/party/code", " ", f"{STATEMENT}.speaker.party", "visible"),
        ("record/statements/0/speaker/kind", "person", f"{STATEMENT}.speaker", "has a person"),
        ("record/statements/0/when/edtf", "2024-13", f"{STATEMENT}.when", "number 13"),
        ("record/statements/0/confidence", "0.5", f"{STATEMENT}.confidence", "is a number; got '0.5'"),
        ("record/statements/0/confidence", True, f"{STATEMENT}.confidence", "is a number; got true"),
        ("record/statements/0/confidence", 1.5, f"{STATEMENT}", "a number from 0 to 1; got 1.5"),
        ("record/statements/0/within", "s9", f"{STATEMENT}.within", "no statement has the id"),
        ("record/meetings", "abc", "$.record.meetings", "is a list; got 'abc'"),
        ("record/meetings", None, "$.record.meetings", "got null"),
        ("record/source", DELETE, "$.record.source", "missing"),
        ("record", [], "$.record", "is an object"),
        ("record", DELETE, "$.record", "missing"),
        ("more", 1, "$.more", "no field"),
        ("diplomod/more", 1, "$.diplomod.more", "no field"),
        ("diplomod/schema", True, "$.diplomod.schema", "version"),
        ("diplomod/schema", 1.0, "$.diplomod.schema", "version"),
        ("diplomod/schema", 0, "$.diplomod.schema", "version"),
        ("diplomod", DELETE, "$.diplomod.schema", "version"),
    ],
)
def test_wrong_data_is_refused_with_its_path(path: str, value: Any, where: str, what: str) -> None:
    with pytest.raises(DataError) as caught:
        loads(changed(path, value))
    assert [found for found, _ in caught.value.faults] == [where]
    assert what in caught.value.faults[0][1]


def test_all_faults_are_told_at_once() -> None:
    document = json.loads(dumps(RECORD))
    document["record"]["meetings"] = "abc"
    document["record"]["source"]["language"] = 5
    document["record"]["statements"][0]["mode"] = "tea"
    del document["record"]["statements"][0]["cue"]
    document["more"] = 1
    with pytest.raises(DataError) as caught:
        loads(json.dumps(document))
    assert {path for path, _ in caught.value.faults} == {
        "$.more",
        "$.record.source.language",
        "$.record.meetings",
        f"{STATEMENT}.mode",
        f"{STATEMENT}.cue",
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "line 1, column 1"),
        ("{", "line 1, column 2"),
        (dumps(RECORD)[:300], "this is no JSON"),
        (dumps(RECORD) + "x", "Extra data"),
        ("[" * 100_000, "nested too deep"),
        ('{"a":' * 100_000, "nested too deep"),
        ("[NaN]", "NaN is no JSON"),
        ("[-Infinity]", "-Infinity is no JSON"),
        ('{"a": 1, "a": 1}', "'a' twice"),
        ("9" * 5000, "5000 digits"),
    ],
)
def test_what_is_no_json_is_refused(text: str, message: str) -> None:
    with pytest.raises(TextError, match=message):
        loads(text)


def test_truncated_json_shows_the_place() -> None:
    with pytest.raises(TextError) as caught:
        loads('{"diplomod": {"schema": 1},\n "record": }')
    assert str(caught.value).endswith(' "record": }\n             ^')


def test_a_newer_schema_says_what_to_do() -> None:
    with pytest.raises(FormatError, match=r"schema 3, .* reads up to 2; upgrade"):
        loads(changed("diplomod/schema", 3))


def test_documents_of_the_first_schema_are_read_still() -> None:
    document = json.loads(changed("diplomod/schema", 1))
    for name in ("meetings", "demands", "responses", "statements"):
        for event in document["record"][name]:
            del event["confidence"]
    assert loads(json.dumps(document)) == RECORD


def test_it_reads_back_and_the_bytes_are_the_same() -> None:
    text = dumps(RECORD)
    assert loads(text) == RECORD
    assert dumps(loads(text)) == text
    assert text.startswith('{\n  "diplomod": {\n    "schema": 2\n  },\n  "record": {\n    "source": {')
    assert text.endswith("}\n") and "\r" not in text


@pytest.mark.parametrize(
    "title", ["a\ud800", "\udc80", "\ude00\ud83d", "a\u2028\x85b", "\x00\r\n\x7f", "日本 👩‍🚀", '"\\']
)
def test_any_text_is_kept(title: str, tmp_path: Path) -> None:
    record = Record(source=Source(fingerprint=fingerprint(TEXT), language="en", title=title))
    dump(record, tmp_path / "one.json")
    assert load(tmp_path / "one.json") == record
    dump([record, record], tmp_path / "two.jsonl")
    assert list(load(tmp_path / "two.jsonl")) == [record, record]


def test_halves_of_a_surrogate_pair_are_refused_as_json_would_join_them() -> None:
    record = Record(source=Source(fingerprint=fingerprint(TEXT), language="en", title="\ud83d\ude00"))
    with pytest.raises(FormatError, match="surrogate pair"):
        dumps(record)


@pytest.mark.parametrize("value", [5, None, "x", [5]])
def test_only_records_are_written(value: Any) -> None:
    with pytest.raises(FormatError, match=r"holds Records; got (int|NoneType|str)"):
        dumps(value)


@pytest.mark.parametrize("records", [[], [RECORD, RECORD]])
def test_a_document_holds_one_record(records: list[Record]) -> None:
    with pytest.raises(FormatError, match="a document of json holds one Record"):
        dumps(records)
    assert dumps([RECORD]) == dumps(RECORD)


FILES: list[tuple[str, Callable[[Path], object], type[Exception], str]] = [
    ("no such file", lambda folder: load(folder / "none.json"), FileError, "No such file"),
    ("no such folder", lambda folder: dump(RECORD, folder / "none" / "a.json"), FileError, "No such file"),
    ("a folder", lambda folder: load(folder, "json"), FileError, "directory"),
    ("no possible name", lambda folder: load(folder / "a\0.json"), FileError, "null"),
    ("no possible name, written", lambda folder: dump(RECORD, folder / "a\0.json"), FileError, "null"),
    ("no suffix", lambda folder: load(folder / "a"), FormatError, "known: .json, .jsonl, .ndjson"),
    (
        "an unknown suffix",
        lambda folder: dump(RECORD, folder / "a.xyz"),
        FormatError,
        "no format has the suffix '.xyz'",
    ),
    (
        "an unknown format",
        lambda folder: dump(RECORD, folder / "a", "tea"),
        FormatError,
        "the formats are .*json, jsonl",
    ),
]


@pytest.mark.parametrize(("case", "act", "error", "message"), FILES, ids=[case for case, *_ in FILES])
def test_files_that_do_not_work(
    case: str, act: Callable[[Path], object], error: type[Exception], message: str, tmp_path: Path
) -> None:
    with pytest.raises(error, match=message):
        act(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_bytes_that_are_no_utf8(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b'{"a": "\xff"}')
    with pytest.raises(TextError, match="byte 7 is no UTF-8"):
        load(tmp_path / "a.json")


def test_a_byte_order_mark_in_a_file_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(dumps(RECORD), encoding="utf-8-sig")
    assert load(tmp_path / "a.json") == RECORD


def test_a_file_stays_as_it_was_if_anything_goes_wrong(tmp_path: Path) -> None:
    def broken() -> Iterator[Record]:
        yield RECORD
        raise RuntimeError("stop")

    (tmp_path / "a.jsonl").write_text("old")
    with pytest.raises(RuntimeError, match="stop"):
        dump(broken(), tmp_path / "a.jsonl")
    assert [(found.name, found.read_text()) for found in tmp_path.iterdir()] == [("a.jsonl", "old")]


def test_a_file_keeps_its_permissions_and_a_link_stays_a_link(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    target.touch()
    target.chmod(0o640)
    (tmp_path / "link.json").symlink_to(target)
    dump(RECORD, tmp_path / "link.json")
    assert (tmp_path / "link.json").is_symlink()
    assert load(target) == RECORD
    assert target.stat().st_mode & 0o777 == 0o640
