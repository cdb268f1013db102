"""What is done in each sentence: clauses -> deeds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from diplomod.coding.moods import GOVERNING, MUST, READY, WILL, in_mood
from diplomod.lexicon import Lexicon
from diplomod.lexicon.deeds import deeds
from diplomod.model import Span
from diplomod.reading.clauses import find_clauses
from diplomod.reading.dates import find_dates
from diplomod.reading.document import lay_out
from diplomod.reading.names import find_names
from diplomod.reading.parts import Clause, Form, Relation, Tense, Tokens
from diplomod.reading.phrases import find_phrases
from diplomod.reading.tokens import tokenize

REACH = 14  # so many words after a verb may tell what it does
LATE = frozenset((Relation.RELATIVE, Relation.ADVERBIAL))


@attrs.frozen(slots=True, kw_only=True)
class Deed:
    """What somebody does: its code and mode by PLOVER, the words that tell it, and those of who does it to whom."""

    code: str
    mode: str
    words: Span
    source: Span | None = None
    target: Span | None = None


def find_deeds(text: str, lexicon: Lexicon | None = None) -> tuple[Deed, ...]:
    """The deed that each sentence of a text tells first of all; sentences that tell of none give none.

    >>> [(deed.code, str(deed.source), str(deed.target)) for deed in find_deeds("Peru has lifted its ban on Chilean grapes.")]
    [('YIELD', 'Peru', 'its ban')]
    """
    words = Lexicon.default() if lexicon is None else lexicon
    document = lay_out(text, lexicon=words, published=None)
    tokens = tokenize(document, words)
    phrases = find_phrases(tokens, words)
    times = find_dates(document, tokens, None).found
    cast = find_names(document, tokens, phrases, words, ())
    of_sentence: dict[int, list[Clause]] = {}
    for clause in find_clauses(tokens, phrases, cast, times):
        of_sentence.setdefault(clause.sentence, []).append(clause)
    found = (next(_deeds(tokens, clauses), None) for clauses in of_sentence.values())
    return tuple(deed for deed in found if deed is not None)


def _deeds(tokens: Tokens, clauses: Sequence[Clause]) -> Iterator[Deed]:
    """The deeds of a sentence, those of its main clauses first."""
    by_number = {clause.number: clause for clause in clauses}
    for clause in sorted(clauses, key=lambda one: _is_late(one, by_number)):
        found = _code(tokens, clause, by_number)
        if found is not None and found[0]:
            yield Deed(
                code=found[0],
                mode=found[1],
                words=tokens.span(clause.verb.first, clause.verb.last),
                source=tokens.span(*clause.subject) if clause.subject is not None else None,
                target=tokens.span(*clause.objects[0]) if clause.objects else None,
            )


def _is_late(clause: Clause, by_number: dict[int, Clause]) -> bool:
    """Whether a clause, or one that it hangs on, only tells more of something else."""
    step: Clause | None = clause
    while step is not None:
        if step.relation in LATE:
            return True
        step = by_number.get(step.governor) if step.governor is not None else None
    return False


def _code(tokens: Tokens, clause: Clause, by_number: dict[int, Clause]) -> tuple[str, str] | None:
    verb = clause.verb
    lower = tokens.lowers[verb.head]
    table = deeds()
    lemma = table.verbs.lemma(lower, tokens.tags[verb.head])
    after = tokens.lowers[verb.head + 1 : min(clause.last, verb.head + 1 + REACH)]
    before = tokens.lowers[slice(*clause.subject)] if verb.passive and clause.subject is not None else []
    governed = _governed(tokens, clause, lemma, after)
    if governed is not None:
        return governed
    found = table.code(lemma, after, before)
    group = tokens.lowers[verb.first : verb.head]
    modal = next((word for word in group if word in WILL or word in MUST), verb.modal)
    if found is None:
        return ("REQUEST", "") if modal in MUST and clause.relation is Relation.COMPLEMENT else None
    if clause.relation is Relation.INFINITIVE and clause.governor in by_number:
        governor = by_number[clause.governor]
        above = table.verbs.lemma(tokens.lowers[governor.verb.head], tokens.tags[governor.verb.head])
        if above in GOVERNING:
            return None
    future = verb.tense is Tense.FUTURE or "going" in group
    return in_mood(found[0], modal=modal, future=future, negated=verb.negated), found[1]


def _governed(tokens: Tokens, clause: Clause, lemma: str, after: Sequence[str]) -> tuple[str, str] | None:
    """The code of a verb that governs another one: ``agreed to meet``, ``is ready to send``."""
    if "to" not in after[:4]:
        return None
    ready = next((word for word in after[:3] if word in READY), None)
    if ready is not None or tokens.lowers[clause.verb.head] in READY:
        return ("REJECT" if clause.verb.negated else "AGREE"), ""
    if lemma in GOVERNING and clause.verb.form is not Form.GERUND:
        return ("REJECT" if clause.verb.negated else GOVERNING[lemma]), ""
    return None
