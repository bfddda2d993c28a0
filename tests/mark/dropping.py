"""Take one row out of a table and see what a reader then finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import pytest

MODULES = (
    "tawatur.mark.vocabulary",
    "tawatur.mark.person_names",
    "tawatur.mark.phrases",
    "tawatur.mark.roles",
    "tawatur.mark.place_words",
    "tawatur.mark.bodies",
    "tawatur.mark.known_names",
    "tawatur.mark.outlets",
    "tawatur.mark.names",
    "tawatur.resolve.posts",
    "tawatur.resolve.anaphors",
    "tawatur.resolve.spelling",
    "tawatur.resolve.surroundings",
)


def _forget() -> None:
    for name in MODULES:
        for thing in vars(import_module(name)).values():
            if hasattr(thing, "cache_clear") and getattr(thing, "__module__", "") in MODULES:
                thing.cache_clear()


@contextmanager
def without(table: str, row: Any) -> Iterator[None]:
    """Run as if `row` were not in `table`."""
    with pytest.MonkeyPatch.context() as patch:
        for name in MODULES:
            module = import_module(name)
            if hasattr(module, "load"):
                load = module.load
                patch.setattr(
                    module,
                    "load",
                    lambda asked, kind, load=load: tuple(
                        each for each in load(asked, kind) if asked != table or each != row
                    ),
                )
        _forget()
        yield
    _forget()


def needed(table: str, row: Any, found: Callable[[str], object]) -> bool:
    """Tell whether the row's own example reads otherwise without the row."""
    there = found(row.example)
    with without(table, row):
        return found(row.example) != there
