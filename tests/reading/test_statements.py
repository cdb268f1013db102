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


# Who speaks, and where what is said begins and ends
SOURCES = [
    (
        "Ilse Brandt (Porto) left, saying the fleet had never left.",
        ["Ilse Brandt | indirect | the fleet had never left"],
    ),
    (
        "Ilse Brandt - a former judge and mayor - told the council that the fleet had left.",
        ["Ilse Brandt | indirect | the fleet had left"],
    ),
    (
        "The vote could be close, with half of the farmers saying they will stay at home.",
        ["the farmers | indirect | they will stay at home"],
    ),
    (
        "“It is a way to talk,” says an official involved in the matter.",
        ["an official involved in the matter | direct | It is a way to talk,"],
    ),
    ("“Why not?” asked Ilse Brandt, smiling.", ["Ilse Brandt | direct | Why not?"]),
    ("“The fleet will come,” warned Ilse Brandt.", ["Ilse Brandt | direct | The fleet will come,"]),
    (
        "“We mend nets,” said Ilse Brandt, who expects about one-third of the boats will be sold.",
        ["Ilse Brandt | direct | We mend nets,"],
    ),
    (
        "She would rather wait, an old friend of hers remarked to me.",
        ["an old friend of hers | indirect | She would rather wait"],
    ),
    (
        "Porto has refused; the fleet will stay, Ilse Brandt added.",
        ["Ilse Brandt | indirect | the fleet will stay"],
    ),
    (
        "The mayor signed a letter that she said was drafted by others.",
        ["The mayor | indirect | was drafted by others"],
    ),
    (
        "Exports fell in May, according to complete but unofficial figures.",
        ["unofficial figures | indirect | Exports fell in May"],
    ),
    (
        "Brandt, a judge, recalled that before the ship sailed, a crew had painted it.",
        ["Brandt | indirect | before the ship sailed, a crew had painted it"],
    ),
    (
        "By their own count they have mended half of the nets.",
        ["their own count | indirect | they have mended half of the nets"],
    ),
    (
        "They met in Faro, and this time, according to a person briefed on the matter, they sang.",
        ["a person briefed on the matter | indirect | they sang"],
    ),
    (
        "Ilse Brandt, a spokeswoman in Porto: “We will honour it.”",
        ["Ilse Brandt | direct | We will honour it."],
    ),
    (
        "An official in Porto is less polite: “They agree and forget.”",
        ["An official | direct | They agree and forget."],
    ),
    (
        "Ilse Brandt said that the nets were torn, and that talk of a ban had hurt sales.",
        ["Ilse Brandt | indirect | the nets were torn", "Ilse Brandt | indirect | talk of a ban had hurt sales"],
    ),
    (
        "Ilse Brandt told a crowd in Faro, Porto on Monday that swimming is “fun,” whatever the weather.",
        ["Ilse Brandt | mixed | swimming is “fun,” whatever the weather"],
    ),
    (
        "Ilse Brandt described her years there as a “work in progress.”",
        ["Ilse Brandt | mixed | a “work in progress.”"],
    ),
    (
        '“We mend nets," Ilse Brandt said. “We always did."',
        ["Ilse Brandt | direct | We mend nets,", "Ilse Brandt | direct | We always did."],
    ),
    (
        "But, Ilse Brandt added, the mayor did not support a ban.",
        ["Ilse Brandt | indirect | the mayor did not support a ban"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SOURCES)
def test_sources(text: str, expected: list[str]) -> None:
    assert said(text) == expected


# What only looks like speech
SILENT = [
    "When the ship came back, the governor ordered a search, though nobody was ill.",
    "On a cold day in Porto, Ilse Brandt is reflecting on her youth.",
    "The union has asked the firm to “sit tight” for a week.",
    "Porto would pay on condition that Oslo disclose the toll.",
    "A colleague denied it.",
]


@pytest.mark.parametrize("text", SILENT)
def test_no_speech(text: str) -> None:
    assert said(text) == []


def voices(text: str) -> list[str]:
    return [f"{one.speaker.name} | {one.party.code if one.party else '-'}" for one in read(text).statements]


# Who is described, for whom he speaks, and who takes him up
VOICES = [
    (
        "A second source, who was briefed on the deal, said the fleet had left.",
        ["A second source, who was briefed on the deal | -"],
    ),
    ("A diplomat, who asked not to be named, said the fleet had left.", ["A diplomat | -"]),
    ("A member of the Peruvian delegation said the fleet had left.", ["A member of the Peruvian delegation | PER"]),
    ("One of the sources, a Gulf diplomat, said the fleet had left.", ["a Gulf diplomat | -"]),
    (
        "A diplomat from Peru said the fleet had left. It was late, the diplomat added. He denied that nets were torn.",
        ["A diplomat from Peru | PER"] * 3,
    ),
    ("The fleet will wait, Ana Ruiz said, adding that Peru is ready.", ["Ana Ruiz | -"] * 2),
    ("Ana Ruiz said her country “will not wait”.", ["Ana Ruiz | -"]),
    # whoever was told to have said the last goes on speaking
    (
        "MOSCOW, October 9. /TASS/. Russian President Oleg Sanin will meet Chinese President Xiang Wei in Kazan, presidential "
        "aide Yury Ushinsky told reporters. “It will last about an hour,” he said.",
        ["Yury Ushinsky | RUS"] * 2,
    ),
    (
        "THE SECRETARY-GENERAL: The fleet is late.\n\nQUESTION: How late?\n\nTHE SECRETARY-GENERAL: A day.",
        ["THE SECRETARY-GENERAL | -"] * 2,
    ),
]


@pytest.mark.parametrize(("text", "expected"), VOICES)
def test_voices(text: str, expected: list[str]) -> None:
    assert voices(text) == expected


# What follows a gerund, a quantity, a relative word
FURTHER = [
    ("After saying he was tired, Ilse Brandt sat down.", ["Ilse Brandt | indirect | he was tired"]),
    (
        "That plan, many argue, could fail if nets tear.",
        ["many | indirect | could fail if nets tear"],
    ),
    (
        "Ilse Brandt blamed boats that leave early, saying the harbour cannot wait.",
        ["Ilse Brandt | indirect | the harbour cannot wait"],
    ),
    (
        "Ilse Brandt called the quarrel with the port authority unusual.",
        ["Ilse Brandt | indirect | the quarrel with the port authority unusual"],
    ),
    (
        "“We mend nets,” Ilse Brandt told a crowd, suggesting that the fleet would wait.",
        ["Ilse Brandt | direct | We mend nets,", "Ilse Brandt | indirect | the fleet would wait"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), FURTHER)
def test_further(text: str, expected: list[str]) -> None:
    assert said(text) == expected


# Quotations that go on, that a colon leads, that stand in a name
MARKS = [
    (
        "Ilse Brandt said the plan “was a joke because they laugh. We laugh back.”",
        ["Ilse Brandt | mixed | the plan “was a joke because they laugh. We laugh back.”"],
    ),
    (
        "Soon after the mayor was booed in Porto, Ilse Brandt wrote: “It is time to go.”",
        ["Ilse Brandt | direct | It is time to go."],
    ),
    ("The mayor had one answer: “Not yet,” she told the council.", ["The mayor | direct | Not yet,"]),
    (
        "Ilse Brandt, a judge on the show, “The Harbour,” said her boss was late.",
        ["Ilse Brandt | indirect | her boss was late"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), MARKS)
def test_marks(text: str, expected: list[str]) -> None:
    assert said(text) == expected


# Turns of phrase of readouts and wires
TURNS = [
    (
        "The mayor recalled that the port had closed its gates and voiced hope for calm.",
        ["The mayor | indirect | the port had closed its gates"],
    ),
    ("The sides noted with concern the rise of prices.", ["The sides | indirect | the rise of prices"]),
    (
        "A spokesman for the port said boats had left, a claim the union denied.",
        ["A spokesman for the port | indirect | boats had left"],
    ),
    (
        "Ilse Brandt said in her nightly address Porto needed “calm winds”.",
        ["Ilse Brandt | mixed | Porto needed “calm winds”"],
    ),
    (
        "The envoy made it clear that her country would not wait.",
        ["The envoy | indirect | her country would not wait"],
    ),
    ("The mayor announced on Monday a ban on nets.", ["The mayor | indirect | a ban on nets"]),
    (
        "The two mayors affirmed shared values that unite both towns.",
        ["The two mayors | indirect | shared values that unite both towns"],
    ),
    ("The mayor announced Monday a ban on nets.", ["The mayor | indirect | a ban on nets"]),
    (
        "Nets are banned, the mayor announced late Monday after a vote.",
        ["the mayor | indirect | Nets are banned"],
    ),
    (
        "The mayor said that, if the truce held, aid would flow.",
        ["The mayor | indirect | if the truce held, aid would flow"],
    ),
    ("The agency quoted Ruiz as saying: “We are ready.”", ["Ruiz | direct | We are ready."]),
    (
        "“The king is well,” read a statement from the palace.",
        ["a statement from the palace | direct | The king is well,"],
    ),
    ("As Ana Ruiz put it: “We are tired.”", ["Ana Ruiz | direct | We are tired."]),
    ("“Nobody wins,” Ana Ruiz hit back.", ["Ana Ruiz | direct | Nobody wins,"]),
    ("Ana Ruiz spoke of “a new chapter”.", ["Ana Ruiz | direct | a new chapter"]),
    ("The mayor vowed not to return.", ["The mayor | indirect | not to return"]),
    ("He lost among the voters who said the port does more.", ["the voters | indirect | the port does more"]),
    (
        "Ilse Brandt, citing “the magic of Porto,” said the fleet could win.",
        ["Ilse Brandt | direct | the magic of Porto,", "Ilse Brandt | indirect | the fleet could win"],
    ),
    (
        "Mending that net is hard, said a handful of sailors who know it.",
        ["a handful of sailors who know it | indirect | Mending that net is hard"],
    ),
    ("The mayor recalled the treaty of 1715.", ["The mayor | indirect | the treaty of 1715"]),
    ("Ilse Brandt said “no boat will sail.”", ["Ilse Brandt | direct | no boat will sail."]),
    ("The mayor would neither confirm nor deny the report.", []),
    (
        "The report, citing unnamed officials, said the fleet would leave.",
        ["The report | indirect | the fleet would leave"],
    ),
    (
        "The ministry in a statement said it had summoned the envoy.",
        ["The ministry | indirect | it had summoned the envoy"],
    ),
    (
        "Ana Ruiz said Peru is willing to work to mend nets, adding that all should wait.",
        ["Ana Ruiz | indirect | Peru is willing to work to mend nets", "Ana Ruiz | indirect | all should wait"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TURNS)
def test_turns(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_whose_counterpart_it_is_does_not_speak() -> None:
    text = "The Kenyan envoy, Ana Lima, left. Her Chadian counterpart, Jo Roe, said the talks had failed."
    (statement,) = read(text).statements
    assert (statement.speaker.name, str(statement.party)) == ("Jo Roe", "TCD")
