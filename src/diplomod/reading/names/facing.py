"""The party of who faces somebody of another, in a text about two."""

from __future__ import annotations

from diplomod.model import Party, PartyKind
from diplomod.reading.names.draft import PERSON, PLACE, Draft, Scene
from diplomod.reading.names.persons import Human
from diplomod.reading.names.questions import OFTEN, Guesses, Told

WHERE = frozenset("in at near outside".split())
FACE = 16  # tokens between two who face each other
REACH = 5
WAGING = (PartyKind.STATE, PartyKind.MOVEMENT)
AT_HOME = frozenset(
    (
        "president",
        "prime minister",
        "premier",
        "king",
        "foreign minister",
        "emir",
        "sultan",
        "vice president",
        "counterpart",
    )
)
VISITED = frozenset("meet met meets meeting see".split())
RECEIVED = frozenset("received hosted welcomed greeted met".split())
HOSTS = frozenset("received receives hosted hosts welcomed welcomes greeted".split())
HELD = frozenset(
    """talks meeting meetings met meet dialogue dinner lunch discussions consultations negotiations session confer
    conversation""".split()
)
GONE_TO = frozenset("in to at for visit visits visited visiting".split())
VENUES = frozenset(
    "Brussels Vienna Geneva Doha Cairo Washington London Paris Rome Berlin Moscow".split()
)  # of third parties too
COUNTERPART = ["counterpart"]
AUXILIARIES = frozenset("was were is are will has had have be been would".split())
JOINTLY = frozenset(
    """met meet meets agreed agree pledged discussed talked spoke speak shook signed sign failed hold held
    came sat will""".split()
)
MEETING = frozenset(
    """met meet meets meeting between with receive received receives hosted hosts host welcomed welcomes called phoned
    telephoned visited visits spoke speaks told tells calls urged urges thanked congratulated assured reminded came sat""".split()
)


def across(scene: Scene, guesses: Guesses) -> None:
    """Give people of whom nothing is told the other of the two states that the text is about, if they face one of them.

    ``Peru and Chile … President Lima of Peru met Luis Paz``: of Chile.
    """
    often = most_often(scene) if guesses.silent and guesses.told else []
    for human in guesses.silent if len(often) == 2 else ():
        codes = {party.code for party in faced(scene, human, guesses.told)}
        others = [party for party in often if party.code not in codes]
        if len(codes) == 1 and len(others) == 1 and not guesses.is_held(human, others[0].code):
            guesses.tell(human, others[0])


def at_home(scene: Scene, guesses: Guesses) -> None:
    """Give a president or minister who is met in a capital the state of it: ``flew to Niamey for talks with President Luis Paz``.

    Not where somebody of that state does the meeting, or has the post already.
    """
    for human in guesses.silent:
        if human.posts.isdisjoint(AT_HOME):
            continue
        for draft in human.drafts[:4]:
            code = _met_at(scene, draft, guesses.told) or _hosts_at(scene, draft, guesses.told)
            if code is not None and not guesses.is_held(human, code):
                guesses.tell(human, scene.lexicon.names.parties[code])
                break


def _met_at(scene: Scene, draft: Draft, told: Told) -> str | None:
    """The state in whose capital somebody of another state is to meet a person; told in the sentence, or the one before."""
    tokens = scene.tokens
    begin = draft.first if draft.post is None else min(draft.post[0], draft.first)
    begin -= tokens.lowers[begin - 1] in ("his", "her", "the")
    before, earlier = tokens.lowers[begin - 1], tokens.lowers[begin - 2]
    led = (before == "by" and earlier in RECEIVED) or (before == "with" and earlier in HELD)
    if not led and before not in VISITED:
        return None
    paragraphs = scene.document.sentence_paragraphs
    codes: set[str] = set()
    place: Draft | None = None
    for sentence in (draft.sentence, draft.sentence - 1):
        if sentence < 0 or paragraphs[sentence] != paragraphs[draft.sentence]:
            break
        first, last = tokens.sentences[sentence]
        for other in {id(one): one for one in scene.at[first : min(last, begin)] if one is not None}.values():
            if other.kind is PLACE and other.place is not None and tokens.lowers[other.first - 1] in GONE_TO:
                place = other
            elif place is not None:
                continue  # whoever is named behind the place may be at home there, too
            elif other.kind is PERSON:
                codes |= {party.code for party in told.get(other.person, ())}
            else:
                codes |= {party.code for party, _, _ in other.evidence}
        if place is not None:
            break
    if place is None or place.place is None or place.place.name in VENUES or not codes:
        return None
    code = scene.lexicon.names.at_seat_of(place.place)
    return code if code is not None and code not in codes and code in scene.lexicon.names.parties else None


