"""What holds for every date."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from diplomod.errors import TextError
from diplomod.model.edtf import ordinal
from diplomod.model.when import When

_marks = st.sampled_from(["", "", "", "?", "~", "%"])
_days = st.dates().map(str)
_years = st.integers(0, 9999).map(lambda year: f"{year:04}")
_parts = st.one_of(st.integers(1, 12), st.integers(21, 41)).map(lambda number: f"{number:02}")
_coarse = st.one_of(
    _years,
    st.integers(1, 9999).map(lambda year: f"-{year:04}"),
    st.integers(10_000, 10**18 - 1).map(lambda year: f"Y{year}"),
    st.tuples(_years, _parts).map("-".join),
    st.integers(0, 999).map(lambda decade: f"{decade:03}X"),
    st.integers(0, 99).map(lambda century: f"{century:02}XX"),
    _years.map(lambda year: f"{year}-XX-XX"),
    _days.map(lambda day: f"{day[:-2]}XX"),
)
# Years close to each other, so that dates meet.
_near = st.sampled_from(
    ["2024", "2024-06", "2024-06-15", "2024-06-16", "2024-06-XX", "202X", "2024-24", "2024-41", "2025"]
)
_dates = st.one_of(_near, _near, st.tuples(st.one_of(_near, _days, _coarse), _marks).map("".join))
_times = st.builds(
    lambda moment, zone: f"{moment.isoformat(timespec='seconds')}{zone}",
    st.datetimes(),
    st.sampled_from(["", "Z", "+05:45", "-11", "+14:00"]),
)


def _interval(sides: tuple[str, str]) -> str:
    """The two dates as an interval, the other way round if they would end before they start."""
    text = "/".join(sides)
    try:
        When(edtf=text)
    except TextError:
        return "/".join(reversed(sides))
    return text


_intervals = st.one_of(
    st.tuples(_dates, _dates).map(_interval),
    st.builds(lambda day, rest: f"{day}/{rest}", _dates, st.sampled_from(["", ".."])),
    st.builds(lambda day, rest: f"{rest}/{day}", _dates, st.sampled_from(["", ".."])),
)
whens = st.one_of(_dates, _times, _intervals).map(When.parse)


@given(whens)
def test_reads_back_what_it_writes(when: When) -> None:
    assert When.parse(str(when)) == when


@given(whens)
def test_ends_no_earlier_than_it_starts(when: When) -> None:
    if when.earliest and when.latest:
        assert when.earliest <= when.latest


@given(whens, whens)
def test_before_and_after_exclude_each_other(one: When, other: When) -> None:
    assert one.before(other) is other.after(one)
    if one.before(other):
        assert other.before(one) is False
        assert one.within(other) is not True


@given(whens, whens)
def test_what_is_within_overlaps(one: When, other: When) -> None:
    assert one.overlaps(other) is other.overlaps(one)
    if one.within(other):
        assert one.overlaps(other) is not False
    if one.overlaps(other) is False:
        assert one.within(other) is not True
        assert one.before(other) or one.after(other)


@given(whens, whens, whens)
def test_before_goes_on(one: When, other: When, third: When) -> None:
    times = [when for when in (one, other, third) if "T" in when.edtf]
    if not times and one.before(other) and other.before(third):
        assert one.before(third) is True


@given(st.lists(whens, max_size=6))
def test_sorts_the_same_whatever_the_order(dates: list[When]) -> None:
    ordered = sorted(dates, key=When.sort_key)
    backwards = list(reversed(dates))
    assert sorted(backwards, key=When.sort_key) == ordered
    for one, other in pairwise(ordered):
        if "T" not in one.edtf + other.edtf:
            assert other.before(one) is not True


@given(st.dates())
def test_days_are_counted_as_python_counts_them(day: date) -> None:
    assert ordinal((day.year, day.month, day.day)) == day.toordinal()
    # The Gregorian calendar repeats itself every 400 years, of 146 097 days, on both sides of the year 1.
    assert ordinal((day.year - 12000, day.month, day.day)) == day.toordinal() - 30 * 146_097


@given(st.one_of(st.text(), st.text("0123456789-/.X?~%YTZ:+", max_size=24)))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        when = When.parse(text)
    except TextError as error:
        assert error.text == text
        assert error.at is not None and 0 <= error.at <= len(text)
    else:
        assert when.precision and when.sort_key()
        assert when.within(when) in (True, None)
