"""Work in several processes: all of it, once, in order if asked, whoever dies."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from diplomod.pipeline.crew import AHEAD, BUNDLE, work_on


def double(job: int) -> int:
    return 2 * job


def lost(job: int) -> int:
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
    assert all(len(result) == 3_000_000 for result in work_on(jobs, large, large, workers=2))  # type: ignore[arg-type]


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
    assert list(work_on(jobs, dies_once, lambda job: -1, workers=2)) == list(range(100))


def raises(job: int) -> int:
    raise KeyError(job)


def test_what_work_raises_ends_the_run() -> None:
    with pytest.raises(KeyError):
        list(work_on(range(10), raises, lost, workers=2))


def gives_a_function(job: int) -> object:
    return lambda: job


def test_results_that_can_not_be_sent_say_so() -> None:
    with pytest.raises(TypeError, match="can't be pickled"):
        list(work_on(range(10), gives_a_function, gives_a_function, workers=2))
