"""Which way from the day of publication a date without a year or week points, by the verb it stands with."""

from __future__ import annotations

from diplomod.reading.parts import Tokens

PAST, OPEN, FUTURE = -1, 0, 1
PLANNED_THEN = 2  # planned at a time that is over, for a day that may not be: the nearest one

# Prepositions and participles that look ahead, whatever the verb before them: "put off until Monday".
AHEAD = frozenset("until till by starting beginning effective before".split())
PLANNED = frozenset(
    "scheduled set slated due planned expected supposed bound likely postponed delayed rescheduled deferred adjourned "
    "payable upcoming deadline tentatively foreseen pencilled penciled slotted earmarked envisaged arranged billed fixed "
    "discussion".split()
)
MODALS_AHEAD = frozenset("will would shall should may might can could must 'll 'd wo ca".split())
REPORTING = frozenset("says say tells tell reports writes adds notes".split())
# Verbs whose present tense is that of a timetable: "talks resume on Monday".
TIMETABLED = frozenset(
    """resume meet begin start open visit arrive travel convene gather expire depart fly host leave return end close conclude
    finish wrap head go come land receive reach""".split()
)
MONTHS = frozenset("january february march april may june july august september october november december".split())
WENT = frozenset("sent dispatched went flew travelled traveled came arrived returned drove gathered convened".split())
ERRAND = 10  # tokens between a verb and what somebody goes for
FINITE_TAGS = frozenset("VBD VBZ VBP MD".split())
STILL = 16  # tokens behind a verb within which what became of a plan is told
INTENDING = frozenset(
    "considering planning weighing preparing mulling discussing contemplating organising organizing".split()
)
PUT_OFF = frozenset("postponed delayed deferred adjourned rescheduled".split())
WAS = frozenset(("was", "were"))
PROPOSING = frozenset("proposed offered suggested invited requested".split())
ENCOUNTERS = frozenset("talks meeting summit session conference round".split())
_REACH = 40


def direction(tokens: Tokens, first: int, last: int) -> int:
    """PAST, FUTURE, PLANNED_THEN, or OPEN where no verb tells, for the expression at tokens `first` to `last`.

    ``They will meet on Thursday`` is FUTURE; ``They met on Thursday`` is PAST.
    """
    begin, end = tokens.sentences[tokens.sentence_of[first]]
    lowers = tokens.lowers
    tags = tokens.tags
    if first > begin and lowers[first - 1] in AHEAD:
        return _deadline(tokens, begin, first, last, end)
    for at in range(first - 1, max(begin, first - _REACH) - 1, -1):
        word = lowers[at]
        if word in PUT_OFF and tags[at] == "VBD" and first - at <= 2 and lowers[at + 1 : first] in ([], ["on"]):
            return PAST  # "adjourned on Tuesday"
        announced = word == "announced" and lowers[at + 1 : at + 2] == ["for"]
        if (word in PLANNED or announced) and at > first - 6:
            way = _planned(tokens, begin, end, at)
            named = way == FUTURE and tags[at] in ("VBN", "VBD") and not MONTHS.isdisjoint(lowers[first:last])
            return PLANNED_THEN if named else way  # "a meeting scheduled for April"
        tag = tags[at]
        if tag[:1] == "V" or tag == "MD":
            told = _verb(tokens, begin, at)
            if told == FUTURE and "to" in lowers[max(begin, at - 2) : at] and _at_encounter(tokens, at, first):
                continue
            if told == PAST and word in PROPOSING and first - at > 3:
                return FUTURE  # "proposed a meeting in April"
            if told is not None:
                return told
        elif word in (";", "--", "—"):
            break
    for at in range(last, min(end, last + _REACH)):
        tag = tags[at]
        if tag == "MD":
            return FUTURE
        if tag == "VBD":
            return PAST
        if tag in ("VBZ", "VBP"):
            follows = lowers[at + 1 : at + 3]
            if lowers[at] in ("has", "have", "'ve") or lowers[at] in REPORTING:
                return PAST
            return FUTURE if "to" in follows or any(word in PLANNED for word in follows) else OPEN
    return OPEN


def _at_encounter(tokens: Tokens, at: int, first: int) -> bool:
    """Whether the date is that of an encounter at which something was agreed: ``agreed to go on at talks in Oslo in May``."""
    between = tokens.lowers[at:first]
    return "at" in between and not ENCOUNTERS.isdisjoint(between[between.index("at") :])


def _deadline(tokens: Tokens, begin: int, first: int, last: int, end: int) -> int:
    """``By Monday they had filed`` looks back, as does ``had filed by Monday``; ``by Monday`` else ahead."""
    if "had" in tokens.lowers[max(begin, first - 8) : first]:
        return PAST
    if first - begin > 2:
        return FUTURE
    for tag in tokens.tags[last : min(end, last + _REACH)]:
        if tag in ("MD", "VBZ", "VBP"):
            return FUTURE
        if tag == "VBD":
            return PAST
    return FUTURE


