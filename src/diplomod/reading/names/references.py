"""What later mentions stand for: descriptions, offices, plural groups."""

from __future__ import annotations

from diplomod.lexicon.people import Class
from diplomod.model import Party, PartyKind
from diplomod.reading.names.draft import GROUP, OFFICE, PARTY, PERSON, PLACE, SOURCE, Draft, Scene, in_text
from diplomod.reading.names.memory import Memory, is_subject
from diplomod.reading.names.persons import Human, posts_of
from diplomod.reading.names.posts import giver
from diplomod.reading.names.pronouns import NEAR, nearest, or_unnamed, own_party, person_meant, pronouns_of, resolve
from diplomod.reading.names.questions import ONE_EACH
from diplomod.reading.names.realms import government_meant, home_of, host_of_realm, institution_near, of_government
from diplomod.reading.names.sets import acts, sides_meant
from diplomod.reading.parts import ParagraphKind

MOVEMENT, STATE = PartyKind.MOVEMENT, PartyKind.STATE
POST, MODIFIER, NATIONAL = Class.POST.value, Class.MODIFIER.value, Class.NATIONAL.value
OWN = frozenset("his her its their".split())
PAIRS = frozenset(
    "sides parties countries nations states governments leaders ministers presidents delegations teams men women "
    "neighbours neighbors capitals powers diplomats counterparts officials envoys pair two duo allies rivals".split()
)
HEADS = frozenset("leaders ministers presidents men women diplomats envoys officials premiers secretaries".split())
APPOSED = frozenset("bloc group movement alliance union body organisation organization militia rebels agency".split())
TEAMS = frozenset("team delegation delegations negotiators envoys delegates mission".split())
# What those are called whom the noun stands for.
CALLED = {
    "leader": (
        "prime minister",
        *"president premier chancellor king queen emir sultan leader prince chairman taoiseach pope monarch".split(),
        "secretary-general",
    ),
    "president": ("president",),
    "minister": ("minister", "secretary", "chancellor", "premier"),
    "premier": ("premier", "prime minister", "chancellor"),
}
NUMBERS = {"two": 2, "both": 2, "three": 3, "trio": 3, "four": 4, "five": 5, "six": 6}
ALIKE = {
    "group": (PartyKind.MOVEMENT, PartyKind.ORGANISATION),
    "movement": (PartyKind.MOVEMENT,),
    "militia": (PartyKind.MOVEMENT,),
    "rebels": (PartyKind.MOVEMENT,),
    "opposition": (PartyKind.MOVEMENT,),
    "militants": (PartyKind.MOVEMENT,),
    "insurgents": (PartyKind.MOVEMENT,),
    "guerrillas": (PartyKind.MOVEMENT,),
    "fighters": (PartyKind.MOVEMENT,),
    "separatists": (PartyKind.MOVEMENT,),
    "organisation": (PartyKind.INTERNATIONAL_BODY, PartyKind.BLOC, PartyKind.MOVEMENT, PartyKind.ORGANISATION),
    "organization": (PartyKind.INTERNATIONAL_BODY, PartyKind.BLOC, PartyKind.MOVEMENT, PartyKind.ORGANISATION),
    "bloc": (PartyKind.BLOC, PartyKind.INTERNATIONAL_BODY),
    "alliance": (PartyKind.BLOC, PartyKind.INTERNATIONAL_BODY),
    "agency": (PartyKind.INTERNATIONAL_BODY,),
    "watchdog": (PartyKind.INTERNATIONAL_BODY,),
    "country": (PartyKind.STATE,),
    "nation": (PartyKind.STATE,),
    "republic": (PartyKind.STATE,),
}
DIPLOMATS = (
    "foreign minister",
    "deputy foreign minister",
    "ambassador",
    "envoy",
    "special envoy",
    "undersecretary",
    "spokesman",
    "spokeswoman",
)
ALIASES = {
    "top diplomat": ("foreign minister", "secretary", "foreign secretary"),
    "chief diplomat": ("foreign minister", "secretary", "foreign secretary"),
    "head of state": ("president", "king", "queen", "emir", "sultan"),
    "head of government": ("prime minister", "premier", "chancellor"),
    "chief": ("secretary-general", "director-general", "president"),
    "premier": ("prime minister",),
    "prime minister": ("premier",),
    "leader": ("president", "prime minister", "chancellor", "king", "leader"),
    "president-elect": ("president-elect",),
    "diplomat": DIPLOMATS,
    "senior diplomat": DIPLOMATS,
    "official": ("minister", "deputy minister", "secretary", "undersecretary", "director", "spokesman", "spokeswoman"),
    "senior official": ("minister", "deputy minister", "secretary", "undersecretary", "director"),
    "spokesperson": ("spokesman", "spokeswoman"),
    "mediator": ("envoy", "special envoy", "special representative"),
    "envoy": ("special envoy", "special representative", "ambassador", "representative"),
}
DELEGATIONS = ("delegation", "team", "mission", "side")
SAME = dict.fromkeys(DELEGATIONS[:3], DELEGATIONS)
OTHERS = frozenset("other party opposition church business community religious tribal union faction".split())
BODIES = frozenset((PartyKind.INTERNATIONAL_BODY, PartyKind.BLOC, PartyKind.ORGANISATION))
FACING = frozenset(
    "counterpart counterparts number numbers host hosts guest rival rivals opponent opponents foe".split()
)
NEIGHBOURS = frozenset("neighbour neighbor enemy adversary".split())
REPLIES = frozenset("replied responded answered retorted countered".split())
PASSED = frozenset("former ex then previous late next new incoming outgoing designate elect".split())
BESIDE = 6  # tokens between a name and a description that can't be the same


