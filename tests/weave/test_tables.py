"""Every row of the words that titles are made of is needed by its own example."""

from __future__ import annotations

import pytest
import regex

from dropping import needed
from tawatur.lang.rows import load
from tawatur.model import Entity, Name
from tawatur.weave.titles import HappeningRow, title_of

ROWS = [pytest.param(row, id=row.family) for row in load("happenings", HappeningRow)]


def written_again(row: HappeningRow, example: str) -> str:
    """Read who, whom and where off a title, and write it again with the rows there are."""
    led = ((f"{led} " if led else "") for led in (row.actor, row.recipient, row.place))
    slots = regex.fullmatch("".join([row.noun, *(f"(?: {each}(.+?))?" for each in led)]), example)
    assert slots is not None, f"{example} is no title of {row.family}"
    actor, recipient, place = slots.groups()
    actors, recipients = ((each,) if each else () for each in (actor, recipient))
    entities = {
        name: Entity(id=name, kind="person", names=(Name(text=name),))
        for name in filter(None, slots.groups())
    }
    return title_of(row.family, "REQUEST", actors, recipients, place, entities)


@pytest.mark.parametrize("row", ROWS)
def test_every_row_writes_its_own_example(row: HappeningRow) -> None:
    assert written_again(row, row.example) == row.example


@pytest.mark.parametrize("row", ROWS)
def test_every_row_is_needed_by_its_own_example(row: HappeningRow) -> None:
    assert needed("happenings", row, lambda example: written_again(row, example))
