"""Streams of bytes between files and formats: expanded and compressed, counted, bounded.

Reading looks at the first bytes of a stream to tell how it is compressed, writing at the suffix of its name. What expands
beyond all measure is refused, so that no small file fills the disk or the memory.
"""

from __future__ import annotations

import codecs
import contextlib
import gzip
import io
import os
import tempfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

from diplomod.errors import FileError, FormatError, TextError
from diplomod.formats.extras import need
from diplomod.formats.files import Name, decoded

Progress = Callable[[int, int], None]  # bytes that were read, bytes in all (0 where that is unknown)

GZIP, ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
BUFFER = 1 << 17
PIECE = 1 << 12
# What is compressed may expand to this many bytes, and beyond them to so many times its size: more than the same Record ten
# thousand times over, less than nothing but zeros. Formats that read on and on hold no more than a piece of it anyway.
FREE, RATIO = 1 << 28, 20_000
COPY = 1 << 32  # bytes that are copied to disk for a format that has to go back and forth
BLANK = 1_000_000  # lines in a row that may be blank
WHOLE = 1 << 28  # bytes of a file that has to be read as a whole
WINDOW = 1 << 27  # bytes that zstd may look back


@contextlib.contextmanager
def opened(place: Name | IO[Any], progress: Progress | None = None) -> Iterator[BinaryIO]:
    """A file or a file object as a stream of bytes, expanded. Raises `FileError` for a file that can't be read.

    A file is closed at the end, a file object is left open.
    """
    with contextlib.ExitStack() as stack:
        if isinstance(place, (str, os.PathLike)):
            try:
                raw: Any = stack.enter_context(Path(place).open("rb", buffering=BUFFER))
                size = os.fstat(raw.fileno()).st_size
            except (OSError, ValueError) as fault:
                raise FileError(f"{os.fspath(place)}: {getattr(fault, 'strerror', None) or fault}") from fault
        else:
            raw, size = _bytes_of(place), 0
        if progress is not None or not hasattr(raw, "peek"):
            raw = io.BufferedReader(_Counted(raw, progress, size), BUFFER)
        yield _expanded(raw, name_of(place).lower())


def name_of(place: Name | IO[Any]) -> str:
    """The name of a file or of a file object, empty where it has none."""
    name = place if isinstance(place, (str, os.PathLike)) else getattr(place, "name", "")
    return os.fsdecode(name) if isinstance(name, (str, bytes, os.PathLike)) else ""


@contextlib.contextmanager
def compressed(file: BinaryIO, name: str) -> Iterator[BinaryIO]:
    """The stream to write to, so that `file` gets what the suffix of `name` says: ``.gz``, ``.zst`` or plain."""
    if name.lower().endswith(".gz"):
        with gzip.GzipFile(filename="", mode="wb", fileobj=file, compresslevel=6, mtime=0) as out:
            yield cast(BinaryIO, out)
    elif name.lower().endswith(".zst"):
        zstandard = need("zstandard", "zstd")
        with zstandard.ZstdCompressor(level=6, write_checksum=True).stream_writer(file, closefd=False) as out:
            yield out
    else:
        yield file


def whole(file: BinaryIO) -> bytes:
    """All bytes of a stream; raises `FormatError` where they are more than a file of one piece may have."""
    data = file.read(WHOLE + 1)
    if len(data) > WHOLE:
        raise FormatError(f"is larger than {WHOLE >> 20} MiB, the most that is read as a whole; write it as jsonl")
    return data


def text_of(file: BinaryIO) -> str:
    """All text of a stream of UTF-8, a byte order mark at its start left out."""
    return decoded(whole(file), "")


