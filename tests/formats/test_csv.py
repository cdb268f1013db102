"""Tables as CSV: keys that join, cells that no spreadsheet runs, faults with file, row and column."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import pytest

from diplomod import DataError, FileError, FormatError, Record, TextError, dump, load, read
from diplomod.formats.csv import shown, taken
from diplomod.formats.tables import TABLES

RECORD = read(
    "GENEVA, March 12 — Kenyan and Ethiopian officials are due to meet in Geneva on Thursday. Kenya’s delegation will be "
    "headed by Foreign Minister Amina Wekesa. Ethiopia has demanded that Kenya withdraw its patrols. Nairobi rejected that "
    "demand, saying the patrols protect drivers.",
    published="2025-03-12",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    dump([RECORD, RECORD], tmp_path / "tables", "csv")
    return tmp_path / "tables"


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_folder_of_tables(folder: Path) -> None:
    assert sorted(path.stem for path in folder.iterdir()) == sorted(TABLES)
    assert list(load(folder)) == list(load(folder, "csv")) == [RECORD, RECORD]


def test_keys_join(folder: Path) -> None:
    meetings = {(row["record"], row["key"]): row for row in rows(folder, "meetings")}
    assert meetings["1", "meetings[0]"]["when.edtf"] == "2025-03-13"
    parties = [row for row in rows(folder, "parties") if (row["record"], row["of"]) in meetings]
    assert [row["code"] for row in parties if row["record"] == "0"] == ["ETH", "KEN"]
    assert rows(folder, "delegates")[0]["of"] == "meetings[0].delegations[0]"


def test_a_folder_that_holds_something_is_not_written_over(folder: Path) -> None:
    with pytest.raises(FileError, match="is there already and not an empty folder"):
        dump([RECORD], folder, "csv")
    assert list(load(folder)) == [RECORD, RECORD]
    assert [path.name for path in folder.parent.iterdir()] == ["tables"]


def test_a_failure_leaves_no_folder(tmp_path: Path) -> None:
    with pytest.raises(FormatError):
        dump([RECORD, 5], tmp_path / "tables", "csv")  # type: ignore[list-item]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@A1",
        "\t=1",
        "\r=1",
        "\n=1",
        "'=1",
        "''",
        "'",
        "'x",
        "x",
        "＝1",
        '=HYPERLINK("x")',
        "\ud800",
    ],
)
def test_no_cell_is_run_and_all_come_back(text: str) -> None:
    cell = shown(text)
    assert isinstance(cell, str) and cell[:1] not in set("=+-@\t\r\n＝＋－＠")
    assert taken(cell) == text


def test_a_spreadsheet_may_save_it(folder: Path) -> None:
    for path in folder.iterdir():
        with path.open(encoding="utf-8", newline="") as file:
            found = list(csv.reader(file))
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, delimiter=";", lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(found)
    assert list(load(folder)) == [RECORD, RECORD]


CASES = [
    ("meetings", "planned", "tea", DataError, r"record 0, \$\.meetings\[0\]\.status: is one of planned"),
    ("meetings", ",0.", ",much", TextError, r"meetings\.csv, row 2, column confidence: is a number; got 'much"),
    (
        "spans",
        ",meetings[0],",
        ",meetings[7],",
        TextError,
        r"spans\.csv, row \d+: the key .* belongs to 'meetings\[0\]'",
    ),
    (
        "parties",
        "meetings[0].parties[1]",
        "meetings[0].parties[4]",
        TextError,
        r"the key .*parties\[4\] follows .*\[0\]",
    ),
    ("parties", "meetings[0]", "meetings[9]", TextError, r"record 0 has no meetings\[9\]"),
    ("parties", "record,key", "key,record", TextError, r"parties\.csv, row 1: the columns are record, key, of"),
    ("parties", ",code", ",sign", TextError, "look at 'code'"),
    ("parties", "0,meetings", "7,meetings", TextError, r"the record 1 is not in the table|there is no record 7"),
    ("parties", "0,meetings", "x,meetings", TextError, "column record: is a whole number; got 'x'"),
    ("meetings", "0,meetings[0]", "0,demands[0]", TextError, r"'demands\[0\]' is no key of the table meetings"),
    ("meetings", "meetings[0]", '"meetings[0]', TextError, r"meetings\.csv, row \d+"),
    ("records", "\n1,", "\n0,", TextError, "the record 0 stands after the record 0; sort the rows by record"),
    ("answers", "0,responses", "0,0,responses", TextError, "has 5 cells, the table 4 columns"),
]


@pytest.mark.parametrize(
    ("table", "old", "new", "error", "message"), CASES, ids=[f"{case[0]} {case[2]}" for case in CASES]
)
def test_faults_tell_where(table: str, old: str, new: str, error: type[Exception], message: str, folder: Path) -> None:
    path = folder / f"{table}.csv"
    data = path.read_bytes().decode()
    assert old in data
    path.write_bytes(data.replace(old, new).encode())
    with pytest.raises(error, match=message) as caught:
        list(load(folder))
    assert str(caught.value).startswith(str(folder))


def test_bytes_and_files_that_are_wrong(folder: Path) -> None:
    path = folder / "spans.csv"
    data = path.read_bytes()
    path.write_bytes(data.replace("’".encode(), b"\x92"))
    with pytest.raises(TextError, match=r"spans\.csv, line \d+: 0x92 is no UTF-8"):
        list(load(folder))
    path.write_bytes(data[:-3])
    with pytest.raises(TextError, match=r"spans\.csv.*ends inside this line"):
        list(load(folder))
    path.unlink()
    with pytest.raises(FileError, match=r"spans\.csv: No such file"):
        list(load(folder))


def test_zip_files_that_expand_beyond_measure_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("diplomod.formats.streams.FREE", 1 << 20)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("records.csv", bytes(1 << 24))
    for name in ("csv", "excel"):
        file.seek(0)
        with pytest.raises(FormatError, match="expands to 1 files with 16777216 bytes"):
            list(load(file, name))


def test_a_zip_file_of_something_else() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as out:
        out.writestr("a.txt", b"x")
    file.seek(0)
    with pytest.raises(TextError, match=r"lacks the file records\.csv"):
        list(load(file, "csv"))


def test_a_zipped_folder(folder: Path) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as out:
        for path in folder.iterdir():
            out.write(path, f"tables/{path.name}")
    file.seek(0)
    assert list(load(file, "csv")) == [RECORD, RECORD]


def test_records_of_the_same_bytes() -> None:
    one, two = io.BytesIO(), io.BytesIO()
    dump(RECORD, one, "csv")
    dump(
        [Record(**{name: getattr(RECORD, name) for name in RECORD.__slots__ if not name.startswith("__")})], two, "csv"
    )
    assert one.getvalue() == two.getvalue()
