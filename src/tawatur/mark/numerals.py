"""Numerals in words and digits, simple and compound: «ألف وخمسمئة», «3 آلاف», «ثلاثة وعشرون»."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import cache
from typing import Literal, NamedTuple

import msgspec
import regex

from tawatur.lang.rows import load
from tawatur.mark.clitics import Match, Phrases, Word

Kind = Literal[
    "unit", "ten", "hundred", "power", "two_powers", "part", "vague",
    "at_least", "at_most", "about", "between", "from", "to", "rise",
    "ordinal", "label", "calendar", "month", "fraction", "fixed",
    "place_or_time", "uncounted", "no", "befell",
]  # fmt: skip


class NumberRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of number that do the same; see the head of numbers.toml for the kinds."""

    is_a: Kind
    words: tuple[str, ...]
    example: str
    value: float | None = None
    low: int | None = None
    high: int | None = None
    needs_noun: bool = False
    side: Literal["before", "after"] = "before"


class Numeral(NamedTuple):
    """A numeral read at a word: its value, the word after it, and how it begins.

    `scale` is 1, or the thousand or million it ends with; `trim` is the number of letters of
    clitics before it; `plain` tells a numeral of one word, `digits` one that begins with digits.
    """

    value: Fraction
    after: int
    scale: int
    joined: bool = False
    definite: bool = False
    trim: int = 0
    plain: bool = True
    digits: bool = False


Table = dict[str, Phrases[NumberRow]]

_CLOSERS = frozenset("»”\"'’›)")
_WHOLE = regex.compile(r"\d+")
_GROUPED = regex.compile(r"[1-9]\d{0,2}([.,، ])\d{3}(?:\1\d{3})*")
_DECIMAL = regex.compile(r"(\d+)[.,](\d+)")


def number_rows() -> tuple[NumberRow, ...]:
    """Read numbers.toml."""
    return load("numbers", NumberRow)


def table_of(rows: Iterable[NumberRow]) -> Table:
    """Sort rows by what they do, each kind ready to be looked up."""
    sorted_rows: dict[str, list[tuple[str, NumberRow]]] = {}
    for row in rows:
        kind = row.is_a if row.side == "before" else f"{row.is_a} after"
        sorted_rows.setdefault(kind, []).extend((word, row) for word in row.words)
    return {kind: Phrases(found) for kind, found in sorted_rows.items()}


@cache
def number_table() -> Table:
    """Prepare numbers.toml, once."""
    return table_of(number_rows())


def find(table: Table, kind: str, words: Sequence[Word], at: int) -> Match[NumberRow] | None:
    """Look up a phrase of one kind at a word."""
    phrases = table.get(kind)
    return phrases.match(words, at) if phrases else None


def read_numeral(words: Sequence[Word], at: int, table: Table) -> Numeral | None:
    """Read the numeral that begins at word `at`, as far as it goes.

    >>> from tawatur.mark.clitics import cut
    >>> words = cut("وثلاثه وعشرين الفا و500", 0, 23)
    >>> numeral = read_numeral(words, 0, number_table())
    >>> (int(numeral.value), numeral.after, numeral.joined)
    (23500, 5, True)
    """
    found = first = _term(words, at, table)
    while found and first:
        place = _linked(words, found.after)
        further = _term(words, place, table)
        if further is None or not (place > found.after or further.joined):
            break
        if further.value >= found.scale:
            break
        found = further._replace(value=found.value + further.value)
    if found is None or first is None:
        return None
    value, after = _and_a_half(words, found, table)
    return first._replace(value=value, after=after, scale=found.scale, plain=after == at + 1)


def _linked(words: Sequence[Word], at: int) -> int:
    return at + 1 if at < len(words) and words[at].text in {"و", "وال"} else at


