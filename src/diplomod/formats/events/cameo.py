"""CAMEO: the events and mentions of GDELT 2.0 and the events of ICEWS to Records, row by row; Records to events of CAMEO."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from diplomod.errors import DataError, TextError, ValueFault
from diplomod.formats.characters import fit
from diplomod.formats.events.codes import from_cameo, to_cameo
from diplomod.formats.events.coding import events_of
from diplomod.formats.events.event import Actor, Event
from diplomod.formats.events.making import Row, records_of
from diplomod.formats.files import decoded
from diplomod.formats.foreign import Origin
from diplomod.formats.losses import Loss, left_out
from diplomod.formats.streams import lines_of
from diplomod.model import Record, When

LAST_ROOT = 20
GDELT_CELLS, MENTION_CELLS = 61, 16  # GDELT's tables have no line of names
ICEWS = (
    "Event ID",
    "Event Date",
    "Source Name",
    "Source Sectors",
    "Source Country",
    "Event Text",
    "CAMEO Code",
    "Intensity",
    "Target Name",
    "Target Sectors",
    "Target Country",
    "Story ID",
    "Sentence Number",
    "Publisher",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
)
NEEDED = ("Event Date", "Source Name", "CAMEO Code", "Target Name")
FORMULA = ("=", "+", "-", "@")
PARTY = ("code", "name")
KEPT = (
    *(f"source.{name}" for name in ("publisher",)),
    *(f"meetings[].{name}" for name in ("id", "when.edtf", "place.name")),
    *(f"meetings[].parties[].{name}" for name in PARTY),
    *(f"demands[].{name}" for name in ("id", "first_made.edtf")),
    *(f"demands[].{role}.{name}" for role in ("by", "to[]") for name in PARTY),
    "responses[].id",
    *(f"responses[].by.{name}" for name in PARTY),
    *(f"statements[].{name}" for name in ("id", "when.edtf", "speaker.name", "speaker.party.code")),
)


def read_gdelt(file: BinaryIO) -> Iterator[Record]:
    """The events of a GDELT 2.0 export, one Record a row; constant in memory.

    Raises `TextError` for bytes that are no UTF-8, `DataError` for a row that is none, each with its line.
    """
    yield from records_of(_gdelt(file))


def read_mentions(file: BinaryIO) -> Iterator[Record]:
    """The mentions of a GDELT 2.0 table, one Record a row: the article that mentions an event, and no event of its own."""
    for where, line, cells in _rows(file, MENTION_CELLS):
        mentioned = _day(cells[2], where)
        url = cells[5] if cells[3] == "1" else ""  # an article on the web; the others are cited by words
        try:
            source = Origin.of(line).source(
                publisher=cells[4].strip() or None, url=url.strip() or None, published=When(edtf=mentioned)
            )
        except (TextError, ValueFault) as fault:
            raise DataError([(where, getattr(fault, "message", None) or str(fault))]) from None
        yield Record(source=source)


def read_icews(file: BinaryIO) -> Iterator[Record]:
    """The events of a table of ICEWS, whose first line names the columns, one Record a row. Raises what GDELT's raises."""
    yield from records_of(_icews(file))


def write(records: Iterable[Record], file: BinaryIO) -> Iterator[Loss]:
    """A table in the columns of ICEWS, with the codes of CAMEO."""
    file.write(("\t".join(ICEWS) + "\n").encode())
    for number, record in enumerate(records):
        gone = []
        for event in events_of(number, record):
            if isinstance(event, Loss):
                gone.append(event.path)
                yield event
            else:
                file.write(("\t".join(map(_cell, _cells(event))) + "\n").encode())
        for loss in left_out(number, record, KEPT):
            if not any(loss.path.startswith(path) for path in gone):
                yield loss


