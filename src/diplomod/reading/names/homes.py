"""The likely party of a person whose post the text tells, but not whose."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from diplomod.lexicon.people import Class
from diplomod.model import Party, PartyKind
from diplomod.reading.names.draft import Draft, Scene
from diplomod.reading.names.persons import Human
from diplomod.reading.names.posts import giver
from diplomod.reading.parts import MentionKind, Rule

NATIONAL, BODY = Class.NATIONAL.value, Class.BODY.value
KINDS = frozenset({PartyKind.STATE, PartyKind.MOVEMENT, PartyKind.INTERNATIONAL_BODY, PartyKind.BLOC})
MINISTERS = frozenset(
    "minister premier secretary ambassador king queen prince emir sultan defence defense foreign".split()
)
GOVERNING = frozenset("government military army presidential police".split())
REBELS = frozenset("rebel rebels guerrilla insurgent separatist".split())
EARLY = 8  # sentences in which a text presents those whose state goes without saying
OFTEN = 2  # mentions that make a party one of those whom the text is about
ENGLISH = "USA"  # names that are common in English stand for too many sorts of people
SECURITY = frozenset(("security advisor", "security adviser"))  # with "national" before them
ENOUGH, CLEARLY = 1.5, 0.5  # what must speak for a party, and how much more than for the next
LEAD = 10  # tokens before the subject of a sentence
SPEAKERS = frozenset("spokesman spokeswoman spokesperson official negotiator adviser advisor chief general".split())
FACE = 12  # tokens between two who face each other
MEETING = frozenset(
    """met meet meets meeting between with receive received receives hosted hosts host welcomed welcomes called phoned
    telephoned visited visits""".split()
)
CLOSE = 4  # sentences of a paragraph in which a person's party may be named before
READOUT = "readout"
HEAD = 40  # tokens in which a text calls itself a readout
ALONE = frozenset(("president", "vice president"))
NOWHERE: frozenset[str] = frozenset()

Told = dict[int, tuple[Party, ...]]


def guess_homes(scene: Scene, humans: list[Human], told: Told) -> dict[int, Rule]:
    """Tell the parties of people that no words name; for each person that is told so, by number, the rule that did."""
    rules: dict[int, Rule] = {}
    for rule in GUESSES:
        before = frozenset(told)
        rule(scene, humans, told)
        rules |= dict.fromkeys(told.keys() - before, rule)
    return rules


def _of_body(scene: Scene, humans: list[Human], told: Told) -> None:
    """Give people the body that gives their post: ``the High Representative, Ana Lima,`` is of the EU."""
    named: dict[str, Party] | None = None
    for human in humans:
        if human.number not in told and human.posts and not _has_whose(human):
            named = _parties(scene) if named is None else named
            body = giver(human.posts, named, scene.lexicon)
            if body is not None:
                told[human.number] = (body,)


def _fitting(scene: Scene, humans: list[Human], told: Told) -> None:
    """Give a bare ``President Ana Lima`` to the one state of the text that fits.

    It fits when it has such a post, which nobody else in the text holds, and when the name is common there. Where
    several fit, or none, the party stays open.
    """
    parties: dict[str, Party] | None = None
    held = {(post, party.code) for human in humans for party in told.get(human.number, ()) for post in human.posts}
    for human in humans:
        if human.number in told or not _national(scene, human) or _strange(scene, human) or _has_whose(human):
            continue
        if parties is None:
            parties = _parties(scene)
        likely = _homes(scene, human)
        homes = likely & parties.keys()
        if not human.posts and ENGLISH in homes:
            continue
        absent = scene.lexicon.people.absent
        facing = set() if human.posts else {party.code for party in _faced(scene, human, told)}
        fitting = [
            code
            for code in sorted(homes - facing)
            if not any(code in absent.get(post, NOWHERE) for post in human.posts)
            and not any((post, code) in held for post in human.posts if " " in post or post == "president")
        ]
        if not fitting and ENGLISH in likely and ALONE & human.posts:
            # No state of the text has such a name and such a post; among those that speak English one has presidents.
            parties.setdefault(ENGLISH, scene.lexicon.names.parties[ENGLISH])
            fitting = [ENGLISH] if not any((post, ENGLISH) in held for post in human.posts & ALONE) else []
        if len(fitting) == 1:
            told[human.number] = (parties[fitting[0]],)
            held.update((post, fitting[0]) for post in human.posts)


def _near(scene: Scene, humans: list[Human], told: Told) -> None:
    """Give people with a bare post the party that their paragraph speaks of.

    ``Sudan will send nobody to Geneva, Foreign Minister Idris Omer said``: of Sudan. Whoever is named beside people of a
    party, or is on the way to it, is not of that party.
    """
    actors = _actors(scene)
    held = {(post, party.code) for human in humans for party in told.get(human.number, ()) for post in human.posts}
    for human in sorted(humans, key=lambda one: one.drafts[0].first):
        if human.number in told or not _speaks_for(scene, human) or _has_whose(human):
            continue
        draft = next((one for one in human.drafts if one.post is not None and not one.dropped), None)
        if draft is None:
            continue
        scores, known, barred = _scores(scene, draft, actors, told)
        scores = {
            state: score
            for state, score in scores.items()
            if not any((post, state) in held for post in human.posts if " " in post or post == "president")
            and _gives(scene, draft, known[state])
        }
        code = _clear(scores)
        if code is None and not scores and len(barred) == 1 and _national(scene, human):
            others = [state for state in _often(scene) if state not in barred]
            code, known = (others[0], _parties(scene)) if len(others) == 1 else (None, known)
        if code is not None:
            told[human.number] = (known[code],)
            held.update((post, code) for post in human.posts)


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


def _has_whose(human: Human) -> bool:
    """Whether other words tell whose the person is: ``his foreign secretary, Ana Lima``, ``the group's spokesman``."""
    if any(owner.kind in (MentionKind.GROUP, MentionKind.OFFICE) and owner.definite for owner in human.owners):
        return True
    return any(draft.whose >= 0 for draft in human.drafts[:8])


