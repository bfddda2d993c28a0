"""Days in words, and the order of events in time."""

from __future__ import annotations

from datetime import date

from tawatur.model import When
from tawatur.show.labels import Language, label

_WEEKDAYS: dict[Language, tuple[str, ...]] = {
    "ar": ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
# Both names that Arab newspapers use, as pan-Arab ones print them.
_MONTHS: dict[Language, tuple[str, ...]] = {
    "ar": (
        "كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو",
        "حزيران/يونيو", "تموز/يوليو", "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر",
        "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ),
}  # fmt: skip
_BETWEEN: dict[Language, str] = {"ar": "بين {begins} و{ends}", "en": "between {begins} and {ends}"}
_FROM: dict[Language, str] = {"ar": "في {begins} أو بعده", "en": "on {begins} or later"}
_UNTIL: dict[Language, str] = {"ar": "في {ends} أو قبله", "en": "on {ends} or earlier"}
_SOME: dict[Language, str] = {"ar": "{weekday}، {rest}", "en": "a {weekday}, {rest}"}


def weekday_name(weekday: int, lang: Language) -> str:
    """Name a day of the week, 0 being Monday."""
    return _WEEKDAYS[lang][weekday]


def day_in_words(day: date, lang: Language, *, weekday: bool = True) -> str:
    """Write a day out.

    >>> day_in_words(date(2021, 12, 7), "ar")
    'الثلاثاء 7 كانون الأول/ديسمبر 2021'
    >>> day_in_words(date(2021, 12, 7), "en", weekday=False)
    '7 December 2021'
    """
    said = f"{day.day} {_MONTHS[lang][day.month - 1]} {day.year}"
    return f"{weekday_name(day.weekday(), lang)} {said}" if weekday else said


def when_in_words(when: When, lang: Language) -> str:
    """Say how far a date is known, without guessing the rest.

    >>> when_in_words(When(weekday=1), "ar")
    'الثلاثاء، بلا تاريخ'
    >>> when_in_words(When(begins=date(2021, 12, 5), ends=date(2021, 12, 11)), "en")
    'between 5 and 11 December 2021'
    """
    if when.day is not None:
        return day_in_words(when.day, lang)
    rest = _bounds_in_words(when, lang)
    if when.weekday is None:
        return rest
    return _SOME[lang].format(weekday=weekday_name(when.weekday, lang), rest=rest)


def _bounds_in_words(when: When, lang: Language) -> str:
    ends = {
        name: day_in_words(day, lang, weekday=False)
        for name, day in (("begins", when.begins), ("ends", when.ends))
        if day is not None
    }
    if when.begins and when.ends and when.begins.replace(day=1) == when.ends.replace(day=1):
        ends["begins"] = str(when.begins.day)
    patterns = {("begins", "ends"): _BETWEEN, ("begins",): _FROM, ("ends",): _UNTIL}
    pattern = patterns.get(tuple(ends))
    return pattern[lang].format(**ends) if pattern else label("when.undated", lang)


def when_in_iso(when: When, lang: Language = "en") -> str:
    """Write a date for a terminal or a table.

    >>> when_in_iso(When(begins=date(2017, 10, 17), ends=date(2024, 5, 7), weekday=1))
    'a Tuesday, 2017-10-17 … 2024-05-07'
    >>> when_in_iso(When(begins=date(2017, 10, 17), ends=date(2017, 10, 17)))
    '2017-10-17 Tuesday'
    """
    if when.day is not None:
        return f"{when.day} {weekday_name(when.day.weekday(), lang)}"
    rest = label("when.undated", lang)
    if when.begins or when.ends:
        rest = f"{when.begins or ''} … {when.ends or ''}".strip()
    if when.weekday is None:
        return rest
    return _SOME[lang].format(weekday=weekday_name(when.weekday, lang), rest=rest)


def is_dated(when: When) -> bool:
    """Tell whether a date is known well enough to stand in the order of time."""
    return when.precision != "open"


def order_in_time(when: When) -> tuple[bool, date, date]:
    """Sort by this: dated before undated, early before late, narrow before wide."""
    return (not is_dated(when), when.begins or when.ends or date.max, when.ends or date.max)
