"""Pieces of an unfinished build, so that a killed one goes on where it was."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from tawatur.keep.jsonl import write_lines
from tawatur.model import Report, Trouble


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What came of one item: a report, or why there is none."""

    report: Report | None = None
    trouble: Trouble | None = None


class Shards:
    """Finished pieces in a folder, each under the key of what went into it.

    A piece is written whole or not at all, so a file that is there is complete.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._decoder = msgspec.json.Decoder(Result)

    def has(self, key: str) -> bool:
        """Tell whether a piece is finished."""
        return self._path(key).exists()

    def write(self, key: str, results: Sequence[Any]) -> None:
        """Keep what came of a piece."""
        self.folder.mkdir(parents=True, exist_ok=True)
        write_lines(self._path(key), map(_result, results))

    def read(self, key: str) -> Iterator[Report | Trouble]:
        """Give back what came of a piece."""
        with self._path(key).open("rb") as file:
            for line in file:
                result = self._decoder.decode(line)
                found = result.report or result.trouble
                assert found is not None, "a result is a report or a trouble"
                yield found

    def clear(self) -> None:
        """Drop all pieces: the record is complete."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.jsonl"


def _result(found: Report | Trouble) -> Result:
    return Result(trouble=found) if isinstance(found, Trouble) else Result(report=found)
