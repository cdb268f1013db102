"""What a format is: `Format`."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, BinaryIO

import attrs

from diplomod.errors import FormatError
from diplomod.formats.losses import Loss
from diplomod.model import Record

Reader = Callable[[BinaryIO], Iterable[Record]]
Writer = Callable[[Iterable[Record], BinaryIO], Iterable[Loss]]
FolderReader = Callable[[Path], Iterable[Record]]
FolderWriter = Callable[[Iterable[Record], Path], Iterable[Loss]]


@attrs.frozen(slots=True, kw_only=True)
class Format:
    """A format: what it is called and what it can do, and the functions that do it.

    `read(file)` gives the Records of a stream of bytes, as it reads; `write(records, file)` writes them and gives what it
    could not carry, as it writes. Either is None for a format of one direction, and may be given as ``"module:name"``, which
    is imported at its first use. Files are opened, expanded, compressed, named in errors and put in place by the caller.

    `many` says whether a file holds any number of Records or just one; `lossless` that what is read back equals what was
    written; `binary` that the bytes are no UTF-8 text; `extra` which extra of diplomod brings the packages it needs.
    `read_folder` and `write_folder` are for a format whose files stand in a folder.
    """

    name: str
    suffixes: tuple[str, ...]
    about: str = ""
    many: bool = False
    lossless: bool = False
    binary: bool = False
    extra: str | None = None
    read: Reader | str | None = None
    write: Writer | str | None = None
    read_folder: FolderReader | str | None = None
    write_folder: FolderWriter | str | None = None

    def reader(self) -> Reader:
        """The function that reads; raises `FormatError` if there is none."""
        return self._function(self.read, "read")  # type: ignore[no-any-return]

    def writer(self) -> Writer:
        """The function that writes; raises `FormatError` if there is none."""
        return self._function(self.write, "written")  # type: ignore[no-any-return]

    def folder_reader(self) -> FolderReader:
        """The function that reads a folder; raises `FormatError` if there is none."""
        return self._function(self.read_folder, "read from a folder")  # type: ignore[no-any-return]

    def folder_writer(self) -> FolderWriter:
        """The function that writes a folder; raises `FormatError` if there is none."""
        return self._function(self.write_folder, "written to a folder")  # type: ignore[no-any-return]

    def _function(self, found: Any, what: str) -> Any:
        if found is None:
            raise FormatError(f"the format {self.name} can't be {what}")
        if not isinstance(found, str):
            return found
        module, _, name = found.partition(":")
        try:
            return getattr(importlib.import_module(module), name)
        except (ImportError, AttributeError) as fault:
            raise FormatError(f"the format {self.name} can't be loaded from {found}: {fault}") from fault
