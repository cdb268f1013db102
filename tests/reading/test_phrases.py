"""Noun phrases and verb groups, as tables of sentences."""

from __future__ import annotations

import time

import pytest

from diplomod.lexicon import Lexicon
from diplomod.reading.parts import Document, Form, Phrases, Tokens, VerbGroup
from diplomod.reading.phrases import find_phrases
from diplomod.reading.tokens import tokenize


def phrases_of(text: str) -> tuple[Tokens, Phrases]:
    document = Document(
        text=text,
        key="k",
        fingerprint="f",
        paragraphs=(),
        quotations=(),
        sentences=((0, len(text)),),
        sentence_paragraphs=(0,),
    )
    lexicon = Lexicon.default()
    tokens = tokenize(document, lexicon)
    return tokens, find_phrases(tokens, lexicon)


def bracketed(text: str) -> str:
    """The words of a text, noun phrases in square brackets and verb groups in braces."""
    tokens, phrases = phrases_of(text)
    marks = {phrase.first: (phrase.last, "[", "]") for phrase in phrases.nouns}
    marks |= {group.first: (group.last, "{", "}") for group in phrases.verbs}
    out: list[str] = []
    at = 0
    while at < len(tokens.words):
        last, opens, closes = marks.get(at, (at + 1, "", ""))
        out.append(opens + " ".join(tokens.words[at:last]) + closes)
        at = last
    return " ".join(out)


def features(group: VerbGroup) -> str:
    told = [group.lemma, str(group.form)]
    if group.form is Form.FINITE:
        told.append(str(group.tense))
    told += [name for name in ("passive", "negated", "perfect", "progressive") if getattr(group, name)]
    return " ".join(told if group.modal is None else [*told, f"modal={group.modal}"])


BRACKETS = [
    ("The U.S. envoy had not yet been told of the plan.", "[The U.S. envoy] {had not yet been told} of [the plan] ."),
    (
        "Trump’s son-in-law Jared Kushner met senior U.S. and Russian officials in Geneva on Friday.",
        "[Trump ’s son-in-law Jared Kushner] {met} [senior U.S. and Russian officials] in [Geneva] on [Friday] .",
    ),
    (
        "Russia's delegation is expected to meet Qatari mediators.",
        "[Russia 's delegation] {is expected} {to meet} [Qatari mediators] .",
    ),
    ("The two sides are set to meet again next week.", "[The two sides] {are set} {to meet} again [next week] ."),
    ("Both governments agreed to hold renewed talks.", "[Both governments] {agreed} {to hold} [renewed talks] ."),
    ("The minister will not be able to attend.", "[The minister] {will not be} able {to attend} ."),
    (
        "The president is to meet the chancellor on Monday.",
        "[The president] {is to meet} [the chancellor] on [Monday] .",
    ),
    ("Diplomats are going to discuss the draft.", "[Diplomats] {are going to discuss} [the draft] ."),
    ("The envoy said he would travel to Cairo.", "[The envoy] {said} [he] {would travel} to [Cairo] ."),
    ("Kenya may send troops.", "[Kenya] {may send} [troops] ."),
    ("The deal was brokered by Qatar.", "[The deal] {was brokered} by [Qatar] ."),
    ("A deal brokered by Qatar collapsed.", "[A deal] {brokered} by [Qatar] {collapsed} ."),
    ("Iran ruled out direct negotiations.", "[Iran] {ruled out} [direct negotiations] ."),
    ("Tehran ruled it out on Sunday.", "[Tehran] {ruled} [it] out on [Sunday] ."),
    ("Turkey called the summit off.", "[Turkey] {called} [the summit] off ."),
    ("Norway called for a ceasefire.", "[Norway] {called for} [a ceasefire] ."),
    ("The council called on both parties to return.", "[The council] {called on} [both parties] {to return} ."),
    ("The ceremony was put off.", "[The ceremony] {was put off} ."),
    ("There was no agreement.", "[There] {was} [no agreement] ."),
    ("This is no longer acceptable.", "[This] {is no longer} acceptable ."),
    ("She did not comment.", "[She] {did not comment} ."),
    ("The parties have been negotiating for weeks.", "[The parties] {have been negotiating} for [weeks] ."),
    ("The accord was being drafted in Vienna.", "[The accord] {was being drafted} in [Vienna] ."),
    ("Visiting Ankara, the envoy urged restraint.", "{Visiting} [Ankara] , [the envoy] {urged} [restraint] ."),
    ("They helped draft the text.", "[They] {helped} {draft} [the text] ."),
    ("The government let inspectors enter the site.", "[The government] {let} [inspectors] {enter} [the site] ."),
    ("Peru and Chile never signed the protocol.", "[Peru] and [Chile] never {signed} [the protocol] ."),
    ("Ukrainian and European officials arrived.", "[Ukrainian and European officials] {arrived} ."),
    (
        "Talks with Sudan's army-backed government stalled.",
        "[Talks] with [Sudan 's army-backed government] {stalled} .",
    ),
    (
        "The agreement signed in Oslo was never implemented.",
        "[The agreement] {signed} in [Oslo] {was never implemented} .",
    ),
    (
        "The foreign ministers of Japan and South Korea spoke by phone.",
        "[The foreign ministers] of [Japan] and [South Korea] {spoke} by [phone] .",
    ),
    ("Envoys from 12 countries gathered in Doha.", "[Envoys] from [12 countries] {gathered} in [Doha] ."),
    ("The proposal was welcomed but not accepted.", "[The proposal] {was welcomed} but not {accepted} ."),
    (
        "The group demanded that Israel withdraw its troops.",
        "[The group] {demanded} that [Israel] {withdraw} [its troops] .",
    ),
    ("Mali could not have been invited.", "[Mali] {could not have been invited} ."),
    ("Mali will no longer attend.", "[Mali] {will no longer attend} ."),
    ("The delegates gathered in Doha on Sunday.", "[The delegates] {gathered} in [Doha] on [Sunday] ."),
    ("The guns fell silent after envoys met in Doha.", "[The guns] {fell} silent after [envoys] {met} in [Doha] ."),
    (
        "The text agreed on Friday in Lima remains secret.",
        "[The text] {agreed} on [Friday] in [Lima] {remains} secret .",
    ),
]

