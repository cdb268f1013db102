"""What makes a statement more or less sure: signs in how it was read."""

from __future__ import annotations

from collections.abc import Iterator

from diplomod.model import Statement
from diplomod.reading.parts import Rule
from diplomod.reading.statements.cue import Cue

LONG = 250  # characters of a content
SHORT = 30
FAR = 60  # characters between a cue and what it introduces
ASIDE = 30  # characters between a cue and its speaker
LETTERS = 3
PLAIN = frozenset(("say", "tell", "add"))
PRONOUNS = frozenset("he she it they we i who".split())


def signs_of(statement: Statement, rule: Rule, cue: Cue | None) -> Iterator[str]:
    """The names of the signs of a statement, in a fixed order."""
    speaker, content = statement.speaker, statement.content
    length = content.end - content.start
    yield f"rule {rule.__name__.lstrip('_')}"
    yield "mode " + statement.mode
    yield "speaker " + speaker.kind
    yield "long" if length > LONG else "short" if length < SHORT else "of usual length"
    if cue is None:
        yield "no cue"
    else:
        yield f"cue {cue.rule.__name__.lstrip('_')}"
        frame = next((name for name in ("say", "say_np", "say_as", "say_of", "say_name") if name in cue.frame), "other")
        yield f"frame {frame}"
        yield "said plainly" if cue.lemma in PLAIN else "said otherwise"
    yield from _of_speaker(statement)
    for name, true in (
        ("within", statement.within is not None),
        ("title", cue is not None and cue.in_title),
        ("far", statement.cue is not None and _gap(statement) > FAR),
        ("cue behind", statement.cue is not None and statement.cue.start >= content.end),
        ("quotes within", "“" in content.text or '"' in content.text),
        ("comma within", "," in content.text),
        ("dated", statement.when is not None),
        ("addressed", statement.to is not None),
        ("occasion", statement.occasion is not None),
    ):
        if true:
            yield name


def _of_speaker(statement: Statement) -> Iterator[str]:
    """The words that stand for the speaker, and how far they are from the cue."""
    words, cue = statement.speaker.span, statement.cue
    if statement.party is None:
        yield "no party"
    if words is None:
        return
    away = 0 if cue is None else max(cue.start - words.end, words.start - cue.end)
    for name, true in (
        ("pronoun", words.text.lower() in PRONOUNS),
        ("short speaker", len(words) <= LETTERS),
        ("capital speaker", words.text[:1].isupper()),
        ("far speaker", away > ASIDE),
    ):
        if true:
            yield name


def _gap(statement: Statement) -> int:
    """The characters between the cue and the words."""
    cue, content = statement.cue, statement.content
    assert cue is not None
    return max(content.start - cue.end, cue.start - content.end)
