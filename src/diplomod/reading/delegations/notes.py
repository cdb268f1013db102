"""Sentences of their own that tell of a delegation: ``The Norwegian team is led by Vik``, ``Burns joined them``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from diplomod.lexicon import Lexicon
from diplomod.model import Attendance, Party, PartyKind
from diplomod.reading.parts import Cast, Clause, Form, Mention, MentionKind, Phrases, Rule, Tense, Tokens, frozen

MAYBE = frozenset("may might could".split())
PLANS = frozenset("expect set schedule due plan slate agree intend".split())
JOINS = frozenset("join attend participate".split())
STAYS_AWAY = frozenset("skip boycott miss".split())
# The verbs that some rule looks at, by their first word, and their senses.
NOTED = JOINS | STAYS_AWAY | frozenset("sign bring represent attend be take sit stay".split())
NOTED_SENSES = frozenset("lead send include represent accompany".split())
REACH = 40
GAP = 9  # tokens between a side and ``by``, and between ``by`` and its leader
THEIRS = frozenset("his her their my our its".split())
BESIDE = frozenset(("side", "sides"))
OBSERVERS = frozenset("observer observers witness".split())
NEGOTIATORS = frozenset("negotiator negotiators delegate delegation".split())
TEAMS = frozenset("team side mission delegates".split())  # with a head they negotiate
COUNTERPARTS = frozenset("counterpart opposite".split())
LED = frozenset(
    """delegation delegations team teams side sides mission negotiators delegates officials envoys party contingent group
    representatives talks negotiations consultations discussions for""".split()
)
CHIEFS = frozenset("chief head lead leader top".split())
INVERTED = 8  # tokens before ``were`` that may tell that the people behind it were there
HEADING = frozenset("leading heading".split())
PRESENT = frozenset("present alongside beside accompanying attending".split()) | HEADING
APPOSED = 12  # tokens before a post that may tell another one of the same person
THERE = (["also", "there"], ["on", "hand"], ["in", "attendance"], ["among", "those"])
AS_WITNESS = frozenset("witness witnesses guarantor guarantors mediator".split())
CONTRASTS = frozenset("while whereas whilst but".split())
FORMER = frozenset("former ex-chief ex-negotiator then".split())
GROUPS = frozenset((MentionKind.GROUP, MentionKind.PARTY))


@frozen(slots=True, kw_only=True)
class Note:
    """What a sentence tells of a delegation: who is in it, in what way, for whom (None where only the person tells);
    `by_post` where nothing but the post of somebody tells it, `guests` where they are perhaps of no side, `sides` where they
    make up the sides, `observes` where they only look on, `beside` where a participle tells it beside something else, `bearer`
    where the encounter itself tells of somebody by the post, `between` where they stand between the sides, `comes` where
    they come to it, of whatever side, `opposite` where they are of the side that nobody else is of,
    `turn` which of how many they are in a list of leaders."""

    token: int
    people: tuple[int, ...]
    party: Party | None
    attendance: Attendance
    tense: Tense = Tense.PRESENT
    leads: bool = False
    evidence: tuple[int, int]
    rule: Rule
    by_post: bool = False
    guests: bool = False
    sides: bool = False
    observes: bool = False
    beside: bool = False
    bearer: bool = False
    between: bool = False
    comes: bool = False
    opposite: bool = False
    turn: tuple[int, int] | None = None


def find_notes(
    tokens: Tokens, phrases: Phrases, cast: Cast, clauses: Sequence[Clause], lexicon: Lexicon
) -> Iterator[Note]:
    """All notes, those that verbs tell in order, then those that posts tell.

    ``The Chadian team was led by Abakar, the Sudanese by Bashari`` gives two.
    """
    for clause in clauses:
        senses = clause.verb.senses
        if clause.verb.lemma.partition(" ")[0] not in NOTED and NOTED_SENSES.isdisjoint(senses):
            continue
        if "lead" in senses or clause.verb.lemma == "represent":
            observes = _observes(tokens, clause)
            for note in _led(tokens, cast, clauses, clause):
                yield attrs.evolve(note, observes=observes, guests=observes)
        elif clause.verb.lemma == "attend" and clause.verb.passive:
            yield from _attended(tokens, cast, clauses, clause)
        elif clause.verb.lemma == "be":
            yield from _present(tokens, cast, clauses, clause)
            yield from _inverted(tokens, cast, clauses, clause)
        elif "send" in senses:
            yield from _sent(tokens, cast, clauses, clause)
        elif "include" in senses or "represent" in senses:
            yield from _included(tokens, cast, clauses, clause, lexicon)
        elif (
            clause.verb.lemma == "join"
            and tokens.lowers[clause.verb.last : clause.verb.last + 1] == ["by"]
            and (clause.verb.passive or clause.verb.form is Form.PARTICIPLE)
        ):
            yield from _accompanied(tokens, cast, clauses, clause)
        elif (
            clause.verb.lemma.partition(" ")[0] in JOINS
            or clause.verb.lemma == "take part"
            or _follows(tokens, clause, "sit", "in")
        ):
            for note in _joined(cast, clauses, clause, absent=False):
                yield attrs.evolve(note, observes=_observes(tokens, clause))
        elif clause.verb.lemma in STAYS_AWAY or _follows(tokens, clause, "stay", "away"):
            yield from _joined(cast, clauses, clause, absent=True)
        elif clause.verb.lemma == "sign":
            yield from _signed_for(tokens, cast, clauses, clause)
        elif clause.verb.lemma == "bring":
            yield from _brought(tokens, cast, clauses, clause)
        elif "accompany" in senses:  # "was flanked by"
            yield from _accompanied(tokens, cast, clauses, clause)
    yield from _beside(tokens, cast, clauses)
    yield from _negotiators(tokens, cast)


def _led(tokens: Tokens, cast: Cast, clauses: Sequence[Clause], clause: Clause) -> Iterator[Note]:
    """``Russia’s delegation will be led by X``; ``X leads the Russian team``."""
    if clause.verb.passive or clause.verb.form is Form.PARTICIPLE:
        group = _right_before(tokens, cast, clause) or _groups(cast, clause.subject)
        people = _listed(tokens, cast, _past_by(tokens, clause), clause.last)
    else:
        group = [number for objects in clause.objects for number in _groups(cast, objects)]
        group = group or _that_of(tokens, cast, clause.verb.last)
        if not group and not _is_team(tokens, clause):
            return  # "who leads the dialogue on trade"
        people = [number for number in clause.actors if cast.mentions[number].kind is MentionKind.PERSON]
        people = people or _named_before(tokens, cast, clause)
    group = group or _of_whose(tokens, cast, clause)
    several = list(_led_one_by_one(tokens, cast, clauses, clause, group, people)) if clause.verb.passive else []
    if several:
        yield from several
        return
    leaders = [number for number in people if _is_somebody(tokens, cast.mentions[number])][:1]
    if leaders and (group or cast.mentions[leaders[0]].parties):
        parties = [party for number in group for party in cast.mentions[number].parties]
        note = _note(
            _led, clauses, clause, leaders, parties[0] if len({p.code for p in parties}) == 1 else None, leads=True
        )
        yield attrs.evolve(note, beside=clause.verb.form is Form.PARTICIPLE)
        if clause.verb.passive or clause.verb.form is Form.PARTICIPLE:
            yield from _gapped(tokens, cast, note, cast.mentions[leaders[0]].last)


def _led_one_by_one(
    tokens: Tokens, cast: Cast, clauses: Sequence[Clause], clause: Clause, group: list[int], people: list[int]
) -> Iterator[Note]:
    """``The teams were led by Lima for Peru and Paz for Chile``; ``The Peruvian and Chilean teams were led by Lima and Paz``."""
    people = [number for number in people if _is_somebody(tokens, cast.mentions[number])]
    parties = list({party.code: party for number in group for party in cast.mentions[number].parties}.values())
    if len(parties) == len(people) > 1:
        for number, party in zip(people, parties, strict=True):
            yield _note(_led_one_by_one, clauses, clause, [number], party, leads=True)
    elif len(parties) != 1 and len(people) > 0:
        yield from _each_for(tokens, cast, clauses, clause, [], _past_by(tokens, clause))


def _each_for(
    tokens: Tokens, cast: Cast, clauses: Sequence[Clause], clause: Clause, people: list[int], first: int
) -> Iterator[Note]:
    """Each of several with the side that he stands for: ``Lima for Peru and Paz for Chile``."""
    for number in cast.between(first, clause.last):
        mention = cast.mentions[number]
        if mention.kind is MentionKind.PERSON:
            people = [number]
        before = tokens.lowers[mention.first - 1 - (tokens.lowers[mention.first - 1] == "the")]
        if people and mention.kind in GROUPS and len(mention.parties) == 1 and before in ("for", "of"):
            yield _note(_each_for, clauses, clause, people, mention.parties[0], leads=True)
            people = []


def _is_team(tokens: Tokens, clause: Clause) -> bool:
    """Whether what somebody leads is a delegation, or those whom he leads for: ``Abakar led for Chad``."""
    end = min(clause.last, clause.verb.last + APPOSED)
    return not LED.isdisjoint(tokens.lowers[clause.verb.last : end])


def _right_before(tokens: Tokens, cast: Cast, clause: Clause) -> list[int]:
    """The team that a participle stands right behind: ``met the Chadian delegation, led by Abakar, and the rebels``."""
    at = clause.verb.first - 1
    if clause.verb.form is not Form.PARTICIPLE or at < 1:
        return []
    number = cast.at[at - (tokens.lowers[at] == ",")]
    return [number] if number >= 0 and cast.mentions[number].kind is MentionKind.GROUP else []


def _that_of(tokens: Tokens, cast: Cast, at: int) -> list[int]:
    """Whose the other delegation is: ``while Bashari headed that of Sudan``."""
    if tokens.lowers[at : at + 2] not in (["that", "of"], ["the", "one"]):
        return []
    return [
        n for n in cast.between(at + 2, min(at + 5, end_of_sentence(tokens, at))) if cast.mentions[n].kind in GROUPS
    ]


def _of_whose(tokens: Tokens, cast: Cast, clause: Clause) -> list[int]:
    """Whose the team is where a relative clause tells of it: ``Chad, whose team is led by Abakar``."""
    if clause.subject is None or tokens.lowers[clause.subject[0]] != "whose":
        return []
    at = clause.subject[0] - 1
    at -= at > 0 and tokens.lowers[at] == ","
    number = cast.at[at] if at >= 0 else -1
    return [number] if number >= 0 and cast.mentions[number].parties else []


def end_of_sentence(tokens: Tokens, at: int) -> int:
    """Where the sentence of a token ends."""
    return tokens.sentences[tokens.sentence_of[min(at, len(tokens.lowers) - 1)]][1]


def _named_before(tokens: Tokens, cast: Cast, clause: Clause) -> list[int]:
    """The person whom the subject is an apposition of: ``Seleshi Bekele, the water minister, who led the team``."""
    first = -1 if clause.subject is None else clause.subject[0]
    for number in reversed(cast.between(max(0, first - APPOSED), max(0, first))):  # "the undersecretary for oil, who"
        role = cast.mentions[number].role
        if role is not None and role.start < tokens.starts[first] < role.end:
            return [number]
    if first < 2 or tokens.lowers[first - 1] != "," or cast.at[first - 2] < 0:
        return []
    number = cast.at[first - 2]
    return [number] if cast.mentions[number].kind is MentionKind.PERSON else []


def _gapped(tokens: Tokens, cast: Cast, note: Note, start: int) -> Iterator[Note]:
    """``…, the Iranians by Tavakoli``: the leader of the other side, with the verb left out."""
    end = tokens.sentences[tokens.sentence_of[note.token]][1]
    for at in range(start, min(end, start + REACH)):
        if tokens.tags[at][:2] == "VB" or tokens.tags[at] == "MD":
            return
        if tokens.lowers[at] != "by":
            continue
        before = [n for n in cast.between(max(start, at - GAP), at) if len(cast.mentions[n].parties) == 1]
        behind = [n for n in cast.between(at + 1, min(end, at + GAP)) if _is_somebody(tokens, cast.mentions[n])]
        if before and behind:
            party = cast.mentions[before[-1]].parties[0]
            words = (cast.mentions[before[-1]].first, cast.mentions[behind[0]].last)
            yield attrs.evolve(note, token=at, people=(behind[0],), party=party, evidence=words, rule=_gapped)
            return


def _is_somebody(tokens: Tokens, mention: Mention) -> bool:
    """Whether a mention is a person, and not only whose the person is: ``her`` in ``led by [her] deputy, Luis Paz``."""
    return mention.kind is MentionKind.PERSON and tokens.tags[mention.first] != "PRP$"


def _observes(tokens: Tokens, clause: Clause) -> bool:
    """Whether a clause says that somebody only looks on: ``was present as an observer``."""
    return not OBSERVERS.isdisjoint(tokens.lowers[clause.verb.last : clause.last])


def _follows(tokens: Tokens, clause: Clause, lemma: str, word: str) -> bool:
    """Whether `word` stands right behind a verb: ``sat in``, ``stayed away``; not ``sat in the same room``."""
    verb = clause.verb
    if verb.lemma.partition(" ")[0] != lemma or word not in tokens.lowers[verb.head : verb.last + 1]:
        return False
    at = tokens.lowers.index(word, verb.head) + 1
    return (
        word != "in" or at >= len(tokens.tags) or tokens.tags[at] not in ("DT", "NN", "NNS", "NNP", "CD", "JJ", "PRP$")
    )


def _attended(tokens: Tokens, cast: Cast, clauses: Sequence[Clause], clause: Clause) -> Iterator[Note]:
    """``The session was attended by Koffi Agbo, President of Togo, and …``"""
    for number in _listed(tokens, cast, _past_by(tokens, clause), clause.last):
        if cast.mentions[number].kind is MentionKind.PERSON:
            party = _side_before(tokens, cast, clause.first, cast.mentions[number].first)
            yield attrs.evolve(_note(_attended, clauses, clause, [number], party), sides=party is None)


def _present(tokens: Tokens, cast: Cast, clauses: Sequence[Clause], clause: Clause) -> Iterator[Note]:
    """``The French ambassador, Luc Garnier, was also present``; ``was absent``."""
    words = tokens.lowers[clause.verb.last : min(clause.last, clause.verb.last + 3)]
    absent = "absent" in words
    if absent or "present" in words or words[:1] == ["there"] or words[:2] in THERE:
        for note in _joined(cast, clauses, clause, absent=absent):
            yield attrs.evolve(note, rule=_present, guests=True, observes=_observes(tokens, clause))


def _inverted(tokens: Tokens, cast: Cast, clauses: Sequence[Clause], clause: Clause) -> Iterator[Note]:
    """``Also present were Ana Lima and Luis Paz``; ``Alongside him was the trade minister, Luis Paz``."""
    begin = tokens.sentences[clause.sentence][0]
    before = tokens.lowers[begin : clause.verb.first]
    if len(before) > INVERTED or PRESENT.isdisjoint(before):
        return
    people = _listed(tokens, cast, clause.verb.last, clause.last)
    people = [number for number in people if cast.mentions[number].kind is MentionKind.PERSON]
    named = cast.between(begin, clause.verb.first)
    if people:
        party = cast.sole_party(named)
        leads = not HEADING.isdisjoint(before)
        note = _note(_inverted, clauses, clause, people[:1] if leads else people, party, leads=leads)
        yield attrs.evolve(note, guests=not any(cast.mentions[number].parties for number in named))


def _side_before(tokens: Tokens, cast: Cast, first: int, token: int) -> Party | None:
    """The party of the last ``on the Peruvian side`` before somebody is named."""
    for at in range(token - 1, first, -1):
        if tokens.lowers[at] == "side" and cast.at[at - 1] >= 0:
            parties = cast.mentions[cast.at[at - 1]].parties
            return parties[0] if len(parties) == 1 else None
    return None


def _sent(tokens: Tokens, cast: Cast, clauses: Sequence[Clause], clause: Clause) -> Iterator[Note]:
    """``Sudan is sending Omar Bashari, its deputy foreign minister``."""
    groups = _groups(cast, clause.subject)
    people = [n for first, last in clause.objects[:1] for n in cast.between(first, last)]
    people = [n for n in people if cast.mentions[n].kind is MentionKind.PERSON and not cast.mentions[n].pronoun]
    parties = {p.code: p for n in groups for p in cast.mentions[n].parties}
    if people and len(parties) == 1 and not clause.verb.passive:
        note = _note(_sent, clauses, clause, people[:1], next(iter(parties.values())), leads=True)
        yield attrs.evolve(note, attendance=Attendance.EXPECTED) if clause.verb.progressive else note


def _beside(tokens: Tokens, cast: Cast, clauses: Sequence[Clause]) -> Iterator[Note]:
    """``Etchegaray told reporters, with Tamez at her side``."""
    lowers = tokens.lowers
    for clause in () if tokens.vocabulary.isdisjoint(BESIDE) else clauses:
        for at in range(clause.verb.last + 2, min(clause.last, clause.verb.last + REACH)):
            if lowers[at] not in BESIDE or lowers[at - 1] not in THEIRS or lowers[at - 2] != "at":
                continue
            near = cast.between(max(clause.verb.last, at - REACH // 2), at - 2)
            people = [n for n in near if cast.mentions[n].kind is MentionKind.PERSON]
            if people:
                whose = cast.at[at - 1]
                parties = cast.mentions[whose].parties if whose >= 0 else ()
                yield _note(_beside, clauses, clause, people[-1:], parties[0] if len(parties) == 1 else None)


def _negotiators(tokens: Tokens, cast: Cast) -> Iterator[Note]:
    """Whoever is named as negotiator or delegate is in the talks: ``Sudan’s chief negotiator, Omar Bashari, said``."""
    told: set[str] = set()
    before = -REACH
    for number, mention in enumerate(cast.mentions):
        if mention.person is None or mention.role is None or mention.pronoun or mention.person.name in told:
            continue
        words = set(mention.role.text.lower().replace("’", "'").split())
        counterpart = bool(words & COUNTERPARTS) and tokens.sentence_of[mention.first] - before <= 2
        if not counterpart and not _negotiates(words):
            words = _apposed(tokens, mention) | _called(tokens, mention)
            if not _negotiates(words) or not words & CHIEFS:
                continue
        told.add(mention.person.name)
        before = tokens.sentence_of[mention.first]
        yield Note(
            token=mention.head,
            people=(number,),
            party=None,
            attendance=Attendance.ATTENDED,
            leads=bool(words & CHIEFS),
            evidence=(mention.first, mention.last),
            rule=_negotiators,
            by_post=True,
        )


def _negotiates(words: set[str]) -> bool:
    """Whether a post is that of somebody who sits in talks: ``chief negotiator``, ``head of the Peruvian team``."""
    return not words & FORMER and bool(words & NEGOTIATORS or (words & TEAMS and words & CHIEFS))


def _called(tokens: Tokens, mention: Mention) -> set[str]:
    """The words between commas behind a name: ``Justice Minister Idris Omer, Chad's lead negotiator, said``."""
    at, end = mention.last, tokens.sentences[tokens.sentence_of[mention.first]][1]
    if tokens.lowers[at : at + 1] != [","]:
        return set()
    last = next((one for one in range(at + 1, min(end, at + APPOSED)) if tokens.tags[one] in (",", ".")), at)
    return set(tokens.lowers[at + 1 : last])


