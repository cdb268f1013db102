"""Every Record goes out and comes back as it was."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from diplomod import Record, dumps, loads, testing

MANY = settings(deadline=None, max_examples=30, suppress_health_check=list(HealthCheck))


@MANY
@given(testing.records())
def test_json_keeps_everything_and_has_one_form(record: Record) -> None:
    text = dumps(record)
    assert loads(text) == record
    assert dumps(loads(text)) == text
    assert text.encode("utf-8").decode("utf-8") == text


@MANY
@given(testing.records(), testing.records())
def test_json_lines_keep_everything(one: Record, two: Record) -> None:
    text = dumps([one, two], "jsonl")
    assert text.count("\n") == 2
    assert list(loads(text, "jsonl")) == [one, two]
