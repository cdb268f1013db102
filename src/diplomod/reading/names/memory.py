"""What was named lately, as later mentions need it."""

from __future__ import annotations

from collections import Counter
from typing import TypeVar

import attrs

from diplomod.model import Party, PartyKind
from diplomod.reading.names.draft import GROUP, OFFICE, PERSON, PLACE, SOURCE, Draft, Scene
from diplomod.reading.names.persons import Human, served_posts

T = TypeVar("T")
OBLIQUE = frozenset("by of with from to for under".split())
FINITE = frozenset("VBD VBZ VBP MD RB".split())
APPOSITION = 25  # tokens that may stand between a name and its verb
BRACKET = 8
TOLD = frozenset("tell inform assure remind ask advise notify warn reassure brief urge call".split())
HOSTS = frozenset("brokered mediated hosted facilitated sponsored chaired backed supported convened".split())
TIED = 9  # tokens between two sides
MEETS = frozenset("met meet meets meeting".split())
TYING = frozenset("of from for to in at with".split())
TAILS = 2  # prepositions between a name and its verb
KEPT = 24
STATE = PartyKind.STATE
SIDES = (STATE, PartyKind.MOVEMENT, PartyKind.BLOC)
MUCH = 1.25  # how much more than either of two sides another may be spoken of
LEAD, EARLY = 2, 3  # sentences that open a text, and how much more than others they tell


