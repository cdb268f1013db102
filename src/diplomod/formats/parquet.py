"""Parquet: the columns of Arrow, compressed by zstd. By pyarrow."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from diplomod.errors import FormatError
from diplomod.formats.arrow import EXTRA, batches, records_of, schema, told, version_of
from diplomod.formats.extras import need
from diplomod.formats.losses import Loss
from diplomod.formats.streams import FREE, seekable
from diplomod.model import Record

ROWS = 128  # Records that are read at once
RATIO = 1_000  # times its size that a file may expand to, beyond what is free


def write(records: Iterable[Record], file: BinaryIO) -> Iterable[Loss]:
    """A Parquet file, a row group a batch."""
    pyarrow, parquet = need("pyarrow", EXTRA), need("pyarrow.parquet", EXTRA)
    with parquet.ParquetWriter(pyarrow.PythonFile(file, "w"), schema(), compression="zstd") as out:
        for batch in batches(records):
            out.write_batch(batch)
    return ()


def read(file: BinaryIO) -> Iterator[Record]:
    """The Records of a Parquet file, some at a time. Raises `TextError` for what is none, `DataError` for other data."""
    pyarrow, parquet = need("pyarrow", EXTRA), need("pyarrow.parquet", EXTRA)
    with seekable(file) as base, told("Parquet"):
        found = parquet.ParquetFile(pyarrow.PythonFile(base, "r"))
        # Of a column's own figures nothing is asked: where they are broken, pyarrow ends the whole program.
        size = sum(found.metadata.row_group(i).total_byte_size for i in range(found.metadata.num_row_groups))
        length = base.seek(0, io.SEEK_END)
        if size > FREE and size > RATIO * length:
            raise FormatError(f"expands to {size} bytes, more than {RATIO} times its size")
        rows = (row for batch in found.iter_batches(ROWS) for row in batch.to_pylist())
        yield from records_of(rows, version_of(found.schema_arrow))
