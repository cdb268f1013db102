"""Reading with a language model: a stand-in answers, every word is looked up, and what does not hold is told."""

from __future__ import annotations

import json
import threading
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import diplomod
from diplomod import AnalyserError, DiplomodError, Lexicon, Page, Party, Record, Span, TextError, read_with
from diplomod.reading import answer_schema
from diplomod.reading.asking.grounding import Finder, alike
from diplomod.reading.asking.prompts import default_prompt
from diplomod.reading.asking.schema import as_text, published
from diplomod.reading.asking.shapes import EVENTS, shape

jsonschema = pytest.importorskip("jsonschema")
MANY = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
TEXT = (
    "OSLO, May 5 (Reuters) - Norway’s foreign minister, Kari Vik, met rebel commander Juan Luna in Lima on Tuesday.\r\n"
    "\r\n"
    "“We have a list – a long one,” Vik said. Norway demanded that Chad withdraw its troops. Chad rejected the demand. "
    "Vik said Luna had told her he would wait."
)
NORWAY = {"name": "Norway", "kind": "state", "words": "Norway"}
CHAD = {"name": "Chad", "kind": "state", "words": "Chad"}
VIK = {"name": "Kari Vik", "words": None}
SPEAKER = {"kind": "person", "name": "Kari Vik", "party": None, "role": None, "words": "Vik"}
ANSWER: dict[str, Any] = {
    "meetings": [
        {
            "evidence": ["Norway's foreign minister, Kari Vik, met rebel commander Juan Luna in Lima on Tuesday."],
            "kind": "meeting",
            "status": "held",
            "when": {"edtf": "2025-05-06", "words": "on Tuesday"},
            "place": {"name": "Lima", "within": None, "words": None},
            "parties": [NORWAY],
            "people": [VIK, {"name": "Juan Luna", "words": None}],
            "delegations": [
                {
                    "evidence": [],
                    "party": NORWAY,
                    "head": VIK,
                    "members": [{"person": VIK, "attendance": "attended", "role": "foreign minister"}],
                }
            ],
            "format": "direct",
            "host": None,
            "mediators": [],
            "observers": [],
            "topics": [],
        }
    ],
    "demands": [
        {
            "evidence": ["Norway demanded that Chad withdraw its troops."],
            "content": "withdraw its troops",
            "id": "d1",
            "by": NORWAY,
            "speaker": None,
            "to": [CHAD],
            "first_made": None,
            "reiterated": None,
            "condition": None,
            "deadline": None,
        }
    ],
    "responses": [
        {
            "evidence": ["Chad rejected the demand."],
            "to": ["d1"],
            "by": CHAD,
            "speaker": None,
            "stance": "rejected",
        }
    ],
    "statements": [
        {
            "content": '"We have a list - a long one,"',
            "id": "s1",
            "speaker": SPEAKER,
            "mode": "direct",
            "cue": "said",
            "to": None,
            "when": None,
            "occasion": None,
            "within": None,
        }
    ],
}


def read(answer: object, text: str = TEXT, **given: Any) -> diplomod.Grounded:
    return read_with(lambda prompt, schema: json.dumps(answer), text, published="2025-05-07", **given)


def changed(path: str, value: object) -> dict[str, Any]:
    """The answer with another value at a path such as ``meetings.0.when``."""
    answer: dict[str, Any] = json.loads(json.dumps(ANSWER))
    at: Any = answer
    *steps, last = [int(step) if step.isdecimal() else step for step in path.split(".")]
    for step in steps:
        at = at[step]
    at[last] = value
    return answer


def test_an_answer_becomes_a_record() -> None:
    found = read(ANSWER)
    record = found.record
    assert found.dropped == ()
    assert record.problems(TEXT) == ()
    (meeting,) = record.meetings
    assert (str(meeting.kind), str(meeting.status), str(meeting.when), str(meeting.place)) == (
        "meeting",
        "held",
        "2025-05-06",
        "Lima",
    )
    assert [(party.code, party.name) for party in meeting.parties] == [("NOR", "Norway")]
    assert meeting.place is not None
    assert meeting.place.country == "PER"
    assert meeting.delegations[0].head == meeting.delegations[0].members[0].person
    (demand,) = record.demands
    assert (str(demand.by), [str(to) for to in demand.to], str(demand.content)) == (
        "NOR",
        ["TCD"],
        "withdraw its troops",
    )
    assert [str(answer.stance) for answer in record.responses_to(demand)] == ["rejected"]
    (statement,) = record.statements
    assert (statement.content.text, str(statement.speaker)) == ("We have a list – a long one,", "Kari Vik")
    assert meeting.confidence is demand.confidence is statement.confidence is record.responses[0].confidence is None
    assert (record.source.publisher, str(record.source.published)) == ("Reuters", "2025-05-07")


