"""The table of formats, and how one is found in it: by its name or by the suffix of a file."""

from __future__ import annotations

import os
from pathlib import PurePath
from typing import TYPE_CHECKING

from diplomod.errors import FormatError
from diplomod.formats.format import Format

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint, EntryPoints

PLUGINS = "diplomod.formats"  # the group of entry points; each leads to a Format
COMPRESSIONS = (".gz", ".zst")  # suffixes that may follow the suffix of any format
NAME_ONE = "tell which it is: format= in Python; --format, --from or --to on the command line"

FORMATS: dict[str, Format] = {
    found.name: found
    for found in (
        Format(
            name="json",
            suffixes=(".json",),
            about="one Record, canonical",
            lossless=True,
            read="diplomod.formats.json:read",
            write="diplomod.formats.json:write",
        ),
        Format(
            name="jsonl",
            suffixes=(".jsonl", ".ndjson"),
            about="many Records, one a line",
            many=True,
            lossless=True,
            read="diplomod.formats.jsonl:read",
            write="diplomod.formats.jsonl:write",
        ),
        Format(
            name="msgpack",
            suffixes=(".msgpack", ".mpk"),
            about="many Records, the documents of JSON in binary",
            many=True,
            lossless=True,
            binary=True,
            extra="msgpack",
            read="diplomod.formats.msgpack:read",
            write="diplomod.formats.msgpack:write",
        ),
        Format(
            name="yaml",
            suffixes=(".yaml", ".yml"),
            about="many Records, the documents of JSON to read and edit",
            many=True,
            lossless=True,
            extra="yaml",
            read="diplomod.formats.yaml:read",
            write="diplomod.formats.yaml:write",
        ),
        Format(
            name="csv",
            suffixes=(".csv.zip",),
            about="many Records as tables with keys that join, a file a table, zipped or in a folder",
            many=True,
            lossless=True,
            binary=True,
            read="diplomod.formats.csv:read",
            write="diplomod.formats.csv:write",
            read_folder="diplomod.formats.csv:read_folder",
            write_folder="diplomod.formats.csv:write_folder",
        ),
        Format(
            name="excel",
            suffixes=(".xlsx",),
            about="many Records as tables with keys that join, a sheet a table",
            many=True,
            lossless=True,
            binary=True,
            extra="excel",
            read="diplomod.formats.excel:read",
            write="diplomod.formats.excel:write",
        ),
        Format(
            name="arrow",
            suffixes=(".arrow", ".feather"),
            about="many Records, nested columns with dates as dates",
            many=True,
            lossless=True,
            binary=True,
            extra="arrow",
            read="diplomod.formats.arrow:read",
            write="diplomod.formats.arrow:write",
        ),
        Format(
            name="parquet",
            suffixes=(".parquet",),
            about="many Records, nested columns with dates as dates, compressed",
            many=True,
            lossless=True,
            binary=True,
            extra="arrow",
            read="diplomod.formats.parquet:read",
            write="diplomod.formats.parquet:write",
        ),
        Format(
            name="icalendar",
            suffixes=(".ics",),
            about="meetings as events of a calendar",
            many=True,
            extra="icalendar",
            read="diplomod.formats.icalendar:read",
            write="diplomod.formats.icalendar:write",
        ),
        Format(
            name="jsonld",
            suffixes=(".jsonld",),
            about="linked data by schema.org, as JSON-LD",
            many=True,
            extra="rdf",
            read="diplomod.formats.linked:read_jsonld",
            write="diplomod.formats.linked:write_jsonld",
        ),
        Format(
            name="turtle",
            suffixes=(".ttl",),
            about="linked data by schema.org, as RDF in Turtle",
            many=True,
            extra="rdf",
            read="diplomod.formats.linked:read_turtle",
            write="diplomod.formats.linked:write_turtle",
        ),
        Format(
            name="markdown",
            suffixes=(".brief.md",),
            about="a brief for people: who met, what was asked and answered, who said what",
            many=True,
            write="diplomod.formats.markdown:write",
        ),
        Format(
            name="plover",
            suffixes=(".plover.json", ".plover.jsonl"),
            about="coded events of PLOVER, as JSON",
            many=True,
            read="diplomod.formats.events.plover:read_json",
            write="diplomod.formats.events.plover:write_json",
        ),
        Format(
            name="plover-csv",
            suffixes=(".plover.csv", ".polecat.csv", ".plover.tsv", ".polecat.tsv"),
            about="coded events of PLOVER and POLECAT, as a table",
            many=True,
            read="diplomod.formats.events.plover:read_csv",
            write="diplomod.formats.events.plover:write_csv",
        ),
        Format(
            name="followthemoney",
            suffixes=(".ftm.json", ".ftm.jsonl"),
            about="meetings as entities of FollowTheMoney, one a line",
            many=True,
            extra="ftm",
            read="diplomod.formats.followthemoney:read",
            write="diplomod.formats.followthemoney:write",
        ),
        Format(
            name="graphml",
            suffixes=(".graphml",),
            about="people, parties, meetings, demands and statements as a graph",
            many=True,
            extra="graph",
            write="diplomod.formats.graphs:write_graphml",
        ),
        Format(
            name="ninjs",
            suffixes=(".ninjs.json", ".ninjs.jsonl"),
            about="news items of IPTC with their events",
            many=True,
            lossless=True,
            read="diplomod.formats.ninjs:read",
            write="diplomod.formats.ninjs:write",
        ),
        Format(
            name="gdelt",
            suffixes=(".export.csv", ".gdelt.tsv"),
            about="events of GDELT 2.0",
            many=True,
            read="diplomod.formats.events.cameo:read_gdelt",
        ),
        Format(
            name="gdelt-mentions",
            suffixes=(".mentions.csv", ".mentions.tsv"),
            about="mentions of GDELT 2.0",
            many=True,
            read="diplomod.formats.events.cameo:read_mentions",
        ),
        Format(
            name="icews",
            suffixes=(".icews.tsv", ".icews.tab"),
            about="events of ICEWS",
            many=True,
            read="diplomod.formats.events.cameo:read_icews",
        ),
        Format(
            name="cameo",
            suffixes=(".cameo.tsv",),
            about="coded events of CAMEO, in the columns of ICEWS",
            many=True,
            write="diplomod.formats.events.cameo:write",
        ),
        Format(
            name="pa-x",
            suffixes=(".pa-x.csv", ".pax.csv"),
            about="peace agreements of PA-X",
            many=True,
            read="diplomod.formats.histories.agreements:read",
        ),
        Format(
            name="travels",
            suffixes=(".xml",),
            about="travels and visits of the State Department's Office of the Historian",
            extra="xml",
            read="diplomod.formats.histories.travels:read",
        ),
    )
}


