"""Quantities in a report, as intervals: «13 قتيلاً», «عشرات الجرحى», «ما لا يقل عن 20»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from tawatur.mark.clitics import Word, cut
from tawatur.mark.counted import Counting, Quantity, counting
from tawatur.mark.fates import with_what
from tawatur.mark.numerals import Table, find, number_table, read_numeral
from tawatur.mark.page import Page
from tawatur.mark.quantities import quantity_at
from tawatur.model import NumberMark

_OPENING = frozenset(
    {"unit", "ten", "hundred", "power", "two_powers", "part", "vague", "fixed", "no"}
    | {"at_least", "at_most", "about", "between", "from"}
)


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
        quantity = None if fixed else quantity_at(words, at, table, tables)
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