def test_ids_are_those_of_the_reader() -> None:
    record, own = read(ANSWER).record, diplomod.read(TEXT)
    assert record.meetings[0].id == own.meetings[0].id
    assert record == read(ANSWER).record
    assert diplomod.loads(diplomod.dumps(record)) == record


def test_events_are_counted_in_the_order_of_the_text() -> None:
    statements = [
        {**ANSWER["statements"][0], "id": "b", "content": "Luna had told her he would wait", "mode": "indirect"},
        {**ANSWER["statements"][0], "id": "c", "content": "he would wait", "mode": "indirect", "within": "b"},
        ANSWER["statements"][0],
    ]
    found = read({"statements": statements})
    assert found.dropped == ()
    first, second, third = found.record.statements
    assert first.content.text.startswith("We have")
    assert [one.id[-2:] for one in (first, second, third)] == ["s1", "s2", "s3"]
    assert third.within == second.id
    assert read({"statements": statements[::-1]}).record == found.record


@pytest.mark.parametrize(
    ("path", "value", "told", "why"),
    [
        ("meetings.0.kind", "tea", "$.meetings[0].kind", "is one of talks, "),
        ("meetings.0.status", 3, "$.meetings[0].status", "is one of "),
        ("meetings.0.evidence", ["They danced."], "$.meetings[0].evidence[0]", "don't stand in the text"),
        ("meetings.0.evidence", [], "$.meetings[0].evidence", "holds nothing"),
        ("meetings.0.evidence", "Kari Vik", "$.meetings[0].evidence", "is a list"),
        ("meetings.0", None, "$.meetings[0]", "is an object"),
        ("demands.0.content", "leave at once", "$.demands[0].content", "don't stand in the text"),
        ("demands.0.content", None, "$.demands[0].content", "is missing"),
        ("demands.0.content", " ", "$.demands[0].content", "visible character"),
        ("responses.0.to", ["d2"], "$.responses[0].to[0]", "no demand has this id"),
        ("responses.0.to", [4], "$.responses[0].to[0]", "is a string"),
        ("responses.0.stance", None, "$.responses[0].stance", "is missing"),
        ("statements.0.speaker", None, "$.statements[0].speaker", "is missing"),
        ("statements.0.speaker.name", "Bob Roe", "$.statements[0].speaker.name", "don't stand in the text"),
        ("statements.0.speaker.kind", "robot", "$.statements[0].speaker.kind", "is one of "),
        ("statements.0.content", "We have a", "", ""),
        ("statements.0.content", "e have a list", "$.statements[0].content", "don't stand in the text"),
    ],
)
def test_an_event_that_loses_what_makes_it_one_is_dropped(path: str, value: object, told: str, why: str) -> None:
    name = path.split(".")[0]
    found = read(changed(path, value))
    if not told:
        assert found.dropped == ()
        return
    assert getattr(found.record, name) == ()
    assert (found.dropped[0].path, why in found.dropped[0].why) == (told, True)
    event = f"$.{name}[0]"
    assert any(one.path == event for one in found.dropped)
    assert found.record.problems(TEXT) == ()


