"""A web page in, its report and its metadata out. Nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec
import regex
import trafilatura
from lxml import etree
from lxml.html import HtmlElement
from trafilatura.settings import Document as Extract

from tawatur.errors import EmptyError, UnreadableError
from tawatur.model import PageDate
from tawatur.read.days import dates_of_address, page_date

META_DATES = {
    "article:published_time": True,
    "datepublished": True,
    "article:modified_time": False,
    "og:updated_time": False,
    "og:article:published_time": False,
    "dc.date.issued": False,
    "dc.date": False,
    "dcterms.date": False,
    "dcterms.created": False,
    "date": False,
    "pubdate": False,
    "publishdate": False,
    "publish-date": False,
    "publish_date": False,
    "parsely-pub-date": False,
    "sailthru.date": False,
    "datemodified": False,
    "last-modified": False,
}
"""Fields of a page's head that hold a day, and whether it is the day of publication for certain:
Open Graph and schema.org define theirs so; the others are filled with what a template has."""
JSON_DATES = {"datePublished": True, "dateModified": False, "dateCreated": False}
"""The same for JSON-LD."""
_ARTICLE = regex.compile(r"\w*(?:Article|Posting)|Report|WebPage")
_FAILS = (ValueError, TypeError, AttributeError, LookupError, RecursionError, etree.LxmlError)
"""What the parser and the extractor raise over pages that are none."""


_CELL = regex.compile(r"(?<!\\)\|")
_GAP = regex.compile(r" {3,}")


class Extracted(NamedTuple):
    """What a page holds."""

    text: str
    title: str | None
    outlet: str | None
    byline: str | None
    url: str | None
    page_dates: tuple[PageDate, ...]


def extract(page: str) -> Extracted:
    """Take the report out of a page, with what the page says of itself.

    Raises:
        EmptyError: no report was found in it.
        UnreadableError: it is no page.
    """
    try:
        tree = trafilatura.load_html(page)
        found = _extracted(tree)
    except _FAILS as error:
        raise UnreadableError(f"not a web page: {error}") from error
    if tree is None or found is None or not found.text or not found.text.strip():
        raise EmptyError("no report was found in the page; save its text as .txt")
    url = found.url or None
    return Extracted(
        text=_lines_of_tables(found.text),
        title=found.title or None,
        outlet=_site(found),
        byline=found.author or None,
        url=url,
        page_dates=tuple(
            dict.fromkeys((*_meta_dates(tree), *_json_dates(tree), *dates_of_address(url)))
        ),
    )


def _lines_of_tables(text: str) -> str:
    """Give each cell of a table a line of its own.

    Old pages lay their report out in a table, and a row of it would run menu, headline and report
    together; wide gaps are where the page began a new line.
    """
    return "\n".join(
        _GAP.sub("\n", _CELL.sub("\n", line).replace("\\|", "|")).strip("\n ")
        if line.startswith("| ")
        else line
        for line in text.split("\n")
    )


def _extracted(tree: HtmlElement | None) -> Extract | None:
    if tree is None:
        return None
    found = trafilatura.bare_extraction(
        tree,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    return found if isinstance(found, Extract) else None


def _site(found: Extract) -> str | None:
    """Give the page's own name; its host is not a name, and stands in the address anyhow."""
    name = (found.sitename or "").strip()
    return name if name and name.lower() not in (found.hostname or "").lower() else None


def _meta_dates(tree: HtmlElement) -> Iterator[PageDate]:
    for element in tree.iter("meta", "time"):
        field = next(
            (element.get(key) for key in ("property", "name", "itemprop") if element.get(key)), ""
        )
        trusted = META_DATES.get(field.lower())
        written = element.get("content") or element.get("datetime")
        if trusted is not None and (found := page_date(written, field, trusted=trusted)):
            yield found


def _json_dates(tree: HtmlElement) -> Iterator[PageDate]:
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json":
            for thing in _things(script.text or ""):
                for field, trusted in JSON_DATES.items():
                    if found := page_date(thing.get(field), f"JSON-LD {field}", trusted=trusted):
                        yield found


def _things(written: str) -> Iterator[dict[str, Any]]:
    """Yield the articles that JSON-LD describes itself, not those it links to."""
    try:
        held = msgspec.json.decode(written.strip())
    except (msgspec.DecodeError, RecursionError):
        return
    for top in held if isinstance(held, list) else [held]:
        if isinstance(top, dict):
            graph = top.get("@graph")
            for thing in graph if isinstance(graph, list) else [top]:
                if isinstance(thing, dict) and _is_article(thing.get("@type")):
                    yield thing


def _is_article(kind: object) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(one, str) and _ARTICLE.fullmatch(one) for one in kinds)
