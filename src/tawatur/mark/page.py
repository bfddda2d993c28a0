"""What a marker looks at: a report without its furniture, folded, with its quotations and sentences."""

from __future__ import annotations

from functools import lru_cache

from tawatur.lang.text import Text, text_of
from tawatur.mark.quotes import Quotation, find_quotations
from tawatur.mark.sentences import split_sentences
from tawatur.model import Document, Span


class Page:
    """A document as markers see it. Everything is in code points of `document.text`.

    >>> page = Page.of_text("قال المتحدث: «قُتل سبعة». ثم غادر.")
    >>> [sentence.of(page.raw) for sentence in page.sentences]
    ['قال المتحدث: «قُتل سبعة».', 'ثم غادر.']
    """

    __slots__ = ("document", "quotations", "sentences", "text")

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text: Text = text_of(document.text, document.furniture)
        self.quotations: tuple[Quotation, ...] = find_quotations(self.text)
        self.sentences: tuple[Span, ...] = split_sentences(self.text, self.quotations)

    @classmethod
    def of_text(cls, raw: str) -> Page:
        """Make a page of bare text, for examples and tests."""
        return cls(Document.of(name="example", text=raw))

    @property
    def raw(self) -> str:
        """The text as read."""
        return self.document.text

    @property
    def folded(self) -> str:
        """The folded text, for patterns."""
        return self.text.folded

    def sentence_at(self, place: int) -> Span:
        """Find the sentence that holds a code point; an empty span where there is none."""
        for sentence in self.sentences:
            if sentence.start <= place < sentence.end:
                return sentence
        return Span(place, place)


@lru_cache(maxsize=32)
def page_of(document: Document) -> Page:
    """Prepare a page once, although several stages look at it."""
    return Page(document)
