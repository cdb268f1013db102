"""Demands of titles: those that the text tells again, and verbs without their auxiliary."""

from __future__ import annotations

from diplomod.reading.demands.drafts import Draft, View
from diplomod.reading.demands.likeness import stems
from diplomod.reading.parts import Clause, Form, ParagraphKind

LEAD = 3  # sentences behind a title in which the text tells what the title does, in whatever words


def told_once(view: View, drafts: list[Draft]) -> list[Draft]:
    """The drafts without those of the title that the body tells again, of the same sides: right behind it, or in words of the
    same meaning."""
    kinds = [view.document.paragraphs[number].kind for number in view.document.sentence_paragraphs]
    titled = [draft for draft in drafts if kinds[draft.sentence] is ParagraphKind.TITLE]
    if not titled:
        return drafts
    again = {id(draft) for draft in titled if any(_same(view, draft, other) for other in drafts if other not in titled)}
    return [draft for draft in drafts if id(draft) not in again]


def _same(view: View, one: Draft, other: Draft) -> bool:
    codes = {party.code for party in one.told}, {party.code for party in other.told}
    if (codes[0] and codes[0] != codes[1]) or (one.makers(view) and one.makers(view) != other.makers(view)):
        return False
    if not stems(view, *one.content).isdisjoint(stems(view, *other.content)):
        return True
    near = other.sentence - one.sentence <= LEAD
    makers = one.makers(view)
    return near and bool(codes[0]) and codes[0] == codes[1] and (not makers or makers == other.makers(view) != set())


def is_headline(view: View, clause: Clause) -> bool:
    """Whether a verb of a title is a passive without its auxiliary: ``Lima urged to free crew``, ``Lima told to pay``."""
    verb, (first, last) = clause.verb, view.tokens.sentences[clause.sentence]
    if view.tokens.tags[last - 1] == "." or clause.objects or view.tokens.tags[verb.head] not in ("VBN", "VBD"):
        return False
    if verb.first != verb.head or clause.subject is None or clause.subject[0] < first:
        return False
    if verb.passive:
        return verb.form is Form.PARTICIPLE
    return view.tokens.lowers[verb.last : verb.last + 1] == ["to"]
