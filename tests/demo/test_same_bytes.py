"""The same reports make the same record, byte for byte, wherever and in whatever order they run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

import tawatur
from demo.conftest import DEMO

REPORTS = sorted((DEMO / "reports").iterdir())


def shuffled(seed: int) -> list[Path]:
    """Put the reports in another order."""
    order = list(REPORTS)
    Random(seed).shuffle(order)
    return order


def written(paths: Sequence[Path], out: Path, run: str) -> dict[str, bytes]:
    """Build a record and read its files back as they lie on disk."""
    tawatur.build(paths, out=out, run=run, workers=2 if run == "pool" else None)
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """One process, in order of the files' names."""
    return written(REPORTS, tmp_path_factory.mktemp("reference"), "serial")


def test_the_record_is_whole(reference: dict[str, bytes]) -> None:
    assert {"manifest.json", "events.jsonl", "claims.jsonl", "troubles.jsonl"} <= reference.keys()
    assert reference["events.jsonl"].count(b"\n") > 5


@pytest.mark.parametrize(
    ("order", "run"),
    [
        (REPORTS, "pool"),
        (REPORTS[::-1], "serial"),
        (shuffled(1), "serial"),
        (shuffled(2), "pool"),
    ],
    ids=["pool", "backwards", "shuffled", "shuffled on a pool"],
)
def test_nothing_depends_on_where_or_in_what_order(
    order: Sequence[Path], run: str, reference: dict[str, bytes], tmp_path: Path
) -> None:
    found = written(order, tmp_path, run)
    assert found.keys() == reference.keys()
    assert [name for name in found if found[name] != reference[name]] == []


def test_nothing_depends_on_the_size_of_pieces(
    reference: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tawatur.run.sharded.SHARD", 5)
    assert written(REPORTS, tmp_path, "serial") == reference


def test_a_folder_and_its_files_make_one_record(
    reference: dict[str, bytes], tmp_path: Path
) -> None:
    tawatur.build(DEMO / "reports", out=tmp_path, run="serial")
    assert (tmp_path / "events.jsonl").read_bytes() == reference["events.jsonl"]