def _cells(event: Event) -> Sequence[str]:
    told = {
        "Event ID": event.id,
        "Event Date": event.date or event.published,
        "Source Name": "; ".join(actor.name for actor in event.sources),
        "Source Country": "; ".join(actor.code for actor in event.sources),
        "Event Text": f"{event.code.capitalize()}{f', {event.mode}' if event.mode else ''}",
        "CAMEO Code": to_cameo(event.code, event.mode),
        "Target Name": "; ".join(actor.name for actor in event.targets),
        "Target Country": "; ".join(actor.code for actor in event.targets),
        "Publisher": event.publisher,
        "City": event.place,
        "Country": event.country,
    }
    return [told.get(name, "") for name in ICEWS]


def _cell(text: str) -> str:
    text = " ".join(fit(text).split())
    return f"'{text}" if text.startswith(FORMULA) else text


def _rows(file: BinaryIO, count: int) -> Iterator[tuple[str, str, list[str]]]:
    """The rows of a table without a head: where each stands, its line, its cells."""
    for number, line in lines_of(file):
        where = f"line {number}"
        text = decoded(line, where).rstrip("\r\n")
        cells = text.split("\t")
        if len(cells) != count:
            raise DataError([(where, f"has {len(cells)} cells; a row of this table has {count}")])
        yield where, text, cells


def _gdelt(file: BinaryIO) -> Iterator[Row]:
    for where, line, cells in _rows(file, GDELT_CELLS):
        code, mode = _coded(cells[26], where)
        yield (
            where,
            line,
            Event(
                id=cells[0],
                date=_day(cells[1], where),
                code=code,
                mode=mode,
                sources=_actor(cells[6], cells[7]),
                targets=_actor(cells[16], cells[17]),
                place=cells[52].partition(",")[0],
                published=_day(cells[59], where),
                url=cells[60].strip(),
            ),
        )


def _icews(file: BinaryIO) -> Iterator[Row]:
    lines = lines_of(file)
    number, head = next(lines, (0, b""))
    names = [name.strip() for name in decoded(head, "line 1").rstrip("\r\n").split("\t")]
    lacking = [name for name in NEEDED if name not in names]
    if lacking:
        raise TextError(f"it is no table of ICEWS: its first line names no column {' and no '.join(lacking)}")
    for number, raw in lines:
        where = f"line {number}"
        line = decoded(raw, where).rstrip("\r\n")
        cells = line.split("\t")
        if len(cells) != len(names):
            raise DataError([(where, f"has {len(cells)} cells under {len(names)} columns")])
        told = dict(zip(names, cells, strict=True))
        code, mode = _coded(told["CAMEO Code"], where)
        yield (
            where,
            line,
            Event(
                id=told.get("Event ID", ""),
                date=_day(told["Event Date"], where),
                code=code,
                mode=mode,
                sources=_actor(told["Source Name"], told.get("Source Country", "")),
                targets=_actor(told["Target Name"], told.get("Target Country", "")),
                place=told.get("City", ""),
                words=told.get("Event Text", ""),
                publisher=told.get("Publisher", "").strip(),
            ),
        )


def _coded(code: str, where: str) -> tuple[str, str]:
    """The code of PLOVER for one of CAMEO; what begins with more than 20, the last root, has lost its nought."""
    code = code.strip().strip("'")
    if not code.isdecimal() or len(code) > 4:
        raise DataError([(where, f"a code of CAMEO has two to four digits; got {code[:60]!r}")])
    return from_cameo(f"0{code}" if len(code) == 1 or int(code[:2]) > LAST_ROOT else code)


def _actor(name: str, country: str) -> tuple[Actor, ...]:
    name, country = name.strip().strip("'"), country.strip()
    return (Actor(name=name or country, code=country),) if name or country else ()


def _day(text: str, where: str) -> str:
    """The day of ``20230405``, ``20230405101500`` or ``2023-04-05``."""
    text = text.strip()
    if len(text) in (8, 14) and text.isdecimal():
        return f"{text[:4]}-{text[4:6]}-{text[6:8]}"
    if len(text) == 10 or not text:
        return text
    raise DataError([(where, f"a day is written as 20230405 or 2023-04-05; got {text[:60]!r}")])
