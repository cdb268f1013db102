"""Which of the clauses before it a new one hangs on."""

from __future__ import annotations

from diplomod.reading.clauses.draft import Draft, Segment
from diplomod.reading.parts import Cast, Form, Relation, Tokens, VerbGroup

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
FINITE = Form.FINITE
COMPLEMENT, RELATIVE, ADVERBIAL = Relation.COMPLEMENT, Relation.RELATIVE, Relation.ADVERBIAL
LOOK_BACK = 12  # so many verbs before are looked at when a clause seeks the one that it hangs on
SAYING = frozenset(("say", "say_np"))
ADDING = frozenset("add note stress warn emphasize emphasise underline underscore insist reiterate".split())
DENYING = frozenset("deny dismiss refute dispute reject".split())


class Governors:
    """The clauses of a sentence so far, asked for the one that the next hangs on."""

    def __init__(self, tokens: Tokens, cast: Cast, first: int, base: int) -> None:
        """Begin a sentence without clauses."""
        self.tokens, self.cast = tokens, cast
        self.first, self.base = first, base  # the first token of the sentence, the number of its first clause
        self.drafts: list[Draft] = []
        self.segment = Segment(first, "start")

    def _parallel(self, group: VerbGroup) -> Draft | None:
        """The earlier finite verb that this one is coordinated with: of saying with saying, else the nearest."""
        finite = [
            draft for draft in self.drafts[-LOOK_BACK:] if draft.verb.form is FINITE and draft.relation is not RELATIVE
        ]
        if not group.senses.isdisjoint(SAYING):
            saying = [draft for draft in finite if "say" in draft.verb.senses and draft.verb.tense == group.tense]
            if saying:
                return saying[0] if saying[-1].relation is COMPLEMENT else saying[-1]
        return finite[-1] if finite else None

    def _with_complement(self) -> Draft | None:
        """The last verb that a that-clause hangs on."""
        for draft in reversed(self.drafts[-LOOK_BACK:]):
            if draft.relation is COMPLEMENT and draft.governor is not None:
                return self.drafts[draft.governor - self.base]
        return self.drafts[-1] if self.drafts else None

    def _told(self, group: VerbGroup) -> Draft | None:
        """The reported clause that one with a subject of its own goes on: ``said A had left and B would follow``."""
        if ("say" in group.senses and "mind" not in group.senses) or self.tokens.tags[self.segment.first - 1] == ",":
            return None
        for draft in reversed(self.drafts[-LOOK_BACK:]):
            if draft.relation is COMPLEMENT and draft.governor is not None:
                return draft if "say" in self.drafts[draft.governor - self.base].verb.senses else None
            if draft.governor is None and draft.verb.form is FINITE:
                return None
        return None

    def _with_subject(self, draft: Draft) -> Draft:
        """The first of the clauses that one hangs on which has a subject, else itself."""
        above: Draft | None = draft
        while above is not None and above.subject is None:
            known = above.governor is not None and self.base <= above.governor < above.number
            above = self.drafts[above.governor - self.base] if known else None  # type: ignore[operator]
        return above or draft

    def _speaking(self, draft: Draft) -> Draft:
        """The first of the clauses that one hangs on whose subject is somebody, else itself."""
        above = draft
        while not self._speaks(above) and above.governor is not None and self.base <= above.governor < above.number:
            above = self.drafts[above.governor - self.base]
        return above if self._speaks(above) else draft

    def _speaks(self, draft: Draft) -> bool:
        """Whether the subject of a clause is somebody, as far as names and pronouns show."""
        return draft.subject is not None and self._acts(*draft.subject)

    def _acts(self, first: int, last: int) -> bool:
        """Whether somebody, no thing, is named: ``demanded a seat`` has its subject before it."""
        return any(self.cast.at[token] >= 0 for token in range(first, last)) or self.tokens.tags[last - 1] in (
            "NNP",
            "PRP",
        )

    def _is_added(self, group: VerbGroup, draft: Draft) -> bool:
        """Whether a gerund adds to what somebody said, not to what was said: ``said Oslo waits, adding that …``.

        One who denies something says more of it, too: ``denied that a deal had been struck, saying …``.
        """
        above = draft.governor
        if draft.relation is not COMPLEMENT or above is None or not self.base <= above < draft.number:
            return False
        verb = self.drafts[above - self.base].verb
        return "say" in verb.senses and (group.lemma in ADDING or ("say" in group.senses and verb.lemma in DENYING))

    def _is_aside(self, draft: Draft) -> bool:
        """Whether a clause only adds to another, so that what follows a comma goes on with the other."""
        return (
            (draft.relation in (ADVERBIAL, RELATIVE) or draft.verb.form is not FINITE)
            and draft.governor is not None
            and draft.governor >= self.base
            and draft.governor < draft.number
        )
