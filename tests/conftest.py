"""What every test may ask for: the corpora and the gold, where they are."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

BESIDE = Path(__file__).resolve().parents[2] / "shared"
SEEDS = {
    "000": "000_b8121441e65e2a4a",
    "001": "001_8341562571cb6f14",
    "002": "002_28a6edfedacc53a1",
    "003": "003_f52aea2b1973677a",
    "004": "004_a86c5210d8a54d34",
}


def _folder(variable: str, beside: Path) -> Path:
    folder = Path(os.environ.get(variable, beside))
    if not folder.is_dir():
        pytest.skip(f"needs {folder} (set {variable}); it is not part of the repository")
    return folder


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of real text that nobody here wrote."""
    return _folder("TAWATUR_CORPORA", BESIDE / "corpora")


@pytest.fixture(scope="session")
def gold() -> Path:
    """The folder of hand-made answers for the five seed reports."""
    return _folder("TAWATUR_GOLD", BESIDE / "gold")


@pytest.fixture(scope="session")
def seeds(corpora: Path) -> dict[str, str]:
    """The texts of the five seed reports by their number, «000» to «004»."""
    return {
        number: (corpora / "seeds" / f"{name}.txt").read_bytes().decode("utf-8")
        for number, name in SEEDS.items()
    }
