"""The five seed reports, end to end: what the record must say of them."""

from __future__ import annotations

import json
import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import tawatur
from seeds.scoring import merged_wrongly, score
from tawatur import Record
from tawatur.lang.letters import fold

pytestmark = pytest.mark.corpus

ANCHOR = {"000_b8121441e65e2a4a": "2021-12-08"}
FOUND_FLOOR = 13
"""Main gold events found with a type and status that the gold accepts, of 14, as of 2026-11-22; the
issue asked for 11. It only rises."""


@pytest.fixture(scope="module")
def gold_events(gold: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((gold / "seed_events.json").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def record(corpora: Path) -> Record:
    return tawatur.build(corpora / "seeds", published=ANCHOR, run="serial")


@pytest.fixture(scope="module")
def unanchored(corpora: Path) -> Record:
    return tawatur.build(corpora / "seeds", run="serial")


def test_most_main_events_are_found(record: Record, gold_events: dict[str, Any]) -> None:
    found = score(record, gold_events)
    assert sum(each.event is not None for each in found) >= FOUND_FLOOR, [
        each.gold for each in found if each.event is None
    ]


def test_every_event_that_is_found_has_the_right_date(
    record: Record, gold_events: dict[str, Any]
) -> None:
    wrong = [each.gold for each in score(record, gold_events) if each.event and not each.dated]
    assert wrong == []


def test_what_must_not_merge_stays_apart(
    record: Record, gold_events: dict[str, Any], gold: Path
) -> None:
    clusters = json.loads((gold / "coreferent_events.json").read_text(encoding="utf-8"))["items"]
    assert list(merged_wrongly(record, gold_events, clusters)) == []


def test_the_visit_dates_three_reports(record: Record) -> None:
    days = {document.name[:3]: document.published.day for document in record.documents}
    assert days["000"] == days["003"] == date(2021, 12, 8)
    assert days["002"] == date(2021, 12, 12)


def test_report_004_stays_a_sunday(record: Record) -> None:
    (report,) = [each for each in record.documents if each.name.startswith("004")]
    assert report.published.weekday == 6
    assert report.published.day is None


def test_report_001_stays_a_tuesday_and_says_why_its_header_is_rejected(record: Record) -> None:
    (report,) = [each for each in record.documents if each.name.startswith("001")]
    assert report.published.weekday == 1
    assert report.published.day is None
    assert report.published.begins == date(2017, 10, 17)
    assert report.published.ends == date(2024, 5, 7)
    (header,) = [each for each in report.page_dates if each.date == date(2024, 5, 8)]
    assert not header.trusted
    assert header.why


def test_report_001_shares_no_event_with_another_report(record: Record) -> None:
    (report,) = [each for each in record.documents if each.name.startswith("001")]
    held = [event for event in record.events if report.id in event.documents]
    assert held
    assert all(event.documents == (report.id,) for event in held)


def test_without_an_anchor_002_is_still_four_days_after_000_and_003(unanchored: Record) -> None:
    names = {document.id: document.name[:3] for document in unanchored.documents}
    apart = {}
    for line in unanchored.calendar:
        if line.left in names and line.right in names and line.days_low == line.days_high:
            assert line.days_low is not None
            apart[names[line.left], names[line.right]] = line.days_low
            apart[names[line.right], names[line.left]] = -line.days_low
    assert apart["000", "002"] == 4
    assert apart["003", "002"] == 4
    assert apart["000", "003"] == 0


def test_every_span_that_is_quoted_equals_the_text(record: Record) -> None:
    texts = {document.id: document.text for document in record.documents}
    quoted = 0
    for marks in record.marks:
        for mark in (*marks.names, *marks.roles, *marks.times, *marks.numbers):
            assert texts[marks.document][mark.start : mark.end] == mark.words
            quoted += 1
    for claim in record.claims:
        for amount in claim.amounts:
            assert texts[claim.document][amount.start : amount.end] == amount.words
            quoted += 1
        for link in claim.chain:
            if link.start is not None:
                assert texts[claim.document][link.start : link.end] == link.words
                quoted += 1
        for reason in (*claim.because, *claim.when.because):
            if reason.document is not None:
                assert texts[reason.document][reason.start : reason.end] == reason.words
                quoted += 1
    assert quoted > 500


@pytest.mark.parametrize("forms", range(7))
def test_spellings_of_one_name_are_one_entity(
    record: Record, gold_events: dict[str, Any], forms: int
) -> None:
    spellings = gold_events["variants_that_are_one"][forms]
    holders = [
        {
            entity.id
            for entity in record.entities
            if any(fold(spelling) in fold(name.text) for name in entity.names)
        }
        for spelling in spellings
    ]
    assert set.intersection(*holders), spellings


def test_two_generals_with_one_given_name_stay_two(
    record: Record, gold_events: dict[str, Any]
) -> None:
    for left, right in gold_events["must_not_merge"]:
        both = [
            entity
            for entity in record.entities
            if {fold(left), fold(right)} <= {fold(name.text) for name in entity.names}
        ]
        assert both == [], (left, right)


def test_the_order_of_the_files_changes_nothing(corpora: Path, tmp_path: Path) -> None:
    files = sorted((corpora / "seeds").glob("*.txt"))
    shuffled = random.Random(7).sample(files, len(files))
    tawatur.build(files, out=tmp_path / "a", published=ANCHOR, run="serial")
    tawatur.build(shuffled, out=tmp_path / "b", published=ANCHOR, run="pool", workers=2)
    for path in sorted((tmp_path / "a").glob("*.json*")):
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes(), path.name
