"""Phrases of common nouns that stand for actors: groups, offices, sources."""

from __future__ import annotations

from diplomod.lexicon.people import Class
from diplomod.model import Party, PartyKind, Place
from diplomod.reading.names.draft import GROUP, OFFICE, PARTY, PERSON, PLACE, Draft, Scene
from diplomod.reading.names.titles import OWN, SENT
from diplomod.reading.parts import MentionKind, NounPhrase

POST, PEOPLE, BODY, SOURCE = Class.POST.value, Class.PEOPLE.value, Class.BODY.value, Class.SOURCE.value
FOLK, KIN, COMPANY, THING = Class.FOLK.value, Class.KIN.value, Class.COMPANY.value, Class.THING.value
PRESS, ADDRESS, CALENDAR = Class.PRESS.value, Class.ADDRESS.value, Class.CALENDAR.value
TAILS = 3  # prepositions in a title
RANKS = 4  # words of rank and address before a name
ACTOR = POST | PEOPLE | BODY | SOURCE | KIN | FOLK
BINDING = frozenset("of from in for at with to".split())
TITLED = frozenset("of from in for at with to on and".split())
KNOWING = frozenset("familiar close briefed involved knowledgeable".split())
TYING = frozenset("of from for with to".split())
CLOSE = frozenset("close near loyal accountable".split())
SERVING = frozenset(
    "adviser advisor aide assistant counsel counsellor deputy source sources person people member".split()
)
UNNAMED = (OFFICE, MentionKind.SOURCE, GROUP)
AT_HOME = frozenset(
    """official officials authority authorities government administration ministry spokesman spokeswoman spokesperson
    ruler rulers regime junta leadership leaders lawmakers parliament court courts police police source sources
    commanders ministers minister president cabinet anyone someone nobody""".split()
)
FORMER = frozenset("former ex retired then".split())
SOME = frozenset("one two three four some several many most few neither none another any".split())
ERRANDS = frozenset("for to on in".split())
SENDING = frozenset("sent dispatched fielded".split())
STYLES = frozenset("highness excellency majesty eminence holiness honour honor worship".split())
ABSTRACT = frozenset("leadership side party mission letter statement report".split())
REALMS = frozenset("republic kingdom state".split())
REACH = 25
OPEN = frozenset("a an some any another several many two three four few one every each no".split())
AGAINST = frozenset(
    """rebel rebels guerrilla guerrillas insurgent insurgents militant militants militia militias separatist separatists
    opposition dissident dissidents jihadist jihadists paramilitary""".split()
)
OPPOSITIONS = frozenset(("opposition",))
OWNING = frozenset(("'s", "'", "and"))
FIGHTERS = frozenset("rebels guerrillas insurgents separatists fighters militants".split())
COUNTED = frozenset("both two three four five".split())
WHOSE = frozenset("the this that these those his her its their both".split())


def find_groups(scene: Scene) -> None:
    """Add a draft for each noun phrase whose head acts: ``two European diplomats``, ``Oman's delegation``."""
    bits, at, taken = scene.bits, scene.at, scene.taken
    noun_at = scene.phrases.noun_at
    owning = {noun_at[token] for token in scene.tokens.places_of(OWNING)}
    scene.fights = not scene.tokens.vocabulary.isdisjoint(AGAINST)
    for number, phrase in enumerate(scene.phrases.nouns):
        if number in owning and phrase.last - phrase.first > 2:
            _possessors(scene, phrase)
        head = phrase.head
        if (
            bits[head] & ACTOR
            and at[head] is None
            and (head not in taken or (bits[head] & BODY and head not in scene.served))
        ):
            _group(scene, phrase)
    for draft in scene.drafts:
        if draft.kind in UNNAMED and not draft.dropped:
            _bind(scene, draft)
    _partitives(scene)
    _name_rebels(scene)


