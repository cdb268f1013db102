"""Answers to demands: replies linked to what they answer, by roles, by words in common, by what points back, by nearness."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence

import attrs

from diplomod.model import Party, Stance
from diplomod.reading.demands.doings import HEEDING, will
from diplomod.reading.demands.drafts import Aim, Draft, Range, View
from diplomod.reading.demands.likeness import MEANING_OF, contrary_to, stems
from diplomod.reading.demands.nouns import find_by_nouns
from diplomod.reading.demands.pointing import Reference, has, is_demand
from diplomod.reading.demands.replies import Reply, find_replies
from diplomod.reading.demands.sayings import ORDINALS
from diplomod.reading.demands.sides import may_be_guessed
from diplomod.reading.parts import ParagraphKind, Rule, frozen

MOST = 16  # demands that are looked back at
FAR = 60  # words of a reply that are compared
WINDOW = 14  # sentences after a demand in which an answer to it is looked for
NEAR = 8  # sentences: how far the others may stand
SHORT = 4  # words of a demand that is no more than another measure
TOP, LEAD = 3, 10  # sentences at the top, which may tell what answers a demand that is told by there
THERE = 2  # sentences: how far what "that idea" points at may stand
BEHIND = 4  # sentences behind an answer in which the demand may be told
FADING = 8  # sentences behind which nearness counts no more, where the words are alike
LIKER = 4  # sentences that each word in common lets whom was asked answer farther off
ENOUGH = 1.75
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
STOPS = frozenset("stop halt cease end suspend cancel abandon refrain freeze avoid drop scrap not call".split())
FLIPPED = {Stance.ACCEPTED: Stance.REJECTED, Stance.REJECTED: Stance.ACCEPTED}
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
AHEAD = frozenset((Reference.NOUN, Reference.SAME, Reference.DONE, Reference.GIVEN, Reference.OWN, Reference.CONTRARY))
UNITS = frozenset(
    "hours days weeks months years dollars euros pounds yuan roubles rubles percent % per barrels tonnes tons troops "
    "soldiers kilometres kilometers km miles seats million billion".split()
)
LIMITS_OF = frozenset("deadline timetable date extension postponement delay term".split())
DEEDS = frozenset((Reference.DONE, Reference.GIVEN, Reference.HEEDED))
FIRM = frozenset((Stance.ACCEPTED, Stance.REJECTED, Stance.CONDITIONAL))
FIRMLY = frozenset((Reference.NOUN, Reference.RELATIVE, Reference.SAME, Reference.DONE))
VERBS = frozenset((Reference.NONE, Reference.SAME))
TURN = 4  # sentences within which one demand answers another
TURNED = frozenset("instead responded replied countered retorted reciprocally".split())
IN_TURN = {"in": [["in", "turn"], ["in", "return"], ["in", "response"], ["in", "reply"]]}
ADDRESSEE, UNTOLD, OUTSIDER, NOBODY = 2.0, 0.75, -0.25, 0.75
SAME_WORDS, MOST_WORDS = 1.0, 2
BESIDE = 0.5
AWAY, OTHER_PARAGRAPH = 0.15, 0.1


@frozen(slots=True, kw_only=True, eq=False)
class Answer:
    """An answer in the making: whom it is by (mentions, or the party of the one who speaks), and to which drafts;
    `verb` are the words of the verb that answers, None where a noun's clause does."""

    to: tuple[Draft, ...]
    by: tuple[int, ...]
    party: Party | None
    stance: Stance
    evidence: Range
    token: int
    rule: Rule
    verb: Range | None = None


def find_answers(view: View, drafts: Sequence[Draft]) -> Iterator[Answer]:
    """The answers to `drafts`, in the order of the text."""
    if not drafts:
        return
    for draft in drafts:
        if draft.answer is not None:
            who, told, words = draft.answer
            party = draft.told[0] if not who and len(draft.told) == 1 else None
            if not who and party is None:
                continue
            yield Answer(
                to=(draft,), by=who, party=party, stance=told, evidence=words, token=words[0], rule=find_by_nouns
            )  # fmt: skip
    links = _Links(view, drafts)
    links.tell_apart()
    tellings = [one for draft in drafts for one in (draft, *draft.again)]
    near = {number for draft in tellings for number in range(draft.sentence, draft.sentence + WINDOW + 1)}
    if min(draft.sentence for draft in drafts) <= LEAD:
        near |= set(range(TOP))
    near |= {number for one in tellings if _had(view, one) for number in range(one.sentence - BEHIND, one.sentence)}
    for reply in find_replies(view, near):
        yield from links.answers(reply)
    yield from links.in_turn()


