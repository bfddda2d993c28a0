"""The lines of a page, as the rules look at them."""

from __future__ import annotations

from typing import NamedTuple

import regex

from tawatur.lang.text import Text
from tawatur.model import Span

HEAD = 10
"""Lines from the top among which a page's header stands, blank ones not counted."""
TAIL = 15
"""The same from the bottom, for its footer."""
PROSE = 12
"""Words from which a line is a paragraph: headlines of the five seeds have 7 to 12, paragraphs 18."""

_LINE = regex.compile(r"[^\n\r\v\f\u2028\u2029]+")
_EDGE = " \u00a0\t•·|*►▪●◄-–—>"
_WORD = regex.compile(r"\p{L}+|\d+")
_STOP = regex.compile(r"[.؟?!…][\s»”\"’)]*$")


class Line(NamedTuple):
    """A line with something on it: `words` folded and trimmed, `span` in the raw text.

    `start` and `end` are where `words` stands in the folded text; `above` and `below` count the
    lines before and after it; `tokens` are its words and numbers without anything between them.
    """

    words: str
    span: Span
    start: int
    end: int
    above: int
    below: int
    tokens: tuple[str, ...]

    @property
    def length(self) -> int:
        """How many words it has."""
        return len(self.tokens)

    @property
    def is_prose(self) -> bool:
        """Tell a paragraph of a report from a headline, a link or a label."""
        return self.length >= PROSE or self.is_sentence

    @property
    def is_sentence(self) -> bool:
        """Tell whether it ends with a stop."""
        return _STOP.search(self.words) is not None


def lines_of(text: Text) -> tuple[Line, ...]:
    r"""Cut a text into its lines, blank ones left out.

    >>> [line.words for line in lines_of(Text("• الرئيسية\n\nوصل الوفد إلى أربيل."))]
    ['الرييسيه', 'وصل الوفد الي اربيل.']
    """
    held = []
    for found in _LINE.finditer(text.folded):
        words = found[0].strip()
        if bare := words.strip(_EDGE):
            start = found.start() + found[0].index(bare)
            around = found.start() + found[0].index(words)
            held.append((bare, text.span(around, around + len(words)), start))
    last = len(held) - 1
    return tuple(
        Line(
            words,
            span,
            start,
            start + len(words),
            number,
            last - number,
            tuple(_WORD.findall(words)),
        )
        for number, (words, span, start) in enumerate(held)
    )
