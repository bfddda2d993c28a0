"""Publication dates that the person who builds the record gives."""

from __future__ import annotations

import pickle
from datetime import UTC, date, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import patient
from tawatur.errors import SetupError
from tawatur.given import GIVEN, given_stage, published_on, read_given
from tawatur.model import Document, PageDate
from tawatur.run.serial import Serial

DAY = date(2021, 12, 8)
DOCUMENT = Document.of(
    name="report-7",
    text="قُتل سبعة.",
    page_dates=(PageDate(date=date(2024, 5, 7), trusted=False, why="date of rendering"),),
)


@pytest.mark.parametrize(
    "published",
    [
        {"report-7": DAY},
        {"report-7": "2021-12-08"},
        ["report-7=2021-12-08"],
        {"report-7": datetime(2021, 12, 8, 23, 30, tzinfo=UTC)},
    ],
)
def test_a_date_may_be_given_in_several_forms(published: dict[str, date | str]) -> None:
    read = read_given(published)
    assert read == {"report-7": DAY}
    assert type(read["report-7"]) is date


@pytest.mark.parametrize("published", [None, {}, []])
def test_no_date_need_be_given(published: list[str] | None) -> None:
    assert read_given(published) == {}


def test_a_name_may_hold_an_equals_sign() -> None:
    assert read_given(["https://m.example/?id=7=2021-12-08"]) == {"https://m.example/?id=7": DAY}


@pytest.mark.parametrize(
    ("published", "message"),
    [
        (["report-7"], r"'report-7' gives no date; write NAME=2021-12-08"),
        (["=2021-12-08"], r"'=2021-12-08' gives no date"),
        (["report-7=8/12/2021"], r"'8/12/2021' for 'report-7' is no date"),
        (["report-7=2021-02-30"], r"'2021-02-30' for 'report-7' is no date"),
        ({"report-7": "أمس"}, r"'أمس' for 'report-7' is no date; write it as 2021-12-08"),
    ],
)
def test_what_is_no_date_is_named(published: list[str], message: str) -> None:
    with pytest.raises(SetupError, match=message):
        read_given(published)


@given(st.dates())
@patient
def test_a_given_date_stands_before_the_dates_of_the_page(day: date) -> None:
    dated = published_on(DOCUMENT, day)
    assert dated.published.day == day
    assert dated.published.weekday == day.weekday()
    assert dated.published.because[0].words == day.isoformat()
    assert [(shown.date, shown.why) for shown in dated.page_dates] == [
        (day, GIVEN),
        (date(2024, 5, 7), "date of rendering"),
    ]


def test_a_given_date_changes_nothing_else() -> None:
    dated = published_on(DOCUMENT, DAY)
    changed = {
        field.name
        for field in msgspec.structs.fields(Document)
        if getattr(dated, field.name) != getattr(DOCUMENT, field.name)
    }
    assert changed == {"page_dates", "published"}
    assert DOCUMENT.published.day is None


def test_only_the_named_report_is_dated() -> None:
    other = Document.of(name="report-8", text="نجا ثلاثة.")
    found = list(Serial().each((given_stage({"report-7": DAY}),), [other, DOCUMENT]))
    assert found == [other, published_on(DOCUMENT, DAY)]


def test_the_stage_travels_to_another_process() -> None:
    stage = given_stage({"report-7": DAY, "report-8": DAY})
    assert pickle.loads(pickle.dumps(stage)) == stage
    assert stage == given_stage({"report-8": DAY, "report-7": DAY})
    assert stage != given_stage({"report-7": DAY})
