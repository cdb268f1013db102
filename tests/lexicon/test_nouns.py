"""What the lexicon knows of nouns."""

import pytest

from diplomod.lexicon.nouns import from_rows, nouns


@pytest.mark.parametrize(
    ("word", "sense"),
    [
        ("talks", "talks"),
        ("negotiations", "talks"),
        ("summits", "summit"),
        ("phonecall", "call"),
        ("ceremonies", "signing"),
        ("round", "part"),
        ("preconditions", "demand"),
        ("proposal", "answer"),
        ("delegation", "delegation"),
    ],
)
def test_nouns_stand_for_encounters_demands_and_delegations(word: str, sense: str) -> None:
    assert sense in nouns().senses(word)


def test_a_form_marked_with_a_dash_does_not_exist() -> None:
    found = from_rows([("-", "talks", "talks"), ("audience", "-", "meeting")])
    assert found.senses("talks") == {"talks"}
    assert found.senses("audience") == {"meeting"}
    assert found.senses("audiences") == frozenset()


def test_plurals_are_told_apart() -> None:
    assert "summits" in nouns().plurals
    assert "summit" not in nouns().plurals
