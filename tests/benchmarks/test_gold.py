"""What is read, in the shape of an annotated article."""

from __future__ import annotations

import pytest

import diplomod
from benchmarks.gold import annotation


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Envoys of Chad met the Rapid Support Forces in Lima on Monday.", ["RAPID SUPPORT FORCES", "TCD"]),
        ("Envoys of Chad met the Rapid Support Forces (RSF) in Lima on Monday.", ["RSF", "TCD"]),
        ("Envoys of Chad met Peru in Lima on Monday.", ["PER", "TCD"]),
    ],
)
def test_a_movement_is_called_as_the_text_does(text: str, parties: list[str]) -> None:
    found = annotation(diplomod.read(text, published="2024-03-14"), text)
    assert [meeting["parties"] for meeting in found["meetings"]] == [parties]
