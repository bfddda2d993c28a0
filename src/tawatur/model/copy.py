"""A passage that stands in two documents."""

from __future__ import annotations

from typing import Literal

from tawatur.model.base import Noun
from tawatur.model.reason import Reason


class Passage(Noun, frozen=True, kw_only=True):
    """A stretch of one document, in code points."""

    document: str
    start: int
    end: int


class Copy(Noun, frozen=True, kw_only=True):
    """Two passages with the same words or the same statement behind them.

    `direction` is `left_to_right` when the right one was taken from the left one, `right_to_left`,
    or null when nothing tells which came first. A `formula` makes nobody dependent on anybody.
    """

    left: Passage
    right: Passage
    kind: Literal["copy", "paraphrase", "statement", "formula"]
    direction: Literal["left_to_right", "right_to_left"] | None = None
    because: tuple[Reason, ...] = ()
