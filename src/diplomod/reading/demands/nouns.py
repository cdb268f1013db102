"""Demands from nouns: ``its demand that``, ``the request of Peru to``, ``its call on X to``, ``demands — including A and B``."""

from __future__ import annotations

import bisect
from collections.abc import Iterator

from diplomod.model import Stance, When
from diplomod.reading.demands.conditions import partner
from diplomod.reading.demands.contents import MUST, WHICH, cut, items, part_end, subject_end, tells, thing_end
from diplomod.reading.demands.drafts import Aim, Draft, Range, View
from diplomod.reading.demands.echoes import demand_behind
from diplomod.reading.demands.sides import addressed, doers, subject_of
from diplomod.reading.demands.things import counted
from diplomod.reading.parts import Clause, Form, NounPhrase, Relation, Time, VerbGroup

MAKES = frozenset(
    "file make reiterate repeat renew issue present press maintain drop restate voice send lay set put have deliver convey "
    "submit express lodge raise hand relay table list "
    "join back lead echo support endorse step amplify intensify push "
    "outline spell name attach enumerate detail impose define have recall bring".split()
)
GRANTED = frozenset("grant meet satisfy fulfil fulfill honour honor".split())
VERDICTS = frozenset((Stance.REJECTED, Stance.ACCEPTED))  # "rejected calls to resign": of whoever rejects them
FACES = frozenset(
    "face confront meet answer consider study weigh examine review mull discuss heed receive".split()
)  # "faces calls to resign": of whoever faces them
STANCES = {"reject": Stance.REJECTED, "accept": Stance.ACCEPTED, "counter": Stance.COUNTERED, "defer": Stance.DEFERRED}
COPULAS = frozenset("include includes included are were is was".split())
CALLS = frozenset("call calls".split())
MADE_IN = frozenset("made raised voiced put submitted presented addressed lodged issued".split())
CALLING = frozenset("on for to that".split())
# Nouns that need an owner or somebody who makes them: the words have other uses.
LOOSE = frozenset(
    "condition conditions term terms call calls appeal appeals requirement requirements prerequisite prerequisites "
    "petition petitions expectation expectations".split()
)
SETS = frozenset(
    "conditions terms condition demands precondition preconditions pre-condition pre-conditions prerequisite prerequisites "
    "requirement requirements".split()
)
FAVOURS = frozenset(
    "comment comments information interview interviews help assistance clarification patience gas oil "
    "energy power electricity fuel food water grain steel goods products services labour labor workers".split()
)
# What follows a noun and its verb where the words tell what is demanded ("its demands are an end to …").
THINGS = frozenset("DT NN NNS NNP VBG IN PRP$ CD NNPS".split())
OWNED = (["his"], ["her"], ["its"], ["their"])
COMES = frozenset("arrive come go return travel leave".split())
PROPOSALS = frozenset(("proposal", "proposals"))
PRESSURE = frozenset(("pressure",))
REACH = 60
ASIDE = 14  # tokens between commas that may stand between a noun and what is demanded


def find_by_nouns(view: View) -> Iterator[Draft]:
    """The demands of all nouns in order."""
    lowers, tags = view.tokens.lowers, view.tokens.tags
    senses_of = view.lexicon.nouns.senses_of
    for head in view.tokens.places_of(view.tokens.vocabulary & senses_of.keys() | PRESSURE):
        number = view.phrases.noun_at[head]
        if number < 0 or view.phrases.nouns[number].head != head:
            continue
        phrase = view.phrases.nouns[number]
        word = lowers[head]
        senses = senses_of.get(word)
        # "under pressure from Oslo to"
        pressed = word == "pressure" and lowers[phrase.last : phrase.last + 1] == ["from"]
        pressed = pressed and lowers[phrase.last + 1 : phrase.last + 2] not in OWNED  # not "from his coalition"
        if pressed or (
            senses
            and ("demand" in senses or (word in CALLS and _is_made(view, phrase)) or _is_judged(view, phrase, word))
            and tags[phrase.head][:2] == "NN"
        ):
            yield from _of_noun(view, number, phrase)


def _is_judged(view: View, phrase: NounPhrase, word: str) -> bool:
    """Whether a proposal is accepted or rejected: ``rejected a proposal by Oslo to``; one that is only made is no demand."""
    if word not in PROPOSALS:
        return False
    clause = _verb_over(view, phrase)
    if clause is None or clause.verb.form is not Form.FINITE or clause.verb.modal is not None:
        return False
    return not clause.verb.senses.isdisjoint(("accept", "reject")) and bool(view.parties(_around(view, phrase)[0]))


