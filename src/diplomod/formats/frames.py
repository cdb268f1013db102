"""Records as frames of pandas, polars and Arrow, and back: one row a Record, nested columns, nothing lost.

    from diplomod.formats import frames

    frame = frames.to_polars(diplomod.load("corpus.jsonl"))
    meetings = frames.to_pandas_tables(diplomod.load("corpus.jsonl"))["meetings"]

The columns are those of `diplomod.formats.arrow`, the tables those of `diplomod.formats.tables`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from diplomod.formats.arrow import EXTRA, batches, records_of, schema, told, version_of
from diplomod.formats.extras import need
from diplomod.formats.tables import TABLES, Row, columns, header, rows_of
from diplomod.model import Record


def to_arrow(records: Record | Iterable[Record]) -> Any:
    """A `pyarrow.Table`."""
    several = [records] if isinstance(records, Record) else records
    return need("pyarrow", EXTRA).Table.from_batches(batches(several), schema=schema())


def from_arrow(table: Any) -> Iterator[Record]:
    """The Records of a `pyarrow.Table`. Raises `DataError` for data that make no Record."""
    rows = (row for batch in table.to_batches() for row in batch.to_pylist())
    return records_of(rows, version_of(table.schema))


def to_pandas(records: Record | Iterable[Record]) -> Any:
    """A `pandas.DataFrame` whose columns are Arrow's (`pandas.ArrowDtype`)."""
    pandas = need("pandas", "frames")
    return to_arrow(records).to_pandas(types_mapper=pandas.ArrowDtype)


def from_pandas(frame: Any) -> Iterator[Record]:
    """The Records of such a frame; raises what `from_arrow` does."""
    pyarrow = need("pyarrow", EXTRA)
    with told("Arrow"):
        table = pyarrow.Table.from_pandas(frame, preserve_index=False)
    return from_arrow(table)


def to_polars(records: Record | Iterable[Record]) -> Any:
    """A `polars.DataFrame`."""
    return need("polars", "frames").from_arrow(to_arrow(records))


def from_polars(frame: Any) -> Iterator[Record]:
    """The Records of such a frame; raises what `from_arrow` does."""
    return from_arrow(frame.to_arrow())


def to_arrow_tables(records: Record | Iterable[Record]) -> dict[str, Any]:
    """The flat tables that CSV has, each a `pyarrow.Table`: meetings, delegations, demands, statements, …"""
    pyarrow = need("pyarrow", EXTRA)
    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    for number, record in enumerate([records] if isinstance(records, Record) else records):
        for table, row in rows_of(number, record):
            rows[table].append(row)
    types = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64()}
    found = {}
    for name, several in rows.items():
        kinds = [column.kind for column in columns(name)]
        names = header(name)
        wanted = [types[int], *[types[str]] * (len(names) - len(kinds) - 1), *(types[kind] for kind in kinds)]
        cells = list(zip(*several, strict=True)) if several else [()] * len(names)
        arrays = [pyarrow.array(list(column), kind) for column, kind in zip(cells, wanted, strict=True)]
        found[name] = pyarrow.table(arrays, names=list(names))
    return found


def to_pandas_tables(records: Record | Iterable[Record]) -> dict[str, Any]:
    """The flat tables, each a `pandas.DataFrame`."""
    pandas = need("pandas", "frames")
    return {name: table.to_pandas(types_mapper=pandas.ArrowDtype) for name, table in to_arrow_tables(records).items()}


def to_polars_tables(records: Record | Iterable[Record]) -> dict[str, Any]:
    """The flat tables, each a `polars.DataFrame`."""
    polars = need("polars", "frames")
    return {name: polars.from_arrow(table) for name, table in to_arrow_tables(records).items()}
