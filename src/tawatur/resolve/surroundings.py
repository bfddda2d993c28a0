"""What a place that nobody knows lies in, by the words after it: «قرية تل ورد التابعة لقضاء مخمور»."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from tawatur.lang.rows import any_of, load
from tawatur.mark.page import Page
from tawatur.mark.place_words import PlaceWordRow
from tawatur.model import NameMark, Span
from tawatur.resolve.nearby import meeting

_REACH = 60
"""Code points between a place's name and that of what it lies in; longer ones join strangers."""


@cache
def _between() -> regex.Pattern[str]:
    words = any_of(row.word for row in load("place_words", PlaceWordRow))
    belongs = any_of(("التابعة", "التابع", "تابعة", "الواقعة", "الواقع", "الكائنة"))
    held = any_of(("في", "ضمن", "قرب", "بالقرب من", "من", "على", "عند"))
    return regex.compile(
        rf"[ ،(\-»”\"]*(?:{belongs} +)?(?:{held} +)?[بل]?(?:(?:ال)?{words} +)*[بل]?[ («“\"]*"
    )


def lies_in(page: Page, place: NameMark, others: Sequence[NameMark]) -> NameMark | None:
    """Find the place that the words right after `place` say it lies in or by.

    >>> page = Page.of_text("قصف الطيران قرية تل ورد التابعة لقضاء مخمور أمس")
    >>> ward = NameMark(start=17, end=23, words="تل ورد", kind="LOC")
    >>> makhmur = NameMark(start=38, end=43, words="مخمور", kind="LOC")
    >>> lies_in(page, ward, [ward, makhmur]) == makhmur
    True
    """
    for other in meeting(others, Span(place.end, place.end + _REACH + 1)):
        if other.kind == "LOC" and other.start > place.end:
            start, end = page.text.fold_span(Span(place.end, other.start))
            if _between().fullmatch(page.folded, start, end) and page.folded[start:end].strip():
                return other
            return None
    return None
