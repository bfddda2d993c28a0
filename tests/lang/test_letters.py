"""Folding: which spellings are one word, and which are not."""

from __future__ import annotations

import unicodedata

import pytest

from tawatur.lang.letters import DROPPED, FOLD, MARKS, fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أربيل", "اربيل"),
        ("إقليم", "اقليم"),
        ("آذار", "اذار"),
        ("ٱلله", "الله"),
        ("مصطفى", "مصطفي"),
        ("مسؤول", "مسوول"),
        ("الوزارة", "الوزاره"),
        ("كوردستان", "گوردستان"),
        ("عراقی", "عراقي"),
        ("ترکیا", "تركيا"),
        ("پارتي", "بارتي"),
        ("سلێمانی", "سليماني"),
        ("كۆيە", "كويه"),
        ("ڕانیە", "رانيه"),
        ("چەمچەمال", "جهمجهمال"),
        ("ڤيينا", "فيينا"),
        ("بـغـداد", "بغداد"),
        ("قُتِلَ", "قتل"),
        ("هذٰا", "هذا"),
        ("٢٥", "25"),
        ("۲۵", "25"),
        ("٣٫٥", "3.5"),
        ("١٬٠٠٠", "1,000"),
        ("تل\u00a0الزعرور", "تل الزعرور"),
        ("كر\u200cدستان", "كردستان"),
        ("\u202bبغداد\u202c", "بغداد"),
    ],
)
def test_one_word_in_two_spellings(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("كفري", "كفر"), ("عمار", "عمر"), ("قضاء", "قضا"), ("ذهب", "دهب"), ("ضل", "ظل")],
)
def test_two_words_stay_two(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_folding_puts_one_letter_for_one() -> None:
    assert all(len(plain) == 1 for plain in FOLD.values())
    assert not {chr(written) for written in FOLD} & DROPPED


def test_no_letter_that_folding_gives_is_folded_again() -> None:
    assert not {ord(plain) for plain in FOLD.values()} & FOLD.keys()


def test_only_what_a_letter_carries_is_a_mark() -> None:
    assert all(unicodedata.category(mark) == "Mn" for mark in MARKS - {"\u0640"})


def test_no_line_break_is_ever_dropped_or_folded() -> None:
    assert "\n" not in DROPPED
    assert ord("\n") not in FOLD
