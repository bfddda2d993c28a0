"""Sentences: they end at a stop or a line break, never inside speech or a number."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from tawatur.lang.text import Text
from tawatur.mark.quotes import Quotation
from tawatur.model import Span

_STOP = regex.compile(r"(?:[.؟!…]+[»”\"’)]*)(?=\s|$|[\p{L}•])(?<!\d\.(?=\d))|\n+")


def split_sentences(text: Text, quotations: Sequence[Quotation] = ()) -> tuple[Span, ...]:
    """Cut a text into sentences, without the white space around them.

    >>> text = Text("قتل 3.5 آلاف. وقال: «لن نعود. انتهى الأمر هنا في بعقوبة». وغادر")
    >>> [span.of(text.raw) for span in split_sentences(text, ())][0]
    'قتل 3.5 آلاف.'
    """
    speech = [quotation for quotation in quotations if quotation.is_speech]
    found: list[Span] = []
    begins = 0
    for stop in _STOP.finditer(text.folded):
        place = text.span(*stop.span())
        inside = any(said.start <= place.start < said.end - 1 for said in speech)
        if inside and "\n" not in stop[0]:
            continue
        found.extend(_trimmed(text.raw, begins, place.end))
        begins = place.end
    found.extend(_trimmed(text.raw, begins, len(text.raw)))
    return tuple(found)


def _trimmed(raw: str, start: int, end: int) -> list[Span]:
    while start < end and raw[start].isspace():
        start += 1
    while start < end and raw[end - 1].isspace():
        end -= 1
    return [Span(start, end)] if start < end else []
