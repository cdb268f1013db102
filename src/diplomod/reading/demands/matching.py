"""How well a reply fits a demand: by roles, by words in common, by what points back, by nearness."""

from __future__ import annotations

from bisect import bisect_left

from diplomod.model import Stance
from diplomod.reading.demands.doings import HEEDING
from diplomod.reading.demands.drafts import Aim, Draft, View, place_of
from diplomod.reading.demands.ledger import FAR, Ledger
from diplomod.reading.demands.likeness import MEANING_OF, contrary_to, stems
from diplomod.reading.demands.pointing import Reference
from diplomod.reading.demands.replies import Reply

NEAR = 8  # sentences: how far the others may stand
THERE = 2  # sentences: how far what "that idea" points at may stand
FADING = 8  # sentences behind which nearness counts no more, where the words are alike
LIKER = 4  # sentences that each word in common lets whom was asked answer farther off
WEIGHT = {
    Reference.RELATIVE: 2.5,
    Reference.NOUN: 2.25,
    Reference.PRONOUN: 1.75,
    Reference.BARE: 1.25,
    Reference.OFFER: 0.75,
    Reference.NEXT: 0.5,
    Reference.SAME: 0.25,
    Reference.DONE: 0.25,
    Reference.GIVEN: 0.25,
    Reference.HEEDED: 0.25,
    Reference.CONTRARY: 0.75,
    Reference.HINT: 0.75,
    Reference.OWN: 0.25,
    Reference.NONE: -1.0,
}
# How many sentences behind the demand it may stand.
REACHES = {
    Reference.RELATIVE: 0,
    Reference.NEXT: 1,
    Reference.OWN: 2,
    Reference.SAME: 3,
    Reference.DONE: 3,
    Reference.GIVEN: 3,
    Reference.HEEDED: 3,
    Reference.CONTRARY: 3,
    Reference.HINT: 3,
    Reference.OFFER: 3,
    Reference.NONE: 1,
    Reference.PRONOUN: 4,
    Reference.BARE: 5,
}
PLAINLY = frozenset((Reference.NOUN, Reference.RELATIVE, Reference.PRONOUN, Reference.BARE))
POINTS = frozenset(
    (
        Reference.NOUN,
        Reference.BARE,
        Reference.PRONOUN,
        Reference.GIVEN,
        Reference.DONE,
        Reference.CONTRARY,
        Reference.SAME,
    )
)
DEEDS = frozenset((Reference.DONE, Reference.GIVEN, Reference.HEEDED))
VERBS = frozenset((Reference.NONE, Reference.SAME))
ADDRESSEE, UNTOLD, OUTSIDER, NOBODY = 2.0, 0.75, -0.25, 0.75
SAME_WORDS, MOST_WORDS = 1.0, 2
BESIDE = 0.5
AWAY, OTHER_PARAGRAPH = 0.15, 0.1
HAVE = frozenset("has have had 've 'd".split())
LIMITS = (["only"], ["if"], ["once"], ["when"], ["unless"], ["after"], ["by"])
MEN = frozenset("men women pair duo trio two three four group".split())
THOSE = frozenset("both all the".split())


def names_maker(ledger: Ledger, reply: Reply, draft: Draft) -> bool:
    """Whether a refusal names who demands: ``ruled out talks with the rebels``."""
    makers = draft.makers(ledger.view)
    within = ledger.view.cast.between(reply.head, min(reply.told[1], reply.head + FAR))
    return reply.stance is Stance.REJECTED and not makers.isdisjoint(ledger.view.codes(within))


