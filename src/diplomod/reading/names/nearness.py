"""The party that a person's paragraph speaks of."""

from __future__ import annotations

from diplomod.model import Party, PartyKind
from diplomod.reading.names.draft import PERSON, PLACE, Draft, Scene, in_text
from diplomod.reading.names.persons import posts_in
from diplomod.reading.names.questions import (
    KINDS,
    NOWHERE,
    OFTEN,
    ONE_EACH,
    Guesses,
    Told,
    is_bound_for,
    lies_in,
    parties_named,
    speaks_for,
)
from diplomod.reading.names.realms import home_of

MINISTERS = frozenset(
    "minister premier secretary ambassador king queen prince emir sultan defence defense foreign".split()
)
GOVERNING = frozenset("government military army presidential police".split())
REBELS = frozenset("rebel rebels guerrilla insurgent separatist".split())
VOICES = frozenset("aide spokesman spokeswoman spokesperson".split())
LEADING = frozenset("of from in to with by for on at against over under between".split())
LEAD = 10  # tokens before the subject of a sentence
MEETS = frozenset("met meet meets received receive hosted welcomed with phoned telephoned".split())
MET = 2.0
STATE = PartyKind.STATE
MATE = 8  # tokens behind and in which somebody named together begins
CLOSE = 4  # sentences of a paragraph in which a person's party may be named before
ENOUGH, CLEARLY = 1.5, 0.5  # what must speak for a party, and how much more than for the next


def near(scene: Scene, guesses: Guesses) -> None:
    """Give people with a bare post the party that their paragraph speaks of.

    ``Sudan will send nobody to Geneva, Foreign Minister Idris Omer said``: of Sudan. Whoever is named beside people of a
    party, or is on the way to it, is not of that party.
    """
    actors: dict[int, list[Draft]] | None = None
    home = home_of(scene)
    held = guesses.held
    for human in sorted(guesses.silent, key=lambda one: one.drafts[0].first):
        if not speaks_for(scene, human) or (home and not VOICES.isdisjoint(human.posts)):
            continue  # spokesmen in what a national agency tells are those at home
        draft = next((one for one in human.drafts if one.post is not None and not one.dropped), None)
        if draft is None:
            continue
        actors = _actors(scene) if actors is None else actors
        beside = _posts_beside(scene, draft) & ONE_EACH
        scores, known, barred = _scores(scene, draft, actors, guesses.told)
        if _is_met(scene, draft):  # whoever is called on is not of who calls
            leading = {state for state, score in scores.items() if score >= MET}
            if len(leading) == 1:
                scores = {state: score for state, score in scores.items() if state not in leading}
                barred = barred | leading
        scores = {
            state: score
            for state, score in scores.items()
            if not any((post, state) in held for post in human.posts if " " in post or post == "president")
            and not any((post, state) in held for post in beside)
            and not any(state in scene.lexicon.people.absent.get(post, NOWHERE) for post in human.posts)
            and _gives(scene, draft, known[state])
        }
        code = _clear(scores)
        if code is None and not scores and len(barred) == 1:
            others = [state for state in {*_often(scene), *_manned(guesses.told)} if state not in barred]
            known = parties_named(scene)  # not the states that are only places: "in Oslo"
            code = others[0] if len(others) == 1 and others[0] in known else None
        if code is not None:
            guesses.tell(human, known[code])


def _posts_beside(scene: Scene, draft: Draft) -> set[str]:
    """The posts of who is named with a person by and: both are of one side, ``Minister Lima and Foreign Minister Paz``."""
    lowers, at = scene.tokens.lowers, draft.last
    if lowers[at : at + 1] != ["and"]:
        return set()
    other = next((one for one in scene.at[at + 1 : at + MATE] if one is not None and one.kind is PERSON), None)
    return set() if other is None or other.post is None else posts_in(scene, other)


def _is_met(scene: Scene, draft: Draft) -> bool:
    """Whether somebody meets the person: ``Later he called on Chief Adviser Omar Said``."""
    lowers = scene.tokens.lowers
    first = draft.first if draft.post is None else min(draft.post[0], draft.first)
    first -= lowers[first - 1] in ("the", "his", "her", "its", "their")
    return first > 1 and (lowers[first - 2 : first] == ["called", "on"] or lowers[first - 1] in MEETS)


def _gives(scene: Scene, draft: Draft, party: Party) -> bool:
    """Whether a party of this kind gives the post beside a name: bodies have no ministers, rebels no governments."""
    words = set() if draft.post is None else set(scene.tokens.lowers[slice(*draft.post)])
    if not words.isdisjoint(REBELS):
        return party.kind is PartyKind.MOVEMENT
    if not words.isdisjoint(GOVERNING):
        return party.kind is PartyKind.STATE
    return party.kind in (PartyKind.STATE, PartyKind.MOVEMENT) or words.isdisjoint(MINISTERS)


def _clear(scores: dict[str, float]) -> str | None:
    """The code for which enough speaks, and clearly more than for any other."""
    ranked = sorted(scores, key=lambda code: (-scores[code], code))
    if not ranked or scores[ranked[0]] < ENOUGH:
        return None
    return ranked[0] if len(ranked) == 1 or scores[ranked[0]] > scores[ranked[1]] + CLEARLY else None


def _often(scene: Scene) -> list[str]:
    """The states that the text is about, by code: those that several sentences name, not as places."""
    told: dict[str, set[int]] = {}
    for draft in scene.drafts:
        if not draft.dropped and draft.kind is not PLACE:
            for party, _, _ in draft.evidence:
                if party.kind is STATE:
                    told.setdefault(party.code, set()).add(draft.sentence)
    return sorted(code for code, sentences in told.items() if len(sentences) >= OFTEN)


