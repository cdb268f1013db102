"""The start of a report -> its dateline: ``WASHINGTON, Dec 20 (Reuters) —``, ``DUBAI, May 21. /TASS/.`` and their kin."""

from __future__ import annotations

import calendar
import datetime as dt
import re

import attrs

from diplomod.lexicon import Lexicon
from diplomod.model import Dateline, Place, Span, When

MONTHS = {
    name.lower(): number
    for number in range(1, 13)
    for name in (
        calendar.month_name[number],
        calendar.month_abbr[number],
        {6: "Jun", 7: "Jul", 9: "Sept"}.get(number, ""),
    )
    if name
}
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:uary|ruary|ch|il|ust|tember|ober|ember)?\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = rf"(?:{_MONTH} {_DAY}(?:,? \d{{4}})?|{_DAY} {_MONTH}(?:,? \d{{4}})?|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}})"
_CAPS = r"[A-ZÀ-ÞĀŁŚŠŻŽ][A-ZÀ-ÞĀŁŚŠŻŽ.'’-]+(?: [A-ZÀ-ÞĀŁŚŠŻŽ][A-ZÀ-ÞĀŁŚŠŻŽ.'’-]*){0,3}"
_TITLE = r"[A-ZÀ-Þ][\w.'’-]+(?: (?:[A-ZÀ-Þ][\w.'’-]+|al|de|of|the|upon)){0,3}"
_PLACES = (
    rf"(?P<places>(?:{_CAPS}|{_TITLE})(?: ?/ ?(?:{_CAPS}|{_TITLE})){{0,2}})(?: \[[A-Z][\w ]+\])?(?:, {_TITLE}){{0,2}}?"
)
_AGENCY = r"(?:\((?P<agency>(?:[A-Z][\w .&/’'-]{1,40}|[a-z]{3}))\)|/(?P<slashed>[A-Z][\w .&-]{1,30})/|\|? ?(?P<bare>[A-Z]{3,12}))"
_NAMED = r"(?P<named>[A-Z][A-Za-z]{2,14})(?= ?[-–—])"
_DASH = r"(?:—|–|--|-|−|―|_|:)"

AGENCIES = ("agency", "slashed", "bare", "named")
WEEKDAYS = frozenset(name.lower() for name in calendar.day_name)
FORMS = (
    # WASHINGTON, Dec 20 — | BEIJING, July 4 (Xinhua) -- | DUBAI, May 21. /TASS/. | New Delhi [India], March 3 (ANI):
    re.compile(
        rf"{_PLACES}(?:, | \(|\. | )(?P<date>{_DATE})\)?(?:\.|,)? ?(?:{_AGENCY}\.?|{_NAMED})? ?{_DASH}{{0,2}}\s*(?=\S)"
    ),
    # JERUSALEM/DOHA (Agencies) - | SEOUL, South Korea (AP) _ | PARIS — | ISLAMABAD:
    re.compile(rf"{_PLACES}\.?(?: {_AGENCY})? ?{_DASH}{{1,2}}\s+(?=\S)"),
    # 23 March 2024, Geneva –
    re.compile(rf"(?P<date>{_DATE}),? {_PLACES} ?{_DASH}{{1,2}}\s+(?=\S)"),
    # (Reuters) -
    re.compile(rf"{_AGENCY} ?{_DASH}{{1,2}}\s+(?=\S)"),
)
PARTING = re.compile(r"[\d—–−―_:-]")  # each form has a date or a dash
FIGURES = re.compile(r"\d+")
MONTHS_A_YEAR = 12
DATE_PARTS = re.compile(rf"(?P<month>{_MONTH})|(?P<day>\b\d{{1,2}}(?=st|nd|rd|th|\b))|(?P<year>\b\d{{4}}\b)")
SLASH = re.compile(r" ?/ ?")


@attrs.frozen(slots=True, kw_only=True)
class Head:
    """The dateline at the start of a paragraph, where the words go on (`end`), and the agency in it, if any."""

    dateline: Dateline | None
    agency: Span | None
    end: int


