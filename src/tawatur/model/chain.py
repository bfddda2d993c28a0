"""The way back from the printed page to the first speaker."""

from __future__ import annotations

from typing import Literal

from tawatur.model.base import Noun

LinkKind = Literal["outlet", "agency", "statement", "person", "unnamed", "document"]


class Link(Noun, frozen=True, kw_only=True):
    """One step of a chain.

    `entity` is null where nobody is named: an unnamed speaker stays unnamed. `start` and `end`
    are null together for what is not in the text (an outlet known from the page's metadata).
    """

    kind: LinkKind
    entity: str | None = None
    words: str
    start: int | None = None
    end: int | None = None
    hedged: bool = False
    anonymous: bool = False
