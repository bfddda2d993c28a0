"""Pages that somebody made to keep a machine busy are cleaned in the time of a large report."""

from __future__ import annotations

from time import process_time

import pytest

from tawatur.clean import clean_document
from tawatur.model import Document

LETTERS = 100_000
SECONDS = 10
"""The slowest takes 0.4 s; a rule that looks back at every line takes minutes."""
LINE = "أعلنت الشرطة أن حريقاً اندلع في مخزن للوقود قرب الميناء فجر الأحد وامتد إلى مستودعين."


@pytest.mark.parametrize(
    "unit",
    [
        "logo\n",
        f"{LINE}\n",
        f"{LINE} ",
        "- ",
        "1-",
        "نفط\n",
        "بغداد - ",
        "(",
        "اقرأ أيضاً\n",
        "The same sentence in English, over and over again, for no reason.\n",
        "پێشمەرگە لە شاری هەولێر کۆبوونەوەیەکی فراوانی ئەنجام دا.\n" + LINE + "\n",
        "تاريخ النشر: 4 مارس 2020\n",
        "فيسبوك ",
        "الرئيسية / ",
        ". سمات نهر ",
        "...",
    ],
)
def test_a_page_of_one_thing_over_and_over_is_cleaned(unit: str) -> None:
    text = unit * (LETTERS // len(unit))
    begun = process_time()
    found = clean_document(Document.of(name="d", text=text))
    assert found.text == text
    assert process_time() - begun < SECONDS
