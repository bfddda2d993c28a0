"""A record in, something to look at out."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from rapidfuzz import process

from tawatur.errors import SetupError
from tawatur.keep.record import Record
from tawatur.show.brief import brief
from tawatur.show.table import table, table_json
from tawatur.show.timeline import timeline

View = Callable[..., str]

VIEWS: Mapping[str, View] = MappingProxyType(
    {"timeline": timeline, "table": table, "json": table_json, "brief": brief}
)
"""Every way to look at a record, by name."""


def render(record: Record, view: str = "timeline", **options: Any) -> str:
    """Show a record.

    Raises:
        SetupError: there is no such view, or it has no such option.
    """
    show = VIEWS.get(view)
    if show is None:
        raise SetupError(f"no view {view!r}{_nearest(view, VIEWS)}")
    taken = [name for name in inspect.signature(show).parameters if name != "record"]
    for option in options:
        if option not in taken:
            has = f"it has {', '.join(taken)}" if taken else "it has none"
            raise SetupError(f"the view {view!r} has no option {option!r}; {has}")
    return show(record, **options)


def _nearest(name: str, names: Mapping[str, View]) -> str:
    found = process.extractOne(name, names.keys(), score_cutoff=50)
    return f"; is it {found[0]}?" if found else f"; there are {', '.join(names)}"


__all__ = ["VIEWS", "Record", "View", "brief", "render", "table", "table_json", "timeline"]
