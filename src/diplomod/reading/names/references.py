"""What later mentions stand for: descriptions, plural groups, pronouns."""

from __future__ import annotations

import attrs

from diplomod.lexicon.people import Class
from diplomod.model import Party, PartyKind
from diplomod.reading.names.draft import Draft, Scene
from diplomod.reading.names.persons import Human
from diplomod.reading.parts import MentionKind

PRONOUN, MALE, FEMALE = Class.PRONOUN.value, Class.MALE.value, Class.FEMALE.value
POST, MODIFIER = Class.POST.value, Class.MODIFIER.value
NEUTRAL = frozenset("it its itself".split())
PLURAL = frozenset("they them their theirs themselves".split())
SPEAKING = frozenset("i me my mine myself we us our ours ourselves".split())
OWN = frozenset("his her its their".split())
PAIRS = frozenset(
    "sides parties countries nations states governments leaders ministers presidents delegations teams men women "
    "neighbours neighbors capitals powers diplomats counterparts officials envoys pair two duo allies rivals".split()
)
HEADS = frozenset("leaders ministers presidents men women diplomats envoys officials premiers secretaries".split())
NUMBERS = {"two": 2, "both": 2, "three": 3, "trio": 3, "four": 4}
ALIKE = {
    "group": (PartyKind.MOVEMENT, PartyKind.ORGANISATION),
    "movement": (PartyKind.MOVEMENT,),
    "militia": (PartyKind.MOVEMENT,),
    "organisation": (PartyKind.INTERNATIONAL_BODY, PartyKind.MOVEMENT, PartyKind.ORGANISATION),
    "organization": (PartyKind.INTERNATIONAL_BODY, PartyKind.MOVEMENT, PartyKind.ORGANISATION),
    "bloc": (PartyKind.BLOC, PartyKind.INTERNATIONAL_BODY),
    "alliance": (PartyKind.BLOC, PartyKind.INTERNATIONAL_BODY),
    "agency": (PartyKind.INTERNATIONAL_BODY,),
    "watchdog": (PartyKind.INTERNATIONAL_BODY,),
    "country": (PartyKind.STATE,),
    "kingdom": (PartyKind.STATE,),
    "nation": (PartyKind.STATE,),
    "republic": (PartyKind.STATE,),
}
ALIASES = {
    "top diplomat": ("foreign minister", "secretary", "foreign secretary"),
    "chief diplomat": ("foreign minister", "secretary", "foreign secretary"),
    "chief": ("secretary-general", "director-general", "president"),
    "premier": ("prime minister",),
    "prime minister": ("premier",),
    "leader": ("president", "prime minister", "chancellor", "king", "leader"),
    "president-elect": ("president-elect",),
}
HEARSAY = frozenset("expected reported hoped understood said believed thought known agreed decided feared".split())
EMPTY_IT = frozenset(
    "is was 's ’s would will remains remained seems seemed appears appeared takes took became becomes has".split()
)
FACING = frozenset(
    "counterpart counterparts host hosts guest successor predecessor rival rivals opponent opponents foe".split()
)
FINITE = frozenset("VBD VBZ VBP MD RB".split())
CLOSE = 5  # tokens between a subject and the object of its verb
NEAR = 3  # sentences that a pronoun looks back over


@attrs.define(slots=True, kw_only=True, eq=False)
class Memory:
    """What was named lately: persons and parties by nearness, and the last of each sort."""

    persons: list[Draft] = attrs.field(factory=list)
    actors: list[Draft] = attrs.field(factory=list)
    plurals: list[Draft] = attrs.field(factory=list)
    posts: dict[str, Draft] = attrs.field(factory=dict)
    kinds: dict[PartyKind, Draft] = attrs.field(factory=dict)
    heads: dict[str, Draft] = attrs.field(factory=dict)
    pair: tuple[Party, ...] = ()
    sentence: int = -1
    named: dict[str, Party] = attrs.field(factory=dict)


def find_references(scene: Scene, humans: list[Human]) -> None:
    """Tie later mentions to what they stand for, in the order of the text, and add drafts for pronouns."""
    memory = Memory()
    for draft in sorted([*(d for d in scene.drafts if not d.dropped), *_pronouns(scene)], key=_place):
        if draft.sentence != memory.sentence:
            memory.sentence = draft.sentence
            memory.named = {}
        if draft.whose >= 0 and not draft.parties:
            _spokesman(scene, draft, memory, humans)
        if draft.pronoun:
            draft.rule = _pronoun
            _pronoun(scene, draft, memory, humans)
        elif draft.kind is MentionKind.OFFICE:
            draft.rule = _office
            _office(scene, draft, memory, humans)
        elif draft.kind is not MentionKind.PERSON and not draft.parties:
            draft.rule = _description
            _description(scene, draft, memory, humans)
            for member in draft.members:
                _share(member, draft.parties, humans)
        _remember(scene, draft, memory, humans)


def _place(draft: Draft) -> int:
    return draft.first


