"""Newspapers, channels and agencies that nobody knows, by what stands before their quoted names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec
import regex

from tawatur.kb.knowledge import stems
from tawatur.lang.letters import fold
from tawatur.lang.rows import load
from tawatur.mark.candidates import Candidate
from tawatur.mark.words import Words

OUTLET_WEIGHT = 1
_MOST = 4
_TO = "ل"
"""«لـ» by itself, before a name in marks: to whom a speaker spoke."""
_OPENS = regex.compile(r" ?[«“”\"‹(]")
_CLOSES = regex.compile(r"[»”“\"›)]")


class OutletWordRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word before the name of an outlet or an agency."""

    word: str
    kind: str
    example: str
    keeps: bool = False


@cache
def outlet_words() -> dict[str, OutletWordRow]:
    """Read the table, by folded word."""
    return {fold(row.word): row for row in load("outlet_words", OutletWordRow)}


def outlet_candidates(words: Words) -> Iterator[Candidate]:
    """Propose «السارية» in «صحيفة "السارية"» and in «وقال لـ«السارية» …».

    >>> from tawatur.mark.page import Page
    >>> words = Words(Page.of_text("وقال سالم لـ«نافذة البحر» إن الميناء أغلق"))
    >>> [words.text[c.first : c.after] for c in outlet_candidates(words)]
    [['نافذه', 'البحر']]
    """
    for at in range(len(words) - 1):
        kind = _kind_before(words, at)
        after = _quoted(words, at + 1) if kind else 0
        if kind and after > at + 1:
            yield Candidate(at + 1, after, 0, "ORG", kind, OUTLET_WEIGHT)


def _kind_before(words: Words, at: int) -> str | None:
    """Tell what the word at `at` says of a name in marks after it."""
    if words.text[at] == _TO:
        return "outlet"
    return next(
        (outlet_words()[stem].kind for _, stem in stems(words.text[at]) if stem in outlet_words()),
        None,
    )


def _quoted(words: Words, first: int) -> int:
    """Read the words in marks or brackets that begin right here, four at most."""
    if not _OPENS.fullmatch(words.gap(first)):
        return first
    for after in range(first + 1, min(first + _MOST, len(words)) + 1):
        if _CLOSES.match(words.gap(after)):
            return after
        if not words.spaced(after):
            break
    return first
