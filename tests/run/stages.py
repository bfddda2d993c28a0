"""Stages that a worker in another process can import: numbers in, numbers out."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tawatur.errors import UnreadableError
from tawatur.model import Document, Marks, Report
from tawatur.stage import Each, Group

NOTHING: frozenset[str] = frozenset()
BAD = 13
"""The number at which stages of this module stumble."""

Numbers = Sequence[int]


def each(name: str, make: Callable[[], Callable[[Numbers], Iterable[int]]], batch: int = 3) -> Each:
    """Make a stage whose reads and writes do not matter."""
    return Each(name=name, make=make, reads=NOTHING, writes=NOTHING, version="1", batch=batch)


def double(items: Numbers) -> Iterable[int]:
    return [2 * item for item in items]


def make_double() -> Callable[[Numbers], Iterable[int]]:
    return double


def increase(items: Numbers) -> Iterable[int]:
    return [item + 1 for item in items]


def make_increase() -> Callable[[Numbers], Iterable[int]]:
    return increase


def refuse(items: Numbers) -> Iterable[int]:
    for item in items:
        if item == BAD:
            raise UnreadableError("thirteen cannot be read")
        yield item


def make_refuse() -> Callable[[Numbers], Iterable[int]]:
    return refuse


def stumble(items: Numbers) -> Iterable[int]:
    return [item // (item - BAD) * 0 + item for item in items]


def make_stumble() -> Callable[[Numbers], Iterable[int]]:
    return stumble


def die(items: Numbers) -> Iterable[int]:
    if BAD in items:
        os._exit(1)
    return items


def make_die() -> Callable[[Numbers], Iterable[int]]:
    return die


def cannot_start() -> Callable[[Numbers], Iterable[int]]:
    raise FileNotFoundError("the model is not there")


def worker(items: Numbers) -> Iterable[int]:
    time.sleep(0.02)
    return [os.getpid() for _ in items]


def make_worker() -> Callable[[Numbers], Iterable[int]]:
    return worker


@dataclass(frozen=True)
class MakeCounted:
    """Counts in a folder how often a process made the function, one file each time."""

    folder: str

    def __call__(self) -> Callable[[Numbers], Iterable[int]]:
        made = len(list(Path(self.folder).glob(f"{os.getpid()}-*")))
        Path(self.folder, f"{os.getpid()}-{made}").touch()
        return double


@dataclass(frozen=True)
class MakeDieOnce:
    """Kills the first worker that meets the bad number; the next one gets through."""

    folder: str

    def __call__(self) -> Callable[[Numbers], Iterable[int]]:
        def die_once(items: Numbers) -> Iterable[int]:
            been = Path(self.folder, "been")
            if BAD in items and not been.exists():
                been.touch()
                os._exit(1)
            return items

        return die_once


@dataclass(frozen=True)
class MakeDieOnceInGroup:
    """Kills the first worker that meets the group of threes; the next one gets through."""

    folder: str

    def __call__(self) -> Callable[[str, Numbers], Iterable[int]]:
        def die_once_in_group(key: str, members: Numbers) -> Iterable[int]:
            been = Path(self.folder, "been")
            if key == "3" and not been.exists():
                been.touch()
                os._exit(1)
            return members

        return die_once_in_group


def by_last_digit(item: int) -> str:
    return str(item % 10)


def add_up(key: str, members: Numbers) -> Iterable[tuple[str, list[int]]]:
    return [(key, list(members))]


def make_add_up() -> Callable[[str, Numbers], Iterable[tuple[str, list[int]]]]:
    return add_up


def die_in_group(key: str, members: Numbers) -> Iterable[int]:
    if key == "3":
        os._exit(1)
    return members


def make_die_in_group() -> Callable[[str, Numbers], Iterable[int]]:
    return die_in_group


DOUBLE = each("double", make_double)
INCREASE = each("increase", make_increase)
REFUSE = each("refuse", make_refuse)
STUMBLE = each("stumble", make_stumble)
DIE = each("die", make_die)
CANNOT_START = each("cannot start", cannot_start)
WORKER = each("worker", make_worker, batch=1)
BY_LAST_DIGIT = Group(
    name="by last digit", key=by_last_digit, make=make_add_up,
    reads=NOTHING, writes=NOTHING, version="1",
)  # fmt: skip
DIE_IN_GROUP = Group(
    name="die in group", key=by_last_digit, make=make_die_in_group,
    reads=NOTHING, writes=NOTHING, version="1",
)  # fmt: skip


# -- reports, for runs with memory -----------------------------------------------------------------


class Paper(NamedTuple):
    """A report to read: what the reader's items look like from here."""

    name: str
    path: str


@dataclass(frozen=True)
class MakeReport:
    """Reads papers into reports and notes in a folder, one file each time, which were read."""

    log: str

    def __call__(self) -> Callable[[Sequence[Paper]], Iterable[Report]]:
        def report(papers: Sequence[Paper]) -> Iterable[Report]:
            for paper in papers:
                text = Path(paper.path).read_text(encoding="utf-8")
                if text == "die":
                    os._exit(1)
                if text == "refuse":
                    raise UnreadableError(f"{paper.name} cannot be read")
                times = len(list(Path(self.log).glob(f"{paper.name}-*")))
                Path(self.log, f"{paper.name}-{times}").touch()
                document = Document.of(name=paper.name, text=text)
                yield Report(document=document, marks=Marks(document=document.id))

        return report


def reading(log: Path) -> Each:
    """Make the stage that reads papers."""
    return Each(
        name="read",
        make=MakeReport(str(log)),
        reads=NOTHING,
        writes=NOTHING,
        version="1",
        batch=4,
    )
