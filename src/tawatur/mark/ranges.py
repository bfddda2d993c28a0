"""Ranges: «بين 20 و25», «من 10 إلى 15», «20-25»; but not scores, dates, or a rise from one to another."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from tawatur.mark.clitics import Word
from tawatur.mark.counted import Counting, Quantity, noun_at
from tawatur.mark.not_amounts import HYPHENS, TIED, is_calendar, looks_like_year, tied_after
from tawatur.mark.numerals import Numeral, Table, find, read_numeral

_REACH_OF_RISE = 8
"""Words from «ارتفع» to «من 5 إلى 10»: «ارتفعت حصيلة ضحايا الهجوم على القرية من …»."""


def range_at(words: Sequence[Word], at: int, table: Table, tables: Counting) -> Quantity | None:
    """Read the range that begins at a word; of a rise from one number to another, the second."""
    opener = find(table, "between", words, at) or find(table, "from", words, at)
    between = opener is not None and opener.row.is_a == "between"
    begins = opener.after if opener else at
    left = read_numeral(words, begins, table)
    place = _range_link(words, left, table, between=between) if left else None
    right = read_numeral(words, place, table) if place else None
    if left is None or right is None or place is None:
        return None
    if between and place == left.after and not right.joined:
        return None
    low, high = _scaled(left, right), right.value
    if low >= high or low.denominator != 1 or high.denominator != 1:
        return None
    if is_calendar(words, right, table) or tied_after(words, right.after):
        return None
    if not between and _rises(words, at, table):
        low, at = high, place
    if words[left.after].text in HYPHENS and not _counts(words, begins, right, tables):
        return None
    form = opener.form if opener and at < begins else left
    return Quantity(
        int(low), int(high), at, right.after, right.after, joined=form.joined, trim=form.trim
    )


def _range_link(words: Sequence[Word], left: Numeral, table: Table, *, between: bool) -> int | None:
    """Find where the upper end of a range begins: after «و» or joined to it, «إلى», a hyphen."""
    if left.after >= len(words):
        return None
    text = words[left.after].text
    if between:
        return left.after + 1 if text in {"و", "وال"} else left.after
    to = find(table, "to", words, left.after)
    if to and to.form.trim == 0:
        return to.after
    return left.after + 1 if text in HYPHENS else None


def _scaled(left: Numeral, right: Numeral) -> Fraction:
    """Read the 200 of «بين 200 و300 ألف» as thousands too."""
    shares = right.scale > 1 and left.scale == 1 and left.value * right.scale < right.value
    return left.value * right.scale if shares else left.value


def _counts(words: Sequence[Word], at: int, right: Numeral, tables: Counting) -> bool:
    """Tell «20-25 قتيلاً» from a score or a telephone number."""
    around = (at - 1, right.after)
    if any(0 <= place < len(words) and words[place].text in TIED for place in around):
        return False
    many = right.value >= 1000 and not looks_like_year(words, right.after - 1, right)
    return many or noun_at(words, right.after, tables) is not None


def _rises(words: Sequence[Word], at: int, table: Table) -> bool:
    """Tell «ارتفع العدد من 5 إلى 10» from a range."""
    return any(
        find(table, "rise", words, place) for place in range(max(0, at - _REACH_OF_RISE), at)
    )
