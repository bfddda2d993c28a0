"""The sentence that a claim stands in, to be quoted."""

from __future__ import annotations

from bisect import bisect_right

from tawatur.lang.text import text_of
from tawatur.mark.quotes import find_quotations
from tawatur.mark.sentences import split_sentences
from tawatur.model import Document, Span

LONGEST = 420
"""Code points of a quoted sentence beyond which it is cut at words; about five lines of a card."""


class Sentences:
    """The sentences of each document, cut once."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Span, ...]] = {}

    def around(self, document: Document, claim: Span) -> Span:
        """Find the stretch from the beginning of the claim's sentence to the end of its last one."""
        if document.id not in self._known:
            text = text_of(document.text, document.furniture)
            self._known[document.id] = split_sentences(text, find_quotations(text))
        sentences = self._known[document.id]
        first = max(0, bisect_right(sentences, claim.start, key=lambda span: span.start) - 1)
        touched = [span for span in sentences[first:] if span.meets(claim)]
        start = min([claim.start, *(span.start for span in touched)])
        end = max([claim.end, *(span.end for span in touched)])
        return _cut(document.text, Span(start, end), claim)


def _cut(text: str, sentence: Span, claim: Span) -> Span:
    """Shorten a long sentence around its claim, at spaces."""
    if len(sentence) <= LONGEST or len(claim) >= LONGEST:
        return sentence if len(sentence) <= LONGEST else claim
    room = (LONGEST - len(claim)) // 2
    start, end = max(sentence.start, claim.start - room), min(sentence.end, claim.end + room)
    if start > sentence.start:
        start = min(claim.start, text.find(" ", start) + 1 or start)
    if end < sentence.end:
        end = max(claim.end, text.rfind(" ", claim.end, end))
    return Span(start, end)
