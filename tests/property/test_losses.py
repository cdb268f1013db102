"""What comes back from a format equals what went out, less exactly what its loss report tells."""

from __future__ import annotations

import io

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from diplomod import Record, dumps, loads, testing
from diplomod.formats import FORMATS

LOSSY = [found.name for found in FORMATS.values() if found.read and found.write and not found.lossless]
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # so large values take minutes to shrink
MANY = settings(deadline=None, max_examples=20, suppress_health_check=list(HealthCheck), phases=PHASES)


@MANY
@given(one=testing.records(), other=testing.records())
def test_losses_are_told_and_no_more(one: Record, other: Record) -> None:
    for name in LOSSY:  # in one test, as making the Records takes longer than carrying them
        found = FORMATS[name]
        sent = [one, other] if found.many else [one]
        file = io.BytesIO()
        losses = list(found.writer()(sent, file))
        back = iter(loads(file.getvalue(), name)) if found.many else iter([loads(file.getvalue(), name)])
        for number, record in enumerate(sent):
            told = [loss for loss in losses if loss.record == number]
            if any(loss.path == "source" for loss in told):  # nothing of it is there
                continue
            assert not [f"{name}: {path}" for path in testing.differences(record, next(back), told)]
        assert not list(back)


@pytest.mark.parametrize("name", [name for name in LOSSY if FORMATS[name].many])
def test_none_are_none(name: str) -> None:
    assert list(loads(dumps([], name), name)) == []
