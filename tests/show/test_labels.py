"""Every word of the interface exists in both languages."""

from __future__ import annotations

from importlib.resources import files

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from tawatur.show.labels import _table, counted, label, labels, remark

SOURCES = [path for path in (files("tawatur.show")).iterdir() if path.name.endswith(".py")]


def test_no_key_is_listed_twice() -> None:
    keys = [row.key for row in labels()]
    assert len(keys) == len(set(keys))


def test_every_label_says_something_in_both_languages() -> None:
    assert [row.key for row in labels() if not (row.ar.strip() and row.en.strip())] == []


def test_every_key_that_the_code_asks_for_is_listed() -> None:
    known = {row.key for row in labels()}
    groups = {key.partition(".")[0] for key in known}
    for path in SOURCES:
        asked = regex.findall(r'"([a-z]+\.[a-z_]+)"', path.read_text(encoding="utf-8"))
        missing = {key for key in asked if key.partition(".")[0] in groups} - known
        assert not missing, (path.name, missing)


def test_every_label_of_the_page_is_asked_for() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in SOURCES)
    open_groups = {
        "type",
        "mode",
        "status",
        "what",
        "link",
        "kind",
        "slot",
        "grade",
        "rule",
        "words",
        "distance",
    }
    composed = {"filter.type", "filter.story"}
    for row in _table().label:
        if row.key.partition(".")[0] not in open_groups and row.key not in composed:
            assert f'"{row.key}"' in code, row.key


def test_a_remark_is_said_part_by_part() -> None:
    said = remark("01-sada: a text comes out on its day or at most 2 days later", "ar")
    assert said == "01-sada: يُنشر النص في يومه أو بعده بيومين على الأكثر"
    assert remark("same day +0.4; خبر آخر", "ar") == "اليوم واحد +0.4؛ خبر آخر"


def test_a_key_of_a_later_version_is_shown_as_it_stands() -> None:
    assert label("kind.new_kind", "ar") == "new kind"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "لا أحداث"),
        (1, "حدث واحد"),
        (2, "حدثان"),
        (3, "3 أحداث"),
        (10, "10 أحداث"),
        (11, "11 حدثًا"),
        (99, "99 حدثًا"),
        (100, "100 حدث"),
        (103, "103 أحداث"),
        (1000, "1,000 حدث"),
    ],
)
def test_arabic_counts_in_six_ways(number: int, said: str) -> None:
    assert counted("events", number, "ar") == said


@given(st.integers(min_value=0, max_value=10**9))
def test_every_number_has_a_form(number: int) -> None:
    for count in _table().count:
        assert counted(count.key, number, "ar") or (count.key, number) == ("left_out", 0)
        assert counted(count.key, number, "en")
