"""Spans: half-open, forwards, in code points."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import any_text, patient, spans_of, structs
from tawatur.model import Span

spans = structs(Span)


@given(st.data())
@patient
def test_a_span_cuts_as_many_code_points_as_it_is_long(data: st.DataObject) -> None:
    text = data.draw(any_text)
    span = data.draw(spans_of(text))
    assert len(span.of(text)) == len(span)


def test_a_span_counts_code_points_and_not_bytes() -> None:
    assert Span(2, 4).of("🕊 قُتل") == "قُ"


@pytest.mark.parametrize(("start", "end"), [(5, 4), (-1, 4), (-2, -1)])
def test_a_span_never_runs_backwards(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=rf"a span runs forwards: {start}\.\.{end}"):
        Span(start, end)


def test_a_backward_span_on_disk_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="a span runs forwards"):
        msgspec.json.decode(b"[5,4]", type=Span)


def test_on_disk_a_span_is_its_two_ends() -> None:
    assert msgspec.json.encode(Span(4, 11)) == b"[4,11]"


@pytest.mark.parametrize(
    ("other", "meets", "covers"),
    [
        (Span(4, 8), True, True),
        (Span(5, 7), True, True),
        (Span(3, 5), True, False),
        (Span(7, 9), True, False),
        (Span(2, 10), True, False),
        (Span(8, 9), False, False),
        (Span(2, 4), False, False),
        (Span(5, 5), True, True),
        (Span(8, 8), False, True),
    ],
)
def test_touching_is_not_meeting(other: Span, *, meets: bool, covers: bool) -> None:
    assert (Span(4, 8).meets(other), Span(4, 8).covers(other)) == (meets, covers)


@given(spans, spans)
@patient
def test_meeting_is_mutual_and_means_a_common_character(one: Span, two: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(two.start, two.end))
    assert one.meets(two) == two.meets(one)
    if one and two:
        assert one.meets(two) == bool(shared)


@given(spans, spans)
@patient
def test_spans_stand_in_order_of_position(one: Span, two: Span) -> None:
    assert (one < two) == ((one.start, one.end) < (two.start, two.end))
