"""What many reports make of one happening."""

from __future__ import annotations

from typing import Literal

import msgspec

from tawatur.model.base import Noun
from tawatur.model.claim import Status
from tawatur.model.reason import Reason
from tawatur.model.when import When

Grade = Literal["A", "B", "C", "D", "E"]


class AmountValue(Noun, frozen=True, kw_only=True):
    """One value of an amount and the claims that carry it."""

    low: int
    high: int | None
    claims: tuple[str, ...]


class EventAmount(Noun, frozen=True, kw_only=True):
    """All values of one amount of an event.

    `low` and `high` span what is reported; `best` is the value that the order of reports makes
    the latest, null where the reports give no way to choose.
    """

    low: int
    high: int | None
    best: int | None
    values: tuple[AmountValue, ...]


class Side(Noun, frozen=True, kw_only=True):
    """One side of a contradiction: the value in words and the claims that hold it."""

    value: str
    claims: tuple[str, ...]


class Contradiction(Noun, frozen=True, kw_only=True):
    """Claims of one event that differ in one slot, and how (see the glossary for the kinds)."""

    kind: str
    slot: str
    values: tuple[Side, ...]
    because: tuple[Reason, ...] = ()


class Event(Noun, frozen=True, kw_only=True):
    """A happening with every claim that bears on it.

    `reports` counts documents, `origins` independent chains: five reprints of one statement are
    five reports and one origin. `grade` is A to E by the rule printed in the documentation; it is
    not a probability of truth.
    """

    id: str
    title: str
    type: str
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    status: Status
    when: When = When()
    place: str | None = None
    places: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    amounts: dict[str, EventAmount] = msgspec.field(default_factory=dict)
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    reports: int
    origins: int
    grade: Grade
    contradictions: tuple[Contradiction, ...] = ()
    part_of: str | None = None
    story: str | None = None
    because: tuple[Reason, ...] = ()


class Story(Noun, frozen=True, kw_only=True):
    """Events that belong together, in order of time."""

    id: str
    title: str
    events: tuple[str, ...]
    documents: tuple[str, ...]
    when: When = When()
    because: tuple[Reason, ...] = ()