def _name_rebels(scene: Scene) -> None:
    """``Guatemalan rebels`` are a party where the text names no movement: the rebels of the one state that has some."""
    tokens = scene.tokens
    codes = {item[0].code for _, item in scene.against}
    fighters = tokens.places_of(FIGHTERS)
    if not codes and not fighters:
        return
    known = {
        party.code: party for one in scene.drafts for party, _, _ in one.evidence if party.kind is PartyKind.MOVEMENT
    }
    if known:
        if len(known) == 1:  # "Tuareg rebels" are those that the text names
            _name_fighters(scene, fighters, next(iter(known.values())))
        return
    if len(codes) != 1:
        _name_fighters(scene, fighters)
        return
    first, (_, begin, end) = scene.against[0]
    name = f"{tokens.span(begin, end).text.removesuffix('’s')} {tokens.lowers[first.head]}"
    party = Party(code=name.upper(), name=name, kind=PartyKind.MOVEMENT)
    for draft, _ in scene.against:
        draft.evidence.append((party, draft.first, draft.last))


def _name_fighters(scene: Scene, places: list[int], known: Party | None = None) -> None:
    """``Karen rebels``, ``Oromo fighters``: parties by the name of a people or a region that is no state, or one known."""
    tokens = scene.tokens
    for head in places:
        draft, word = scene.at[head], tokens.words[head - 1]
        named = word[0].isupper() and word.isalpha() and not word.isupper() and tokens.tags[head - 1] in ("NNP", "JJ")
        if draft is None or draft.kind is not GROUP or draft.evidence or not named or head == 0:
            continue
        if head - 1 == tokens.sentences[draft.sentence][0] and word.lower() in scene.lexicon.words.codes:
            continue
        other = scene.at[head - 1]
        if other is not None and other is not draft:
            if other.kind is not PERSON or other.last - other.first > 1 or other.certain:
                continue
            other.dropped = True  # "Oromo rebels": nobody's name
        name = f"{word} {tokens.lowers[head]}"
        party = known or Party(code=name.upper(), name=name, kind=PartyKind.MOVEMENT)
        draft.evidence.append((party, head - 1, head + 1))


def _partitives(scene: Scene) -> None:
    """``one of his aides``, ``two of them``: some of a group, and of its party."""
    tokens = scene.tokens
    for before in tokens.places_of(SOME):
        token = before + 1
        if (
            tokens.lowers[token : token + 1] != ["of"]
            or token + 1 >= len(tokens.lowers)
            or scene.at[before] is not None
        ):
            continue
        sentence = tokens.sentence_of[token]
        if tokens.sentence_of[before] != sentence or token + 1 >= tokens.sentences[sentence][1]:
            continue
        group = scene.at[token + 1]
        them = tokens.lowers[token + 1] == "them"
        if not them and (group is None or group.kind not in UNNAMED or not group.plural):
            continue
        end = token + 2 if them or group is None else group.last
        draft = Draft(
            before, end, before, MentionKind.SOURCE, sentence, plural=tokens.lowers[before] not in ("one", "neither")
        )
        if them:
            draft.whose = token + 1
        elif group is not None:
            group.dropped = True
            for one in range(group.first, group.last):
                scene.at[one] = None
            draft.evidence.extend(group.evidence)
            draft.owners.extend(group.owners)
            draft.whose = group.first if tokens.lowers[group.first] in ("his", "her", "its", "their") else -1
        scene.add(draft)


