"""Clauses of news English: subject | verb group | objects | <relation of governor."""

from __future__ import annotations

import time

import pytest

from diplomod.lexicon import Lexicon
from diplomod.reading.clauses import find_clauses
from diplomod.reading.parts import Cast, Clause, Document, Tokens
from diplomod.reading.phrases import find_phrases
from diplomod.reading.tokens import tokenize


def clauses_of(text: str) -> tuple[Tokens, tuple[Clause, ...]]:
    """The clauses of one sentence, of which no name is known."""
    document = Document(
        text=text,
        key="k",
        fingerprint="f",
        paragraphs=(),
        quotations=(),
        sentences=((0, len(text)),),
        sentence_paragraphs=(0,),
    )
    lexicon = Lexicon.default()
    tokens = tokenize(document, lexicon)
    cast = Cast(mentions=(), at=[-1] * len(tokens.words))
    return tokens, find_clauses(tokens, find_phrases(tokens, lexicon), cast, ())


def told(text: str) -> list[str]:
    tokens, clauses = clauses_of(text)

    def words(place: tuple[int, int] | None) -> str:
        return "-" if place is None else " ".join(tokens.words[place[0] : place[1]])

    def verb(clause: Clause) -> str:
        return words((clause.verb.first, clause.verb.last))

    lines = []
    for clause in clauses:
        line = f"{words(clause.subject)} | {verb(clause)} | {' + '.join(map(words, clause.objects))} |"
        if clause.governor is not None:
            line += f" <{clause.relation} of {verb(clauses[clause.governor])}"
        lines.append(line)
    return lines


