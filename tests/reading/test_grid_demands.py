"""The ways in which English tells of one demand and of its answer, near and far."""

from __future__ import annotations

from pathlib import Path

import pytest

from diplomod import Record, read


def lines_of(name: str) -> list[str]:
    """The rows of a table beside the tests, without its head."""
    return (Path(__file__).parent / "grids" / f"{name}.txt").read_text(encoding="utf-8").splitlines()[1:]


WAYS = lines_of("demands")

DEMAND = "Kenya demanded that Uganda release the detained officers."
BETWEEN = (
    "\n\nThe officers were seized last week near the lake, Kenyan police said. "
    "Ties between the two neighbours have been strained since 2021.\n\n"
)
ANSWERS = lines_of("answers")
FAR = lines_of("far answers")
WORDINGS = lines_of("wordings")
MINISTERS = lines_of("answers of ministers")
# How a Kenyan minister asks a Ugandan one to free three officers.
MEETINGS = (
    "KAMPALA (Reuters) - Kenyan Foreign Minister Grace Wanjiru met her Ugandan counterpart, Yusuf Kato, in Kampala on Monday and "
    "asked him to release three detained officers.",
    "NAIROBI (AFP) - Kenyan President Tom Ouma on Monday urged his Ugandan counterpart Yusuf Kato to release three detained "
    "officers.",
    "Kenya's foreign minister, Grace Wanjiru, told Ugandan Foreign Minister Yusuf Kato on Monday that Uganda must release three "
    "detained officers.",
    "Ugandan Foreign Minister Yusuf Kato and Kenyan Foreign Minister Grace Wanjiru held talks on Monday. Wanjiru demanded the "
    "release of three detained officers.",
    '"Uganda must release our officers," Kenyan minister Grace Wanjiru told reporters after talks with her Ugandan counterpart, '
    "Yusuf Kato.",
)


def stances(record: Record) -> list[str]:
    """By whom and how the first demand is answered."""
    return [
        f"{answer.by.code if answer.by else None} {answer.stance}" for answer in record.responses_to(record.demands[0])
    ]


@pytest.mark.parametrize("way", WAYS)
def test_one_demand(way: str) -> None:
    text, content = way.split(" | ")
    (demand,) = read(text, published="2024-05-01").demands
    assert demand.by is not None
    assert (demand.by.code, [party.code for party in demand.to]) == ("KEN", ["UGA"])
    assert demand.content.text == content


@pytest.mark.parametrize("row", WORDINGS)
def test_one_demand_of_many_sides(row: str) -> None:
    sides, text = row.split(" | ")
    (demand,) = read(text.replace("[", "").replace("]", ""), published="2024-05-10").demands
    told = " ".join(party.code for party in demand.to) or "-"
    assert f"{demand.by.code if demand.by else '-'} > {told}" == sides
    assert demand.content.text == text[text.index("[") + 1 : text.index("]")]


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_right_behind(answer: str) -> None:
    stance, text = answer.split(" | ")
    assert stances(read(f"{DEMAND} {text}", published="2024-05-01")) == [f"UGA {stance}"]


@pytest.mark.parametrize("answer", MINISTERS)
@pytest.mark.parametrize("meeting", MEETINGS)
def test_an_answer_of_a_minister(meeting: str, answer: str) -> None:
    stance, text = answer.split(" | ")
    for between in (" ", "\n\n"):
        record = read(f"{meeting}{between}{text}", published="2024-05-01")
        demands = [demand for demand in record.demands if "officers" in demand.content.text]
        told = [answer for demand in demands for answer in record.responses_to(demand)]
        assert [f"{one.by.code if one.by else None} {one.stance}" for one in told] == [f"UGA {stance}"]


TO_BOTH = (
    "NAIROBI (Reuters) - The African Union on Monday urged Kenya and Uganda to withdraw their troops from the island.",
    "Kenya and Uganda fought for a second day over the island on Monday. The African Union called on both sides to withdraw "
    "their troops.",
    '"Kenya and Uganda must withdraw their troops from the island," African Union chief Moussa Farah said on Monday.',
)


@pytest.mark.parametrize("row", lines_of("answers of both"))
@pytest.mark.parametrize("lead", TO_BOTH)
def test_answers_of_both(lead: str, row: str) -> None:
    expected, text = row.split(" | ")
    for between in (" ", "\n\n"):
        record = read(f"{lead}{between}{text}", published="2024-05-01")
        demands = [demand for demand in record.demands if demand.by is not None and demand.by.code == "AU"]
        told = [answer for demand in demands for answer in record.responses_to(demand)]
        assert ",".join(sorted(f"{one.by.code if one.by else None} {one.stance}" for one in told)) == expected


@pytest.mark.parametrize("row", lines_of("deeds"))
def test_an_answer_by_deed(row: str) -> None:
    asked, done = row.split(" | ")
    record = read(f"LIMA (Reuters) - Peru on Monday called on Chile to {asked}. Two days later Chile {done}.")
    assert stances(record) == ["CHL accepted"]


@pytest.mark.parametrize("answer", FAR)
def test_an_answer_from_afar(answer: str) -> None:
    stance, text = answer.split(" | ")
    assert stances(read(f"{DEMAND}{BETWEEN}{text}", published="2024-05-01")) == [f"UGA {stance}"]


@pytest.mark.parametrize("verb", ["free", "immediately free", "clear", "empty", "publicly clear", "bar", "trade"])
def test_words_that_are_verbs_behind_to(verb: str) -> None:
    (demand,) = read(f"Norway called on Chad to {verb} prisoners.", published="2024-05-01").demands
    assert demand.content.text == f"{verb} prisoners"


@pytest.mark.parametrize(
    ("quotation", "content"),
    [
        ("“Release our men,” Kenyan minister Tom Ouma said.", "Release our men"),
        ("“They must free our men,” Kenyan minister Tom Ouma said.", "free our men"),
        ("“You must free our men,” Kenyan minister Tom Ouma told Uganda.", "free our men"),
    ],
)
def test_what_a_quotation_tells_the_other_side_to_do(quotation: str, content: str) -> None:
    (demand,) = read(f"Kenya and Uganda traded accusations on Monday. {quotation}", published="2024-05-01").demands
    assert [party.code for party in demand.to] == ["UGA"]
    assert demand.content.text == content


def test_who_stands_between_two_sides_is_none_of_them() -> None:
    text = (
        "Kenya and Uganda traded accusations on Monday over the seizure of three Kenyan officers near their shared border."
        "\n\nRwanda, which borders both, has offered to mediate. President Paul Mugisha said he had spoken to both sides."
        "\n\nKenya demanded an apology."
    )
    (demand,) = read(text, published="2024-05-01").demands
    assert [party.code for party in demand.to] == ["UGA"]


def test_nobody_calls_on_himself() -> None:
    text = "China said in Beijing that the Philippine boats had intruded and called on Manila to tow away a warship."
    (demand,) = read(text, published="2024-05-01").demands
    assert demand.by is not None
    assert (demand.by.code, [party.code for party in demand.to]) == ("CHN", ["PHL"])
