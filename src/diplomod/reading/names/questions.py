"""What the guesses at whose somebody is ask of a person and of the text."""

from __future__ import annotations

import attrs

from diplomod.lexicon.people import Class
from diplomod.model import Party, PartyKind
from diplomod.reading.names.draft import GROUP, OFFICE, PLACE, Draft, Scene
from diplomod.reading.names.persons import Human
from diplomod.reading.parts import ParagraphKind

NATIONAL = Class.NATIONAL.value

KINDS = frozenset({PartyKind.STATE, PartyKind.MOVEMENT, PartyKind.INTERNATIONAL_BODY, PartyKind.BLOC})
OFTEN = 2  # mentions that make a party one of those whom the text is about
ACCREDITED = frozenset("ambassador ambassadors envoy commissioner representative consul".split())
ENGLISH = "USA"  # names that are common in English stand for too many sorts of people
SECURITY = frozenset(("security advisor", "security adviser"))  # with "national" before them
SPEAKERS = frozenset(
    "spokesman spokeswoman spokesperson official negotiator adviser advisor chief general aide".split()
)
WHERE = frozenset("in at near outside".split())
ONE_EACH = frozenset(
    ("president", "prime minister", "foreign minister", "defence minister", "defense minister", "king", "emir")
)
OURS = frozenset(("our", "my"))
NOWHERE: frozenset[str] = frozenset()
Told = dict[int, tuple[Party, ...]]


@attrs.define(slots=True, kw_only=True, eq=False)
class Guesses:
    """What the guesses start from, and what they tell.

    `silent` are the people of whom no word tells whose they are, `told` the parties of all others by the person's number;
    `held` are the posts that people have, each with the code of the party.
    """

    silent: list[Human]
    told: Told
    held: set[tuple[str, str]]

    def is_held(self, human: Human, code: str) -> bool:
        """Whether somebody else has the person's post in that state, and only one can: a president, a foreign minister."""
        return any((post, code) in self.held for post in human.posts & ONE_EACH)

    def tell(self, human: Human, party: Party) -> None:
        """Give a person a party, and the party one who has the person's posts."""
        self.told[human.number] = (party,)
        self.held.update((post, party.code) for post in human.posts)


def has_whose(scene: Scene, human: Human) -> bool:
    """Whether other words tell whose the person is: ``his foreign secretary, Ana Lima``, ``the group's spokesman``."""
    if any(owner.kind in (GROUP, OFFICE) and owner.definite for owner in human.owners):
        return True
    return any(draft.whose >= 0 and not _is_ours(scene, draft) for draft in human.drafts[:8])


def _is_ours(scene: Scene, draft: Draft) -> bool:
    """Whether an office calls somebody its own: ``our minister``; in an answer that tells whose, elsewhere nothing may."""
    paragraph = scene.document.paragraphs[scene.document.sentence_paragraphs[draft.sentence]]
    return scene.tokens.lowers[draft.whose] in OURS and paragraph.kind is not ParagraphKind.ANSWER


def speaks_for(scene: Scene, human: Human) -> bool:
    """Whether the post is one of a state, or that of somebody who speaks or works for one."""
    classes = scene.lexicon.people.classes
    if human.posts and is_national(scene, human):
        return True
    return any(post.rpartition(" ")[2] in SPEAKERS or classes.get(post, 0) & NATIONAL for post in human.posts)


def is_national(scene: Scene, human: Human) -> bool:
    """Whether the post is one that a state gives, or none is told."""
    classes = scene.lexicon.people.classes
    for post in human.posts:
        if post in SECURITY or classes.get(post.rpartition(" ")[2], 0) & NATIONAL:
            return True
    return not human.posts


def parties_named(scene: Scene) -> dict[str, Party]:
    """The states and movements that the text names, by code; where something is tells nothing of whose it is."""
    found: dict[str, Party] = {}
    lowers = scene.tokens.lowers
    for draft in scene.drafts:
        if draft.kind is PLACE or (draft.first > 0 and lowers[draft.first - 1] in WHERE and not draft.modifier):
            continue
        for party, _, _ in draft.evidence:
            if party.kind in KINDS:
                found.setdefault(party.code, party)
    return found


def lies_in(other: Draft) -> set[str]:
    """The codes of the parties that a draft stands for, and of where it lies."""
    codes = {party.code for party, _, _ in other.evidence}
    return codes if other.place is None or other.place.country is None else codes | {other.place.country}


def is_bound_for(scene: Scene, draft: Draft, other: Draft) -> bool:
    """Whether a person is on the way to where another words stand for: ``a visit by President Lima to Oslo``."""
    lowers = scene.tokens.lowers
    before = other.first - 1 - (lowers[other.first - 1] == "the")
    if lowers[before] == "to" and not ACCREDITED.isdisjoint(lowers[max(draft.last, before - 4) : before]):
        return False  # "hosted the ambassador of Finland to Kenya"
    if not draft.last <= other.first < draft.last + 12:
        return False
    first = other.first if lowers[before] not in ("and", ",") else _first_listed(scene, draft, other)
    return lowers[first - 1 - (lowers[first - 1] == "the")] in ("to", "visited", "visit", "visiting", "with", "met")


def _first_listed(scene: Scene, draft: Draft, other: Draft) -> int:
    """Where the list of places begins that a name goes on: ``visited | Jordan and Israel``."""
    lowers, at = scene.tokens.lowers, other.first
    while at > draft.last:
        before = at - 1 - (lowers[at - 1] == "the")
        if lowers[before] not in ("and", ","):
            break
        named = scene.at[before - 1]
        if named is None or named.person >= 0 or named is draft:
            break
        at = named.first
    return at