def find_references(scene: Scene, humans: list[Human]) -> None:
    """Tie later mentions to what they stand for, in the order of the text, and add drafts for pronouns."""
    memory = Memory(scene=scene)
    for human in humans:
        for owner in human.owners:
            if owner.kind is not PERSON and not owner.evidence and human.drafts[0] not in owner.members:
                owner.members = (*owner.members, human.drafts[0])
    for draft in sorted([*[one for one in scene.drafts if not one.dropped], *pronouns_of(scene)], key=in_text):
        if draft.sentence != memory.sentence:
            memory.enter(draft.sentence)
        if draft.kind is PLACE and draft.place is not None and draft.place.country is not None:
            begin = scene.tokens.sentences[draft.sentence][0]
            if draft.first == begin + 1 and draft.place.country in scene.lexicon.names.parties:
                memory.open_with(draft.sentence, scene.lexicon.names.parties[draft.place.country])
        if draft.whose >= 0 and not draft.parties:
            _spokesman(scene, draft, memory, humans)
        if draft.kind is PERSON and not draft.pronoun and draft.person >= 0:
            _presented_before(scene, draft, memory, humans)
            _held_before(scene, draft, memory, humans)
        if draft.pronoun:
            draft.rule = resolve
            resolve(scene, draft, memory, humans)
        elif draft.kind is OFFICE:
            draft.rule = _office
            _office(scene, draft, memory, humans)
        elif draft.kind is not PERSON and (not draft.parties or _is_movement_of(scene, draft, memory)):
            draft.rule = _description
            _description(scene, draft, memory, humans)
            for member in draft.members:
                _share(member, draft.parties, humans)
            if len(draft.turn) == len(draft.parties):
                for person, party in zip(draft.turn, draft.parties, strict=True):
                    _share(person, (party,), humans)
        memory.take(draft, humans)
    _name_offices(scene, humans)
    scene.sides = memory.principal()


def _name_offices(scene: Scene, humans: list[Human]) -> None:
    """``Peru's foreign minister flew in … Foreign Minister Ana Lima said``: she is who flew in.

    The whole post is that of one person of the party alone, and no state has two who hold it.
    """
    holders: dict[tuple[str, str], set[int]] = {}
    for human in humans:
        codes = {party.code for draft in human.drafts for party in draft.parties}
        if len(codes) == 1:
            for post in human.posts:
                holders.setdefault((post, next(iter(codes))), set()).add(human.number)
    for draft in scene.drafts:
        if draft.kind is not OFFICE or draft.dropped or draft.plural or len(draft.parties) != 1:
            continue
        if not (draft.evidence or draft.owners) or draft.person >= 0:
            continue
        post = max(posts_of(scene, draft.first, draft.last), key=len, default="")
        if post not in ONE_EACH or not PASSED.isdisjoint(scene.tokens.lowers[draft.first : draft.last]):
            continue
        found = holders.get((post, draft.parties[0].code), set())
        if len(found) == 1:
            human = humans[next(iter(found))]
            known = next((one for one in human.drafts if one.kind is PERSON and not one.pronoun), None)
            if known is not None and not _beside(scene, draft, known):
                _bear(draft, known, humans)


