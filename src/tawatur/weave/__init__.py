"""Reports in, one record of events and stories out; not weighed yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from tawatur.model import Decision, Report, Woven
from tawatur.stage import Group
from tawatur.weave.decided import Decided
from tawatur.weave.weave import weave


def together(_: Any) -> str:
    """Put all reports into one group: in this version a record is woven as a whole."""
    return "record"


@dataclass(frozen=True)
class MakeWeave:
    """Makes the function that weaves a group, honouring what people decided."""

    decisions: tuple[Decision, ...] = ()

    def __call__(self) -> Callable[[str, Sequence[Report]], Iterable[Woven]]:
        """Hand over the function."""
        decided = Decided.of(self.decisions)

        def weave_group(_: str, reports: Sequence[Report]) -> Iterable[Woven]:
            yield weave(reports, decided)

        return weave_group


def weave_stage(decisions: Iterable[Decision] = ()) -> Group:
    """Make the stage that weaves a record."""
    return Group(
        name="weave",
        key=together,
        make=MakeWeave(tuple(decisions)),
        reads=frozenset({"claims", "constraints", "entities"}),
        writes=frozenset({"events", "copies", "calendar", "stories"}),
        version="1",
    )


WEAVE = weave_stage()