def rate(ledger: Ledger, reply: Reply, draft: Draft) -> float:
    """How well a reply fits a demand; what is plainly none of it is rated at -9.

    ``Oslo urged Lima to pay. Lima refused.``: what the other side says right behind, and that points back, fits best.
    """
    view = ledger.view
    codes = [party.code for party in reply.voices]
    to = {party.code for party in draft.told}
    by = draft.makers(view)
    if len(codes) > 1 and not set(codes).isdisjoint(by) and reply.joint and reply.reference not in DEEDS:
        return -9.0  # both agreed on something
    if reply.joint and (
        reply.reference is Reference.OWN or (reply.lemma == "agree" and reply.reference is Reference.HINT)
    ):
        return -9.0  # "the parties did not agree on a solution"
    if any(code in to for code in codes):
        score = ADDRESSEE
    elif not codes or (codes[0] in by and (is_open(reply) or (reply.loose and ledger.common(reply, draft)))):
        alone = len(to) == 1 or (reply.both and len(to) > 1)
        score = NOBODY if alone and (reply.loose or is_open(reply)) else -9.0
    elif codes[0] in by or (
        not to
        and draft.aim is Aim.ANYBODY
        and reply.reference not in (Reference.NOUN, Reference.RELATIVE)
        and not reply.back
    ):
        return -9.0
    elif not to or (draft.guessed and _is_near(ledger, reply, draft)):
        score = UNTOLD
    elif reply.pointed or reply.reference in (Reference.RELATIVE, Reference.PRONOUN):
        score = OUTSIDER
    else:
        return -9.0
    if reply.lemma in ("raise", "bring") and any(code in by for code in codes):
        return -9.0  # "he will raise the matter", who demands it
    if reply.whose and not any(party.code in by | to for party in reply.whose):
        return -9.0  # "accepted the demand of Sweden": that of others
    reference = reply.reference
    score += WEIGHT[reference]
    common = len(ledger.common(reply, draft))
    tied = reply.stance is Stance.CONDITIONAL  # "would depend on the conduct of the rebels"
    if reference is Reference.HINT and not tied and _of_others(ledger, reply, {*codes, *to, *by}):
        return -9.0
    if reference is Reference.DONE and (_takes_pronoun(view, reply) or _of_them(view, reply)):
        common = max(1, common)  # "released them"
    if reference in DEEDS and reference is not Reference.HEEDED and not common:
        return -9.0
    if reference is Reference.HEEDED:
        if not _heeds(ledger, reply, draft, common):
            return -9.0
        common = max(1, common)
    if reference is Reference.CONTRARY and not _is_contrary(ledger, reply, draft, common):
        return -9.0
    if reference in (Reference.SAME, Reference.DONE) and not ledger.stems[id(draft)] & stems(
        view, reply.head, reply.head + 1
    ):
        return -9.0
    near = nearest(draft, reply.head).sentence
    if reply.demonstrative and view.tokens.sentence_of[reply.head] - near > THERE:
        return -9.0
    away = abs(view.tokens.sentence_of[reply.head] - near)
    if reference is Reference.OWN and not common and _needs_words(reply, away):
        return -9.0
    score += SAME_WORDS * min(MOST_WORDS, common)
    if not to and not away and reference is Reference.HINT:
        score += BESIDE  # "Lisbon asked for peacekeepers; Jakarta was opposed"
    if reference is Reference.OFFER and reply.pointed and away == 1 and (not to or draft.guessed):
        score += BESIDE  # "Lima asked for a truce. Oslo rejected the proposal."
    if reference is Reference.PRONOUN and not to and away == 1:
        score += 2 * BESIDE  # "wants the men freed. An official said that would not happen."
    if reply.stance is Stance.COUNTERED and not to and away <= 1 and "CD" in view.tokens.tags[slice(*draft.content)]:
        score += 2 * BESIDE  # "Lima demands 36 dollars a barrel. Oslo has offered less."
    if not to and away == 1 and reference is Reference.CONTRARY:
        score += BESIDE  # "Lima demanded their release. Oslo says the men will be tried."
    if not codes and reference in (Reference.SAME, Reference.DONE):
        score += SAME_WORDS  # "the act would not be suspended", said by somebody of a side not told
    alike = 0
    if not to.isdisjoint(codes):
        same_verb = not ledger.stems[id(draft)].isdisjoint(stems(view, reply.head, reply.head + 1))
        alike = min(MOST_WORDS, common + same_verb)
        score += SAME_WORDS * (same_verb and reference in VERBS and (common > 0 or _takes_pronoun(view, reply)))
    if away - LIKER * alike > REACHES.get(reference, NEAR):
        return -9.0
    score -= AWAY * (min(away, FADING) if alike else away)
    paragraphs = view.document.sentence_paragraphs
    if paragraphs[view.tokens.sentence_of[reply.head]] != paragraphs[near]:
        score -= OTHER_PARAGRAPH
    return score


