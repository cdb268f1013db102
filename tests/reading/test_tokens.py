"""Words and their parts of speech, as tables of sentences."""

from __future__ import annotations

import itertools
import time
from types import SimpleNamespace
from typing import Any

import pytest

from diplomod.lexicon.words import words
from diplomod.reading.parts import Document, Quotation, Tokens
from diplomod.reading.tokens import tokenize
from diplomod.reading.tokens.splitting import split

LEXICON: Any = SimpleNamespace(words=words())


def tokens_of(text: str, quotations: tuple[Quotation, ...] = (), cuts: tuple[int, ...] = ()) -> Tokens:
    bounds = [0, *cuts, len(text)]
    sentences = tuple(itertools.pairwise(bounds))
    document = Document(
        text=text,
        key="k",
        fingerprint="f",
        paragraphs=(),
        quotations=quotations,
        sentences=sentences,
        sentence_paragraphs=(0,) * len(sentences),
    )
    return tokenize(document, LEXICON)


SPLITS = [
    ("talks,", "talks ,"),
    ("Kyiv's", "Kyiv 's"),
    ("Kyiv’s", "Kyiv ’s"),
    ("can't", "ca n't"),
    ("won’t", "wo n’t"),
    ("cannot", "can not"),
    ("they'll", "they 'll"),
    ("wouldn't've", "would n't 've"),
    ("ministers’", "ministers ’"),
    ("O'Brien", "O'Brien"),
    ("Xi’an", "Xi’an"),
    ("son-in-law", "son-in-law"),
    ("U.S.-led", "U.S.-led"),
    ("24-hour", "24-hour"),
    ("U.S.", "U.S."),
    ("U.S.’s", "U.S. ’s"),
    ("a.m.", "a.m."),
    ("Dec.", "Dec."),
    ("Sen.", "Sen."),
    ("J.", "J."),
    ("Rome.", "Rome ."),
    ("Rome.”", "Rome . ”"),
    ("Rome...", "Rome ..."),
    ("1,000", "1,000"),
    ("3.5%", "3.5 %"),
    ("2-1", "2-1"),
    ("10:30", "10:30"),
    ("$40bn", "$ 40bn"),
    ("1990s.", "1990s ."),
    ("G7", "G7"),
    ("talks—held", "talks — held"),
    ("talks--held", "talks -- held"),
    ("(“Yes”)", "( “ Yes ” )"),
    ("``Yes''", "`` Yes ''"),
    ("and/or", "and / or"),
    ("https://example.org/a-b?c=1.", "https://example.org/a-b?c=1 ."),
    ("press@mfa.example.org,", "press@mfa.example.org ,"),
    ("@envoy", "@envoy"),
    ("#ceasefire", "#ceasefire"),
    ("Ştefan", "Ştefan"),
    ("Zelenskyy\u0301s", "Zelenskyy\u0301s"),
]


@pytest.mark.parametrize(("piece", "expected"), SPLITS)
def test_pieces_are_parted_as_in_the_penn_treebank(piece: str, expected: str) -> None:
    assert [piece[start:stop] for start, stop in split(piece)] == expected.split()


TAGGED = [
    "She/PRP asked/VBD them/PRP to/TO re-engage/VB in/IN talks/NNS ./.",
    "Peruvian/NNP Minister/NNP Luis/NNP Paz/NNP and/CC US/NNP Secretary/NNP Ana/NNP Lim/NNP spoke/VBD ./.",
    "The/DT envoy/NN is/VBZ due/JJ to/TO brief/VB the/DT Council/NNP in/IN early/JJ May/NNP ./.",
    "The/DT minister/NN met/VBD his/PRP$ Omani/JJ counterpart/NN in/IN Rome/NNP ./.",
    "Officials/NNS said/VBD that/IN the/DT talks/NNS would/MD resume/VB on/IN Monday/NNP ./.",
    "The/DT plan/NN that/WDT was/VBD rejected/VBN could/MD be/VB revived/VBN ./.",
    "He/PRP rejected/VBD that/DT offer/NN ./.",
    "They/PRP agreed/VBD to/TO meet/VB again/RB ./.",
    "The/DT envoys/NNS ca/MD n't/RB agree/VB ./.",
    "The/DT talks/NNS were/VBD held/VBN in/IN Geneva/NNP ./.",
    "She/PRP has/VBZ not/RB accepted/VBN the/DT demands/NNS ./.",
    "Iran/NNP demands/VBZ guarantees/NNS ./.",
    "Russia/NNP 's/POS envoy/NN will/MD travel/VB to/TO Geneva/NNP on/IN Dec./NNP 3/CD ./.",
    "Mr./NNP Ward/NNP ,/, who/WP leads/VBZ the/DT delegation/NN ,/, left/VBD ./.",
    "Both/DT sides/NNS want/VBP a/DT deal/NN ./.",
    "There/EX was/VBD no/DT agreement/NN ./.",
    "The/DT U.S.-led/JJ talks/NNS cost/VBD $/$ 3.5/CD million/CD ./.",
    "It/PRP 's/VBZ time/NN to/TO talk/VB ,/, he/PRP said/VBD ./.",
    "She/PRP loved/VBD hearing/VBG from/IN them/PRP ./.",
    "Both/DT ministers/NNS '/POS aides/NNS spoke/VBD (/-LRB- briefly/RB )/-RRB- —/: in/IN private/JJ ./.",
]


