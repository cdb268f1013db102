"""PLOVER: events as a list in JSON, and as the columns of POLECAT in CSV or TSV."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO

from diplomod.errors import DataError, TextError
from diplomod.formats.characters import fit
from diplomod.formats.events.codes import QUADS
from diplomod.formats.events.coding import events_of
from diplomod.formats.events.event import Actor, Event
from diplomod.formats.events.making import Row, records_of
from diplomod.formats.files import decoded
from diplomod.formats.json import parsed
from diplomod.formats.losses import Loss
from diplomod.formats.pieces import dumped, pieces_of
from diplomod.formats.streams import WHOLE, lines_of, text_of
from diplomod.model import Record

OWN = "diplomod"  # the field, and the column, of what rows of others lack
COLUMNS = (
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Quad Code",
    "Actor Name",
    "Actor Country",
    "Recipient Name",
    "Recipient Country",
    "Placename",
    "Country",
    "Event Text",
    "Source",
    "Publication Date",
    "URL",
    "Language",
    OWN,
)
# What a field is called in JSON, here and by others; the first that is there counts.
NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id", "eventId"),
    "date": ("date", "eventDate"),
    "code": ("code", "event", "type", "eventType"),
    "mode": ("mode", "eventMode"),
    "source": ("source", "actor", "actors", "actorText"),
    "target": ("target", "recipient", "recip", "recipients", "recipText"),
    "place": ("place", "location"),
    "words": ("text", "eventText"),
    "publisher": ("publisher",),
    "published": ("published", "publicationDate"),
    "url": ("url",),
}
NEEDED = ("Event Type", "Actor Name")
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would run


def write_json(records: Iterable[Record], file: BinaryIO) -> Iterator[Loss]:
    """A list of events, one a line."""
    file.write(b"[")
    first = True
    for number, record in enumerate(records):
        for event in events_of(number, record):
            if isinstance(event, Loss):
                yield event
                continue
            file.write(b"\n" if first else b",\n")
            file.write(dumped(_object(event)).encode())
            first = False
    file.write(b"\n]\n")


def read_json(file: BinaryIO) -> Iterator[Record]:
    """The Records of a list of events, or of events one a line.

    Raises `TextError` for what is no JSON, `DataError` for what is no event, with its number.
    """
    yield from records_of(_rows(text_of(file)))


def write_csv(records: Iterable[Record], file: BinaryIO) -> Iterator[Loss]:
    """The columns of POLECAT that a Record can fill, parted by commas."""
    lines = _Lines(file)
    table = csv.writer(lines, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for number, record in enumerate(records):
        for event in events_of(number, record):
            if isinstance(event, Loss):
                yield event
            else:
                table.writerow(map(_cell, _cells(event)))


def read_csv(file: BinaryIO) -> Iterator[Record]:
    """The Records of a table of POLECAT's columns, in any order, parted by commas or tabs; read row by row.

    Raises `TextError` for what is no such table, `DataError` for what is no event, with its line.
    """
    yield from records_of(_table(file))


class _Lines:
    """A stream of bytes as a file that a table is written to."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def write(self, text: str) -> int:
        return self._file.write(text.encode())


def _object(event: Event) -> dict[str, Any]:
    found = {
        "id": event.id,
        "date": event.date,
        "code": event.code,
        "mode": event.mode,
        "quad": QUADS.get(event.code, ""),
        "source": [{"name": actor.name, "country": actor.code} for actor in event.sources],
        "target": [{"name": actor.name, "country": actor.code} for actor in event.targets],
        "place": event.place,
        "country": event.country,
        "text": event.words,
        "publisher": event.publisher,
        "published": event.published,
        "url": event.url,
        "language": event.language,
        OWN: event.own,
    }
    return {name: value for name, value in found.items() if value}


def _cells(event: Event) -> list[str]:
    return [
        event.id,
        event.date,
        event.code,
        event.mode,
        QUADS.get(event.code, ""),
        "; ".join(actor.name for actor in event.sources),
        "; ".join(actor.code for actor in event.sources),
        "; ".join(actor.name for actor in event.targets),
        "; ".join(actor.code for actor in event.targets),
        event.place,
        event.country,
        event.words,
        event.publisher,
        event.published,
        event.url,
        event.language,
        dumped(event.own),
    ]


def _cell(text: str) -> str:
    """A cell on one line that no spreadsheet takes for a formula."""
    text = " ".join(fit(text).split())
    return f"'{text}" if text.startswith(FORMULA) else text


def _rows(text: str) -> Iterator[Row]:
    """The events of a JSON text with the characters of each."""
    for where, raw, value in pieces_of(text, "event"):
        yield where, raw, _from_object(value, where)