def _term(words: Sequence[Word], at: int, table: Table) -> Numeral | None:
    """Read hundreds, with the thousand or million that they count."""
    two = find(table, "two_powers", words, at)
    if two:
        scale = int(two.row.value or 1)
        form = two.form
        return Numeral(Fraction(2 * scale), two.after, scale, form.joined, form.definite, form.trim)
    found = _hundreds(words, at, table) or _part(words, at, table)
    place = found.after if found else at
    if found and found.digits and place < len(words) and words[place].text in _CLOSERS:
        place += 1
    power = find(table, "power", words, place)
    if power is None or (found and power.form.trim):
        return None if found and found.scale == 0 else found
    scale = int(power.row.value or 1)
    if found is None:
        form = power.form
        return Numeral(Fraction(scale), power.after, scale, form.joined, form.definite, form.trim)
    value = _decimal(words[at].text) if found.digits and scale > 1000 else None
    return found._replace(value=(value or found.value) * scale, after=power.after, scale=scale)


def _hundreds(words: Sequence[Word], at: int, table: Table) -> Numeral | None:
    hundred = find(table, "hundred", words, at)
    if hundred:
        form = hundred.form
        found = Numeral(
            Fraction(hundred.row.value or 0), hundred.after, 1,
            form.joined, form.definite, form.trim,
        )  # fmt: skip
    else:
        small = _digits(words, at) or _small(words, at, table)
        hundred = find(table, "hundred", words, small.after) if small else None
        counts = hundred and hundred.row.value == 100 and not hundred.form.trim
        if small is None or not counts or hundred is None or not 3 <= small.value <= 9:
            return small
        found = small._replace(value=small.value * 100, after=hundred.after)
    place = _linked(words, found.after)
    rest = _small(words, place, table)
    if rest and (rest.joined or place > found.after):
        return found._replace(value=found.value + rest.value, after=rest.after)
    return found


def _small(words: Sequence[Word], at: int, table: Table) -> Numeral | None:
    unit = find(table, "unit", words, at)
    if unit is None:
        ten = find(table, "ten", words, at)
        if ten is None:
            return None
        form = ten.form
        return Numeral(
            Fraction(ten.row.value or 0), ten.after, 1, form.joined, form.definite, form.trim
        )
    form = unit.form
    value = Fraction(unit.row.value or 0)
    found = Numeral(value, unit.after, 1, form.joined, form.definite, form.trim)
    teen = find(table, "ten", words, unit.after)
    if teen and teen.row.value == 10 and not teen.form.joined:
        return found._replace(value=value + 10, after=teen.after)
    place = _linked(words, unit.after)
    ten = find(table, "ten", words, place)
    if ten and (ten.row.value or 0) > 10 and (ten.form.joined or place > unit.after):
        return found._replace(value=value + Fraction(ten.row.value or 0), after=ten.after)
    return found


def _part(words: Sequence[Word], at: int, table: Table) -> Numeral | None:
    """Read «نصف», which is a number only of a million («نصف مليون»): scale 0 till then."""
    part = find(table, "part", words, at)
    if part is None:
        return None
    form = part.form
    return Numeral(
        Fraction(part.row.value or 0), part.after, 0, form.joined, form.definite, form.trim
    )


def _and_a_half(words: Sequence[Word], found: Numeral, table: Table) -> tuple[Fraction, int]:
    part = find(table, "part", words, found.after)
    if found.scale <= 1 or part is None or not part.form.joined:
        return found.value, found.after
    value = found.value + Fraction(part.row.value or 0) * found.scale
    power = find(table, "power", words, part.after)
    return value, power.after if power and power.row.value == found.scale else part.after


def _digits(words: Sequence[Word], at: int) -> Numeral | None:
    if at >= len(words) or not words[at].text[0].isdigit():
        return None
    text = words[at].text
    if _WHOLE.fullmatch(text) or _GROUPED.fullmatch(text):
        return Numeral(Fraction(regex.sub(r"\D", "", text)), at + 1, 1, digits=True)
    value = _decimal(text)
    return None if value is None else Numeral(value, at + 1, 1, digits=True)


def _decimal(text: str) -> Fraction | None:
    found = _DECIMAL.fullmatch(text)
    return Fraction(f"{found[1]}.{found[2]}") if found else None
