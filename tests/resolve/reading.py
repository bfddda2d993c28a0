"""Reports marked and resolved, for tests."""

from __future__ import annotations

import msgspec

from tawatur.mark.names import find_names
from tawatur.mark.page import page_of
from tawatur.mark.roles import find_roles
from tawatur.model import Attribution, Document, Marked, Marks, QuoteMark, Resolved
from tawatur.resolve.inside import resolve_document


def mark(text: str, *, name: str = "d", attributions: tuple[Attribution, ...] = ()) -> Marked:
    document = Document.of(name=name, text=text)
    document = msgspec.structs.replace(document, language="ar")
    page = page_of(document)
    roles = tuple(find_roles(page))
    return Marked(
        document=document,
        marks=Marks(
            document=document.id,
            names=tuple(find_names(page, roles)),
            roles=roles,
            quotes=tuple(QuoteMark(start=said.start, end=said.end) for said in page.quotations),
            attributions=attributions,
        ),
    )


def resolve(text: str, *, name: str = "d", attributions: tuple[Attribution, ...] = ()) -> Resolved:
    return resolve_document(mark(text, name=name, attributions=attributions))


def called(resolved: Resolved, words: str) -> set[str]:
    """Say what the names with these words mean: rows' ids, or kinds and first names."""
    return {label(resolved, mark.entity) for mark in resolved.marks.names if mark.words == words}


def held(resolved: Resolved, words: str) -> list[str | None]:
    """Say who holds the roles with these words."""
    return [
        label(resolved, mark.holder) if mark.holder else None
        for mark in resolved.marks.roles
        if mark.words == words
    ]


def label(resolved: Resolved, identity: str | None) -> str:
    entity = next(entity for entity in resolved.entities if entity.id == identity)
    return entity.kb or f"{entity.kind}:{entity.names[0].text}"
