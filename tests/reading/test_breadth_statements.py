"""Who says what in many everyday forms: (text, speaker, party, words), all of them found and nothing else."""

from __future__ import annotations

import pytest

import diplomod

MEANS = [
    ("The fighters have left the city, a U.N. official said by phone.", "a U.N. official", "UN",
     "The fighters have left the city"),
    ("The plan is dead, Ruiz said by telephone from Lima.", "Ruiz", None, "The plan is dead"),
    ("The plan is on hold, Ana Ruiz, a deputy minister at the Cambodian foreign ministry, said by telephone.", "Ana Ruiz", "KHM",
     "The plan is on hold"),
    ("Ruiz said in a letter published Wednesday that she wants to come.", "Ruiz", None, "she wants to come"),
    ("Ruiz seemed to suggest that forces could stay.", "Ruiz", None, "forces could stay"),
    ("Kiev has agreed, Ruiz noted, but the lists have yet to be verified.", "Ruiz", None, "Kiev has agreed"),
]  # fmt: skip
THOUGHTS = [
    ("The minister voiced hope that the North would “come back soon.”", "The minister", None,
     "the North would “come back soon.”"),
    ("The minister expressed hope that a deal would be signed soon.", "The minister", None, "a deal would be signed soon"),
    ("Ruiz voiced confidence that the truce would hold and urged restraint.", "Ruiz", None, "the truce would hold"),
    ("Both leaders expressed the view that the border should reopen.", "Both leaders", None, "the border should reopen"),
    ("Ruiz expressed her conviction that dialogue was the only way.", "Ruiz", None, "dialogue was the only way"),
    ("The ministers shared the view that borders must not be moved.", "The ministers", None, "borders must not be moved"),
    ("The two leaders shared the assessment that the truce was holding, and agreed to meet again.", "The two leaders", None,
     "the truce was holding"),
    ("Ruiz expressed concern that the truce would not hold.", "Ruiz", None, "the truce would not hold"),
]  # fmt: skip
READOUTS = [
    ("The Secretary met today with Foreign Minister Ana Ruiz of Peru to underscore the importance of a free press.",
     "The Secretary", None, "the importance of a free press"),
    ("The Vice President spoke with President Ruiz to reiterate that the United States stands with Peru.",
     "The Vice President", None, "the United States stands with Peru"),
    ("Together, we reaffirm our commitment to a sea that is open.", "we", None, "our commitment to a sea that is open"),
    ("We underscored the need for restraint.", "We", None, "the need for restraint"),
    ("The Minister re-iterated Peru's support for the plan.", "The Minister", None, "Peru's support for the plan"),
    ("Ruiz acknowledged the timing of his visit, and our countries’ shared commitment to freedom.", "Ruiz", None,
     "the timing of his visit"),
]  # fmt: skip
NAMES_FOR_THINGS = [
    ("Ruiz called the meeting “a new beginning” and left.", "Ruiz", None, "a new beginning"),
    ("The drills, which Caracas called a provocation, ended on Monday.", "Caracas", "VEN", "a provocation"),
    ("The German Foreign Ministry called on both governments to “show flexibility.”", "German Foreign Ministry", "DEU",
     "show flexibility."),
    ("The opposition blasted the plan as humiliating.", "The opposition", None, "the plan as humiliating"),
]  # fmt: skip
SPEAKERS = [
    ("A Japanese official who briefed reporters said Tokyo could take more samples.",
     "A Japanese official who briefed reporters", "JPN", "Tokyo could take more samples"),
    ("The foreign ministers of Peru and Chile said in a joint statement that the border would reopen.",
     "The foreign ministers of Peru and Chile", None, "the border would reopen"),
    ("The ambassadors of Hungary, Poland and the Czech Republic said the entry would bring peace.",
     "The ambassadors of Hungary, Poland and the Czech Republic", None, "the entry would bring peace"),
    ("Some parties and social groups said the entry would hurt the country.", "Some parties and social groups", None,
     "the entry would hurt the country"),
    ("A statement released by the Danish cabinet said the talks were frank.",
     "A statement released by the Danish cabinet", "DNK", "the talks were frank"),
    ("Talks were frank, according to a statement issued by the Peruvian foreign ministry.",
     "a statement issued by the Peruvian foreign ministry", "PER", "Talks were frank"),
    ("The head of the Chilean team, former foreign minister Galo Ruiz, said the gesture was a protest.", "Galo Ruiz", "CHL",
     "the gesture was a protest"),
    ("Two diplomats and an Iranian official said talks would resume in May.", "Two diplomats and an Iranian official", None,
     "talks would resume in May"),
    ("According to Boateng, who hosted the talks, the door remains open.", "Boateng", None, "the door remains open"),
    ("Venezuela has since told foreign firms working in the disputed waters that they must leave.", "Venezuela", "VEN",
     "they must leave"),
    ("Ruiz went on to say that the plan was dead.", "Ruiz", None, "the plan was dead"),
]  # fmt: skip