def _bind(scene: Scene, draft: Draft) -> None:
    """Let people without a name share the party of whom a preposition ties them to, and be called by the whole.

    ``an adviser to the Danish king``; ``a spokesperson for the Lima Group``; ``a source close to the Afghan side``.
    """
    tokens = scene.tokens
    if scene.bits[draft.head] & BODY or not scene.bits[draft.head] & ACTOR:
        return
    last = tokens.sentences[draft.sentence][1]
    at, end = draft.last, draft.last
    for _ in range(TAILS):
        at += at + 1 < last and tokens.lowers[at] in CLOSE and tokens.lowers[at + 1] in BINDING
        if at + 1 >= last or scene.phrases.noun_at[at + 1] < 0:
            break
        inside = tokens.lowers[at] == "in" and scene.bits[scene.phrase(at + 1)[1] - 1] & (BODY | COMPANY)
        if tokens.lowers[at] not in TYING and not inside:
            break
        lower = tokens.lowers[at]
        begin, at = scene.phrase(at + 1)
        end = at
        led = lower == "with" and scene.bits[at - 1] & (BODY | COMPANY)
        served = bool(inside or led) or tokens.lowers[draft.head] in SERVING
        whose = served or lower in ("of", "for", "from") or end - draft.last > at - begin + 1
        for other in {id(one): one for one in scene.at[begin:at] if one is not None}.values():
            if whose and not draft.evidence and not draft.owners and other.kind is not PLACE:
                if not other.modifier or other.last >= at or scene.bits[at - 1] & (BODY | PEOPLE | POST | COMPANY):
                    draft.owners.append(other)
    if end > draft.last:
        start, stop = draft.naming or (draft.first, draft.last)
        draft.naming = (min(start, draft.first), max(stop, end))


def _possessors(scene: Scene, phrase: NounPhrase) -> None:
    """``the Prime Minister's plan``, ``the Vice President and Chancellor Ana Lima``: posts inside a longer phrase."""
    tokens, bits = scene.tokens, scene.bits
    first = phrase.first
    for token in range(phrase.first + 1, min(phrase.last, phrase.first + REACH) - 1):
        office = bool(bits[token] & POST)
        if (office or bits[token] & BODY) and tokens.lowers[token + 1] in ("'s", "'", "and")[: 2 + office]:
            owns = tokens.lowers[token + 1] in ("'s", "'")
            if scene.at[token] is None and (owns or token not in scene.taken) and tokens.lowers[first] in WHOSE:
                kind = OFFICE if office else GROUP
                draft = Draft(first, token + 1, token, kind, tokens.sentence_of[token], definite=True)
                for inner in range(first, token):
                    other = scene.at[inner]
                    if other is not None and other.evidence and other.kind is not PERSON:
                        draft.evidence.extend(other.evidence)
                        other.dropped = True
                        scene.at[inner] = None
                scene.add(draft)
                if token in scene.taken:
                    _membership(scene, draft)
            return


def _opposes(scene: Scene, phrase: NounPhrase) -> bool:
    """Whether a group is against the state that its name tells: ``Colombia's second-largest rebel group``."""
    return scene.fights and not AGAINST.isdisjoint(scene.tokens.lowers[phrase.first : phrase.last])


def _is_bare_title(scene: Scene, first: int, head: int) -> bool:
    """Whether a post in capitals stands for who has it, without an article: ``Foreign Secretary called on the minister``."""
    tokens = scene.tokens
    begin, end = tokens.sentences[tokens.sentence_of[head]]
    if not scene.bits[head] & POST or head + 1 >= end or tokens.sentence_of[head] in scene.headlines:
        return False
    leads = first == begin or tokens.lowers[first - 1] in (",", "and", "that", "by", "with", "met", "on")
    return leads and all(tokens.words[at][0].isupper() for at in range(first, head + 1)) and first >= begin


