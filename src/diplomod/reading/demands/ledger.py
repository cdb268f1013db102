"""What is known of demands while answers to them are looked for: their words, and who has answered how."""

from __future__ import annotations

from collections.abc import Sequence

from diplomod.model import Party, Stance
from diplomod.reading.demands.doings import HEEDING
from diplomod.reading.demands.drafts import Draft, View
from diplomod.reading.demands.likeness import stems
from diplomod.reading.demands.pointing import Reference
from diplomod.reading.demands.replies import Reply
from diplomod.reading.demands.sides import may_be_guessed

FIRM = frozenset((Stance.ACCEPTED, Stance.REJECTED, Stance.CONDITIONAL))
FIRMLY = frozenset((Reference.NOUN, Reference.RELATIVE, Reference.SAME, Reference.DONE))
MOST = 16  # demands that are looked back at
FAR = 60  # words of a reply that are compared


class Ledger:
    """The drafts in order, each with the stems of its content, and what has been answered by whom."""

    def __init__(self, view: View, drafts: Sequence[Draft]) -> None:
        """Note what is demanded: nothing is answered yet."""
        self.view = view
        self.drafts = sorted(drafts, key=lambda draft: draft.content)
        tellings = [one for draft in drafts for one in (draft, *draft.again)]
        self.words = {draft.token for draft in tellings}
        self.stems = {id(draft): stems(view, *draft.content, without=sides_of(view, draft)) for draft in drafts}
        self.rows = {id(draft): self._asked(draft) for draft in drafts}
        self.last: tuple[Reply | None, frozenset[str]] = (None, frozenset())
        self.inside = {token for draft in tellings for token in range(*draft.content)}
        self.given: dict[tuple[int, str], tuple[Stance, int]] = {}
        self.shown: set[int] = set()

    def _asked(self, draft: Draft) -> frozenset[int]:
        """The rows of the table of what heeds a demand that its words ask for."""
        forms, lowers = self.view.lexicon.verbs.forms, self.view.tokens.lowers
        words = lowers[slice(*draft.content)]
        return HEEDING.rows_asked([*words, *(lemma for word in words for lemma, _ in forms.get(word, ()))])

    def tell_apart(self) -> None:
        """Mark what the words of demands themselves tell to be answered."""
        for draft in self.drafts:
            if draft.answer is not None:
                known = self.view.parties(draft.answer[0]) or draft.told
                told = draft.answer[1], draft.sentence
                self.given.update(((id(draft), party.code), told) for party in known)

    def is_settled(self, draft: Draft, party: Party, reply: Reply) -> bool:
        """Whether a side has answered; who has put it off may do so firmly: ``will study it … rejected the demand``."""
        stance, sentence = self.given.get((id(draft), party.code), (None, 0))
        later = self.view.tokens.sentence_of[reply.head] > sentence
        if stance is Stance.REJECTED and reply.stance is Stance.COUNTERED and reply.reference is Reference.BARE:
            return not later  # "rejected this. … proposed instead that"
        firm = reply.stance in FIRM and reply.reference in FIRMLY
        return stance is not None and not (stance is Stance.DEFERRED and later and firm)

    def show(self, draft: Draft, party: Party) -> None:
        """Who answers is who was asked, and nobody else where that was guessed."""
        if draft.guessed and any(party.code == one.code for one in draft.told):
            return
        if may_be_guessed(self.view, draft, draft.makers(self.view)):
            shown = draft.told if id(draft) in self.shown else ()
            draft.told, draft.guessed = (*shown, party), True
            self.shown.add(id(draft))

    def common(self, reply: Reply, draft: Draft) -> frozenset[str]:
        """The stems of the words that both have, without the word that answers."""
        if self.last[0] is not reply:
            first, last = max(reply.told[0], reply.head - FAR), min(reply.told[1], reply.head + FAR)
            self.last = reply, stems(self.view, first, reply.head) | stems(self.view, reply.head + 1, last)
        return self.stems[id(draft)] & self.last[1]


def sides_of(view: View, draft: Draft) -> set[str]:
    """The codes of those who demand and of whom."""
    return draft.makers(view) | {party.code for party in draft.told}
