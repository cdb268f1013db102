"""Dates in EDTF: what is read, what is refused and where, and what is certain about two dates."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from diplomod.errors import TextError, ValueFault
from diplomod.model.span import Span
from diplomod.model.when import Precision, When

# The string, its precision, its first and last day (None: open, unknown, or outside the years 1 to 9999).
READ = [
    # Level 0: days, months, years
    ("2024-06-15", "day", "2024-06-15", "2024-06-15"),
    ("2024-02-29", "day", "2024-02-29", "2024-02-29"),
    ("2000-02-29", "day", "2000-02-29", "2000-02-29"),
    ("2024-12-31", "day", "2024-12-31", "2024-12-31"),
    ("2024-06-30", "day", "2024-06-30", "2024-06-30"),
    ("2023-02", "month", "2023-02-01", "2023-02-28"),
    ("2024-02", "month", "2024-02-01", "2024-02-29"),
    ("1648", "year", "1648-01-01", "1648-12-31"),
    ("0001", "year", "0001-01-01", "0001-12-31"),
    ("9999", "year", "9999-01-01", "9999-12-31"),
    ("0000", "year", None, None),
    ("0000-02-29", "day", None, None),
    # Level 0: times
    ("2024-06-15T00:00:00", "time", "2024-06-15", "2024-06-15"),
    ("2024-06-15T23:59:59Z", "time", "2024-06-15", "2024-06-15"),
    ("2024-06-15T09:30:00+05:45", "time", "2024-06-15", "2024-06-15"),
    ("2024-06-15T09:30:00-04", "time", "2024-06-15", "2024-06-15"),
    ("2024-06-15T09:30:00+00:00", "time", "2024-06-15", "2024-06-15"),
    ("-0432-03-01T09:30:00", "time", None, None),
    # Level 0: intervals
    ("1914/1918", "year", "1914-01-01", "1918-12-31"),
    ("2024-06/2024-07-04", "month", "2024-06-01", "2024-07-04"),
    ("2024-06-15/2024-06-15", "day", "2024-06-15", "2024-06-15"),
    ("2024-06-15/2025", "year", "2024-06-15", "2025-12-31"),
    ("2024-06-15/2024-06", "month", "2024-06-15", "2024-06-30"),
    # Level 1: long and negative years
    ("Y12345", "year", None, None),
    ("Y-12345", "year", None, None),
    ("Y123456789012345678", "year", None, None),
    ("-0431", "year", None, None),
    ("-0431-04-01", "day", None, None),
    ("-0431/-0404", "year", None, None),
    # Level 1: seasons
    ("2024-21", "season", "2024-03-01", "2024-05-31"),
    ("2024-22", "season", "2024-06-01", "2024-08-31"),
    ("2024-23", "season", "2024-09-01", "2024-11-30"),
    ("2023-24", "season", "2023-12-01", "2024-02-29"),
    ("9999-24", "season", "9999-12-01", None),
    ("2024-21/2024-22", "season", "2024-03-01", "2024-08-31"),
    # Level 1: marks
    ("1971?", "year", "1971-01-01", "1971-12-31"),
    ("1971-10~", "month", "1971-10-01", "1971-10-31"),
    ("1971-10-25%", "day", "1971-10-25", "1971-10-25"),
    ("1971-24~", "season", "1971-12-01", "1972-02-29"),
    ("197X?", "decade", "1970-01-01", "1979-12-31"),
    ("Y12345~", "year", None, None),
    ("1971~/1972-02?", "year", "1971-01-01", "1972-02-29"),
    # Level 1: unspecified digits
    ("202X", "decade", "2020-01-01", "2029-12-31"),
    ("20XX", "century", "2000-01-01", "2099-12-31"),
    ("00XX", "century", None, "0099-12-31"),
    ("-00XX", "century", None, None),
    ("2024-XX", "year", "2024-01-01", "2024-12-31"),
    ("2024-02-XX", "month", "2024-02-01", "2024-02-29"),
    ("2024-XX-XX", "year", "2024-01-01", "2024-12-31"),
    # Level 1: open and unknown sides
    ("2024-06-15/..", "day", "2024-06-15", None),
    ("../2024-06-15", "day", None, "2024-06-15"),
    ("2024/", "year", "2024-01-01", None),
    ("/2024", "year", None, "2024-12-31"),
    ("2024~/..", "year", "2024-01-01", None),
    # Level 2: parts of a year
    ("2024-25", "season", "2024-03-01", "2024-05-31"),
    ("2024-28", "season", "2024-12-01", "2025-02-28"),
    ("2024-29", "season", "2024-09-01", "2024-11-30"),
    ("2024-30", "season", "2024-12-01", "2025-02-28"),
    ("2024-32", "season", "2024-06-01", "2024-08-31"),
    ("2024-33", "quarter", "2024-01-01", "2024-03-31"),
    ("2024-36", "quarter", "2024-10-01", "2024-12-31"),
    ("2024-37", "quadrimester", "2024-01-01", "2024-04-30"),
    ("2024-39", "quadrimester", "2024-09-01", "2024-12-31"),
    ("2024-40", "half", "2024-01-01", "2024-06-30"),
    ("2024-41", "half", "2024-07-01", "2024-12-31"),
]


@pytest.mark.parametrize(("edtf", "precision", "earliest", "latest"), READ, ids=[row[0] for row in READ])
def test_reads(edtf: str, precision: str, earliest: str | None, latest: str | None) -> None:
    when = When.parse(edtf)
    assert str(when) == when.edtf == edtf
    assert when.precision is Precision(precision)
    assert when.earliest == (earliest and date.fromisoformat(earliest))
    assert when.latest == (latest and date.fromisoformat(latest))


# The string, and the offset of its fault.
REFUSED = [
    ("", 0),
    (" ", 0),
    ("June 2024", 0),
    ("2024 ", 4),
    (" 2024", 0),
    ("2024- 06", 5),
    ("2024-06-15\n", 10),
    ("2024\x00", 4),
    ("٢٠٢٤", 0),
    ("2024-0٦", 6),
    ("2024−06", 4),
    ("+2024", 0),
    # Years
    ("202", 3),
    ("20245", 4),
    ("20240615", 4),
    ("-0000", 0),
    ("-0000-01", 0),
    ("--2024", 1),
    ("-", 1),
    ("Y", 1),
    ("Y2024", 0),
    ("Y-2024", 0),
    ("Y012345", 0),
    ("Y12345-06", 6),
    ("Y1234567890123456789", 19),
    ("y12345", 0),
    # Months and parts of a year
    ("2024-", 5),
    ("2024-6", 6),
    ("2024-00", 5),
    ("2024-13", 5),
    ("2024-20", 5),
    ("2024-42", 5),
    ("2024-061", 7),
    ("2024-21-01", 7),
    ("2024-33-XX", 7),
    # Days
    ("2024-06-", 8),
    ("2024-06-5", 9),
    ("2024-06-00", 8),
    ("2024-06-31", 8),
    ("2023-02-29", 8),
    ("1900-02-29", 8),
    ("2024-06-15-", 10),
    ("2024/06/15", 7),
    # Times
    ("2024-06T09:30:00", 7),
    ("2024-06-15T", 11),
    ("2024-06-15T09", 13),
    ("2024-06-15T09:30", 16),
    ("2024-06-15T9:30:00", 12),
    ("2024-06-15T24:00:00", 11),
    ("2024-06-15T09:60:00", 14),
    ("2024-06-15T09:30:60", 17),
    ("2024-06-15T09:30:00.5", 19),
    ("2024-06-15t09:30:00", 10),
    ("2024-06-15 09:30:00", 10),
    ("2024-06-15T09:30:00z", 19),
    ("2024-06-15T09:30:00Z0", 20),
    ("2024-06-15T09:30:00+24", 20),
    ("2024-06-15T09:30:00+0530", 22),
    ("2024-06-15T09:30:00+05:60", 23),
    ("2024-06-15T09:30:00-00:00", 19),
    ("2024-06-15T09:30:00+05:30:00", 25),
    ("2024-06-15T09:30:00?", 19),
    ("2024-06-15T0X:30:00", 12),
    ("2024-06-15TXX:30:00", 11),
    # Unspecified digits
    ("202x", 3),
    ("2XXX", 1),
    ("XXXX", 0),
    ("20X4", 3),
    ("202X-06", 3),
    ("2024-1X", 6),
    ("2024-X1", 5),
    ("2024-XX-15", 5),
    ("2024-06-1X", 9),
    # Marks
    ("?", 0),
    ("?2024", 0),
    ("2024??", 5),
    ("2024?~", 5),
    ("2024?-06", 4),
    ("2024-?06", 5),
    ("2024-06~-15", 7),
    # Other forms of level 2
    ("[2023,2024]", 0),
    ("{2023,2024}", 0),
    ("2024S2", 4),
    ("Y17E7", 3),
    ("Y123456S3", 7),
    # Intervals
    ("/", 0),
    ("..", 0),
    ("../..", 0),
    ("/..", 0),
    ("../", 0),
    ("2024..2025", 4),
    ("2024/.", 5),
    ("2024/...", 5),
    ("2024/2025/2026", 9),
    ("2024//2025", 5),
    ("2024/12-31", 7),
    ("2024/P1Y", 5),
    ("2024\\2025", 4),
    ("2024-06-15T09:30:00/2024-06-16", 10),
    ("2024-06-15/2024-06-16T09:30:00Z", 21),
    ("2025/2024", 5),
    ("2024-06-15/2024-06-14", 11),
    ("2024-07/2024-06~", 8),
    ("2024-24/2024-21", 8),
    ("0001/-0001", 5),
    ("Y12345/Y-12345", 7),
]


@pytest.mark.parametrize(("edtf", "at"), REFUSED, ids=[repr(row[0]) for row in REFUSED])
def test_refuses_and_tells_where(edtf: str, at: int) -> None:
    with pytest.raises(TextError) as caught:
        When.parse(edtf)
    assert (caught.value.text, caught.value.at) == (edtf, at)
    with pytest.raises(TextError):
        When(edtf=edtf)


def test_says_what_belongs_to_level_2() -> None:
    with pytest.raises(TextError, match="a set of dates belongs to level 2"):
        When.parse("{2023,2024}")


@pytest.mark.parametrize("value", [None, 2024, b"2024", ["2024"]])
def test_refuses_what_is_no_string(value: object) -> None:
    with pytest.raises(ValueFault):
        When(edtf=value)  # type: ignore[arg-type]
    with pytest.raises(ValueFault):
        When.of(value)  # type: ignore[arg-type]


def test_refuses_a_span_that_is_none() -> None:
    with pytest.raises(ValueFault):
        When(edtf="2024", span="2024")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        (date(2024, 6, 15), "2024-06-15"),
        (date(1, 1, 1), "0001-01-01"),
        (datetime(2024, 6, 15, 9, 30), "2024-06-15T09:30:00"),
        (datetime(2024, 6, 15, 9, 30, 1, 999999), "2024-06-15T09:30:01"),
        (datetime(2024, 6, 15, 9, 30, tzinfo=UTC), "2024-06-15T09:30:00+00:00"),
        (datetime(2024, 6, 15, 9, 30, tzinfo=timezone(-timedelta(hours=4))), "2024-06-15T09:30:00-04:00"),
        ("2024-06~", "2024-06~"),
        (When(edtf="2024/.."), "2024/.."),
    ],
)
def test_is_made_of_other_values(value: date | str | When, edtf: str) -> None:
    assert When.of(value) == When(edtf=edtf)


def test_refuses_a_shift_with_seconds() -> None:
    with pytest.raises(ValueFault):
        When.of(datetime(2024, 6, 15, tzinfo=timezone(timedelta(seconds=30))))


def test_carries_its_words() -> None:
    span = Span(start=3, end=7, text="June")
    when = When.parse("2024-06", span)
    assert when.span == span
    assert When.of(when) is when
    assert When.of("2024-06", span) == When.of(When(edtf="2024-06"), span) == when
    assert when != When(edtf="2024-06")
    assert len({when, When.parse("2024-06", span), When(edtf="2024-06")}) == 2


@pytest.mark.parametrize(
    ("edtf", "interval", "is_open", "approximate", "uncertain", "start", "end"),
    [
        ("2024", False, False, False, False, "2024", "2024"),
        ("2024?", False, False, False, True, "2024?", "2024?"),
        ("2024%", False, False, True, True, "2024%", "2024%"),
        ("2024~/2025", True, False, True, False, "2024~", "2025"),
        ("2024/..", True, True, False, False, "2024", None),
        ("../2024", True, True, False, False, None, "2024"),
        ("2024/", True, False, False, False, "2024", None),
        ("/2024?", True, False, False, True, None, "2024?"),
    ],
)
def test_knows_its_form(
    edtf: str, interval: bool, is_open: bool, approximate: bool, uncertain: bool, start: str | None, end: str | None
) -> None:
    when = When(edtf=edtf)
    assert (when.is_interval, when.is_open) == (interval, is_open)
    assert (when.approximate, when.uncertain) == (approximate, uncertain)
    assert when.start == (start and When(edtf=start))
    assert when.end == (end and When(edtf=end))


# Two dates, and whether the first is before, after, overlaps and is within the second (?: that can't be told).
COMPARED = [
    ("2024-06-15", "2024-06-16", "yes no no no"),
    ("2024-06-15", "2024-06-15", "? ? yes yes"),
    ("2024-06", "2024-07-01", "yes no no no"),
    ("2024-06", "2024-06-15", "? ? ? ?"),
    ("2024-06-15", "2024-06", "? ? ? yes"),
    ("2024-06", "2024-06", "? ? ? yes"),
    ("2024-06", "2024-06-01/2024-06-30", "? ? yes yes"),
    ("2024", "202X", "? ? ? yes"),
    ("2023-24", "2024-03", "yes no no no"),
    ("Y-20000", "-0431", "yes no no no"),
    # Intervals fill the time between their sides.
    ("2024-06-15", "2024-06-10/2024-06-20", "no no yes yes"),
    ("2024-06-10/2024-06-20", "2024-06-15", "no no yes no"),
    ("2024-06-05/2024-06-12", "2024-06-10/2024-06-20", "no no yes no"),
    ("2024-06-15", "2024-06/2024-08", "? no ? ?"),
    ("2024-07-15", "2024-06/2024-08", "no no yes yes"),
    ("2024-09-01", "2024-06/2024-08", "no yes no no"),
    ("2024-06-10", "2024-06-10/2024-06-20", "? no yes yes"),
    ("2024-06-20T23:59:59", "2024-06-10/2024-06-20", "no ? yes yes"),
    ("2024-06-10/2024-06-20", "2024-06-10/2024-06-20", "no no yes yes"),
    # Open sides have no limit, unknown ones are unknown.
    ("2030", "2024/..", "no no yes yes"),
    ("2030", "2024/", "no ? ? ?"),
    ("2020", "2024/", "yes no no no"),
    ("1900", "../2024", "no no yes yes"),
    ("1900", "/2024", "? no ? ?"),
    ("2024/..", "2030/..", "no no yes no"),
    # Marked dates decide nothing, marked sides of an interval only their own side.
    ("1900~", "2024", "? ? ? ?"),
    ("1900", "2024?", "? ? ? ?"),
    ("1900~/1905", "2024", "yes no no no"),
    ("1900/1905%", "1902", "? no ? no"),
    # Times: in UTC if both have a zone, as written if not.
    ("2024-06-15T09:30:00", "2024-06-15T09:30:01", "yes no yes no"),
    ("2024-06-15T09:30:00", "2024-06-15", "? ? yes yes"),
    ("2024-06-15", "2024-06-15T09:30:00", "? ? yes ?"),
    ("2024-06-15T09:30:00Z", "2024-06-15T09:30:00-04", "yes no yes no"),
    ("2024-06-15T23:00:00-11", "2024-06-16T01:00:00+14", "no yes no no"),
    ("2024-06-15T23:00:00-11", "2024-06-15", "? ? yes yes"),
]


@pytest.mark.parametrize(("one", "other", "expected"), COMPARED, ids=[f"{row[0]} {row[1]}" for row in COMPARED])
def test_tells_what_is_certain(one: str, other: str, expected: str) -> None:
    first, second = When(edtf=one), When(edtf=other)
    answers = (first.before(second), first.after(second), first.overlaps(second), first.within(second))
    assert " ".join({True: "yes", False: "no", None: "?"}[answer] for answer in answers) == expected
    assert second.after(first) is first.before(second)
    assert second.overlaps(first) is first.overlaps(second)


def test_sorts_dates_of_every_kind() -> None:
    order = ["../2025", "Y-20000", "-0431", "2024~", "2024-06-01", "2024-06", "2024-06/..", "2024-06-02", "Y20000"]
    assert [str(when) for when in sorted(map(When.parse, reversed(order)), key=When.sort_key)] == order


def test_has_no_order_of_its_own() -> None:
    with pytest.raises(TypeError):
        _ = When(edtf="2024") < When(edtf="2025")


@pytest.mark.parametrize("piece", ["2", "Y1", "2024/", "X", "/", "..", "-", "?", "2024-"])
def test_long_strings_are_refused_at_once(piece: str) -> None:
    started = time.perf_counter()
    with pytest.raises(TextError):
        When.parse(piece * 300_000)
    with pytest.raises(TextError):
        When.parse("Y" + "1" * 1_000_000)
    assert time.perf_counter() - started < 2