def _speaks_for(scene: Scene, human: Human) -> bool:
    """Whether the post is one of a state, or that of somebody who speaks or works for one."""
    classes = scene.lexicon.people.classes
    if human.posts and _national(scene, human):
        return True
    return any(post.rpartition(" ")[2] in SPEAKERS or classes.get(post, 0) & NATIONAL for post in human.posts)


def _often(scene: Scene) -> list[str]:
    """The states that the text is about, by code."""
    counts: dict[str, int] = {}
    for draft in scene.drafts:
        if not draft.dropped and draft.kind is not MentionKind.PLACE:
            for code in {party.code for party, _, _ in draft.evidence if party.kind is PartyKind.STATE}:
                counts[code] = counts.get(code, 0) + 1
    return sorted(code for code, count in counts.items() if count >= OFTEN)


def _actors(scene: Scene) -> dict[int, list[Draft]]:
    """By sentence, the drafts that tell of a party, in their order."""
    found: dict[int, list[Draft]] = {}
    for draft in sorted(scene.drafts, key=lambda one: one.first):
        if not draft.dropped and (draft.evidence or draft.kind is MentionKind.PERSON):
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
            if other.kind is MentionKind.PERSON:
                if other.person == draft.person:
                    continue
                parties = told.get(other.person, ())
                if back == 0:
                    barred.update(party.code for party in parties)
                    continue
            elif other.kind is MentionKind.PLACE and back == 0 and _opens(scene, other, begin):
                code = (other.place.country if other.place is not None else None) or ""
                if code in scene.lexicon.names.parties:
                    scores[code] = max(scores.get(code, 0.0), 3.0)
                    known.setdefault(code, scene.lexicon.names.parties[code])
                continue
            elif other.kind is MentionKind.PLACE and not (back == 0 and _spoken_after(scene, draft, other)):
                if back == 0 and _bound_for(scene, draft, other):
                    barred.update(_lies_in(other))
                continue
            else:
                parties = tuple(party for party, _, _ in other.evidence)
                if back == 0 and _bound_for(scene, draft, other):
                    barred.update(party.code for party in parties)
                    continue
            if len({party.code for party in parties}) != 1 or parties[0].kind not in KINDS:
                leads = False
                continue
            weight = (2.0 if leads and other.first - begin < LEAD else 0.75) / (1 + max(0, back - 1))
            if back == 0 and other.first > draft.last:
                weight = 1.5 if _spoken_after(scene, draft, other) else 0.25
            leads = leads and scene.tokens.lowers[other.last : other.last + 1] in (["and"], [","])  # "Poland and Ghana"
            scores[parties[0].code] = max(scores.get(parties[0].code, 0.0), weight)
            known.setdefault(parties[0].code, parties[0])
    return {code: score for code, score in scores.items() if code not in barred}, known, barred


