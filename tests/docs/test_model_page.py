"""docs/model.md tells of every class of the model, of every field and of every choice."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path
from typing import Any

import attrs
import pytest

from diplomod import model

PAGE = (Path(__file__).resolve().parents[2] / "docs/model.md").read_text(encoding="utf-8")
CLASSES: dict[str, type[Any]] = {name: value for name, value in vars(model).items() if isinstance(value, type)}


@pytest.mark.parametrize("name", CLASSES)
def test_every_field_and_choice_is_told(name: str) -> None:
    kind = CLASSES[name]
    line = next((line for line in PAGE.splitlines() if re.match(rf"(\| )?`{name}` (\||holds)", line)), "")
    told = re.findall(r"`(\w+)`", line)[1:]
    wanted = [choice.value for choice in kind] if issubclass(kind, StrEnum) else [f.name for f in attrs.fields(kind)]
    assert [word for word in wanted if word not in told] == []
