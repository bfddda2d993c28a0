"""Sentences end at a stop or a line break, never inside speech, a number or an initial."""

from __future__ import annotations

import pytest
from hypothesis import given

from strategies import patient, texts_with_furniture
from tawatur.lang.text import Text
from tawatur.mark.quotes import find_quotations
from tawatur.mark.sentences import split_sentences
from tawatur.model import Span

# fmt: off
SPLIT = [
    ("وصلت القافلة. وعاد الأهالي.", ["وصلت القافلة.", "وعاد الأهالي."]),
    ("وصلت القافلة.وعاد الأهالي", ["وصلت القافلة.", "وعاد الأهالي"]),
    ("أين القافلة؟ وصلت! ثم عادت…", ["أين القافلة؟", "وصلت!", "ثم عادت…"]),
    ("وصلت القافلة\nوعاد الأهالي", ["وصلت القافلة", "وعاد الأهالي"]),
    ("قتل 3.5 آلاف رأس. وعاد الراعي.", ["قتل 3.5 آلاف رأس.", "وعاد الراعي."]),
    ("وقال د. سالم إن السد متين.", ["وقال د. سالم إن السد متين."]),
    ("وذكرت أ. ف. ب. أن السد متين.", ["وذكرت أ. ف. ب. أن السد متين."]),
    ("من الجبل.. الوالي يعد بسد", ["من الجبل.. الوالي يعد بسد"]),
    ("وصلت القافلة... وعاد الأهالي", ["وصلت القافلة...", "وعاد الأهالي"]),
    ("قال: «سنبني السد. لن ننتظر أحدا بعد اليوم». وغادر.",
     ["قال: «سنبني السد. لن ننتظر أحدا بعد اليوم».", "وغادر."]),
    ("قال: «سنبني السد. لن ننتظر أحدا بعد اليوم.» وغادر.",
     ["قال: «سنبني السد. لن ننتظر أحدا بعد اليوم.»", "وغادر."]),
    ("  وصلت القافلة.  ", ["وصلت القافلة."]),
    ("\n\n", []),
    ("", []),
]
# fmt: on


def cut(text: str) -> list[str]:
    folded = Text(text)
    return [span.of(text) for span in split_sentences(folded, find_quotations(folded))]


@pytest.mark.parametrize(("text", "expected"), SPLIT)
def test_a_text_is_cut_into_sentences(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_furniture_is_no_sentence() -> None:
    text = "القائمة الرئيسية\nوصلت القافلة."
    found = split_sentences(Text(text, [Span(0, 16)]))
    assert [span.of(text) for span in found] == ["وصلت القافلة."]


@patient
@given(texts_with_furniture())
def test_sentences_stand_in_order_and_leave_out_only_blanks(
    drawn: tuple[str, tuple[Span, ...]],
) -> None:
    raw, furniture = drawn
    text = Text(raw, furniture)
    found = split_sentences(text, find_quotations(text))
    ends = [0, *(span.end for span in found)]
    starts = [*(span.start for span in found), len(raw)]
    for end, start in zip(ends, starts, strict=True):
        assert end <= start
        assert not text.folded[slice(*text.fold_span(Span(end, start)))].strip()
