"""Days as metadata, columns and addresses write them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import NamedTuple
from urllib.parse import urlsplit

import regex

from tawatur.model import PageDate

_ISO = regex.compile(
    r"\s*(?P<y>\d{4})[-/](?P<m>\d{1,2})[-/](?P<d>\d{1,2})"
    r"(?:[T\s]+(?P<h>\d{1,2}):\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?P<zone>Z|UTC|GMT|[+-]00:?00)?.*)?\s*"
)
_COMPACT = regex.compile(r"\s*(?P<y>(?:19|20)\d{2})(?P<m>\d{2})(?P<d>\d{2})\s*")
_DAY_FIRST = regex.compile(r"\s*(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<y>\d{4})\b.*", regex.S)
_IN_ADDRESS = regex.compile(
    r"/(?P<y>(?:19|20)\d{2})(?P<sep>[/-])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?=[/_.-]|$)"
    r"|/(?P<y>(?:19|20)\d{2})(?P<m>\d{2})(?P<d>\d{2})(?=[/_.-]|$)"
)
_LATE = 20
"""Hour of UTC from which it may be the next day where Arabic newspapers are made (UTC+0 to +4)."""
_FIRST, _LAST = 1990, 2100
"""Years of the news on the web; a number outside is not a year."""


class Stamp(NamedTuple):
    """A day read from a stamp; `sure` is false where it is only a bound from above."""

    day: date
    sure: bool
    note: str = ""


def read_stamp(written: object) -> Stamp | None:
    """Read the day of a time stamp; None where it cannot be read in one way only.

    Days are those of the place the stamp is written for. A late hour in UTC may be the next day
    there, and 05/12/2021 may be May or December: then the later day, as a bound.

    >>> read_stamp("2021-12-08T10:15:00+03:00")
    Stamp(day=datetime.date(2021, 12, 8), sure=True, note='')
    >>> read_stamp("2021-12-07T22:15:00Z").day
    datetime.date(2021, 12, 8)
    """
    if isinstance(written, bool):
        return None
    if isinstance(written, int | float):
        return _from_epoch(float(written))
    if not isinstance(written, str):
        return None
    readings = (_from_iso, _from_compact, _from_day_first, _from_mail)
    return next((found for reading in readings if (found := reading(written))), None)


def dates_of_address(address: str | None) -> tuple[PageDate, ...]:
    """Find the day in an address such as «/2021/12/08/makhmur».

    >>> [found.date.isoformat() for found in dates_of_address("https://a.example/2021/12/08/x.html")]
    ['2021-12-08']
    """
    if not address:
        return ()
    try:
        path = urlsplit(address).path
    except ValueError:
        return ()
    days = {day for found in _IN_ADDRESS.finditer(path) if (day := _day_of(found))}
    return tuple(PageDate(date=day, trusted=True, why="address") for day in sorted(days))


def page_date(written: object, field: str, *, trusted: bool) -> PageDate | None:
    """Make a page date of what `field` holds; None where no day can be read in it."""
    stamp = read_stamp(written)
    if stamp is None:
        return None
    why = f"{field}; {stamp.note}" if stamp.note else field
    return PageDate(date=stamp.day, trusted=trusted and stamp.sure, why=why)


def a_day(year: int, month: int, day: int) -> date | None:
    """Make a date if there is such a day in the years of the web."""
    if not _FIRST <= year <= _LAST:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_first(day: int, month: int, year: int) -> Stamp | None:
    """Read 08/12/2021. Where both orders give a day, the later one is a bound.

    >>> day_first(25, 12, 2021).sure, day_first(8, 12, 2021).sure
    (True, False)
    """
    readings = {found for found in (a_day(year, month, day), a_day(year, day, month)) if found}
    if not readings:
        return None
    sure = len(readings) == 1
    return Stamp(
        max(readings), sure, "" if sure else "day and month may change places: the later day"
    )


def _day_of(found: regex.Match[str]) -> date | None:
    return a_day(int(found["y"]), int(found["m"]), int(found["d"]))


def _from_iso(written: str) -> Stamp | None:
    found = _ISO.fullmatch(written)
    day = _day_of(found) if found else None
    if found is None or day is None:
        return None
    return _at(day, int(found["h"] or 0) if found["zone"] else 0)


def _from_compact(written: str) -> Stamp | None:
    found = _COMPACT.fullmatch(written)
    day = _day_of(found) if found else None
    return Stamp(day, sure=True) if day else None


def _from_day_first(written: str) -> Stamp | None:
    found = _DAY_FIRST.fullmatch(written)
    return day_first(int(found["d"]), int(found["m"]), int(found["y"])) if found else None


def _from_mail(written: str) -> Stamp | None:
    try:
        moment = parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    day = a_day(moment.year, moment.month, moment.day)
    return _at(day, 0 if moment.utcoffset() else moment.hour) if day else None


def _from_epoch(seconds: float) -> Stamp | None:
    try:
        moment = datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, tz=UTC)
    except (ValueError, OverflowError, OSError):
        return None
    day = a_day(moment.year, moment.month, moment.day)
    return _at(day, moment.hour) if day else None


def _at(day: date, hour_utc: int) -> Stamp:
    if hour_utc < _LATE:
        return Stamp(day, sure=True)
    return Stamp(
        day + timedelta(days=1), sure=False, note="late in UTC: the next day at the latest"
    )
