"""Parties, people and places: what they are called, and what they refuse."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from diplomod.errors import ValueFault
from diplomod.model import Party, PartyKind, Person, Place, Span

CHILE: dict[str, Any] = {"code": "CHL", "name": "Chile", "kind": PartyKind.STATE}
SPAN = Span(start=0, end=5, text="Chile")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Party(**CHILE), "CHL"),
        (Party(code="UN", name="United Nations", kind=PartyKind.INTERNATIONAL_BODY, span=SPAN), "UN"),
        (Person(name="Ana Müller"), "Ana Müller"),
        (Place(name="Lima", within="Peru", country="PER"), "Lima"),
    ],
)
def test_they_are_shown_by_code_or_name(value: object, shown: str) -> None:
    assert str(value) == shown


@pytest.mark.parametrize(
    ("kind", "fields", "message"),
    [
        (Party, CHILE | {"code": ""}, "Party.code holds at least one visible character; got ''"),
        (Party, CHILE | {"code": None}, "Party.code is a string; got None"),
        (Party, CHILE | {"name": " \u2003\n"}, "Party.name holds at least one visible character"),
        (Party, CHILE | {"kind": "state"}, "Party.kind is a PartyKind; got 'state'"),
        (Party, CHILE | {"span": "Chile"}, "Party.span is a Span; got 'Chile'"),
        (Person, {"name": "\t"}, "Person.name holds"),
        (Person, {"name": 5}, "Person.name is a string; got 5"),
        (Person, {"name": "Ana", "span": (0, 3)}, "Person.span is a Span"),
        (Place, {"name": ""}, "Place.name holds"),
        (Place, {"name": "Lima", "within": ""}, "Place.within holds"),
        (Place, {"name": "Lima", "country": 51}, "Place.country is a string; got 51"),
    ],
)
def test_nonsense_is_refused(kind: type[Any], fields: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueFault) as caught:
        kind(**fields)
    assert str(caught.value).startswith(message)
    assert isinstance(caught.value, ValueError)


def test_values_are_equal_hashable_and_frozen() -> None:
    one, same, other = Party(**CHILE), Party(**CHILE), Party(**CHILE, span=SPAN)
    assert one == same != other
    assert {one, same, other} == {one, other}
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        one.code = "PER"  # type: ignore[misc]


def test_values_are_given_by_name() -> None:
    with pytest.raises(TypeError):
        Person("Ana")  # type: ignore[call-arg]
