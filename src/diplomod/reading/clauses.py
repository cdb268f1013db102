"""Who did what: phrases -> clauses with subject, verb group, objects, and the clause that each hangs on.

A sentence is passed through once, from left to right. What has been seen since the last boundary (a comma, a
conjunction, a verb) is kept as a segment; when a verb group comes, its subject is looked for there:

- the last noun phrase of the segment that no preposition leads (``Officials in Cairo said``),
- else the antecedent, after who, which or that,
- else the one that waits across an aside (``The minister, who met them, said``),
- else that of the verb before, after and, but or a comma (``acknowledged progress but stressed …``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import attrs

from diplomod.reading.parts import (
    Cast,
    Clause,
    Form,
    MentionKind,
    NounPhrase,
    Phrases,
    Relation,
    Tense,
    Time,
    Tokens,
    VerbGroup,
)

Range = tuple[int, int]
# Looked up once: of an enumeration a member takes as long to find as a function to be called.
FINITE, INFINITIVE, GERUND, PARTICIPLE = Form.FINITE, Form.INFINITIVE, Form.GERUND, Form.PARTICIPLE
AS_INFINITIVE, AS_GERUND, COMPLEMENT = Relation.INFINITIVE, Relation.GERUND, Relation.COMPLEMENT
RELATIVE, ADVERBIAL, COORDINATE = Relation.RELATIVE, Relation.ADVERBIAL, Relation.COORDINATE
LOOK_BACK = 12  # so many verbs before are looked at when a clause seeks the one that it hangs on

SUBORDINATORS = frozenset(
    "after before until till since as because if unless although though while whereas when whenever once where wherever "
    "lest whether so".split()
)
OCCASIONS = frozenset("after following during amid despite ahead".split())
CONJUNCTIONS = frozenset("because although though unless if while whereas".split())  # never prepositions
WH_TAGS = frozenset("WDT WP WP$ WRB".split())
THAT = frozenset(("that", "whether"))
WH_COMPLEMENT = frozenset("whether if how why what when where who which".split())
RELATIVES = frozenset("who which whom whose that where".split())
SUBJECT_CONTROL = frozenset("promise vow pledge threaten offer agree refuse decline swear commit".split())
BETWEEN = frozenset(("between", "among"))
TOLD = frozenset("tell inform assure remind notify advise warn reassure convince persuade ask".split())
SAYING = frozenset(("say", "say_np"))
TELLING = frozenset(("say", "say_as", "say_of", "say_name"))
ADDING = frozenset("add note stress warn emphasize emphasise underline underscore insist reiterate".split())
DENYING = frozenset("deny dismiss refute dispute reject".split())
ASKED_OR_WARNED = frozenset("ask warn advise remind".split())
SPANS = frozenset("minute minutes hour hours day days week weeks month months year years decade decades".split())
THEN = frozenset("after before into ahead".split())
TIMES = frozenset(
    """week month year day morning afternoon evening night weekend today yesterday tonight monday tuesday wednesday thursday
    friday saturday sunday""".split()
)
OPENING = frozenset(("start", "sub", "cc", ",", "quote"))
INVITATIONS = frozenset("invitation invitations request appeal order warning call".split())
AMONG = frozenset("of from in at for on with to by between and".split())  # what leads the parts of a long noun phrase
DASHES = frozenset(("—", "–", "--", "-", "―"))
LIKE_PREPOSITIONS = frozenset("including excluding following".split())
ASIDE = 14  # tokens of an aside in brackets or between dashes
PAUSES = frozenset((",", ":", "``", "''", "-LRB-", "-RRB-", "."))
ACTORS = frozenset((MentionKind.PERSON, MentionKind.PARTY, MentionKind.GROUP, MentionKind.OFFICE, MentionKind.SOURCE))


@attrs.define(slots=True)
class _Draft:
    """A clause in the making."""

    number: int
    first: int
    verb: VerbGroup
    subject: Range | None
    objects: list[Range]
    governor: int | None
    relation: Relation | None


@attrs.define(slots=True)
class _Segment:
    """What has come since the last boundary, and what that boundary was (``start``, ``,``, ``cc``, ``that``, ``rel``, …)."""

    first: int
    kind: str
    bare: list[Range] = attrs.field(factory=list)  # noun phrases that no preposition leads, coordinated ones joined
    under: Range | None = None  # the last noun phrase that a subordinating word leads ("after envoys")
    led: tuple[str, Range] | None = None  # the last noun phrase that a preposition leads, and that preposition
    joins: bool = False  # a conjunction or comma has just come between noun phrases


def find_clauses(tokens: Tokens, phrases: Phrases, cast: Cast, times: Sequence[Time]) -> tuple[Clause, ...]:
    """The clauses of all sentences in order."""
    dated = {token for time in times for token in range(time.first, time.last)}
    for phrase in _of_time(tokens, phrases):
        dated.update(range(phrase.first, phrase.last))
    units = _units(tokens, phrases, cast)
    out: list[Clause] = []
    for number, (first, last) in enumerate(tokens.sentences):
        drafts = _Reading(tokens, phrases, cast, units, dated, first, last, len(out)).drafts
        ends = _ends(tokens, drafts, len(out), last)
        for draft, end in zip(drafts, ends, strict=True):
            out.append(
                Clause(
                    draft.number,
                    number,
                    draft.first,
                    end if end > draft.verb.last else draft.verb.last,
                    draft.verb,
                    draft.subject,
                    () if draft.subject is None else _actors(cast, draft.subject),
                    _undated(draft.objects, dated) if draft.objects else (),
                    draft.governor,
                    draft.relation,
                )
            )
    return tuple(out)


def _of_time(tokens: Tokens, phrases: Phrases) -> Iterator[NounPhrase]:
    """The phrases that are no subject, dated or not: ``today``, ``[Days] after the vote, Lima said``."""
    lowers, nouns, noun_at = tokens.lowers, phrases.nouns, phrases.noun_at
    for token in tokens.places_of(TIMES):
        number = noun_at[token]
        if number >= 0 and nouns[number].head == token:
            yield nouns[number]
    for token in tokens.places_of(THEN):
        number = noun_at[token - 1]
        if number >= 0 and nouns[number].last == token and lowers[nouns[number].head] in SPANS:
            yield nouns[number]


def _undated(objects: list[Range], dated: set[int]) -> tuple[Range, ...]:
    """The objects that are more than a time."""
    for first, _ in objects:
        if first in dated:
            return tuple([thing for thing in objects if not dated.issuperset(range(*thing))])
    return tuple(objects)


def _units(tokens: Tokens, phrases: Phrases, cast: Cast) -> list[int]:
    """For each token that a noun phrase begins with where it ends, 0 for all others; a name with its title is one phrase
    (``Secretary of State`` and the name)."""
    units = [0] * (len(tokens.tags) + 2)  # so that none needs asking whether it is the last
    for noun in phrases.nouns:
        units[noun.first] = noun.last
    for mention in cast.mentions:
        first, last = mention.first, mention.last
        if mention.role is not None and mention.role.start < tokens.starts[first]:
            first = bisect_left(tokens.starts, mention.role.start)
        phrase = phrases.noun_at[first]
        if phrase >= 0 and phrases.nouns[phrase].first < first:
            first = phrases.nouns[phrase].first
        phrase = phrases.noun_at[last - 1]
        if phrase >= 0 and phrases.nouns[phrase].last > last:
            last = phrases.nouns[phrase].last
        if units[first] < last:
            units[first] = last
    return units


def _actors(cast: Cast, subject: Range) -> tuple[int, ...]:
    """The numbers of the mentions that are the subject: those in it that are no mere modifier of another."""
    found: list[int] = []
    actors: list[int] = []
    before = -1
    for number in cast.at[subject[0] : subject[1]]:
        if number >= 0 and number != before:
            found.append(number)
            if cast.mentions[number].kind in ACTORS:
                actors.append(number)
            before = number
    return tuple(actors or found)


def _ends(tokens: Tokens, drafts: list[_Draft], base: int, last: int) -> list[int]:
    """Where each clause ends: at the next one that does not hang on it, else with the sentence.

    A relative clause between commas ends with the second one: ``Lim, who is in Oslo on a visit, at the palace on Friday``;
    another before what tells on what occasion the main thing was done.
    """
    ends = [last] * len(drafts)
    still_open: list[int] = []
    for i, draft in enumerate(drafts):
        above = draft.governor
        if draft.relation is COORDINATE and above is not None:
            above = drafts[above - base].governor
        while still_open and (above is None or still_open[-1] + base != above):
            ends[still_open.pop()] = draft.first
        still_open.append(i)
    for i, draft in enumerate(drafts):
        if draft.relation is RELATIVE and draft.first > 0 and tokens.tags[draft.first - 1] == ",":
            until = drafts[i + 1].first if i + 1 < len(drafts) else ends[i]
            aside = False  # "who met the envoy, Kim, in Rome": the second comma only ends the aside
            for token in range(draft.verb.last, min(until, ends[i]) - 1):
                if tokens.tags[token] != ",":
                    continue
                if tokens.tags[token + 1] in ("IN", "TO") and not aside:
                    ends[i] = token
                    break
                aside = not aside and tokens.tags[token + 1] in ("NNP", "DT")
        elif draft.relation is RELATIVE:
            until = drafts[i + 1].first if i + 1 < len(drafts) else ends[i]
            for token in range(draft.verb.last, min(until, ends[i]) - 1):
                if tokens.tags[token] == "," and tokens.lowers[token + 1] in OCCASIONS:
                    ends[i] = token  # "agreed to resume talks that had been frozen, after a long night"
                    break
    return ends


class _Reading:
    """One sentence, read from left to right."""

    def __init__(
        self,
        tokens: Tokens,
        phrases: Phrases,
        cast: Cast,
        units: list[int],
        dated: set[int],
        first: int,
        last: int,
        base: int,
    ) -> None:
        self.tokens, self.phrases, self.cast, self.units, self.dated = tokens, phrases, cast, units, dated
        self.base, self.first = base, first
        self.drafts: list[_Draft] = []
        self.waiting: Range | None = None
        self.pending: tuple[_Draft, int, Range | None] | None = None
        self.preposition = ""
        self.segment = _Segment(first, "start")
        self._read(first, last)
        self._begin(last, "end")

    def _read(self, at: int, last: int) -> None:
        tags, lowers, verb_at, units = self.tokens.tags, self.tokens.lowers, self.phrases.verb_at, self.units
        while at < last:
            end = units[at]
            if end:
                if end > last:
                    end = last
                self._noun(at, end)
                at = end
                continue
            if verb_at[at] >= 0:
                group = self.phrases.verbs[verb_at[at]]
                self._verb(group)
                at = group.last if group.last > at else at + 1
                continue
            tag, lower = tags[at], lowers[at]
            if (tag == "-LRB-" or lower in DASHES) and (behind := self._aside(at, last)) is not None:
                at = behind
                continue
            if tag == "``" and (behind := self._title(at)) is not None:
                at = behind
                continue
            if tag in PAUSES:
                self._pause(at, tag)
            elif tag == "CC":
                self._conjunction(at)
            elif tag in WH_TAGS or lower in THAT:
                self._relative(at, lower)
            elif tag == "IN" or tag == "TO":
                self.preposition = lower
                if lower in CONJUNCTIONS:
                    self._subordinate(at, lower)
            at += 1

    def _only_dates(self, first: int, last: int) -> bool:
        """Whether a noun phrase behind a verb only tells when: ``pencilled in for next month``, ``said Monday``."""
        return self.segment.kind == "after" and self.dated.issuperset(range(first, last))

    def _aside(self, at: int, last: int) -> int | None:
        """Where a short aside without a verb ends, with the mark that ends it: ``Ruiz (Lima), an envoy, said``."""
        tags, lowers = self.tokens.tags, self.tokens.lowers
        dash = tags[at] != "-LRB-"
        if dash and (not self.segment.bare or self.segment.kind == "after"):
            return None
        for token in range(at + 1, min(last, at + ASIDE)):
            tag = tags[token]
            if (lowers[token] in DASHES) if dash else tag == "-RRB-":
                return token + 1
            if tag == "MD" or (tag[:2] == "VB" and tag != "VBN" and lowers[token] not in LIKE_PREPOSITIONS):
                return None
        return None

    def _begin(self, at: int, kind: str) -> None:
        segment = self.segment
        if segment.kind == "after" and self.drafts:
            self.drafts[-1].objects.extend(segment.bare)
        segment.first, segment.kind = at, kind
        segment.under = segment.led = None
        segment.joins = False
        segment.bare.clear()
        self.preposition = ""
        if kind == "quote":
            self.waiting = None

    def _noun(self, first: int, last: int) -> None:
        segment = self.segment
        if segment.joins and segment.led is not None and segment.led[1][1] == first - 1 and not self.preposition:
            segment.led = (segment.led[0], (segment.led[1][0], last))  # "of France, Germany and Britain"
            segment.joins = False
            return
        if self.preposition:
            segment.led = (self.preposition, (first, last))
            if self.preposition in SUBORDINATORS and first not in self.dated:
                segment.under = (first, last)
            self.preposition = ""
            segment.joins = False
        elif segment.joins and segment.bare:
            segment.bare[-1] = (segment.bare[-1][0], last)
            segment.joins = False
        elif not (first in self.dated and (segment.bare or self._only_dates(first, last))):
            segment.bare.append((first, last))

    def _pause(self, at: int, tag: str) -> None:
        segment, tags = self.segment, self.tokens.tags
        aside = tag == ":" and self.tokens.lowers[at] in DASHES and tags[at + 1 : at + 2] in (["WDT"], ["WP"])
        if (
            tag == ","
            and segment.led is not None
            and segment.led[1][1] == at
            and segment.led[0] in BETWEEN
            and self._lists_on(at)
        ):
            segment.joins = True  # "between Chad, Niger and Mali"
            return
        if (tag == "," or aside) and self._awaits(segment, at):
            return
        if (tag == "," or aside) and segment.kind in ("start", "sub", "cc", "that", ",", "quote") and segment.bare:
            if self._lists_on(at):
                segment.joins = True
                return
            if self.waiting is None and segment.bare[-1][0] not in self.dated:
                self.waiting = segment.bare[-1]
            elif self.waiting is not None and segment.kind == "," and segment.led is None and len(segment.bare) == 1:
                if self.waiting[1] == segment.bare[0][0] - 1:  # "the army chief, General Idris,"
                    self.waiting = (self.waiting[0], segment.bare[0][1])
        before = tags[at - 1] if at > self.first else ""
        if (tag == "``" and before not in (",", ":", "")) or (tag == "''" and before not in (",", ".", ":")):
            return  # marks around a few words part nothing: ``said that “some progress” had been made``
        quote = tag == "``" or (tag == "''" and not (before == "," and self._opened_inside(at)))
        self._begin(at + 1, "quote" if quote else ",")

    def _opened_inside(self, at: int) -> bool:
        """Whether the words that a mark closes are a few in the midst of a clause: ``citing “the magic of Lima,” said``."""
        tags = self.tokens.tags
        for token in range(at - 1, max(self.first, at - ASIDE), -1):
            if tags[token] == "``":
                return tags[token - 1] not in (",", ":", ".")
        return False

    def _title(self, at: int) -> int | None:
        """Where words in quotation marks end that are but a name, the marks included: ``his show, “The Apprentice,”``."""
        if self.tokens.tags[at - 1 : at] != [","] or self.segment.kind == "after":
            return None
        for token in range(at + 1, min(len(self.tokens.tags), at + 8)):
            if self.tokens.tags[token] == "''":
                return token + 1 if token > at + 1 else None
            if self.tokens.tags[token] not in ("NNP", "NNPS", "DT", "IN", ",", "CD"):
                return None
        return None

    def _awaits(self, segment: _Segment, at: int) -> bool:
        """Whether a comma stands in a reported clause whose verb is still to come; True if the clause has only just begun.

        ``said that in a race of two, she would win``; ``said the plan, despite its cost, would hold``.
        """
        if self.pending is not None or not self.drafts:
            return False
        if segment.kind == "that" and not segment.bare:
            return True
        told = segment.kind == "after" and self._takes_clause() and bool(segment.bare) and segment.bare[-1][1] == at
        if segment.bare and (segment.kind == "that" or told):
            if segment.bare[-1][0] not in self.dated and not self._lists_on(self.segment.bare[-1][1]):
                start = segment.first if segment.kind == "that" else segment.bare[-1][0]
                self.pending = (self.drafts[-1], start, segment.bare[-1])
        return False

    def _lists_on(self, at: int) -> bool:
        """Whether a comma stands in a list of names that ends with and: ``Russia, China and Iran``."""
        tags, units = self.tokens.tags, self.units
        position, commas = at, 0
        while position < len(tags) and commas < 12:
            if tags[position] == ",":
                position += 1
                commas += 1
                if tags[position : position + 1] == ["CC"]:
                    return units[position + 1] > 0 and commas > 1
            elif tags[position] == "CC":
                return units[position + 1] > 0 and commas > 0
            else:
                return False
            end = units[position]
            while end and self.tokens.lowers[end : end + 1] in (["of"], ["from"]) and units[end + 1]:
                end = units[end + 1]  # "the envoy of Japan, ..."
            if not end:
                return False
            position = end
        return False

    def _conjunction(self, at: int) -> None:
        segment = self.segment
        follows = self.units[at + 1]
        led = segment.led
        if led is not None and led[1][1] == at and self.units[at + 2] and segment.kind != "after":
            if self.tokens.lowers[at + 1] == led[0]:
                return  # "the commanders of Chad and of the rebels met"
        if follows and led is not None and led[1][1] == at and self._shares_preposition(at, follows):
            segment.led = (led[0], (led[1][0], follows))
            self.preposition = led[0]
            return
        if follows and segment.bare and segment.kind != "after" and segment.led is None:
            segment.joins = True
            return
        if follows and segment.kind == "after" and self._takes_clause() and segment.bare and segment.led is None:
            segment.joins = True
            return
        self._begin(at, "cc")

    def _shares_preposition(self, at: int, end: int) -> bool:
        """Whether and joins two things that one preposition leads: ``talks between A and B``, and no new clause begins."""
        assert self.segment.led is not None
        if self.segment.led[0] in ("between", "among"):
            return True
        finite = end < len(self.tokens.tags) and self.tokens.tags[end] in ("VBD", "VBZ", "VBP", "MD")
        return not finite or (self.segment.kind != "after" and bool(self.segment.bare))

    def _takes_clause(self) -> bool:
        """Whether the last verb can introduce a reported clause; not as a gerund that a preposition leads ("on sharing")."""
        if not self.drafts or "say" not in self.drafts[-1].verb.senses:
            return False
        verb = self.drafts[-1].verb
        if verb.lemma in ("cite", "quote"):
            return False  # "citing officials": somebody, not something that was said
        led = verb.form is GERUND and verb.first > 0 and self.tokens.tags[verb.first - 1] == "IN"
        return not led or self.tokens.lowers[verb.first - 1] in ("as", "by", "while", "after", "before", "without")

    def _relative(self, at: int, word: str) -> None:
        segment = self.segment
        before = self.tokens.tags[at - 1] if at else ""
        behind = segment.led is not None and segment.led[1][1] == at and not self._takes_clause()
        if behind and word in ("that", "who", "which") and segment.kind == "after" and not segment.bare:
            self._begin(at, "rel")  # "won among voters who said"
            return
        if word == "that" and self.tokens.tags[at + 1 : at + 3] == [",", "VBG"]:
            return  # "denied that, saying"
        if word in ("that", "whether") or (word in WH_COMPLEMENT and segment.kind == "after" and not segment.bare):
            if self.drafts and segment.kind == "cc":
                self._begin(at, "and that")
                return
            if self.drafts and segment.kind == "after" and (not segment.bare or self._is_addressee(segment.bare[-1])):
                self._begin(at, "that")
                return
            if word == "that" and segment.kind == "," and before == "," and self._takes_clause() and not segment.bare:
                self.pending = None
                self._begin(at, "that")  # "said, among other things, that"
                return
        if word in RELATIVES and (segment.bare or segment.led or before == ","):
            if segment.kind == "after" and segment.bare and self._takes_clause() and self.pending is None:
                self.pending = (self.drafts[-1], segment.bare[-1][0], segment.bare[-1])
            if self.waiting is None and segment.bare and segment.kind in OPENING and before != ",":
                self.waiting = segment.bare[-1]  # "A trip that had been planned was called off"
            self._begin(at, "rel")
            return
        self._subordinate(at, word)

    def _subordinate(self, at: int, word: str) -> None:
        """A subordinate clause begins; a that-clause that it opens goes on behind it: ``warned that if …, …``."""
        segment = self.segment
        if self.drafts and self.pending is None and not segment.bare:
            if segment.kind == "that" or (segment.kind == "after" and word == "if" and self._takes_clause()):
                self.pending = (self.drafts[-1], segment.first if segment.kind == "that" else at, None)
        self._begin(at, "sub")

    def _is_addressee(self, phrase: Range) -> bool:
        """Whether a noun phrase after a verb can be the one who is told: somebody, not something."""
        return (
            self.drafts[-1].verb.lemma in TOLD
            or self.tokens.lowers[phrase[1] - 1] in TIMES
            or self.tokens.tags[phrase[1] - 1] in ("NNS", "PRP", "NNP")
            or any(
                self.cast.at[token] >= 0 and self.cast.mentions[self.cast.at[token]].kind in ACTORS
                for token in range(*phrase)
            )
        )

    def _verb(self, group: VerbGroup) -> None:
        segment = self.segment
        if self.drafts and segment.kind == "after":
            under = segment.under is not None and bool(segment.bare) and segment.under[0] > segment.bare[-1][0]
            taken = 1 if group.form is FINITE and segment.bare and not under else 0
            self.drafts[-1].objects.extend(segment.bare[: len(segment.bare) - taken])
        if group.form is FINITE and self._goes_on_infinitive(group):
            group = attrs.evolve(group, form=INFINITIVE, tense=Tense.PRESENT)
        if group.form is FINITE:
            self._finite(group)
        else:
            self._nonfinite(group)
        segment.bare.clear()
        self._begin(group.last, "after")

    def _goes_on_infinitive(self, group: VerbGroup) -> bool:
        """Whether a base form behind and goes on an infinitive: ``agreed to meet on Friday and sign the accord``."""
        segment = self.segment
        return (
            segment.kind == "cc"
            and not segment.bare
            and group.modal is None
            and self.tokens.tags[group.head] == "VB"
            and any(draft.verb.form is INFINITIVE for draft in self.drafts[-3:])
        )

    def _finite(self, group: VerbGroup) -> None:
        segment = self.segment
        last = self.drafts[-1] if self.drafts else None
        subject: Range | None = None
        governor: int | None = None
        relation: Relation | None = None
        first = segment.first
        led = segment.under
        if segment.bare and (led is None or segment.bare[-1][0] > led[0]):
            subject = segment.bare[-1]
        elif led is not None:  # ``a day after envoys held talks``: what stands before after is no subject
            subject = led
            first = led[0]
        pending = self.pending
        if pending is not None and self._completes(pending[2], subject, last):
            self.pending = None
            subject = pending[2] or subject
            governor, relation, first = pending[0].number, COMPLEMENT, pending[1]
        elif segment.kind == "after" and self._resumes_main(last):
            subject = self.waiting
            first = group.first
        elif segment.kind == "after" and last is not None:
            if subject is not None:
                governor, relation, first = last.number, COMPLEMENT, subject[0]
                if segment.under is not None and subject == segment.under:
                    relation = ADVERBIAL
            else:
                governor, relation, first = last.number, COORDINATE, group.first
                subject = last.subject
        elif segment.kind == "that" and last is not None:
            governor, relation = last.number, COMPLEMENT
        elif segment.kind == "and that":
            above = self._with_complement()
            governor, relation = (above.number if above else None), COMPLEMENT
        elif segment.kind == "rel":
            governor, relation = (last.number if last else None), RELATIVE
            if subject is None:
                subject = self._before(segment.first)
        elif segment.kind == "sub":
            governor, relation = (last.number if last else None), ADVERBIAL
        elif segment.kind == "cc" and subject is not None and self._told(group) is not None:
            above = self._told(group)
            governor, relation = (above.number if above else None), COORDINATE
        elif subject is None and segment.kind in (",", "quote") and self._inverts(group):
            subject = (group.last, self.units[group.last])
        elif subject is None:
            subject, governor, relation = self._resume(group)
        if subject is None and self._inverts(group):
            subject = (group.last, self.units[group.last])
        if relation is None and last is not None and subject is not None and subject == segment.under:
            governor, relation = last.number, ADVERBIAL  # "…, hours after a truce expired"
        if subject is not None and subject == self.waiting and relation is not RELATIVE:
            self.waiting = None
        if governor is None:
            self._lend(subject)
        self._add(group, first, subject, governor, relation)

    def _completes(self, waiting: Range | None, subject: Range | None, last: _Draft | None) -> bool:
        """Whether the verb of a reported clause comes at last, behind others that belong to its subject."""
        if self.segment.kind == "after" and last is not None and last.verb.form is not FINITE:
            return True
        return self.segment.kind in ("after", ",") and (subject is None) == (waiting is not None)

    def _resumes_main(self, last: _Draft | None) -> bool:
        """Whether the main verb comes at last, behind a participle or gerund that belongs to its subject, or behind a relative
        clause: ``The trip that she was due to make has been put off``."""
        above = last
        if (
            last is not None
            and last.verb.form is INFINITIVE
            and last.governor is not None
            and last.governor >= self.base
        ):
            above = self.drafts[last.governor - self.base]
        if self.waiting is not None and above is not None and above.relation is RELATIVE:
            if above.verb.form is FINITE:
                return not self._takes_clause()
        return (
            self.waiting is not None
            and last is not None
            and last.verb.form is not FINITE
            and (last.verb.form is PARTICIPLE or not self._takes_clause())
            and all(
                draft.verb.form is not FINITE for draft in self.drafts[-LOOK_BACK:] if draft.first > self.waiting[0]
            )
        )

    def _lend(self, subject: Range | None) -> None:
        """Give the subject of the main verb to participles before it: ``Speaking to reporters, the envoy said``."""
        for draft in self.drafts[-LOOK_BACK:]:
            if draft.subject is None and draft.verb.form is not FINITE:
                draft.subject = subject

    def _resume(self, group: VerbGroup) -> tuple[Range | None, int | None, Relation | None]:
        """The subject of a verb that has none in its segment: one that waits, or that of an earlier verb."""
        if self.waiting is not None and self.segment.kind != "cc":
            return self.waiting, None, None
        if self.tokens.tags[group.first - 1 : group.first] == ["''"] or not self.drafts:
            return None, None, None
        above = self._parallel(group)
        if above is None or above.subject is None:
            return None, None, None
        return above.subject, above.number, COORDINATE

    def _parallel(self, group: VerbGroup) -> _Draft | None:
        """The earlier finite verb that this one is coordinated with: of saying with saying, else the nearest."""
        finite = [
            draft for draft in self.drafts[-LOOK_BACK:] if draft.verb.form is FINITE and draft.relation is not RELATIVE
        ]
        if not group.senses.isdisjoint(SAYING):
            saying = [draft for draft in finite if "say" in draft.verb.senses and draft.verb.tense == group.tense]
            if saying:
                return saying[0] if saying[-1].relation is COMPLEMENT else saying[-1]
        return finite[-1] if finite else None

    def _with_complement(self) -> _Draft | None:
        """The last verb that a that-clause hangs on."""
        for draft in reversed(self.drafts[-LOOK_BACK:]):
            if draft.relation is COMPLEMENT and draft.governor is not None:
                return self.drafts[draft.governor - self.base]
        return self.drafts[-1] if self.drafts else None

    def _told(self, group: VerbGroup) -> _Draft | None:
        """The reported clause that one with a subject of its own goes on: ``said A had left and B would follow``."""
        if ("say" in group.senses and "mind" not in group.senses) or self.tokens.tags[self.segment.first - 1] == ",":
            return None
        for draft in reversed(self.drafts[-LOOK_BACK:]):
            if draft.relation is COMPLEMENT and draft.governor is not None:
                return draft if "say" in self.drafts[draft.governor - self.base].verb.senses else None
            if draft.governor is None and draft.verb.form is FINITE:
                return None
        return None

    def _inverts(self, group: VerbGroup) -> bool:
        """Whether the subject follows: ``…,” said the minister``."""
        read = "quote" in group.senses and group.first > self.first and self.tokens.tags[group.first - 1] == "''"
        return (
            ("say" in group.senses or read)
            and self.units[group.last] > 0
            and not group.passive
            and (group.lemma not in TOLD or self._asks_behind(group))
            and group.form is FINITE
            and group.modal is None
            and not self._is_subject(self.units[group.last])
            and (self.waiting is None or self._acts(group.last, self.units[group.last]))
            and not (self.waiting is not None and self.segment.kind == "," and "ask" in group.senses)
        )

    def _asks_behind(self, group: VerbGroup) -> bool:
        """Whether what was asked stands before in quotation marks: ``“Why not?” asked the envoy``."""
        return group.lemma in ASKED_OR_WARNED and group.first > self.first and self.tokens.tags[group.first - 1] == "''"

    def _acts(self, first: int, last: int) -> bool:
        """Whether somebody, no thing, is named: ``demanded a seat`` has its subject before it."""
        return any(self.cast.at[token] >= 0 for token in range(first, last)) or self.tokens.tags[last - 1] in (
            "NNP",
            "PRP",
        )

    def _is_subject(self, end: int) -> bool:
        """Whether a verb stands right behind a noun phrase that ends at `end`: ``said Oslo would wait``."""
        tags = self.tokens.tags
        lowers, units = self.tokens.lowers, self.units
        while end + 1 < len(tags) and lowers[end] in AMONG and units[end + 1]:
            end = units[end + 1]  # "said experts from three countries would meet"
        while end < len(tags) and tags[end] in ("RB", "``"):
            end += 1
        if end >= len(tags):
            return False
        number = self.phrases.verb_at[end]
        if number >= 0:  # "says a source involved in the talks": a participle makes no subject of it
            return self.phrases.verbs[number].form is not PARTICIPLE
        return tags[end] in ("VBD", "VBZ", "VBP", "MD")

    def _before(self, at: int) -> Range | None:
        """The noun phrase that ends right before token `at`, a comma between passed over."""
        at -= 1
        while at >= 0 and self.tokens.tags[at] in (",", "IN"):
            at -= 1
        if at < 0:
            return None
        number = self.phrases.noun_at[at]
        if number < 0:
            return None
        first, last = self.phrases.nouns[number].first, self.phrases.nouns[number].last
        return first, self.units[first] or last

    def _nonfinite(self, group: VerbGroup) -> None:
        segment = self.segment
        last = self.drafts[-1] if self.drafts else None
        subject: Range | None = None
        opens = segment.kind == "that" or (segment.kind == "after" and self._takes_clause())
        # "said that a summit to be held in Oslo had been called off"
        due = segment.kind == "that" and bool(segment.bare)
        if opens and (group.form is not INFINITIVE or due) and self.drafts and self.pending is None:
            waiting = segment.bare[-1] if segment.bare else None
            start = segment.first if segment.kind == "that" else waiting[0] if waiting else group.first
            self.pending = (self.drafts[-1], start, waiting)
        governor = last.number if last else None
        relation = AS_INFINITIVE if group.form is INFINITIVE else AS_GERUND
        if (
            (group.form is PARTICIPLE or (due and group.form is INFINITIVE))
            and segment.bare
            and segment.kind != "after"
        ):
            subject, relation = segment.bare[-1], RELATIVE
            if segment.kind in ("start", "sub", "cc", ","):
                self.waiting = self.waiting or segment.bare[-1]
        elif segment.kind == "after" and last is not None and group.form is INFINITIVE and self._invites():
            subject = segment.led[1] if segment.led is not None else None
        elif segment.kind == "after" and last is not None and segment.bare:
            if group.form is PARTICIPLE:
                subject, relation = segment.bare[-1], RELATIVE
            elif self._controls(last, segment.bare[-1]):
                subject = segment.bare[-1]
            else:
                subject = last.subject
        elif group.form is GERUND and segment.kind == "," and self._is_absolute(group):
            subject = (segment.first + 1, group.first)
        elif last is not None:
            if "say" in group.senses and segment.kind == "sub" and relation is AS_GERUND:
                last = next((draft for draft in self.drafts if draft.governor is None), last)
            if "say" in group.senses and relation is AS_GERUND and last.subject is None:
                last = self._with_subject(last)
                governor = last.number
            if relation is AS_GERUND and segment.kind == "," and not group.senses.isdisjoint(TELLING):
                last = self._speaking(last)  # "urged both to take the time needed, adding"
                governor = last.number
            while (
                relation is AS_GERUND and segment.kind == "," and (self._is_aside(last) or self._is_added(group, last))
            ):
                above = self.drafts[last.governor - self.base]  # type: ignore[operator]
                aside = not self._is_added(group, last) and not group.senses.isdisjoint(TELLING)
                if aside and self._speaks(last) and not self._speaks(above):
                    break  # "The talks began after the envoy flew in, saying"
                last = above
                governor = last.number
            subject = last.subject
        elif segment.bare:  # ``The decision to meet was …``: the noun waits for its verb
            self.waiting = self.waiting or segment.bare[-1]
            if group.form is GERUND and segment.led is None and segment.bare[-1][1] == group.first:
                subject = segment.bare[-1]  # a title: ``Oslo weighing new talks``
        self._add(group, group.first, subject, governor, relation)

    def _is_absolute(self, group: VerbGroup) -> bool:
        """Whether a gerund has its own subject, which with leads: ``…, with half of the voters saying``."""
        first = self.segment.first
        return (
            self.tokens.lowers[first : first + 1] == ["with"]
            and self.segment.led is not None
            and self.segment.led[1][1] == group.first
        )

    def _invites(self) -> bool:
        """Whether somebody is invited or asked by a noun: ``extended an invitation to the king to visit``."""
        segment = self.segment
        return (
            segment.led is not None
            and segment.led[0] == "to"
            and bool(segment.bare)
            and self.tokens.lowers[segment.bare[-1][1] - 1] in INVITATIONS
        )

    def _with_subject(self, draft: _Draft) -> _Draft:
        """The first of the clauses that one hangs on which has a subject, else itself."""
        above: _Draft | None = draft
        while above is not None and above.subject is None:
            known = above.governor is not None and self.base <= above.governor < above.number
            above = self.drafts[above.governor - self.base] if known else None  # type: ignore[operator]
        return above or draft

    def _speaking(self, draft: _Draft) -> _Draft:
        """The first of the clauses that one hangs on whose subject is somebody, else itself."""
        above = draft
        while not self._speaks(above) and above.governor is not None and self.base <= above.governor < above.number:
            above = self.drafts[above.governor - self.base]
        return above if self._speaks(above) else draft

    def _speaks(self, draft: _Draft) -> bool:
        """Whether the subject of a clause is somebody, as far as names and pronouns show."""
        return draft.subject is not None and self._acts(*draft.subject)

    def _is_added(self, group: VerbGroup, draft: _Draft) -> bool:
        """Whether a gerund adds to what somebody said, not to what was said: ``said Oslo waits, adding that …``.

        One who denies something says more of it, too: ``denied that a deal had been struck, saying …``.
        """
        above = draft.governor
        if draft.relation is not COMPLEMENT or above is None or not self.base <= above < draft.number:
            return False
        verb = self.drafts[above - self.base].verb
        return "say" in verb.senses and (group.lemma in ADDING or ("say" in group.senses and verb.lemma in DENYING))

    def _is_aside(self, draft: _Draft) -> bool:
        """Whether a clause only adds to another, so that what follows a comma goes on with the other."""
        return (
            (draft.relation in (ADVERBIAL, RELATIVE) or draft.verb.form is not FINITE)
            and draft.governor is not None
            and draft.governor >= self.base
            and draft.governor < draft.number
        )

    def _controls(self, verb: _Draft, phrase: Range) -> bool:
        """Whether the object does what the infinitive says (``urged Israel to leave``), not the subject."""
        if self.tokens.lowers[phrase[1] - 1] in INVITATIONS:
            return False  # "accepted a Ugandan invitation to meet"
        return verb.verb.lemma not in SUBJECT_CONTROL and bool(
            any(
                self.cast.at[token] >= 0 and self.cast.mentions[self.cast.at[token]].kind in ACTORS
                for token in range(*phrase)
            )
        )

    def _add(
        self, group: VerbGroup, first: int, subject: Range | None, governor: int | None, relation: Relation | None
    ) -> None:
        if relation is COMPLEMENT and self.pending is not None and self.pending[0].number == governor:
            self.pending = None
        self.drafts.append(_Draft(self.base + len(self.drafts), first, group, subject, [], governor, relation))
