"""Which events count as right: those whose key values are all as annotated."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest

from diplomod import read

RIGHT = runpy.run_path(str(Path(__file__).resolve().parents[2] / "benchmarks/rightness.py"))["right_events"]

TEXT = (
    "The envoys of Peru and Chile met in Lima on 3 May 2024. Chile urged Peru to reopen the pass. Peru refused. "
    "“We have a list,” Ana Ruiz, Peru’s foreign minister, said."
)
GOLD: dict[str, Any] = {
    "meetings": [{"parties": ["CHL", "PER"], "date": "2024-05-03", "status": "held"}],
    "demands": [
        {"by": "CHL", "to": ["PER"], "content": "reopen the pass", "responses": [{"by": "PER", "stance": "rejected"}]}
    ],
    "statements": [{"speaker": "Ana Ruiz", "content": "We have a list"}],
}


def rights(**changes: Any) -> str:
    """The letters of the kinds of events that are right."""
    record = read(TEXT)
    right = RIGHT(record, GOLD | changes)
    kinds: tuple[tuple[Any, ...], ...] = (record.meetings, record.demands, record.responses, record.statements)
    assert set(right) == {event.id for kind in kinds for event in kind}
    return "".join(sorted(event.rpartition("-")[2][0] for event, true in right.items() if true))


def changed(kind: str, **values: Any) -> dict[str, Any]:
    return {kind: [GOLD[kind][0] | values]}


@pytest.mark.parametrize(
    ("changes", "right"),
    [
        ({}, "dmrs"),
        ({"meetings": [], "demands": [], "statements": []}, ""),
        (changed("meetings", parties=["PER"]), "drs"),
        (changed("meetings", date="2024-05"), "drs"),
        (changed("meetings", status="planned"), "drs"),
        (changed("demands", by="PER"), "mrs"),
        (changed("demands", to=[]), "mrs"),
        (changed("demands", content="withdraw its ships"), "ms"),
        (changed("demands", responses=[]), "dms"),
        (changed("demands", responses=[{"by": "PER", "stance": "accepted"}]), "dms"),
        (changed("statements", speaker="Ruiz"), "dmrs"),
        (changed("statements", speaker="Luis Soto"), "dmr"),
        (changed("statements", content="It rained all day"), "dmr"),
    ],
)
def test_all_key_values_are_as_annotated(changes: dict[str, Any], right: str) -> None:
    assert rights(**changes) == right


@pytest.mark.parametrize(
    ("source", "content", "right"),
    [
        ("Ana Ruiz", "We have a list", True),
        ("Peru’s foreign minister", "We have a list", False),
        ("Ana Ruiz", "Peru refused", False),
    ],
)
def test_attributions_go_by_characters(source: str, content: str, right: bool) -> None:
    gold = [{"source": [_place(source)], "cue": [], "content": [_place(content)]}]
    assert list(RIGHT(read(TEXT), gold).values()) == [right]


def _place(words: str) -> list[int]:
    return [TEXT.index(words), TEXT.index(words) + len(words)]
