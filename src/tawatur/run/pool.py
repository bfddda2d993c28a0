"""A pool of processes on one machine, with a bounded number of batches in flight."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from loky import ProcessPoolExecutor

from tawatur.errors import TawaturError
from tawatur.run.worker import batches, do_batch, do_group, end_with, groups, trouble_of
from tawatur.stage import Each, Group

AHEAD = 2
"""Batches waiting for each worker: enough to keep it busy, few enough to bound the memory."""


class WorkerDiedError(TawaturError):
    """A worker process ended while it worked on an item."""


class Pool:
    """Run on `workers` processes (all cores, unless said otherwise).

    The processes start without importing the caller's script again, so that a script needs no
    `if __name__ == "__main__"` (loky). A batch whose worker dies is tried again item by item; the
    item that kills its worker twice is set aside and the others go on. A group is tried again too.
    """

    def __init__(self, workers: int | None = None) -> None:
        self.workers = workers or os.cpu_count() or 1
        self._pool: ProcessPoolExecutor | None = None

    def each(self, stages: Sequence[Each], items: Iterable[Any]) -> Iterator[Any]:
        """Apply a row of stages batch by batch, results in order."""
        calls = ((do_batch, stages, batch) for batch in batches(items, stages[0].batch))
        for (_, row, batch), results in self._in_order(calls):
            yield from self._again(row, batch) if results is None else results

    def group(self, stage: Group, items: Iterable[Any]) -> Iterator[Any]:
        """Gather here, apply `stage` to each group in a worker."""
        calls = ((do_group, stage, key, members) for key, members in groups(items, stage.key))
        for call, results in self._in_order(calls):
            # a dead worker takes down every call under way: only a second death tells whose it was
            try:
                yield from self._submit(*call).result() if results is None else results
            except BrokenProcessPool as error:
                raise WorkerDiedError(
                    f"a worker died twice in stage {stage.name!r}, group {call[2]!r}: most likely "
                    "the machine ran out of memory; use fewer workers or a smaller folder"
                ) from error

    def close(self) -> None:
        """Let the workers go."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, kill_workers=True)
            self._pool = None

    def _in_order(
        self, calls: Iterable[tuple[Any, ...]]
    ) -> Iterator[tuple[tuple[Any, ...], list[Any] | None]]:
        waiting: deque[tuple[tuple[Any, ...], Future[list[Any]]]] = deque()
        for call in calls:
            waiting.append((call, self._submit(*call)))
            if len(waiting) > AHEAD * self.workers:
                yield self._result(*waiting.popleft())
        while waiting:
            yield self._result(*waiting.popleft())

    def _submit(self, function: Callable[..., list[Any]], *given: Any) -> Future[list[Any]]:
        if self._pool is None:
            self._pool = self._opened()
        try:
            future: Future[list[Any]] = self._pool.submit(function, *given)
        except BrokenProcessPool:
            self._pool = self._opened()
            future = self._pool.submit(function, *given)
        return future

    def _opened(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            max_workers=self.workers, initializer=end_with, initargs=(os.getpid(),)
        )

    def _result(
        self, call: tuple[Any, ...], future: Future[list[Any]]
    ) -> tuple[tuple[Any, ...], list[Any] | None]:
        try:
            return call, future.result()
        except BrokenProcessPool:
            return call, None

    def _again(self, stages: Sequence[Each], batch: Sequence[Any]) -> Iterator[Any]:
        for item in batch:
            try:
                yield from self._submit(do_batch, stages, [item]).result()
            except BrokenProcessPool:
                died = WorkerDiedError("the process that worked on it died twice")
                yield trouble_of(item, stages[0].name, died)
