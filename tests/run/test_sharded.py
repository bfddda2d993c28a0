"""Runs with memory: what was done is not done again, and what changed is."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from run.stages import Paper, reading
from tawatur.keep.shards import Shards
from tawatur.model import Report, Trouble
from tawatur.run import executor
from tawatur.run.serial import Serial
from tawatur.run.sharded import SHARD, run_sharded
from tawatur.stage import Executor


class Stopped(Exception):  # noqa: N818 - it stands for the user's hand
    """Somebody stopped the build."""


def _quiet(_: int) -> None:
    """Nobody listens."""


@dataclass(frozen=True)
class Desk:
    """Papers in a folder, a log of which were read, and the pieces kept."""

    folder: Path

    def put(self, name: str, text: str) -> Paper:
        path = self.folder / "papers" / f"{name}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return Paper(name, str(path))

    def papers(self, count: int) -> list[Paper]:
        return [self.put(f"report-{n:03}", f"قُتل {n} أشخاص.") for n in range(count)]

    @property
    def log(self) -> Path:
        path = self.folder / "log"
        path.mkdir(exist_ok=True)
        return path

    @property
    def shards(self) -> Shards:
        return Shards(self.folder / ".unfinished")

    def read(self) -> list[str]:
        """Say which papers were read since the last question, in order."""
        names = sorted(path.name.rpartition("-")[0] for path in self.log.iterdir())
        for path in self.log.iterdir():
            path.unlink()
        return names

    def run(
        self,
        papers: list[Paper],
        made_of: object = "settings",
        progress: Callable[[int], None] = _quiet,
        on: Executor | None = None,
    ) -> list[str]:
        """Take papers through, and name what came of each."""
        found = run_sharded(
            [reading(self.log)], papers, on or Serial(), self.shards, made_of, progress
        )
        return [_said(each) for each in found]


def _said(found: Report | Trouble) -> str:
    return found.message if isinstance(found, Trouble) else found.document.name


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def _stop_after(count: int) -> Callable[[int], None]:
    def progress(done: int) -> None:
        if done >= count:
            raise Stopped

    return progress


def test_reports_come_in_the_order_of_the_papers(desk: Desk) -> None:
    papers = desk.papers(2 * SHARD + 3)[::-1]
    assert desk.run(papers) == [paper.name for paper in papers]


def test_finished_pieces_are_not_done_again(desk: Desk) -> None:
    papers = desk.papers(SHARD + 2)
    first = desk.run(papers)
    assert desk.read() == [paper.name for paper in papers]
    assert desk.run(papers) == first
    assert desk.read() == []


def test_a_run_stopped_in_the_middle_goes_on_where_it_was(desk: Desk) -> None:
    papers = desk.papers(3 * SHARD)
    with pytest.raises(Stopped):
        desk.run(papers, progress=_stop_after(2 * SHARD))
    assert desk.read() == [paper.name for paper in papers[: 2 * SHARD]]
    assert desk.run(papers) == [paper.name for paper in papers]
    assert desk.read() == [paper.name for paper in papers[2 * SHARD :]]


def test_a_changed_file_is_done_again_with_its_piece_alone(desk: Desk) -> None:
    papers = desk.papers(2 * SHARD)
    desk.run(papers)
    desk.read()
    desk.put(papers[0].name, "نفت الوزارة الخبر كله.")
    desk.run(papers)
    assert desk.read() == [paper.name for paper in papers[:SHARD]]


def test_a_file_rewritten_to_the_same_length_is_done_again(desk: Desk) -> None:
    papers = [desk.put("report", "قُتل 3 أشخاص.")]
    desk.run(papers)
    desk.read()
    desk.put("report", "قُتل 5 أشخاص.")
    later = Path(papers[0].path).stat().st_mtime_ns + 1_000_000_000
    os.utime(papers[0].path, ns=(later, later))
    desk.run(papers)
    assert desk.read() == ["report"]


def test_a_changed_setting_does_everything_again(desk: Desk) -> None:
    papers = desk.papers(SHARD + 2)
    desk.run(papers, made_of=("0.1.0", {"published": {}}))
    desk.read()
    desk.run(papers, made_of=("0.1.0", {"published": {"report-001": "2021-12-08"}}))
    assert desk.read() == [paper.name for paper in papers]


def test_a_paper_more_leaves_the_finished_pieces_alone(desk: Desk) -> None:
    papers = desk.papers(2 * SHARD)
    desk.run(papers)
    desk.read()
    more = [*papers, desk.put("report-999", "اعتُقل تسعة.")]
    assert desk.run(more) == [paper.name for paper in more]
    assert desk.read() == ["report-999"]


def test_progress_counts_reports_and_reaches_the_end(desk: Desk) -> None:
    told: list[int] = []
    desk.run(desk.papers(2 * SHARD + 5), progress=told.append)
    assert told == [SHARD, 2 * SHARD, 2 * SHARD + 5]


def test_progress_reaches_the_end_when_all_was_done_before(desk: Desk) -> None:
    papers = desk.papers(SHARD + 5)
    desk.run(papers)
    told: list[int] = []
    desk.run(papers, progress=told.append)
    assert told[-1] == SHARD + 5


def test_what_was_set_aside_is_remembered_too(desk: Desk) -> None:
    papers = [desk.put("a", "قُتل سبعة."), desk.put("b", "refuse"), desk.put("c", "نجا ثلاثة.")]
    said = desk.run(papers)
    assert sorted(said) == ["a", "b cannot be read", "c"]
    desk.read()
    assert desk.run(papers) == said
    assert desk.read() == []


def test_a_paper_that_vanished_stops_nobody(desk: Desk) -> None:
    papers = desk.papers(3)
    Path(papers[1].path).unlink()
    said = desk.run(papers)
    assert [name for name in said if name.startswith("report")] == ["report-000", "report-002"]
    assert sum("FileNotFoundError" in name for name in said) == 1


def test_clearing_drops_the_pieces(desk: Desk) -> None:
    papers = desk.papers(2)
    desk.run(papers)
    desk.shards.clear()
    assert not desk.shards.folder.exists()
    desk.shards.clear()
    desk.read()
    desk.run(papers)
    assert desk.read() == [paper.name for paper in papers]


# -- on a pool -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def pool() -> Iterator[Executor]:
    with executor("pool", 2) as opened:
        yield opened


def test_a_pool_gives_the_same_reports_in_the_same_order(desk: Desk, pool: Executor) -> None:
    papers = desk.papers(3 * SHARD + 1)
    assert desk.run(papers, on=pool) == [paper.name for paper in papers]
    assert desk.read() == [paper.name for paper in papers]


def test_a_pool_goes_on_with_what_one_process_began(desk: Desk, pool: Executor) -> None:
    papers = desk.papers(3 * SHARD)
    with pytest.raises(Stopped):
        desk.run(papers, progress=_stop_after(SHARD))
    desk.read()
    assert desk.run(papers, on=pool) == [paper.name for paper in papers]
    assert desk.read() == [paper.name for paper in papers[SHARD:]]


def test_a_report_that_kills_its_worker_is_the_only_one_lost(desk: Desk, pool: Executor) -> None:
    papers = desk.papers(2 * SHARD)
    culprit = papers[5] = desk.put("culprit", "die")
    said = desk.run(papers, on=pool)
    assert said[:5] == [paper.name for paper in papers[:5]]
    assert "died twice" in said[5]
    assert said[6:] == [paper.name for paper in papers[6:]]
    trouble = next(
        each
        for each in run_sharded([reading(desk.log)], papers, pool, desk.shards, "settings", _quiet)
        if isinstance(each, Trouble)
    )
    assert (trouble.file, trouble.stage) == (culprit.name, "read to read")


def test_the_same_papers_given_twice_come_twice(desk: Desk, pool: Executor) -> None:
    papers = desk.papers(SHARD) * 2
    assert desk.run(papers, on=pool) == [paper.name for paper in papers]
