"""Answers to demands: replies linked to what they answer, by roles, by words in common, by what points back, by nearness."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence

import attrs

from diplomod.model import Party, Stance
from diplomod.reading.demands.answer import Answer
from diplomod.reading.demands.countering import find_in_turn
from diplomod.reading.demands.doings import will
from diplomod.reading.demands.drafts import Draft, View
from diplomod.reading.demands.ledger import MOST, Ledger
from diplomod.reading.demands.likeness import MEANING_OF, stems
from diplomod.reading.demands.matching import is_open, names_maker, nearest, rate
from diplomod.reading.demands.nouns import find_by_nouns
from diplomod.reading.demands.pointing import Reference, is_demand
from diplomod.reading.demands.replies import Reply, find_replies
from diplomod.reading.demands.sayings import ORDINALS
from diplomod.reading.parts import ParagraphKind

WINDOW = 14  # sentences after a demand in which an answer to it is looked for
TOP, LEAD = 3, 10  # sentences at the top, which may tell what answers a demand that is told by there
BEHIND = 4  # sentences behind an answer in which the demand may be told
ENOUGH = 1.75
STOPS = frozenset("stop halt cease end suspend cancel abandon refrain freeze avoid drop scrap not call".split())
FLIPPED = {Stance.ACCEPTED: Stance.REJECTED, Stance.REJECTED: Stance.ACCEPTED}
AHEAD = frozenset((Reference.NOUN, Reference.SAME, Reference.DONE, Reference.GIVEN, Reference.OWN, Reference.CONTRARY))
DELAYS = frozenset("suspend suspension postpone postponement delay defer deferral moratorium pause freeze".split())


def find_answers(view: View, drafts: Sequence[Draft]) -> Iterator[Answer]:
    """The answers to `drafts`, in the order of the text."""
    if not drafts:
        return
    for draft in drafts:
        if draft.answer is not None:
            who, told, words = draft.answer
            several = view.parties(who)
            party = draft.told[0] if not who and len(draft.told) == 1 else None
            if not who and party is None:
                continue
            for one in several if len(several) > 1 else [party]:
                yield Answer(
                    to=(draft,),
                    by=who if len(several) < 2 else (),
                    party=one,
                    stance=told,
                    evidence=words,
                    token=words[0],
                    rule=find_by_nouns,
                )
    ledger = Ledger(view, drafts)
    ledger.tell_apart()
    links = _Links(ledger)
    tellings = [one for draft in drafts for one in (draft, *draft.again)]
    near = {number for draft in tellings for number in range(draft.sentence, draft.sentence + WINDOW + 1)}
    if min(draft.sentence for draft in drafts) <= LEAD:
        near |= set(range(TOP))
    near |= {number for one in tellings if _had(view, one) for number in range(one.sentence - BEHIND, one.sentence)}
    for reply in find_replies(view, near):
        yield from links.answers(reply)
    yield from find_in_turn(ledger)


class _Links:
    """Which of the demands each reply answers."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.view = ledger.view
        self.drafts = ledger.drafts

    def answers(self, reply: Reply) -> Iterator[Answer]:
        """The answers that `reply` makes: one, or one for each of several who answer (``Lima and Oslo accepted``), or none."""
        answer = self.answer(reply)
        if answer is None:
            return
        yield answer
        codes = {party.code for party in reply.voices}
        told_at = answer.stance, self.view.tokens.sentence_of[reply.head]
        told = {party.code: party for draft in answer.to for party in draft.told}
        for code, party in told.items() if reply.both or reply.joint else ():
            meant = tuple(draft for draft in answer.to if (id(draft), code) not in self.ledger.given)
            if (reply.both or code in codes) and meant:
                self.ledger.given.update(((id(draft), code), told_at) for draft in meant)
                yield attrs.evolve(answer, to=meant, by=(), party=party)

    def answer(self, reply: Reply) -> Answer | None:
        """The first answer that `reply` makes, None if it answers nothing here."""
        asks = reply.stance in (Stance.CONDITIONAL, Stance.COUNTERED)  # what is asked in turn may answer
        if reply.head in self.ledger.inside or (reply.head in self.ledger.words and not asks):
            return None
        rated = [(rate(self.ledger, reply, draft), draft) for draft in self._before(reply)]
        if not rated or max(score for score, _ in rated) < ENOUGH:
            rated = [(rate(self.ledger, reply, draft), draft) for draft in self._later(reply)]
        best = max((score for score, _ in rated), default=0.0)
        if best < ENOUGH:
            return None
        nearest = [draft for score, draft in rated if score > best - 0.01][-1]
        closer = self._closer(reply, nearest, rated)
        if closer is not None:
            nearest, best = closer
        meant = [nearest]
        if reply.reference not in (Reference.OWN, Reference.NONE):
            level = ENOUGH if reply.plural or reply.reference is Reference.BARE else best - 0.01
            meant = [draft for score, draft in rated if self._beside(reply, draft, nearest) and score >= level]
        meant = self._counted(reply, meant, nearest)
        party = self._party(reply, meant[-1])
        if party is None:
            return None
        meant = [draft for draft in meant if not self.ledger.is_settled(draft, party, reply)]
        if not meant:
            return None
        for draft in meant:
            if draft.guessed or not draft.told:
                self.ledger.show(draft, party)
        told = reply.stance, self.view.tokens.sentence_of[reply.head]
        self.ledger.given.update(((id(draft), party.code), told) for draft in meant)
        by = tuple(n for n in reply.by if any(one.code == party.code for one in self.view.mention(n).parties))
        return Answer(
            to=tuple(meant),
            by=by,
            party=party,
            stance=self._stance(reply, meant),
            evidence=reply.evidence,
            token=reply.head,
            rule=reply.rule,
            verb=reply.verb,
        )

    def _closer(self, reply: Reply, best: Draft, rated: list[tuple[float, Draft]]) -> tuple[Draft, float] | None:
        """What stands closer than the demand that a reply answers best, where that has been answered by the same side."""
        here = self.view.tokens.sentence_of[reply.head]
        if not any((id(best), party.code) in self.ledger.given for party in reply.voices[:1]):
            return None
        for score, draft in reversed(rated):
            fresh = all((id(draft), party.code) not in self.ledger.given for party in reply.voices[:1])
            if score >= ENOUGH and fresh and best.sentence < draft.sentence and here - draft.sentence <= 1:
                return draft, score
        return None

    def _counted(self, reply: Reply, meant: list[Draft], nearest: Draft) -> list[Draft]:
        """Of several demands the one that is counted out: ``accepted the first and rejected the third``."""
        lowers, tags = self.view.tokens.lowers, self.view.tokens.tags
        behind = reply.head + 1, min(reply.told[1], reply.head + 5)
        for first, last in (behind, (max(reply.told[0] + 1, reply.head - 8), reply.head)):
            for token in range(first, last):
                place = ORDINALS.get(lowers[token])
                if place is None or lowers[token - 1] != "the":
                    continue
                named = tags[token + 1 : token + 2] == ["NN"]
                of_same = self._of_same(nearest)
                if len(of_same) > max(1, place) and (not named or is_demand(self.view, token + 1)):
                    return [of_same[place]]
        return meant

    def _of_same(self, nearest: Draft) -> list[Draft]:
        """What the same side demands of the same side, in order."""
        makers = nearest.makers(self.view)
        return [draft for draft in self.drafts if draft.makers(self.view) == makers and _told(draft) == _told(nearest)]

    def _beside(self, reply: Reply, draft: Draft, nearest: Draft) -> bool:
        """Whether a reply to a demand answers another too: one told by the same words, by a second verb of the sentence
        (``demands an explanation and expects Lima to pay``), or any of the side where it speaks of all."""
        if draft.token == nearest.token:
            return True
        same = draft.makers(self.view) == nearest.makers(self.view) and draft.told == nearest.told
        return same and (reply.plural or (draft.sentence == nearest.sentence and reply.reference is Reference.BARE))

    def _before(self, reply: Reply) -> Iterator[Draft]:
        """The demands that stand before a reply, not too far off, and those that its own sentence names."""
        sentence = self.view.tokens.sentence_of[reply.head]
        here = bisect.bisect_right(self.drafts, reply.head, key=_place)
        for draft in self.drafts[max(0, here - MOST) : here + 2]:
            first, last = draft.content
            away = sentence - nearest(draft, reply.head).sentence
            before = draft.token < reply.head or (away == 0 and draft.rule.__name__ == "_of_noun")
            if 0 <= away <= WINDOW and before and not first <= reply.head < last:
                yield draft

    def _later(self, reply: Reply) -> Iterator[Draft]:
        """The demands that a text tells of only behind an answer: ``Lima will not withdraw. … Oslo had called on it to``."""
        sentence = self.view.tokens.sentence_of[reply.head]
        document = self.view.document
        kind = document.paragraphs[document.sentence_paragraphs[sentence]].kind
        if reply.reference not in AHEAD or kind is ParagraphKind.TITLE:
            return
        here = bisect.bisect_right(self.drafts, reply.head, key=_place)
        for draft in self.drafts[here : here + MOST]:
            if draft.sentence - sentence > BEHIND:
                break
            told = {party.code for party in draft.told}
            if not any(party.code in told for party in reply.voices):
                continue
            if _had(self.view, draft) or (names_maker(self.ledger, reply, draft) and self.ledger.common(reply, draft)):
                yield draft

    def _stance(self, reply: Reply, meant: list[Draft]) -> Stance:
        """How it answers: agreeing to what the demand says nothing of accepts a part (``agreed to weekly figures``)."""
        if reply.rule is will and reply.stance in FLIPPED and any(self._is_against(reply, draft) for draft in meant):
            return FLIPPED[reply.stance]  # "We will drill", asked to stop the drilling
        if reply.stance is Stance.ACCEPTED and reply.reference is Reference.OWN:
            if not any(self.ledger.common(reply, draft) for draft in meant) or self._otherwise(reply, meant):
                return Stance.PARTLY_ACCEPTED
        if reply.stance is Stance.DEFERRED and self._asks_delay(meant) and self.ledger.common(reply, meant[-1]):
            return Stance.ACCEPTED
        return reply.stance

    def _is_against(self, reply: Reply, draft: Draft) -> bool:
        """Whether a reply speaks of just what a demand wants ended: ``will drill``, asked to ``stop drilling``."""
        first, last = draft.content
        lowers = self.view.tokens.lowers
        at = next((token for token in range(first, min(last, first + 4)) if lowers[token] in STOPS), -1)
        verb = stems(self.view, reply.head, reply.head + 1)
        return at >= 0 and MEANING_OF["stop"] not in verb and not verb.isdisjoint(stems(self.view, at + 1, last))

    def _asks_delay(self, meant: list[Draft]) -> bool:
        """Whether a demand is for a delay, so that whoever puts it off accepts."""
        wanted = {self.view.tokens.lowers[token] for draft in meant for token in range(*draft.content)}
        return not DELAYS.isdisjoint(wanted)

    def _otherwise(self, reply: Reply, meant: list[Draft]) -> bool:
        """Whether it gives a thing of another sort or number than was demanded: ``weekly figures`` for ``daily data``."""
        tags, lowers = self.view.tokens.tags, self.view.tokens.lowers
        wanted = {lowers[token] for draft in meant for token in range(*draft.content)}
        return any(
            tags[token] in ("JJ", "CD") and tags[token + 1][:2] == "NN" and lowers[token] not in wanted
            for token in range(reply.head + 1, min(reply.told[1], reply.head + 6) - 1)
        )

    def _party(self, reply: Reply, draft: Draft) -> Party | None:
        """Whom of those that the reply may speak for it speaks for here."""
        to = draft.told
        codes = {party.code for party in to}
        for party in reply.voices:
            if party.code in codes:
                return party
        open_ = reply.loose or is_open(reply)
        if reply.voices and not (open_ and reply.voices[0].code in draft.makers(self.view)):
            return reply.voices[0]
        return to[0] if len(to) == 1 or (reply.both and to) else None


def _told(draft: Draft) -> set[str]:
    """The codes of those of whom something is demanded."""
    return {party.code for party in draft.told}


def _had(view: View, draft: Draft) -> bool:
    """Whether a demand is told of as made before what the text tells: ``had called on Lima``."""
    return "had" in view.tokens.lowers[max(draft.evidence[0], draft.token - 3) : draft.token]


def _place(draft: Draft) -> int:
    return draft.content[0]
