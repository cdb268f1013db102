"""Whose office publishes a text."""

from __future__ import annotations

from diplomod.lexicon.people import Class
from diplomod.model import Party, PartyKind
from diplomod.reading.names.draft import PERSON, PLACE, Scene
from diplomod.reading.names.persons import posts_of
from diplomod.reading.names.posts import giver
from diplomod.reading.parts import ParagraphKind

POST = Class.POST.value
ISSUERS = frozenset(
    "ministry presidency government embassy department office chancellery cabinet mission palace".split()
)
DESKS = frozenset("spokesperson spokesman spokeswoman envoy representative".split())
BRIEFINGS = frozenset("briefing spokesperson press".split())
SECRETARY = frozenset(("secretary-general",))
BODIES = (PartyKind.INTERNATIONAL_BODY, PartyKind.BLOC)
PAPERS = frozenset(
    "communiqué communique statement declaration resolution decision remarks note press release conclusions".split()
)
ABOUT = frozenset("on about in at after following regarding concerning ahead to with for".split())
HEADS = (ParagraphKind.TITLE, ParagraphKind.SUBHEAD, ParagraphKind.BYLINE)
FINITE = frozenset("VBZ VBD VBP MD".split())
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
        told = not FINITE.isdisjoint(tokens.tags[first:last])  # "Peru expels envoy": what somebody tells of
        office = office or issues or (not told and not DESKS.isdisjoint(lowers))
        if (
            "department" in lowers
            and not BRIEFINGS.isdisjoint(lowers)
            and not any(draft is not None and draft.evidence for draft in scene.at[first:last])
        ):
            return scene.lexicon.names.parties["USA"]  # "Department Press Briefing": elsewhere they say of what
        if not SECRETARY.isdisjoint(lowers) and not (DESKS.isdisjoint(lowers) and PAPERS.isdisjoint(lowers[:5])):
            return scene.lexicon.names.parties["UN"]
        if not PAPERS.isdisjoint(lowers[:4]):
            joint = "joint" in lowers[:3]
            party = _of_body(scene, first, last) if joint else _of_paper(scene, first, last)
            if party is not None:
                return party
        drafts = {id(draft): draft for draft in scene.at[first:last] if draft is not None}
        for draft in drafts.values():
            states = {party.code: party for party, _, _ in draft.evidence if party.kind is PartyKind.STATE}
            if issues and len(states) == 1 and draft.kind not in (PERSON, PLACE):
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


def _of_state(scene: Scene, first: int, last: int) -> Party | None:
    """Whose minister makes a statement: ``by the Minister of Foreign Affairs of Ireland``, not ``by the Minister on Ireland``."""
    tokens = scene.tokens
    for token in range(first, min(last, first + LETTERHEAD)):
        draft = scene.at[token]
        if tokens.lowers[token] in ABOUT:
            return None
        if draft is None or draft.first != token or not draft.evidence:
            continue
        states = {party.code: party for party, _, _ in draft.evidence if party.kind is PartyKind.STATE}
        return next(iter(states.values())) if len(states) == 1 and draft.kind is not PLACE else None
    return None


def _of_body(scene: Scene, first: int, last: int) -> Party | None:
    """``Joint Statement by the G7``: of the body that stands alone behind the preposition."""
    lowers = scene.tokens.lowers
    by = next((token for token in range(first, min(last, first + 5)) if lowers[token] in ("by", "of", "from")), -1)
    at = by + 1 + (lowers[by + 1 : by + 2] == ["the"])
    draft = scene.at[at] if by >= 0 and at < last else None
    if draft is None or len(draft.evidence) != 1 or draft.evidence[0][0].kind not in BODIES:
        return None
    return None if lowers[draft.last : draft.last + 1] in (["and"], [","]) else draft.evidence[0][0]


def _of_paper(scene: Scene, first: int, last: int) -> Party | None:
    """``Communiqué of the 12th meeting of the Peace and Security Council``, ``Statement by the High Representative``."""
    tokens = scene.tokens
    by = next(
        (token for token in range(first, min(last, first + 5)) if tokens.lowers[token] in ("by", "of", "from")), -1
    )
    if by < 0:
        return None
    post = next((token for token in range(by + 1, min(last, by + 5)) if scene.bits[token] & POST), -1)
    if post >= 0:
        known = giver(posts_of(scene, max(by + 1, post - 1), post + 1), (), scene.lexicon)
        if known is not None:
            return known
        if tokens.lowers[by] in ("by", "from"):
            return _of_state(scene, by + 1, last)
    drafts = {id(draft): draft for draft in scene.at[by:last] if draft is not None and draft.evidence}
    parties = {party.code: party for draft in drafts.values() for party, _, _ in draft.evidence if party.kind in BODIES}
    leading = next(iter(parties.values()), None)
    return leading if len(parties) == 1 else None
