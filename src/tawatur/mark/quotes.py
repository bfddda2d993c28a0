"""Quotations under any marks that real pages use, nested and mistaken ones too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from tawatur.lang.text import Text

_PAIRS = {"»": "«", "›": "‹", "”": "“", "’": "‘"}
_OPENERS = frozenset(_PAIRS.values())
_BEFORE_OPENER = regex.compile(r"[\s(\[ـ:،.«“‹\"”]")
_LONG = 25
"""Code points above which quoted words are speech and not a name («داعش») or distance."""


class Quotation(NamedTuple):
    """What stands between two quotation marks, in code points of the raw text, marks left out."""

    start: int
    end: int
    opener: str

    @property
    def is_speech(self) -> bool:
        """Tell speech from a quoted name: by length, as measured on the five seed reports."""
        return self.end - self.start > _LONG


def find_quotations(text: Text) -> tuple[Quotation, ...]:
    """Find every quotation, outer before inner, in order of position.

    Marks pair inside a paragraph. A mark that closes by its shape opens where a word begins
    («”داعش”»); a straight mark opens or closes by what stands beside it.

    >>> [tuple(q) for q in find_quotations(Text('قال: "إن ”داعش” انسحب"'))]
    [(6, 21, '"'), (10, 14, '”')]
    """
    found: list[Quotation] = []
    for paragraph in regex.finditer(r"[^\n]+", text.raw):
        found.extend(_in_paragraph(text.raw, *paragraph.span()))
    return tuple(sorted(found, key=lambda quotation: (quotation.start, -quotation.end)))


def _in_paragraph(raw: str, start: int, end: int) -> Iterator[Quotation]:
    stack: list[tuple[str, int]] = []
    for place in range(start, end):
        mark = raw[place]
        if mark in _OPENERS:
            stack.append((mark, place))
        elif mark in _PAIRS or mark == '"':
            opener = _PAIRS.get(mark, mark)
            waiting = [n for n, (kind, _) in enumerate(stack) if kind in {opener, mark}]
            if _opens_here(raw, place, start, end) and not (mark == '"' and len(waiting) > 1):
                if mark == "’" or mark == '"' or not any(stack[n][0] == opener for n in waiting):
                    stack.append((mark, place))
                    continue
            if waiting:
                kind, opened = stack[waiting[-1]]
                del stack[waiting[-1] :]
                yield Quotation(opened + 1, place, kind)


def _opens_here(raw: str, place: int, start: int, end: int) -> bool:
    before = raw[place - 1] if place > start else " "
    after = raw[place + 1] if place + 1 < end else " "
    return bool(_BEFORE_OPENER.match(before) or before == "ل") and bool(
        regex.match(r"[\p{L}\p{N}(«“‹]", after)
    )
