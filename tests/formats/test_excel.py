"""Workbooks: sheets that join, text of any length, no formulas, cells that a person has edited."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest

from diplomod import DataError, Record, Source, TextError, dump, fingerprint, load
from diplomod.formats.tables import TABLES


def record_of(title: str) -> Record:
    return Record(source=Source(fingerprint=fingerprint(""), language="en", title=title))


def book_of(record: Record) -> Any:
    file = io.BytesIO()
    dump(record, file, "excel")
    file.seek(0)
    return openpyxl.load_workbook(file)


def read(book: Any) -> list[Record]:
    file = io.BytesIO()
    book.save(file)
    file.seek(0)
    return list(load(file, "excel"))


def test_sheets_and_cells() -> None:
    book = book_of(record_of("=SUM(A1)"))
    assert book.sheetnames == [*TABLES, "rest"]
    cell = next(cell for cell in book["records"][2] if "SUM" in str(cell.value))
    assert cell.value == "'=SUM(A1)" and cell.data_type == "s"


@pytest.mark.parametrize(
    "text",
    [
        "x" * 32_000,
        "x" * 32_001,
        "=" * 100_000,
        "_x000D_" * 20_000,
        "\x00" * 40_000,
        "\r\n" * 20_000 + "x",
        "'" * 70_000,
    ],
    ids=lambda text: f"{len(text)} of {text[:2]!r}",
)
def test_text_of_any_length(text: str) -> None:
    book = book_of(record_of(text))
    assert all(len(str(cell.value)) <= 32_767 for sheet in book for row in sheet for cell in row)
    assert read(book) == [record_of(text)]


def test_what_a_person_changed() -> None:
    book = book_of(record_of("2024"))
    sheet = book["records"]
    column = next(cell.column for cell in sheet[1] if cell.value == "title")
    sheet.cell(2, column).value = 2025  # a spreadsheet makes a number of it
    assert read(book) == [record_of("2025")]
    sheet.cell(2, column).value = None
    assert read(book)[0].source.title is None


def test_faults_tell_where() -> None:
    book = book_of(record_of("x"))
    column = next(cell.column for cell in book["records"][1] if cell.value == "fingerprint")
    book["records"].cell(2, column).value = "x"
    with pytest.raises(DataError, match=r"record 0, \$\.source: a fingerprint has 64"):
        read(book)
    book["records"].cell(2, column).value = True
    with pytest.raises(TextError, match="records, row 2, column fingerprint: is text; got True"):
        read(book)
    book["records"].cell(1, column).value = "print"
    with pytest.raises(TextError, match="records, row 1: the columns are record, fingerprint"):
        read(book)
    del book["records"]
    with pytest.raises(TextError, match="lacks the sheet records"):
        read(book)
