"""The party of those who are met on a journey: they are at home where somebody from elsewhere has gone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from diplomod.lexicon.people import Class
from diplomod.model import PartyKind
from diplomod.reading.names.company import FOES
from diplomod.reading.names.draft import PARTY, PERSON, PLACE, Draft, Scene
from diplomod.reading.names.facing import HOSTS
from diplomod.reading.names.persons import Human
from diplomod.reading.names.questions import ACCREDITED, Guesses, Told, speaks_for
from diplomod.reading.parts import frozen

ADDRESS = Class.ADDRESS.value
# The words of a journey, with what leads to where it goes: nothing for those that have it as their object.
ARRIVING = frozenset("arrived arrives arrive arriving landed landing lands".split())
GOING = frozenset(
    """flew fly flies flying flown travelled traveled travel travels travelling traveling went goes going go gone heading
    headed came comes return returns returned returning visit visits trip trips journey mission stopover voyage moved
    continued proceeded""".split()
)
VISITING = frozenset("visited visiting visit visits toured touring reached left leaving".split())
STAYING = frozenset("met talks".split())
ERRANDS = frozenset("for to on in".split())
IN = frozenset("in at".split())
TO = frozenset("to for into on in".split())
BEING = frozenset("is was currently".split())
TRIGGERS = ARRIVING | GOING | VISITING | BEING
TOLD = TRIGGERS | STAYING | HOSTS
STAY = 24  # tokens between ``met`` and where
WAY = 8  # tokens between a word of a journey and where it goes
LASTING = 6  # sentences behind a journey in which those who are met are at home there
THIRD = frozenset("Brussels Vienna Geneva Doha".split())  # where others than their hosts meet
# Those who are met where they are in office; a general or a speaker of parliament as well as a minister.
LOCAL = frozenset(
    """minister president premier king queen emir sultan chief adviser advisor speaker secretary general marshal governor
    mayor chairman counterpart leader prince chancellor parliament assembly director member""".split()
)
ARTICLES = frozenset("the his her its their acting interim caretaker transitional then and also".split())
SEEING = frozenset("met meet meets meeting see saw sees seeing visited visit visiting received hosted".split())
TALKING = frozenset(
    """talks meeting meetings met meet meets dialogue dinner lunch breakfast discussions consultations negotiations session
    confer conferred dined spoke speak discussed discuss down review conversation audience""".split()
)
RECEIVED = frozenset("received hosted welcomed greeted met briefed seen".split())
HONOURS = frozenset("honour honor".split())
BACK = 6  # tokens before ``with`` in which it is told what for
STEPS = 5  # words that may stand before a post, as articles do


@frozen(slots=True, kw_only=True)
class _Journey:
    """Where somebody has gone: `token` the word for where, `code` the state, `travellers` the parties of who went, `people` the
    numbers of those named."""

    token: int
    sentence: int
    code: str
    travellers: frozenset[str]
    people: frozenset[int]


def on_visit(scene: Scene, guesses: Guesses) -> None:
    """Give officials whom a visitor meets the state that the visit is to.

    ``Rao visited Dhaka. She called on Chief Adviser Karim``: of Bangladesh; and so is whoever receives her there.
    """
    if scene.tokens.vocabulary.isdisjoint(TOLD):
        return
    journeys: list[_Journey] | None = None
    for human in sorted(guesses.silent, key=lambda one: one.drafts[0].first):
        if not _is_local(scene, human):
            continue
        journeys = _journeys(scene, guesses.told) if journeys is None else journeys
        for draft in human.drafts[:3] if journeys else ():
            code = _host(scene, draft, journeys, guesses)
            if code is not None and not guesses.is_held(human, code):
                guesses.tell(human, scene.lexicon.names.parties[code])
                break


def _is_local(scene: Scene, human: Human) -> bool:
    """Whether somebody has a post that is held at home, and is no ambassador or rebel."""
    words = {word for post in human.posts for word in post.split()}
    if not words or not ACCREDITED.isdisjoint(words) or not FOES.isdisjoint(words):
        return False
    return speaks_for(scene, human) or not LOCAL.isdisjoint(words)


def _journeys(scene: Scene, told: Told) -> list[_Journey]:
    """All journeys of the text to a state of which the traveller is not, in its order."""
    found: list[_Journey] = []
    lowers, sentences = scene.tokens.lowers, scene.tokens.sentences
    for at in scene.tokens.places_of(TRIGGERS):
        first, last = sentences[scene.tokens.sentence_of[at]]
        travellers = _travellers(scene, first, at, told)
        for token in range(at + 1, min(last, at + WAY)):
            draft = scene.at[token]
            if draft is None or draft.first != token or not _leads(lowers, at, token):
                continue
            code = _state(scene, draft)
            if code is not None and code not in travellers:
                found.append(_journey(scene, token, code, travellers, _people(scene, first, at)))
            if code is not None:
                break
    return sorted([*found, *_receptions(scene, told), *_stays(scene, told)], key=_place)


def _stays(scene: Scene, told: Told) -> Iterator[_Journey]:
    """Where somebody meets people of the state that he is in: ``Minister Lima met her Malian counterpart in Bamako``."""
    for at, first, token, code in _settings(scene, STAYING):
        leading = next((one for one in scene.at[first:at] if one is not None and one.kind is not PLACE), None)
        if leading is None:
            continue
        travellers = _travellers(scene, leading.first, leading.last + 1, told)
        if code not in travellers and code in _travellers(scene, at, token, told):
            yield _journey(scene, token, code, travellers, _people(scene, first, at))


def _receptions(scene: Scene, told: Told) -> Iterator[_Journey]:
    """Where somebody receives a guest at home: ``Premier Lima of Peru received Minister Roy of India in Lima``."""
    for at, first, token, code in _settings(scene, HOSTS):
        guests = _travellers(scene, at, token, told)
        if guests and code not in guests and _travellers(scene, first, at, told) == {code}:
            yield _journey(scene, token, code, guests, _people(scene, at, token))


def _settings(scene: Scene, words: frozenset[str]) -> Iterator[tuple[int, int, int, str]]:
    """Each of the words with a place behind it in its sentence: the word, the begin of the sentence, the place, its state."""
    lowers = scene.tokens.lowers
    for at in scene.tokens.places_of(words):
        first, last = scene.tokens.sentences[scene.tokens.sentence_of[at]]
        for token in range(at + 1, min(last, at + STAY)):
            draft = scene.at[token]
            if draft is None or draft.kind is not PLACE or draft.first != token or lowers[token - 1] != "in":
                continue
            code = _state(scene, draft)
            if code is not None:
                yield at, first, token, code
            break


def _journey(scene: Scene, token: int, code: str, travellers: frozenset[str], people: frozenset[int]) -> _Journey:
    sentence = scene.tokens.sentence_of[token]
    return _Journey(token=token, sentence=sentence, code=code, travellers=travellers, people=people)


def _place(journey: _Journey) -> int:
    return journey.token


def _leads(lowers: list[str], at: int, token: int) -> bool:
    """Whether the words between a journey and a name lead to where it goes."""
    before = lowers[token - 1 - (lowers[token - 1] == "the")]
    if lowers[at] in ARRIVING:
        return before in IN
    if lowers[at] in BEING:
        return before == "in" and token - at <= 2
    return (lowers[at] in VISITING and token - at <= 1 + (lowers[token - 1] == "the")) or before in TO


def _travellers(scene: Scene, first: int, at: int, told: Told) -> frozenset[str]:
    """The parties of those named in a sentence before a token."""
    codes: set[str] = set()
    for draft in scene.at[first:at]:
        if draft is None or draft.kind is PLACE or _is_goal(scene, draft):
            continue
        codes |= {party.code for party, _, _ in draft.evidence} if draft.kind is not PERSON else set()
        if draft.kind is PERSON:
            codes |= {party.code for party in told.get(draft.person, ())}
    return frozenset(codes)


def _people(scene: Scene, first: int, last: int) -> frozenset[int]:
    """The numbers of the people named between two tokens."""
    return frozenset(draft.person for draft in scene.at[first:last] if draft is not None and draft.person >= 0)


def _is_goal(scene: Scene, draft: Draft) -> bool:
    """Whether a name only tells whom somebody is sent to: ``the Envoy for Sudan``."""
    lowers = scene.tokens.lowers
    return draft.kind is not PERSON and lowers[draft.first - 1 - (lowers[draft.first - 1] == "the")] in ERRANDS


def _state(scene: Scene, draft: Draft) -> str | None:
    """The state that a name stands for as a place: itself, or that of its capital."""
    if draft.kind is PARTY and len(draft.evidence) == 1 and draft.evidence[0][0].kind is PartyKind.STATE:
        return None if draft.adjective else draft.evidence[0][0].code
    if draft.kind is not PLACE or draft.place is None or draft.place.name in THIRD:
        return None
    code = scene.lexicon.names.at_seat_of(draft.place) or draft.place.country
    return code if code in scene.lexicon.names.parties else None


def _host(scene: Scene, draft: Draft, journeys: list[_Journey], guesses: Guesses) -> str | None:
    """The state of the journey on which somebody is met; none where he is met elsewhere, or by his own."""
    last = bisect_left(journeys, draft.first, key=_place) - 1
    if last < 0 or draft.sentence - journeys[last].sentence > LASTING:
        return None
    journey = journeys[last]
    begin = _begin(scene, draft)
    meets = (
        _is_seen(scene, draft, begin) or _sees(scene, draft) or _is_listed(scene, draft, begin, guesses, journey.code)
    )
    if not meets:
        return None
    there = _elsewhere(scene, draft)
    code = journey.code if there is None else there
    first = scene.tokens.sentences[draft.sentence][0]
    meeting = _people(scene, first, begin)
    if there is None and meeting and journey.people and meeting.isdisjoint(journey.people):
        return None  # somebody else meets him
    return None if code in _travellers(scene, first, begin, guesses.told) - journey.travellers - {code} else code


def _begin(scene: Scene, draft: Draft) -> int:
    """Where the words for somebody begin, with the post and what stands before it."""
    first = scene.tokens.sentences[draft.sentence][0]
    begin = draft.first if draft.post is None else min(draft.post[0], draft.first)
    for _ in range(STEPS):
        addressed = begin > first and bool(scene.bits[begin - 1] & ADDRESS)  # "Mr.", "H.E."
        if begin <= first or not (addressed or scene.tokens.lowers[begin - 1] in ARTICLES - {"and", "also"}):
            break
        begin -= 1
    return begin


def _is_seen(scene: Scene, draft: Draft, begin: int) -> bool:
    """Whether the words before somebody tell of a meeting with him."""
    lowers = scene.tokens.lowers
    before = lowers[begin - 1] if begin else ""
    if before in SEEING:
        return True
    if before in ("on", "upon"):
        called = begin > 1 and lowers[begin - 2] in ("called", "call", "calls", "calling")
        return called and lowers[draft.last : draft.last + 1] != ["to"]  # "called on him to resign"
    if before == "by":
        return begin > 1 and lowers[begin - 2] in RECEIVED
    if before == "with":
        return not TALKING.isdisjoint(lowers[max(0, begin - BACK) : begin - 1])
    return False


def _sees(scene: Scene, draft: Draft) -> bool:
    """Whether somebody receives the visitor: ``Minister Karim met him at the airport``, ``hosted a dinner in her honour``."""
    last = scene.tokens.sentences[draft.sentence][1]
    lowers = scene.tokens.lowers[draft.last : min(last, draft.last + 3 * BACK)]
    words = lowers[1:] if lowers[:1] in (["later"], ["then"], ["also"], ["will"], [","]) else lowers
    if not words or (words[0] not in RECEIVED and words[0] not in ("hosted", "gave", "host", "receive")):
        return False
    return words[1:2] in (["him"], ["her"], ["them"]) or not HONOURS.isdisjoint(words)


def _is_listed(scene: Scene, draft: Draft, begin: int, guesses: Guesses, code: str) -> bool:
    """Whether somebody is named in one list with whoever is met: ``met President Lima and army chief Paz``."""
    lowers = scene.tokens.lowers
    for _ in range(STEPS):
        at = begin - 1
        at -= lowers[at] == "with"
        if at < 1 or lowers[at] not in ("and", ","):
            return False
        at -= lowers[at - 1] == "," and lowers[at] == "and"
        other = scene.at[at - 1]
        if other is None or other.kind is not PERSON or other is draft:
            return False
        parties = guesses.told.get(other.person, ())
        if parties and not any(party.code == code for party in parties):
            return False
        begin = _begin(scene, other)
        if _is_seen(scene, other, begin):
            return True
    return False


def _elsewhere(scene: Scene, draft: Draft) -> str | None:
    """The state whose capital is named right behind somebody: ``met President Silva in Colombo``."""
    at = draft.last
    if scene.tokens.lowers[at : at + 1] not in (["in"], ["at"]) or at + 1 >= len(scene.at):
        return None
    place = scene.at[at + 1]
    if place is None or place.kind is not PLACE or place.place is None:
        return None
    return scene.lexicon.names.at_seat_of(place.place)
