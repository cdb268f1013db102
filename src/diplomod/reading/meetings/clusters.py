"""Sightings of one encounter: `Cluster`."""

from __future__ import annotations

import attrs

from diplomod.model import MeetingStatus, When
from diplomod.reading.meetings.context import Context, Sighting
from diplomod.reading.parts import Rule


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


def people_of(context: Context, sighting: Sighting) -> set[str]:
    """The names of those who take part, where they have any."""
    people = set()
    for presence in sighting.sides:
        person = context.mention(presence.mention).person
        if person is not None:
            people.add(person.name)
    return people
