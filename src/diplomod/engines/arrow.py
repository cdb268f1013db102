"""Arrow batch -> Arrow batch: a row is a document on its way in, a Record or a failure on its way out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any, TypeVar

from diplomod.errors import FormatError
from diplomod.formats.extras import need
from diplomod.formats.json import encoded
from diplomod.pipeline import Document, Step
from diplomod.pipeline.reading import Outcome, Reader, outcome_of
from diplomod.pipeline.sources import page_of
from diplomod.reading import read as read_page

Batch = TypeVar("Batch")  # pyarrow.RecordBatch or pyarrow.Table

COLUMNS = ("key", "record", "error", "message")
FACTS = ("published", "title", "publisher", "url")


def schema() -> Any:
    """The columns of what comes out, a `pyarrow.Schema` of strings.

    `key` is that of the document. `record` is the Record as its line of JSON, without the line feed, None for a failure, of
    which `error` and `message` tell; they are None for a Record.
    """
    arrow = need("pyarrow", "arrow")
    return arrow.schema([arrow.field(name, arrow.string(), nullable=name != "key") for name in COLUMNS])


def read_batch(
    batch: Batch,
    *,
    text: str = "text",
    key: str | None = None,
    steps: Iterable[Step] = (),
    reader: Reader = read_page,
) -> Batch:
    """Read each row of an Arrow RecordBatch or Table: the column `text` holds the texts, `key` what tells them apart.

    Without `key` the fingerprint of a text tells it apart. Columns named ``published``, ``title``, ``publisher`` and ``url`` are
    taken up where they are there; days may be strings or dates. `steps` and `reader` are those of `diplomod.pipeline.read`. The
    rows that come out (`schema`) are in the order of those that went in: one for each Record that the steps left, one
    for each failure. What is in them depends on the row alone, so that any engine may cut and repeat batches as it likes.
    Raises `FormatError` without pyarrow and where there is no such column.
    """
    arrow = need("pyarrow", "arrow")
    given: Any = batch
    for name in (text, *(() if key is None else (key,))):
        if name not in given.schema.names:
            named = ", ".join(given.schema.names) or "none"
            raise FormatError(f"there is no column {name!r}; the columns are: {named}")
    wanted = {name: given.column(name).to_pylist() for name in {text, key, *FACTS} & {*given.schema.names}}
    work = partial(outcome_of, reader=reader, steps=tuple(steps))
    rows = [row for number in range(given.num_rows) for row in _rows(work(_document(wanted, number, text, key)))]
    columns = zip(*rows, strict=True) if rows else ((),) * len(COLUMNS)
    arrays = [arrow.array(values, type=arrow.string()) for values in columns]
    read: Batch = type(given).from_arrays(arrays, schema=schema())
    return read


def read_batches(batches: Iterable[Batch], **options: Any) -> Iterator[Batch]:
    """`read_batch` for one batch after the other, as engines ask for it."""
    return (read_batch(batch, **options) for batch in batches)


def _document(columns: Mapping[str | None, list[Any]], number: int, text: str, key: str | None) -> Document:
    row = {name: values[number] for name, values in columns.items() if name is not None}
    return Document(key="" if key is None else str(row[key]), page=partial(page_of, row, text))


def _rows(outcome: Outcome) -> Iterator[tuple[str, str | None, str | None, str | None]]:
    for record in outcome.records:
        yield outcome.key or record.source.fingerprint, encoded(record), None, None
    if outcome.failure is not None:
        yield outcome.key, None, outcome.failure.error, outcome.failure.message