@pytest.mark.parametrize(
    ("path", "value", "told", "why"),
    [
        ("meetings.0.when.edtf", "2025-13", "$.meetings[0].when.edtf", "is no date of EDTF: no month"),
        ("meetings.0.when.edtf", 2025, "$.meetings[0].when.edtf", "is a string"),
        ("meetings.0.when.words", "on Friday", "$.meetings[0].when.words", "don't stand in the text"),
        ("meetings.0.when.words", None, "$.meetings[0].when.words", "is missing"),
        ("meetings.0.when", "2025-05-06", "$.meetings[0].when", "is an object"),
        ("meetings.0.place.name", "Quito", "$.meetings[0].place.name", "don't stand in the text"),
        ("meetings.0.place.within", "Bolivia", "$.meetings[0].place.within", "don't stand in the text"),
        ("meetings.0.format", "telepathy", "$.meetings[0].format", "is one of direct, "),
        ("meetings.0.topics", ["fish"], "$.meetings[0].topics[0]", "don't stand in the text"),
        ("meetings.0.topics", "list", "$.meetings[0].topics", "is a list"),
        ("meetings.0.host", CHAD | {"name": "France", "words": "Tuesday"}, "$.meetings[0].host.name", "no words"),
        ("meetings.0.host", CHAD | {"name": "France", "words": "Lima"}, "$.meetings[0].host.name", "words name Peru"),
        ("meetings.0.host", CHAD | {"name": "Blefuscu", "words": "Tuesday"}, "$.meetings[0].host.name", "don't stand"),
        ("meetings.0.parties", [NORWAY, NORWAY], "$.meetings[0].parties[1]", "twice"),
        ("meetings.0.people.1", {"name": "Bob"}, "$.meetings[0].people[1].name", "don't stand in the text"),
        ("meetings.0.people.1.words", "Bob", "$.meetings[0].people[1].words", "don't stand in the text"),
        ("meetings.0.delegations.0.head.name", "Juan Luna", "$.meetings[0].delegations[0].head", "none of the members"),
        ("meetings.0.delegations.0.members.0.attendance", "late", "$.meetings[0].delegations[0].members[0].att", ""),
        ("meetings.0.mood", "good", "$.meetings[0].mood", "no field that is asked for"),
        ("meetings.0.confidence", 0.9, "$.meetings[0].confidence", "no field that is asked for"),
        ("demands.0.by.name", None, "$.demands[0].by.name", "is missing"),
        ("demands.0.id", 7, "$.demands[0].id", "is a string"),
        ("responses.0.to", ["d1", "d1"], "$.responses[0].to[1]", "twice"),
        ("responses.0.to", ["d1", "d3"], "$.responses[0].to[1]", "no demand has this id"),
        ("statements.0.within", "s1", "$.statements[0].within", "within itself"),
        ("statements.0.within", "s7", "$.statements[0].within", "no statement has this id"),
        ("statements.0.within", [], "$.statements[0].within", "no statement has this id"),
        ("statements.0.cue", "shouted", "$.statements[0].cue", "don't stand in the text"),
        ("verdict", "peace", "$.verdict", "no field that is asked for"),
    ],
)
def test_a_value_that_does_not_hold_is_told(path: str, value: object, told: str, why: str) -> None:
    found = read(changed(path, value))
    assert [one for one in found.dropped if one.path.startswith(told) and why in one.why], found.dropped
    assert found.record.problems(TEXT) == ()
    if path != "demands.0.id":  # nothing leads to it then
        assert [len(getattr(found.record, name)) for name in EVENTS] == [1, 1, 1, 1]


def test_what_is_told_twice_is_one_event() -> None:
    answer = json.loads(json.dumps(ANSWER))
    for name in EVENTS:
        answer[name] *= 2
    found = read(answer)
    assert found.record == read(ANSWER).record
    assert {(one.path, one.why) for one in found.dropped} >= {
        (f"$.{name}[1]", f"says the same as $.{name}[0]") for name in EVENTS
    }


def test_an_id_given_twice_is_the_first_one_s() -> None:
    answer = json.loads(json.dumps(ANSWER))
    answer["demands"].append({**ANSWER["demands"][0], "content": "its troops"})
    found = read(answer)
    assert [(one.path, one.why) for one in found.dropped] == [("$.demands[1].id", "is the id of $.demands[0] too")]
    assert [demand.content.text for demand in found.record.demands if found.record.responses_to(demand)] == [
        "withdraw its troops"
    ]


def test_circles_of_statements_are_cut() -> None:
    said = ANSWER["statements"][0]
    found = read(
        {
            "statements": [
                {**said, "id": "a", "content": "Luna had told her", "within": "b"},
                {**said, "id": "b", "content": "he would wait", "within": "c"},
                {**said, "id": "c", "content": "We have a list", "within": "a"},
            ]
        }
    )
    assert found.record.problems(TEXT) == ()
    assert [one.why for one in found.dropped] == ["stands within itself"]
    assert sum(one.within is None for one in found.record.statements) == 1


