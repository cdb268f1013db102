"""PA-X, the table of peace agreements of the University of Edinburgh: each signing is a meeting."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from diplomod.errors import DataError, TextError, ValueFault
from diplomod.formats.files import decoded
from diplomod.formats.foreign import Origin
from diplomod.formats.streams import WHOLE
from diplomod.lexicon import Lexicon
from diplomod.lexicon.names import OF_PARTIES
from diplomod.model import Meeting, MeetingKind, MeetingStatus, Party, Record, Span, When

NEEDED = ("AgtId", "Agt", "Dat", "Part")
PUBLISHER = "PA-X Peace Agreements Database"
UNILATERAL = "unilateral"
WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
EUROPEAN = re.compile(r"(\d\d)/(\d\d)/(\d{4})").fullmatch


def read(file: BinaryIO) -> Iterator[Record]:
    """One Record a row, read as it goes: an agreement of several parties is a signing, a document of one is no meeting.

    Raises `TextError` for what is no such table, `DataError` for a row that can't be, with its line.
    """
    for where, text, cells in _rows(file):
        origin = Origin.of(text)
        title = cells["Agt"].strip()
        try:
            when = _date(cells["Dat"].strip())
            source = origin.source(
                language="en",
                title=title or None,
                title_span=origin.find(title),
                publisher=PUBLISHER,
                published=when,
            )
            unilateral = UNILATERAL in cells.get("Status", "").lower()
            meetings = () if unilateral else (_signing(origin, title, when, cells),)
        except (TextError, ValueFault) as fault:
            raise DataError([(where, getattr(fault, "message", None) or str(fault))]) from None
        yield Record(source=source, meetings=meetings)


def _rows(file: BinaryIO) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """The rows with the characters of each, which may run over several lines."""
    csv.field_size_limit(max(csv.field_size_limit(), WHOLE))
    taken: list[str] = []
    last = 0

    def lines() -> Iterator[str]:
        nonlocal last
        while raw := file.readline(WHOLE):
            last += 1
            taken.append(decoded(raw, f"line {last}"))
            yield taken[-1]

    table = csv.reader(lines(), strict=True)
    try:
        names = next(table, [])
        lacking = [name for name in NEEDED if name not in names]
        if lacking:
            raise TextError(f"it is no table of PA-X: its first line names no column {' and no '.join(lacking)}")
        taken.clear()
        for cells in table:
            where, text = f"line {last - len(taken) + 1}", "".join(taken).rstrip("\r\n")
            taken.clear()
            if not cells:
                continue
            if len(cells) != len(names):
                raise DataError([(where, f"has {len(cells)} cells under {len(names)} columns")])
            yield (
                where,
                text,
                dict(zip(reversed(names), reversed(cells), strict=True)),
            )  # of two columns the first counts
    except csv.Error as fault:
        raise TextError(f"line {last}: {fault}") from None


def _signing(origin: Origin, title: str, when: When | None, cells: Mapping[str, str]) -> Meeting:
    topic = origin.find(title)
    return Meeting(
        id=origin.id("m", 1),
        kind=MeetingKind.SIGNING,
        status=MeetingStatus.HELD,
        when=when,
        parties=tuple(_parties(origin, origin.find(cells["Part"])).values()),
        observers=tuple(_parties(origin, origin.find(cells.get("ThrdPart", ""))).values()),
        topics=() if topic is None else (topic,),
        evidence=(origin.span(),),
    )


def _parties(origin: Origin, words: Span | None) -> dict[str, Party]:
    """The states, bodies and movements that are named in some words, each where it is named first."""
    found: dict[str, Party] = {}
    if words is None:
        return found
    names = Lexicon.default().names
    places = [(words.start + match.start(), words.start + match.end()) for match in WORD.finditer(words.text)]
    tokens = [origin.text[start:end] for start, end in places]
    lowers = [token.lower() for token in tokens]
    at = 0
    while at < len(tokens):
        known = names.at(tokens, lowers, at)
        if known is None:
            at += 1
            continue
        end, name = known
        if name.party is not None and name.kind in OF_PARTIES and name.party.code not in found:
            span = origin.span(places[at][0], places[end - 1][1])
            found[name.party.code] = Party(code=name.party.code, name=name.party.name, kind=name.party.kind, span=span)
        at = end
    return found


def _date(text: str) -> When | None:
    """The day of ``09/01/1998`` (the ninth of January) or ``1998-01-09``."""
    european = EUROPEAN(text)
    if european is not None:
        return When(edtf=f"{european[3]}-{european[2]}-{european[1]}")
    return When(edtf=text) if text and text != "NA" else None