GROUPS = [
    ("The U.S. envoy had not yet been told of the plan.", ["tell finite past passive negated perfect"]),
    (
        "Trump’s son-in-law Jared Kushner met senior U.S. and Russian officials in Geneva on Friday.",
        ["meet finite past"],
    ),
    ("Russia's delegation is expected to meet Qatari mediators.", ["expect finite present passive", "meet infinitive"]),
    ("The two sides are set to meet again next week.", ["set finite present passive", "meet infinitive"]),
    ("Both governments agreed to hold renewed talks.", ["agree finite past", "hold infinitive"]),
    ("The minister will not be able to attend.", ["be finite future negated modal=will", "attend infinitive"]),
    ("The president is to meet the chancellor on Monday.", ["meet finite future modal=be to"]),
    ("Diplomats are going to discuss the draft.", ["discuss finite future modal=going to"]),
    ("The envoy said he would travel to Cairo.", ["say finite past", "travel finite future modal=would"]),
    ("Kenya may send troops.", ["send finite present modal=may"]),
    ("The deal was brokered by Qatar.", ["broker finite past passive"]),
    ("A deal brokered by Qatar collapsed.", ["broker participle passive", "collapse finite past"]),
    ("Iran ruled out direct negotiations.", ["rule out finite past"]),
    ("Tehran ruled it out on Sunday.", ["rule out finite past"]),
    ("Turkey called the summit off.", ["call off finite past"]),
    ("Norway called for a ceasefire.", ["call for finite past"]),
    ("The council called on both parties to return.", ["call on finite past", "return infinitive"]),
    ("The ceremony was put off.", ["put off finite past passive"]),
    ("There was no agreement.", ["be finite past"]),
    ("This is no longer acceptable.", ["be finite present negated"]),
    ("She did not comment.", ["comment finite past negated"]),
    ("The parties have been negotiating for weeks.", ["negotiate finite present perfect progressive"]),
    ("The accord was being drafted in Vienna.", ["draft finite past passive"]),
    ("Visiting Ankara, the envoy urged restraint.", ["visit gerund", "urge finite past"]),
    ("They helped draft the text.", ["help finite past", "draft infinitive"]),
    ("The government let inspectors enter the site.", ["let finite past", "enter infinitive"]),
    ("Peru and Chile never signed the protocol.", ["sign finite past negated"]),
    ("Ukrainian and European officials arrived.", ["arrive finite past"]),
    ("Talks with Sudan's army-backed government stalled.", ["stall finite past"]),
    (
        "The agreement signed in Oslo was never implemented.",
        ["sign participle passive", "implement finite past passive negated"],
    ),
    ("The foreign ministers of Japan and South Korea spoke by phone.", ["speak finite past"]),
    ("Envoys from 12 countries gathered in Doha.", ["gather finite past"]),
    (
        "The proposal was welcomed but not accepted.",
        ["welcome finite past passive", "accept participle passive negated"],
    ),
    ("The group demanded that Israel withdraw its troops.", ["demand finite past", "withdraw finite present"]),
    ("Mali could not have been invited.", ["invite finite present passive negated perfect modal=could"]),
    ("Mali will no longer attend.", ["attend finite future negated modal=will"]),
    ("The delegates gathered in Doha on Sunday.", ["gather finite past"]),
    ("The guns fell silent after envoys met in Doha.", ["fall finite past", "meet finite past"]),
    ("The text agreed on Friday in Lima remains secret.", ["agree participle passive", "remain finite present"]),
]