@pytest.mark.parametrize(
    ("name", "words", "code"),
    [
        ("Norway", "Norway’s", "NOR"),
        ("NOR", "minister", "NOR"),
        ("Norway", "her", "NOR"),
        ("whatever", "Norway", "NOR"),
        ("the Green Bay Council", "Council", "THE GREEN BAY COUNCIL"),
    ],
)
def test_parties_get_the_codes_of_the_lexicon(name: str, words: str, code: str) -> None:
    text = "Norway’s minister met her aides and the Green Bay Council."
    party = {"name": name, "kind": "organisation", "words": words}
    meeting = {"kind": "talks", "status": "held", "evidence": [text], "parties": [party]}
    found = read({"meetings": [meeting]}, text)
    assert found.dropped == ()
    assert [one.code for one in found.record.meetings[0].parties] == [code]


def test_a_lexicon_of_one_s_own_is_asked() -> None:
    own = Lexicon.default().with_entries("movements", [("GBC", "Green Bay Council", "")])
    text = "Envoys met the Green Bay Council."
    party = {"name": "Green Bay Council", "kind": "movement", "words": "Green Bay Council"}
    meeting = {"kind": "talks", "status": "held", "evidence": [text], "parties": [party]}
    assert read({"meetings": [meeting]}, text, lexicon=own).record.meetings[0].parties[0].code == "GBC"


def test_of_several_places_the_nearest_to_the_evidence_is_meant() -> None:
    text = "Chad spoke. Kenya spoke. The envoy of Chad met Kenya. Chad left."
    parties = [CHAD, {**CHAD, "name": "Kenya", "words": "Kenya"}]
    meeting = {"kind": "talks", "status": "held", "evidence": ["The envoy of Chad met Kenya."], "parties": parties}
    found = read({"meetings": [meeting]}, text).record.meetings[0]
    assert [party.span.start for party in found.parties if party.span] == [text.index("Chad met"), text.index("Kenya.")]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("“We can’t – yet,” she said", '"We can\'t - yet,"', "“We can’t – yet,”"),
        ("a\r\n b", "a b", "a\r\n b"),
        ("the\u00a0end", "the end", "the\u00a0end"),
        ("wait… now", "wait... now", "wait… now"),
        ("co\u00adoperate", "cooperate", "co\u00adoperate"),
        ("talks -- again", "talks — again", "talks -- again"),
        ("he then", "the", None),
        ("he", "he ", "he"),
        ("he", "”", None),
        ("", "a", None),
        ("a", "", None),
        ("e\u0301a", "\u00e9a", None),
    ],
)
def test_words_are_found_as_they_stand_or_made_alike(text: str, words: str, found: str | None) -> None:
    place = Finder(text).find(words)
    assert (None if place is None else text[place[0] : place[1]]) == found


@MANY
@given(st.text(alphabet="ab “’-–—\r\n\u00a0\u200b….\u0301é", max_size=30), st.data())
def test_any_words_of_a_text_are_found(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    finder = Finder(text)
    place = finder.find(text[start:end], (start, max(end, start + 1)))
    if place is not None:
        assert alike(text[place[0] : place[1]])[0].strip() == alike(text[start:end])[0].strip()
    else:
        assert not alike(text[start:end])[0].strip() or any(
            at and at < len(text) and text[at - 1].isalnum() and text[at].isalnum() for at in range(len(text))
        )


@pytest.mark.parametrize(
    "reply",
    [
        json.dumps(ANSWER),
        ANSWER,
        f"```json\n{json.dumps(ANSWER)}\n```",
        f"Here it is:\n\n```\n{json.dumps(ANSWER, indent=1)}\n```\nAnything else?",
        f"Sure! {json.dumps(ANSWER)} I hope that helps.",
        "\ufeff" + json.dumps(ANSWER),
    ],
)
def test_the_object_of_a_reply_is_found(reply: Any) -> None:
    assert read_with(lambda prompt, schema: reply, TEXT, published="2025-05-07") == read(ANSWER)


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        ("", "holds no JSON object"),
        ("I can't do that.", "holds no JSON object"),
        (json.dumps(ANSWER)[:-40], "holds no JSON object"),
        ("[]", "a JSON list"),
        ("null", "a JSON NoneType"),
        ("9" * 6000, "holds no JSON object"),
        ('{"a":' * 100_000, "holds no JSON object"),
        (None, "got NoneType"),
        (b"{}", "got bytes"),
        ([], "got list"),
    ],
)
def test_a_reply_without_an_object_is_an_error(reply: Any, why: str) -> None:
    with pytest.raises(AnalyserError, match=why):
        read_with(lambda prompt, schema: reply, TEXT)


