"""Any text has dates in order, each tied to its words."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from diplomod.lexicon import Lexicon
from diplomod.reading.dates import find_dates
from diplomod.reading.document import lay_out
from diplomod.reading.tokens import tokenize

TEXT = """May Dec. 20 31 2025 1999 2025-02-30 3-5 9/11 30/02/2025 the third quarter of last next this week weekend Friday
Sat. on in two days ago later a after before year earlier mid-June 1990s summer Christmas Day eve nineteen ninety-six
fiscal half , . - – / ( ) ’s ' and to until by month decade century tomorrow night 99999999999999999999 ² Feb. 29"""
WORDS = st.sampled_from([*TEXT.split(), "\n\n", "\r\n"])
DAYS = st.none() | st.dates(min_value=dt.date(1, 1, 1))


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.lists(WORDS, max_size=40).map(" ".join), st.text(max_size=200)), DAYS)
def test_dates_are_in_order_and_hold_their_words(text: str, today: dt.date | None) -> None:
    lexicon = Lexicon.default()
    document = lay_out(text, lexicon=lexicon)
    tokens = tokenize(document, lexicon)
    times = find_dates(document, tokens, today)
    for found in (times.found, times.shifts):
        end = 0
        for time in found:
            assert end <= time.first < time.last <= len(tokens.words)
            end = time.last
    for time in times.found:
        span = time.when.span
        assert span is not None
        assert text[span.start : span.end] == span.text
