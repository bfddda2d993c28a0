"""Numbers that are no quantity: dates, clock times, years, names, ordinals, scores, shares."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec
import regex

from tawatur.lang.rows import load
from tawatur.mark.clitics import Phrases, Word
from tawatur.mark.numerals import Numeral, Table, find

HYPHENS = frozenset("-–—‑")
TIED = HYPHENS | frozenset("/:+^=×_\\<>#")
"""Marks that tie a number to its neighbour into a date, a time, a score or a name."""

_YEAR = regex.compile(r"(?:19\d\d|20[0-3]\d)")
_PHONE = regex.compile(r"\d{9,}|0\d+")
_CLITICS = frozenset(
    joined + held
    for joined in ("", "و", "ف")
    for held in ("", "ب", "ل", "ك", "ال", "بال", "لل", "كال")
)
_QUOTES = frozenset("«»“”\"‹›'‘’()")


class _Month(msgspec.Struct, frozen=True):
    """What of months.toml is needed here: the names."""

    word: str


@cache
def _months() -> Phrases[_Month]:
    return Phrases((row.word, row) for row in load("months", _Month))


def is_tied(words: Sequence[Word], left: int, right: int) -> bool:
    """Tell whether a date mark ties two neighbouring words together."""
    return left >= 0 and right < len(words) and words[left].end == words[right].start


def counts_nothing(words: Sequence[Word], at: int, numeral: Numeral, table: Table) -> bool:
    """Tell whether the numeral at a word is a date, a time, a name, an ordinal or a share.

    >>> from tawatur.mark.clitics import cut
    >>> from tawatur.mark.numerals import number_table, read_numeral
    >>> words = cut("قائد الفرقه 14", 0, 14)
    >>> counts_nothing(words, 2, read_numeral(words, 2, number_table()), number_table())
    True
    """
    return (
        (numeral.digits and _is_tied_up(words, at, numeral))
        or _is_named(words, at, table)
        or find(table, "ordinal", words, at - 1) is not None
        or is_calendar(words, at, numeral, table)
    )


def is_calendar(words: Sequence[Word], at: int, numeral: Numeral, table: Table) -> bool:
    """Tell whether a numeral is a day, a clock time or a year, or a share in a hundred."""
    after = numeral.after
    while after < len(words) and words[after].text in _QUOTES:
        after += 1
    month = _months().match(words, after)
    return (
        (month is not None and month.form.trim == 0)
        or find(table, "month", words, after) is not None
        or find(table, "fraction", words, after) is not None
        or find(table, "calendar", words, at - 1) is not None
        or (at > 0 and words[at - 1].text in _PERCENT)
    )


_PERCENT = frozenset("%٪")


def looks_like_year(words: Sequence[Word], at: int, numeral: Numeral) -> bool:
    """Tell whether four bare digits may be a year; only a counted noun makes them an amount."""
    return numeral.digits and numeral.plain and _YEAR.fullmatch(words[at].text) is not None


def _is_named(words: Sequence[Word], at: int, table: Table) -> bool:
    """Tell «الفرقة 14», «شارع "60"», «الفرقتان 14 و15»."""
    before = at - 1
    while before >= 0 and words[before].text in _QUOTES | HYPHENS | _CLITICS:
        before -= 1
    if (
        before >= 0
        and words[before].text.isdigit()
        and before < at - 1
        and words[at - 1].text == "و"
    ):
        before -= 1
    return find(table, "label", words, before) is not None


def _is_tied_up(words: Sequence[Word], at: int, numeral: Numeral) -> bool:
    """Tell digits in a date, a clock time, a score, a telephone number, a name («إف16»)."""
    before, after = at - 1, numeral.after
    if _PHONE.fullmatch(words[at].text):
        return True
    if is_tied(words, before, at):
        text = words[before].text
        if text in TIED or (text.isalpha() and text not in _CLITICS):
            return True
        if (
            text in _CLITICS
            and is_tied(words, before - 1, before)
            and words[before - 1].text in TIED
        ):
            return True
    if after < len(words) and words[after].text in TIED:
        return is_tied(words, after - 1, after) or is_tied(words, after, after + 1)
    return before >= 0 and words[before].text in {":", "/"} and words[before - 1].text.isdigit()
