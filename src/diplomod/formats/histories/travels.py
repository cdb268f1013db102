"""XML of the State Department's Office of the Historian: travels of presidents and secretaries, visits to them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from diplomod.errors import DataError, TextError, ValueFault
from diplomod.formats.extras import need
from diplomod.formats.foreign import Origin
from diplomod.formats.streams import whole
from diplomod.model import (
    Attendance,
    Delegate,
    Delegation,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Party,
    PartyKind,
    Person,
    Record,
    Span,
    When,
)

PUBLISHER = "Office of the Historian"
HOME = "United States"
ELEMENTS = {"trips": "trip", "visits": "visit"}
AFTER = " and "
# What stands before the name of a visitor: posts and styles, none of them a name.
TITLES = frozenset(
    """acting amir ambassador archbishop captain chairman chairperson chairwoman chancellor chief colonel commander co-chairman
    count crown deputy duke emir emperor empress excellency federal first foreign general governor governor-general
    grand his her head high interim king lady leader lieutenant lord majesty major marshal minister minister-president mr mrs
    ms mufti of opposition pope patriarch premier president presidency prime prince princess provisional queen regent
    representative royal secretary secretary-general sheikh sheikha sir speaker state sultan taoiseach the transitional
    vice ruler highness elect president-elect designate council member dr""".split()
)
NAMELESS = re.compile(r"\s+")


def read(file: BinaryIO) -> Iterator[Record]:
    """One Record: the XML is the source, each trip or visit in it a visit that was paid, with its element as evidence.

    Raises `TextError` for what is no such XML, and for entities and documents outside of it; `DataError` for an element that
    can't be, with its line.
    """
    data = whole(file)
    root, text = _parsed(data)
    name = ELEMENTS.get(root.tag)
    if name is None:
        raise TextError(f"it is no list of travels or visits: its root is {root.tag}, not {' or '.join(ELEMENTS)}")
    blocks = [match.span() for match in re.finditer(rf"<{name}[\s>].*?</{name}\s*>", text, re.DOTALL)]
    elements = root.findall(name)
    if len(blocks) != len(elements):
        raise TextError(f"its elements {name} do not stand one after the other")
    origin = Origin.of(text)
    meetings = []
    for number, (element, (start, end)) in enumerate(zip(elements, blocks, strict=True), 1):
        try:
            meetings.append(MAKERS[name](origin, element, origin.span(start, end), number))
        except (ValueError, TextError, ValueFault) as fault:
            line = text.count("\n", 0, start) + 1
            raise DataError([(f"line {line}, {name}", getattr(fault, "message", None) or str(fault))]) from None
    yield Record(source=origin.source(language="en", publisher=PUBLISHER), meetings=tuple(meetings))


def _parsed(data: bytes) -> tuple[Any, str]:
    """The root of an XML document and its text; entities and outside documents are refused."""
    tree = need("defusedxml.ElementTree", "xml")
    common = need("defusedxml.common", "xml")
    try:
        text = data.decode("utf-8-sig")
        return tree.fromstring(text, forbid_dtd=True), text
    except UnicodeDecodeError as fault:
        raise TextError(f"byte {fault.start} is no UTF-8; save the XML as UTF-8") from None
    except common.DefusedXmlException as fault:
        raise TextError(f"its XML declares a document type or entities, which are refused: {fault}") from None
    except (tree.ParseError, ValueError) as fault:
        raise TextError(f"this is no XML: {fault}") from None


def _trip(origin: Origin, element: Any, block: Span, number: int) -> Meeting:
    home, abroad = _country(origin, HOME, block), _country(origin, _words(element, "country"), block)
    traveller = _words(element, "name")
    role = origin.find(_words(element, "role"), block)
    remarks = origin.find((element.findtext("remarks") or "").strip(), block)
    locale = _words(element, "locale")
    return Meeting(
        id=origin.id("m", number),
        kind=MeetingKind.VISIT,
        status=MeetingStatus.HELD,
        when=_stretch(element),
        place=origin.place(locale, block) if locale else None,
        parties=_both(home, abroad),
        host=abroad,
        topics=() if remarks is None else (remarks,),
        evidence=(block,),
        **_delegation(origin, home, [(traveller, role)], block),
    )


def _visit(origin: Origin, element: Any, block: Span, number: int) -> Meeting:
    home, abroad = _country(origin, HOME, block), _country(origin, _words(element, "from"), block)
    occasion = origin.find((element.findtext("description") or "").strip(), block)
    return Meeting(
        id=origin.id("m", number),
        kind=MeetingKind.VISIT,
        status=MeetingStatus.HELD,
        when=_stretch(element),
        parties=_both(abroad, home),
        host=home,
        topics=() if occasion is None else (occasion,),
        evidence=(block,),
        **_delegation(origin, abroad, _visitors(origin, _words(element, "visitor"), block), block),
    )


MAKERS = {"trip": _trip, "visit": _visit}


def _delegation(
    origin: Origin, party: Party | None, visitors: list[tuple[str, Span | None]], block: Span
) -> dict[str, Any]:
    """The people of a visit, and the delegation that they are, the first its head."""
    people = {name: (Person(name=name, span=origin.find(name, block)), role) for name, role in visitors if name}
    members = [Delegate(person=person, attendance=Attendance.ATTENDED, role=role) for person, role in people.values()]
    told: dict[str, Any] = {"people": tuple(person for person, _ in people.values())}
    if party is not None and members:
        told["delegations"] = (Delegation(party=party, head=members[0].person, members=tuple(members)),)
    return told


def _visitors(origin: Origin, words: str, block: Span) -> list[tuple[str, Span | None]]:
    """Visitors by name, each with the post before it: ``President Andrea Roe and Prime Minister Jo Doe``."""
    parts = words.split(AFTER)
    if len(parts) > 1 and not all(_post(part) and part[len(_post(part)) :].strip() for part in parts):
        parts = [words]
    found = []
    for part in parts:
        post = _post(part)
        name = part[len(post) :].strip()
        found.append((name or part.strip(), origin.find(post.strip(), block) if name and post else None))
    return found


def _post(words: str) -> str:
    """The post at the front of the words.

    >>> _post("Deputy Prime Minister Ana Lima")
    'Deputy Prime Minister '
    """
    end = 0
    for match in re.finditer(r"\S+\s*", words):
        if match.group().strip(" ,.").lower() not in TITLES:
            break
        end = match.end()
    return words[:end]


def _country(origin: Origin, name: str, block: Span) -> Party | None:
    return origin.party(name, block, PartyKind.STATE) if name else None


def _both(*parties: Party | None) -> tuple[Party, ...]:
    return tuple({party.code: party for party in parties if party is not None}.values())


def _words(element: Any, name: str) -> str:
    return NAMELESS.sub(" ", element.findtext(name) or "").strip()


def _stretch(element: Any) -> When | None:
    start, end = _words(element, "start-date"), _words(element, "end-date")
    for day in (start, end):
        if day:
            dt.date.fromisoformat(day)
    return When(edtf=f"{start}/{end}" if start and end and start != end else start or end) if start or end else None
