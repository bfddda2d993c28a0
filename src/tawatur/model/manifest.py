"""What would have to be the same to get the same record."""

from __future__ import annotations

import msgspec

from tawatur.model.base import Noun


class Manifest(Noun, frozen=True, kw_only=True):
    """The receipt of a build. `complete` is written last: without it the record is unfinished."""

    version: str
    settings: dict[str, str] = msgspec.field(default_factory=dict)
    parts: dict[str, str] = msgspec.field(default_factory=dict)
    tables: dict[str, str] = msgspec.field(default_factory=dict)
    counts: dict[str, int] = msgspec.field(default_factory=dict)
    complete: bool = False
