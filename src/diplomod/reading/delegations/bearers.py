"""Those who are named elsewhere than where posts tell of them: ``The ministers of Peru and Chile met. Peru’s Ana Lima said``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diplomod.model import MeetingKind, MeetingStatus, Party
from diplomod.reading.delegations.notes import Note
from diplomod.reading.parts import Cast, Encounter, Mention, MentionKind, Presence, Tokens

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
BRIEFING = MeetingKind.BRIEFING
GROUP, OFFICE = MentionKind.GROUP, MentionKind.OFFICE

BESIDE = 6  # characters between a name and the words for its party: ``Peru’s Ana Lima``, ``Ana Lima of Peru``
SOON = 8  # sentences behind the encounter within which somebody without a post is named
OVER = frozenset((MeetingStatus.HELD, MeetingStatus.ONGOING))
TOLD = OVER | {MeetingStatus.PLANNED}
LESSER = frozenset(
    "deputy vice assistant former ex under spokesman spokeswoman spokesperson adviser aide office".split()
)
TOP = frozenset("president premier chancellor prime king emir leader sultan taoiseach".split())
FOREIGN = frozenset("foreign external secretary".split())
HEADS = {
    "leader": TOP,
    "diplomat": frozenset("minister secretary diplomat envoy ambassador".split()),
    "premier": frozenset("premier prime chancellor".split()),
    "negotiator": frozenset("negotiator negotiators delegate delegation team envoy".split()),
    "envoy": frozenset("envoy representative ambassador".split()),
    "secretary": frozenset("secretary minister".split()),
    "minister": frozenset("minister secretary chancellor".split()),
    **{
        post: frozenset((post,)) for post in "ambassador commander chief general king chancellor representative".split()
    },
    "president": frozenset(("president", "leader")),
}
KINDS = (
    frozenset("foreign external".split()),
    frozenset("prime premier chancellor".split()),
    frozenset("defence defense".split()),
    frozenset("interior home".split()),
    frozenset("finance treasury economy".split()),
    frozenset("trade commerce".split()),
    *(frozenset((word,)) for word in "energy oil agriculture health culture justice transport water army navy".split()),
    *(frozenset((word,)) for word in "security intelligence military police environment deputy vice".split()),
)
COUNTERPARTS = frozenset("counterpart number".split())


def find_bearers(tokens: Tokens, cast: Cast, encounters: Sequence[Encounter]) -> Iterator[tuple[int, Note]]:
    """For each encounter told of posts alone those who hold them, the first of each side.

    ``The Kenyan and Ugandan presidents met on Friday. President Peter Otieno said`` names one of Kenya.
    """
    people: dict[str, list[int]] | None = None
    told: set[frozenset[str]] = set()
    for number, encounter in enumerate(encounters):
        sides = {party.code: party for party in encounter.meeting.parties}
        if len(sides) < 2 or encounter.meeting.status not in TOLD or encounter.meeting.kind is BRIEFING:
            continue
        if frozenset(sides) in told:
            continue  # whoever met earlier may have been others
        told.add(frozenset(sides))
        unnamed: list[Party] | None = None
        for presence in encounter.presences:
            mention = _meant(tokens, cast, presence.mention)
            posts = _posts(tokens, mention)
            if not posts:
                continue
            people = _people(cast) if people is None else people
            unnamed = _unnamed(cast, encounter, sides) if unnamed is None else unnamed
            codes = {party.code for party in mention.parties}
            for party in (one for one in unnamed if one.code in codes):
                found = _bearer(tokens, cast, people.get(party.code, ()), mention, posts)
                if found is not None:
                    yield number, _note(cast, presence, found, party)


def _meant(tokens: Tokens, cast: Cast, number: int) -> Mention:
    """Whom ``their`` stands for in a sentence: the ministers of ``The ministers of Peru and Chile met for their first talks``."""
    mention = cast.mentions[number]
    if not (mention.pronoun and mention.plural):
        return mention
    begin = tokens.sentences[tokens.sentence_of[mention.first]][0]
    codes = {party.code for party in mention.parties}
    for other in cast.between(begin, mention.first):
        one = cast.mentions[other]
        if one.plural and not one.pronoun and codes and codes <= {party.code for party in one.parties}:
            return one
    return mention


def _people(cast: Cast) -> dict[str, list[int]]:
    """The first mention of each named person, by the one party that he or she is of."""
    found: dict[str, list[int]] = {}
    seen: set[str] = set()
    for number, mention in enumerate(cast.mentions):
        if mention.person is None or mention.pronoun or mention.person.name in seen:
            continue
        seen.add(mention.person.name)
        codes = {party.code for party in mention.parties}
        if len(codes) == 1:
            found.setdefault(codes.pop(), []).append(number)
    return found


def _posts(tokens: Tokens, mention: Mention) -> tuple[frozenset[str], frozenset[str]] | None:
    """The words of which a role must have one each: the post, and what it is for; None where the words tell no post."""
    if mention.person is not None or mention.pronoun or mention.kind not in (GROUP, OFFICE):
        return None
    head = tokens.lowers[mention.head]
    post = HEADS.get(head.removesuffix("s")) or HEADS.get(head.removesuffix("ies") + "y")
    if post is None:
        return None
    before = set(tokens.lowers[mention.first : mention.head])
    return post, next((kind for kind in KINDS if kind & before), frozenset())


def _unnamed(cast: Cast, encounter: Encounter, sides: dict[str, Party]) -> list[Party]:
    """The sides of which nobody is named."""
    named = {
        party.code
        for presence in (*encounter.presences, *encounter.others)
        if cast.mentions[presence.mention].person is not None
        for party in cast.mentions[presence.mention].parties
    }
    return [party for code, party in sides.items() if code not in named]


def _bearer(
    tokens: Tokens,
    cast: Cast,
    people: Sequence[int],
    mention: Mention,
    posts: tuple[frozenset[str], frozenset[str]],
) -> int | None:
    """Who has the post, else the first who is named soon after with nothing but the party, or as a counterpart."""
    post, what = posts
    fallback = None
    for number in people:
        one = cast.mentions[number]
        assert one.person is not None
        role = cast.longest_role.get(one.person.name)
        words = set() if role is None else set(role.text.lower().replace("-", " ").replace("’", "'").split())
        if words & post and not words & (LESSER - what):
            if not what or what & words or (what & FOREIGN and "secretary" in words and "state" in words):
                return number
        distance = tokens.sentence_of[one.first] - tokens.sentence_of[mention.first]
        if fallback is None and 0 <= distance <= SOON and (words & COUNTERPARTS if words else _is_of(tokens, one)):
            fallback = number
    return fallback


def _is_of(tokens: Tokens, mention: Mention) -> bool:
    """Whether the words for the party of a name stand right beside it: ``Peru’s Ana Lima``."""
    first, last = tokens.starts[mention.first], tokens.ends[mention.last - 1]
    span = mention.parties[0].span
    return span is not None and (0 <= first - span.end <= BESIDE or 0 <= span.start - last <= BESIDE)


def _note(cast: Cast, presence: Presence, number: int, party: Party) -> Note:
    mention = cast.mentions[number]
    return Note(
        token=mention.head,
        people=(number,),
        party=party,
        attendance=presence.attendance,
        evidence=(mention.first, mention.last),
        rule=find_bearers,
        bearer=True,
    )
