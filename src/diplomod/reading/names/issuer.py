"""Whose office publishes a text."""

from __future__ import annotations

from diplomod.model import Party, PartyKind
from diplomod.reading.names.draft import Scene
from diplomod.reading.parts import MentionKind, ParagraphKind

ISSUERS = frozenset(
    "ministry presidency government embassy department office chancellery cabinet mission palace".split()
)
DESKS = frozenset("spokesperson spokesman spokeswoman envoy representative".split())
SECRETARY = frozenset(("secretary-general",))
BODIES = (PartyKind.INTERNATIONAL_BODY, PartyKind.BLOC)
HEADS = (ParagraphKind.TITLE, ParagraphKind.SUBHEAD, ParagraphKind.BYLINE)
LETTERHEAD = 14  # tokens
HEADED = 6  # paragraphs that a letterhead may take


def issuer_of(scene: Scene) -> Party | None:
    """Whose office a letterhead names: ``Ministry of Foreign Affairs of Peru``, ``EAST AFRICAN COMMUNITY``.

    An office without a state is of the state where it is: ``Ministry of Foreign Affairs, Seoul``, ``PRESIDENCY OF THE
    REPUBLIC`` over ``Paris, 11 February 2003``. Offices of the Secretary-General are of the UN.
    """
    document, tokens = scene.document, scene.tokens
    office, country = False, None
    for number, (first, last) in enumerate(tokens.sentences):
        paragraph = document.sentence_paragraphs[number]
        if paragraph >= HEADED or document.paragraphs[paragraph].kind not in HEADS:
            break
        lowers = tokens.lowers[first:last]
        issues = not ISSUERS.isdisjoint(lowers) and last - first < LETTERHEAD
        office = office or issues or not DESKS.isdisjoint(lowers)
        if not DESKS.isdisjoint(lowers) and not SECRETARY.isdisjoint(lowers):
            return scene.lexicon.names.parties["UN"]
        drafts = {id(draft): draft for draft in scene.at[first:last] if draft is not None}
        for draft in drafts.values():
            states = {party.code: party for party, _, _ in draft.evidence if party.kind is PartyKind.STATE}
            if issues and len(states) == 1 and draft.kind not in (MentionKind.PERSON, MentionKind.PLACE):
                return next(iter(states.values()))
            if (
                draft.first == first
                and draft.last == last
                and len(draft.evidence) == 1
                and draft.evidence[0][0].kind in BODIES
            ):
                return draft.evidence[0][0]
            if draft.place is not None and (draft.first <= first + 1 or issues) and last - first < LETTERHEAD:
                country = country or draft.place.country
    return scene.lexicon.names.parties.get(country) if office and country is not None else None
