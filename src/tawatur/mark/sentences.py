"""Sentences: they end at a stop or a line break, never inside speech, a number or an initial."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import regex

from tawatur.lang.text import Text
from tawatur.mark.quotes import Quotation
from tawatur.model import Span

_STOP = regex.compile(
    r"\n+"
    r"|(?:[؟!…]+|\.{3,}|(?<![\s\d(]\p{L}|^\p{L}|\.)\.(?!\.))"  # not «د.» or «..»
    r"[»”\"’)]*+(?=\s|$|[\p{L}•])"
)


def split_sentences(text: Text, quotations: Sequence[Quotation] = ()) -> tuple[Span, ...]:
    """Cut a text into sentences, without the white space around them.

    >>> text = Text("قتل 3.5 آلاف. وقال د. سعيد: «لن نعود. انتهى الأمر هنا في بعقوبة». وغادر")
    >>> [span.of(text.raw) for span in split_sentences(text, ())][:2]
    ['قتل 3.5 آلاف.', 'وقال د. سعيد: «لن نعود.']
    """
    speech = _outermost(quotations)
    starts = [said.start for said in speech]
    found: list[Span] = []
    begins = 0
    for stop in _STOP.finditer(text.folded):
        end = stop.end()
        if not stop[0].startswith("\n"):
            place = text.span(*stop.span()).start
            around = bisect_right(starts, place) - 1
            if around >= 0 and place < speech[around].end - 1:
                continue
        found.extend(_trimmed(text, begins, end))
        begins = end
    found.extend(_trimmed(text, begins, len(text.folded)))
    return tuple(found)


def _outermost(quotations: Sequence[Quotation]) -> list[Quotation]:
    found: list[Quotation] = []
    for quotation in quotations:
        if quotation.is_speech and not (found and quotation.end <= found[-1].end):
            found.append(quotation)
    return found


def _trimmed(text: Text, start: int, end: int) -> list[Span]:
    while start < end and text.folded[start].isspace():
        start += 1
    while start < end and text.folded[end - 1].isspace():
        end -= 1
    return [text.span(start, end)] if start < end else []