@pytest.mark.parametrize("line", TAGGED)
def test_each_word_has_its_part_of_speech(line: str) -> None:
    pairs = [pair.rsplit("/", 1) for pair in line.split()]
    text = ""
    for word, _ in pairs:
        glued = word in (".", ",", "'s", "n't", "'", ")") or text.endswith(("(", "$"))
        text += word if glued or not text else f" {word}"
    tokens = tokens_of(text)
    assert list(zip(tokens.words, tokens.tags, strict=True)) == [tuple(pair) for pair in pairs]


def test_lists_run_in_step_and_offsets_are_those_of_the_text() -> None:
    text = "“We’re\u00a0ready,”\r\nsaid Søren.  İstanbul\twaits."
    tokens = tokens_of(text, cuts=(text.index("İ"),))
    lists = (tokens.words, tokens.lowers, tokens.starts, tokens.ends, tokens.tags, tokens.sentence_of, tokens.quoted)
    assert {len(one) for one in lists} == {len(tokens.words)}
    assert [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)] == tokens.words
    assert "".join(tokens.words) == "".join(text.split())
    assert tokens.sentences == [(0, 9), (9, 12)]
    assert tokens.sentence_of == [0] * 9 + [1] * 3
    assert "'re" in tokens.lowers and "’re" in tokens.words


def test_straight_marks_open_and_close_as_the_quotations_tell() -> None:
    text = "He said \"no\" and 'yes'."
    marks = [i for i, letter in enumerate(text) if letter in "\"'"]
    quotations = tuple(
        Quotation(start=a + 1, end=b, outer_start=a, outer_end=b + 1, paragraph=0) for a, b in (marks[:2], marks[2:])
    )
    tokens = tokens_of(text, quotations)
    assert [tag for tag in tokens.tags if tag in ("``", "''", "POS")] == ["``", "''", "``", "''"]
    assert [word for word, number in zip(tokens.words, tokens.quoted, strict=True) if number == 1] == ["yes"]


def test_headings_keep_their_verbs() -> None:
    tokens = tokens_of("Iran Rejects the Proposal of the Mediators After Talks in Rome")
    assert tokens.tags[1] == "VBZ"
    assert tokens.tags[2] == "DT"


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("We met Field. Field left. ", "NNP"),  # a name elsewhere in the text
        ("Lynch said no. ", "NNP"),  # its verb stands behind it
    ],
)
def test_a_capital_at_the_start_is_a_name_where_the_text_tells(text: str, tag: str) -> None:
    cut = text.find(". ") + 2
    tokens = tokens_of(text, cuts=(cut,) if cut < len(text) else ())
    assert tokens.tags[tokens.sentences[-1][0]] == tag


def test_a_text_without_words_has_no_tokens() -> None:
    assert tokens_of("").words == []
    assert tokens_of(" \n ").words == []


@pytest.mark.parametrize("unit", ["a", "'", ".", "a'", "a.", "a-", "http://.", "@", "a@b.", "“", "1,", "n't", "said "])
def test_time_is_linear_in_the_length_of_the_text(unit: str) -> None:
    begun = time.perf_counter()
    tokens = tokens_of(unit * (300_000 // len(unit)))
    assert time.perf_counter() - begun < 5
    assert tokens.ends[-1] <= 300_000
