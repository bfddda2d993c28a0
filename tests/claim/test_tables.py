"""Every row of the coder's tables is needed by its own example."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from _pytest.mark.structures import ParameterSet
from msgspec.structs import replace

from dropping import needed
from tawatur.claim.arguments import CarrierRow
from tawatur.claim.places import ElsewhereRow
from tawatur.claim.pointing import BodyRow
from tawatur.claim.scene import ClauseRow
from tawatur.claim.sides import SideRow
from tawatur.claim.status import StatusRow
from tawatur.flow import EACH_REPORT
from tawatur.lang import rows
from tawatur.model import Document, Report, Trouble
from tawatur.run.serial import Serial
from tawatur.stage import Flow

TABLES: dict[str, Any] = {
    "carriers": CarrierRow,
    "clauses": ClauseRow,
    "elsewhere": ElsewhereRow,
    "pointing_bodies": BodyRow,
    "sides": SideRow,
    "status": StatusRow,
}
AFTER_CLEANING = Flow(EACH_REPORT.stages[2:])


def told(text: str) -> object:
    """Read a sentence to its claims: what they say, and what is said of their days."""
    document = replace(Document.of(name="example", text=text), language="ar")
    failed: list[Trouble] = []
    reports: list[Report] = list(AFTER_CLEANING.run([document], Serial(), failed.append))
    assert failed == []
    (report,) = reports
    claims = [replace(claim, because=()) for claim in report.claims]
    return claims, report.mentions, report.constraints


def _rows(table: str) -> Iterator[ParameterSet]:
    for number, row in enumerate(rows.load(table, TABLES[table]), 1):
        yield pytest.param(table, row, id=f"{table}-{number}")


@pytest.mark.parametrize(("table", "row"), [each for table in TABLES for each in _rows(table)])
def test_every_row_is_needed_by_its_own_example(table: str, row: Any) -> None:
    assert needed(table, row, told)
