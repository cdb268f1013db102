"""Sightings -> encounters: those that tell of the same one are joined."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from diplomod.model import MeetingFormat, MeetingKind, MeetingStatus, PartyKind, Precision, When
from diplomod.reading.meetings.context import HERE, Context, Sighting
from diplomod.reading.meetings.nouns import is_enough
from diplomod.reading.meetings.sides import parties_of
from diplomod.reading.meetings.status import agreed
from diplomod.reading.parts import MentionKind, Rule

PAST = frozenset((MeetingStatus.HELD, MeetingStatus.ONGOING))
AHEAD = frozenset((MeetingStatus.PLANNED, MeetingStatus.POSSIBLE, MeetingStatus.CANCELLED, MeetingStatus.POSTPONED))
DENIED = frozenset((MeetingStatus.RULED_OUT, MeetingStatus.CANCELLED))
NEAR = 2  # sentences within which one encounter is told on without its sides
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
EARLIER = frozenset("previous earlier past prior".split())
SEATS = frozenset("Geneva Vienna Brussels Davos Munich Montreux Strasbourg Lausanne".split()) | {
    "New York",
    "The Hague",
}
# Who is seldom at home where he meets somebody.
ABROAD = frozenset(
    "envoy representative mediator ambassador facilitator coordinator secretary-general commissioner".split()
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
BACK = 4  # sentences over which ``they`` look back for who met
LAST = 24  # encounters told before that are looked at
NAMED = frozenset("talks summit negotiations consultations".split())
NEGOTIATED = frozenset((MeetingKind.TALKS, MeetingKind.CALL))
SIDED = frozenset((MeetingKind.TALKS, MeetingKind.MEETING, MeetingKind.SUMMIT, MeetingKind.CALL, MeetingKind.SIGNING))
TALKS = frozenset((MeetingKind.TALKS, MeetingKind.MEETING, MeetingKind.SUMMIT, MeetingKind.CONFERENCE))


@attrs.define(slots=True, kw_only=True, eq=False)
class Cluster:
    """Sightings of one encounter, the one that tells most first, and what they tell together.

    `kind_at` is the token that tells its kind; `when_by` the rule that dated it where no sighting has the date.
    """

    main: Sighting
    sightings: list[Sighting]
    parties: set[str]
    people: set[str]
    when: When | None
    place: int | None
    status: MeetingStatus
    kind_at: int
    when_by: Rule | None = None


def merge(context: Context, sightings: Iterable[Sighting]) -> list[Cluster]:
    """The encounters in the order of the text; titles are joined to what the body tells."""
    ordered = sorted(sightings, key=lambda one: (one.in_title, one.token))
    _give_back(context, ordered)
    ordered = _without_doubles(context, ordered)
    pair = _main_pair(context, ordered)
    clusters: list[Cluster] = []
    for sighting in ordered:
        parties = parties_of(context, (presence.mention for presence in sighting.sides)) | sighting.hosts
        home = None if sighting.apart and not sighting.in_title else _best(context, clusters, sighting, parties)
        if sighting.apart and sighting.when is None and sighting.status is MeetingStatus.HELD:
            sighting.when = _day_before(clusters)
        if home is not None:
            _join(context, home, sighting, parties)
        elif is_enough(context, sighting):
            parties = _completed(context, clusters, sighting, parties, pair)
            clusters.append(
                Cluster(
                    main=sighting,
                    sightings=[sighting],
                    parties=parties,
                    people=_people(context, sighting),
                    when=sighting.when,
                    place=sighting.place,
                    status=sighting.status,
                    kind_at=sighting.token if sighting.kind_at is None else sighting.kind_at,
                )
            )
    clusters = [one for one in clusters if not _sums_up(one, clusters)]
    for cluster in clusters:
        if cluster.status is MeetingStatus.HELD and _goes_on(context, cluster.when):
            cluster.status = MeetingStatus.ONGOING
    return sorted(clusters, key=lambda one: one.main.token)


def _day_before(clusters: list[Cluster]) -> When | None:
    """The day of the encounter told last: ``Earlier in the day she met`` was on that."""
    if not clusters or clusters[-1].status not in PAST or clusters[-1].when is None:
        return None
    when = clusters[-1].when
    return when if when.precision is Precision.DAY and not when.is_interval else None


def _goes_on(context: Context, when: When | None) -> bool:
    """Whether what has begun by the day of publication ends on a later one."""
    if when is None or not when.is_interval or context.today is None:
        return False
    first, last = when.earliest, when.latest
    exact = len(when.edtf) == len("2024-05-01/2024-05-02")
    return exact and first is not None and last is not None and first <= context.today < last


def _completed(
    context: Context, clusters: list[Cluster], sighting: Sighting, parties: set[str], pair: set[str]
) -> set[str]:
    """The sides of an encounter, with those that go without saying: of ``The next round is due in May`` the ones whose talks
    the paragraph, or else the text, is about."""
    if len(parties) > 1:
        return _as_counted(context, clusters, sighting, parties, pair)
    if len(parties) == 1 and _has_unknown(context, sighting):
        return parties | _host_of(context, sighting, parties)
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
    if sighting.sides and not _two_unknown(context, sighting) and not _are_open(context, sighting):
        return parties
    if not sighting.definite and EARLIER & set(_words(context, sighting)):
        return parties  # "Previous discussions took place in Florida": whose, stays open
    if sighting.sides or sighting.kind in SIDED or _known_talks(context, sighting):
        return set(_sides_near(context, clusters, sighting, pair))
    return parties


def _words(context: Context, sighting: Sighting) -> list[str]:
    """The words of the noun phrase that tells of the encounter."""
    phrase = context.phrases.noun_at[sighting.token]
    if phrase < 0:
        return []
    return context.tokens.lowers[context.phrases.nouns[phrase].first : sighting.token]


def _has_unknown(context: Context, sighting: Sighting) -> bool:
    """Whether one person whose party the text leaves open meets others."""
    mentions = [context.mention(presence.mention) for presence in sighting.sides]
    return any(
        not mention.parties
        and mention.kind in (MentionKind.PERSON, MentionKind.OFFICE)
        and not mention.plural
        and ABROAD.isdisjoint(f"{mention.name} {mention.role}".lower().split())
        for mention in mentions
    )


def _host_of(context: Context, sighting: Sighting, parties: set[str]) -> set[str]:
    """The state where the encounter is, of which somebody unknown is: ``met the envoy of China in Pyongyang``; the seats of
    international bodies tell nothing."""
    place = None if sighting.place is None or sighting.place == HERE else context.place_of(sighting.place)
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
    """The sides of the encounter told last in the same paragraph; else the only two parties that the sentence or the
    paragraph names; else the two that the text is about, if the paragraph is about nobody else."""
    paragraphs = context.document.sentence_paragraphs
    here = paragraphs[sighting.sentence]
    if sighting.sides and _are_open(context, sighting):
        for cluster in reversed(clusters[-LAST:]):
            if (
                len(cluster.parties) > 1
                and sighting.sentence - cluster.main.sentence <= BACK
                and not cluster.main.in_title
            ):
                return cluster.parties
    if sighting.ordinal or sighting.counted or context.tokens.lowers[sighting.token] in ROUNDS:
        for cluster in reversed(clusters[-LAST:]):
            if len(cluster.parties) > 1 and context.tokens.lowers[cluster.main.token] in ROUNDS:
                return cluster.parties
    for cluster in reversed(clusters[-LAST:]):
        if paragraphs[cluster.main.sentence] == here and not cluster.main.in_title and len(cluster.parties) > 1:
            return cluster.parties
    sentences = [number for number in (sighting.sentence - 1, sighting.sentence) if number >= 0]
    named: set[str] = set()
    for number in reversed([n for n in sentences if paragraphs[n] == here]):
        begin, end = context.tokens.sentences[number]
        found = [n for n in context.cast.between(begin, end) if n not in context.inner]
        named |= parties_of(context, (n for n in found if context.mention(n).kind is not MentionKind.PLACE))
        named -= parties_of(context, (presence.mention for presence in sighting.others))
        if len(named) == 2:
            return named
    return set() if named and not named & pair else pair


def _is_body(context: Context, sighting: Sighting) -> bool:
    kinds = {party.kind for p in sighting.sides for party in context.mention(p.mention).parties}
    return bool(kinds) and kinds <= {PartyKind.BLOC, PartyKind.INTERNATIONAL_BODY} and sighting.kind not in NEGOTIATED


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
        if number and number != len(parties):
            for cluster in reversed(clusters[-LAST:]):
                if len(cluster.parties) == number:
                    return set(cluster.parties)
    return parties


def _give_back(context: Context, ordered: list[Sighting]) -> None:
    """Take from a verb what belongs to the encounter that it only speaks of: ``briefed her on his talks in Oslo on Monday``."""
    by_clause = {
        s.clause: s for s in ordered if s.clause is not None and context.clauses[s.clause].verb.head == s.token
    }
    for sighting in ordered:
        verb = None if sighting.clause is None else by_clause.get(sighting.clause)
        if verb is None or verb is sighting or not _is_spoken_of(context, sighting):
            continue
        if (
            sighting.own_when
            and verb.when is not None
            and sighting.when is not None
            and verb.when.span == sighting.when.span
        ):
            verb.when = None
        if sighting.own_place and verb.place == sighting.place:
            verb.place = None


def _is_spoken_of(context: Context, sighting: Sighting) -> bool:
    phrase = context.phrases.noun_at[sighting.token]
    first = context.phrases.nouns[phrase].first if phrase >= 0 else 0
    return first > 0 and context.tokens.lowers[first - 1] in ("on", "about", "of", "regarding")


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


def _without_doubles(context: Context, ordered: list[Sighting]) -> list[Sighting]:
    """One sighting a clause: the noun that a verb of meeting leads to (``met for talks``) adds to it, and is none apart."""
    by_clause: dict[int, Sighting] = {}
    out: list[Sighting] = []
    in_sentence: dict[int, list[Sighting]] = {}
    for sighting in ordered:
        in_sentence.setdefault(sighting.sentence, []).append(sighting)
    for sighting in ordered:
        if sighting.kind is MeetingKind.VISIT and _is_way_to(context, sighting, in_sentence[sighting.sentence]):
            continue
        clause = sighting.clause
        if _is_listed(context, out, sighting):
            continue
        other = by_clause.get(clause) if clause is not None else None
        if other is not None and clause is not None and context.clauses[clause].verb.head == other.token:
            shared = parties_of(context, (p.mention for p in sighting.sides)) <= parties_of(
                context, (p.mention for p in other.sides)
            )
            if shared and sighting.token != other.token and not sighting.aside:
                if sighting.kind in (MeetingKind.TALKS, MeetingKind.SUMMIT) and other.kind is MeetingKind.MEETING:
                    other.kind, other.kind_at = sighting.kind, sighting.token
                other.ordinal = other.ordinal or sighting.ordinal
                continue
        if clause is not None and context.clauses[clause].verb.head == sighting.token:
            by_clause[clause] = sighting
        out.append(sighting)
    return out


def _is_way_to(context: Context, visit: Sighting, sightings: list[Sighting]) -> bool:
    """Whether somebody only goes to where the same sentence says that he meets others: ``has arrived in Lima, where she will
    meet``; the place is that of the meeting."""
    if visit.clause is None or "travel" not in context.clauses[visit.clause].verb.senses:
        return False
    people = _people(context, visit)
    for other in sightings:
        if other.token > visit.token and other.kind is not MeetingKind.VISIT:
            if people & _people(context, other):
                other.place = visit.place if other.place is None else other.place
                return True
    return False


def _is_listed(context: Context, before: list[Sighting], sighting: Sighting) -> bool:
    """Whether the noun stands in one list with the one before: ``a signing ceremony and a working lunch``."""
    if not before or before[-1].sentence != sighting.sentence or before[-1].evidence != sighting.evidence:
        return False
    between = context.tokens.lowers[before[-1].token + 1 : sighting.token]
    return bool(between) and between[0] in ("and", ",", "or") and len(between) < 5


def _main_pair(context: Context, sightings: list[Sighting]) -> set[str]:
    """The two parties whose talks the text is about: those that most sightings name as a pair."""
    counts: dict[frozenset[str], int] = {}
    for sighting in sightings:
        codes = frozenset(parties_of(context, (presence.mention for presence in sighting.sides)))
        if len(codes) == 2:
            counts[codes] = counts.get(codes, 0) + 1
    best = max(counts.items(), key=lambda item: item[1], default=None)
    return _most_named(context) if best is None else set(best[0])


def _most_named(context: Context) -> set[str]:
    """The two parties that the text names most, where no encounter names a pair; none if a third is named as often."""
    counts: dict[str, int] = {}
    for number, mention in enumerate(context.cast.mentions):
        if mention.kind in (MentionKind.PARTY, MentionKind.GROUP) and number not in context.inner:
            for party in mention.parties:
                counts[party.code] = counts.get(party.code, 0) + 1
    ranked = sorted(counts.items(), key=lambda item: -item[1])
    if len(ranked) < 2 or ranked[1][1] < 2 or (len(ranked) > 2 and ranked[2][1] * 2 > ranked[1][1]):
        return set()
    return {ranked[0][0], ranked[1][0]}


def _loose(context: Context, sighting: Sighting) -> bool:
    """Whether somebody whose party the text leaves open takes part: the other side may be his."""
    return any(not context.mention(presence.mention).parties for presence in sighting.sides)


def _people(context: Context, sighting: Sighting) -> set[str]:
    people = set()
    for presence in sighting.sides:
        person = context.mention(presence.mention).person
        if person is not None:
            people.add(person.name)
    return people


def _best(context: Context, clusters: list[Cluster], sighting: Sighting, parties: set[str]) -> Cluster | None:
    """The encounter that a sighting tells of again, None if it is another."""
    best: Cluster | None = None
    best_rank: tuple[int, ...] | None = None
    for cluster in reversed(clusters[-LAST:]):
        if not _compatible(context, cluster, sighting, parties):
            continue
        rank = (
            int(cluster.when is not None and sighting.when is not None),
            int(bool(parties) and parties == cluster.parties),
            int(cluster.status == sighting.status),
            cluster.main.token if not sighting.in_title else -cluster.main.token,
        )
        if best_rank is None or rank > best_rank:
            best, best_rank = cluster, rank
    return best


def _compatible(context: Context, cluster: Cluster, sighting: Sighting, parties: set[str]) -> bool:
    main = cluster.main
    vague = not sighting.strong or sighting.definite or sighting.in_title
    if (sighting.aside or main.aside) and sighting.sentence == main.sentence:
        return False
    if {main.kind, sighting.kind} == {MeetingKind.CALL, MeetingKind.TALKS} and not vague:
        if MeetingFormat.PHONE in (main.format, sighting.format):
            return False
    if not _same_kind(main.kind, sighting.kind):
        return False
    if main.ordinal and sighting.ordinal and main.ordinal != sighting.ordinal:
        return False
    if not _same_time(cluster.when, sighting.when):
        return False
    if not _same_place(context, cluster.place, sighting.place):
        return False
    dated = cluster.when is not None and sighting.when is not None
    if not dated and not _same_status(cluster.status, sighting):
        return False
    if parties and cluster.parties:
        if not (parties <= cluster.parties or (cluster.parties <= parties and len(cluster.parties) > 0)):
            return False
        if parties != cluster.parties and not (vague or dated or sighting.sentence - main.sentence < 3):
            return False
    elif parties or cluster.parties:
        told = sighting.when is not None or sighting.place is not None
        if not vague and not dated and not (told and sighting.sentence - main.sentence <= NEAR):
            return False
    elif not vague:
        return False
    people = _people(context, sighting)
    if people and cluster.people and not people & cluster.people and not vague and not dated:
        return cluster.status is not MeetingStatus.HELD
    if not vague and main.strong and _differ(context, cluster, sighting):
        return False
    if (
        not vague
        and len(people) > 1
        and len(cluster.people) > 1
        and people - cluster.people
        and cluster.people - people
    ):
        return False
    return not (sighting.counted and not vague)


def _differ(context: Context, cluster: Cluster, sighting: Sighting) -> bool:
    """Whether one side sent other people: the president met the guest, and the premier met him too."""
    mine, theirs = _by_party(context, [sighting]), _by_party(context, cluster.sightings)
    shared = [code for code in mine if code in theirs]
    return len(shared) > 1 and any(not mine[code] & theirs[code] for code in shared)


def _by_party(context: Context, sightings: list[Sighting]) -> dict[str, set[str]]:
    people: dict[str, set[str]] = {}
    for sighting in sightings:
        for presence in sighting.sides:
            mention = context.mention(presence.mention)
            if mention.person is not None and len(mention.parties) == 1:
                people.setdefault(mention.parties[0].code, set()).add(mention.person.name)
    return people


def _same_kind(one: MeetingKind, other: MeetingKind) -> bool:
    if one is other or (one in TALKS and other in TALKS):
        return True
    return {one, other} in ({MeetingKind.VISIT, MeetingKind.MEETING}, {MeetingKind.CALL, MeetingKind.TALKS})


def _same_status(status: MeetingStatus, sighting: Sighting) -> bool:
    other = sighting.status
    if status is other or sighting.in_title or not sighting.strong:
        return True
    if status in PAST and other in PAST:
        return True
    return status in AHEAD and other in AHEAD


def _same_time(one: When | None, other: When | None) -> bool:
    if one is None or other is None or one.edtf == other.edtf:
        return True
    mine, theirs = one.edtf, other.edtf
    if mine.startswith(theirs) or theirs.startswith(mine):
        return True
    return _covers(mine, theirs) or _covers(theirs, mine)


def _covers(interval: str, other: str) -> bool:
    start, slash, end = interval.partition("/")
    return bool(slash) and start[: len(other)] <= other <= end and "/" not in other


def _same_place(context: Context, one: int | None, other: int | None) -> bool:
    if one is None or other is None:
        return True
    here, there = context.place_of(one), context.place_of(other)
    if here is None or there is None:
        return True
    names = {here.name.casefold(), (here.within or "").casefold()}
    if there.name.casefold() in names or here.name.casefold() == (there.within or "").casefold():
        return True
    return here.name.casefold() in there.name.casefold() or there.name.casefold() in here.name.casefold()


def _join(context: Context, cluster: Cluster, sighting: Sighting, parties: set[str]) -> None:
    cluster.sightings.append(sighting)
    if not sighting.in_title and (sighting.strong or (sighting.definite and not cluster.parties)):
        cluster.parties |= parties
    cluster.people |= _people(context, sighting)
    if sighting.when is not None and (
        cluster.when is None or (len(sighting.when.edtf) > len(cluster.when.edtf) and "/" not in sighting.when.edtf)
    ):
        cluster.when = sighting.when
    if cluster.place is None:
        cluster.place = sighting.place
    if sighting.strong and not sighting.in_title:
        cluster.status = agreed((cluster.status, sighting.status))
    said = sighting.strong or context.tokens.lowers[sighting.token] in NAMED
    if cluster.main.kind is MeetingKind.MEETING and sighting.kind in (MeetingKind.SUMMIT, MeetingKind.TALKS) and said:
        cluster.main.kind, cluster.kind_at = sighting.kind, sighting.token


def _sums_up(one: Cluster, clusters: list[Cluster]) -> bool:
    """Whether an encounter only counts others that the text tells one by one: ``four rounds. The first …``."""
    if not one.main.counted or (one.when is not None and "/" not in one.when.edtf):
        return False
    return sum(bool(other.main.ordinal) and other.status is one.status for other in clusters if other is not one) > 1