def _is_made(view: View, phrase: NounPhrase) -> bool:
    """Whether a call is one to do something: ``its call on Japan``, ``calls for``."""
    behind = view.tokens.lowers[phrase.last : phrase.last + 8]
    if behind[:1] in (["by"], ["from"]):  # "a call by Oslo for a truce"
        return not CALLING.isdisjoint(behind[2:])
    return behind[:1] in (["on"], ["for"], ["upon"], ["to"], ["that"])


def _of_noun(view: View, number: int, phrase: NounPhrase) -> Iterator[Draft]:
    """``reiterated its demand that Oslo withdraw``: what stands behind the noun, of its owner or of who makes it."""
    lowers = view.tokens.lowers
    if lowers[phrase.first] in ("each", "any", "every", "no"):
        return  # "would examine each request for"
    owner, asked, at = _around(view, phrase)
    if lowers[phrase.head].startswith("expectation") and lowers[at : at + 1] != ["that"]:
        return  # "expectations of growth"
    contents = list(_contents(view, phrase, at))
    if not contents:
        yield from demand_behind(view, phrase, owner or _maker(view, at))
        return
    clause = _verb_over(view, phrase)
    by, answer = owner, None
    if clause is not None:
        stance = next((STANCES[sense] for sense in STANCES if sense in clause.verb.senses), None)
        who = doers(view, clause)
        lemma = clause.verb.lemma.partition(" ")[0]
        if stance is not None and owner and not clause.verb.negated:
            answer = (who, stance, (clause.first, clause.last))
        elif lemma == "give" and not owner:
            by, asked = who, asked or _given_to(view, clause)
        elif stance in VERDICTS and not owner and not clause.verb.negated and view.parties(who):
            asked, by = asked or tuple(n for n in who if view.mention(n).parties), ()
            answer = (who, stance, (clause.first, clause.last))
        elif lemma in FACES and not owner:
            asked, by = asked or tuple(n for n in who if view.mention(n).parties), ()
            if not asked:
                return
        elif not owner and (lemma in MAKES or "say" in clause.verb.senses or _brings(view, phrase, lemma)):
            by = who
        elif not owner:
            return
    elif not owner:
        by = _misread(view, phrase)
        if not by and lowers[phrase.first] in ("the", "that", "this", "those", "these"):
            return  # "the request for access would be passed on": told before
    if (
        lowers[phrase.first] == "your"
        and clause is not None
        and clause.verb.lemma in ("respond", "reply", "answer", "react")
    ):
        asked, by = tuple(n for n in doers(view, clause) if view.mention(n).parties), ()
    ours = lowers[phrase.first] in ("our", "my") and view.spoken[phrase.head] >= 0  # “Our condition is that Lima pay”
    faced = clause is not None and (clause.verb.lemma in FACES or answer is not None)
    if not by and lowers[phrase.head] in LOOSE and not ours and not faced:
        return
    verdict = _verdict(view, contents[-1][1]) or _defied(view, phrase, by)
    if answer is None and verdict is not None:
        answer = verdict
    made = _first_made(view, phrase, at)
    own = view.codes(by)
    asker = (
        view.cast.issuer if lowers[phrase.first] == "your" and not by else None
    )  # asked at a briefing: "your call for"
    to: tuple[int, ...] = asked
    between = partner(view, at, contents[0][0], by) if lowers[phrase.head] in SETS else ()
    for first, last in contents:
        shares = bool(to) and view.tokens.tags[first] == "VBG"
        # "Ukraine leaving A and handing over B": both are Ukraine's
        to = to if asked or shares else _doer_of(view, first, last) or addressed(view, first, last, by) or between
        to = tuple(n for n in to if not any(party.code in own for party in view.mention(n).parties))
        if not to and answer is not None:
            to = tuple(n for n in answer[0] if own.isdisjoint(party.code for party in view.mention(n).parties))
        yield Draft(
            token=phrase.head,
            sentence=view.tokens.sentence_of[phrase.head],
            content=(first, last),
            by=by,
            to=to,
            party=asker,
            evidence=(phrase.first, max(last, phrase.last)),
            first_made=made,
            reiterated=_again(clause),
            answer=answer,
            aim=Aim.ANYBODY if lowers[phrase.last : phrase.last + 1] in (["on"], ["upon"]) and not asked else Aim.OPEN,
            rule=_of_noun,
        )


