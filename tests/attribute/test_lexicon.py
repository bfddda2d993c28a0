"""Every row is needed by its own example, and every form of a verb is known."""

from __future__ import annotations

from typing import Any

import pytest

from tawatur.attribute import find_attributions
from tawatur.attribute.lexicon import TABLES, Lexicon, lexicon, read_tables
from tawatur.attribute.verbs import VerbRow, forms_of
from tawatur.mark.page import Page
from tawatur.model import Attribution, Marks

ROWS = read_tables()
NAMED = [name for name in TABLES if name != "speaker_classes"]


def said_with(text: str, known: Lexicon) -> list[Attribution]:
    return list(find_attributions(Page.of_text(text), Marks(document="example"), known))


@pytest.mark.parametrize("table", NAMED)
def test_every_row_is_needed_by_its_own_example(table: str) -> None:
    rows: tuple[Any, ...] = ROWS[table]
    idle = []
    for at, row in enumerate(rows):
        without = Lexicon.of({**ROWS, table: rows[:at] + rows[at + 1 :]})
        if said_with(row.example, lexicon()) == said_with(row.example, without):
            idle.append(row.example)
    assert idle == []


@pytest.mark.parametrize("row", ROWS["speaker_classes"], ids=lambda row: row.name)
def test_every_class_is_that_of_its_example(row: Any) -> None:
    assert row.name in {said.class_ for said in said_with(row.example, lexicon())}


def test_every_class_that_a_row_gives_is_listed() -> None:
    listed = {row.name for row in ROWS["speaker_classes"]}
    given = {row.class_ for table in ("speakers", "speaker_qualities") for row in ROWS[table]}
    assert given <= listed


@pytest.mark.parametrize(
    ("form", "gender", "number"),
    [
        ("قال", "m", "sg"),
        ("قالت", "f", "sg"),
        ("قالا", "m", "du"),
        ("قالوا", "m", "pl"),
        ("يقولون", "m", "pl"),
        ("تقول", "f", "sg"),
        ("نفت", "f", "sg"),
        ("نفوا", "m", "pl"),
        ("يدعون", "m", "pl"),
        ("مؤكدة", "f", "sg"),
        ("مؤكدين", "m", "pl"),
        ("نافيا", "m", "sg"),
    ],
)
def test_a_form_says_who_can_be_its_subject(form: str, gender: str, number: str) -> None:
    from tawatur.lang.letters import fold

    saying = lexicon().verbs[fold(form)]
    assert (saying.gender, saying.number) == (gender, number)


def test_an_object_may_be_written_onto_a_verb() -> None:
    forms = forms_of([VerbRow(verb="أعلن", imperfect="يعلن", takes=("that",), example="")])
    assert forms["اعلنته"].has_object
    assert forms["اعلنوه"].number == "pl"
    assert not forms["اعلنت"].has_object
