"""Which rule and which words made each value of a statement."""

from __future__ import annotations

from collections.abc import Iterator

from diplomod.model import Span, Statement
from diplomod.reading.parts import Ground, Rule
from diplomod.reading.speakers import speaker_at


def grounds_of(statement: Statement, rule: Rule, cue_rule: Rule | None) -> Iterator[Ground]:
    """The grounds of a statement whose words `rule` found and whose cue `cue_rule` did (None for the answers of transcripts).

    Of ``They will come, Vik said.`` the content has the rule `before`, the cue `of_clause`, the speaker the word ``Vik``.
    """
    speaker, content = statement.speaker, _characters(statement.content)
    who = content if speaker.span is None else _characters(speaker.span)
    teller = cue_rule or rule
    yield Ground(field="speaker", rule=teller, words=(who,), value=speaker.name)
    if speaker.party is not None:
        told = speaker.party.span
        words = (who,) if told is None else (who, _characters(told))
        yield Ground(field="speaker.party", rule=speaker_at, words=words, value=speaker.party.code)
    if speaker.role is not None:
        yield Ground(field="speaker.role", rule=speaker_at, words=(_characters(speaker.role),))
    yield Ground(field="mode", rule=rule, words=(content,))
    yield Ground(field="content", rule=rule, words=(content,))
    for field, span in (("cue", statement.cue), ("to", statement.to), ("occasion", statement.occasion)):
        if span is not None:
            yield Ground(field=field, rule=teller, words=(_characters(span),))
    if statement.when is not None:
        words = (content,) if statement.when.span is None else (_characters(statement.when.span),)
        yield Ground(field="when", rule=teller, words=words)
    if statement.within is not None:
        yield Ground(field="within", rule=rule, words=(content,), value=statement.within)


def _characters(span: Span) -> tuple[int, int]:
    return span.start, span.end
