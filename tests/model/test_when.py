"""When: an interval of days, open where nothing is known."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import patient, structs
from tawatur.model import Precision, When, precision_of

FIRST = date(2021, 12, 1)


def test_nothing_known_is_open_at_both_ends() -> None:
    nothing = When()
    assert (nothing.begins, nothing.ends, nothing.weekday, nothing.day) == (None, None, None, None)
    assert nothing.precision == "open"


@pytest.mark.parametrize(
    ("begins", "ends", "day"),
    [
        (FIRST, FIRST, FIRST),
        (FIRST, FIRST + timedelta(1), None),
        (FIRST, None, None),
        (None, FIRST, None),
        (None, None, None),
    ],
)
def test_a_day_is_known_only_when_one_is_left(
    begins: date | None, ends: date | None, day: date | None
) -> None:
    assert When(begins=begins, ends=ends).day == day


def test_an_interval_never_runs_backwards() -> None:
    with pytest.raises(ValueError, match=r"an interval runs forwards: 2021-12-02\.\.2021-12-01"):
        When(begins=date(2021, 12, 2), ends=FIRST)


@pytest.mark.parametrize("weekday", [-1, 7])
def test_a_week_has_seven_days(weekday: int) -> None:
    with pytest.raises(ValueError, match=f"not {weekday}"):
        When(weekday=weekday)


@pytest.mark.parametrize("weekday", range(7))
def test_a_weekday_may_be_known_without_a_date(weekday: int) -> None:
    assert When(weekday=weekday).day is None


@pytest.mark.parametrize(
    ("days", "precision"),
    [
        (1, "day"), (2, "week"), (7, "week"), (8, "month"), (31, "month"),
        (32, "year"), (366, "year"), (367, "open"),
    ],
)  # fmt: skip
def test_the_precision_is_how_much_is_left_open(days: int, precision: Precision) -> None:
    assert precision_of(FIRST, FIRST + timedelta(days - 1)) == precision


@given(st.dates(), st.booleans())
@patient
def test_half_an_interval_is_open(end: date, first: bool) -> None:  # noqa: FBT001 - drawn
    assert precision_of(*((end, None) if first else (None, end))) == "open"


@given(structs(When))
@patient
def test_the_one_day_lies_in_its_interval(when: When) -> None:
    if when.day is not None:
        assert when.begins == when.day == when.ends
        assert when.precision == "day"
