"""The sides of an encounter that go without saying: ``The next round is due in May``, ``The two will meet again``."""

from __future__ import annotations

from diplomod.model import MeetingKind, MeetingStatus, PartyKind
from diplomod.reading.meetings.clusters import Cluster, people_of
from diplomod.reading.meetings.context import HERE, Context, Sighting, is_pair
from diplomod.reading.meetings.sides import (
    is_local,
    parties_of,
)
from diplomod.reading.parts import MentionKind

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
PARTY, GROUP, PERSON, OFFICE = MentionKind.PARTY, MentionKind.GROUP, MentionKind.PERSON, MentionKind.OFFICE
PLACE = MentionKind.PLACE

OFF = frozenset((MeetingStatus.CANCELLED, MeetingStatus.POSTPONED))
NUMBERS = {
    "two": 2,
    "both": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
AGAIN = frozenset("further another next follow-up new second third fourth".split())
EARLIER = frozenset("previous earlier past prior".split())
THREE = frozenset("trilateral three-way tripartite three-party".split())
SEATS = frozenset("Geneva Vienna Brussels Davos Munich Montreux Strasbourg Lausanne".split()) | {
    "New York",
    "The Hague",
}
# Who is seldom at home where he meets somebody.
ABROAD = frozenset(
    """rebel opposition guerrilla envoy representative mediator ambassador facilitator coordinator secretary-general
    commissioner""".split()
)
ROUNDS = frozenset("round rounds session sessions talks consultations negotiations".split())
THE_SIDES = frozenset(
    (
        ("the", "parties"),
        ("the", "sides"),
        ("the", "two", "sides"),
        ("both", "sides"),
        ("the", "two", "parties"),
        ("both", "parties"),
    )
)
SIDES = 2
ABOVE = 0.3
LEAD = 3  # sentences at the start that tell what a text is about
BACK = 4  # sentences over which ``they`` look back for who met
LAST = 24  # encounters told before that are looked at
NEGOTIATED = frozenset((MeetingKind.TALKS, MeetingKind.CALL))
COUNSEL = frozenset("consultations deliberations".split())  # of a council among its own members
GATHERINGS = frozenset((MeetingKind.MEETING, MeetingKind.SUMMIT, MeetingKind.CONFERENCE))
SIDED = frozenset((MeetingKind.TALKS, MeetingKind.MEETING, MeetingKind.SUMMIT, MeetingKind.CALL, MeetingKind.SIGNING))
TALKS = frozenset((MeetingKind.TALKS, MeetingKind.MEETING, MeetingKind.SUMMIT, MeetingKind.CONFERENCE))


def completed(
    context: Context, clusters: list[Cluster], sighting: Sighting, parties: set[str], pair: set[str]
) -> set[str]:
    """The sides of an encounter, with those that go without saying: of ``The next round is due in May`` the ones whose talks
    the paragraph, or else the text, is about."""
    if parties and len(pair) == SIDES and not parties & pair and _has_open_pair(context, sighting):
        return parties | pair
    if not THREE.isdisjoint(_words(context, sighting)) and 0 < len(parties) <= SIDES:
        return _of_three(context, clusters, parties, pair)
    if len(parties) > 1:
        return parties if sighting.only else _as_counted(context, clusters, sighting, parties, pair)
    if len(parties) == 1 and _has_unknown(context, sighting):
        again = _met_before(context, clusters, sighting, parties) or _of_whom_met(context, clusters, sighting, parties)
        if again:
            return again
        sides = parties | _host_of(context, sighting, parties)
        return set(pair) if len(sides) == 1 and parties < pair and _lacks_posts(context, sighting) else sides
    if sighting.body and not parties:
        same = (
            one for one in reversed(clusters[-LAST:]) if one.main.body in (sighting.body, "it") or sighting.body == "it"
        )
        return set(next((one.parties for one in same if one.main.body and one.parties), pair))
    if len(parties) == 1:
        known = sighting.kind in TALKS and not _loose(context, sighting) and not _is_body(context, sighting)
        near = (_sides_near(context, clusters, sighting, pair), pair) if known else ()
        found = set(next((codes for codes in near if parties < codes), parties))
        return found | _anchor(clusters, found) if known and len(found) == 1 else found
    unclear = _two_unknown(context, sighting) or _are_open(context, sighting) or _is_called_after(context, sighting)
    if sighting.sides and not unclear:
        return parties
    several = context.tokens.tags[sighting.token] == "NNS"
    lower = context.tokens.lowers[sighting.token]
    if (
        several
        and lower not in ("rounds", "sessions")
        and not sighting.definite
        and EARLIER & set(_words(context, sighting))
    ):
        return parties  # "Previous discussions took place in Florida": whose, stays open
    if sighting.sides or sighting.kind in SIDED or _known_talks(context, sighting):
        return set(_sides_near(context, clusters, sighting, pair))
    return parties


def _of_three(context: Context, clusters: list[Cluster], parties: set[str], pair: set[str]) -> set[str]:
    """The sides of a trilateral, where some go without saying: ``They discussed a trilateral with Seoul``, and in what the UN
    publishes ``a trilateral meeting with Russia and the United States``."""
    if len(parties) == 1:
        return parties | pair if len(pair) == SIDES and not parties & pair else parties
    issuer = context.cast.issuer
    third = {issuer.code} - parties if issuer is not None else _anchor(clusters, parties)
    return parties | third if len(third) == 1 else parties


def _is_called_after(context: Context, sighting: Sighting) -> bool:
    """Whether an encounter only has the name of some format before it: ``the GBC meeting``."""
    first = sighting.token - len(_words(context, sighting))
    mentions = [context.mention(presence.mention) for presence in sighting.sides]
    return all(one.kind is GROUP and not one.pronoun and first <= one.first < sighting.token for one in mentions)


def _words(context: Context, sighting: Sighting) -> list[str]:
    """The words of the noun phrase that tells of the encounter."""
    phrase = context.phrases.noun_at[sighting.token]
    if phrase < 0:
        return []
    return context.tokens.lowers[context.phrases.nouns[phrase].first : sighting.token]


def _lacks_posts(context: Context, sighting: Sighting) -> bool:
    """Whether somebody of no known party takes part of whom the text tells no post either."""
    roles = context.cast.longest_role
    mentions = [context.mention(presence.mention) for presence in sighting.sides]
    return any(
        not one.parties
        and (one.person.name not in roles if one.person is not None else one.kind is OFFICE and not one.plural)
        for one in mentions
    )


def _has_open_pair(context: Context, sighting: Sighting) -> bool:
    """Whether somebody meets two whose parties the words leave open: ``received both ministers``."""
    mentions = [context.mention(presence.mention) for presence in sighting.sides]
    return any(is_pair(mention) and not mention.parties and not mention.pronoun for mention in mentions)


def _has_unknown(context: Context, sighting: Sighting) -> bool:
    """Whether one person whose party the text leaves open meets others."""
    mentions = [context.mention(presence.mention) for presence in sighting.sides]
    return any(is_local(context, presence.mention) for presence in sighting.sides) or any(
        not mention.parties
        and mention.kind in (PERSON, OFFICE)
        and not mention.plural
        and ABROAD.isdisjoint(f"{mention.name} {mention.role}".lower().split())
        for mention in mentions
    )


def _met_before(context: Context, clusters: list[Cluster], sighting: Sighting, parties: set[str]) -> set[str]:
    """The two sides of an encounter told before of the same people, where that of one of them is not told of himself."""
    names = people_of(context, sighting)
    for cluster in reversed(clusters[-LAST:]):
        if len(cluster.parties) == SIDES and parties < cluster.parties and len(names) > 1:
            if names <= people_of(context, cluster.main):
                return set(cluster.parties)
    return set()


def _of_whom_met(context: Context, clusters: list[Cluster], sighting: Sighting, parties: set[str]) -> set[str]:
    """The sides, with that of somebody who was left over in an encounter told before: ``In talks between China and the Vatican
    Rossi met Li of China. He saw Premier Luna of Peru``."""
    silent = {
        one.person.name
        for one in (context.mention(presence.mention) for presence in sighting.sides)
        if one.person is not None and not one.parties
    }
    for cluster in reversed(clusters[-LAST:]) if len(silent) == 1 else ():
        if len(cluster.parties) != SIDES or not silent <= people_of(context, cluster.main):
            continue
        people = (one.mention for one in cluster.main.sides if context.mention(one.mention).kind is not PARTY)
        left = cluster.parties - parties_of(context, people)
        if len(left) == 1 and not left <= parties:
            return parties | left
    return set()


def _host_of(context: Context, sighting: Sighting, parties: set[str]) -> set[str]:
    """The state where the encounter is, of which somebody unknown is: ``met the envoy of China in Pyongyang``; the seats of
    international bodies tell nothing."""
    place = None if sighting.place is None else context.place_of(sighting.place)
    if sighting.place is None and sighting.status is MeetingStatus.HELD and sighting.kind is MeetingKind.MEETING:
        place = context.here
    if place is None and sighting.place is not None and sighting.place != HERE:
        return {party.code for party in context.mention(sighting.place).parties} - parties  # "at the White House"
    if place is None or place.country is None or place.name in SEATS:
        return set()
    return {place.country} & context.lexicon.names.parties.keys()


def _anchor(clusters: list[Cluster], parties: set[str]) -> set[str]:
    """The party that nearly all encounters told before are with: the other side of ``Talks with Washington were put off``."""
    counts: dict[str, int] = {}
    told = [cluster.parties for cluster in clusters[-LAST:] if len(cluster.parties) > 1]
    for codes in told:
        for code in codes:
            counts[code] = counts.get(code, 0) + 1
    best = sorted(counts, key=lambda code: (-counts[code], code))[:2]
    if not best or counts[best[0]] < 2 or (len(best) > 1 and counts[best[1]] == counts[best[0]]):
        return set()
    return {best[0]} - parties if 4 * counts[best[0]] >= 3 * len(told) else set()


def _sides_near(context: Context, clusters: list[Cluster], sighting: Sighting, pair: set[str]) -> set[str]:
    """The sides of the encounter told last, or of the pair that the text is about where that one was of half of it with a third
    one: ``The envoy met Vik, then Luna. Another meeting of the two is due``."""
    found = _told_near(context, clusters, sighting, pair)
    apart = len(pair) == len(found) == SIDES and len(found & pair) == 1
    apart = apart and not parties_of(context, (presence.mention for presence in sighting.sides))
    if apart and (sighting.mutual or AGAIN & set(_words(context, sighting))):
        return set(pair) if any(cluster.parties == pair for cluster in clusters[-LAST:]) else found
    return found


def _told_near(context: Context, clusters: list[Cluster], sighting: Sighting, pair: set[str]) -> set[str]:
    """The sides of the encounter told last in the same paragraph; else the only two parties that the sentence or the
    paragraph names; else the two that the text is about, if the paragraph is about nobody else."""
    paragraphs = context.document.sentence_paragraphs
    here = paragraphs[sighting.sentence]
    if sighting.sides and _are_open(context, sighting):
        for cluster in reversed(clusters[-LAST:]):
            sides = _visitors(context, cluster)
            if len(sides) > 1 and sighting.sentence - cluster.main.sentence <= BACK and not cluster.main.in_title:
                return sides
    if sighting.ordinal:
        for cluster in reversed(clusters[-LAST:]):
            if cluster.main.ordinal and len(cluster.parties) > 1:
                return cluster.parties  # "a second round … The first round took place in May"
    if sighting.ordinal or sighting.counted or context.tokens.lowers[sighting.token] in ROUNDS:
        for cluster in reversed(clusters[-LAST:]):
            if len(cluster.parties) > 1 and context.tokens.lowers[cluster.main.token] in ROUNDS:
                return cluster.parties
    for cluster in reversed(clusters[-LAST:]):
        if paragraphs[cluster.main.sentence] == here and not cluster.main.in_title and len(cluster.parties) > 1:
            return cluster.parties
    if sighting.kind in GATHERINGS:
        for cluster in reversed(clusters[-LAST:]):
            if len(cluster.parties) > 2:
                return cluster.parties  # the next one is of the same three or more
    sentences = [number for number in (sighting.sentence - 1, sighting.sentence) if number >= 0]
    named: set[str] = set()
    for number in reversed([n for n in sentences if paragraphs[n] == here]):
        begin, end = context.tokens.sentences[number]
        found = [n for n in context.cast.between(begin, end) if n not in context.inner]
        named |= parties_of(context, (n for n in found if context.mention(n).kind is not PLACE))
        named -= parties_of(context, (presence.mention for presence in sighting.others))
        if len(named) == 2:
            return named
    if named and not named & pair:
        return pair if AGAIN & set(_words(context, sighting)) else set()
    return pair


def _visitors(context: Context, cluster: Cluster) -> set[str]:
    """The sides of an encounter; of a visit those who make it, if several do: ``their visit to Kyiv. They will meet again``."""
    if cluster.main.kind is not MeetingKind.VISIT:
        return cluster.parties
    place = None if cluster.place is None else context.place_of(cluster.place)
    sides = cluster.parties - cluster.main.hosts - {place.country if place is not None and place.country else ""}
    return sides if len(sides) > 1 else cluster.parties


def _is_body(context: Context, sighting: Sighting) -> bool:
    kinds = {party.kind for p in sighting.sides for party in context.mention(p.mention).parties}
    if not kinds or not kinds <= {PartyKind.BLOC, PartyKind.INTERNATIONAL_BODY}:
        return False
    itself = all(context.mention(p.mention).kind is PARTY for p in sighting.sides)
    if any(context.mention(p.mention).kind is PERSON for p in sighting.sides):
        return False  # "a meeting with the UN envoy, Luis Paz"
    return sighting.kind not in NEGOTIATED or (itself and context.tokens.lowers[sighting.token] in COUNSEL)


def _are_open(context: Context, sighting: Sighting) -> bool:
    """Whether nothing but ``they``, ``their`` or ``the two`` tells who takes part."""
    return all(
        context.mention(p.mention).pronoun or context.mention(p.mention).plural
        for p in sighting.sides
        if context.mention(p.mention).person is None
    ) and not any(context.mention(p.mention).person is not None for p in sighting.sides)


def _as_counted(
    context: Context, clusters: list[Cluster], sighting: Sighting, parties: set[str], pair: set[str]
) -> set[str]:
    """``the three leaders`` are of the three sides that met before, whoever else they might be."""
    for presence in sighting.sides:
        mention = context.mention(presence.mention)
        if mention.person is not None or not mention.plural:
            continue
        words = tuple(context.tokens.lowers[mention.first : mention.last])
        if pair and words in THE_SIDES and parties != pair and not (mention.pronoun):
            return set(pair)
        number = next((NUMBERS[w] for w in context.tokens.lowers[mention.first : mention.last] if w in NUMBERS), 0)
        own = {party.code for party in mention.parties}
        if number and number not in (len(parties), len(own)):
            for cluster in reversed(clusters[-LAST:]):
                if len(cluster.parties) == number:
                    return set(cluster.parties)
    return parties


def _known_talks(context: Context, sighting: Sighting) -> bool:
    """Whether the sides of an encounter go without saying: one called off, a further round."""
    if sighting.status in OFF or (sighting.ordinal and sighting.kind in TALKS):
        return True
    lower = context.tokens.lowers[sighting.token]
    return sighting.mutual or (sighting.definite and lower in ("round", "session", "talks", "negotiations"))


def _two_unknown(context: Context, sighting: Sighting) -> bool:
    """Whether two people meet of whom the text does not tell whose each is: they are of the two sides."""
    people = [p for p in sighting.sides if context.mention(p.mention).person is not None]
    return len(people) == 2 and len(sighting.sides) == 2 and not parties_of(context, (p.mention for p in people))


def main_pair(context: Context, sightings: list[Sighting]) -> set[str]:
    """The two parties whose talks the text is about: those that sightings name as a pair, the title and the lead counting more;
    of two pairs told as often the one whose parties the text names more."""
    if len(context.cast.sides) == SIDES:
        return {party.code for party in context.cast.sides}
    counts: dict[frozenset[str], float] = {}
    above = parties_of(context, (p.mention for sighting in sightings for p in sighting.others))
    for sighting in sightings:
        codes = frozenset(parties_of(context, (presence.mention for presence in sighting.sides)))
        codes -= parties_of(context, (presence.mention for presence in sighting.others))
        if len(codes) == 2:
            weight = (
                1.0 + 2.0 * sighting.in_title + 1.0 * (sighting.sentence <= LEAD) + 0.5 * (sighting.kind in NEGOTIATED)
            )
            weight *= ABOVE if codes & above else 1.0  # who hosts or mediates is seldom a side
            counts[codes] = counts.get(codes, 0.0) + weight
    if not counts:
        return _most_named(context)
    named = _naming(context)
    most = max(named.values(), default=1)
    weighed = (
        (told + sum(named.get(code, 0) for code in codes) / most, sorted(codes)) for codes, told in counts.items()
    )
    return set(max(weighed)[1])


def _naming(context: Context) -> dict[str, int]:
    """How often the text names each party, in all its words."""
    counts: dict[str, int] = {}
    for number, mention in enumerate(context.cast.mentions):
        if number not in context.inner and mention.kind is not PLACE:
            for party in mention.parties:
                counts[party.code] = counts.get(party.code, 0) + 1
    return counts


def _most_named(context: Context) -> set[str]:
    """The two parties that the text names most, where no encounter names a pair; none if a third is named as often."""
    counts: dict[str, int] = {}
    for number, mention in enumerate(context.cast.mentions):
        if mention.kind in (PARTY, GROUP) and number not in context.inner:
            for party in mention.parties:
                counts[party.code] = counts.get(party.code, 0) + 1
    ranked = sorted(counts.items(), key=lambda item: -item[1])
    if len(ranked) < 2 or ranked[1][1] < 2 or (len(ranked) > 2 and ranked[2][1] * 2 > ranked[1][1]):
        return set()
    return {ranked[0][0], ranked[1][0]}


def _loose(context: Context, sighting: Sighting) -> bool:
    """Whether somebody whose party the text leaves open takes part: the other side may be his."""
    return any(not context.mention(presence.mention).parties for presence in sighting.sides)
