"""The same reading on a cluster of Spark with two workers, processes of their own; a reader is killed on the way."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from diplomod import Page, Record
from diplomod.pipeline import Document, run

pytest.importorskip("pyspark")
pytest.importorskip("pyarrow")

from diplomod.engines import spark

sql: Any = pytest.importorskip("pyspark.sql")

pytestmark = pytest.mark.filterwarnings("ignore")

TEXTS = [f"Envoys of Peru and Chile met in Lima on {number % 28 + 1} May 2024." for number in range(60)]


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A session on a cluster of two workers, which talk over the loopback interface alone."""
    folder = tmp_path_factory.mktemp("spark")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {"SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable}.items():
            patch.setenv(name, value)
        builder = sql.SparkSession.builder.master("local-cluster[2,1,1024]").appName("diplomod")
        settings = {
            "spark.ui.enabled": "false",
            "spark.local.dir": str(folder),
            "spark.executorEnv.PYTHONPATH": os.pathsep.join(sys.path),
            "spark.sql.execution.arrow.maxRecordsPerBatch": "7",
        }
        for name, value in settings.items():
            builder = builder.config(name, value)
        session = builder.getOrCreate()
        yield session
        session.stop()


def frame(session: Any) -> Any:
    rows = [(f"{number:03}", text, 1.5) for number, text in enumerate(TEXTS)]
    return session.createDataFrame(rows, "id string, text string, more double").repartition(6)


def wanted(folder: Path) -> list[str]:
    run([Document(key=str(n), page=Page(text=text)) for n, text in enumerate(TEXTS)], folder / "plain.jsonl")
    return (folder / "plain.jsonl").read_text(encoding="utf-8").splitlines()


def in_order(rows: list[Any]) -> list[str]:
    assert [row.error for row in rows] == [None] * len(rows)
    return [row.record for row in sorted(rows, key=lambda row: row.key)]


def test_records_are_those_of_a_plain_run(session: Any, tmp_path: Path) -> None:
    assert in_order(spark.read_frame(frame(session), key="id").collect()) == wanted(tmp_path)


def dies_once(mark: Path) -> Any:
    """A step that kills the process that it runs in, the first time that it meets one of the texts."""

    def step(record: Record) -> Record:
        time.sleep(0.01)
        if str(record.meetings[0].when) == "2024-05-17" and not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return record

    return step


def test_a_worker_that_is_killed_loses_and_doubles_nothing(session: Any, tmp_path: Path) -> None:
    mark = tmp_path / "died"
    rows = spark.read_frame(frame(session), key="id", steps=[dies_once(mark)]).collect()
    assert mark.exists()
    assert in_order(rows) == wanted(tmp_path)
