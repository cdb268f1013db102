"""Clauses and ranges of words -> drafts."""

from __future__ import annotations

from collections.abc import Iterator

from diplomod.reading.demands.contents import cut, items
from diplomod.reading.demands.drafts import Aim, Draft, Range, View
from diplomod.reading.parts import Clause

AGAIN = frozenset(("reiterate", "repeat", "renew"))


def draft_of(
    view: View,
    clause: Clause,
    by: tuple[int, ...],
    to: tuple[int, ...],
    first: int,
    last: int,
    aim: Aim = Aim.OPEN,
) -> Iterator[Draft]:
    """The drafts of the demands, one or several, that the words from `first` to `last` list."""
    for begin, end in items(view, first, cut(view, first, last)):
        if view.tokens.lowers[begin : begin + 2] == ["do", ":"]:
            begin += 2  # "what they have to do: stop the tests"
        content = view.closed(*view.trimmed(begin, end))
        if content[0] >= content[1] or _is_empty(view, *content):
            continue
        yield Draft(
            token=clause.verb.head,
            sentence=clause.sentence,
            content=content,
            by=by,
            to=to,
            aim=aim,
            evidence=(min(clause.first, clause.verb.first), max(content[1], clause.verb.last)),
            reiterated=_again(view, clause),
            clause=clause,
            rule=draft_of,
        )


STAGED = frozenset("held hosted convened organised organized staged".split())


def _is_empty(view: View, first: int, last: int) -> bool:
    """``had asked both to | do so``: nothing that is told."""
    words = view.tokens.lowers[first:last]
    if not any(word[0].isalnum() for word in words) or (
        words[0] in ("it", "this", "that") and words[1:2] in (["at"], ["in"])
    ):
        return True  # "the ten years that it had asked for", "had asked for it at every meeting"
    if words[0] == "be" and words[1:2] and words[1] in STAGED:
        return True  # "invited Lima to the forum to be held in Oslo"
    return words in (["do"], ["do", "so"], ["do", "it"], ["do", "that"], ["do", "this"])


def _again(view: View, clause: Clause) -> Range | None:
    """The words that show it is no new demand: ``again``, ``repeatedly``, ``reiterated``."""
    lowers = view.tokens.lowers
    for token in range(clause.first, min(clause.last, clause.verb.last + 2)):
        if lowers[token] in ("again", "repeatedly", "still"):
            return token, token + 1
        if lowers[token : token + 2] == ["once", "more"]:
            return token, token + 2
    return (clause.verb.head, clause.verb.head + 1) if clause.verb.lemma in AGAIN else None