def _is_movement_of(scene: Scene, draft: Draft, memory: Memory) -> bool:
    """Whether a state only tells where a movement told before is at home: ``the Palestinian group`` behind ``Hamas``."""
    if MOVEMENT not in memory.kinds or ALIKE.get(scene.tokens.lowers[draft.head], ())[:1] != (MOVEMENT,):
        return False
    if scene.tokens.lowers[draft.first] != "the" or draft.owners or any(p.kind is not STATE for p in draft.parties):
        return False
    draft.parties = ()
    return True


def _presented_before(scene: Scene, draft: Draft, memory: Memory, humans: list[Human]) -> None:
    """Whoever is named without a post right after an office spoke: ``The spokesman for the ministry said … Luis Paz said``."""
    human = humans[draft.person]
    if (
        draft is not human.drafts[0]
        or human.posts
        or human.evidence
        or not memory.unnamed
        or draft.last - draft.first < 2
    ):
        return
    office = memory.unnamed[-1]
    fits = not office.plural and office.sex in ("", human.sex) and len(office.parties) == 1
    near = 0 < draft.sentence - office.sentence <= 1 and not any(
        known.sentence >= office.sentence for known in memory.persons[-3:]
    )
    if fits and near and memory.leads(office) and scene.bits[office.head] & POST and is_subject(scene, draft):
        human.posts |= posts_of(scene, office.first, office.last)
        for other in human.drafts:
            other.parties = ()  # at best they were guessed
        _share(draft, office.parties, humans)
        _bear(office, draft, humans)


def _held_before(scene: Scene, draft: Draft, memory: Memory, humans: list[Human]) -> None:
    """Whoever is named with a post that was told just before, of one party: ``the foreign minister of Peru? — Foreign Minister
    Ana Lima said``."""
    human = humans[draft.person]
    if draft is not human.drafts[0] or not human.posts or human.evidence or draft.parties:
        return
    held = {post for post in human.posts if " " in post}
    for office in reversed(memory.unnamed[-3:]):
        if draft.sentence - office.sentence > NEAR or office.plural or len(office.parties) != 1 or not office.evidence:
            continue
        if held & posts_of(scene, office.first, office.last):
            _share(draft, office.parties, humans)
            return


def _description(scene: Scene, draft: Draft, memory: Memory, humans: list[Human]) -> None:
    """``the two sides``, ``the group``, ``its delegation``, ``the government``: who was named before."""
    tokens = scene.tokens
    lower, first = tokens.lowers[draft.head], tokens.lowers[draft.first]
    if first in OWN and lower in NEIGHBOURS:
        draft.parties = _facing(memory, _possessor(scene, draft, memory, draft.first, humans))
        return
    if draft.whose >= 0 or (first in OWN and lower not in FACING):
        owner = _possessor(scene, draft, memory, draft.whose if draft.whose >= 0 else draft.first, humans)
        if owner is not None:
            draft.parties = owner.parties
        return
    personal = False
    for owner in draft.owners:
        if owner.kind is GROUP and owner.first > draft.first and not owner.parties:
            _description(scene, owner, memory, humans)  # "a source in the delegation"
        draft.parties = draft.parties or owner.parties
        personal = personal or owner.kind is PERSON
    if draft.parties or personal:
        return
    if lower in APPOSED and (named := _named_behind(scene, draft)) is not None:
        _stand_for(draft, named)
        draft.parties = tuple(party for party, _, _ in named.evidence)
        return
    if not draft.definite:
        if lower in TEAMS and "government" in tokens.lowers[draft.first : draft.head]:
            draft.parties = of_government(scene, draft, memory)
        elif draft.kind is SOURCE:
            draft.parties = institution_near(scene, draft, memory)
        return
    if lower in HEADS and NUMBERS.keys().isdisjoint(tokens.lowers[draft.first : draft.last]):
        of_body = memory.heads.get(lower)  # "Ministers of the League met. The ministers asked"
        if of_body is not None and len(of_body.parties) == 1 and of_body.parties[0].kind in BODIES:
            _stand_for(draft, of_body)
            return
    if lower in PAIRS and tokens.lowers[draft.head - 1] not in OTHERS:
        count = next(
            (NUMBERS[tokens.lowers[t]] for t in range(draft.first, draft.last) if tokens.lowers[t] in NUMBERS), 0
        )
        group = memory.heads.get(lower) if not count and lower in HEADS else None
        if group is not None and len(group.parties) > 2 and not group.dropped:
            _stand_for(draft, group)  # "The ministers of Peru, Chile and Bolivia met. The ministers were received"
            return
        persons = lower in HEADS and len(memory.persons) > 1
        parties = _of_persons(scene, draft, memory, humans, count or 2) if persons else ()
        if not parties and lower not in ("men", "women"):  # two prisoners are no sides
            parties = sides_meant(scene, draft, memory, count)
        draft.parties = parties
        draft.plural = draft.plural or bool(draft.parties)
    elif (realm := host_of_realm(lower, memory)) is not None:
        _stand_for(draft, realm)
    elif first == "the" and (body := _named_so(memory, lower)) is not None:
        _stand_for(draft, body)
    elif lower in ALIKE:
        for kind in ALIKE[lower]:
            if kind in memory.kinds:
                _stand_for(draft, memory.kinds[kind])
                break
    elif first == "the" and (known := _same_head(memory, lower)) is not None:
        _stand_for(draft, known)
    elif (same := _unnamed(scene, draft, memory)) is not None:
        _stand_for(draft, same)
    else:
        draft.parties = government_meant(scene, draft, memory)


