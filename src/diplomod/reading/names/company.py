"""The party of who comes with somebody of one party: named together, accompanied by, on one side."""

from __future__ import annotations

from diplomod.model import Party
from diplomod.reading.names.draft import PERSON, Draft, Scene
from diplomod.reading.names.persons import Human, posts_in
from diplomod.reading.names.questions import Guesses, speaks_for

# Who meets their like from elsewhere, and is often named without a state at home.
ALONE = frozenset(
    """president premier chancellor king queen emir sultan secretary secretary-general pope leader ambassador
    counterpart""".split()
) | {"vice president", "prime minister", "secretary of state", "assistant secretary"}
DIPLOMATS = frozenset(("foreign minister", "foreign secretary", "secretary", "secretary of state"))
JOINING = frozenset(", and who his her its their the also was were is been".split())
BRINGING = frozenset("accompanied joined flanked alongside by along together with".split())
BROUGHT = frozenset("accompanied flanked alongside along together".split())
FOES = frozenset("rebel guerrilla insurgent separatist opposition militia".split())
TEAMS = frozenset("delegation team side mission negotiators delegates".split())
LED = frozenset("led headed chaired".split())
LEADS = frozenset("leads led heads headed lead head leading heading".split())
LEADING_TO = frozenset("who will is was has also to would had been".split())
AUXILIARIES = 4  # words between a name and the verb: "who is also to lead"
LED_REACH = 8  # tokens between a team and the verb of who leads it
APPOSED = 14  # tokens that an apposition to a name takes
REACH = 8  # tokens between two who come together
DRAFTS = 4  # mentions of somebody that are looked at
SIDE = 4  # tokens before a side that hold what leads it
SIDED = frozenset("on for from".split())


def of_company(scene: Scene, guesses: Guesses) -> None:
    """Give people with a post below that of a head of state the party of whom they are named together with.

    ``Peruvian Foreign Minister Ana Lima and army chief Luis Paz``: both are of Peru; and so is he in ``She was accompanied by
    army chief Luis Paz`` and ``On the Peruvian side, army chief Luis Paz took part``.
    """
    for human in guesses.silent:
        if not human.posts or not speaks_for(scene, human):
            continue
        alone = not human.posts.isdisjoint(ALONE)
        for draft in human.drafts[:DRAFTS]:
            if _side(scene, human, draft, guesses):
                break
            if alone:
                continue
            if draft.post is not None and not FOES.isdisjoint(scene.tokens.lowers[slice(*draft.post)]):
                break  # "President Lima and rebel chief Paz"
            other = _beside(scene, draft)
            apart = other is None or _are_peers(human.posts, posts_in(scene, other))
            parties = () if other is None or apart else guesses.told.get(other.person, ())
            if len(parties) == 1:
                guesses.tell(human, parties[0])
                break


def of_team(scene: Scene, guesses: Guesses) -> None:
    """Give people the party of the team that they lead: ``Luis Paz, a judge, heads the Peruvian delegation``."""
    if scene.tokens.vocabulary.isdisjoint(TEAMS):
        return
    for human in guesses.silent:
        for draft in human.drafts[:DRAFTS]:
            party = _team_led(scene, draft)
            if party is not None:
                guesses.tell(human, party)
                break


def _team_led(scene: Scene, draft: Draft) -> Party | None:
    """The party of the team that a person leads, or by whom it is led."""
    lowers = scene.tokens.lowers
    first, last = scene.tokens.sentences[draft.sentence]
    begin = draft.first if draft.post is None else min(draft.post[0], draft.first)
    begin -= lowers[begin - 1] in ("the", "a", "an")
    if lowers[begin - 1] == "by" and lowers[begin - 2] in LED:
        return _of_team(scene, max(first, begin - 2 - LED_REACH), begin - 2)
    at = draft.last
    if lowers[at : at + 1] == [","]:  # "Luis Paz, an aide to the president, heads"
        at = next((one + 1 for one in range(at + 1, min(last, at + APPOSED)) if lowers[one] == ","), last)
    for _ in range(AUXILIARIES):
        at += lowers[at : at + 1] != [] and lowers[at] in LEADING_TO
    return _of_team(scene, at + 1, min(last, at + LED_REACH)) if lowers[at : at + 1] and lowers[at] in LEADS else None


def _of_team(scene: Scene, first: int, last: int) -> Party | None:
    for at in range(first, last):
        if scene.tokens.lowers[at] in TEAMS and (draft := scene.at[at]) is not None and len(draft.evidence) == 1:
            return draft.evidence[0][0]
    return None


def _are_peers(posts: set[str], others: set[str]) -> bool:
    """Whether two have the same post, or posts that face each other: each is of a state of its own."""
    if not (DIPLOMATS.isdisjoint(posts) or DIPLOMATS.isdisjoint(others)):
        return True
    full, other = {post for post in posts if " " in post}, {post for post in others if " " in post}
    return not full.isdisjoint(other) if full and other else not posts.isdisjoint(others)


def _beside(scene: Scene, draft: Draft) -> Draft | None:
    """The person before, where nothing stands between but what joins two of one side."""
    lowers = scene.tokens.lowers
    begin = draft.first if draft.post is None else min(draft.post[0], draft.first)
    first = scene.tokens.sentences[draft.sentence][0]
    if begin - first > 3 and lowers[begin - 1] == "by" and lowers[begin - 2] in BRINGING:
        whose = next((one for one in scene.at[first : begin - 2] if one is not None), None)
        if whose is not None and whose.kind is PERSON:
            return whose  # "Lima, sworn in last week with the help of Chad, was accompanied by"
    for at in range(begin - 1, max(first - 1, begin - REACH), -1):
        other = scene.at[at]
        if other is not None:
            if other.kind is not PERSON:
                return None
            between = lowers[other.last : begin]
            return other if "and" in between or not BROUGHT.isdisjoint(between) else None
        if lowers[at] not in JOINING and lowers[at] not in BRINGING:
            return None
    return None


def _side(scene: Scene, human: Human, draft: Draft, guesses: Guesses) -> bool:
    """``On the Peruvian side, army chief Luis Paz took part``; ``present on the Peruvian side were …``: of Peru."""
    lowers = scene.tokens.lowers
    first = scene.tokens.sentences[draft.sentence][0]
    at = draft.first - 1
    while at > first and lowers[at] != "side":
        at -= 1
    if at <= first:  # "Lima and Paz sat in on the talks on the Peruvian side"
        last = scene.tokens.sentences[draft.sentence][1]
        at = next((one for one in range(draft.last, last) if lowers[one] == "side"), first)
    if at <= first or SIDED.isdisjoint(lowers[max(first, at - SIDE) : at]):
        return False
    party = scene.at[at - 1] or scene.at[at]
    if party is None or party.kind is PERSON or len(party.evidence) != 1:
        return False
    guesses.tell(human, party.evidence[0][0])
    return True
