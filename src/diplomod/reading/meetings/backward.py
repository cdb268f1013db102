"""Whom words for several stand for that were named before: ``they``, ``the two leaders``, ``both ministers``."""

from __future__ import annotations

from collections.abc import Iterable

from diplomod.reading.meetings.context import Context, is_pair
from diplomod.reading.parts import Mention, MentionKind

PAIRS = frozenset("pair duo men women couple".split())
NEAR = 3  # sentences over which ``the two`` look back
FAR = 8  # sentences over which words that tell a post do
ADJUNCTS = 12  # tokens behind a number of states in which they are named
CONTINENT = {"EUROPE"}
COUNTS = {"three": 3, "four": 4, "five": 5}
TOP = frozenset(
    """president premier prime chancellor king queen emir sultan leader prince chairman taoiseach pope monarch ruler
    secretary-general""".split()
)
# The words of a post of which whoever is meant must have one, by the noun.
POSTS = {
    "leaders": TOP,
    "heads": TOP,
    "statesmen": TOP,
    "presidents": frozenset(("president",)),
    "premiers": frozenset("premier prime chancellor".split()),
    "ministers": frozenset("minister ministers secretary chancellor premier".split()),
    "diplomats": frozenset("minister secretary envoy ambassador diplomat representative".split()),
    "envoys": frozenset("envoy representative ambassador negotiator".split()),
    "negotiators": frozenset("negotiator delegate envoy delegation team minister".split()),
    "ambassadors": frozenset(("ambassador",)),
    "generals": frozenset("general chief commander marshal".split()),
    "commanders": frozenset("commander chief general marshal".split()),
    "chiefs": frozenset("chief head director general".split()),
}


def owns(context: Context, number: int) -> bool:
    """Whether a mention only tells whose the thing is that stands behind it: ``Iran’s demands``."""
    mention = context.mention(number)
    phrase = context.phrases.noun_at[mention.first]
    if phrase < 0:
        return False
    head = context.phrases.nouns[phrase].head
    return not mention.first <= head < mention.last and context.cast.at[head] != number and head > mention.last - 1


def expanded(context: Context, numbers: Iterable[int]) -> list[int]:
    """The mentions, with the people that ``they`` and ``the two leaders`` stand for in their place."""
    out: list[int] = []
    for number in numbers:
        mention = context.mention(number)
        if not mention.plural or mention.person is not None:
            out.append(number)
            continue
        words = context.tokens.lowers[mention.first : mention.last]
        counted = next((COUNTS[w] for w in words if w in COUNTS), 2)
        named = len(words) == 2 and words[0] == "the" and words[1] in POSTS  # "The ministers recalled their meeting"
        stands_in = mention.pronoun or is_pair(mention) or counted > 2 or named or words[-1] in PAIRS
        post = mention.name.lower().split()[-1] if mention.pronoun else context.tokens.lowers[mention.head]
        people = people_before(context, mention.first, counted, post) if stands_in else []
        codes = {party.code for party in mention.parties}
        if counted > 2 and codes == CONTINENT and (listed := _named_behind(context, mention, counted)):
            out += listed
            continue
        if people and (not codes or _codes(context, people) <= codes):
            out += people
        else:
            out.append(number)
    return list(dict.fromkeys(out))


def _named_behind(context: Context, mention: Mention, count: int) -> list[int]:
    """The states that a number of them sums up: ``three European powers — Britain, France and Germany``."""
    end = min(len(context.cast.at), mention.last + ADJUNCTS)
    states = [n for n in context.cast.between(mention.last, end) if context.mention(n).kind is MentionKind.PARTY]
    return states[:count] if len(states) >= count else []


def _codes(context: Context, numbers: Iterable[int]) -> set[str]:
    return {party.code for number in numbers for party in context.mention(number).parties}


def people_before(context: Context, token: int, count: int = 2, post: str = "") -> list[int]:
    """The two (or `count`) people of different parties who were last named together before a token; none where more were.

    Where the noun tells their post (``leaders``), nobody counts who has another: ``Luna saw an ambassador. The two leaders``.
    """
    tokens = context.tokens
    sentence = tokens.sentence_of[token]
    posts = POSTS.get(post)
    for back in range(min(NEAR if posts is None else FAR, sentence + 1)):
        begin, end = tokens.sentences[sentence - back]
        people: dict[str, int] = {}
        for number in context.cast.between(begin, min(end, token)):
            person = context.mention(number).person
            if person is None or number in context.inner or owns(context, number):
                continue
            if posts is None or _has_post(context, person.name, posts):
                people.setdefault(person.name, number)
        parties = [frozenset(party.code for party in context.mention(n).parties) for n in people.values()]
        if len(people) == count and len(set(parties)) == count:
            return list(people.values())
        if len(people) > 1:
            return []
    return []


def _has_post(context: Context, name: str, posts: frozenset[str]) -> bool:
    """Whether the text tells such a post of somebody, or none at all."""
    role = context.cast.longest_role.get(name)
    if role is None:
        return True
    return not posts.isdisjoint(role.text.lower().replace("-", " ").split() + role.text.lower().split())
