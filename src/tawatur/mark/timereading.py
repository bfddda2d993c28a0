"""What each shape of a time expression says: from the parts of a match to a kind, a value and days."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NamedTuple

import regex

from tawatur.mark.dates import CalendarDate, Value, calendar_of, dated, days_of, is_year, narrowed
from tawatur.mark.timewords import TimeWords, by_word

_UNIT_DAYS = {"D": (1, 1), "W": (7, 7), "M": (28, 31), "Y": (365, 366), "E": (3650, 3660)}
_SLACK = {"D": 1, "W": 3, "M": 15, "Y": 183, "E": 1830}
"""Half a unit, as people round: «قبل أسبوعين» is eleven to seventeen days ago. A day is counted
inclusively as often as not, so «بعد أربعة أيام» is three to five and the weekday decides."""
_ENGLISH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Scene(NamedTuple):
    """What stands around an expression: the last year named, and whether the future is spoken of."""

    year: int | None
    forward: bool


class Parts:
    """The named parts of a match, and the rows of the tables that they are."""

    def __init__(self, words: TimeWords, match: regex.Match[str], scene: Scene) -> None:
        self._words = words
        self.scene = scene
        self._caught = {name: key(part) for name, part in match.groupdict().items() if part}

    def __getitem__(self, name: str) -> str:
        return self._caught[name]

    def __contains__(self, name: str) -> bool:
        return name in self._caught

    def row(self, name: str, table: str) -> Any:
        """Find the row of `table` that the part `name` is; None where the part is not there."""
        caught = self._caught.get(name)
        return _rows(self._words, table)[caught] if caught is not None else None

    def figure(self, name: str) -> int | None:
        """Read a part written in figures."""
        caught = self._caught.get(name)
        return int(caught) if caught is not None else None


def key(written: str) -> str:
    """Bring what a pattern caught to the form that tables are looked up in."""
    return " ".join(written.split())


@cache
def _rows(words: TimeWords, table: str) -> Mapping[str, Any]:
    return by_word(getattr(words, table))


def _weekday(parts: Parts) -> int | None:
    row = parts.row("weekday", "weekdays")
    return row.weekday if row else None


def _turn(parts: Parts) -> int | None:
    row = parts.row("turn", "time_turns")
    return row.turn if row else None


def _edge(parts: Parts) -> str | None:
    row = parts.row("edge", "time_edges")
    return row.timex if row else None


def _of_day(parts: Parts) -> str:
    row = parts.row("part", "day_parts")
    return row.timex if row else ""


def _day(parts: Parts, figure: str = "day", word: str = "day_word") -> int | None:
    row = parts.row(word, "time_ordinals")
    return row.number if row else parts.figure(figure)


def _year(parts: Parts) -> int | None:
    if "short" in parts:
        return 1900 + (parts.figure("short") or 0)
    return parts.scene.year if "same" in parts else parts.figure("year")


def _calendar_date(parts: Parts, day: int | None) -> CalendarDate:
    month = parts.row("month", "months")
    return CalendarDate(day, month.month, _year(parts), month.calendar)


def read_page_date(parts: Parts) -> Value | None:
    """«Wednesday, 08 May 2024»: the day a page was rendered; it constrains nothing here."""
    month = _ENGLISH.index(parts["english"]) + 1
    value = dated(CalendarDate(parts.figure("day"), month, parts.figure("year")))
    return value._replace(kind="page_date") if value.begins else None


def read_idiom(parts: Parts) -> Value:
    """«في الأمس واليوم وغداً»: no time at all; «أحداث 11 سبتمبر»: a date everybody knows."""
    row = parts.row("idiom", "time_idioms")
    if row.date is None:
        return Value("idiom")
    return Value("date", row.date.isoformat(), begins=row.date, ends=row.date)


def _dated(parts: Parts, day: int | None) -> Value:
    if "same" in parts and parts.scene.year is None:
        # the year meant is in no text that we have
        return dated(_calendar_date(parts, day))._replace(anchor=None, low=None, high=None)
    value = dated(_calendar_date(parts, day), _turn(parts))
    if value.anchor is not None and "turn" not in parts and parts.scene.forward:
        return value._replace(low=0)
    return value


def read_date(parts: Parts) -> Value | None:
    """«يوم الأربعاء 8 ديسمبر 2021», «25 سبتمبر/ أيلول من نفس العام»."""
    day = _day(parts)
    if day is None or not 1 <= day <= 31:
        return None
    value = _dated(parts, day)
    return _with_deictic(parts, value._replace(weekday=_weekday(parts)))


def _with_deictic(parts: Parts, value: Value) -> Value:
    """«اليوم الأربعاء 8 ديسمبر 2021» dates the text too."""
    row = parts.row("deictic", "deictic_days")
    if row is None:
        return value
    return value._replace(kind="day", anchor="text_day", low=row.low, high=row.high)


def read_numeric(parts: Parts) -> Value | None:
    """«2021/12/8», «8-12-2021», «4/11/1435هـ»: day first, as the Arab press writes."""
    year, month, day = (parts.figure(name) or 0 for name in ("year", "month", "day"))
    if not is_year(year):
        return None
    if month > 12 >= day:
        month, day = day, month
    when = CalendarDate(day, month, year, calendar_of(year))
    found = days_of(when)
    if found is None:
        return None
    first = parts.figure("first")
    if first is not None and (opening := days_of(when._replace(day=first))) is not None:
        timex = f"{opening[0].isoformat()}/{found[1].isoformat()}"
        return Value("range", timex, begins=opening[0], ends=found[1])
    return _with_deictic(parts, dated(when)._replace(weekday=_weekday(parts)))


def read_range(parts: Parts) -> Value | None:
    """«من 3 إلى 5 مايو 2015», «14 أبريل وحتى 5 يونيو»."""
    last = _calendar_date(parts, _day(parts))
    opening = parts.row("month1", "months")
    first = last._replace(
        day=_day(parts, "first", "first_word"), month=opening.month if opening else last.month
    )
    begin, end = days_of(first), days_of(last)
    if begin is None or end is None or begin[0] > end[1]:
        return Value("range")
    return Value(
        "range", f"{begin[0].isoformat()}/{end[1].isoformat()}", begins=begin[0], ends=end[1]
    )


def read_month(parts: Parts) -> Value:
    """«سبتمبر 2014», «يوليو الماضي», «حزيران (يونيو)»."""
    return narrowed(_dated(parts, None), _edge(parts))


def read_year(parts: Parts) -> Value | None:
    """«عام 2017», «بين عامي 2003 و2011»."""
    year, last = parts.figure("year") or 0, parts.figure("year2")
    first = days_of(CalendarDate(year=year, calendar=calendar_of(year)))
    if first is None:
        return None
    if last is None:
        when = dated(CalendarDate(year=year, calendar=calendar_of(year)))
        return narrowed(when, _edge(parts))
    end = days_of(CalendarDate(year=last, calendar=calendar_of(last)))
    if end is None or end[1] < first[0]:
        return None
    return Value("range", f"{year}/{last}", begins=first[0], ends=end[1])


def read_decade(parts: Parts) -> Value | None:
    """«الخمسينيات»."""
    row = parts.row("decade", "decades")
    first, last = (days_of(CalendarDate(year=row.years * 10 + unit)) for unit in (0, 9))
    return (
        Value("decade", str(row.years), begins=first[0], ends=last[1]) if first and last else None
    )


def read_deictic(parts: Parts) -> Value:
    """«صباح اليوم الأحد», «أمس»."""
    row = parts.row("deictic", "deictic_days")
    weekday = _weekday(parts)
    timex = ("XXXX-XX-XX" if weekday is None else f"XXXX-WXX-{weekday + 1}") + _of_day(parts)
    return Value("day", timex, "text_day", row.low, row.high, weekday)


_WEEKDAY_AROUND: dict[int | None, tuple[int, int]] = {-1: (-7, -1), 0: (-6, 6), 1: (1, 7)}
"""«الأحد الماضي», «الأحد الجاري», «الأحد المقبل» in days from the day of the text."""


def read_weekday(parts: Parts) -> Value:
    """«الخميس», «ليل الثلاثاء الأربعاء», «الأحد المقبل».

    Bare, it is the last such day, today included: agencies write «الأربعاء» on that Wednesday
    (seed 003), and a week before they write «الماضي». After a word of the future, the next one.
    """
    bare = (0, 6) if parts.scene.forward else (-6, 0)
    low, high = _WEEKDAY_AROUND.get(_turn(parts), bare)
    weekday = _weekday(parts)
    timex = f"XXXX-WXX-{(weekday or 0) + 1}{_of_day(parts)}"
    if "next" in parts:
        return Value("weekday", timex, "text_day", low - 1, high)
    return Value("weekday", timex, "text_day", low, high, weekday)


def read_stretch(parts: Parts) -> Value | None:
    """«الأسبوع الماضي», «هذا العام», «الأيام العشرة المقبلة»."""
    row = parts.row("stretch", "time_stretches")
    turn = _turn(parts) or 0
    if row is not None and not row.many:
        return _single(row.unit, row.days, turn)
    count = _count(parts)
    unit, days = (row.unit, row.days) if row is not None else _unit(parts)
    least = row.count if row is not None and row.count else count[0] if count else None
    high_count = least if row is not None and row.count else count[1] if count else None
    timex = f"P{least or 'X'}{unit}" if not unit.startswith("T") else f"PT{least or 'X'}{unit[1:]}"
    reach = None if high_count is None else high_count * days + 1
    if turn == 0:
        return Value("window", timex)
    if turn < 0:
        return Value("window", timex, "text_day", None if reach is None else -reach, 0)
    return Value("window", timex, "text_day", 0, reach)


_NAMED = {"W": ("week", "XXXX-WXX"), "M": ("month", "XXXX-XX"), "Y": ("year", "XXXX")}


def _single(unit: str, days: int, turn: int) -> Value:
    """Place one named stretch: the last one may have begun twice its length ago."""
    kind, timex = _NAMED.get(unit, ("season", f"XXXX-{unit}"))
    reach = 2 * days - 1
    low, high = {-1: (-reach, -1), 0: (1 - days, days - 1), 1: (1, reach)}[turn]
    return Value(kind, timex, "text_day", low, high)


def _count(parts: Parts) -> tuple[int, int | None] | None:
    if (figure := parts.figure("count")) is not None:
        return figure, figure
    row = parts.row("number", "time_counts")
    if row is None:
        return None
    tens = parts.row("tens", "time_counts")
    if tens is None:
        return row.low, row.high
    return row.low + tens.low, None if row.high is None else row.high + tens.low


def _unit(parts: Parts) -> tuple[str, int]:
    row = parts.row("unit", "time_units")
    return row.unit, _UNIT_DAYS.get(row.unit, (1, 1))[1]


class _Length(NamedTuple):
    """A counted length of time: its TIMEX3 value and the fewest and most days it may mean."""

    timex: str
    least: int
    most: int | None


def _length(parts: Parts) -> _Length:
    """Measure «أربعة أيام», «أسبوعين», «سنوات» in days, rounded as people round."""
    row = parts.row("unit", "time_units")
    count = _count(parts) or ((row.count, row.count) if row.count else (2, None))
    low, high = count
    said = "X" if low != high else str(low)
    if row.unit.startswith("T"):
        hours = 1 if row.unit == "TM" else high
        return _Length(f"PT{said}{row.unit[1]}", 0, None if hours is None else hours // 24 + 1)
    unit = {"E": "0Y"}.get(row.unit, row.unit)
    shortest, longest = _UNIT_DAYS[row.unit]
    slack = _SLACK[row.unit]
    least = max(1, low * shortest - slack)
    return _Length(f"P{said}{unit}", least, None if high is None else high * longest + slack)


def read_ago(parts: Parts) -> Value:
    """«قبل أربعة أيام»; with «منذ» it may go on since."""
    length = _length(parts)
    low = None if length.most is None else -length.most
    if parts["way"] == "منذ":
        return Value("since", length.timex, "text_day", low, 0)
    return Value("ago", length.timex, "text_day", low, -length.least)


def read_later(parts: Parts) -> Value:
    """«بعد أربعة أيام»: from now after a word of the future, else after what was told before."""
    length = _length(parts)
    if parts.scene.forward:
        return Value("ahead", length.timex, "text_day", length.least, length.most)
    return Value("offset", length.timex, "event", length.least, length.most)


def read_offset(parts: Parts) -> Value:
    """«بعد أربعة أيام فقط من زيارة»: counted from another event."""
    length = _length(parts)
    if parts["way"] == "بعد":
        return Value("offset", length.timex, "event", length.least, length.most)
    return Value(
        "offset",
        length.timex,
        "event",
        None if length.most is None else -length.most,
        -length.least,
    )


def read_duration(parts: Parts) -> Value:
    """«ستة أشهر», «يومين»: how long, which places nothing."""
    return Value("duration", _length(parts).timex)


def read_clock(_: Parts) -> Value:
    """«01:10 صباحا»: the time of day, which places no day."""
    return Value("clock")


def read_recent(_: Parts) -> Value:
    """«الهجمات الأخيرة»: lately, as vague as «أخيراً»."""
    return Value("recency", "PAST_REF")


def read_part(_: Parts) -> Value:
    """«خلال الليل»: a part of no day in particular."""
    return Value("part")


def read_state(_: Parts) -> Value:
    """«لم يصلا بعد»: not yet; the status of the happening, not its day."""
    return Value("state", "PRESENT_REF")


def read_future(_: Parts) -> Value:
    """«سيعقد»: to come; the status of the happening, not its day."""
    return Value("future", "FUTURE_REF")


def read_cue(parts: Parts) -> Value:
    """Words of time_cues: the row says what follows."""
    row = parts.row("cue", "time_cues")
    return Value(row.kind, row.timex, row.anchor, row.low, row.high)


READERS: Mapping[str, Callable[[Parts], Value | None]] = {
    "page_date": read_page_date,
    "idiom": read_idiom,
    "offset": read_offset,
    "range": read_range,
    "numeric": read_numeric,
    "date": read_date,
    "deictic": read_deictic,
    "weekday": read_weekday,
    "stretch": read_stretch,
    "ago": read_ago,
    "later": read_later,
    "month": read_month,
    "year": read_year,
    "decade": read_decade,
    "clock": read_clock,
    "recent": read_recent,
    "part": read_part,
    "state": read_state,
    "duration": read_duration,
    "cue": read_cue,
    "future": read_future,
}
