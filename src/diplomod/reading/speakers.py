"""The tokens of a source -> the Speaker, for statements and demands alike."""

from __future__ import annotations

from diplomod.model import Party, Span, Speaker, SpeakerKind
from diplomod.reading.parts import Cast, Mention, MentionKind, Tokens

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
PARTY = MentionKind.PARTY
UNNAMED, OF_PARTY = SpeakerKind.UNNAMED, SpeakerKind.PARTY

Range = tuple[int, int]

PERSON, PLACE, NAMED = MentionKind.PERSON, MentionKind.PLACE, SpeakerKind.PERSON
KINDS = {
    MentionKind.PARTY: SpeakerKind.PARTY,
    PLACE: SpeakerKind.PARTY,
    MentionKind.OFFICE: SpeakerKind.OFFICE,
    MentionKind.SOURCE: SpeakerKind.UNNAMED,
}


SERVED = 8  # tokens before a name in which the post of who serves ends
SERVING = frozenset("spokesman spokeswoman spokesperson aide adviser advisor lawyer assistant representative".split())


def speaker_at(tokens: Tokens, cast: Cast, where: Range) -> Speaker:
    """Who the words at `where` stand for."""
    mentions = _mentions(tokens, cast, where)
    alone = mentions[0] if len(mentions) == 1 else None
    if alone is not None and not _is_of(tokens, alone, where) and not _is_one_of_several(tokens, alone, where):
        return _of_mention(tokens, alone, where)
    return _of_words(tokens, cast, mentions, where)


def _is_one_of_several(tokens: Tokens, mention: Mention, where: Range) -> bool:
    """Whether others whom nobody knows are joined to a mention: ``[some parties] and clubs``."""
    after = tokens.lowers[mention.last : min(where[1], mention.last + 1)]
    before = tokens.lowers[max(where[0], mention.first - 1) : mention.first]
    return after == ["and"] or before == ["and"]


def _is_of(tokens: Tokens, mention: Mention, where: Range) -> bool:
    """Whether a party only tells whose the thing is that speaks: ``the [Russian] press service``."""
    if mention.kind is not PARTY or mention.last >= where[1]:
        return False
    return tokens.tags[mention.last] in ("NN", "NNS", "JJ") and tokens.tags[where[1] - 1] in ("NN", "NNS")


def unnamed(words: Span) -> Speaker:
    """A source of which the text has these words alone."""
    return Speaker(kind=UNNAMED, name=words.text, span=words)


def _mentions(tokens: Tokens, cast: Cast, where: Range) -> list[Mention]:
    """The actors of the range that are not merely the owners of another (``Netanyahu's office``)."""
    out: list[Mention] = []
    before = -1
    for token in range(*where):
        number = cast.at[token]
        if number >= 0 and number != before:
            mention = cast.mentions[number]
            owns = mention.last < where[1] and tokens.tags[mention.last] == "POS"
            if not owns:
                out.append(mention)
        before = number
    if len(out) > 1:
        out = [mention for mention in out if tokens.tags[mention.first] != "PRP$"] or out  # "His counterpart, Luis Paz"
    actors = [mention for mention in out if mention.kind is not PLACE] or out if len(out) > 1 else out
    named = _named(tokens, actors)
    if named is not None:
        return [named]
    last = actors[-1] if actors else None
    if last is not None and last.kind is PERSON and len(actors) == 2 and not actors[0].plural:
        between = tokens.lowers[actors[0].last : last.first]
        if not {"and", ",", "or"} & set(between):
            return [last]  # "Greek government spokesperson Eleni Markou"
    return actors


def _named(tokens: Tokens, actors: list[Mention]) -> Mention | None:
    """The person whom the rest of the words tell more of: ``the UN envoy, Ana Lima, who met Luis Paz,`` is Ana Lima."""
    if len(actors) < 2:
        return None
    number = next((at for at, actor in enumerate(actors) if actor.kind is PERSON), -1)
    if number < 0:
        return None
    person = actors[number]
    if _serves(tokens, person):  # "A spokesman for President Lima, Luis Paz, said"
        own = next(
            (one for one in actors[number + 1 :] if one.kind is PERSON and tokens.lowers[one.first - 1] == ","), None
        )
        return own
    before = set(tokens.lowers[actors[0].first : person.first])
    if number and ({"and", "or", "who", "which"} & before or actors[0].plural):
        return None
    after = tokens.lowers[person.last : actors[-1].first] if number + 1 < len(actors) else [","]
    joined = {"and", "or"} & set(after) and not {"who", "whose"} & set(after[:3])
    return person if after[:1] == [","] and not joined else None


def _serves(tokens: Tokens, mention: Mention) -> bool:
    """Whether a person is named as the one for whom somebody speaks: ``a spokesman for President Lima``."""
    begin = tokens.sentences[tokens.sentence_of[mention.first]][0]
    for at in range(mention.first - 1, max(begin, mention.first - SERVED), -1):
        if tokens.lowers[at] in ("for", "of", "to"):
            return tokens.lowers[at - 1] in SERVING
        if tokens.tags[at] not in ("NNP", "NNPS", "JJ", "NN", "DT", "POS"):
            return False
    return False


def _of_mention(tokens: Tokens, mention: Mention, where: Range) -> Speaker:
    parties = _distinct(mention.parties)
    party = parties[0] if len(parties) == 1 else None
    person = mention.person
    if mention.kind is PERSON and person is not None:
        return Speaker(kind=NAMED, name=person.name, person=person, party=party, role=mention.role, span=person.span)
    span = tokens.span(mention.first, mention.last)
    if mention.kind is PERSON:
        return Speaker(kind=UNNAMED, name=mention.name, party=party, span=span)
    kind = KINDS.get(mention.kind, UNNAMED if mention.plural else OF_PARTY)
    if kind is OF_PARTY and party is None:
        kind = UNNAMED
    return Speaker(kind=kind, name=mention.name, party=party, role=mention.role, span=span)


def _of_words(tokens: Tokens, cast: Cast, mentions: list[Mention], where: Range) -> Speaker:
    """Several actors, or none that is known: the words as they stand, and the party that all of them share."""
    span = tokens.span(*where)
    parties = _distinct(tuple(party for mention in mentions for party in mention.parties))
    if not mentions:
        sole = cast.sole_party(cast.between(*where))  # "the Danish cabinet's press service"
        return Speaker(kind=UNNAMED, name=span.text, party=sole, span=span)
    if not all(mention.parties for mention in mentions[:-1]):
        return Speaker(kind=UNNAMED, name=span.text, span=span)  # "two envoys and a Danish official"
    return Speaker(kind=UNNAMED, name=span.text, party=parties[0] if len(parties) == 1 else None, span=span)


def _distinct(parties: tuple[Party, ...]) -> list[Party]:
    return list({party.code: party for party in parties}.values())
