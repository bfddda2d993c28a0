"""What each shape of a time expression says: from the parts of a match to a kind, a value and days."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tawatur.mark.dates import (
    EITHER_WAY,
    CalendarDate,
    Value,
    calendar_of,
    dated,
    days_of,
    is_year,
    narrowed,
    timex_of,
)
from tawatur.mark.timelengths import (
    read_ago,
    read_duration,
    read_later,
    read_offset,
    read_stretch,
)
from tawatur.mark.timeparts import Parts, turn_of

_ENGLISH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _weekday(parts: Parts) -> int | None:
    row = parts.row("weekday", "weekdays")
    return row.weekday if row else None


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
    value = dated(_calendar_date(parts, day), turn_of(parts))
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


_MONTH_AROUND = {-1: (-61, -1), 0: (-30, 30), 1: (1, 61)}


def read_day_of_month(parts: Parts) -> Value | None:
    """«20 من الشهر الجاري», «12 الجاري»."""
    day = _day(parts)
    if day is None or not 1 <= day <= 31:
        return None
    low, high = _MONTH_AROUND[turn_of(parts) or 0]
    return Value("date", f"XXXX-XX-{day:02d}", "text_day", low, high, _weekday(parts))


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
    if begin is None or end is None:
        yearless = first.year is None and first.calendar == "gregorian"
        if not yearless:
            return None
        timex = f"{timex_of(first)}/{timex_of(last)}"
        return Value("range", timex, "text_day", -EITHER_WAY, EITHER_WAY)
    if begin[0] > end[1]:
        return None
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
    part = parts.row("part", "day_parts")
    late = 1 if part is not None and part.late else 0
    return Value("day", timex, "text_day", row.low, row.high + late, None if late else weekday)


_WEEKDAY_AROUND: dict[int | None, tuple[int, int]] = {-1: (-7, -1), 0: (-6, 6), 1: (1, 7)}
"""«الأحد الماضي», «الأحد الجاري», «الأحد المقبل» in days from the day of the text."""


def read_weekday(parts: Parts) -> Value:
    """«الخميس», «ليل الثلاثاء الأربعاء», «الأحد المقبل».

    Bare, it is the last such day, today included (agencies write «الأربعاء» on that Wednesday), or
    the next: of 89 bare ones on SaudiNewsNet 14 lie a day or two ahead. Whether what happens then
    is told as past decides, and that is the happening's status.
    """
    bare = (0, 6) if parts.scene.forward else (-6, 6)
    low, high = _WEEKDAY_AROUND.get(turn_of(parts), bare)
    weekday = _weekday(parts)
    timex = f"XXXX-WXX-{(weekday or 0) + 1}{_of_day(parts)}"
    if "next" in parts:
        return Value("weekday", timex, "text_day", low - 1, high + 1)
    return Value("weekday", timex, "text_day", low, high, weekday)


def read_clock(parts: Parts) -> Value | None:
    """«01:10 صباحا», «الساعة الثامنة مساء»: the time of day, which places no day."""
    row = parts.row("hour", "time_ordinals")
    said = parts["clock"] if row is None else str(row.number)
    hours, _, minutes = said.partition(":")
    hour = int(hours) + (12 if "late" in parts and int(hours) < 12 else 0)
    return Value("clock", f"T{hour:02d}:{minutes or '00'}") if hour < 24 else None


def read_recent(_: Parts) -> Value:
    """«الهجمات الأخيرة»: lately, as vague as «أخيراً»."""
    return Value("recency", "PAST_REF")


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
    "day_of_month": read_day_of_month,
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
    "state": read_state,
    "duration": read_duration,
    "cue": read_cue,
    "future": read_future,
}
