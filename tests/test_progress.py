"""The bar: on a terminal, when it takes long, gone at the end."""

from __future__ import annotations

import io
import sys

import pytest

from diplomod import progress
from diplomod.progress import Bar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def watched(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    found = Terminal()
    monkeypatch.setattr(sys, "stderr", found)
    monkeypatch.setattr(progress, "AFTER", -1.0)
    monkeypatch.setattr(progress, "BETWEEN", -1.0)
    return found


def test_it_is_drawn_and_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = watched(monkeypatch)
    with Bar("MB") as bar:
        bar(0.5, 2.0)
        assert terminal.getvalue() == f"\r[{'#' * 7}{'.' * 23}] 0.5 of 2.0 MB"
        bar(2.0, 2.0)
    assert terminal.getvalue().endswith(f"[{'#' * 30}] 2.0 of 2.0 MB\r{' ' * 46}\r")


def test_without_a_total(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = watched(monkeypatch)
    with Bar() as bar:
        bar(3, 0)
    assert terminal.getvalue().startswith(f"\r[{'.' * 30}] 3\r")


def test_nothing_shows_before_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = watched(monkeypatch)
    monkeypatch.setattr(progress, "AFTER", 100.0)
    with Bar() as bar:
        bar(1, 2)
    assert terminal.getvalue() == ""


def test_nothing_shows_where_nobody_watches(monkeypatch: pytest.MonkeyPatch) -> None:
    file = io.StringIO()
    monkeypatch.setattr(sys, "stderr", file)
    monkeypatch.setattr(progress, "AFTER", -1.0)
    with Bar() as bar:
        bar(1, 2)
    assert file.getvalue() == ""
