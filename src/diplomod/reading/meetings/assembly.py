"""Encounters -> Meetings."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from datetime import date

from diplomod.lexicon import Lexicon
from diplomod.model import Meeting, MeetingKind, Party, Person, Place, Span
from diplomod.reading.meetings.apart import split_by_sides, split_by_with
from diplomod.reading.meetings.asked import answer_questions
from diplomod.reading.meetings.clusters import Cluster
from diplomod.reading.meetings.context import Context, look_at
from diplomod.reading.meetings.distances import count_from_each_other
from diplomod.reading.meetings.fates import settle
from diplomod.reading.meetings.grounds import grounds_of
from diplomod.reading.meetings.merging import merge
from diplomod.reading.meetings.nouns import find_by_nouns
from diplomod.reading.meetings.rounds import (
    add_the_last_before,
    split_by_goals,
    split_by_places,
)
from diplomod.reading.meetings.signs import signs_of
from diplomod.reading.meetings.topics import find_topics
from diplomod.reading.meetings.unsaid import date_by_news
from diplomod.reading.meetings.verbs import find_by_verbs
from diplomod.reading.parts import (
    Cast,
    Clause,
    Document,
    Encounter,
    Form,
    Phrases,
    Presence,
    Times,
    Tokens,
    Trace,
)


def find_meetings(
    document: Document,
    tokens: Tokens,
    phrases: Phrases,
    cast: Cast,
    clauses: Sequence[Clause],
    times: Times,
    lexicon: Lexicon,
    today: date | None = None,
) -> tuple[Encounter, ...]:
    """All encounters that the text tells of, in the order in which it first does.

    ``The envoys will meet in Oslo on Friday`` gives one, planned, with the place and the date.
    """
    context = look_at(document, tokens, phrases, cast, clauses, times.found, lexicon, today, times.shifts)
    sightings = [*find_by_verbs(context), *find_by_nouns(context)]
    for split in (split_by_places, split_by_sides, split_by_with, split_by_goals, add_the_last_before):
        sightings = list(split(context, sightings))
    settle(context, sightings)
    answer_questions(context, sightings)
    clusters = merge(context, sightings)
    count_from_each_other(context, clusters, times)
    date_by_news(context, clusters)
    topics = find_topics(context, clusters)
    return tuple(
        _encounter(context, cluster, number, about)
        for number, (cluster, about) in enumerate(zip(clusters, topics, strict=True), 1)
    )


def _encounter(context: Context, cluster: Cluster, number: int, topics: Sequence[tuple[int, int]]) -> Encounter:
    presences = _merged(context, (p for sighting in cluster.sightings for p in sighting.sides))
    others = _merged(context, (p for sighting in cluster.sightings for p in sighting.others))
    parties = _parties(context, presences, cluster.parties)
    aside = [p for p in _all_parties(context, others) if p.code not in {party.code for party in parties}]
    hosting = {party.code for one in others if _is_host(context, one) for party in context.mention(one.mention).parties}
    hosts = [p for p in aside if p.code in hosting or any(_hosts(context, s) for s in cluster.sightings)]
    meeting = Meeting(
        id=f"{context.document.key}-m{number}",
        kind=cluster.main.kind,
        status=cluster.status,
        when=cluster.when,
        place=None if cluster.main.kind is MeetingKind.CALL else _place(context, cluster.place),
        parties=tuple(parties),
        people=tuple(_people(context, [*presences, *others])),
        format=next((s.format for s in cluster.sightings if s.format is not None), None),
        host=hosts[0] if hosts else None,
        mediators=tuple(p for p in aside if p not in hosts[:1]),
        topics=tuple(context.tokens.span(first, last) for first, last in topics),
        evidence=tuple(_evidence(context, cluster)),
    )
    return Encounter(
        meeting=meeting,
        presences=tuple(presences),
        others=tuple(others),
        tokens=tuple(sorted(sighting.token for sighting in cluster.sightings)),
        trace=Trace(
            event=meeting.id,
            signs=tuple(signs_of(context, cluster, meeting)),
            grounds=functools.partial(grounds_of, context, cluster, meeting),
        ),
    )


def _is_host(context: Context, presence: Presence) -> bool:
    """Whether a participle names somebody as the host: ``talks between the two, hosted by Norway, collapsed``."""
    first = context.mention(presence.mention).first
    home = context.home[first]
    if home < 0 or context.tokens.lowers[first - 1 : first] not in (["by"], ["with"], ["the"]):
        return False
    verb = context.clauses[home].verb
    return verb.form in (Form.PARTICIPLE, Form.GERUND) and verb.lemma in ("host", "convene")


def _hosts(context: Context, sighting: object) -> bool:
    clause = getattr(sighting, "clause", None)
    return clause is not None and "host" in context.clauses[clause].verb.senses


def _merged(context: Context, presences: Iterable[Presence]) -> list[Presence]:
    """Each mention once, and each person once, with what is told first."""
    seen: set[str] = set()
    out = []
    for presence in presences:
        mention = context.mention(presence.mention)
        key = mention.person.name if mention.person is not None else f"#{presence.mention}"
        if key not in seen:
            seen.add(key)
            out.append(presence)
    return out


def _all_parties(context: Context, presences: Iterable[Presence]) -> list[Party]:
    found = {
        party.code: party for p in reversed(list(presences)) for party in reversed(context.mention(p.mention).parties)
    }
    return sorted(found.values(), key=lambda party: party.code)


def _parties(context: Context, presences: Iterable[Presence], codes: set[str]) -> list[Party]:
    """The sides by code, each with the words that name it where the meeting is told, or elsewhere in the text."""
    known = {party.code: party for party in _all_parties(context, presences)}
    for code in codes - known.keys():
        party = context.cast.first_named.get(code) or context.lexicon.names.parties.get(code)  # told by the place alone
        if party is not None:
            known[code] = party
    return [known[code] for code in sorted(codes & known.keys())]


def _people(context: Context, presences: Iterable[Presence]) -> list[Person]:
    people: dict[str, Person] = {}
    for presence in presences:
        mention = context.mention(presence.mention)
        if mention.person is not None and mention.person.name not in people:
            span = context.tokens.span(mention.first, mention.last)
            people[mention.person.name] = Person(name=mention.person.name, span=span)
    return list(people.values())


def _place(context: Context, number: int | None) -> Place | None:
    if number is None:
        return None
    place = context.place_of(number)
    if place is not None:
        return place
    mention = context.mention(number)
    span = context.tokens.span(mention.first, mention.last)  # a building: "the White House"
    name = span.text.removeprefix("the ").removeprefix("The ")
    country = mention.parties[0].code if len(mention.parties) == 1 else None
    return Place(name=name, country=country, span=span)


def _evidence(context: Context, cluster: Cluster) -> list[Span]:
    """The words of each sighting, the main one's first, without marks at their ends."""
    out: dict[tuple[int, int], Span] = {}
    tags = context.tokens.tags
    for sighting in [cluster.main, *(one for one in cluster.sightings if one is not cluster.main)]:
        first, last = sighting.evidence
        while last - 1 > sighting.token and tags[last - 1] in (",", ".", ":", "''", "``", "CC"):
            last -= 1
        while first < sighting.token and tags[first] in (",", ".", ":", "''", "``", "CC"):
            first += 1
        span = context.tokens.span(first, last)
        out.setdefault((span.start, span.end), span)
    return list(out.values())
