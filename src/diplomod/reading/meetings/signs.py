"""What makes a meeting more or less sure: signs in how it was read."""

from __future__ import annotations

from collections.abc import Iterator

from diplomod.model import Meeting, Precision
from diplomod.reading.meetings.context import Context
from diplomod.reading.meetings.merging import Cluster
from diplomod.reading.meetings.sides import parties_of


def signs_of(context: Context, cluster: Cluster, meeting: Meeting) -> Iterator[str]:
    """The names of the signs of a meeting, in a fixed order."""
    main = cluster.main
    yield f"rule {main.rule.__name__.lstrip('_')}"
    yield f"decided {main.decided[0].__name__.lstrip('_')}"
    yield f"status {meeting.status}"
    yield f"kind {meeting.kind}"
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
    codes = {party.code for party in meeting.parties}
    if not codes <= parties_of(context, (p.mention for p in main.sides)):
        yield "sides elsewhere"
    if any(context.mention(p.mention).pronoun for p in main.sides):
        yield "pronoun"
    if any(not context.mention(p.mention).parties for p in main.sides):
        yield "somebody without a party"
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
