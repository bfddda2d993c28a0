"""The stage `read`: items in, documents out."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from tawatur.errors import InputError, TooLargeError
from tawatur.model import Document, Trouble
from tawatur.read.columns import read_row
from tawatur.read.encoding import declared_charset, decode, notes_on, sha256_of
from tawatur.read.html import extract
from tawatur.read.items import ONE_REPORT, Item, trouble_of
from tawatur.stage import Each

LONGEST = 1_000_000
"""Code points of one report; the longest of 28,000 newspaper articles has 70,000."""

_SPOILT = (InputError, OSError, zipfile.BadZipFile, zlib.error, EOFError, KeyError, RuntimeError)


def read_items(items: Sequence[Item]) -> Iterator[Document | Trouble]:
    """Read each item; one that cannot be read comes out as a `Trouble` and hurts no other."""
    for item in items:
        try:
            yield read_item(item)
        except _SPOILT as error:
            yield trouble_of(item.file, error)


def read_item(item: Item) -> Document:
    """Read one item.

    Raises:
        InputError: it is empty, too large or not text.
        OSError: the file cannot be opened.
    """
    if item.row is not None:
        document = read_row(item.row, name=item.name, columns=item.columns)
    else:
        document = READERS[item.suffix](_bytes_of(item), item.name)
    if len(document.text) > LONGEST:
        raise TooLargeError(f"more than {LONGEST:,} characters; cut it into its reports")
    return document


def read_text(raw: bytes, name: str) -> Document:
    """Make a document of a plain text file: its text is the file's, unchanged."""
    decoded = decode(raw)
    document = Document.of(name=name, text=decoded.text, sha256=sha256_of(raw))
    return msgspec.structs.replace(document, because=notes_on(decoded))


def read_page(raw: bytes, name: str) -> Document:
    """Make a document of an HTML file: its text is the report that was found in it."""
    decoded = decode(raw, declared=declared_charset(raw))
    found = extract(decoded.text)
    document = Document.of(
        name=name,
        text=found.text,
        sha256=sha256_of(raw),
        url=found.url,
        title=found.title,
        outlet=found.outlet,
        byline=found.byline,
        page_dates=found.page_dates,
    )
    return msgspec.structs.replace(document, because=notes_on(decoded))


READERS: Mapping[str, Callable[[bytes, str], Document]] = {
    ".txt": read_text,
    ".html": read_page,
    ".htm": read_page,
}


def _bytes_of(item: Item) -> bytes:
    if item.member is None:
        _check_size(Path(item.path).stat().st_size)
        return Path(item.path).read_bytes()
    with zipfile.ZipFile(item.path) as archive:
        _check_size(archive.getinfo(item.member).file_size)
        return archive.read(item.member)


def _check_size(size: int) -> None:
    if size > ONE_REPORT:
        raise TooLargeError(f"more than {ONE_REPORT:,} bytes; one report is never that long")


def _make() -> Callable[[Sequence[Item]], Iterator[Document | Trouble]]:
    return read_items


READ = Each(
    name="read",
    make=_make,
    reads=frozenset({"items"}),
    writes=frozenset({"documents"}),
    version="1",
)