class _Links:
    """The drafts in order, each with the stems of its content, and what has been answered by whom."""

    def __init__(self, view: View, drafts: Sequence[Draft]) -> None:
        self.view = view
        self.drafts = sorted(drafts, key=lambda draft: draft.content)
        tellings = [one for draft in drafts for one in (draft, *draft.again)]
        self.words = {draft.token for draft in tellings}
        self.stems = {id(draft): stems(view, *draft.content, without=_sides(view, draft)) for draft in drafts}
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

    def in_turn(self) -> Iterator[Answer]:
        """Demands that answer others: ``Lima in turn demanded an apology``, from whoever had asked something of it."""
        view = self.view
        for number, draft in enumerate(self.drafts):
            by = draft.makers(view)
            first, last = view.tokens.sentences[draft.sentence]
            words = view.tokens.lowers[first:last]
            counters = self._counters(number)
            if counters is not None:
                yield counters
                continue
            comes_first = "first" in (view.tokens.lowers[draft.content[1] - 1], view.tokens.lowers[draft.token - 1])
            if len(by) != 1 or not (comes_first or has(words, IN_TURN) or not TURNED.isdisjoint(words)):
                continue
            for other in reversed(self.drafts[max(0, number - MOST) : number]):
                away = draft.sentence - other.sentence
                told = {party.code: party for party in other.told}
                asked_back = not draft.told or not other.makers(view).isdisjoint(party.code for party in draft.told)
                if 0 < away <= TURN and by <= told.keys() and asked_back and (id(other), *by) not in self.given:
                    (code,) = by
                    self.given[id(other), code] = Stance.COUNTERED, draft.sentence
                    words_of = view.trimmed(*draft.evidence)
                    yield Answer(
                        to=(other,),
                        by=draft.by,
                        party=told[code],
                        stance=Stance.COUNTERED,
                        evidence=words_of,
                        token=draft.token,
                        rule=find_in_turn,
                    )
                    break

    def _counters(self, number: int) -> Answer | None:
        """A demand of the same thing in another measure or way, right behind: ``wants a year … asked for three``: countered."""
        draft = self.drafts[number]
        by = draft.makers(self.view)
        other = self.drafts[number - 1] if number else None
        if (
            other is None
            or len(by) != 1
            or not 0 <= draft.sentence - other.sentence <= 1
            or not other.makers(self.view)
        ):
            return None
        (code,) = by
        told = {party.code: party for party in other.told}
        asked_back = not draft.told or not other.makers(self.view).isdisjoint(party.code for party in draft.told)
        if code in other.makers(self.view) or not asked_back or (id(other), code) in self.given:
            return None
        if told and code not in told and not other.guessed:
            return None
        related = bool(self.stems[id(draft)] & self.stems[id(other)]) or (
            self._measured(draft) and self._measured(other)
        )
        if not related and self.view.tokens.lowers[draft.content[1] - 1] != "first":
            return None
        party = told.get(code) or draft.party or self.view.parties(draft.by)[0]
        if code not in told:
            self._show(other, party)
        self.given[id(other), code] = Stance.COUNTERED, draft.sentence
        draft.answers = draft.content[1] - draft.content[0] < SHORT
        return Answer(
            to=(other,),
            by=draft.by,
            party=party,
            stance=Stance.COUNTERED,
            evidence=self.view.trimmed(*draft.evidence),
            token=draft.token,
            rule=find_in_turn,
        )

    def _measured(self, draft: Draft) -> bool:
        """Whether a number or a term stands in what is demanded."""
        tags, lowers = self.view.tokens.tags, self.view.tokens.lowers
        for token in range(*draft.content):
            if tags[token] == "CD" and not UNITS.isdisjoint(lowers[token + 1 : token + 3]):
                return True
        return not LIMITS_OF.isdisjoint(lowers[slice(*draft.content)])

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
            meant = tuple(draft for draft in answer.to if (id(draft), code) not in self.given)
            if (reply.both or code in codes) and meant:
                self.given.update(((id(draft), code), told_at) for draft in meant)
                yield attrs.evolve(answer, to=meant, by=(), party=party)

    def answer(self, reply: Reply) -> Answer | None:
        """The first answer that `reply` makes, None if it answers nothing here."""
        asks = reply.stance in (Stance.CONDITIONAL, Stance.COUNTERED)  # what is asked in turn may answer
        if reply.head in self.inside or (reply.head in self.words and not asks):
            return None
        rated = [(self._score(reply, draft), draft) for draft in self._before(reply)]
        if not rated or max(score for score, _ in rated) < ENOUGH:
            rated = [(self._score(reply, draft), draft) for draft in self._later(reply)]
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
        meant = _counted(self.view, reply, meant, self._of_same(nearest))
        party = self._party(reply, meant[-1])
        if party is None:
            return None
        meant = [draft for draft in meant if not self._is_settled(draft, party, reply)]
        if not meant:
            return None
        for draft in meant:
            if draft.guessed or not draft.told:
                self._show(draft, party)
        told = reply.stance, self.view.tokens.sentence_of[reply.head]
        self.given.update(((id(draft), party.code), told) for draft in meant)
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

    def _is_settled(self, draft: Draft, party: Party, reply: Reply) -> bool:
        """Whether a side has answered; who has put it off may do so firmly: ``will study it … rejected the demand``."""
        stance, sentence = self.given.get((id(draft), party.code), (None, 0))
        later = self.view.tokens.sentence_of[reply.head] > sentence
        if stance is Stance.REJECTED and reply.stance is Stance.COUNTERED and reply.reference is Reference.BARE:
            return not later  # "rejected this. … proposed instead that"
        firm = reply.stance in FIRM and reply.reference in FIRMLY
        return stance is not None and not (stance is Stance.DEFERRED and later and firm)

    def _closer(self, reply: Reply, best: Draft, rated: list[tuple[float, Draft]]) -> tuple[Draft, float] | None:
        """What stands closer than the demand that a reply answers best, where that has been answered by the same side."""
        here = self.view.tokens.sentence_of[reply.head]
        if not any((id(best), party.code) in self.given for party in reply.voices[:1]):
            return None
        for score, draft in reversed(rated):
            fresh = all((id(draft), party.code) not in self.given for party in reply.voices[:1])
            if score >= ENOUGH and fresh and best.sentence < draft.sentence and here - draft.sentence <= 1:
                return draft, score
        return None

    def _show(self, draft: Draft, party: Party) -> None:
        """Who answers is who was asked, and nobody else where that was guessed."""
        if draft.guessed and any(party.code == one.code for one in draft.told):
            return
        if may_be_guessed(self.view, draft, draft.makers(self.view)):
            shown = draft.told if id(draft) in self.shown else ()
            draft.told, draft.guessed = (*shown, party), True
            self.shown.add(id(draft))

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
            away = sentence - _nearest(draft, reply.head).sentence
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
            if _had(self.view, draft) or (self._names(reply, draft) and self.common(reply, draft)):
                yield draft

    def _names(self, reply: Reply, draft: Draft) -> bool:
        """Whether a refusal names who demands: ``ruled out talks with the rebels``."""
        makers = draft.makers(self.view)
        within = self.view.cast.between(reply.head, min(reply.told[1], reply.head + FAR))
        return reply.stance is Stance.REJECTED and not makers.isdisjoint(self.view.codes(within))

    def _score(self, reply: Reply, draft: Draft) -> float:
        view = self.view
        codes = [party.code for party in reply.voices]
        to = {party.code for party in draft.told}
        by = draft.makers(view)
        if len(codes) > 1 and not set(codes).isdisjoint(by) and reply.joint and reply.reference not in DEEDS:
            return -9.0  # both agreed on something
        if reply.joint and reply.reference is Reference.OWN:
            return -9.0  # "the parties did not agree on a solution"
        if any(code in to for code in codes):
            score = ADDRESSEE
        elif not codes or (codes[0] in by and (_is_open(reply) or (reply.loose and self.common(reply, draft)))):
            alone = len(to) == 1 or (reply.both and len(to) > 1)
            score = NOBODY if alone and (reply.loose or _is_open(reply)) else -9.0
        elif codes[0] in by or (
            not to
            and draft.aim is Aim.ANYBODY
            and reply.reference not in (Reference.NOUN, Reference.RELATIVE)
            and not reply.back
        ):
            return -9.0
        elif not to or (draft.guessed and self._is_near(reply, draft)):
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
        common = len(self.common(reply, draft))
        tied = reply.stance is Stance.CONDITIONAL  # "would depend on the conduct of the rebels"
        if reference is Reference.HINT and not tied and self._of_others(reply, {*codes, *to, *by}):
            return -9.0
        if reference is Reference.DONE and (_takes_pronoun(view, reply) or _of_them(view, reply)):
            common = max(1, common)  # "released them"
        if reference in DEEDS and reference is not Reference.HEEDED and not common:
            return -9.0
        if reference is Reference.HEEDED:
            if not self._heeds(reply, draft, common):
                return -9.0
            common = max(1, common)
        if reference is Reference.CONTRARY and not self._is_contrary(reply, draft, common):
            return -9.0
        if reference in (Reference.SAME, Reference.DONE) and not self.stems[id(draft)] & stems(
            view, reply.head, reply.head + 1
        ):
            return -9.0
        near = _nearest(draft, reply.head).sentence
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
        if not codes and reference in (Reference.SAME, Reference.DONE):
            score += SAME_WORDS  # "the act would not be suspended", said by somebody of a side not told
        alike = 0
        if not to.isdisjoint(codes):
            same_verb = not self.stems[id(draft)].isdisjoint(stems(view, reply.head, reply.head + 1))
            alike = min(MOST_WORDS, common + same_verb)
            score += SAME_WORDS * (same_verb and reference in VERBS and (common > 0 or _takes_pronoun(view, reply)))
        if away - LIKER * alike > REACHES.get(reference, NEAR):
            return -9.0
        score -= AWAY * (min(away, FADING) if alike else away)
        paragraphs = view.document.sentence_paragraphs
        if paragraphs[view.tokens.sentence_of[reply.head]] != paragraphs[near]:
            score -= OTHER_PARAGRAPH
        return score

    def _is_near(self, reply: Reply, draft: Draft) -> bool:
        """Whether a reply of somebody who was not thought to be asked shows that he was: right behind, and plainly to this."""
        away = self.view.tokens.sentence_of[reply.head] - draft.sentence
        return reply.reference in PLAINLY and away <= 1

    def _heeds(self, reply: Reply, draft: Draft, common: int) -> bool:
        """Whether what is done is what was demanded, in other words, and to what was told of."""
        rows = reply.rows & self.rows[id(draft)]
        if not rows:
            return False
        if common or _takes_pronoun(self.view, reply) or _of_them(self.view, reply):
            return True
        near = self.view.tokens.lowers[reply.told[0] : min(reply.told[1], reply.head + 8)]
        things = [HEEDING.objects[row] for row in rows]
        return any(known is None or not known.isdisjoint(near) for known in things)

    def _is_contrary(self, reply: Reply, draft: Draft, common: int) -> bool:
        """Whether a reply tells of the contrary of what was demanded; who is to stand trial is not freed."""
        first = reply.head if reply.verb is None else reply.verb[0]
        tokens = self.view.tokens
        if tokens.tags[first] == "VBD" and not (common or _takes_pronoun(self.view, reply)):
            return False  # "kept the peace"
        meant = contrary_to(reply.lemma) or {MEANING_OF["release"]}
        return not meant.isdisjoint(self.stems[id(draft)])

    def _of_others(self, reply: Reply, known: set[str]) -> bool:
        """Whether a reply known by an idiom only tells of somebody else: ``held firm against Norway``."""
        first, last = max(reply.told[0], reply.head - FAR), min(reply.told[1], reply.head + FAR)
        return any(
            party.code not in known
            for number in self.view.cast.between(first, last)
            for party in self.view.mention(number).parties
        )

    def common(self, reply: Reply, draft: Draft) -> frozenset[str]:
        """The stems of the words that both have, without the word that answers."""
        if self.last[0] is not reply:
            first, last = max(reply.told[0], reply.head - FAR), min(reply.told[1], reply.head + FAR)
            self.last = reply, stems(self.view, first, reply.head) | stems(self.view, reply.head + 1, last)
        return self.stems[id(draft)] & self.last[1]

    def _stance(self, reply: Reply, meant: list[Draft]) -> Stance:
        """How it answers: agreeing to what the demand says nothing of accepts a part (``agreed to weekly figures``)."""
        if reply.rule is will and reply.stance in FLIPPED and any(self._is_against(reply, draft) for draft in meant):
            return FLIPPED[reply.stance]  # "We will drill", asked to stop the drilling
        if reply.stance is Stance.ACCEPTED and reply.reference is Reference.OWN:
            if not any(self.common(reply, draft) for draft in meant) or self._otherwise(reply, meant):
                return Stance.PARTLY_ACCEPTED
        if reply.stance is Stance.DEFERRED and self._asks_delay(meant) and self.common(reply, meant[-1]):
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
        open_ = reply.loose or _is_open(reply)
        if reply.voices and not (open_ and reply.voices[0].code in draft.makers(self.view)):
            return reply.voices[0]
        return to[0] if len(to) == 1 or (reply.both and to) else None


