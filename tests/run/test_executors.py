"""What every executor must do alike: the same results in the same order, whatever fails."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from run import stages
from run.stages import BAD, each
from tawatur.errors import SetupError
from tawatur.model import Document, Marked, Marks, Trouble
from tawatur.run import executor
from tawatur.run.pool import AHEAD, Pool, WorkerDiedError
from tawatur.run.serial import Serial
from tawatur.run.worker import batches, groups, name_of
from tawatur.stage import Each, Executor, Flow

WORKERS = 2
NUMBERS = range(20)


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    """Two worker processes, started once for this file."""
    with executor("pool", WORKERS) as opened:
        assert isinstance(opened, Pool)
        yield opened


@pytest.fixture(params=["serial", "pool"])
def on(request: pytest.FixtureRequest, pool: Pool) -> Executor:
    """Each executor in turn."""
    return pool if request.param == "pool" else Serial()


def _troubles(found: list[Any]) -> list[Trouble]:
    return [each for each in found if isinstance(each, Trouble)]


def _sound(found: list[Any]) -> list[Any]:
    return [each for each in found if not isinstance(each, Trouble)]


def test_results_come_in_the_order_of_the_items(on: Executor) -> None:
    assert list(on.each((stages.DOUBLE,), NUMBERS)) == [2 * number for number in NUMBERS]


def test_a_row_of_stages_is_applied_in_order(on: Executor) -> None:
    row = (stages.DOUBLE, stages.INCREASE)
    assert list(on.each(row, NUMBERS)) == [2 * number + 1 for number in NUMBERS]


@pytest.mark.parametrize("size", [0, 1, 2, 3, 4, 7])
def test_a_last_batch_may_be_short_or_missing(on: Executor, size: int) -> None:
    assert list(on.each((stages.DOUBLE,), range(size))) == [2 * number for number in range(size)]


def test_groups_come_in_the_order_of_their_keys_and_members_in_theirs(on: Executor) -> None:
    found = list(on.group(stages.BY_LAST_DIGIT, [21, 5, 11, 3, 1]))
    assert found == [("1", [21, 11, 1]), ("3", [3]), ("5", [5])]


def test_a_refused_item_becomes_a_trouble_in_its_own_words(on: Executor) -> None:
    found = list(on.each((stages.REFUSE, stages.DOUBLE), NUMBERS))
    assert _sound(found) == [2 * number for number in NUMBERS if number != BAD]
    assert _troubles(found) == [
        Trouble(
            file="13", stage="refuse", error="UnreadableError", message="thirteen cannot be read"
        )
    ]


def test_a_defect_of_ours_becomes_a_trouble_that_says_so(on: Executor) -> None:
    found = list(on.each((stages.DOUBLE, stages.INCREASE, stages.STUMBLE), NUMBERS))
    assert _sound(found) == [2 * number + 1 for number in NUMBERS if 2 * number + 1 != BAD]
    (trouble,) = _troubles(found)
    assert (trouble.file, trouble.stage, trouble.error) == ("13", "stumble", "ZeroDivisionError")
    assert trouble.message.startswith("ZeroDivisionError: ")
    assert trouble.message.endswith(
        "This is a defect in Tawatur, not in the report: please report it."
    )


def test_a_failing_item_takes_nobody_of_its_batch_with_it(on: Executor) -> None:
    row = (each("refuse", stages.make_refuse, batch=len(NUMBERS)),)
    assert _sound(list(on.each(row, NUMBERS))) == [item for item in NUMBERS if item != BAD]


def test_a_stage_that_cannot_start_troubles_every_item(on: Executor) -> None:
    found = list(on.each((stages.CANNOT_START,), range(4)))
    assert [each.file for each in _troubles(found)] == ["0", "1", "2", "3"]
    assert {each.error for each in found} == {"FileNotFoundError"}


def test_a_flow_gives_the_same_on_every_executor(on: Executor) -> None:
    flow = Flow((stages.REFUSE, stages.DOUBLE, stages.BY_LAST_DIGIT))
    troubles: list[Trouble] = []
    found = list(flow.run(NUMBERS, on, troubles.append))
    assert found == [
        ("0", [0, 10, 20, 30]),
        ("2", [2, 12, 22, 32]),
        ("4", [4, 14, 24, 34]),
        ("6", [6, 16, 36]),
        ("8", [8, 18, 28, 38]),
    ]
    assert [each.file for each in troubles] == ["13"]


def test_a_stage_is_made_once_in_each_worker(on: Executor, tmp_path: Path) -> None:
    row = (each("counted", stages.MakeCounted(str(tmp_path)), batch=1),)
    assert list(on.each(row, NUMBERS)) == [2 * number for number in NUMBERS]
    made = [path.name for path in tmp_path.iterdir()]
    assert len(made) == len({name.split("-")[0] for name in made}) <= WORKERS


def test_two_stages_of_one_name_are_not_mistaken_for_each_other(on: Executor) -> None:
    for make, factor in ((stages.make_double, 2), (stages.make_increase, 1)) * 2:
        (found,) = on.each((each("the same", make),), [1])
        assert found == 2 if factor == 2 else 1 + 1
        (found,) = on.each((each("the same", make),), [5])
        assert found == (10 if factor == 2 else 6)


def test_serial_never_mistakes_a_stage_for_one_that_is_gone() -> None:
    def constant(number: int) -> Each:
        return each("constant", lambda: lambda items: [number for _ in items])

    found = [list(Serial().each((constant(number),), [0])) for number in range(50)]
    assert found == [[number] for number in range(50)]


# -- the pool alone --------------------------------------------------------------------------------


def test_the_pool_works_in_other_processes(pool: Pool) -> None:
    found = set(pool.each((stages.WORKER,), range(40)))
    assert os.getpid() not in found
    assert len(found) <= WORKERS


def test_an_item_that_kills_its_worker_is_the_only_one_lost(pool: Pool) -> None:
    found = list(pool.each((stages.DIE, stages.DOUBLE), NUMBERS))
    assert _sound(found) == [2 * number for number in NUMBERS if number != BAD]
    (trouble,) = _troubles(found)
    assert (trouble.file, trouble.stage, trouble.error) == ("13", "die", "WorkerDiedError")
    assert "died twice" in trouble.message


def test_results_keep_their_order_around_a_dead_worker(pool: Pool) -> None:
    found = list(pool.each((stages.DIE,), NUMBERS))
    assert [each.file if isinstance(each, Trouble) else str(each) for each in found] == [
        str(number) for number in NUMBERS
    ]


def test_a_worker_that_died_by_chance_loses_nothing(pool: Pool, tmp_path: Path) -> None:
    row = (each("die once", stages.MakeDieOnce(str(tmp_path))),)
    assert list(pool.each(row, NUMBERS)) == list(NUMBERS)
    assert (tmp_path / "been").exists()


def test_the_pool_goes_on_after_a_death(pool: Pool) -> None:
    list(pool.each((stages.DIE,), [BAD]))
    assert list(pool.each((stages.DOUBLE,), NUMBERS)) == [2 * number for number in NUMBERS]


def test_a_worker_that_dies_on_a_group_ends_the_run_with_advice(pool: Pool) -> None:
    message = r"stage 'die in group', group '3'.*use fewer workers or a smaller folder"
    with pytest.raises(WorkerDiedError, match=message):
        list(pool.group(stages.DIE_IN_GROUP, NUMBERS))


def test_a_worker_that_died_by_chance_on_a_group_loses_no_group(pool: Pool, tmp_path: Path) -> None:
    stage = replace(stages.DIE_IN_GROUP, make=stages.MakeDieOnceInGroup(str(tmp_path)))
    assert sorted(pool.group(stage, NUMBERS)) == sorted(NUMBERS)
    assert (tmp_path / "been").exists()


def test_the_pool_takes_only_so_many_batches_ahead(pool: Pool) -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for item in range(100):
            taken.append(item)
            yield item

    most = 0
    for done, _ in enumerate(pool.each((each("double", stages.make_double, 1),), items())):
        most = max(most, len(taken) - done)
    assert len(taken) == 100
    assert most <= AHEAD * WORKERS + 1


def test_the_pool_never_holds_more_batches_than_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    held: set[Future[list[Any]]] = set()
    most = 0

    def submit(_: Pool, function: Callable[..., list[Any]], *given: Any) -> Future[list[Any]]:
        nonlocal most
        future: Future[list[Any]] = Future()
        future.set_result(function(*given))
        held.add(future)
        most = max(most, len(held))
        return future

    def result(_: Pool, call: tuple[Any, ...], future: Future[list[Any]]) -> Any:
        held.discard(future)
        return call, future.result()

    monkeypatch.setattr(Pool, "_submit", submit)
    monkeypatch.setattr(Pool, "_result", result)
    row = (each("double", stages.make_double, 1),)
    assert list(Pool(3).each(row, range(50))) == [2 * number for number in range(50)]
    assert most == AHEAD * 3 + 1


def test_a_closed_pool_opens_again_when_it_is_asked() -> None:
    opened = Pool(1)
    opened.close()
    try:
        assert list(opened.each((stages.DOUBLE,), [4])) == [8]
    finally:
        opened.close()


# -- opening ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("poll", r"no executor 'poll'; is it pool\?"),
        ("Serial", r"no executor 'Serial'; is it serial\?"),
        ("dask", r"no executor 'dask'; is it serial or pool"),
    ],
)
def test_an_unknown_executor_is_answered_with_the_nearest(name: str, message: str) -> None:
    with pytest.raises(SetupError, match=message), executor(name):
        pass


@pytest.mark.parametrize("workers", [0, -2])
def test_a_pool_has_at_least_one_worker(workers: int) -> None:
    message = f"workers must be at least 1, not {workers}"
    with pytest.raises(SetupError, match=message), executor("pool", workers):
        pass


def test_an_executor_is_closed_even_after_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[str] = []
    monkeypatch.setattr(Serial, "close", lambda _: closed.append("serial"))
    with pytest.raises(ZeroDivisionError), executor("serial"):
        raise ZeroDivisionError
    assert closed == ["serial"]


# -- the parts -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "expected"), [(1, [[0], [1], [2]]), (2, [[0, 1], [2]]), (3, [[0, 1, 2]])]
)
def test_a_stream_is_cut_into_batches(size: int, expected: list[list[int]]) -> None:
    assert list(batches(range(3), size)) == expected


def test_groups_keep_what_they_were_given() -> None:
    assert groups("بتاب", str) == [("ا", ["ا"]), ("ب", ["ب", "ب"]), ("ت", ["ت"])]


def test_an_item_is_named_as_its_reader_knows_it() -> None:
    document = Document.of(name="report-7", text="قُتل سبعة.")
    assert name_of(document) == "report-7"
    assert name_of(Marked(document=document, marks=Marks(document=document.id))) == "report-7"
    assert name_of(13) == "13"
    assert len(name_of("س" * 500)) == 80
