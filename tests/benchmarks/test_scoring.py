"""The project's own scorer, and what it says of the project's own annotated texts."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.scoring import ROWS, Score, compare, score

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
SCORES = json.loads((Path(__file__).parent / "scores.json").read_text(encoding="utf-8"))
SLACK = 0.02  # what a row may lose before the build fails

TEXT = (
    "The envoys of Peru and Chile met in Lima on 3 May 2024. Chile urged Peru to reopen the pass. Peru refused. "
    "“We have a list,” Ana Ruiz, Peru’s foreign minister, said."
)
GOLD: dict[str, Any] = {
    "meetings": [
        {
            "key": "m1",
            "status": "held",
            "kind": "meeting",
            "parties": ["CHL", "PER"],
            "people": [],
            "date": "2024-05-03",
            "place": "Lima",
            "evidence": "The envoys of Peru and Chile met in Lima",
        }
    ],
    "delegations": [{"meeting": "m1", "party": "PER", "head": None, "members": []}],
    "demands": [
        {"by": "CHL", "to": ["PER"], "content": "reopen the pass", "responses": [{"by": "PER", "stance": "rejected"}]}
    ],
    "statements": [{"speaker": "Ana Ruiz", "mode": "direct", "content": "We have a list"}],
}


def wrong_rows(kind: str | None, **values: Any) -> set[str]:
    """The rows that are not whole when what was found differs in these values from what was annotated."""
    found = copy.deepcopy(GOLD)
    if kind is not None:
        found[kind][0] |= values
    total = Score()
    compare(total, "peru", TEXT, GOLD, found)
    assert {row for row, _ in total.errors} == {row for row in ROWS if total.counts[row].f1 < 1}
    return {row for row in ROWS if total.counts[row].f1 < 1}


@pytest.mark.parametrize(
    ("kind", "values", "rows"),
    [
        (None, {}, set()),
        ("meetings", {"date": None}, {"meetings, strict"}),
        ("meetings", {"parties": ["PER"]}, {"meetings, strict"}),
        ("meetings", {"parties": ["FRA"], "evidence": "Peru refused"}, {"meetings", "meetings, strict", "delegations"}),
        ("delegations", {"party": "CHL"}, {"delegations"}),
        ("demands", {"to": []}, {"demands, strict"}),
        ("demands", {"content": "Peru refused"}, {"demands", "demands, strict", "answers"}),
        ("demands", {"responses": [{"by": "PER", "stance": "accepted"}]}, {"answers"}),
        ("statements", {"speaker": "Luis Soto"}, {"statements, speaker", "direct, speaker"}),
        ("statements", {"mode": "indirect"}, {"direct, speaker"}),
        ("statements", {"content": "Peru refused"}, {"statements", "statements, speaker", "direct, speaker"}),
    ],
)
def test_each_row_tells_its_own(kind: str | None, values: dict[str, Any], rows: set[str]) -> None:
    assert wrong_rows(kind, **values) == rows


def test_words_that_are_not_in_the_text_are_counted() -> None:
    total = Score()
    found = copy.deepcopy(GOLD)
    found["statements"][0]["content"] = "We had a list"
    compare(total, "peru", TEXT, GOLD, found)
    assert total.ungrounded == 1


@pytest.fixture(scope="module")
def now() -> Score:
    return score(CORPUS)


@pytest.mark.parametrize("row", ROWS)
def test_the_corpus_is_read_as_well_as_before(now: Score, row: str) -> None:
    assert now.counts[row].f1 >= SCORES["now"][row] - SLACK, f"was {SCORES['now'][row]}"


def test_nothing_read_in_the_corpus_is_without_its_words(now: Score) -> None:
    assert now.ungrounded == 0
    assert sum(count.annotated for count in now.counts.values()) > 900


def test_work_on_the_reader_has_paid(now: Score) -> None:
    first = SCORES["first run"].values()  # of each half, before anybody had looked at what the reader makes of it
    assert now.overall > sum(first) / len(first)
