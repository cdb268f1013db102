"""What passes between the files of this room: a clause in the making, and what has come since the last boundary."""

from __future__ import annotations

import attrs

from diplomod.reading.parts import Relation, VerbGroup

Range = tuple[int, int]


@attrs.define(slots=True)
class Draft:
    """A clause in the making."""

    number: int
    first: int
    verb: VerbGroup
    subject: Range | None
    objects: list[Range]
    governor: int | None
    relation: Relation | None


@attrs.define(slots=True)
class Segment:
    """What has come since the last boundary, and what that boundary was (``start``, ``,``, ``cc``, ``that``, ``rel``, …)."""

    first: int
    kind: str
    bare: list[Range] = attrs.field(factory=list)  # noun phrases that no preposition leads, coordinated ones joined
    under: Range | None = None  # the last noun phrase that a subordinating word leads ("after envoys")
    led: tuple[str, Range] | None = None  # the last noun phrase that a preposition leads, and that preposition
    joins: bool = False  # a conjunction or comma has just come between noun phrases
