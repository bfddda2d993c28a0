"""Lines that a page has and a report has not, by the rows of `furniture.toml`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

import msgspec
import regex

from tawatur.clean.find import Find
from tawatur.clean.lines import HEAD, TAIL, Line
from tawatur.lang.letters import fold
from tawatur.lang.rows import load
from tawatur.lang.text import Text

LONGEST = 400
"""Code points of a line that may be furniture as a whole; the patterns allow no longer ones."""
_PIECE = regex.compile(r"\\.|\[(?:\\.|[^\]\\])*\]| \??")
"""An escaped sign, a class of signs, or a space of a pattern, which may be optional."""
_SPACES = {" ": r"\s+", " ?": r"\s*"}

Where = Literal["line", "head", "tail", "rest", "inline"]


class Furniture(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row: what stands there, and where.

    `where`: `line` a whole line anywhere, `head` and `tail` a whole line near the top or the
    bottom, `rest` a whole line and the links below it, `inline` a stretch inside a line. The
    pattern is written in ordinary spelling and folded; a space stands for any white space. What
    a group named `outlet` holds names the page's publisher.
    """

    id: str
    where: Where
    pattern: str
    example: str


class _Ready(NamedTuple):
    row: Furniture
    pattern: regex.Pattern[str]


class Table(NamedTuple):
    """Rows made ready: those for whole lines with one pattern that tells at once that none fits."""

    whole: tuple[_Ready, ...]
    any_whole: regex.Pattern[str]
    inline: tuple[_Ready, ...]


def make_table(rows: Sequence[Furniture]) -> Table:
    """Make rows ready for use."""
    ready = [_Ready(row, regex.compile(_folded(row.pattern), regex.I)) for row in rows]
    whole = tuple(one for one in ready if one.row.where != "inline")
    inline = tuple(one for one in ready if one.row.where == "inline")
    either = "|".join(f"(?:{one.pattern.pattern})" for one in whole) or r"(?!)"
    return Table(whole, regex.compile(either, regex.I), inline)


@cache
def table() -> Table:
    """Read `furniture.toml` once."""
    return make_table(load("furniture", Furniture))


def find_furniture(text: Text, lines: Sequence[Line], rows: Table | None = None) -> Iterator[Find]:
    r"""Yield what the rows recognise. A line goes because a row says so, never for being short.

    >>> from tawatur.clean.lines import lines_of
    >>> text = Text("وصل الوفد إلى مخمور.\nقراءة دقيقتين")
    >>> [(find.rule, find.span.of(text.raw)) for find in find_furniture(text, lines_of(text))]
    [('read-time', 'قراءة دقيقتين')]
    """
    rows = rows or table()
    above: _Ready | None = None  # the row under which links stand, while they do
    for line in lines:
        ready = _fitting(rows, line)
        if ready is not None:
            found = ready.pattern.fullmatch(line.words)
            outlet = _outlet(text, line.start, found) if found else None
            yield Find(ready.row.id, line.span, outlet=outlet)
            above = ready if ready.row.where == "rest" else above
        elif above is not None and not line.is_prose:
            yield Find(above.row.id, line.span)
        else:
            above = None
    for ready in rows.inline:
        for found in ready.pattern.finditer(text.folded):
            end = found.start() + len(found[0].rstrip())
            span = text.span(found.start(), end)
            yield Find(ready.row.id, span, outlet=_outlet(text, 0, found))


def _fitting(rows: Table, line: Line) -> _Ready | None:
    if len(line.words) > LONGEST or not rows.any_whole.fullmatch(line.words):
        return None
    fits = (ready for ready in rows.whole if ready.pattern.fullmatch(line.words))
    return next((ready for ready in fits if _stands(ready.row.where, line)), None)


def _stands(where: Where, line: Line) -> bool:
    return {"head": line.above < HEAD, "tail": line.below < TAIL}.get(where, True)


def _outlet(text: Text, offset: int, found: regex.Match[str]) -> str | None:
    if "outlet" not in found.re.groupindex or found["outlet"] is None:
        return None
    start, end = found.span("outlet")
    return text.words(offset + start, offset + end).strip(' .:«»"“”')


def _folded(pattern: str) -> str:
    """Fold a pattern and let each space be any white space, one space character in a class."""
    return _PIECE.sub(_spaced, fold(pattern))


def _spaced(piece: regex.Match[str]) -> str:
    return _SPACES.get(piece[0], piece[0].replace(" ", r"\s"))
