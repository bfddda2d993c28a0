"""«البلدة», «القضاء», «الأخير»: places and persons that are pointed back to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec
import regex

from tawatur.lang.letters import fold
from tawatur.lang.rows import any_of, load
from tawatur.mark.page import Page
from tawatur.model import Marks, NameMark

_THE_LAST = regex.compile(
    r"(?<!\p{L})الاخير(?!\p{L})(?=\s+(?:\p{L}{2,}))(?<=(?:ان|قال|حيث|و)\s+الاخير)"
)
"""«إن الأخير وصل»: after a noun it is an adjective («الهجوم الأخير»)."""


class PointingRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Definite words and the kinds of place that they can point back to."""

    words: tuple[str, ...]
    kinds: tuple[str, ...]
    example: str


@cache
def _rows() -> tuple[regex.Pattern[str], dict[str, frozenset[str]]]:
    rows = load("pointing_places", PointingRow)
    kinds = {fold(word): frozenset(row.kinds) for row in rows for word in row.words}
    pattern = rf"(?<!\p{{L}})[وف]?(?:ب)?(?P<word>{any_of(kinds)})(?!\p{{L}})(?!\s+(?:ال|لل))"
    return regex.compile(pattern), kinds


def pointed_places(page: Page, names: tuple[NameMark, ...]) -> Iterator[tuple[int, int, NameMark]]:
    """Yield each pointing word, in code points, with the name it points back to.

    It points to the last place that was introduced with its word, else to the last of its kind; to
    nothing when there is none, or when another word of its own follows («القضاء العراقي»).
    """
    pattern, kinds = _rows()
    places = [name for name in names if name.kind == "LOC" and name.entity is not None]
    for match in pattern.finditer(page.folded):
        here = page.text.span(*match.span("word"))
        before = [name for name in places if name.end <= here.start]
        called = [name for name in before if _called(page, name, match["word"])]
        fitting = called or [name for name in before if name.subkind in kinds[match["word"]]]
        if fitting:
            yield here.start, here.end, fitting[-1]


def _called(page: Page, name: NameMark, word: str) -> bool:
    """Tell «بلدة كفري» for «البلدة»: the place was introduced with that very word."""
    start, _ = page.text.fold_span(name.span)
    return page.folded[:start].rstrip().endswith(word.removeprefix("لل").removeprefix("ال"))


def the_last(page: Page, marks: Marks) -> Iterator[tuple[int, int, str]]:
    """Yield each «الأخير» with the person, by name or post, who was mentioned last before it."""
    people = sorted(
        (
            *((name.end, name.entity) for name in marks.names if name.kind == "PER"),
            *((role.end, role.holder) for role in marks.roles),
        ),
        key=lambda each: each[0],
    )
    for match in _THE_LAST.finditer(page.folded):
        here = page.text.span(*match.span())
        before = [entity for end, entity in people if end <= here.start and entity is not None]
        if before:
            yield here.start, here.end, before[-1]