def _from_object(value: Any, where: str) -> Event:
    if not isinstance(value, dict):
        raise DataError([(where, "is an object")])
    own = value.get(OWN)
    if own is not None and not isinstance(own, dict):
        raise DataError([(f"{where}.{OWN}", "is an object")])
    told = {field: next((value[name] for name in names if name in value), None) for field, names in NAMES.items()}
    code = told["code"]
    if not isinstance(code, str) or not code.strip():
        raise DataError([(f"{where}.code", "is a code of PLOVER, a string")])
    place = told["place"]
    return Event(
        id=_text(told["id"]),
        date=_date(_text(told["date"])),
        code=code.strip().upper(),
        mode=_text(told["mode"]).strip().lower(),
        sources=_actors(told["source"]),
        targets=_actors(told["target"]),
        place=_text(place.get("name") if isinstance(place, dict) else place),
        words=_text(told["words"]),
        publisher=_text(told["publisher"]).strip(),
        published=_date(_text(told["published"])),
        url=_text(told["url"]).strip(),
        own=own,
    )


def _text(value: Any) -> str:
    return value if isinstance(value, str) else str(value) if isinstance(value, int) else ""


def _actors(value: Any) -> tuple[Actor, ...]:
    """Who acts: names, or objects with a name and the code of a country."""
    found = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str):
            found.append(Actor(name=one))
        elif isinstance(one, dict):
            name = _text(one.get("name", one.get("actorText", one.get("text"))))
            code = _text(one.get("country", one.get("code")))
            found.append(Actor(name=name or code, code=code))
    return tuple(found)


def _date(text: str) -> str:
    """A day as EDTF, out of ``2023-04-05``, ``20230405`` or ``2023-04-05T00:00:00``; EDTF as it is."""
    text = text.strip()
    if len(text) == 8 and text.isdecimal():
        return f"{text[:4]}-{text[4:6]}-{text[6:]}"
    return text[:10] if len(text) > 10 and text[10] in "T " else text


def _table(file: BinaryIO) -> Iterator[Row]:
    """The events of a table with the characters of each row."""
    csv.field_size_limit(max(csv.field_size_limit(), WHOLE))
    taken: list[str] = []
    last = 0

    def lines() -> Iterator[str]:
        nonlocal last
        for number, line in lines_of(file):
            last = number
            taken.append(decoded(line, f"line {number}"))
            yield taken[-1]

    source = lines()
    head = next(source, "")
    delimiter = "\t" if head.count("\t") > head.count(",") else ","
    try:
        names = [name.strip() for name in next(csv.reader([head], delimiter=delimiter), [])]
    except csv.Error as fault:
        raise TextError(f"line 1: {fault}") from None
    lacking = [name for name in NEEDED if name not in names]
    if lacking:
        raise TextError(f"it is no table of PLOVER: its first line names no column {' and no '.join(lacking)}")
    taken.clear()
    try:
        for cells in csv.reader(source, delimiter=delimiter, strict=True):
            where, raw = f"line {last}", "".join(taken)
            taken.clear()
            if OWN in names and not cells[-1] and not raw.endswith("\n"):
                raise DataError([(where, "is cut off")])
            raw = raw.rstrip("\r\n")
            if len(cells) != len(names):
                raise DataError([(where, f"has {len(cells)} cells under {len(names)} columns")])
            yield where, raw, _from_cells(dict(zip(names, cells, strict=True)), where)
    except csv.Error as fault:
        raise TextError(f"line {last}: {fault}") from None


def _from_cells(cells: Mapping[str, str], where: str) -> Event:
    def told(name: str) -> str:
        return cells.get(name, "").strip()

    own = parsed(cells[OWN]) if cells.get(OWN) else None
    if own is not None and not isinstance(own, dict):
        raise DataError([(f"{where}, {OWN}", "is an object")])
    if not told("Event Type"):
        raise DataError([(f"{where}, Event Type", "is a code of PLOVER")])
    return Event(
        id=told("Event ID"),
        date=_date(told("Event Date")),
        code=told("Event Type").upper(),
        mode=told("Event Mode").lower(),
        sources=_listed(told("Actor Name"), told("Actor Country")),
        targets=_listed(told("Recipient Name"), told("Recipient Country")),
        place=told("Placename") or told("City"),
        country=told("Country"),
        words=told("Event Text"),
        publisher=told("Source"),
        published=_date(told("Publication Date")),
        url=told("URL"),
        language=told("Language"),
        own=own,
    )


def _listed(names: str, codes: str) -> tuple[Actor, ...]:
    """The actors of two cells, each a list parted by semicolons."""
    parted = [name.strip() for name in names.split(";")]
    known = [code.strip() for code in codes.split(";")]
    codes_of = known if len(known) == len(parted) else [""] * len(parted)
    return tuple(Actor(name=name, code=code) for name, code in zip(parted, codes_of, strict=True) if name)
