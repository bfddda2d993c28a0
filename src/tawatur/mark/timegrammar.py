"""Finding time expressions: every shape near its words, the first in order where two meet."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import regex

from tawatur.mark.timeshapes import Shape, shapes_of
from tawatur.mark.timespots import Spots
from tawatur.mark.timewords import TimeWords, by_word, one_of


class Found(NamedTuple):
    """A stretch of folded text and the shape it has."""

    start: int
    end: int
    shape: str
    match: regex.Match[str]


class Grammar:
    """All shapes over one set of tables."""

    def __init__(self, words: TimeWords) -> None:
        self._shapes = tuple(shapes_of(words))
        self._spots = Spots(words)
        self._sides = {word: row.side for word, row in by_word(words.time_bounds).items()}
        self._bound = regex.compile(
            r"(?<!\p{L})[وف]?(?P<mark>"
            rf"(?P<bound>{one_of(words.time_bounds)})"
            r"\s+(?:(?:يوم|تاريخ|\p{L}{3,})\s+)?)$"
        )

    def find(self, folded: str) -> list[Found]:
        """Find every shape; where two meet, the one earlier in the list stands."""
        windows = self._spots.windows(folded)
        taken = bytearray(len(folded) + 1)
        found: list[Found] = []
        for shape in self._shapes:
            for begin, end in windows.get(shape.near, ()):
                for match in _compiled(shape).finditer(folded, begin, end):
                    first = match.start("mark")
                    last = first + len(match["mark"].rstrip())
                    if not any(taken[first:last]):
                        taken[first:last] = b"\x01" * (last - first)
                        found.append(Found(first, last, shape.name, match))
        return sorted(found, key=lambda place: place.start)

    def bound(self, folded: str, place: int) -> tuple[int, str] | None:
        """Find the word that makes the date at `place` an end: where it starts, and which end."""
        near = max(0, place - 30)
        match = self._bound.search(folded[near:place])
        if match is None:
            return None
        return near + match.start("mark"), self._sides[match["bound"]]


@cache
def grammar_of(words: TimeWords) -> Grammar:
    """Compile the shapes once for a set of tables."""
    return Grammar(words)


@cache
def _compiled(shape: Shape) -> regex.Pattern[str]:
    """Compile a shape when a text first has its words."""
    return regex.compile(f"{shape.start}(?P<mark>{shape.body}){shape.stop}")
