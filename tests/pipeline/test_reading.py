"""Documents become Records, in one process or in several; what can't be read becomes a failure."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import attrs
import pytest

from diplomod import Page, Record, ValueFault, read
from diplomod.pipeline import Document, Failure
from diplomod.pipeline import read as read_all
from diplomod.pipeline.crew import AHEAD, BUNDLE

TEXTS = [f"Envoys of Peru and Chile met in Lima on {day} May 2024." for day in range(1, 31)]
POISON = "Chile met Peru.\ud800"


def documents(*texts: str) -> list[Document]:
    return [Document(key=str(number), page=Page(text=text)) for number, text in enumerate(texts)]


@pytest.mark.parametrize("workers", [1, 2])
def test_records_come_in_the_order_of_the_documents(workers: int) -> None:
    assert list(read_all(documents(*TEXTS), workers=workers)) == [read(text) for text in TEXTS]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_bad_document_is_a_failure_and_the_others_are_read(workers: int) -> None:
    found = list(read_all(documents(TEXTS[0], POISON, TEXTS[1]), workers=workers))
    assert [type(one) for one in found] == [Record, Failure, Record]
    failure = found[1]
    assert isinstance(failure, Failure)
    assert (failure.key, failure.error) == ("1", "TextError")
    assert "lone surrogate" in failure.message


def with_meetings(record: Record) -> Record | None:
    return record if record.meetings else None


def bare(record: Record) -> Record:
    return attrs.evolve(record, statements=())


def twice(record: Record) -> list[Record]:
    return [record, record]


def breaks(record: Record) -> Record:
    raise ZeroDivisionError("by a step")


def gives_a_number(record: Record) -> int:
    return 7


@pytest.mark.parametrize("workers", [1, 2])
def test_steps_filter_change_and_multiply(workers: int) -> None:
    texts = [TEXTS[0], "Nothing happened.", TEXTS[1]]
    found = list(read_all(documents(*texts), steps=[with_meetings, bare, twice], workers=workers))
    assert found == [bare(read(text)) for text in (TEXTS[0], TEXTS[0], TEXTS[1], TEXTS[1])]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_step_that_breaks_is_a_failure_of_that_document(workers: int) -> None:
    found = list(read_all(documents(TEXTS[0]), steps=[breaks], workers=workers))
    assert found == [Failure(key="0", error="ZeroDivisionError", message="by a step")]
    (failure,) = read_all(documents(TEXTS[0]), steps=[gives_a_number])  # type: ignore[list-item]
    assert isinstance(failure, Failure)
    assert "Records" in failure.message or "iterable" in failure.message


class Mute(Exception):
    def __str__(self) -> str:
        raise ValueError


def raises_a_mute_error(record: Record) -> Record:
    raise Mute


def raises_at_length(record: Record) -> Record:
    raise ValueError("no\n" * 1_000_000)


@pytest.mark.parametrize("workers", [1, 2])
def test_errors_of_any_kind_are_told_shortly(workers: int) -> None:
    (mute,) = read_all(documents(TEXTS[0]), steps=[raises_a_mute_error], workers=workers)
    assert mute == Failure(key="0", error="Mute", message="an error that can't tell what it is")
    (long,) = read_all(documents(TEXTS[0]), steps=[raises_at_length], workers=workers)
    assert isinstance(long, Failure)
    assert len(long.message) < 1100


def test_a_document_that_can_not_be_sent_fails_alone() -> None:
    given = [*documents(*TEXTS[:3]), Document(key="made", page=lambda: Page(text=TEXTS[3]))]
    *found, failure = read_all(given, workers=2)
    assert found == [read(text) for text in TEXTS[:3]]
    assert isinstance(failure, Failure)
    assert (failure.key, "pickle" in failure.message) == ("made", True)


def test_a_key_may_come_again() -> None:
    again = [Document(key="a", page=Page(text=text)) for text in TEXTS]
    assert list(read_all(again, workers=2)) == [read(text) for text in TEXTS]


def test_a_reader_of_ones_own() -> None:
    def with_publisher(page: Page) -> Record:
        return read(page, publisher="The Lima Wire")

    (record,) = read_all(documents(TEXTS[0]), reader=with_publisher)
    assert isinstance(record, Record)
    assert record.source.publisher == "The Lima Wire"


@pytest.mark.parametrize("workers", [0, -1, 1.5, None])
def test_workers_are_a_whole_number(workers: int) -> None:
    with pytest.raises(ValueFault, match="workers"):
        list(read_all(documents(TEXTS[0]), workers=workers))


def live_records() -> int:
    gc.collect()
    return sum(isinstance(one, Record) for one in gc.get_objects())


def given(count: int) -> Iterator[Document]:
    for number in range(count):
        yield Document(key=str(number), page=Page(text=TEXTS[number % len(TEXTS)]))


@pytest.mark.parametrize("workers", [1, 2])
def test_records_live_as_long_as_somebody_holds_them(workers: int) -> None:
    before = live_records()
    most = 0
    for number, _ in enumerate(read_all(given(1500), workers=workers)):
        if number % 300 == 0:
            most = max(most, live_records() - before)
    assert most <= 2 * workers * AHEAD * BUNDLE
    assert live_records() - before <= 1
