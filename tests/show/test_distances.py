"""A distance between two days is said with its side and its open ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.show.distances import FORMS, distance_in_words
from tawatur.show.labels import labels

ENDS = st.none() | st.integers(min_value=-400, max_value=400)


@pytest.mark.parametrize(
    ("low", "high", "ar", "en"),
    [
        (0, 0, "في اليوم نفسه مع", "is on the same day as"),
        (4, 4, "بعد 4 أيام من", "is 4 days after"),
        (1, 1, "بعد يوم واحد من", "is 1 day after"),
        (-2, -2, "قبل يومين من", "is 2 days before"),
        (-3, -1, "قبل 1 إلى 3 أيام من", "is 1 to 3 days before"),
        (0, 2, "بعد يومين على الأكثر من", "is at most 2 days after"),
        (-2, 0, "قبل يومين على الأكثر من", "is at most 2 days before"),
        (-1, 2, "من يوم واحد قبل إلى يومين بعد", "is from 1 day before to 2 days after"),
        (5, None, "بعد 5 أيام على الأقل من", "is at least 5 days after"),
        (None, -5, "قبل 5 أيام على الأقل من", "is at least 5 days before"),
        (-5, None, "لا يسبق بأكثر من 5 أيام", "is not more than 5 days before"),
        (None, 5, "لا يتأخر بأكثر من 5 أيام عن", "is not more than 5 days after"),
        (0, None, "ليس قبل", "is not earlier than"),
        (None, None, "لا يُعرف بُعده عن", "is at no known distance from"),
    ],
)
def test_a_distance_in_words(low: int | None, high: int | None, ar: str, en: str) -> None:
    assert (distance_in_words(low, high, "ar"), distance_in_words(low, high, "en")) == (ar, en)


@given(ENDS, ENDS)
def test_no_distance_is_said_with_a_minus(low: int | None, high: int | None) -> None:
    if low is None or high is None or low <= high:
        assert "-" not in distance_in_words(low, high, "ar") + distance_in_words(low, high, "en")


def test_every_form_has_its_words_and_every_words_their_form() -> None:
    keys = {row.key for row in labels() if row.key.startswith("distance.")}
    assert keys == {f"distance.{form}" for form, _ in FORMS}
