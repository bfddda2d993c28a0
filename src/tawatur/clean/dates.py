"""Dates that a page prints beside its report, and whether they are the report's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

import msgspec
import regex

from tawatur.clean.find import Find
from tawatur.clean.lines import HEAD, TAIL, Line
from tawatur.lang.letters import fold
from tawatur.lang.rows import any_of, load
from tawatur.lang.text import Text
from tawatur.model import PageDate
from tawatur.read.days import Stamp, a_day, day_first

_ENGLISH_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_ENGLISH_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LONGEST = 120
"""Code points of a line that is a date, with its label, both calendars' names and a clock."""
_DIGIT = regex.compile(r"\d")
LATEST = 2
"""Days after the day of the text on which it is still printed: P - T of DESIGN.md."""


class DateLabel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of `date_labels.toml`: what a page writes before a date, and what the date then is."""

    words: tuple[str, ...]
    trusted: bool
    why: str
    example: str


class _Month(msgspec.Struct, frozen=True):
    word: str
    month: int
    calendar: str


class _Weekday(msgspec.Struct, frozen=True):
    word: str
    weekday: int


class DatePatterns(NamedTuple):
    """Everything that reads a date line."""

    line: regex.Pattern[str]
    labels: dict[str, DateLabel]
    months: dict[str, int]
    weekdays: dict[str, int]
    says_weekday: regex.Pattern[str]


def make_patterns(rows: Sequence[DateLabel]) -> DatePatterns:
    """Make the patterns from the labels and the tables of months and weekdays."""
    labels = {fold(word): row for row in rows for word in row.words}
    months = {
        fold(row.word): row.month for row in load("months", _Month) if row.calendar == "gregorian"
    }
    weekdays = {fold(row.word): row.weekday for row in load("weekdays", _Weekday)}
    months |= {name: n for n, name in enumerate(_ENGLISH_MONTHS, start=1)}
    months |= {name[:3]: n for n, name in enumerate(_ENGLISH_MONTHS, start=1)}
    weekdays |= {name: n for n, name in enumerate(_ENGLISH_DAYS)}
    weekdays |= {name[:3]: n for n, name in enumerate(_ENGLISH_DAYS)}
    month, weekday = any_of(months), any_of(weekdays)
    day = (
        rf"(?P<d>\d{{1,2}})\s*[-/.]?\s*(?P<month>{month})(?:\s*/\s*{month})?\.?\s*[-/،,.]?\s*(?P<y>\d{{4}})"
        rf"|(?P<month>{month})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s*[،,]?\s*(?P<y>\d{{4}})"
        r"|(?P<y>\d{4})\s?[-/.]\s?(?P<m>\d{1,2})\s?[-/.]\s?(?P<d>\d{1,2})"
        r"|(?P<first>\d{1,2})\s?[-/.]\s?(?P<second>\d{1,2})\s?[-/.]\s?(?P<y>\d{4})"
    )
    clock = r"(?:\d{1,2}:\d{2}(?::\d{2})?\s*(?:صباحا|مساء|ظهرا|ص|م|[ap]\.?m\.?)?)"
    around = rf"(?:\s|[|،,:;()\-–—•]|{clock}|م\b|gmt|utc|logo|\+\d\d?:?\d*|بتوقيت \p{{L}}+|الساعه|عند|on|at)*"
    line = (
        rf"(?P<label>{any_of(labels)})?{around}(?:(?:يوم\s+)?(?P<weekday>{weekday}))?{around}"
        rf"(?:{day}){around}"
    )
    return DatePatterns(
        line=regex.compile(line, regex.I),
        labels=labels,
        months=months,
        weekdays=weekdays,
        says_weekday=regex.compile(
            rf"(?<!\p{{L}})اليوم\s*[،,]?\s*(?P<weekday>{weekday})(?!\p{{L}})"
        ),
    )


@cache
def patterns() -> DatePatterns:
    """Read the tables once."""
    return make_patterns(load("date_labels", DateLabel))


def find_dates(
    text: Text, lines: Sequence[Line], known: DatePatterns | None = None
) -> Iterator[Find]:
    r"""Yield the lines near the top or the bottom of a page that are a date and nothing else.

    A date at the bottom counts only with a label: there pages also date other reports.

    >>> from tawatur.clean.lines import lines_of
    >>> text = Text("• Wednesday, 08 May 2024\nأعلنت الوزارة، يوم الثلاثاء، إطلاق حملة لإزالة الألغام.")
    >>> [(find.date.date.isoformat(), find.date.trusted) for find in find_dates(text, lines_of(text))]
    [('2024-05-08', False)]
    """
    known = known or patterns()
    said = _weekdays_said(text, known)
    for line in lines:
        if line.above < HEAD or line.below < TAIL:
            found = _match(line, known)
            if found and (stamp := _stamp(found, known)):
                labelled = found["label"] is not None
                if labelled or line.above < HEAD:
                    shown = _page_date(stamp, found, line, said, known)
                    yield Find("date line", line.span, date=shown)


def _match(line: Line, known: DatePatterns) -> regex.Match[str] | None:
    may_be = len(line.words) <= LONGEST and _DIGIT.search(line.words)
    return known.line.fullmatch(line.words) if may_be else None


def _page_date(
    stamp: Stamp, found: regex.Match[str], line: Line, said: set[int], known: DatePatterns
) -> PageDate:
    label = known.labels.get((found["label"] or "").lower())
    trusted, why = (label.trusted, label.why) if label else (False, _without_label(found))
    if not stamp.sure:
        trusted, why = False, f"{why}; {stamp.note}"
    written = known.weekdays.get((found["weekday"] or "").lower())
    if trusted and written is not None and written != stamp.day.weekday():
        trusted, why = False, f"{why}; but it was another day of the week"
    if trusted and said and not any((stamp.day.weekday() - day) % 7 <= LATEST for day in said):
        trusted, why = False, f"{why}; but the text speaks of another day of the week as today"
    return PageDate(date=stamp.day, span=line.span, trusted=trusted, why=why)


def _without_label(found: regex.Match[str]) -> str:
    if regex.search(r"[a-z]", found[0].lower()):
        return "an English date that no label explains; pages print there the day they are rendered"
    return "a date that no label explains; it may be the day the page was rendered"


def _weekdays_said(text: Text, known: DatePatterns) -> set[int]:
    return {known.weekdays[found["weekday"]] for found in known.says_weekday.finditer(text.folded)}


def _stamp(found: regex.Match[str], known: DatePatterns) -> Stamp | None:
    year = int(found["y"])
    if found["first"]:
        return day_first(int(found["first"]), int(found["second"]), year)
    month = known.months[found["month"].lower()] if found["month"] else int(found["m"])
    day: date | None = a_day(year, month, int(found["d"]))
    return Stamp(day, sure=True) if day else None
