"""Demands from conditions: ``not until X agrees to``, ``would do so once Y withdraws``, ``depends on Z reopening``."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from diplomod.reading.demands.claims import agent_of
from diplomod.reading.demands.contents import cut, end_of, part_end
from diplomod.reading.demands.drafting import draft_of
from diplomod.reading.demands.drafts import Draft, Range, View
from diplomod.reading.demands.sides import ENDS, GOODS, addressed, doers
from diplomod.reading.parts import Clause, Form, Relation

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
FINITE = Form.FINITE

# What leads in a condition, and whether it is one whatever stands above it.
LEADS: dict[tuple[str, ...], bool] = {
    ("unless",): False,
    ("until",): False,
    ("before",): False,
    ("once",): False,
    ("if",): False,
    ("only", "if"): True,
    ("only", "when"): True,
    ("only", "after"): True,
    ("only", "once"): True,
    ("provided",): True,
    ("provided", "that"): True,
    ("providing",): True,
    ("providing", "that"): True,
    ("on", "condition"): True,
    ("on", "condition", "that"): True,
    ("on", "the", "condition", "that"): True,
    ("as", "soon", "as"): False,
    ("the", "day"): False,
    ("as", "long", "as"): False,
    ("so", "long", "as"): False,
    ("when",): False,
    ("while",): False,
    ("after",): False,
}
LATE = frozenset(("once", "until", "unless"))
LEAD_ENDS = frozenset(words[-1] for words in LEADS)
BACK = 8  # clauses that are looked back at
LONGEST = 4
# What one side can give another.
CONCEDES = frozenset(
    "return release sign publish lift withdraw free walk hand vacate recognise recognize reopen open stop end halt "
    "disarm ratify drop close dismantle leave allow grant agree accept apologise apologize settle resolve respect "
    "disband extradite pay disclose send transfer renew restore abandon cease ease relax remove scrap waive guarantee "
    "comply fulfil fulfill implement dismantle renounce provide surrender admit cancel revoke rescind pardon repatriate "
    "evacuate demolish".split()
)
WILLING = frozenset(
    "accept agree do resume return attend sign lift free release open reopen withdraw talk meet consider".split()
)
RETURNS = frozenset("accept agree do resume return attend sign talk meet come sit".split())
HINGES = frozenset("depend hinge rest".split())
OFFERS = frozenset(("offer", "propose"))
PRICES = (("in", "return", "for"), ("in", "exchange", "for"), ("subject", "to"))
READY = frozenset("ready willing prepared".split())
CONSENTS = frozenset(
    "approval consent support return signature participation ratification agreement vote backing assent deal accord aid "
    "release withdrawal talks negotiations reopening progress".split()
)
TERMS = frozenset("condition conditions precondition preconditions pre-condition prerequisite requirement".split())
AHEAD = frozenset("will would shall can could wo ca may".split())
FAR = 16  # tokens from an offer to what is wanted for it
THREATS = frozenset("respond retaliate strike attack act impose invade destroy punish".split())


def tied_to(view: View, draft: Draft) -> Range | None:
    """What a demand is tied to: what is not done or given before it is met (``Lima will not sign | unless Oslo pays``), else the
    condition that stands in it (``to free the crew | if the talks succeed``)."""
    lowers = view.tokens.lowers
    first, last = draft.content
    if draft.rule is find_by_conditions:
        begin, end = draft.evidence[0], first
        while end > begin and (lowers[end - 1] in LINKING or view.tokens.tags[end - 1] == ","):
            end -= 1
        return (begin, end) if end - begin > 1 and draft.evidence[0] < first else None
    for token in range(first + 2, min(last, first + 4 * FAR)):
        if lowers[token] in ("if", "unless", "provided"):
            return view.trimmed(token, last)
    return None


LINKING = LEAD_ENDS | frozenset(
    "only on condition the as soon long that not and in return exchange for subject to".split()
)


def find_by_conditions(view: View, clause: Clause) -> Iterable[Draft]:
    """``Pristina would do so once Belgrade withdrew its police``: of Belgrade, to withdraw its police."""
    verb = clause.verb
    if verb.lemma in HINGES:
        for token in range(verb.last, min(clause.last, verb.last + 3)):
            if view.tokens.lowers[token] in ("on", "upon"):
                return _hinged(view, clause, token + 1)
    if verb.lemma in OFFERS or not READY.isdisjoint(view.tokens.lowers[verb.first : verb.last + 2]):
        found = list(_in_return(view, clause))
        if found:
            return found
    if verb.modal in AHEAD or verb.lemma.startswith("refuse"):
        found = list(_without(view, clause))
        if found:
            return found
    lead = _lead(view, clause) if verb.form is FINITE else None
    return () if lead is None else _held_up(view, clause, *lead)


def _held_up(view: View, clause: Clause, begin: int, always: bool) -> Iterator[Draft]:
    """What is made to wait for a clause that such words lead in."""
    above = _above(view, clause, begin)
    if above is None:
        return
    negated = (
        above.verb.negated
        or above.verb.lemma in ("refuse", "reject", "decline", "rule out")
        or _not_before(view, above, begin)
    )
    by = doers(view, above)
    if not by and above.governor is not None:
        by = doers(view, view.clauses[above.governor])  # "decided that the ban shall stay until"
    yield from _waiting(view, clause, above, by, begin, always, negated)


def _waiting(
    view: View, clause: Clause, above: Clause, by: tuple[int, ...], begin: int, always: bool, negated: bool
) -> Iterator[Draft]:
    first = clause.subject[0] if clause.subject is not None and clause.subject[0] >= begin else max(begin, clause.first)
    if view.tokens.lowers[first] == "that":
        first += 1
    word = view.tokens.lowers[begin - 1]
    always = always or "only" in view.tokens.lowers[above.verb.first : above.verb.last + 1]  # "will only pay after"
    if word == "after" and not always:
        return
    ready = not READY.isdisjoint(view.tokens.lowers[above.verb.first : above.verb.last + 2])
    ready = ready or "possible" in view.tokens.lowers[above.verb.last : above.verb.last + 2]
    willing = ready or above.verb.lemma in WILLING or above.verb.modal in ("will", "would", "shall", "can", "could")
    lemma = clause.verb.lemma.partition(" ")[0]
    gives = concedes(lemma)
    until = word in ("until", "unless", "before")
    waits = word == "as" and clause.verb.negated and negated  # "will not talk as long as Oslo does not pay"
    fails = word == "if" and (clause.verb.negated or clause.verb.lemma in FAILS)
    stays = word in ("as", "while") and negated and not clause.verb.negated and lemma in STAYS
    threat = above.verb.lemma in THREATS or (word == "unless" and above.verb.lemma in ("threaten", "warn", "vow"))
    if fails:
        yield from _threatened(view, clause, above, by, begin)
        return
    if clause.verb.passive and is_among(lemma, DOOMS):
        return  # "will not end the war before the rebels are defeated"
    if (
        (threat and (not until or word == "before"))
        or (clause.verb.negated and not waits)
        or (word == "while" and not stays)
    ):
        return
    trades = gives and concedes(above.verb.lemma) and above.verb.modal in ("will", "would")
    owed = trades and any(view.mention(n).parties for n in clause.actors)
    if word == "when" and not always and not owed and above.verb.lemma.partition(" ")[0] not in RETURNS:
        return  # "will free the ships when Lima pays" is one
    if waits:
        first = clause.verb.head
    doomed = word == "unless" and above.verb.modal in ("will", "would", "could", "may") and bool(clause.actors)
    if (
        until
        and not threat
        and not doomed
        and not (negated or (gives and above.verb.modal in ("will", "shall", "would")))
    ):
        return
    to = _waited_for(view, clause, above, by)
    if always and not view.codes(to):
        to = partner(view, above.verb.last - 1, begin, by)  # "will sit down with Lima only after"
    acts = above.verb.lemma.partition(" ")[0] in RETURNS and bool(view.codes(to)) and lemma not in STATES
    if not always and not until and not waits and not stays and not (willing and (gives or acts)):
        return
    if word == "when" and not view.codes(to):
        return  # "only when the fighting had ended"
    number = view.spoken[clause.verb.head]
    party = view.statements[number].party if number >= 0 else None
    if party is not None and view.codes(by) & view.codes(to):
        by = ()  # "Lima will face sanctions unless it pays", said by another
    if party is not None and by and all(view.mention(n).pronoun for n in by):
        by = ()  # whoever speaks knows better than a pronoun
    own = view.codes(by) or ({party.code} if party is not None else set())
    told = view.codes(to)
    undergoes = (
        always and clause.verb.passive and not own & {p.code for n in clause.actors for p in view.mention(n).parties}
    )
    named = any(view.mention(n).parties for n in clause.actors)  # "only if the rebels were confined to barracks"
    if not own or own & told or (not told and not gives and not (undergoes and named)):
        return
    last = end_of(view, clause)
    content = view.trimmed(first, cut(view, first, last))
    yield Draft(
        token=clause.verb.head,
        sentence=clause.sentence,
        content=content,
        by=by,
        to=to,
        evidence=(min(above.first, content[0]), content[1]),
        rule=find_by_conditions,
    )
    for number in view.children.get(clause.number, ()):
        other = view.clauses[number]  # "unless Lima pays | and withdraws its ships"
        goes_on = (
            other.relation is Relation.COORDINATE and other.subject == clause.subject and other.verb.form is FINITE
        )
        if goes_on and other.first >= content[1] - 1 and view.tokens.lowers[other.first] == "and" and to:
            yield Draft(
                token=other.verb.head,
                sentence=other.sentence,
                content=view.trimmed(other.verb.first, end_of(view, other)),
                by=by,
                to=to,
                evidence=(min(above.first, content[0]), other.last),
                rule=find_by_conditions,
            )


def concedes(lemma: str) -> bool:
    """Whether a verb tells of something that one side does for another: ``release``, ``hand over``."""
    return is_among(lemma, CONCEDES)


def is_among(lemma: str, verbs: frozenset[str]) -> bool:
    """Whether a verb is one of some, without its particle; the base of a form that no list knows may lack its last letter."""
    head = lemma.partition(" ")[0]
    return head in verbs or head + "e" in verbs


def _threatened(view: View, clause: Clause, above: Clause, by: tuple[int, ...], begin: int) -> Iterator[Draft]:
    """``will close the port if Lima fails to pay``, ``warned Lima of sanctions if it did not pay``: of Lima, to pay."""
    if above.verb.modal not in AHEAD and above.verb.lemma not in ("threaten", "warn", "vow", "expect", "face"):
        return
    number = view.spoken[clause.verb.head]
    party = view.statements[number].party if number >= 0 else None
    to = _waited_for(view, clause, above, by)
    told = view.codes(to)
    if view.codes(by) & told:
        by = ()
    own = view.codes(by) or ({party.code} if party is not None else set())
    first, last = clause.verb.head, end_of(view, clause)
    if clause.verb.lemma in FAILS:
        child = next((view.clauses[n] for n in view.children.get(clause.number, ())), None)
        if child is None or child.verb.form is not Form.INFINITIVE:
            return
        first, last = child.verb.head, max(last, child.last)
    if own and told and not own & told:
        yield Draft(
            token=clause.verb.head,
            sentence=clause.sentence,
            content=view.trimmed(first, last),
            by=by,
            to=to,
            evidence=(min(above.first, first), last),
            rule=find_by_conditions,
        )


DOOMS = frozenset("destroy defeat eliminate crush eradicate annihilate".split())
STATES = frozenset("be have want wish need like feel think know seem say ask request agree choose decide".split())
FAILS = frozenset(("fail", "refuse", "neglect", "decline"))
STAYS = frozenset("remain stay occupy continue persist go keep".split())


def _waited_for(view: View, clause: Clause, above: Clause, by: tuple[int, ...]) -> tuple[int, ...]:
    """Who is to do what is waited for: in ``would strike Lima unless it paid`` it is Lima."""
    to = tuple(n for n in clause.actors if view.mention(n).parties)
    own = view.codes(by)
    if clause.verb.passive:
        return agent_of(view, clause)  # "unless its officers are freed": of those who hold them
    if to and own and all(view.mention(n).pronoun for n in to) and view.codes(to) & own:
        behind = tuple(n for n in view.actors(above.verb.last, clause.first) if view.mention(n).parties)
        return tuple(n for n in behind if own.isdisjoint(p.code for p in view.mention(n).parties)) or to
    return to


def _lead(view: View, clause: Clause) -> tuple[int, bool] | None:
    """Where the clause behind the words that lead it in begins, and whether they are enough; None if there are none."""
    lowers = view.tokens.lowers
    begin, verb = clause.first, clause.verb.first
    if lowers[begin] == "the" and begin + 2 < verb and lowers[begin + 1] == "day":
        return begin + 2, False
    own = begin if clause.subject is None else clause.subject[0]
    for at in (begin, begin + 1, begin + 2, own) if own > begin + 2 else (begin, begin + 1, begin + 2):
        if at > verb or lowers[at - 1] not in LEAD_ENDS:
            continue
        for length in range(LONGEST, 0, -1):
            found = LEADS.get(tuple(lowers[max(0, at - length) : at]))
            if found is not None and at >= length:
                return at, found
    for at in range(verb - 1, max(begin + 2, verb - FAR), -1):
        if lowers[at - 1] in LATE:
            return at, lowers[
                at - 2
            ] == "only"  # "ready to talk of the release of the men | once the guns are withdrawn"
    return None


def _above(view: View, clause: Clause, begin: int) -> Clause | None:
    """The clause that is made to wait: the one it hangs on, passing ``provided``, else the finite one before it."""
    found = view.clauses[clause.governor] if clause.governor is not None else None
    while found is not None and (found.verb.lemma == "provide" or found.verb.form is not FINITE):
        found = (
            view.clauses[found.governor] if found.governor is not None and found.number + BACK > clause.number else None
        )
    if found is not None:
        return _with_modal(view, found)
    if _is_fronted(view, begin):
        return _behind(view, clause)
    for number in range(clause.number - 1, max(-1, clause.number - BACK), -1):
        other = view.clauses[number]
        if other.sentence != clause.sentence:
            return None
        if other.verb.form is FINITE and other.relation is not Relation.RELATIVE and "say" not in other.verb.senses:
            return other
    return None


def _with_modal(view: View, clause: Clause) -> Clause:
    """The clause whose *would* another shares: ``would cap the stock, | but not reduce it, if``."""
    above = view.clauses[clause.governor] if clause.governor is not None else None
    shares = clause.relation is Relation.COORDINATE and view.tokens.tags[clause.verb.first] == "VB"
    return above if shares and above is not None and above.verb.modal is not None else clause


def _is_fronted(view: View, begin: int) -> bool:
    """Whether the words that lead a condition in are the first of their sentence, or of what is quoted."""
    start = view.tokens.sentences[view.tokens.sentence_of[begin]][0]
    before = view.tokens.tags[start:begin]
    return begin - start <= LONGEST + 1 and "," not in before and not {"VBD", "VBZ", "VBP", "MD"} & set(before)


def _behind(view: View, clause: Clause) -> Clause | None:
    """The clause behind the comma that a condition at the head of a sentence ends with: ``If Lima pays, | Oslo will``."""
    for other in view.clauses[clause.number + 1 : clause.number + BACK]:
        if other.sentence != clause.sentence:
            return None
        comma = view.tokens.tags[other.first - 1] == "," or view.tokens.tags[clause.last - 1] == ","
        if other.verb.form is FINITE and other.first >= clause.last and comma:
            return other
        if other.verb.first == clause.last and view.tokens.tags[clause.last] == "MD":
            child = next(iter(view.children.get(other.number, ())), None)
            return (
                view.clauses[child] if child is not None else other
            )  # "Only after Lima pays | will Oslo free the crew"
    return None


def _not_before(view: View, above: Clause, begin: int) -> bool:
    """``not one rifle before``, ``no talks until``."""
    words = view.tokens.lowers[max(above.first, begin - 8) : begin]
    return not {"no", "not", "never", "nothing", "none"}.isdisjoint(words)


def _hinged(view: View, clause: Clause, first: int) -> Iterator[Draft]:
    """``that depends on Croatia reopening the post``: of Croatia, to reopen it."""
    end = view.tokens.sentences[clause.sentence][1]
    by = doers(view, clause)
    if not view.parties(by):
        by = _speaking(view, clause)
    to = addressed(view, first, min(end, first + 12), by)
    if to:
        yield _demanded(view, clause, clause.verb.head, (first, part_end(view, first, end)), by, to)


def _in_return(view: View, clause: Clause) -> Iterator[Draft]:
    """``is ready to free the crew in return for an end to the siege``, ``offered thirty, subject to the lifting of the ban``."""
    lowers, end = view.tokens.lowers, view.end(clause)
    for token in range(clause.verb.last, min(end - 3, clause.verb.last + FAR)):
        if lowers[token] in (";", ":"):
            return
        first = token + len(next((words for words in PRICES if tuple(lowers[token : token + len(words)]) == words), ()))
        if first > token:
            by = doers(view, clause)
            if view.tokens.tags[first] == "VBG":
                return
            last = part_end(view, first, end)
            yield _demanded(view, clause, token, (first, last), by, addressed(view, first, last, by))
            return


def _demanded(view: View, clause: Clause, token: int, words: Range, by: tuple[int, ...], to: tuple[int, ...]) -> Draft:
    """The demand that a clause is tied to: `words` are what is demanded, `token` is what ties them."""
    return Draft(
        token=token,
        sentence=clause.sentence,
        content=view.trimmed(*words),
        by=by,
        to=to,
        evidence=(clause.first, words[1]),
        rule=find_by_conditions,
    )


def _speaking(view: View, clause: Clause) -> tuple[int, ...]:
    """Those who say what the clause tells."""
    above = view.clauses[clause.governor] if clause.governor is not None else None
    return doers(view, above) if above is not None and "say" in above.verb.senses else ()


def find_until(view: View, clause: Clause) -> Iterator[Draft]:
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
    if start >= clause.last or lowers[start] != "to":
        return
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
        content = view.trimmed(first + 1, last)
        if content[0] < content[1]:
            yield Draft(
                token=clause.verb.head,
                sentence=clause.sentence,
                content=content,
                by=(),
                to=to,
                evidence=(min(clause.first, clause.verb.first), max(content[1], clause.verb.last)),
                rule=find_until,
            )


def conditional(view: View, clause: Clause) -> Iterator[Draft]:
    """``made its approval conditional on Oslo signing``: what Oslo must do."""
    lowers = view.tokens.lowers
    for token in range(clause.verb.last, min(clause.last, clause.verb.last + 8) - 1):
        if lowers[token] in ("conditional", "contingent") and lowers[token + 1] in ("on", "upon"):
            by = doers(view, clause)
            end = view.tokens.sentences[clause.sentence][1]
            to = addressed(view, token + 2, end, by)
            yield from draft_of(view, clause, by, to, token + 2, end)
            return


def conditioned(view: View, clause: Clause) -> Iterator[Draft]:
    """``conditioned its support on Oslo signing``: what Oslo must do."""
    lowers, end = view.tokens.lowers, view.end(clause)
    for token in range(clause.verb.last, min(end, clause.verb.last + 8)):
        if lowers[token] in ("on", "upon"):
            by = doers(view, clause)
            to = addressed(view, token + 1, end, by)
            wanted = _head_behind(view, token + 1) and bool(view.parties(by))
            if to or wanted:
                yield from draft_of(view, clause, by, to, token + 1, part_end(view, token + 1, end))
            return


def linked(view: View, clause: Clause) -> Iterator[Draft]:
    """``linked its approval to Oslo's withdrawal``, ``tied a deal to the release of the crew``: what the other side must do."""
    lowers, end = view.tokens.lowers, clause.last
    if clause.verb.passive or clause.verb.negated or not clause.objects:
        return
    at = clause.objects[0][1]
    eased = lowers[at - 1] in GOODS | ENDS and lowers[at : at + 1] == ["of"]
    if eased:  # "tied the lifting of the embargo to"
        at = next((token for token in range(at, min(end, at + 8)) if lowers[token] == "to"), at)
    if lowers[at : at + 1] == ["to"] and (eased or lowers[at - 1] in CONSENTS) and at + 1 < end:
        by = doers(view, clause)
        if view.parties(by):
            yield from draft_of(view, clause, by, addressed(view, at + 1, end, by), at + 1, end)