def _named_so(memory: Memory, lower: str) -> Draft | None:
    """The body last told of whose name ends with the noun: ``the council`` is the Gulf Cooperation Council."""
    bodies = (one for one in memory.parties.values() if one.parties[0].kind in BODIES)
    known = [one for one in bodies if one.parties[0].name.lower().rpartition(" ")[2] == lower]
    return max(known, key=in_text, default=None)


def _same_head(memory: Memory, lower: str) -> Draft | None:
    """Whom the same noun was told of, or one that means the same: ``the team`` is the delegation of before."""
    known = [memory.heads[noun] for noun in (lower, *SAME.get(lower, ())) if noun in memory.heads]
    return max(known, key=in_text, default=None)


def _named_behind(scene: Scene, draft: Draft) -> Draft | None:
    """Which body or movement is named behind a comma: ``the regional bloc, Ecowas,``."""
    words, at = scene.tokens.words, draft.last
    named = scene.at[at + 1] if words[at : at + 1] == [","] and at + 1 < len(scene.at) else None
    if named is None or named.kind is not PARTY or len(named.evidence) != 1 or named.first != at + 1:
        return None
    closed = words[named.last : named.last + 1] in ([","], ["."], [";"])
    return named if closed and named.evidence[0][0].kind is not STATE else None


def _stand_for(draft: Draft, known: Draft) -> None:
    draft.antecedent, draft.parties = known, known.parties


def _unnamed(scene: Scene, draft: Draft, memory: Memory) -> Draft | None:
    """``the diplomat``, ``the sources``: who was told of before without a name, by the same noun."""
    lower = scene.tokens.lowers[draft.head]
    if draft.head - draft.first > 1:
        return None
    return next((one for one in reversed(memory.unnamed) if scene.tokens.lowers[one.head] == lower), None)


def _of_persons(scene: Scene, draft: Draft, memory: Memory, humans: list[Human], count: int) -> tuple[Party, ...]:
    """The parties of so many persons last named, if those of all are known; whoever does something with them is none of them.

    Those who have the post go before others: ``The two presidents`` are no presidents' guests.
    """
    acting: set[int] = set()
    if not acts(scene, draft):
        acting = {one.person for one in memory.persons if one.sentence == draft.sentence and memory.leads(one)}
    post = scene.tokens.lowers[draft.head].removesuffix("s")
    last: dict[int, Draft] = {}
    for known in reversed(memory.persons):
        if known.person not in acting:
            last.setdefault(known.person, known)
    fitting = [known for person, known in last.items() if _has_post(humans[person], post)]
    if len(fitting) < count and post in CALLED:  # an ambassador is none of the two leaders
        fitting = [
            known for person, known in last.items() if not humans[person].posts or _has_post(humans[person], post)
        ]
        last = {known.person: known for known in fitting}
    found = fitting[:count] if len(fitting) >= count else list(last.values())[:count]
    if len(found) < count or not all(known.parties for known in found):
        return ()
    return tuple({party.code: party for known in reversed(found) for party in known.parties}.values())


def _has_post(human: Human, post: str) -> bool:
    """Whether the text tells of a person that he or she has the post, or is the counterpart of somebody who has."""
    return any(words.endswith((*CALLED.get(post, (post,)), "counterpart")) for words in human.posts)


