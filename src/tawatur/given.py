"""Publication dates that the person who builds the record knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from msgspec.structs import replace

from tawatur.errors import SetupError
from tawatur.model import Document, PageDate, Reason, When
from tawatur.stage import Each

GIVEN = "given"
"""The `why` of a date that the user gave; the calendar holds it firmer than any page's."""


def published_on(document: Document, day: date) -> Document:
    """Put a given publication date on a document, in front of its page's own dates."""
    shown = PageDate(date=day, trusted=True, why=GIVEN)
    reason = Reason(rule="date given", words=day.isoformat())
    return replace(
        document,
        page_dates=(shown, *document.page_dates),
        published=When(
            begins=day, ends=day, weekday=day.weekday(), precision="day", because=(reason,)
        ),
    )


@dataclass(frozen=True)
class MakeGiven:
    """Makes the function that puts dates on documents by name; pickles as its dates."""

    dates: tuple[tuple[str, date], ...]

    def __call__(self) -> Callable[[Sequence[Document]], Iterable[Document]]:
        """Hand over the function."""
        dates = dict(self.dates)

        def put(documents: Sequence[Document]) -> Iterable[Document]:
            for document in documents:
                day = dates.get(document.name)
                yield document if day is None else published_on(document, day)

        return put


def given_stage(published: Mapping[str, date]) -> Each:
    """Make the stage that comes after cleaning when publication dates are given."""
    return Each(
        name="given",
        make=MakeGiven(tuple(sorted(published.items()))),
        reads=frozenset({"documents"}),
        writes=frozenset({"documents"}),
        version="1",
    )


def read_given(published: Mapping[str, date | str] | Iterable[str] | None) -> dict[str, date]:
    """Read publication dates, as a mapping or as «NAME=DATE» texts.

    Raises:
        SetupError: a text has no «=» or a date is not a calendar date in ISO form.

    >>> read_given(["report-7=2021-12-08"])
    {'report-7': datetime.date(2021, 12, 8)}
    """
    if published is None:
        return {}
    pairs = (
        published.items() if isinstance(published, Mapping) else (_pair(text) for text in published)
    )
    return {name: _day(name, day) for name, day in pairs}


def _pair(text: str) -> tuple[str, str]:
    name, equals, day = text.rpartition("=")
    if not equals or not name:
        raise SetupError(f"{text!r} gives no date; write NAME=2021-12-08")
    return name, day


def _day(name: str, day: date | str) -> date:
    if isinstance(day, datetime):
        return day.date()
    if isinstance(day, date):
        return day
    try:
        return date.fromisoformat(day)
    except ValueError as error:
        raise SetupError(f"{day!r} for {name!r} is no date; write it as 2021-12-08") from error
