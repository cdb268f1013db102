"""Words for encounters crossed with sides and frames: each sentence tells of one meeting of Kenya and Uganda, or of none."""

from __future__ import annotations

import pytest

import diplomod

PUBLISHED = "2024-03-14"  # a Thursday

SIDES = [
    ("Kenya", "Uganda"),
    ("Kenyan Foreign Minister Amina Njoroge", "Ugandan Foreign Minister Peter Okot"),
    ("Foreign Minister Amina Njoroge of Kenya", "Foreign Minister Peter Okot of Uganda"),
    ("Kenyan officials", "Ugandan officials"),
    ("The Kenyan president", "the Ugandan president"),
]

TOGETHER = [
    *(
        "met",
        "conferred",
        "sat down together",
        "huddled",
        "parleyed",
        "got together",
        "came together",
        "came face to face",
    ),
    *("met face to face", "met one-on-one", "met for talks", "gathered for talks", "held talks", "held a meeting"),
    *(
        "held a new round of negotiations",
        "opened talks",
        "began talks",
        "kicked off talks",
        "resumed talks",
        "concluded talks",
    ),
    *(
        "wound up talks",
        "wrapped up talks",
        "completed a round of talks",
        "adjourned talks",
        "broke off talks",
        "had discussions",
    ),
    *(
        "were locked in talks",
        "engaged in talks",
        "took part in talks",
        "attended a meeting",
        "entered talks",
        "conducted talks",
    ),
    *("convened a meeting", "returned to the negotiating table", "sat across from each other", "signed an agreement"),
    *("inked a deal", "put their names to an accord", "exchanged views", "compared notes"),
]
WITH = [
    *("met", "met with", "received", "hosted", "welcomed", "consulted", "played host to", "was received by"),
    *(
        "was hosted by",
        "was welcomed by",
        "held talks with",
        "held a meeting with",
        "had a meeting with",
        "sat down with",
    ),
    *(
        "conferred with",
        "had lunch with",
        "dined with",
        "had an audience with",
        "exchanged views with",
        "hosted talks with",
    ),
    *(
        "negotiated with",
        "opened talks with",
        "wrapped up talks with",
        "huddled with",
        "had a face-to-face meeting with",
    ),
    *("held a bilateral meeting with", "held consultations with", "came face to face with", "paid a courtesy call on"),
]
CALLED = [
    *(
        "spoke by phone with",
        "spoke on the phone with",
        "telephoned",
        "phoned",
        "rang",
        "spoke with",
        "held a call with",
    ),
    *("had a telephone conversation with", "discussed the border by phone with"),
]
NOUNS = ["Talks", "Negotiations", "Consultations", "A meeting", "A summit", "A round of talks", "Direct talks"]
ENDINGS = [
    *(
        "opened",
        "began",
        "started",
        "resumed",
        "got under way",
        "kicked off",
        "took place",
        "ended",
        "concluded",
        "wound up",
    ),
    *("wrapped up", "finished", "closed", "broke up", "broke down", "collapsed", "went ahead", "dragged on"),
]
STATUS = {
    "planned": [
        *(
            "will meet",
            "is to meet",
            "is due to meet",
            "is scheduled to meet",
            "intends to meet",
            "is expected to meet",
        ),
        *(
            "is set to meet",
            "agreed to meet",
            "will hold talks with",
            "will receive",
            "will sit down with",
            "is going to meet",
        ),
        *("has agreed to hold talks with", "has scheduled a meeting with", "announced a meeting with"),
    ],
    "possible": [
        *("may meet", "might meet", "could meet", "offered to meet", "proposed a meeting with", "is ready to meet"),
        *(
            "is willing to meet",
            "would like to meet",
            "wants to meet",
            "asked for a meeting with",
            "requested a meeting with",
        ),
        *("offered talks with", "suggested a meeting with", "called for a meeting with", "is prepared to meet"),
    ],
    "ruled_out": [
        *("refused to meet", "will not meet", "has no plans to meet", "declined to meet", "rejected a meeting with"),
        *("did not meet", "ruled out talks with", "won't meet", "denied having met", "never met"),
    ],
    "cancelled": [
        "cancelled a meeting with",
        "called off a meeting with",
        "scrapped a meeting with",
        "was to have met",
    ],
    "postponed": [
        "postponed a meeting with",
        "put off a meeting with",
        "delayed talks with",
        "pushed back a meeting with",
    ],
}
NONE = [
    "The Kenyan parliament met on Monday to elect a speaker.",
    "The ministers met the demands of the union.",
    "Kenya has recalled its ambassador from Uganda.",
    "Kenya received support from the Ugandan army.",
    "Kenya and Uganda began a new round of military exercises on Tuesday.",
    "Talks have long been stalled.",
    "The press conference began at noon.",
    "The president of Kenya held a rally on Sunday.",
]


def told(text: str) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (
            str(meeting.status),
            " ".join(party.code for party in meeting.parties),
            None if meeting.when is None else meeting.when.edtf,
            None if meeting.place is None else meeting.place.name,
        )
        for meeting in diplomod.read(text, published=PUBLISHED).meetings
    ]


@pytest.mark.parametrize("words", TOGETHER)
def test_both_together(words: str) -> None:
    for one, other in SIDES:
        assert told(f"{one} and {other} {words} in Lima on Tuesday.") == [("held", "KEN UGA", "2024-03-12", "Lima")]


@pytest.mark.parametrize("words", WITH)
def test_one_with_the_other(words: str) -> None:
    for one, other in SIDES:
        assert told(f"{one} {words} {other} in Lima on Tuesday.") == [("held", "KEN UGA", "2024-03-12", "Lima")]


@pytest.mark.parametrize("words", CALLED)
def test_calls(words: str) -> None:
    for one, other in SIDES:
        assert told(f"{one} {words} {other} on Tuesday.") == [("held", "KEN UGA", "2024-03-12", None)]


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("words", ENDINGS)
def test_encounters_as_subjects(noun: str, words: str) -> None:
    for one, other in SIDES[:2]:
        text = f"{noun} between {one} and {other} {words} in Lima on Tuesday."
        assert told(text) == [("held", "KEN UGA", "2024-03-12", "Lima")]


@pytest.mark.parametrize(
    ("status", "words"), [(status, words) for status, listed in STATUS.items() for words in listed]
)
def test_how_sure_it_is(status: str, words: str) -> None:
    for one, other in SIDES[:2]:
        assert [(meeting[0], meeting[1]) for meeting in told(f"{one} {words} {other} in Lima.")] == [
            (status, "KEN UGA")
        ]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_meeting(text: str) -> None:
    assert told(text) == []
