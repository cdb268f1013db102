"""Whom a person belongs to by the grammar of a sentence: members of groups, heads of delegations, spokesmen."""

from __future__ import annotations

from diplomod.lexicon.people import Class
from diplomod.reading.names.draft import GROUP, PARTY, PERSON, Draft, Scene
from diplomod.reading.parts import Tokens

LED = frozenset("led headed chaired represented fronted".split())
LEADS = frozenset("leads heads led headed leading heading chairs chaired represents represented representing".split())
STANDS = frozenset("represents represented representing".split())
MEMBERS = frozenset("including included includes comprising comprised comprises".split())
TELLING = LED | LEADS | MEMBERS | {"as", "by"}
LOOSE = frozenset(", and or both also as well its his her their the - — –".split())
REACH = 25
TAIL = 12  # tokens between a plural and the comma before the names
MOST = 6  # names in such a list
POST, PEOPLE, BODY = Class.POST.value, Class.PEOPLE.value, Class.BODY.value
ADDRESS, MODIFIER = Class.ADDRESS.value, Class.MODIFIER.value


def find_sides(scene: Scene) -> None:
    """Let persons share the parties of the group that they are in, or that they lead.

    ``Peruvian officials including Ana Lima and Luis Paz``; ``Oman's delegation is led by Omar Said``; ``Ana Lima, who
    heads the Peruvian team``; ``Ana Lima of Peru``.
    """
    lowers = scene.tokens.lowers
    for token in scene.tokens.places_of(TELLING):
        lower = lowers[token]
        if lower in MEMBERS or (lower == "as" and lowers[token - 1] == "such"):
            _members(scene, token, token + 1)
        elif lower in LED and token + 1 < len(lowers) and lowers[token + 1] == "by":
            _members(scene, token, token + 2)
        elif lower in LEADS:
            _leader(scene, token)
        elif lower == "by" and token + 1 < len(lowers):
            _led_as_well(scene, token)
    for draft in scene.drafts:
        if draft.kind is PERSON:
            _of(scene, draft)
            _other_one(scene, draft)
            _listed(scene, draft)
            _led_by_plural(scene, draft)
    for draft in scene.drafts:
        if draft.kind is GROUP and draft.plural:
            _in_turn(scene, draft)


def _members(scene: Scene, before: int, after: int) -> None:
    group = _group_before(scene, before)
    if group is None:
        return
    tokens = scene.tokens
    last = min(tokens.sentences[tokens.sentence_of[before]][1], after + 3 * REACH)
    at = after
    while at < last:
        draft = scene.at[at]
        if draft is not None and draft.kind is PERSON:
            draft.certain = True
            if not draft.evidence:
                draft.owners.append(group)
            at = draft.last
        elif at in scene.taken or tokens.lowers[at] in LOOSE or tokens.tags[at][:2] in ("NN", "JJ", "PO"):
            at += 1
        elif draft is not None and draft.evidence:
            at = draft.last
        else:
            return


def _led_as_well(scene: Scene, token: int) -> None:
    """``Oman's team is led by Omar Said, the Peruvians by Ana Lima``: the second verb is left out."""
    tokens = scene.tokens
    party, person = scene.at[token - 1], scene.at[token + 1]
    begin = tokens.sentences[tokens.sentence_of[token]][0]
    if party is None or party.first <= begin or party.kind is PERSON or not party.evidence:
        return
    after = token + 1
    while person is None and after < min(token + 4, len(tokens.lowers) - 1) and after in scene.taken:
        after += 1
        person = scene.at[after]
    if person is None or person.kind is not PERSON or person.evidence:
        return
    if not LED.isdisjoint(tokens.lowers[max(begin, token - 2 * REACH) : party.first]):
        person.evidence.extend(party.evidence)