def _opens(scene: Scene, other: Draft, begin: int) -> bool:
    """Whether a sentence begins with a place: ``In Tokyo, Chief Cabinet Secretary Ito said``."""
    tokens = scene.tokens
    return (
        other.first == begin + 1 and tokens.lowers[begin] == "in" and tokens.words[other.last : other.last + 1] == [","]
    )


def _lies_in(other: Draft) -> set[str]:
    codes = {party.code for party, _, _ in other.evidence}
    return codes if other.place is None or other.place.country is None else codes | {other.place.country}


def _bound_for(scene: Scene, draft: Draft, other: Draft) -> bool:
    """Whether a person is on the way to where another words stand for: ``a visit by President Lima to Oslo``."""
    lowers = scene.tokens.lowers
    before = other.first - 1 - (lowers[other.first - 1] == "the")
    return draft.last <= other.first < draft.last + 12 and lowers[before] in ("to", "visited", "visit", "with", "met")


def _spoken_after(scene: Scene, draft: Draft, other: Draft) -> bool:
    """Whether another is the first that a person speaks of: ``Deputy Prime Minister Gashi replied that Pristina``."""
    tokens = scene.tokens
    return (
        other.first - draft.last < 5
        and tokens.tags[draft.last : draft.last + 1] in (["VBD"], ["VBZ"])
        and "say"
        in scene.lexicon.verbs.senses(scene.lexicon.verbs.lemma(tokens.lowers[draft.last], tokens.tags[draft.last]))
    )


def _of_named_body(scene: Scene, humans: list[Human], told: Told) -> None:
    """Give people whose post begins with a body the party of that body: ``army chief Omar Said`` of the Sudanese army."""
    bodies: dict[str, Party] | None = None
    for human in humans:
        if human.number in told or not human.posts or _has_whose(human):
            continue
        post = next((one.post for one in human.drafts if one.post is not None), None)
        if post is None or not scene.bits[post[0]] & BODY:
            continue
        if bodies is None:
            bodies = {}
            for draft in scene.drafts:
                if draft.kind is MentionKind.GROUP and len({party.code for party, _, _ in draft.evidence}) == 1:
                    bodies.setdefault(scene.tokens.lowers[draft.head], draft.evidence[0][0])
        body = bodies.get(scene.tokens.lowers[post[0]])
        if body is not None:
            told[human.number] = (body,)


def _of_issuer(scene: Scene, humans: list[Human], told: Told) -> None:
    """Give people with a bare post the office that publishes the text, unless their sentence speaks of another party first.

    Under ``Ministry of Foreign Affairs of Peru``, ``Minister Lima received the envoy`` speaks of the Peruvian one.
    """
    if scene.issuer is None:
        return
    absent = scene.lexicon.people.absent
    for human in humans:
        if human.number in told or not human.posts or not _speaks_for(scene, human) or _has_whose(human):
            continue
        if any(scene.issuer.code in absent.get(post, NOWHERE) for post in human.posts):
            continue
        own = scene.issuer.code
        if not _foreign_before(scene, human.drafts[0], own) and own not in _bounds(scene, human):
            told[human.number] = (scene.issuer,)


