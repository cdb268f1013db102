"""Texts as they come: what is title, dateline, label, credit, in ten styles."""

from __future__ import annotations

import datetime as dt

import pytest

from diplomod.lexicon import Lexicon
from diplomod.reading.document import lay_out
from diplomod.reading.parts import Document, ParagraphKind

DAY = dt.date(2024, 5, 26)
WIRE = (
    "The foreign minister met his counterpart on Monday, and both of them spoke of trade.\n\nThey agreed to meet again."
)


def laid_out(text: str) -> Document:
    return lay_out(text, lexicon=Lexicon.default(), published=DAY)


def kinds(text: str) -> list[tuple[str, str]]:
    """The kind of each paragraph, with its first two words."""
    document = laid_out(text)
    return [(part.kind.value, " ".join(text[part.start : part.end].split()[:2])) for part in document.paragraphs]


@pytest.mark.parametrize(
    ("head", "place", "day", "agency"),
    [
        ("MOSCOW, May 26. /TASS/. ", "MOSCOW", "2024-05-26", "TASS"),
        ("MOSCOW. May 12 (Interfax) - ", "MOSCOW", "2024-05-12", "Interfax"),
        ("BEIJING, Nov. 3 (Xinhua) -- ", "BEIJING", "2024-11-03", "Xinhua"),
        ("New Delhi [India], March 2 (ANI): ", "New Delhi", "2024-03-02", "ANI"),
        ("PYONGYANG, Oct. 29, Kyodo - ", "PYONGYANG", "2024-10-29", "Kyodo"),
        ("Riyadh, August 17, 2023, SPA -- ", "Riyadh", "2023-08-17", "SPA"),
        ("GENEVA (Reuters) - ", "GENEVA", None, "Reuters"),
        ("Belgrade (dpa) - ", "Belgrade", None, "dpa"),
        ("ANKARA (Thursday) - ", "ANKARA", None, None),
        ("Nairobi, 4 May 2019 — ", "Nairobi", "2019-05-04", None),
        ("DUBAI, 5th May, 2022 (WAM) -- ", "DUBAI", "2022-05-05", "WAM"),
        ("Brussels, 12/05/2021 – ", "Brussels", "2021-05-12", None),
        ("Yerevan. 12.05.2022. ", "Yerevan", "2022-05-12", None),
        ("ANTALYA, Turkey, March 10 (Reuters) - ", "ANTALYA", "2024-03-10", "Reuters"),
        ("ISLAMABAD: ", "ISLAMABAD", None, None),
        ("LONDON — ", "LONDON", None, None),
        ("Hanoi (VNA) – ", "Hanoi", None, "VNA"),
    ],
)
def test_datelines(head: str, place: str, day: str | None, agency: str | None) -> None:
    text = f"Ministers speak of trade\n\n{head}{WIRE}"
    document = laid_out(text)
    assert document.dateline is not None
    assert [one.name for one in document.dateline.places] == [place]
    assert (None if document.dateline.when is None else document.dateline.when.edtf) == day
    assert (None if document.publisher is None else document.publisher.text) == agency
    assert document.title is not None
    body = next(part for part in document.paragraphs if part.kind is ParagraphKind.BODY)
    assert text[body.start :].startswith("The foreign minister")


def test_wire_with_credits() -> None:
    text = (
        "TALKS END WITHOUT ACCORD\n\nBy Ana Lima and Luis Paz\n\nLIMA, May 3 (Reuters) - The talks ended on Friday, and no "
        "accord was signed by anybody.\n\n(Reporting by Ana Lima; Editing by Luis Paz)\n\n(Updates with quotes)\n\nWith inputs "
        "from agencies\n\nOur Standards: the principles"
    )
    assert [kind for kind, _ in kinds(text)] == ["title", "byline", "body", "credit", "credit", "credit", "credit"]
    assert [author.name for author in laid_out(text).authors] == ["Ana Lima", "Luis Paz"]


def test_live_blog() -> None:
    text = (
        "Talks live: the third day\n\n14:05 GMT\n\nTruce holds, says army\n\nThe army said that the truce held in the whole of "
        "the city today.\n\n13:40 GMT - Envoy on his way\nThe envoy is on his way to the port, where he will meet her.\n\n"
        "13:02 - Union urges restraint\nThe union has urged both sides to open the roads to aid."
    )
    found = kinds(text)
    assert found[0] == ("title", "Talks live:")
    assert ("byline", "14:05 GMT") in found
    assert ("subhead", "Envoy on") in found
    assert ("body", "The union") in found


