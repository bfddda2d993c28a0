"""Where stages run: in this process or in a pool of processes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from difflib import get_close_matches

from tawatur.errors import SetupError
from tawatur.run.pool import Pool
from tawatur.run.serial import Serial

EXECUTORS = ("serial", "pool")


@contextmanager
def executor(name: str, workers: int | None = None) -> Iterator[Serial | Pool]:
    """Open an executor by name and close it at the end.

    Raises:
        SetupError: there is no executor of that name, or `workers` is not a positive number.
    """
    if name not in EXECUTORS:
        near = get_close_matches(name, EXECUTORS, n=1) or EXECUTORS
        raise SetupError(f"no executor {name!r}; is it {' or '.join(near)}?")
    if workers is not None and workers < 1:
        raise SetupError(f"workers must be at least 1, not {workers}")
    opened = Pool(workers) if name == "pool" else Serial()
    try:
        yield opened
    finally:
        opened.close()
