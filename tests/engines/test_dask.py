"""The same reading on a cluster of Dask with two worker processes, one of which is killed on the way."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from diplomod import FormatError, Page, Record
from diplomod.pipeline import Document, run

frames = pytest.importorskip("dask.dataframe")
distributed = pytest.importorskip("distributed")
pandas = pytest.importorskip("pandas")

from diplomod.engines.dask import read_frame  # noqa: E402  (after the question)

pytestmark = pytest.mark.filterwarnings("ignore")  # a worker that is killed is warned of

TEXTS = [f"Envoys of Peru and Chile met in Lima on {number % 28 + 1} May 2024." for number in range(60)]


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client


def frame(partitions: int) -> Any:
    rows = pandas.DataFrame({"text": TEXTS, "id": [f"{number:03}" for number in range(len(TEXTS))], "more": 1.5})
    return frames.from_pandas(rows, npartitions=partitions)


def wanted(folder: Path) -> list[str]:
    run([Document(key=str(n), page=Page(text=text)) for n, text in enumerate(TEXTS)], folder / "plain.jsonl")
    return (folder / "plain.jsonl").read_text(encoding="utf-8").splitlines()


def slowly(record: Record) -> Record:
    time.sleep(0.05)
    return record


def test_records_are_those_of_a_plain_run(client: Any, tmp_path: Path) -> None:
    found = read_frame(frame(6), key="id").compute()
    assert found["record"].tolist() == wanted(tmp_path)
    assert found["key"].tolist() == [f"{number:03}" for number in range(len(TEXTS))]


def test_a_worker_that_is_killed_loses_and_doubles_nothing(client: Any, tmp_path: Path) -> None:
    pids = list(client.run(os.getpid).values())
    assert len(set(pids)) == 2
    future = client.compute(read_frame(frame(12), key="id", steps=[slowly]))
    time.sleep(0.6)
    os.kill(pids[0], signal.SIGKILL)
    assert future.result(timeout=120)["record"].tolist() == wanted(tmp_path)


def test_columns_that_are_not_there_are_told() -> None:
    with pytest.raises((FormatError, KeyError)):
        read_frame(frame(2), text="body")
