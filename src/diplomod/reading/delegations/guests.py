"""Those who stand between or beside the sides: hosts, mediators, witnesses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from diplomod.lexicon import Lexicon
from diplomod.model import Attendance
from diplomod.reading.delegations.notes import Note, attendance_of, before_post, end_of_sentence
from diplomod.reading.parts import Cast, Clause, Form, Mention, MentionKind, Phrases, Rule, Tense, Tokens

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
PERSON = MentionKind.PERSON
PARTICIPLE, FINITE, PRESENT = Form.PARTICIPLE, Form.FINITE, Tense.PRESENT

REACH = 40  # tokens that a list of people with their posts may take
GAP = 12  # tokens between somebody and the words that tell what he is there as
PRESENCE = frozenset(("presence", "attendance"))
STANDING = frozenset("mediate host chair".split())  # senses of verbs of who stands between the sides
CALLING = frozenset(
    "convene preside moderate facilitate organize organise open address witness oversee observe monitor".split()
)
DOING = frozenset(
    """acting serving looking presiding mediating hosting chairing moderating facilitating shuttling watching
    observing""".split()
)
BETWEEN = frozenset("teams sides delegations rooms parties camps two leaders them hotels ministers".split())
POSTS = frozenset("mediator facilitator moderator intermediary go-between convener convenor broker".split())
WATCHES = frozenset(("look on", "look", "watch", "stand by", "applaud"))
STANDS_AS = frozenset("host chair mediator facilitator moderator witness observer".split())
NOT_NOW = frozenset("former ex-mediator then".split())
SITTINGS = frozenset("talks meeting summit conference signing".split())


def find_guests(
    tokens: Tokens, phrases: Phrases, cast: Cast, clauses: Sequence[Clause], lexicon: Lexicon
) -> Iterator[Note]:
    """All notes of who is there without being a side.

    ``The two presidents met in Doha in the presence of the emir, Sheikh Omar`` gives one of Sheikh Omar.
    """
    if not PRESENCE.isdisjoint(tokens.vocabulary):
        yield from _in_presence(tokens, cast)
    if not (DOING | STANDS_AS).isdisjoint(tokens.vocabulary):
        yield from _with(tokens, cast)
    for clause in clauses:
        verb = clause.verb
        if verb.lemma in WATCHES and not verb.passive and "as" in tokens.lowers[clause.first - 1 : clause.first + 1]:
            yield from _looking(cast, clauses, clause)
        if STANDING.isdisjoint(verb.senses) and verb.lemma.partition(" ")[0] not in CALLING:
            continue
        if verb.passive or verb.form is PARTICIPLE:
            yield from _by(tokens, cast, clauses, clause)
        elif verb.lemma == "shuttle" or (
            verb.form is FINITE and (verb.tense is not PRESENT or verb.progressive)
        ):  # "who mediates" is a task
            yield from _guiding(tokens, phrases, cast, clauses, clause, lexicon)
    if not POSTS.isdisjoint(tokens.vocabulary):
        yield from _by_post(tokens, cast)


def _in_presence(tokens: Tokens, cast: Cast) -> Iterator[Note]:
    """``in the presence of President Ana Lima and Premier Luis Paz``; ``in Lima's presence``."""
    lowers = tokens.lowers
    for at in tokens.places_of(PRESENCE):
        end = tokens.sentences[tokens.sentence_of[at]][1]
        if lowers[at + 1 : at + 2] == ["of"] and lowers[at - 2 : at] == ["in", "the"]:
            people = _listed(tokens, cast, at + 2, min(end, at + REACH))
            if people:
                yield _note(_in_presence, at, people, Attendance.ATTENDED, (at - 2, cast.mentions[people[-1]].last))
        elif lowers[at - 1 : at] == ["in"]:  # "with President Lima and Premier Paz in attendance"
            begin = max(tokens.sentences[tokens.sentence_of[at]][0], at - REACH)
            lead = next((one for one in range(at - 2, begin, -1) if lowers[one] == "with"), at)
            people = _listed(tokens, cast, lead + 1, at)
            if people:
                yield _note(_in_presence, at, people, Attendance.ATTENDED, (lead, at + 1))


def _with(tokens: Tokens, cast: Cast) -> Iterator[Note]:
    """``They met in Lomé, with President Ana Lima acting as mediator``; ``with Luis Paz shuttling between the rooms``."""
    for at in (*tokens.places_of(DOING), *_as_whom(tokens)):
        number = cast.at[at - 1] if at else -1
        if number < 0 or cast.mentions[number].kind is not PERSON:
            continue
        first = cast.mentions[number].first
        begin = max(tokens.sentences[tokens.sentence_of[at]][0], first - GAP)
        lead = next((one for one in range(first - 1, begin, -1) if tokens.lowers[one] == "with"), None)
        if lead is not None and not any(tag[:2] == "VB" for tag in tokens.tags[lead:first]):
            yield _note(_with, at, [number], Attendance.ATTENDED, (lead, at + 1))


