"""One function from Arrow batch to Arrow batch gives what a plain run gives, however the rows are cut."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from diplomod import FormatError, Page, Record, read
from diplomod.pipeline import Document, run

pa = pytest.importorskip("pyarrow")

from diplomod.engines.arrow import COLUMNS, read_batch, read_batches, schema  # noqa: E402  (after the question)

TEXTS = [
    f"Envoys of Peru and Chile met in Lima on Monday. “Talk {number} went well,” Ana Ruiz said." for number in range(9)
]


def batch(**columns: list[Any]) -> Any:
    return pa.record_batch(columns)


def lines_of(table: Any) -> list[str]:
    return [line for line in table.column("record").to_pylist() if line is not None]


def plain_run(path: Path, **facts: Any) -> list[str]:
    """The lines that a run of the pipeline writes for the same texts."""
    documents = [Document(key=str(number), page=Page(text=text, **facts)) for number, text in enumerate(TEXTS)]
    run(documents, path)
    return path.read_text(encoding="utf-8").splitlines()


def test_records_are_those_of_a_plain_run_byte_for_byte(tmp_path: Path) -> None:
    assert lines_of(read_batch(batch(text=TEXTS))) == plain_run(tmp_path / "talks.jsonl")


@pytest.mark.parametrize("size", [1, 2, 5, 100])
def test_it_does_not_matter_how_rows_are_cut(size: int) -> None:
    table = pa.table({"text": TEXTS, "id": list(range(9))})
    whole = read_batch(table, key="id")
    cut = pa.Table.from_batches(list(read_batches(table.to_batches(max_chunksize=size), key="id")))
    assert cut.to_pylist() == whole.to_pylist()
    assert whole.column("key").to_pylist() == [str(number) for number in range(9)]


@pytest.mark.parametrize("day", ["2024-05-03", dt.date(2024, 5, 3), None, ""])
def test_what_is_known_of_a_text_is_taken_up(day: object) -> None:
    (row,) = read_batch(batch(text=TEXTS[:1], published=[day], publisher=["The Lima Wire"], url=[None])).to_pylist()
    source = json.loads(row["record"])["record"]["source"]
    assert source["publisher"] == "The Lima Wire"
    assert (source["published"] or {"edtf": None})["edtf"] == ("2024-05-03" if day else None)
    assert row["key"] == source["fingerprint"]


def test_a_text_that_can_not_be_read_is_a_row_of_its_own() -> None:
    columns: dict[str, list[Any]] = {
        "text": [TEXTS[0], None, TEXTS[1]],
        "published": [None, None, "2024-13"],
        "id": ["a", "b", "c"],
    }
    rows = read_batch(batch(**columns), key="id").to_pylist()
    assert [(row["key"], row["error"]) for row in rows] == [("a", None), ("b", "TextError"), ("c", "TextError")]
    assert "no month" in rows[2]["message"]


def without_meetings(record: Record) -> Record | None:
    return None if record.meetings else record


def test_steps_run_with_the_reading() -> None:
    texts = [*TEXTS[:2], "It rained."]
    found = read_batch(batch(text=texts), steps=[without_meetings])
    assert json.loads(lines_of(found)[0])["record"]["source"]["fingerprint"] == read("It rained.").source.fingerprint
    assert found.num_rows == 1
    assert read_batch(batch(text=texts[:2]), steps=[without_meetings]).num_rows == 0


@pytest.mark.parametrize(("text", "key", "missing"), [("body", None, "body"), ("text", "id", "id")])
def test_columns_that_are_not_there_are_told(text: str, key: str | None, missing: str) -> None:
    with pytest.raises(FormatError, match=f"there is no column '{missing}'; the columns are: text"):
        read_batch(batch(text=TEXTS), text=text, key=key)


def test_the_schema_holds_for_rows_and_for_none() -> None:
    assert schema().names == list(COLUMNS)
    assert read_batch(batch(text=TEXTS[:1])).schema == schema()
    assert read_batch(pa.record_batch({"text": pa.array([], pa.string())})).schema == schema()
