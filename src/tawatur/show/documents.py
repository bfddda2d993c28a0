"""The documents in full, with the words that the events rest on."""

from __future__ import annotations

from urllib.parse import urlsplit

from tawatur.model import Document
from tawatur.show.dates import when_in_words
from tawatur.show.html import Markup, bdi, counts, direction, in_both, says, tag
from tawatur.show.marked import marked_text
from tawatur.show.sheet import Sheet


def reader(sheet: Sheet) -> Markup:
    """Write the pane in which the documents are read."""
    cited = [one for id_, one in sheet.lookup.documents.items() if id_ in sheet.anchors.cited]
    left_out = len(sheet.record.documents) - len(cited)
    return tag(
        "aside",
        tag(
            "header",
            tag("h2", says("page.documents"), id="documents"),
            tag("p", says("page.documents_more")),
            tag("p", counts("left_out", left_out), class_="note") if left_out else None,
        ),
        (document_page(one, sheet) for one in cited),
        class_="reader",
        id="reader",
        aria_labelledby="documents",
        tabindex="0",
    )


def document_page(document: Document, sheet: Sheet) -> Markup:
    """Write one document: what it is, and its text."""
    number = sheet.anchors.numbers[document.id]
    return tag(
        "article",
        tag(
            "header",
            tag(
                "h3",
                tag("span", str(number), class_="number"),
                bdi(document.outlet or document.name),
            ),
            tag("p", _about(document), class_="about"),
        ),
        tag(
            "div",
            marked_text(document, sheet.anchors),
            class_="text",
            lang=document.language,
            dir=direction(document.language),
        ),
        class_="document",
        id=f"d{number}",
    )


def _about(document: Document) -> list[Markup]:
    """Say what is known of a document: its title, its day, its address."""
    known = document.published.begins or document.published.ends
    when = in_both(lambda lang: when_in_words(document.published, lang))
    return [
        *([tag("b", bdi(document.title, document.language))] if document.title else []),
        tag("span", when if known else says("when.unpublished")),
        tag("span", _address(document)),
    ]


def _address(document: Document) -> Markup:
    """Write where it came from; only a web address becomes a link."""
    url = document.url or ""
    if urlsplit(url).scheme in {"http", "https"}:
        return tag(
            "a",
            bdi(document.name if len(url) > 80 else url, "en"),
            href=url,
            rel="noreferrer noopener",
            class_="out",
        )
    return bdi(document.name)
