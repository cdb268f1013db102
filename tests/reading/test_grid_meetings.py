"""The ways in which English tells of one encounter, each in a sentence: how sure it is, of whom, when and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from diplomod import read


def lines_of(name: str) -> list[str]:
    """The rows of a table beside the tests, without its head."""
    return (Path(__file__).parent / "grids" / f"{name}.txt").read_text(encoding="utf-8").splitlines()[1:]


WAYS = lines_of("meetings")

# What a sentence may begin with, with or without a comma.
FRONTS = """
On Tuesday
On Tuesday evening
On Tuesday morning
Late on Tuesday
Also on Tuesday
Earlier on Tuesday
Last week
This week
In March
In March 2023
In early March
On 5 March
On March 5
In 2019
In Kampala on Tuesday
Over the weekend
At the weekend
""".strip().splitlines()
PLAIN_FRONTS = [
    "In Kampala",
    "During the summit",
    "On the sidelines of the summit",
    "In a separate development",
    "In response",
    "At the United Nations",
    "Later",
]
SUBJECTS = [
    "Kenyan Foreign Minister Grace Wanjiru met her Ugandan counterpart Peter Okello.",
    "Kenya held talks with Uganda.",
    "President Moses Otieno of Kenya spoke with Ugandan President Yusuf Kato.",
    "Kenyan and Ugandan officials met.",
    "the Kenyan foreign minister met her Ugandan counterpart.",
]


@pytest.mark.parametrize("way", WAYS)
def test_one_encounter(way: str) -> None:
    text, *expected = way.split(" |")
    (meeting,) = read(text, published="2024-05-01").meetings
    codes = " ".join(sorted(party.code for party in meeting.parties))
    when = meeting.when.edtf if meeting.when is not None else ""
    place = meeting.place.name if meeting.place is not None else ""
    assert [meeting.status, codes, when, place] == [word.strip() for word in expected]


@pytest.mark.parametrize("comma", ["", ","])
@pytest.mark.parametrize("front", [*FRONTS, *PLAIN_FRONTS])
def test_a_front_hides_no_subject(front: str, comma: str) -> None:
    for subject in SUBJECTS:
        (meeting,) = read(f"{front}{comma} {subject}", published="2024-05-10").meetings
        assert {party.code for party in meeting.parties} == {"KEN", "UGA"}
        assert (meeting.when is not None) == (front in FRONTS)


@pytest.mark.parametrize("front", [*FRONTS, *PLAIN_FRONTS])
def test_a_front_hides_no_speaker_and_no_demand(front: str) -> None:
    (statement,) = read(
        f"{front} Kenyan officials said the border would stay closed.", published="2024-05-10"
    ).statements
    assert statement.content.text == "the border would stay closed"
    (demand,) = read(f"{front} Kenya's government urged Uganda to free the men.", published="2024-05-10").demands
    assert demand.by is not None
    assert (demand.by.code, [party.code for party in demand.to]) == ("KEN", ["UGA"])


@pytest.mark.parametrize(
    "lead",
    [
        "The ministry said that on Tuesday",
        "Rwanda kept silent, but on Tuesday",
        "According to the ministry, on Tuesday",
        "The old talks failed, and on 7 May",
        "The army said last week",
    ],
)
def test_a_time_inside_a_sentence_hides_no_subject(lead: str) -> None:
    for subject in ("Kenyan President Moses Otieno met Ugandan President Yusuf Kato.", "Kenya met Ugandan officials."):
        meetings = read(f"{lead} {subject}", published="2024-05-10").meetings
        assert {"KEN UGA"} == {" ".join(sorted(party.code for party in one.parties)) for one in meetings}


@pytest.mark.parametrize("way", lines_of("meetings in time"))
def test_when_and_how_sure(way: str) -> None:
    text, *expected = way.split(" |")
    meetings = read(text, published="2024-05-01").meetings
    if expected == [" none"]:
        assert not meetings
        return
    (meeting,) = meetings
    codes = " ".join(sorted(party.code for party in meeting.parties))
    when = meeting.when.edtf if meeting.when is not None else ""
    assert [meeting.status, codes, when] == [word.strip() for word in expected]


ASKED = [
    (
        "Will the Kenyan president meet Ugandan President Yusuf Kato on Friday?",
        "No such meeting is planned.",
        "ruled_out",
    ),
    (
        "Will the Kenyan president meet Ugandan President Yusuf Kato on Friday?",
        "There are no plans for that.",
        "ruled_out",
    ),
    ("Will the Kenyan president meet Ugandan President Yusuf Kato on Friday?", "No.", "ruled_out"),
    ("Will the Kenyan president meet Ugandan President Yusuf Kato on Friday?", "She will.", "planned"),
    ("Did the Kenyan president speak to Ugandan President Yusuf Kato?", "She did, last Thursday.", "held"),
    ("Will the Kenyan president visit Uganda in June?", "We would like to see that.", "possible"),
    ("Will the Kenyan president visit Uganda in June?", "I have nothing for you on the president.", None),
    ("Did the Kenyan president speak to Ugandan President Yusuf Kato?", "No.", None),
]


@pytest.mark.parametrize(("question", "answer", "status"), ASKED)
def test_what_is_asked_is_what_is_answered(question: str, answer: str, status: str | None) -> None:
    meetings = read(f"{question}\n\n{answer}", published="2024-05-01").meetings
    assert [one.status for one in meetings] == ([] if status is None else [status])


# Texts of more than one sentence, published on 2024-05-01, and of each encounter how sure it is and when.
TOLD_ON = [
    (
        "Kenyan President Moses Otieno met Ugandan President Yusuf Kato in Kampala on Tuesday. In the evening she saw Ugandan "
        "opposition leader Ruth Nambi.",
        ["held 2024-04-30", "held 2024-04-30"],
    ),
    (
        "Kenyan President Moses Otieno met Ugandan President Yusuf Kato in Kampala on Wednesday. In the afternoon she was to "
        "hold talks with Ugandan Prime Minister Ruth Nambi.",
        ["held 2024-05-01", "planned 2024-05-01"],
    ),
    (
        "Kenyan President Moses Otieno sat down for talks with Ugandan President Yusuf Kato. Kenya and Uganda last held talks "
        "in Nairobi in November 2019.",
        ["held None", "held 2019-11"],
    ),
    (
        "Kenyan Foreign Minister Grace Wanjiru met her Ugandan counterpart on Sunday. The third session of the Kenya-Uganda "
        "commission, which was to have been held in Nairobi last week, has been put off.",
        ["held 2024-04-28", "postponed 2024-04-22/2024-04-28"],
    ),
    (
        "Kenya and Uganda held two days of talks in Kampala in late April. The first round, in Kampala on April 2, ended "
        "without a statement.",
        ["held 2024-04", "held 2024-04-02"],
    ),
    (
        "Kenyan Foreign Minister Grace Wanjiru met Ugandan President Yusuf Kato on Tuesday. She had spoken with Rwanda's "
        "foreign minister the evening before.",
        ["held 2024-04-30", "held 2024-04-29"],
    ),
    (
        "Kenya on Monday ruled out a truce, four days before its negotiators sit down with Ugandan officials in Nairobi.",
        ["planned 2024-05-03"],
    ),
    (
        "Kenyan President Moses Otieno held bilateral talks with Ugandan President Yusuf Kato on Sunday and with the presidents "
        "of Rwanda and Burundi on Monday.",
        ["held 2024-04-28", "held 2024-04-29", "held 2024-04-29"],
    ),
    (
        "Kenya's president called off next week's trip to Uganda. President Moses Otieno had been scheduled to meet Ugandan "
        "President Yusuf Kato on Tuesday.",
        ["cancelled 2024-05-06/2024-05-12"],
    ),
    (
        "Kenyan President Moses Otieno will travel to Uganda and Rwanda starting Friday, a trip that was postponed from April.",
        ["planned 2024-05-03", "planned 2024-05-03"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD_ON)
def test_days_that_other_sentences_tell(text: str, expected: list[str]) -> None:
    meetings = read(text, published="2024-05-01").meetings
    assert [f"{one.status} {one.when.edtf if one.when is not None else None}" for one in meetings] == expected
