"""A build that is killed in the middle, by the machine or by hand, goes on from what it finished."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import tawatur
from tawatur.run.sharded import SHARD

REPORTS = 6 * SHARD
PLACES = ("بعقوبة", "البصرة", "الموصل", "كركوك", "الفلوجة", "أربيل", "سامراء")
PATIENCE = 120
"""Seconds to wait for a first piece: a machine may have other things to do."""


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    """Invented reports, one a line, of three paragraphs each."""
    path = tmp_path / "reports.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(REPORTS):
            place = PLACES[number % len(PLACES)]
            told = (
                f"قتل {3 + number} أشخاص في هجوم شنه مسلحون على نقطة تفتيش في {place} أمس الخميس.\n"
                f"وقال مصدر أمني إن {4 + number} جنود أصيبوا، فيما اعتقلت الشرطة مشتبهاً به.\n"
            )
            file.write(json.dumps({"name": f"report-{number}", "text": told * 3}) + "\n")
    return path


def begin(rows: Path, out: Path, run: str = "serial") -> subprocess.Popen[bytes]:
    """Start a build in another process, as a person would."""
    tawatur_build = "from tawatur.cli import app; app()"
    command = [sys.executable, "-c", tawatur_build, "build", str(rows), "-o", str(out)]
    return subprocess.Popen(
        [*command, "--run", run], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def finished(out: Path) -> dict[str, int]:
    """List the pieces that are finished, and when each was written."""
    return {path.name: path.stat().st_mtime_ns for path in (out / ".unfinished").glob("*.jsonl")}


def children(pid: int) -> list[Path]:
    """List the processes that another started, where Linux shows them."""
    told = Path(f"/proc/{pid}/task/{pid}/children")
    return [Path("/proc", child) for child in told.read_text(encoding="ascii").split()]


def lives(process: Path) -> bool:
    """Tell whether a process still runs; one that only waits to be collected does not."""
    try:
        told = (process / "stat").read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return False
    return told.rpartition(")")[2].split()[0] != "Z"


def kill_after_a_piece(rows: Path, out: Path, run: str = "serial") -> list[Path]:
    """Kill a build, without a word to it, as soon as it has a piece to show; name its workers."""
    running = begin(rows, out, run)
    patience = time.monotonic() + PATIENCE
    while not finished(out):
        assert running.poll() is None, "the build ended before it could be killed"
        assert time.monotonic() < patience, "no piece was finished"
        time.sleep(0.002)
    workers = children(running.pid) if run == "pool" else []
    os.kill(running.pid, signal.SIGKILL)
    assert running.wait() == -signal.SIGKILL
    return workers


def test_a_killed_build_goes_on_from_its_finished_pieces(rows: Path, tmp_path: Path) -> None:
    out = tmp_path / "record"
    kill_after_a_piece(rows, out)
    before = finished(out)
    assert 0 < len(before) < REPORTS / SHARD
    with pytest.raises(tawatur.errors.RecordError, match="no complete record"):
        tawatur.open(out)

    seen: list[tuple[int, dict[str, int]]] = []
    record = tawatur.build(
        rows, out=out, run="serial", progress=lambda done: seen.append((done, finished(out)))
    )
    for done, pieces in seen:
        assert before.items() <= pieces.items(), f"a finished piece was done again at {done}"
    assert [done for done, _ in seen] == list(range(SHARD, REPORTS + 1, SHARD))
    assert len(record.documents) == REPORTS
    assert not (out / ".unfinished").exists()


def test_a_killed_build_ends_in_the_same_bytes_as_one_that_was_not(
    rows: Path, tmp_path: Path
) -> None:
    killed, whole = tmp_path / "killed", tmp_path / "whole"
    kill_after_a_piece(rows, killed)
    for out in (killed, whole):
        tawatur.build(rows, out=out, run="serial")
    names = sorted(path.name for path in whole.iterdir())
    assert names == sorted(path.name for path in killed.iterdir())
    for name in names:
        assert (killed / name).read_bytes() == (whole / name).read_bytes(), name


def test_half_a_piece_is_no_piece(rows: Path, tmp_path: Path) -> None:
    out = tmp_path / "record"
    kill_after_a_piece(rows, out)
    half = out / ".unfinished" / "0123456789abcdef.jsonl.part"
    half.write_bytes(b'{"report": {"document"')
    assert len(tawatur.build(rows, out=out, run="serial").documents) == REPORTS


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs Linux to see processes")
def test_the_workers_of_a_killed_build_end_with_it(rows: Path, tmp_path: Path) -> None:
    workers = kill_after_a_piece(rows, tmp_path / "record", "pool")
    assert workers
    patience = time.monotonic() + PATIENCE
    while any(lives(worker) for worker in workers):
        assert time.monotonic() < patience, "a worker outlived its build"
        time.sleep(0.1)