def named(view: View, clause: Clause) -> Iterator[Draft]:
    """``made the release of the crew a condition for talks``, ``named an apology as a precondition``: what is to be done."""
    lowers = view.tokens.lowers
    if clause.verb.passive or clause.verb.negated:
        return
    for token in range(clause.verb.last + 2, min(clause.last, clause.verb.last + 2 * FAR)):
        if lowers[token] in TERMS:
            number = view.phrases.noun_at[token]
            last = view.phrases.nouns[number].first if number >= 0 else token
            last -= lowers[last - 1] == "as"
            by = doers(view, clause)
            if last - clause.verb.last >= 2 and view.parties(by) and number >= 0:
                to = addressed(view, clause.verb.last, last, by) or partner(view, token + 1, view.end(clause), by)
                yield from draft_of(view, clause, by, to, clause.verb.last, last)
            return


def was_condition(view: View, clause: Clause) -> Iterator[Draft]:
    """``said the release of the crew was its condition for talks with Lima``: of Lima, to release it."""
    lowers = view.tokens.lowers
    if clause.verb.negated or clause.subject is None or clause.subject[1] > clause.verb.first:
        return
    number = view.phrases.noun_at[clause.verb.last] if clause.verb.last < clause.last else -1
    if number < 0 or lowers[view.phrases.nouns[number].head] not in TERMS | {"demand"}:
        return
    phrase = view.phrases.nouns[number]
    above = view.clauses[clause.governor] if clause.governor is not None else None
    by = tuple(n for n in view.actors(phrase.first, phrase.head) if view.mention(n).parties)
    by = by or _set_by(view, clause, phrase.last)
    by = by or (doers(view, above) if above is not None and lowers[phrase.head] != "demand" else ())
    first = clause.subject[0]
    if not view.parties(by) or lowers[first] in ("it", "that", "this", "which", "there"):
        return
    to = addressed(view, first, clause.verb.first, by) or partner(view, phrase.last, view.end(clause), by)
    yield from draft_of(view, clause, by, to, first, clause.verb.first)


