"""A text may end anywhere: in the middle of a sentence, without a stop, with a word that leads nothing in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diplomod import read

CORPUS = Path(__file__).parents[1] / "corpus"
TEXTS = {path.stem: path.read_bytes().decode("utf-8") for path in sorted(CORPUS.glob("*.txt"))}
GRIDS = Path(__file__).parents[1] / "reading" / "grids"
SENTENCE = re.compile(r"(?<=[.!?])\s+|[\r\n]+")
WORD = re.compile(r"\S+")
LONGEST = 45  # words of a sentence that are cut behind
ENDINGS = ["", ",", " “", " that", " and", " and to", " of the", " not to", " — ", ":", " by", ", who", " from"]


@pytest.mark.parametrize("batch", ["c", "g"])
def test_sentences_cut_behind_any_word(batch: str) -> None:
    cuts = 0
    for name, text in TEXTS.items():
        for sentence in SENTENCE.split(text) if name.startswith(batch) else ():
            for word in list(WORD.finditer(sentence))[:LONGEST]:
                short = sentence[: word.end()].rstrip(".,;:!?")
                if short.strip():
                    assert read(short, published="2025-03-12").problems(short) == (), short
                    cuts += 1
    assert cuts > 4000


@pytest.mark.parametrize("grid", [path.stem for path in sorted(GRIDS.glob("*.txt"))])
def test_ways_to_tell_a_thing_cut_behind_any_word(grid: str) -> None:
    for line in (GRIDS / f"{grid}.txt").read_text(encoding="utf-8").splitlines()[1:]:
        text = max(line.split(" | "), key=len)
        for word in WORD.finditer(text):
            short = text[: word.end()].rstrip(".,;:!?”")
            assert read(short, published="2025-03-12").problems(short) == (), short


@settings(deadline=None, max_examples=300)
@given(data=st.data())
def test_any_piece_of_a_text_with_any_end(data: st.DataObject) -> None:
    text = TEXTS[data.draw(st.sampled_from(sorted(TEXTS)))]
    start = data.draw(
        st.sampled_from([0, *(match.end() for match in SENTENCE.finditer(text) if match.end() < len(text))])
    )
    end = data.draw(st.integers(start + 1, min(len(text), start + 600)))
    short = text[start:end].rstrip() + data.draw(st.sampled_from(ENDINGS))
    if short.strip():
        assert read(short, published="2025-03-12").problems(short) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Luis Paz of Peru met in Sokodé, Togo",
        "President Luna met in the capital of Togo",
        "Ministers of Peru and Chile met in Putrajaya, Malaysia",
        "According to a",
        "Peru's president will fly to Oslo on Sunday",
        "Oslo has agreed, the minister said, but",
        "Lima has agreed to",
        "Peru called on Chile to reopen the port and to",
        "Peru says no",
        "Chile asked Peru to accept Bolivia",
        "Chile had a single demand: that",
        "Chile was open to terms, including",
    ],
)
def test_titles_and_fragments_without_a_stop(text: str) -> None:
    assert read(text, published="2025-03-12").problems(text) == ()
