"""The shipped rows: whole, sourced, and free of what may not be shipped."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files

import msgspec
import pytest
import regex

from tawatur.kb.row import Row, kinds, read_rows

ROWS = tuple(read_rows())
FOLDER = files("tawatur.kb") / "rows"
MOST_BYTES = 1_000_000
"""The wheel stays small until the full gazetteer comes as its own table."""


def _origins() -> dict[str, str]:
    table = msgspec.toml.decode((FOLDER / "origins.toml").read_bytes())
    return {origin["id"]: origin["licence"] for origin in table["origin"]}


def test_the_rows_are_small_enough_to_ship() -> None:
    assert sum(len(path.read_bytes()) for path in FOLDER.iterdir() if path.is_file()) <= MOST_BYTES


def test_no_two_rows_share_an_id() -> None:
    assert [one for one, count in Counter(row.id for row in ROWS).items() if count > 1] == []


@pytest.mark.parametrize("kind", sorted({row.kind for row in ROWS}))
def test_every_kind_of_row_is_in_the_table_of_kinds(kind: str) -> None:
    assert kind in kinds()


def test_every_row_says_where_it_comes_from_and_under_what_licence() -> None:
    origins = _origins()
    assert [row.id for row in ROWS if origins.get(row.origin) != row.licence] == []


def test_nothing_of_unshippable_origin_is_here() -> None:
    assert {row.id.split(":")[0] for row in ROWS} == {
        "country", "gn", "media", "ne", "org", "per", "place",
    }  # fmt: skip
    assert set(_origins()) == {"own", "geonames", "natural-earth", "cldr", "wikidata"}


def test_every_parent_and_claimant_and_post_s_body_is_a_row() -> None:
    known = {row.id for row in ROWS}
    named = {parent.id for row in ROWS for parent in row.within}
    named |= {parent.claimant for row in ROWS for parent in row.within if parent.claimant}
    named |= {held.organisation for row in ROWS for held in row.posts if held.organisation}
    assert sorted(named - known) == []


def test_nothing_lies_within_itself() -> None:
    within = {row.id: {parent.id for parent in row.within} for row in ROWS}
    for row in ROWS:
        seen: set[str] = set()
        waiting = list(within[row.id])
        while waiting:
            parent = waiting.pop()
            assert parent != row.id
            if parent not in seen:
                seen.add(parent)
                waiting += within.get(parent, ())


def test_coordinates_come_in_pairs_and_lie_on_the_globe() -> None:
    for row in ROWS:
        assert (row.lat is None) == (row.lon is None)
        assert row.lat is None or (-90 <= row.lat <= 90 and -180 <= (row.lon or 0) <= 180)


def test_arabic_names_are_written_in_arabic() -> None:
    written = regex.compile(r"[\p{Arabic}\p{M}\d\s().\-–A-Z]+")
    wrong = [
        name.text
        for row in ROWS
        for name in row.names
        if name.lang == "ar" and not written.fullmatch(name.text)
    ]
    assert wrong == []


def test_every_row_has_an_arabic_name_first() -> None:
    assert [row.id for row in ROWS if row.names[0].lang != "ar"] == []


def test_no_first_name_is_a_loaded_word() -> None:
    assert [row.id for row in ROWS if row.names[0].kind == "loaded"] == []


def test_days_in_office_that_nobody_checked_are_left_out() -> None:
    for row in ROWS:
        for held in row.posts:
            assert held.verified or (held.from_ is None and held.to is None)


def test_a_disputed_place_lies_in_every_administration_that_claims_it() -> None:
    makhmur = next(row for row in ROWS if row.id == "gn:93818")
    names = {row.id: row.name for row in ROWS}
    assert {names[parent.id] for parent in makhmur.within} == {"نينوى", "أربيل"}
    assert {parent.claimant for parent in makhmur.within} == {"country:IQ", "org:krg"}


def test_a_place_nobody_here_can_locate_has_no_coordinates() -> None:
    ridge = next(row for row in ROWS if row.id == "place:qarachogh")
    assert (ridge.lat, ridge.lon) == (None, None)
    assert ridge.note


def test_a_row_with_an_unknown_field_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="colour"):
        msgspec.json.decode(
            b'{"id":"a","kind":"town","names":[],"origin":"own","licence":"x","colour":1}', type=Row
        )
