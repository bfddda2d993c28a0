"""The text layer: whatever is found in the folded text is led back to the letters as written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import any_text, arabic_text, patient, spans_of, texts_with_furniture
from tawatur.lang.letters import DROPPED, MARKS, fold
from tawatur.lang.text import Text, text_of
from tawatur.model import Span


@given(any_text)
@patient
def test_every_folded_letter_is_that_of_the_letter_it_is_led_back_to(raw: str) -> None:
    text = Text(raw)
    for place, letter in enumerate(text.folded):
        start = text.span(place, place + 1).start
        assert fold(raw[start]) == letter


@given(any_text)
@patient
def test_a_letter_leads_back_to_itself_and_its_harakat_alone(raw: str) -> None:
    text = Text(raw)
    for place in range(len(text.folded)):
        written = text.words(place, place + 1)
        assert written[0] not in DROPPED
        assert set(written[1:]) <= MARKS


@given(any_text)
@patient
def test_no_letter_is_lost_between_two_that_are_found(raw: str) -> None:
    text = Text(raw)
    starts = [text.span(place, place + 1).start for place in range(len(text.folded))]
    assert starts == sorted(set(starts))
    assert all(raw[place] in DROPPED for place in set(range(len(raw))) - set(starts))


@given(st.data())
@patient
def test_a_stretch_comes_back_from_the_raw_text(data: st.DataObject) -> None:
    text = Text(data.draw(any_text))
    start = data.draw(st.integers(0, len(text.folded)))
    end = data.draw(st.integers(start, len(text.folded)))
    assert text.fold_span(text.span(start, end)) == (start, end)


@given(st.data())
@patient
def test_the_words_of_a_stretch_fold_to_it(data: st.DataObject) -> None:
    text = Text(data.draw(any_text))
    start = data.draw(st.integers(0, len(text.folded)))
    end = data.draw(st.integers(start, len(text.folded)))
    assert fold(text.words(start, end)) == text.folded[start:end]


@given(st.data())
@patient
def test_a_stretch_of_the_raw_text_folds_to_its_letters(data: st.DataObject) -> None:
    raw = data.draw(any_text)
    span = data.draw(spans_of(raw))
    start, end = Text(raw).fold_span(span)
    assert Text(raw).folded[start:end] == fold(span.of(raw))


@given(arabic_text)
@patient
def test_folding_twice_is_folding_once(raw: str) -> None:
    assert fold(fold(raw)) == fold(raw)
    assert Text(raw).folded == fold(raw)


@given(texts_with_furniture())
@patient
def test_furniture_gives_nothing_and_moves_nothing(page: tuple[str, tuple[Span, ...]]) -> None:
    raw, furniture = page
    text = Text(raw, furniture)
    for place, letter in enumerate(text.folded):
        start = text.span(place, place + 1).start
        inside = any(span.start <= start < span.end for span in furniture)
        assert letter == ("\n" if inside else fold(raw[start]))


@pytest.mark.parametrize(
    ("raw", "found", "written"),
    [
        ("مقتل ثلاثةٍ في كفري", "ثلاثه", "ثلاثةٍ"),
        ("قال مُحَمَّدٌ إنه عاد", "محمد", "مُحَمَّدٌ"),
        ("أعلنت الـبـيـشـمـركـة", "البيشمركه", "الـبـيـشـمـركـة"),
        ("سبعةُ\u200e قتلى", "سبعه", "سبعةُ"),
        ("قرية «تل\u200fالزعرور»", "تلالزعرور", "تل\u200fالزعرور"),
        ("عام ٢٠٢١م", "2021", "٢٠٢١"),
        ("نحو ۱۳ شخصًا", "13", "۱۳"),
        ("پێشمەرگە", "بيشمهركه", "پێشمەرگە"),
        ("🕊 سلامٌ", "سلام", "سلامٌ"),
        ("واحدًا بعد آخر", "واحدا", "واحدًا"),
        ("بغداد\x00أمس", "بغداد\x00امس", "بغداد\x00أمس"),
    ],
)
def test_words_come_back_as_they_were_written(raw: str, found: str, written: str) -> None:
    text = Text(raw)
    start = text.folded.index(found)
    assert text.words(start, start + len(found)) == written


def test_an_empty_stretch_stands_where_its_letter_would() -> None:
    text = Text("أُعلن")
    assert text.span(1, 1) == Span(2, 2)
    assert text.span(4, 4) == Span(5, 5)


def test_the_line_of_a_share_button_is_blank() -> None:
    raw = "قُتل سبعة.\nشارك الخبر\nوغادروا."
    text = Text(raw, [Span(11, 21)])
    assert "شارك" not in text.folded
    assert text.words(text.folded.index("غادروا"), len(text.folded)) == "غادروا."


def test_a_page_that_several_stages_look_at_is_folded_once() -> None:
    assert text_of("قُتل سبعة", ()) is text_of("قُتل سبعة", ())
    assert text_of("قُتل سبعة", (Span(0, 4),)) is not text_of("قُتل سبعة", ())
