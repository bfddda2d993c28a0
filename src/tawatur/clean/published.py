"""What the dates of a page allow for the day of publication."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.model import Document, PageDate, Reason, When
from tawatur.model.when import precision_of


def published_of(document: Document, dates: Sequence[PageDate]) -> When:
    """Bound the day of publication by the dates a page carries.

    Trusted dates bound it from both sides: one gives the day, two that differ the days between
    them. Others bound it from above only, and never below a trusted one. Without any it is open.

    >>> from datetime import date
    >>> header = PageDate(date=date(2024, 5, 8), trusted=False, why="rendered")
    >>> published_of(Document.of(name="d", text="خبر"), [header]).ends
    datetime.date(2024, 5, 8)
    """
    trusted = [page.date for page in dates if page.trusted]
    begins = min(trusted, default=None)
    latest = max(trusted, default=None)
    bounds = [
        page.date for page in dates if not page.trusted and (not begins or page.date >= begins)
    ]
    ends = min([day for day in (latest, *bounds) if day], default=None)
    return When(
        begins=begins,
        ends=ends,
        precision=precision_of(begins, ends),
        because=tuple(_reason(document, page) for page in dates),
    )


def _reason(document: Document, page: PageDate) -> Reason:
    rule = "page date" if page.trusted else "page date, not trusted"
    said = f"{page.date.isoformat()}: {page.why}"
    if page.span is None:
        return Reason(rule=rule, words=said)
    start, end = page.span.start, page.span.end
    return Reason(rule=rule, words=said, document=document.id, start=start, end=end)
