"""Lengths of time and what they say: «قبل أربعة أيام», «الأسبوع الماضي», «بعد يومين من زيارة»."""

from __future__ import annotations

from typing import NamedTuple

from tawatur.mark.dates import Value
from tawatur.mark.timeparts import Parts, turn_of

_UNIT_DAYS = {"D": (1, 1), "W": (7, 7), "M": (28, 31), "Y": (365, 366), "E": (3650, 3660)}
_SLACK = {"D": 1, "W": 3, "M": 15, "Y": 183, "E": 1830}
"""Half a unit, as people round: «قبل أسبوعين» is eleven to seventeen days ago. A day is counted
inclusively as often as not, so «بعد أربعة أيام» is three to five and the weekday decides."""
HOURS = 2
"""Days that «الساعات الماضية» reach back."""


def read_stretch(parts: Parts) -> Value | None:
    """«الأسبوع الماضي», «هذا العام», «الأيام العشرة المقبلة»."""
    row = parts.row("stretch", "time_stretches")
    turn = turn_of(parts) or 0
    if row is not None and not row.many:
        return _single(row.unit, row.days, turn)
    count = _count(parts) or (row is not None and row.count and (row.count, row.count)) or None
    return _window(
        row.unit if row is not None else parts.row("unit", "time_units").unit, count, turn
    )


def _window(unit: str, count: tuple[int, int | None] | None, turn: int) -> Value:
    """Place «الأسابيع الثلاثة الماضية»: a day more than counted, open where nothing is counted."""
    said = "X" if count is None or count[0] != count[1] else str(count[0])
    timex = f"PT{said}{unit[1:]}" if unit.startswith("T") else f"P{said}{unit}"
    most = None if count is None else count[1]
    if unit.startswith("T"):
        reach: int | None = HOURS if most is None else most // 24 + 1
    else:
        reach = None if most is None else most * _UNIT_DAYS[unit][1] + 1
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
    """«بعد أربعة أيام»: from now after a word of the future, else from what the words don't name."""
    length = _length(parts)
    if parts.scene.forward:
        return Value("ahead", length.timex, "text_day", length.least, length.most)
    return Value("offset", length.timex)


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
