"""The words that put a participant on a side: prepositions and what stands like one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

import msgspec
import regex

from tawatur.claim.scene import Scene, Trigger
from tawatur.lang.letters import fold
from tawatur.lang.rows import load
from tawatur.model import Span

SideName = Literal["actor", "recipient", "none", "head"]


class SideRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that put what follows them on one side, for some families or for all.

    `near` is how many words may stand between the trigger and the words.
    """

    side: SideName
    words: tuple[str, ...]
    families: tuple[str, ...] = ()
    after: Literal["verb", "noun"] | None = None
    near: int | None = None
    example: str


class Lead(NamedTuple):
    """Words that give a side, and where they stand."""

    start: int
    end: int
    side: SideName


def leads_in(scene: Scene, span: Span, trigger: Trigger) -> Iterator[Lead]:
    """Yield the words of a stretch that give a side to what follows them, in order."""
    pattern, sides = _leads(trigger.row.family, verbal=trigger.verbal)
    text = scene.page.text
    start, end = text.fold_span(span)
    for match in pattern.finditer(text.folded, start, end):
        place = text.span(*match.span("lead"))
        far = len(scene.page.raw[trigger.end : place.start].split())
        held = [row for row in sides[match["lead"]] if row.near is None or far <= row.near]
        yield Lead(place.start, place.end, held[-1].side if held else "none")


@cache
def _leads(family: str, *, verbal: bool) -> tuple[regex.Pattern[str], dict[str, list[SideRow]]]:
    sides: dict[str, list[SideRow]] = {}
    for row in load("sides", SideRow):
        fits = row.after is None or (row.after == "verb") == verbal
        if fits and (not row.families or family in row.families):
            for word in row.words:
                sides.setdefault(fold(word), []).append(row)
    ordered = sorted(sides, key=lambda word: (-len(word), word))
    parts = "|".join(map(_written, ordered))
    return regex.compile(rf"(?<!\p{{L}})[وف]?(?P<lead>{parts})"), sides


def _written(word: str) -> str:
    """Write a lead as a pattern; a one-letter preposition is joined to its word: «لداعش»."""
    escaped = regex.escape(word, literal_spaces=True)
    joined = len(word) == 1 or word.endswith((" ل", " ب"))
    return escaped + (r"(?=\p{L}|\s*[«\"“”])" if joined else r"(?!\p{L})")