def _group(scene: Scene, phrase: NounPhrase) -> None:
    tokens, bits = scene.tokens, scene.bits
    head = phrase.head
    classes = bits[head]
    if classes & (POST | KIN) and head + 1 < len(bits) and scene.at[head + 1] is not None:
        after = scene.at[head + 1]
        if after is not None and after.kind is PERSON:
            return
    first, inner = phrase.first, _inner(scene, phrase)
    for draft in inner:
        if draft.kind is PERSON and tokens.lowers[draft.last] == "and" and draft.last + 1 < head:
            first = draft.last + 1  # "Ana Lima and [Peruvian officials]"
            inner = [other for other in inner if other.first >= first]
            break
    start = first
    for draft in inner:
        if draft.kind in (PERSON, OFFICE) or (draft.definite and not draft.evidence):
            start = draft.first if draft.post is None else min(draft.post[0], draft.first)
            first = draft.last + (tokens.lowers[draft.last] in ("'s", "'"))
    if first > head or (classes & (POST | KIN) and _presents(scene, phrase, inner)):
        return
    lower = tokens.lowers[first]
    plural = tokens.tags[head] in ("NNS", "NNPS")
    draft = Draft(first, max(phrase.last, head + 1), head, GROUP, tokens.sentence_of[head], plural=plural)
    draft.definite = lower in WHOSE or first > start or (bool(inner) and lower not in OPEN)
    draft.definite = draft.definite or (not plural and _is_bare_title(scene, first, head))
    for other in inner:
        if other.kind in (PERSON, OFFICE) or (not other.evidence and other.definite):
            draft.owners.append(other)
        else:
            draft.evidence.extend(other.evidence)
    inner_evidence = list(draft.evidence)
    if _opposes(scene, phrase):
        draft.evidence = [item for item in draft.evidence if item[0].kind is not PartyKind.STATE]
        draft.owners = []
    if inner and inner[0].first == draft.first and plural:
        inner = [*_coordinated(scene, draft), *_owning_as_well(scene, draft, inner[0]), *inner]
    if draft.owners and tokens.lowers[head] in ABSTRACT:
        return
    _whole(scene, draft)
    draft.naming = (start, draft.last) if start < first else None
    _tail(scene, draft)
    if _opposes(scene, phrase):
        if tokens.lowers[head] in OPPOSITIONS:
            _name_opposition(scene, draft, inner_evidence)
        elif plural and tokens.lowers[head] in AGAINST:
            scene.against += [(draft, item) for item in inner_evidence if item[0].kind is PartyKind.STATE][:1]
        draft.evidence = [item for item in draft.evidence if item[0].kind is not PartyKind.STATE]
    draft.kind = _kind(scene, draft, classes, plural, lower)
    if tokens.lowers[head] == "capital":
        codes = [party.code for party, _, _ in draft.evidence if party.kind is PartyKind.STATE]
        if not codes:
            return
        draft.kind = PLACE
        draft.place = Place(name=tokens.span(draft.first, draft.last).text, country=codes[0])
    if tokens.lowers[head] in REALMS and tokens.lowers[draft.last : draft.last + 1] == ["of"]:
        return
    if draft.kind is GROUP and not draft.evidence and not draft.owners and not (draft.definite or plural):
        return
    for other in inner:
        if other.kind not in (PERSON, OFFICE) and draft.first <= other.first:
            other.dropped = True
            for token in range(other.first, other.last):
                scene.at[token] = None
    scene.add(draft)
    if head in scene.taken and classes & BODY:
        _membership(scene, draft)


def _name_opposition(scene: Scene, draft: Draft, whose: list[tuple[Party, int, int]]) -> None:
    """``the Syrian opposition`` is a party, and not Syria: what is written of it, without the ’s."""
    states = [item for item in whose if item[0].kind is PartyKind.STATE]
    if len(states) == 1:
        tokens = scene.tokens
        first = states[0][1]
        words = [tokens.words[at] for at in range(first, draft.head + 1) if tokens.tags[at] != "POS"]
        name = " ".join(words)
        draft.evidence.append((Party(code=name.upper(), name=name, kind=PartyKind.MOVEMENT), first, draft.head + 1))


def _coordinated(scene: Scene, draft: Draft) -> list[Draft]:
    """``U.S., Polish and [Finnish officials]``: what the phrase left out before it."""
    tokens = scene.tokens
    begin = tokens.sentences[draft.sentence][0]
    found: list[Draft] = []
    at = draft.first - 1
    while at > begin and tokens.lowers[at] in (",", "and"):
        other = scene.at[at - 1]
        if other is None and at - 1 > begin and tokens.words[at - 1] == ",":
            at -= 1
            continue
        if other is None or not other.adjective or len(found) > 6:
            break
        found.insert(0, other)
        draft.first, at = other.first, other.first - 1
        draft.evidence[:0] = other.evidence
    if found and draft.first > begin and tokens.tags[draft.first - 1] == "DT":
        draft.first -= 1
    return found


