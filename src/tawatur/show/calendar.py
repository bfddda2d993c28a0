"""The panel of dates: which document is dated how, what was rejected, what does not fit."""

from __future__ import annotations

from tawatur.model import CalendarLine, Document, PageDate
from tawatur.show.dates import day_in_words, when_in_words
from tawatur.show.distances import distance_in_words
from tawatur.show.html import Markup, bdi, counts, in_both, joined, says, tag
from tawatur.show.sheet import Sheet

MANY = 12
"""Lines beyond which a list waits to be opened."""


def calendar_panel(sheet: Sheet) -> Markup:
    """Write how the documents are dated."""
    return tag(
        "section",
        tag("h2", says("page.calendar"), id="calendar"),
        _foldable(
            counts("documents", len(sheet.record.documents)),
            tag(
                "ol",
                (_dated(one, sheet) for one in sheet.lookup.documents.values()),
                class_="dated",
            ),
            open_=len(sheet.record.documents) <= MANY,
        ),
        _distances(sheet),
        _conflicts(sheet),
        class_="calendar",
        aria_labelledby="calendar",
    )


def _foldable(summary: Markup, content: Markup, *, open_: bool) -> Markup:
    return tag("details", tag("summary", summary), content, open=open_)


def _dated(document: Document, sheet: Sheet) -> Markup:
    when = document.published
    known = when.begins or when.ends or when.weekday is not None
    said = in_both(lambda lang: when_in_words(when, lang)) if known else says("when.unpublished")
    number = sheet.anchors.numbers[document.id]
    name = bdi(document.outlet or document.name)
    return tag(
        "li",
        tag(
            "p",
            tag("span", str(number), class_="number"),
            tag("a", name, href=f"#d{number}") if document.id in sheet.anchors.cited else name,
            tag("span", said, class_="day" if known else "day none"),
        ),
        sheet.because(when.because) if when.because else None,
        _page_dates(document, sheet),
    )


def _page_dates(document: Document, sheet: Sheet) -> Markup | None:
    if not document.page_dates:
        return None
    return tag(
        "ul", (_page_date(one, document, sheet) for one in document.page_dates), class_="page-dates"
    )


def _page_date(shown: PageDate, document: Document, sheet: Sheet) -> Markup:
    day = in_both(lambda lang: day_in_words(shown.date, lang))
    span = shown.span
    address = sheet.anchors.link(document.id, span.start, span.end) if span else None
    return tag(
        "li",
        tag("a", day, href=address) if address else day,
        " ",
        tag("b", says("document.trusted" if shown.trusted else "document.rejected")),
        " ",
        tag("span", sheet.remark(shown.why), class_="reason"),
        class_="trusted" if shown.trusted else "rejected",
    )


def _distances(sheet: Sheet) -> Markup | None:
    lines = [line for line in sheet.record.calendar if not line.conflict]
    if not lines:
        return None
    return joined(
        tag("h3", says("calendar.distances")),
        _foldable(
            counts("distances", len(lines)),
            tag("ul", (_distance(line, sheet) for line in lines), class_="distances"),
            open_=len(lines) <= MANY,
        ),
    )


def _distance(line: CalendarLine, sheet: Sheet) -> Markup:
    right, left = _thing(line.right, sheet), _thing(line.left, sheet)
    said = in_both(lambda lang: distance_in_words(line.days_low, line.days_high, lang))
    return tag(
        "li",
        tag("p", right, " ", said, " ", left),
        sheet.because(line.because) if line.because else None,
    )


def _thing(id_: str | None, sheet: Sheet) -> Markup:
    """Name the end of a distance: a document or an event, linked."""
    document = sheet.lookup.documents.get(id_ or "")
    if document is not None:
        number = sheet.anchors.numbers[document.id]
        name = joined(
            tag("span", str(number), class_="number"), " ", bdi(document.outlet or document.name)
        )
        return tag("a", name, href=f"#d{number}") if document.id in sheet.anchors.cited else name
    found = sheet.lookup.event(id_)
    if found is not None:
        return tag("a", sheet.words(found[1].title), href=f"#e{found[0]}")
    return tag("code", id_ or "", dir="ltr")


def _conflicts(sheet: Sheet) -> Markup | None:
    lines = [line for line in sheet.record.calendar if line.conflict]
    if not lines:
        return None
    return joined(
        tag("h3", says("calendar.conflicts")),
        tag("ul", (tag("li", sheet.because(line.conflict)) for line in lines), class_="conflicts"),
    )
