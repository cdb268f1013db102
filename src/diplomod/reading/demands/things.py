"""Things that are demanded: where the words for them end, how several are parted, and who gave the cause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diplomod.reading.demands.contents import tells
from diplomod.reading.demands.drafts import Range, View
from diplomod.reading.demands.sides import ENDS, GOODS

CAUSES = frozenset("after following amid because since over in as".split())
OPENS = frozenset("DT PRP$ JJ NN NNS VBN VBG CD NNP $".split())
REACH = 60
LISTED = frozenset(
    "ceasefire cease-fire truce resignation transfer surrender deployment disclosure prosecution trial referendum elections "
    "election resumption creation establishment adoption implementation respect protection expulsion arrest".split()
)


def without_cause(view: View, first: int, last: int) -> int:
    """Where a thing ends before what gave cause for it: ``an apology | after Lima seized two boats``."""
    lowers, tags = view.tokens.lowers, view.tokens.tags
    for token in range(first + 1, min(last, first + REACH)):
        word = lowers[token]
        if word not in CAUSES or tags[token] != "IN":
            continue
        if word in ("after", "because", "following", "amid"):
            return token
        if word == "in" and lowers[token + 1 : token + 2] in (["response"], ["retaliation"]):
            return token
        if word in ("since", "as") and tells(view, token + 1, last):
            return token
    return last


def blamed(view: View, first: int, last: int, by: tuple[int, ...]) -> tuple[int, ...]:
    """Of whom something is demanded for what was done: ``an apology after Lima seized two boats``: of Lima."""
    own = view.codes(by)
    for number in view.actors(first + 1, min(last, first + REACH)):
        mention = view.mention(number)
        if mention.parties and not mention.pronoun:
            return (number,) if own.isdisjoint(party.code for party in mention.parties) else ()
    return ()


def parted(view: View, first: int, last: int) -> list[Range]:
    """The things of a list that one verb demands: ``an end to the war, the release of the crew and the return of the boats``.

    Two are parted only where each is something that one side does for another; a list of three or more always is.
    """
    joints = [joint for joint in _joints(view, first, min(last, first + REACH + 1)) if _begins(view, joint[1], last)]
    pieces = _pieces(first, joints, last)
    commas = any(view.tokens.tags[end] == "," for end, _ in joints)
    if len(pieces) > 2 and commas and _is_done(view, first):
        return pieces
    if len(pieces) == 2 and all(_is_done(view, start) for start, _ in pieces):
        return pieces
    return [(first, last)]


def counted(view: View, first: int, last: int, count: int) -> list[Range]:
    """The items behind a colon where their number is told: ``three conditions: a truce, an apology and compensation``."""
    tags, lowers = view.tokens.tags, view.tokens.lowers
    reach = range(first + 1, min(last, first + 2 * REACH))
    end = next((token for token in reach if tags[token] == "." or lowers[token] == ";"), last)
    joints = [
        joint
        for joint in _joints(view, first, min(end, first + 2 * REACH + 1))
        if tags[joint[1]] in OPENS or lowers[joint[1]] == "that"
    ]
    pieces = _pieces(first, joints, end)
    return pieces if len(pieces) == count else []


def _joints(view: View, first: int, last: int) -> Iterator[Range]:
    """Where a thing of a list may end, and where the next would begin: at a comma, at *and*, at both."""
    tags, lowers = view.tokens.tags, view.tokens.lowers
    for token in range(first + 1, last - 1):
        if tags[token] == "," and lowers[token + 1] != "and":
            yield token, token + 1
        elif tags[token] == "CC" and lowers[token] == "and":
            yield token - (tags[token - 1] == ","), token + 1


def _pieces(first: int, joints: Sequence[Range], last: int) -> list[Range]:
    """The things of a list that is parted at these places."""
    return list(zip([first, *(start for _, start in joints)], [*(end for end, _ in joints), last], strict=True))


def _begins(view: View, token: int, last: int) -> bool:
    """Whether a thing with an article of its own, or one that is done for another, begins there."""
    number = view.phrases.noun_at[token]
    if number < 0 or view.phrases.nouns[number].first != token or view.cast.at[token] >= 0:
        return False
    phrase = view.phrases.nouns[number]
    if phrase.last < last and view.phrases.verb_at[phrase.last] >= 0:
        return False  # "and the envoy said"
    return view.tokens.lowers[token] in ("the", "a", "an") or _is_done(view, token)


def _is_done(view: View, token: int) -> bool:
    number = view.phrases.noun_at[token]
    return number >= 0 and view.tokens.lowers[view.phrases.nouns[number].head] in GOODS | ENDS | LISTED