def _group_before(scene: Scene, token: int) -> Draft | None:
    """The nearest group or party of one party on the left, in the same sentence."""
    begin = max(scene.tokens.sentences[scene.tokens.sentence_of[token]][0], token - REACH)
    at = token - 1
    while at >= begin:
        draft = scene.at[at]
        if draft is not None:
            if draft.kind is GROUP and len({party.code for party, _, _ in draft.evidence}) == 1:
                return draft
            at = draft.first
        at -= 1
    return None


def _leader(scene: Scene, token: int) -> None:
    """``Ana Lima, who led the Peruvian team``."""
    tokens = scene.tokens
    first, last = tokens.sentences[tokens.sentence_of[token]]
    at = token - 1
    while (
        at >= first
        and token - at < 6
        and (tokens.lowers[at] in ("who", ",", "has", "had", "is", "was", "will", "and") or tokens.tags[at] == "RB")
    ):
        at -= 1
    if at >= first and (scene.at[at] is None or at in scene.taken):  # "Ana Lima, head of the trade office, led"
        person = scene.at[first]
        at = first if person is not None and person.post is not None and person.post[1] > at >= person.post[0] else at
    person = scene.at[at] if at >= first else None
    if person is None or person.kind is not PERSON or person.evidence:
        return
    for following in range(token + 1, min(last, token + 6)):
        group = scene.at[following]
        if group is not None:
            stands = group.kind is PARTY and tokens.lowers[token] in STANDS and len(group.evidence) == 1
            if stands and not group.modifier:
                person.evidence.extend(group.evidence)
            elif group.kind is GROUP and (group.evidence or group.definite):
                person.owners.append(group)
            return


def _of(scene: Scene, draft: Draft) -> None:
    """``Ana Lima of Peru``, ``Ana Lima (Peru)``, ``Ana Lima for the Peruvians``."""
    tokens = scene.tokens
    last = tokens.sentences[draft.sentence][1]
    at = draft.last
    if at + 1 >= last or tokens.lowers[at] not in ("of", "(", "for"):
        return
    stands_for = tokens.lowers[at] == "for" and not draft.evidence
    at += 1 + (tokens.lowers[at + 1] == "the")
    other = scene.at[at] if at < last else None
    if (
        other is not None
        and other.kind is PARTY
        and other.evidence
        and not other.modifier
        and (stands_for or not other.plural)
    ):
        draft.evidence.extend(other.evidence)


def _other_one(scene: Scene, draft: Draft) -> None:
    """``with Ana Lima heading the Peruvian team and Luis Paz [the Chilean one]``: the verb is left out."""
    tokens, at = scene.tokens, draft.last
    if draft.evidence or tokens.lowers[at : at + 1] != ["the"] or tokens.lowers[at + 2 : at + 3] != ["one"]:
        return
    party = scene.at[at + 1]
    if party is not None and party.kind is PARTY and len(party.evidence) == 1:
        draft.evidence.extend(party.evidence)


def _begin(draft: Draft, tokens: Tokens, bits: list[int]) -> int:
    """Where a person begins with post, address and rank: ``of Chile, [H.E. Ms] Ana Lima``."""
    first = draft.first if draft.post is None or draft.post[0] > draft.first else draft.post[0]
    while first > 0 and bits[first - 1] & (ADDRESS | POST) and tokens.words[first - 1][0].isupper():
        first -= 1
    return first


def _listed(scene: Scene, draft: Draft) -> None:
    """``the Presidents of Peru, Ana Lima; of Chile, Luis Paz``: each is of the state before the comma."""
    if draft.evidence:
        return
    tokens, bits = scene.tokens, scene.bits
    begin = tokens.sentences[draft.sentence][0]
    at = _begin(draft, tokens, bits) - 1
    if at - 2 <= begin or tokens.words[at] != ",":
        return
    party = scene.at[at - 1]
    if party is None or party.kind is not PARTY or not party.evidence or party.last != at:
        return
    before = party.first - 1 - (tokens.lowers[party.first - 1] == "the")
    head = before - 1
    if head < begin or tokens.lowers[before] != "of":
        return
    if tokens.lowers[head] in ("and", ";", ","):
        head = next((one for one in range(head, begin - 1, -1) if bits[one] & PEOPLE), -1)
    if head < begin or not bits[head] & PEOPLE or bits[head] & BODY:
        return
    if tokens.words[draft.last : draft.last + 1] in ([";"], [","], ["."], ["and"]) or head != before - 1:
        draft.evidence.append(party.evidence[-1])
        draft.held = _posts_held(scene, head, begin)


