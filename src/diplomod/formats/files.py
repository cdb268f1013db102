"""Files: read whole, written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from diplomod.errors import FileError, TextError

Name = str | os.PathLike[str]


def read_text(path: Name) -> str:
    """The text of a UTF-8 file, a byte order mark at its start left out.

    Raises `FileError` if it can't be read, `TextError` for bytes that are no UTF-8.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as fault:
        raise FileError(f"{os.fspath(path)}: {fault.strerror or fault}") from fault
    return decoded(data, os.fspath(path))


def decoded(data: bytes, name: str) -> str:
    """UTF-8 bytes as text; `name` is told in the error. Raises `TextError` for bytes that are no UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise TextError(
            f"{name}: byte {fault.start} is no UTF-8 (0x{data[fault.start]:02x}); save the text as UTF-8"
        ) from None


def read_lines(path: Name) -> Iterator[tuple[int, str]]:
    """The lines of a UTF-8 file one by one with their numbers, blank ones left out."""
    try:
        with Path(path).open("rb") as lines:
            for number, line in enumerate(lines, 1):
                text = decoded(line, f"{os.fspath(path)}, line {number}")
                if text.strip():
                    yield number, text
    except OSError as fault:
        raise FileError(f"{os.fspath(path)}: {fault.strerror or fault}") from fault


def write_text(path: Name, pieces: Iterable[str]) -> None:
    """Write a UTF-8 file whole: it appears under its name when all of it is there, or stays as it was.

    Raises `FileError` if it can't be written; whatever `pieces` raises passes through, and leaves no file behind.
    """
    target = Path(path)
    try:
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    except OSError as fault:
        raise FileError(f"{os.fspath(path)}: {fault.strerror or fault}") from fault
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
            for piece in pieces:
                out.write(piece)
        Path(name).chmod(mode)
        Path(name).replace(target)
    except OSError as fault:
        _drop(name)
        raise FileError(f"{os.fspath(path)}: {fault.strerror or fault}") from fault
    except BaseException:
        _drop(name)
        raise


def _drop(name: str) -> None:
    with contextlib.suppress(OSError):
        Path(name).unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
