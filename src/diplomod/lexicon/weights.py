"""What decides between the parts of speech that a word can have: weights of an averaged perceptron.

See M. Collins, "Discriminative training methods for hidden Markov models", EMNLP 2002. They were trained in five rounds on
readouts and statements of the White House (CC0), on the books of the Rust project (MIT or Apache licence), both tagged by
spaCy's small English model, and on sentences made from templates with known tags. Weights below 1 are left out; they are
kept in tenths.

The weights of a feature are packed into one number with a field for each tag, so that one addition adds those of all tags.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Iterable, Mapping

import attrs

from diplomod.lexicon.kept import Kept

BITS = 12  # of a field; the greatest weights of all features add up to about half of what it holds on either side
MASK = (1 << BITS) - 1
TAGS = """NN NNS NNP NNPS JJ JJR JJS VB VBP VBZ VBD VBN VBG MD RB RBR RBS RP IN TO CC DT PDT EX PRP PRP$ POS CD FW UH
    WDT WP WP$ WRB""".split()
FIELDS = {tag: BITS * number for number, tag in enumerate(TAGS)}
HALF = 1 << BITS - 1
EVEN = sum([HALF << field for field in FIELDS.values()])  # added to a sum, it lets no field fall below 0
Single = dict[str, int]
Paired = dict[str, dict[str, int]]
NONE: Single = {}
Neighbours = tuple[str, str, str]  # the tags of the two words before, the nearer first, and the code of the word behind


@attrs.frozen(slots=True, kw_only=True, eq=False)
class Weights:
    """The packed weights of features, by what they look at: one thing, or one beside another.

    `code` are all the tags that a word can have, `ending` its last three letters; `before` and `earlier` the tags of the
    two words before it, `after` and `following` the code of the next word and the word itself; `link` tells the last verb
    before it and what links the two, `around` the tags before and after the one before it.
    """

    word: Single
    ending: Single
    word_before: Paired
    word_after: Paired
    code: Single
    code_before: Paired
    code_after: Paired
    code_following: Paired
    code_link: Paired
    before_earlier: Paired
    before_after: Paired
    around: Paired


class Choice:
    """What decides between the tags of one code.

    Its sums of weights have a field for each of these tags and none for others: small numbers are added faster than great ones.
    """

    def __init__(self, code: str, weights: Weights, between: Mapping[Neighbours, int]) -> None:
        """That between the tags of `code`; `between` are the weights of neighbours whatever the code."""
        self._weights, self._between = weights, between
        self._tags = list(map(sys.intern, code.split()))
        self._fields = [(FIELDS[tag], BITS * number) for number, tag in enumerate(self._tags)]
        self._level = sum([HALF << field for _, field in self._fields])
        self._own = self._narrow(weights.code.get(code, 0))
        self._before = self._narrow_all(weights.code_before.get(code, NONE))
        self._after = self._narrow_all(weights.code_after.get(code, NONE))
        self._following = self._narrow_all(weights.code_following.get(code, NONE))
        self._link = self._narrow_all(weights.code_link.get(code, NONE))
        self._words = Kept(self._of_word)
        self._around = Kept(self._of_neighbours)

    def likeliest(
        self, word: str, previous: str, before: str, earlier: str, after: str, following: str, link: str
    ) -> str:
        """The tag for which the word, its neighbours and their tags speak most; the first of several.

        Before ``that`` the word `previous` counts, not its tag, since verbs and nouns differ in what they are followed by:
        ``said that`` (IN), ``talks that`` (WDT).
        """
        weight, beside, ahead = self._words[word]
        weight += self._around[before, earlier, after] + self._following.get(following, 0) + self._link.get(link, 0)
        if beside:
            weight += beside.get(previous if word == "that" else before, 0)
        if ahead:
            weight += ahead.get(after, 0)
        most, found = -1, ""
        for tag in self._tags:
            own = weight & MASK
            if own > most:
                most, found = own, tag
            weight >>= BITS
        return found

    def _of_word(self, word: str) -> tuple[int, Single, Single]:
        """The weight of a word by itself, and those that it has beside the tag before it and the code after it."""
        weights = self._weights
        own = weights.word.get(word, 0) + weights.ending.get(word[-3:], 0)
        before, after = weights.word_before.get(word, NONE), weights.word_after.get(word, NONE)
        return self._level + self._narrow(own), self._narrow_all(before), self._narrow_all(after)

    def _of_neighbours(self, neighbours: Neighbours) -> int:
        """The weight of the tags before a word and of the code after it."""
        before, _, after = neighbours
        own = self._own + self._before.get(before, 0) + self._after.get(after, 0)
        return own + self._narrow(self._between[neighbours])

    def _narrow(self, weight: int) -> int:
        """The fields of these tags alone."""
        if not weight:
            return 0
        weight += EVEN
        narrow = -self._level
        for wide, field in self._fields:
            narrow += (weight >> wide & MASK) << field
        return narrow

    def _narrow_all(self, table: Single) -> Single:
        return {key: self._narrow(weight) for key, weight in table.items()} if table else NONE


class Choices(dict[str, Choice]):
    """That between the tags of each code, made when it is first asked for.

    >>> from diplomod.lexicon.words import words
    >>> Choices(words().weights)["NN VB"].likeliest("meet", "to", "TO", "VBD", "DT", "the", "VBD|^")
    'VB'
    """

    def __init__(self, weights: Weights) -> None:
        """With these weights."""
        super().__init__()
        self._weights = weights
        self._between = Kept(self._of_neighbours)

    def __missing__(self, code: str) -> Choice:
        choice = self[code] = Choice(code, self._weights, self._between)
        return choice

    def _of_neighbours(self, neighbours: Neighbours) -> int:
        weights, (before, earlier, after) = self._weights, neighbours
        return (
            weights.before_earlier.get(before, NONE).get(earlier, 0)
            + weights.before_after.get(before, NONE).get(after, 0)
            + weights.around.get(before, NONE).get(f"{earlier}|{after}", 0)
        )


def pack(listed: str) -> int:
    """The weights of a feature as one number: ``MD 10 VBD -10``."""
    fields = listed.split(" ")
    return sum([int(weight) << FIELDS[tag] for tag, weight in zip(fields[::2], fields[1::2], strict=True)])


def parse_weights(lines: Iterable[str]) -> Weights:
    """The weights of the lines of a file: ``= name`` begins those of a name, the others hold keys and weights, parted by
    tabs."""
    packed = functools.cache(pack)  # many features have the same weights
    single: dict[str, Single] = {}
    paired: dict[str, Paired] = {}
    name = ""
    for line in lines:
        if line.startswith("= "):
            name = line[2:]
            continue
        key, *beside, listed = map(sys.intern, line.split("\t"))
        if beside:
            paired.setdefault(name, {}).setdefault(key, {})[beside[0]] = packed(listed)
        else:
            single.setdefault(name, {})[key] = packed(listed)
    return Weights(**single, **paired)  # type: ignore[arg-type]
