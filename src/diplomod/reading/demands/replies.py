"""Clauses and words that may answer a demand, and who answers."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Set

from diplomod.model import Mode, Party, Stance
from diplomod.reading.demands.conditions import concedes
from diplomod.reading.demands.doings import rows_done
from diplomod.reading.demands.drafts import Range, View
from diplomod.reading.demands.pointing import (
    Reference,
    has,
    in_part,
    is_demand,
    is_wanted,
    limited,
    onward,
    tied,
    waits,
    word_for_it,
)
from diplomod.reading.demands.sayings import (
    ANSWERS,
    CONDITIONS,
    LONGEST_CRY,
    MARKS,
    ON_CONDITION,
    ONLY,
    OTHERS,
    PLEDGES,
    PLURALS,
    REACH,
    REFUSALS,
    REPLIES,
)
from diplomod.reading.demands.sides import doers
from diplomod.reading.demands.stances import accepted, idiom, offered
from diplomod.reading.demands.standing import rules_for
from diplomod.reading.parts import Clause, Relation, Rule, frozen


@frozen(slots=True, kw_only=True, eq=False)
class Reply:
    """Words that may answer: `by` are the mentions of who does, `voices` the parties that it may speak for, the likeliest
    first; `told` are the words to compare with what was demanded, `head` is the word that answers, `verb` its verb,
    `lemma` the base form of that, `rows` those of the table of what heeds a demand; `pointed` marks ``the request``,
    ``this demand``, `joint` what several parties do, `both` ``both agreed``, `pronoun` what they or it answer, `plural`
    what speaks of several demands (``those demands``), `gives` what tells of something given (``agreed to``,
    ``offered``), `loose` marks those whose party only what stands around tells (``the government``), `demonstrative`
    ``that idea``, `back` what is replied, `whose` are those whose demand the words name (``the demand of Sweden``)."""

    head: int
    told: Range
    stance: Stance
    reference: Reference
    by: tuple[int, ...]
    voices: tuple[Party, ...]
    evidence: Range
    rule: Rule
    verb: Range | None = None
    lemma: str = ""
    rows: frozenset[int] = frozenset()
    impersonal: bool = False
    pointed: bool = False
    joint: bool = False
    both: bool = False
    pronoun: bool = False
    plural: bool = False
    gives: bool = False
    loose: bool = False
    demonstrative: bool = False
    back: bool = False
    whose: tuple[Party, ...] = ()


def find_replies(view: View, sentences: Set[int]) -> Iterator[Reply]:
    """All words of some sentences that may answer something, clauses first; ``Will you comply?`` answers nothing."""
    words = view.tokens.words
    sentences = {one for one in sentences if "?" not in words[slice(*_ending(view, one))]}
    for clause in view.clauses:
        if clause.sentence not in sentences or _in_passing(view, clause):
            continue
        verb = clause.verb
        for rule in rules_for(verb.lemma, verb.senses, verb.modal, verb.negated):
            found = rule(view, clause)
            if found is not None:
                stance, reference = found
                if stance is Stance.ACCEPTED and _is_earlier(view, clause):
                    break
                yield _reply(view, clause, _qualified(view, clause, stance, reference), reference, rule)
                if reference not in (Reference.CONTRARY, Reference.HEEDED):
                    break
    for other in (*_cries(view), *_nouns(view)):
        if view.tokens.sentence_of[other.head] in sentences:
            yield other


def _ending(view: View, sentence: int) -> Range:
    """The marks that a sentence ends in."""
    if not 0 <= sentence < len(view.tokens.sentences):
        return 0, 0
    first, last = view.tokens.sentences[sentence]
    return max(first, last - 2), last


def _in_passing(view: View, clause: Clause) -> bool:
    """``as it pledged to do in 2019``: told as known."""
    first = clause.first if clause.subject is None else min(clause.first, clause.subject[0])
    if not ELSE.isdisjoint(view.tokens.lowers[max(0, first - 2) : clause.verb.first]):
        return True  # "or else it will close the border": a threat
    if clause.subject is None and clause.verb.first == view.tokens.sentences[clause.sentence][0]:
        return True  # "Took note of the request of Lima"
    starts = (clause.first, clause.first - 1, clause.subject[0] - 1 if clause.subject is not None else clause.first)
    return any(
        view.tokens.lowers[at] == "as" and view.tokens.lowers[at + 1 : at + 2] != ["for"] for at in starts if at >= 0
    )


def _is_earlier(view: View, clause: Clause) -> bool:
    """``a day after Lima granted him asylum``: what had been done before."""
    first = clause.first if clause.subject is None else min(clause.first, clause.subject[0])
    return "after" in view.tokens.lowers[max(0, first - 1) : first + 1]


def _reply(view: View, clause: Clause, stance: Stance, reference: Reference, rule: Rule) -> Reply:
    by, voices, impersonal = _answerer(view, clause)
    noun = word_for_it(view, clause)
    if reference in (Reference.BARE, Reference.OWN, Reference.NOUN, Reference.HINT) and noun >= 0:
        reference = Reference.NOUN if is_demand(view, noun) else Reference.OFFER
    first = clause.first if clause.subject is None else min(clause.first, clause.subject[0])
    if clause.relation is Relation.COORDINATE and clause.subject is not None and clause.subject[1] < clause.first:
        first = clause.first  # "freed the crew but refused | to withdraw"
    return Reply(
        head=clause.verb.head,
        told=(first, clause.last),
        stance=stance,
        reference=reference,
        by=by,
        voices=voices,
        evidence=_evidence(view, clause),
        rule=rule,
        verb=(clause.verb.first, clause.verb.last),
        lemma=clause.verb.lemma,
        rows=rows_done(view, clause) if reference is Reference.HEEDED else frozenset(),
        impersonal=impersonal,
        joint=len(view.parties(by)) > 1,
        both=(
            clause.subject is not None
            and not clause.verb.passive
            and not PAIR.isdisjoint(view.tokens.lowers[slice(*clause.subject)])
        )
        or view.tokens.lowers[clause.first] == "neither",
        pronoun=rule is not idiom
        and clause.verb.lemma not in ("relent", "yield", "bow", "submit", "concede")
        and bool(by)
        and all(view.mention(n).pronoun and view.tokens.lowers[view.mention(n).first] in OTHERS for n in by),
        plural=(noun >= 0 and view.tokens.tags[noun] == "NNS")
        or not PLURALS.isdisjoint(view.tokens.lowers[clause.verb.last : clause.verb.last + 3]),
        gives=clause.subject is not None
        and rule in (accepted, offered)
        and clause.verb.lemma not in ("commit", "support"),
        loose=_is_loose(view, clause, by),
        demonstrative=noun >= 0
        and not is_demand(view, noun)
        and view.tokens.lowers[noun - 1] in ("that", "this", "those", "these"),
        back=_is_replied(view, clause),
        whose=_whose(view, noun) if noun >= 0 else (),
        pointed=noun >= 0 and view.tokens.lowers[noun - 1] in ("the", "that", "this", "those", "these", "such"),
    )


def _is_replied(view: View, clause: Clause) -> bool:
    """``responded that it was ready to``: what is told as an answer."""
    above = view.clauses[clause.governor].verb.lemma if clause.governor is not None else ""
    return above in REPLIES or clause.verb.lemma in REPLIES


def _is_loose(view: View, clause: Clause, by: tuple[int, ...]) -> bool:
    """Whether no words tell whose those who answer are: ``the government``, ``its minister``, ``President Ana Ruiz``."""
    if not by or clause.subject is None:
        return False
    owned = view.tokens.lowers[clause.subject[0]] in OWN or view.tokens.lowers[slice(*clause.subject)][:2] == [
        "the",
        "country",
    ]
    rules = {view.mention(n).rule for n in by}
    return owned or {rule.__name__ for rule in rules if rule is not None} <= GUESSED


def _whose(view: View, noun: int) -> tuple[Party, ...]:
    """Those whose demand a noun names: ``Peru’s demand``, ``the demand of Peru``."""
    lowers = view.tokens.lowers
    number = view.phrases.noun_at[noun]
    first = view.phrases.nouns[number].first if number >= 0 else noun
    owners = view.cast.between(first, noun)
    if not owners and lowers[noun + 1 : noun + 2] in (["of"], ["from"], ["by"]):
        owners = view.cast.between(noun + 2, noun + 4)[:1]
    return tuple(view.parties(owners))


def _cries(view: View) -> Iterator[Reply]:
    """``“Not one rifle,” said the rebels``, ``“Out of the question,” said Lima``: rejected, without a verb."""
    starts, lowers, tags = view.tokens.starts, view.tokens.lowers, view.tokens.tags
    for statement in view.statements:
        if statement.party is None or statement.content.end - statement.content.start > LONGEST_CRY:
            continue
        first = bisect.bisect_left(starts, statement.content.start)
        last = bisect.bisect_left(starts, statement.content.end)
        words = [word for word, tag in zip(lowers[first:last], tags[first:last], strict=True) if tag not in MARKS]
        while len(words) > 1 and tags[first] == "RB" and words[0] in SURELY:
            words, first = words[1:], first + 1  # "Absolutely not"
        bare = not any(view.phrases.verb_at[token] >= 0 for token in range(first, min(last, first + 4)))
        if not words or tags[first] == "MD":
            continue
        if words[:2] == ["no", "such"] and not PLEDGES.isdisjoint(words[2:3]):
            continue
        later = words[0] == "not" and words[1:2] in (["until"], ["before"], ["unless"], ["without"])
        if (words[0] in ("no", "not", "never", "nothing") and bare) or later or has(words, REFUSALS):
            yield Reply(
                head=first,
                told=(first, last),
                stance=Stance.CONDITIONAL if later else Stance.REJECTED,
                reference=Reference.BARE,
                by=(),
                voices=(statement.party,),
                evidence=view.trimmed(first, last),
                rule=_cries,
            )


def _nouns(view: View) -> Iterator[Reply]:
    """``Lima’s refusal came within hours``, ``the rejection of the plan by Oslo``, ``answered with a flat no``."""
    lowers, tags = view.tokens.lowers, view.tokens.tags
    for phrase in view.phrases.nouns:
        stance = ANSWERING.get(lowers[phrase.head])
        if stance is None or tags[phrase.head][:2] != "NN" or lowers[phrase.first] in ("no", "any", "whose"):
            continue
        end = view.tokens.sentences[view.tokens.sentence_of[phrase.head]][1]
        by = tuple(n for n in view.cast.between(phrase.first, phrase.head) if view.mention(n).parties)
        owned = bool(by) and "POS" in tags[phrase.first : phrase.head]
        for token in range(phrase.last, min(end - 1, phrase.last + 8)):
            if lowers[token] in ("by", "from") and not by:
                by = tuple(n for n in view.actors(token + 1, min(end, token + 5)) if view.mention(n).parties)[:1]
        if not by:
            by = _giver(view, phrase.first)
        voices = tuple(view.parties(by))
        behind = lowers[phrase.last : min(end, phrase.last + 6)]
        noun = behind[:1] == ["of"] and any(
            is_wanted(view, token) for token in range(phrase.last, min(end, phrase.last + 5))
        )
        if (len(voices) == 1 and behind[:1] != ["of"]) or noun:
            yield Reply(
                head=phrase.head,
                told=(phrase.first, min(end, phrase.last + 12)),
                stance=stance,
                reference=Reference.NOUN if noun else Reference.BARE if owned else Reference.HINT,
                by=by,
                voices=voices,
                evidence=view.trimmed(phrase.first, min(end, phrase.last + len(behind))),
                rule=_nouns,
                impersonal=not voices,
            )


def _giver(view: View, first: int) -> tuple[int, ...]:
    """Who gives an answer that a noun tells: the subject of the verb before it (``Lima responded with a refusal``)."""
    for token in range(first - 1, max(-1, first - 4), -1):
        number = view.phrases.verb_at[token]
        if number >= 0 and view.phrases.verbs[number].lemma.partition(" ")[0] in GIVING:
            at = bisect.bisect_left(view.clauses, token - REACH, key=lambda clause: clause.verb.head)
            for clause in view.clauses[at : at + REACH]:
                if clause.verb is view.phrases.verbs[number]:
                    return tuple(n for n in doers(view, clause) if view.mention(n).parties)
    return ()


OWN = frozenset("its his her their".split())
GUESSED = frozenset("_description near own_side _fitting _of_english across".split())  # by what stands around
WAITS = frozenset("if once unless until".split())
PAIR = frozenset("both all neither".split())
ELSE = frozenset("else otherwise failing".split())
FATES = frozenset("fall go meet land remain draw earn".split())
REFUSES = frozenset(("refuse", "decline", "rule out"))
ANSWERING = {
    **dict.fromkeys("refusal rejection rebuff refusals".split(), Stance.REJECTED),
    **dict.fromkeys("acceptance assent acquiescence".split(), Stance.ACCEPTED),
    **dict.fromkeys("counter-proposal counterproposal counter-offer counteroffer".split(), Stance.COUNTERED),
}


SURELY = frozenset("absolutely certainly definitely clearly simply obviously".split())
GIVING = frozenset(
    "announce declare state express respond reply answer issue signal repeat reiterate reaffirm confirm maintain convey "
    "communicate deliver send give meet voice".split()
)


def _evidence(view: View, clause: Clause) -> Range:
    last = clause.last
    for token in range(clause.verb.last, clause.last):
        if view.tokens.tags[token] == ",'"[0] and view.tokens.lowers[token + 1 : token + 3] == ["according", "to"]:
            last = token
            break
    return view.trimmed(clause.first, last)


def _qualified(view: View, clause: Clause, stance: Stance, reference: Reference) -> Stance:
    """An acceptance with what limits it: ``provided that`` makes it conditional, ``in part`` partly accepted."""
    words = onward(view, clause)
    later = clause.verb.lemma in ("take up", "look", "discuss")  # "would be taken up only once the vote is over"
    if stance is Stance.DEFERRED and not later and (has(words, ON_CONDITION) or has(words, ONLY)):
        return Stance.CONDITIONAL
    refuses = clause.verb.negated or clause.verb.lemma in REFUSES
    bound = _unless(view, clause) or (reference is not Reference.RELATIVE and tied(view, clause))
    if stance is Stance.REJECTED and refuses and bound:
        return Stance.CONDITIONAL
    if (
        stance is Stance.ACCEPTED
        and "neither" in view.tokens.lowers[clause.first : clause.verb.head]
        and "nor" in words
    ):
        return Stance.DEFERRED
    if stance is not Stance.ACCEPTED and stance is not Stance.PARTLY_ACCEPTED:
        return stance
    if stance is Stance.PARTLY_ACCEPTED and WAITS.isdisjoint(words) and not has(words, CONDITIONS):
        return stance
    if limited(words) or tied(view, clause) or waits(view, clause):
        return Stance.CONDITIONAL
    if in_part(words):
        return Stance.PARTLY_ACCEPTED
    return stance


def _unless(view: View, clause: Clause) -> bool:
    """``would not do so unless``, ``until``: what is refused for as long as something else is not done."""
    last = min(view.end(clause), clause.verb.last + REACH)
    return not {"unless", "until"}.isdisjoint(view.tokens.lowers[clause.verb.last : last])


def _answerer(view: View, clause: Clause) -> tuple[tuple[int, ...], tuple[Party, ...], bool]:
    """Who answers: the subject, its owner, whom the words come from, or whoever speaks; whether none of these is told."""
    by = doers(view, clause)
    voices: list[Party] = []
    if clause.relation is Relation.RELATIVE and clause.subject is not None and clause.subject[1] > clause.verb.first:
        by = ()
    if clause.verb.passive and (
        not clause.verb.senses.isdisjoint(("accept", "reject", "defer")) or concedes(clause.verb.lemma)
    ):
        by = ()  # "Lima asked for it, but was rebuffed"
    if _lacks_answer(view, clause) or _is_fate(view, clause):
        came = _came_from(view, clause)
        return came, tuple(view.parties(came)), not came  # "We have received no answer": from whom they wait for
    known = tuple(n for n in by if view.mention(n).parties)
    pronoun = all(view.mention(n).pronoun for n in by)
    if known and not pronoun:
        voices += view.parties(known)
    came = _came_from(view, clause)
    if came:
        voices += view.parties(came)
        known = came
    if not known and clause.subject is not None:
        owner = tuple(n for n in view.cast.between(*clause.subject) if view.mention(n).parties)
        if owner and clause.verb.lemma == "be":
            voices += view.parties(owner)
            known = owner
    if not known or pronoun or _is_replied(view, clause):
        voices += _speaking(view, clause, by)
    if known and pronoun:
        voices += view.parties(known)
    impersonal = (
        not known and (clause.verb.passive or not voices) and not (clause.verb.passive and _by_others(view, clause))
    )
    return known, tuple(voices), impersonal


def _by_others(view: View, clause: Clause) -> bool:
    """Whether words tell by whom something is done, though not for which party: ``was rejected by the opposition``."""
    at = clause.verb.last
    return view.tokens.lowers[at : at + 1] == ["by"] and bool(view.cast.between(at + 1, min(clause.last, at + 5)))


def _is_fate(view: View, clause: Clause) -> bool:
    """``Peru’s plea has fallen on deaf ears``: what became of a demand, whose owner does not answer it."""
    if (
        clause.subject is None
        or clause.relation is Relation.RELATIVE
        or clause.verb.lemma not in FATES
        or clause.verb.passive
    ):
        return False
    last = clause.subject[1] - 1
    return last < clause.verb.first and view.tokens.tags[last][:2] == "NN" and is_demand(view, last)


def _lacks_answer(view: View, clause: Clause) -> bool:
    """``We have received no answer``, ``no reply had been received``."""
    lowers, verb = view.tokens.lowers, clause.verb
    if verb.lemma not in ("receive", "get", "have", "come", "arrive"):
        return False
    if verb.passive or verb.lemma in ("come", "arrive"):
        return clause.subject is not None and lowers[clause.subject[0]] == "no"
    return lowers[verb.last : verb.last + 1] == ["no"] and not ANSWERS.isdisjoint(lowers[verb.last + 1 : verb.last + 4])


def _speaking(view: View, clause: Clause, by: tuple[int, ...]) -> list[Party]:
    """The party of whoever says the clause, unless the words are of somebody else (``“They did not agree,” he said``)."""
    number = view.spoken[clause.verb.head]
    if number >= 0:
        statement = view.statements[number]
        named = [view.tokens.lowers[view.mention(n).first] for n in by]
        silent = clause.verb.passive or (
            clause.verb.lemma == "be" and named == ["it"]
        )  # “They will be tried”, “It is a matter”
        others = statement.mode is Mode.DIRECT and not silent and not OTHERS.isdisjoint(named)
        return [statement.party] if statement.party is not None and not others else []
    above = view.clauses[clause.governor] if clause.governor is not None else None
    if above is None or clause.relation is not Relation.COMPLEMENT or above.sentence != clause.sentence:
        return []
    start = view.tokens.sentences[clause.sentence][0]
    return view.parties(doers(view, above)) or view.parties(view.actors(start, above.verb.first))[:1]


def _came_from(view: View, clause: Clause) -> tuple[int, ...]:
    """``no answer had been received from Ouagadougou``: from the government there."""
    lowers = view.tokens.lowers
    for token in range(clause.verb.last, min(clause.last - 1, clause.verb.last + 6)):
        if lowers[token] == "reply" and view.tokens.tags[token - 1] == "POS":
            return tuple(n for n in view.actors(clause.verb.last, token) if view.mention(n).parties)[:1]
        if lowers[token] in ("from", "by") and (
            clause.verb.passive or clause.verb.lemma in ("receive", "get", "come", "be", "draw", "earn")
        ):
            return tuple(n for n in view.actors(token + 1, min(clause.last, token + 5)) if view.mention(n).parties)[:1]
    return ()
