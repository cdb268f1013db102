"""How far a run has come: part files that only grow, and a small file beside them that tells which part of them counts.

Whenever the journal is written, everything that it counts is on the disk. What a run that was ended wrote after that is cut
off by the run that goes on, which then reads those documents once more.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import operator
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

import attrs

from diplomod._version import __version__
from diplomod.errors import FileError
from diplomod.pipeline.document import Document

START = hashlib.sha256(b"diplomod").hexdigest()


@attrs.frozen(slots=True, kw_only=True)
class Mark:
    """A point of a run: how many documents are done, and which ones (a hash of their keys, in order).

    `records` and `failures` are the numbers of those that came of them, `lengths` those of the part files in bytes;
    `whole` is True once all documents are done and the part files are about to become the files that were asked for;
    `version` is that of the diplomod that read.
    """

    documents: int = 0
    keys: str = START
    records: int = 0
    failures: int = 0
    lengths: tuple[int, ...] = ()
    whole: bool = False
    version: str = __version__

    def after(self, key: str, records: int = 0, failures: int = 0, grown: Sequence[int] = ()) -> Mark:
        """The mark when this document is done too, and the part files have `grown` by so many bytes."""
        keys = hashlib.sha256(f"{self.keys}\0{key}".encode("utf-8", "surrogatepass")).hexdigest()
        return attrs.evolve(
            self,
            documents=self.documents + 1,
            keys=keys,
            records=self.records + records,
            failures=self.failures + failures,
            lengths=tuple(map(operator.add, self.lengths, grown)) if grown else self.lengths,
        )


class Journal:
    """The part files of a run, and its last mark; leave it as a context so that the files are closed."""

    def __init__(self, path: Path, parts: Sequence[Path], resume: bool) -> None:
        """Open the part files at the last mark if it is resumed, else anew. Raises `FileError`."""
        self._path = path
        self._parts = parts
        self._files: list[BinaryIO] = []
        try:
            mark = _read(path, len(parts)) if resume else None
            self.mark = Mark(lengths=(0,) * len(parts)) if mark is None else mark
            if self.mark.whole:  # nothing is left but to name the files, which may have begun
                return
            for part, length in zip(parts, self.mark.lengths, strict=True):
                if mark is None:
                    part.write_bytes(b"")
                elif not part.exists() or part.stat().st_size < length:
                    raise FileError(f"{part} is shorter than {path} says; start without --resume")
                file = part.open("r+b")
                self._files.append(file)
                file.truncate(length)
                file.seek(length)
        except FileError:
            self._close()
            raise
        except (OSError, ValueError) as fault:
            self._close()
            raise FileError(f"{path}: {getattr(fault, 'strerror', None) or fault}") from fault

    def rest(self, documents: Iterable[Document]) -> Iterator[Document]:
        """The documents that are not done yet. Raises `FileError` if those that are done are not the same as before."""
        documents = iter(documents)
        done = Mark()
        for document in documents:
            if done.documents == self.mark.documents:
                break
            done = done.after(document.key)
        else:
            document = None
        if done.documents != self.mark.documents or done.keys != self.mark.keys:
            raise FileError(
                f"{self._path}: the documents are not those that the run began with; start without --resume"
            )
        return documents if document is None else _with_first(document, documents)

    def add(self, part: int, data: bytes) -> None:
        """Write to a part file. Raises `FileError`."""
        try:
            self._files[part].write(data)
        except OSError as fault:
            raise self._fault(part, fault) from fault

    def keep(self, mark: Mark) -> None:
        """Bring everything to the disk, then the mark. Raises `FileError`, and leaves the mark of before."""
        for part, file in enumerate(self._files):
            try:
                file.flush()
                os.fsync(file.fileno())
            except OSError as fault:
                raise self._fault(part, fault) from fault
        self.mark = mark
        beside = self._path.with_name(self._path.name + ".new")
        try:
            with beside.open("w", encoding="utf-8") as out:
                json.dump(attrs.asdict(self.mark), out)
                out.flush()
                os.fsync(out.fileno())
            beside.replace(self._path)
        except OSError as fault:
            raise FileError(f"{self._path}: {fault.strerror or fault}") from fault

    def finish(self) -> None:
        """Note that the part files are whole, and close them."""
        self.keep(attrs.evolve(self.mark, whole=True))
        self._close()

    def drop(self) -> None:
        """Leave nothing behind: the run is done, and its part files have been moved or are not wanted."""
        self._close()
        for path in (*self._parts, self._path):
            with contextlib.suppress(OSError):
                path.unlink()

    def _fault(self, part: int, fault: OSError) -> FileError:
        return FileError(f"{self._parts[part]}: {fault.strerror or fault}; what is done is kept, go on with --resume")

    def _close(self) -> None:
        for file in self._files:
            with contextlib.suppress(OSError):  # a full disk; the mark tells what counts
                file.close()
        self._files = []

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        self._close()


def _with_first(first: Document, others: Iterator[Document]) -> Iterator[Document]:
    yield first
    yield from others


def _read(path: Path, parts: int) -> Mark | None:
    """The mark of a file, None without one."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        mark = Mark(**{**data, "lengths": tuple(data["lengths"])})
    except FileNotFoundError:
        return None
    except (ValueError, TypeError, KeyError) as fault:
        raise FileError(f"{path} is no journal of a run ({fault}); start without --resume") from fault
    if mark.version != __version__:  # another reader: its Records would not be those of a run without a break
        raise FileError(f"{path}: the run was begun by diplomod {mark.version}; start without --resume")
    if len(mark.lengths) != parts:
        raise FileError(f"{path} is the journal of another run; start without --resume")
    return mark
