"""Given and family names: what a person's name is made of."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

import msgspec


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    origin: str
    licence: str
    names: frozenset[str]


class NameParts(NamedTuple):
    """Folded given names, those of them that are common, and family names."""

    given: frozenset[str]
    family: frozenset[str]
    common: frozenset[str]


@cache
def name_parts() -> NameParts:
    """Read the given and family names that are shipped.

    >>> "مصطفي" in name_parts().given
    True
    """
    folder = files("tawatur.kb") / "rows"
    found = [
        msgspec.toml.decode((folder / name).read_bytes(), type=dict[str, _Part])
        for name in ("name_parts.toml", "foreign_name_parts.toml")
    ]
    return NameParts(
        frozenset().union(*(parts["given"].names for parts in found)),
        frozenset().union(*(parts["family"].names for parts in found)),
        frozenset().union(*(parts["common"].names for parts in found)),
    )
