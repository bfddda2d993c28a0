"""A text, the same text folded for matching, and the way back to its code points."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache

import regex

from tawatur.lang.letters import DROPPED, FOLD, MARKS
from tawatur.model import Span

_ALL_DROPPED = regex.compile("[" + "".join(sorted(DROPPED)) + "]")


class Text:
    """A text with its folded form.

    Patterns run on `folded`; `span` and `words` lead back to `raw`. Folding drops harakat,
    tatweel and bidi controls and folds letters one for one, so a match's way back is exact.

    >>> text = Text("أُعلِن عن مقتل ١٣ شخصاً")
    >>> text.folded
    'اعلن عن مقتل 13 شخصا'
    >>> text.words(text.folded.index("13"), len(text.folded))
    '١٣ شخصاً'
    """

    __slots__ = ("_starts", "folded", "raw")

    def __init__(self, raw: str, without: Iterable[Span] = ()) -> None:
        """Fold `raw`; each stretch of `without` becomes blank lines, so nothing is found there."""
        self.raw = raw
        shown = _blanked(raw, without)
        if _ALL_DROPPED.search(shown):
            self._starts: list[int] | range = [
                place for place, letter in enumerate(shown) if letter not in DROPPED
            ]
            shown = _ALL_DROPPED.sub("", shown)
        else:
            self._starts = range(len(shown))
        self.folded = shown.translate(FOLD)

    def span(self, start: int, end: int) -> Span:
        """Lead a stretch of `folded` back to `raw`; the last letter keeps its harakat."""
        if start >= end:
            place = self._starts[start] if start < len(self._starts) else len(self.raw)
            return Span(place, place)
        last = self._starts[end - 1] + 1
        while last < len(self.raw) and self.raw[last] in MARKS:
            last += 1
        return Span(self._starts[start], last)

    def words(self, start: int, end: int) -> str:
        """Cut a stretch of `folded` out of `raw`."""
        return self.span(start, end).of(self.raw)

    def fold_span(self, span: Span) -> tuple[int, int]:
        """Lead a stretch of `raw` to `folded`."""
        return bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)


def _blanked(raw: str, without: Iterable[Span]) -> str:
    parts: list[str] = []
    end = 0
    for span in sorted(without):
        parts += (raw[end : span.start], "\n" * max(0, span.end - max(end, span.start)))
        end = max(end, span.end)
    return "".join((*parts, raw[end:]))


@lru_cache(maxsize=32)
def text_of(raw: str, without: tuple[Span, ...] = ()) -> Text:
    """Fold a text once, although several stages look at it."""
    return Text(raw, without)