def test_what_ask_raises_is_the_cause() -> None:
    def ask(prompt: str, schema: dict[str, Any]) -> str:
        raise TimeoutError("after 30 s")

    with pytest.raises(AnalyserError, match="TimeoutError: after 30 s") as raised:
        read_with(ask, TEXT)
    assert isinstance(raised.value.__cause__, TimeoutError)


def test_bad_texts_are_refused_before_anybody_is_asked() -> None:
    with pytest.raises(TextError):
        read_with(lambda prompt, schema: pytest.fail("asked"), "a\ud800")
    assert read_with(lambda prompt, schema: pytest.fail("asked"), " \n").record.meetings == ()


def test_the_prompt_has_the_text_the_day_and_the_schema_and_can_be_replaced() -> None:
    asked: list[str] = []

    def ask(prompt: str, schema: dict[str, Any]) -> dict[str, Any]:
        asked.append(prompt)
        assert schema == answer_schema()
        return {}

    read_with(ask, Page(text=TEXT, title="Vik in Lima"), published="2025-05-07")
    assert TEXT in asked[0]
    assert "Day of publication: 2025-05-07" in asked[0]
    assert "Title: Vik in Lima" in asked[0]
    assert '"$defs"' in asked[0]
    read_with(ask, TEXT, prompt=lambda page, schema: f"Be brief. {default_prompt(page, schema)}")
    assert asked[1].startswith("Be brief.")


def test_the_schema_is_published_and_made_from_the_classes() -> None:
    assert published() == as_text()
    jsonschema.Draft202012Validator.check_schema(answer_schema())
    jsonschema.Draft202012Validator(answer_schema()).validate(ANSWER)
    assert "start" not in as_text()
    own = answer_schema()
    own.clear()
    assert answer_schema()


def answer_of(value: Any) -> Any:
    """What a model would answer that reads as the reader does; it tells no party that no words name."""
    if isinstance(value, Party) and value.span is None:
        return None
    if isinstance(value, Span):
        return value.text
    if isinstance(value, StrEnum) or not attrs.has(type(value)):
        told = [answer_of(item) for item in value] if isinstance(value, tuple) else value
        return [item for item in told if item is not None] if isinstance(told, list) else told
    return {part.asked: answer_of(getattr(value, part.name)) for part in shape(type(value))}


def test_what_the_reader_reads_can_be_told_and_grounded() -> None:
    own = diplomod.read(TEXT, published="2025-05-07")
    answer = {name: [answer_of(event) for event in getattr(own, name)] for name in EVENTS}
    jsonschema.Draft202012Validator(answer_schema()).validate(answer)
    found = read(answer)
    assert found.dropped == ()
    for name in EVENTS:
        mine = [attrs.evolve(event, confidence=None) for event in getattr(own, name)]
        assert [event.id for event in mine] == [event.id for event in getattr(found.record, name)]
    assert [one.content for one in own.statements] == [one.content for one in found.record.statements]


def _values() -> st.SearchStrategy[Any]:
    words = st.sampled_from(
        [*TEXT.split(), "Norway", "Kari Vik", "d1", "s1", "on Tuesday", "2025-05-06", "", "\ud800", "x"]
    )
    choices = st.sampled_from(
        [choice for name in ("state", "held", "talks", "direct", "rejected", "person") for choice in [name]]
    )
    plain = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | words | choices
    return st.recursive(plain, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner))


