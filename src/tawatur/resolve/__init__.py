"""Marked documents in, marked documents whose marks point to entities out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from tawatur.model import Marked, Resolved
from tawatur.resolve.inside import resolve_document
from tawatur.stage import Each


def resolve(marked: Sequence[Marked]) -> Iterable[Resolved]:
    """Resolve every document of a batch."""
    return map(resolve_document, marked)


def make_resolve() -> Callable[[Sequence[Marked]], Iterable[Resolved]]:
    """Hand over `resolve`; the rows load with the first document."""
    return resolve


RESOLVE = Each(
    name="resolve",
    make=make_resolve,
    reads=frozenset({"marks.names", "marks.roles", "marks.quotes", "marks.attributions"}),
    writes=frozenset({"entities"}),
    version="1",
)
