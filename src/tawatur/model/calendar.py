"""What is fixed between days that have no date yet."""

from __future__ import annotations

from tawatur.model.base import Noun
from tawatur.model.reason import Reason


class CalendarLine(Noun, frozen=True, kw_only=True):
    """One line of calendar.jsonl: a distance between two days, or a conflict.

    A distance: the day of `right` is `days_low` to `days_high` days after the day of `left`; both
    are ids of documents or events. A conflict: `conflict` is an irreducible set of reasons that
    cannot all hold; the four other fields are then null or empty.
    """

    left: str | None = None
    right: str | None = None
    days_low: int | None = None
    days_high: int | None = None
    because: tuple[Reason, ...] = ()
    conflict: tuple[Reason, ...] = ()

    def __post_init__(self) -> None:
        if bool(self.conflict) == (self.left is not None and self.right is not None):
            raise ValueError("a line of the calendar is a distance or a conflict, never both")