def _foreign_before(scene: Scene, draft: Draft, own: str) -> bool:
    """Whether a party other than the own one is named before a person in the sentence."""
    first = scene.tokens.sentences[draft.sentence][0]
    for other in {id(one): one for one in scene.at[first : draft.first] if one is not None}.values():
        if other.kind is not MentionKind.PERSON and {party.code for party, _, _ in other.evidence} - {own}:
            return True
    return False


def _across(scene: Scene, humans: list[Human], told: Told) -> None:
    """Give people of whom nothing is told the other of the two states that the text is about, if they face one of them.

    ``Peru and Chile … President Lima of Peru met Luis Paz``: of Chile.
    """
    often: list[str] | None = None
    for human in humans:
        if human.number in told or _has_whose(human):
            continue
        faced = {party.code: party for party in _faced(scene, human, told)}
        if len(faced) != 1:
            continue
        often = _most_often(scene) if often is None else often
        others = [code for code in often if code not in faced]
        if len(often) == 2 and len(others) == 1:
            told[human.number] = (scene.lexicon.names.parties[others[0]],)


def _faced(scene: Scene, human: Human, told: Told) -> list[Party]:
    """The parties of those whom a person meets, is met by, or stands beside: ``between A and B``, ``A met B``."""
    tokens = scene.tokens
    found: list[Party] = []
    for draft in human.drafts[:8]:
        first, last = tokens.sentences[draft.sentence]
        begin = draft.first if draft.post is None else min(draft.post[0], draft.first)
        around = scene.at[max(first, begin - FACE) : begin] + scene.at[draft.last : min(last, draft.last + FACE)]
        for other in {id(one): one for one in around if one is not None}.values():
            before = other.last <= begin
            low, high = (other.last, begin) if before else (draft.last, other.first)
            between = tokens.lowers[low:high]
            if MEETING.isdisjoint(between):
                after = tokens.lowers[max(draft.last, other.last) : max(draft.last, other.last) + 5]
                if between != ["and"] and (between[:1] != ["and"] or MEETING.isdisjoint(after)):
                    continue
                if MEETING.isdisjoint(after):
                    continue
            parties = told.get(other.person, ()) if other.kind is MentionKind.PERSON else ()
            found.extend(parties)
    return found


def _most_often(scene: Scene) -> list[str]:
    """The two states that the text speaks of most, if it is clearly about two; else fewer or more."""
    counts: dict[str, int] = {}
    for draft in scene.drafts:
        if not draft.dropped:
            for code in {
                party.code for party, _, _ in draft.evidence if party.kind in (PartyKind.STATE, PartyKind.MOVEMENT)
            }:
                counts[code] = counts.get(code, 0) + 1
    ranked = sorted(counts, key=lambda code: (-counts[code], code))
    if len(ranked) < 2 or counts[ranked[1]] < OFTEN or (len(ranked) > 2 and counts[ranked[2]] >= counts[ranked[1]]):
        return []
    return ranked[:2]


def _own_side(scene: Scene, humans: list[Human], told: Told) -> None:
    """Give people whose state goes without saying the other state of the relations that the text speaks of.

    ``The Vice President met Prime Minister Lim of Singapore`` with ``the U.S.-Singapore partnership``: hers is the U.S. In
    what calls itself a readout without such words, a bare President or National Security Advisor is that of the United
    States, whose word for it that is.
    """
    silent = [human for human in humans if human.number not in told and human.posts and _speaks_for(scene, human)]
    if not silent:
        return
    met = {party.code for parties in told.values() for party in parties}
    own = scene.issuer or _other_side(scene, met)
    filed = _filed_from(scene, met)
    if own is None and READOUT in scene.tokens.lowers[:HEAD] and met - {ENGLISH}:
        own = scene.lexicon.names.parties[ENGLISH]
    own = own or filed
    absent = scene.lexicon.people.absent
    for human in silent:
        if not _national(scene, human):
            own = scene.issuer or filed  # spokesmen are those of an office, or of where the text was filed from
        if own is None or any(own.code in absent.get(post, NOWHERE) for post in human.posts):
            continue
        if human.drafts[0].sentence < EARLY and own.code not in _bounds(scene, human):
            told[human.number] = (own,)


