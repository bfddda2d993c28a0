"""The table is one line an event, safe to open in a spreadsheet."""

from __future__ import annotations

import json

from msgspec.structs import replace

from show.sample import SAMPLE
from tawatur.keep.record import Record
from tawatur.show.table import rows, table, table_json


def _with_title(title: str) -> Record:
    event = replace(SAMPLE.events[0], title=title)
    return Record(manifest=SAMPLE.manifest, events=(event,))


def test_there_is_a_line_for_each_event_and_a_header() -> None:
    lines = table(SAMPLE).splitlines()
    assert len(lines) == 1 + len(SAMPLE.events)
    assert {line.count("\t") for line in lines} == {lines[0].count("\t")}


def test_what_is_not_known_is_empty() -> None:
    cells = dict(
        zip(*(line.split("\t") for line in table(_with_title("هجوم")).splitlines()), strict=True)
    )
    assert cells["place"] == ""
    assert cells["weekday"] == "1"


def test_a_tab_or_a_line_break_never_breaks_the_table() -> None:
    assert "هجوم على حاجز" in table(_with_title("هجوم\tعلى\nحاجز"))


def test_no_cell_is_taken_for_a_formula() -> None:
    assert "\t'=1+1\t" in table(_with_title("=1+1"))


def test_an_open_number_stays_open() -> None:
    assert rows(SAMPLE)[0].amounts == "killed 3+ | injured 2"


def test_machines_get_the_same_rows_as_json() -> None:
    read = [json.loads(line) for line in table_json(SAMPLE).splitlines()]
    assert [row["id"] for row in read] == [row.id for row in rows(SAMPLE)]
    assert read[2]["begins"] == "2017-10-17"
