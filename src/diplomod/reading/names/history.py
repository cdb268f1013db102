"""Names that stand for a party in this text alone: capitals of states that are no more, halves of a country, its press."""

from __future__ import annotations

import attrs

from diplomod.lexicon.names import NameKind
from diplomod.model import Party, PartyKind
from diplomod.reading.names.draft import GROUP, PARTY, SOURCE, Draft, Scene

PRESS = frozenset("agency newspaper paper channel television tv radio broadcaster daily outlet network".split())
MOVEMENT = PartyKind.MOVEMENT
HALVES = {"north": "PRK", "south": "KOR"}
RUN = frozenset("official state run owned controlled affiliated linked aligned".split())
HEIRS = {"SUN": "RUS", "YUG": "SRB", "CSK": "CZE"}  # whose capital was theirs


def go_back(scene: Scene) -> None:
    """Let a capital stand for the state of its time: ``Moscow`` for the Soviet Union in a text that speaks of Soviets.

    A text that names the heir as well (``Russia``, ``Serbian``) is of a later time, or of both.
    """
    codes = {party.code for draft in scene.drafts for party, _, _ in draft.evidence}
    if codes.isdisjoint(HEIRS):
        return
    drafts = [draft for draft in scene.drafts if draft.evidence]
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


def name_halves(scene: Scene) -> None:
    """Let ``the North`` stand for North Korea, and ``the South`` for the other, where a text speaks of them."""
    tokens, parties = scene.tokens, scene.lexicon.names.parties
    for token in tokens.places_of(("koreas",)):
        if tokens.words[token] == "Koreas":
            _stand(scene, token, [parties["PRK"], parties["KOR"]])
    halves = tokens.places_of(HALVES)
    if not halves or not any(party.code == "PRK" for draft in scene.drafts for party, _, _ in draft.evidence):
        return
    for token in halves:
        if token == 0 or tokens.lowers[token - 1] != "the" or not tokens.words[token][0].isupper():
            continue
        if tokens.words[token + 1 : token + 2] and tokens.words[token + 1][0].isupper():
            continue
        old = scene.at[token]
        if old is not None and (old.evidence or old.last - old.first > 1):
            continue
        _stand(scene, token, [parties[HALVES[tokens.lowers[token]]]])


def _stand(scene: Scene, token: int, parties: list[Party]) -> None:
    """Let one word stand for parties."""
    old = scene.at[token]
    if old is not None:
        old.dropped = True
        scene.drafts.remove(old)
        for one in range(old.first, old.last):
            scene.at[one] = None
    kind = PARTY if len(parties) == 1 else GROUP
    draft = Draft(token, token + 1, token, kind, scene.tokens.sentence_of[token], plural=len(parties) > 1)
    draft.evidence = [(party, token, token + 1) for party in parties]
    scene.add(draft)


def own_press(scene: Scene) -> None:
    """Give agencies and papers the party that has them: ``North Korea's official news agency``, ``the Houthi-run SABA``."""
    tokens = scene.tokens
    known: dict[str, tuple[Party, int, int]] = {}
    for draft in scene.drafts:
        if draft.evidence or (draft.kind is not SOURCE and draft.kind is not GROUP):
            continue
        begin = scene.phrase(draft.first)[0]
        if begin == draft.first and not known:
            continue
        name = tokens.span(draft.first, draft.last).text.lower()
        run = not RUN.isdisjoint(part for word in tokens.lowers[begin : draft.first] for part in word.split("-"))
        inner = [one for one in scene.at[begin : draft.first] if one is not None and one.evidence]
        if run and inner and (draft.kind is SOURCE or not PRESS.isdisjoint(tokens.lowers[begin : draft.first])):
            known[name] = inner[0].evidence[0]
        if name in known:
            draft.evidence.append(known[name])


def call_as_written(scene: Scene) -> None:
    """Give movements the short name only where the text has it: ``RAPID SUPPORT FORCES``, and ``RSF`` in ``the RSF``."""
    written = None
    for draft in scene.drafts:
        for number, (party, first, last) in enumerate(draft.evidence):
            if party.kind is MOVEMENT and party.code.isalnum() and party.code != party.name.upper():
                written = {word.upper() for word in scene.tokens.words} if written is None else written
                if party.code not in written:
                    whole = attrs.evolve(party, code=party.name.upper())
                    draft.evidence[number] = (whole, first, last)
