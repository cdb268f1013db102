"""Reckoning with the calendar: neighbours of a day, and EDTF for weeks, quarters, decades and holidays."""

from __future__ import annotations

import datetime as dt

from dateutil.easter import EASTER_WESTERN, easter
from dateutil.relativedelta import relativedelta

DAY = dt.timedelta(days=1)


def interval(first: dt.date, last: dt.date) -> str:
    """Both days and what lies between them."""
    return f"{first.isoformat()}/{last.isoformat()}"


def week(day: dt.date) -> str:
    """The week of `day`, Monday to Sunday (ISO 8601)."""
    monday = day - day.weekday() * DAY
    return interval(monday, monday + 6 * DAY)


def weekend(day: dt.date) -> str:
    """Saturday and Sunday of the week of `day`."""
    saturday = day + (5 - day.weekday()) * DAY
    return interval(saturday, saturday + DAY)


def quarter(year: int, number: int) -> str:
    """The months of a quarter of the calendar year, 1 to 4; numbers beyond run on into other years."""
    year, number = year + (number - 1) // 4, (number - 1) % 4 + 1
    return f"{year:04}-{3 * number - 2:02}/{year:04}-{3 * number:02}"


def half(year: int, number: int) -> str:
    """The months of a half of the calendar year, 1 or 2."""
    return f"{year:04}-{6 * number - 5:02}/{year:04}-{6 * number:02}"


def month(year: int, number: int) -> str:
    """A month; numbers beyond 1 to 12 run on into other years."""
    return f"{year + (number - 1) // 12:04}-{(number - 1) % 12 + 1:02}"


def decade(tens: int) -> str:
    """A decade, by its year without the last figure: 199 is the 1990s."""
    return f"{tens:03}X"


def century(number: int) -> str:
    """A century: 20 is the twentieth, written by the hundreds that its years begin with, as is usual."""
    return f"{number - 1:02}XX"


def exists(year: int, number: int, day: int) -> dt.date | None:
    """The day, None if the calendar has no such day."""
    try:
        return dt.date(year, number, day)
    except ValueError:
        return None


def shifted(day: dt.date, amount: int, unit: str) -> dt.date | None:
    """The day that lies `amount` units (day, week, month, year, …) after `day`; None beyond the calendar's ends."""
    unit, amount = {
        "decade": ("year", 10 * amount),
        "century": ("year", 100 * amount),
        "quarter": ("month", 3 * amount),
    }.get(unit, (unit, amount))
    if abs(amount) > 100_000:
        return None
    step = {
        "day": relativedelta(days=amount),
        "week": relativedelta(weeks=amount),
        "month": relativedelta(months=amount),
        "year": relativedelta(years=amount),
    }[unit]
    try:
        return day + step
    except (ValueError, OverflowError):
        return None


def weekday_near(day: dt.date, weekday: int, direction: int, *, strictly: bool = False) -> dt.date | None:
    """The nearest day of that name (Monday is 0) before (-1) or after (1) `day`, which counts itself unless `strictly`."""
    distance = (weekday - day.weekday()) % 7 if direction > 0 else -((day.weekday() - weekday) % 7)
    if not distance and strictly:
        distance = 7 * direction
    return shifted(day, distance, "day")


def holiday(name: str, year: int) -> dt.date | None:
    """The day of a holiday that the Western calendar fixes, None for one that it does not know.

    >>> holiday("thanksgiving", 2025)
    datetime.date(2025, 11, 27)
    """
    if name in FIXED:
        return exists(year, *FIXED[name])
    if name == "thanksgiving":  # the fourth Thursday of November, in the United States
        return _nth(year, 11, 3, 4)
    if name == "election day":  # the Tuesday after the first Monday of November
        monday = _nth(year, 11, 0, 1)
        return monday and monday + DAY
    if name in FROM_EASTER and 1583 <= year <= 4099:
        return easter(year, EASTER_WESTERN) + FROM_EASTER[name] * DAY
    return None


FIXED = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "new year's day": (1, 1),
    "new year's eve": (12, 31), "halloween": (10, 31), "epiphany": (1, 6), "may day": (5, 1),
    "valentine's day": (2, 14), "bastille day": (7, 14), "boxing day": (12, 26), "armistice day": (11, 11),
    "veterans day": (11, 11), "nowruz": (3, 20),
}  # fmt: skip
FROM_EASTER = {"easter": 0, "easter sunday": 0, "easter monday": 1, "good friday": -2, "palm sunday": -7}


def _nth(year: int, number: int, weekday: int, nth: int) -> dt.date | None:
    first = exists(year, number, 1)
    return first and first + ((weekday - first.weekday()) % 7 + 7 * (nth - 1)) * DAY
