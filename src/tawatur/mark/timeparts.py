"""The parts of a time expression that a shape has caught, as rows of the tables."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

import regex

from tawatur.mark.timewords import TimeWords, by_word


class Scene(NamedTuple):
    """What stands around an expression: the last year named, and whether the future is spoken of."""

    year: int | None
    forward: bool


class Parts:
    """The named parts of a match, and the rows of the tables that they are."""

    def __init__(self, words: TimeWords, match: regex.Match[str], scene: Scene) -> None:
        self._words = words
        self.scene = scene
        self._caught = {name: _key(part) for name, part in match.groupdict().items() if part}

    def __getitem__(self, name: str) -> str:
        return self._caught[name]

    def __contains__(self, name: str) -> bool:
        return name in self._caught

    def row(self, name: str, table: str) -> Any:
        """Find the row of `table` that the part `name` is; None where the part is not there."""
        caught = self._caught.get(name)
        return _rows(self._words, table)[caught] if caught is not None else None

    def figure(self, name: str) -> int | None:
        """Read a part written in figures."""
        caught = self._caught.get(name)
        return int(caught) if caught is not None else None


def _key(written: str) -> str:
    """Bring what a pattern caught to the form that tables are looked up in."""
    return " ".join(written.split())


@cache
def _rows(words: TimeWords, table: str) -> Mapping[str, Any]:
    return by_word(getattr(words, table))


def turn_of(parts: Parts) -> int | None:
    """Tell which way «الماضي», «الجاري», «المقبل» look: -1, 0, 1; None where none is said."""
    row = parts.row("turn", "time_turns")
    return row.turn if row else None