def _owning_as_well(scene: Scene, draft: Draft, owner: Draft) -> list[Draft]:
    """``Russia and [Turkey's foreign ministers]``: the ministers of both."""
    tokens = scene.tokens
    begin = tokens.sentences[draft.sentence][0]
    if owner.last >= len(tokens.lowers) or tokens.lowers[owner.last] not in ("'s", "'") or draft.first - 2 < begin:
        return []
    other = scene.at[draft.first - 2]
    if tokens.lowers[draft.first - 1] != "and" or other is None or other.kind is not PARTY or not other.evidence:
        return []
    if other.modifier or other.last != draft.first - 1:
        return []
    draft.evidence[:0] = other.evidence
    draft.first = other.first
    return [other]


def _whole(scene: Scene, draft: Draft) -> None:
    """``the Ministry of External Affairs``: what *of* adds to a name in capitals is part of it."""
    tokens = scene.tokens
    at = draft.last
    last = tokens.sentences[draft.sentence][1]
    if (
        not scene.bits[draft.head] & (COMPANY | BODY)
        or not tokens.words[draft.head][0].isupper()
        or at + 1 >= last
        or tokens.lowers[at] != "of"
    ):
        return
    end = at + 1
    while (
        end < last
        and end - at < 6
        and scene.at[end] is None
        and (tokens.words[end][0].isupper() or tokens.lowers[end] == "and")
    ):
        end += 1
    if tokens.lowers[end - 1] == "and":
        end -= 1
    if end > at + 1:
        draft.last = end


def _membership(scene: Scene, draft: Draft) -> None:
    """``Omar Said, a member of the group``: the person is of the group."""
    begin = max(scene.tokens.sentences[draft.sentence][0], draft.first - REACH)
    for token in range(draft.first - 1, begin - 1, -1):
        person = scene.at[token]
        if person is not None and person.kind is PERSON:
            if person.post is not None and person.post[0] <= draft.first < person.post[1]:
                draft.members = (*draft.members, person)
                person.owners.append(draft)
            return


def _presents(scene: Scene, phrase: NounPhrase, inner: list[Draft]) -> bool:
    """``Its spokesman, Ana Lima,``: the phrase is the post of the name behind the comma."""
    tokens = scene.tokens
    at, tail = _title_end(scene, phrase)
    comma = at + 3 if tokens.words[at : at + 1] == ["("] and tokens.words[at + 2 : at + 3] == [")"] else at
    if comma + 1 >= len(tokens.words) or tokens.words[comma] != "," or tokens.tags[phrase.head] in ("NNS", "NNPS"):
        return False
    person = _addressed(scene, comma + 1)  # "the leader of the Peruvian Workers' Party (PWP), Ana Lima,"
    former = person is not None and person.post is not None and tokens.lowers[person.post[0]] in FORMER
    if person is None or (person.evidence and tail and not former):
        return False
    if person.last >= len(tokens.words) or tokens.words[person.last] not in (",", ".", ";", "—", "–"):
        return False
    if former:
        person.evidence = []
    lower, first = tokens.lowers[phrase.first], phrase.first
    if lower in WHOSE or lower in OPEN or lower in OWN:
        if lower in OWN and tokens.lowers[first + 1] not in STYLES:
            person.whose = first
        first += 1
    people = scene.at[first] if first < phrase.head else None
    if people is not None and people.adjective and people.last <= phrase.head:
        first = people.last
    for token in range(phrase.head - 1, first, -1):
        if tokens.lowers[token] in ("'s", "'") and scene.at[token - 1] not in (None, person):
            owner = scene.at[token - 1]
            first = first if owner is None or owner.kind is PERSON else token + 1
            break
    if first > phrase.head:
        return False
    for other in inner:
        if other.kind is PERSON:
            person.owners.append(other)
        elif not other.evidence:
            other.members = (*other.members, person)
            person.owners.append(other)
        else:
            person.evidence.extend(other.evidence)
    for other in tail if not person.evidence else ():
        person.evidence.extend(other.evidence)
    person.post = person.post or (first, at)
    person.certain = True
    scene.taken.update(range(*person.post))
    return True


