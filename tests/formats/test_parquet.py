"""Arrow, Parquet and frames: other programs open them, and what they write is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pandas
import polars
import pyarrow.parquet
import pytest

from diplomod import DataError, FormatError, Record, Source, When, dump, fingerprint, load, read
from diplomod.formats import frames

RECORDS = [
    read("The kings of Jordan and Spain met in Madrid on 2 June 2023.", published="2023-06"),
    Record(source=Source(fingerprint=fingerprint(""), language="en", published=When(edtf="-0044/.."))),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    dump(RECORDS, tmp_path / "a.parquet")
    return tmp_path / "a.parquet"


def test_duckdb_opens_it(path: Path) -> None:
    query = f"select m.status, m.when.edtf, m.when.earliest from (select unnest(meetings) m from '{path}')"
    assert duckdb.connect().execute(query).fetchall() == [("held", "2023-06-02", dt.date(2023, 6, 2))]


def test_polars_opens_it(path: Path) -> None:
    published = polars.read_parquet(path)["source"].struct.field("published")
    assert published.struct.field("earliest").to_list() == [dt.date(2023, 6, 1), None]
    assert published.struct.field("latest").to_list() == [dt.date(2023, 6, 30), None]


def test_pandas_opens_it(path: Path) -> None:
    frame = pandas.read_parquet(path)
    assert [len(found) for found in frame["meetings"]] == [1, 0]
    assert frame["source"][0]["published"]["latest"] == dt.date(2023, 6, 30)


REWRITTEN: dict[str, Callable[[Path, Path], Any]] = {
    "duckdb": lambda path, out: duckdb.sql(f"copy (select * from '{path}') to '{out}'"),
    "polars": lambda path, out: polars.read_parquet(path).write_parquet(out),
    "pandas": lambda path, out: pandas.read_parquet(path).to_parquet(out),
}


@pytest.mark.parametrize("program", REWRITTEN)
def test_what_others_write_is_read(program: str, path: Path, tmp_path: Path) -> None:
    REWRITTEN[program](path, tmp_path / "b.parquet")
    assert list(load(tmp_path / "b.parquet")) == RECORDS


FRAMES = [
    (frames.to_arrow, frames.from_arrow),
    (frames.to_pandas, frames.from_pandas),
    (frames.to_polars, frames.from_polars),
]


@pytest.mark.parametrize(("there", "back"), FRAMES, ids=["arrow", "pandas", "polars"])
def test_frames_come_back_equal(there: Callable[[Any], Any], back: Callable[[Any], Any]) -> None:
    assert list(back(there(RECORDS))) == RECORDS
    assert list(back(there(iter(RECORDS)))) == RECORDS
    assert list(back(there(RECORDS[0]))) == RECORDS[:1]
    assert list(back(there([]))) == []


def test_flat_tables() -> None:
    found = frames.to_pandas_tables(RECORDS)["meetings"]
    assert found[["record", "key", "status", "place.name"]].to_numpy().tolist() == [
        [0, "meetings[0]", "held", "Madrid"]
    ]
    assert frames.to_polars_tables(RECORDS)["parties"]["code"].to_list() == ["ESP", "JOR"]


def test_other_columns_are_no_records(tmp_path: Path) -> None:
    pyarrow.parquet.write_table(pyarrow.table({"source": ["x"], "tea": [1]}), tmp_path / "a.parquet")
    with pytest.raises(DataError, match=r"a\.parquet: row 0, \$\.record\.tea: is no field that is known here"):
        list(load(tmp_path / "a.parquet"))


def test_a_newer_schema_is_refused(path: Path, tmp_path: Path) -> None:
    table = pyarrow.parquet.read_table(path).replace_schema_metadata({"diplomod.schema": "9"})
    pyarrow.parquet.write_table(table, tmp_path / "b.parquet")
    with pytest.raises(FormatError, match=r"b\.parquet: row 0: the document has the schema 9"):
        list(load(tmp_path / "b.parquet"))