def test_briefing() -> None:
    text = (
        "Department Press Briefing – April 3, 2024\n\nMatthew Cole, Department Spokesperson\nWashington, D.C.\n1:24 p.m. EDT\n\n"
        "MR COLE: Good afternoon. The Secretary will travel on Monday.\n\nQUESTION: When?\n\nMR COLE: On Monday.\n\n"
        "I said so. (Laughter.)\n\n(The briefing was concluded at 1:58 p.m.)"
    )
    assert kinds(text) == [
        ("title", "Department Press"),
        ("subhead", "Matthew Cole,"),
        ("subhead", "Washington, D.C."),
        ("byline", "1:24 p.m."),
        ("answer", "Good afternoon."),
        ("question", "When?"),
        ("answer", "On Monday."),
        ("answer", "I said"),
        ("byline", "(The briefing"),
    ]


def test_briefing_with_agencies_that_ask() -> None:
    text = (
        "Press Briefing (May 9, 2024)\nMinistry of Foreign Affairs, Seoul\nBriefer: Shin Yu-na, Spokesperson\n\nMS. SHIN: Good "
        "afternoon.\n\nQ (Kyodo): Is it off?\n\nMS. SHIN: It is not.\n\nReuters: And the summit?\n\nMS. SHIN: Soon."
    )
    found = [kind for kind, _ in kinds(text)]
    assert found[-5:] == ["answer", "question", "answer", "question", "answer"]
    assert "answer" not in found[:3]


def test_joint_statement_in_numbered_paragraphs() -> None:
    text = (
        "JOINT STATEMENT OF THE PRESIDENTS OF PERU AND CHILE\n\nLima, 5 October 2007\n\n1. The Presidents met in Lima on 4 and 5 "
        "October.\n\n2. They agreed to open the pass.\n\n3. The next meeting will be held in Santiago."
    )
    found = kinds(text)
    assert found[0] == ("title", "JOINT STATEMENT")
    assert found[-3:] == [("body", "The Presidents"), ("body", "They agreed"), ("body", "The next")]


def test_readout_under_a_letterhead() -> None:
    text = (
        "MINISTRY OF FOREIGN AFFAIRS, REPUBLIC OF FIJI\n\nReadout: the Minister in Port Vila\n\n24 August 2023\n\nThe "
        "Minister held talks with his host yesterday, and both spoke of the sea."
    )
    assert [kind for kind, _ in kinds(text)] == ["title", "subhead", "subhead", "body"]


def test_note_verbale() -> None:
    text = (
        "The Permanent Mission of Cyprus presents its compliments to the Secretary-General and has the honour to protest.\n\n"
        "The Mission asks that this be circulated.\n\nNew York, 10 May 2019"
    )
    assert kinds(text)[1] == ("body", "The Mission")


def test_security_council_release() -> None:
    text = (
        "16 July 2018\nSC/13422\n\nPolitical Track Risks Stalling, Envoy Warns\n\nANA LIMA (Peru) said that the talks had "
        "begun and that they would go on.\n\nLUIS PAZ (Chile) agreed with what she had said."
    )
    assert kinds(text)[-2:] == [("body", "ANA LIMA"), ("body", "LUIS PAZ")]


def test_wrapped_lines() -> None:
    text = (
        "FOR IMMEDIATE RELEASE\n\nPERU AND CHILE AGREE TO REOPEN\nTHE PASS\n\nLima, 12 January 1998 - The Foreign Minister of\n"
        "Peru, Ana Lima, and her Chilean\ncounterpart, Luis Paz, agreed in\nLima yesterday to reopen the pass.\n\nMs. Lima "
        "said that the two\nministers would meet again in\nFebruary."
    )
    document = laid_out(text)
    bodies = [text[one.start : one.end] for one in document.paragraphs if one.kind is ParagraphKind.BODY]
    assert bodies == [
        "The Foreign Minister of\nPeru, Ana Lima, and her Chilean\ncounterpart, Luis Paz, agreed in\nLima yesterday to "
        "reopen the pass.",
        "Ms. Lima said that the two\nministers would meet again in\nFebruary.",
    ]
    assert document.dateline is not None
    assert document.dateline.when is not None
    assert document.dateline.when.edtf == "1998-01-12"


def test_briefs_each_with_a_dateline() -> None:
    text = (
        "WORLD BRIEFS\n\nATHENS — Greece put off a visit.\n\nBOGOTA — The two sides agreed on a truce of thirty days."
    )
    assert kinds(text)[0] == ("title", "WORLD BRIEFS")
