"""Which words are dates, and what each stands for on the day of publication."""

from __future__ import annotations

import datetime as dt

import pytest

from diplomod.lexicon import Lexicon
from diplomod.reading.dates import find_dates
from diplomod.reading.document import lay_out
from diplomod.reading.parts import Times, Tokens
from diplomod.reading.tokens import tokenize

THURSDAY = dt.date(2025, 12, 18)


def read(text: str, today: dt.date | None = THURSDAY) -> tuple[Tokens, Times]:
    lexicon = Lexicon.default()
    document = lay_out(text, lexicon=lexicon)
    tokens = tokenize(document, lexicon)
    return tokens, find_dates(document, tokens, today)


def dates(text: str, today: dt.date | None = THURSDAY) -> list[tuple[str, str]]:
    tokens, times = read(text, today)
    return [(tokens.span(time.first, time.last).text, time.when.edtf) for time in times.found]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("They met on 20 December 2025.", "20 December 2025", "2025-12-20"),
        ("They met on Dec. 20, 2025.", "Dec. 20, 2025", "2025-12-20"),
        ("They held talks on December 20th, 2025.", "December 20th, 2025", "2025-12-20"),
        ("It was signed on 2025-12-20 in Rome.", "2025-12-20", "2025-12-20"),
        ("It was signed on 20/12/2025 in Rome.", "20/12/2025", "2025-12-20"),
        ("It was signed on 20.12.2025.", "20.12.2025", "2025-12-20"),
        ("They met on May 3-5.", "May 3-5", "2025-05-03/2025-05-05"),
        ("They met from 3 to 5 May.", "3 to 5 May", "2025-05-03/2025-05-05"),
        ("They met between May 3 and 5.", "May 3 and 5", "2025-05-03/2025-05-05"),
        ("Talks on Thurs., Dec. 18, went on.", "Thurs., Dec. 18", "2025-12-18"),
        ("In June 2024 they met.", "June 2024", "2024-06"),
        ("They met in nineteen ninety-six.", "nineteen ninety-six", "1996"),
        ("In the 1990s they met.", "the 1990s", "199X"),
        ("The first quarter of 2026 is near.", "The first quarter of 2026", "2026-01/2026-03"),
        ("They met in the second half of 2024.", "the second half of 2024", "2024-07/2024-12"),
        ("They met last spring.", "last spring", "2025-21"),
        ("They have talked since 9/11.", "9/11", "2001-09-11"),
    ],
)
def test_dates_by_the_calendar(text: str, words: str, edtf: str) -> None:
    assert dates(text) == [(words, edtf)]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("On Saturday the two are set to meet.", "Saturday", "2025-12-20"),
        ("He said on Friday he would go.", "Friday", "2025-12-12"),
        ("He said on Thursday he would go.", "Thursday", "2025-12-18"),
        ("They will meet next Monday.", "next Monday", "2025-12-22"),
        ("They arrived Monday night.", "Monday night", "2025-12-15"),
        ("The envoys had left by Monday.", "Monday", "2025-12-15"),
        ("They will leave by Monday.", "Monday", "2025-12-22"),
        ("They met yesterday.", "yesterday", "2025-12-17"),
        ("They met earlier this week.", "earlier this week", "2025-12-15/2025-12-17"),
        ("They met last week.", "last week", "2025-12-08/2025-12-14"),
        ("They met over the weekend.", "the weekend", "2025-12-13/2025-12-14"),
        ("They will meet next month.", "next month", "2026-01"),
        ("They met three days ago.", "three days ago", "2025-12-15"),
        ("They met twenty-five years ago.", "twenty-five years ago", "2000"),
        ("They will meet in two weeks.", "in two weeks", "2026-01-01~"),
        ("They will meet on Jan. 5.", "Jan. 5", "2026-01-05"),
        ("They will meet after Easter.", "Easter", "2026-04-05"),
        ("They met on Boxing Day.", "Boxing Day", "2024-12-26"),
    ],
)
def test_dates_reckoned_from_publication(text: str, words: str, edtf: str) -> None:
    assert dates(text) == [(words, edtf)]