def before_post(tokens: Tokens, mention: Mention) -> tuple[int, int]:
    """The token before the post of somebody named with one, and the first of its sentence."""
    assert mention.role is not None
    at = mention.first - 1
    begin = tokens.sentences[tokens.sentence_of[mention.first]][0]
    while at > begin and tokens.starts[at] >= mention.role.start:
        at -= 1
    return at, begin


def _apposed(tokens: Tokens, mention: Mention) -> set[str]:
    """The words of the post before another one: ``the head of the Peruvian team, former minister Ana Lima``."""
    at, begin = before_post(tokens, mention)
    if at <= begin or tokens.lowers[at] != ",":
        return set()
    words: set[str] = set()
    for token in range(at - 1, max(begin, at - APPOSED) - 1, -1):
        if tokens.tags[token][:2] == "VB" or tokens.tags[token] in ("MD", ",", ":"):
            break
        words.add(tokens.lowers[token])
    return words


def _included(
    tokens: Tokens, cast: Cast, clauses: Sequence[Clause], clause: Clause, lexicon: Lexicon
) -> Iterator[Note]:
    """``The U.S. side, which included X and Y, …``."""
    if clause.subject is None:
        return
    words = tokens.lowers[clause.subject[0] : clause.subject[1]]
    if not any(word == "members" or "delegation" in lexicon.nouns.senses(word) for word in words):
        return
    parties = [party for number in _groups(cast, clause.subject) for party in cast.mentions[number].parties]
    if not parties:  # "His team includes"
        parties = [party for number in cast.between(*clause.subject) for party in cast.mentions[number].parties]
    people = [
        number
        for number in _listed(tokens, cast, clause.verb.last, clause.last)
        if cast.mentions[number].kind is MentionKind.PERSON
    ]
    if people:
        yield _note(_included, clauses, clause, people, parties[0] if len(parties) == 1 else None)


