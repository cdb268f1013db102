"""Encounters dated by how far they are from another thing: ``a day after envoys held talks``, ``two days before they meet``."""

from __future__ import annotations

from collections.abc import Sequence

from diplomod.model import MeetingStatus, Precision, When
from diplomod.reading.meetings.clusters import Cluster
from diplomod.reading.meetings.context import Context
from diplomod.reading.meetings.spans import shifted
from diplomod.reading.meetings.turning import lies_ahead
from diplomod.reading.parts import Shift, Times

COMING_ABOUT = frozenset((MeetingStatus.HELD, MeetingStatus.ONGOING, MeetingStatus.PLANNED))


def count_from_each_other(context: Context, clusters: Sequence[Cluster], times: Times) -> None:
    """Date encounters that are told by their distance: ``The meeting comes a day after envoys held talks``."""
    for shift in times.shifts:
        sentence = context.tokens.sentence_of[shift.first]
        before = after = None
        for cluster in clusters:
            for sighting in cluster.sightings:
                if sighting.sentence == sentence and sighting.token < shift.first:
                    before = cluster
                elif sighting.sentence == sentence and after is None:
                    after = cluster
        if after is not None and after.when is None and (before is None or before.when is None):
            _count_from_day(context, after, shift)
        if before is None or after is None or before is after:
            continue
        if after.when is None:
            after.when, after.when_by = shifted(context, before.when, shift, -1), shifted
        elif before.when is None and before.status in COMING_ABOUT:
            before.when, before.when_by = shifted(context, after.when, shift, 1), shifted


def _count_from_day(context: Context, after: Cluster, shift: Shift) -> None:
    """Date what is told by its distance from what was done on a day: ``ruled it out on Monday, two days before envoys meet``."""
    sentence = context.tokens.sentence_of[shift.first]
    days = [time for time in context.times_in.get(sentence, ()) if time.last <= shift.first and _is_day(time.when)]
    if not days:
        return
    after.when, after.when_by = shifted(context, days[-1].when, shift, -1), count_from_each_other
    if after.status is MeetingStatus.HELD and lies_ahead(context, after.when):
        after.status = MeetingStatus.PLANNED


def _is_day(when: When) -> bool:
    return when.precision is Precision.DAY and not when.is_interval
