"""Quotations under any marks that real pages use, nested and mistaken ones too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from tawatur.lang.letters import DROPPED
from tawatur.lang.text import Text

_PAIRS = {"»": "«", "›": "‹", "”": "“", "’": "‘"}
_LEFT = frozenset(_PAIRS.values())
_MARK = regex.compile('[«»‹›“”‘’"\n]')
_WORD_BEGINS = regex.compile(r"[\p{L}\p{N}(«“‹]")
_STANDS_APART = regex.compile(r"[\s(\[:،.«“‹\"”]")
_LONG = 25
"""Code points above which quoted words are speech and not a name («داعش») or distance."""

_DEEPEST = 6
"""Marks that may wait for their partner; more are mistakes of the page, the oldest is given up."""


class Quotation(NamedTuple):
    """What stands between two quotation marks, in code points of the raw text, marks left out."""

    start: int
    end: int
    opener: str

    @property
    def is_speech(self) -> bool:
        """Tell speech from a quoted name: by length, as measured on the five seed reports."""
        return self.end - self.start > _LONG


class _Waiting(NamedTuple):
    mark: str
    place: int


def find_quotations(text: Text) -> tuple[Quotation, ...]:
    """Find every quotation, outer before inner, in order of position.

    Marks pair inside a paragraph. A mark that closes by its shape opens where a word begins
    («”داعش”»); a straight mark opens or closes by what stands beside it.

    >>> [tuple(q) for q in find_quotations(Text('قال: "إن ”داعش” انسحب"'))]
    [(6, 21, '"'), (10, 14, '”')]
    """
    found = sorted(_paired(text.raw), key=lambda quotation: (quotation.start, -quotation.end))
    return tuple(found)


def _paired(raw: str) -> Iterator[Quotation]:
    waiting: list[_Waiting] = []
    for found in _MARK.finditer(raw):
        mark, place = found[0], found.start()
        if mark == "\n":
            waiting.clear()
        elif _opens(raw, mark, place, waiting):
            waiting.append(_Waiting(mark, place))
            del waiting[:-_DEEPEST]
        elif (partner := _partner(mark, waiting)) is not None:
            yield Quotation(waiting[partner].place + 1, place, waiting[partner].mark)
            del waiting[partner:]


def _opens(raw: str, mark: str, place: int, waiting: list[_Waiting]) -> bool:
    begins = _begins_word(raw, place)
    partners = [open_.mark for open_ in waiting if open_.mark in {mark, _PAIRS.get(mark, mark)}]
    if mark in _LEFT:
        return begins or mark not in partners or not _ends_word(raw, place)
    if mark == '"':
        return len(partners) < 2 if begins else not partners and _stands_free(raw, place)
    return begins and (mark == "’" or _PAIRS[mark] not in partners)


def _begins_word(raw: str, place: int) -> bool:
    """Tell whether a mark stands before a word and behind none: «لـ"العربي الجديد"» opens too."""
    before, after = _beside(raw, place, -1), _beside(raw, place, 1)
    is_apart = before == "ل" or _STANDS_APART.match(before) is not None
    return is_apart and _WORD_BEGINS.match(after) is not None


def _ends_word(raw: str, place: int) -> bool:
    """Tell whether a mark stands right behind a word or its stop, as one that closes does."""
    before = _beside(raw, place, -1)
    return not before.isspace() and before not in _LEFT


def _stands_free(raw: str, place: int) -> bool:
    """Tell whether a straight mark has space on both sides, and so may open («قال " نعم»)."""
    return _beside(raw, place, -1).isspace() and _beside(raw, place, 1).isspace()


def _beside(raw: str, place: int, step: int) -> str:
    """Find the next character that is to be seen; beyond the text there is space."""
    place += step
    while 0 <= place < len(raw) and raw[place] in DROPPED:
        place += step
    return raw[place] if 0 <= place < len(raw) else " "


def _partner(mark: str, waiting: list[_Waiting]) -> int | None:
    kinds = {mark, _PAIRS.get(mark, mark)}
    return next((n for n in range(len(waiting) - 1, -1, -1) if waiting[n].mark in kinds), None)
