"""Zip files that somebody else made: opened within bounds, read with one kind of error."""

from __future__ import annotations

import contextlib
import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from diplomod.errors import FormatError, TextError
from diplomod.formats import streams

ENTRIES = 10_000
# What the library raises where a zip file is broken.
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
RATIO = (
    1_000  # times its size that a zip file may expand to beyond what is free; deflate itself comes to 1,032 with zeros
)


@contextlib.contextmanager
def opened_zip(file: BinaryIO) -> Iterator[zipfile.ZipFile]:
    """The zip file in a stream.

    Raises `TextError` for what is none, `FormatError` for one that expands beyond measure or is locked by a password.
    """
    with streams.seekable(file) as base:
        try:
            found = zipfile.ZipFile(base)
        except BROKEN as fault:
            raise TextError(f"this is no zip file: {fault}") from None
        with found:
            check_bounds(found, base.seek(0, io.SEEK_END))
            yield found


def check_bounds(found: zipfile.ZipFile, length: int) -> None:
    """Refuse a zip file of so many bytes that says itself that it expands beyond measure; no entry expands to more."""
    entries = found.infolist()
    size = sum(entry.file_size for entry in entries)
    if len(entries) > ENTRIES or (size > streams.FREE and size > RATIO * length):
        raise FormatError(f"expands to {len(entries)} files with {size} bytes from {length}; unpack it if you trust it")
    if any(entry.flag_bits & 1 for entry in entries):
        raise FormatError("is locked by a password; unpack it")


def stream_of(found: zipfile.ZipFile, name: str) -> BinaryIO:
    """The bytes of one file in a zip file. Raises `TextError` if it is not there, and where it is broken."""
    try:
        return cast(BinaryIO, io.BufferedReader(_Entry(found.open(name), name), 1 << 16))
    except KeyError:
        raise TextError(f"lacks the file {name}") from None
    except BROKEN as fault:
        raise TextError(f"{name}: is broken: {fault}") from None


class _Entry(io.RawIOBase):
    def __init__(self, inner: Any, name: str) -> None:
        self._inner = inner
        self._name = name

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._inner.read(len(buffer))
        except BROKEN as fault:
            raise TextError(f"{self._name}: is broken: {fault}") from None
        buffer[: len(data)] = data
        return len(data)