def find_dateline(text: str, start: int, end: int, lexicon: Lexicon, published: dt.date | None) -> Head | None:
    """The dateline that the paragraph ``text[start:end]`` begins with, None if it begins with none.

    A line that merely looks like one (``Talks - what next``) is refused: it has capitals throughout, a place that the
    lexicon knows, a date, or an agency in brackets.
    """
    limit = min(end, start + 160)
    if PARTING.search(text, start, limit) is None:
        return None
    for form in FORMS:
        match = form.match(text, start, limit)
        if match is None:
            continue
        groups = match.groupdict()
        agency = next((name for name in AGENCIES if groups.get(name)), None)
        if agency is not None and match.group(agency).lower() in WEEKDAYS:
            agency = None
        places = _places(text, match, lexicon) if groups.get("places") else ()
        if not _is_sound(text, match, places, agency):
            continue
        credit = None if agency is None else Span.of(text, match.start(agency), match.end(agency))
        if not places:
            return Head(dateline=None, agency=credit, end=match.end())
        last = match.end()
        while text[last - 1].isspace():
            last -= 1
        line = Dateline(span=Span.of(text, start, last), places=places, when=_when(text, match, published))
        return Head(dateline=line, agency=credit, end=match.end())
    return None


def _is_sound(text: str, match: re.Match[str], places: tuple[Place, ...], agency: str | None) -> bool:
    if not match.groupdict().get("places"):
        return agency in {"agency", "slashed"}
    words = match.group("places")
    dated, known = bool(match.groupdict().get("date")), any(place.country for place in places)
    ends_plain = match.group().rstrip()[-1:] not in "—–-−―_:.)/"
    if dated:
        return (words.isupper() or known) and not (ends_plain and agency is None)
    if match.group().rstrip().endswith(":"):
        return words.isupper() and known
    if words.isupper():
        return known or agency in {"agency", "slashed"} or text[match.end() - 2 : match.end() - 1] in "—–"
    return known and (agency in {"agency", "slashed"} or text[match.end() - 2 : match.end() - 1] in "—–")


def _places(text: str, match: re.Match[str], lexicon: Lexicon) -> tuple[Place, ...]:
    out = []
    first, last = match.span("places")
    at = first
    for gap in [*SLASH.finditer(text, first, last), None]:
        until = last if gap is None else gap.start()
        if text[until - 1] == "." and lexicon.place(text[at:until]) is None:
            until -= 1  # "MOSCOW. May 12"
        name = text[at:until]
        entry = lexicon.place(name)
        out.append(
            Place(
                name=name,
                within=entry.within if entry else None,
                country=entry.country if entry else None,
                span=Span.of(text, at, until),
            )
        )
        at = last if gap is None else gap.end()
    return tuple(out)


def _when(text: str, match: re.Match[str], published: dt.date | None) -> When | None:
    """The date of the dateline; its year is the one that brings it closest to publication, None if neither is known."""
    if not match.groupdict().get("date"):
        return None
    first, last = match.span("date")
    parts = {name: part.group() for part in DATE_PARTS.finditer(text, first, last) for name in [part.lastgroup]}
    month: int | None
    if "month" not in parts:  # in figures, the day first unless there is no such month
        one, two, *_ = map(int, FIGURES.findall(text[first:last]))
        day, month = (one, two) if two <= MONTHS_A_YEAR else (two, one)
    else:
        month, day = MONTHS.get(parts["month"].rstrip(".").lower()), int(parts["day"])
    years = [int(parts["year"])] if "year" in parts else []
    if not years and published is not None:
        years = [published.year, published.year - 1, published.year + 1]
    candidates = [found for year in years if month and (found := _day(year, month, day))]
    if not candidates:
        return None
    best = candidates[0] if published is None else min(candidates, key=lambda found: abs(found - published))
    return When(edtf=best.isoformat(), span=Span.of(text, first, last))


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
