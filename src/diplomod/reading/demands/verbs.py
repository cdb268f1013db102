"""Demands from verbs: ``demanded that``, ``called on X to``, ``insists that X leave``, ``wants it lifted``."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Sequence

from diplomod.lexicon.verbs import SENSES_KEPT
from diplomod.reading.demands.conditions import (
    conditional,
    conditioned,
    find_by_conditions,
    find_until,
    linked,
    named,
    was_condition,
)
from diplomod.reading.demands.contents import (
    MUST,
    complements,
    end_of,
    infinitives,
    is_base,
    part_end,
    start_of,
    with_coordinates,
)
from diplomod.reading.demands.drafting import draft_of
from diplomod.reading.demands.drafts import Aim, Draft, Range, View
from diplomod.reading.demands.headlines import is_headline
from diplomod.reading.demands.obligations import imperative, must, owed, owes, told
from diplomod.reading.demands.pressing import PUTS, deadline_for, find_by_pressure, held_out_for, needed_of, waited_for
from diplomod.reading.demands.sides import ENDS, GOODS, QUARRELS, SIDES, addressed, asker, doers, resolves, subject_of
from diplomod.reading.demands.things import blamed, parted, without_cause
from diplomod.reading.parts import Clause, Form, MentionKind, Relation

# What is asked of a friend, not demanded of the other side.
FAVOURS = frozenset(
    "assistance help support advice information comment patience clarification permission time more prayers week weeks "
    "month months day days delay extension adjournment understanding cooperation".split()
)
VAGUE = frozenset("thing things something nothing anything concessions answers bid".split())
PLACED = tuple([word] for word in "out off back gone away home free".split())  # "wants the rebels out of the city"
SPANS = frozenset("days weeks months years decades".split())
GRACE = frozenset("until hours hour days day week weeks month months deadline ultimatum notice".split())
PAIRS = frozenset(
    "men leaders presidents ministers generals factions sides parties countries neighbours neighbors governments capitals "
    "rivals nations".split()
)
COMMANDS = frozenset("instruct order direct command".split())
IFS = frozenset("if whether when unless".split())
VISITS = frozenset(
    "discuss congratulate convey brief express thank greet review exchange talk deliver pay invite".split()
)
# What one invites a guest to do.
HOSTED = VISITS | frozenset(
    """attend join visit come participate take travel address speak hold send meet watch see pick mark celebrate start open begin
    negotiate witness observe tour inspect""".split()
)
MEETING = frozenset("meet hold discuss talk sign continue attend join speak".split())  # what is expected of a meeting
INSIDE = frozenset("IN TO DT NN NNS NNP NNPS JJ CD".split())
SUGGESTS = frozenset(("suggest", "recommend"))
ORDERS = frozenset("instruct order direct command ask tell".split())
COLLEAGUES = frozenset("counterpart counterparts colleague colleagues opposite host hosts guest interlocutor".split())
EXPLAINS = frozenset("explanation explanations answer answers clarification clarity proof".split())
PUBLIC = frozenset(
    "citizens nationals residents public population voters shoppers drivers motorists travellers travelers tourists players "
    "customers listeners viewers readers parents consumers households passengers commuters believers worshippers".split()
)
OWN_FIRMS = frozenset(
    "companies company firms businesses investors banks enterprises universities airlines troops".split()
)
PRESSES = frozenset("press push pressure lobby".split())
CALLS_FOR = frozenset(("call for", "press for", "push for", "appeal for", "ask for"))
FOR = frozenset("ask plead press push appeal lobby".split())
# "called on Lima for an end to it"
FROM = FOR | frozenset(
    ("beg", "petition", "pressure", "urge", "implore", "call on", "call upon", "appeal to", "plead with", "lean on")
)
OWN_GOALS = frozenset(("lobby for", "push for", "campaign for", "press for", "agitate for", "argue for"))
THINGS_ASKED = frozenset(("want", "urge", "order", "like", "expect"))
MOODS = frozenset(("want", "expect", "give", "set", "like", "wish"))
GRANTS = frozenset(("give", "set"))
FAR = 12  # tokens from a verb to the that of its clause

MakesDrafts = Callable[[View, Clause], Iterable[Draft]]


def find_by_verbs(view: View) -> Iterator[Draft]:
    """The demands of all clauses in order."""
    for clause in view.clauses:
        yield from _of_clause(view, clause)


def _of_clause(view: View, clause: Clause) -> Sequence[Draft]:
    senses = clause.verb.senses
    lemma = clause.verb.lemma.partition(" ")[0]
    for rule in _rules_for(senses, lemma if lemma in SENSES else ""):
        found = _made_by(rule, view, clause)
        if found:
            return found
    if view.tokens.lowers[clause.first] == "whereby":
        return _made_by(_whereby, view, clause)
    for rule in SPOKEN_RULES if view.spoken[clause.verb.head] >= 0 else ():
        found = _made_by(rule, view, clause)
        if found:
            return found
    return _made_by(find_by_conditions, view, clause)


@functools.lru_cache(maxsize=SENSES_KEPT)
def _rules_for(senses: frozenset[str], own: str) -> tuple[MakesDrafts, ...]:
    """The rules that look at a verb with these senses and one of its own, in their order."""
    return tuple(rule for sense, rule in RULES if sense in senses or sense == own)


def _made_by(rule: MakesDrafts, view: View, clause: Clause) -> list[Draft]:
    found = list(rule(view, clause))
    for draft in found:
        draft.rule = rule
    return found


def _that(view: View, clause: Clause) -> Iterator[Draft]:
    """``demanded that Israel withdraw``, ``insists that Tashkent vet``: of the subject, also where the clause is not seen."""
    by = doers(view, clause)
    if clause.objects and clause.objects[0][0] == clause.verb.last and not view.actors(*clause.objects[0]):
        return  # "demanded guarantees that": the guarantees are demanded
    for child in complements(view, clause):
        to = tuple(n for n in child.actors if view.mention(n).parties)
        if child.verb.passive:
            to = agent_of(view, child) or _from_whom(view, child)  # "demanded that the crew be freed by Lima"
        yield from draft_of(view, clause, by, to, start_of(view, child), end_of(view, child))
        yield from _and_that(view, clause, by, child)
        return
    lowers = view.tokens.lowers
    end = view.tokens.sentences[clause.sentence][1]
    for token in range(clause.verb.last, min(end - 2, clause.verb.last + FAR)):
        if lowers[token] == "that" and token < clause.last:
            last = part_end(view, token + 1, end)
            if not _has_finite(view, token + 1, last):
                yield from draft_of(view, clause, by, subject_of(view, token + 1, last), token + 1, last)
            return
        if view.tokens.tags[token] in (",", ".", ":", "``"):
            return


def _and_that(view: View, clause: Clause, by: tuple[int, ...], child: Clause) -> Iterator[Draft]:
    """``demanded that Lima leave | and that Oslo pay``: what else is demanded, of somebody else."""
    for other in complements(view, clause):
        if other.number <= child.number or view.tokens.lowers[other.first] != "that" or other.verb.passive:
            continue
        to = tuple(n for n in other.actors if view.mention(n).parties)
        if is_base(view, other) or other.verb.modal in MUST:
            yield from draft_of(view, clause, by, to, start_of(view, other), end_of(view, other))


def _has_finite(view: View, first: int, last: int) -> bool:
    """Whether words hold a verb that states something (``is``, ``met``, ``will``): then they demand nothing."""
    tags, lowers = view.tokens.tags, view.tokens.lowers
    return any(
        tags[token] in ("VBD", "VBZ", "MD") and lowers[token] != "'s" for token in range(first, min(last, first + 12))
    )


def _demanded(view: View, clause: Clause) -> Iterator[Draft]:
    """``demanded that Israel withdraw``: to Israel; ``called for an end to the siege``: to whom the words name."""
    asked = clause.verb.passive and clause.verb.form is Form.FINITE
    if "ask" in clause.verb.senses and (asked or is_headline(view, clause)):
        yield from _was_asked(view, clause)
    if clause.verb.passive or clause.verb.negated:
        return
    if clause.relation is Relation.RELATIVE and view.tokens.lowers[clause.first] == "which":
        behind = view.tokens.lowers[max(0, clause.first - 1)] == "in" or clause.verb.first == clause.first + 1
        if not (
            behind and view.parties(doers(view, clause))
        ):  # "Chile, which demands that", "a note in which it demands"
            yield from _in_passing(view, clause)
            return
    by = doers(view, clause)
    found = list(_that(view, clause)) or (list(_asked(view, clause)) if "ask" in clause.verb.senses else [])
    if found:
        yield from found
        return
    start, end = clause.verb.last, clause.last
    start += view.tokens.tags[start : start + 1] == ["``"]
    lowers = view.tokens.lowers
    if clause.verb.lemma in OWN_GOALS and lowers[start : start + 1] in (["its"], ["their"], ["his"], ["her"]):
        return  # "lobbied for its bid"
    if start < end and view.phrases.noun_at[start] >= 0 and clause.verb.lemma != "require":
        later = [child for child in infinitives(view, clause) if child.first - start < 12]
        if later and clause.objects and clause.verb.lemma in CALLS_FOR:
            to = tuple(n for n in view.actors(start, later[0].first) if view.mention(n).parties)
            yield from draft_of(view, clause, by, to, start, end)
            return
        if clause.verb.lemma == "seek":
            phrase = view.phrases.nouns[view.phrases.noun_at[start]]
            if not _for_another(view, start, end, by):
                return
            for token in range(phrase.last, min(end, phrase.last + 5)):
                if lowers[token] == "namely":
                    start = token + 1
        yield from _things(view, clause, by, start, end)


def _things(view: View, clause: Clause, by: tuple[int, ...], first: int, last: int) -> Iterator[Draft]:
    """``demanded an end to the war and the release of the crew``: two; ``an apology after Lima seized a boat``: of Lima."""
    end = without_cause(view, first, last)
    pieces = parted(view, first, end)
    whole = addressed(view, first, end, by)
    for begin, until in pieces:
        to = (addressed(view, begin, until, by) if len(pieces) > 1 else whole) or whole
        both = bool(view.parties(by)) and _of_both(view, begin, until)
        to = () if both else to or blamed(view, end, last, by)
        yield from draft_of(view, clause, by, to, begin, until, Aim.PAIR if both else Aim.OPEN)


def _of_both(view: View, first: int, last: int) -> bool:
    """Whether a thing is for two to do: ``restraint by both sides``."""
    lowers = view.tokens.lowers
    return any(lowers[at] in ("both", "two") and lowers[at + 1] in PAIRS for at in range(first + 1, last - 1))


def _in_passing(view: View, clause: Clause) -> Iterator[Draft]:
    """``has not stopped recruiting, which Lima has demanded at every meeting``: to stop recruiting."""
    above = view.clauses[clause.governor] if clause.governor is not None else None
    while (
        above is not None
        and above.governor is not None
        and not above.verb.negated
        and above.sentence == clause.sentence
    ):
        above = view.clauses[above.governor]
    if above is None or above.sentence != clause.sentence or above.verb.head >= clause.first or not above.verb.negated:
        return
    by, to = doers(view, clause), doers(view, above)
    if not view.codes(by) & view.codes(to):
        yield from draft_of(
            view, clause, by, tuple(n for n in to if view.mention(n).parties), above.verb.head, clause.first
        )


def _asked(view: View, clause: Clause) -> Iterator[Draft]:
    """``urged the two sides to return to the table``: to both, ``return to the table``."""
    verb = clause.verb
    if verb.negated or (verb.passive and verb.lemma in MOODS):
        return
    if verb.lemma == "like" and verb.modal not in ("would", "should"):
        return
    if verb.passive or is_headline(view, clause):
        if verb.form is Form.FINITE or is_headline(view, clause):
            yield from _was_asked(view, clause)
        return
    if _their_own(view, clause) or _hosted(view, clause) or _is_known(view, clause):
        return
    if verb.lemma == "require" and not view.parties(doers(view, clause)) and view.spoken[verb.head] < 0:
        return  # "the treaty requires Lima to pay"
    if verb.lemma == "require" and verb.form is Form.GERUND and view.tokens.tags[verb.first - 1] in ("NN", "NNS"):
        return  # "a treaty requiring Lima to pay"
    asked = view.tokens.lowers[slice(*clause.objects[0])] if clause.objects else []
    if not PUBLIC.isdisjoint(asked) or (asked[:1] in (["its"], ["their"], ["our"]) and not OWN_FIRMS.isdisjoint(asked)):
        return  # "urged motorists to stay at home", "would encourage its companies to invest"
    for way in (_asked_for, _asked_to, _asked_loosely, _wanted_done, _asked_that, _wanted_thing):
        found = list(way(view, clause))
        if found:
            yield from found
            return


def _was_asked(view: View, clause: Clause) -> Iterator[Draft]:
    """``Guinea had been called upon to shorten the transition``: of Guinea."""
    if clause.verb.lemma == "invite" and _is_host(view, clause):
        return  # "were invited to join the bloc"
    if clause.verb.lemma == "require" and view.spoken[clause.verb.head] < 0 and not agent_of(view, clause):
        return
    if view.tokens.lowers[max(0, clause.first - 1)] in IFS or view.tokens.lowers[clause.first] in IFS:
        return
    to, by = doers(view, clause), agent_of(view, clause)
    own = view.codes(to)
    by = tuple(n for n in by if not any(party.code in own for party in view.mention(n).parties))
    if clause.verb.lemma in COMMANDS and not own:
        return
    for child in infinitives(view, clause):
        last = with_coordinates(view, child)
        if not by:
            last, by = _agent_at_end(view, child.verb.last, last, own)
        aim = _aim(view, *clause.subject, named=True) if clause.subject is not None else Aim.OPEN
        yield from draft_of(view, clause, by, to, child.verb.head, last, aim if aim is Aim.PAIR else Aim.OPEN)
        return


def _agent_at_end(view: View, first: int, last: int, told: set[str]) -> tuple[int, tuple[int, ...]]:
    """``was told to stop the drilling | by Lima``: where what is asked ends, and who asks."""
    end = last - (view.tokens.tags[last - 1] in (".", ","))
    at = next((token for token in range(end - 1, max(first, end - FAR), -1) if view.tokens.lowers[token] == "by"), -1)
    by = view.actors(at + 1, end) if at > 0 else ()
    codes = view.codes(by)
    if codes and not codes & told and view.mention(by[-1]).last >= end:
        return at, by
    return last, ()


def _asked_for(view: View, clause: Clause) -> Iterator[Draft]:
    """``asked for the siege to be lifted``, ``asked Canada for evidence``."""
    verb, lowers = clause.verb, view.tokens.lowers
    by, start = doers(view, clause), verb.last
    if verb.lemma not in FROM:
        return
    lasting = lowers[start : start + 1] == ["for"] and not SPANS.isdisjoint(lowers[start + 1 : start + 4])
    if lasting and "for" in lowers[start + 1 : min(clause.last, start + 6)]:
        start = lowers.index("for", start + 1)  # "has asked for months for a list"
    if start < clause.last and lowers[start] == "for":
        last = max([clause.last, *(child.last for child in infinitives(view, clause))])
        phrase = view.phrases.noun_at[start + 1] if last > start + 1 else -1
        if last > start + 1 and not (phrase >= 0 and _is_favour(view, phrase, last)):
            yield from _things(view, clause, by, start + 1, last)
        return
    if clause.objects:
        end = clause.objects[0][1]
        if end + 1 < clause.last and lowers[end] in ("on", "over") and verb.lemma in PRESSES:
            to = tuple(n for n in view.actors(*clause.objects[0]) if view.mention(n).parties)
            number = view.phrases.noun_at[end + 1]
            if to and number >= 0 and lowers[view.phrases.nouns[number].head] in GOODS | ENDS:
                yield from draft_of(view, clause, by, to, end + 1, clause.last)
            return
        if end + 1 < clause.last and lowers[end] == "for" and view.phrases.noun_at[end + 1] >= 0:
            to = tuple(n for n in view.actors(*clause.objects[0]) if view.mention(n).parties)
            if (to or view.parties(by)) and not _is_favour(view, view.phrases.noun_at[end + 1], clause.last):
                yield from draft_of(view, clause, by, to, end + 1, clause.last)


def _is_favour(view: View, number: int, last: int) -> bool:
    """Whether what is asked for is only help, or nothing told (``asked for patience``, ``asked for more``); help in something
    that is told is none (``asked for help in freeing the crew``)."""
    phrase, lowers = view.phrases.nouns[number], view.tokens.lowers
    word = lowers[phrase.head]
    if word in HELP and phrase.last + 2 < last and lowers[phrase.last] in ("in", "towards", "toward", "with"):
        return False
    return word in FAVOURS | VAGUE


HELP = frozenset("help cooperation".split())


def _asked_to(view: View, clause: Clause) -> Iterator[Draft]:
    """``pressed the North to declare``, ``wants Iran to ship``, ``gave Oslo until Friday to``: the object and an infinitive."""
    verb, start = clause.verb, clause.verb.last
    by = asker(view, clause)
    for child in infinitives(view, clause):
        if child.first - start > 30 or "that" in view.tokens.lowers[start : child.first]:
            return
        if verb.lemma in ("call on", "call upon") and child.verb.lemma in VISITS:
            return  # "called on the prime minister to discuss trade"
        to = view.actors(start, child.first)
        if verb.lemma in MOODS and not _of_another(view, clause, by, to, child):
            return
        known = (clause.objects or verb.lemma == "appeal") and (view.is_known(by) or resolves(view, verb.head))
        if (to or known) and child.verb.head - start < 30:
            told = tuple(n for n in to if view.mention(n).parties)
            begin = _infinitive_start(view, child)
            if verb.lemma in MOODS - GRANTS and clause.objects and not _plainly_a_party(view, clause.objects[0]):
                begin = clause.objects[0][0]  # "wants Chinese vessels to leave"
            if (
                verb.lemma in MOODS
                and child.verb.passive
                and view.tokens.lowers[start] in ("it", "them", "this", "that")
            ):
                return  # "a treaty, and we expect it to be honoured"
            if verb.lemma in MOODS and child.verb.passive and clause.objects:
                begin, told = clause.objects[0][0], ()  # "expects the Red Cross to be let in": of those who let it in
            thing = child.verb.passive and verb.lemma in MOODS
            aim = _aim(view, start, child.first, named=bool(told) or thing)
            last = with_coordinates(view, child)
            until = _parted(view, begin, last)
            if verb.lemma in COMMANDS and not told and aim is not Aim.SIDE:
                return
            personal = _is_somebody(view, by) and _is_somebody(view, to)
            for draft in draft_of(view, clause, by, _owners_out(view, told), begin, until, aim):
                draft.personal = personal
                yield draft
            yield from _another(view, clause, by, begin, last)
        return


def _is_somebody(view: View, numbers: tuple[int, ...]) -> bool:
    """Whether the first of these is a person known by name."""
    return bool(numbers) and view.mention(numbers[0]).person is not None


def _parted(view: View, first: int, last: int) -> int:
    """Where another addressee begins: ``called on A to stop | and on B to leave``."""
    lowers, tags = view.tokens.lowers, view.tokens.tags
    for token in range(first + 1, last - 3):
        if lowers[token] == "and" and _names_another(view, token + 1, last):
            return token  # "expects Lima to pay and | Oslo not to leave"
        if (
            lowers[token] == "and"
            and lowers[token + 1] in ("on", "upon", "to")
            and tags[token + 2][:2] in ("NN", "DT", "JJ")
        ):
            if "to" in lowers[token + 3 : min(last, token + 8)]:
                return token
    return last


def _names_another(view: View, token: int, last: int) -> bool:
    """Whether a party stands there with an infinitive right behind it."""
    number = view.cast.at[token + (view.tokens.lowers[token] == "the")]
    if number < 0 or not view.mention(number).parties:
        return False
    at = view.mention(number).last
    at += view.tokens.lowers[at : at + 1] == ["not"]
    return at + 1 < last and view.tokens.lowers[at] == "to" and view.tokens.tags[at + 1][:2] == "VB"


def _another(view: View, clause: Clause, by: tuple[int, ...], first: int, last: int) -> Iterator[Draft]:
    """What is asked of another addressee of the same verb: ``called on A to stop and on B to leave``."""
    at = _parted(view, first, last)
    if at < last:
        lowers = view.tokens.lowers
        begin = lowers.index("to", at + 2) + 1
        to = tuple(n for n in view.actors(at + 1, begin) if view.mention(n).parties)
        begin -= 2 * (lowers[begin - 2] == "not")
        if to:
            yield from draft_of(view, clause, by, to, begin, last)


def _is_known(view: View, clause: Clause) -> bool:
    """``as the others have asked it to do``: told before."""
    if clause.subject is None or not clause.subject[0] or view.tokens.lowers[clause.subject[0] - 1] != "as":
        return False
    return any(child.verb.lemma == "do" for child in infinitives(view, clause))


def _their_own(view: View, clause: Clause) -> bool:
    """Whether those who are asked belong to who asks: ``instructed their teams to meet``, ``asked his secretary of state to``."""
    if not clause.objects:
        return False
    if (
        view.tokens.lowers[clause.objects[0][0]] in ("their", "his", "its", "her", "our")
        and clause.verb.lemma in ORDERS
        and COLLEAGUES.isdisjoint(view.tokens.lowers[slice(*clause.objects[0])])
    ):
        return True
    named = [view.mention(n) for n in view.actors(*clause.objects[0])]
    own = {party.code for party in view.parties(asker(view, clause))}
    return any(
        one.kind in (MentionKind.PERSON, MentionKind.OFFICE)
        and not one.pronoun
        and bool(own)
        and {party.code for party in one.parties} == own
        for one in named[:1]
    )


def _hosted(view: View, clause: Clause) -> bool:
    """Whether a guest is only asked to come: ``invited the minister to visit Lima``."""
    return clause.verb.lemma == "invite" and _is_host(view, clause)


def _is_host(view: View, clause: Clause) -> bool:
    """Whether the words behind *invite* tell what hosts ask of guests."""
    words = view.tokens.lowers[clause.verb.last : min(clause.last, clause.verb.last + FAR)]
    return "to" not in words or not HOSTED.isdisjoint(words)


def _infinitive_start(view: View, child: Clause) -> int:
    lowers = view.tokens.lowers
    named = next((token for token in range(child.first, child.verb.head + 1) if lowers[token] == "to"), None)
    begin = child.verb.first if named is None else named + 1
    return begin - 2 if lowers[begin - 2 : begin] == ["not", "to"] else begin


def _plainly_a_party(view: View, phrase: Range) -> bool:
    if view.tokens.lowers[phrase[0]] == "both":
        return True
    mentions = [view.mention(n) for n in view.cast.between(*phrase)]
    return any(
        one.kind in (MentionKind.PARTY, MentionKind.PLACE, MentionKind.PERSON, MentionKind.OFFICE) or one.pronoun
        for one in mentions
        if one.last >= phrase[1]
    )


def _aim(view: View, first: int, last: int, named: bool) -> Aim:
    """How words speak of those who are asked: ``both sides``, ``his colleague``, ``the world``."""
    words = view.tokens.lowers[first:last]
    if words[:1] in (["us"], ["me"]):
        return Aim.US
    if words == ["both"]:
        return Aim.PAIR
    if words and words[-1] in PAIRS and (not {"both", "two"}.isdisjoint(words) or words[-2:-1] == ["the"]):
        return Aim.PAIR
    if any(word in SIDES for word in words):
        return Aim.SIDE
    return Aim.OPEN if named else Aim.ANYBODY


def _asked_loosely(view: View, clause: Clause) -> Iterator[Draft]:
    """``asked Fiji to co-sponsor it`` where the infinitive is not seen as a verb: of Fiji."""
    if not clause.objects or clause.verb.lemma in MOODS:
        return
    at = clause.objects[0][1]
    tags, lowers = view.tokens.tags, view.tokens.lowers
    if at + 2 >= view.end(clause) or lowers[at] != "to":
        return
    if tags[at + 1] == "``":
        at += 1  # "urged them to “stop it”"
    if tags[at + 1] not in ("NN", "JJ", "VBP", "VB"):
        return
    to = tuple(n for n in view.actors(*clause.objects[0]) if view.mention(n).parties)
    if to and view.cast.at[at + 1] < 0:
        yield from draft_of(view, clause, doers(view, clause), to, at + 1, part_end(view, at + 1, view.end(clause)))


def _done_at(view: View, clause: Clause) -> int:
    """Where a participle may stand that tells what is to become of the object: ``wants free travel to Fiji | included``."""
    behind = clause.objects[0][1]
    if view.tokens.lowers[behind : behind + 1] in PLACED:
        return behind
    for token in range(behind, min(view.end(clause), behind + 5)):
        if view.tokens.tags[token] == "VBN":
            return token
        if view.tokens.tags[token] not in INSIDE:
            break
    return behind


def _wanted_done(view: View, clause: Clause) -> Iterator[Draft]:
    """``wants its claims recognised``, ``wants the crossing reopened before anything else``: what is to be done."""
    by, tags = doers(view, clause), view.tokens.tags
    if clause.verb.lemma != "want" or not view.is_known(by):
        return
    after = _done_at(view, clause) if clause.objects else len(tags)
    if tags[after : after + 1] == ["VBN"] or view.tokens.lowers[after : after + 1] in PLACED:
        last = max([clause.last, *(view.clauses[n].last for n in view.children.get(clause.number, ()))])
        own = view.codes(by)
        to = tuple(n for n in view.actors(*clause.objects[0]) if {p.code for p in view.mention(n).parties} - own)
        whom = to if tags[after] != "VBN" else addressed(view, after, last, by)
        yield from draft_of(view, clause, by, whom, clause.objects[0][0], last)
        return
    for child in complements(view, clause):
        verb = child.verb
        done = verb.first == verb.head and tags[verb.head] in ("VBN", "VBD") and child.subject is not None
        if done and view.tokens.lowers[child.first] != "that" and child.subject is not None:
            owner = tuple(n for n in child.actors if view.mention(n).kind is not MentionKind.PLACE)
            yield from draft_of(view, clause, by, owner, child.subject[0], end_of(view, child))
        return


def _wanted_thing(view: View, clause: Clause) -> Iterator[Draft]:
    """``urged an end to the siege``, ``wants the release of its crew``: what is for another to do."""
    first = clause.verb.last
    first += view.tokens.tags[first : first + 1] == ["``"]
    if clause.verb.lemma not in THINGS_ASKED or not clause.objects or clause.objects[0][0] != first:
        return
    by = doers(view, clause)
    if clause.verb.lemma == "expect" and not addressed(view, first, clause.last, by):
        return  # "expects relief from the heat"
    if _for_another(view, first, clause.last, by):
        yield from draft_of(view, clause, by, addressed(view, first, clause.last, by), first, clause.last)


def _for_another(view: View, first: int, last: int, by: tuple[int, ...]) -> bool:
    """Whether a thing is for another side to do: ``the release of the crew``, ``an end to Russian strikes``."""
    number = view.phrases.noun_at[first]
    word = view.tokens.lowers[view.phrases.nouns[number].head] if number >= 0 else ""
    if word in EXPLAINS:
        return bool(addressed(view, first, last, by))  # "wants answers from Lima"
    quarrels = not QUARRELS.isdisjoint(view.tokens.lowers[first:last])
    return word in GOODS or (word in ENDS and (not quarrels or bool(addressed(view, first, last, by))))


def _asked_that(view: View, clause: Clause) -> Iterator[Draft]:
    """``asked that the reports be shared``, ``urged that Oslo should pay``."""
    if clause.verb.lemma in ("tell", "warn", "want", "expect", "give", "set", "invite", "like", "wish"):
        return
    for child in complements(view, clause):
        if (
            is_base(view, child)
            or child.verb.modal in MUST
            or child.verb.modal == "should"
            or _is_set(view, clause, child)
        ):
            yield from _that(view, clause)
        return
    if clause.verb.lemma != "ask":
        yield from _that(view, clause)


def _is_set(view: View, clause: Clause, child: Clause) -> bool:
    """``asked that the ministers meet``: a plural subject and a verb in the present after a word for asking."""
    return clause.verb.lemma in ("ask", "request", "propose") and view.tokens.tags[child.verb.first] == "VBP"


def _of_another(view: View, clause: Clause, by: tuple[int, ...], to: tuple[int, ...], child: Clause) -> bool:
    """Whether one party wants something of another: ``Egypt wants Ethiopia to sign``, ``gave Oslo until Friday to``."""
    own = view.codes(by)
    told = view.codes(to)
    if not own and view.spoken[clause.verb.head] >= 0:
        party = view.statements[view.spoken[clause.verb.head]].party  # "We want Lima to pay"
        own = {party.code} if party is not None else own
    if clause.verb.lemma in ("give", "set"):
        if GRACE.isdisjoint(view.tokens.lowers[clause.verb.last : child.first]):
            return False
        if not told and own and clause.objects:
            return True  # "gave the putschists a week to free him"
    if clause.verb.lemma == "expect" and view.tokens.lowers[clause.verb.last] in ("both", "all"):
        return bool(own) and child.verb.lemma not in MEETING  # "expects both sides to return"
    if clause.verb.lemma == "expect" and clause.objects and not child.verb.passive:
        if not any(view.mention(n).last >= clause.objects[0][1] for n in to):
            return False  # "expects talks with Lima to resume"
    if child.verb.passive and clause.objects and own and not told:
        return True  # "wants the lease to be limited"
    if not own and told and clause.verb.lemma in ("want", "give", "set") and (by or clause.subject is not None):
        return not by or not view.mention(by[0]).pronoun  # of a person or a group whose party is not told
    if not told and clause.verb.lemma == "want" and clause.objects and child.first - clause.verb.last < 12:
        if not SIDES.isdisjoint(view.tokens.lowers[clause.verb.last : clause.objects[0][1]]):
            return bool(own)  # "wants the rebels to stop"
        named = [view.mention(n) for n in to if not view.mention(n).pronoun]
        return bool(own) and any(one.kind in (MentionKind.PERSON, MentionKind.OFFICE) for one in named)
    return bool(own) and bool(told) and not own & told


def _owners_out(view: View, numbers: tuple[int, ...]) -> tuple[int, ...]:
    return (
        tuple(
            n
            for n in numbers
            if view.mention(n).last >= len(view.tokens.tags) or view.tokens.tags[view.mention(n).last] != "POS"
        )
        or numbers
    )


def agent_of(view: View, clause: Clause) -> tuple[int, ...]:
    """By whom it is done: ``was asked by Lima``."""
    for token in range(clause.verb.last, min(clause.last, clause.verb.last + 4)):
        if view.tokens.lowers[token] == "by":
            return view.actors(token + 1, min(clause.last, token + 12))
    return ()


def _from_whom(view: View, clause: Clause) -> tuple[int, ...]:
    """From whom somebody is to be got: ``be extradited from Lima``."""
    for number in view.actors(clause.verb.last, min(clause.last, clause.verb.last + FAR)):
        mention = view.mention(number)
        if mention.parties and view.tokens.lowers[mention.first - 1] == "from":
            return (number,)
    return ()


def _insisted(view: View, clause: Clause) -> Iterator[Draft]:
    """``insists that Tehran abandon enrichment``; ``insisted that talks were going on`` is none."""
    if clause.verb.negated:
        return
    for child in complements(view, clause):
        by = doers(view, clause)
        own = view.codes(by)
        told = {p.code for n in child.actors for p in view.mention(n).parties}
        plural = view.tokens.tags[child.verb.first] == "VBP" and bool(own) and bool(told) and not own & told
        plural = plural or _is_wished(view, clause, child)
        if is_base(view, child) or child.verb.modal in MUST or (plural and child.verb.lemma not in ("be", "have")):
            yield from _that(view, clause)
        return
    yield from _that(view, clause)


def _is_wished(view: View, clause: Clause, child: Clause) -> bool:
    """``insisted that flights go directly``: the present behind a past is a wish; ``insists that the others treat it as``."""
    tags, lowers = view.tokens.tags, view.tokens.lowers
    if tags[child.verb.first] != "VBP" or child.subject is None or child.verb.perfect or child.verb.progressive:
        return False
    first, last = child.subject
    if lowers[first] in ("its", "their", "his", "her", "our", "they", "we", "you", "i"):
        return False
    past = tags[clause.verb.head] in ("VBD", "VBN")
    return (past and tags[last - 1] == "NNS") or lowers[last - 1] in ("others", "sides", "neighbours", "neighbors")


def _proposed(view: View, clause: Clause) -> Iterator[Draft]:
    """``proposed that inspectors be permitted to open ten a year``; ``proposed to meet`` is none."""
    if clause.verb.passive or clause.verb.negated:
        return
    mild = clause.verb.lemma in SUGGESTS
    for child in complements(view, clause):
        subject = view.tokens.lowers[slice(*child.subject)] if child.subject is not None else []
        all_of_them = not mild or not {"both", "all", "two"}.isdisjoint(subject)
        plural = view.tokens.tags[child.verb.first] == "VBP" and all_of_them
        if is_base(view, child) or plural or (child.verb.modal == "should" and not mild):
            aim = _aim(view, *child.subject, named=True) if child.subject is not None else Aim.OPEN
            for draft in _that(view, clause):
                draft.aim = aim
                yield draft
        return


def _whereby(view: View, clause: Clause) -> Iterator[Draft]:
    """``put forward a proposal whereby Lima would pay``: what each side is to do."""
    above = view.clauses[clause.governor] if clause.governor is not None else None
    if above is None or above.verb.negated or above.verb.passive or above.verb.lemma.partition(" ")[0] not in PROPOSES:
        return
    by = doers(view, above)
    first, last = clause.first + 1, part_end(view, clause.first + 1, view.end(clause))
    own = view.codes(by)
    subjects = [
        n
        for child in view.clauses[clause.number : clause.number + 4]
        if clause.first <= child.first < last
        for n in child.actors
    ]
    to = tuple(n for n in subjects if own.isdisjoint(party.code for party in view.mention(n).parties))
    yield from draft_of(view, above, by, tuple(n for n in to if view.mention(n).parties), first, last)


def persuaded(view: View, clause: Clause) -> Iterator[Draft]:
    """``is trying to get Lima to pay``, ``sought to persuade Lima to pay``: of Lima, to pay."""
    above = view.clauses[clause.governor] if clause.governor is not None else None
    if above is not None and above.verb.lemma in TRIES and not above.verb.negated and clause.objects:
        yield from _asked_to(view, clause)


TRIES = frozenset("try seek attempt work struggle want fail".split())
PROPOSES = frozenset("put propose make present table submit offer outline suggest float circulate advance".split())
RULES: tuple[tuple[str, MakesDrafts], ...] = (
    ("insist", _insisted),
    ("demand", _demanded),
    ("demand_soft", _demanded),
    ("ask", _asked),
    ("tell", _asked),
    ("warn", _asked),
    ("accept", find_until),
    ("propose", _proposed),
    ("suggest", _proposed),
    ("table", _proposed),
    ("recommend", _proposed),
    ("want", _asked),
    ("invite", _asked),
    ("like", _asked),
    ("wish", _asked),
    ("expect", _asked),
    ("give", _asked),
    ("make", conditional),
    ("make", named),
    ("name", named),
    ("cite", named),
    ("set", _asked),
    ("set", named),
    ("set", deadline_for),
    ("link", linked),
    ("tie", linked),
    ("condition", conditioned),
    ("owe", owes),
    ("be", imperative),
    ("be", was_condition),
    ("hold", held_out_for),
    ("wait", waited_for),
    ("wait for", waited_for),
    ("get", persuaded),
    ("persuade", persuaded),
    ("convince", persuaded),
    ("say_np", needed_of),
    *((lemma, find_by_pressure) for lemma in sorted(PUTS)),
)
SENSES = frozenset(sense for sense, _ in RULES)
SPOKEN_RULES: tuple[MakesDrafts, ...] = (owed, must, told)  # where the verb stands in words of somebody