def _led_by_plural(scene: Scene, draft: Draft) -> None:
    """``Foreign ministers Ana Lima and Luis Paz``: each is one."""
    tokens, bits = scene.tokens, scene.bits
    first, last = tokens.sentences[draft.sentence]
    before = draft.first - 1
    if before < first or not bits[before] & PEOPLE or bits[before] & BODY or draft.held:
        return
    held = _posts_held(scene, before, first)
    begin = before - (before > first and len(held) > 1)
    shared = draft.shared = (begin, draft.first) if tokens.lowers[before].endswith("s") else None
    draft.held, draft.certain = held, True
    at = _behind_state(scene, draft.last, last)
    while at + 1 < last and tokens.lowers[at] in (",", "and"):
        other = scene.at[at + 1]
        if other is None or other.kind is not PERSON or other.first != at + 1:
            return
        other.held, other.certain, other.shared = held, True, shared
        at = _behind_state(scene, other.last, last)


def _behind_state(scene: Scene, at: int, last: int) -> int:
    """Behind the state of somebody in a list: ``Presidents Lima of Peru | and Paz of Chile``."""
    if at + 1 >= last or scene.tokens.lowers[at] != "of":
        return at
    party = scene.at[at + 1 + (scene.tokens.lowers[at + 1] == "the" and at + 2 < last)]
    return party.last if party is not None and party.kind is PARTY else at


def _posts_held(scene: Scene, head: int, begin: int) -> frozenset[str]:
    """The post that a plural tells, bare and with the words before: ``foreign ministers``."""
    lowers, bits = scene.tokens.lowers, scene.bits
    post = lowers[head].removesuffix("s")
    if head > begin and bits[head - 1] & (MODIFIER | POST):
        return frozenset((post, f"{lowers[head - 1]} {post}"))
    return frozenset((post,))


def _in_turn(scene: Scene, group: Draft) -> None:
    """``the ministers of Peru and Chile, Ana Lima and Luis Paz``: the first is of the first, and so on."""
    tokens, bits = scene.tokens, scene.bits
    if not bits[group.head] & PEOPLE or bits[group.head] & BODY:
        return
    first, last = tokens.sentences[group.sentence]
    end = max(group.last, 0 if group.naming is None else group.naming[1])
    while end < last and end - group.last < TAIL and tokens.words[end] not in (",", ".", ";", "—", "–"):
        if tokens.tags[end].startswith("VB") or tokens.tags[end] == "MD":
            return
        end += 1
    if end >= last or tokens.words[end] != ",":
        return
    people: list[Draft] = []
    at = end + 1
    while at < last and len(people) < MOST:
        person = next((scene.at[one] for one in range(at, min(last, at + 6)) if scene.at[one] is not None), None)
        if person is None or person.kind is not PERSON or _begin(person, tokens, bits) > at + 1:
            break
        people.append(person)
        at = person.last
        while at < last and tokens.lowers[at] in (",", "and"):
            at += 1
    if len(people) < 2 or any(person.evidence for person in people):
        return
    held = _posts_held(scene, group.head, first)
    for person in people:
        person.held, person.certain = held, True
    group.turn = people
    parties = list({party.code: item for item in group.evidence for party in item[:1]}.values())
    if len(parties) == len(people):
        for person, item in zip(people, parties, strict=True):
            person.evidence.append(item)
