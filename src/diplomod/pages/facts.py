"""What pages tell of themselves, as strings -> values of the model: the day of publication, the authors."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from diplomod.model import Person, When

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
DAYS = (
    re.compile(r"(?P<year>\d{4})(?P<mark>[-./])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)"),
    re.compile(r"(?:[A-Za-z]{3,9},? )?(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<name>[A-Za-z]{3,9})\.?,? (?P<year>\d{4})"),
    re.compile(r"(?:[A-Za-z]{3,9},? )?(?P<name>[A-Za-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})"),
)
MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})$")
GAP = re.compile(r"\s*[;,|&]\s*|\s+and\s+")
LEAD = re.compile(r"(?:by|from)\s+", re.I)


def published(value: str) -> When | None:
    """The day of publication, None for what names none beyond doubt: of ``3/4/2025`` nobody knows the month.

    >>> str(published("2025-03-12T10:06:34-04:00")), str(published("March 12, 2025")), published("3/4/2025")
    ('2025-03-12', '2025-03-12', None)
    """
    for form in DAYS:
        match = form.match(value)
        if match is not None:
            parts = match.groupdict()
            month = int(parts["month"]) if "month" in parts else _month(parts["name"])
            try:
                return When(edtf=dt.date(int(parts["year"]), month, int(parts["day"])).isoformat())
            except ValueError:  # no such day
                return None
    match = MONTH.match(value)
    if match is None or not 1 <= int(match["month"]) <= 12:
        return None
    return When(edtf=match.group())


def _month(name: str) -> int:
    """The number of the month, 0 for a word that is none."""
    short = name[:3].lower()
    return MONTHS.index(short) + 1 if short in MONTHS else 0


def people(values: Iterable[str]) -> tuple[Person, ...]:
    """The authors, from one string or several.

    >>> [str(person) for person in people(["By Ana Lima and Jo Roe; [[Mia Holt]]"])]
    ['Ana Lima', 'Jo Roe', 'Mia Holt']
    """
    names = [part.strip("[]\"' ") for value in values for part in GAP.split(LEAD.sub("", value, count=1))]
    return tuple(Person(name=name) for name in dict.fromkeys(names) if _is_name(name))


def _is_name(name: str) -> bool:
    """Two to five words with a capital at the front: no user name, no address."""
    return 1 < len(name.split()) < 6 and name[0].isupper() and "@" not in name and "/" not in name
