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

_PERCENT = frozenset("%٪")
_YEAR = regex.compile(r"(?:19\d\d|20[0-3]\d)")
_LATIN = regex.compile(r"\p{Latin}")
_PHONE = regex.compile(r"\d{9,}|0\d+")
_CLITICS = frozenset(
    joined + held
    for joined in ("", "و", "ف")
    for held in ("", "ب", "ل", "ك", "ال", "بال", "لل", "كال")
) - {""}
_QUOTES = frozenset("«»“”\"‹›'‘’()")


class _Month(msgspec.Struct, frozen=True):
    """What of months.toml is needed here: the names."""

    word: str


@cache
def _months() -> Phrases[_Month]:
    return Phrases((row.word, row) for row in load("months", _Month))


def is_tied(words: Sequence[Word], left: int, right: int) -> bool:
    """Tell whether two neighbouring words touch."""
    return left >= 0 and right < len(words) and words[left].end == words[right].start


def tied_after(words: Sequence[Word], at: int) -> bool:
    """Tell whether a mark of dates, times and scores stands at a word, touching the one before."""
    return at < len(words) and words[at].text in TIED and is_tied(words, at - 1, at)


def counts_nothing(
    words: Sequence[Word], at: int, numeral: Numeral, table: Table, *, counted: bool = False
) -> bool:
    """Tell whether the numeral at a word is a date, a time, a name, an ordinal or a share.

    With `counted` a counted noun follows it: «دخل المبنى 5 مسلحين» names no building 5.

    >>> from tawatur.mark.clitics import cut
    >>> from tawatur.mark.numerals import number_table, read_numeral
    >>> words = cut("قائد الفرقه 14", 0, 14)
    >>> counts_nothing(words, 2, read_numeral(words, 2, number_table()), number_table())
    True
    """
    return (
        (numeral.digits and _is_tied_up(words, at, numeral))
        or find(table, "ordinal", words, at - 1) is not None
        or is_calendar(words, numeral, table)
        or (not counted and _comes_after_its_head(words, at, table))
    )


def is_calendar(words: Sequence[Word], numeral: Numeral, table: Table) -> bool:
    """Tell whether a month or «في المئة» follows a numeral: it is a day or a share."""
    after = numeral.after
    while after < len(words) and words[after].text in _QUOTES:
        after += 1
    month = _months().match(words, after)
    return (
        (month is not None and month.form.trim == 0)
        or find(table, "month", words, after) is not None
        or find(table, "fraction", words, after) is not None
    )


def _comes_after_its_head(words: Sequence[Word], at: int, table: Table) -> bool:
    """Tell «عام 1258», «الساعة 10», «الفرقة 14», «%30»."""
    return (
        _is_named(words, at, table)
        or find(table, "calendar", words, at - 1) is not None
        or (at > 0 and words[at - 1].text in _PERCENT)
    )


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
    """Tell digits in a date, a clock time, a score, a telephone number, a name («إف16», «5G»)."""
    before, after = _touching(words, at - 1, at), _touching(words, numeral.after, numeral.after)
    further = _touching(words, at - 2, at - 1) if before in _CLITICS else ""
    return (
        _PHONE.fullmatch(words[at].text) is not None
        or before in TIED
        or further in TIED
        or (before.isalpha() and before not in _CLITICS)
        or after in TIED
        or _LATIN.match(after) is not None
        or _spaced_tie(words, at, numeral)
    )


def _touching(words: Sequence[Word], at: int, right: int) -> str:
    """Give the word at `at` if it touches the one beside it, which begins or ends at `right`."""
    return words[at].text if is_tied(words, right - 1, right) else ""


def _spaced_tie(words: Sequence[Word], at: int, numeral: Numeral) -> bool:
    """Tell «10 : 30» and «2 - 1»: digits, a mark, digits."""
    ends = ((at - 1, at - 2), (numeral.after, numeral.after + 1))
    return any(
        0 <= tie < len(words)
        and 0 <= digits < len(words)
        and words[tie].text in TIED
        and words[digits].text.isdigit()
        for tie, digits in ends
    )
