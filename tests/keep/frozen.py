"""Records of earlier versions, kept as they were written."""

from __future__ import annotations

from pathlib import Path

RECORDS = Path(__file__).resolve().parents[1] / "records"
FROZEN = RECORDS / "0.1.0"
"""Two invented reports of an invented attack, written by version 0.1.0; every field is used."""
VERSIONS = sorted(path.name for path in RECORDS.iterdir())


def lines_of(folder: Path, kind: str) -> list[bytes]:
    """Read the lines of one kind; the manifest is one."""
    if kind == "manifest":
        return [(folder / "manifest.json").read_bytes()]
    return (folder / f"{kind}.jsonl").read_bytes().splitlines()
