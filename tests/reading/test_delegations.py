"""Delegations, as a table of texts and who is in them: * leads, + is there, ? is expected, ~ may come, - is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

import diplomod
from diplomod import Attendance, Meeting

MARKS = {
    Attendance.ATTENDED: "+",
    Attendance.EXPECTED: "?",
    Attendance.POSSIBLE: "~",
    Attendance.ABSENT: "-",
}


def told(meeting: Meeting) -> list[str]:
    """Each delegation as ``SDN:Omar Bashari*+``."""
    return [
        f"{delegation.party.code}:"
        + ",".join(
            member.person.name + "*" * (delegation.head == member.person) + MARKS[member.attendance]
            for member in delegation.members
        )
        for delegation in meeting.delegations
    ]


TALKS = "Chadian and Sudanese negotiators held talks in Tunis on Wednesday. "
DELEGATIONS: list[tuple[str, str]] = [
    (
        TALKS + "The delegations were led by Idriss Abakar for Chad and Deputy Minister Omar Bashari for Sudan.",
        "SDN:Omar Bashari*+ TCD:Idriss Abakar*+",
    ),
    (
        TALKS
        + "The Chadian and Sudanese delegations were led by Ministers Idriss Abakar and Omar Bashari respectively.",
        "SDN:Omar Bashari*+ TCD:Idriss Abakar*+",
    ),
    (
        TALKS + "Chad's delegation was headed by Minister Idriss Abakar, Sudan's by his counterpart Omar Bashari.",
        "SDN:Omar Bashari*+ TCD:Idriss Abakar*+",
    ),
    (
        TALKS
        + "Chadian Minister Idriss Abakar did not attend. The Chadian delegation was led by his deputy, Omar Bashari.",
        "TCD:Idriss Abakar-,Omar Bashari*+",
    ),
    (
        TALKS + "The Chadian delegation consists of Minister Idriss Abakar and army chief Omar Bashari.",
        "TCD:Idriss Abakar+,Omar Bashari+",
    ),
    (
        TALKS + "The Chadian team was led by Idriss Abakar, the Sudanese by Omar Bashari.",
        "SDN:Omar Bashari*+ TCD:Idriss Abakar*+",
    ),
    (
        TALKS + "The Chadian team is led by Idriss Abakar and the Sudanese by Foreign Minister Omar Bashari.",
        "SDN:Omar Bashari*+ TCD:Idriss Abakar*+",
    ),
    (
        TALKS
        + "Chad's delegation was headed by Foreign Minister Idriss Abakar and included Justice Minister Moussa Fall.",
        "TCD:Idriss Abakar*+,Moussa Fall+",
    ),
    (TALKS + "The UN envoy, Lars Dahl, chaired the talks.", "UN:Lars Dahl*+"),
    (TALKS + "The talks were chaired by UN envoy Lars Dahl.", "UN:Lars Dahl*+"),
    (
        TALKS + "Sudan's chief negotiator, Omar Bashari, told reporters that progress had been made.",
        "SDN:Omar Bashari*+",
    ),
    (TALKS + '"We are close," said Omar Bashari, head of the Sudanese delegation.', "SDN:Omar Bashari*+"),
    (TALKS + "The French ambassador to Tunisia, Luc Garnier, was also present.", "FRA:Luc Garnier*+"),
    (TALKS + "Qatari envoy Hamad al-Thani sat in.", "QAT:Hamad al-Thani*+"),
    (TALKS + "Sudanese Defence Minister Omar Bashari did not attend.", "SDN:Omar Bashari-"),
    (TALKS + "Sudanese Defence Minister Omar Bashari stayed away.", "SDN:Omar Bashari-"),
    (
        "Chadian President Idriss Abakar met Sudanese leader Omar Bashari in Tunis on "
        "Wednesday. He was accompanied by Foreign Minister Moussa Fall.",
        "SDN:Omar Bashari*+ TCD:Idriss Abakar*+,Moussa Fall+",
    ),
    (
        "Chadian President Idriss Abakar met Sudanese leader Omar Bashari in Tunis on "
        "Wednesday, with Foreign Minister Moussa Fall at his side.",
        "SDN:Omar Bashari*+ TCD:Idriss Abakar*+,Moussa Fall+",
    ),
    (
        "The session in Lomé on Wednesday was attended by Idriss Abakar, President of Chad; "
        "Omar Bashari, Prime Minister of Sudan; and Luc Mensah, Foreign Minister of Togo.",
        "SDN:Omar Bashari*+ TCD:Idriss Abakar*+ TGO:Luc Mensah*+",
    ),
    ("The Kremlin denied that President Viktor Orlov had met Ukrainian President Taras Bondar.", ""),
    (
        "Chadian President Idriss Abakar will meet Sudanese leader Omar Bashari in Tunis on Friday.",
        "SDN:Omar Bashari*? TCD:Idriss Abakar*?",
    ),
    (TALKS + "Sudan was represented by its deputy foreign minister, Omar Bashari.", "SDN:Omar Bashari*+"),
    (
        "Chadian and Sudanese negotiators will hold talks in Tunis on Friday. Foreign "
        "Minister Idriss Abakar will lead the Chadian delegation; Sudan is sending Omar Bashari, its deputy foreign minister.",
        "SDN:Omar Bashari*? TCD:Idriss Abakar*?",
    ),
    ("Norwegian Foreign Minister Eva Lund hosted talks between Chad and Sudan in Oslo on Wednesday.", "NOR:Eva Lund*+"),
    # who leads now will lead then
    (
        "Chad and Sudan will hold talks in Tunis on Friday. The Chadian delegation is led by Minister Idriss Abakar.",
        "TCD:Idriss Abakar*?",
    ),
    # whoever comes along is of the same party
    (
        TALKS + "Chadian Foreign Minister Idriss Abakar and army chief Luc Mahamat took part.",
        "TCD:Idriss Abakar+,Luc Mahamat+",
    ),
]


@pytest.mark.parametrize(("text", "expected"), DELEGATIONS)
def test_delegations(text: str, expected: str) -> None:
    record = diplomod.read(text, published="2024-03-14")
    assert " ".join(part for meeting in record.meetings for part in told(meeting)) == expected


def test_those_who_attend_are_the_sides() -> None:
    text = "The session in Lomé on Wednesday was attended by Idriss Abakar, President of Chad; and Luc Mensah, President of Togo."
    (meeting,) = diplomod.read(text, published="2024-03-14").meetings
    assert [party.code for party in meeting.parties] == ["TCD", "TGO"]


def test_observers_are_no_sides() -> None:
    text = TALKS + "The African Union was represented by Commissioner Marie Bizimana as an observer."
    (meeting,) = diplomod.read(text, published="2024-03-14").meetings
    assert [party.code for party in meeting.observers] == ["AU"]
    assert [party.code for party in meeting.parties] == ["SDN", "TCD"]


GRID = (Path(__file__).parent / "grids" / "delegations.txt").read_text(encoding="utf-8").splitlines()[1:]


@pytest.mark.parametrize("row", GRID)
def test_who_came(row: str) -> None:
    expected, text = row.split("|", 1)
    meetings = diplomod.read(text.strip(), published="2024-05-10").meetings
    assert " ; ".join(" ".join(told(meeting)) or "-" for meeting in meetings) == expected.strip()


@pytest.mark.parametrize("row", GRID[::3])
def test_texts_cut_anywhere(row: str) -> None:
    words = row.split("|", 1)[1].split()
    for end in range(len(words)):
        diplomod.read(" ".join(words[:end]), published="2024-05-10")
