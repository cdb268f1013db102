"""Who takes part: the actors around a verb or a noun that tells of an encounter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from diplomod.model import Attendance, MeetingStatus
from diplomod.reading.meetings.backward import owns, people_before
from diplomod.reading.meetings.context import Context, is_actor, is_pair
from diplomod.reading.parts import Clause, Form, Mention, MentionKind, Presence, Relation

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
INFINITIVE, GERUND, PARTICIPLE = Form.INFINITIVE, Form.GERUND, Form.PARTICIPLE
RELATIVE = Relation.RELATIVE

GOES_ON = frozenset("of from including and or as well both plus alongside & namely especially".split())
THE_TWO = (("the", "two"), ("both",), ("the", "pair"))
LOOKED_BACK = 200  # mentions before somebody among which his party is looked for
ATTRIBUTED = 5  # clauses before and behind within which it is told who speaks
ADJUNCTS = 12  # tokens behind a verb within which its object begins
ENDS = frozenset((",", ".", "IN", ":"))
ADJUNCT_LEADS = frozenset("in at on near from".split())
CHAIRING = frozenset(
    """chair presiding helm absent host hosting mediator mediating facilitator facilitating moderating attendance witness
    observer looking watching""".split()
)
CHAIR = 10  # tokens behind ``with`` in which it is told who presides
OBJECT_MEETS = frozenset("want ask urge invite press persuade encourage allow get expect".split())
INVITATIONS = frozenset(("invitation", "invitations"))
ENUMERATING = frozenset((";", ",", "and"))
LED_BY = (["led", "by"], ["headed", "by"], ["chaired", "by"])
OWN = 12  # characters before somebody in which the words for his own party stand: ``Peru’s``
NAMED_BEFORE = 40  # mentions that are looked at for an earlier one of the same person
CLAUSE_WORDS = frozenset("after before when while as that because until since though although if , and".split())
REACH = 40  # tokens that a list of people with their posts may take
LOOSE = (MentionKind.PERSON, MentionKind.OFFICE)  # a side of their own where no party is known

ATTENDANCE = {
    MeetingStatus.HELD: Attendance.ATTENDED,
    MeetingStatus.ONGOING: Attendance.ATTENDED,
    MeetingStatus.PLANNED: Attendance.EXPECTED,
    MeetingStatus.POSTPONED: Attendance.EXPECTED,
    MeetingStatus.CANCELLED: Attendance.EXPECTED,
    MeetingStatus.POSSIBLE: Attendance.POSSIBLE,
    MeetingStatus.RULED_OUT: Attendance.ABSENT,
}


def company(context: Context, first: int, last: int) -> list[int]:
    """The actors of a list that begins at token `first`: ``A, the envoy of B, and senior officials from C``."""
    tags, lowers = context.tokens.tags, context.tokens.lowers
    cast, phrases = context.cast, context.phrases
    found: list[int] = []
    at, last = first, min(last, first + REACH)
    while at < last:
        number = cast.at[at]
        if number >= 0:
            mention = cast.mentions[number]
            if number in context.inner:
                at += 1
                continue
            if is_actor(mention) and not owns(context, number):
                found.append(number)
                at = mention.last if mention.last > at else at + 1
                continue
        if (
            at in context.role_tokens
            or phrases.noun_at[at] >= 0
            or lowers[at] in GOES_ON
            or ((tags[at] == "," or lowers[at] == ":") and _list_goes_on(context, at + 1, last))
        ):
            at += 1
        elif lowers[at] == "(" and lowers[at + 2 : at + 3] == [")"] and at + 3 < last:
            at += 3  # "the leader of the Peruvian Workers' Party (PWP), Ana Lima"
        elif found and lowers[at] in ENUMERATING and (after := _next_of(context, at, last)) is not None:
            at = after
        elif found and lowers[at : at + 2] in LED_BY:
            at = _behind_leader(context, at + 2, last)
        elif lowers[at] == "to" and found and cast.mentions[found[-1]].kind is MentionKind.OFFICE:
            number = phrases.noun_at[at + 1] if at + 1 < last else -1
            end = phrases.nouns[number].last if number >= 0 else last
            if end >= last or tags[end] != ",":
                break
            at = end  # "the Permanent Representative of Norway to the United Nations, Kari Dahl, "
        else:
            break
    return list(dict.fromkeys(found))


def _next_of(context: Context, at: int, last: int) -> int | None:
    """Where the next name begins in ``the Presidents of Peru, Lima; of Chile, | Paz; and of Bolivia, Luna``."""
    lowers, cast = context.tokens.lowers, context.cast
    while at < last and lowers[at] in ENUMERATING:
        at += 1
    at += 1 + (lowers[at + 1 : at + 2] == ["the"]) if lowers[at : at + 1] == ["of"] else last
    number = cast.at[at] if at < last else -1
    if number < 0 or cast.mentions[number].kind is not MentionKind.PARTY:
        return None
    end = cast.mentions[number].last
    return end + 1 if lowers[end : end + 1] == [","] else None


def _behind_leader(context: Context, at: int, last: int) -> int:
    """Where the words for the leader of a team end: ``met the Chadian team led by Abakar | and the rebels``."""
    cast, noun_at = context.cast, context.phrases.noun_at
    while at < last and (at in context.role_tokens or noun_at[at] >= 0 or cast.at[at] >= 0):
        at += 1
    return at


def company_behind(context: Context, clause: Clause) -> list[int]:
    """The actors that are the object of a clause, though a place, a date or an adverb stands before them:
    ``will receive in Suva a delegation of Norway``, ``met today with``."""
    at, last = clause.verb.last, min(clause.last, clause.verb.last + ADJUNCTS)
    found = company(context, at, clause.last)
    tags, lowers, cast = context.tokens.tags, context.tokens.lowers, context.cast
    dated = {t for time in context.times_in.get(clause.sentence, ()) for t in range(time.first, time.last)}
    while not found and at < last:
        step = at
        if at in dated or tags[at] in ("RB", "RBR", ","):
            step = at + 1
        elif lowers[at] in ADJUNCT_LEADS and at + 1 < last:
            inner = context.phrases.noun_at[at + 1]
            end = context.phrases.nouns[inner].last if inner >= 0 else at + 1
            if any(cast.mentions[n].place is not None for n in cast.between(at + 1, end)):
                step = _behind_place(context, end, last)
            elif at + 1 in dated:
                step = end
        if step == at:
            return []
        at = step
        found = company(context, at, clause.last)
    return found


def _behind_place(context: Context, at: int, last: int) -> int:
    """Where the words for a place end, with what it lies in: ``in the capital | of Togo``, ``in Sokodé | , Togo, on Monday``."""
    tags, lowers = context.tokens.tags, context.tokens.lowers
    whole = at + 1 + (at + 2 < last and lowers[at + 1] == "the")
    if whole < last and lowers[at] == "of" and context.phrases.noun_at[whole] >= 0:
        at = context.phrases.nouns[context.phrases.noun_at[whole]].last
    around = _behind_comma(context, at, last)
    if (
        around is not None
        and around.kind is MentionKind.PARTY
        and not ENDS.isdisjoint(tags[around.last : around.last + 1])
    ):
        at = around.last
        around = _behind_comma(context, at, last)
    return at if around is None or around.place is None else around.last


def _behind_comma(context: Context, at: int, last: int) -> Mention | None:
    """Who or what is named behind a comma that stands at `at`."""
    if at + 1 >= last or context.tokens.tags[at] != ",":
        return None
    number = context.cast.at[at + 1]
    return None if number < 0 else context.mention(number)


def _list_goes_on(context: Context, at: int, last: int) -> bool:
    """Whether after a comma another actor of a list, or the role of the last one, comes."""
    tags = context.tokens.tags
    if at >= last:
        return False
    if at in context.role_tokens or (tags[at] == "CC" and tags[at : at + 1] != ["but"]):
        return True
    if context.tokens.lowers[at : at + 2] in LED_BY:
        return True
    number = context.cast.at[at]
    phrase = context.phrases.noun_at[at]
    if phrase >= 0 and number < 0:
        number = context.cast.at[context.phrases.nouns[phrase].head]
    return number >= 0 and is_actor(context.mention(number))


def after_word(
    context: Context, clause: Clause, words: frozenset[str], start: int, end: int | None = None
) -> list[int]:
    """The actors behind one of `words` in the clause: those whom ``with`` leads."""
    lowers, home = context.tokens.lowers, context.home
    last = clause.last if end is None else end
    reach = min(last, start + REACH)
    for token in () if words.isdisjoint(lowers[start:reach]) else range(start, reach):
        if lowers[token] in words and home[token] == clause.number and not _stands_apart(lowers, token):
            found = company(context, token + 1, last)
            if found:
                return found
    return []


def _stands_apart(lowers: Sequence[str], token: int) -> bool:
    """Whether ``with`` behind a comma tells how things stood, not with whom: ``met in Oslo, with the minister in the chair``."""
    return lowers[token - 1 : token + 1] == [",", "with"] and not CHAIRING.isdisjoint(lowers[token + 1 : token + CHAIR])


def subject(context: Context, clause: Clause) -> list[int]:
    """The actors that are the subject of a clause; of an infinitive or gerund those of the verb above, if it has none."""
    known = context.subjects.get(clause.number)
    if known is None:
        known = context.subjects[clause.number] = _subject(context, clause)
    return known.copy()


def _subject(context: Context, clause: Clause) -> list[int]:
    for _ in range(6):
        if clause.subject is None and clause.verb.form is Form.FINITE and _goes_on(context, clause):
            clause = context.clauses[clause.number - 1]  # "who met in Oslo and spoke by telephone"
            continue
        if clause.verb.form is INFINITIVE and clause.governor is not None:
            above = context.clauses[clause.governor]
            if above.verb.lemma in OBJECT_MEETS and above.objects and above.objects[0][0] < clause.verb.first:
                found = company(context, above.objects[0][0], clause.verb.first)
                if distinct(context, found) > 1:  # "wants the premier and the rebel to meet"
                    return found
            if "send" in above.verb.senses and above.objects and not above.verb.passive:
                found = company(context, above.objects[0][0], clause.verb.first)
                if found and above.objects[0][0] < clause.verb.first:
                    return found  # "sent its envoy, Luis Paz, to see the premier"
        invited = _invited(context, clause) if clause.verb.form is INFINITIVE else []
        if invited:
            return invited
        if clause.subject is not None:
            first, last = clause.subject
            if clause.relation is RELATIVE:
                first = _antecedent(context, clause)
            elif first < clause.verb.first:
                first = _coordinated(context, clause, first)
            found = company(context, first, max(last, clause.verb.first if first < clause.verb.first else last))
            if not found and tuple(context.tokens.lowers[first:last]) in THE_TWO:
                return people_before(context, first)
            if context.tokens.quoted[first] >= 0 and last - first == 1 and context.tokens.lowers[first] in ("we", "i"):
                found = speaking(context, clause, first) or found
            if len(found) == 1 and clause.relation is RELATIVE and context.tokens.lowers[clause.first] == "who":
                found = [_of_whose(context, found[0])]
            return found or [n for n in clause.actors if is_actor(context.mention(n)) and n not in context.inner]
        if clause.verb.form is Form.FINITE or clause.governor is None:
            return []
        clause = context.clauses[clause.governor]
    return []


def speaking(context: Context, clause: Clause, token: int) -> list[int]:
    """Who says the quotation that token stands in: of ``“We will meet in Oslo,” Peruvian envoy Luis Paz said`` Peru."""
    tokens = context.tokens
    number = tokens.quoted[token]
    for other in context.clauses[max(0, clause.number - ATTRIBUTED) : clause.number + ATTRIBUTED]:
        at = other.verb.head
        near = abs(other.sentence - clause.sentence) <= 1 and other.subject is not None
        if not near or tokens.quoted[at] >= 0 or "say" not in other.verb.senses:
            continue
        first, last = min(token, at), max(token, at)
        if any(tokens.quoted[between] not in (number, -1) for between in range(first, last)):
            continue
        said = [n for n in other.actors if context.mention(n).parties]
        return said[-1:] if tokens.lowers[token] == "i" else _party_itself(context, said)
    return []


def _party_itself(context: Context, numbers: list[int]) -> list[int]:
    """A mention of the party of these, and of no person: whoever says *we* need not be there."""
    codes = parties_of(context, numbers)
    behind = [n for n in numbers if context.mention(n).person is None]
    last = (numbers or [0])[-1]
    before = (
        n for n in range(last - 1, max(-1, last - LOOKED_BACK), -1) if context.mention(n).kind is MentionKind.PARTY
    )
    return behind[:1] or next(([n] for n in before if parties_of(context, [n]) == codes), [])


def _of_whose(context: Context, number: int) -> int:
    """Who is of a party where ``who`` stands behind it: ``President Luna of Peru, who``."""
    mention = context.mention(number)
    if mention.kind is not MentionKind.PARTY or mention.first < 2 or context.tokens.lowers[mention.first - 1] != "of":
        return number
    before = context.cast.at[mention.first - 2]
    return before if before >= 0 and context.mention(before).kind in LOOSE else number


def _invited(context: Context, clause: Clause) -> list[int]:
    """Those whom an invitation is for: ``his invitation to President Luna to visit Oslo``."""
    if context.tokens.vocabulary.isdisjoint(INVITATIONS):
        return []
    lowers = context.tokens.lowers
    begin = max(context.tokens.sentences[clause.sentence][0], clause.verb.first - ADJUNCTS)
    for at in range(clause.verb.first - 2, begin, -1):
        if lowers[at] in ("to", "for") and lowers[at - 1] in INVITATIONS:
            return company(context, at + 1, clause.verb.first)
    return []


def _goes_on(context: Context, clause: Clause) -> bool:
    """Whether a verb without a subject is joined to the clause right before it."""
    if clause.number == 0 or context.tokens.tags[clause.first] != "CC":
        return False
    before = context.clauses[clause.number - 1]
    return before.sentence == clause.sentence and before.last == clause.first


def _coordinated(context: Context, clause: Clause, first: int) -> int:
    """The token where a pair begins whose second half alone is known as the subject: ``hours after Vik and Luna met``."""
    lowers, cast, noun_at = context.tokens.lowers, context.cast, context.phrases.noun_at
    begin = context.tokens.sentences[clause.sentence][0]
    if first - 2 < begin or lowers[first - 1] != "and" or cast.at[first - 2] < 0 or noun_at[first - 2] < 0:
        return first
    number = cast.at[first - 2]
    if not is_actor(context.mention(number)):
        return first
    start = min(context.phrases.nouns[noun_at[first - 2]].first, context.mention(number).first)
    while start > begin and (start - 1 in context.role_tokens or noun_at[start - 1] == noun_at[start] >= 0):
        start -= 1
    return start if start == begin or lowers[start - 1] in CLAUSE_WORDS else first


def _antecedent(context: Context, clause: Clause) -> int:
    """The token where what a relative clause tells of begins, all names of a pair taken together: ``Lim and Roy, who met``."""
    assert clause.subject is not None
    first, noun_at = clause.subject[0], context.phrases.noun_at
    tags = context.tokens.tags
    begin = context.tokens.sentences[clause.sentence][0]
    together = clause.verb.senses & {"meet", "call", "hold"} and clause.verb.lemma != "call"
    if not together or clause.subject[1] > clause.verb.first or tags[first : first + 1] == ["DT"]:
        return first
    while first - 2 >= begin and noun_at[first - 2] >= 0:
        of = context.tokens.lowers[first - 1] == "of"
        if not of and tags[first - 1] not in ("CC", ","):
            break
        number = context.cast.at[first - 2]
        if number < 0 or not is_actor(context.mention(number)):
            break
        first = min(context.phrases.nouns[noun_at[first - 2]].first, context.mention(number).first)
    return first


def invited_by(context: Context, token: int, sides: Sequence[int]) -> list[int]:
    """Whoever invited to the encounter, and so takes part: ``At the invitation of the Togolese minister, they met in Lomé``."""
    if "invitation" not in context.tokens.vocabulary:
        return []
    begin, end = context.tokens.sentences[context.tokens.sentence_of[token]]
    lowers = context.tokens.lowers
    for at in range(max(begin, token - REACH) + 1, min(end - 3, token + REACH)):
        if lowers[at] == "invitation" and lowers[at - 1] == "the" and lowers[at + 1] == "of":
            tags = context.tokens.tags
            stop = next((token for token in range(at + 3, end) if tags[token] in (",", ".", ":")), end)
            return [number for number in company(context, at + 2, stop) if number not in sides]
    return []


def present(numbers: Iterable[int], status: MeetingStatus) -> list[Presence]:
    """The mentions as those who take part in an encounter of that status."""
    attendance = ATTENDANCE[status]
    return [Presence(number, attendance) for number in dict.fromkeys(numbers)]


def parties_of(context: Context, numbers: Iterable[int]) -> set[str]:
    """The codes of the parties of all these mentions."""
    mentions = context.cast.mentions
    found: set[str] = set()
    for number in numbers:
        for party in mentions[number].parties:
            found.add(party.code)
    return found


def is_local(context: Context, number: int) -> bool:
    """Whether somebody’s party is only that of another, in a text filed from a third state, so that he may well be at home
    there: ``Dhaka, May 3: Indian Secretary Rao called on Adviser Yunus``."""
    here = None if context.here is None else context.here.country
    return here is not None and is_borrowed(context, number) and context.mention(number).parties[0].code != here


def is_borrowed(context: Context, number: int) -> bool:
    """Whether somebody’s party stands with words that are not his own, and nobody of that name was told of before."""
    mention = context.mention(number)
    if mention.person is None or mention.pronoun or len(mention.parties) != 1:
        return False
    party = mention.parties[0]
    if party.span is None:
        return False
    first = context.tokens.starts[mention.first]
    first = first if mention.role is None else min(first, mention.role.start)
    last = context.tokens.ends[mention.last - 1]
    last = last if mention.role is None else max(last, mention.role.end)
    named = any(m.person is not None and m.person.name == mention.person.name for m in _before(context, number))
    return not named and not first - OWN <= party.span.start <= last


def _before(context: Context, number: int) -> list[Mention]:
    return list(context.cast.mentions[max(0, number - NAMED_BEFORE) : number])


def distinct(context: Context, numbers: Iterable[int]) -> int:
    """How many sides these mentions are at least: parties, and people whose party is not known."""
    codes: set[str] = set()
    loose: set[str] = set()
    several = False
    for number in numbers:
        mention = context.cast.mentions[number]
        for party in mention.parties:
            codes.add(party.code)
        if (not mention.parties and (mention.kind in LOOSE or mention.name.lower() == "i")) or is_local(
            context, number
        ):
            loose.add(mention.name)
        several = several or (mention.plural and (mention.pronoun or is_pair(mention)))
    return len(codes) + len(loose) + 2 * several


def is_press(context: Context, number: int) -> bool:
    """Whether a mention is a news outlet or the press, who are told rather than met."""
    mention = context.mention(number)
    return not PRESS.isdisjoint(context.tokens.lowers[mention.first : mention.last])


PRESS = frozenset("reporters reporter journalists journalist media press newsmen correspondents".split())


def lookers_on(context: Context, token: int) -> list[int]:
    """Who stands by while the others meet: ``met in Niamey, with Togo mediating``."""
    home = context.home[token]
    found: list[int] = []
    for clause in context.clauses[home + 1 : home + 3] if home >= 0 else ():
        gerund = clause.verb.form in (GERUND, PARTICIPLE) and not clause.verb.passive
        if (
            gerund
            and clause.governor == home
            and clause.subject is not None
            and clause.verb.senses & {"mediate", "host", "chair"}
        ):
            first, last = clause.subject
            if context.tokens.lowers[first - 1] == "with":
                found += context.cast.between(first, last)
    return found
