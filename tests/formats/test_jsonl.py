"""JSON Lines: one Record a line, read as it goes."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from diplomod import DataError, FormatError, Record, Source, TextError, dump, dumps, fingerprint, load, loads

ONE, TWO = (Record(source=Source(fingerprint=fingerprint(text), language="en", title="a\u2028b")) for text in "ab")
LINE = dumps(ONE, "jsonl")


def test_one_record_a_line() -> None:
    text = dumps((record for record in (ONE, TWO)), "jsonl")
    assert text.count("\n") == 2 and text.endswith("\n")
    assert list(loads(text, "jsonl")) == [ONE, TWO]
    assert dumps([], "jsonl") == ""


def test_one_record_alone_is_taken() -> None:
    assert dumps(ONE, "jsonl") == dumps([ONE], "jsonl")


@pytest.mark.parametrize("suffix", [".jsonl", ".ndjson", ".JSONL"])
def test_files_by_suffix(suffix: str, tmp_path: Path) -> None:
    dump([ONE, TWO], tmp_path / f"a{suffix}")
    assert list(load(str(tmp_path / f"a{suffix}"))) == [ONE, TWO]


def test_records_come_before_a_bad_line_is_reached() -> None:
    records = loads(f"{LINE}\n{{\n", "jsonl")
    assert next(records) == ONE
    with pytest.raises(TextError, match=r"^line 3: this is no JSON"):
        next(records)


@pytest.mark.parametrize(
    ("line", "error", "message"),
    [
        (LINE.replace('"en"', "5"), DataError, r"^line 2, \$\.record\.source\.language: is a string; got 5"),
        (LINE.replace('"schema":2', '"schema":3'), FormatError, "^line 2: the document has the schema 3"),
        ("[1", TextError, "^line 2: this is no JSON"),
    ],
)
def test_faults_name_their_line(line: str, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        list(loads(f"\n{line}", "jsonl"))


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\n \n"])
def test_line_endings_and_blank_lines(ending: str) -> None:
    assert list(loads(LINE.strip() + ending + LINE.strip(), "jsonl")) == [ONE, ONE]


def test_lines_are_read_one_by_one_and_let_go(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text(LINE * 3000, encoding="utf-8")

    def live_records() -> int:
        gc.collect()
        return sum(isinstance(one, Record) for one in gc.get_objects())

    before = live_records()
    alive = [live_records() - before for number, _ in enumerate(load(path)) if number % 500 == 0]
    assert len(alive) == 6
    assert max(alive) <= 2
