"""Documents in, marked documents out: names, roles, times, numbers, quotations, triggers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from tawatur.mark.names import find_names
from tawatur.mark.numbers import find_numbers
from tawatur.mark.page import Page, page_of
from tawatur.mark.roles import find_roles
from tawatur.mark.times import find_times
from tawatur.mark.triggers import find_triggers
from tawatur.model import Document, Marked, Marks, QuoteMark
from tawatur.stage import Each

CODED = "ar"
"""The language that is coded; documents in others are kept, marked with their language, and rest."""


def mark(documents: Sequence[Document]) -> Iterable[Marked]:
    """Run every marker over every document of a batch."""
    for document in documents:
        if document.language == CODED:
            yield Marked(document=document, marks=marks_of(page_of(document)))
        else:
            yield Marked(document=document, marks=Marks(document=document.id))


def marks_of(page: Page) -> Marks:
    """Mark one page; chains come with the next stage.

    >>> marks = marks_of(Page.of_text("قُتل سبعة أشخاص في بعقوبة أمس الخميس."))
    >>> [(mark.words, mark.low, mark.what) for mark in marks.numbers]
    [('سبعة أشخاص', 7, 'killed')]
    """
    roles = tuple(find_roles(page))
    names = tuple(find_names(page, roles))
    return Marks(
        document=page.document.id,
        names=names,
        roles=roles,
        times=tuple(find_times(page)),
        numbers=tuple(find_numbers(page)),
        quotes=tuple(QuoteMark(start=each.start, end=each.end) for each in page.quotations),
        triggers=tuple(find_triggers(page, (*names, *roles))),
    )


def make_mark() -> Callable[[Sequence[Document]], Iterable[Marked]]:
    """Hand over `mark`; its tables load with the first document."""
    return mark


MARK = Each(
    name="mark",
    make=make_mark,
    reads=frozenset({"documents", "furniture"}),
    writes=frozenset(
        {
            "marks.names",
            "marks.roles",
            "marks.times",
            "marks.numbers",
            "marks.quotes",
            "marks.triggers",
        }
    ),
    version="1",
)
