"""CSV: many Records as a set of tables, one file a table, in a folder or in a zip file.

Cells that a spreadsheet would run as a formula begin with an apostrophe, which is taken off when they are read.
"""

from __future__ import annotations

import contextlib
import csv
import io
import itertools
import re
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, BinaryIO, cast

from diplomod.errors import FileError, TextError
from diplomod.formats.escapes import escaped, unescaped
from diplomod.formats.losses import Loss
from diplomod.formats.streams import WHOLE
from diplomod.formats.tables import TABLES, Cell, Row, header, records_of, rows_of
from diplomod.formats.zips import opened_zip, stream_of
from diplomod.model import Record

# First characters of what spreadsheets run, in both widths; the apostrophe itself, so that it can be taken off again.
RUN = frozenset("=+-@\t\r\n＝＋－＠'")
DAY = (1980, 1, 1, 0, 0, 0)  # every file in a zip has one date, so that the same Records give the same bytes


def write(records: Iterable[Record], file: BinaryIO) -> Iterable[Loss]:
    """A zip file with the tables."""
    with contextlib.ExitStack() as stack:
        drafts = {name: stack.enter_context(tempfile.SpooledTemporaryFile(1 << 22)) for name in TABLES}
        _write_tables(records, drafts)
        with zipfile.ZipFile(file, "w") as out:
            for name, draft in drafts.items():
                draft.seek(0)
                entry = zipfile.ZipInfo(f"{name}.csv", DAY)
                entry.compress_type = zipfile.ZIP_DEFLATED
                with out.open(entry, "w", force_zip64=True) as table:
                    shutil.copyfileobj(draft, table)
    return ()


def write_folder(records: Iterable[Record], folder: Path) -> Iterable[Loss]:
    """A folder with the tables."""
    with contextlib.ExitStack() as stack:
        _write_tables(records, {name: stack.enter_context((folder / f"{name}.csv").open("wb")) for name in TABLES})
    return ()


def _write_tables(records: Iterable[Record], files: Mapping[str, IO[bytes]]) -> None:
    texts = {
        name: io.TextIOWrapper(cast(BinaryIO, file), "utf-8", newline="", write_through=True)
        for name, file in files.items()
    }
    writers = {name: csv.writer(text, lineterminator="\r\n") for name, text in texts.items()}
    for name, writer in writers.items():
        writer.writerow(header(name))
    for number, record in enumerate(records):
        for table, row in rows_of(number, record):
            writers[table].writerow(map(shown, row))
    for text in texts.values():
        text.detach()  # the file is closed by who opened it


def read(file: BinaryIO) -> Iterator[Record]:
    """The Records of a zip file with the tables.

    Raises `TextError` for a table or a column that is missing or unknown and for cells that are none of their column's, with
    file, row and column; `DataError` for data that make no Record.
    """
    with opened_zip(file) as found:
        inside = {name.rpartition("/")[2]: name for name in found.namelist()}  # a folder that was zipped is fine
        yield from _read_tables(lambda table: stream_of(found, inside.get(table, table)))


def read_folder(folder: Path) -> Iterator[Record]:
    """The Records of a folder with the tables; raises what `read` does, and `FileError` for a table that is missing."""
    with contextlib.ExitStack() as stack:
        yield from _read_tables(lambda table: stack.enter_context(_opened(folder / table)))


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as fault:
        raise FileError(f"{path}: {fault.strerror or fault}") from fault


def _read_tables(opened: Callable[[str], BinaryIO]) -> Iterator[Record]:
    csv.field_size_limit(max(csv.field_size_limit(), WHOLE))
    yield from records_of({name: _rows(opened(f"{name}.csv"), name) for name in TABLES})


def _rows(file: BinaryIO, table: str) -> Iterator[tuple[str, Row]]:
    """The rows of a table below its header, with their places."""
    name = f"{table}.csv"
    row = 1
    lines = _lines(file, name)
    try:
        first = next(lines, "")
        found = re.match('"?record"?([,;\t])', first)  # what a spreadsheet puts between cells depends on its country
        reader = csv.reader(itertools.chain([first], lines), delimiter=found[1] if found else ",", strict=True)
        wanted = header(table)
        names = next(reader, [])
        if tuple(names) != wanted:
            wrong = [repr(one) for one in wanted if one not in names] or [repr(o) for o in names if o not in wanted]
            raise TextError(
                f"{name}, row 1: the columns are {', '.join(wanted)}; look at {', '.join(wrong) or 'their order'}"
            )
        for row, cells in enumerate(reader, 2):
            if len(cells) != len(wanted):
                raise TextError(f"{name}, row {row}: has {len(cells)} cells, the table {len(wanted)} columns")
            yield f"{name}, row {row}", [taken(cell) for cell in cells]
    except csv.Error as fault:
        raise TextError(f"{name}, row {row + 1}: {fault}") from None


def _lines(file: BinaryIO, name: str) -> Iterator[str]:
    number = 0
    last = b"\n"
    while line := file.readline(WHOLE):
        number += 1
        last = line
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as fault:
            raise TextError(
                f"{name}, line {number}: 0x{line[fault.start]:02x} is no UTF-8; save the table as UTF-8"
            ) from None
    if not last.endswith(b"\n"):
        raise TextError(f"{name}, line {number}: the file ends inside this line")


def shown(cell: Cell) -> Cell:
    """A cell as it is written: text that a spreadsheet would run has an apostrophe before it.

    >>> shown("=1+1"), shown("usual")
    ("'=1+1", 'usual')
    """
    if not isinstance(cell, str):
        return repr(cell) if isinstance(cell, float) else cell
    return escaped(f"'{cell}" if cell[:1] in RUN else cell)


def taken(cell: str) -> str:
    """What `shown` was given."""
    return unescaped(cell[1:] if cell[:1] == "'" and cell[1:2] in RUN else cell)
