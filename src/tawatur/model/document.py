"""A report as it was read."""

from __future__ import annotations

import hashlib
from datetime import date

from tawatur.model.base import Noun, identify
from tawatur.model.reason import Reason
from tawatur.model.span import Span
from tawatur.model.when import When


class PageDate(Noun, frozen=True, kw_only=True):
    """A date that the page shows or carries, and whether it may be believed.

    `span` is null for a date of the page's metadata. A date that is not trusted still bounds the
    report from above: a page cannot be rendered before it is written.
    """

    date: date
    span: Span | None = None
    trusted: bool
    why: str


class Document(Noun, frozen=True, kw_only=True):
    """One news report. `text` is the text as read and never changes: every span points into it.

    `furniture` are the spans that are page and not report; `because` says by which row each one
    was recognised. `published` is what the report itself and its metadata allow; the calendar
    network narrows it down.

    >>> Document.of(name="d", text="قتل ثلاثة أشخاص في بعقوبة.").language is None
    True
    """

    id: str
    name: str
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    dateline: str | None = None
    language: str | None = None
    text: str
    sha256: str
    furniture: tuple[Span, ...] = ()
    page_dates: tuple[PageDate, ...] = ()
    published: When = When()
    because: tuple[Reason, ...] = ()

    def reason(self, rule: str, span: Span) -> Reason:
        """Give the words at `span` as the reason of a step.

        >>> document = Document.of(name="d", text="قتل ثلاثة أشخاص في بعقوبة.")
        >>> document.reason("place", Span(19, 25)).words
        'بعقوبة'
        """
        words = span.of(self.text)
        return Reason(rule=rule, words=words, document=self.id, start=span.start, end=span.end)

    @classmethod
    def of(
        cls,
        *,
        name: str,
        text: str,
        sha256: str = "",
        url: str | None = None,
        title: str | None = None,
        outlet: str | None = None,
        byline: str | None = None,
        page_dates: tuple[PageDate, ...] = (),
    ) -> Document:
        """Make a document; its id is the hash of its outlet, its address and its text.

        `sha256` is the hash of the raw bytes; without it, that of the text in UTF-8.
        """
        return cls(
            id=identify("document", outlet, url, text),
            name=name,
            text=text,
            sha256=sha256 or _digest(text),
            url=url,
            title=title,
            outlet=outlet,
            byline=byline,
            page_dates=page_dates,
        )


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
