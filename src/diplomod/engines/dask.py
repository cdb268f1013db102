"""Dask tables: the same reading, partition by partition. Needs the extra ``diplomod[dask]``."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from diplomod.engines.arrow import COLUMNS, FACTS, read_batch
from diplomod.formats.extras import need
from diplomod.pipeline import Step
from diplomod.pipeline.reading import Reader
from diplomod.reading import read as read_page


def read_frame(
    frame: Any, *, text: str = "text", key: str | None = None, steps: Iterable[Step] = (), reader: Reader = read_page
) -> Any:
    """A DataFrame of Dask with a row for each Record and each failure, of one with a row for each text.

    The columns are those of `diplomod.engines.arrow.schema`, the options those of `read_batch`; the index of the result
    is that of no row. diplomod has to be installed where the workers run. Nothing is read before the result is asked for,
    and what a worker that is lost had done is done again by another. Raises `FormatError` without dask.
    """
    need("dask.dataframe", "dask")
    pandas = need("pandas", "dask")
    meta = pandas.DataFrame({name: pandas.Series(dtype="string[pyarrow]") for name in COLUMNS})
    names = [text, *(() if key is None else (key,)), *(name for name in FACTS if name in frame.columns)]
    work = partial(_mapped, text=text, key=key, steps=tuple(steps), reader=reader)
    return frame[[*dict.fromkeys(names)]].map_partitions(work, meta=meta)


def _mapped(frame: Any, **options: Any) -> Any:
    arrow, pandas = need("pyarrow", "arrow"), need("pandas", "dask")
    read = read_batch(arrow.Table.from_pandas(frame, preserve_index=False), **options)
    return read.to_pandas(types_mapper={arrow.string(): pandas.ArrowDtype(arrow.string())}.get).astype(
        "string[pyarrow]"
    )
