"""Amounts of a claim: the quantities of its clause that are a toll, and how final they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal, NamedTuple

import msgspec
import regex

from tawatur.lang.rows import any_of, load
from tawatur.mark.page import Page
from tawatur.model import Amount, NumberMark, Span
from tawatur.resolve.nearby import meeting

Toll = Literal["initial", "rising", "final"]

_OF_OURS = regex.compile(
    r"\S+(?:\s+(?:من|في صفوف))\s+(?:مقاتلي|عناصر|افراد|جنود|منتسبي|رجال|مسلحي)(?:ه|ها|هم|نا)(?!\p{L})"
)
_PART = regex.compile(
    r"(?<!\p{L})(?:و|ف)?(?:من )?(?:ضمن|بين|من)(?:هم|ها|هن)(?!\p{L})[\s،:]*(?:كان\s)?$"
)
_OF_THEM = regex.compile(r"(?<!\p{L})من(?:هم|ها|هن)(?!\p{L})")
_AND = regex.compile(r"[\s،,]*و\s*")


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


def amounts_of(page: Page, numbers: Sequence[NumberMark], span: Span) -> tuple[Amount, ...]:
    """Turn the quantities inside `span` that feed an amount into amounts, in order.

    A part of a toll («بينهم طفلان», «ثلاثة منهم», a body's own losses «ثلاثة من مقاتليها») is no
    amount beside it: it stays a mark.

    >>> from tawatur.mark.numbers import find_numbers
    >>> page = Page.of_text("مقتل 13 شخصاً بينهم طفلان وامرأتان وإصابة 5 آخرين قبل 3 أيام.")
    >>> amounts = amounts_of(page, tuple(find_numbers(page)), Span(0, len(page.raw)))
    >>> [(amount.what, amount.low, amount.words) for amount in amounts]
    [('killed', 13, '13 شخصاً'), ('injured', 5, '5 آخرين')]
    """
    found: list[Amount] = []
    part: NumberMark | None = None
    for mark in meeting(numbers, span):
        if mark.what is None or not span.covers(mark.span):
            continue
        if _is_part(page, mark, part):
            part = mark
            continue
        part = None
        found.append(_amount(mark, mark.what))
    return tuple(found)


def _amount(mark: NumberMark, what: str) -> Amount:
    return Amount(
        what=what, low=mark.low, high=mark.high, words=mark.words, start=mark.start, end=mark.end
    )


def _is_part(page: Page, mark: NumberMark, last: NumberMark | None) -> bool:
    """Tell a part of a toll, or what is joined by «و» to such a part."""
    start, end = page.text.fold_span(mark.span)
    joined = last is not None and last.what == mark.what
    if joined and last is not None:
        between = page.folded[page.text.fold_span(last.span)[1] : start]
        joined = _AND.fullmatch(between) is not None
    return (
        joined
        or _PART.search(page.folded[max(0, start - 20) : start]) is not None
        or _OF_THEM.search(page.folded[start:end]) is not None
        or _OF_OURS.match(page.folded, start) is not None
    )


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
