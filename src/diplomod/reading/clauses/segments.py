"""What stands between two verbs: noun phrases, commas, conjunctions and the words that open a clause."""

from __future__ import annotations

from diplomod.reading.clauses.draft import Draft, Range, Segment
from diplomod.reading.clauses.governors import Governors
from diplomod.reading.clauses.units import TIMES, somebody_in
from diplomod.reading.parts import Cast, Form, Phrases, Tokens

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
GERUND = Form.GERUND
SUBORDINATORS = frozenset(
    "after before until till since as because if unless although though while whereas when whenever once where wherever "
    "lest whether so".split()
)
WH_COMPLEMENT = frozenset("whether if how why what when where who which".split())
RELATIVES = frozenset("who which whom whose that where".split())
BETWEEN = frozenset(("between", "among"))
TOLD = frozenset("tell inform assure remind notify advise warn reassure convince persuade ask".split())
OPENING = frozenset(("start", "sub", "cc", ",", "quote"))
DASHES = frozenset(("—", "–", "--", "-", "―"))
LIKE_PREPOSITIONS = frozenset("including excluding following".split())
ASIDE = 14  # tokens of an aside in brackets or between dashes


class Segments(Governors):
    """One sentence, passed through from left to right."""

    def __init__(
        self, tokens: Tokens, phrases: Phrases, cast: Cast, units: list[int], dated: set[int], first: int, base: int
    ) -> None:
        """Begin a sentence at its first token."""
        super().__init__(tokens, cast, first, base)
        self.phrases, self.units, self.dated = phrases, units, dated
        self.waiting: Range | None = None  # the subject whose verb comes behind an aside
        self.pending: tuple[Draft, int, Range | None] | None = None  # a reported clause whose verb is still to come
        self.preposition = ""

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
        elif not (first in self.dated and (segment.bare or self.waiting is not None or self._only_dates(first, last))):
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
            if self.waiting is None and segment.bare[-1][0] not in self.dated and not self._tells_who(segment.bare[-1]):
                self.waiting = segment.bare[-1]
            elif self.waiting is not None and segment.kind == "," and segment.led is None and len(segment.bare) == 1:
                if self.waiting[1] == segment.bare[0][0] - 1:  # "the army chief, General Idris,"
                    self.waiting = (self.waiting[0], segment.bare[0][1])
        before = tags[at - 1] if at > self.first else ""
        if (tag == "``" and before not in (",", ":", "")) or (tag == "''" and before not in (",", ".", ":")):
            return  # marks around a few words part nothing: ``said that “some progress” had been made``
        quote = tag == "``" or (tag == "''" and not (before == "," and self._opened_inside(at)))
        self._begin(at + 1, "quote" if quote else ",")

    def _tells_who(self, phrase: Range) -> bool:
        """Whether a phrase behind a comma is the post of whom a preposition led: ``With Luis Paz, [Peru's envoy],``."""
        before = phrase[0] - 2
        number = self.cast.at[before] if before > self.first else -1
        role = self.cast.mentions[number].role if number >= 0 else None
        if role is None or self.segment.kind != ",":
            return False
        return self.tokens.starts[phrase[0]] <= role.start < self.tokens.ends[phrase[1] - 1]

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

    def _awaits(self, segment: Segment, at: int) -> bool:
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
            told = before == "," or (bool(self.drafts) and self.drafts[-1].verb.lemma in TOLD)
            if word == "that" and segment.kind == "," and told and self._takes_clause() and not segment.bare:
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
            or somebody_in(self.cast, phrase)
        )
