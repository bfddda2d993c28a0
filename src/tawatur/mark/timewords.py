"""The words of time: the rows of lang/ar/time*.toml and what a folded word of them means."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any, Literal, TypeVar

import msgspec

from tawatur.lang.letters import fold
from tawatur.lang.rows import any_of, load

Anchor = Literal["text_day", "speech_day", "event"]


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word, with a sentence that needs it."""

    word: str
    example: str


class Weekday(Row, frozen=True, kw_only=True):
    """A day of the week, 0 being Monday."""

    weekday: int


class DeicticDay(Row, frozen=True, kw_only=True):
    """A day counted from the day of the text."""

    low: int
    high: int


class DayPart(Row, frozen=True, kw_only=True):
    """A part of the day and the ending that it gives a TIMEX3 value; `late`: after midnight."""

    timex: str
    late: bool = False


class Month(Row, frozen=True, kw_only=True):
    """A month; `alone` when the word needs no number beside it to be one."""

    month: int
    calendar: Literal["gregorian", "hijri"]
    alone: bool


class Unit(Row, frozen=True, kw_only=True):
    """A counted unit; `count` is what a singular or dual says by itself."""

    unit: str
    count: int | None = None


class Count(Row, frozen=True, kw_only=True):
    """How many units; `high` is open for «عدة»."""

    low: int
    high: int | None = None


class Ordinal(Row, frozen=True, kw_only=True):
    """The n-th day of a month or hour of a day."""

    number: int
    counts: Literal["days", "hours"]


class Turn(Row, frozen=True, kw_only=True):
    """Before, at or after the day of the text."""

    turn: Literal[-1, 0, 1]


class Stretch(Row, frozen=True, kw_only=True):
    """A named stretch of time and the most days one can have."""

    unit: str
    days: int
    many: bool = False
    count: int | None = None


class Edge(Row, frozen=True, kw_only=True):
    """A part of a stretch."""

    timex: str


class Decade(Row, frozen=True, kw_only=True):
    """A decade by name: the first three figures of its years."""

    years: int


class Bound(Row, frozen=True, kw_only=True):
    """A word that makes the date after it an end."""

    side: Literal["after", "before", "until"]


class Cue(Row, frozen=True, kw_only=True):
    """Words that order or qualify without naming a day.

    `next` takes the following word along; `early` ones go before days and dates.
    """

    kind: str
    timex: str | None = None
    anchor: Anchor | None = None
    low: int | None = None
    high: int | None = None
    next: bool = False
    early: bool = False


class Idiom(Row, frozen=True, kw_only=True):
    """Words that only look like a time of the event; a historic one has its `date`."""

    date: dt.date | None = None


class NotFuture(Row, frozen=True, kw_only=True):
    """The beginning of a word in «س» that is no future verb."""


AnyRow = TypeVar("AnyRow", bound=Row)


@dataclass(frozen=True, kw_only=True)
class TimeWords:
    """All tables of time, each a tuple of rows."""

    weekdays: tuple[Weekday, ...]
    deictic_days: tuple[DeicticDay, ...]
    day_parts: tuple[DayPart, ...]
    months: tuple[Month, ...]
    time_units: tuple[Unit, ...]
    time_counts: tuple[Count, ...]
    time_ordinals: tuple[Ordinal, ...]
    time_turns: tuple[Turn, ...]
    time_stretches: tuple[Stretch, ...]
    time_edges: tuple[Edge, ...]
    decades: tuple[Decade, ...]
    time_bounds: tuple[Bound, ...]
    time_cues: tuple[Cue, ...]
    time_idioms: tuple[Idiom, ...]
    time_not_future: tuple[NotFuture, ...]

    def without(self, table: str, row: msgspec.Struct) -> TimeWords:
        """Take one row away, to see what needs it."""
        rows = tuple(other for other in getattr(self, table) if other is not row)
        change: dict[str, Any] = {table: rows}
        return replace(self, **change)


_KINDS: dict[str, type[msgspec.Struct]] = {
    "weekdays": Weekday,
    "deictic_days": DeicticDay,
    "day_parts": DayPart,
    "months": Month,
    "time_units": Unit,
    "time_counts": Count,
    "time_ordinals": Ordinal,
    "time_turns": Turn,
    "time_stretches": Stretch,
    "time_edges": Edge,
    "decades": Decade,
    "time_bounds": Bound,
    "time_cues": Cue,
    "time_idioms": Idiom,
    "time_not_future": NotFuture,
}


@cache
def time_words() -> TimeWords:
    """Load every table of time.

    >>> by_word(time_words().weekdays)["الخميس"].weekday
    3
    """
    tables: dict[str, Any] = {
        field.name: load(field.name, _KINDS[field.name]) for field in fields(TimeWords)
    }
    return TimeWords(**tables)


def by_word(rows: Iterable[AnyRow]) -> Mapping[str, AnyRow]:
    """Find rows by their folded word."""
    return {fold(row.word): row for row in rows}


def one_of(rows: Iterable[Row]) -> str:
    """Write a pattern for the words of `rows`; any white space may part the words of one.

    A table without rows matches nothing.
    """
    words = [row.word for row in rows]
    return any_of(words).replace(" ", r"\s+") if words else "(?!)"
