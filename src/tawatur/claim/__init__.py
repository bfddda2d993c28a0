"""Resolved documents in, reports with claims out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from tawatur.claim.coding import code
from tawatur.model import Report, Resolved
from tawatur.stage import Each


def code_each(resolved: Sequence[Resolved]) -> Iterable[Report]:
    """Code every document of a batch."""
    return map(code, resolved)


def make_claim() -> Callable[[Sequence[Resolved]], Iterable[Report]]:
    """Hand over `code_each`; its tables load with the first document."""
    return code_each


CLAIM = Each(
    name="claim",
    make=make_claim,
    reads=frozenset(
        {"marks.names", "marks.times", "marks.numbers", "marks.attributions", "entities"}
    ),
    writes=frozenset({"claims", "constraints"}),
    version="1",
)
