"""Answers that need more of a text than the words right behind a demand."""

from __future__ import annotations

import pytest

from diplomod import Record, read


def answers_of(record: Record) -> list[str]:
    """Each demand with how it is answered."""
    return [
        f"{demand.content.text}: {' '.join(str(answer.stance) for answer in record.responses_to(demand))}".strip()
        for demand in record.demands
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Malta called on Libya to free the crew. Libyan President Omar Saleh ordered the release of the crew.",
            ["free the crew: accepted"],
        ),
        (
            "Malta called on Libya to free the crew. Libyan President Omar Saleh ordered the crew freed.",
            ["free the crew: accepted"],
        ),
        (
            "Chile asked Peru to reopen the pass. If Chile pays for the damage, Peru will reopen it, its minister said.",
            ["reopen the pass: conditional", "Chile pays for the damage:"],
        ),
        (
            "Chile asked Peru to suspend the tariff. Peru agreed to postpone the tariff by a month.",
            ["suspend the tariff: accepted"],
        ),
        (
            "Chile asked Peru to withdraw its troops. Peru rejected as baseless reports of a build-up.",
            ["withdraw its troops:"],
        ),
        (
            "Oman asked Yemen to free two sailors. Yemen’s coast guard said both men had been released on Monday.",
            ["free two sailors: accepted"],
        ),
    ],
)
def test_answers(text: str, expected: list[str]) -> None:
    assert answers_of(read(text, published="2024-05-10")) == expected


def test_what_is_demanded_twice_is_one_demand() -> None:
    text = (
        "NAIROBI, May 9 (Reuters) - Kenya on Thursday rejected a call by Uganda to free four officers held since last week."
        "\n\n“They will be tried,” Kenyan Interior Minister Peter Mwangi told reporters."
        "\n\nUgandan Foreign Minister Ruth Namatovu had demanded on Tuesday that they be freed at once."
    )
    record = read(text, published="2024-05-09")
    (demand,) = record.demands
    assert str(demand.first_made) == "2024-05-07"
    assert [str(answer.stance) for answer in record.responses_to(demand)] == ["rejected"]


def test_a_spokesman_speaks_for_the_ministry_told_of_before() -> None:
    text = (
        "DHAKA, May 8 (AFP) - Bangladesh has asked India to extradite a former minister."
        "\n\nIndia’s foreign ministry said it had received the request."
        "\n\n“We are examining the request,” spokesman Randhir Verma said."
    )
    record = read(text, published="2024-05-09")
    assert [str(answer.stance) for answer in record.responses_to(record.demands[0])] == ["deferred"]


@pytest.mark.parametrize(
    ("answer", "stance"),
    [
        ("Chile said it would drill as planned.", "rejected"),
        ("“We will drill,” Chilean Energy Minister Luis Prado said.", "rejected"),
        ("Chile said it would not drill there any more.", "accepted"),
        ("Chile said it would stop drilling.", "accepted"),
    ],
)
def test_doing_what_is_to_stop_is_a_refusal(answer: str, stance: str) -> None:
    record = read(f"Peru asked Chile to stop drilling in the bay. {answer}", published="2024-05-10")
    assert [str(one.stance) for one in record.responses_to(record.demands[0])] == [stance]
