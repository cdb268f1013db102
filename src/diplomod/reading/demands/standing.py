"""Which of the rules for stances can hold for a verb: `rules_for`, so that the others needn't look at its clause."""

from __future__ import annotations

import functools
from collections.abc import Callable, Set

from diplomod.lexicon.verbs import SENSES_KEPT
from diplomod.reading.demands.delays import CONVEYS, DECIDES, TELLS, put_off
from diplomod.reading.demands.doings import (
    HEEDING,
    ORDAINS,
    PLAIN,
    TIES,
    contrary,
    did,
    goes_on,
    granted,
    heeded,
    supplied,
    tied_to,
    will,
)
from diplomod.reading.demands.drafts import View
from diplomod.reading.demands.pointing import GIVEN, Found
from diplomod.reading.demands.sayings import (
    APART,
    GRANTS,
    JUDGES,
    MEETS,
    PASSES,
    PONDERS,
    REPLIES,
    WILL,
)
from diplomod.reading.demands.stances import (
    CARRIES,
    DECRIES,
    MOVES,
    NAMES_IT,
    TABLE,
    accepted,
    answered,
    does,
    idiom,
    judged,
    offered,
    ready,
    rejected,
    said_back,
    there_is_none,
)
from diplomod.reading.parts import Clause

Rule = Callable[[View, Clause], Found]
# The verbs, without their particles, that tell of putting off.
PUTS_OFF = frozenset(
    (
        *REPLIES,
        *TELLS,
        *GIVEN,
        *DECIDES,
        *PASSES,
        *CONVEYS,
        *PONDERS,
        *"""react depend hinge decide take make reach ask need request seek want expect be receive come get have put raise await
        wait remain look say require handle treat deal""".split(),
    )
)
ANSWERED = MOVES | DECRIES | frozenset("be remain stay stand clos close settle respond reply react answer".split())
READYING = frozenset("be stand remain will declare prepare open incline dispose mind ready happy able".split())
OFFERED = frozenset("offer propose suggest table put call press push argue ask prefer".split())
AHEAD = WILL | frozenset(("should", "must"))


@functools.lru_cache(maxsize=SENSES_KEPT)
def rules_for(lemma: str, senses: frozenset[str], modal: str | None, negated: bool) -> tuple[Rule, ...]:
    """The rules that can hold for such a verb, in their order; what they ask of its clause they see to themselves."""
    return tuple(rule for rule, verbs in WHICH if verbs(lemma, senses, modal, negated))


def _among(lemma: str, verbs: Set[str]) -> bool:
    """Whether a verb is one of some, with its particle or without it; a form that no list knows may lack its last letter."""
    head = lemma.partition(" ")[0]
    return lemma in verbs or head in verbs or f"{head}e" in verbs


def _can_judge(lemma: str, senses: frozenset[str], modal: str | None, negated: bool) -> bool:
    return lemma in NAMES_IT or lemma in JUDGES or lemma in ("say", "have", "be")


def _can_reject(lemma: str, senses: frozenset[str], modal: str | None, negated: bool) -> bool:
    return not negated and ("reject" in senses or lemma in APART or lemma in ("defend", "justify"))


def _can_do(lemma: str, senses: frozenset[str], modal: str | None, negated: bool) -> bool:
    return lemma in MEETS or lemma in CARRIES or lemma in ("do", "will", "would")


def _can_accept(lemma: str, senses: frozenset[str], modal: str | None, negated: bool) -> bool:
    return "accept" in senses or lemma in GRANTS or lemma in ("live", "welcome", "applaud", "hail")


def _can_offer(lemma: str, senses: frozenset[str], modal: str | None, negated: bool) -> bool:
    return not negated and ("counter" in senses or modal in AHEAD or lemma.partition(" ")[0] in OFFERED)


# Each rule with what its verb must be.
WHICH: tuple[tuple[Rule, Callable[[str, frozenset[str], str | None, bool], bool]], ...] = (
    (heeded, lambda lemma, senses, modal, negated: _among(lemma, HEEDING.done.keys())),
    (idiom, lambda lemma, senses, modal, negated: _among(lemma, TABLE.rows.keys())),
    (judged, _can_judge),
    (
        put_off,
        lambda lemma, senses, modal, negated: negated or lemma.partition(" ")[0] in PUTS_OFF or lemma in PUTS_OFF,
    ),
    (answered, lambda lemma, senses, modal, negated: lemma in ANSWERED),
    (rejected, _can_reject),
    (does, _can_do),
    (ready, lambda lemma, senses, modal, negated: _among(lemma, READYING)),
    (accepted, _can_accept),
    (supplied, lambda lemma, senses, modal, negated: not negated),
    (offered, _can_offer),
    (contrary, lambda lemma, senses, modal, negated: not negated),
    (goes_on, lambda lemma, senses, modal, negated: not negated and modal in ("will", "would", "shall")),
    (said_back, lambda lemma, senses, modal, negated: True),
    (there_is_none, lambda lemma, senses, modal, negated: lemma in ("be", "have", "hold") and modal is None),
    (
        granted,
        lambda lemma, senses, modal, negated: modal is None and (_among(lemma, ORDAINS) or lemma in ("be", "get")),
    ),
    (tied_to, lambda lemma, senses, modal, negated: not negated and lemma in TIES),
    (did, lambda lemma, senses, modal, negated: not negated and modal is None and lemma not in PLAIN),
    (will, lambda lemma, senses, modal, negated: modal is not None),
)
