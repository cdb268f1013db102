"""The way of reading as a whole: ask, look up, make a Record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from diplomod.errors import AnalyserError
from diplomod.lexicon import Lexicon
from diplomod.model import Page, Record
from diplomod.reading.asking.joining import Events, join
from diplomod.reading.asking.making import Dropped, Maker
from diplomod.reading.asking.prompts import default_prompt
from diplomod.reading.asking.replies import object_of
from diplomod.reading.asking.schema import answer_schema
from diplomod.reading.document import lay_out
from diplomod.reading.parts import Document
from diplomod.reading.sources import Day, page_of, source_of
from diplomod.reading.tokens import tokenize

Ask = Callable[[str, dict[str, Any]], str | dict[str, Any]]
Prompt = Callable[[Page, dict[str, Any]], str]


@attrs.frozen(slots=True, kw_only=True)
class Grounded:
    """What holds of a language model's answer, as a Record, and what was left out of it."""

    record: Record
    dropped: tuple[Dropped, ...]


def read_with(
    ask: Ask,
    text: str | Page,
    *,
    published: Day | None = None,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    lexicon: Lexicon | None = None,
    prompt: Prompt = default_prompt,
) -> Grounded:
    """Read with a language model: `ask` gets a prompt and a JSON Schema, and gives the model's reply.

    The reply is one JSON object by the schema, as text (in a fenced block, too) or as a dict. Every word of it is looked
    up in the text: as it stands, else with quotes, dashes and white space made alike. What isn't found, and what the
    schema does not allow, is left out and told in `dropped`; all spans of the Record are places in the untouched text.
    Parties get the codes of the lexicon. Other arguments are those of `read`; `prompt` makes the prompt of the text
    and the schema. A text without words is not asked about.

    Raises `AnalyserError` if `ask` raises (`__cause__` tells what) or the reply holds no JSON object, `TextError` as
    `read` does.
    """
    page = page_of(text, published, title, publisher, url)
    words = Lexicon.default() if lexicon is None else lexicon
    today = None if page.published is None else page.published.latest
    document = lay_out(page.text, lexicon=words, published=today)
    answer = object_of(_asked(ask, prompt, page)) if page.text.strip() else {}
    maker = Maker(page.text, words, _named(document, words))
    events: Events = join(answer, maker, document.key)
    record = Record(
        source=source_of(document, page),
        meetings=events.meetings,
        demands=events.demands,
        responses=events.responses,
        statements=events.statements,
    )
    return Grounded(record=record, dropped=tuple(maker.dropped))


def _asked(ask: Ask, prompt: Prompt, page: Page) -> object:
    schema = answer_schema()
    wanted = prompt(page, schema)
    try:
        return ask(wanted, schema)
    except Exception as fault:
        raise AnalyserError(f"the language model could not be asked ({type(fault).__name__}: {fault})") from fault


def _named(document: Document, lexicon: Lexicon) -> frozenset[str]:
    """The codes of the parties that some words of the text name."""
    tokens = tokenize(document, lexicon)
    found: set[str] = set()
    for number, lower in enumerate(tokens.lowers):
        hit = lexicon.names.at(tokens.words, tokens.lowers, number)
        names = lexicon.names.within_word(lower) if hit is None else (hit[1],)
        found.update(name.party.code for name in names if name.party is not None)
    return frozenset(found)
