"""One quantity: a number with its bounds and what it counts; a dual; none at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tawatur.mark.clitics import Match, Word
from tawatur.mark.counted import Counting, Quantity, noun_at, with_noun
from tawatur.mark.not_amounts import counts_nothing, looks_like_year
from tawatur.mark.numerals import NumberRow, Numeral, Table, find, read_numeral
from tawatur.mark.ranges import range_at

_ABOUT = (85, 115)
"""«نحو» is read as within 15 per cent: the convention of the annotated dev articles."""

_REACH_OF_NO = 5
"""Words between «لم يسفر» and «قتلى»: «لم يسفر الهجوم على القرية عن قتلى»."""

_MOST_BOUNDS = 4
"""Bounds one after the other: «ما لا يقل عن نحو 20» has two; endless ones bound nothing."""

_OPENERS = frozenset('«“"‹(')
_TOLLS = frozenset({"killed", "injured", "casualties", "missing"})


def quantity_at(words: Sequence[Word], at: int, table: Table, tables: Counting) -> Quantity | None:
    """Read the quantity that begins at a word, if one does."""
    readers = (_bounded, _none_at_all, _dual)
    found = (reader(words, at, table, tables) for reader in readers)
    return next((quantity for quantity in found if quantity), None)


def _bounded(words: Sequence[Word], at: int, table: Table, tables: Counting) -> Quantity | None:
    """Read a number with the bounds before and after it and what it counts."""
    bounds: list[str] = []
    place, opener = at, None
    while len(bounds) < _MOST_BOUNDS and (bound := _bound(words, place, table)):
        bounds.append(bound.row.is_a)
        opener, place = opener or bound.form, bound.after
    if bounds and place < len(words) and words[place].text in _OPENERS:
        place += 1
    core = (
        range_at(words, place, table, tables)
        or _vague(words, place, table, tables)
        or _exact(words, place, table, tables, bounded=bool(bounds))
    )
    if core is None:
        return None
    if opener:
        core = core._replace(first=at, trim=opener.trim, joined=opener.joined)
    core = with_noun(words, core, table, tables)
    closing = _bound(words, core.end, table, " after")
    if closing and not closing.form.held:
        bounds.append(closing.row.is_a)
        core = core._replace(end=closing.after)
    low, high = _within(core.low, core.high, bounds)
    joined = core.joined or (at > 0 and words[at - 1].text == "و")
    return core._replace(low=low, high=high, joined=joined)


def _bound(words: Sequence[Word], at: int, table: Table, side: str = "") -> Match[NumberRow] | None:
    kinds = ("at_most", "at_least", "about")
    found = [match for kind in kinds if (match := find(table, kind + side, words, at))]
    return max(found, key=lambda match: match.after, default=None)


def _within(low: int, high: int | None, bounds: Sequence[str]) -> tuple[int, int | None]:
    """Bound an interval; an open number bounded above ends before the next («عشرات»: 99)."""
    if "at_most" in bounds:
        return (low, low * 5 - 1) if high is None else (0, high)
    if "at_least" in bounds:
        return low, None
    if "about" in bounds and high is not None:
        return low * _ABOUT[0] // 100, -(-high * _ABOUT[1] // 100)
    return low, high


def _vague(words: Sequence[Word], at: int, table: Table, tables: Counting) -> Quantity | None:
    found = find(table, "vague", words, at)
    if found is None or found.row.low is None:
        return None
    if found.row.needs_noun and not noun_at(words, found.after, tables, bare=True):
        return None
    low, high, after, form = found.row.low, found.row.high, found.after, found.form
    times = find(table, "power", words, after) or find(table, "vague", words, after)
    if times and not times.form.joined and not times.form.held:
        # «عشرات الآلاف» is tens of thousands, «بضع مئات» a few hundreds.
        scale = int(times.row.value or (times.row.low or 0) // 2)
        low, high, after = low * scale, high * scale if high else None, times.after
    return Quantity(low, high, at, after, after, joined=form.joined, trim=form.trim)


def _exact(
    words: Sequence[Word], at: int, table: Table, tables: Counting, *, bounded: bool
) -> Quantity | None:
    numeral = read_numeral(words, at, table)
    if numeral is None or numeral.value.denominator != 1 or numeral.scale == 0:
        return None
    counted = noun_at(words, numeral.after, tables, bare=True) is not None
    if counts_nothing(words, at, numeral, table, counted=counted):
        return None
    value = int(numeral.value)
    if looks_like_year(words, at, numeral) and not bounded and not counted:
        return None
    first: int | None = at
    if numeral.plain and not numeral.digits and value in _SHY:
        first = at if bounded and value > 1 else _SHY[value](words, at, numeral, tables)
    if first is None:
        return None
    trim = numeral.trim if first == at else 0
    return Quantity(
        value, value, first, numeral.after, numeral.after,
        joined=numeral.joined, definite=numeral.definite, trim=trim,
    )  # fmt: skip


def _after_its_noun(
    words: Sequence[Word], at: int, numeral: Numeral, tables: Counting
) -> int | None:
    """Read «واحد» as 1 only behind what it counts: «قتيل واحد», not «واحداً تلو الآخر»."""
    counted = noun_at(words, at - 1, tables)
    return at - 1 if counted and numeral.trim == 0 and not numeral.definite else None


def _not_monday(words: Sequence[Word], at: int, numeral: Numeral, tables: Counting) -> int | None:
    """Read «اثنين» as 2, with the noun it follows; «الاثنين» is Monday, «أثنى» praised."""
    if numeral.definite or not words[at].text.endswith("ن"):
        return None
    before = (at - 1, at - 2)
    return next((place for place in before if noun_at(words, place, tables)), at)


def _before_its_noun(
    words: Sequence[Word], at: int, numeral: Numeral, tables: Counting
) -> int | None:
    """Read «ألف» as 1,000 only before what it counts: it may be «wrote» or a letter."""
    return at if noun_at(words, numeral.after, tables) else None


_SHY: dict[int, Callable[[Sequence[Word], int, Numeral, Counting], int | None]] = {
    1: _after_its_noun,
    2: _not_monday,
    1000: _before_its_noun,
}
"""Words that are numbers only in the right company."""


def _none_at_all(words: Sequence[Word], at: int, table: Table, tables: Counting) -> Quantity | None:
    """Read «لم يسقط قتلى» as none."""
    no = find(table, "no", words, at)
    if no is None:
        return None
    place = no.after
    befell = find(table, "befell", words, place)
    if befell is None:
        return None
    for place in range(befell.after, min(befell.after + _REACH_OF_NO, len(words))):
        noun = noun_at(words, place, tables)
        if noun and noun.what in _TOLLS and not words[place].text.startswith("ال"):
            return Quantity(
                0,
                0,
                at,
                place,
                place + 1,
                noun,
                (place, place + 1),
                joined=no.form.joined,
                trim=no.form.trim,
            )
        if not words[place].text.isalpha():
            return None
    return None


def _dual(words: Sequence[Word], at: int, table: Table, tables: Counting) -> Quantity | None:
    """Read a dual as 2: «قتيلين», «الجنديان»; «اثنين» after it is part of it."""
    dual = tables.duals.match(words, at)
    if dual is None or (find(table, "label", words, at) and _digits_follow(words, at)):
        return None
    end = dual.after
    two = find(table, "unit", words, end)
    if two and two.row.value == 2 and not two.form.trim and not two.form.definite:
        end = two.after
    form = dual.form
    return Quantity(
        2, 2, at, end, end, dual.row, (at, dual.after), joined=form.joined, trim=form.trim
    )


def _digits_follow(words: Sequence[Word], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1].text.isdigit()