def _title_end(scene: Scene, phrase: NounPhrase) -> tuple[int, list[Draft]]:
    """The end of a title with what prepositions add to it, and the parties named there: ``the Minister of Trade of Peru``."""
    lowers, found = scene.tokens.lowers, []
    at = phrase.last
    for _ in range(TAILS):
        if at + 2 >= len(lowers) or lowers[at] not in TITLED or scene.phrases.noun_at[at + 1] < 0:
            break
        start, end = scene.phrase(at + 1)
        if scene.bits[end - 1] & CALENDAR:
            break  # "a call with Oman's minister on Monday, Ana Lima"
        if lowers[at] == "and" and _is_another(scene, start, end):
            break  # "Kenya's president and the Ugandan president, Ana Lima,"
        sent = lowers[at] in ERRANDS and lowers[phrase.head] in SENT
        for token in range(start, end):
            draft = None if sent else scene.at[token]
            if draft is not None and draft.evidence and draft not in found and draft.kind is not PERSON:
                found.append(draft)
        at = end
    return at, found


def _is_another(scene: Scene, first: int, last: int) -> bool:
    """Whether a post behind *and* is somebody else's: with an article, or of a party of its own."""
    if scene.tokens.lowers[first] in ("the", "a", "an"):
        return True
    own = scene.at[first]
    return own is not None and own.kind is PARTY and any(scene.bits[token] & POST for token in range(own.last, last))


def _addressed(scene: Scene, at: int) -> Draft | None:
    """The person whose name begins at a token, rank and address passed over: ``Gen. Ana Lima``, ``Ms Lima``."""
    tokens, bits = scene.tokens, scene.bits
    if tokens.lowers[at] in ("the", "his", "her") and bits[at + 1 : at + 2] and bits[at + 1] & ADDRESS:
        at += 1  # "the Honourable Ana Lima", "Her Excellency Ana Lima"
    for token in range(at, min(at + RANKS, len(bits))):
        person = scene.at[token]
        if person is not None and person.kind is PERSON:
            return person if person.first == token else None
        if scene.phrases.noun_at[token] >= 0 and tokens.words[token].islower():  # "retired general Ana Lima"
            inside = next((one for one in scene.at[slice(*scene.phrase(token))] if _is_named(one, token)), None)
            if inside is not None:
                return inside
        if person is not None:
            return None
        if not bits[token] & (ADDRESS | POST) or not tokens.words[token][0].isupper():
            return None
    return None


def _is_named(draft: Draft | None, token: int) -> bool:
    """Whether a draft is a person whose post the token is part of, or stands right before."""
    return (
        draft is not None
        and draft.kind is PERSON
        and draft.post is not None
        and draft.post[0] - 1 <= token < draft.first
    )


def _inner(scene: Scene, phrase: NounPhrase) -> list[Draft]:
    out: list[Draft] = []
    for token in range(phrase.first, phrase.head):
        draft = scene.at[token]
        if draft is not None and (not out or out[-1] is not draft):
            out.append(draft)
    return out


