"""What makes a demand or an answer more or less sure: signs in how it was read."""

from __future__ import annotations

from collections.abc import Iterator

from diplomod.model import Demand, Response
from diplomod.reading.demands.answer import Answer
from diplomod.reading.demands.drafts import Draft, View

LONG = 25  # tokens of a content
SHORT = 3


def signs_of_demand(view: View, draft: Draft, demand: Demand) -> Iterator[str]:
    """The names of the signs of a demand, in a fixed order."""
    length = draft.content[1] - draft.content[0]
    yield f"rule {draft.rule.__name__.lstrip('_')}"
    yield "by nobody" if demand.by is None else "by itself" if view.parties(draft.by) else "by whoever speaks"
    yield ("to nobody", "to one", "to several")[min(2, len(demand.to))]
    yield "long" if length > LONG else "short" if length <= SHORT else "of usual length"
    for name, true in (
        ("pronoun", any(view.mention(n).pronoun for n in (*draft.by, *draft.to))),
        ("several demand", len(view.parties(draft.by)) > 1),
        ("quoted", view.tokens.quoted[draft.token] >= 0),
        ("within speech", view.spoken[draft.token] >= 0),
        ("voiced", demand.speaker is not None),
        ("dated", demand.first_made is not None),
        ("again", demand.reiterated is not None),
    ):
        if true:
            yield name


def signs_of_response(view: View, answer: Answer, response: Response) -> Iterator[str]:
    """The names of the signs of an answer, in a fixed order."""
    sentence = view.tokens.sentence_of[answer.token]
    away = min(abs(sentence - draft.sentence) for draft in answer.to)
    yield f"stance {response.stance}"
    yield f"demand {answer.to[-1].rule.__name__.lstrip('_')}"
    yield "in the sentence" if away == 0 else "in the next" if away == 1 else "further off"
    yield "by nobody" if response.by is None else "by itself" if view.parties(answer.by) else "by whoever speaks"
    for name, true in (
        ("pronoun", any(view.mention(n).pronoun for n in answer.by)),
        ("several answered", len(response.to) > 1),
        ("noun", answer.verb is None),
        ("quoted", view.tokens.quoted[answer.token] >= 0),
    ):
        if true:
            yield name
