"""Marks by place: which of many meet a stretch of text, without looking at them all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TypeVar

from tawatur.model import NameMark, NumberMark, RoleMark, Span

M = TypeVar("M", NameMark, NumberMark, RoleMark)


def meeting(marks: Sequence[M], span: Span) -> Sequence[M]:
    """List the marks that share a character with `span`; marks stand in order and do not overlap.

    >>> kirkuk, mosul = (NameMark(start=n, end=n + 5, words="", kind="LOC") for n in (4, 12))
    >>> meeting([kirkuk, mosul], Span(9, 13)) == [mosul]
    True
    """
    first = bisect_right(marks, span.start, key=_end)
    return marks[first : bisect_left(marks, span.end, lo=first, key=_start)]


def next_from(marks: Sequence[M], place: int) -> M | None:
    """Find the first mark that begins at `place` or after it; marks stand in order."""
    at = bisect_left(marks, place, key=_start)
    return marks[at] if at < len(marks) else None


def last_before(marks: Sequence[M], place: int) -> M | None:
    """Find the last mark that ends before `place`; marks stand in order and do not overlap."""
    at = bisect_left(marks, place, key=_end)
    return marks[at - 1] if at else None


def _start(mark: NameMark | NumberMark | RoleMark) -> int:
    return mark.start


def _end(mark: NameMark | NumberMark | RoleMark) -> int:
    return mark.end
