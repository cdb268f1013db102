"""Why a Record says what it says: every value has a reason, every reason a rule that there is and words of the text."""

from __future__ import annotations

import importlib
import json
import math
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

from diplomod import Demand, Explanation, Meeting, Reason, Response, Statement, explain, read
from diplomod.reading.dates.anchor import READERS
from diplomod.reading.demands.verbs import RULES as DEMANDS
from diplomod.reading.explanation import meaning_of
from diplomod.reading.meetings.verbs import RULES as MEETINGS

CORPUS = sorted((Path(__file__).resolve().parents[1] / "corpus").glob("*.txt"))
EVENTS = ("meetings", "demands", "responses", "statements")
Event = Meeting | Demand | Response | Statement

ARTICLE = (
    "OSLO, May 5 (Reuters) - Norway’s foreign minister, Kari Vik, met rebel commander Juan Luna in Lima on Tuesday. "
    "“We have a list,” Vik said. She urged Peru to free the crew of the ship. Peru refused.\n\n"
    "The two sides will hold indirect talks in Quito next week, led by Vik, according to two diplomats."
)
# What is printed of the article: event, field, value, rule, words.
TOLD = [
    ("m1", "kind", "meeting", "meetings.verbs.met", ["met"]),
    ("m1", "status", "held", "meetings.status.status_of", ["met"]),
    ("m1", "when", "2025-05-06", "meetings.circumstances.when", ["Tuesday"]),
    ("m1", "when", "2025-05-06", "dates.anchor.weekday", ["Tuesday"]),
    ("m1", "place", "Lima", "meetings.circumstances.place", ["Lima"]),
    ("m1", "parties", "NOR", "meetings.verbs.met", ["Kari Vik", "Norway"]),
    ("m1", "people", "Juan Luna", "meetings.verbs.met", ["Juan Luna"]),
    ("m1", "delegations.members.role", "Kari Vik", "delegations.assembly.role_elsewhere", ["foreign minister"]),
    ("m2", "status", "planned", "meetings.status.status_of_object", ["will hold"]),
    ("m2", "format", "indirect", "meetings.circumstances.format_of", ["indirect"]),
    ("m2", "people", "Kari Vik", "delegations.notes.led", ["Vik"]),
    ("m2", "delegations.head", "Kari Vik", "delegations.notes.led", ["Vik"]),
    ("d1", "by", "NOR", "demands.appeals.asked", ["She"]),
    ("d1", "by", "NOR", "names.pronouns.resolve", ["She", "Norway"]),
    ("d1", "to", "PER", "demands.appeals.asked", ["Peru"]),
    ("d1", "content", "free the crew of the ship", "demands.appeals.asked", ["urged", "free the crew of the ship"]),
    ("r1", "stance", "rejected", "demands.stances.rejected", ["refused"]),
    ("s1", "content", "We have a list,", "statements.quotations.after", ["We have a list,"]),
    ("s1", "cue", "said", "statements.cues.of_clause", ["said"]),
    ("s2", "speaker", "two diplomats", "statements.cues.according_to", ["two diplomats"]),
]


@pytest.fixture(scope="module")
def told() -> Explanation:
    return explain(ARTICLE, published="2025-05-07")


@pytest.mark.parametrize(("event", "field", "value", "rule", "words"), TOLD)
def test_rules_and_words(event: str, field: str, value: str, rule: str, words: list[str], told: Explanation) -> None:
    key = told.record.source.fingerprint[:16]
    found = [reason for reason in told.of(f"{key}-{event}", field) if (reason.value, reason.rule) == (value, rule)]
    assert [[span.text for span in reason.words] for reason in found] == [words]


def test_it_reads_as_read_does(told: Explanation) -> None:
    assert told.record == read(ARTICLE, published="2025-05-07")


def test_lines_and_columns_count_from_one(told: Explanation) -> None:
    (reason,) = told.of(told.record.meetings[1], "format")
    assert told.place(reason.words[0]) == (3, 25)


def test_the_signs_add_up_to_the_confidence(told: Explanation) -> None:
    statement = told.record.statements[0]
    odds = sum(told.signs[statement.id].values())
    assert statement.confidence == pytest.approx(1 / (1 + math.exp(-odds)), abs=0.011)


def test_a_text_that_tells_of_nothing() -> None:
    assert explain("Nothing happened.").reasons == {}


def _events(explanation: Explanation) -> Iterator[Event]:
    for kind in EVENTS:
        yield from getattr(explanation.record, kind)


def _corpus(path: Path) -> Explanation:
    published = json.loads(path.with_suffix(".json").read_text("utf-8"))["published"]
    return explain(path.read_bytes().decode("utf-8"), published=published)


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_every_value_has_a_reason(path: Path) -> None:
    explanation = _corpus(path)
    for event in _events(explanation):
        fields = {reason.field.partition(".")[0] for reason in explanation.of(event)}
        values = {field.name for field in attrs.fields(type(event)) if getattr(event, field.name) not in (None, ())}
        assert values - {"id", "confidence"} == fields
        for reason in explanation.of(event):
            _is_sound(reason, explanation.text)


def _is_sound(reason: Reason, text: str) -> None:
    assert reason.value
    assert reason.meaning
    assert reason.words
    assert all(span.stands_in(text) for span in reason.words)
    file, _, name = reason.rule.rpartition(".")
    module = importlib.import_module(f"diplomod.reading.{file}")
    assert hasattr(module, name) or hasattr(module, f"_{name}")


@pytest.mark.parametrize("rule", {*READERS.values(), *(rule for _, rule in (*DEMANDS, *MEETINGS))})
def test_every_rule_of_the_tables_tells_what_it_does(rule: object) -> None:
    assert callable(rule)
    assert meaning_of(rule)