LATER = [
    ("“We came with a list, and most of that list is open,” Douglas Hart said.\n\nHe told Paz that Peru must act.",
     "Douglas Hart", "Peru must act"),
    ("Iraq's Omar Lima, facing many troops at the border, today sought peace by promising to withdraw.", "Omar Lima", "withdraw"),
    ("Mykola Pod called the remarks a sham. In his words, Moscow is stalling.", "Mykola Pod", "Moscow is stalling"),
    ("President Joseph Lima spoke today with President Omar bin Said of Oman. The President stressed the need for peace.",
     "Joseph Lima", "the need for peace"),
    ("Oman said an Iraqi team was on the way to bring a message, which it said it would review.", "Oman", "it would review"),
    ("Guyana wants the court to settle it, but Venezuela does not accept the court. It says the two should negotiate.",
     "Venezuela", "the two should negotiate"),
    ("Gen. Omar Said headed the Thai team and Gen. Luis Paz the Cambodian one. “We cannot move house,” the latter remarked.",
     "Luis Paz", "We cannot move house,"),
    ("The team was led by President Moussa Keita of Mali. The Malian Head of State confirmed that the date would be kept.",
     "Moussa Keita", "the date would be kept"),
    ("The offer was made by Omar Said, deputy minister for defence policy, who said the venue could be discussed.", "Omar Said",
     "the venue could be discussed"),
    ("Elian Prada's father is at home. Juan Miguel Prada wrote to Elian. Elian is six. Prada said he would go.",
     "Juan Miguel Prada", "he would go"),
    ("Principal Secretary Joseph Rono of Kenya received the envoy. The PS observed that support had helped many.",
     "Joseph Rono", "support had helped many"),
    ("External Affairs Minister R. Rao visited Male. EAM said that ties are close.", "R. Rao", "ties are close"),
    ("He called at 6 PM. Prime Minister Eva Lund came. The PM said it was late.", "Eva Lund", "it was late"),
    ("Eva Lund won the vote. The 45-year-old said she would serve all.", "Eva Lund", "she would serve all"),
    ("Eva Lund won the vote. The 52-year-old former general said she would serve all.", "Eva Lund", "she would serve all"),
    ("Foreign Minister Ana Lima was there. The FM spokesman said it was late.", "The FM spokesman", "it was late"),
]  # fmt: skip
PARTIES = [
    ("NATO will act, an official from the organization said. The official was calm.\n\nHe added that it was late.", "NATO"),
    ("One EU diplomat said Oslo was alone. Another said it was bluffing.", "EU"),
    ("The alliance NATO has decided to admit Poland, an official from the organization said.", "NATO"),
    ("U.S. envoys left Caracas. Venezuela agreed to the plan, a senior administration official said.", "USA"),
    ("The delegation will leave on Monday, said the Ukrainian cabinet's press service.", "UKR"),
    ("SEOUL, May 4 (Yonhap) -- South Korea offered talks on Monday. The North is silent, a defense ministry official said.",
     "KOR"),
    ("And in Prague, Czech Republic, President Vaclav Dvorak said in a statement that the day was great.", "CZE"),
    ("Sudan has lost half of it, said Miriam Oloo, an economist in Nairobi.", None),
    ("Iraq's Saddam Lima met King Lima of Jordan on Friday. Saddam said the talks were good.", "IRQ"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "words"), LATER)
def test_who_is_taken_up(text: str, speaker: str, words: str) -> None:
    last = max(diplomod.read(text).statements, key=lambda one: one.content.end)
    assert (last.speaker.name, last.content.text) == (speaker, words)


@pytest.mark.parametrize(("text", "party"), PARTIES)
def test_for_whom_it_is_said(text: str, party: str | None) -> None:
    said = diplomod.read(text).statements[-1].speaker
    assert (said.party and said.party.code) == party


@pytest.mark.parametrize(
    ("text", "speaker", "party", "words"), [*MEANS, *THOUGHTS, *READOUTS, *NAMES_FOR_THINGS, *SPEAKERS]
)
def test_one_statement(text: str, speaker: str, party: str | None, words: str) -> None:
    found = [
        (one.speaker.name, one.party and one.party.code, one.content.text) for one in diplomod.read(text).statements
    ]
    assert found == [(speaker, party, words)]


def test_a_thing_and_a_clause_are_two() -> None:
    text = "The Secretary emphasized the importance of the alliance and that it must be kept strong."
    found = [one.content.text for one in diplomod.read(text).statements]
    assert found == ["the importance of the alliance", "it must be kept strong"]


@pytest.mark.parametrize(
    "text",
    [
        "Oslo has promised to look into the matter.",
        "The two sides vowed to speed up the work.",
        "The minister expressed concern at the violence.",
        "The Special Envoy for Yemen, Hans Berg, briefed the Security Council.",
        "DR Congo says no to direct dialogue.",
        "The Ministers recalled their previous meetings in Jakarta.",
        "Peru and Chile: a border that divides\n\nThe border was drawn in 1929.",
    ],
)
def test_none_is_told(text: str) -> None:
    assert not diplomod.read(text).statements
