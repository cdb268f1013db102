"""Encounters asked about, by what is answered: ``Will she see him on Thursday? - No.``, ``Did they speak? - They did.``"""

from __future__ import annotations

from collections.abc import Sequence

from diplomod.model import MeetingStatus
from diplomod.reading.meetings.context import Context, Sighting
from diplomod.reading.meetings.sides import distinct

HELD, PLANNED, POSSIBLE = MeetingStatus.HELD, MeetingStatus.PLANNED, MeetingStatus.POSSIBLE
SHORT = 7  # tokens of an answer in which it says yes or no
TOLD = range(1, 3)  # sentences behind a question in which the answer tells of it in its own words
DENYING = frozenset("no not n't never nothing none neither".split())
PLANS = frozenset(
    "plan plans planned scheduled program programme agenda schedule cards meeting meetings foreseen".split()
)
AFFIRMING = frozenset("yes indeed correct certainly confirm".split())
PRONOUNS = frozenset("i he she we they it".split())
AUXILIARIES = frozenset("did do does will has have had is are was were".split())
LEANING = frozenset(
    "hope like welcome possible possibility consider discussing considering exploring look dates working invited".split()
)


def answer_questions(context: Context, sightings: Sequence[Sighting]) -> None:
    """Make an instance of what a question speaks of, where the answer tells how sure it is."""
    if "?" not in context.tokens.vocabulary:
        return
    told = {one.sentence for one in sightings if one.strong and one.status is not MeetingStatus.RULED_OUT}
    for sighting in sightings:
        if (
            sighting.strong
            or not _is_question(context, sighting.sentence)
            or sighting.status is MeetingStatus.RULED_OUT
        ):
            continue
        if distinct(context, [presence.mention for presence in sighting.sides]) < 2:
            continue
        answer = _answer(context, sighting.sentence)
        if answer is not None and told.isdisjoint(sighting.sentence + behind for behind in TOLD):
            _settle(context, sighting, *answer)


def _is_question(context: Context, sentence: int) -> bool:
    return context.tokens.lowers[context.tokens.sentences[sentence][1] - 1] == "?"


def _answer(context: Context, sentence: int) -> tuple[int, int] | None:
    """The sentence behind a question, without the name of whoever speaks; None if that is a question too."""
    if sentence + 1 >= len(context.tokens.sentences) or _is_question(context, sentence + 1):
        return None
    first, last = context.tokens.sentences[sentence + 1]
    label = next((at for at in range(first, min(last, first + SHORT)) if context.tokens.lowers[at] == ":"), first - 1)
    return label + 1, last


def _settle(context: Context, sighting: Sighting, first: int, last: int) -> None:
    lowers = context.tokens.lowers
    words, opening = lowers[first:last], lowers[first : first + SHORT]
    ahead = sighting.status in (PLANNED, POSSIBLE)
    if opening[:1] == ["no"] or (not DENYING.isdisjoint(words) and not PLANS.isdisjoint(words)):
        sighting.status, sighting.strong = (MeetingStatus.RULED_OUT, True) if ahead else (sighting.status, False)
    elif opening[:1] and (opening[0] in AFFIRMING or _repeats(opening)):
        times = context.times_in.get(context.tokens.sentence_of[first], ())
        sighting.strong = True
        if sighting.when is None and times:
            sighting.when = times[0].when
    elif ahead and not LEANING.isdisjoint(words):
        sighting.status, sighting.strong = POSSIBLE, True


def _repeats(words: Sequence[str]) -> bool:
    """Whether an answer only repeats the verb: ``He did, last Thursday.``"""
    return words[0] in PRONOUNS and words[1:2] != [] and words[1] in AUXILIARIES and words[2:3] in ([","], ["."], [";"])
