"""What the calendar says for two days being one."""

from __future__ import annotations

from datetime import date

from tawatur.weave.network import Bounds, Network

ONE_DAY = 1.0
"""Weight of two days known to be one."""
NEAR, WINDOW = 0.4, 4
"""Weight of two windows of at most so many days that share one: «قبل يومين» and a dated day."""
ONE_WEEKDAY = 0.4
"""Weight of a shared weekday while both days float: one chance in seven, and weeks are many."""


def day_evidence(network: Network, left: str, right: str) -> float:
    """Weigh two days: known to be one, of one weekday, or nothing known.

    >>> day_evidence(Network(), "claim:a", "claim:b")
    0.0
    """
    one, two = network.bounds(left), network.bounds(right)
    if one.day is not None and two.day is not None:
        return ONE_DAY if one.day == two.day else 0.0
    part = network.part_of(left)
    if part is not None and part is network.part_of(right) and part.distance(left, right) == (0, 0):
        return ONE_DAY
    if one.weekday is not None and one.weekday == two.weekday:
        return ONE_WEEKDAY
    return NEAR if _near(one, two) else 0.0


def _near(one: Bounds, two: Bounds) -> bool:
    first, second = _window(one), _window(two)
    return bool(first and second and first[0] <= second[1] and second[0] <= first[1])


def _window(bounds: Bounds) -> tuple[date, date] | None:
    if bounds.begins is None or bounds.ends is None:
        return None
    return (bounds.begins, bounds.ends) if (bounds.ends - bounds.begins).days < WINDOW else None
