"""Which column of a table holds what of a report."""

from __future__ import annotations

from collections.abc import Mapping
from html import unescape
from typing import Any

import msgspec

from tawatur.errors import EmptyError, InputError, SetupError
from tawatur.model import Document, PageDate, Reason
from tawatur.read.days import dates_of_address, page_date
from tawatur.read.encoding import decode, notes_on, sha256_of

Columns = tuple[tuple[str, str], ...]
"""Field and column, as a user gave them; in pairs, so that it travels to a worker."""

USUAL: dict[str, tuple[str, ...]] = {
    "text": ("text", "content", "body", "article", "articleBody", "article_body", "maintext"),
    "title": ("title", "headline"),
    "outlet": ("outlet", "source", "paper", "newspaper", "publisher", "sitename", "site_name"),
    "url": ("url", "link", "address"),
    "published": (
        "published", "published_at", "publishedAt", "datePublished", "date_published",
        "date_publish", "publish_date", "pubDate", "pubdate", "date",
    ),
    "seen": ("date_extracted", "date_download", "crawled", "crawled_at", "scraped_at", "fetched_at"),
    "name": ("name", "id", "aid"),
    "byline": ("byline", "author", "authors"),
}  # fmt: skip
"""What columns are usually called, the likelier first. `seen` is when somebody fetched the page."""


def check_columns(columns: Mapping[str, str] | None) -> Columns:
    """Check what a user says about columns.

    Raises:
        SetupError: there is no such field.

    >>> check_columns({"text": "body"})
    (('text', 'body'),)
    """
    for field in columns or {}:
        if field not in USUAL:
            raise SetupError(f"no field {field!r}; a column can be one of {', '.join(USUAL)}")
    return tuple(sorted((columns or {}).items()))


def read_row(row: bytes, *, name: str, columns: Columns) -> Document:
    """Make a document of one JSON object.

    Raises:
        InputError: it is not a JSON object, or has no text column.
        EmptyError: its text is empty.
    """
    decoded = decode(row)
    fields = _decode_object(decoded.text)
    chosen = dict(columns)
    held = {field: _value(fields, chosen.get(field), usual) for field, usual in USUAL.items()}
    text = held["text"]
    if not isinstance(text, str):
        raise InputError(
            f"no text column in a row with {', '.join(map(repr, fields))}; say which one it is"
        )
    if not text.strip():
        raise EmptyError("its text is empty")
    url = _said(held["url"])
    document = Document.of(
        name=_said(held["name"]) or name,
        text=text,
        sha256=sha256_of(row),
        url=url,
        title=_said(held["title"]),
        outlet=_said(held["outlet"]),
        byline=_said(held["byline"]),
        page_dates=(*_column_dates(held), *dates_of_address(url)),
    )
    return msgspec.structs.replace(document, because=(*notes_on(decoded), *_unread(held)))


def _decode_object(text: str) -> dict[str, Any]:
    try:
        fields = msgspec.json.decode(text)
    except msgspec.DecodeError as error:
        raise InputError(f"not JSON: {error}") from error
    except RecursionError as error:
        raise InputError("not a row: too deeply nested") from error
    if not isinstance(fields, dict):
        raise InputError(f"a row is a JSON object, not {type(fields).__name__}")
    return fields


def _value(fields: Mapping[str, Any], chosen: str | None, usual: tuple[str, ...]) -> Any:
    names = (chosen,) if chosen else usual
    value = next((fields[name] for name in names if fields.get(name) is not None), None)
    return value.get("name") if isinstance(value, dict) else value  # {"source": {"name": …}}


def _said(value: Any) -> str | None:
    if isinstance(value, list):
        value = "، ".join(str(part) for part in value if part)
    if value is None or isinstance(value, bool):
        return None
    return unescape(str(value)).strip() or None


def _column_dates(held: Mapping[str, Any]) -> tuple[PageDate, ...]:
    found = (
        page_date(held["published"], "column of the publication date", trusted=True),
        page_date(held["seen"], "column of the day the page was fetched", trusted=False),
    )
    return tuple(date for date in found if date is not None)


def _unread(held: Mapping[str, Any]) -> list[Reason]:
    """Say which dates could not be read: null with a reason."""
    return [
        Reason(rule=f"unread {field} column", words=f"no day can be read in {held[field]!r}"[:200])
        for field in ("published", "seen")
        if held[field] not in (None, "") and page_date(held[field], field, trusted=False) is None
    ]
