"""The likely party of a person whose post the text tells, but not whose."""

from __future__ import annotations

from collections.abc import Callable

from diplomod.lexicon.people import Class
from diplomod.model import Party, PartyKind
from diplomod.reading.names.company import of_company, of_team
from diplomod.reading.names.draft import GROUP, OFFICE, PERSON, Scene
from diplomod.reading.names.facing import across, at_home, faced, most_often, of_counterparts
from diplomod.reading.names.nearness import REBELS, VOICES, near
from diplomod.reading.names.own import of_issuer, own_side
from diplomod.reading.names.persons import Human, posts_of
from diplomod.reading.names.posts import GIVEN, giver
from diplomod.reading.names.questions import (
    ENGLISH,
    NOWHERE,
    OURS,
    Guesses,
    Told,
    has_whose,
    is_national,
    parties_named,
)
from diplomod.reading.names.visits import on_visit
from diplomod.reading.parts import Rule

BODY = Class.BODY.value

RECENT = 60  # tokens before a spokesman in which his ministry is looked for
HOUSES = frozenset(
    "ministry government army military office embassy presidency cabinet command junta administration".split()
)
JUNIOR = frozenset("deputy acting former vice".split())
ALONE = frozenset(("president", "vice president"))


def guess_homes(scene: Scene, humans: list[Human], told: Told) -> dict[int, Rule]:
    """Tell the parties of people that no words name; for each person that is told so, by number, the rule that did."""
    rules: dict[int, Rule] = {}
    silent = [human for human in humans if human.number not in told and not has_whose(scene, human)]
    if not silent:
        return rules
    held = {(post, party.code) for human in humans for party in told.get(human.number, ()) for post in human.posts}
    guesses = Guesses(silent=silent, told=told, held=held)
    serving = any(owner.kind is PERSON for human in silent for owner in human.owners)
    for guess in GUESSES:
        for rule in (guess, _of_served) if serving else (guess,):
            before = len(told)
            rule(scene, guesses)
            if len(told) == before:
                break
            for human in guesses.silent:
                if human.number in told:
                    rules[human.number] = rule
            guesses.silent = [human for human in guesses.silent if human.number not in told]
    return rules


def _of_served(scene: Scene, guesses: Guesses) -> None:
    """Give people the party of whom they serve, as soon as that is known: ``Lima’s spokesman Luis Paz``."""
    for human in guesses.silent:
        parties = next(
            (guesses.told[one.person] for one in human.owners if one.kind is PERSON and one.person in guesses.told), ()
        )
        if parties:
            guesses.tell(human, parties[0])


def _of_body(scene: Scene, guesses: Guesses) -> None:
    """Give people the body that gives their post: ``the High Representative, Ana Lima,`` is of the EU."""
    named: dict[str, Party] | None = None
    for human in guesses.silent:
        if not GIVEN.isdisjoint(human.posts):
            named = parties_named(scene) if named is None else named
            body = giver(human.posts, named, scene.lexicon)
            if body is not None:
                guesses.tell(human, body)


def _of_ours(scene: Scene, guesses: Guesses) -> None:
    """Give whoever an office calls its own the party of the office: ``our envoy, Ana Lima``."""
    if scene.issuer is None or scene.tokens.vocabulary.isdisjoint(OURS):
        return
    lowers, quoted = scene.tokens.lowers, scene.tokens.quoted
    for human in guesses.silent:
        if any(one.whose >= 0 and lowers[one.whose] in OURS and quoted[one.whose] < 0 for one in human.drafts[:4]):
            guesses.tell(human, scene.issuer)


def _of_named_body(scene: Scene, guesses: Guesses) -> None:
    """Give people whose post begins with a body the party of that body: ``army chief Omar Said`` of the Sudanese army."""
    bodies: dict[str, Party] | None = None
    for human in guesses.silent:
        if not human.posts:
            continue
        post = next((one.post for one in human.drafts if one.post is not None), None)
        if post is not None and scene.tokens.lowers[post[0]] in JUNIOR:
            post = (post[0] + 1, post[1])  # "deputy army chief"
        if post is None or post[0] >= post[1] or not scene.bits[post[0]] & BODY:
            continue
        if bodies is None:
            bodies = {}
            for draft in scene.drafts:
                if draft.kind is GROUP and len({party.code for party, _, _ in draft.evidence}) == 1:
                    bodies.setdefault(scene.tokens.lowers[draft.head], draft.evidence[0][0])
        body = bodies.get(scene.tokens.lowers[post[0]])
        if body is not None:
            guesses.tell(human, body)


def _of_office(scene: Scene, guesses: Guesses) -> None:
    """Give people the party of whoever has their post elsewhere: ``met Kenya's trade minister … Trade Minister Jo Ruto``."""
    offices: dict[str, set[str]] | None = None
    for human in guesses.silent:
        posts = [post for post in human.posts if " " in post or post in ALONE]
        if not posts:
            continue
        if offices is None:
            offices = _offices(scene)
        codes = {code for post in posts for code in offices.get(post, NOWHERE)}
        if len(codes) == 1 and not any((post, code) in guesses.held for post in posts for code in codes):
            guesses.tell(human, scene.lexicon.names.parties[codes.pop()])