def find_in_turn(view: View, drafts: Sequence[Draft]) -> Iterator[Answer]:
    """The answers that demands of the other side make: ``in turn demanded``, ``responded by demanding``: countered."""
    yield from _Links(view, drafts).in_turn()


def _nearest(draft: Draft, token: int) -> Draft:
    """Where a demand is told last before a token."""
    return next((one for one in reversed(draft.again) if one.token < token), draft)


def _told(draft: Draft) -> set[str]:
    """The codes of those of whom something is demanded."""
    return {party.code for party in draft.told}


def _is_open(reply: Reply) -> bool:
    """Whether whoever answers may be somebody else than those for whom it was taken: nobody answers himself."""
    guessed = reply.loose and (reply.reference in POINTS or reply.stance is Stance.DEFERRED)
    return reply.impersonal or reply.pronoun or guessed


def _had(view: View, draft: Draft) -> bool:
    """Whether a demand is told of as made before what the text tells: ``had called on Lima``."""
    return "had" in view.tokens.lowers[max(draft.evidence[0], draft.token - 3) : draft.token]


def _sides(view: View, draft: Draft) -> set[str]:
    """The codes of those who demand and of whom."""
    return draft.makers(view) | {party.code for party in draft.told}


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


DELAYS = frozenset("suspend suspension postpone postponement delay defer deferral moratorium pause freeze".split())
HAVE = frozenset("has have had 've 'd".split())
LIMITS = (["only"], ["if"], ["once"], ["when"], ["unless"], ["after"], ["by"])
MEN = frozenset("men women pair duo trio two three four group".split())
THOSE = frozenset("both all the".split())


def _place(draft: Draft) -> int:
    return draft.content[0]


def _needs_words(reply: Reply, away: int) -> bool:
    """Whether a reply that tells of something itself must share words with the demand: ``rejected a loan``; what is given
    right behind it need not (``agreed to weekly figures``), nor what is offered instead."""
    if reply.stance is Stance.DEFERRED or (reply.gives and reply.stance is Stance.COUNTERED):
        return False
    return reply.stance is Stance.REJECTED or not reply.gives or away > 1


def _counted(view: View, reply: Reply, meant: list[Draft], all_of_them: list[Draft]) -> list[Draft]:
    """Of several demands the one that is counted out: ``accepted the first and rejected the third``."""
    lowers, tags = view.tokens.lowers, view.tokens.tags
    behind = reply.head + 1, min(reply.told[1], reply.head + 5)
    for first, last in (behind, (max(reply.told[0] + 1, reply.head - 8), reply.head)):
        for token in range(first, last):
            place = ORDINALS.get(lowers[token])
            if place is None or lowers[token - 1] != "the":
                continue
            named = tags[token + 1 : token + 2] == ["NN"]
            if len(all_of_them) > max(1, place) and (not named or is_demand(view, token + 1)):
                return [all_of_them[place]]
    return meant
