"""The stage `clean`: what is page and not report is found, and what it says is kept."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import msgspec

from tawatur.clean.credit import find_credits, split_byline
from tawatur.clean.dates import find_dates
from tawatur.clean.find import Find, merged
from tawatur.clean.furniture import find_furniture
from tawatur.clean.language import find_other_language, language_of
from tawatur.clean.lines import Line, lines_of
from tawatur.clean.published import published_of
from tawatur.clean.repeated import find_repeated
from tawatur.lang.text import text_of
from tawatur.model import Document, PageDate, Reason
from tawatur.stage import Each

LONGEST_TITLE = 25
"""Words of a headline; those of the seeds have 7 to 12, the longest of 900 others 21."""


def clean(documents: Iterable[Document]) -> Iterator[Document]:
    """Fill in what a page says beside its report; the text and the id stay what they are."""
    for document in documents:
        yield clean_document(document)


def clean_document(document: Document) -> Document:
    """Find the furniture of one document, its credits, title, dates and language.

    >>> page = Document.of(name="d", text="النهر نيوز_ وصل وفد وزاري إلى البصرة لبحث أزمة المياه فيها.")
    >>> found = clean_document(page)
    >>> found.outlet, found.language, found.furniture[0].of(found.text)
    ('النهر نيوز', 'ar', 'النهر نيوز_')
    """
    text = text_of(document.text)
    lines = lines_of(text)
    finds = [
        *find_dates(text, lines),
        *find_furniture(text, lines),
        *find_credits(document.text, lines, titled=document.title is not None),
    ]
    rest = _left_over(lines, finds)
    finds += find_repeated(rest)
    rest = _left_over(rest, finds)
    language = language_of(document.text, rest)
    finds += find_other_language(document.text, rest, language.code)
    rest = _left_over(rest, finds)

    reasons = [find.reason(document) for find in sorted(finds, key=lambda find: find.span)]
    reasons.append(Reason(rule="language", words=language.why))
    return msgspec.structs.replace(
        document,
        furniture=merged([find.span for find in finds]),
        language=language.code,
        **_credited(document, finds),
        **_titled(document, rest),
        **_dated(document, finds),
        because=(*document.because, *reasons),
    )


def _credited(document: Document, finds: Sequence[Find]) -> dict[str, str | None]:
    """Choose who wrote it, where and for whom; what the metadata said goes before the page."""
    byline, dateline = split_byline(document.byline) if document.byline else (None, None)
    return {
        "outlet": document.outlet or _first(find.outlet for find in finds),
        "byline": byline or _first(find.byline for find in finds),
        "dateline": document.dateline or dateline or _first(find.dateline for find in finds),
    }


def _titled(document: Document, rest: Sequence[Line]) -> dict[str, str | None]:
    """Take the first line for the title if it looks like a headline and a report follows it."""
    if document.title is not None or len(rest) < 2:
        return {}
    first = rest[0]
    is_headline = first.length <= LONGEST_TITLE and not first.words.rstrip('»”" ').endswith(".")
    follows = any(line.is_prose for line in rest[1:])
    return {"title": first.span.of(document.text)} if is_headline and follows else {}


def _dated(document: Document, finds: Sequence[Find]) -> dict[str, Any]:
    dates: tuple[PageDate, ...] = (
        *document.page_dates,
        *(find.date for find in finds if find.date is not None),
    )
    given = document.published.because  # a day that somebody gave goes before what the page shows
    return {
        "page_dates": dates,
        "published": document.published if given else published_of(document, dates),
    }


def _left_over(lines: Sequence[Line], finds: Sequence[Find]) -> tuple[Line, ...]:
    gone = merged([find.span for find in finds])
    starts = [span.start for span in gone]

    def is_gone(line: Line) -> bool:
        before = bisect_right(starts, line.span.start) - 1
        return before >= 0 and gone[before].covers(line.span)

    return tuple(line for line in lines if not is_gone(line))


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _make() -> Callable[[Sequence[Document]], Iterator[Document]]:
    return clean


CLEAN = Each(
    name="clean",
    make=_make,
    reads=frozenset({"documents"}),
    writes=frozenset({"furniture", "language", "page_dates", "published"}),
    version="1",
)
