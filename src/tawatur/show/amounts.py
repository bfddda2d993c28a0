"""Amounts in words: an interval is never shown as one number."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from tawatur.model import EventAmount

_FIRST = ("killed", "injured", "casualties", "missing", "arrested", "displaced")
"""Amounts of people who came to harm, in the order in which reports give them."""


class Interval(Protocol):
    """What has two ends, the upper one null when open."""

    @property
    def low(self) -> int:
        """The least."""

    @property
    def high(self) -> int | None:
        """The most, null when open."""


def interval(amount: Interval) -> str:
    """Write an amount.

    >>> from tawatur.model import AmountValue
    >>> [interval(AmountValue(low=low, high=high, claims=())) for low, high in
    ...  ((13, 13), (20, None), (51, 69))]
    ['13', '20+', '51–69']
    """
    if amount.high is None:
        return f"{amount.low:,}+"
    return f"{amount.low:,}" if amount.low == amount.high else f"{amount.low:,}–{amount.high:,}"


def in_order(amounts: Mapping[str, EventAmount]) -> list[tuple[str, EventAmount]]:
    """Order amounts as a reader expects them: the dead, the injured, then the rest by name."""
    rank = {what: place for place, what in enumerate(_FIRST)}
    return sorted(amounts.items(), key=lambda pair: (rank.get(pair[0], len(rank)), pair[0]))