def _is_near(ledger: Ledger, reply: Reply, draft: Draft) -> bool:
    """Whether a reply of somebody who was not thought to be asked shows that he was: right behind, and plainly to this."""
    away = ledger.view.tokens.sentence_of[reply.head] - draft.sentence
    return reply.reference in PLAINLY and away <= 1


def _heeds(ledger: Ledger, reply: Reply, draft: Draft, common: int) -> bool:
    """Whether what is done is what was demanded, in other words, and to what was told of."""
    rows = reply.rows & ledger.rows[id(draft)]
    if not rows:
        return False
    if common or _takes_pronoun(ledger.view, reply) or _of_them(ledger.view, reply):
        return True
    near = ledger.view.tokens.lowers[reply.told[0] : min(reply.told[1], reply.head + 8)]
    things = [HEEDING.objects[row] for row in rows]
    return any(known is None or not known.isdisjoint(near) for known in things)


def _is_contrary(ledger: Ledger, reply: Reply, draft: Draft, common: int) -> bool:
    """Whether a reply tells of the contrary of what was demanded; who is to stand trial is not freed."""
    first = reply.head if reply.verb is None else reply.verb[0]
    tokens = ledger.view.tokens
    if tokens.tags[first] == "VBD" and not (common or _takes_pronoun(ledger.view, reply)):
        return False  # "kept the peace"
    meant = contrary_to(reply.lemma) or {MEANING_OF["release"]}
    return not meant.isdisjoint(ledger.stems[id(draft)])


def _of_others(ledger: Ledger, reply: Reply, known: set[str]) -> bool:
    """Whether a reply known by an idiom only tells of somebody else: ``held firm against Norway``."""
    first, last = max(reply.told[0], reply.head - FAR), min(reply.told[1], reply.head + FAR)
    return any(
        party.code not in known
        for number in ledger.view.cast.between(first, last)
        for party in ledger.view.mention(number).parties
    )


def nearest(draft: Draft, token: int) -> Draft:
    """Where a demand is told last before a token."""
    told = bisect_left(draft.again, token, key=place_of)
    return draft.again[told - 1] if told else draft


def is_open(reply: Reply) -> bool:
    """Whether whoever answers may be somebody else than those for whom it was taken: nobody answers himself."""
    guessed = reply.loose and (reply.reference in POINTS or reply.stance is Stance.DEFERRED)
    return reply.impersonal or reply.pronoun or guessed


def _takes_pronoun(view: View, reply: Reply) -> bool:
    """Whether the verb has only a pronoun behind it, or nothing: ``will release them``, ``will withdraw.``"""
    behind = reply.head + 1 if reply.verb is None else reply.verb[1]
    if view.tokens.lowers[behind : behind + 1] in (["them"], ["it"], ["him"], ["her"]):
        return True
    alone = view.tokens.tags[behind : behind + 1] in (["."], [","]) or view.tokens.lowers[behind : behind + 1] in LIMITS
    group = view.tokens.lowers[slice(*reply.verb)] if reply.verb is not None else []
    perfect = not HAVE.isdisjoint(group) and "been" not in group
    passive = view.tokens.tags[reply.head] == "VBN" and not perfect  # its subject tells what it is of
    return not passive and (
        alone or view.time_at(behind + (view.tokens.lowers[behind : behind + 1] == ["on"])) is not None
    )


def _of_them(view: View, reply: Reply) -> bool:
    """Whether the subject of a verb points back: ``both men were freed``."""
    words = view.tokens.lowers[reply.told[0] : reply.head][:3]
    if words[:1] in (["he"], ["she"], ["they"], ["it"]) and not reply.by:
        return True  # "He was pardoned"
    return not MEN.isdisjoint(words) and not THOSE.isdisjoint(words)


def _needs_words(reply: Reply, away: int) -> bool:
    """Whether a reply that tells of something itself must share words with the demand: ``rejected a loan``; what is given
    right behind it need not (``agreed to weekly figures``), nor what is offered instead."""
    if reply.stance is Stance.DEFERRED or (reply.gives and reply.stance is Stance.COUNTERED):
        return False
    return reply.stance is Stance.REJECTED or not reply.gives or away > 1
