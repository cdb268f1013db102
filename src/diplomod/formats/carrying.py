"""The four functions that carry Records to the outside and back, whatever the format: `load`, `loads`, `dump`, `dumps`."""

from __future__ import annotations

import contextlib
import io
import itertools
import logging
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

from diplomod.errors import DataError, FileError, FormatError, TextError
from diplomod.formats.files import Name, written, written_folder
from diplomod.formats.format import Format
from diplomod.formats.losses import Losses
from diplomod.formats.streams import BUFFER, Progress, TextSink, compressed, name_of, opened
from diplomod.formats.table import find_format, format_of, without_compression
from diplomod.model import Record

LOG = logging.getLogger("diplomod.formats")


def load(place: Name | IO[Any], format: str | None = None, *, progress: Progress | None = None) -> Any:
    """The Record of a file; for a format of many an iterator over its Records, read as it goes.

    `place` is a path or a file object of bytes or text, plain or compressed (gzip, zstd); `format` the name of the format
    where no suffix tells it; `progress` is called with the bytes read so far and the bytes in all (0 if unknown).

    Raises `FileError` for a file that can't be read, `FormatError` for an unknown format, `TextError` for what is no such
    format and `DataError` for data that is no Record; each names the file and the place in it.
    """
    found = _format(place, format)
    records = open_records(place, found.name, progress=progress)
    return records if found.many else next(records)


def open_records(
    place: Name | IO[Any], format: str | None = None, *, progress: Progress | None = None
) -> Iterator[Record]:
    """The Records of a file one by one, also where it holds only one; takes and raises what `load` does."""
    found = _format(place, format)
    name = name_of(place)
    if _is_folder(place) and found.read_folder is not None:
        inside = _named(name, _from_folder(found, Path(cast("Name", place))))
    else:
        inside = _named(name, _from_file(found, place, progress))
    next(inside)  # opens the file, so that one that is not there is told now
    return cast("Iterator[Record]", inside)


def loads(data: str | bytes, format: str | None = None) -> Any:
    """The Record of a text (or of bytes), for formats of many an iterator over Records; JSON unless named.

    Raises `TextError` for what is no such format, `DataError` for data that is no Record.
    """
    found = find_format("json" if format is None else format)
    if not isinstance(data, (str, bytes, bytearray, memoryview)):
        raise TextError(f"a document is a str or bytes; got {type(data).__name__}")
    file: IO[Any] = io.StringIO(data, newline="") if isinstance(data, str) else io.BytesIO(data)
    records = open_records(file, found.name)
    return records if found.many else next(records)


def dump(
    records: Record | Iterable[Record], place: Name | IO[Any], format: str | None = None, *, strict: bool = False
) -> Losses:
    """Write a Record, or for formats of many several; returns what the format could not carry.

    `place` is a path or a file object of bytes or text; `format` the name of the format where no suffix tells it; a suffix
    ``.gz`` or ``.zst`` compresses. A file is written whole, and what stood there stays if anything goes wrong.

    With `strict` a loss is a `FormatError`, and nothing is written. Raises `FileError` for what can't be written.
    """
    found = _format(place, format)
    name = name_of(place)
    given = _given(found, records)
    if isinstance(place, (str, os.PathLike)):
        if found.write_folder is not None and not _has_suffix(found, name):
            with written_folder(place) as folder:
                return _checked(found, Losses.of(found.folder_writer()(given, folder)), strict)
        writer = found.writer()
        with written(place) as file, compressed(file, name) as out:
            return _checked(found, Losses.of(writer(given, out)), strict)
    writer = found.writer()
    with _into(found, place) as sink:
        if not strict:
            return _checked(found, Losses.of(writer(given, sink)), strict)
        with tempfile.SpooledTemporaryFile(1 << 24) as draft:
            losses = _checked(found, Losses.of(writer(given, cast(BinaryIO, draft))), strict)
            draft.seek(0)
            while data := draft.read(BUFFER):
                sink.write(data)
            return losses


