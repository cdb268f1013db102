"""The step as a whole: from the words of a text to its cast."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import attrs

from diplomod.lexicon import Lexicon
from diplomod.lexicon.people import Class
from diplomod.model import Party, Person, Place, Span
from diplomod.reading.names.capitals import WHERE, find_capitals
from diplomod.reading.names.draft import PARTY, PERSON, PLACE, Draft, Scene, in_text
from diplomod.reading.names.entities import judge_by_entities
from diplomod.reading.names.groups import find_groups
from diplomod.reading.names.history import call_as_written, go_back, name_halves, own_press
from diplomod.reading.names.homes import guess_homes
from diplomod.reading.names.initials import find_initials
from diplomod.reading.names.issuer import issuer_of
from diplomod.reading.names.labels import find_labelled
from diplomod.reading.names.persons import Human, find_persons
from diplomod.reading.names.posts import LETTERS, ONE_STATE
from diplomod.reading.names.references import find_references
from diplomod.reading.names.sets import spell_out
from diplomod.reading.names.sides import find_sides
from diplomod.reading.names.titles import find_titles
from diplomod.reading.parts import Cast, Document, Entity, Mention, MentionKind, ParagraphKind, Phrases, Rule, Tokens

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
ANSWER = ParagraphKind.ANSWER

LONGEST_TITLE = 25
CHAIN = 5  # mentions that are gone back over
PRIVATE = frozenset(
    """economist analyst activist expert professor historian researcher scholar campaigner journalist academic
    lecturer""".split()
)
OPPOSITE = {"number": Class.POST.value, "numbers": Class.PEOPLE.value}  # "his opposite number"
AFFAIRS = ("d'affaires",)
CHARGES = frozenset("charge chargé charges chargés".split())  # "the Indian chargé d'affaires"
OF_STATES = Class.POST.value | Class.NATIONAL.value
OF_STATE = ["secretary", "of", "state"]
SECRETARY = frozenset(OF_STATE)
UNNAMED = (MentionKind.OFFICE, MentionKind.SOURCE)


def find_names(
    document: Document, tokens: Tokens, phrases: Phrases, lexicon: Lexicon, entities: Sequence[Entity] = ()
) -> Cast:
    """Everyone and everything in the text that acts, and its places, with what later mentions stand for.

    `entities` are names that an analyser tells.
    """
    classes = lexicon.people.classes
    bits = [0] * len(tokens.lowers)
    for token in tokens.places_of(tokens.vocabulary & classes.keys()):
        bits[token] = classes[tokens.lowers[token]]
    for token in tokens.places_of(OPPOSITE):
        if tokens.lowers[token - 1] == "opposite":
            bits[token] |= OPPOSITE[tokens.lowers[token]]
    for token in tokens.places_of(LETTERS):
        behind = tokens.tags[token + 1 : token + 2]  # "the FM spokesman"
        if tokens.words[token].isupper() and tokens.tags[token - 1] != "CD" and behind not in (["NN"], ["NNS"]):
            bits[token] = OF_STATES  # "PM Lim", not "at 3 PM"
    for token in tokens.places_of(AFFAIRS):
        if tokens.lowers[token - 1] in CHARGES:
            bits[token], bits[token - 1] = OF_STATES, Class.MODIFIER.value
    scene = Scene(
        document=document,
        tokens=tokens,
        phrases=phrases,
        lexicon=lexicon,
        bits=bits,
        at=[None] * len(bits),
        headlines=_headlines(document, tokens),
    )
    find_capitals(scene)
    judge_by_entities(scene, entities)
    go_back(scene)
    name_halves(scene)
    own_press(scene)
    call_as_written(scene)
    find_titles(scene)
    find_groups(scene)
    find_sides(scene)
    _lay_places(scene)
    scene.issuer = issuer_of(scene)
    scene.spoken = frozenset([party.code for draft in scene.drafts for party, _, _ in draft.evidence])
    spell_out(scene)
    humans = find_persons(scene)
    find_initials(scene, humans)
    scene.issuer = scene.issuer or _home(scene, humans)
    _settle(scene, humans)
    scene.labelled = find_labelled(scene, humans)
    find_references(scene, humans)
    return _cast(scene, humans)


def _home(scene: Scene, humans: list[Human]) -> Party | None:
    """Of a transcript, the state of whom its speakers call by a post that one state has: ``External Affairs Minister``."""
    if not any(paragraph.kind is ANSWER for paragraph in scene.document.paragraphs):
        return None
    own = [human for human in humans if not human.evidence and not human.owners]
    codes = {code for human in own for post in human.posts if (code := ONE_STATE.get(post)) is not None}
    if not codes and any(
        {"secretary", "assistant secretary"} & human.posts and len(human.posts) == 1 for human in humans
    ):
        codes = {"USA"}  # "Secretary Lima": elsewhere they say of what
    return scene.lexicon.names.parties[codes.pop()] if len(codes) == 1 else None


def _headlines(document: Document, tokens: Tokens) -> set[int]:
    """The sentences that stand in titles, or are written as one: most of their words in capitals."""
    kinds = (ParagraphKind.TITLE, ParagraphKind.SUBHEAD)
    titles = {number for number, paragraph in enumerate(document.paragraphs) if paragraph.kind in kinds}
    found = {number for number, paragraph in enumerate(document.sentence_paragraphs) if paragraph in titles}
    for number, (first, last) in enumerate(tokens.sentences):
        if 4 < last - first < LONGEST_TITLE and tokens.words[last - 1] != ".":
            long = [word for word in tokens.words[first:last] if len(word) > 3]
            if len(long) > 3 and sum(word[0].isupper() for word in long) > 0.8 * len(long):
                found.add(number)
    return found


def _lay_places(scene: Scene) -> None:
    """``Hallandale Beach, Florida``: the first lies in the second."""
    tokens = scene.tokens
    for draft in scene.drafts:
        if draft.kind is not PLACE or draft.dropped or draft.place is None:
            continue
        after = draft.last + 1
        if after >= len(tokens.words) or tokens.words[draft.last] != "," or draft.place.within is not None:
            continue
        outer = scene.at[after]
        if outer is not None and outer.first == after and outer.kind is PERSON and not outer.certain:
            outer.kind, outer.place = PLACE, Place(name=tokens.span(outer.first, outer.last).text)
        if outer is not None and outer.first == after and (outer.place is not None or outer.kind is PARTY):
            if outer.modifier and outer.place is None:
                continue
            country = outer.place.country if outer.place is not None else _state(outer)
            within = tokens.span(outer.first, outer.last).text
            draft.place = attrs.evolve(draft.place, within=within, country=draft.place.country or country)


def _located(scene: Scene, draft: Draft) -> bool:
    """Whether a preposition makes it a mere place: ``in Geneva``, but not ``a message to Geneva``."""
    lowers = scene.tokens.lowers
    return draft.first > 0 and lowers[draft.first - 1] in WHERE


def _state(draft: Draft) -> str | None:
    return draft.evidence[0][0].code if draft.evidence else None


def _settle(scene: Scene, humans: list[Human]) -> None:
    """Give every draft its parties: those its words name, then those of the person or of the owner."""
    tokens = scene.tokens
    told: dict[int, tuple[Party, ...]] = {}
    secretaries = tokens.vocabulary >= SECRETARY
    for human in humans:
        if human.evidence:
            codes = [party.code for party, _, _ in human.evidence]
            most = codes[0] if len(codes) == 1 else Counter(codes).most_common(1)[0][0]
            party, first, last = human.evidence[codes.index(most)]
            told[human.number] = (_spanned(party, tokens.span(first, last)),)
        elif secretaries and not human.owners and any(_american(scene, draft) for draft in human.drafts):
            hit = scene.lexicon.names.at(["United", "States"], ["united", "states"], 0)
            if hit is not None and hit[1].party is not None:
                told[human.number] = (hit[1].party,)
    for _ in range(2):
        for human in humans:
            if human.number not in told:
                for owner in human.owners:
                    parties = told.get(owner.person, ()) if owner.kind is PERSON else _of(scene, owner)
                    if parties:
                        told[human.number] = parties
                        break
    guessed = guess_homes(scene, humans, told)
    for human in humans:
        if human.posts and all(post.rpartition(" ")[2] in PRIVATE for post in human.posts):
            told.pop(human.number, None)  # whoever studies a state does not speak for it
    _ground(scene, told)
    for draft in scene.drafts:
        if draft.kind is PERSON:
            draft.parties = told.get(draft.person, ())
            draft.rule = guessed.get(draft.person)
        elif draft.kind is not PLACE or not _located(scene, draft):
            draft.parties = _of(scene, draft)
    for draft in scene.drafts:
        if not draft.parties:
            for owner in draft.owners:
                draft.parties = draft.parties or owner.parties


def _ground(scene: Scene, told: dict[int, tuple[Party, ...]]) -> None:
    """Give guessed parties the words that first name them, where any do."""
    open_codes = {party.code for parties in told.values() for party in parties if party.span is None}
    if not open_codes:
        return
    first: dict[str, tuple[int, int]] = {}
    for draft in scene.drafts:
        for party, start, end in draft.evidence:
            if party.code in open_codes and (party.code not in first or start < first[party.code][0]):
                first[party.code] = start, end
    for number, parties in told.items():
        told[number] = tuple(
            _spanned(party, scene.tokens.span(*first[party.code]))
            if party.span is None and party.code in first
            else party
            for party in parties
        )


def _american(scene: Scene, draft: Draft) -> bool:
    if draft.post is None:
        return False
    lowers = scene.tokens.lowers
    return any(lowers[t : t + 3] == OF_STATE for t in range(*draft.post))


def _of(scene: Scene, draft: Draft) -> tuple[Party, ...]:
    if not draft.evidence:
        return ()
    if len(draft.evidence) == 1:
        party, first, last = draft.evidence[0]
        return (_spanned(party, scene.tokens.span(first, last)),)
    found: dict[str, Party] = {}
    for party, first, last in draft.evidence:
        if party.code not in found:
            found[party.code] = _spanned(party, scene.tokens.span(first, last))
    return tuple(found.values())


def _cast(scene: Scene, humans: list[Human]) -> Cast:
    tokens = scene.tokens
    at, drafts = [-1] * len(tokens.words), scene.at
    mentions: list[Mention] = []
    names = [human.name for human in humans]
    for draft in sorted([draft for draft in scene.drafts if not draft.dropped], key=in_text):
        if drafts[draft.head] is not draft:
            continue
        number = len(mentions)
        for token in range(draft.first, draft.last):
            if drafts[token] is draft:
                at[token] = number
        mentions.append(_mention(scene, draft, names))
    return Cast(mentions=tuple(mentions), at=at, issuer=scene.issuer, labelled=scene.labelled, sides=_sides(scene))


def _sides(scene: Scene) -> tuple[Party, ...]:
    """The two parties that the text is about, with the words that first name them."""
    found: dict[str, Party] = {}
    for draft in scene.drafts:
        for party, first, last in draft.evidence if scene.sides else ():
            if party.code in scene.sides and party.code not in found:
                found[party.code] = _spanned(party, scene.tokens.span(first, last))
    return tuple(found[code] for code in scene.sides if code in found)


def _role_of(tokens: Tokens, draft: Draft) -> Span | None:
    """The words that tell the post; of a plural before names the singular: ``President`` of ``Presidents Lima and Paz``."""
    if draft.post is not None:
        return _role(tokens, draft.post)
    if draft.shared is None:
        return None
    span = _role(tokens, draft.shared)
    return Span(start=span.start, end=span.end - 1, text=span.text[:-1])


def _role(tokens: Tokens, post: tuple[int, int]) -> Span:
    """The words of a post, without the ’s of whoever's it is."""
    first, last = post
    while first < last - 1 and tokens.tags[first] == "POS":
        first += 1
    return tokens.span(first, last)


