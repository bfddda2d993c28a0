"""Tables of Arabic: what a row must have, and how its words are matched."""

from __future__ import annotations

from importlib.resources import files

import msgspec
import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from strategies import arabic_letters, patient, spans_of
from tawatur.lang.letters import fold
from tawatur.lang.rows import any_of, load

word = st.text(arabic_letters, min_size=1, max_size=6)


class ExampleRow(msgspec.Struct, frozen=True):
    """What is asked of a row here."""

    example: str


class StrangeRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row that no table has."""

    colour: str


def test_a_row_that_does_not_fit_is_named() -> None:
    with pytest.raises(msgspec.ValidationError, match=r"\$\[\.\.\.\]\[0\]"):
        load("weekdays", StrangeRow)


def test_a_table_that_is_not_there_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"weekdaze\.toml"):
        load("weekdaze", ExampleRow)


def test_a_table_is_read_once() -> None:
    assert load("weekdays", ExampleRow) is load("weekdays", ExampleRow)


TABLES = sorted(
    table.name.removesuffix(".toml")
    for table in (files("tawatur.lang") / "ar").iterdir()
    if table.name.endswith(".toml")
)


@pytest.mark.parametrize("table", TABLES)
def test_every_row_of_every_table_has_an_example(table: str) -> None:
    rows = load(table, ExampleRow)
    assert rows
    assert [row for row in rows if not regex.search(r"\p{L}", row.example)] == []


@given(st.lists(word, min_size=1, max_size=8))
@patient
def test_any_of_matches_each_of_its_words_and_the_longest_first(words: list[str]) -> None:
    pattern = regex.compile(any_of(words))
    for each in words:
        found = pattern.match(fold(each))
        assert found is not None
        assert found[0] == fold(each)


@given(st.data(), st.lists(word, min_size=1, max_size=4))
@patient
def test_any_of_matches_nothing_else(data: st.DataObject, words: list[str]) -> None:
    one = data.draw(st.sampled_from(words))
    part = data.draw(spans_of(one)).of(one)
    whole = regex.compile(any_of(words)).fullmatch(fold(part))
    assert bool(whole) == (fold(part) in {fold(each) for each in words})


def test_what_is_special_in_a_pattern_is_only_a_letter_in_a_row() -> None:
    assert regex.fullmatch(any_of(["أ.ف.ب", "(واع)", "U.N"]), "(واع)")
    assert not regex.fullmatch(any_of(["أ.ف.ب"]), "اxفxب")


def test_the_order_of_rows_does_not_change_a_pattern() -> None:
    assert any_of(["قال", "قالت", "قال"]) == any_of(["قالت", "قال"])
