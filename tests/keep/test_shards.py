"""Pieces of an unfinished build."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategies import patient, structs
from tawatur.keep.shards import Shards
from tawatur.keep.tables import fingerprints
from tawatur.model import Report, Trouble

results = st.lists(structs(Report) | structs(Trouble), max_size=3)


@given(results)
@settings(patient, max_examples=25)
def test_a_piece_comes_back_in_order(
    tmp_path_factory: pytest.TempPathFactory, found: list[Report | Trouble]
) -> None:
    shards = Shards(tmp_path_factory.mktemp("shards") / ".unfinished")
    shards.write("piece", found)
    assert list(shards.read("piece")) == found


def test_a_piece_is_there_once_it_is_whole(tmp_path: Path) -> None:
    shards = Shards(tmp_path / ".unfinished")
    assert not shards.has("piece")
    shards.write("piece", [])
    assert shards.has("piece")
    assert not shards.has("another")


def test_a_piece_that_broke_off_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "piece.jsonl.part").write_bytes(b'{"report":')
    assert not Shards(tmp_path).has("piece")


def test_pieces_are_dropped_together(tmp_path: Path) -> None:
    shards = Shards(tmp_path / ".unfinished")
    shards.write("piece", [])
    shards.clear()
    assert not (tmp_path / ".unfinished").exists()


def test_every_table_that_answers_depend_on_has_a_fingerprint() -> None:
    tables = fingerprints()
    assert {"lang/ar/weekdays.toml", "kb/rows/kinds.toml", "kb/rows/bodies.jsonl"} <= tables.keys()
    assert list(tables) == sorted(tables)
    assert all(len(digest) == 64 for digest in tables.values())
