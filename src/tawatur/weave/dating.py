"""Dates out of the calendar, put on documents, claims and time marks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from tawatur.mark.placing import placed
from tawatur.model import (
    Document,
    Report,
    TimeMark,
    When,
    event_day,
    publication_day,
    text_day,
)
from tawatur.weave.calendar import Calendar
from tawatur.weave.network import Network

Solved = Callable[[str], When]
"""Gives what is known of a day by the name of its variable."""


def dated_alone(report: Report) -> Report:
    """Date a report by its own words only."""
    return dated(report, Calendar(Network(report.constraints)).when)


def dated(report: Report, solved: Solved) -> Report:
    """Put what the calendar knows on a report.

    A document's `published` is its publication day where that is known, else the day its text
    speaks from: nineteen reports in twenty are printed on that day, the others a day or two later
    (measured on 962 articles with a date in their address).
    """
    day = solved(text_day(report.document.id))
    return replace(
        report,
        document=_published(report.document, solved, day),
        claims=tuple(replace(claim, when=solved(event_day(claim.id))) for claim in report.claims),
        marks=replace(
            report.marks,
            times=tuple(_time(mark, day.day) for mark in report.marks.times),
        ),
    )


def _published(document: Document, solved: Solved, day: When) -> Document:
    printed = solved(publication_day(document.id))
    return replace(document, published=printed if printed.day is not None else day)


def _time(mark: TimeMark, day: date | None) -> TimeMark:
    """Turn «أمس» into a date once the day of the text has one."""
    if day is None or mark.anchor != "text_day":
        return mark
    return placed(mark, day)
