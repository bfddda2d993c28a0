"""The timeline reads in a terminal, in order of time, with Arabic kept apart from Latin."""

from __future__ import annotations

import pytest
import regex

from show.sample import SAMPLE
from tawatur.errors import SetupError
from tawatur.show.timeline import isolated, timeline


def test_events_come_in_the_order_of_time_and_the_undated_last() -> None:
    page = timeline(SAMPLE)
    places = [
        page.index(words)
        for words in (
            "2023-03-14 Tuesday",
            "2023-03-16 Thursday",
            "without a known date",
            "a Sunday, 2017-10-17 … 2024-05-07",
        )
    ]
    assert places == sorted(places)


def test_a_title_stands_alone_on_its_line() -> None:
    lines = [line.strip() for line in timeline(SAMPLE).splitlines()]
    for event in SAMPLE.events:
        assert isolated(event.title) in lines


def test_arabic_inside_a_latin_line_stands_between_isolates() -> None:
    for line in timeline(SAMPLE).splitlines():
        outside = regex.sub("\u2068[^\u2069]*\u2069", "", line)
        assert not regex.search(r"\p{Arabic}", outside), line


def test_no_line_is_wider_than_asked() -> None:
    assert max(map(len, timeline(SAMPLE, width=80).splitlines())) <= 80 + 2 * 8  # the isolates


def test_without_colour_there_is_no_escape() -> None:
    assert "\x1b" not in timeline(SAMPLE)
    assert "\x1b[" in timeline(SAMPLE, colour=True)


def test_reports_and_origins_are_told_apart() -> None:
    assert "4 reports ← 3 independent origins" in timeline(SAMPLE)


def test_rival_numbers_stand_beside_their_outlets() -> None:
    assert (
        "3+ \u2068صدى السفوح\u2069; 5 \u2068وكالة الربوة\u2069, \u2068جريدة المرفأ\u2069; 7 \u2068منبر الضفاف\u2069"
        in timeline(SAMPLE)
    )


def test_a_contradiction_takes_one_line() -> None:
    assert "cannot both hold, status: happened / denied" in timeline(SAMPLE)


def test_the_interface_speaks_arabic_when_asked() -> None:
    page = timeline(SAMPLE, lang="ar")
    assert "أصلان مستقلان" in page
    assert "happened" not in page


def test_a_language_that_the_interface_does_not_speak_is_refused() -> None:
    with pytest.raises(SetupError, match="'fr'"):
        timeline(SAMPLE, lang="fr")
