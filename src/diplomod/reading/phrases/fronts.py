"""Where the time and place end that a sentence begins with, and its subject begins: no comma need stand between them."""

from __future__ import annotations

from diplomod.lexicon import Lexicon
from diplomod.lexicon.names import NameKind
from diplomod.reading.parts import Tokens

WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset(
    """january february march april may june july august september october november december jan feb mar apr jun jul aug sept
    sep oct nov dec jan. feb. mar. apr. jun. jul. aug. sept. oct. nov. dec.""".split()
)
PARTS = frozenset("morning afternoon evening night noon midnight dawn dusk".split())
UNITS = frozenset(
    "hour hours day days night nights week weeks weekend weekends month months year years decade decades".split()
)
WHICH = frozenset("last next this that earlier late early later".split())
NOW = frozenset("yesterday today tomorrow tonight".split())
AGO = frozenset("earlier later ago before after".split())
NUMBERS = frozenset("a one two three four five six seven eight nine ten several some many few just".split())
MID = frozenset("the early late mid middle end beginning start of same following next previous day and".split())
DATING = frozenset("on in since until by during from before after at".split())
LONGEST = 5  # tokens of a time
EVENTS = frozenset(
    """summit talks meeting meetings conference session visit trip call vote election elections ceremony development move
    response return reply retaliation protest part turn addition contrast statement interview speech letter message
    tweet post address sidelines briefing time moment remarks phone telephone video press news joint separate
    written televised""".split()
)
HEADS = EVENTS - frozenset("phone telephone video press news joint separate written televised".split())
INTRODUCING = frozenset("IN RB RBR JJ CC".split())  # "Also on Tuesday", "Late on Tuesday", "But in March"
ALONE = frozenset("DT CD".split())  # "This week", "Two days earlier"
LEADING = frozenset("IN TO".split())
SUBJECTS = frozenset("NNP NNPS".split())
SEATS = (NameKind.INSTITUTION, NameKind.BODY)  # "at the United Nations"
PLACES = (NameKind.CAPITAL, NameKind.PLACE, NameKind.STATE, NameKind.REGION)


def front_of(tokens: Tokens, lexicon: Lexicon, begin: int, last: int) -> int:
    """The token that the subject begins with, where a name follows upon a time, a place or an occasion; else `begin`.

    ``On Tuesday Peruvian President Ana Lima met him``: the subject begins at ``Peruvian``.
    """
    tags = tokens.tags
    at = begin + (tags[begin] == "``")
    if at >= last or (tags[at] not in INTRODUCING and tags[at] not in ALONE and tokens.lowers[at] not in NOW):
        return begin
    while at + 2 < last and tags[at] in INTRODUCING and tags[at] != "IN" and tags[at + 1] == "IN":
        at += 1
    if at + 2 >= last:
        return begin
    end = _alone(tokens, at, last)
    if end == at:
        end = _led(tokens, lexicon, at, last)
    while at < end < last and tags[end] in LEADING:
        further = _led(tokens, lexicon, end, last)
        if further == end:
            return begin
        end = further
    if at < end < last - 1 and tags[end] == ",":
        return end + 1  # "On Tuesday, Kenyan and Ugandan officials met": no list
    begins = at < end < last and (tags[end] in SUBJECTS or (tags[end] == "JJ" and tokens.words[end][0].isupper()))
    return end if begins else begin


def time_at(tokens: Tokens, at: int, last: int) -> int:
    """The end of a time that a noun phrase begins with, where another name follows upon it; `at` where none does.

    ``said that on [Tuesday] [Peruvian officials] met``, ``had met on [5 May] [President Lima]``.
    """
    lowers, tags = tokens.lowers, tokens.tags
    led = at > 0 and lowers[at - 1] in DATING
    if not (
        lowers[at] in WHICH or (led and (lowers[at] in WEEKDAYS or lowers[at] in MONTHS or tags[at] in ("CD", "JJ")))
    ):
        return at
    end, named = at, False
    while end < last and end - at < LONGEST:
        known = lowers[end] in WEEKDAYS or lowers[end] in MONTHS or lowers[end] in UNITS or lowers[end] in PARTS
        if not (known or lowers[end] in WHICH or tags[end] == "CD"):
            break
        named = named or known
        end += 1
    year = end == at + 1 and len(lowers[at]) == 4 and lowers[at][:2] in ("19", "20")
    if end == at or end >= last or not (named or year):
        return at
    return end if tags[end] in SUBJECTS or (tags[end] == "JJ" and tokens.words[end][0].isupper()) else at


def _alone(tokens: Tokens, at: int, last: int) -> int:
    """The end of a time without a preposition: ``Last week``, ``Yesterday``, ``Two days earlier``; `at` where there is none."""
    lowers = tokens.lowers
    if lowers[at] in NOW:
        return at + 1 + (lowers[at + 1 : at + 2] != [] and lowers[at + 1] in PARTS)
    end = at
    while end < last and lowers[end] in WHICH:
        end += 1
    if end > at:
        return end + 1 if end < last and lowers[end] in UNITS | WEEKDAYS | MONTHS | PARTS else at
    while end < last and (lowers[end] in NUMBERS or tokens.tags[end] == "CD"):
        end += 1
    if at < end < last - 1 and lowers[end] in UNITS and lowers[end + 1] in AGO:
        return end + 2
    return at


def _led(tokens: Tokens, lexicon: Lexicon, at: int, last: int) -> int:
    """The end of a time, place or occasion behind the preposition at `at`, or `at`."""
    lowers, tags = tokens.lowers, tokens.tags
    if tags[at] not in LEADING or at + 1 >= last:
        return at
    end = at + 1
    while end < last and (
        lowers[end] in WEEKDAYS
        or lowers[end] in MONTHS
        or lowers[end] in UNITS
        or lowers[end] in PARTS
        or lowers[end] in MID
        or lowers[end] in WHICH
        or tags[end] == "CD"
    ):
        end += 1
    told = lowers[end - 1]
    if end > at + 1 and (told in WEEKDAYS or told in MONTHS or told in UNITS or told in PARTS or tags[end - 1] == "CD"):
        return end
    end = at + 1 + (tags[at + 1] in ("DT", "PRP$"))
    while end < last and (lowers[end] in EVENTS or (tags[end] == "JJ" and tokens.words[end][0].islower())):
        end += 1
    if lowers[end - 1] in HEADS and tags[end - 1][:2] == "NN":
        return end
    first = at + 1 + (tags[at + 1] == "DT")
    if lowers[at] in ("in", "at") and first < last and tags[first] in SUBJECTS:
        name = lexicon.names.at(tokens.words, lowers, first)
        if name is not None and (name[1].kind in PLACES or (lowers[at] == "at" and name[1].kind in SEATS)):
            return name[0]
    return at