def _planned(tokens: Tokens, begin: int, end: int, at: int) -> int:
    """``had been scheduled for`` looks back, ``scheduled for`` ahead; ``planned for May, was called off`` is open."""
    if not {"had", "was", "were"}.isdisjoint(tokens.lowers[max(begin, at - 4) : at]):
        return PLANNED_THEN
    tag = tokens.tags[at]
    if tag == "VBD" and "had" in tokens.lowers[at + 1 : min(end, at + 9)]:
        return OPEN  # "scheduled for 30 January had not taken place"
    if tag == "VBN" and tokens.tags[at - 1 : at] != ["VBZ"] and tokens.tags[at - 1 : at] != ["VBP"]:
        for tag in tokens.tags[at + 1 : min(end, at + 9)]:
            if tag == "VBD":
                return OPEN
            if tag in ("VBZ", "VBP", "MD", "."):
                break
    return FUTURE


def _verb(tokens: Tokens, begin: int, at: int) -> int | None:
    """Where the verb at `at` points, None for one that leaves it to a verb before it."""
    tag, word = tokens.tags[at], tokens.lowers[at]
    before = tokens.lowers[max(begin, at - 4) : at]
    if tag == "VBD":
        return PAST
    if tag == "MD":
        return FUTURE
    if tag in ("VB", "VBP") and any(w in MODALS_AHEAD for w in before):
        return FUTURE
    if tag == "VB":
        if "to" in before:
            # "agreed to meet", "plans to meet"; "had to leave", "used to meet" look back
            to = at - 1 - before[::-1].index("to")
            if to - 2 >= begin and tokens.lowers[to - 2] == "had" and tokens.tags[to - 1] in ("VBN", "VBD"):
                return PLANNED_THEN  # "had refused to meet"
            if _is_purpose(tokens, begin, to):
                return PAST  # "flew to Oslo to see her on Monday"
            if to > begin and _was_to(tokens, begin, to, at):
                return PLANNED_THEN  # "was to resume", "was due to make"
            return (
                PAST if to > begin and tokens.lowers[to - 1] in ("had", "used", "began", "able", "failed") else FUTURE
            )
        return PAST if any(w in ("did", "n't") for w in before[-2:]) else None
    if tag == "VBN":
        if any(w in MODALS_AHEAD for w in before) and not any(w in ("have", "'ve") for w in before):
            return FUTURE
        if before[-2:] == ["to", "have"] or before[-3:] == ["to", "have", "been"]:
            return PLANNED_THEN  # "were to have met on Friday"
        if any(w in ("has", "have", "had", "'ve", "was", "were", "'s", "'d") for w in before):
            return PAST
        if "be" in before:
            return FUTURE
        return PAST if not any(w in ("is", "are", "am") for w in before) else None
    if tag == "VBG":
        if any(w in ("will", "'ll", "be", "to") for w in before):
            return FUTURE
        if any(w in ("is", "are", "am", "'re", "'m") for w in before):
            return FUTURE
        if word in INTENDING and any(w in ("was", "were") for w in before):
            return PLANNED_THEN  # "was considering a trip in July"
        return PAST if any(w in ("was", "were", "been") for w in before) else None
    if tag in ("VBZ", "VBP"):
        if word in ("has", "have", "'ve"):
            return PAST
        return PAST if word in REPORTING else FUTURE if _base(word) in TIMETABLED else OPEN
    return None


def _is_purpose(tokens: Tokens, begin: int, to: int) -> bool:
    """Whether what ``to`` leads to is what somebody went, or was sent, for: ``sent an envoy to see him``."""
    for at in range(to - 1, max(begin, to - ERRAND) - 1, -1):
        if tokens.tags[at][:1] == "V" or tokens.tags[at] == "MD":
            return tokens.tags[at] == "VBD" and tokens.lowers[at] in WENT
    return False


def _was_to(tokens: Tokens, begin: int, to: int, at: int) -> bool:
    """Whether what ``to`` leads to was planned at a time that is over: ``were to resume on Monday but were put off``, not ``that
    were to resume on Monday have been put off``."""
    words = tokens.lowers[max(begin, to - 3) : to]
    planned = words[-1] in WAS or (words[-1] in PLANNED and not WAS.isdisjoint(words))
    if not planned:
        return False
    end = tokens.sentences[tokens.sentence_of[at]][1]
    behind = (number for number in range(at + 1, min(end, at + STILL)) if tokens.tags[number] in FINITE_TAGS)
    finite = next(behind, -1)
    return finite < 0 or tokens.lowers[finite] not in ("has", "have")


def _base(word: str) -> str:
    """The base form of a verb in the third person: ``fly`` of ``flies``."""
    if word.endswith(("oes", "ches", "shes", "sses")):
        return word.removesuffix("es")
    return f"{word.removesuffix('ies')}y" if word.endswith("ies") else word.removesuffix("s")
