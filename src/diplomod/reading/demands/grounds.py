"""Which rule and which words made each value of a demand and of an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diplomod.model import Demand, Party, Response, Span, Speaker
from diplomod.reading.demands.answer import Answer
from diplomod.reading.demands.answers import find_answers
from diplomod.reading.demands.drafts import Draft, Range, View
from diplomod.reading.parts import Ground, Rule
from diplomod.reading.speakers import speaker_at


def grounds_of_demand(view: View, draft: Draft, demand: Demand) -> Iterator[Ground]:
    """The grounds of a demand, in the order of its fields.

    Of ``Oslo urged the rebels to free the crew`` all have the rule `asked`; `by` has the words ``Oslo``.
    """
    rule = draft.rule
    if demand.by is not None:
        own = [n for n in draft.by if any(party.code == demand.by.code for party in view.mention(n).parties)]
        spoken = None if own or demand.speaker is None else demand.speaker.span
        words = _mentioned(view, own) or _spans(spoken) or _spans(demand.by.span) or _spans(demand.evidence[0])
        yield Ground(field="by", rule=rule if own else speaker_at, words=words, value=demand.by.code)
    if demand.speaker is not None:
        yield _speaker(demand.speaker, rule, demand.evidence[0])
    yield from _addressees(view, draft, demand, rule)
    word = view.tokens.starts[draft.token], view.tokens.ends[draft.token]
    yield Ground(field="content", rule=rule, words=(word, *_spans(demand.content)))
    for field, when in (("first_made", demand.first_made), ("deadline", demand.deadline)):
        if when is not None:
            yield Ground(field=field, rule=rule, words=_spans(when.span) or _spans(demand.evidence[0]))
    for field, span in (("reiterated", demand.reiterated), ("condition", demand.condition)):
        if span is not None:
            yield Ground(field=field, rule=rule, words=_spans(span))
    yield Ground(field="evidence", rule=rule, words=_spans(demand.evidence[0]))


def _addressees(view: View, draft: Draft, demand: Demand, rule: Rule) -> Iterator[Ground]:
    for party in demand.to:
        meant = [n for n in draft.to if any(one.code == party.code for one in view.mention(n).parties)]
        words = _mentioned(view, meant) or _spans(party.span) or _spans(demand.evidence[0])
        yield Ground(field="to", rule=rule, words=words, value=party.code)


def grounds_of_response(view: View, answer: Answer, response: Response) -> Iterator[Ground]:
    """The grounds of an answer: the demand that it answers, who answers, and the words that tell how."""
    shown = _spans(response.evidence[0])
    for wanted, draft in zip(response.to, answer.to, strict=True):
        start, end = draft.content
        content = view.tokens.starts[start], view.tokens.ends[end - 1]
        yield Ground(field="to", rule=find_answers, words=(content,), value=wanted)
    if response.by is not None:
        yield Ground(
            field="by", rule=find_answers, words=_by(view, answer, response.by) or shown, value=response.by.code
        )
    if response.speaker is not None:
        yield _speaker(response.speaker, find_answers, response.evidence[0])
    verb = answer.verb
    words = shown if verb is None else ((view.tokens.starts[verb[0]], view.tokens.ends[verb[1] - 1]),)
    yield Ground(field="stance", rule=answer.rule, words=words)
    yield Ground(field="evidence", rule=answer.rule, words=shown)


def _by(view: View, answer: Answer, party: Party) -> tuple[Range, ...]:
    own = [n for n in answer.by if any(one.code == party.code for one in view.mention(n).parties)]
    return _mentioned(view, own) or _spans(party.span)


def _speaker(speaker: Speaker, rule: Rule, evidence: Span) -> Ground:
    return Ground(field="speaker", rule=rule, words=_spans(speaker.span) or _spans(evidence), value=speaker.name)


def _mentioned(view: View, numbers: Sequence[int]) -> tuple[Range, ...]:
    found = (view.mention(number) for number in numbers)
    return tuple((view.tokens.starts[one.first], view.tokens.ends[one.last - 1]) for one in found)


def _spans(span: Span | None) -> tuple[Range, ...]:
    return () if span is None else ((span.start, span.end),)
