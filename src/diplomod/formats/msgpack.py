"""MessagePack: many Records, the document of JSON in binary, one after the other.

By `msgpack`, which reads a stream piece by piece.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from diplomod.errors import TextError
from diplomod.formats.documents import document_of, record_of
from diplomod.formats.extras import need
from diplomod.formats.losses import Loss
from diplomod.formats.places import at_place
from diplomod.formats.streams import BUFFER, WHOLE
from diplomod.model import Record

EXTRA = "msgpack"


def write(records: Iterable[Record], file: BinaryIO) -> Iterable[Loss]:
    """The document of each Record."""
    packer = need("msgpack", EXTRA).Packer(unicode_errors="surrogatepass")
    for record in records:
        file.write(packer.pack(document_of(record)))
    return ()


def read(file: BinaryIO) -> Iterator[Record]:
    """The Record of each document, as it is reached.

    Raises `TextError` for what is no MessagePack, and for a map that names a field twice.
    """
    msgpack = need("msgpack", EXTRA)
    unpacker = msgpack.Unpacker(
        unicode_errors="surrogatepass", max_buffer_size=WHOLE, object_pairs_hook=_object, strict_map_key=True
    )
    number = at = fed = 0  # documents and bytes that are done, bytes that came
    while data := file.read(BUFFER):
        fed += len(data)
        try:
            unpacker.feed(data)
        except msgpack.BufferFull:
            raise TextError(f"document {number + 1}: is longer than {WHOLE >> 20} MiB") from None
        while True:
            with at_place(f"document {number + 1}"):
                found = _next(unpacker, msgpack, at)
                if found is None:
                    break
                record = record_of(found[0])
            number += 1
            at = unpacker.tell()
            yield record
    if fed > at:
        raise TextError(f"document {number + 1}: the data end inside it")


def _next(unpacker: Any, msgpack: Any, at: int) -> tuple[Any] | None:
    """The next value, None where more data have to come first."""
    try:
        return (unpacker.unpack(),)
    except msgpack.OutOfData:
        return None
    except (ValueError, TypeError, RecursionError, msgpack.StackError, msgpack.UnpackException) as fault:
        raise TextError(f"this is no MessagePack after byte {at}: {fault or type(fault).__name__}") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a map names a field twice")
    return found