def _bounds(scene: Scene, human: Human) -> set[str]:
    """Where the person is on the way to."""
    found: set[str] = set()
    for draft in human.drafts[:8]:
        for other in {id(one): one for one in scene.at[draft.last : draft.last + 12] if one is not None}.values():
            if _bound_for(scene, draft, other):
                found |= _lies_in(other)
    return found


def _filed_from(scene: Scene, met: set[str]) -> Party | None:
    """The state that the text was filed from, if it speaks of its people: what needs no word at home."""
    dateline = scene.document.dateline
    countries = {place.country for place in dateline.places} if dateline is not None else set()
    here = [country for country in countries if country in met and country in scene.lexicon.names.parties]
    return scene.lexicon.names.parties[here[0]] if len(here) == 1 else None


def _other_side(scene: Scene, met: set[str]) -> Party | None:
    """The state that most often stands in a pair with one of those met: ``the U.S.-Japan alliance``, ``between A and B``."""
    counts: dict[str, int] = {}
    known: dict[str, Party] = {}
    for parties in _pairs(scene):
        outside = [party for party in parties if party.code not in met]
        if len(parties) == 2 and len(outside) == 1:
            counts[outside[0].code] = counts.get(outside[0].code, 0) + 1
            known[outside[0].code] = outside[0]
    best = max(counts, key=lambda code: counts[code], default=None)
    return None if best is None else known[best]


def _pairs(scene: Scene) -> Iterator[list[Party]]:
    lowers = scene.tokens.lowers
    for draft in scene.drafts:
        parties = list({party.code: party for party, _, _ in draft.evidence if party.kind is PartyKind.STATE}.values())
        if len(parties) == 2:
            yield parties
    for token, lower in enumerate(lowers):
        if lower == "between":
            named = {
                id(draft): draft for draft in scene.at[token + 1 : token + 9] if draft is not None and draft.evidence
            }
            found = {draft.evidence[0][0].code: draft.evidence[0][0] for draft in named.values()}
            if len(found) == 2 and "and" in lowers[token + 1 : token + 9]:
                yield list(found.values())


def _parties(scene: Scene) -> dict[str, Party]:
    """The states and movements that the text names, by code."""
    found: dict[str, Party] = {}
    for draft in scene.drafts:
        if draft.kind is MentionKind.PLACE:
            continue  # where something is tells nothing of whose it is
        for party, _, _ in draft.evidence:
            if party.kind in KINDS:
                found.setdefault(party.code, party)
    return found


def _strange(scene: Scene, human: Human) -> bool:
    """Whether a title has a name that the lexicon lacks, which may be that of a state."""
    words, bits = scene.tokens.words, scene.bits
    return any(
        words[token][0].isupper() and not bits[token] and scene.at[token] is None
        for draft in human.drafts[:8]
        if draft.post is not None
        for token in range(*draft.post)
    )


def _national(scene: Scene, human: Human) -> bool:
    """Whether the post is one that a state gives, or none is told."""
    classes = scene.lexicon.people.classes
    return not human.posts or any(
        post in SECURITY or classes.get(post.rpartition(" ")[2], 0) & NATIONAL for post in human.posts
    )


def _homes(scene: Scene, human: Human) -> frozenset[str]:
    """Where the first word of the name is common, as written where the person is named in full."""
    people = scene.lexicon.people
    for draft in human.drafts:
        if draft.kind is MentionKind.PERSON and draft.last - draft.first > 1:
            first = scene.tokens.lowers[draft.first]
            if first in people.given or first in people.families:
                homes: frozenset[str] = people.homes.get(first, NOWHERE)
                return homes
    return NOWHERE


GUESSES: tuple[Callable[[Scene, list[Human], Told], None], ...] = (
    _of_body,
    _of_named_body,
    _of_issuer,
    _fitting,
    _near,
    _own_side,
    _across,
)