@pytest.mark.parametrize(("text", "expected"), BRACKETS)
def test_phrases_and_groups(text: str, expected: str) -> None:
    assert bracketed(text) == expected


@pytest.mark.parametrize(("text", "expected"), GROUPS)
def test_what_a_verb_group_tells(text: str, expected: list[str]) -> None:
    assert [features(group) for group in phrases_of(text)[1].verbs] == expected


@pytest.mark.parametrize("text", [text for text, _ in BRACKETS])
def test_tokens_know_their_phrase(text: str) -> None:
    tokens, phrases = phrases_of(text)
    owners = [0] * len(tokens.words)
    for number, phrase in enumerate(phrases.nouns):
        assert phrase.first <= phrase.head < phrase.last
        assert set(phrases.noun_at[phrase.first : phrase.last]) == {number}
        owners[phrase.first : phrase.last] = [owner + 1 for owner in owners[phrase.first : phrase.last]]
    for number, group in enumerate(phrases.verbs):
        assert group.first <= group.head < group.last
        assert set(phrases.verb_at[group.first : group.last]) == {number}
        owners[group.first : group.last] = [owner + 1 for owner in owners[group.first : group.last]]
    assert max(owners) == 1
    for token, owner in enumerate(owners):
        assert (owner == 0) == (phrases.noun_at[token] == phrases.verb_at[token] == -1)


@pytest.mark.parametrize("piece", ["Peru, ", "new, ", "Peru and new ", "had been ", "to ", "Peru’s ", "called it "])
def test_long_lists_take_linear_time(piece: str) -> None:
    document_tokens = tokenize(
        Document(
            text=piece * 20_000,
            key="k",
            fingerprint="f",
            paragraphs=(),
            quotations=(),
            sentences=((0, len(piece) * 20_000),),
            sentence_paragraphs=(0,),
        ),
        Lexicon.default(),
    )
    start = time.perf_counter()
    find_phrases(document_tokens, Lexicon.default())
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya held talks Friday with Uganda.", "[Kenya] {held} [talks] [Friday] with [Uganda] ."),
        ("Kenya held talks Friday night with Uganda.", "[Kenya] {held} [talks] [Friday night] with [Uganda] ."),
        ("They signed a treaty Tuesday.", "[They] {signed} [a treaty] [Tuesday] ."),
        ("The cabinet left its Friday session.", "[The cabinet] {left} [its Friday session] ."),
        ("The envoy left on Good Friday.", "[The envoy] {left} on [Good Friday] ."),
    ],
)
def test_a_weekday_behind_a_noun_is_a_phrase_of_its_own(text: str, expected: str) -> None:
    assert bracketed(text) == expected
