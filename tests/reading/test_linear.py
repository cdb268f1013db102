"""The time of reading grows with the length of a text and with nothing else: the lines of code that run are counted."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

from diplomod import read

SIZE = 4500  # characters, more than a sentence has: within a sentence more than its length may count
LONG = 8  # times that size, where what compares all with all shows
SLIGHT = 1.03  # of a long text: what grows with its square adds a twentieth and more
SLACK = 1.25  # a longer text may need a few more steps for each of its words, not twice as many

UNITS = [
    "Envoys of Peru met the foreign minister of Ghana in Lima on 3 May 2024. ",
    "Mr. Omar Said met Kofi Boateng of Ghana in Lima on Friday. ",
    "Talks between Peru and Chile ended. The talks resumed. ",
    "Chile demanded that Peru withdraw. Peru refused. ",
    "The foreign minister said he would meet him. “We agree,” said Lima. ",
    "Peru–Chile talks. ",
    "President Ana Lima ",
    "envoys of Peru, ",
    "met, ",
    "said that ",
    "a meeting of the two sides, ",
    "the U.S. and ",
    "“",
    "( ",
    "Q: Will Chile go?\n\nMs. Vik: It will.\n\n",
]


def steps(text: str) -> int:
    """How many lines of diplomod's code are run to read a text."""
    count = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace if "diplomod" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        read(text)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("unit", UNITS)
def test_steps_grow_as_the_text_does(unit: str) -> None:
    once = unit * (SIZE // len(unit))
    read(once + once)  # the words are known before anything is counted
    assert steps(once + once) < 2 * SLACK * steps(once)


EVENTS = [
    "The delegation of Peru was led by Ana Lima. Peru met Ghana in Lima. ",
    "Peru called on Chile to withdraw its troops. Chile rejected the demand. ",
    "Peru and Chile met. Chile demanded the return of its fishermen. ",
    "Peru and Ghana met in Lima on Friday. The Peruvian delegation was headed by Minister Ana Lima. Chile demanded that Peru "
    "pay. Peru rejected the first demand. ",
    "Envoys of Mali flew to Geneva. Peru and Chile held talks in Geneva. ",
    "Envoys of Peru and Ghana met in Lima on 3 May 2024. They discussed visas. ",
]


@pytest.mark.parametrize("unit", EVENTS)
def test_many_events_are_not_compared_each_with_each(unit: str) -> None:
    once = unit * (SIZE // len(unit))
    read(once * LONG)
    assert steps(once * LONG) < LONG * SLIGHT * steps(once)
