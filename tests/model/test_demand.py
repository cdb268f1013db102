"""Demands and answers: to whom, by whom, and words that show them."""

from __future__ import annotations

from typing import Any

import pytest

from diplomod.errors import ValueFault
from diplomod.model import Demand, Party, PartyKind, Response, Span, Stance

TEXT = "Peru demanded that Chile leave. Chile refused."
CHILE = Party(code="CHL", name="Chile", kind=PartyKind.STATE)
WANTED: dict[str, Any] = {"id": "d1", "content": Span.of(TEXT, 19, 30), "evidence": (Span.of(TEXT, 0, 31),)}
ANSWER: dict[str, Any] = {
    "id": "r1",
    "to": ("d1",),
    "stance": Stance.REJECTED,
    "evidence": (Span.of(TEXT, 32, 46),),
}


def test_the_text_need_not_tell_who_demands_and_who_answers() -> None:
    demand, response = Demand(**WANTED), Response(**ANSWER)
    assert (demand.by, demand.speaker, demand.to, demand.deadline) == (None, None, (), None)
    assert (response.by, response.speaker) == (None, None)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"id": " "}, "Demand.id holds"),
        ({"by": "PER"}, "Demand.by is a Party"),
        ({"speaker": "Ana"}, "Demand.speaker is a Speaker"),
        ({"to": CHILE}, "given as a tuple"),
        ({"to": (CHILE, CHILE)}, "a demand lists each addressee once; got ['CHL', 'CHL']"),
        ({"content": "leave"}, "Demand.content is a Span"),
        ({"content": None}, "Demand.content is a Span"),
        ({"first_made": "2024"}, "Demand.first_made is a When"),
        ({"reiterated": True}, "Demand.reiterated is a Span"),
        ({"evidence": ()}, "a demand has at least one span of evidence"),
    ],
)
def test_demands_that_are_refused(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueFault) as caught:
        Demand(**(WANTED | fields))
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"to": ()}, "a response answers one or more demands, each once; got []"),
        ({"to": ("d1", "d2", "d1")}, "each once"),
        ({"to": "d1"}, "given as a tuple; got the string 'd1'"),
        ({"to": (1,)}, "Response.to holds values of str; got 1"),
        ({"stance": "rejected"}, "Response.stance is a Stance"),
        ({"by": "CHL"}, "Response.by is a Party"),
        ({"evidence": ()}, "a response has at least one span of evidence"),
    ],
)
def test_responses_that_are_refused(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueFault) as caught:
        Response(**(ANSWER | fields))
    assert message in str(caught.value)
