"""English text -> Record: the order of the steps."""

from __future__ import annotations

import attrs

from diplomod.lexicon import Lexicon
from diplomod.model import Page, Record
from diplomod.reading.analysis import analyse
from diplomod.reading.clauses import find_clauses
from diplomod.reading.confidence import signs_of, with_confidence
from diplomod.reading.dates import find_dates
from diplomod.reading.delegations import find_delegations
from diplomod.reading.demands import find_demands
from diplomod.reading.dependencies import with_dependencies
from diplomod.reading.document import lay_out
from diplomod.reading.explanation import Explanation, explain_record
from diplomod.reading.meetings import find_meetings
from diplomod.reading.names import find_names
from diplomod.reading.parts import Analyser, Cast, Time, Tokens, Trace
from diplomod.reading.phrases import find_phrases
from diplomod.reading.sources import Day, page_of, source_of
from diplomod.reading.statements import find_statements
from diplomod.reading.tokens import tokenize


def read(
    text: str | Page,
    *,
    published: Day | None = None,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    lexicon: Lexicon | None = None,
    analyser: Analyser | None = None,
) -> Record:
    """Read an English article, readout, statement or transcript, as a text or as a `Page` with what is known of it.

    `published` is the day of publication (``"2025-12-20"``, a `datetime.date` or a `When`): days of the week and dates
    without a year are reckoned from it. `title`, `publisher` and `url` are kept with the source; where they are not given,
    what the Page or else the text itself tells is taken. `lexicon` is one with entries of your own; `analyser` tells parts of
    speech, dependencies and names in place of the reader's own steps. The same text gives
    the same Record, ids included. A text that tells of nothing gives a Record without events. Raises `TextError` for what
    is no text, for lone surrogates and for a malformed date, `AnalyserError` where the analyser fails.
    """
    return read_closely(text, published, title, publisher, url, lexicon, analyser).record


def explain(
    text: str | Page,
    *,
    published: Day | None = None,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    lexicon: Lexicon | None = None,
    analyser: Analyser | None = None,
) -> Explanation:
    """Read as `read` does, and tell of each value which rule and which words made it."""
    found = read_closely(text, published, title, publisher, url, lexicon, analyser)
    return explain_record(
        found.record, found.traces, signs_of(found.record, found.traces), found.tokens, found.cast, found.times
    )


@attrs.frozen(slots=True, kw_only=True, eq=False)
class Reading:
    """A Record, how each of its events was read, and what that leans on."""

    record: Record
    traces: tuple[Trace, ...]
    tokens: Tokens
    cast: Cast
    times: tuple[Time, ...]


def read_closely(
    text: str | Page,
    published: Day | None = None,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    lexicon: Lexicon | None = None,
    analyser: Analyser | None = None,
) -> Reading:
    """All steps in their order."""
    page = page_of(text, published, title, publisher, url)
    words = Lexicon.default() if lexicon is None else lexicon
    today = None if page.published is None else page.published.latest
    document = lay_out(page.text, lexicon=words, published=today)
    if today is None and document.dateline is not None and document.dateline.when is not None:
        today = document.dateline.when.latest
    tokens = tokenize(document, words)
    analysis = None if analyser is None else analyse(analyser, document, tokens)
    if analysis is not None:
        tokens = attrs.evolve(tokens, tags=analysis.tags)
    phrases = find_phrases(tokens, words)
    dates = find_dates(document, tokens, today)
    cast = find_names(document, tokens, phrases, words, () if analysis is None else analysis.entities)
    clauses = find_clauses(tokens, phrases, cast, dates.found)
    if analysis is not None:
        clauses = with_dependencies(clauses, tokens, phrases, cast, analysis)
    encounters = find_meetings(document, tokens, phrases, cast, clauses, dates, words, today)
    meetings, of_meetings = find_delegations(tokens, phrases, cast, clauses, encounters, words)
    statements, of_statements = find_statements(document, tokens, phrases, cast, clauses, dates.found)
    demands, responses, of_demands = find_demands(
        document, tokens, phrases, cast, clauses, dates.found, statements, meetings, words
    )
    record = Record(
        source=source_of(document, page),
        meetings=meetings,
        demands=demands,
        responses=responses,
        statements=statements,
    )
    traces = (*of_meetings, *of_demands, *of_statements)
    return Reading(record=with_confidence(record, traces), traces=traces, tokens=tokens, cast=cast, times=dates.found)