def _maker(view: View, at: int) -> tuple[int, ...]:
    """Who made a demand of which only that is told: ``a demand | first made by Lima``."""
    lowers = view.tokens.lowers
    if not MADE_IN.isdisjoint(lowers[at : at + 2]) and "by" in lowers[at : at + 4]:
        first = lowers.index("by", at) + 1
        return tuple(n for n in view.actors(first, first + 4) if view.mention(n).parties)
    return ()


def _brings(view: View, phrase: NounPhrase, lemma: str) -> bool:
    """Whether somebody comes with a demand: ``arrived with one request: that``."""
    return lemma in COMES and view.tokens.lowers[phrase.first - 1] == "with"


def _verdict(view: View, at: int) -> tuple[tuple[int, ...], Stance, Range] | None:
    """What became of a demand whose words are a subject: ``Oslo’s demand that Lima pay | was rejected by Lima``."""
    at += view.tokens.tags[at : at + 1] == [","]
    number = view.phrases.verb_at[at] if at < len(view.phrases.verb_at) else -1
    if number < 0:
        return None
    group = view.phrases.verbs[number]
    stance = next((STANCES[sense] for sense in STANCES if sense in group.senses), None)
    if group.lemma in GRANTED and view.tokens.lowers[group.last : group.last + 1] != ["with"]:
        stance = Stance.ACCEPTED
    if stance is None or not group.passive or group.modal is not None:
        return None
    if group.negated:
        stance = Stance.REJECTED if stance is Stance.ACCEPTED else stance
    who: tuple[int, ...] = ()
    end = view.tokens.sentences[view.tokens.sentence_of[group.head]][1]
    if view.tokens.lowers[group.last : group.last + 1] == ["by"]:
        who = tuple(n for n in view.actors(group.last + 1, min(end, group.last + 8)) if view.mention(n).parties)[:1]
    return who, stance, (group.first, min(end, view.mention(who[0]).last if who else group.last))


def _defied(view: View, phrase: NounPhrase, by: tuple[int, ...]) -> tuple[tuple[int, ...], Stance, Range] | None:
    """Who does otherwise: ``Despite Oslo’s calls to free them, Lima put them on trial``."""
    lowers, at = view.tokens.lowers, phrase.first - 1
    defies = at >= 0 and (
        lowers[at] in ("despite", "defying", "ignoring") or lowers[at - 1 : at + 1] == ["defiance", "of"]
    )
    if not defies or not view.parties(by):
        return None
    sentence = view.tokens.sentence_of[phrase.head]
    own = view.codes(by)
    for clause in _near(view, phrase.head):
        main = clause.sentence == sentence and clause.verb.form is Form.FINITE and clause.relation is None
        who = tuple(n for n in clause.actors if view.mention(n).parties) if main else ()
        if len(who) == 1 and own.isdisjoint(party.code for party in view.mention(who[0]).parties):
            return who, Stance.REJECTED, (clause.first, clause.last)
    return None


