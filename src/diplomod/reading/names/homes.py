"""The likely party of a person whose post the text tells, but not whose."""

from __future__ import annotations

from collections.abc import Iterator

from diplomod.lexicon.people import Class
from diplomod.model import Party, PartyKind
from diplomod.reading.names.draft import Scene
from diplomod.reading.names.persons import Human
from diplomod.reading.parts import MentionKind

NATIONAL = Class.NATIONAL.value
KINDS = frozenset({PartyKind.STATE, PartyKind.MOVEMENT, PartyKind.INTERNATIONAL_BODY})
ENGLISH = "USA"  # names that are common in English stand for too many sorts of people
SECURITY = frozenset(("security advisor", "security adviser"))  # with "national" before them
UN = "UN"
UN_POSTS = frozenset(("secretary-general", "personal envoy", "special representative", "special coordinator"))
READOUT = "readout"
HEAD = 40  # tokens in which a text calls itself a readout
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
        if UN in parties and UN_POSTS & human.posts:
            told[human.number] = (parties[UN],)
            continue
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
    _own_side(scene, humans, told)


def _own_side(scene: Scene, humans: list[Human], told: Told) -> None:
    """Give people whose state goes without saying the other state of the relations that the text speaks of.

    ``The Vice President met Prime Minister Lim of Singapore`` with ``the U.S.-Singapore partnership``: hers is the U.S. In
    what calls itself a readout without such words, a bare President or National Security Advisor is that of the United
    States, whose word for it that is.
    """
    silent = [human for human in humans if human.number not in told and human.posts and _national(scene, human)]
    if not silent:
        return
    met = {party.code for parties in told.values() for party in parties}
    own = _other_side(scene, met)
    if own is None and READOUT in scene.tokens.lowers[:HEAD] and met - {ENGLISH}:
        own = scene.lexicon.names.parties[ENGLISH]
    if own is None:
        own = _filed_from(scene, met)
    for human in silent:
        absent = scene.lexicon.people.absent
        if own is not None and not any(own.code in absent.get(post, NOWHERE) for post in human.posts):
            told[human.number] = (own,)


def _filed_from(scene: Scene, met: set[str]) -> Party | None:
    """The state that the text was filed from, if it speaks of its people: what needs no word at home."""
    dateline = scene.document.dateline
    countries = {place.country for place in dateline.places} if dateline is not None else set()
    here = [country for country in countries if country in met and country in scene.lexicon.names.parties]
    return scene.lexicon.names.parties[here[0]] if len(here) == 1 else None


def _other_side(scene: Scene, met: set[str]) -> Party | None:
    """The state that most often stands in a pair with one of those met: ``the U.S.-Japan alliance``, ``between A and B``."""
    counts: dict[str, int] = {}
    known: dict[str, Party] = {}
    for parties in _pairs(scene):
        outside = [party for party in parties if party.code not in met]
        if len(parties) == 2 and len(outside) == 1:
            counts[outside[0].code] = counts.get(outside[0].code, 0) + 1
            known[outside[0].code] = outside[0]
    best = max(counts, key=lambda code: counts[code], default=None)
    return None if best is None else known[best]


def _pairs(scene: Scene) -> Iterator[list[Party]]:
    lowers = scene.tokens.lowers
    for draft in scene.drafts:
        parties = list({party.code: party for party, _, _ in draft.evidence if party.kind is PartyKind.STATE}.values())
        if len(parties) == 2:
            yield parties
    for token, lower in enumerate(lowers):
        if lower == "between":
            named = {
                id(draft): draft for draft in scene.at[token + 1 : token + 9] if draft is not None and draft.evidence
            }
            found = {draft.evidence[0][0].code: draft.evidence[0][0] for draft in named.values()}
            if len(found) == 2 and "and" in lowers[token + 1 : token + 9]:
                yield list(found.values())


def _parties(scene: Scene) -> dict[str, Party]:
    """The states and movements that the text names, by code."""
    found: dict[str, Party] = {}
    for draft in scene.drafts:
        if draft.kind is MentionKind.PLACE:
            continue  # where something is tells nothing of whose it is
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
    return not human.posts or any(
        post in SECURITY or classes.get(post.rpartition(" ")[2], 0) & NATIONAL for post in human.posts
    )


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
