"""What Hypothesis draws from: Arabic text as real pages have it, and any noun of the model."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

import msgspec
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from msgspec import inspect

from tawatur.model import CalendarLine, Reason, Span, When, precision_of

patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""For properties: the machine that runs them may have other things to do."""

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي" + "أإآٱىئؤةگکپچژڤێۆەہ"
HARAKAT = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"
TATWEEL = "\u0640"
DIGITS = "0123456789" + "٠١٢٣٤٥٦٧٨٩" + "۰۱۲۳۴۵۶۷۸۹"
BIDI = "\u200e\u200f\u202a\u202b\u202c\u2066\u2069\u061c"
JOINERS = "\u200c\u200d\u00ad\ufeff"
STOPS = ".،؛؟!:…«»“”‹›\"'()[]-–/"
BLANKS = " \u00a0\t\n"
STRANGE = "\x00\r\u2028🕊👨‍👩‍👧𐎀éßΩИ漢"

arabic_letters = st.sampled_from(LETTERS)
arabic_characters = st.sampled_from(
    LETTERS * 4 + HARAKAT * 2 + TATWEEL + DIGITS + BIDI + JOINERS + STOPS + BLANKS * 3 + STRANGE
)
arabic_text = st.text(arabic_characters, max_size=80)
any_text = arabic_text | st.text(max_size=80)
words = st.lists(st.text(arabic_letters, min_size=2, max_size=7), min_size=1, max_size=30)


@st.composite
def spans_of(draw: st.DrawFn, text: str) -> Span:
    """Draw a span inside `text`."""
    start = draw(st.integers(0, len(text)))
    return Span(start, draw(st.integers(start, len(text))))


@st.composite
def texts_with_furniture(draw: st.DrawFn) -> tuple[str, tuple[Span, ...]]:
    """Draw a text and some stretches of it that are page and not report."""
    text = draw(any_text)
    return text, tuple(draw(st.lists(spans_of(text), max_size=3)))


# -- any noun of the model -------------------------------------------------------------------------

_DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
_BITS = st.integers(-(2**40), 2**40)


@st.composite
def _spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, 10_000))
    return Span(start, start + draw(st.integers(0, 500)))


@st.composite
def _reasons(draw: st.DrawFn) -> Reason:
    rule, words_ = draw(any_text), draw(any_text)
    if draw(st.booleans()):
        return Reason(rule=rule, words=words_)
    span = draw(_spans())
    return Reason(rule=rule, words=words_, document=draw(any_text), start=span.start, end=span.end)


@st.composite
def _whens(draw: st.DrawFn) -> When:
    begins, ends = draw(st.none() | _DAYS), draw(st.none() | _DAYS)
    if begins and ends and begins > ends:
        begins, ends = ends, begins
    return When(
        begins=begins,
        ends=ends,
        weekday=draw(st.none() | st.integers(0, 6)),
        precision=precision_of(begins, ends),
        because=tuple(draw(st.lists(_reasons(), max_size=2))),
    )


@st.composite
def _calendar_lines(draw: st.DrawFn) -> CalendarLine:
    if draw(st.booleans()):
        return CalendarLine(conflict=tuple(draw(st.lists(_reasons(), min_size=1, max_size=3))))
    return CalendarLine(
        left=draw(any_text),
        right=draw(any_text),
        days_low=draw(st.none() | _BITS),
        days_high=draw(st.none() | _BITS),
        because=tuple(draw(st.lists(_reasons(), max_size=2))),
    )


_MADE_BY_HAND: dict[type, st.SearchStrategy[Any]] = {
    Span: _spans(),
    Reason: _reasons(),
    When: _whens(),
    CalendarLine: _calendar_lines(),
}
"""Nouns that check themselves; any others take whatever their types allow."""


@cache
def structs(kind: type[msgspec.Struct]) -> st.SearchStrategy[Any]:
    """Draw any instance of a noun, from the types of its fields."""
    if kind in _MADE_BY_HAND:
        return _MADE_BY_HAND[kind]
    fields = msgspec.structs.fields(kind)
    return st.builds(kind, **{field.name: _of(inspect.type_info(field.type)) for field in fields})


def _of(info: inspect.Type) -> st.SearchStrategy[Any]:
    return next(draw(info) for known, draw in _BY_TYPE if isinstance(info, known))


def _instants() -> st.SearchStrategy[datetime]:
    return st.integers(0, 4_000_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))


_BY_TYPE: tuple[tuple[type[inspect.Type], Callable[[Any], st.SearchStrategy[Any]]], ...] = (
    (inspect.StructType, lambda info: structs(info.cls)),
    (inspect.UnionType, lambda info: st.one_of(*map(_of, info.types))),
    (inspect.LiteralType, lambda info: st.sampled_from(info.values)),
    (inspect.VarTupleType, lambda info: st.lists(_of(info.item_type), max_size=2).map(tuple)),
    (
        inspect.DictType,
        lambda info: st.dictionaries(_of(info.key_type), _of(info.value_type), max_size=2),
    ),
    (inspect.NoneType, lambda _: st.none()),
    (inspect.BoolType, lambda _: st.booleans()),
    (inspect.IntType, lambda _: _BITS),
    (inspect.FloatType, lambda _: st.floats(-180, 180)),
    (inspect.StrType, lambda _: any_text),
    (inspect.DateType, lambda _: _DAYS),
    (inspect.DateTimeType, lambda _: _instants()),
)