def available() -> tuple[Format, ...]:
    """Every format that is there: our own, then those of other packages; plugins that can't be loaded are left out."""
    return (*FORMATS.values(), *_loadable()[0])


def find_format(name: str) -> Format:
    """The format of this name, one of our own or of a plugin. Raises `FormatError` with the names that are known."""
    if name in FORMATS:
        return FORMATS[name]
    for point in _plugins():
        if point.name == name:
            return _loaded(point)
    known = sorted({*FORMATS, *(point.name for point in _plugins())})
    raise FormatError(f"there is no format {name!r}; the formats are {', '.join(known)}")


def format_of(path: str | os.PathLike[str], name: str | None = None) -> Format:
    """The format of this name, or else of the suffix of `path`. Raises `FormatError` for a suffix that no format has.

    The longest suffix decides, one of compression at the end aside: ``talks.csv.zip``, ``talks.json.gz``.
    """
    if name is not None:
        return find_format(name)
    file = without_compression(PurePath(path).name.lower())
    found = _longest(file, tuple(FORMATS.values()))
    if found is not None:
        return found
    plugins, broken = _loadable()
    found = _longest(file, plugins)
    if found is not None:
        return found
    known = ", ".join(suffix for one in (*FORMATS.values(), *plugins) for suffix in one.suffixes)
    raise FormatError(
        f"{os.fspath(path)}: no format has the suffix {PurePath(file).suffix!r} (known: {known}); "
        f"{NAME_ONE}{''.join(f'; {fault}' for fault in broken)}"
    )


def without_compression(name: str) -> str:
    """The name of a file without the suffix of its compression.

    >>> without_compression("talks.json.gz")
    'talks.json'
    """
    return next((name[: -len(end)] for end in COMPRESSIONS if name.endswith(end)), name)


def _longest(file: str, formats: tuple[Format, ...]) -> Format | None:
    best, length = None, 0
    for one in formats:
        for suffix in one.suffixes:
            if length < len(suffix) < len(file) and file.endswith(suffix):
                best, length = one, len(suffix)
    return best


def _loadable() -> tuple[tuple[Format, ...], list[FormatError]]:
    """The formats of plugins, and the faults of those that can't be loaded: they may not stand in the way of the others."""
    found, broken = [], []
    for point in _plugins():
        try:
            found.append(_loaded(point))
        except FormatError as fault:
            broken.append(fault)
    return tuple(found), broken


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
