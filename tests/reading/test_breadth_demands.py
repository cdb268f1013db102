"""Demands and answers over the breadth of English: each word in every frame, with what must be found known by construction.

A row of a grid is a word or an idiom, a column a frame of syntax; sides, speakers and deeds go round.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import attrs
import pytest

from diplomod import Record, read


@attrs.frozen(slots=True, kw_only=True)
class Sides:
    """Who asks, by country, capital, adjective and code, and who is asked."""

    asks: tuple[str, str, str, str]
    asked: tuple[str, str, str, str]


SIDES = (
    Sides(asks=("Peru", "Lima", "Peruvian", "PER"), asked=("Chile", "Santiago", "Chilean", "CHL")),
    Sides(asks=("Kenya", "Nairobi", "Kenyan", "KEN"), asked=("Ethiopia", "Addis Ababa", "Ethiopian", "ETH")),
    Sides(asks=("Turkey", "Ankara", "Turkish", "TUR"), asked=("Greece", "Athens", "Greek", "GRC")),
    Sides(asks=("Pakistan", "Islamabad", "Pakistani", "PAK"), asked=("Afghanistan", "Kabul", "Afghan", "AFG")),
)
MAKERS = (
    "{C}",
    "{A} Foreign Minister Ana Ruiz",
    "{K}",
    "{C}’s foreign ministry",
    "a spokesman for the {A} president",
    "the {A} government",
)
ASKED = ("{c}", "the {a} government", "{k}", "{a} President Luis Prado", "the {a} authorities")
# What is asked, as an infinitive, as a thing, and a word that must be part of what is found.
DEEDS = (
    ("reopen the pass", "the reopening of the pass by {c}", "pass"),
    ("free the two officers", "the release of the two officers by {c}", "officers"),
    ("lift its ban on fish", "an end to {c}’s ban on fish", "ban"),
    ("stop shelling the villages", "a halt to {a} shelling of the villages", "shelling"),
    ("withdraw its troops from the valley", "the withdrawal of {a} troops from the valley", "troops"),
)

# Verbs with whoever is asked and an infinitive: base, third person, past, gerund.
ASKING = [
    row.split(",")
    for row in """urge,urges,urged,urging
ask,asks,asked,asking
request,requests,requested,requesting
press,presses,pressed,pressing
exhort,exhorts,exhorted,exhorting
implore,implores,implored,imploring
beg,begs,begged,begging
beseech,beseeches,beseeched,beseeching
entreat,entreats,entreated,entreating
petition,petitions,petitioned,petitioning
call on,calls on,called on,calling on
call upon,calls upon,called upon,calling upon
appeal to,appeals to,appealed to,appealing to
plead with,pleads with,pleaded with,pleading with
order,orders,ordered,ordering
tell,tells,told,telling
instruct,instructs,instructed,instructing
direct,directs,directed,directing
challenge,challenges,challenged,challenging
pressure,pressures,pressured,pressuring
lobby,lobbies,lobbied,lobbying
require,requires,required,requiring
enjoin,enjoins,enjoined,enjoining
encourage,encourages,encouraged,encouraging
nudge,nudges,nudged,nudging
prod,prods,prodded,prodding
lean on,leans on,leaned on,leaning on
prevail on,prevails on,prevailed on,prevailing on""".splitlines()
]
ASKING_FRAMES = (
    "{M} {past} {T} to {do}.",
    "{M} condemned the incident on Friday, {ing} {T} to {do}.",
    "{M} welcomed the talks but {past} {T} to {do}.",
    "{C}, which has repeatedly {past} {T} to {do}, sent a note.",
    "“This can not go on,” {M} said, {ing} {T} to {do}.",
    "In a letter sent on Monday, {M} {past} {T} to {do}.",
)
WISHING = [
    row.split(",")
    for row in """demand,demanded,demanding
