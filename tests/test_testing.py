"""The strategies make valid values of every class."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diplomod import Record, model, testing

FEW = settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
STRATEGIES = {
    "Dateline": testing.datelines,
    "Delegate": testing.delegates,
    "Delegation": testing.delegations,
    "Demand": testing.demands,
    "Meeting": testing.meetings,
    "Page": testing.pages,
    "Party": testing.parties,
    "Person": testing.persons,
    "Place": testing.places,
    "Record": testing.records,
    "Response": testing.responses,
    "Source": testing.sources,
    "Span": testing.spans,
    "Speaker": testing.speakers,
    "Statement": testing.statements,
    "When": testing.whens,
}


def test_every_class_has_one() -> None:
    assert set(STRATEGIES) == {name for name in model.__all__ if attrs.has(getattr(model, name))}


@pytest.mark.parametrize("name", STRATEGIES)
def test_values_are_of_the_class_and_hashable(name: str) -> None:
    @FEW
    @given(st.data())
    def check(data: Any) -> None:
        value = data.draw(STRATEGIES[name]())
        assert type(value) is getattr(model, name)
        assert hash(value) == hash(attrs.evolve(value))

    check()


@FEW
@given(testing.records())
def test_records_are_sound(record: Record) -> None:
    assert record.problems() == ()


def test_without_hypothesis_the_error_names_the_extra() -> None:
    code = "import sys; sys.modules['hypothesis'] = None\nimport diplomod.testing"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "pip install 'diplomod[testing]'" in done.stderr
