"""When something was, as far as it is known."""

from __future__ import annotations

from datetime import date
from typing import Literal

from tawatur.model.base import Noun
from tawatur.model.reason import Reason

Precision = Literal["day", "week", "month", "year", "open"]


class When(Noun, frozen=True, kw_only=True):
    """An interval of days, both ends included, with the reasons for its ends.

    An end that is null is open: nothing in the reports bounds it. `weekday` (0 = Monday) may be
    known without a date. `precision` is how much the interval leaves open.

    Raises:
        ValueError: the interval runs backwards.

    >>> When(weekday=1).precision
    'open'
    """

    begins: date | None = None
    ends: date | None = None
    weekday: int | None = None
    precision: Precision = "open"
    because: tuple[Reason, ...] = ()

    def __post_init__(self) -> None:
        if self.begins and self.ends and self.begins > self.ends:
            raise ValueError(f"an interval runs forwards: {self.begins}..{self.ends}")
        if self.weekday is not None and not 0 <= self.weekday <= 6:
            raise ValueError(f"a weekday is 0 (Monday) to 6 (Sunday), not {self.weekday}")

    @property
    def day(self) -> date | None:
        """The one day, or None while more than one is possible."""
        return self.begins if self.begins is not None and self.begins == self.ends else None


def precision_of(begins: date | None, ends: date | None) -> Precision:
    """Name how much an interval leaves open.

    >>> precision_of(date(2021, 12, 5), date(2021, 12, 11))
    'week'
    """
    if begins is None or ends is None:
        return "open"
    days = (ends - begins).days + 1
    names: tuple[tuple[int, Precision], ...] = (
        (1, "day"), (7, "week"), (31, "month"), (366, "year"),
    )  # fmt: skip
    return next((name for most, name in names if days <= most), "open")
