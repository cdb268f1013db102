"""Demands from verbs that have those who are asked as their object: ``urged Lima to pay``, ``was told to leave``."""

from __future__ import annotations

from collections.abc import Iterator

from diplomod.reading.demands.claims import FAR, PAIRS, agent_of, for_oneself, that_clauses, things_of
from diplomod.reading.demands.contents import MUST, complements, infinitives, is_base, part_end, with_coordinates
from diplomod.reading.demands.drafting import draft_of
from diplomod.reading.demands.drafts import Aim, Draft, Range, View
from diplomod.reading.demands.favours import OWN_FIRMS, PUBLIC, VISITS, hosted, is_favour, is_host, is_known, their_own
from diplomod.reading.demands.headlines import is_headline
from diplomod.reading.demands.sides import ENDS, GOODS, SIDES, asker, doers, resolves
from diplomod.reading.demands.wishes import GRANTS, MOODS, of_another, wanted_done, wanted_thing
from diplomod.reading.parts import Clause, Form, MentionKind

OPPOSED = frozenset("both two rival warring feuding opposing belligerent".split())
OWN_PEOPLE = frozenset(
    "military army troops forces police navy officials ministers diplomats government cabinet team teams group committee "
    "authorities officers generals staff delegation negotiators commission secretariat experts".split()
)
MANY = PAIRS | frozenset(
    "states governments members concerned everyone everybody all actors community world stakeholders".split()
)
WISHES = frozenset(("ask", "request", "want"))
NOBODY = frozenset(("nobody", "no", "none", "neither"))
SPANS = frozenset("days weeks months years decades".split())
COMMANDS = frozenset("instruct order direct command".split())
IFS = frozenset("if whether when unless".split())
PRESSES = frozenset("press push pressure lobby".split())
FOR = frozenset("ask plead press push appeal lobby".split())
# "called on Lima for an end to it"
FROM = FOR | frozenset(
    ("beg", "petition", "pressure", "urge", "implore", "call on", "call upon", "appeal to", "plead with", "lean on")
)
TRIES = frozenset("try seek attempt work struggle want fail".split())


def asked(view: View, clause: Clause) -> Iterator[Draft]:
    """``urged the two sides to return to the table``: to both, ``return to the table``."""
    verb = clause.verb
    if verb.negated or (verb.passive and verb.lemma in MOODS) or _is_nobody(view, clause):
        return
    if verb.lemma == "like" and verb.modal not in ("would", "should"):
        return
    if verb.passive or is_headline(view, clause):
        if verb.form is Form.FINITE or is_headline(view, clause):
            yield from was_asked(view, clause)
        return
    granted = for_oneself(view, clause) if verb.lemma in WISHES else None
    if granted is not None:
        yield from draft_of(view, clause, doers(view, clause), (), *granted)
        return
    if their_own(view, clause) or hosted(view, clause) or is_known(view, clause):
        return
    if verb.lemma == "require" and not view.parties(doers(view, clause)) and view.spoken[verb.head] < 0:
        return  # "the treaty requires Lima to pay"
    if verb.lemma == "require" and verb.form is Form.GERUND and view.tokens.tags[verb.first - 1] in ("NN", "NNS"):
        return  # "a treaty requiring Lima to pay"
    whom = view.tokens.lowers[slice(*clause.objects[0])] if clause.objects else []
    if not PUBLIC.isdisjoint(whom) or (whom[:1] in (["its"], ["their"], ["our"]) and not OWN_FIRMS.isdisjoint(whom)):
        return  # "urged motorists to stay at home", "would encourage its companies to invest"
    for way in (_asked_for, _asked_to, _asked_loosely, wanted_done, _asked_that, wanted_thing):
        found = list(way(view, clause))
        if found:
            yield from found
            return


def _is_nobody(view: View, clause: Clause) -> bool:
    """``Nobody has asked Lima to choose``."""
    return clause.subject is not None and view.tokens.lowers[clause.subject[0]] in NOBODY


def was_asked(view: View, clause: Clause) -> Iterator[Draft]:
    """``Guinea had been called upon to shorten the transition``: of Guinea."""
    if clause.verb.lemma == "invite" and is_host(view, clause):
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
        if "whether" in view.tokens.lowers[clause.verb.last : child.first]:
            return
        last = with_coordinates(view, child)
        if not by:
            last, by = _agent_at_end(view, child.verb.last, last, own)
        aim = aim_at(view, *clause.subject, named=True) if clause.subject is not None else Aim.OPEN
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
        child = next((one for one in infinitives(view, clause) if one.first > start + 1), None)
        if child is not None and not child.verb.passive and _is_anybody(view, start + 1, child.first):
            aim = aim_at(view, start + 1, child.first, named=False)  # "called for all parties to show restraint"
            yield from draft_of(view, clause, by, (), start + 1, last, aim)
            return
        phrase = view.phrases.noun_at[start + 1] if last > start + 1 else -1
        if last > start + 1 and not (phrase >= 0 and is_favour(view, phrase, last)):
            yield from things_of(view, clause, by, start + 1, last)
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
            if (to or view.parties(by)) and not is_favour(view, view.phrases.noun_at[end + 1], clause.last):
                yield from draft_of(view, clause, by, to, end + 1, clause.last)