def _joined(cast: Cast, clauses: Sequence[Clause], clause: Clause, *, absent: bool) -> Iterator[Note]:
    """``he may also participate``, ``Burns joined them on Tuesday``, ``the minister will not attend``."""
    actors = clause.actors
    above = clause
    while not actors and above.governor is not None and above.verb.form is not Form.FINITE:
        above = clauses[above.governor]
        actors = above.actors
    people = [number for number in actors if cast.mentions[number].person is not None]
    if people:
        note = _note(_joined, clauses, clause, people, None)
        note = attrs.evolve(note, guests=clause.verb.lemma.startswith("sit"), comes=True)
        yield attrs.evolve(note, attendance=Attendance.ABSENT) if absent else note


def _signed_for(tokens: Tokens, cast: Cast, clauses: Sequence[Clause], clause: Clause) -> Iterator[Note]:
    """``Lima signed for Peru and Paz for Chile``: each is of the side that he signs for."""
    if AS_WITNESS & set(tokens.lowers[clause.verb.last : clause.verb.last + 4]) and clause.actors:
        people = [number for number in clause.actors if cast.mentions[number].kind is MentionKind.PERSON]
        if people:  # "The emir signed as a witness"
            yield attrs.evolve(_note(_signed_for, clauses, clause, people, None), guests=True)
        return
    first = clause.verb.last if clause.actors and not clause.verb.passive else _past_by(tokens, clause)
    signing = [number for number in clause.actors if cast.mentions[number].kind is MentionKind.PERSON][-1:]
    yield from (
        attrs.evolve(note, rule=_signed_for) for note in _each_for(tokens, cast, clauses, clause, signing, first)
    )


