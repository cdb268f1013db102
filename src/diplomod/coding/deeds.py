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
NEAR, FAR = 3, 9  # so many words after a verb, ready and to may stand
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
        if step.relation in LATE or (step.verb.form is Form.PARTICIPLE and step.relation is None):
            return True
        step = by_number.get(step.governor) if step.governor is not None else None
    return False


def _code(tokens: Tokens, clause: Clause, by_number: dict[int, Clause]) -> tuple[str, str] | None:
    verb = clause.verb
    table = deeds()
    lemma = _lemma(tokens, clause)
    group = tokens.lowers[verb.first : verb.head]
    modal = next((word for word in group if word in WILL or word in MUST), verb.modal)
    if modal in MUST and (clause.relation is Relation.COMPLEMENT or table.rows.get(lemma)):
        return "REQUEST", ""
    after = tokens.lowers[verb.head + 1 : _reach(clause, by_number)]
    governed = _governed(tokens, clause, lemma, after)
    if governed is not None:
        return governed
    found = table.code(lemma, after, _object(tokens, clause))
    if found is None:
        return None
    if clause.relation is Relation.INFINITIVE and clause.governor in by_number:
        if _lemma(tokens, by_number[clause.governor]) in GOVERNING:
            return None
    future = verb.tense is Tense.FUTURE or "going" in group
    return in_mood(found[0], modal=modal, future=future, negated=verb.negated), found[1]


def _lemma(tokens: Tokens, clause: Clause) -> str:
    """The base form of a verb, by the table's own verbs."""
    return deeds().verbs.lemma(tokens.lowers[clause.verb.head], tokens.tags[clause.verb.head])


def _reach(clause: Clause, by_number: dict[int, Clause]) -> int:
    """Where the words end that tell what a verb does: with its clause, or where one begins that only tells more."""
    end = min(clause.last, clause.verb.head + 1 + REACH)
    later = (one.first for one in by_number.values() if one.first > clause.verb.head and one.relation in LATE)
    return min((end, *later))


def _object(tokens: Tokens, clause: Clause) -> list[str]:
    """The words of what is done something to: the objects, with what follows by ``of``; of a passive the subject."""
    verb = clause.verb
    if verb.passive and clause.subject is not None:
        return tokens.lowers[slice(*clause.subject)]
    words: list[str] = []
    for first, last in clause.objects:
        end = last + 4 if tokens.lowers[last : last + 1] == ["of"] else last
        words += tokens.lowers[first : min(end, clause.last)]
    return words


def _governed(tokens: Tokens, clause: Clause, lemma: str, after: Sequence[str]) -> tuple[str, str] | None:
    """The code of a verb that governs another one: ``agreed to meet``, ``is ready to send``."""
    if "to" not in after[:FAR]:
        return None
    place = clause.verb.head + 1 + after.index("to")
    if tokens.tags[place + 1 : place + 2] != ["VB"] and deeds().code(lemma, after) is not None:
        return None  # agreed to a deal
    ready = next((word for word in after[:NEAR] if word in READY), None)
    if ready is not None or tokens.lowers[clause.verb.head] in READY:
        return ("REJECT" if clause.verb.negated else "AGREE"), ""
    if lemma in GOVERNING and clause.verb.form is not Form.GERUND:
        return ("REJECT" if clause.verb.negated else GOVERNING[lemma]), ""
    return None
