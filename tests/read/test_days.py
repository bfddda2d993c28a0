from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.read.days import dates_of_address, read_stamp

MARCH_4 = date(2020, 3, 4)
STAMPS = [
    ("2020-03-04", MARCH_4, True),
    (" 2020/3/4 ", MARCH_4, True),
    ("2020-03-04 01:27:33", MARCH_4, True),
    ("2020-03-04T23:59:00+03:00", MARCH_4, True),
    ("2020-03-04T12:00:00Z", MARCH_4, True),
    ("2020-03-03T22:30:00Z", MARCH_4, False),
    ("2020-03-03T22:30:00.000+00:00", MARCH_4, False),
    ("20200304", MARCH_4, True),
    ("Wed, 04 Mar 2020 10:00:00 +0300", MARCH_4, True),
    ("Tue, 03 Mar 2020 22:00:00 GMT", MARCH_4, False),
    ("25/03/2020", date(2020, 3, 25), True),
    ("03/25/2020 10:00", date(2020, 3, 25), True),
    ("04/03/2020", date(2020, 4, 3), False),
    ("04/04/2020", date(2020, 4, 4), True),
    (1583312400, MARCH_4, True),
    (1583312400000, MARCH_4, True),
]


@pytest.mark.parametrize(("written", "day", "sure"), STAMPS)
def test_a_stamp_gives_its_day_and_says_if_it_is_only_a_bound(
    written: object,
    day: date,
    sure: bool,  # noqa: FBT001 - a column of the table
) -> None:
    stamp = read_stamp(written)
    assert stamp is not None
    assert (stamp.day, stamp.sure, bool(stamp.note)) == (day, sure, not sure)


@pytest.mark.parametrize(
    "written",
    ["", "yesterday", "2020-13-40", "0001-01-01", None, True, [], -5.0, 1e300, "99999999"],
)
def test_what_is_no_day_gives_none(written: object) -> None:
    assert read_stamp(written) is None


@pytest.mark.parametrize(
    ("address", "days"),
    [
        ("https://a.example/2020/03/04/port.html", [MARCH_4]),
        ("https://a.example/2020/3/4/port", [MARCH_4]),
        ("https://a.example/news/2020-03-04-port", [MARCH_4]),
        ("https://a.example/2020/20200304/fe1.htm", [MARCH_4]),
        ("https://a.example/news/20200304", [MARCH_4]),
        ("https://a.example/?day=2020/03/04", []),
        ("https://a.example/article/410826/2020", []),
        ("https://a.example/2020/31/12/port", []),
        ("https://a.example/Con20200304784687.htm", []),
        ("http://[broken", []),
        (None, []),
    ],
)
def test_an_address_gives_the_day_in_its_path(address: str | None, days: list[date]) -> None:
    found = dates_of_address(address)
    assert [page.date for page in found] == days
    assert all(page.trusted and page.why == "address" for page in found)


@given(st.one_of(st.text(max_size=40), st.integers(), st.floats(), st.none(), st.booleans()))
def test_nothing_that_a_column_holds_breaks_the_reading_of_days(written: object) -> None:
    stamp = read_stamp(written)
    assert stamp is None or 1990 <= stamp.day.year <= 2101
