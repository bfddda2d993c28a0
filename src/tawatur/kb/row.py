"""One row of what is known before reading, and the tables it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

MarkKind = Literal["PER", "ORG", "LOC"]


class Naming(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """One way to write a name.

    `needs_cue` marks what is also an ordinary word or a bare surname («البيان», «الكاظمي»): alone
    it names nothing, something beside it must say so. A `generic` name is one in many countries
    («وزارة الدفاع»): it means this row only where its country is meant.
    """

    text: str
    lang: str = "ar"
    kind: Literal["preferred", "official", "alias", "abbreviation", "loaded", "misspelling"] = (
        "preferred"
    )
    needs_cue: bool = False
    generic: bool = False


class Parent(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """What a place lies in or a body belongs to; `claimant` says who holds so, if others differ."""

    id: str
    claimant: str | None = None


class Holding(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A post that a person held. Days that nobody checked (`verified` false) decide nothing."""

    post: str
    organisation: str | None = None
    from_: date | None = msgspec.field(name="from", default=None)
    to: date | None = None
    verified: bool = False


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A person, a body or a place that is known before reading.

    `origin` names where the facts come from (a row of `origins.toml`, or words); a row with
    `verified` false names things, but nothing may rest on it alone.
    """

    id: str
    kind: str
    names: tuple[Naming, ...]
    country: str | None = None
    sector: str | None = None
    within: tuple[Parent, ...] = ()
    lat: float | None = None
    lon: float | None = None
    population: int | None = None
    posts: tuple[Holding, ...] = ()
    verified: bool = True
    origin: str
    licence: str
    note: str | None = None

    @property
    def name(self) -> str:
        """The first name: the one to show."""
        return self.names[0].text


class Kind(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a kind of row is called in marks and entities.

    Of two places with one name the smaller `rank` is meant, unless the words beside it say
    otherwise.
    """

    name: str
    mark: MarkKind
    entity: str
    rank: int = 5


class _Kinds(msgspec.Struct, frozen=True):
    kind: tuple[Kind, ...]


@cache
def kinds() -> dict[str, Kind]:
    """Read the table of kinds, by name.

    >>> kinds()["governorate"].entity
    'place'
    """
    raw = (files("tawatur.kb") / "rows" / "kinds.toml").read_bytes()
    return {kind.name: kind for kind in msgspec.toml.decode(raw, type=_Kinds).kind}


def read_rows() -> Iterator[Row]:
    """Read every `rows/*.jsonl` of the package, in order of file and line.

    Raises:
        msgspec.ValidationError: a line has an unknown or missing field; the message names it.
    """
    decode = msgspec.json.Decoder(Row).decode_lines
    folder = files("tawatur.kb") / "rows"
    for path in sorted(folder.iterdir(), key=lambda found: found.name):
        if path.name.endswith(".jsonl"):
            yield from decode(path.read_bytes())
