"""A codebook: which types of events there are, how they were done, what about, and by whom."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal, TypeVar

import msgspec

from tawatur.errors import SetupError

Quad = Literal[1, 2, 3, 4]
Kind = TypeVar("Kind", bound="Entry")


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One row of a codebook: its name, what it means, and a sentence in each language."""

    name: str
    label_ar: str
    label_en: str
    definition: str
    rule: str
    example_ar: str
    example_en: str
    decision: str | None = None


class EventType(Entry, frozen=True, kw_only=True):
    """A type of event. `quad`: 1 verbal, 2 material cooperation; 3 verbal, 4 material conflict.

    `score` runs from -10 (conflict) to 10 (cooperation); `recipient` says whether one is needed.
    """

    quad: Quad
    score: float
    recipient: Literal["no", "yes", "one-sided"]


class Mode(Entry, frozen=True, kw_only=True):
    """How an event of one type was done; without a score of its own it has its type's."""

    type: str
    score: float | None = None


class Context(Entry, frozen=True, kw_only=True):
    """What an event is about."""


class Sector(Entry, frozen=True, kw_only=True):
    """A sector of actors, or a code that stands in place of a country."""

    kind: Literal["sector", "nonstate"]


class Codebook(msgspec.Struct, frozen=True, kw_only=True):
    """All rows of a codebook by name; modes by type and name.

    >>> book = codebook("plover")
    >>> book.quad("ASSAULT"), book.score("CONSULT", "visit"), book.types["AID"].label_ar
    (4, 4.0, 'مساعدة')
    """

    name: str
    types: dict[str, EventType]
    modes: dict[tuple[str, str], Mode]
    contexts: dict[str, Context]
    sectors: dict[str, Sector]

    def quad(self, type_: str) -> Quad:
        """Tell which of the four quarters a type lies in.

        Raises:
            KeyError: the codebook has no such type.
        """
        return self.types[type_].quad

    def score(self, type_: str, mode: str | None = None) -> float:
        """Look up a type's score, or that of one of its modes.

        Raises:
            KeyError: the codebook has no such type, or the type no such mode.
        """
        own = self.modes[type_, mode].score if mode is not None else None
        return self.types[type_].score if own is None else own

    def modes_of(self, type_: str) -> tuple[Mode, ...]:
        """List the modes of a type, in the codebook's order."""
        return tuple(mode for mode in self.modes.values() if mode.type == type_)


@cache
def codebook(name: str = "plover") -> Codebook:
    """Read a codebook, once.

    Raises:
        SetupError: there is no codebook of that name, or a mode is of no type in it.
    """
    if not files("tawatur.codebook").joinpath(name, "events.toml").is_file():
        raise SetupError(f"there is no codebook {name!r}; the one that is shipped is 'plover'")
    book = Codebook(
        name=name,
        types={row.name: row for row in _rows(name, "events", EventType)},
        modes={(row.type, row.name): row for row in _rows(name, "modes", Mode)},
        contexts={row.name: row for row in _rows(name, "contexts", Context)},
        sectors={row.name: row for row in _rows(name, "sectors", Sector)},
    )
    if lost := sorted({type_ for type_, _ in book.modes} - set(book.types)):
        raise SetupError(f"codebook {name!r} has modes of {lost}, which are no types of it")
    return book


def _rows(name: str, table: str, kind: type[Kind]) -> tuple[Kind, ...]:
    path = files("tawatur.codebook").joinpath(name, f"{table}.toml")
    found: dict[str, tuple[Kind, ...]] = msgspec.toml.decode(
        path.read_bytes(),
        type=dict[str, tuple[kind, ...]],  # type: ignore[valid-type]
    )
    return found["row"]
