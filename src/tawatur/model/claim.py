"""One report's word for one happening."""

from __future__ import annotations

from typing import Literal

from tawatur.model.base import Noun
from tawatur.model.chain import Link
from tawatur.model.reason import Reason
from tawatur.model.span import Span
from tawatur.model.when import When

Status = Literal["happened", "ongoing", "planned", "not_happened", "denied", "hypothetical"]


class Amount(Noun, frozen=True, kw_only=True):
    """How many, as one report has it: an interval whose open end is null, and its words."""

    what: str
    low: int
    high: int | None
    words: str
    start: int
    end: int


class Claim(Noun, frozen=True, kw_only=True):
    """What one document says happened, will happen or did not happen.

    `start` and `end` cover the clause, `trigger` the word that names the happening. `actors`,
    `recipients` and `place` are ids of entities. `chain` says who says so, from the outlet back.
    """

    id: str
    document: str
    start: int
    end: int
    trigger: Span
    type: str
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    status: Status
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None
    when: When = When()
    amounts: tuple[Amount, ...] = ()
    chain: tuple[Link, ...] = ()
    because: tuple[Reason, ...] = ()