def _brought(tokens: Tokens, cast: Cast, clauses: Sequence[Clause], clause: Clause) -> Iterator[Note]:
    """``Lima brought along her army chief, Luis Paz``."""
    if clause.verb.passive or "along" not in tokens.lowers[clause.verb.last : clause.verb.last + 2]:
        return
    people = _listed(tokens, cast, clause.verb.last, clause.last)
    people = [n for n in people if cast.mentions[n].kind is MentionKind.PERSON and not cast.mentions[n].pronoun]
    if people:
        yield _note(_brought, clauses, clause, people, cast.sole_party(clause.actors))


def _accompanied(tokens: Tokens, cast: Cast, clauses: Sequence[Clause], clause: Clause) -> Iterator[Note]:
    """``The president, accompanied by X and Y, …``."""
    party = None
    if clause.verb.passive or clause.verb.form is Form.PARTICIPLE:
        people = _listed(tokens, cast, _past_by(tokens, clause), clause.last)
        party = cast.sole_party(clause.actors)
    else:
        people = list(clause.actors)
    people = [number for number in people if cast.mentions[number].kind is MentionKind.PERSON]
    if people:
        own = any(one.kind is PartyKind.STATE for number in people for one in cast.mentions[number].parties)
        yield _note(_accompanied, clauses, clause, people, None if own else party)


