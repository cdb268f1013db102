"""What decides between the parts of speech that a word can have: weights of an averaged perceptron.

See M. Collins, "Discriminative training methods for hidden Markov models", EMNLP 2002. They were trained in five rounds on
readouts and statements of the White House (CC0), on the books of the Rust project (MIT or Apache licence), both tagged by
spaCy's small English model, and on sentences made from templates with known tags. Weights below 1 are left out; they are
kept in tenths.

The weights of a feature are packed into one number with a field for each tag, so that one addition adds those of all tags.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable

import attrs

BITS = 12  # of a field; the greatest weights of all features add up to about half of what it holds on either side
MASK = (1 << BITS) - 1
TAGS = """NN NNS NNP NNPS JJ JJR JJS VB VBP VBZ VBD VBN VBG MD RB RBR RBS RP IN TO CC DT PDT EX PRP PRP$ POS CD FW UH
    WDT WP WP$ WRB""".split()
FIELDS = {tag: BITS * number for number, tag in enumerate(TAGS)}
EVEN = sum(1 << field + BITS - 1 for field in FIELDS.values())  # where every sum begins: no field falls below 0
Single = dict[str, int]
Paired = dict[str, dict[str, int]]


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


def likeliest(weight: int, code: str) -> str:
    """The tag of `code` for which a sum of weights, begun at `EVEN`, speaks most; the first of several.

    >>> likeliest(EVEN + pack("NN 5 VB -2") + pack("VB 8"), "NN VB")
    'VB'
    """
    most, found = -1, ""
    for tag, field in _fields(code):
        own = weight >> field & MASK
        if own > most:
            most, found = own, tag
    return found


@functools.cache
def _fields(code: str) -> tuple[tuple[str, int], ...]:
    return tuple((tag, FIELDS[tag]) for tag in code.split())


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
        key, *beside, listed = line.split("\t")
        if beside:
            paired.setdefault(name, {}).setdefault(key, {})[beside[0]] = packed(listed)
        else:
            single.setdefault(name, {})[key] = packed(listed)
    return Weights(**single, **paired)  # type: ignore[arg-type]
