"""Files: read whole, written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

from diplomod.errors import FileError, TextError

Name = str | os.PathLike[str]


def read_text(path: Name) -> str:
    """The text of a UTF-8 file, a byte order mark at its start left out.

    Raises `FileError` if it can't be read, `TextError` for bytes that are no UTF-8.
    """
    return decoded(read_bytes(path), os.fspath(path))


def read_bytes(path: Name) -> bytes:
    """The bytes of a file. Raises `FileError` if it can't be read."""
    try:
        return Path(path).read_bytes()
    except (OSError, ValueError) as fault:  # a ValueError for a name that no file can have
        raise FileError(f"{os.fspath(path)}: {getattr(fault, 'strerror', None) or fault}") from fault


def decoded(data: bytes, name: str) -> str:
    """UTF-8 bytes as text; `name` is told in the error. Raises `TextError` for bytes that are no UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise TextError(
            f"{name}: byte {fault.start} is no UTF-8 (0x{data[fault.start]:02x}); save the text as UTF-8"
        ) from None


def read_lines(path: Name) -> Iterator[tuple[int, str]]:
    """The lines of a UTF-8 file one by one with their numbers, blank ones left out.

    Raises what `read_text` raises, when it is reached.
    """
    try:
        with Path(path).open("rb") as lines:
            for number, line in enumerate(lines, 1):
                text = decoded(line, f"{os.fspath(path)}, line {number}")
                if text.strip():
                    yield number, text
    except (OSError, ValueError) as fault:
        raise FileError(f"{os.fspath(path)}: {getattr(fault, 'strerror', None) or fault}") from fault


def write_text(path: Name, pieces: Iterable[str]) -> None:
    """Write a UTF-8 file whole, as `written` does; whatever `pieces` raises passes through, and leaves no file behind."""
    with written(path) as file:
        for piece in pieces:
            file.write(piece.encode("utf-8"))


@contextlib.contextmanager
def written(path: Name) -> Iterator[BinaryIO]:
    """A file to write bytes to: it appears under its name when all of it is there, or stays as it was.

    A link stays a link to the file that is written; what is no file on disk (a pipe, a device) is written as it comes.
    Raises `FileError` if it can't be written; what is raised inside passes through, and leaves no file behind.
    """
    try:
        target = Path(os.path.realpath(path))
        straight = target.exists() and not target.is_file() and not target.is_dir()
        if straight:
            file = cast(BinaryIO, target.open("wb"))
        else:
            mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
            handle, name = tempfile.mkstemp(prefix=".diplomod.", dir=target.parent)
            file = cast(BinaryIO, os.fdopen(handle, "wb"))
    except (OSError, ValueError) as fault:
        raise FileError(f"{os.fspath(path)}: {getattr(fault, 'strerror', None) or fault}") from fault
    try:
        with file:
            yield file
        if not straight:
            Path(name).chmod(mode)
            Path(name).replace(target)
    except BaseException as fault:
        if not straight:
            _drop(name)
        if isinstance(fault, OSError) and not isinstance(fault, (FileError, BrokenPipeError)):
            raise FileError(f"{os.fspath(path)}: {fault.strerror or fault}") from fault
        raise  # a FileError is of a text that could not be read: no fault of this file


@contextlib.contextmanager
def written_folder(path: Name) -> Iterator[Path]:
    """A folder to write files to: it appears under its name when all of it is there.

    Raises `FileError` if it can't be written, and for one that holds something already; what is raised inside passes
    through, and leaves no folder behind.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise FileError(f"{os.fspath(path)}: is there already and not an empty folder; name a new one")
        draft = Path(tempfile.mkdtemp(prefix=".diplomod.", dir=target.parent))
    except FileError:
        raise
    except (OSError, ValueError) as fault:
        raise FileError(f"{os.fspath(path)}: {getattr(fault, 'strerror', None) or fault}") from fault
    try:
        yield draft
        draft.chmod(0o777 & ~_umask())
        if target.exists():
            target.rmdir()
        draft.rename(target)
    except BaseException as fault:
        shutil.rmtree(draft, ignore_errors=True)
        if isinstance(fault, OSError) and not isinstance(fault, FileError):
            raise FileError(f"{os.fspath(path)}: {fault.strerror or fault}") from fault
        raise


def _drop(name: str) -> None:
    with contextlib.suppress(OSError):
        Path(name).unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