def _around(view: View, phrase: NounPhrase) -> tuple[tuple[int, ...], tuple[int, ...], int]:
    """Whose demand it is, of whom, and where the words behind that begin: ``the request of Peru that``, ``its call on Japan,
    first made in January, to``."""
    lowers, tags = view.tokens.lowers, view.tokens.tags
    end = view.tokens.sentences[view.tokens.sentence_of[phrase.head]][1]
    owner = tuple(n for n in view.cast.between(phrase.first, phrase.last) if view.mention(n).parties)
    asked: tuple[int, ...] = ()
    at = phrase.last
    for _ in range(3):
        if at >= end:
            break
        word = lowers[at]
        if word == "(" and ")" in lowers[at : min(end, at + 5)]:
            at = lowers.index(")", at) + 1  # "a call by the European Union (EU) to"
            word = lowers[at] if at < end else ""
        if word in ("of", "by", "from") and not owner:
            named = _named_at(view, at + 1, end)
            if not named:
                break
            owner, at = named, view.mention(named[-1]).last
        elif (
            word in ("on", "upon", "to")
            and lowers[phrase.head] != "insistence"
            and tags[at + 1 : at + 2] != ["VB"]
            and not asked
        ):
            named = _named_at(view, at + 1, end)
            number = view.phrases.noun_at[at + 1] if at + 1 < end else -1
            if not named and (number < 0 or lowers[phrase.head] not in CALLS):
                break
            asked, at = named, view.mention(named[-1]).last if named else view.phrases.nouns[number].last
        elif (word == "first" or tags[at] == "VBN") and "that" in lowers[at + 1 : min(end, at + ASIDE)]:
            if not MADE_IN.isdisjoint(lowers[at : at + 2]):
                at = lowers.index("that", at + 1)  # "the request first made in 2004 that"
            break
        elif word == "," and lowers[at + 1 : at + 2] == ["that"]:
            at += 1  # "a second request, that the boats be let in"
        elif word == "," and tags[at + 1 : at + 2] != ["CC"]:
            closed = next((token for token in range(at + 1, min(end, at + ASIDE)) if tags[token] == ","), -1)
            while 0 <= closed < end - 1 and lowers[closed + 1] not in ("to", "that", "is", "was", "are", "were"):
                closed = next((token for token in range(closed + 1, min(end, at + ASIDE)) if tags[token] == ","), -1)
            if closed < 0:
                break
            at = closed + 1
        else:
            break
    return owner, asked, at


def _named_at(view: View, first: int, end: int) -> tuple[int, ...]:
    """The parties that words name from `first` on: ``Peru``, ``both Peru and Chile``."""
    found: list[int] = []
    for number in view.cast.between(first, min(end, first + 10)):
        mention = view.mention(number)
        gap = set(view.tokens.tags[(view.mention(found[-1]).last if found else first) : mention.first])
        same = (
            not found and view.phrases.noun_at[first] == view.phrases.noun_at[mention.first] >= 0
        )  # "Greek President Ana Ruiz"
        if not (same or gap <= {"DT", "CC", ",", "PRP$", "JJ"}) or not mention.parties:
            break
        found.append(number)
    return tuple(found)


def _given_to(view: View, clause: Clause) -> tuple[int, ...]:
    """``gave the Ethiopians an ultimatum``: the Ethiopians."""
    if not clause.objects:
        return ()
    return tuple(n for n in view.actors(*clause.objects[0]) if view.mention(n).parties)


def _misread(view: View, phrase: NounPhrase) -> tuple[int, ...]:
    """The subject of a verb that looks like a noun (``Hamas demands that``, ``It, for its part, demands that``)."""
    tags, lowers = view.tokens.tags, view.tokens.lowers
    if lowers[phrase.head] not in ("demands", "requests", "calls") or lowers[phrase.last : phrase.last + 1] != ["that"]:
        return ()
    if phrase.head > phrase.first and tags[phrase.first] in ("DT", "PRP$", "CD"):
        return ()
    start = view.tokens.sentences[view.tokens.sentence_of[phrase.head]][0]
    return tuple(
        n
        for n in view.cast.between(start, phrase.head)
        if view.mention(n).parties and tags[view.mention(n).first] != "PRP$"
    )[:1]


def _verb_over(view: View, phrase: NounPhrase) -> Clause | None:
    """The clause whose object the phrase is: ``reiterating demands``, ``rejected Iran’s demand``."""
    verb_at = view.phrases.verb_at
    for token in range(phrase.first - 1, max(-1, phrase.first - 8), -1):
        if verb_at[token] >= 0:
            group = view.phrases.verbs[verb_at[token]]
            return next((clause for clause in _near(view, token) if clause.verb is group), None)
        if view.tokens.lowers[token] == "that":
            return None  # "said that the request": not what is said
        given = view.phrases.noun_at[token] >= 0 and phrase.first - token < 6
        if view.tokens.tags[token] not in ("IN", "RP", "TO", "DT", "``") and not given:
            return None
    return None


def _near(view: View, token: int) -> Iterator[Clause]:
    """The clauses of the token's sentence whose verbs are not far off."""
    sentence = view.tokens.sentence_of[token]
    number = bisect.bisect_left(view.clauses, token - REACH, key=_verb_of)
    while number < len(view.clauses) and view.clauses[number].verb.head < token + REACH:
        if view.clauses[number].sentence == sentence:
            yield view.clauses[number]
        number += 1


def _verb_of(clause: Clause) -> int:
    return clause.verb.head


