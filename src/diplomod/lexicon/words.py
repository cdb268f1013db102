"""Parts of speech: what each word can be, and what decides between the possibilities where it stands.

The classes of words (``words.txt``) come from Brill's lexicon (E. Brill, "A simple rule-based part of speech tagger",
ANLP 1992; MIT licence, in the copy that TextBlob has), the inflections of LemmInflect (MIT licence), counts from the
texts that the weights were trained on, and lists of demonyms, months and words of grammar written by hand.
"""

from __future__ import annotations

import functools
import sys
from importlib import resources

import attrs

from diplomod.lexicon.weights import Weights, parse_weights

CLOSED = frozenset("DT IN CC TO PRP PRP$ MD WP WP$ WDT WRB EX PDT POS".split())
VERBAL = frozenset("VB VBD VBG VBN VBP VBZ MD".split())
# What a word in small letters can be that no list has, by its ending.
ENDINGS = (
    ("ing", "VBG NN"),
    ("ed", "VBN VBD JJ"),
    ("ly", "RB"),
    ("ness", "NN"),
    ("ment", "NN"),
    ("tion", "NN"),
    ("sion", "NN"),
    ("ship", "NN"),
    ("ism", "NN"),
    ("ity", "NN"),
    ("ous", "JJ"),
    ("ful", "JJ"),
    ("less", "JJ"),
    ("able", "JJ"),
    ("ible", "JJ"),
    ("ical", "JJ"),
    ("ish", "JJ"),
    ("ic", "JJ"),
    ("ive", "JJ"),
    ("est", "JJS"),
    ("ss", "NN"),
    ("us", "NN"),
    ("is", "NN"),
    ("s", "NNS VBZ"),
)
OTHERWISE = "NN JJ VB VBP"
HYPHENS = "-‐‑"


# Before a verb they make another verb of it: co-chaired, re-elected.
PREFIXES = frozenset("co re over under out pre de dis mis counter fore".split())


@attrs.frozen(slots=True, kw_only=True, eq=False)
class Words:
    """What words can be.

    `codes` maps a word, as written, to its Penn tags, the likeliest first, with a space between them (``"NN VB"``);
    `weights` decide between them.
    """

    codes: dict[str, str]
    weights: Weights

    def code(self, word: str) -> str:
        """The tags that a word can have as it is written, in the midst of a sentence.

        >>> words().code("Kyrgyzstan"), words().code("2.5"), words().code("reblogged")
        ('NNP', 'CD', 'VBN VBD JJ')
        """
        if "’" in word:
            word = word.replace("’", "'")
        known = self.codes.get(word)
        if known is not None:
            return known
        if not word.isalpha():
            if word[0].isnumeric():
                return _number(word)
            if not word[0].isalpha():
                return _mark(word)
            if "@" in word or "://" in word or word.startswith("www."):
                return "NN"
            if any(hyphen in word for hyphen in HYPHENS):
                return self._compound(word)
        lower = word.lower()
        if word != lower:
            known = self.codes.get(lower)
            if known is not None and (len(word) == 1 or not word.isupper()) and CLOSED.issuperset(known.split()):
                return known
            return "NNP"
        return _ending(word)

    def plain(self, word: str) -> str:
        """The tags of a word with a capital where the capital tells nothing: at the start, in a heading.

        >>> words().plain("Officials"), words().plain("Kyrgyzstan")
        ('NNS', 'NNP')
        """
        lower = word.lower().replace("’", "'")
        known = self.codes.get(lower)
        return self.code(word) if known is None else known

    def _compound(self, word: str) -> str:
        """What a word with hyphens can be: ``U.S.-led``, ``son-in-law``, ``al-Sharaa``."""
        for hyphen in HYPHENS[1:]:
            word = word.replace(hyphen, "-")
        known = self.codes.get(word) or self.codes.get(word.lower())
        if known is not None:
            return known
        parts = word.split("-")
        last = self.codes.get(parts[-1]) or (_ending(parts[-1]) if parts[-1].islower() else "NNP")
        if "VBN" in last.split():
            return f"{last} JJ" if parts[0].lower() in PREFIXES and len(parts) == 2 else "JJ"
        if parts[0].lower() in PREFIXES and len(parts) == 2 and "VB" in last.split():
            return last  # "re-engage", "co-chair"
        if last == "NNP" or (parts[-1][:1].isupper() and parts[0][:1].isupper()) or self._is_given(parts):
            return "NNP"
        if last.startswith(("NNS", "VBZ")):
            return "NNS"
        return "JJ NN" if last.startswith(("NN", "VB")) else "JJ" if last.startswith(("JJ", "IN", "RP", "CD")) else last

    def _is_given(self, parts: list[str]) -> bool:
        """Whether a given name is written in syllables: ``Jae-in``, ``Thi-lan``; not ``Kremlin-friendly``."""
        first, last = parts[0], parts[-1]
        if not (len(parts) == 2 and first[:1].isupper() and first.isalpha() and len(first) < SYLLABLE):
            return False
        noun = first in self.codes or not NAMELESS.isdisjoint(self.codes.get(first.lower(), "").split())
        return not noun and last.isalpha() and (len(last) < SYLLABLE - 1 or last not in self.codes)


def _ending(word: str) -> str:
    for ending, code in ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return code
    return OTHERWISE


def _number(word: str) -> str:
    if "-" in word and word[-1].isalpha():
        return "JJ NN"
    if word.endswith(("st", "nd", "rd", "th")):
        return "JJ"
    return "NNS" if word.endswith("s") and len(word) > 2 else "CD"


NAMELESS = frozenset("NN JJ NNS CD".split())  # what a word of a compound is told by: ``Peace-loving``
SYLLABLE = 6  # letters that a syllable of a name doesn't reach
MARKS = {
    **dict.fromkeys(".!?", "."),
    ",": ",",
    **dict.fromkeys(":;—–―…-", ":"),
    **dict.fromkeys("([{", "-LRB-"),
    **dict.fromkeys(")]}", "-RRB-"),
    **dict.fromkeys("$€£¥₽", "$"),
    "%": "NN",
    "&": "CC",
    "#": "$",
    "_": "NFP",
    "*": "NFP",
    **dict.fromkeys(["“", "‘", "``", "„", "«", "‟"], "``"),
    **dict.fromkeys(["”", "’", "''", '"', "'", "»"], "''"),
    "'s": "POS VBZ",
    "'S": "POS VBZ",
    "'m": "VBP",
    "'re": "VBP",
    "'ve": "VBP",
    "'ll": "MD",
    "'d": "MD VBD",
    "'D": "MD VBD",
}


def _mark(word: str) -> str:
    known = MARKS.get(word) or MARKS.get(word.replace("’", "'"))
    if known is not None:
        return known
    if word[0] in ".-—–―":
        return ":"
    return "NNP" if word[0] in "@#" and len(word) > 1 else "SYM"


@functools.cache
def words() -> Words:
    """The words of the package's own files, read when they are first asked for."""
    codes: dict[str, str] = {}
    for line in _lines("words.txt"):
        code, _, listed = line.partition(": ")
        codes.update(dict.fromkeys(listed.split(), sys.intern(code)))
    return Words(codes=codes, weights=parse_weights(_lines("words-contexts.txt")))


def _lines(name: str) -> list[str]:
    text = resources.files("diplomod.lexicon").joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("# ")]