SENTENCES = [
    (
        "The commanders of the army and of the rebels met in Lima.",
        ["The commanders | met |  |"],
    ),
    (
        "The minister said the talks had failed.",
        ["The minister | said |  |", "the talks | had failed |  | <complement of said"],
    ),
    (
        "The minister said that the talks had failed.",
        ["The minister | said |  |", "the talks | had failed |  | <complement of said"],
    ),
    (
        "The envoy said in a statement on Friday that Norway would host the talks.",
        ["The envoy | said |  |", "Norway | would host | the talks | <complement of said"],
    ),
    (
        "The premier told reporters in Rome that the plan was dead.",
        ["The premier | told | reporters |", "the plan | was |  | <complement of told"],
    ),
    (
        "The envoy, who arrived on Monday, said the talks had begun.",
        ["The envoy | arrived |  |", "The envoy | said |  |", "the talks | had begun |  | <complement of said"],
    ),
    (
        "The spokesman said that Chad had agreed and that Niger would follow.",
        [
            "The spokesman | said |  |",
            "Chad | had agreed |  | <complement of said",
            "Niger | would follow |  | <complement of said",
        ],
    ),
    (
        "The spokesman said Chad had agreed and Niger would follow.",
        [
            "The spokesman | said |  |",
            "Chad | had agreed |  | <complement of said",
            "Niger | would follow |  | <coordinate of had agreed",
        ],
    ),
    (
        "“The talks are over,” the minister said.",
        ["The talks | are |  |", "the minister | said |  |"],
    ),
    (
        "The talks are over, the minister said.",
        ["The talks | are |  |", "the minister | said |  |"],
    ),
    (
        "Peru acknowledged progress but stressed that gaps remained.",
        [
            "Peru | acknowledged | progress |",
            "Peru | stressed |  | <coordinate of acknowledged",
            "gaps | remained |  | <complement of stressed",
        ],
    ),
    (
        "The minister met the envoy and praised his work.",
        ["The minister | met | the envoy |", "The minister | praised | his work | <coordinate of met"],
    ),
    (
        "Brazil promised Chile to sign the accord.",
        ["Brazil | promised | Chile |", "Brazil | to sign | the accord | <infinitive of promised"],
    ),
    (
        "The two sides agreed to meet in June.",
        ["The two sides | agreed |  |", "The two sides | to meet |  | <infinitive of agreed"],
    ),
    (
        "The two sides are expected to meet in June.",
        ["The two sides | are expected |  |", "The two sides | to meet |  | <infinitive of are expected"],
    ),
    (
        "The two sides agreed to meet in June and sign the accord.",
        [
            "The two sides | agreed |  |",
            "The two sides | to meet |  | <infinitive of agreed",
            "The two sides | sign | the accord | <infinitive of to meet",
        ],
    ),
    (
        "The report, citing officials, said Chad would wait.",
        ["The report | citing | officials |", "The report | said |  |", "Chad | would wait |  | <complement of said"],
    ),
    (
        "The envoy (Lima) said Chad would wait.",
        ["The envoy | said |  |", "Chad | would wait |  | <complement of said"],
    ),
    (
        "The envoy said Chad would wait, adding that Niger had left.",
        [
            "The envoy | said |  |",
            "Chad | would wait |  | <complement of said",
            "The envoy | adding |  | <gerund of said",
            "Niger | had left |  | <complement of adding",
        ],
    ),
    (
        "The plan to hold a summit was dropped.",
        ["The plan | to hold | a summit |", "The plan | was dropped |  |"],
    ),
    (
        "Speaking to reporters in Lima, the president rejected the offer.",
        ["the president | Speaking |  |", "the president | rejected | the offer |"],
    ),
    (
        "A deal brokered by Qatar collapsed on Sunday.",
        ["A deal | brokered |  |", "A deal | collapsed |  |"],
    ),
    (
        "The deal, brokered by Qatar, collapsed on Sunday.",
        ["The deal | brokered |  |", "The deal | collapsed |  |"],
    ),
    (
        "After envoys held talks in Doha, the guns fell silent.",
        ["envoys | held | talks |", "the guns | fell |  |"],
    ),
    (
        "A day after envoys held talks, the army attacked.",
        ["envoys | held | talks |", "the army | attacked |  |"],
    ),
    (
        "If Iran agrees, the sanctions will be lifted.",
        ["Iran | agrees |  |", "the sanctions | will be lifted |  |"],
    ),
    (
        "The envoy warned that if Iran refused, the sanctions would return.",
        [
            "The envoy | warned |  |",
            "Iran | refused |  | <adverbial of warned",
            "the sanctions | would return |  | <complement of warned",
        ],
    ),
    (
        "Russia, China and Iran held talks in Moscow.",
        ["Russia , China and Iran | held | talks |"],
    ),
    (
        "Officials in Cairo said the border would reopen.",
        ["Officials | said |  |", "the border | would reopen |  | <complement of said"],
    ),
    (
        "The accord, which Egypt brokered, has collapsed.",
        ["Egypt | brokered |  |", "The accord | has collapsed |  |"],
    ),
    (
        "The president, whose party lost the vote, will not attend.",
        ["whose party | lost | the vote |", "The president | will not attend |  |"],
    ),
    (
        "According to the ministry, the two leaders discussed trade.",
        ["the two leaders | discussed | trade |"],
    ),
    (
        "The leaders discussed trade, the ministry said, adding that they would meet again.",
        [
            "The leaders | discussed | trade |",
            "the ministry | said |  |",
            "the ministry | adding |  | <gerund of said",
            "they | would meet |  | <complement of adding",
        ],
    ),
    (
        "Oslo weighing new talks on fisheries",
        ["Oslo | weighing | new talks |"],
    ),
    (
        "The talks were held in Vienna and were chaired by Austria.",
        ["The talks | were held |  |", "The talks | were chaired |  | <coordinate of were held"],
    ),
    (
        "The ministry denied that it had received a letter.",
        ["The ministry | denied |  |", "it | had received | a letter | <complement of denied"],
    ),
    (
        "The minister asked whether the troops would leave.",
        ["The minister | asked |  |", "the troops | would leave |  | <complement of asked"],
    ),
    (
        "It is unclear when the talks will resume.",
        ["It | is |  |", "the talks | will resume |  | <complement of is"],
    ),
    (
        "Neither side commented.",
        ["Neither side | commented |  |"],
    ),
    (
        "The envoy left without signing the accord.",
        ["The envoy | left |  |", "The envoy | signing | the accord | <gerund of left"],
    ),
    (
        "The minister arrived in Lima, where she met the president.",
        ["The minister | arrived |  |", "she | met | the president | <relative of arrived"],
    ),
    (
        "While the ministers talked, protesters gathered outside.",
        ["the ministers | talked |  |", "protesters | gathered |  |"],
    ),
    (
        "The general refused to sign the accord, saying it was unfair.",
        [
            "The general | refused |  |",
            "The general | to sign | the accord | <infinitive of refused",
            "The general | saying |  | <gerund of refused",
            "it | was |  | <complement of saying",
        ],
    ),
    (
        "The general told the council his troops had left.",
        ["The general | told | the council |", "his troops | had left |  | <complement of told"],
    ),
    (
        "The official, speaking on condition of anonymity, said the talks had stalled.",
        [
            "The official | speaking |  |",
            "The official | said |  |",
            "the talks | had stalled |  | <complement of said",
        ],
    ),
    (
        "The envoy said he had been told that the king would abdicate.",
        [
            "The envoy | said |  |",
            "he | had been told |  | <complement of said",
            "the king | would abdicate |  | <complement of had been told",
        ],
    ),
    (
        "The ministry said talks between Peru and Chile had ended.",
        ["The ministry | said |  |", "talks | had ended |  | <complement of said"],
    ),
    (
        "The ministry said on Monday it had summoned the ambassador.",
        ["The ministry | said |  |", "it | had summoned | the ambassador | <complement of said"],
    ),
    (
        "Talks aimed at ending the war resumed.",
        ["Talks | aimed |  |", "Talks | ending |  | <gerund of aimed", "Talks | resumed |  |"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_clauses(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", [text for text, _ in SENTENCES])
def test_a_clause_holds_its_verb_and_hangs_on_another(text: str) -> None:
    _, clauses = clauses_of(text)
    for number, clause in enumerate(clauses):
        assert clause.number == number
        assert clause.first <= clause.verb.first < clause.verb.last <= clause.last
        assert clause.governor is None or clause.governor < number


@pytest.mark.parametrize("piece", ["Peru, ", "and ", "the minister said that ", "who came, ", "said "])
def test_long_sentences_take_linear_time(piece: str) -> None:
    start = time.perf_counter()
    clauses_of(piece * 5_000)
    assert time.perf_counter() - start < 5
