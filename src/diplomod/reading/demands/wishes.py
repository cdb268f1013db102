"""What one party wants of another: ``wants its claims recognised``, ``gave Oslo until Friday to leave``."""

from __future__ import annotations

from collections.abc import Iterator

from diplomod.reading.demands.contents import complements, end_of
from diplomod.reading.demands.drafting import draft_of
from diplomod.reading.demands.drafts import Draft, View
from diplomod.reading.demands.sides import ENDS, GOODS, QUARRELS, SIDES, addressed, doers
from diplomod.reading.parts import Clause, MentionKind

# People who stand together for what they want, and speak for no government.
PEOPLE = frozenset(
    "farmers growers producers fishermen fishers trawlermen workers dockers miners drivers truckers hauliers teachers doctors "
    "nurses students pilots traders exporters importers unions union industry groups activists campaigners protesters protestors "
    "demonstrators strikers relatives families villagers residents survivors victims veterans refugees settlers charities ngos "
    "royalists socialists communists conservatives liberals nationalists loyalists islamists monarchists "
    "firms companies businesses airlines operators shippers shipowners bishops monks opposition dissidents separatists".split()
)
PLACED = tuple([word] for word in "out off back gone away home free".split())  # "wants the rebels out of the city"
GRACE = frozenset(
    "until hours hour days day week weeks month months fortnight weekend deadline ultimatum notice".split()
)
MEETING = frozenset("meet hold discuss talk sign continue attend join speak".split())  # what is expected of a meeting
INSIDE = frozenset("IN TO DT NN NNS NNP NNPS JJ CD".split())
EXPLAINS = frozenset("explanation explanations answer answers clarification clarity proof".split())
DUES = frozenset(
    "date timetable timeline deadline seat say share exemption waiver rollover rescheduling conclusion finalisation finalization "
    "inquiry investigation probe referendum arbitration moratorium".split()
)
THINGS_ASKED = frozenset(("want", "urge", "order", "like", "expect"))
MOODS = frozenset(("want", "expect", "give", "set", "like", "wish"))
GRANTS = frozenset(("give", "set"))


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


def wanted_done(view: View, clause: Clause) -> Iterator[Draft]:
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


def wanted_thing(view: View, clause: Clause) -> Iterator[Draft]:
    """``urged an end to the siege``, ``wants the release of its crew``: what is for another to do."""
    first = clause.verb.last
    first += view.tokens.tags[first : first + 1] == ["``"]
    if clause.verb.lemma not in THINGS_ASKED or not clause.objects or clause.objects[0][0] != first:
        return
    by = doers(view, clause)
    if clause.verb.lemma in ("expect", "order") and not addressed(view, first, clause.last, by):
        if clause.verb.lemma == "expect" or not DUES.isdisjoint(view.tokens.lowers[slice(*clause.objects[0])]):
            return  # "expects relief from the heat", "ordered an inquiry"
    if for_another(view, first, clause.last, by):
        yield from draft_of(view, clause, by, addressed(view, first, clause.last, by), first, clause.last)


def for_another(view: View, first: int, last: int, by: tuple[int, ...]) -> bool:
    """Whether a thing is for another side to do: ``the release of the crew``, ``an end to Russian strikes``."""
    number = view.phrases.noun_at[first]
    word = view.tokens.lowers[view.phrases.nouns[number].head] if number >= 0 else ""
    if word in EXPLAINS:
        return bool(addressed(view, first, last, by))  # "wants answers from Lima"
    if word in DUES and view.parties(by):
        return True  # "wants a date for the handover"
    quarrels = not QUARRELS.isdisjoint(view.tokens.lowers[first:last])
    return word in GOODS or (word in ENDS and (not quarrels or bool(addressed(view, first, last, by))))


def is_cause(view: View, clause: Clause) -> bool:
    """Whether those who want something stand for no government: ``Egyptian opposition groups``."""
    return clause.subject is not None and view.tokens.lowers[clause.subject[1] - 1] in PEOPLE


def of_another(view: View, clause: Clause, by: tuple[int, ...], to: tuple[int, ...], child: Clause) -> bool:
    """Whether one party wants something of another: ``Egypt wants Ethiopia to sign``, ``gave Oslo until Friday to``."""
    own = {"a cause"} if is_cause(view, clause) else view.codes(by)
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
        word = view.tokens.lowers[view.mention(by[0]).first] if by else ""
        return (
            not by or (word in ("i", "we") and clause.verb.lemma in GRANTS) or not view.mention(by[0]).pronoun
        )  # of a person or a group whose party is not told
    if not told and clause.verb.lemma == "want" and clause.objects and child.first - clause.verb.last < 12:
        if not SIDES.isdisjoint(view.tokens.lowers[clause.verb.last : clause.objects[0][1]]):
            return bool(own)  # "wants the rebels to stop"
        named = [view.mention(n) for n in to if not view.mention(n).pronoun]
        return bool(own) and any(one.kind in (MentionKind.PERSON, MentionKind.OFFICE) for one in named)
    return bool(own) and bool(told) and not own & told
