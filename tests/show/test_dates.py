"""A date is said as far as it is known and no further."""

from __future__ import annotations

from datetime import date

import pytest

from tawatur.model import Precision, When
from tawatur.show.dates import is_dated, order_in_time, when_in_iso, when_in_words

DAY = date(2021, 12, 7)
LATER = date(2021, 12, 11)


@pytest.mark.parametrize(
    ("when", "ar", "en", "iso"),
    [
        (When(), "بلا تاريخ", "no date", "no date"),
        (When(weekday=1), "الثلاثاء، بلا تاريخ", "a Tuesday, no date", "a Tuesday, no date"),
        (
            When(begins=DAY, ends=DAY, weekday=1),
            "الثلاثاء 7 كانون الأول/ديسمبر 2021",
            "Tuesday 7 December 2021",
            "2021-12-07 Tuesday",
        ),
        (
            When(begins=DAY),
            "في 7 كانون الأول/ديسمبر 2021 أو بعده",
            "on 7 December 2021 or later",
            "2021-12-07 …",
        ),
        (
            When(ends=DAY, weekday=0),
            "الاثنين، في 7 كانون الأول/ديسمبر 2021 أو قبله",
            "a Monday, on 7 December 2021 or earlier",
            "a Monday, … 2021-12-07",
        ),
        (
            When(begins=DAY, ends=LATER),
            "بين 7 و11 كانون الأول/ديسمبر 2021",
            "between 7 and 11 December 2021",
            "2021-12-07 … 2021-12-11",
        ),
        (
            When(begins=DAY, ends=date(2022, 1, 2)),
            "بين 7 كانون الأول/ديسمبر 2021 و2 كانون الثاني/يناير 2022",
            "between 7 December 2021 and 2 January 2022",
            "2021-12-07 … 2022-01-02",
        ),
    ],
)
def test_a_date_in_words(when: When, ar: str, en: str, iso: str) -> None:
    assert (when_in_words(when, "ar"), when_in_words(when, "en"), when_in_iso(when)) == (
        ar,
        en,
        iso,
    )


@pytest.mark.parametrize(
    ("precision", "dated"),
    [("day", True), ("week", True), ("month", True), ("year", True), ("open", False)],
)
def test_only_an_open_date_is_no_date(precision: Precision, dated: bool) -> None:  # noqa: FBT001
    assert is_dated(When(begins=DAY, ends=LATER, precision=precision)) is dated


def test_early_comes_before_late_and_undated_last() -> None:
    whens = [
        When(),
        When(begins=LATER, ends=LATER, precision="day"),
        When(begins=DAY, ends=LATER, precision="week"),
        When(begins=DAY, ends=DAY, precision="day"),
        When(ends=DAY),
    ]
    assert [whens.index(when) for when in sorted(whens, key=order_in_time)] == [3, 2, 1, 4, 0]
