"""What a rule of cleaning says."""

from __future__ import annotations

from typing import NamedTuple

from tawatur.model import Document, PageDate, Reason, Span


class Find(NamedTuple):
    """One stretch of a page that is furniture, by which rule, and what it says of the report."""

    rule: str
    span: Span
    outlet: str | None = None
    byline: str | None = None
    dateline: str | None = None
    date: PageDate | None = None

    def reason(self, document: Document) -> Reason:
        """Say why, with the words of the page."""
        return document.reason(self.rule, self.span)


def merged(spans: list[Span]) -> tuple[Span, ...]:
    """Sort spans and join those that touch or overlap; empty ones go.

    >>> merged([Span(5, 9), Span(0, 3), Span(2, 5)])
    (Span(start=0, end=9),)
    """
    joined: list[Span] = []
    for span in sorted(span for span in spans if len(span)):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)
