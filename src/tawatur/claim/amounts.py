"""Amounts of a claim: the quantities of its clause that are a toll, and how final they are."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Literal, NamedTuple

import msgspec
import regex

from tawatur.lang.rows import any_of, load
from tawatur.mark.page import Page
from tawatur.model import Amount, NumberMark, Span

Toll = Literal["initial", "rising", "final"]

ONE_COUNT = frozenset({"killed", "injured", "casualties"})
"""Amounts that have one total in a clause: a smaller figure after it is a part («بينهم طفلان»)."""


class TollRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that say how final a toll is; see the head of tolls.toml."""

    toll: Toll
    words: tuple[str, ...]
    example: str


class _TollPattern(NamedTuple):
    toll: Toll
    pattern: regex.Pattern[str]


def toll_rows() -> tuple[TollRow, ...]:
    """Read tolls.toml."""
    return load("tolls", TollRow)


def toll_patterns(rows: Iterable[TollRow]) -> tuple[_TollPattern, ...]:
    """Prepare rows for the search, in their order of strength."""
    return tuple(
        _TollPattern(row.toll, regex.compile(rf"(?<!\p{{L}})[وفبل]*{any_of(row.words)}(?!\p{{L}})"))
        for row in rows
    )


@cache
def _patterns() -> tuple[_TollPattern, ...]:
    return toll_patterns(toll_rows())


def amounts_of(numbers: Iterable[NumberMark], span: Span) -> tuple[Amount, ...]:
    """Turn the quantities inside `span` that feed an amount into amounts, in order.

    >>> from tawatur.mark.numbers import find_numbers
    >>> page = Page.of_text("مقتل 13 شخصاً بينهم طفلان وإصابة 5 آخرين قبل 3 أيام.")
    >>> amounts = amounts_of(find_numbers(page), Span(0, len(page.raw)))
    >>> [(amount.what, amount.low, amount.words) for amount in amounts]
    [('killed', 13, '13 شخصاً'), ('killed', 2, 'طفلان'), ('injured', 5, '5 آخرين')]
    """
    return tuple(
        Amount(
            what=mark.what,
            low=mark.low,
            high=mark.high,
            words=mark.words,
            start=mark.start,
            end=mark.end,
        )
        for mark in numbers
        if mark.what is not None and span.covers(mark.span)
    )


def totals_of(amounts: Iterable[Amount]) -> tuple[Amount, ...]:
    """Leave out parts of a toll that stands before them in the same clause.

    A part is never more than its whole; of two figures for one amount the first is the whole.

    >>> both = amounts_of((), Span(0, 0))
    >>> totals_of(both)
    ()
    """
    kept: list[Amount] = []
    for amount in amounts:
        whole = next((each for each in kept if each.what == amount.what), None)
        part = whole is not None and amount.what in ONE_COUNT and amount.low <= whole.low
        kept.extend(() if part else (amount,))
    return tuple(kept)


def toll_words(
    page: Page,
    start: int,
    end: int,
    *,
    patterns: tuple[_TollPattern, ...] | None = None,
) -> Toll | None:
    """Tell whether a stretch of a report calls its toll a first one, a risen one or the last.

    >>> text = "ارتفعت حصيلة الهجوم إلى 13 قتيلاً."
    >>> toll_words(Page.of_text(text), 0, len(text))
    'rising'
    """
    begins, ends = page.text.fold_span(Span(start, end))
    return next(
        (
            toll
            for toll, pattern in patterns or _patterns()
            if pattern.search(page.folded, begins, ends)
        ),
        None,
    )
