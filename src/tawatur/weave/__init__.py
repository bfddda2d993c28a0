"""Reports in, one record of events and stories out; not weighed yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from tawatur.model import Report, Woven
from tawatur.stage import Group
from tawatur.weave.weave import weave


def together(_: Any) -> str:
    """Put all reports into one group: in this version a record is woven as a whole."""
    return "record"


def weave_group(_: str, reports: Sequence[Report]) -> Iterable[Woven]:
    """Weave the reports of a group."""
    yield weave(reports)


def make_weave() -> Callable[[str, Sequence[Report]], Iterable[Woven]]:
    """Hand over `weave_group`."""
    return weave_group


WEAVE = Group(
    name="weave",
    key=together,
    make=make_weave,
    reads=frozenset({"claims", "constraints", "entities"}),
    writes=frozenset({"events", "copies", "calendar", "stories"}),
    version="1",
)
