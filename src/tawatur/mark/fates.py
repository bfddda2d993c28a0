"""What befell those who are counted: «مقتل 13 شخصاً», «إن خمسة منهم أُصيبوا», «20 قتيلاً وجريحاً»."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.mark.clitics import Word
from tawatur.mark.counted import OF_THEM, CountedRow, Counting, FateRow, Quantity, noun_at
from tawatur.mark.numerals import Table, find

_PARTS = OF_THEM | {"بينهم", "بينها", "بينهن", "ومنهم", "وبينهم"}
_LONG_SENTENCE = 100
"""Words on either side that can cancel: all of any real sentence, not all of a page without stops."""
_REACH_BEFORE = 8
"""Words from a verb to a number without a known noun: «عدد القتلى في صفوف قوات الأمن إلى 60»."""

_REACH_OVER_NOUN = 2
"""Words from a verb to a noun that has an amount of its own: «مقتل ثلاثة من النازحين»."""

_REACH_AFTER = 10
"""Words within which a plural verb follows its counted subject; set by hand, not swept."""

_DECIDED = frozenset({"killed", "injured", "casualties"})
"""Amounts that a noun settles; whatever else a person is may still be killed, freed, hurt."""


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
            _dead_and_hurt(words, quantity, following, tables)
            or (_noun_says(words, quantity, tables) if not _may_befall(quantity) else None)
            or _verb_after(words, quantity, min(following, quantity.end + 1), tables)
            or _verb_before(words, quantity, last, table, tables)
            or _verb_after(words, quantity, following, tables)
            or _noun_says(words, quantity, tables)
            or _shared(words, quantity, last)
        )
        found.append(quantity._replace(what=what, group=_group(words, quantity, tables)))
    return found


def _cancelled(
    row: CountedRow | FateRow, words: Sequence[Word], quantity: Quantity, tables: Counting
) -> bool:
    near = range(
        max(0, quantity.first - _LONG_SENTENCE), min(len(words), quantity.end + _LONG_SENTENCE)
    )
    return any(tables.cancels[word].match(words, at) for word in row.not_when for at in near)


def _dead_and_hurt(
    words: Sequence[Word], quantity: Quantity, following: int, tables: Counting
) -> str | None:
    """Read «20 شخصاً بين قتيل وجريح» as casualties, whatever else is said of them."""
    if quantity.noun is not None and not quantity.noun.person:
        return None
    end = min(following, quantity.end + _REACH_AFTER)
    matches = (tables.after.match(words, at) for at in range(quantity.end, end))
    both = any(match and match.row.what == "casualties" for match in matches)
    return "casualties" if both else None


def _noun_says(words: Sequence[Word], quantity: Quantity, tables: Counting) -> str | None:
    row = quantity.noun
    if row is None or row.what is None or _cancelled(row, words, quantity, tables):
        return None
    if quantity.unit and row.what in {"killed", "injured"}:
        other = tables.nouns.match(words, quantity.unit[1])
        if other and other.form.joined and other.row.what in {"killed", "injured"} - {row.what}:
            return "casualties"
    return row.what


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
        if match is None or _cancelled(match.row, words, quantity, tables):
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
        if match and not match.form.joined and not _cancelled(match.row, words, quantity, tables):
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