@st.composite
def _shaken(draw: Any) -> Any:
    """The answer with some values exchanged for any others."""
    answer = json.loads(json.dumps(ANSWER))
    for name in EVENTS:
        answer[name] = answer[name] * draw(st.integers(0, 2))
    answer = json.loads(json.dumps(answer))
    for _ in range(draw(st.integers(0, 6))):
        at: Any = answer
        while True:
            keys = list(at) if isinstance(at, dict) else list(range(len(at)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            if isinstance(at[key], (dict, list)) and at[key] and draw(st.integers(0, 4)):
                at = at[key]
                continue
            at[key] = draw(_values())
            break
    return answer


@MANY
@given(_values() | _shaken())
def test_any_answer_gives_a_sound_record_or_an_error_of_ours(answer: Any) -> None:
    for reply in (answer, json.dumps(answer)):
        try:
            found = read_with(lambda prompt, schema, reply=reply: reply, TEXT)  # type: ignore[misc]
        except DiplomodError:
            continue
        assert found.record.problems(TEXT) == ()
        assert diplomod.loads(diplomod.dumps(found.record)) == found.record
        assert all(one.path.startswith("$") and one.why for one in found.dropped)


@MANY
@given(st.text(max_size=60), st.sampled_from(TEXT.split()))
def test_any_reply_and_any_text(reply: str, words: str) -> None:
    for text in (reply, TEXT):
        try:
            found = read_with(lambda prompt, schema: reply, text)
            assert found.record.problems(text) == ()
        except DiplomodError:
            pass


# A stand-in on loopback that speaks the usual shape of chat completions.


@contextmanager
def served(answer: Callable[[dict[str, Any]], tuple[int, bytes]]) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            status, body = answer(asked)
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            with suppress(OSError):  # the client did not wait
                self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/v1/chat/completions"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def client(address: str, timeout: float = 5) -> Callable[[str, dict[str, Any]], str]:
    def ask(prompt: str, schema: dict[str, Any]) -> str:
        body = {
            "model": "stand-in",
            "messages": [{"role": "user", "content": prompt}],
            "response_format": {"type": "json_schema", "json_schema": {"name": "events", "schema": schema}},
        }
        request = urllib.request.Request(
            address, json.dumps(body).encode(), {"Content-Type": "application/json"}, method="POST"
        )
        with urllib.request.urlopen(request, timeout=timeout) as reply:
            return str(json.load(reply)["choices"][0]["message"]["content"])

    return ask


def completion(content: str) -> bytes:
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode()


def test_a_server_is_asked() -> None:
    asked: list[dict[str, Any]] = []

    def answer(body: dict[str, Any]) -> tuple[int, bytes]:
        asked.append(body)
        return 200, completion(f"```json\n{json.dumps(ANSWER)}\n```")

    with served(answer) as address:
        found = read_with(client(address), TEXT, published="2025-05-07")
    assert found == read(ANSWER)
    assert TEXT in asked[0]["messages"][0]["content"]
    assert asked[0]["response_format"]["json_schema"]["schema"] == answer_schema()


@pytest.mark.parametrize(
    ("status", "body", "why"),
    [
        (500, b"overloaded", "HTTPError"),
        (429, b"{}", "HTTPError"),
        (200, b"<html>", "JSONDecodeError"),
        (200, b'{"error": {"message": "no"}}', "KeyError"),
        (200, completion("")[:-9], "JSONDecodeError"),
        (200, completion(json.dumps(ANSWER)[:200]), "holds no JSON object"),
        (200, completion("I am sorry, but I can't."), "holds no JSON object"),
    ],
)
def test_a_server_that_fails_is_told(status: int, body: bytes, why: str) -> None:
    with served(lambda asked: (status, body)) as address, pytest.raises(AnalyserError, match=why):
        read_with(client(address), TEXT)


def test_a_server_that_does_not_answer_in_time_is_told() -> None:
    done = threading.Event()

    def answer(asked: dict[str, Any]) -> tuple[int, bytes]:
        done.wait(5)
        return 200, b"{}"

    with served(answer) as address:
        with pytest.raises(AnalyserError, match="time") as raised:
            read_with(client(address, timeout=0.1), TEXT)
        done.set()
    assert isinstance(raised.value.__cause__, OSError)


def test_a_record_of_an_answer_is_no_other_kind_of_record() -> None:
    assert type(read(ANSWER).record) is Record
