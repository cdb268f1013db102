"""Work in several processes: all of it, once, in order if asked, whoever dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from diplomod.pipeline.crew import AHEAD, BUNDLE, work_on


def double(job: int) -> int:
    return 2 * job


def lost(job: int, why: Exception) -> int:
    return -job


@pytest.mark.parametrize("count", [0, 1, BUNDLE - 1, BUNDLE, BUNDLE + 1, 500])
@pytest.mark.parametrize("workers", [1, 2, 3])
def test_every_job_has_one_result_in_order(count: int, workers: int) -> None:
    assert list(work_on(range(count), double, lost, workers=workers)) == [2 * job for job in range(count)]


def test_out_of_order_all_results_are_there_too() -> None:
    assert sorted(work_on(range(300), double, lost, workers=3, ordered=False)) == [2 * job for job in range(300)]


def slow_at_first(job: int) -> int:
    time.sleep(0.3 if job == 0 else 0)
    return job


def test_out_of_order_a_slow_job_holds_up_no_other() -> None:
    results = list(work_on(range(4 * BUNDLE), slow_at_first, lost, workers=2, ordered=False))
    assert results.index(0) > 0
    assert sorted(results) == list(range(4 * BUNDLE))


def test_jobs_are_taken_as_they_are_wanted() -> None:
    taken = []

    def jobs() -> Iterator[int]:
        for job in range(100_000):
            taken.append(job)
            yield job

    results = work_on(jobs(), double, lost, workers=2)
    assert next(results) == 0
    assert len(taken) <= 2 * AHEAD * BUNDLE


def large(job: int) -> bytes:
    return b"x" * 3_000_000


def test_large_jobs_and_large_results_do_not_wait_for_each_other() -> None:
    jobs = [b"y" * 2_000_000] * 20
    assert all(len(result) == 3_000_000 for result in work_on(jobs, large, lost, workers=2))  # type: ignore[arg-type]


def dies_at_seven(job: int) -> int:
    if job % 100 == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return job


def test_a_job_that_ends_its_process_is_given_up_and_no_other() -> None:
    results = list(work_on(range(300), dies_at_seven, lost, workers=2))
    assert results == [-job if job % 100 == 7 else job for job in range(300)]


def dies_once(job: tuple[int, str]) -> int:
    number, folder = job
    mark = Path(folder) / "died"
    if number == 20 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_a_process_that_is_killed_loses_nothing(tmp_path: Path) -> None:
    jobs = [(number, str(tmp_path)) for number in range(100)]
    assert list(work_on(jobs, dies_once, lambda job, why: -1, workers=2)) == list(range(100))


def raises(job: int) -> int:
    raise KeyError(job)


def test_what_work_raises_ends_the_run() -> None:
    with pytest.raises(KeyError):
        list(work_on(range(10), raises, lost, workers=2))


def gives_a_function(job: int) -> object:
    return lambda: job


def test_results_that_can_not_be_sent_say_so() -> None:
    with pytest.raises(TypeError, match="can't be pickled"):
        list(work_on(range(10), gives_a_function, lost, workers=2))


def breaks_off(count: int) -> Iterator[int]:
    yield from range(count)
    raise KeyError("broken off")


@pytest.mark.parametrize("count", [0, 1, BUNDLE, 2 * BUNDLE + 1, 200])
def test_where_jobs_break_off_those_before_are_done_first(count: int) -> None:
    results = []
    with pytest.raises(KeyError, match="broken off"):
        for result in work_on(breaks_off(count), double, lost, workers=2):
            results.append(result)
    assert results == [2 * job for job in range(count)]


def is_callable(job: object) -> bool:
    return callable(job)


def test_a_job_that_can_not_be_sent_is_given_up_alone() -> None:
    def told(job: object, why: Exception) -> bool | str:
        return str(why)

    jobs: list[object] = [double, *range(20), lambda: 0, *range(20)]
    results = list(work_on(jobs, is_callable, told, workers=2))
    assert [number for number, result in enumerate(results) if result] == [0, 21]
    assert "pickle" in str(results[21])


def ends_with_its_memory(job: int) -> int:
    if job == 30:
        raise MemoryError
    return job


def test_a_lack_of_memory_is_tried_again_in_a_new_process() -> None:
    results = list(work_on(range(40), ends_with_its_memory, lost, workers=2))
    assert results == [-job if job == 30 else job for job in range(40)]


def test_more_processes_than_jobs_are_not_started() -> None:
    assert len({*work_on(range(3), own_id, lost, workers=50)}) == 1


def own_id(job: int) -> int:
    return os.getpid()


SPAWNED = """
import multiprocessing, sys
from diplomod import DiplomodError, Page, pipeline
from diplomod.pipeline import Document

multiprocessing.set_start_method("spawn", force=True)
documents = [Document(key=str(n), page=Page(text=f"Envoys of Peru and Chile met in Lima on {n} May.")) for n in range(1, 20)]

def first(record):
    return record if record.source.fingerprint else None
"""
GUARDED = """
if __name__ == "__main__":
    steps = [first] if sys.argv[1] == "named" else [lambda record: record]
    try:
        print(list(pipeline.read(documents, steps=steps, workers=2)) == list(pipeline.read(documents)))
    except DiplomodError as fault:
        print(fault)
"""
BARE = """
try:
    print(len(list(pipeline.read(documents, workers=2))))
except DiplomodError as fault:
    print(fault)
"""


@pytest.mark.parametrize(
    ("ending", "steps", "told"),
    [
        (GUARDED, "named", "True"),
        (GUARDED, "nameless", "has to be a function that can be pickled"),
        (BARE, "named", "a script has to start its run under: if __name__ == '__main__'"),
    ],
)
def test_processes_may_be_spawned(tmp_path: Path, ending: str, steps: str, told: str) -> None:
    script = tmp_path / "script.py"
    script.write_text(SPAWNED + ending, encoding="utf-8")
    done = subprocess.run([sys.executable, script, steps], capture_output=True, text=True, check=False, timeout=120)
    assert told in done.stdout.strip().rpartition("\n")[2], done.stderr
