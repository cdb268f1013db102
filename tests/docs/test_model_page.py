"""docs/model.md tells of every class of the model, of every field and of every choice."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

import attrs
import pytest

from diplomod import model

PAGE = (Path(__file__).resolve().parents[2] / "docs/model.md").read_text(encoding="utf-8")
PARTS = {part.partition("\n")[0].strip(): part for part in re.split(r"^##+ ", PAGE, flags=re.MULTILINE)}
CLASSES = {name: value for name, value in vars(model).items() if isinstance(value, type)}


@pytest.mark.parametrize("name", [name for name, kind in CLASSES.items() if attrs.has(kind)])
def test_every_field_is_told_in_order(name: str) -> None:
    told = re.findall(r"^\| `(\w+)` \|[^|\n]*\|[^|\n]*\|[^|\n]*\|$", PARTS[name], re.MULTILINE)
    assert told == [field.name for field in attrs.fields(CLASSES[name])]


@pytest.mark.parametrize("name", [name for name, kind in CLASSES.items() if issubclass(kind, StrEnum)])
def test_every_choice_is_told(name: str) -> None:
    kind = CLASSES[name]
    assert issubclass(kind, StrEnum)
    line = next(line for line in PAGE.splitlines() if re.search(rf"\| {name}\b", line) or f"`{name}`" in line)
    assert [choice.value for choice in kind if choice.value not in line] == []