def lines_of(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The lines of a stream one by one with their numbers, blank ones left out, a byte order mark at the start too."""
    number = blank = 0
    while line := file.readline(WHOLE + 1):
        number += 1
        if len(line) > WHOLE:
            raise FormatError(f"line {number}: is longer than {WHOLE >> 20} MiB")
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        blank = blank + 1 if line.isspace() else 0
        if blank > BLANK:
            raise FormatError(f"line {number}: {BLANK} lines before it are blank")
        if line and not blank:
            yield number, line


@contextlib.contextmanager
def seekable(file: BinaryIO) -> Iterator[BinaryIO]:
    """A stream in which one can go back: the same, or a copy on disk of one that only goes on."""
    if isinstance(file, (io.BytesIO, io.BufferedReader)) and file.seekable():
        yield cast(BinaryIO, file)
        return
    with tempfile.TemporaryFile() as copy:
        while data := file.read(BUFFER):
            copy.write(data)
            if copy.tell() > COPY:
                raise FormatError(f"expands to more than {COPY >> 30} GiB; expand it yourself if you trust it")
        copy.seek(0)
        yield cast(BinaryIO, copy)


class TextSink(io.RawIOBase):
    """A file object of text as one that takes bytes of UTF-8."""

    def __init__(self, file: IO[str]) -> None:
        """`file` gets the text."""
        self._file = file
        self._decoder = codecs.getincrementaldecoder("utf-8")()

    def writable(self) -> bool:
        """It can be written to."""
        return True

    def write(self, data: Any) -> int:
        """Pass on the characters that are whole."""
        self._file.write(self._decoder.decode(bytes(data)))
        return len(data)


def _bytes_of(file: IO[Any]) -> Any:
    """A file object of text or bytes as one of bytes."""
    if not hasattr(file, "read"):
        raise FormatError(f"a file is given by its path or as a file object; got {type(file).__name__}")
    if isinstance(file, io.TextIOBase) or file.read(0) == "":
        return _Encoded(file)
    return file


def _expanded(raw: Any, name: str) -> BinaryIO:
    start = raw.read(4) if not hasattr(raw, "peek") else raw.peek(4)[:4]
    if start.startswith(GZIP):
        inner: Any = gzip.GzipFile(fileobj=raw, mode="rb")
    elif start == ZSTD:
        inner = _Zstd(raw, need("zstandard", "zstd"))
    elif name.endswith((".gz", ".zst")):
        raise TextError(f"its name ends in {name[name.rindex('.') :]}, but its bytes do not start like that")
    else:
        return cast(BinaryIO, raw)
    return cast(BinaryIO, io.BufferedReader(_Expanded(inner, raw), BUFFER))


class _Counted(io.RawIOBase):
    """A stream that counts what goes through."""

    def __init__(self, file: Any, progress: Progress | None, size: int) -> None:
        self._file = file
        self._progress = progress
        self._size = size
        self._count = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return bool(getattr(self._file, "seekable", bool)())

    def seek(self, place: int, whence: int = 0) -> int:
        return int(self._file.seek(place, whence))

    def tell(self) -> int:
        return int(self._file.tell())

    def readinto(self, buffer: Any) -> int:
        data = self._file.read(len(buffer)) or b""
        buffer[: len(data)] = data
        self._count += len(data)
        if self._progress is not None:
            self._progress(self._count, self._size)
        return len(data)


class _Encoded(io.RawIOBase):
    """A file object of text as a stream of its UTF-8 bytes."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self._rest = b""

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        if not self._rest:
            try:
                self._rest = self._file.read(size if size and size > 0 else -1).encode()
            except UnicodeError as fault:
                raise TextError(f"its text can't be decoded or is no Unicode: {fault}") from None
        end = len(self._rest) if size is None or size < 0 else size
        data, self._rest = self._rest[:end], self._rest[end:]
        return data


class _Zstd:
    """Frames of zstd, expanded; a piece of a few KiB at a time, as each may grow by some ten thousand times."""

    def __init__(self, raw: Any, zstandard: Any) -> None:
        self._raw = raw
        self._zstandard = zstandard
        self._frame: Any = None
        self._input = b""
        self._ready = io.BytesIO()

    def read(self, size: int) -> bytes:
        while not (data := self._ready.read(size)):
            if not self._input:
                self._input = self._raw.read(PIECE)
            if not self._input:
                if self._frame is not None:
                    raise EOFError("they end inside a frame of zstd")
                return b""
            if self._frame is None:
                decompressor = self._zstandard.ZstdDecompressor(max_window_size=WINDOW)
                self._frame = decompressor.decompressobj()
            try:
                self._ready = io.BytesIO(self._frame.decompress(self._input))
            except self._zstandard.ZstdError as fault:
                raise EOFError(str(fault)) from None
            self._input = self._frame.unused_data if self._frame.eof else b""
            self._frame = None if self._frame.eof else self._frame
        return data


class _Expanded(io.RawIOBase):
    """What comes out of a decompressor, refused if it is broken or expands beyond measure."""

    def __init__(self, inner: Any, raw: Any) -> None:
        self._inner = inner
        self._raw = raw
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._inner.read(len(buffer))
        except (EOFError, zlib.error, gzip.BadGzipFile) as fault:
            raise TextError(f"the compressed data are broken after {self._count} expanded bytes: {fault}") from None
        self._count += len(data)
        if self._count > FREE and self._count > RATIO * self._raw.tell():
            raise FormatError(f"expands to more than {RATIO} times its size; expand it yourself if you trust it")
        buffer[: len(data)] = data
        return len(data)
