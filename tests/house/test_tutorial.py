"""What the tutorial tells about the demonstration is so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import tawatur
from house.pages import DOCS
from tawatur.model import Document, Event

THE_MINISTRY_SAYS = {"03-rafid", "04-luqat", "06-mirqab"}
VISITED = {"14-rafid": "first", "15-sariya": "first", "17-barzayi": "undated"}
"""Whose delegation a report's meetings are with; 16 tells of the second and looks back to the first."""
HEAD_OF_THE_SECOND = "الحصواني"


@pytest.fixture(scope="module")
def record(demo_record: Path) -> tawatur.Record:
    return tawatur.open(demo_record)


@pytest.fixture(scope="module")
def documents(record: tawatur.Record) -> dict[str, Document]:
    return {document.name: document for document in record.documents}


@pytest.fixture(scope="module")
def attack(record: tawatur.Record) -> Event:
    return max(record.events, key=lambda event: event.reports)


def test_the_attack_has_fewer_origins_than_reports(attack: Event) -> None:
    assert attack.type == "ASSAULT"
    assert attack.when.day == date(2023, 11, 23)
    assert attack.origins < attack.reports


def test_the_fault_that_the_tutorial_admits_is_still_there(attack: Event) -> None:
    page = (DOCS / "tutorial.md").read_text(encoding="utf-8")
    admitted = "«حصيلة» (a toll) is taken for a speaker" in page
    there = any(
        each.rule == "origin: identified" and each.words == "حصيلة" for each in attack.because
    )
    assert admitted == there, "the section «What it gets wrong» is behind the code"


def test_the_tolls_of_the_attack_stay_apart(attack: Event) -> None:
    values = {(value.low, value.high) for value in attack.amounts["killed"].values}
    assert {(7, None), (10, 10)} <= values
    assert any(found.slot == "amounts.killed" for found in attack.contradictions)


def test_the_words_of_a_link_stand_in_its_report(record: tawatur.Record) -> None:
    texts = {document.id: document.text for document in record.documents}
    wrong = [
        (link.words, texts[claim.document][link.start : link.end])
        for claim in record.claims
        for link in claim.chain
        if link.start is not None and texts[claim.document][link.start : link.end] != link.words
    ]
    assert wrong == []


def test_the_outlets_that_carry_the_statement_end_with_the_ministry(
    record: tawatur.Record, attack: Event
) -> None:
    names = {document.id: document.name for document in record.documents}
    claims = [claim for claim in record.claims if claim.id in attack.claims]
    ends = {
        claim.chain[-1].entity
        for claim in claims
        if names[claim.document] in THE_MINISTRY_SAYS and claim.chain[-1].kind != "outlet"
    }
    assert len(ends) == 1


def test_a_report_without_a_date_is_dated_by_four_days_from_a_visit(
    documents: dict[str, Document],
) -> None:
    assert documents["16-daftar"].published.begins == date(2023, 12, 3)


def test_the_report_with_a_rendered_date_gets_a_weekday_and_no_day(
    documents: dict[str, Document],
) -> None:
    when = documents["17-barzayi"].published
    assert when.day is None
    assert when.weekday == 1
    assert when.ends == date(2024, 2, 6)


def test_the_wrong_month_stands_in_the_calendar_as_a_conflict(
    record: tawatur.Record, documents: dict[str, Document]
) -> None:
    reasons = [reason for line in record.calendar for reason in line.conflict]
    assert any(reason.document == documents["08-daftar"].id for reason in reasons)


def test_the_arrivals_of_three_delegations_are_never_one_event(record: tawatur.Record) -> None:
    arrivals = dict(_arrivals(record))
    assert set(arrivals.values()) == {"first", "second", "undated"}
    told = [
        {arrivals[each] for each in event.claims if each in arrivals} for event in record.events
    ]
    assert [delegations for delegations in told if len(delegations) > 1] == []


def _arrivals(record: tawatur.Record) -> Iterator[tuple[str, str]]:
    """Say of each claim of a visit or meeting which of the three delegations it is about."""
    names = {document.id: document.name for document in record.documents}
    heads = {
        entity.id
        for entity in record.entities
        if any(HEAD_OF_THE_SECOND in name.text for name in entity.names)
    }
    for claim in record.claims:
        name = names[claim.document]
        if claim.type == "CONSULT" and name in VISITED:
            yield claim.id, VISITED[name]
        elif claim.type == "CONSULT" and name == "16-daftar" and heads & set(claim.actors):
            yield claim.id, "second"


def test_the_operation_is_announced_by_one_report_and_not_begun_in_another(
    record: tawatur.Record,
) -> None:
    names = {document.id: document.name for document in record.documents}
    told = {
        (names[document], event.status, event.when.day)
        for event in record.events
        for document in event.documents
    }
    assert ("14-rafid", "planned", date(2023, 12, 2)) in told
    assert ("16-daftar", "not_happened") in {(name, status) for name, status, _ in told}


def test_reports_in_other_languages_are_kept_and_not_coded(
    record: tawatur.Record, documents: dict[str, Document]
) -> None:
    others = {documents["09-ledger"].id, documents["10-barzayi-ckb"].id}
    assert documents["09-ledger"].language == "en"
    assert documents["10-barzayi-ckb"].language == "ckb"
    assert [claim for claim in record.claims if claim.document in others] == []