def _hosts_at(scene: Scene, draft: Draft, told: Told) -> str | None:
    """The state in whose capital a person receives somebody of another: ``President Luis Paz received Kenya's envoy in Lima``."""
    tokens = scene.tokens
    last = tokens.sentences[draft.sentence][1]
    at = draft.last + 2 * (tokens.lowers[draft.last : draft.last + 2] == [",", "who"])
    if tokens.lowers[at : at + 1] == ["has"]:
        at += 1
    if not (tokens.lowers[at : at + 1] and tokens.lowers[at] in HOSTS and at < last):
        return None
    codes: set[str] = set()
    for other in {id(one): one for one in scene.at[at:last] if one is not None}.values():
        if other.kind is PLACE and other.place is not None and tokens.lowers[other.first - 1] in ("in", "at"):
            code = scene.lexicon.names.at_seat_of(other.place)
            known = code is not None and code in scene.lexicon.names.parties and other.place.name not in VENUES
            return code if known and codes and code not in codes else None
        codes |= {party.code for party, _, _ in other.evidence}
        codes |= {party.code for party in told.get(other.person, ())} if other.kind is PERSON else set()
    return None


def of_counterparts(scene: Scene, guesses: Guesses) -> None:
    """Give whoever stands beside a counterpart of one of the two states that the text is about the other of them.

    ``President Lima and her Peruvian counterpart`` in a text about Peru and Chile: of Chile, whoever tells of it.
    """
    if scene.tokens.vocabulary.isdisjoint(COUNTERPART):
        return
    lowers, at = scene.tokens.lowers, scene.at
    for human in guesses.silent:
        for draft in human.drafts[:8]:
            if lowers[draft.last : draft.last + 1] != ["and"] or lowers[draft.last + 3 : draft.last + 4] != COUNTERPART:
                continue
            other = at[draft.last + 2]
            codes = set() if other is None else {party.code for party, _, _ in other.evidence}
            left = [party for party in most_often(scene) if party.code not in codes]
            if len(codes) == 1 and len(left) == 1 and lowers[draft.last + 1] in ("his", "her"):
                guesses.tell(human, left[0])


def faced(scene: Scene, human: Human, told: Told) -> list[Party]:
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
            if not _face(scene, draft, other, low, high):
                continue
            parties = told.get(other.person, ()) if other.kind is PERSON else ()
            found.extend(parties)
    return found


def _face(scene: Scene, one: Draft, other: Draft, low: int, high: int) -> bool:
    """Whether the words between two persons make them sides: of an encounter, or of what both of them do."""
    tokens = scene.tokens
    between = tokens.lowers[low:high]
    verbs = {tokens.lowers[at] for at in range(low, high) if tokens.tags[at] in ("VBD", "VBZ", "VBP", "MD", "VBN")}
    if not MEETING.isdisjoint(between):
        return verbs <= MEETING | AUXILIARIES
    early = one if one.first < other.first else other
    begin = early.first if early.post is None else min(early.post[0], early.first)
    if "and" in between and "between" in tokens.lowers[max(0, begin - 3) : begin]:
        return not verbs
    after = max(one.last, other.last)
    return between[-1:] == ["and"] and not verbs and not JOINTLY.isdisjoint(tokens.lowers[after : after + REACH])


def most_often(scene: Scene) -> list[Party]:
    """The two parties that the text speaks of most, if it is clearly about two; where something is counts for nothing."""
    counts: dict[str, int] = {}
    known: dict[str, Party] = {}
    lowers = scene.tokens.lowers
    for draft in scene.drafts:
        if draft.dropped or (draft.kind is PLACE and draft.first > 0 and lowers[draft.first - 1] in WHERE):
            continue
        for party, _, _ in draft.evidence:
            if party.kind in WAGING:
                known.setdefault(party.code, party)
                counts[party.code] = counts.get(party.code, 0) + 1
    ranked = sorted(counts, key=lambda code: (-counts[code], code))
    if len(ranked) < 2 or counts[ranked[1]] < OFTEN or (len(ranked) > 2 and counts[ranked[2]] >= counts[ranked[1]]):
        return []
    return [known[code] for code in ranked[:2]]