def _note(
    rule: Rule,
    clauses: Sequence[Clause],
    clause: Clause,
    people: Sequence[int],
    party: Party | None,
    *,
    leads: bool = False,
) -> Note:
    finite = clause
    while finite.verb.form is not Form.FINITE and finite.governor is not None:
        finite = clauses[finite.governor]
    return Note(
        token=clause.verb.head,
        people=tuple(people),
        party=party,
        attendance=attendance_of(clauses, clause),
        tense=finite.verb.tense,
        leads=leads,
        evidence=(clause.first, clause.last),
        rule=rule,
    )


def attendance_of(clauses: Sequence[Clause], clause: Clause) -> Attendance:
    """Whether those of a clause are there, by its verb and those above it."""
    for _ in range(6):
        verb = clause.verb
        if verb.negated:
            return Attendance.ABSENT
        if verb.modal in MAYBE:
            return Attendance.POSSIBLE
        if verb.lemma in PLANS or (verb.form is Form.FINITE and verb.tense is Tense.FUTURE):
            return Attendance.EXPECTED
        if verb.form is Form.FINITE or clause.governor is None:
            break
        clause = clauses[clause.governor]
    return Attendance.ATTENDED


def _groups(cast: Cast, where: tuple[int, int] | None) -> list[int]:
    if where is None:
        return []
    return [number for number in cast.between(*where) if cast.mentions[number].kind in GROUPS]


