"""What a number counts: the noun beside it, and the tables that know nouns and fates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

import msgspec

from tawatur.lang.rows import load
from tawatur.mark.clitics import Phrases, Word
from tawatur.mark.numerals import Table, find, read_numeral

_CLOSERS = frozenset("»”\"'’›")
OF_THEM = frozenset({"منهم", "منها", "منهن"})
"""Words that make a number a part of those named before: «ثلاثة منهم»."""

_SUFFIXES = ("هما", "هم", "ها", "نا", "ه")


class CountedRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that are counted; see the head of counted.toml."""

    words: tuple[str, ...]
    example: str
    dual: tuple[str, ...] = ()
    what: str | None = None
    group: str | None = None
    person: bool = True
    not_when: tuple[str, ...] = ()


class FateRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs and nouns that say what befell the counted; see the head of fates.toml."""

    what: str
    example: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    not_when: tuple[str, ...] = ()


class _TimeUnit(msgspec.Struct, frozen=True):
    """What of time_units.toml is needed here: the words that count time."""

    word: str


class Counting(NamedTuple):
    """The tables of counted nouns and fates, ready to be looked up."""

    nouns: Phrases[CountedRow]
    duals: Phrases[CountedRow]
    before: Phrases[FateRow]
    after: Phrases[FateRow]
    cancels: dict[str, Phrases[str]]


class Quantity(NamedTuple):
    """An interval and where it stands, in words of its sentence.

    `first` to `after` is the number with its bounds, `end` the word after all that belongs to it.
    """

    low: int
    high: int | None
    first: int
    after: int
    end: int
    noun: CountedRow | None = None
    unit: tuple[int, int] | None = None
    joined: bool = False
    definite: bool = False
    trim: int = 0
    what: str | None = None
    group: str | None = None


def counting_of(nouns: Iterable[CountedRow], fates: Iterable[FateRow]) -> Counting:
    """Prepare rows of counted nouns and fates."""
    nouns, fates = tuple(nouns), tuple(fates)
    rows: tuple[CountedRow | FateRow, ...] = (*nouns, *fates)
    off = {word for row in rows for word in row.not_when}
    return Counting(
        Phrases((word, row) for row in nouns for word in row.words),
        Phrases((word, row) for row in nouns for word in row.dual),
        Phrases((word, row) for row in fates for word in row.before),
        Phrases((word, row) for row in fates for word in row.after),
        {word: Phrases([(word, word)]) for word in off},
    )


def counted_rows() -> tuple[CountedRow, ...]:
    """Read counted.toml."""
    return load("counted", CountedRow)


def fate_rows() -> tuple[FateRow, ...]:
    """Read fates.toml."""
    return load("fates", FateRow)


def time_nouns() -> tuple[CountedRow, ...]:
    """Read the units of time: they are counted, and nothing befalls them."""
    units = load("time_units", _TimeUnit)
    return (CountedRow(words=tuple(unit.word for unit in units), example="", person=False),)


@cache
def counting() -> Counting:
    """Prepare counted.toml and fates.toml, once."""
    return counting_of((*counted_rows(), *time_nouns()), fate_rows())


def noun_at(
    words: Sequence[Word], at: int, tables: Counting, *, bare: bool = False
) -> CountedRow | None:
    """Look up the counted noun at a word, with or without a suffix pronoun («أفرادها»).

    With `bare`, a noun that wears «و» or a preposition does not count.
    """
    if not 0 <= at < len(words):
        return None
    found = tables.nouns.match(words, at)
    if found:
        return None if bare and found.form.trim else found.row
    word = words[at]
    for suffix in _SUFFIXES:
        if word.text.endswith(suffix):
            stem = Word(word.text.removesuffix(suffix), word.start, word.end)
            match = tables.nouns.match((stem,), 0)
            return match.row if match and not (bare and match.form.trim) else None
    return None


def with_noun(
    words: Sequence[Word], quantity: Quantity, table: Table, tables: Counting
) -> Quantity:
    """Give a number the noun beside it: after it, after «من», or before it («الطائرات الأربع»)."""
    at = quantity.end
    while at < len(words) and words[at].text in _CLOSERS:
        at += 1
    begins = at + 1 if at < len(words) and words[at].text == "من" else at
    row = noun_at(words, begins, tables, bare=True)
    if at < len(words) and words[at].text in OF_THEM:
        return quantity._replace(end=at + 1)
    unknown = row is None and begins == at and not quantity.definite
    if unknown and _may_be_counted(words, at, table, tables):
        return quantity._replace(unit=(at, at + 1), end=at + 1)
    if row is None:
        return _with_noun_before(words, quantity, tables)
    end = begins + 1
    other = tables.nouns.match(words, end)
    if other and other.form.joined and not read_numeral(words, other.after, table):
        end = other.after
    return quantity._replace(noun=row, unit=(begins, begins + 1), end=end)


def _with_noun_before(words: Sequence[Word], quantity: Quantity, tables: Counting) -> Quantity:
    for at in (quantity.first, quantity.first - 1):
        row = noun_at(words, at, tables)
        behind = at == quantity.first or words[quantity.first].text.startswith("ال")
        if row and behind:
            return quantity._replace(noun=row, unit=(at, at + 1))
    return quantity


def _may_be_counted(words: Sequence[Word], at: int, table: Table, tables: Counting) -> bool:
    """Take an unknown word after a number for its noun, unless it is known to be none."""
    if at >= len(words) or not words[at].text.isalpha():
        return False
    others = (tables.before, tables.after)
    return not (
        words[at].text.startswith(("و", "ب", "ل"))
        or find(table, "uncounted", words, at)
        or any(other.match(words, at) for other in others)
    )
