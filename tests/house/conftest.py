"""A folder as the documentation supposes it: reports, and a record built of them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import tawatur
from house.pages import ROOT


@pytest.fixture(scope="session")
def demo_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of the demonstration, built once."""
    folder = tmp_path_factory.mktemp("house") / "record"
    tawatur.build([ROOT / "demo" / "reports"], out=folder, run="serial")
    return folder


@pytest.fixture
def desk(demo_record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder of one's own with `reports`, `demo/reports` and `record`."""
    shutil.copytree(ROOT / "demo", tmp_path / "demo")
    shutil.copytree(ROOT / "demo" / "reports", tmp_path / "reports")
    shutil.copytree(demo_record, tmp_path / "record")
    monkeypatch.chdir(tmp_path)
    return tmp_path