def _offices(scene: Scene) -> dict[str, set[str]]:
    """Each post that the text speaks of without a name, with the codes of the states that it is of."""
    found: dict[str, set[str]] = {}
    for draft in scene.drafts:
        if draft.kind is OFFICE and not draft.dropped and not draft.plural:
            codes = {party.code for party, _, _ in draft.evidence if party.kind is PartyKind.STATE}
            codes |= {
                party.code for owner in draft.owners for party, _, _ in owner.evidence if party.kind is PartyKind.STATE
            }
            if len(codes) == 1:
                for post in posts_of(scene, draft.first, draft.last):
                    found.setdefault(post, set()).update(codes)
    return found


def _of_rebels(scene: Scene, guesses: Guesses) -> None:
    """``Rebel negotiator Luis Paz`` is of the one movement that the text speaks of."""
    if scene.tokens.vocabulary.isdisjoint(REBELS):
        return
    for human in guesses.silent:
        words = {
            word
            for draft in human.drafts[:4]
            if draft.post is not None
            for word in scene.tokens.lowers[slice(*draft.post)]
        }
        if not words.isdisjoint(REBELS):
            movements = [party for party in parties_named(scene).values() if party.kind is PartyKind.MOVEMENT]
            if len(movements) == 1:
                guesses.tell(human, movements[0])


def _of_house(scene: Scene, guesses: Guesses) -> None:
    """Give a bare spokesman the ministry or army told of just before: ``Peru’s foreign ministry … spokesman Luis Paz said``."""
    for human in guesses.silent:
        if human.posts.isdisjoint(VOICES):
            continue
        first = human.drafts[0].first
        for token in range(first - 1, max(-1, first - RECENT), -1):
            draft = scene.at[token]
            if draft is None or draft.kind is not GROUP or scene.tokens.lowers[draft.head] not in HOUSES:
                continue
            parties = {party.code: party for party, _, _ in draft.evidence}
            if len(parties) == 1:
                guesses.tell(human, next(iter(parties.values())))
            break


def _fitting(scene: Scene, guesses: Guesses) -> None:
    """Give a bare ``President Ana Lima`` to the one state of the text that fits.

    It fits when it has such a post, which nobody else in the text holds, and when the name is common there. Where
    several fit, or none, the party stays open.
    """
    parties: dict[str, Party] | None = None
    held = guesses.held
    for human in guesses.silent:
        likely = _homes(scene, human)
        if not likely or not is_national(scene, human) or _strange(scene, human):
            continue
        if parties is None:
            parties = parties_named(scene)
        homes = likely & parties.keys()
        if not human.posts and ENGLISH in homes:
            continue
        absent = scene.lexicon.people.absent
        facing = set() if human.posts else {party.code for party in faced(scene, human, guesses.told)}
        fitting = [
            code
            for code in sorted(homes - facing)
            if not any(code in absent.get(post, NOWHERE) for post in human.posts)
            and not any((post, code) in held for post in human.posts if " " in post or post == "president")
        ]
        if len(fitting) > 1:
            often = [party.code for party in most_often(scene)]
            near_home = [] if ENGLISH in fitting else [code for code in fitting if code in often]
            fitting = near_home or _leading(scene, fitting)
        if len(fitting) == 1:
            guesses.tell(human, parties[fitting[0]])


def _of_english(scene: Scene, guesses: Guesses) -> None:
    """Give a bare ``President Grant`` with an English name to the state of that language that has presidents.

    No state that the paragraph speaks of, or that the text was filed from, has claimed the person before.
    """
    held = guesses.held
    for human in guesses.silent:
        posts = human.posts & ALONE
        if not posts or ENGLISH not in _homes(scene, human) or not is_national(scene, human) or _strange(scene, human):
            continue
        if not any((post, ENGLISH) in held for post in posts):
            guesses.tell(human, parties_named(scene).get(ENGLISH, scene.lexicon.names.parties[ENGLISH]))


def _leading(scene: Scene, codes: list[str]) -> list[str]:
    """Of several states the one that twice as many sentences name as any other of them."""
    told: dict[str, set[int]] = {code: set() for code in codes}
    for draft in scene.drafts:
        if not draft.dropped:
            for code in {party.code for party, _, _ in draft.evidence} & told.keys():
                told[code].add(draft.sentence)
    counts = {code: len(sentences) for code, sentences in told.items()}
    ranked = sorted(codes, key=lambda code: -counts[code])
    return ranked[:1] if counts[ranked[0]] >= 2 * counts[ranked[1]] else []


def _strange(scene: Scene, human: Human) -> bool:
    """Whether a title has a name that the lexicon lacks, which may be that of a state."""
    words, bits = scene.tokens.words, scene.bits
    return any(
        words[token][0].isupper() and not bits[token] and scene.at[token] is None
        for draft in human.drafts[:8]
        if draft.post is not None
        for token in range(*draft.post)
    )


def _homes(scene: Scene, human: Human) -> frozenset[str]:
    """Where the first word of the name is common, as written where the person is named in full."""
    people = scene.lexicon.people
    for draft in human.drafts:
        if draft.kind is PERSON and draft.last - draft.first > 1:
            first = scene.tokens.lowers[draft.first]
            if first in people.given or first in people.families:
                homes: frozenset[str] = people.homes.get(first, NOWHERE)
                return homes
    return NOWHERE


GUESSES: tuple[Callable[[Scene, Guesses], None], ...] = (
    _of_ours,
    _of_body,
    _of_named_body,
    _of_office,
    _of_rebels,
    on_visit,
    of_issuer,
    of_counterparts,
    of_team,
    of_company,
    at_home,
    _fitting,
    near,
    _of_house,
    own_side,
    _of_english,
    across,
)
