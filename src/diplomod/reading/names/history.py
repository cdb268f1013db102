"""States that are no more: whom their capital stands for where a text speaks of them."""

from __future__ import annotations

from diplomod.lexicon.names import NameKind
from diplomod.model import Party
from diplomod.reading.names.draft import Draft, Scene

HEIRS = {"SUN": "RUS", "YUG": "SRB", "CSK": "CZE"}  # whose capital was theirs


def go_back(scene: Scene) -> None:
    """Let a capital stand for the state of its time: ``Moscow`` for the Soviet Union in a text that speaks of Soviets.

    A text that names the heir as well (``Russia``, ``Serbian``) is of a later time, or of both.
    """
    drafts = [draft for draft in scene.drafts if draft.evidence]
    codes = {party.code for draft in drafts for party, _, _ in draft.evidence}
    for old, heir in HEIRS.items():
        if old in codes and heir in codes:
            party = scene.lexicon.names.parties[old]
            named = [draft for draft in drafts if any(one.code == heir for one, _, _ in draft.evidence)]
            if all(_stands_for(scene, draft, heir) for draft in named):
                for draft in named:
                    _replace(draft, heir, party)


def _stands_for(scene: Scene, draft: Draft, code: str) -> bool:
    """Whether a draft names a state by its capital or an institution, not by its name."""
    names, tokens = scene.lexicon.names, scene.tokens
    for party, first, _ in draft.evidence:
        hit = names.at(tokens.words, tokens.lowers, first) if party.code == code else None
        if hit is not None and hit[1].kind in (NameKind.STATE, NameKind.DEMONYM):
            return False
    return True


def _replace(draft: Draft, code: str, party: Party) -> None:
    draft.evidence = [(party if one.code == code else one, first, last) for one, first, last in draft.evidence]
