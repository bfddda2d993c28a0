"""What a number counts, and what befell those it counts: «13 قتيلاً», «إصابة 5 آخرين»."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

import msgspec

from tawatur.lang.rows import load
from tawatur.mark.clitics import Phrases, Word
from tawatur.mark.numerals import Table, find, read_numeral

_CLOSERS = frozenset("»”\"'’›")
_OF_THEM = frozenset({"منهم", "منها", "منهن"})
_PARTS = _OF_THEM | {"بينهم", "بينها", "بينهن", "ومنهم", "وبينهم"}
_SUFFIXES = ("هما", "هم", "ها", "نا", "ه")
_REACH_BEFORE = 8
"""Words from a verb to a number without a known noun: «عدد القتلى في صفوف قوات الأمن إلى 60»."""

_REACH_OVER_NOUN = 2
"""Words from a verb to a noun that has an amount of its own: «مقتل ثلاثة من النازحين»."""

_REACH_AFTER = 10
"""Words within which a plural verb follows its counted subject; longest in the dev articles: 8."""


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
    if at < len(words) and words[at].text in _OF_THEM:
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


def with_what(
    words: Sequence[Word], quantities: Sequence[Quantity], table: Table, tables: Counting
) -> list[Quantity]:
    """Say of each quantity of a sentence which amount it feeds.

    The counted noun decides; where it is a person, or not known, the verb before; then a plural
    verb after; and a number joined to another by «و», or a part of it («بينهم»), shares its lot.
    """
    found: list[Quantity] = []
    for place, quantity in enumerate(quantities):
        last = found[-1] if found else None
        following = quantities[place + 1].first if place + 1 < len(quantities) else len(words)
        what = (
            (_noun_says(words, quantity, tables) if not _may_befall(quantity) else None)
            or _verb_after(words, quantity, min(following, quantity.end + 1), tables)
            or _verb_before(words, quantity, last, table, tables)
            or _verb_after(words, quantity, following, tables)
            or _noun_says(words, quantity, tables)
            or _shared(words, quantity, last)
        )
        found.append(quantity._replace(what=what, group=_group(words, quantity, tables)))
    return found


def _cancelled(row: CountedRow | FateRow, words: Sequence[Word], tables: Counting) -> bool:
    return any(
        tables.cancels[word].match(words, at) for word in row.not_when for at in range(len(words))
    )


def _noun_says(words: Sequence[Word], quantity: Quantity, tables: Counting) -> str | None:
    row = quantity.noun
    if row is None or row.what is None or _cancelled(row, words, tables):
        return None
    both = tables.after.match(words, quantity.end)
    if both and both.row.what == "casualties":
        return "casualties"
    if quantity.unit and row.what in {"killed", "injured"}:
        other = tables.nouns.match(words, quantity.unit[1])
        if other and other.form.joined and other.row.what in {"killed", "injured"} - {row.what}:
            return "casualties"
    return row.what


_DECIDED = frozenset({"killed", "injured", "casualties"})
"""Amounts that a noun settles; whatever else a person is may still be killed, freed, hurt."""


def _may_befall(quantity: Quantity) -> bool:
    return quantity.noun is None or (quantity.noun.person and quantity.noun.what not in _DECIDED)


def _verb_before(
    words: Sequence[Word],
    quantity: Quantity,
    last: Quantity | None,
    table: Table,
    tables: Counting,
) -> str | None:
    known = quantity.noun is not None and quantity.noun.what is None
    reach = _REACH_BEFORE if quantity.noun is None else _REACH_OVER_NOUN
    where = not known and find(table, "place_or_time", words, quantity.first - 1)
    if where or not _may_befall(quantity):
        return None
    begins = last.end if last else 0
    for at in range(quantity.first - 1, begins - 1, -1):
        match = tables.before.match(words, at)
        if match is None or _cancelled(match.row, words, tables):
            continue
        if not known and quantity.first - match.after > reach:
            return None
        return _with_other(words, at, match.row.what, tables)
    return None


def _with_other(words: Sequence[Word], at: int, what: str, tables: Counting) -> str:
    """Read «مقتل وإصابة 30» as casualties: the fate before it may be joined to this one."""
    here = tables.before.match(words, at)
    joined = here is not None and here.form.joined
    linked = at > 0 and words[at - 1].text in {"و", "او"}
    if not joined and not linked:
        return what
    place = at - 2 if linked else at - 1
    # A plural verb has its subject before it: «قُتلوا وأصيب خمسة» says two things.
    other = None if tables.after.match(words, place) else tables.before.match(words, place)
    both = {what, other.row.what} if other else {what}
    return "casualties" if both == {"killed", "injured"} else what


def _verb_after(
    words: Sequence[Word], quantity: Quantity, following: int, tables: Counting
) -> str | None:
    if not _may_befall(quantity):
        return None
    for at in range(quantity.end, min(following, quantity.end + _REACH_AFTER)):
        match = tables.after.match(words, at)
        if match and not match.form.joined and not _cancelled(match.row, words, tables):
            return match.row.what
    return None


def _shared(words: Sequence[Word], quantity: Quantity, last: Quantity | None) -> str | None:
    if last is None or last.what is None or not _may_befall(quantity) or not _may_befall(last):
        return last.what if last and last.what and _is_part(words, quantity) else None
    joined = quantity.joined and quantity.first - last.end <= 1
    return last.what if joined or _is_part(words, quantity) else None


def _is_part(words: Sequence[Word], quantity: Quantity) -> bool:
    around = (quantity.first - 1, quantity.end, quantity.after)
    return _may_befall(quantity) and any(
        0 <= at < len(words) and words[at].text in _PARTS for at in around
    )


def _group(words: Sequence[Word], quantity: Quantity, tables: Counting) -> str | None:
    """Take the group from the noun, else from «من المدنيين» or «مدنياً» right after it."""
    if quantity.noun and quantity.noun.group:
        return quantity.noun.group
    at = quantity.end
    if at < len(words) and words[at].text == "من":
        at += 1
    row = noun_at(words, at, tables)
    return row.group if row else None