def _manned(told: Told) -> list[str]:
    """The states of which the text names several people, by code."""
    counts: dict[str, int] = {}
    for parties in told.values():
        if len(parties) == 1 and parties[0].kind is STATE:
            counts[parties[0].code] = counts.get(parties[0].code, 0) + 1
    return [code for code, count in counts.items() if count >= OFTEN]


def _actors(scene: Scene) -> dict[int, list[Draft]]:
    """By sentence, the drafts that tell of a party, in their order."""
    found: dict[int, list[Draft]] = {}
    for draft in sorted(scene.drafts, key=in_text):
        if not draft.dropped and (draft.evidence or draft.kind is PERSON):
            found.setdefault(draft.sentence, []).append(draft)
    return found


def _scores(
    scene: Scene, draft: Draft, actors: dict[int, list[Draft]], told: Told
) -> tuple[dict[str, float], dict[str, Party], set[str]]:
    """How much speaks for each party: that it is the subject, that it is near; the parties by code; those barred."""
    paragraph = scene.document.sentence_paragraphs[draft.sentence]
    scores: dict[str, float] = {}
    known: dict[str, Party] = {}
    barred: set[str] = set()
    opening = ""  # the state of a place that the sentence begins with
    for back in range(CLOSE):
        sentence = draft.sentence - back
        if sentence < 0 or scene.document.sentence_paragraphs[sentence] != paragraph:
            break
        begin = scene.tokens.sentences[sentence][0]
        leads = True
        for other in actors.get(sentence, ()):
            if draft.post is not None and draft.post[0] <= other.first < draft.post[1]:
                barred.update(party.code for party, _, _ in other.evidence)  # "ambassador to Chile"
                continue
            if other.kind is PERSON:
                if other.person == draft.person:
                    continue
                parties = told.get(other.person, ())
                if back == 0:
                    barred.update(party.code for party in parties)
                    continue
            elif other.kind is PLACE and back == 0 and (_opens(scene, other, begin) or _leads_in(scene, other, draft)):
                code = (other.place.country if other.place is not None else None) or ""
                if code in scene.lexicon.names.parties:
                    opening = code
                    scores[code] = max(scores.get(code, 0.0), 3.0)
                    known.setdefault(code, scene.lexicon.names.parties[code])
                continue
            elif (
                other.kind is PLACE
                and not (back == 0 and _spoken_after(scene, draft, other))
                and not (back and _acts(scene, other, begin))
            ):
                if back == 0 and is_bound_for(scene, draft, other):
                    barred.update(lies_in(other))
                continue
            else:
                parties = tuple(party for party, _, _ in other.evidence)
                if back == 0 and is_bound_for(scene, draft, other):
                    barred.update(party.code for party in parties)
                    continue
            if len({party.code for party in parties}) != 1 or parties[0].kind not in KINDS:
                leads = False
                continue
            led = other.first > begin and _led(scene, other)
            leading = leads and other.first - begin < LEAD and not led
            weight = (2.0 if leading else 0.75) / (1 + max(0, back - 1))
            if back == 0 and other.first > draft.last:
                weight = 1.5 if _spoken_after(scene, draft, other) else 0.25
            leads = leads and scene.tokens.lowers[other.last : other.last + 1] in (["and"], [","])  # "Poland and Ghana"
            scores[parties[0].code] = max(scores.get(parties[0].code, 0.0), weight)
            known.setdefault(parties[0].code, parties[0])
    return {code: score for code, score in scores.items() if code not in barred - {opening}}, known, barred - {opening}


def _acts(scene: Scene, other: Draft, begin: int) -> bool:
    """Whether a capital that begins a sentence does something: ``Lima demands``."""
    tags = scene.tokens.tags
    return (
        other.first == begin
        and bool(other.evidence)
        and tags[other.last : other.last + 1] in (["VBZ"], ["VBD"], ["MD"])
    )


def _led(scene: Scene, other: Draft) -> bool:
    """Whether a preposition stands before a mention: ``statements from India``."""
    lowers = scene.tokens.lowers
    return lowers[other.first - 1 - (lowers[other.first - 1] == "the")] in LEADING


def _opens(scene: Scene, other: Draft, begin: int) -> bool:
    """Whether a sentence begins with a place: ``In Tokyo, Chief Cabinet Secretary Ito said``."""
    tokens = scene.tokens
    return (
        other.first - begin in (1, 2)
        and tokens.lowers[other.first - 1] == "in"
        and tokens.words[other.last : other.last + 1] == [","]
    )


def _leads_in(scene: Scene, other: Draft, draft: Draft) -> bool:
    """Whether a place stands right before somebody whom one meets there: ``A day later in Tokyo, President Ana Ito``."""
    lowers = scene.tokens.lowers
    first = draft.first if draft.post is None else min(draft.post[0], draft.first)
    return first == other.last + 1 and lowers[other.last] == "," and lowers[other.first - 1] == "in"


def _spoken_after(scene: Scene, draft: Draft, other: Draft) -> bool:
    """Whether another is the first that a person speaks of: ``Deputy Prime Minister Gashi replied that Pristina``."""
    tokens = scene.tokens
    return (
        other.first - draft.last < 5
        and tokens.tags[draft.last : draft.last + 1] in (["VBD"], ["VBZ"])
        and "say"
        in scene.lexicon.verbs.senses(scene.lexicon.verbs.lemma(tokens.lowers[draft.last], tokens.tags[draft.last]))
    )
