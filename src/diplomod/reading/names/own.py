"""The party that goes without saying: of the office that publishes a text, of where it was filed from, of the other side."""

from __future__ import annotations

from collections.abc import Iterator

from diplomod.model import Party, PartyKind
from diplomod.reading.names.draft import PERSON, Draft, Scene
from diplomod.reading.names.persons import Human
from diplomod.reading.names.questions import (
    NOWHERE,
    Guesses,
    is_bound_for,
    is_national,
    lies_in,
    speaks_for,
)
from diplomod.reading.names.realms import home_of

STATE = PartyKind.STATE
SEATS = frozenset("Geneva Vienna Brussels Davos Munich Strasbourg".split()) | {
    "New York",
    "The Hague",
}  # of bodies: nobody's home
EARLY = 8  # sentences in which a text presents those whose state goes without saying
GOVERNING = frozenset(
    (
        "prime minister",
        "premier",
        "chancellor",
        "king",
        "queen",
        "emir",
        "sultan",
        "foreign minister",
        "defence minister",
    )
)
PLEDGES = frozenset("commitment support solidarity readiness resolve".split())


def of_issuer(scene: Scene, guesses: Guesses) -> None:
    """Give people with a bare post the office that publishes the text, unless their sentence speaks of another party first.

    Under ``Ministry of Foreign Affairs of Peru``, ``Minister Lima received the envoy`` speaks of the Peruvian one.
    """
    if scene.issuer is None:
        return
    absent = scene.lexicon.people.absent
    for human in guesses.silent:
        if not human.posts or not speaks_for(scene, human):
            continue
        if any(scene.issuer.code in absent.get(post, NOWHERE) for post in human.posts):
            continue
        if scene.issuer.kind is not STATE and not GOVERNING.isdisjoint(human.posts):
            continue  # no body has a prime minister
        own = scene.issuer.code
        if guesses.is_held(human, own):
            continue
        if not _foreign_before(scene, human.drafts[0], own) and own not in _bounds(scene, human):
            guesses.tell(human, scene.issuer)


def _foreign_before(scene: Scene, draft: Draft, own: str) -> bool:
    """Whether a party other than the own one is named before a person in the sentence."""
    first = scene.tokens.sentences[draft.sentence][0]
    for other in {id(one): one for one in scene.at[first : draft.first] if one is not None}.values():
        if other.kind is not PERSON and {party.code for party, _, _ in other.evidence} - {own}:
            return True
    return False


def own_side(scene: Scene, guesses: Guesses) -> None:
    """Give people whose state goes without saying the other state of the relations that the text speaks of.

    ``The Vice President met Prime Minister Lim of Singapore`` with ``the U.S.-Singapore partnership``: hers is the U.S.
    """
    silent = [human for human in guesses.silent if human.posts and speaks_for(scene, human)]
    if not any(human.drafts[0].sentence < EARLY for human in silent):
        return
    met = {party.code for parties in guesses.told.values() for party in parties}
    home = home_of(scene)
    own = scene.issuer or (_other_side(scene, met) if home is None else None)
    filed = _filed_from(scene, met)
    own = own or filed
    absent = scene.lexicon.people.absent
    for human in silent:
        if not is_national(scene, human):
            own = scene.issuer or filed  # spokesmen are those of an office, or of where the text was filed from
        if own is None or (own.kind is not STATE and is_national(scene, human)):
            continue
        if any(own.code in absent.get(post, NOWHERE) for post in human.posts) or guesses.is_held(human, own.code):
            continue
        if human.drafts[0].sentence < EARLY and own.code not in _bounds(scene, human):
            guesses.tell(human, own)


def _bounds(scene: Scene, human: Human) -> set[str]:
    """Where the person is on the way to."""
    found: set[str] = set()
    for draft in human.drafts[:8]:
        for other in {id(one): one for one in scene.at[draft.last : draft.last + 12] if one is not None}.values():
            if is_bound_for(scene, draft, other):
                found |= lies_in(other)
    return found


def _filed_from(scene: Scene, met: set[str]) -> Party | None:
    """The state that the text was filed from, if it speaks of its people, or from its capital: what needs no word at home."""
    own = home_of(scene)
    if own is not None:
        return scene.lexicon.names.parties[own]
    dateline = scene.document.dateline
    places = dateline.places if dateline is not None else ()
    countries = {
        place.country
        for place in places
        if place.name.title() not in SEATS
        and (place.country in met or (scene.spoken - {place.country} and scene.lexicon.names.at_seat_of(place)))
    }
    here = [country for country in countries if country is not None and country in scene.lexicon.names.parties]
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
    for token in scene.tokens.places_of(PLEDGES):
        owner = _pledging(scene, token)
        if owner is not None and owner.code not in met:
            counts[owner.code] = counts.get(owner.code, 0) + 1
            known[owner.code] = owner
    best = max(counts, key=lambda code: counts[code], default=None)
    return None if best is None else known[best]


def _pledging(scene: Scene, token: int) -> Party | None:
    """The state whose commitment or support is spoken of: ``the United States’ lasting commitment``."""
    phrase = scene.phrases.noun_at[token]
    first = token if phrase < 0 else scene.phrases.nouns[phrase].first
    for at in range(token - 1, first - 1, -1):
        draft = scene.at[at]
        if draft is not None and len(draft.evidence) == 1 and draft.evidence[0][0].kind is PartyKind.STATE:
            return draft.evidence[0][0]
    return None


def _pairs(scene: Scene) -> Iterator[list[Party]]:
    lowers = scene.tokens.lowers
    for draft in scene.drafts:
        if len(draft.evidence) > 1:
            states = {party.code: party for party, _, _ in draft.evidence if party.kind is STATE}
            if len(states) == 2:
                yield list(states.values())
    for token in scene.tokens.places_of(("between",)):
        named = {id(draft): draft for draft in scene.at[token + 1 : token + 9] if draft is not None and draft.evidence}
        found = {draft.evidence[0][0].code: draft.evidence[0][0] for draft in named.values()}
        if len(found) == 2 and "and" in lowers[token + 1 : token + 9]:
            yield list(found.values())
