"""Take one row out of a table and see what a reader then finds."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

import pytest
from msgspec.structs import replace

from tawatur.lang import rows

READERS = ("tawatur.mark", "tawatur.resolve", "tawatur.claim", "tawatur.weave")
"""The folders whose modules read tables of Arabic and keep what they made of them."""
NOWHERE = "\ue000"
"""A letter of nobody's: words that stand in no text."""


def _readers() -> list[ModuleType]:
    return [module for name, module in sys.modules.items() if name.startswith(READERS)]


def _forget() -> None:
    for module in _readers():
        for thing in vars(module).values():
            if hasattr(thing, "cache_clear") and str(thing.__module__).startswith(READERS):
                thing.cache_clear()


@contextmanager
def without(table: str, row: Any) -> Iterator[None]:
    """Run as if `row` were not in `table`; a list of words keeps its row, with words of no text."""
    listed = isinstance(getattr(row, "words", None), tuple)
    left = (replace(row, words=(NOWHERE,)),) if listed else ()

    def load(asked: str, kind: Any) -> tuple[Any, ...]:
        there = rows.load(asked, kind)
        if asked != table:
            return there
        at = there.index(row)
        return (*there[:at], *left, *there[at + 1 :])

    with pytest.MonkeyPatch.context() as patch:
        for module in _readers():
            if getattr(module, "load", None) is rows.load:
                patch.setattr(module, "load", load)
        _forget()
        yield
    _forget()


def needed(table: str, row: Any, found: Callable[[str], object]) -> bool:
    """Tell whether the row's own example reads otherwise without the row."""
    there = found(row.example)
    with without(table, row):
        return found(row.example) != there
