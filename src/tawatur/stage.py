"""The two kinds of stage, the flow they make, and what an executor must be able to do with them.

`Each` looks at one item at a time; `Group` looks at all items that share a key. Neither knows
where it runs. `make` is called once in each worker, so a stage may load a model or a gazetteer
there; what it returns is a pure function.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from tawatur.errors import SetupError
from tawatur.model import Trouble

Items = Sequence[Any]


@dataclass(frozen=True, kw_only=True)
class Each:
    """A stage over single items, handed over in batches, order kept.

    `reads` and `writes` name what the stage needs and adds («marks.times», «claims»); `version`
    goes into the manifest and changes when the stage's answers do.
    """

    name: str
    make: Callable[[], Callable[[Items], Iterable[Any]]]
    reads: frozenset[str]
    writes: frozenset[str]
    version: str
    batch: int = 16


@dataclass(frozen=True, kw_only=True)
class Group:
    """A stage over all items with one key, handed over in order of their ids."""

    name: str
    key: Callable[[Any], str]
    make: Callable[[], Callable[[str, Items], Iterable[Any]]]
    reads: frozenset[str]
    writes: frozenset[str]
    version: str


Stage = Each | Group


class Executor(Protocol):
    """Somewhere to run. Two methods; results come back in a defined order."""

    def each(self, stages: Sequence[Each], items: Iterable[Any]) -> Iterator[Any]:
        """Apply a row of stages batch by batch, in order, in one trip to the worker."""
        ...

    def group(self, stage: Group, items: Iterable[Any]) -> Iterator[Any]:
        """Gather by key, then apply `stage` to each group, in order of key."""
        ...


@dataclass(frozen=True)
class Flow:
    """Stages in order."""

    stages: tuple[Stage, ...]

    def check(self, given: Iterable[str] = ("items",)) -> None:
        """Make sure that every stage finds what it reads.

        Raises:
            SetupError: two stages share a name, or one reads what nothing before it writes.
        """
        there = set(given)
        names: set[str] = set()
        for stage in self.stages:
            if stage.name in names:
                raise SetupError(f"two stages are called {stage.name!r}; give one another name")
            names.add(stage.name)
            if missing := sorted(stage.reads - there):
                raise SetupError(
                    f"stage {stage.name!r} reads {', '.join(missing)}, which no stage before it writes"
                )
            there |= stage.writes

    def versions(self) -> dict[str, str]:
        """List each stage's version, for the manifest."""
        return {stage.name: stage.version for stage in self.stages}

    def run(
        self, items: Iterable[Any], on: Executor, troubled: Callable[[Trouble], None]
    ) -> Iterator[Any]:
        """Chain the stages lazily over `items` on the executor `on`.

        Neighbouring `Each` stages travel to the worker together. What was set aside goes to
        `troubled`; everything else comes out, in the same order on every executor.
        """
        stream: Iterable[Any] = items
        row: list[Each] = []
        for stage in self.stages:
            if isinstance(stage, Each):
                row.append(stage)
                continue
            if row:
                stream = sound(on.each(tuple(row), stream), troubled)
                row = []
            stream = sound(on.group(stage, stream), troubled)
        yield from sound(on.each(tuple(row), stream), troubled) if row else stream


def sound(stream: Iterable[Any], troubled: Callable[[Trouble], None]) -> Iterator[Any]:
    """Pass sound items on and hand the others over."""
    for item in stream:
        if isinstance(item, Trouble):
            troubled(item)
        else:
            yield item
