"""Every Python snippet of the README and the docs runs, in order, a file at a time."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
SNIPPET = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)
SHOWN = re.compile(r"^\s*# (.+)$")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_snippets_of_a_page_run(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names: dict[str, object] = {}
    for snippet in SNIPPET.findall(page.read_text(encoding="utf-8")):
        exec(compile(snippet, str(page), "exec"), names)
        printed = capsys.readouterr().out.splitlines()
        shown = [match[1] for line in snippet.splitlines() if (match := SHOWN.match(line))]
        assert printed == shown, f"{page.name} shows what it prints"


def test_there_are_snippets_to_run() -> None:
    assert sum(len(SNIPPET.findall(page.read_text(encoding="utf-8"))) for page in PAGES) >= 8
