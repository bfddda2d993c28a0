"""What happens inside a worker, whichever engine started it."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from tawatur.errors import InputError
from tawatur.model import Trouble
from tawatur.stage import Each, Group, Stage

LOOK_UP = 2
"""Seconds between two looks whether the build still lives."""

_made: dict[Stage, Callable[..., Iterable[Any]]] = {}


def built(stage: Stage) -> Callable[..., Iterable[Any]]:
    """Build the stage's function once in this process."""
    # Keyed by the stage itself: the hash of one that is gone may come back with another.
    if stage not in _made:
        _made[stage] = stage.make()
    return _made[stage]


def do_batch(stages: Sequence[Each], batch: Sequence[Any]) -> list[Any]:
    """Apply a row of `Each` stages to one batch; an item that fails comes out as a `Trouble`."""
    items: list[Any] = list(batch)
    for stage in stages:
        troubles = [item for item in items if isinstance(item, Trouble)]
        whole = [item for item in items if not isinstance(item, Trouble)]
        items = [*_applied(stage, whole), *troubles]
    return items


def _applied(stage: Each, items: Sequence[Any]) -> list[Any]:
    try:
        return list(built(stage)(items))
    except Exception:  # noqa: BLE001 - found out one by one which item it was; nothing is swallowed
        return [result for item in items for result in _one(stage, item)]


def _one(stage: Each, item: Any) -> list[Any]:
    try:
        return list(built(stage)([item]))
    except Exception as error:  # noqa: BLE001 - the edge where any failure becomes a Trouble
        return [trouble_of(item, stage.name, error)]


def do_group(stage: Group, key: str, items: Sequence[Any]) -> list[Any]:
    """Apply a `Group` stage to one group."""
    return list(built(stage)(key, items))


def trouble_of(item: Any, stage: str, error: Exception) -> Trouble:
    """Say in words what went wrong with an item.

    An `InputError` explains itself; anything else is a defect of ours and says so.
    """
    kind = type(error).__name__
    message = str(error) if isinstance(error, InputError) else (
        f"{kind}: {error}. This is a defect in Tawatur, not in the report: please report it."
    )  # fmt: skip
    return Trouble(file=name_of(item), stage=stage, error=kind, message=message)


def end_with(parent: int) -> None:
    """End this process when `parent` is gone: a build that is killed can tell its workers nothing."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(LOOK_UP)
        os._exit(1)

    if os.getppid() == parent:
        threading.Thread(target=watch, daemon=True).start()


def name_of(item: Any) -> str:
    """Name an item as its reader knows it."""
    document = getattr(item, "document", item)
    return str(getattr(document, "name", None) or repr(item)[:80])


def batches(items: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """Cut a stream into lists of at most `size`."""
    stream = iter(items)
    while batch := list(islice(stream, size)):
        yield batch


def groups(items: Iterable[Any], key: Callable[[Any], str]) -> list[tuple[str, list[Any]]]:
    """Gather by key in memory, in order of key."""
    gathered: dict[str, list[Any]] = {}
    for item in items:
        gathered.setdefault(key(item), []).append(item)
    return sorted(gathered.items(), key=lambda pair: pair[0])
