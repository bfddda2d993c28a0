"""Quantities in a report, as intervals: «13 قتيلاً», «عشرات الجرحى», «ما لا يقل عن 20»."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import cache

from tawatur.mark.clitics import Match, Word, cut
from tawatur.mark.counted import Counting, Quantity, counting, noun_at, with_noun, with_what
from tawatur.mark.not_amounts import (
    HYPHENS,
    TIED,
    counts_nothing,
    is_calendar,
    looks_like_year,
    tied_after,
)
from tawatur.mark.numerals import (
    NumberRow,
    Numeral,
    Table,
    find,
    number_table,
    read_numeral,
)
from tawatur.mark.page import Page
from tawatur.model import NumberMark

_ABOUT = (85, 115)
"""«نحو» is read as within 15 per cent: the convention of the annotated dev articles."""

_REACH_OF_NO = 5
"""Words between «لم يسفر» and «قتلى»: «لم يسفر الهجوم على القرية عن قتلى»."""

_OPENING = frozenset(
    {"unit", "ten", "hundred", "power", "two_powers", "part", "vague", "fixed", "no"}
    | {"at_least", "at_most", "about", "between", "from"}
)
_OPENERS = frozenset('«“"‹(')
_TOLLS = frozenset({"killed", "injured", "casualties", "missing"})


def find_numbers(
    page: Page, *, table: Table | None = None, tables: Counting | None = None
) -> Iterator[NumberMark]:
    """Find every quantity, in order: an interval, the counted noun, and the amount it feeds.

    Dates, clock times, years, names with a number («الفرقة 14»), ordinals, scores, shares and
    idioms («واحداً تلو الآخر») are no quantities.

    >>> page = Page.of_text("قُتل 13 شخصاً على الأقل وأصيب عشرات الجنود من الفرقة 14.")
    >>> [(mark.words, mark.low, mark.high, mark.what) for mark in find_numbers(page)]
    [('13 شخصاً على الأقل', 13, None, 'killed'), ('عشرات الجنود', 20, None, 'injured')]
    """
    openers = _openers_of(table, tables) if table or tables else _openers()
    table, tables = table or number_table(), tables or counting()
    for sentence in page.sentences:
        words = cut(page.folded, *page.text.fold_span(sentence))
        quantities = list(_quantities(words, openers, table, tables))
        for quantity in with_what(words, quantities, table, tables):
            yield _mark(page, words, quantity)


def _mark(page: Page, words: Sequence[Word], quantity: Quantity) -> NumberMark:
    start = words[quantity.first].start + quantity.trim
    span = page.text.span(start, words[quantity.end - 1].end)
    unit = None
    if quantity.unit:
        unit = page.text.words(words[quantity.unit[0]].start, words[quantity.unit[1] - 1].end)
    return NumberMark(
        start=span.start,
        end=span.end,
        words=span.of(page.raw),
        low=quantity.low,
        high=quantity.high,
        unit=unit,
        what=quantity.what,
        group=quantity.group,
    )


def _openers_of(table: Table | None, tables: Counting | None) -> frozenset[str]:
    """List the words that a quantity can begin with, so that all others are passed over quickly."""
    table, tables = table or number_table(), tables or counting()
    kinds = (phrases.openers() for kind, phrases in table.items() if kind in _OPENING)
    return tables.duals.openers().union(*kinds)


@cache
def _openers() -> frozenset[str]:
    return _openers_of(None, None)


def _quantities(
    words: Sequence[Word], openers: frozenset[str], table: Table, tables: Counting
) -> Iterator[Quantity]:
    at = last = 0
    while at < len(words):
        if words[at].text not in openers and not words[at].text[0].isdigit():
            at += 1
            continue
        fixed = find(table, "fixed", words, at)
        quantity = None if fixed else _quantity(words, at, table, tables)
        if quantity is None:
            at = fixed.after if fixed else _past(words, at, table)
            continue
        yield quantity._replace(first=max(quantity.first, last))
        at = last = quantity.end


def _past(words: Sequence[Word], at: int, table: Table) -> int:
    """Go past a numeral that counts nothing as a whole, so that no part of it is read again."""
    numeral = read_numeral(words, at, table)
    if numeral is None:
        return at + 1
    share = find(table, "fraction", words, numeral.after)
    return share.after if share else numeral.after


def _quantity(words: Sequence[Word], at: int, table: Table, tables: Counting) -> Quantity | None:
    readers = (_bounded, _none_at_all, _dual)
    found = (reader(words, at, table, tables) for reader in readers)
    return next((quantity for quantity in found if quantity), None)


def _bounded(words: Sequence[Word], at: int, table: Table, tables: Counting) -> Quantity | None:
    """Read a number with the bounds before and after it and what it counts."""
    bounds: list[str] = []
    place, opener = at, None
    while bound := _bound(words, place, table):
        bounds.append(bound.row.is_a)
        opener, place = opener or bound.form, bound.after
    if bounds and place < len(words) and words[place].text in _OPENERS:
        place += 1
    core = (
        _range(words, place, table, tables)
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


def _range(words: Sequence[Word], at: int, table: Table, tables: Counting) -> Quantity | None:
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
    return any(find(table, "rise", words, place) for place in range(max(0, at - 8), at))


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
