"""JSON Lines: one noun a line, the same bytes for the same nouns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from tawatur.errors import RecordError

N = TypeVar("N", bound=msgspec.Struct)
_ENCODER = msgspec.json.Encoder(order="deterministic")


def write_lines(path: Path, nouns: Iterable[msgspec.Struct]) -> int:
    """Write a file as a whole or not at all, and return the number of its lines."""
    beside = path.with_name(path.name + ".part")
    count = 0
    with beside.open("wb") as file:
        for noun in nouns:
            file.write(_ENCODER.encode(noun) + b"\n")
            count += 1
    beside.replace(path)
    return count


def append_lines(path: Path, nouns: Iterable[msgspec.Struct]) -> None:
    """Add lines behind those that are there, which stay as they are, byte for byte."""
    with path.open("a+b") as file:
        file.seek(max(0, path.stat().st_size - 1))
        file.write(b"\n" if file.read() not in {b"", b"\n"} else b"")
        for noun in nouns:
            file.write(_ENCODER.encode(noun) + b"\n")


def read_lines(path: Path, kind: type[N]) -> Iterator[N]:
    """Read a file back, checked against `kind`.

    Raises:
        RecordError: a line is damaged or of another version; the message names file and line.
    """
    decoder = msgspec.json.Decoder(kind)
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            try:
                yield decoder.decode(line)
            except (msgspec.DecodeError, ValueError) as error:
                raise RecordError(f"{path.name}, line {number}: {error}; build it again") from error
