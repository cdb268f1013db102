"""Dates found in a folder of texts, in the shape that the scorer of TimeML documents reads.

python benchmarks/dates.py TEXTS_DIR OUT_DIR [--analyser spacy:PIPELINE]

TEXTS_DIR/NAME.json holds `text` and `published`; OUT_DIR/NAME.json gets a list of {"start", "end", "value"}, offsets in
characters and values in EDTF.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import attrs

from diplomod.lexicon import Lexicon
from diplomod.model import When
from diplomod.reading.analysers import find_analyser
from diplomod.reading.dates import find_dates
from diplomod.reading.document import lay_out
from diplomod.reading.parts import Analyser
from diplomod.reading.tokens import tokenize


def dates_of(text: str, published: str | None, analyser: Analyser | None = None) -> list[dict[str, object]]:
    """The date expressions of a text with their offsets and values."""
    lexicon = Lexicon.default()
    today = None if published is None else When(edtf=published.partition("T")[0]).latest
    document = lay_out(text, lexicon=lexicon, published=today)
    tokens = tokenize(document, lexicon)
    if analyser is not None:
        tokens = attrs.evolve(tokens, tags=analyser(document, tokens).tags)
    found: list[dict[str, object]] = []
    filed = None if document.dateline is None else document.dateline.when
    if filed is not None and filed.span is not None:
        found.append({"start": filed.span.start, "end": filed.span.end, "value": filed.edtf})
    return found + [
        {"start": tokens.starts[time.first], "end": tokens.ends[time.last - 1], "value": time.when.edtf}
        for time in find_dates(document, tokens, today).found
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--analyser", metavar="spacy:PIPELINE", help="instead of the reader's own steps")
    arguments = parser.parse_args()
    analyser = None if arguments.analyser is None else find_analyser(arguments.analyser)
    arguments.out.mkdir(parents=True, exist_ok=True)
    for path in sorted(arguments.texts.glob("*.json")):
        given = json.loads(path.read_text(encoding="utf-8"))
        found = dates_of(given["text"], given.get("published"), analyser)
        (arguments.out / path.name).write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main()