def _again(clause: Clause | None) -> Range | None:
    if clause is not None and clause.verb.lemma in ("reiterate", "repeat", "renew", "restate"):
        return clause.verb.head, clause.verb.head + 1
    return None


def _contents(view: View, phrase: NounPhrase, at: int) -> Iterator[Range]:
    """What is demanded: a clause after that, a thing after for, the list after including or a dash."""
    lowers, tags = view.tokens.lowers, view.tokens.tags
    end = _front_end(view, phrase, at)
    if at >= end - 1:
        return
    if lowers[at] == "that" and not _is_relative(view, at, end):
        last = cut(view, at + 1, part_end(view, at + 1, end))
        yield view.trimmed(at + 1, subject_end(view, at + 1, last))
        return
    if lowers[at] == "for" and lowers[phrase.head] in SETS:
        colon = next((token for token in range(at, min(end, at + ASIDE)) if lowers[token] == ":"), -1)
        if colon > 0:  # "three conditions for an extension: that …"
            at = colon
    if lowers[at] == "for":
        number = view.phrases.noun_at[at + 1]
        goods = number >= 0 and lowers[view.phrases.nouns[number].head] in FAVOURS
        if goods or lowers[phrase.head] in SETS - {"demands"}:
            return  # "a request for comment", "demand for gas", "the conditions for peace"
        last = cut(view, at + 1, _stop(view, at + 1, end))
        yield view.trimmed(at + 1, thing_end(view, at + 1, last))
        return
    if lowers[at] in ("on", "upon") and lowers[phrase.head] == "insistence":
        last = cut(view, at + 1, _stop(view, at + 1, end))
        yield view.trimmed(at + 1, thing_end(view, at + 1, last))
        return
    if (
        lowers[at] == "to"
        and lowers[phrase.head] not in SETS - {"demands"}
        and tags[at + 1] in ("VB", "NN", "VBP", "RB")
    ):
        yield view.trimmed(at + 1, cut(view, at + 1, _stop(view, at + 1, end)))
        return
    if lowers[at] in COPULAS:  # "Moscow's demands include", "its condition is that"
        if lowers[at + 1] == "that" and at + 2 < end:
            yield view.trimmed(at + 2, cut(view, at + 2, part_end(view, at + 2, end)))
            return
        lists = lowers[at].startswith("includ") or lowers[phrase.head] in SETS or _is_main(view, phrase)
        if lists and (lowers[at].startswith("includ") or tags[at + 1] in THINGS):
            yield from _items(view, at + 1, end)
        return
    for token in range(at, min(end, at + 16)):
        if lowers[token] in ("including", "namely") or (tags[token] == ":" and lowers[token] not in (";", "…", "...")):
            first = token + 1
            if first < end and lowers[first] in ("including", "namely"):
                first += 1
            if first + (lowers[first : first + 1] == ["that"]) >= end or lowers[first] in (
                "if",
                "when",
                "we",
                "i",
                "they",
            ):
                return  # "an ultimatum: if the country buys them, …"
            several = (
                counted(view, first, end, _number(view, phrase))
                if tags[token] == ":" and lowers[first] != "that"
                else []
            )
            if several:
                yield from several
            elif lowers[first] == "that":
                yield from items(view, first + 1, part_end(view, first + 1, end))
            else:
                yield from _items(view, first, end)
            return
        if tags[token] in ("VBZ", "VBP", "MD", "."):
            return


def _front_end(view: View, phrase: NounPhrase, at: int) -> int:
    """The end of the words that a demand may be told by: in ``Despite its demand that Lima leave | , the fighting went on`` the
    comma, else the end of the sentence."""
    first, end = view.tokens.sentences[view.tokens.sentence_of[phrase.head]]
    if view.tokens.tags[first] != "IN" or any(view.phrases.verb_at[token] >= 0 for token in range(first, phrase.first)):
        return end
    commas = (token for token in range(at, min(end, at + REACH)) if view.tokens.tags[token] == ",")
    return next((token for token in commas if tells(view, token + 1, end)), end)


def _number(view: View, phrase: NounPhrase) -> int:
    """How many demands a phrase tells of: ``three conditions``; 0 if it does not tell."""
    return next(
        (
            NUMBERS[word] if word in NUMBERS else int(word)
            for word in view.tokens.lowers[phrase.first : phrase.head]
            if word in NUMBERS or (word.isascii() and word.isdigit() and len(word) < 3)
        ),
        0,
    )


NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "both": 2}


def _is_main(view: View, phrase: NounPhrase) -> bool:
    """Whether a demand is told apart from others, so that what stands behind its verb is demanded (``its key demand is``)."""
    return not MAIN.isdisjoint(view.tokens.lowers[phrase.first : phrase.head])


MAIN = frozenset(
    "key main chief central first top principal core only other second sole immediate basic primary minimum foremost "
    "biggest longstanding long-standing third final fundamental".split()
)


def _is_relative(view: View, at: int, end: int) -> bool:
    """Whether that stands for the demand itself: ``a demand that one envoy described as``, ``a step that Kim resisted``."""
    after = next((clause for clause in _near(view, at) if at <= clause.first <= at + 6), None)
    verb = next((clause.verb for clause in _near(view, at) if at < clause.verb.first), None)
    if verb is not None and _states(view, verb):
        return True  # "a demand that Lima has yet to answer"
    number = view.phrases.noun_at[at + 1] if at + 1 < end else -1
    if number < 0:
        return True  # "the demand that was made"
    behind = view.phrases.nouns[number].last
    if after is None or behind >= end:
        return False
    return view.tokens.tags[behind] in ("VBD", "VBN") and view.tokens.lowers[behind + 1 : behind + 2] in (
        ["as"],
        ["."],
        [","],
    )


def _states(view: View, verb: VerbGroup) -> bool:
    """Whether a verb tells what is or was, so that what stands before it is no wish."""
    tag, word = view.tokens.tags[verb.first], view.tokens.lowers[verb.first]
    if verb.form is not Form.FINITE or verb.modal in MUST or verb.modal == "should":
        return False
    if tag == "VBD" or word in ("is", "has", "are", "have"):
        return True
    if tag == "MD" and not verb.negated and verb.senses.isdisjoint(STANCES):
        return False  # "the expectation that Lima would pay"
    return tag in ("VBZ", "MD") and view.tokens.tags[verb.last : verb.last + 1] in (["."], [","], ["TO"], ["IN"])


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
    end = min(end, first + 2 * REACH)
    start, parted = first, False
    for token in range(first, end):
        ends = tags[token] in (".", ":") or token == end - 1 or (tags[token] == "," and lowers[token + 1] in WHICH)
        if ends:
            last = end if token == end - 1 and tags[token] not in (".", ":") else token
            if last > start:
                yield view.trimmed(start, last)
            return
        joins = tags[token] == "CC" and lowers[token] == "and" and token + 1 < end
        more = tags[token + 1] == "VBG" or (parted and lowers[token + 1] in ("the", "a", "an")) if joins else False
        if (more and token > start + 1) or (
            tags[token] == ","
            and token + 1 < end
            and (tags[token + 1] == "VBG" or lowers[token + 1 : token + 2] == ["the"])
        ):
            yield view.trimmed(start, token)
            start, parted = token + 1, True


def _doer_of(view: View, first: int, last: int) -> tuple[int, ...]:
    """Who is to do what is demanded: the subject of its first verb (``Ukraine abandoning …``, ``that Israel withdraw``)."""
    verb_at = view.phrases.verb_at
    for token in range(first, min(last, first + 16)):
        if verb_at[token] >= 0:
            found = tuple(n for n in view.cast.between(first, token) if view.mention(n).parties)
            return found[:1] if found else ()
    return subject_of(view, first, last) if first < last and view.phrases.noun_at[first] >= 0 else ()


def _first_made(view: View, phrase: NounPhrase, at: int) -> When | None:
    """When the demand was first made, if words on the noun tell: ``demands first laid out in June 2024``."""
    end = view.tokens.sentences[view.tokens.sentence_of[phrase.head]][1]
    lowers = view.tokens.lowers
    told = "first" in lowers[phrase.last : min(end, phrase.last + 6)]
    if not told and not any(
        clause.verb.form is Form.PARTICIPLE
        and clause.relation is Relation.RELATIVE
        and phrase.last <= clause.first <= phrase.last + 3
        and "again" not in lowers[clause.first : clause.first + 4]
        for clause in _near(view, phrase.head)
    ):
        return None
    following = bisect.bisect_left(view.times, phrase.last, key=_place)
    if following < len(view.times) and view.times[following].first < min(end, phrase.last + 12):
        return view.times[following].when
    return None


def _place(time: Time) -> int:
    return time.first
