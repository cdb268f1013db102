"""Attributions found in a folder of texts: source, cue and content as offsets.

python benchmarks/statements.py TEXTS_DIR OUT_DIR [--analyser spacy:PIPELINE]

OUT_DIR/NAME.json gets for TEXTS_DIR/NAME.txt a list of {"source", "cue", "content"}, each a list of [start, end] in
characters. Statements of one cue are one attribution with several contents (“A,” X said. “B.”), and demands count as
attributions too, as the annotated corpora of attribution have them.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

import diplomod
from diplomod import Record, Span, Statement
from diplomod.reading.analysers import find_analyser

RELATIVE = re.compile(r"[^.!?]{0,40}?\b(?:who|which|that)\b")
CALLING = re.compile(r"\b(?:call|describ|accus|label|dubb|brand|portray|characteri|denounc|term)\w*\Z", re.IGNORECASE)
ENDS = re.compile(r"[.!?:;]\s|\n")
Attribution = dict[str, list[list[int]]]


def attributions(record: Record, text: str) -> list[Attribution]:
    """The statements of a Record, those of one cue as one, and its demands."""
    by_cue: dict[tuple[int, int], Attribution] = {}
    found: list[Attribution] = []
    for statement in record.statements:
        if statement.within is not None:
            continue  # the corpora annotate the outer words alone
        key = None if statement.cue is None else (statement.cue.start, statement.cue.end)
        content = _content(text, statement)
        if key is not None and key in by_cue:
            by_cue[key]["content"].append(content)
            continue
        one: Attribution = {
            "source": [] if statement.speaker.span is None else [_source(text, statement)],
            "cue": [] if statement.cue is None else [_range(statement.cue)],
            "content": [content],
        }
        found.append(one)
        if key is not None:
            by_cue[key] = one
    said = [one["content"] for one in found]
    for demand in record.demands:
        content = _range(demand.content)
        if not any(start <= content[0] and content[1] <= end for contents in said for start, end in contents):
            source = (
                demand.speaker.span if demand.speaker is not None else demand.by.span if demand.by is not None else None
            )
            found.append({"source": [] if source is None else [_range(source)], "cue": [], "content": [content]})
    return found


def _content(text: str, statement: Statement) -> list[int]:
    """The content, with what a verb of calling or accusing says it of (``called the plan “a mistake”``), as annotated there."""
    start, end = _range(statement.content)
    cue = statement.cue
    if cue is not None and CALLING.search(cue.text) and 0 < start - cue.end < 160:
        between = text[cue.end : start]
        if not ENDS.search(between):
            start = cue.end + len(between) - len(between.lstrip())
    return [start, end]


def _source(text: str, statement: Statement) -> list[int]:
    """The source, with the relative pronoun behind it (``Luna, who said``), which the corpora annotate as the source."""
    span = statement.speaker.span
    assert span is not None
    start, end = _range(span)
    if statement.cue is not None and 0 <= statement.cue.start - end < 60:
        pronoun = RELATIVE.match(text, end, statement.cue.start)
        end = pronoun.end() if pronoun else end
    return [start, end]


def _range(span: Span) -> list[int]:
    return [span.start, span.end]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--analyser", metavar="spacy:PIPELINE", help="instead of the reader's own steps")
    arguments = parser.parse_args()
    analyser = None if arguments.analyser is None else find_analyser(arguments.analyser)
    arguments.out.mkdir(parents=True, exist_ok=True)
    for path in sorted(arguments.texts.glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        found = attributions(diplomod.read(text, analyser=analyser), text)
        (arguments.out / f"{path.stem}.json").write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main()
