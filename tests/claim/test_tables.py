"""Every row of the coder's tables is needed by its own example."""

from __future__ import annotations

from functools import reduce
from typing import Any

import pytest
from msgspec.structs import replace

from dropping import needed
from tawatur.claim.arguments import CarrierRow
from tawatur.claim.places import ElsewhereRow
from tawatur.claim.pointing import BodyRow
from tawatur.claim.scene import ClauseRow
from tawatur.claim.sides import SideRow
from tawatur.claim.status import StatusRow
from tawatur.claim.timing import OrderRow
from tawatur.flow import EACH_REPORT
from tawatur.lang.rows import load
from tawatur.model import Document, Report

TABLES: dict[str, type[Any]] = {
    "carriers": CarrierRow,
    "clauses": ClauseRow,
    "elsewhere": ElsewhereRow,
    "orders": OrderRow,
    "pointing_bodies": BodyRow,
    "sides": SideRow,
    "status": StatusRow,
}
AFTER_CLEANING = EACH_REPORT.stages[2:]


def told(text: str) -> object:
    """Read a sentence to its claims: what they say, and what is said of their days."""
    document = replace(Document.of(name="example", text=text), language="ar")
    reports: list[Any] = reduce(
        lambda batch, stage: list(stage.make()(batch)), AFTER_CLEANING, [document]
    )
    report: Report = reports[0]
    claims = [replace(claim, because=()) for claim in report.claims]
    return claims, report.mentions, report.constraints


@pytest.mark.parametrize(
    ("table", "row"),
    [
        pytest.param(table, row, id=f"{table}-{row.words[0]}")
        for table, kind in TABLES.items()
        for row in load(table, kind)
    ],
)
def test_every_row_is_needed_by_its_own_example(table: str, row: Any) -> None:
    assert needed(table, row, told)