def _words(tokens: Tokens, draft: Draft) -> str:
    first, last = draft.naming or (draft.first, draft.last)
    return tokens.written(first, last)


def _first(known: Draft) -> Draft:
    """The first of the mentions of somebody without a name: ``He`` is ``the official``, who is ``an official from Oslo``."""
    for _ in range(CHAIN):
        before = known.antecedent
        if before is None or known.kind not in UNNAMED or before.kind not in UNNAMED:
            break
        known = before
    return known


def _mention(scene: Scene, draft: Draft, names: list[str]) -> Mention:
    tokens = scene.tokens
    person: Person | None = None
    if draft.person >= 0:
        name = names[draft.person]
        person = _named(name, tokens.span(draft.first, draft.last))
    elif draft.antecedent is not None and (
        draft.pronoun or (draft.antecedent.kind in UNNAMED and draft.kind in UNNAMED)
    ):
        name = _words(tokens, _first(draft.antecedent))
    else:
        name = _words(tokens, draft)
    place: Place | None = None
    if draft.place is not None:
        span = tokens.span(draft.first, draft.last)
        place = _placed(draft.place, span)
    return Mention(
        draft.first,
        draft.last,
        draft.head,
        draft.kind,
        name,
        person,
        draft.parties,
        _role_of(tokens, draft),
        place,
        draft.plural,
        draft.pronoun,
        _rule(draft),
    )


