"""Who said what, as tables of texts."""

from __future__ import annotations

import pytest

from diplomod import read


def said(text: str) -> list[str]:
    return [f"{one.speaker.name} | {one.mode} | {one.content.text}" for one in read(text).statements]


# What is reported, where the clauses do not show its verb
TAILS = [
    (
        "The mayor of Porto says in a letter that the plan to let ships carry more grain is lawful.",
        ["The mayor of Porto | indirect | the plan to let ships carry more grain is lawful"],
    ),
    (
        "Minister Ilse Brandt said fishermen land herring mostly at night.",
        ["Ilse Brandt | indirect | fishermen land herring mostly at night"],
    ),
    (
        "Minister Ilse Brandt said if elected president she could work with anyone.",
        ["Ilse Brandt | indirect | if elected president she could work with anyone"],
    ),
    (
        "Minister Ilse Brandt says no matter what route the convoy takes, “it will be met with silence.”",
        ["Ilse Brandt | mixed | no matter what route the convoy takes, “it will be met with silence.”"],
    ),
    ("Minister Ilse Brandt said a prayer.", []),
    ("Minister Ilse Brandt recalled her negotiators from Lima on Friday, hours after a truce expired.", []),
    ("Oslo insists that Lima withdraw its claim.", []),
]


@pytest.mark.parametrize(("text", "expected"), TAILS)
def test_tails(text: str, expected: list[str]) -> None:
    assert said(text) == expected