def dumps(records: Record | Iterable[Record], format: str | None = None, *, strict: bool = False) -> Any:
    """A Record, or for formats of many several, as a str, for binary formats as bytes; JSON unless named.

    What the format could not carry goes to the log ``diplomod.formats``; with `strict` it is a `FormatError`.
    """
    found = find_format("json" if format is None else format)
    file = io.BytesIO()
    losses = Losses.of(found.writer()(_given(found, records), file))
    if _checked(found, losses, strict):
        LOG.warning("%s: %s", found.name, losses)
    return file.getvalue() if found.binary else file.getvalue().decode()


def _format(place: Name | IO[Any], format: str | None) -> Format:
    name = name_of(place)
    if format is None and not name:
        raise FormatError("a file object without a name has no suffix; name a format with format=")
    if format is None and _is_folder(place):
        format = "csv"
    return format_of(name, format)


def _is_folder(place: Name | IO[Any]) -> bool:
    return isinstance(place, (str, os.PathLike)) and os.path.isdir(place)  # noqa: PTH112  (bad names are no folder)


def _has_suffix(found: Format, name: str) -> bool:
    return without_compression(name.lower()).endswith(found.suffixes)


def _given(found: Format, records: Record | Iterable[Record]) -> Iterator[Record]:
    """The Records to write: each one a Record, and just one where the format holds no more."""
    several = iter((records,) if isinstance(records, Record) else _iterable(records))
    if found.many:
        return map(_record, several)
    first = list(itertools.islice(several, 2))
    if len(first) != 1:
        count = "several" if first else "none"
        raise FormatError(f"a document of {found.name} holds one Record; got {count} (jsonl holds many Records)")
    return iter([_record(first[0])])


def _iterable(records: Any) -> Iterable[Record]:
    try:
        return cast("Iterator[Record]", iter(records))
    except TypeError:
        raise FormatError(f"a format holds Records; got {type(records).__name__}") from None


def _record(record: Any) -> Record:
    if not isinstance(record, Record):
        raise FormatError(f"a format holds Records; got {type(record).__name__}")
    return record


def _checked(found: Format, losses: Losses, strict: bool) -> Losses:
    if strict and losses:
        raise FormatError(f"the format {found.name} can't carry all of it:\n{losses}")
    return losses


@contextlib.contextmanager
def _into(found: Format, file: IO[Any]) -> Iterator[BinaryIO]:
    """A file object as one that takes bytes, compressed as its name says."""
    if not hasattr(file, "write"):
        raise FormatError(f"a file is given by its path or as a file object; got {type(file).__name__}")
    if isinstance(file, io.TextIOBase):
        if found.binary:
            raise FormatError(f"the format {found.name} is written as bytes; open the file with 'wb'")
        yield cast(BinaryIO, TextSink(file))
        return
    with compressed(cast(BinaryIO, file), name_of(file)) as out:
        yield out


def _from_file(found: Format, place: Name | IO[Any], progress: Progress | None) -> Iterator[Record | None]:
    """Nothing once the file is open, then its Records."""
    read = found.reader()
    with opened(place, progress) as file:
        yield None
        one = False
        for record in read(file):
            yield record
            one = True
        if not found.many and not one:
            raise TextError(f"holds no Record of the format {found.name}")


def _from_folder(found: Format, folder: Path) -> Iterator[Record | None]:
    read = found.folder_reader()
    yield None
    yield from read(folder)


def _named(name: str, records: Iterator[Record | None]) -> Iterator[Record | None]:
    """The same; what goes wrong names the file."""
    try:
        yield from records
    except FileError:
        raise
    except OSError as fault:
        raise FileError(f"{name}: {fault.strerror or fault}" if name else f"{fault.strerror or fault}") from fault
    except TextError as fault:
        raise TextError(_joined(name, fault.message), text=fault.text, at=fault.at) from None
    except DataError as fault:
        raise DataError([*fault.faults], where=name) from None
    except FormatError as fault:
        raise FormatError(_joined(name, str(fault))) from None


def _joined(name: str, message: str) -> str:
    return ": ".join(part for part in (name, message.removeprefix(": ")) if part)
