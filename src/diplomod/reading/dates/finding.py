"""Date expressions in the order of the text, each reckoned from what has been told before it."""

from __future__ import annotations

import datetime as dt

from diplomod.errors import TextError
from diplomod.model import When
from diplomod.reading.dates.anchor import READERS
from diplomod.reading.dates.clock import Clock
from diplomod.reading.dates.grammar import Expression, find_expressions
from diplomod.reading.parts import Document, Shift, Time, Times, Tokens

SHIFTED = frozenset("day week month year".split())


def find_dates(document: Document, tokens: Tokens, today: dt.date | None) -> Times:
    """All dates of the text; `today` is the day of publication.

    ``They met on Friday, a day after the vote`` gives the Friday before publication, and a shift of one day.
    """
    expressions = list(find_expressions(tokens))
    clock = Clock(tokens=tokens, today=today, years=_years(expressions), month_first=_month_first(expressions))
    found: list[Time] = []
    shifts: list[Shift] = []
    for expression in expressions:
        if expression.rule == "shift":
            shift = _shift(expression)
            if shift is None or not _ends_there(tokens, expression):
                shifts.extend(() if shift is None else (shift,))
                continue
        edtf = READERS[expression.rule](expression, clock)
        if edtf is None and expression.rule == "days":
            expression = _first_day(expression)
            edtf = READERS[expression.rule](expression, clock)
        if edtf is None:
            continue
        try:
            when = When(edtf=edtf, span=tokens.span(expression.first, expression.last))
        except TextError:  # no such day, or an interval that ends before it begins
            continue
        found.append(Time(first=expression.first, last=expression.last, when=when, rule=READERS[expression.rule]))
        _tell(clock, edtf)
    return Times(found=tuple(found), shifts=tuple(shifts))


def _first_day(expression: Expression) -> Expression:
    """The first of what are no two days of a month: ``in Oslo on January 14 and the second in Bonn``."""
    end = next(number for number, code in enumerate(expression.codes) if code in "-xw")
    return Expression(
        rule="date",
        codes=expression.codes[:end],
        words=expression.words[:end],
        first=expression.first,
        last=expression.first + end,
    )


def _shift(expression: Expression) -> Shift | None:
    unit = expression.unit or ("day" if "p" in expression.codes else None)
    if unit not in SHIFTED:
        return None
    amount = expression.count if expression.codes[-1] == "j" else -expression.count
    return Shift(first=expression.first, last=expression.last, amount=amount, unit=unit)


def _ends_there(tokens: Tokens, expression: Expression) -> bool:
    """Whether nothing follows from which a shift is counted: ``They had met the day before.``"""
    at = expression.last
    if tokens.lowers[expression.first - 1 : expression.first] == ["not"]:
        return False  # "and not a day before"
    return at >= len(tokens.tags) or tokens.tags[at] in (".", ",", ":", "''", "-RRB-", "CC")


def _tell(clock: Clock, edtf: str) -> None:
    """Keep what a date tells for those after it."""
    plain = edtf.split("/")[0].rstrip("~?%")
    if len(plain) == 10 and plain[4] == "-":
        clock.day = dt.date.fromisoformat(plain)
        clock.told = clock.day.year, clock.day.month
    elif len(plain) == 7 and plain[:4].isdecimal() and plain[5:].isdecimal() and int(plain[5:]) <= 12:
        clock.told = int(plain[:4]), int(plain[5:])
    elif len(plain) == 4 and plain.isdecimal():
        clock.told = int(plain), None
    if plain[:4].isdecimal() and clock.today is None:
        clock.year = int(plain[:4])


def _years(expressions: list[Expression]) -> tuple[int, ...]:
    """The years that the text writes, the most frequent first."""
    counts: dict[int, int] = {}
    for expression in expressions:
        year = expression.year if "Y" in expression.codes else None
        if year is not None and 1500 <= year <= 2150:
            counts[year] = counts.get(year, 0) + 1
    return tuple(sorted(counts, key=lambda year: -counts[year]))


def _month_first(expressions: list[Expression]) -> bool:
    """Whether dates in figures put the month first: not if one of them can't be read so."""
    for expression in expressions:
        if expression.rule == "figures":
            numbers = expression.numbers("dn")
            if numbers and numbers[0] > 12:
                return False
    return True