def _pronouns(scene: Scene) -> list[Draft]:
    """Drafts for the pronouns, in their order; one inside a group's phrase is no mention of its own."""
    tokens = scene.tokens
    out: list[Draft] = []
    for token in [number for number, bits in enumerate(scene.bits) if bits & PRONOUN]:
        lower = tokens.lowers[token]
        if scene.at[token] is not None or lower in ("who", "you", "your") or tokens.words[token] == "US":
            continue
        kind = MentionKind.PERSON if scene.bits[token] & (MALE | FEMALE) else MentionKind.PARTY
        if lower in PLURAL or lower in SPEAKING:
            kind = MentionKind.GROUP
        draft = Draft(token, token + 1, token, kind, tokens.sentence_of[token], pronoun=True, plural=lower in PLURAL)
        draft.sex = "m" if scene.bits[token] & MALE else "f" if scene.bits[token] & FEMALE else ""
        out.append(scene.add(draft))
    return out


def _remember(scene: Scene, draft: Draft, memory: Memory, humans: list[Human]) -> None:
    tags = scene.tokens.tags
    draft.subject = draft.last < len(tags) and tags[draft.last] in FINITE
    if draft.pronoun and draft.antecedent is None:
        return
    if draft.kind is MentionKind.PERSON and draft.person >= 0:
        memory.persons.append(draft)
        if not draft.pronoun:
            for post in humans[draft.person].posts:
                memory.posts[post] = draft
    elif draft.kind is not MentionKind.PERSON and (draft.parties or draft.kind is MentionKind.GROUP):
        if draft.plural or len(draft.parties) > 1:
            memory.plurals.append(draft)
        elif not draft.modifier:
            memory.actors.append(draft)
    if draft.parties and not draft.pronoun:
        if draft.kind is not MentionKind.PLACE:
            if len(draft.parties) == 1:
                memory.kinds[draft.parties[0].kind] = draft
            memory.heads[scene.tokens.lowers[draft.head]] = draft
        for party in draft.parties:
            memory.named.setdefault(party.code, party)
        if len(memory.named) > 1:
            memory.pair = tuple(memory.named.values())
    for known in (memory.persons, memory.actors, memory.plurals):
        if len(known) > 24:
            del known[:12]


def _description(scene: Scene, draft: Draft, memory: Memory, humans: list[Human]) -> None:
    """``the minister``, ``the two sides``, ``the group``, ``its delegation``: who was named before."""
    tokens = scene.tokens
    lower, first = tokens.lowers[draft.head], tokens.lowers[draft.first]
    if first in OWN and lower not in FACING:
        owner = _possessor(scene, draft, memory, draft.first)
        if owner is not None:
            draft.parties = owner.parties
        return
    for owner in draft.owners:
        draft.parties = draft.parties or owner.parties
    if not draft.definite or draft.parties:
        return
    if lower in PAIRS and tokens.lowers[draft.head - 1] != "other":
        count = next(
            (NUMBERS[tokens.lowers[t]] for t in range(draft.first, draft.last) if tokens.lowers[t] in NUMBERS), 0
        )
        if lower in HEADS and len(memory.persons) > 1:
            draft.parties = _of_persons(memory, count or 2)
        elif len(memory.pair) >= 2 and (count in (0, len(memory.pair)) or count == 2):
            draft.parties = memory.pair[: count or 2]
            draft.plural = True
    elif lower in ALIKE:
        for kind in ALIKE[lower]:
            if kind in memory.kinds:
                draft.antecedent = memory.kinds[kind]
                draft.parties = draft.antecedent.parties
                break
    elif lower in memory.heads and tokens.lowers[draft.first] == "the":
        draft.antecedent = memory.heads[lower]
        draft.parties = draft.antecedent.parties


def _of_persons(memory: Memory, count: int) -> tuple[Party, ...]:
    """The parties of so many persons last named, if those of all are known."""
    found: dict[int, Draft] = {}
    for known in reversed(memory.persons):
        if len(found) < count:
            found.setdefault(known.person, known)
    if len(found) < count or not all(known.parties for known in found.values()):
        return ()
    return tuple({party.code: party for known in reversed(found.values()) for party in known.parties}.values())


def _office(scene: Scene, draft: Draft, memory: Memory, humans: list[Human]) -> None:
    """``the minister``, ``the top Omani diplomat``: who was last named with the post, and of the party."""
    tokens = scene.tokens
    lower = tokens.lowers[draft.head]
    for owner in draft.owners:
        draft.parties = draft.parties or owner.parties
    if not draft.definite or draft.head - draft.first > 5:
        return
    if tokens.lowers[draft.first] in OWN:
        whose = None if lower in FACING or draft.parties else _possessor(scene, draft, memory, draft.first)
        draft.parties = draft.parties if whose is None else whose.parties
        return
    whole = " ".join(tokens.lowers[t] for t in range(draft.first, draft.last) if scene.bits[t] & (POST | MODIFIER))
    if (
        any(
            tokens.tags[t] in ("NN", "NNP") and not scene.bits[t] & (POST | MODIFIER)
            for t in range(draft.first, draft.head)
        )
        and not draft.evidence
    ):
        return
    keys = [whole, *ALIASES.get(whole, ())]
    if " " not in whole or whole.startswith("top "):
        keys.append(lower)
    known = next((memory.posts[key] for key in keys if key in memory.posts), None)
    if known is None and not draft.parties and not draft.owners and memory.persons:
        latest = memory.persons[-1]
        if draft.sentence - latest.sentence < NEAR and not humans[latest.person].posts:
            known = latest
    if known is None:
        return
    if draft.parties and {party.code for party in known.parties}.isdisjoint(party.code for party in draft.parties):
        return
    draft.kind, draft.person, draft.antecedent = MentionKind.PERSON, known.person, known
    draft.parties = known.parties or draft.parties
    humans[known.person].drafts.append(draft)


