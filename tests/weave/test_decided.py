"""What people decided holds in every later build."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import pytest

import tawatur
from tawatur import Record
from tawatur.model import Decision, Event

BESIDE = (
    "وصل وزير الدفاع سالم العزاوي، اليوم الأربعاء، إلى قضاء كفري في محافظة ديالى العراقية على رأس وفد أمني.",
    "وصل الوزير سالم العزاوي، أمس الأربعاء، إلى قضاء كفري في محافظة ديالى العراقية.",
)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number, text in enumerate(BESIDE):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


def decide(
    verdict: Literal["same", "different", "wrong"], left: str, right: str | None
) -> Decision:
    at = datetime(2024, 1, 1, tzinfo=UTC)
    return Decision(left=left, right=right, verdict=verdict, by="an editor", at=at, why="phoned")


def visits(record: Record) -> list[Event]:
    return [event for event in record.events if event.type == "CONSULT"]


def test_two_reports_of_one_visit_are_one_event(reports: Path) -> None:
    (visit,) = visits(tawatur.build(reports, run="serial"))
    assert visit.reports == 2


def test_what_somebody_decided_is_different_stays_apart(reports: Path) -> None:
    first = tawatur.build(reports, run="serial")
    (visit,) = visits(first)
    claims = {claim.id: claim.document for claim in first.claims}
    other = next(claim for claim in visit.claims if claims[claim] != claims[visit.claims[0]])
    from tawatur.model import identify

    apart = decide("different", visit.id, identify("event", other))
    again = tawatur.build(reports, run="serial", decisions=[apart])
    homes = {claim: event.id for event in again.events for claim in event.claims}
    assert homes[visit.claims[0]] != homes[other]
    assert again.decisions == (apart,)


def test_a_claim_that_somebody_decided_is_wrong_stands_in_no_event(reports: Path) -> None:
    (visit,) = visits(tawatur.build(reports, run="serial"))
    wrong = decide("wrong", visit.claims[0], None)
    again = tawatur.build(reports, run="serial", decisions=[wrong])
    assert visit.claims[0] in {claim.id for claim in again.claims}
    assert all(visit.claims[0] not in event.claims for event in again.events)


def test_decisions_on_disk_are_honoured_by_the_next_build(reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "record"
    (visit,) = visits(tawatur.build(reports, run="serial", out=out))
    wrong = decide("wrong", visit.claims[0], None)
    tawatur.build(reports, run="serial", out=out, decisions=[wrong])
    later = tawatur.build(reports, run="serial", out=out)
    assert later.decisions == (wrong,)
    assert all(visit.claims[0] not in event.claims for event in later.events)
