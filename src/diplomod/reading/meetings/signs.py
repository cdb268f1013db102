"""What makes a meeting more or less sure: signs in how it was read."""

from __future__ import annotations

from collections.abc import Iterator

from diplomod.model import Meeting, Precision
from diplomod.reading.meetings.clusters import Cluster
from diplomod.reading.meetings.context import Context
from diplomod.reading.meetings.sides import parties_of
from diplomod.reading.parts import MentionKind

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
GROUP, OFFICE, PARTY = MentionKind.GROUP, MentionKind.OFFICE, MentionKind.PARTY

REACH = 40  # tokens around the word that tells of the meeting


def signs_of(context: Context, cluster: Cluster, meeting: Meeting) -> Iterator[str]:
    """The names of the signs of a meeting, in a fixed order."""
    main = cluster.main
    yield f"rule {main.rule.__name__.lstrip('_')}"
    yield f"decided {main.decided[0].__name__.lstrip('_')}"
    yield "status " + meeting.status
    yield "kind " + meeting.kind
    yield ("no side", "one side", "two sides", "many sides")[min(3, len(meeting.parties))]
    yield ("no person", "one person", "two people", "many people")[min(3, len(meeting.people))]
    yield ("", "told once", "told twice", "told often")[min(3, len(cluster.sightings))]
    if meeting.when is None:
        yield "undated"
    elif meeting.when.is_interval or meeting.when.precision is not Precision.DAY:
        yield "dated in part"
    else:
        yield "dated by day"
    if meeting.when is not None and main.when is not meeting.when:
        yield "dated elsewhere"
    if meeting.place is not None:
        yield "placed"
    dates = (time for one in cluster.sightings for time in context.times_in.get(one.sentence, ()))
    rule = next((time.rule for time in dates if time.when is meeting.when), None)
    if rule is not None:
        yield f"date {rule.__name__.lstrip('_')}"
    codes = {party.code for party in meeting.parties}
    if not codes <= parties_of(context, (p.mention for p in main.sides)):
        yield "sides elsewhere"
    yield from _of_sides(context, cluster, meeting)
    for name, true in (
        ("title", main.in_title),
        ("definite", main.definite),
        ("counted", main.counted),
        ("ordinal", bool(main.ordinal)),
        ("quoted", context.tokens.quoted[main.token] >= 0),
        ("statuses differ", len({s.status for s in cluster.sightings}) > 1),
        ("others", bool(meeting.host or meeting.mediators)),
    ):
        if true:
            yield name


def _of_sides(context: Context, cluster: Cluster, meeting: Meeting) -> Iterator[str]:
    """Who stands where the meeting is told, and who else does."""
    main = cluster.main
    sides = [context.mention(presence.mention) for presence in main.sides]
    begin, end = context.tokens.sentences[main.sentence]
    around = context.cast.between(max(begin, main.token - REACH), min(end, main.token + REACH))
    kinds = {side.kind for side in sides}
    pronoun = partyless = False
    for side in sides:
        pronoun, partyless = pronoun or side.pronoun, partyless or not side.parties
    if pronoun:
        yield "pronoun"
    if GROUP in kinds or OFFICE in kinds:
        yield "group or office"
    if PARTY in kinds:
        yield "party as such"
    if partyless:
        yield "somebody without a party"
    if len(parties_of(context, around)) > len(meeting.parties):
        yield "other parties around"
