"""One process, nothing held longer than needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tawatur.run.worker import batches, do_batch, do_group, groups
from tawatur.stage import Each, Group


class Serial:
    """Run in this process: the reference that every other executor must agree with."""

    def each(self, stages: Sequence[Each], items: Iterable[Any]) -> Iterator[Any]:
        """Apply a row of stages batch by batch."""
        for batch in batches(items, stages[0].batch):
            yield from do_batch(stages, batch)

    def group(self, stage: Group, items: Iterable[Any]) -> Iterator[Any]:
        """Apply `stage` to each group."""
        for key, members in groups(items, stage.key):
            yield from do_group(stage, key, members)

    def close(self) -> None:
        """Nothing to let go."""
