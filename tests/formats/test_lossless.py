"""What holds for every lossless format: it comes back equal; what is cut, broken or foreign is one clear error."""

from __future__ import annotations

import contextlib
import io
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

from diplomod import (
    DataError,
    FormatError,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Party,
    PartyKind,
    Record,
    Source,
    Span,
    TextError,
    When,
    dump,
    fingerprint,
    load,
    testing,
)
from diplomod.formats import FORMATS, Losses, open_records

LOSSLESS = (
    "json",
    "jsonl",
    "msgpack",
    "yaml",
    "csv",
    "excel",
    "arrow",
    "parquet",
)  # news items have tests of their own
MANY = [name for name in LOSSLESS if FORMATS[name].many]
EXTRAS = {
    "msgpack": "msgpack",
    "yaml": "yaml",
    "excel": "openpyxl",
    "arrow": "pyarrow",
    "parquet": "pyarrow",
}

KENYA = Party(code="KEN", name="Kenya", kind=PartyKind.STATE)


def record_of(title: str) -> Record:
    return Record(source=Source(fingerprint=fingerprint(title), language="en", title=title))


SMALL = Record(
    source=Source(fingerprint=fingerprint(""), language="en", published=When(edtf="2024-06")),
    meetings=(
        Meeting(
            id="m1",
            kind=MeetingKind.TALKS,
            status=MeetingStatus.HELD,
            parties=(KENYA,),
            evidence=(Span(start=0, end=2, text="“x"),),
            confidence=0.875,
        ),
    ),
)
NASTY = [
    "=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "'x", "''=x", "＝1", "x\r\ny", "x\ry", "x ", " x", "x\n", '"x"', "a,b;c\td",
    "no", "null", "~", "true", "TRUE", "#N/A", "2024-06-15", "12:30:00", "0012", "1e5", "1_000", "0x1F", "- x", "a: b", "x #y",
    "&x", "*x", "!x", "%x", "|", ">", "? x", "---", "...", "\x00", "\x1a", "\x1ad800", "\x7f", "x\x85y", "x\u2028y", "\ufeffx",
    "\ufffe", "\uffff", "\ud800", "x\udc80y", "_x000D_", "_x005F_x000D_", "👩‍🚀", "a\u0301", "日本" * 50, "x y " * 100, "\\",
    "\\u0041",
]  # fmt: skip


def written(records: Record | list[Record], name: str) -> bytes:
    file = io.BytesIO()
    assert dump(records, file, name) == Losses()
    return file.getvalue()


def read(data: bytes, name: str) -> list[Record]:
    return list(open_records(io.BytesIO(data), name))


@pytest.mark.parametrize("name", [name for name, found in FORMATS.items() if found.lossless])
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(record=testing.records())
def test_any_record_comes_back_equal(name: str, record: Record) -> None:
    data = written(record, name)
    assert read(data, name) == [record]
    if name != "excel":  # a workbook tells when it was made
        assert written(read(data, name), name) == data


@pytest.mark.parametrize("name", LOSSLESS)
def test_texts_that_mean_something_elsewhere(name: str) -> None:
    records = [record_of(text) for text in NASTY]
    if name in MANY:
        assert read(written(records, name), name) == records
    else:
        assert [read(written(record, name), name)[0] for record in records] == records


@pytest.mark.parametrize("name", MANY)
def test_none_and_many(name: str) -> None:
    assert read(written([], name), name) == []
    records = [SMALL, record_of("x"), SMALL] * 500
    assert read(written(records, name), name) == records


@pytest.mark.parametrize("name", LOSSLESS)
@pytest.mark.parametrize("share", [5e-324, 1e-7, 0.1 + 0.2, 1 / 3, 1.0, 0.0])
def test_numbers_to_the_last_bit(name: str, share: float) -> None:
    record = attrs.evolve(SMALL, meetings=(attrs.evolve(SMALL.meetings[0], confidence=share),))
    assert read(written(record, name), name) == [record]


@pytest.mark.parametrize("name", LOSSLESS)
def test_files_cut_at_every_byte(name: str) -> None:
    records = [SMALL, record_of("x")] if name in MANY else [SMALL]
    data = written(records, name)
    ends = range(len(data)) if len(data) < 4096 else [*range(0, len(data), 17), *range(len(data) - 32, len(data))]
    for end in ends:
        found: list[Record] = []
        try:
            for record in open_records(io.BytesIO(data[:end]), name):
                found.append(record)
        except (TextError, DataError, FormatError) as fault:
            assert str(fault) and found == records[: len(found)]
        else:  # nothing but whole documents can be left
            assert name in ("json", "jsonl", "msgpack", "yaml", "ninjs") and found == records[: len(found)], (
                end,
                data[:end],
            )


@pytest.mark.parametrize("name", LOSSLESS)
def test_files_broken_anywhere(name: str) -> None:
    data = written([SMALL, record_of("x")] if name in MANY else SMALL, name)
    chance = random.Random(7)
    for _ in range(150):
        broken = bytearray(data)
        for _ in range(chance.choice([1, 1, 2, 5])):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        if chance.random() < 0.3:
            at = chance.randrange(len(broken))
            del broken[at : at + chance.randrange(1, 20)]
        with contextlib.suppress(TextError, DataError, FormatError):
            read(bytes(broken), name)


@pytest.mark.parametrize("name", LOSSLESS)
@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe\x00\x01",
        b"\x80",
        "Café".encode("latin-1"),
        b"\x00" * 64,
        b"PK\x03\x04" + b"\x00" * 60,
        b"PAR1PAR1",
        b"ARROW1\x00\x00ARROW1",
        b"<html></html>",
        b"{}",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"- " * 100_000,
        b"\x91" * 100_000,
    ],
    ids=lambda data: repr(data[:8]),
)
def test_files_of_something_else(name: str, data: bytes) -> None:
    with pytest.raises((TextError, DataError, FormatError)) as caught:
        read(data, name)
    assert str(caught.value)


@pytest.mark.parametrize("name", LOSSLESS)
def test_errors_name_the_file(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"broken{FORMATS[name].suffixes[0]}"
    path.write_bytes(b"\x80")
    with pytest.raises((TextError, DataError, FormatError), match="broken"):
        list(open_records(path))


@pytest.mark.parametrize("name", LOSSLESS)
def test_a_failure_leaves_the_old_file(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{FORMATS[name].suffixes[0]}"
    path.write_bytes(b"old")

    def several() -> Any:
        yield SMALL
        raise RuntimeError("stop")

    with pytest.raises(RuntimeError):
        dump(several(), path)
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize(("name", "package"), EXTRAS.items())
def test_the_extra_is_named_where_its_package_is_missing(
    name: str, package: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = written(SMALL, name)
    monkeypatch.setitem(sys.modules, package, None)
    extra = FORMATS[name].extra
    acts: list[Callable[[], object]] = [
        lambda: dump(SMALL, tmp_path / "a", name),
        lambda: list(load(io.BytesIO(data), name)),
    ]
    for act in acts:
        with pytest.raises(FormatError, match=rf"needs the package {package}; .*'diplomod\[{extra}\]'"):
            act()
    assert list(tmp_path.iterdir()) == []
