"""How sure an event is: by the signs in how it was read, never beyond what the table allows."""

from __future__ import annotations

import json
import runpy
from pathlib import Path
from typing import Any

import attrs
import pytest

from diplomod import Record, read
from diplomod.errors import DataError
from diplomod.reading.confidence import FILE, parse_weights, weights, with_confidence
from diplomod.reading.parts import Trace

ROOT = Path(__file__).resolve().parents[2]
TABLE = "demands | base | 0.0\ndemands | most | 0.88\ndemands | pronoun | -1.0\ndemands | said plainly | 9"


@pytest.mark.parametrize(
    ("signs", "estimate"),
    [
        ([], 0.5),
        (["pronoun"], 0.26),
        (["pronoun", "never heard of"], 0.26),
        (["said plainly"], 0.88),
        (["said plainly", "pronoun"], 0.88),
    ],
)
def test_signs_are_weighed(signs: list[str], estimate: float) -> None:
    assert parse_weights(TABLE)["demands"].estimate(signs) == estimate


def test_a_weight_is_a_number() -> None:
    with pytest.raises(ValueError, match="could not convert"):
        parse_weights("demands | base | much")
    with pytest.raises(DataError, match=f"{FILE}, line 1"):
        parse_weights("demands | base | 1 | 2")


def test_the_table_of_the_package_holds_every_kind_of_event() -> None:
    assert set(weights()) == {"meetings", "demands", "responses", "statements"}
    for table in weights().values():
        assert 0 < table.most <= 1
        assert all(abs(weight) < 5 for weight in table.signs.values())


SURE_AND_UNSURE = [
    # the first is told more plainly than the second
    ("“We have a list,” President Ana Ruiz of Peru said.", "Hopes of a deal have faded, it was claimed in Lima."),
    ("Peru’s president, Ana Ruiz, said the talks had failed.", "“No.” The envoy left. “A deal.”"),
]


def _statements(text: str) -> list[float]:
    return [one.confidence for one in read(text).statements if one.confidence is not None]


@pytest.mark.parametrize(("plain", "other"), SURE_AND_UNSURE)
def test_what_is_told_plainly_is_surer(plain: str, other: str) -> None:
    assert max(_statements(plain)) > max(_statements(other), default=0.0)


def test_every_event_that_was_read_has_one() -> None:
    text = "Envoys of Peru and Chile met in Lima on 3 May 2024. Chile urged Peru to reopen the pass. Peru refused, Chile said."
    record = read(text)
    kinds: tuple[tuple[Any, ...], ...] = (record.meetings, record.demands, record.responses, record.statements)
    sure = [event.confidence for kind in kinds for event in kind if event.confidence is not None]
    assert len(sure) >= 3
    assert len(sure) == sum(map(len, kinds))
    assert all(0 < one < 1 for one in sure)


def test_of_the_corpus_what_is_sure_is_right() -> None:
    rightness = runpy.run_path(str(ROOT / "benchmarks/rightness.py"))
    sure = []
    for path in sorted((ROOT / "tests/corpus").glob("*.txt")):
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        record = read(path.read_bytes().decode("utf-8"), published=gold["published"])
        right = rightness["right_events"](record, gold)
        kinds: tuple[tuple[Any, ...], ...] = (record.meetings, record.demands, record.responses, record.statements)
        sure += [right[event.id] for kind in kinds for event in kind if event.confidence >= 0.9]
    assert sum(sure) >= 0.9 * len(sure) - 1, "fit the weights again: benchmarks/README.md"  # one, since they are few


def test_events_without_a_trace_stay_as_they_are() -> None:
    record = read("Chile urged Peru to reopen the pass.")
    bare = attrs.evolve(record, demands=tuple(attrs.evolve(one, confidence=None) for one in record.demands))
    assert with_confidence(bare, ()) == bare
    trace = Trace(event=bare.demands[0].id, signs=(), grounds=tuple)
    told: Record = with_confidence(bare, (trace,))
    assert told.demands[0].confidence is not None
