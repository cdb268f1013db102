"""The interface: paths and file objects, plain and compressed, strictness, what a failure leaves behind."""

from __future__ import annotations

import gzip
import io
import logging
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import attrs
import pytest

from diplomod import FileError, FormatError, Record, Source, TextError, dump, dumps, fingerprint, load, loads
from diplomod.formats import FORMATS, Format, Loss, Losses, left_out, open_records
from diplomod.formats.files import written
from diplomod.formats.streams import compressed

ONE, TWO = (Record(source=Source(fingerprint=fingerprint(text), language="en", title="Café")) for text in "ab")
BOTH = [ONE, TWO]


def write_titles(records: Iterable[Record], file: BinaryIO) -> Iterator[Loss]:
    for number, record in enumerate(records):
        file.write(f"{record.source.title}\n".encode())
        yield from left_out(number, record, ["source.title"], {"source.language": "all is English"})


TITLES = Format(name="titles", suffixes=(".titles",), many=True, write=write_titles)


@pytest.fixture(autouse=True)
def titles(monkeypatch: pytest.MonkeyPatch) -> None:
    """A format that only writes, and loses nearly all."""
    monkeypatch.setitem(FORMATS, "titles", TITLES)


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.jsonl.zst", "a.NDJSON.GZ"])
def test_files_plain_and_compressed(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    assert dump(iter(BOTH), path) == Losses()
    assert list(load(path)) == list(load(str(path))) == BOTH
    with path.open("rb") as file:
        assert list(load(file)) == BOTH
    with path.open("rb") as file:
        assert list(load(io.BytesIO(file.read()), "jsonl")) == BOTH
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_compression_gives_the_same_bytes_each_time(tmp_path: Path) -> None:
    for name in ("a.jsonl.gz", "b.jsonl.gz"):
        dump(BOTH, tmp_path / name)
    assert (tmp_path / "a.jsonl.gz").read_bytes() == (tmp_path / "b.jsonl.gz").read_bytes()
    assert gzip.decompress((tmp_path / "a.jsonl.gz").read_bytes()).decode() == dumps(BOTH, "jsonl")


def test_file_objects_of_text_and_of_bytes() -> None:
    text, data = io.StringIO(), io.BytesIO()
    dump(BOTH, text, "jsonl")
    dump(BOTH, data, "jsonl")
    assert text.getvalue() == data.getvalue().decode() == dumps(BOTH, "jsonl")
    text.seek(0)
    data.seek(0)
    assert list(load(text, "jsonl")) == list(load(data, "jsonl")) == BOTH
    assert not text.closed and not data.closed


class Drip(io.RawIOBase):
    """A stream that gives a few bytes at a time and can't go back."""

    def __init__(self, data: bytes) -> None:
        self.file = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self.file.read(min(7, len(buffer)))
        buffer[: len(data)] = data
        return len(data)


@pytest.mark.parametrize("squeeze", [bytes, gzip.compress])
def test_a_stream_that_drips(squeeze: Any) -> None:
    assert list(load(Drip(squeeze(dumps(BOTH, "jsonl").encode())), "jsonl")) == BOTH  # type: ignore[arg-type]


def test_reading_is_lazy(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(dumps(ONE, "jsonl") + "{\n")
    records = load(tmp_path / "a.jsonl")
    assert next(records) == ONE
    with pytest.raises(TextError, match=r"a\.jsonl: line 2: this is no JSON"):
        next(records)


@pytest.mark.parametrize("name", ["none.json", "none.jsonl", "none.jsonl.gz"])
def test_a_missing_file_is_told_at_the_call(name: str, tmp_path: Path) -> None:
    with pytest.raises(FileError, match=f"{name}: No such file"):
        load(tmp_path / name)


def test_one_by_one_whatever_the_file_holds(tmp_path: Path) -> None:
    dump(ONE, tmp_path / "a.json")
    dump(BOTH, tmp_path / "a.jsonl")
    assert [list(open_records(tmp_path / name)) for name in ("a.json", "a.jsonl")] == [[ONE], BOTH]


def test_progress_tells_the_bytes(tmp_path: Path) -> None:
    dump([ONE] * 100, tmp_path / "a.jsonl")
    seen: list[tuple[int, int]] = []
    assert len(list(load(tmp_path / "a.jsonl", progress=lambda done, size: seen.append((done, size))))) == 100
    size = (tmp_path / "a.jsonl").stat().st_size
    assert seen[-1] == (size, size)


def test_the_report_of_losses(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    losses = dump(BOTH, tmp_path / "a.titles")
    assert (tmp_path / "a.titles").read_text() == "Café\nCafé\n"
    assert [(loss.record, loss.path) for loss in losses] == [
        (0, "source.fingerprint"),
        (0, "source.language"),
        (1, "source.fingerprint"),
        (1, "source.language"),
    ]
    assert str(losses) == (
        "source.fingerprint: the format has no place for it (2 times, first in record 0)\n"
        "source.language: all is English (2 times, first in record 0)"
    )
    with caplog.at_level(logging.WARNING):
        assert dumps(ONE, "titles") == "Café\n"
    assert "record 0, source.language: all is English" in caplog.text


def test_strict_makes_a_loss_an_error_and_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.titles").write_text("old")
    file = io.BytesIO()
    for act in (
        lambda: dump(BOTH, tmp_path / "a.titles", strict=True),
        lambda: dump(BOTH, file, "titles", strict=True),
        lambda: dumps(BOTH, "titles", strict=True),
    ):
        with pytest.raises(FormatError, match=r"the format titles can't carry all of it:\nsource\.fingerprint"):
            act()
    assert (tmp_path / "a.titles").read_text() == "old"
    assert file.getvalue() == b""
    assert len(dump(BOTH, tmp_path / "a.jsonl", strict=True)) == 0


def test_what_can_not_be_done(tmp_path: Path) -> None:
    cases: list[tuple[Any, str]] = [
        (lambda: loads("", "titles"), "the format titles can't be read"),
        (lambda: load(io.BytesIO()), "name a format with format="),
        (lambda: load(5, "json"), "a file is given by its path or as a file object; got int"),  # type: ignore[arg-type]
        (lambda: dump(ONE, 5, "json"), "a file is given by its path or as a file object; got int"),  # type: ignore[arg-type]
        (lambda: loads("", "jsonl.gz"), "there is no format 'jsonl.gz'"),
    ]
    for act, message in cases:
        with pytest.raises(FormatError, match=message):
            act()
    with pytest.raises(TextError, match="a document is a str or bytes; got int"):
        loads(5)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl.zst"])
def test_compressed_files_cut_anywhere(name: str, tmp_path: Path) -> None:
    dump(BOTH, tmp_path / name)
    data = (tmp_path / name).read_bytes()
    for end in range(len(data)):
        (tmp_path / name).write_bytes(data[:end])
        with pytest.raises((TextError, FormatError), match=name):
            list(load(tmp_path / name))


@pytest.mark.parametrize(
    ("name", "byte", "message"),
    [
        ("bomb.json.gz", b"\0", "is larger than 1 MiB"),
        ("bomb.jsonl.gz", b"\0", "line 1: is longer than 1 MiB"),
        ("bomb.jsonl.gz", b"\n", "lines before it are blank"),
        ("bomb.jsonl.zst", b"\0", "expands to more than"),
        ("bomb.csv.zip.gz", b"\0", "expands to more than 0 GiB"),
    ],
)
def test_bombs_are_refused(
    name: str, byte: bytes, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for bound, size in (
        ("FREE", 1 << 18 if ".zst" in name else 1 << 30),
        ("WHOLE", 1 << 26 if ".zst" in name else 1 << 20),
        ("COPY", 1 << 20),
        ("BLANK", 1000),
    ):
        monkeypatch.setattr(f"diplomod.formats.streams.{bound}", size)
    with written(tmp_path / name) as file, compressed(file, name) as out:
        for _ in range(16):
            out.write(byte * (1 << 20))
    with pytest.raises(FormatError, match=message):
        list(open_records(tmp_path / name))


def test_the_same_record_over_and_over_is_no_bomb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("diplomod.formats.streams.FREE", 1 << 20)
    for name in ("a.jsonl.gz", "a.jsonl.zst"):
        dump([ONE] * 10_000, tmp_path / name)
        assert sum(1 for _ in load(tmp_path / name)) == 10_000


def test_the_extra_is_named_where_a_package_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "zstandard", None)
    with pytest.raises(
        FormatError, match=r"needs the package zstandard; install it with: pip install 'diplomod\[zstd\]'"
    ):
        dump(ONE, tmp_path / "a.json.zst")
    assert list(tmp_path.iterdir()) == []


def test_a_report_stays_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("diplomod.formats.losses.KEPT", 3)
    losses = Losses.of(Loss(record=n, path=f"f{n}") for n in range(10))
    assert len(losses) == 3 and losses.total == 10
    assert str(losses).endswith("and 7 more losses")


def test_our_formats_import_what_they_name() -> None:
    for found in FORMATS.values():
        for name in ("read", "write", "read_folder", "write_folder"):
            if getattr(found, name) is not None:
                assert callable({"read": found.reader, "write": found.writer}.get(name, found.folder_reader)())


def test_records_are_values_and_losses_too() -> None:
    assert attrs.asdict(Loss(record=1, path="a", why="b")) == {"record": 1, "path": "a", "why": "b"}
