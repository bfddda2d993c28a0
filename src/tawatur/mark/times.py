"""Time expressions: «اليوم الأربعاء», «25 سبتمبر/ أيلول من نفس العام», «بعد أربعة أيام من زيارة»."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from tawatur.mark.dates import Value
from tawatur.mark.page import Page
from tawatur.mark.timegrammar import Found, grammar_of
from tawatur.mark.timeparts import Parts, Scene
from tawatur.mark.timereading import READERS
from tawatur.mark.timewords import TimeWords, time_words
from tawatur.model import TimeMark

REACH = 90
"""Code points that a word of the future reaches ahead, inside its sentence: «سيزور … الخميس»."""
_DAYS = frozenset({"date", "month", "year", "day", "weekday", "week", "range"})
_WORDS_OF_FUTURE = frozenset({"plan", "future"})


def find_times(page: Page, words: TimeWords | None = None) -> Iterator[TimeMark]:
    """Give every time expression in order of position; «اليوم» is not yet a date here.

    A date after a word such as «بعد» is marked twice: by itself, and with that word as an `order`
    which it begins or ends; a happening goes by the longest mark over its words. What constrains
    nothing has a null `anchor` and no `begins` or `ends`.

    >>> page = Page.of_text("وصل الوفد صباح اليوم الأحد بعد أربعة أيام من زيارة سابقة")
    >>> [(mark.words, mark.kind, mark.low, mark.high) for mark in find_times(page)]
    [('صباح اليوم الأحد', 'day', 0, 0), ('بعد أربعة أيام من زيارة', 'offset', 3, 5)]
    """
    words = words or time_words()
    grammar = grammar_of(words)
    marks: list[TimeMark] = []
    ahead: list[int] = []
    year: int | None = None
    for found in grammar.find(page.folded):
        scene = Scene(year, _is_ahead(page, found, ahead))
        value = READERS[found.shape](Parts(words, found.match, scene))
        if value is None:
            continue
        if value.timex == "FUTURE_REF" and value.kind in _WORDS_OF_FUTURE:
            ahead.append(found.end)
        if value.begins and value.ends and value.kind != "page_date":
            year = value.ends.year
        outer = grammar.bound(page.folded, found.start) if value.kind in _DAYS else None
        if outer is not None:
            start, side = outer
            bound = _mark(page, start, found.end, _bounded(value, side))
            marks = [mark for mark in marks if not bound.span.covers(mark.span)]
            marks.append(bound)
        marks.append(_mark(page, found.start, found.end, value))
    return iter(marks)


def _is_ahead(page: Page, found: Found, ahead: Sequence[int]) -> bool:
    """Tell whether a word of the future stands before, near and in the same sentence and speech."""
    at = bisect_right(ahead, found.start) - 1
    if at < 0 or found.start - ahead[at] > REACH:
        return False
    here = page.text.span(found.start, found.end).start
    there = page.text.span(ahead[at] - 1, ahead[at]).start
    same_sentence = page.sentence_at(here) == page.sentence_at(there)
    return same_sentence and _speech_at(page, here) == _speech_at(page, there)


def _speech_at(page: Page, place: int) -> object:
    said = [q for q in page.quotations if q.is_speech and q.start <= place < q.end]
    return said[-1] if said else None


def _bounded(value: Value, side: str) -> Value:
    """Open a day on one side: «بعد 16 أكتوبر 2017» is that day or any later one."""
    if side == "after":
        return value._replace(kind="order", ends=None, high=None, weekday=None)
    ends = value.begins if side == "before" else value.ends
    return value._replace(kind="order", begins=None, ends=ends, low=None, weekday=None)


def _mark(page: Page, start: int, end: int, value: Value) -> TimeMark:
    span = page.text.span(start, end)
    anchor = value.anchor
    if anchor == "text_day" and _speech_at(page, span.start) is not None:
        anchor = "speech_day"
    return TimeMark(
        start=span.start,
        end=span.end,
        words=span.of(page.raw),
        kind=value.kind,
        timex=value.timex,
        anchor=anchor,
        low=value.low,
        high=value.high,
        weekday=value.weekday,
        begins=value.begins,
        ends=value.ends,
    )
