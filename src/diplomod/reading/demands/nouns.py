"""Demands from nouns: ``its demand that``, ``calls for``, ``demands — including A and B``."""

from __future__ import annotations

from collections.abc import Iterator

from diplomod.model import Stance, When
from diplomod.reading.demands.drafts import Draft, Range, View
from diplomod.reading.demands.verbs import addressed, cut, doers
from diplomod.reading.parts import Clause, Form, NounPhrase, Relation

MAKES = frozenset(
    "make reiterate repeat renew issue present press maintain drop restate voice send lay set put have".split()
)
STANCES = {"reject": Stance.REJECTED, "accept": Stance.ACCEPTED, "counter": Stance.COUNTERED, "defer": Stance.DEFERRED}
COPULAS = frozenset("include includes included are were is was".split())
REACH = 60


def find_by_nouns(view: View) -> Iterator[Draft]:
    """The demands of all nouns in order."""
    lowers = view.tokens.lowers
    senses_of = view.lexicon.nouns.senses_of
    for number, phrase in enumerate(view.phrases.nouns):
        senses = senses_of.get(lowers[phrase.head])
        if senses and "demand" in senses and view.tokens.tags[phrase.head][:2] == "NN":
            yield from _of_noun(view, number, phrase)


def _of_noun(view: View, number: int, phrase: NounPhrase) -> Iterator[Draft]:
    """``reiterated its demand that Oslo withdraw``: what stands behind the noun, of its owner or of who makes it."""
    lowers = view.tokens.lowers
    contents = list(_contents(view, number, phrase))
    if not contents:
        return
    clause = _verb_over(view, phrase)
    owner = tuple(n for n in view.cast.between(phrase.first, phrase.last) if view.mention(n).parties)
    by = owner
    answer = None
    if clause is not None:
        stance = next((STANCES[sense] for sense in STANCES if sense in clause.verb.senses), None)
        who = doers(view, clause)
        if stance is not None and owner:
            answer = (who, stance, (clause.first, clause.last))
        elif not owner and (clause.verb.lemma.partition(" ")[0] in MAKES or "say" in clause.verb.senses):
            by = who
        elif not owner:
            return
    if not by and lowers[phrase.head] in ("condition", "conditions", "terms", "term", "appeal", "call", "calls"):
        return
    made = _first_made(view, phrase)
    to: tuple[int, ...] = ()
    for first, last in contents:
        shares = (
            bool(to) and view.tokens.tags[first] == "VBG"
        )  # "Ukraine leaving A and handing over B": both are Ukraine's
        to = to if shares else _doer_of(view, first, last) or addressed(view, first, last, by)
        own = {party.code for party in view.parties(by)}
        to = tuple(n for n in to if not any(party.code in own for party in view.mention(n).parties))
        yield Draft(
            token=phrase.head,
            sentence=view.tokens.sentence_of[phrase.head],
            content=(first, last),
            by=by,
            to=to,
            evidence=(phrase.first, last),
            first_made=made,
            reiterated=_again(clause),
            answer=answer,
            rule=_of_noun,
        )


def _verb_over(view: View, phrase: NounPhrase) -> Clause | None:
    """The clause whose object the phrase is: ``reiterating demands``, ``rejected Iran’s demand``."""
    verb_at = view.phrases.verb_at
    for token in range(phrase.first - 1, max(-1, phrase.first - 5), -1):
        if verb_at[token] >= 0:
            group = view.phrases.verbs[verb_at[token]]
            return next((clause for clause in _near(view, token) if clause.verb is group), None)
        if view.tokens.tags[token] not in ("IN", "RP", "TO", "DT", "``"):
            return None
    return None


def _near(view: View, token: int) -> Iterator[Clause]:
    """The clauses of the token's sentence."""
    sentence = view.tokens.sentence_of[token]
    low, high = 0, len(view.clauses)
    while low < high:
        middle = (low + high) // 2
        if view.clauses[middle].sentence < sentence:
            low = middle + 1
        else:
            high = middle
    while low < len(view.clauses) and view.clauses[low].sentence == sentence:
        yield view.clauses[low]
        low += 1


