"""Spark tables: the same reading, by ``mapInArrow``. Needs the extra ``diplomod[spark]``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from diplomod.engines.arrow import COLUMNS, FACTS, read_batches
from diplomod.formats.extras import need
from diplomod.pipeline import Step
from diplomod.pipeline.reading import Reader
from diplomod.reading import read as read_page

SCHEMA = ", ".join(f"{name} string" for name in COLUMNS)


def read_frame(
    frame: Any, *, text: str = "text", key: str | None = None, steps: Iterable[Step] = (), reader: Reader = read_page
) -> Any:
    """A DataFrame of Spark with a row for each Record and each failure, of one with a row for each text.

    The columns are those of `diplomod.engines.arrow.schema`, the options those of `read_batch`. diplomod has to be installed
    where the workers run. As always with Spark, nothing is read before the result is asked for, and a task that is lost is
    done again: what comes out of a row depends on that row alone. Raises `FormatError` without pyspark.
    """
    need("pyspark", "spark")
    names = [text, *(() if key is None else (key,)), *(name for name in FACTS if name in frame.columns)]
    work = partial(_mapped, text=text, key=key, steps=tuple(steps), reader=reader)
    return frame.select(*dict.fromkeys(names)).mapInArrow(work, SCHEMA)


def _mapped(batches: Iterable[Any], **options: Any) -> Iterator[Any]:
    return read_batches(batches, **options)
