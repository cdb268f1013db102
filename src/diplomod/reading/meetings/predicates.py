"""What behind ``be`` makes an encounter more or less sure: ``is on the cards``, ``is on hold``, ``remains possible``."""

from __future__ import annotations

from diplomod.model import MeetingStatus
from diplomod.reading.meetings.context import Context
from diplomod.reading.parts import Clause

HELD, PLANNED, POSSIBLE = MeetingStatus.HELD, MeetingStatus.PLANNED, MeetingStatus.POSSIBLE
ONGOING, RULED_OUT = MeetingStatus.ONGOING, MeetingStatus.RULED_OUT
CANCELLED, POSTPONED = MeetingStatus.CANCELLED, MeetingStatus.POSTPONED

STATES = frozenset("be remain stay look seem appear hang".split())
LINKS = frozenset("on in under out up off".split())
REACH = 5  # tokens behind the verb
AGENDAS = {
    "agenda": PLANNED,
    "schedule": PLANNED,
    "calendar": PLANNED,
    "works": POSSIBLE,
    "cards": POSSIBLE,
    "table": POSSIBLE,
    "horizon": POSSIBLE,
    "offing": POSSIBLE,
    "discussion": POSSIBLE,
    "consideration": POSSIBLE,
    "doubt": POSSIBLE,
    "balance": POSSIBLE,
    "air": POSSIBLE,
    "question": RULED_OUT,
    "preparation": PLANNED,
    "hold": POSTPONED,
    "ice": POSTPONED,
}
# What stands after be: "the visit was now off", "talks are under way".
PREDICATES = {
    "off": CANCELLED,
    "cancelled": CANCELLED,
    "underway": ONGOING,
    "under": ONGOING,
    "ongoing": ONGOING,
    "over": HELD,
    "possible": POSSIBLE,
    "likely": POSSIBLE,
    "unlikely": POSSIBLE,
    "uncertain": POSSIBLE,
    "impossible": RULED_OUT,
    "due": PLANNED,
    "planned": PLANNED,
    "imminent": PLANNED,
}
# What tells as much with "not" before it.
FIRM = frozenset((POSTPONED, RULED_OUT, CANCELLED))


def predicated(context: Context, clause: Clause) -> MeetingStatus | None:
    """What the words behind the verb make of the encounter that is its subject, None if they tell nothing of the kind."""
    verb, lowers = clause.verb, context.tokens.lowers
    words = lowers[verb.last : min(clause.last, verb.last + REACH)]
    found = _linked(words) or next((PREDICATES[word] for word in words[:4] if word in PREDICATES), None)
    if found is None or (verb.negated and found in FIRM):
        return POSSIBLE if found is RULED_OUT else None  # "is not out of the question"
    return RULED_OUT if verb.negated else found


def _linked(words: list[str]) -> MeetingStatus | None:
    """What ``on the agenda``, ``out of the question``, ``still under discussion`` make of it."""
    at = next((number for number, word in enumerate(words[:3]) if word in LINKS), None)
    if at is None or (words[at] == "under" and words[at + 1 : at + 2] == ["way"]):
        return None
    found = next((AGENDAS[word] for word in words[at + 1 :] if word in AGENDAS), None)
    return POSSIBLE if found is RULED_OUT and words[at] != "out" else found