def _set_by(view: View, clause: Clause, at: int) -> tuple[int, ...]:
    """Whose condition it is: ``a condition set by Lima``, ``For Lima, … is a condition``."""
    lowers = view.tokens.lowers
    if "by" in lowers[at : at + 3]:
        first = lowers.index("by", at) + 1
        return tuple(n for n in view.actors(first, first + 3) if view.mention(n).parties)[:1]
    start = view.tokens.sentences[clause.sentence][0]
    if lowers[start] == "for" and clause.subject is not None:
        return tuple(n for n in view.actors(start + 1, min(clause.subject[0], start + 5)) if view.mention(n).parties)[
            :1
        ]
    return ()


def partner(view: View, first: int, last: int, by: tuple[int, ...]) -> tuple[int, ...]:
    """With whom something is made to wait: ``a condition for talks with Lima``: Lima."""
    own = view.codes(by)
    for token in range(first, min(last, first + FAR) - 1):
        if view.tokens.lowers[token] in ("with", "to", "of") or token == first:
            for number in view.actors(token + 1, min(last, token + 4))[:1]:
                if view.mention(number).parties and own.isdisjoint(p.code for p in view.mention(number).parties):
                    return (number,)
        if view.tokens.tags[token] in (".", ":", ","):
            break
    return ()


def _without(view: View, clause: Clause) -> Iterator[Draft]:
    """``no talks without the release of the crew``, ``will not sign without guarantees``: what the other side must do."""
    lowers, tags = view.tokens.lowers, view.tokens.tags
    for token in range(clause.verb.last, min(clause.last - 1, clause.verb.last + FAR)):
        after = lowers[token - 1 : token + 1] == ["only", "after"]
        if lowers[token] != "without" and not after:
            continue
        wanted = _head_behind(view, token + 1)
        own = view.parties(by := doers(view, clause)) or view.spoken[clause.verb.head] >= 0
        not_so = after or clause.verb.negated or _not_before(view, clause, token)
        if not_so and own and wanted and tags[token + 1] != "VBG":
            last = part_end(view, token + 1, clause.last)
            to = addressed(view, token + 1, last, by)
            if to or not after:
                yield from draft_of(view, clause, by, to, token + 1, last)
        return


def _head_behind(view: View, token: int) -> bool:
    """Whether a noun that tells of something one side can do for another stands there (``the release``, ``an end``)."""
    number = view.phrases.noun_at[token] if token < len(view.phrases.noun_at) else -1
    return number >= 0 and view.tokens.lowers[view.phrases.nouns[number].head] in GOODS | ENDS