def _office(scene: Scene, draft: Draft, memory: Memory, humans: list[Human]) -> None:
    """``the minister``, ``the top Omani diplomat``: who was last named with the post, and of the party."""
    tokens = scene.tokens
    lower = tokens.lowers[draft.head]
    for owner in draft.owners:
        draft.parties = draft.parties or owner.parties
    if not draft.definite or draft.head - draft.first > 5:
        return
    if tokens.lowers[draft.first] in OWN:
        if not draft.parties:
            whose = _possessor(scene, draft, memory, draft.first, humans)
            draft.parties = _facing(memory, whose) if lower in FACING else () if whose is None else whose.parties
        return
    own = _own_office(scene, draft, memory)
    if own is not None:
        _stand_for(draft, own)
        return
    named = draft.first + (
        tokens.tags[draft.first] not in ("NN", "NNP", "JJ")
    )  # behind the article, where there is one
    same = memory.titles.get(" ".join(tokens.lowers[named : draft.last]))
    if same is not None and not draft.evidence and not draft.owners and not _beside(scene, draft, same):
        bare = named == draft.first  # "Secretary (West) called on", beside a Principal Secretary
        if bare or not any(one.person != same.person for one in memory.posts.get(lower, ())):
            _bear(draft, same, humans)
            return
    title = [t for t in range(draft.first, draft.last) if scene.bits[t] & (POST | MODIFIER)]
    whole = " ".join(tokens.lowers[t] for t in title)
    if (
        any(
            tokens.tags[t] in ("NN", "NNP") and not scene.bits[t] & (POST | MODIFIER)
            for t in range(draft.first, draft.head)
        )
        and not draft.evidence
    ):
        return
    if tokens.lowers[draft.head : draft.head + 2] == ["head", "of"]:
        whole = " ".join(tokens.lowers[draft.head : draft.head + 3])
    keys = [whole, *ALIASES.get(whole, ())]
    if title:
        keys += sorted((post for post in posts_of(scene, title[0], draft.last) if " " in post), key=len, reverse=True)
    if " " not in whole or whole.startswith("top "):
        keys.append(lower)
    known = _bearer(scene, draft, memory, keys)
    if known is not None and whole in ("diplomat", "official", "envoy"):
        same = _unnamed(scene, draft, memory)
        if same is not None and same.first > known.first:
            _stand_for(draft, same)
            return
    if known is None and not draft.parties and not draft.owners:
        same = _unnamed(scene, draft, memory)
        if same is not None:
            _stand_for(draft, same)
            return
        known = _latest(scene, draft, memory, humans)
    if known is None:
        if not draft.parties and not draft.owners:
            party = giver([whole], memory.parties, scene.lexicon)
            draft.parties = government_meant(scene, draft, memory) if party is None else (party,)
        return
    _bear(draft, known, humans)


def _own_office(scene: Scene, draft: Draft, memory: Memory) -> Draft | None:
    """The same office told before without a name, beside one who holds it elsewhere: ``The President called President Luis Paz
    of Peru. [The President] said``."""
    if draft.parties or not scene.tokens.words[draft.head][0].isupper():
        return None
    words = scene.tokens.lowers[draft.first : draft.last]
    for other in memory.unnamed if " ".join(words[1:]) in ONE_EACH else ():
        if other.kind is OFFICE and other.person < 0 and scene.tokens.lowers[other.first : other.last] == words:
            return other
    return None


def _bear(draft: Draft, known: Draft, humans: list[Human]) -> None:
    """Let an office stand for who holds it."""
    draft.kind, draft.person, draft.antecedent = PERSON, known.person, known
    draft.parties = known.parties or draft.parties
    humans[known.person].drafts.append(draft)


def _latest(scene: Scene, draft: Draft, memory: Memory, humans: list[Human]) -> Draft | None:
    """Whoever was named last, if no post of that person is told."""
    latest = memory.persons[-1] if memory.persons else None
    paragraph = scene.document.paragraphs[scene.document.sentence_paragraphs[draft.sentence]]
    if latest is not None and paragraph.kind in (ParagraphKind.ANSWER, ParagraphKind.QUESTION):
        return None
    if latest is None or draft.sentence - latest.sentence >= NEAR or humans[latest.person].posts:
        return None
    if draft.sentence == latest.sentence and scene.tokens.lowers[draft.first - 1] == "whom":
        return None  # "Omar Said, with whom the king met"
    return latest


