"""What words can be, without their context."""

from __future__ import annotations

import pytest

from diplomod.lexicon.words import words

CODES = [
    ("the", "DT"),
    ("to", "TO"),
    ("Omani", "JJ NNP"),
    ("Iranians", "NNPS"),
    ("Kyrgyzstan", "NNP"),
    ("Mr.", "NNP"),
    ("1,000", "CD"),
    ("½", "CD"),
    ("24-hour", "JJ NN"),
    ("U.S.-led", "JJ"),
    ("al-Sharaa", "NNP"),
    ("The", "DT"),
    ("US", "NNP"),
    ("n’t", "RB"),
    ("—", ":"),
    ("(", "-LRB-"),
    ("€", "$"),
    ("☂", "SYM"),
    ("frobnicated", "VBN VBD JJ"),
    ("frobnication", "NN"),
    ("frobnicators", "NNS VBZ"),
    ("https://example.org", "NN"),
]


@pytest.mark.parametrize(("word", "code"), CODES)
def test_a_word_has_the_tags_of_its_entry_its_shape_or_its_ending(word: str, code: str) -> None:
    assert words().code(word) == code


@pytest.mark.parametrize(("word", "code"), [("Officials", "NNS"), ("Kyrgyzstan", "NNP"), ("Meanwhile", "RB")])
def test_a_capital_that_tells_nothing_is_left_out(word: str, code: str) -> None:
    assert words().plain(word) == code


@pytest.mark.parametrize("word", "met rejected held agreed proposed demanded urged".split())
def test_past_forms_can_be_both_tense_and_participle(word: str) -> None:
    assert {"VBD", "VBN"} <= set(words().code(word).split())