@pytest.mark.parametrize(
    "text",
    [
        "They may march on.",
        "The envoy sat with Prime Minister May.",
        "We met a second time.",
        "He ruled for three years.",
        "They met recently.",
        "Resolution 2231 was passed.",
        "They met at 10:30 a.m.",
        "The team won 3-5.",
        "Kim Min-jun and Ana May-lin left.",
        "The line runs on the 38th parallel.",
        "They met on the 10th anniversary.",
        "Boxing is his sport, the election his trade.",
    ],
)
def test_words_that_are_no_dates(text: str) -> None:
    assert dates(text) == []


def test_a_day_counted_from_a_day_told_before() -> None:
    assert dates("The vote was on May 3. Two days later they met.")[-1] == ("Two days later", "2025-05-05")


def test_a_day_counted_from_an_event_is_a_shift() -> None:
    tokens, times = read("A day after the vote they met.")
    assert times.found == ()
    assert [(tokens.span(s.first, s.last).text, s.amount, s.unit) for s in times.shifts] == [("A day after", 1, "day")]


def test_without_publication_only_what_the_text_decides() -> None:
    assert dates("They met on Friday.", None) == []
    assert dates("They met on May 2.", None) == []
    assert dates("They met on Friday, May 2, and left in 2025.", None)[0] == ("Friday, May 2", "2025-05-02")


@pytest.mark.parametrize(
    "text", ["They counted from 2025-ninety-six.", "2025 - ninety-six", "2025/seven", "3-5 - ninety-six"]
)
def test_numbers_in_words_end_no_years(text: str) -> None:
    assert [edtf for _, edtf in dates(text)] in ([], ["2025"])


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        # What was planned: the nearest day
        ("They put off a visit that had been set for Saturday.", "Saturday", "2025-12-20"),
        ("The team that had been due in Rome on Wednesday stayed.", "Wednesday", "2025-12-17"),
        ("They were to have signed a pact in Oslo on Saturday.", "Saturday", "2025-12-20"),
        ("A visit, which had been planned for January, is off.", "January", "2026-01"),
        # What is proposed lies ahead
        ("Chile proposed a round of talks in Oslo in March.", "March", "2026-03"),
        # The day of the encounter at which they agreed
        ("They agreed to go on at talks in Oslo in November.", "November", "2025-11"),
        # Days of the month alone
        ("She will be received on the 21st.", "the 21st", "2025-12-21"),
        ("They met on the 20th.", "the 20th", "2025-11-20"),
        ("They will sit on the 3rd and 4th.", "the 3rd and 4th", "2026-01-03/2026-01-04"),
        ("They met on 5 December. On the 7th they left.", "the 7th", "2025-12-07"),
        # The year told last
        ("They met in May 2022. A visit planned for that September failed.", "that September", "2022-09"),
        # Timetables
        ("The envoy goes to Lima on Sunday.", "Sunday", "2025-12-21"),
        ("She reaches Lima on Sunday.", "Sunday", "2025-12-21"),
        # From when to when
        ("She will report on Thursday next.", "Thursday next", "2025-12-25"),
        ("She reported on Thursday last.", "Thursday last", "2025-12-11"),
        ("The panel will meet again within sixty days.", "within sixty days", "2025-12-18/2026-02-16"),
        ("They will meet within the next two weeks.", "within the next two weeks", "2025-12-18/2026-01-01"),
        ("It will open in the second half of January.", "the second half of January", "2026-01-16/2026-01-31"),
        ("It opened in the first half of February 2024.", "the first half of February 2024", "2024-02-01/2024-02-15"),
    ],
)
def test_what_was_planned_and_when_it_shall_be(text: str, words: str, edtf: str) -> None:
    assert dates(text)[-1] == (words, edtf)


def test_what_was_agreed_within_a_time_is_no_date() -> None:
    assert dates("They asked Chile to answer within two weeks.") == []
