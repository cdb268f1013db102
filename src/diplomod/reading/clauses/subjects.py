"""Whose verb it is: each verb of a sentence with its subject, and what relation it has to the one before.

The subject is looked for in what has been seen since the last boundary (a comma, a conjunction, a verb):

- the last noun phrase of the segment that no preposition leads (``Officials in Cairo said``),
- else the antecedent, after who, which or that,
- else the one that waits across an aside (``The minister, who met them, said``),
- else that of the verb before, after and, but or a comma (``acknowledged progress but stressed …``).
"""

from __future__ import annotations

import attrs

from diplomod.reading.clauses.draft import Draft, Range
from diplomod.reading.clauses.governors import LOOK_BACK
from diplomod.reading.clauses.segments import BETWEEN, DASHES, TOLD, Segments
from diplomod.reading.clauses.units import somebody_in
from diplomod.reading.parts import Form, Relation, Tense, VerbGroup

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
FINITE, INFINITIVE, GERUND, PARTICIPLE = Form.FINITE, Form.INFINITIVE, Form.GERUND, Form.PARTICIPLE
AS_INFINITIVE, AS_GERUND, COMPLEMENT, RELATIVE, ADVERBIAL, COORDINATE = (
    Relation.INFINITIVE,
    Relation.GERUND,
    Relation.COMPLEMENT,
    Relation.RELATIVE,
    Relation.ADVERBIAL,
    Relation.COORDINATE,
)
CONJUNCTIONS = frozenset("because although though unless if while whereas".split())  # never prepositions
PAUSES = frozenset((",", ":", "``", "''", "-LRB-", "-RRB-", "."))
WH_TAGS = frozenset("WDT WP WP$ WRB".split())
THAT = frozenset(("that", "whether"))
SUBJECT_CONTROL = frozenset("promise vow pledge threaten offer agree refuse decline swear commit".split())
TELLING = frozenset(("say", "say_as", "say_of", "say_name"))
ASKED_OR_WARNED = frozenset("ask warn advise remind".split())
INVITATIONS = frozenset("invitation invitations request appeal order warning call".split())
LEADING = frozenset("after before while upon on since by without when following".split())
AMONG = frozenset("of from in at for on with to by between and".split())  # what leads the parts of a long noun phrase


class Reading(Segments):
    """One sentence, read from left to right; at each verb a clause is made and its subject sought."""

    def read(self, at: int, last: int) -> list[Draft]:
        """The clauses between two tokens of the sentence."""
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
        self._begin(last, "end")
        return self.drafts

    def _verb(self, group: VerbGroup) -> None:
        segment = self.segment
        if self.drafts and segment.kind == "after":
            under = segment.under is not None and bool(segment.bare) and segment.under[0] > segment.bare[-1][0]
            taken = 1 if group.form is FINITE and segment.bare and not under else 0
            if taken and self.drafts[-1].verb.form is INFINITIVE and self._resumes_main(self.drafts[-1]):
                taken = 0  # "Its offer to host talks in Lima stands": the talks are hosted
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
        if subject is not None and segment.kind == "cc" and (waiting := self._joined_to(subject, last)) is not None:
            subject, first = (waiting[0], subject[1]), waiting[0]
            self.waiting = subject  # so that it is let go of with the others that had waited
        pending = self.pending
        goes_on = self._goes_on_waiting(subject)
        if goes_on is not None and pending is not None:
            self.pending = None
            subject = goes_on
            governor, relation, first = pending[0].number, COMPLEMENT, pending[1]
        elif pending is not None and self._completes(pending[2], subject, last):
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

    def _joined_to(self, subject: Range, last: Draft | None) -> Range | None:
        """Who still waits for a verb, for which one more is named: ``Ana Lima, Peru's envoy, [and Luis Paz] met``."""
        waiting, led = self.waiting, self.segment.led
        if waiting is None or self.pending is not None:
            return None
        if led is not None and not (led[0] == "of" and led[1][0] == subject[1] + 1):
            return None
        if self.tokens.lowers[self.segment.first] != "and" or not (
            somebody_in(self.cast, waiting) and somebody_in(self.cast, subject)
        ):
            return None
        if last is None or last.first < waiting[0]:
            return waiting
        belongs = last.verb.form is PARTICIPLE and last.relation is RELATIVE and last.subject == waiting
        return waiting if belongs else None

    def _goes_on_waiting(self, subject: Range | None) -> Range | None:
        """The subject of a reported clause with one more named behind an aside: ``said Ana Lima, the envoy, [and Luis Paz] met``.

        Of ``said talks between Ana Lima, the envoy, and Luis Paz had failed`` it is the talks.
        """
        waiting = None if self.pending is None else self.pending[2]
        if waiting is None or subject is None or self.segment.kind != "cc" or self.drafts[-1] is not self.pending[0]:  # type: ignore[index]
            return None
        lowers = self.tokens.lowers
        if lowers[self.segment.first] != "and":
            return None
        if somebody_in(self.cast, waiting) and somebody_in(self.cast, subject) and self.segment.led is None:
            return waiting[0], subject[1]
        return waiting if not BETWEEN.isdisjoint(lowers[waiting[1] : subject[0]]) else None

    def _completes(self, waiting: Range | None, subject: Range | None, last: Draft | None) -> bool:
        """Whether the verb of a reported clause comes at last, behind others that belong to its subject."""
        if self.segment.kind == "after" and last is not None and last.verb.form is not FINITE:
            return True
        return self.segment.kind in ("after", ",") and (subject is None) == (waiting is not None)

    def _resumes_main(self, last: Draft | None) -> bool:
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

    def _inverts(self, group: VerbGroup) -> bool:
        """Whether the subject follows: ``…,” said the minister``."""
        read = "quote" in group.senses and group.first > self.first and self.tokens.tags[group.first - 1] == "''"
        return (
            ("say" in group.senses or read)
            and self.units[group.last] > 0
            and group.last not in self.dated  # "Ana Lima, Peru's envoy, said Monday"
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
            elif self._controls(last, segment.bare[-1]) and not self._is_led(group):
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

    def _is_led(self, group: VerbGroup) -> bool:
        """Whether a preposition leads a gerund, which then tells of the subject: ``told reporters after [meeting] Lima``."""
        return group.form is GERUND and group.first > 0 and self.tokens.lowers[group.first - 1] in LEADING

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

    def _controls(self, verb: Draft, phrase: Range) -> bool:
        """Whether the object does what the infinitive says (``urged Israel to leave``), not the subject."""
        if self.tokens.lowers[phrase[1] - 1] in INVITATIONS:
            return False  # "accepted a Ugandan invitation to meet"
        return verb.verb.lemma not in SUBJECT_CONTROL and somebody_in(self.cast, phrase)

    def _add(
        self, group: VerbGroup, first: int, subject: Range | None, governor: int | None, relation: Relation | None
    ) -> None:
        if relation is COMPLEMENT and self.pending is not None and self.pending[0].number == governor:
            self.pending = None
        self.drafts.append(Draft(self.base + len(self.drafts), first, group, subject, [], governor, relation))
