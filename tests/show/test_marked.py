"""Marking a text loses no letter, whatever crosses what."""

from __future__ import annotations

from html import unescape

import regex
from hypothesis import given
from hypothesis import strategies as st

from tawatur.model import Span
from tawatur.show.marked import Stretch, _pieces

TEXT = "أعلنت <الشرطة> أن هجومًا & آخر أوقع قتيلين"
PLACES = st.integers(min_value=0, max_value=len(TEXT))
SPANS = st.tuples(PLACES, PLACES).map(lambda pair: Span(min(pair), max(pair)))


def _stretches(spans: list[Span]) -> list[Stretch]:
    return [
        Stretch(span, "on-claim", f"d1-{span.start}-{span.end}", (1,))
        for span in sorted(set(spans))
    ]


@given(st.lists(SPANS, max_size=8))
def test_the_text_stays_letter_for_letter(spans: list[Span]) -> None:
    written = "".join(_pieces(TEXT, _stretches(spans)))
    assert unescape(regex.sub(r"<[^>]*>", "", written)) == TEXT


@given(st.lists(SPANS, max_size=8))
def test_every_stretch_is_marked_whole_with_one_anchor(spans: list[Span]) -> None:
    written = "".join(_pieces(TEXT, _stretches(spans)))
    marked: dict[str, str] = {}
    open_now: list[str] = []
    for piece in regex.findall(r"<[^>]*>|[^<]+", written):
        if piece.startswith("<mark"):
            open_now += regex.findall(r'data-words="([^"]+)"', piece)
        elif piece == "</mark>":
            open_now.pop()
        elif not piece.startswith("<"):
            for name in open_now:
                marked[name] = marked.get(name, "") + unescape(piece)
    assert open_now == []
    wanted = {str(s.anchor): s.span.of(TEXT) for s in _stretches(spans) if len(s.span)}
    assert marked == wanted
    for name in wanted:
        assert written.count(f'id="{name}"') == 1
