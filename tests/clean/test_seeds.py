from __future__ import annotations

from datetime import date

import pytest

from tawatur.clean import clean_document
from tawatur.model import Document

FURNITURE = {
    "000": [(72, 83, "credit"), (1965, 2044, "repeated")],
    "001": [
        (0, 24, "date line"),
        (25, 29, "logo"),
        (108, 183, "repeated"),
        (2683, 2690, "credit"),
        (2692, 2695, "back-to-top"),
    ],
    "002": [],
    "003": [(2708, 2869, "repeated")],
    "004": [
        (0, 4, "font-size"),
        (116, 127, "clock"),
        (128, 141, "read-time"),
        (206, 227, "credit"),
        (2447, 2456, "rating-box"),
        (2457, 2497, "make-account"),
        (2499, 2538, "subscription-box"),
    ],
}
OUTLETS = {"000": "عربي تريند", "001": "باسنيوز", "002": None, "003": None, "004": "الخليج"}
TITLED = {"000": 0, "001": 31, "003": 0, "004": 5}
"""Where the headline begins; report 002 has none."""

pytestmark = pytest.mark.corpus


@pytest.fixture
def cleaned(seeds: dict[str, str]) -> dict[str, Document]:
    return {
        number: clean_document(Document.of(name=number, text=text))
        for number, text in seeds.items()
    }


@pytest.mark.parametrize("number", sorted(FURNITURE))
def test_the_furniture_of_a_seed_is_found_and_nothing_else(
    cleaned: dict[str, Document], number: str
) -> None:
    found = cleaned[number]
    placed = [(r.start, r.end, r.rule) for r in found.because if r.start is not None]
    assert placed == FURNITURE[number]
    assert [(s.start, s.end) for s in found.furniture] == [(a, b) for a, b, _ in placed]


@pytest.mark.parametrize("number", sorted(OUTLETS))
def test_a_seed_names_its_publisher_or_nobody_does(
    cleaned: dict[str, Document], number: str
) -> None:
    assert cleaned[number].outlet == OUTLETS[number]
    assert cleaned[number].language == "ar"


def test_the_credit_of_a_seed_gives_place_and_author(cleaned: dict[str, Document]) -> None:
    assert (cleaned["004"].dateline, cleaned["004"].byline) == ("بغداد", "زيدان الربيعي")


def test_headlines_are_titles_and_stay_in_the_report(cleaned: dict[str, Document]) -> None:
    for number, found in cleaned.items():
        start = TITLED.get(number)
        if start is None:
            assert found.title is None
        else:
            assert found.title is not None
            assert found.text.startswith(found.title, start)
            assert not any(span.start == start for span in found.furniture)


def test_the_day_a_page_was_rendered_only_bounds_its_report(cleaned: dict[str, Document]) -> None:
    (shown,) = cleaned["001"].page_dates
    assert (shown.date, shown.trusted) == (date(2024, 5, 8), False)
    published = cleaned["001"].published
    assert (published.begins, published.ends) == (None, date(2024, 5, 8))
    assert all(cleaned[number].published.ends is None for number in ("000", "002", "003", "004"))


def test_cleaning_changes_neither_text_nor_id(
    seeds: dict[str, str], cleaned: dict[str, Document]
) -> None:
    for number, text in seeds.items():
        assert cleaned[number].text == text
        assert cleaned[number].id == Document.of(name=number, text=text).id