def _looking(cast: Cast, clauses: Sequence[Clause], clause: Clause) -> Iterator[Note]:
    """``The ministers signed the accord as President Ana Lima looked on``."""
    people = [number for number in clause.actors if cast.mentions[number].kind is PERSON]
    if people:
        yield _note(_looking, clause.verb.head, people, attendance_of(clauses, clause), (clause.first, clause.last))


def _as_whom(tokens: Tokens) -> Iterator[int]:
    """The place of ``as`` before what somebody is there for: ``with President Ana Lima as host``."""
    for at in tokens.places_of(STANDS_AS):
        before = at - 1 - (tokens.lowers[at - 1] in ("a", "an", "the", "their"))
        if before > 0 and tokens.lowers[before] == "as":
            yield before


def _by(tokens: Tokens, cast: Cast, clauses: Sequence[Clause], clause: Clause) -> Iterator[Note]:
    """``at talks convened by President Ana Lima``; ``The session was moderated by envoy Luis Paz``."""
    last = clause.verb.last
    if tokens.lowers[last : last + 1] != ["by"]:
        return
    people = _listed(tokens, cast, last + 1, max(clause.last, min(last + GAP, end_of_sentence(tokens, last))))
    if people:
        yield _note(_by, clause.verb.head, people, attendance_of(clauses, clause), (clause.first, clause.last))


def _guiding(
    tokens: Tokens, phrases: Phrases, cast: Cast, clauses: Sequence[Clause], clause: Clause, lexicon: Lexicon
) -> Iterator[Note]:
    """``President Ana Lima, who hosted the session``; ``Luis Paz shuttled between the two teams``; ``opened the conference``."""
    above = clause
    while not above.actors and above.governor is not None and above.verb.form is not FINITE:
        above = clauses[above.governor]  # "had spent the day shuttling between the rooms"
    people = [number for number in above.actors if cast.mentions[number].kind is PERSON]
    if not people or not (_has_sitting(phrases, tokens, clause, lexicon) or _shuttles(tokens, clause)):
        return
    yield _note(_guiding, clause.verb.head, people, attendance_of(clauses, clause), (clause.first, clause.last))


def _has_sitting(phrases: Phrases, tokens: Tokens, clause: Clause, lexicon: Lexicon) -> bool:
    """Whether what somebody hosts or opens is an encounter that the text takes as known: ``the session``, ``this round``."""
    for first, _ in clause.objects[:1]:
        number = phrases.noun_at[first]
        if number < 0:
            return False
        noun = phrases.nouns[number]
        known = tokens.lowers[noun.first] in ("the", "this", "these", "both", "their")
        return known and not lexicon.nouns.senses(tokens.lowers[noun.head]).isdisjoint(SITTINGS)
    return False


def _shuttles(tokens: Tokens, clause: Clause) -> bool:
    lowers = tokens.lowers
    behind = lowers[clause.verb.last : min(clause.last, clause.verb.last + GAP)]
    return clause.verb.lemma == "shuttle" and behind[:1] == ["between"] and not BETWEEN.isdisjoint(behind)


def _by_post(tokens: Tokens, cast: Cast) -> Iterator[Note]:
    """``The mediator, Luis Paz, urged both sides to be patient``: he is in the talks."""
    told: set[str] = set()
    for number, mention in enumerate(cast.mentions):
        if mention.person is None or mention.role is None or mention.pronoun or mention.person.name in told:
            continue
        words = set(mention.role.text.lower().split())
        now = not POSTS.isdisjoint(words) and NOT_NOW.isdisjoint(words)
        if now or not POSTS.isdisjoint(_apposed(tokens, mention)):
            told.add(mention.person.name)
            note = _note(_by_post, mention.head, [number], Attendance.ATTENDED, (mention.first, mention.last))
            yield attrs.evolve(note, by_post=True)


def _apposed(tokens: Tokens, mention: Mention) -> list[str]:
    """The word before the comma before a post: ``The facilitator, former president Luis Paz``."""
    at, begin = before_post(tokens, mention)
    at -= tokens.tags[at] in ("JJ", "NNP", "POS")  # "The facilitator, Togolese minister Luis Paz"
    return tokens.lowers[at - 1 : at] if tokens.lowers[at] == "," and at > begin else []


def _listed(tokens: Tokens, cast: Cast, first: int, last: int) -> list[int]:
    """The people named one behind the other, up to the next verb."""
    found: list[int] = []
    at = first
    for number in cast.between(first, last):
        mention = cast.mentions[number]
        if any(tag[:2] == "VB" or tag == "MD" for tag in tokens.tags[at : mention.first]):
            break
        at = mention.last
        if mention.kind is PERSON and not mention.pronoun:
            found.append(number)
    return found


def _note(rule: Rule, token: int, people: Sequence[int], attendance: Attendance, evidence: tuple[int, int]) -> Note:
    return Note(
        token=token,
        people=tuple(people),
        party=None,
        attendance=attendance,
        evidence=evidence,
        rule=rule,
        guests=True,
        between=True,
    )
