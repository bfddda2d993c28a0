"""Time expressions on the calendar, once the day that they count from is known."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

import regex
from msgspec.structs import replace

from tawatur.mark.dates import CalendarDate, days_of, season_of
from tawatur.model import TimeMark

AHEAD = 92
"""Days that a date without a year, told without a word of the future, lies ahead at most: a quarter.
Chosen on the 90 annotated articles of SaudiNewsNet (2026-11), where 60 to 150 do as well."""

SOON = 2
"""Days that a bare weekday lies ahead at most: of 89 on SaudiNewsNet 14 were a day or two ahead."""

Days = tuple[date | None, date | None]
Whole = tuple[date, date]
_PARTIAL = regex.compile(r"XXXX-(?P<month>\d\d)(?:-(?P<day>\d\d))?")
_NIGHT = regex.compile(r"XXXX-WXX-(?P<day>[1-7])")
_LENGTH = regex.compile(r"PT?(?P<count>\d+)(?P<unit>[DWMYH])")


def placed(mark: TimeMark, day: date) -> TimeMark:
    """Give a mark its `begins` and `ends`, `day` being its «اليوم»; unchanged where it has none.

    Weeks run from Sunday to Saturday. A date without a year is the nearest that its words allow.

    >>> mark = TimeMark(
    ...     start=0, end=13, words="أغسطس الماضي", kind="month", timex="XXXX-08",
    ...     anchor="text_day", low=-397, high=-1,
    ... )
    >>> placed(mark, date(2015, 7, 3)).begins
    datetime.date(2014, 8, 1)
    """
    if mark.begins is not None or mark.ends is not None or mark.timex is None:
        return mark
    if mark.anchor not in {"text_day", "speech_day"}:
        return mark
    place = _PLACES.get(mark.kind)
    found = place(mark, day) if place else None
    return mark if found is None else replace(mark, begins=found[0], ends=found[1])


def _days(mark: TimeMark, day: date) -> Days | None:
    """«أمس السبت», «الخميس المقبل»; «ليل الثلاثاء الأربعاء» has no weekday of its own."""
    if mark.low is None or mark.high is None:
        return None
    near = [day + timedelta(days=days) for days in range(mark.low, mark.high + 1)]
    if mark.kind == "day":
        fitting = [each for each in near if mark.weekday in {None, each.weekday()}]
        return (fitting[0], fitting[-1]) if fitting else None
    night = _NIGHT.match(mark.timex or "")
    weekday = mark.weekday if mark.weekday is not None or not night else int(night["day"]) - 1
    fitting = [each for each in near if weekday in {None, each.weekday()}]
    soon = [each for each in fitting if (each - day).days <= SOON] or fitting
    found = min(soon, key=lambda each: abs(each - day), default=None)
    if found is None:
        return None
    return found, found + timedelta(days=0 if mark.weekday is not None else 1)


def _partial(mark: TimeMark, day: date) -> Days | None:
    """«5 ديسمبر», «يوليو الماضي», «الشهر المقبل»."""
    if (mark.timex or "").startswith("XXXX-XX"):
        return _in_month(mark, _month(mark, day))
    return _yearless(mark.timex or "", mark, day)


def _in_month(mark: TimeMark, month: Whole | None) -> Whole | None:
    """«الشهر الماضي» is all of it, «20 من الشهر الجاري» a day of it."""
    number = (mark.timex or "").removeprefix("XXXX-XX").lstrip("-")
    if month is None or not number:
        return month
    day = month[0] + timedelta(days=int(number) - 1)
    return (day, day) if day <= month[1] else None


def _yearless(timex: str, mark: TimeMark, day: date) -> Whole | None:
    match = _PARTIAL.fullmatch(timex)
    if match is None:
        return None
    number = match["day"]
    years = (
        CalendarDate(int(number) if number else None, int(match["month"]), year)
        for year in range(day.year - 2, day.year + 3)
    )
    possible = [days for when in years if (days := days_of(when)) is not None]
    if mark.weekday is not None and number:
        possible = [days for days in possible if days[0].weekday() == mark.weekday]
    return _nearest(possible, day, _turn(mark))


def _range(mark: TimeMark, day: date) -> Days | None:
    """«14 أبريل وحتى 5 يونيو»: its end is placed, and its beginning before that."""
    first, _, last = (mark.timex or "").partition("/")
    end = _yearless(last, mark, day)
    begin = None if end is None else _yearless(first, replace(mark, low=-366, high=-1), end[1])
    return None if begin is None or end is None else (begin[0], end[1])


def _turn(mark: TimeMark) -> int:
    """Tell which way a mark looks: -1 back, 1 ahead, 0 either."""
    if mark.high is not None and mark.high < 0:
        return -1
    return 1 if mark.low is not None and mark.low >= 0 else 0


def _nearest(possible: Sequence[Whole], day: date, turn: int) -> Whole | None:
    back = [days for days in possible if days[1] < day]
    here = [days for days in possible if days[0] <= day <= days[1]]
    ahead = [days for days in possible if days[0] > day]
    if turn < 0:
        return max(back, default=None)
    if turn > 0:
        return min([*here, *ahead], default=None)
    if here:
        return here[0]
    soon, late = min(ahead, default=None), max(back, default=None)
    if soon is not None and (soon[0] - day).days <= AHEAD:
        nearer_back = late is not None and day - late[1] < soon[0] - day
        return late if nearer_back else soon
    return late


def _month(mark: TimeMark, day: date) -> Whole | None:
    """«الشهر الماضي»."""
    months = day.year * 12 + day.month - 1 + _step(mark)
    return days_of(CalendarDate(month=months % 12 + 1, year=months // 12))


def _week(mark: TimeMark, day: date) -> Days:
    """«الأسبوع الماضي»: from Sunday to Saturday."""
    sunday = day - timedelta(days=(day.weekday() + 1) % 7) + timedelta(weeks=_step(mark))
    return sunday, sunday + timedelta(days=6)


def _year(mark: TimeMark, day: date) -> Days | None:
    """«العام المقبل»."""
    return days_of(CalendarDate(year=day.year + _step(mark)))


def _step(mark: TimeMark) -> int:
    """Tell whether the stretch before, the present one or the next is meant."""
    if mark.high == -1:
        return -1
    return 1 if mark.low == 1 else 0


def _season(mark: TimeMark, day: date) -> Days | None:
    """«الصيف الماضي»: the last that is over."""
    code = (mark.timex or "").removeprefix("XXXX-")
    seasons = (season_of(year, code) for year in range(day.year - 2, day.year + 3))
    possible = [days for days in seasons if days is not None]
    if _step(mark) == 0:
        return next((days for days in possible if days[0].year == day.year), None)
    return _nearest(possible, day, _step(mark))


def _ago(mark: TimeMark, day: date) -> Days | None:
    """«قبل أربعة أيام»; a year ago is some day of that year."""
    counted = _LENGTH.fullmatch(mark.timex or "")
    if counted is None:
        return None
    back, unit = int(counted["count"]), counted["unit"]
    if unit == "Y":
        return days_of(CalendarDate(year=day.year - back))
    if unit == "M":
        months = day.year * 12 + day.month - 1 - back
        return days_of(CalendarDate(month=months % 12 + 1, year=months // 12))
    then = day - timedelta(days=back * {"D": 1, "W": 7, "H": 0}[unit])
    return then, then


def _since(mark: TimeMark, day: date) -> Days | None:
    """«منذ ثلاثة أيام», «الأشهر الستة الماضية»: from then to the day."""
    counted = _LENGTH.fullmatch(mark.timex or "")
    if mark.high != 0:
        return None
    if counted is None or mark.low is None:
        return None, day
    back = _shifted(day, -int(counted["count"]), counted["unit"])
    return None if back is None else (back, day)


def _shifted(day: date, count: int, unit: str) -> date | None:
    if unit in "DWH":
        return day + timedelta(days=count * {"D": 1, "W": 7, "H": 0}[unit])
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "Y" else 1)
    last = days_of(CalendarDate(month=months % 12 + 1, year=months // 12))
    return None if last is None else last[0].replace(day=min(day.day, last[1].day))


_PLACES: Mapping[str, Callable[[TimeMark, date], Days | None]] = {
    "day": _days,
    "weekday": _days,
    "date": _partial,
    "range": _range,
    "month": _partial,
    "week": _week,
    "year": _year,
    "season": _season,
    "ago": _ago,
    "since": _since,
    "window": _since,
}
