from __future__ import annotations

import pytest

from tawatur.claim.amounts import (
    TollRow,
    amounts_of,
    toll_patterns,
    toll_rows,
    toll_words,
)
from tawatur.mark.numbers import find_numbers
from tawatur.mark.page import Page
from tawatur.model import Amount, Span


def amounts(text: str, span: Span | None = None) -> tuple[Amount, ...]:
    page = Page.of_text(text)
    return amounts_of(page, tuple(find_numbers(page)), span or Span(0, len(text)))


def test_only_what_feeds_an_amount_becomes_one() -> None:
    found = amounts("مقتل 13 شخصاً قبل 3 أيام في مناطق تبعد 20 كيلومتراً.")
    assert [(amount.what, amount.low) for amount in found] == [("killed", 13)]


def test_an_amount_outside_the_clause_belongs_to_another_claim() -> None:
    text = "مقتل 13 شخصاً. وإصابة 5 آخرين."
    assert [amount.what for amount in amounts(text, Span(0, 14))] == ["killed"]


def test_an_amount_keeps_its_words_and_place() -> None:
    text = "أسفر التفجير عن ١٣ قتيلاً."
    (amount,) = amounts(text)
    assert text[amount.start : amount.end] == amount.words == "١٣ قتيلاً"


def test_a_part_of_a_toll_is_not_an_amount_beside_it() -> None:
    found = amounts("مقتل 13 شخصاً بينهم طفلان و3 نساء وإصابة 5 آخرين، أربعة منهم جنود.")
    assert [(amount.what, amount.low) for amount in found] == [("killed", 13), ("injured", 5)]


def test_two_groups_of_victims_are_both_kept() -> None:
    found = amounts("قُتل 5 جنود و3 مدنيين.")
    assert [(amount.what, amount.low) for amount in found] == [("killed", 5), ("killed", 3)]


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("ارتفعت حصيلة ضحايا الهجوم إلى 13 قتيلاً.", "rising"),
        ("وبارتفاع عدد الجرحى إلى 40 تضيق المستشفيات.", "rising"),
        ("سقط 7 قتلى وفق حصيلة أولية.", "initial"),
        ("ارتفعت الحصيلة إلى 9 قتلى في حصيلة غير نهائية.", "initial"),
        ("بلغت الحصيلة النهائية 18 قتيلاً.", "final"),
        ("الحصيلة مرشحة للارتفاع.", "initial"),
        ("قُتل 5 جنود أمس.", None),
    ],
)
def test_a_report_says_how_final_its_toll_is(text: str, toll: str | None) -> None:
    assert toll_words(Page.of_text(text), 0, len(text)) == toll


def test_toll_words_of_another_clause_do_not_count() -> None:
    text = "قُتل 5 جنود. حصيلة أولية للحريق: جريح."
    assert toll_words(Page.of_text(text), 0, 12) is None


ROWS = [pytest.param(row, id=row.words[0]) for row in toll_rows()]


@pytest.mark.parametrize("row", ROWS)
def test_every_row_of_toll_words_is_needed_by_its_own_example(row: TollRow) -> None:
    page = Page.of_text(row.example)
    others = toll_patterns(other for other in toll_rows() if other != row)
    assert toll_words(page, 0, len(row.example)) == row.toll
    assert toll_words(page, 0, len(row.example), patterns=others) != row.toll
