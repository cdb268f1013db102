"""Texts that lie beside the project, in ../shared: skipped where they are absent."""

from __future__ import annotations

import importlib.util
import json
import shutil
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import diplomod

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
EVERY = 10  # one text in so many, so that the tests stay fast; benchmarks/robustness.py reads all of them

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="there is no ../shared here")


def module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"from_{path.stem}", path)
    assert spec is not None and spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def scores_of_seed(folder: Path) -> dict[str, Any]:
    """The F1 of each row of the scorer on the seed article, and its count of spans that are no substring."""
    gold, predicted = folder / "gold", folder / "predicted"
    gold.mkdir()
    predicted.mkdir()
    for suffix in (".txt", ".json"):
        shutil.copy(SHARED / "gold/dev" / f"seed{suffix}", gold)
    text = (gold / "seed.txt").read_bytes().decode("utf-8")
    published = json.loads((gold / "seed.json").read_text(encoding="utf-8"))["published"]
    found = module(ROOT / "benchmarks/gold.py").annotation(diplomod.read(text, published=published), text)
    (predicted / "seed.json").write_text(json.dumps(found), encoding="utf-8")
    scorer = module(SHARED / "gold/score.py")
    table = scorer.score(gold, predicted)
    rows = {row: table[row].f for row in scorer.HEAD}
    return {**rows, "overall": sum(rows.values()) / len(rows), "ungrounded": table["_ungrounded"]}


def test_the_seed_article_is_read_nearly_whole(tmp_path: Path) -> None:
    scores = scores_of_seed(tmp_path)
    assert scores["ungrounded"] == 0
    assert scores["overall"] >= 0.90, scores


def test_of_the_annotated_articles_what_is_sure_is_right() -> None:
    right_events = module(ROOT / "benchmarks/rightness.py").right_events
    sure = []
    for path in sorted((SHARED / "gold/dev").glob("*.txt")):
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        record = diplomod.read(path.read_bytes().decode("utf-8"), published=gold["published"])
        right = right_events(record, gold)
        kinds: tuple[tuple[Any, ...], ...] = (record.meetings, record.demands, record.responses, record.statements)
        sure += [right[event.id] for kind in kinds for event in kind if event.confidence >= 0.9]
    assert sum(sure) >= 0.9 * len(sure) - 1, "fit the weights again: benchmarks/README.md"  # one, since they are few


@pytest.mark.parametrize("folder", ["readouts", "polnear", "timebank"])
def test_texts_of_a_corpus_are_read_soundly(folder: str) -> None:
    paths = sorted(path for path in (SHARED / "corpora" / folder).rglob("*") if path.suffix in (".txt", ".md", ".json"))
    texts = [text for path in paths if (text := text_of(path)) is not None][::EVERY]
    assert texts, f"corpora/{folder} holds no texts"
    for text in texts:
        record = diplomod.read(text)
        assert record.problems(text) == ()
        assert diplomod.loads(diplomod.dumps(record)) == record


def text_of(path: Path) -> str | None:
    content = path.read_bytes().decode("utf-8")
    if path.suffix != ".json":
        return content
    data = json.loads(content)
    text = data.get("text") if isinstance(data, dict) else None
    return text if isinstance(text, str) else None
