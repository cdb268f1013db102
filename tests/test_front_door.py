"""The front door: every name is there, and what reads and writes is loaded when it is first asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

import diplomod

LATE = "import diplomod, sys; {use}; print(*(name for name in {rooms} if f'diplomod.{{name}}' in sys.modules))"


@pytest.mark.parametrize("name", diplomod.__all__)
def test_every_name_is_there(name: str) -> None:
    assert getattr(diplomod, name) is not None
    assert name in dir(diplomod)


@pytest.mark.parametrize("name", sorted(diplomod.ROOMS))
def test_rooms_are_there(name: str) -> None:
    assert getattr(diplomod, name).__name__ == f"diplomod.{name}"


@pytest.mark.parametrize(
    ("use", "loaded"),
    [
        ("pass", ""),
        ("diplomod.When(edtf='2024')", ""),
        ("diplomod.Lexicon", "lexicon"),
        ("diplomod.dumps", "formats"),
        ("diplomod.read", "lexicon reading"),
    ],
)
def test_rooms_are_loaded_when_they_are_asked_for(use: str, loaded: str) -> None:
    code = LATE.format(use=use, rooms=sorted(diplomod.ROOMS))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == loaded


def test_other_names_are_refused() -> None:
    with pytest.raises(AttributeError, match="no attribute 'reed'"):
        diplomod.reed  # type: ignore[attr-defined] # noqa: B018


BEYOND = """
import sys
import attrs, cattrs, datetime, hashlib
before = set(sys.modules)
import diplomod
print(*sorted(set(sys.modules) - before))
"""


def test_the_front_door_imports_the_model_and_nothing_else() -> None:
    done = subprocess.run([sys.executable, "-c", BEYOND], capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    allowed = {"diplomod", "diplomod._version", "diplomod.errors", "diplomod.model", "math"}
    assert [name for name in loaded if name not in allowed and not name.startswith("diplomod.model.")] == []
    assert len(loaded) < 25
