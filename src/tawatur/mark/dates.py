"""Calendar dates out of day, month and year, Gregorian or Hijri, and what a time expression says."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal, NamedTuple

from hijridate import Gregorian, Hijri

Calendar = Literal["gregorian", "hijri"]
HIJRI_YEARS = range(1343, 1500)
"""The years of the Umm al-Qura tables in hijridate 2.6."""
GREGORIAN_YEARS = range(1500, 2100)
"""Years that news reports write; below it a four-figure year is Hijri or no year."""
EITHER_WAY = 366
"""A date without a year lies within a year of the text, before or after it."""


class Value(NamedTuple):
    """What an expression says: the fields of a `TimeMark` but for its place and words."""

    kind: str
    timex: str | None = None
    anchor: Literal["text_day", "speech_day", "event"] | None = None
    low: int | None = None
    high: int | None = None
    weekday: int | None = None
    begins: date | None = None
    ends: date | None = None


class CalendarDate(NamedTuple):
    """A day, a month or a year as far as the words give it."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    calendar: Calendar = "gregorian"


def is_year(number: int) -> bool:
    """Tell whether a number can be a year of either calendar."""
    return number in HIJRI_YEARS or number in GREGORIAN_YEARS


def calendar_of(year: int) -> Calendar:
    """Tell the calendar of a four-figure year.

    >>> calendar_of(1436), calendar_of(2015)
    ('hijri', 'gregorian')
    """
    return "hijri" if year in HIJRI_YEARS else "gregorian"


def days_of(when: CalendarDate) -> tuple[date, date] | None:
    """Give the first and last day of a date; None without a year or where there is no such day.

    >>> days_of(CalendarDate(day=3, month=9, year=1443, calendar="hijri"))
    (datetime.date(2022, 4, 4), datetime.date(2022, 4, 4))
    >>> days_of(CalendarDate(month=2, year=2016))
    (datetime.date(2016, 2, 1), datetime.date(2016, 2, 29))
    """
    if when.year is None or (when.day is not None and when.month is None):
        return None
    try:
        return _hijri_days(when) if when.calendar == "hijri" else _gregorian_days(when)
    except (ValueError, OverflowError):
        return None


def _gregorian_days(when: CalendarDate) -> tuple[date, date]:
    year = when.year or 0
    if when.month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if when.day is None:
        return date(year, when.month, 1), date(year, when.month, monthrange(year, when.month)[1])
    return date(year, when.month, when.day), date(year, when.month, when.day)


def _hijri_days(when: CalendarDate) -> tuple[date, date]:
    year = when.year or 0
    if when.month is None:
        first, after = Hijri(year, 1, 1), Hijri(year + 1, 1, 1)
    elif when.day is None:
        first = Hijri(year, when.month, 1)
        return _plain(first.to_gregorian()), _plain(first.to_gregorian()) + timedelta(
            days=first.month_length() - 1
        )
    else:
        day = _plain(Hijri(year, when.month, when.day).to_gregorian())
        return day, day
    return _plain(first.to_gregorian()), _plain(after.to_gregorian()) - timedelta(days=1)


def _plain(day: Gregorian) -> date:
    return date(day.year, day.month, day.day)


def timex_of(when: CalendarDate) -> str | None:
    """Write a date as a TIMEX3 value, X for what is not said; a Hijri one once it is converted.

    >>> timex_of(CalendarDate(day=5, month=12)), timex_of(CalendarDate(year=2017))
    ('XXXX-12-05', '2017')
    """
    if when.calendar == "hijri":
        found = days_of(when)
        if found is None:
            return None
        first, last = found
        return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    year = f"{when.year:04d}" if when.year is not None else "XXXX"
    month = f"-{when.month:02d}" if when.month is not None else ""
    if when.day is None:
        return year + month
    return f"{year}{month or '-XX'}-{when.day:02d}"


def kind_of(when: CalendarDate) -> str:
    """Name a date's grain: `date`, `month` or `year`."""
    if when.day is not None:
        return "date"
    return "month" if when.month is not None else "year"


def dated(when: CalendarDate, turn: int | None = None) -> Value:
    """Say what a date says. Without a year it is placed around the day of the text by `turn`.

    `turn` is -1 for «الماضي», 1 for «المقبل», 0 for «الجاري», None where nothing is said.
    """
    found = days_of(when)
    if found is not None:
        return Value(kind_of(when), timex_of(when), begins=found[0], ends=found[1])
    if when.year is not None or when.calendar == "hijri":
        # no such day, or a Hijri day without its year: nothing follows for the calendar
        return Value(kind_of(when), timex_of(when))
    low, high = AROUND[turn]
    if when.month is None:
        low, high = -31 if low < 0 else 1, 31 if high > 0 else -1
    return Value(kind_of(when), timex_of(when), "text_day", low, high)


AROUND: dict[int | None, tuple[int, int]] = {
    None: (-EITHER_WAY, EITHER_WAY),
    # «5 ديسمبر الماضي» is up to a year back, and a month as a whole up to a month more
    -1: (-EITHER_WAY - 31, -1),
    0: (-62, 62),
    1: (1, EITHER_WAY + 31),
}


_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11)}
"""Months of the seasons; winter lies in two years and is none of either."""
_PARTS_OF_YEAR = {"START": (1, 3), "MID": (5, 8), "END": (10, 12)}
"""«مطلع», «منتصف», «أواخر» of a year in months, of a month in days, as annotators read them."""
_PARTS_OF_MONTH = {"START": (1, 10), "MID": (11, 20), "END": (21, 31)}


def season_of(year: int, season: str) -> tuple[date, date] | None:
    """Give the first and last day of a season (`SP`, `SU`, `FA`); None for winter.

    >>> season_of(2014, "SU")
    (datetime.date(2014, 6, 1), datetime.date(2014, 8, 31))
    """
    months = _SEASONS.get(season)
    return None if months is None else _months_of(year, *months)


def narrowed(value: Value, edge: str | None) -> Value:
    """Keep the part of a month or year that «مطلع», «منتصف», «صيف» … names.

    >>> narrowed(dated(CalendarDate(year=2012)), "END").begins
    datetime.date(2012, 10, 1)
    """
    if edge is None or value.begins is None or value.ends is None or value.begins.day != 1:
        return value  # a Hijri month or year begins on the first by chance only
    if value.kind == "month":
        first, last = _PARTS_OF_MONTH.get(edge, (1, 31))
        end = value.ends.replace(day=min(last, value.ends.day))
        return value._replace(begins=value.begins.replace(day=first), ends=end)
    months = (_PARTS_OF_YEAR | _SEASONS).get(edge)
    if months is None or value.kind != "year" or value.begins.month != 1:
        return value
    begins, ends = _months_of(value.begins.year, *months)
    timex = f"{value.timex}-{edge}" if edge in _SEASONS else value.timex
    return value._replace(timex=timex, begins=begins, ends=ends)


def _months_of(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