def _rule(draft: Draft) -> Rule:
    """The rule that tells who a mention is, or whose."""
    described = draft.rule is not None and draft.parties and not draft.evidence
    if draft.pronoun or draft.antecedent is not None or described:
        return draft.rule or find_references
    if draft.kind is PERSON:
        return draft.rule or find_persons
    return find_capitals if draft.kind in (PARTY, PLACE) else find_groups


# Parties, people and places as they are named here, made of what was checked before, and so without checks.


def _spanned(party: Party, span: Span) -> Party:
    """A party with the words that name it; all of it was checked when it was made."""
    made = _new(Party)
    _put_code(made, party.code)
    _put_name(made, party.name)
    _put_kind(made, party.kind)
    _put_span(made, span)
    return made


def _named(name: str, span: Span) -> Person:
    """A person with the words that name him or her here."""
    made = _new(Person)
    _put_person(made, name)
    _put_mention(made, span)
    return made


def _placed(place: Place, span: Span) -> Place:
    """A place as it is named here, with what it lies in, which was checked when it was made."""
    made = _new(Place)
    _put_place(made, span.text)
    _put_within(made, place.within)
    _put_country(made, place.country)
    _put_where(made, span)
    return made


_new = object.__new__
_put_code, _put_name, _put_kind, _put_span = (vars(Party)[name].__set__ for name in ("code", "name", "kind", "span"))
_put_person, _put_mention = (vars(Person)[name].__set__ for name in ("name", "span"))
_put_place, _put_within, _put_country, _put_where = (
    vars(Place)[name].__set__ for name in ("name", "within", "country", "span")
)
