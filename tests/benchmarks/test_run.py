"""Ratios are kept, read again, and compared; no time is taken here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import run
from benchmarks.run import fallen, kept, lines, told

BEFORE = {"reading: spaCy": 20.0, "parsing: msgspec": 0.5}


@pytest.mark.parametrize(
    ("now", "names"),
    [
        (BEFORE, []),
        ({"reading: spaCy": 18.01, "parsing: msgspec": 0.46}, []),
        ({"reading: spaCy": 17.9, "parsing: msgspec": 0.46}, ["reading: spaCy"]),
        ({"reading: spaCy": 40.0, "parsing: msgspec": 0.44}, ["parsing: msgspec"]),
        ({"reading: spaCy": 1.0, "parsing: msgspec": 0.1}, ["reading: spaCy", "parsing: msgspec"]),
        ({"parsing: msgspec": 0.5, "parsing: pydantic": 0.1}, []),
        ({}, []),
    ],
)
def test_what_fell_by_more_than_a_tenth(now: dict[str, float], names: list[str]) -> None:
    assert fallen(BEFORE, now) == names


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "ratios.json"
    path.write_text(json.dumps(told(BEFORE, ["textacy"], 100)), encoding="utf-8")
    assert kept(path) == BEFORE


@pytest.mark.parametrize(
    "data", ["", "[]", "{}", '{"ratios": 7}', '{"ratios": {"a": "fast"}}', '{"ratios": {"a": null}}']
)
def test_a_file_without_ratios_is_told(data: str, tmp_path: Path) -> None:
    path = tmp_path / "ratios.json"
    path.write_text(data, encoding="utf-8")
    with pytest.raises(SystemExit, match="holds no ratios"):
        kept(path)
    with pytest.raises(SystemExit, match="holds no ratios"):
        kept(tmp_path / "none.json")


def test_the_table_has_what_was_and_what_is() -> None:
    now = {"reading: spaCy": 22.0, "parsing: pydantic": 2.0}
    assert [line.split() for line in lines(now, None)] == [
        ["reading:", "spaCy", "22.00"],
        ["parsing:", "pydantic", "2.00"],
    ]
    assert [line.split() for line in lines(now, BEFORE)] == [
        ["now", "before"],
        ["reading:", "spaCy", "22.00", "20.00", "+10%"],
        ["parsing:", "pydantic", "2.00", "–"],
        ["parsing:", "msgspec", "–", "0.50"],
    ]


@pytest.mark.parametrize(("ratio", "code"), [(20.0, 0), (17.0, 1)])
def test_the_exit_code_tells_of_a_fall(
    ratio: float, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = tmp_path / "old.json", tmp_path / "results" / "new.json"
    old.write_text(json.dumps(told(BEFORE, [], 1)), encoding="utf-8")
    (tmp_path / "a.txt").write_text("They met.", encoding="utf-8")
    monkeypatch.setattr("benchmarks.speed.keep_to_one_core", lambda: None)
    monkeypatch.setattr(run, "reading", lambda texts, arguments: ({"reading: spaCy": ratio}, ["dateparser"]))
    monkeypatch.setattr(run, "records", lambda texts, arguments: ({}, []))
    monkeypatch.setattr("sys.argv", ["run.py", str(tmp_path), "--json", str(new), "--against", str(old)])
    assert run.main() == code
    printed = capsys.readouterr().out
    assert "dateparser is not installed" in printed
    assert ("fell by more than 10%: reading: spaCy" in printed) == (code == 1)
    assert kept(new) == {"reading: spaCy": ratio}