def _again(clause: Clause | None) -> Range | None:
    if clause is not None and clause.verb.lemma in ("reiterate", "repeat", "renew", "restate"):
        return clause.verb.head, clause.verb.head + 1
    return None


def _contents(view: View, number: int, phrase: NounPhrase) -> Iterator[Range]:
    """What is demanded: a clause after that, a thing after for, the list after including or a dash."""
    lowers, tags = view.tokens.lowers, view.tokens.tags
    end = view.tokens.sentences[view.tokens.sentence_of[phrase.head]][1]
    at = phrase.last
    if at >= end:
        return
    if (lowers[at] == "that" and tags[at] in ("IN", "WDT")) or lowers[at] == "for":
        last = _stop(view, at + 1, end)
        yield view.trimmed(at + 1, cut(view, at + 1, last))
        return
    if lowers[at] == "to" and lowers[phrase.head] in (
        "call",
        "calls",
        "demand",
        "demands",
        "appeal",
        "appeals",
    ):
        yield view.trimmed(at + 1, cut(view, at + 1, _stop(view, at + 1, end)))
        return
    if lowers[at] in COPULAS:  # "Moscow's demands include", "among its conditions are"
        yield from _items(view, at + 1, end)
        return
    for token in range(at, min(end, at + 16)):
        if lowers[token] in ("including", "namely") or (tags[token] == ":" and lowers[token] not in (";", "…", "...")):
            first = token + 1
            if first < end and lowers[first] in ("including", "namely"):
                first += 1
            yield from _items(view, first, end)
            return
        if tags[token] in ("VBZ", "VBP", "MD", "."):
            return


def _stop(view: View, first: int, end: int) -> int:
    """The end of the clause that begins at `first`: the last of the clauses that begin there, else a stop."""
    best = first
    for clause in _near(view, first):
        if clause.first <= first + 1 < clause.last or first <= clause.first < first + 6:
            best = max(best, clause.last)
            break
    if best > first:
        return min(best, end)
    for token in range(first, min(end, first + REACH)):
        if view.tokens.tags[token] in (",", ".", ":", "''") or (view.phrases.verb_at[token] >= 0 and token > first):
            return token
    return end


def _items(view: View, first: int, end: int) -> Iterator[Range]:
    """The items of a list of demands, parted where each begins with a gerund or a noun phrase of its own."""
    tags, lowers = view.tokens.tags, view.tokens.lowers
    start = first
    for token in range(first, end):
        ends = tags[token] in (".", ":") or token == end - 1
        if ends:
            last = token if tags[token] in (".", ":") else end
            if last > start:
                yield view.trimmed(start, last)
            return
        joins = tags[token] == "CC" and lowers[token] == "and" and token + 1 < end
        if (joins and tags[token + 1] == "VBG" and token > start + 1) or (
            tags[token] == ","
            and token + 1 < end
            and (tags[token + 1] == "VBG" or lowers[token + 1 : token + 2] == ["the"])
        ):
            yield view.trimmed(start, token)
            start = token + 1


def _doer_of(view: View, first: int, last: int) -> tuple[int, ...]:
    """Who is to do what is demanded: the subject of its first verb (``Ukraine abandoning …``, ``that Israel withdraw``)."""
    verb_at = view.phrases.verb_at
    for token in range(first, min(last, first + 16)):
        if verb_at[token] >= 0:
            found = tuple(n for n in view.cast.between(first, token) if view.mention(n).parties)
            return found[:1] if found else ()
    return ()


def _first_made(view: View, phrase: NounPhrase) -> When | None:
    """When the demand was first made, if a clause on the noun tells: ``demands first laid out in June 2024``."""
    end = view.tokens.sentences[view.tokens.sentence_of[phrase.head]][1]
    lowers = view.tokens.lowers
    if "first" not in lowers[phrase.last : min(end, phrase.last + 6)] and not any(
        clause.verb.form is Form.PARTICIPLE
        and clause.relation is Relation.RELATIVE
        and phrase.last <= clause.first <= phrase.last + 3
        for clause in _near(view, phrase.head)
    ):
        return None
    for time in view.times:
        if phrase.last <= time.first < min(end, phrase.last + 12):
            return time.when
        if time.first > end:
            break
    return None
