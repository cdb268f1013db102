"""Capitals that may be anything: which of them an analyser takes for people."""

from __future__ import annotations

from collections.abc import Sequence

from diplomod.reading.names.draft import PERSON, Scene
from diplomod.reading.parts import Entity, EntityKind


def judge_by_entities(scene: Scene, entities: Sequence[Entity]) -> None:
    """Make sure of the drafts that a capital alone made persons: ``Vuk``, told nowhere with a title or a first name.

    Names of places and organisations are left as they are: on annotated texts the analyser erred there as often as the reader.
    """
    if not entities:
        return
    people = {
        token for entity in entities if entity.kind is EntityKind.PERSON for token in range(entity.first, entity.last)
    }
    for draft in scene.drafts:
        if draft.kind is PERSON and draft.head in people and draft.sentence not in scene.headlines:
            draft.certain = True
