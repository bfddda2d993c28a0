from __future__ import annotations

import socket
from pathlib import Path

import pytest

from tawatur.clean import clean_document
from tawatur.clean.language import language_of
from tawatur.clean.lines import lines_of
from tawatur.lang.text import Text
from tawatur.model import Document

ARABIC = "أعلنت وزارة الصحة تسجيل ست إصابات جديدة بالكوليرا في المحافظات الجنوبية خلال يومين."
SORANI = (
    "وەزارەتی تەندروستی ڕایگەیاند کە شەش تووشبووی نوێی کۆلێرا لە پارێزگاکانی باشوور تۆمارکراون."
)
PERSIAN = (
    "وزارت بهداشت اعلام کرد که شش مورد جدید ابتلا به وبا در استان‌های جنوبی کشور گزارش شده است."
)
URDU = "وزارت صحت نے اعلان کیا ہے کہ جنوبی صوبوں میں ہیضے کے چھ نئے مریض سامنے آئے ہیں۔"
ENGLISH = (
    "The health ministry said six new cases of cholera were recorded in the southern provinces."
)

LID_FLOORS = {"ar": 0.998, "fa": 0.996, "ur": 0.993, "en": 0.998}
"""Share of right answers on single sentences (corpora/lid, 2026-11); whole reports are longer."""


def language(text: str) -> str | None:
    return language_of(text, lines_of(Text(text))).code


@pytest.mark.parametrize(
    ("text", "code"),
    [(ARABIC, "ar"), (SORANI, "ckb"), (PERSIAN, "fa"), (URDU, "ur"), (ENGLISH, "en")],
)
def test_a_page_in_another_language_is_kept_and_marked(text: str, code: str) -> None:
    found = clean_document(Document.of(name="d", text=text))
    assert (found.language, found.text, found.furniture) == (code, text, ())


def test_too_few_letters_give_no_language_and_say_why() -> None:
    found = clean_document(Document.of(name="d", text="13 / 12"))
    assert found.language is None
    assert "too few" in next(r.words for r in found.because if r.rule == "language")


@pytest.mark.parametrize("stray", [SORANI, PERSIAN, URDU, ENGLISH])
def test_a_paragraph_in_another_language_takes_no_part(stray: str) -> None:
    text = f"{ARABIC}\n{stray}\n{ARABIC.replace('ست', 'سبع')}"
    found = clean_document(Document.of(name="d", text=text))
    assert found.language == "ar"
    assert [span.of(text) for span in found.furniture] == [stray]
    assert found.because[0].rule == "other language"


@pytest.mark.parametrize(
    "line",
    [
        "وقال مسؤول في كوردستان إن قوة من پێشمەرگە انتشرت قرب چمچمال وگرميان صباح اليوم.",
        "وأعلنت شركة Google إطلاق خدمة Maps بالعربية في دول الخليج ابتداء من الأسبوع المقبل.",
        "ونشرت صحيفة The Guardian تقريراً عن الحادثة استند إلى شهود.",
    ],
)
def test_foreign_names_inside_an_arabic_paragraph_take_nothing_away(line: str) -> None:
    assert clean_document(Document.of(name="d", text=f"{ARABIC}\n{line}")).furniture == ()


def test_the_model_comes_with_the_package_and_asks_no_network(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    from tawatur.clean.language import _detector

    _detector.cache_clear()
    assert language(ARABIC) == "ar"


@pytest.mark.corpus
@pytest.mark.parametrize("code", sorted(LID_FLOORS))
def test_single_sentences_of_four_languages_are_told_apart(corpora: Path, code: str) -> None:
    lines = (corpora / "lid" / f"{code}.txt").read_text(encoding="utf-8").splitlines()
    guesses = [language(line) for line in lines if len(line) > 40]
    told = [guess for guess in guesses if guess is not None]
    assert sum(guess == code for guess in told) / len(told) >= LID_FLOORS[code]