def _is_anybody(view: View, first: int, last: int) -> bool:
    """Whether those who are called for are many or none in particular: ``all parties``, ``“responsible nations”``."""
    words = [word for word in view.tokens.lowers[first:last] if word[0].isalnum()]
    whole = words[:1] == ["all"] and len(words) == 2
    return bool(words) and words[-1] in MANY and (whole or not view.codes(view.actors(first, last)))


def _asked_to(view: View, clause: Clause) -> Iterator[Draft]:
    """``pressed the North to declare``, ``wants Iran to ship``, ``gave Oslo until Friday to``: the object and an infinitive."""
    verb, start = clause.verb, clause.verb.last
    by = asker(view, clause)
    for child in infinitives(view, clause):
        if child.first - start > 30 or not {"that", "whether"}.isdisjoint(view.tokens.lowers[start : child.first]):
            return  # "was asked whether to pay"
        if verb.lemma in ("call on", "call upon") and child.verb.lemma in VISITS:
            return  # "called on the prime minister to discuss trade"
        to = view.actors(start, child.first)
        if verb.lemma in MOODS and not of_another(view, clause, by, to, child):
            return
        known = (clause.objects or verb.lemma == "appeal") and (view.is_known(by) or resolves(view, verb.head))
        if (to or known) and child.verb.head - start < 30:
            told = tuple(n for n in to if view.mention(n).parties)
            if (
                view.tokens.lowers[start] == "all"
                and child.first - start == 2
                and _is_anybody(view, start, child.first)
            ):
                told = ()  # "urged all parties to"
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
            aim = aim_at(view, start, child.first, named=bool(told) or thing)
            last = with_coordinates(view, child)
            until = _parted(view, begin, last)
            own = _of_own(view, start, child.first) or (not told and aim is not Aim.SIDE)
            if verb.lemma in COMMANDS and own:
                return
            personal = _is_somebody(view, by) and _is_somebody(view, to)
            for draft in draft_of(view, clause, by, _owners_out(view, told), begin, until, aim):
                draft.personal = personal
                yield draft
            yield from _another(view, clause, by, begin, last)
        return


def _of_own(view: View, first: int, last: int) -> bool:
    """Whether those who are ordered are likely one's own: ``ordered the army to``, ``instructed the working group to``."""
    words = view.tokens.words[first:last]
    return not OWN_PEOPLE.isdisjoint(view.tokens.lowers[first:last]) and not any(word[0].isupper() for word in words)


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


def _infinitive_start(view: View, child: Clause) -> int:
    lowers = view.tokens.lowers
    named = next((token for token in range(child.first, child.verb.head + 1) if lowers[token] == "to"), None)
    begin = child.verb.first if named is None else named + 1
    return begin - 2 if lowers[begin - 2 : begin] == ["not", "to"] else begin


def _plainly_a_party(view: View, phrase: Range) -> bool:
    if view.tokens.lowers[phrase[0]] in ("both", "you", "us", "them", "it", "him", "her"):
        return True
    mentions = [view.mention(n) for n in view.cast.between(*phrase)]
    return any(
        one.kind in (MentionKind.PARTY, MentionKind.PLACE, MentionKind.PERSON, MentionKind.OFFICE) or one.pronoun
        for one in mentions
        if one.last >= phrase[1]
    )


def aim_at(view: View, first: int, last: int, named: bool) -> Aim:
    """How words speak of those who are asked: ``both sides``, ``his colleague``, ``the world``."""
    words = view.tokens.lowers[first:last]
    if words[:1] in (["us"], ["me"]):
        return Aim.US
    if words == ["both"] or (words[:1] == ["both"] and words[-1] == "them"):
        return Aim.PAIR
    if words[:1] == ["all"] and words[-1] in MANY and not named:
        return Aim.ANYBODY
    if words and words[-1] in PAIRS and (not OPPOSED.isdisjoint(words) or words[-2:-1] == ["the"]):
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
    by = doers(view, clause)
    if view.codes(to) - view.codes(by) and view.cast.at[at + 1] < 0:
        yield from draft_of(view, clause, by, to, at + 1, part_end(view, at + 1, view.end(clause)))


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
            yield from that_clauses(view, clause)
        return
    if clause.verb.lemma != "ask":
        yield from that_clauses(view, clause)


def _is_set(view: View, clause: Clause, child: Clause) -> bool:
    """``asked that the ministers meet``: a plural subject and a verb in the present after a word for asking."""
    return clause.verb.lemma in ("ask", "request", "propose") and view.tokens.tags[child.verb.first] == "VBP"


def _owners_out(view: View, numbers: tuple[int, ...]) -> tuple[int, ...]:
    return (
        tuple(
            n
            for n in numbers
            if view.mention(n).last >= len(view.tokens.tags) or view.tokens.tags[view.mention(n).last] != "POS"
        )
        or numbers
    )


def persuaded(view: View, clause: Clause) -> Iterator[Draft]:
    """``is trying to get Lima to pay``, ``sought to persuade Lima to pay``: of Lima, to pay."""
    above = view.clauses[clause.governor] if clause.governor is not None else None
    if above is not None and above.verb.lemma in TRIES and not above.verb.negated and clause.objects:
        yield from _asked_to(view, clause)
