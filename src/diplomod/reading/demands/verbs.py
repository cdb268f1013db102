"""Demands from verbs: ``demanded that``, ``called on X to``, ``insists that X leave``, ``must``, ``not until X agrees to``."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

from diplomod.reading.demands.drafts import Draft, Range, View
from diplomod.reading.parts import Clause, Form, MentionKind, Relation

TOLD = frozenset("tell warn order instruct command direct".split())
MUST = frozenset(("must", "have to", "has to", "need to"))
CUTS = frozenset(
    "a an conditions terms demands something saying adding warning citing while though although but".split()
)
# What is asked of a friend, not demanded of the other side.
FAVOURS = frozenset(
    "assistance help support advice information comment patience clarification permission time more prayers".split()
)
FROM = frozenset("from of by".split())
PRESSES = frozenset(
    "lifting removal release withdrawal guarantee guarantees return easing recognition relief freeze "
    "ceasefire suspension extradition apology compensation concession concessions commitment "
    "assurances dismantlement dismantling access inspection inspections".split()
)


def find_by_verbs(view: View) -> Iterator[Draft]:
    """The demands of all clauses in order."""
    for clause in view.clauses:
        senses = clause.verb.senses
        found = False
        for sense, rule in RULES:
            if sense in senses or sense == clause.verb.lemma.partition(" ")[0]:
                for draft in rule(view, clause):
                    found = True
                    draft.rule = rule
                    yield draft
                if found:
                    break
        if not found and clause.verb.modal in MUST:
            yield from _made_by(_must, view, clause)
        elif not found and clause.governor is not None:
            yield from _made_by(_unless, view, clause)


def _made_by(rule: Callable[[View, Clause], Iterator[Draft]], view: View, clause: Clause) -> Iterator[Draft]:
    for draft in rule(view, clause):
        draft.rule = rule
        yield draft


def doers(view: View, clause: Clause) -> tuple[int, ...]:
    """Who does what the clause says: its actors, or those of the verb above if it has none of its own."""
    for _ in range(6):
        if clause.actors or clause.verb.form is Form.FINITE or clause.governor is None:
            break
        clause = view.clauses[clause.governor]
    return tuple(
        n
        for n in clause.actors
        if view.mention(n).parties or view.mention(n).kind is MentionKind.PERSON or view.mention(n).pronoun
    )


def _draft(
    view: View, clause: Clause, by: tuple[int, ...], to: tuple[int, ...], first: int, last: int
) -> Iterator[Draft]:
    content = view.trimmed(first, cut(view, first, last))
    if content[0] >= content[1]:
        return
    yield Draft(
        token=clause.verb.head,
        sentence=clause.sentence,
        content=content,
        by=by,
        to=to,
        evidence=(min(clause.first, clause.verb.first), max(content[1], clause.verb.last)),
        reiterated=_again(view, clause),
        rule=find_by_verbs,
    )


def cut(view: View, first: int, last: int) -> int:
    """Where a demand ends: before what only comments on it (``…, a step that``, ``…, saying``)."""
    tags, lowers, quoted = view.tokens.tags, view.tokens.lowers, view.tokens.quoted
    for token in range(first + 1, last):
        if tags[token] == "," and token + 1 < last and lowers[token + 1] in CUTS:
            return token
        if tags[token] == "''" and quoted[first] < 0 and "``" not in tags[first:token]:
            return token
    return last


def _again(view: View, clause: Clause) -> Range | None:
    """The words that show it is no new demand: ``again``, ``repeatedly``, ``reiterated``."""
    lowers = view.tokens.lowers
    for token in range(clause.first, min(clause.last, clause.verb.last + 2)):
        if lowers[token] in ("again", "repeatedly", "once more") or clause.verb.lemma in (
            "reiterate",
            "repeat",
            "renew",
        ):
            return (
                (token, token + 1)
                if lowers[token] in ("again", "repeatedly")
                else (clause.verb.head, clause.verb.head + 1)
            )
    return None


def _complements(view: View, clause: Clause) -> Iterator[Clause]:
    for number in view.children.get(clause.number, ()):
        child = view.clauses[number]
        if child.relation is Relation.COMPLEMENT and child.first >= clause.verb.last:
            yield child


def _infinitives(view: View, clause: Clause) -> Iterator[Clause]:
    for number in view.children.get(clause.number, ()):
        child = view.clauses[number]
        if child.verb.form is Form.INFINITIVE and child.first >= clause.verb.last:
            yield child


def _content_start(view: View, child: Clause) -> int:
    first = child.first
    return first + 1 if view.tokens.lowers[first] in ("that", "to") else first


def _demanded(view: View, clause: Clause) -> Iterator[Draft]:
    """``demanded that Israel withdraw``: to Israel; ``called for an end to the siege``: to whom the words name."""
    by = doers(view, clause)
    if clause.verb.passive or clause.verb.negated:
        return
    for child in _complements(view, clause):
        to = tuple(n for n in child.actors if view.mention(n).parties)
        yield from _draft(view, clause, by, to, _content_start(view, child), child.last)
        return
    start = clause.verb.last
    end = clause.last
    lowers = view.tokens.lowers
    if start < end and view.phrases.noun_at[start] >= 0:
        infinitives = [child for child in _infinitives(view, clause) if child.first - start < 12]
        if (
            infinitives
            and clause.objects
            and clause.verb.lemma in ("call for", "press for", "push for", "appeal for", "ask for")
        ):
            to = view.actors(start, infinitives[0].first)
            yield from _draft(view, clause, by, tuple(n for n in to if view.mention(n).parties), start, end)
            return
        if clause.verb.lemma == "seek":
            phrase = view.phrases.nouns[view.phrases.noun_at[start]]
            if lowers[phrase.head] not in PRESSES:
                return
            for token in range(phrase.last, min(end, phrase.last + 5)):
                if lowers[token] == "namely":
                    start = token + 1
        yield from _draft(view, clause, by, addressed(view, start, end, by), start, end)


def addressed(view: View, first: int, last: int, by: tuple[int, ...]) -> tuple[int, ...]:
    """The parties that a demand for a thing names as those who are to do it: ``a halt by X``, ``X’s withdrawal``."""
    own = {party.code for party in view.parties(by)}
    lowers, tags = view.tokens.lowers, view.tokens.tags
    for number in view.cast.between(first, last):
        mention = view.mention(number)
        if not mention.parties or any(party.code in own for party in mention.parties):
            continue
        before = lowers[mention.first - 1] if mention.first > first else ""
        owns = mention.last < last and tags[mention.last] in ("POS", "VBG")
        if owns or before in ("by", "from", "on"):
            return (number,)
    return ()


def _asked(view: View, clause: Clause) -> Iterator[Draft]:
    """``urged the two sides to return to the table``: to both, ``return to the table``."""
    verb, lowers = clause.verb, view.tokens.lowers
    by = doers(view, clause)
    if verb.negated or (verb.passive and verb.lemma in ("want", "expect", "give")):
        return
    if verb.passive:
        to, by = by, _agent(view, clause)
        own = {party.code for party in view.parties(to)}
        by = tuple(n for n in by if not any(party.code in own for party in view.mention(n).parties))
        for child in _infinitives(view, clause):
            yield from _draft(view, clause, by, to, child.verb.head, child.last)
            return
        return
    start = verb.last
    if (
        start < clause.last
        and lowers[start] in ("for",)
        and verb.lemma in ("ask", "plead", "press", "push", "appeal", "lobby")
    ):
        last = max([clause.last, *(child.last for child in _infinitives(view, clause))])
        if last > start + 1:
            to = addressed(view, start + 1, last, by)
            phrase = view.phrases.noun_at[start + 1]
            if phrase >= 0 and lowers[view.phrases.nouns[phrase].head] in FAVOURS:
                return
            yield from _draft(view, clause, by, to, start + 1, last)
        return
    if clause.objects and verb.lemma in ("ask", "press", "push"):
        end = clause.objects[0][1]
        if end + 1 < clause.last and lowers[end] == "for" and view.phrases.noun_at[end + 1] >= 0:
            to = tuple(n for n in view.actors(*clause.objects[0]) if view.mention(n).parties)
            head = lowers[view.phrases.nouns[view.phrases.noun_at[end + 1]].head]
            if to and head not in FAVOURS:  # "asked Canada for evidence"
                yield from _draft(view, clause, by, to, end + 1, clause.last)
                return
    for child in _infinitives(view, clause):
        to = view.actors(start, child.first)
        if verb.lemma in ("want", "expect", "give") and not _of_another(view, clause, by, to, child):
            return
        known = (clause.objects or verb.lemma == "appeal") and view.parties(
            by
        )  # "pressed the North to declare": whom, the words leave open
        if (to or known) and child.verb.head - start < 30:
            told = tuple(n for n in to if view.mention(n).parties)
            named = next((token for token in range(child.first, child.verb.head + 1) if lowers[token] == "to"), None)
            begin = child.verb.first if named is None else named + 1
            if lowers[begin - 2 : begin] == ["not", "to"]:
                begin -= 2
            yield from _draft(view, clause, by, _owners_out(view, told), begin, _with_coordinates(view, child))
            return
    if verb.lemma == "want" and clause.objects and view.parties(by):
        end = clause.objects[0][1]
        if end < len(view.tokens.tags) and view.tokens.tags[end] == "VBN":  # "wants its claims recognised"
            last = max([clause.last, *(view.clauses[n].last for n in view.children.get(clause.number, ()))])
            yield from _draft(view, clause, by, (), clause.objects[0][0], last)
        return
    if verb.lemma in ("ask", "tell", "warn", "want", "expect", "give"):
        return
    for child in _complements(view, clause):
        if _is_base(view, child) or child.verb.modal in MUST or child.verb.modal == "should":
            to = tuple(n for n in child.actors if view.mention(n).parties)
            yield from _draft(view, clause, by, to, _content_start(view, child), child.last)
            return


def _of_another(view: View, clause: Clause, by: tuple[int, ...], to: tuple[int, ...], child: Clause) -> bool:
    """Whether one party wants something of another: ``Egypt wants Ethiopia to sign``, ``gave Oslo until Friday to``."""
    own = {party.code for party in view.parties(by)}
    told = {party.code for party in view.parties(to)}
    if clause.verb.lemma == "give" and "until" not in view.tokens.lowers[clause.verb.last : child.first]:
        return False
    return bool(own) and bool(told) and not own & told


def _with_coordinates(view: View, clause: Clause) -> int:
    """The end of an infinitive with those that go on with it: ``to stop the shelling and withdraw``."""
    last = clause.last
    for number in view.children.get(clause.number, ()):
        other = view.clauses[number]
        if (
            other.relation is Relation.COORDINATE
            and other.first <= last + 1
            and view.tokens.tags[other.verb.first] == "VB"
        ):
            last = max(last, other.last)
    return last


def _owners_out(view: View, numbers: tuple[int, ...]) -> tuple[int, ...]:
    return (
        tuple(
            n
            for n in numbers
            if view.mention(n).last >= len(view.tokens.tags) or view.tokens.tags[view.mention(n).last] != "POS"
        )
        or numbers
    )


def _agent(view: View, clause: Clause) -> tuple[int, ...]:
    for token in range(clause.verb.last, min(clause.last, clause.verb.last + 4)):
        if view.tokens.lowers[token] == "by":
            return view.actors(token + 1, min(clause.last, token + 12))
    return ()


def _is_base(view: View, clause: Clause) -> bool:
    """Whether the verb of a that-clause is in its base form (``insists that Tehran abandon``), which makes it a demand."""
    verb = clause.verb
    tags = view.tokens.tags
    return tags[verb.first] == "VB" or (
        tags[verb.first] == "VBP" and clause.subject is not None and tags[clause.subject[1] - 1] in ("NNP", "NN")
    )


def _insisted(view: View, clause: Clause) -> Iterator[Draft]:
    """``insists that Tehran abandon enrichment``; ``insisted that talks were going on`` is none."""
    for child in _complements(view, clause):
        by = doers(view, clause)
        to = tuple(n for n in child.actors if view.mention(n).parties)
        own, told = {p.code for p in view.parties(by)}, {p.code for p in view.parties(to)}
        plural = view.tokens.tags[child.verb.first] == "VBP" and bool(own) and bool(told) and not own & told
        if _is_base(view, child) or child.verb.modal in MUST or (plural and child.verb.lemma not in ("be", "have")):
            yield from _draft(view, clause, by, to, _content_start(view, child), child.last)


def _must(view: View, clause: Clause) -> Iterator[Draft]:
    """``reiterated that Hamas must release all hostages``: what stands after must, of the one who says so."""
    number = view.spoken[clause.verb.head]
    to = tuple(n for n in clause.actors if view.mention(n).parties or view.mention(n).pronoun)
    if number < 0 or not to or clause.verb.passive or clause.verb.lemma in ("be", "have", "say"):
        return
    statement = view.statements[number]
    own = statement.party
    told = view.parties(to)
    if own is not None and any(party.code == own.code for party in told):
        return
    if any(view.tokens.lowers[view.mention(n).first] in ("we", "i", "you") for n in to):
        return
    for draft in _draft(
        view, clause, (), tuple(n for n in to if view.mention(n).parties), clause.verb.head, clause.last
    ):
        end = draft.content[1]
        while (
            end > draft.content[0] + 1
            and view.spoken[end - 1] != number
            and view.tokens.starts[end - 1] >= statement.content.end
        ):
            end -= 1
        draft.content = view.trimmed(draft.content[0], end)
        yield draft


def _until(view: View, clause: Clause) -> Iterator[Draft]:
    """``no exchanges until Israel agreed to a ceasefire``: what the other side must agree to first."""
    lowers = view.tokens.lowers
    before = lowers[max(clause.first - 1, 0) : clause.verb.first]
    number = view.spoken[clause.verb.head]
    if number < 0 or not ({"until", "unless"} & set(before)):
        return
    to = tuple(n for n in clause.actors if view.mention(n).parties)
    statement = view.statements[number]
    if not to or statement.party is None or any(p.code == statement.party.code for p in view.parties(to)):
        return
    start = clause.verb.last
    if start < clause.last and lowers[start] == "to":
        pieces = [start]
        for token in range(start + 1, clause.last):
            if lowers[token] == "to" and lowers[token - 1] in ("and", ","):
                pieces.append(token)
            elif view.tokens.tags[token] in (",", ".", "WDT") and lowers[token + 1 : token + 2] != ["to"]:
                pieces.append(token)
                break
        else:
            pieces.append(clause.last)
        for first, last in itertools.pairwise(pieces):
            yield from _draft(view, clause, (), to, first + 1, last)
    else:
        yield from _draft(view, clause, (), to, clause.verb.first, clause.last)


def _unless(view: View, clause: Clause) -> Iterator[Draft]:
    """``Oslo will not lift its veto unless Lima returns the ships``: what Lima must do."""
    before = view.tokens.lowers[max(clause.first - 1, 0) : clause.verb.first]
    if clause.governor is None or not ({"unless", "until"} & set(before)) or clause.verb.passive:
        return
    above = view.clauses[clause.governor]
    if not above.verb.negated and above.verb.lemma not in ("refuse", "reject", "decline"):
        return
    by, to = doers(view, above), tuple(n for n in clause.actors if view.mention(n).parties)
    own, told = {p.code for p in view.parties(by)}, {p.code for p in view.parties(to)}
    if own and told and not own & told:
        yield from _draft(view, clause, by, to, clause.verb.first, clause.last)


def _conditional(view: View, clause: Clause) -> Iterator[Draft]:
    """``made its approval conditional on Oslo signing``: what Oslo must do."""
    lowers = view.tokens.lowers
    for token in range(clause.verb.last, min(clause.last, clause.verb.last + 8) - 1):
        if lowers[token] in ("conditional", "contingent") and lowers[token + 1] in ("on", "upon"):
            by = doers(view, clause)
            end = view.tokens.sentences[clause.sentence][1]
            to = addressed(view, token + 2, end, by)
            yield from _draft(view, clause, by, to, token + 2, end)
            return


RULES: tuple[tuple[str, Callable[[View, Clause], Iterator[Draft]]], ...] = (
    ("insist", _insisted),
    ("demand", _demanded),
    ("demand_soft", _demanded),
    ("ask", _asked),
    ("tell", _asked),
    ("warn", _asked),
    ("accept", _until),
    ("want", _asked),
    ("expect", _asked),
    ("give", _asked),
    ("make", _conditional),
)
