"""Running with memory: finished pieces are kept, so that a killed build goes on where it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from tawatur.keep.shards import Shards
from tawatur.model import Trouble, identify
from tawatur.run.worker import batches, do_batch, name_of
from tawatur.stage import Each, Executor

SHARD = 32
"""Reports in a piece: a second or so of work, so that little is lost and few files are written."""


class Piece(NamedTuple):
    """Items that are done in one trip, under the key of what they are."""

    key: str
    items: tuple[Any, ...]
    name: str


@dataclass(frozen=True)
class DoPiece:
    """Makes the function that takes pieces through a row of stages; pickles as the stages."""

    stages: tuple[Each, ...]

    def __call__(self) -> Callable[[Sequence[Piece]], Iterable[tuple[str, list[Any]]]]:
        """Hand over the function."""
        return lambda pieces: [(piece.key, do_batch(self.stages, piece.items)) for piece in pieces]


def run_sharded(
    stages: Sequence[Each],
    items: Iterable[Any],
    on: Executor,
    shards: Shards,
    made_of: object,
    progress: Callable[[int], None],
) -> Iterator[Any]:
    """Take items through `stages`, keeping finished pieces in `shards`; results in order.

    A piece's key covers its items and `made_of` (version, settings, tables), so a piece that was
    made otherwise is never taken for finished.
    """
    keys: list[str] = []
    sizes: dict[str, int] = {}
    done = 0

    def waiting() -> Iterator[Piece]:
        nonlocal done
        for batch in batches(items, SHARD):
            piece = _piece(batch, made_of)
            keys.append(piece.key)
            sizes[piece.key] = len(batch)
            if shards.has(piece.key):
                done += len(batch)
                progress(done)
            else:
                yield piece

    for key, results in _done(stages, waiting(), on):
        shards.write(key, results)
        done += sizes[key]
        progress(done)
    for key in keys:
        yield from shards.read(key)


def _done(
    stages: Sequence[Each], pieces: Iterable[Piece], on: Executor
) -> Iterator[tuple[str, list[Any]]]:
    """Do every piece; one whose worker dies is done again item by item, to lose only the culprit."""
    row = Each(
        name=f"{stages[0].name} to {stages[-1].name}", make=DoPiece(tuple(stages)),
        reads=frozenset(), writes=frozenset(), version="1", batch=1,
    )  # fmt: skip
    sent: dict[str, Piece] = {}
    for result in on.each((row,), _remembered(pieces, sent)):
        if not isinstance(result, Trouble):
            sent.pop(result[0], None)
            yield result
    for piece in sent.values():
        single = [Piece(piece.key, (item,), name_of(item)) for item in piece.items]
        again = on.each((row,), single)
        yield (
            piece.key,
            [
                found
                for result in again
                for found in ([result] if isinstance(result, Trouble) else result[1])
            ],
        )


def _remembered(pieces: Iterable[Piece], sent: dict[str, Piece]) -> Iterator[Piece]:
    for piece in pieces:
        sent[piece.key] = piece
        yield piece


def _piece(batch: Sequence[Any], made_of: object) -> Piece:
    names = [getattr(item, "file", repr(item)) for item in batch]
    return Piece(identify("piece", made_of, *map(_stamp, batch)), tuple(batch), names[0])


def _stamp(item: Any) -> str:
    """Say what an item is: where it lies, its row, and when its file was last written."""
    path = getattr(item, "path", None)
    if path is None:
        return repr(item)
    try:
        state = Path(path).stat()
    except OSError as error:  # it is gone; whoever reads it will say so
        return f"{item!r} {error}"
    return f"{item!r} {state.st_size} {state.st_mtime_ns}"
