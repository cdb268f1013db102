"""Excel workbooks: many Records as the same tables as CSV, a sheet a table. By openpyxl.

Cells that would run as a formula begin with an apostrophe, as in CSV. A text that is longer than a cell may be goes on in the
sheet ``rest``. Characters that XML can't hold are written as Excel itself writes them: ``_x0000_``.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from diplomod.errors import FormatError, TextError
from diplomod.formats.csv import RUN
from diplomod.formats.extras import need
from diplomod.formats.losses import Loss
from diplomod.formats.tables import TABLES, Cell, Row, header, records_of, rows_of
from diplomod.formats.zips import opened_zip
from diplomod.model import Record

EXTRA = "excel"
LONGEST = 32_000  # characters of a cell; Excel holds 32,767, escapes included
PIECE = 4_500  # of a longer text, as long as `LONGEST` if each has to be escaped
ROWS = 1_048_576  # of a sheet
REST = "rest"
REST_HEADER = ("table", "row", "column", "text")
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_SHOWN = re.compile("_x([0-9A-Fa-f]{4})_")


def write(records: Iterable[Record], file: BinaryIO) -> Iterable[Loss]:
    """A workbook with the tables. Raises `FormatError` for more rows than a sheet holds."""
    book = need("openpyxl", EXTRA).Workbook(write_only=True)
    try:
        _fill(book, records)
        book.save(file)
    except BaseException:
        for sheet in book.worksheets:  # it holds streams open that can't be left
            with contextlib.suppress(Exception):
                sheet.close()
        raise
    return ()


def _fill(book: Any, records: Iterable[Record]) -> None:
    sheets = {name: book.create_sheet(name) for name in (*TABLES, REST)}
    counts = dict.fromkeys(TABLES, 1)
    for name, sheet in sheets.items():
        sheet.freeze_panes = "A2"
        sheet.append(REST_HEADER if name == REST else header(name))
    for number, record in enumerate(records):
        for table, row in rows_of(number, record):
            counts[table] += 1
            if counts[table] > ROWS:
                raise FormatError(f"a sheet of Excel holds {ROWS} rows, the table {table} has more; write csv")
            cells = [shown(cell) for cell in row]
            for i, cell in enumerate(cells):
                if isinstance(cell, list):
                    cells[i], *rest = cell
                    for piece in rest:
                        sheets[REST].append((table, counts[table], header(table)[i], piece))
            sheets[table].append(cells)


def read(file: BinaryIO) -> Iterator[Record]:
    """The Records of a workbook with the tables.

    Raises `TextError` for a sheet or a column that is missing and for cells that are none of their column's, with sheet, row and
    column; `DataError` for data that make no Record.
    """
    openpyxl = need("openpyxl", EXTRA)
    with opened_zip(file) as found:
        try:
            book = openpyxl.load_workbook(found.fp, read_only=True, data_only=True, keep_links=False)
        except Exception as fault:  # openpyxl lets all sorts of errors through
            raise TextError(f"this is no workbook: {fault}") from None
        rest: dict[tuple[str, int, str], list[str]] = {}
        if REST in book.sheetnames:
            for _, (table, row, column, text) in _rows(book[REST], REST, REST_HEADER):
                rest.setdefault((str(table), int(row), str(column)), []).append(_words(text))  # type: ignore[arg-type]
        missing = [name for name in TABLES if name not in book.sheetnames]
        if missing:
            raise TextError(f"lacks the sheet {missing[0]}")
        yield from records_of({name: _taken(_rows(book[name], name, header(name)), name, rest) for name in TABLES})


def _rows(sheet: Any, name: str, wanted: tuple[str, ...]) -> Iterator[tuple[str, Row]]:
    """The rows of a sheet below its header, with their places; empty ones left out."""
    row = 0
    try:
        for row, cells in enumerate(sheet.iter_rows(values_only=True), 1):
            if row == 1:
                while cells and cells[-1] is None:
                    cells = cells[:-1]
                if cells != wanted:
                    raise TextError(f"{name}, row 1: the columns are {', '.join(wanted)}")
            elif any(cell is not None for cell in cells):
                if any(cell is not None for cell in cells[len(wanted) :]):
                    raise TextError(f"{name}, row {row}: has more cells than the table has columns")
                yield f"{name}, row {row}", [*cells[: len(wanted)], *[None] * (len(wanted) - len(cells))]
        if row == 0:
            raise TextError(f"{name}: the sheet is empty")
    except (TextError, GeneratorExit):
        raise
    except Exception as fault:
        raise TextError(f"{name}, row {row + 1}: can't be read: {fault}") from None


def _taken(
    rows: Iterator[tuple[str, Row]], table: str, rest: dict[tuple[str, int, str], list[str]]
) -> Iterator[tuple[str, Row]]:
    names = header(table)
    for where, row in rows:
        number = int(where.rpartition(" ")[2])
        yield where, [_whole(cell, rest.get((table, number, names[i]), ())) for i, cell in enumerate(row)]


def _whole(cell: Any, more: Iterable[str]) -> Cell:
    return "".join([_words(cell), *more]) if isinstance(cell, str) else cell


def shown(cell: Cell) -> Any:
    """A cell as it is written; a list of pieces where it is longer than a cell may be.

    >>> shown("=1+1"), shown("a\\x00")
    ("'=1+1", 'a_x0000_')
    """
    if isinstance(cell, float) and float(f"{cell:.16g}") != cell:  # numbers of a sheet have sixteen digits
        return repr(cell)
    if not isinstance(cell, str):
        return cell
    text = _written(cell)
    if len(text) <= LONGEST:
        return text
    return [_written(cell[at : at + PIECE]) for at in range(0, len(cell), PIECE)]


def _written(text: str) -> str:
    text = f"'{text}" if text[:1] in RUN else text
    return _HIDDEN.sub(lambda found: f"_x{ord(found.group()):04X}_", text)


def _words(cell: Any) -> str:
    """What `shown` was given."""
    text = _SHOWN.sub(lambda found: chr(int(found.group(1), 16)), str(cell))
    return text[1:] if text[:1] == "'" and text[1:2] in RUN else text