def _bearer(scene: Scene, draft: Draft, memory: Memory, keys: list[str]) -> Draft | None:
    """Who has the post, of the party that the words name, and is not named beside it (``The President told Mr Lima``).

    Of several, one of the office that publishes the text; for one who replies, another than who spoke; else the last.
    """
    codes = {party.code for party in draft.parties}
    groups = [[key] for key in keys]
    if len(keys) > 1 and keys[0] in ALIASES and keys[0] not in memory.posts:
        groups.insert(0, [key for key in keys if key in ALIASES[keys[0]]])
    for group in groups:
        named = sorted((one for key in group for one in memory.posts.get(key, ())), key=in_text)
        known = [
            one
            for one in named
            if (not codes or not codes.isdisjoint(party.code for party in one.parties))
            and not _beside(scene, draft, one)
        ]
        if not known:
            continue
        if len(known) > 1 and not codes:
            dateline = scene.document.dateline
            homes = {place.country for place in dateline.places} if dateline is not None else set()
            told_in = home_of(scene)
            homes = {scene.issuer.code} if scene.issuer is not None else {told_in} if told_in is not None else homes
            own = [one for one in known if any(party.code in homes for party in one.parties)]
            spoke = next((one for one in reversed(memory.persons) if memory.leads(one)), None)
            if own and scene.tokens.words[draft.head][0].isupper():
                return own[-1]
            if spoke is not None and scene.tokens.lowers[draft.last : draft.last + 1] and _replies(scene, draft):
                known = [one for one in known if one.person != spoke.person] or known
            beside = [one for one in known if one.sentence == known[-1].sentence and memory.leads(one)]
            return beside[0] if beside else known[-1]  # "President Lima met President Paz. The President"
        return known[-1]
    return None


def _replies(scene: Scene, draft: Draft) -> bool:
    return not REPLIES.isdisjoint(scene.tokens.lowers[draft.last : draft.last + 2])


def _beside(scene: Scene, draft: Draft, known: Draft) -> bool:
    """Whether a person is called by name after a description in its sentence, or right before it."""
    first, last = scene.tokens.sentences[draft.sentence]
    for other in {id(one): one for one in scene.at[first:last] if one is not None}.values():
        if other.kind is PERSON and other.person == known.person and not other.pronoun:
            if other.antecedent is None and (other.first > draft.first or draft.first - other.last <= BESIDE):
                return True
    return False


def _facing(memory: Memory, whose: Draft | None) -> tuple[Party, ...]:
    """``his counterpart``: of the other of the two parties last spoken of together."""
    if whose is None or len(whose.parties) != 1:
        return ()
    code = whose.parties[0].code
    for pair in (*(pair for _, pair in reversed(memory.pairs)), memory.pair):
        others = tuple(party for party in pair if party.code != code)
        if len(pair) == 2 and len(others) == 1:
            return others
    most = [code for code, _ in memory.counts.most_common(2)]
    return (
        memory.parties[most[1 - most.index(code)]].parties
        if code in most and len(most) == 2 and all(one in memory.parties for one in most)
        else ()
    )


def _spokesman(scene: Scene, draft: Draft, memory: Memory, humans: list[Human]) -> None:
    """``Its spokesman, Ana Lima``: of the party that *its* stands for, here and wherever the person is named.

    ``His opposite number, Luis Paz``: of the other one.
    """
    if scene.tokens.lowers[draft.whose] in ("our", "my"):
        party = own_party(scene, draft)  # "Our envoy, Luis Paz"
        _share(draft, () if party is None else (party,), humans)
        return
    owner = _possessor(scene, draft, memory, draft.whose, humans)
    if owner is None:
        return
    facing = draft.post is not None and not FACING.isdisjoint(scene.tokens.lowers[slice(*draft.post)])
    _share(draft, _facing(memory, owner) if facing else owner.parties, humans)


def _share(person: Draft, parties: tuple[Party, ...], humans: list[Human]) -> None:
    """Give a person parties that were found late, here and wherever the person is named."""
    if parties and person.person >= 0 and not person.parties:
        for other in humans[person.person].drafts:
            other.parties = parties


def _possessor(scene: Scene, draft: Draft, memory: Memory, token: int, humans: list[Human]) -> Draft | None:
    lower = scene.tokens.lowers[token]
    if lower in ("its", "it"):
        return nearest(memory, memory.actors, draft)
    if lower in ("their", "them"):
        return nearest(memory, memory.plurals, draft)
    known = person_meant(scene, memory, draft, "f" if lower == "her" else "m", humans)
    return or_unnamed(draft, memory, known, says=False)