def _tail(scene: Scene, draft: Draft) -> None:
    """What a preposition ties to the head: ``the foreign minister of Oman``, ``officials in Cairo``."""
    tokens = scene.tokens
    at = draft.last
    last = tokens.sentences[draft.sentence][1]
    if at + 3 < last and tokens.words[at] == "," and tokens.lowers[at + 1] == "of" and draft.plural:
        at += 1  # "the rebels, of the Northern Front, left"
    if at + 3 < last and tokens.lowers[at] in SENDING and tokens.lowers[at + 1] in ("by", "from"):
        begin, end = scene.phrase(at + 2)
        draft.evidence.extend(item for one in _among(scene, begin, end) for item in one.evidence if not draft.evidence)
        return
    if at + 2 < last and tokens.lowers[at] in KNOWING:
        draft.naming = (draft.first, min(last, scene.phrase(at + 2)[1]))
        return
    if at + 1 >= last or tokens.lowers[at] not in BINDING:
        return
    begin, end = scene.phrase(at + 1)
    further = draft.plural and end + 1 < last and tokens.lowers[end] == "of"
    if further and not any(one is not None and one.evidence for one in scene.at[begin:end]):
        at = end  # "the Ministers of Foreign Affairs of Peru, Chile and Bolivia"
        begin, end = scene.phrase(at + 1)
    if tokens.lowers[at] != "of" and (draft.evidence or tokens.lowers[at] == "with"):
        return
    if tokens.lowers[at] == "to" and not scene.bits[draft.head] & POST:
        return
    if tokens.lowers[at] in ("in", "at") and (
        tokens.lowers[draft.head] not in AT_HOME or not COUNTED.isdisjoint(tokens.lowers[draft.first : draft.head])
    ):
        return  # "received both ministers in Brussels"
    end = _listed_states(scene, end, last) if draft.plural else end
    if draft.plural and end < last:
        within = scene.at[end - 1]
        end = end if within is None or within.kind is not GROUP or within.naming is None else within.naming[1]
    acts = scene.bits[min(end, last) - 1] & (BODY | PEOPLE | POST | COMPANY)
    for token in range(begin, min(end, last)):
        other = scene.at[token]
        if other is None:
            continue
        if other.kind is PERSON:
            if tokens.lowers[at] in ("of", "for", "to") and other not in draft.owners:
                draft.owners.append(other)
                draft.naming = draft.naming or (draft.first, other.last)
        elif other.evidence and (not other.modifier or acts) and tokens.lowers[at] != "to":
            draft.evidence.extend(item for item in other.evidence if item not in draft.evidence)
            if other.last == min(end, last) and draft.naming is None:
                draft.naming = (draft.first, other.last)


def _among(scene: Scene, first: int, last: int) -> list[Draft]:
    """The drafts at tokens, each once."""
    return list({id(one): one for one in scene.at[first:last] if one is not None and one.kind is not PERSON}.values())


def _listed_states(scene: Scene, end: int, last: int) -> int:
    """The end of a list of parties that begins before `end`: ``envoys of [Armenia], Iran and Georgia``."""
    lowers = scene.tokens.lowers
    at, found = end, end
    while at + 1 < last and lowers[at] in (",", "and"):
        ends_list = lowers[at] == "and"
        at += 1 + (lowers[at + 1] in ("and", "the")) if lowers[at] == "," else 1 + (lowers[at + 1] == "the")
        ends_list = ends_list or lowers[at - 1] == "and"
        other = scene.at[at] if at < last else None
        if other is None or other.kind is not PARTY or not other.evidence or other.modifier or other.plural:
            break
        at = other.last
        if ends_list:
            return at
    return found


def _kind(scene: Scene, draft: Draft, classes: int, plural: bool, lower: str) -> MentionKind:
    told = bool(draft.evidence or draft.owners)
    if plural or (classes & PEOPLE and not classes & POST):
        if classes & (SOURCE | FOLK) and not classes & (BODY | PEOPLE) and not (classes & FOLK and draft.definite):
            return MentionKind.SOURCE
        return GROUP if told or draft.definite or lower == "all" else MentionKind.SOURCE
    if classes & POST or classes & KIN:
        if lower in OPEN:
            return MentionKind.SOURCE
        return OFFICE if told or draft.definite else MentionKind.SOURCE
    if classes & BODY:
        return GROUP
    return MentionKind.SOURCE
