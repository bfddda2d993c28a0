"""Marked document in, marked document with attributions out: who says so, and by which chain."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from tawatur.attribute.attributions import find_attributions
from tawatur.attribute.chains import chain_at
from tawatur.mark.page import page_of
from tawatur.model import Marked
from tawatur.stage import Each, Items

__all__ = ["ATTRIBUTE", "attribute", "chain_at", "find_attributions"]


def attribute(marked: Marked) -> Marked:
    """Find who says what, and how it came to this page.

    Names and roles that are marked help; none are needed. Entities stay null: they are resolved
    later.

    >>> from tawatur.model import Document, Marks
    >>> document = Document.of(name="d", text="وقالت وزارة الصحة في بيان إن الجرحى تسعة.")
    >>> said = attribute(Marked(document=document, marks=Marks(document=document.id)))
    >>> [(a.class_, a.claim.of(document.text)) for a in said.marks.attributions]
    [('official_statement', 'الجرحى تسعة')]
    """
    found = tuple(find_attributions(page_of(marked.document), marked.marks))
    return msgspec.structs.replace(
        marked, marks=msgspec.structs.replace(marked.marks, attributions=found)
    )


def _make() -> Callable[[Items], Iterable[Marked]]:
    return lambda batch: [attribute(marked) for marked in batch]


ATTRIBUTE = Each(
    name="attribute",
    make=_make,
    reads=frozenset({"marks.names", "marks.roles"}),
    writes=frozenset({"marks.attributions"}),
    version="1",
)
