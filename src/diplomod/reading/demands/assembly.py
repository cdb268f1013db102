"""Drafts and answers -> Demands and Responses."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from diplomod.lexicon import Lexicon
from diplomod.model import Demand, Meeting, Party, Response, Speaker, SpeakerKind, Statement
from diplomod.reading.demands.answer import Answer
from diplomod.reading.demands.answers import find_answers
from diplomod.reading.demands.causes import body_of, cause_of
from diplomod.reading.demands.conditions import tied_to
from diplomod.reading.demands.drafts import Aim, Draft, View, look_at
from diplomod.reading.demands.grounds import grounds_of_demand, grounds_of_response
from diplomod.reading.demands.headlines import told_once
from diplomod.reading.demands.moments import deadline, first_made
from diplomod.reading.demands.nouns import find_by_nouns
from diplomod.reading.demands.orders import without_orders
from diplomod.reading.demands.repeats import without_repeats
from diplomod.reading.demands.sides import answering, both_sides, counterpart, opposite, ours, resolving, told_by
from diplomod.reading.demands.signs import signs_of_demand, signs_of_response
from diplomod.reading.demands.verbs import find_by_verbs
from diplomod.reading.parts import Cast, Clause, Document, Mention, MentionKind, Phrases, Time, Tokens, Trace
from diplomod.reading.speakers import speaker_at

# They ask for much that is no demand between parties: "the court asked prosecutors to submit more evidence".
INSIDE = frozenset(
    "court courts judges police presidents ministers leaders lawmakers parliament deputies analysts experts economists "
    "officials council committee prosecutors magistrates embassy bank company".split()
)
ADVISERS = frozenset("analysts analyst experts expert economists economist observers critics".split())
YOU = 3  # tokens before what is asked in which the one who answers may be spoken to
VOICES = frozenset((SpeakerKind.PERSON, SpeakerKind.OFFICE))


def find_demands(
    document: Document,
    tokens: Tokens,
    phrases: Phrases,
    cast: Cast,
    clauses: Sequence[Clause],
    times: Sequence[Time],
    statements: Sequence[Statement],
    meetings: Sequence[Meeting],
    lexicon: Lexicon,
) -> tuple[tuple[Demand, ...], tuple[Response, ...], tuple[Trace, ...]]:
    """All demands in the order of the text, the answers to them, and how each of both was read.

    ``Oslo urged the rebels to free the crew. They refused.`` gives one demand and one response that rejects it.
    """
    view = look_at(document, tokens, phrases, cast, clauses, times, statements, meetings, lexicon)
    drafts: list[Draft] = []
    for draft in _distinct([*find_by_verbs(view), *find_by_nouns(view)]):
        if _completed(view, draft, drafts):
            drafts.append(draft)
    drafts = without_orders(view, without_repeats(view, told_once(view, drafts)))
    answers = sorted(find_answers(view, drafts), key=lambda one: one.token)
    answered = {id(draft) for answer in answers for draft in answer.to}
    drafts = [draft for draft in drafts if not (draft.answers or draft.slight) or id(draft) in answered]
    demands = {id(draft): _demand(view, draft, number) for number, draft in enumerate(drafts, 1)}
    traces = [_trace_of_demand(view, draft, demands[id(draft)]) for draft in drafts]
    responses = []
    for number, answer in enumerate(answers, 1):
        response = _response(view, answer, [demands[id(draft)].id for draft in answer.to], number)
        responses.append(response)
        traces.append(_trace_of_response(view, answer, response))
    return tuple(demands.values()), tuple(responses), tuple(traces)


def _trace_of_demand(view: View, draft: Draft, demand: Demand) -> Trace:
    signs = tuple(signs_of_demand(view, draft, demand))
    return Trace(event=demand.id, signs=signs, grounds=functools.partial(grounds_of_demand, view, draft, demand))


def _trace_of_response(view: View, answer: Answer, response: Response) -> Trace:
    signs = tuple(signs_of_response(view, answer, response))
    return Trace(event=response.id, signs=signs, grounds=functools.partial(grounds_of_response, view, answer, response))


def _completed(view: View, draft: Draft, before: Sequence[Draft]) -> bool:
    """Fill in who demands where the words themselves leave it to whoever speaks, and of whom; False if it is no demand
    between parties."""
    number = view.spoken[draft.token]
    own = view.parties(draft.by)
    if (
        draft.aim is not Aim.US
        and not own
        and number >= 0
        and (not draft.by or all(view.mention(n).pronoun for n in draft.by))
    ):
        draft.party = view.statements[number].party
        passive = draft.clause is not None and draft.clause.verb.passive
        if passive and draft.party is not None and draft.party.code in view.codes(draft.to):
            draft.party = None
            _of_us(view, draft, number)  # "said he was being asked to leave": of him, by others
            if draft.party is None:
                return False
    if draft.aim is Aim.US and number >= 0 and view.statements[number].party is not None:
        _of_us(view, draft, number)
    if not own and draft.party is None and not draft.by:
        draft.party = resolving(view, draft)
    if not own and draft.party is None and number < 0 and ours(view, draft):
        draft.party = view.cast.issuer
    cause = cause_of(view, draft)
    if cause is not None:
        draft.party = cause
        draft.by = ()
    by = draft.makers(view)
    draft.told = tuple(party for party in view.parties(draft.to) if party.code not in by)
    draft.told = both_sides(view, draft, before) or draft.told or told_by(view, draft)
    if not draft.told:
        body = body_of(view, draft)
        draft.told = () if body is None else (body,)
    if not draft.told and "you" in view.tokens.lowers[max(0, draft.content[0] - YOU) : draft.content[0]]:
        asked = answering(view, draft.sentence)
        draft.told = (asked,) if asked is not None and asked.code not in by else ()
    unknown = draft.answer is not None and bool(draft.answer[0]) and not view.parties(draft.answer[0])
    if not draft.told and cause is None and not unknown:
        draft.told = counterpart(view, draft, before)
        draft.guessed = bool(draft.told)
    if not by and not draft.told and not draft.personal and not _is_voiced(view, draft):
        return False
    if draft.weak and not (draft.told and by):
        return False
    if not by:
        draft.party = opposite(view, draft)
    if _is_advice(view, draft):
        return False
    draft.deadline = deadline(view, draft)
    draft.first_made = first_made(view, draft)
    draft.condition = tied_to(view, draft)
    return True


def _is_voiced(view: View, draft: Draft) -> bool:
    """Whether a person known by name, or a group (``the farmers``), asks for it, whomever that speaks for."""
    return any(view.mention(n).person is not None or _is_cause(view, view.mention(n)) for n in draft.by)


def _is_cause(view: View, mention: Mention) -> bool:
    """Whether people want something as a group, not as part of what governs or judges."""
    return mention.kind is MentionKind.GROUP and not mention.pronoun and view.tokens.lowers[mention.head] not in INSIDE


def _is_advice(view: View, draft: Draft) -> bool:
    """Whether people who stand outside say what a party must do: ``Analysts say Lima must diversify its exports``."""
    number = view.spoken[draft.token]
    if number < 0 or draft.makers(view):
        return False
    return not ADVISERS.isdisjoint(view.statements[number].speaker.name.lower().split())


def _of_us(view: View, draft: Draft, number: int) -> None:
    """What others want of whoever speaks: ``“They are asking us to surrender,” the rebels said``."""
    party = view.statements[number].party
    assert party is not None
    if any(one.code == party.code for one in (*view.parties(draft.by), *([draft.party] if draft.party else []))):
        draft.by = ()
        draft.party = None
    if draft.party is None and not view.parties(draft.by):
        others = [one for one in view.camps if one.code != party.code]
        draft.party = others[0] if len(others) == 1 else None


def _distinct(drafts: list[Draft]) -> list[Draft]:
    """In the order of the text, without those that tell nothing (``their call for.``); of two that share words the first."""
    kept: list[Draft] = []
    taken: set[int] = set()
    for draft in drafts:
        words = range(*draft.content)
        if words and not any(token in taken for token in words):
            kept.append(draft)
            taken.update(words)
    return sorted(kept, key=lambda draft: draft.content)


def _demand(view: View, draft: Draft, number: int) -> Demand:
    speaker = _speaker(view, draft)
    party = next(iter(view.parties(draft.by)), None) if len(view.parties(draft.by)) == 1 else draft.party
    if party is None and speaker is not None:
        party = speaker.party
    tokens = view.tokens
    return Demand(
        id=f"{view.document.key}-d{number}",
        by=party,
        speaker=speaker,
        to=tuple(sorted(draft.told, key=lambda one: one.code)),
        content=tokens.span(*draft.content),
        first_made=draft.first_made,
        reiterated=None if draft.reiterated is None else tokens.span(*draft.reiterated),
        condition=None if draft.condition is None else tokens.span(*draft.condition),
        deadline=draft.deadline,
        evidence=(tokens.span(*draft.evidence),),
    )


def _speaker(view: View, draft: Draft) -> Speaker | None:
    """Who voiced it: the person or office that is the subject, else whoever says the words."""
    for number in draft.by:
        mention = view.mention(number)
        if mention.kind in (MentionKind.PERSON, MentionKind.OFFICE) and not (
            mention.pronoun and mention.person is None
        ):
            return speaker_at(view.tokens, view.cast, (mention.first, mention.last))
    spoken = view.spoken[draft.token]
    if spoken >= 0 and not view.parties(draft.by):
        found = view.statements[spoken].speaker
        return found if found.kind in VOICES else None
    return None


def _response(view: View, answer: Answer, to: list[str], number: int) -> Response:
    parties: list[Party] = view.parties(answer.by)
    party = parties[0] if len(parties) == 1 else answer.party
    speaker = None
    for mention_number in answer.by:
        mention = view.mention(mention_number)
        if mention.kind in (MentionKind.PERSON, MentionKind.OFFICE):
            speaker = speaker_at(view.tokens, view.cast, (mention.first, mention.last))
            break
    return Response(
        id=f"{view.document.key}-r{number}",
        to=tuple(to),
        by=party,
        speaker=speaker,
        stance=answer.stance,
        evidence=(view.tokens.span(*answer.evidence),),
    )