@attrs.define(slots=True, kw_only=True, eq=False)
class Memory:
    """Persons and parties by nearness, and the last of each sort.

    `posts` holds by post those who were named with it, the last one at the end, `titles` by all words of the title who
    was named last with them; `unnamed` people without a name (``a Gulf diplomat``); `states` who governs, with the
    sentence where it is spoken of. `named` are the parties of this sentence, `together` those of the last one before it
    that names several, `pairs` those that words tie to each other (``A and B``, ``between``, ``A met B``), with the
    sentence; `before` is the party told right before, `row` those told before it with nothing but commas between.
    """

    scene: Scene
    persons: list[Draft] = attrs.field(factory=list)
    actors: list[Draft] = attrs.field(factory=list)
    plurals: list[Draft] = attrs.field(factory=list)
    unnamed: list[Draft] = attrs.field(factory=list)
    posts: dict[str, list[Draft]] = attrs.field(factory=dict)
    titles: dict[str, Draft] = attrs.field(factory=dict)
    kinds: dict[PartyKind, Draft] = attrs.field(factory=dict)
    parties: dict[str, Draft] = attrs.field(factory=dict)
    heads: dict[str, Draft] = attrs.field(factory=dict)
    states: list[tuple[int, Party]] = attrs.field(factory=list)
    together: tuple[Party, ...] = ()
    pairs: list[tuple[int, tuple[Party, ...]]] = attrs.field(factory=list)
    before: Draft | None = None
    row: tuple[Party, ...] = ()
    tied: Counter[frozenset[str]] = attrs.field(factory=Counter)
    counts: Counter[str] = attrs.field(factory=Counter)
    sentence: int = -1
    named: dict[str, Party] = attrs.field(factory=dict)

    def enter(self, sentence: int) -> None:
        """Go on to a sentence: those named together are named in one sentence."""
        self.together = self.pair
        self.sentence = sentence
        self.named = {}

    @property
    def pair(self) -> tuple[Party, ...]:
        """The parties of the last sentence that names several."""
        return tuple(self.named.values()) if len(self.named) > 1 else self.together

    def open_with(self, sentence: int, party: Party) -> None:
        """A sentence that begins with a place speaks of its state: ``In Aden, the government said``."""
        self.states.append((sentence, party))

    def leads(self, draft: Draft) -> bool:
        """Whether a draft that was taken is a subject: found out when it is first asked for, which few are."""
        if draft.subject is None:
            draft.subject = is_subject(self.scene, draft)
        return draft.subject

    def take(self, draft: Draft, humans: list[Human]) -> None:
        """Keep a draft in mind, once it is known what it stands for."""
        if draft.pronoun and draft.antecedent is None:
            return
        if draft.kind is PERSON and draft.person >= 0:
            _keep(self.persons, draft)
            if not draft.pronoun:
                self._posts(draft, humans)
                if draft.post is not None:
                    self.titles[" ".join(self.scene.tokens.lowers[slice(*draft.post)])] = draft
        elif draft.kind in (OFFICE, SOURCE) and not draft.pronoun:
            if draft.sentence not in self.scene.headlines:
                _keep(self.unnamed, draft)
        if draft.kind is not PERSON and (draft.parties or draft.kind is GROUP):
            if draft.plural or len(draft.parties) > 1:
                _keep(self.plurals, draft)
            elif not draft.modifier:
                _keep(self.actors, draft)
        if draft.parties and not draft.pronoun:
            self._parties(draft)
        if len(self.states) > KEPT:
            del self.states[: KEPT // 2]

    def _tie(self, draft: Draft, parties: tuple[Party, ...]) -> None:
        _keep(self.pairs, (draft.sentence, parties))
        if len(parties) == 2 and parties[0].kind in SIDES and parties[1].kind in SIDES:
            early = draft.sentence in self.scene.headlines or draft.sentence < LEAD
            pair = frozenset((parties[0].code, parties[1].code))
            self.tied[pair] = self.tied.get(pair, 0) + (EARLY if early else 1)

    def principal(self) -> tuple[str, ...]:
        """The two parties that words tie to each other most, and that are spoken of most: whom the text is about."""
        often = [(pair, tied) for pair, tied in self.tied.items() if tied > 1]
        top = max(self.counts.values()) if often else 0
        scores = {
            pair: tied * min(self.counts[code] for code in pair)
            for pair, tied in often
            if max(self.counts[code] for code in pair) * MUCH >= top
        }
        ranked = sorted(scores, key=lambda pair: (-scores[pair], sorted(pair)))
        if not ranked or (len(ranked) > 1 and scores[ranked[0]] == scores[ranked[1]]):
            return ()
        return tuple(sorted(ranked[0]))

    def _posts(self, draft: Draft, humans: list[Human]) -> None:
        posts = humans[draft.person].posts
        for post in posts - served_posts(self.scene, draft) if len(posts) > 1 else posts:
            known = self.posts.setdefault(post, [])
            if known:
                known[:] = [one for one in known[-KEPT:] if one.person != draft.person]
            known.append(draft)

    def _parties(self, draft: Draft) -> None:
        only = draft.parties[0] if len(draft.parties) == 1 else None
        if draft.kind is not PLACE:
            if only is not None:
                self.kinds[only.kind] = draft
                self.parties[only.code] = draft
            self.heads[self.scene.tokens.lowers[draft.head]] = draft
        if only is not None and only.kind is STATE:
            self.states.append((draft.sentence, only))
        for party in draft.parties:
            self.named.setdefault(party.code, party)
            self.counts[party.code] = self.counts.get(party.code, 0) + 1
        if len(draft.parties) > 1:
            self._tie(draft, draft.parties)
        elif self._goes_on(draft):
            self._tie(draft, self.row)  # "Kenya, Chad and Togo"
        elif (
            (before := self.before) is not None
            and before.sentence == draft.sentence
            and 0 < draft.first - before.last <= TIED
            and _tied(self.scene, before, draft)
            and not _hosts(self.scene, before)
        ):
            both = {party.code: party for party in (*before.parties, *draft.parties)}
            if len(both) > 1:
                self._tie(draft, tuple(both.values()))
        if not draft.modifier or only is not None:
            if only is None or not _is_among(only, self.row):
                self.row = draft.parties
            self.before = draft

    def _goes_on(self, draft: Draft) -> bool:
        """Whether a party makes a list of three or more with those before; it is added to them."""
        before = self.before
        if before is None or not self.row or len(draft.parties) != 1 or not 0 < draft.first - before.last < 4:
            return False
        lowers, first, last = self.scene.tokens.lowers, before.last, draft.first
        last -= lowers[last - 1] == "the"  # "Kenya, Chad and the Gambia"
        comma = last > first and lowers[first] == ","
        joined = last == first + 1 + comma and lowers[last - 1] == "and"
        if before.sentence != draft.sentence or not (joined or (comma and last == first + 1)):
            return False
        if not _is_among(draft.parties[0], self.row):
            self.row = (*self.row, *draft.parties)
        return joined and len(self.row) > 2


def _is_among(party: Party, row: tuple[Party, ...]) -> bool:
    """Whether a party is in a row; most others have another code, which tells them apart sooner."""
    known = False
    for one in row:
        known = known or one is party or (one.code == party.code and one == party)
    return known


def _keep(known: list[T], latest: T) -> None:
    """Add what came last, and forget what came long before."""
    known.append(latest)
    if len(known) > KEPT:
        del known[: KEPT // 2]


def _tied(scene: Scene, one: Draft, other: Draft) -> bool:
    """Whether words tie two parties to each other as sides: ``Kenya and Chad``, ``Kenya's envoy met the Chadian one``."""
    tokens = scene.tokens
    between = tokens.lowers[one.last : other.first]
    if between == [","] and one.sentence in scene.headlines:
        return True  # "Kenya, Chad to reopen border"
    if "and" in between or "with" in between:
        first = one.last + (between.index("and") if "and" in between else 0)
        return not any(tag.startswith("VB") or tag == "MD" for tag in tokens.tags[first : other.first])
    return not MEETS.isdisjoint(between)


def _hosts(scene: Scene, draft: Draft) -> bool:
    """Whether a party is told as mediator or host: ``a truce brokered by Washington and Riyadh``."""
    lowers = scene.tokens.lowers
    before = begin_of(scene, draft) - 1
    return before > 0 and lowers[before] == "by" and lowers[before - 1] in HOSTS


def is_subject(scene: Scene, draft: Draft) -> bool:
    """Whether a verb follows, past an apposition too (``Ana Lima, a veteran envoy, said``), or one of saying stands before."""
    tokens, verbs = scene.tokens, scene.lexicon.verbs
    first, last = tokens.sentences[draft.sentence]
    before = begin_of(scene, draft) - 1
    if draft.kind is PERSON and before < first and draft.last < last and tokens.words[draft.last] == ",":
        return True  # "Ana Lima, the minister for trade, who had come along, said"
    if before > first and tokens.lowers[before - 1 : before + 1] == ["according", "to"]:
        return True
    if before > first and tokens.tags[before] in ("VBD", "VBZ"):
        lemma = verbs.lemma(tokens.lowers[before], tokens.tags[before])
        told = draft.kind is PERSON and lemma in TOLD  # "told Ana Lima that she"; states are asked to act
        return not told and "say" in verbs.senses(lemma)
    if before >= first and tokens.lowers[before] in OBLIQUE:
        return False
    at = draft.last
    for _ in range(TAILS):
        if at + 1 < last and tokens.lowers[at] in TYING and scene.phrases.noun_at[at + 1] >= 0:
            at = scene.phrase(at + 1)[1]
    if at < last and tokens.words[at] == "(":
        at = next((token + 1 for token in range(at, min(last, at + BRACKET)) if tokens.words[token] == ")"), at)
    if at + 1 < last and tokens.words[at] == ",":
        end = min(last, at + APPOSITION)
        closed = tokens.tags[at + 1] in FINITE
        at = at + 1 if closed else next((one + 1 for one in range(at + 1, end) if tokens.words[one] == ","), last)
    return at < last and tokens.tags[at] in FINITE


def begin_of(scene: Scene, draft: Draft) -> int:
    """Where a mention begins with the words of its post and its phrase: ``by [Foreign Minister] Ana Lima``."""
    first = draft.first if draft.post is None else min(draft.post[0], draft.first)
    return min(first, scene.phrase(draft.first)[0])