def _spokesman(scene: Scene, draft: Draft, memory: Memory, humans: list[Human]) -> None:
    """``Its spokesman, Ana Lima``: of the party that *its* stands for, here and wherever the person is named."""
    owner = _possessor(scene, draft, memory, draft.whose)
    if owner is not None:
        _share(draft, owner.parties, humans)


def _share(person: Draft, parties: tuple[Party, ...], humans: list[Human]) -> None:
    """Give a person parties that were found late, here and wherever the person is named."""
    if parties and person.person >= 0 and not person.parties:
        for other in humans[person.person].drafts:
            other.parties = parties


def _possessor(scene: Scene, draft: Draft, memory: Memory, token: int) -> Draft | None:
    lower = scene.tokens.lowers[token]
    if lower == "its":
        return _nearest(memory.actors, draft)
    if lower == "their":
        return _nearest(memory.plurals, draft)
    return _person(memory, draft, "m" if lower == "his" else "f", [])


def _pronoun(scene: Scene, draft: Draft, memory: Memory, humans: list[Human]) -> None:
    """Give a pronoun its antecedent where one fits; those of a speaker in quotation marks stay open."""
    tokens = scene.tokens
    lower = tokens.lowers[draft.first]
    if lower in SPEAKING:
        return
    quote = tokens.quoted[draft.first]
    known: Draft | None
    if lower in NEUTRAL:
        if lower == "it" and _empty(scene, draft.first + 1):
            return
        known = _nearest(memory.actors, draft)
    elif lower in PLURAL:
        known = _nearest(memory.plurals, draft)
    else:
        known = _person(memory, draft, draft.sex, humans)
        if lower == "him" and known is not None and known.subject and known.sentence == draft.sentence:
            known = _another(memory, draft, known, humans) if draft.first - known.last < CLOSE else known
    if known is None or (quote >= 0 and tokens.quoted[known.first] != quote):
        return
    draft.antecedent, draft.person, draft.parties = known, known.person, known.parties
    if known.kind is not MentionKind.PERSON:
        draft.kind = MentionKind.PARTY if known.kind is MentionKind.PLACE else known.kind


def _empty(scene: Scene, at: int) -> bool:
    """Whether *it* stands for nobody: ``it is clear``, ``it would be wrong``; not in ``it is weighing``."""
    tokens = scene.tokens
    if at + 1 >= len(tokens.lowers) or tokens.lowers[at] not in EMPTY_IT:
        return False
    after, tag = tokens.lowers[at + 1], tokens.tags[at + 1]
    if tokens.lowers[at] in ("would", "will", "has"):
        return after in ("be", "been", "take")
    return not (tag == "VBG" or (tag == "VBN" and after not in HEARSAY))


def _person(memory: Memory, draft: Draft, sex: str, humans: list[Human]) -> Draft | None:
    """The person that he or she stands for: the subject of this sentence, else of the last, else the nearest."""
    fitting = [
        known
        for known in reversed(memory.persons[-12:])
        if draft.sentence - known.sentence <= NEAR and _fits(known, sex, humans)
    ]
    if not fitting:
        return None
    here = [known for known in fitting if known.sentence == fitting[0].sentence]
    if sex == "f" and humans:
        here = [known for known in here if humans[known.person].sex == sex] or here
    subjects = [known for known in here if known.subject]
    if subjects:
        return subjects[0] if here[0].sentence == draft.sentence else subjects[-1]
    return here[-1]


def _another(memory: Memory, draft: Draft, subject: Draft, humans: list[Human]) -> Draft | None:
    """``Petro thanked him``: not the subject right before, but whoever fits besides."""
    for known in reversed(memory.persons[-12:]):
        if draft.sentence - known.sentence <= NEAR and known.person != subject.person and _fits(known, "m", humans):
            return known
    return None


def _fits(known: Draft, sex: str, humans: list[Human]) -> bool:
    if not humans or known.person < 0:
        return known.sex in ("", sex)
    return humans[known.person].sex in ("", sex)


def _nearest(known: list[Draft], draft: Draft) -> Draft | None:
    """The first of this sentence, else the first of the last sentence that has one."""
    near = [other for other in known[-8:] if draft.sentence - other.sentence <= NEAR - 1]
    if not near:
        return None
    here = [other for other in near if other.sentence == near[-1].sentence]
    subjects = [other for other in here if other.subject]
    if subjects:
        return subjects[-1] if here[0].sentence == draft.sentence else subjects[0]
    return here[0]