insist,insisted,insisting
request,requested,requesting
stipulate,stipulated,stipulating
ask,asked,asking""".splitlines()
]
WISHING_FRAMES = (
    "{M} {past} that {c} {do}.",
    "{M} condemned the incident, {ing} that {c} {do}.",
    "{M} {past} that {c} should {do}.",
    "{M} welcomed the talks but {past} that {c} {do}.",
)
SEEKING = (
    "demanded,sought,called for,pushed for,asked for,insisted on,insisted upon,pleaded for,petitioned for,urged,wanted"
)
SEEKING_FRAMES = (
    "{M} {past} {thing}.",
    "{M} {past} {thing} on Friday.",
    "{M} met the press and {past} {thing}.",
)
NOUNS = "demand,request,appeal,plea,ultimatum,precondition,requirement,stipulation,petition,exhortation"
NOUN_FRAMES = (
    "{C}’s {N} that {T} {do} has caused anger.",
    "{M} repeated its {N} that {T} {do}.",
    "{K}’s {N} is that {c} {do}.",
)
OWING = "must,has to,needs to,ought to,will have to,is obliged to,is required to,has a duty to,has an obligation to"
OWING_FRAMES = (
    "{M} said that {c} {past} {do}.",
    "“{c} {past} {do},” {M} said.",
    "{M} told reporters that the {a} government {past} {do}.",
    "According to {M}, {c} {past} {do}.",
)
WANTING = (
    "“We want {c} to {do},” {M} said.",
    "“We expect {T} to {do},” {M} said.",
    "“We call on {T} to {do},” {M} said.",
    "“I urge {T} to {do},” {M} said.",
    "“We demand that {c} {do},” {M} said.",
    "{M} said it expected {c} to {do}.",
    "{M} said it was necessary for {T} to {do}.",
    "It is time for {T} to {do}, {M} said.",
    "“It is up to {T} to {do},” {M} said.",
    "{M} gave {T} until Friday to {do}.",
    "{M} gave {T} 48 hours to {do}.",
    "{M} set {T} a deadline of Friday to {do}.",
    "{M} said there could be no accord without {thing}.",
    "“There will be no talks without {thing},” {M} said.",
    "{C} has linked its approval to {thing}.",
    "{C} tied its approval to {thing}.",
    "{C} named {thing} as a precondition for talks.",
    "{M} has made {thing} a condition for talks.",
    "{M} made its return to the talks conditional on {thing}.",
    "{C} will not return to the talks as long as {c} does not {do}.",
)
NO_DEMANDS = """{C} plans to reopen the pass.
{C} hopes that {c} will reopen the pass.
{K} believes that talks with {c} will succeed.
{C}’s president ordered his ministers to reopen the pass.
The {A} foreign minister instructed his envoys to meet the {a} side.
{C} and {c} agreed to reopen the pass.
{C} insists that talks with {c} are going well.
{C} wants to reopen the pass.
{C} expects {c}’s economy to grow.
{C} must do more to help its farmers, a {A} minister said.
{C} invited the {a} foreign minister to visit {K}.
{C} asked {c} for help.
{C} will reopen its embassy in {k}.
{C} has to reopen the pass, {A} Foreign Minister Ana Ruiz said.
The {A} minister said he had to leave {k} early.
{K} called the {a} decision a mistake.
A call between {C} and {c} took place.
{C} seeks talks with {c}.
{C} set a date for talks with {c}.
{C} pushed its troops to the border with {c}.
{A} officials said {c} needed time to recover.
{C} tied with {c} in the final.
{C} made the visit of the {a} leader a success.
“We want to work with {c},” the {A} minister said.
“We expect to meet again,” the {A} minister said after talks with {c}.
{C} gave {c} a week of free access to the port.
{C} will sign when it is ready, the {A} minister said of talks with {c}.
{C} said it was time to look ahead with {c}.
{C} told {c} that the pass was open.
The {A} minister said {c} needed to be mentioned.
{C} proposed to meet {c} in May.
{C} lobbied for its bid.
{C} said that {c} has asked for nothing.
{C} praised {c} for reopening the pass.""".splitlines()

# How it is answered: idioms with the demand behind them, and those that stand alone.
TO_IT = {
    "rejected": "rejected,rebuffed,spurned,dismissed,turned down,brushed aside,scoffed at,waved away,resisted,vetoed,laughed off,"
    "shot down,repudiated,poured cold water on,disregarded,balked at,would not hear of,said no to,turned a deaf ear to,"
    "gave short shrift to,refused to bow to,pushed back against,was opposed to",
    "accepted": "accepted,agreed to,granted,met,heeded,honoured,acceded to,consented to,complied with,bowed to,gave in to,"
    "yielded to,approved,went along with,signed off on,gave its blessing to,gave the green light to,said yes to,caved in to,"
    "responded positively to,agreed to meet",
    "deferred": "is considering,is studying,was weighing,is examining,has yet to respond to,has not replied to,took note of,"
    "promised to look into,put off a decision on,gave no reply to,has given no answer to,was silent on,is evaluating,"
    "asked for time to consider,agreed to consider",
}
TO_IT_FRAMES = (
    "{M} urged {T} to {do}. {c} {past} the request.",
    "{M} urged {T} to {do}, but {c} {past} the demand.",
    "{M} demanded that {c} {do}, a demand that {c} {past}.",
    "{M} called on {T} to {do}. The talks lasted three hours. {c} {past} the appeal on Tuesday.",
    "{M} demanded that {c} {do}. The {a} foreign minister, Luis Prado, {past} the demand.",
)
ALONE = {
    "rejected": "refused;said no;will not do so;refused to do so;has no intention of doing so;ruled that out;would not budge;"
    "did not budge;stood its ground;said that was out of the question;called it a non-starter;dug in its heels;balked;objected;"
    "would have none of it;said it saw no need for that;was unwilling to do so;remained opposed;said it was a red line;"
    "said it would not be dictated to",
    "accepted": "agreed;accepted;complied;relented;gave in;gave way;yielded;backed down;said yes;promised to do so;will do so;"
    "said it had no objection;had no objections;did so the next day;climbed down;caved in;gave its consent;gave its word;"
    "gave the green light;gave its approval;was in favour",
    "partly_accepted": "agreed in part;agreed in principle;agreed up to a point;made a partial concession;partly accepted this",
    "conditional": "said it would do so only if {C} paid;is ready to do so provided that {C} pays;"
    "said it would do so once {C} paid;attached conditions;set conditions;"
    "said it would not do so unless {C} paid;agreed on condition that {C} paid",
    "countered": "offered talks instead;made a counter-offer;responded with a counterproposal;"
    "came back with a proposal of its own;put forward an alternative;proposed a different date;"
    "replied with demands of its own;would prefer a bridge",
    "deferred": "has not replied;has yet to respond;gave no answer;asked for more time;needs time;will study it;"
    "said it would look into it;has not yet decided;took note;remained silent;has kept silent;"
    "was non-committal;dodged the question;"
    "put off a decision;would give its answer on Monday;said it would think about it;referred the matter to its parliament",
}
ALONE_FRAMES = (
    "{M} urged {T} to {do}. {c} {past}.",
    "{M} urged {T} to {do}, but {c} {past}.",
    "{M} asked {T} to {do}. The {a} foreign ministry {past}.",
)
NO_ANSWERS = """{c} marked its national day.
{c} refused a loan from Norway.
The {a} minister agreed that it was cold.
{c} gave the delegation a warm welcome.
{c} did not take part in the vote.
{c} would not comment.
{c} has set a record.
{c} took the lead in the match.
{c} had time to rest.
{c} kept the peace for years.
{c} put forward a candidate for the post.
{c} held firm against Norway in the match.
{c} gave way to Norway in the final.
Norway refused.
Norway accepted the demand of Sweden.
{c} met Norway in the final.
{c} will hold elections in May.
The {a} parliament debated the budget.""".splitlines()


@attrs.frozen(slots=True, kw_only=True)
class Case:
    """A text, the sides of the demand in it, and a word of its content."""

    text: str
    by: str
    to: str
    word: str


def cases(frames: tuple[str, ...], words: dict[str, str], turn: int) -> Iterator[Case]:
    """The frames filled with `words`, sides and deeds going round from `turn` on."""
    for number, frame in enumerate(frames, turn):
        sides = SIDES[number % len(SIDES)]
        known = dict(zip(("C", "K", "A"), sides.asks, strict=False)) | dict(
            zip(("c", "k", "a"), sides.asked, strict=False)
        )
        do, thing, word = DEEDS[number % len(DEEDS)]
        maker, asked = MAKERS[number % len(MAKERS)], ASKED[number % len(ASKED)]
        filled = {
            **{name: text.format(**known) for name, text in words.items()},
            "M": maker.format(**known),
            "T": asked.format(**known),
            "do": do,
            "thing": thing.format(**known),
        }
        text = frame.format(**known, **filled)
        yield Case(text=text[0].upper() + text[1:], by=sides.asks[3], to=sides.asked[3], word=word)


def found(record: Record, case: Case) -> bool:
    """Whether the demand of a case is in its record, of the right sides."""
    return any(
        case.word in demand.content.text
        and demand.by is not None
        and demand.by.code == case.by
        and [party.code for party in demand.to] == [case.to]
        for demand in record.demands
    )


def missed(cases: Iterator[Case]) -> list[str]:
    return [case.text for case in cases if not found(read(case.text), case)]


def grid(rows: list[dict[str, str]], frames: tuple[str, ...]) -> list[str]:
    """The texts of a grid whose demand is not found."""
    return [text for turn, words in enumerate(rows) for text in missed(cases(frames, words, turn))]


def named(name: str, words: str, part: str = ",") -> list[dict[str, str]]:
    return [{name: word} for word in words.split(part)]


GRIDS: dict[str, tuple[list[dict[str, str]], tuple[str, ...]]] = {
    "asking": ([{"past": row[2], "ing": row[3]} for row in ASKING], ASKING_FRAMES),
    "wishing": ([{"past": row[1], "ing": row[2]} for row in WISHING], WISHING_FRAMES),
    "seeking": (named("past", SEEKING), SEEKING_FRAMES),
    "nouns": (named("N", NOUNS), NOUN_FRAMES),
    "owing": (named("past", OWING), OWING_FRAMES),
    "wanting": ([{}, {}], WANTING),
}


@pytest.mark.parametrize("name", GRIDS)
def test_each_way_to_demand_in_each_frame(name: str) -> None:
    assert grid(*GRIDS[name]) == []


@pytest.mark.parametrize("frame", NO_DEMANDS)
def test_what_is_no_demand(frame: str) -> None:
    assert [read(case.text).demands for case in cases((frame,), {}, 1)] == [()]


def unanswered(stance: str, words: str, part: str, frames: tuple[str, ...]) -> list[str]:
    """The texts of a grid in which no answer of that stance, by the side asked, is found."""
    found: list[str] = []
    for turn, row in enumerate(named("past", words, part)):
        for case in cases(frames, row, turn):
            answers = [(one.by.code if one.by else None, one.stance.value) for one in read(case.text).responses]
            if (case.to, stance) not in answers:
                found.append(f"{case.text} {answers}")
    return found


@pytest.mark.parametrize("stance", TO_IT)
def test_each_way_to_answer_a_demand(stance: str) -> None:
    assert unanswered(stance, TO_IT[stance], ",", TO_IT_FRAMES) == []


@pytest.mark.parametrize("stance", ALONE)
def test_each_way_to_answer(stance: str) -> None:
    assert unanswered(stance, ALONE[stance], ";", ALONE_FRAMES) == []


@pytest.mark.parametrize("frame", NO_ANSWERS)
def test_what_is_no_answer(frame: str) -> None:
    texts = itertools.chain(cases((f"{{C}} urged {{c}} to lift its ban on fish. {frame}",), {}, 2))
    assert [read(case.text).responses for case in texts] == [()]
