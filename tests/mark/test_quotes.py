"""Quotations under any marks that real pages use."""

from __future__ import annotations

import pytest
from hypothesis import given

from strategies import any_text, patient
from tawatur.lang.text import Text
from tawatur.mark.quotes import find_quotations

# fmt: off
QUOTED = [
    ("قال الوالي: «السد متين»", ["السد متين"]),
    ("قال الوالي: “السد متين”", ["السد متين"]),
    ("قال الوالي: ”السد متين”", ["السد متين"]),
    ("قال الوالي: “السد متين“", ["السد متين"]),
    ('قال الوالي: "السد متين"', ["السد متين"]),
    ("قال الوالي: ‹السد متين›", ["السد متين"]),
    ("قال الوالي: ‘السد متين’", ["السد متين"]),
    ("قال الوالي: ’السد متين’", ["السد متين"]),
    ('قال الوالي " السد متين"', [" السد متين"]),
    ("«قرب «الحصن» القديم»", ["قرب «الحصن» القديم", "الحصن"]),
    ('"قرب ”الحصن” القديم"', ["قرب ”الحصن” القديم", "الحصن"]),
    ('"قرب "الحصن" القديم"', ['قرب "الحصن" القديم', "الحصن"]),
    ('لـ"صوت الجبل"، إن', ["صوت الجبل"]),
    ("لـ»صوت الجبل»: إن", ["صوت الجبل"]),
    ("ل«صوت الجبل» إن", ["صوت الجبل"]),
    ('قال "نعم" ثم "لا"', ["نعم", "لا"]),
    ("قال: «السد متين\nوغادر»", []),
    ("قال: «السد متين", []),
    ("السد متين» قال", []),
    ("it isn’t and it won’t", []),
    ('طوله 5" وعرضه', []),
    ("\u200f«السد متين»\u200f", ["السد متين"]),
    ("«»", [""]),
]
# fmt: on


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_what_stands_between_marks_is_found(text: str, expected: list[str]) -> None:
    assert [text[q.start : q.end] for q in find_quotations(Text(text))] == expected


def test_speech_is_told_from_a_name_by_its_length() -> None:
    text = "قال تنظيم «الفرقة» إن «السد متين ولن يتصدع قبل مئة عام»"
    assert [q.is_speech for q in find_quotations(Text(text))] == [False, True]


def test_marks_that_wait_for_ever_do_not_hide_a_later_quotation() -> None:
    text = "«" * 50 + " قال “السد متين” اليوم"
    assert [text[q.start : q.end] for q in find_quotations(Text(text))] == ["السد متين"]


@patient
@given(any_text)
def test_quotations_lie_in_one_paragraph_and_nest_or_stay_apart(text: str) -> None:
    found = find_quotations(Text(text))
    assert list(found) == sorted(found, key=lambda q: (q.start, -q.end))
    for at, outer in enumerate(found):
        assert 0 < outer.start <= outer.end < len(text)
        assert "\n" not in text[outer.start : outer.end]
        for inner in found[at + 1 :]:
            assert inner.start > outer.end or inner.end <= outer.end
