"""The record of the demonstration, built once for the tests of this folder."""

from __future__ import annotations

from pathlib import Path

import pytest

import tawatur
from tawatur import Record

DEMO = Path(__file__).resolve().parents[2] / "demo"


@pytest.fixture(scope="session")
def record() -> Record:
    return tawatur.build(DEMO / "reports", run="serial")
