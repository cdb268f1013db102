"""The table of formats, and the four functions that use it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from diplomod.errors import FormatError
from diplomod.formats import json, jsonl
from diplomod.formats.files import Name, read_lines, read_text, write_text
from diplomod.model import Record

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint, EntryPoints

PLUGINS = "diplomod.formats"  # the group of entry points; each leads to a Format


@attrs.frozen(slots=True, kw_only=True)
class Format:
    """A format: its name, the suffixes of its files, whether a file holds many Records, and its two directions.

    `pieces` gives the text of Records in pieces, `from_lines` the Records of numbered lines; where it is None, the text is
    read as a whole by `loads`.
    """

    name: str
    suffixes: tuple[str, ...]
    many: bool
    dumps: Callable[[Any], str]
    loads: Callable[[str], Any]
    pieces: Callable[[Any], Iterable[str]] | None = None
    from_lines: Callable[[Iterable[tuple[int, str]]], Iterator[Record]] | None = None


FORMATS: dict[str, Format] = {
    found.name: found
    for found in (
        Format(name="json", suffixes=(".json",), many=False, dumps=json.dumps, loads=json.loads),
        Format(
            name="jsonl",
            suffixes=(".jsonl", ".ndjson"),
            many=True,
            dumps=jsonl.dumps,
            loads=jsonl.loads,
            pieces=jsonl.lines,
            from_lines=jsonl.from_lines,
        ),
    )
}


def find_format(name: str) -> Format:
    """The format of this name, one of our own or of a plugin. Raises `FormatError` with the names that are known."""
    if name in FORMATS:
        return FORMATS[name]
    for point in _plugins():
        if point.name == name:
            return _loaded(point)
    known = sorted({*FORMATS, *(point.name for point in _plugins())})
    raise FormatError(f"there is no format {name!r}; the formats are {', '.join(known)}")


def format_of(path: Name, name: str | None = None) -> Format:
    """The format of this name, or else of the suffix of `path`. Raises `FormatError` for a suffix that no format has."""
    if name is not None:
        return find_format(name)
    suffix = Path(path).suffix.lower()
    for found in FORMATS.values():
        if suffix in found.suffixes:
            return found
    plugins, broken = [], []
    for point in _plugins():
        try:
            plugins.append(_loaded(point))
        except FormatError as fault:  # it may not stand in the way of the others
            broken.append(f"; {fault}")
    for plugin in plugins:
        if suffix in plugin.suffixes:
            return plugin
    known = ", ".join(suffix for found in (*FORMATS.values(), *plugins) for suffix in found.suffixes)
    raise FormatError(
        f"{os.fspath(path)}: no format has the suffix {suffix!r} (known: {known}); name one with format={''.join(broken)}"
    )


def _loaded(point: EntryPoint) -> Format:
    """The format of a plugin. Raises `FormatError` for one that can't be imported or is no Format."""
    try:
        found = point.load()
    except (ImportError, AttributeError) as fault:
        raise FormatError(f"the format {point.name!r} can't be loaded from {point.value}: {fault}") from fault
    if not isinstance(found, Format):
        raise FormatError(f"the format {point.name!r} is no Format but {type(found).__name__} ({point.value})")
    return found


def _plugins() -> EntryPoints:
    from importlib.metadata import entry_points  # a quarter of the time of `import diplomod`, and seldom wanted

    return entry_points(group=PLUGINS)


def dumps(records: Record | Iterable[Record], format: str = "json") -> str:
    """A Record, or for formats of many several, as text. Raises `FormatError` for an unknown format."""
    return find_format(format).dumps(records)


def loads(text: str, format: str = "json") -> Any:
    """The Record of a text, for formats of many an iterator over Records.

    Raises `TextError` for what is no such format, `DataError` for data that is no Record.
    """
    return find_format(format).loads(text)


def dump(records: Record | Iterable[Record], path: Name, format: str | None = None) -> None:
    """Write a file whole, in the format named or that of the suffix; what stood there stays if anything goes wrong."""
    found = format_of(path, format)
    write_text(path, found.pieces(records) if found.pieces is not None else [found.dumps(records)])


def load(path: Name, format: str | None = None) -> Any:
    """The Record of a file, for formats of many an iterator over Records, read as it goes."""
    found = format_of(path, format)
    if found.from_lines is not None:
        return found.from_lines(read_lines(path))
    return found.loads(read_text(path))
