"""The likely party of a person whose post the text tells, but not whose."""

from __future__ import annotations

from diplomod.lexicon.people import Class
from diplomod.model import Party, PartyKind
from diplomod.reading.names.draft import Scene
from diplomod.reading.names.persons import Human
from diplomod.reading.parts import MentionKind

NATIONAL = Class.NATIONAL.value
KINDS = frozenset({PartyKind.STATE, PartyKind.MOVEMENT})
ENGLISH = "USA"  # names that are common in English stand for too many sorts of people
ALONE = frozenset(("president", "vice president"))
NOWHERE: frozenset[str] = frozenset()

Told = dict[int, tuple[Party, ...]]


def guess_homes(scene: Scene, humans: list[Human], told: Told) -> None:
    """Give a bare ``President Ana Lima`` to the one state of the text that fits.

    It fits when it has such a post, which nobody else in the text holds, and when the name is common there. Where
    several fit, or none, the party stays open.
    """
    parties: dict[str, Party] | None = None
    held = {(post, party.code) for human in humans for party in told.get(human.number, ()) for post in human.posts}
    for human in humans:
        if human.number in told or not _national(scene, human) or _strange(scene, human):
            continue
        if parties is None:
            parties = _parties(scene)
        likely = _homes(scene, human)
        homes = likely & parties.keys()
        if not human.posts and ENGLISH in homes:
            continue
        absent = scene.lexicon.people.absent
        fitting = [
            code
            for code in sorted(homes)
            if not any(code in absent.get(post, NOWHERE) for post in human.posts)
            and not any((post, code) in held for post in human.posts if " " in post or post == "president")
        ]
        if not fitting and ENGLISH in likely and ALONE & human.posts:
            # No state of the text has such a name and such a post; among those that speak English one has presidents.
            parties.setdefault(ENGLISH, scene.lexicon.names.parties[ENGLISH])
            fitting = [ENGLISH] if not any((post, ENGLISH) in held for post in human.posts & ALONE) else []
        if len(fitting) == 1:
            told[human.number] = (parties[fitting[0]],)
            held.update((post, fitting[0]) for post in human.posts)


def _parties(scene: Scene) -> dict[str, Party]:
    """The states and movements that the text names, by code."""
    found: dict[str, Party] = {}
    for draft in scene.drafts:
        for party, _, _ in draft.evidence:
            if party.kind in KINDS:
                found.setdefault(party.code, party)
    return found


def _strange(scene: Scene, human: Human) -> bool:
    """Whether a title has a name that the lexicon lacks, which may be that of a state."""
    words, bits = scene.tokens.words, scene.bits
    return any(
        words[token][0].isupper() and not bits[token] and scene.at[token] is None
        for draft in human.drafts[:8]
        if draft.post is not None
        for token in range(*draft.post)
    )


def _national(scene: Scene, human: Human) -> bool:
    """Whether the post is one that a state gives, or none is told."""
    classes = scene.lexicon.people.classes
    return not human.posts or any(classes.get(post.rpartition(" ")[2], 0) & NATIONAL for post in human.posts)


def _homes(scene: Scene, human: Human) -> frozenset[str]:
    """Where the first word of the name is common, as written where the person is named in full."""
    people = scene.lexicon.people
    for draft in human.drafts:
        if draft.kind is MentionKind.PERSON and draft.last - draft.first > 1:
            first = scene.tokens.lowers[draft.first]
            if first in people.given or first in people.families:
                homes: frozenset[str] = people.homes.get(first, NOWHERE)
                return homes
    return NOWHERE
