"""Each way of telling of an encounter, with each way of naming its sides."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

from diplomod import read

PUBLISHED = "2024-05-08"  # a Wednesday
KENYAN, UGANDAN = "Grace Wafula", "Moses Kato"


def forms(state: str, adjective: str, name: str) -> Iterator[tuple[str, set[str]]]:
    """How a side is named, and who is named with it."""
    yield state, set()
    yield f"{state}'s foreign minister", set()
    yield f"the {adjective} foreign minister", set()
    yield f"{adjective} Foreign Minister {name}", {name}
    yield f"{name}, {state}'s foreign minister,", {name}
    yield f"the {adjective} foreign minister, {name},", {name}
    yield f"Foreign Minister {name} of {state}", {name}
    yield f"{state}'s {name}", {name}
    yield f"{state}'s special envoy, {name},", {name}
    yield f"{adjective} foreign minister {name}", {name}
    yield f"President {name} of {state}", {name}


# The way | status | date | place; a side that ends with a comma loses it before a full stop or another comma.
WAYS = """
A met B in Kampala on Monday. | held | 2024-05-06 | Kampala
A met with B in Kampala on Monday. | held | 2024-05-06 | Kampala
A and B met in Kampala on Monday. | held | 2024-05-06 | Kampala
A met Monday with B in Kampala. | held | 2024-05-06 | Kampala
A held talks with B in Kampala on Monday. | held | 2024-05-06 | Kampala
A held talks Monday with B in Kampala. | held | 2024-05-06 | Kampala
A held a second round of talks with B in Kampala on Monday. | held | 2024-05-06 | Kampala
A sat down with B in Kampala on Monday. | held | 2024-05-06 | Kampala
A came face to face with B in Kampala on Monday. | held | 2024-05-06 | Kampala
A exchanged views with B in Kampala on Monday. | held | 2024-05-06 | Kampala
A discussed trade with B in Kampala on Monday. | held | 2024-05-06 | Kampala
A joined B for talks in Kampala on Monday. | held | 2024-05-06 | Kampala
A walked out of talks with B in Kampala on Monday. | held | 2024-05-06 | Kampala
A was received by B in Kampala on Monday. | held | 2024-05-06 | Kampala
B received A in Kampala on Monday. | held | 2024-05-06 | Kampala
B hosted A for talks in Kampala on Monday. | held | 2024-05-06 | Kampala
A flew to Kampala on Monday for talks with B. | held | 2024-05-06 | Kampala
A arrived in Kampala on Monday to meet B. | held | 2024-05-06 | Kampala
A told reporters after meeting B in Kampala on Monday that the border would open. | held | 2024-05-06 | Kampala
After talks with B in Kampala on Monday, A said the border would open. | held | 2024-05-06 | Kampala
Following talks with B in Kampala on Monday, A called for peace. | held | 2024-05-06 | Kampala
During a meeting with B in Kampala on Monday, A called for peace. | held | 2024-05-06 | Kampala
On Monday, A met B in Kampala. | held | 2024-05-06 | Kampala
In Kampala on Monday, A met B. | held | 2024-05-06 | Kampala
Talks between A and B took place in Kampala on Monday. | held | 2024-05-06 | Kampala
Talks between A and B ended in Kampala on Monday without a deal. | held | 2024-05-06 | Kampala
A met B on the sidelines of a summit in Addis Ababa on Monday. | held | 2024-05-06 | Addis Ababa
A spoke by phone with B on Monday. | held | 2024-05-06 |
A spoke to B by telephone on Monday. | held | 2024-05-06 |
A telephoned B on Monday. | held | 2024-05-06 |
In a phone call with B on Monday, A called for peace. | held | 2024-05-06 |
A and B discussed trade in a phone call on Monday. | held | 2024-05-06 |
A has met B in Kampala. | held | | Kampala
A is meeting B in Kampala on Wednesday. | ongoing | 2024-05-08 | Kampala
A will meet B in Kampala on Friday. | planned | 2024-05-10 | Kampala
A is to hold talks with B in Kampala on Friday. | planned | 2024-05-10 | Kampala
A and B are to meet in Kampala on Friday. | planned | 2024-05-10 | Kampala
A is expected to meet B in Kampala on Friday. | planned | 2024-05-10 | Kampala
A plans to meet B in Kampala on Friday. | planned | 2024-05-10 | Kampala
A agreed to meet B in Kampala on Friday. | planned | 2024-05-10 | Kampala
A will travel to Kampala on Friday to meet B. | planned | 2024-05-10 | Kampala
A and B will hold two days of talks in Kampala from Friday. | planned | 2024-05-10/2024-05-11 | Kampala
A may meet B in Kampala on Friday. | possible | 2024-05-10 | Kampala
A hopes to meet B in Kampala on Friday. | possible | 2024-05-10 | Kampala
A has refused to meet B. | ruled_out | |
A ruled out meeting B. | ruled_out | |
A denied plans to meet B. | ruled_out | |
A declined to meet B in Kampala on Monday. | ruled_out | 2024-05-06 | Kampala
A was to have met B in Kampala on Monday but the talks were called off. | cancelled | 2024-05-06 | Kampala
A called off a meeting with B planned for Friday. | cancelled | 2024-05-10 |
A meeting between A and B in Kampala on Friday has been cancelled. | cancelled | 2024-05-10 | Kampala
A meeting between A and B has been postponed. | postponed | |
Talks between A and B, due to open in Kampala on Friday, have been postponed. | postponed | 2024-05-10 | Kampala
"""


def told(way: str, kenyan: str, ugandan: str) -> str:
    """The way with both sides in it."""
    names = {"A": kenyan, "B": ugandan}
    words = [names.get(word.rstrip(",."), word.rstrip(",.")) + word[len(word.rstrip(",.")) :] for word in way.split()]
    if way.startswith("A meeting"):
        words[0] = "A"
    text = " ".join(words).replace(",,", ",").replace(",.", ".")
    return text[0].upper() + text[1:]


def read_as(text: str) -> tuple[list[str], set[str], str, str, str]:
    """Sides, people, status, date and place of the one encounter that a text tells of."""
    (meeting,) = read(text, published=PUBLISHED).meetings
    when = "" if meeting.when is None else meeting.when.edtf
    place = "" if meeting.place is None else meeting.place.name
    parties = sorted({party.code for party in meeting.parties})
    return parties, {person.name for person in meeting.people}, str(meeting.status.value), when, place


@pytest.mark.parametrize("row", WAYS.strip().splitlines())
def test_an_encounter_is_the_same_whoever_is_called_what(row: str) -> None:
    way, status, when, place = (cell.strip() for cell in row.split("|"))
    for (kenyan, one), (ugandan, other) in itertools.product(
        forms("Kenya", "Kenyan", KENYAN), forms("Uganda", "Ugandan", UGANDAN)
    ):
        text = told(way, kenyan, ugandan)
        assert read_as(text) == (["KEN", "UGA"], one | other, status, when, place), text