def _past_by(tokens: Tokens, clause: Clause) -> int:
    """The token behind ``by``, or behind the verb where there is none."""
    for token in range(clause.verb.last, min(clause.last, clause.verb.last + 4)):
        if tokens.lowers[token] == "by":
            return token + 1
    return clause.verb.last


def _listed(tokens: Tokens, cast: Cast, first: int, last: int) -> list[int]:
    """The people of a list; it ends where another verb comes."""
    found: list[int] = []
    for number in cast.between(first, min(last, first + REACH)):
        mention = cast.mentions[number]
        between = slice(cast.mentions[found[-1]].last, mention.first) if found else slice(0)
        if any(tag[:2] == "VB" or tag == "MD" for tag in tokens.tags[between]):
            break
        if not CONTRASTS.isdisjoint(tokens.lowers[between]):
            break  # "included Lima, while Paz was accompanied by"
        if not _is_role_of(cast, number):
            found.append(number)
    return found


def _is_role_of(cast: Cast, number: int) -> bool:
    """Whether a mention stands in the role of the next or the one before: ``Mossad`` of ``Mossad chief David Barnea``."""
    mention = cast.mentions[number]
    for other in cast.mentions[max(0, number - 3) : number + 3]:
        if other is not mention and other.role is not None and mention.kind is not MentionKind.PERSON:
            return other.first >= mention.last and other.first - mention.last < 6
    return False
