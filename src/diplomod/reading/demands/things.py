"""Things that are demanded: where the words for them end, how several are parted, and who gave the cause."""

from __future__ import annotations

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
        if word in ("since", "as") and _tells(view, token + 1, last):
            return token
    return last


def _tells(view: View, first: int, last: int) -> bool:
    """Whether a subject and a verb stand there."""
    number = view.phrases.noun_at[first] if first < last else -1
    if number < 0:
        return False
    at = view.phrases.nouns[number].last
    return at < last and view.phrases.verb_at[at] >= 0 and view.tokens.tags[at] in ("VBD", "VBZ", "VBP", "MD")


def blamed(view: View, first: int, last: int, by: tuple[int, ...]) -> tuple[int, ...]:
    """Of whom something is demanded for what was done: ``an apology after Lima seized two boats``: of Lima."""
    own = {party.code for party in view.parties(by)}
    for number in view.actors(first + 1, min(last, first + REACH)):
        mention = view.mention(number)
        if mention.parties and not mention.pronoun:
            return (number,) if own.isdisjoint(party.code for party in mention.parties) else ()
    return ()


def parted(view: View, first: int, last: int) -> list[Range]:
    """The things of a list that one verb demands: ``an end to the war, the release of the crew and the return of the boats``.

    Two are parted only where each is something that one side does for another; a list of three or more always is.
    """
    tags, lowers = view.tokens.tags, view.tokens.lowers
    starts, breaks = [first], []
    for token in range(first + 1, min(last - 1, first + REACH)):
        after = token + 1
        if tags[token] == "," and lowers[after] == "and":
            continue
        if tags[token] == "," or (lowers[token] == "and" and tags[token] == "CC"):
            if _begins(view, after, last):
                breaks.append(token - (lowers[token] == "and" and tags[token - 1] == ","))
                starts.append(after)
    pieces = list(zip(starts, [*breaks, last], strict=True))
    commas = any(tags[token] == "," for token in breaks)
    if len(pieces) > 2 and commas and _is_done(view, first):
        return pieces
    if len(pieces) == 2 and all(_is_done(view, start) for start in starts):
        return pieces
    return [(first, last)]


def counted(view: View, first: int, last: int, count: int) -> list[Range]:
    """The items behind a colon where their number is told: ``three conditions: a truce, an apology and compensation``."""
    tags, lowers = view.tokens.tags, view.tokens.lowers
    starts, breaks = [first], []
    end = last
    for token in range(first + 1, min(last, first + 2 * REACH)):
        if tags[token] == "." or lowers[token] == ";":
            end = token
            break
        comma = tags[token] == "," and lowers[token + 1 : token + 2] != ["and"]
        if (comma or lowers[token] == "and") and token + 1 < last:
            if tags[token + 1] in OPENS or lowers[token + 1] == "that":
                breaks.append(token - (tags[token - 1] == ","))
                starts.append(token + 1)
    pieces = list(zip(starts, [*breaks, end], strict=True))
    return pieces if len(pieces) == count else []


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
