"""What an earlier version wrote can be read for ever."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from keep.frozen import FROZEN, RECORDS, VERSIONS, lines_of
from tawatur.keep.files import FILES
from tawatur.keep.record import Record, open_record
from tawatur.model import Manifest


@pytest.fixture(scope="module")
def record() -> Record:
    return open_record(FROZEN)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_record_of_an_earlier_version_opens(version: str) -> None:
    opened = open_record(RECORDS / version)
    assert opened.manifest.version == version
    assert min(opened.counts().values()) > 0


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("kind", [*FILES, "manifest"])
def test_nothing_of_an_earlier_record_is_lost_in_reading(version: str, kind: str) -> None:
    noun = Manifest if kind == "manifest" else FILES[kind]
    for line in lines_of(RECORDS / version, kind):
        again = json.loads(msgspec.json.encode(msgspec.json.decode(line, type=noun)))
        assert _lost(json.loads(line), again) == []


def _lost(before: Any, after: Any, where: str = "$") -> list[str]:
    """Name what stood there before and is not there now; new fields may be added."""
    if isinstance(before, dict) and isinstance(after, dict):
        return [
            each
            for key, value in before.items()
            for each in _lost(value, after.get(key), f"{where}.{key}")
        ]
    if isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        pairs = zip(before, after, strict=True)
        return [each for n, pair in enumerate(pairs) for each in _lost(*pair, f"{where}[{n}]")]
    return [] if before == after else [where]


def test_spans_of_the_frozen_record_hold_its_words(record: Record) -> None:
    texts = {document.id: document.text for document in record.documents}
    placed = [
        (texts[marks.document], mark.start, mark.end, mark.words)
        for marks in record.marks
        for mark in (*marks.names, *marks.roles, *marks.times, *marks.numbers)
    ]
    placed += [
        (texts[claim.document], amount.start, amount.end, amount.words)
        for claim in record.claims
        for amount in claim.amounts
    ]
    placed += [
        (texts[reason.document], reason.start or 0, reason.end or 0, reason.words)
        for reason in _reasons(record)
        if reason.document is not None
    ]
    assert len(placed) > 20
    assert [words for text, start, end, words in placed if text[start:end] != words] == []


def _reasons(record: Record) -> Iterator[Any]:
    for document in record.documents:
        yield from (*document.because, *document.published.because)
    for claim in record.claims:
        yield from (*claim.because, *claim.when.because)
    for line in record.calendar:
        yield from (*line.because, *line.conflict)


def test_a_frozen_date_is_still_that_date(record: Record) -> None:
    days = {str(claim.when.day) for claim in record.claims if claim.when.day}
    assert days == {"2023-03-14", "2023-03-16"}


def test_a_frozen_decision_is_still_that_decision(record: Record) -> None:
    first = record.decisions[0]
    assert (first.verdict, first.by, first.at.isoformat()) == (
        "different", "salma", "2023-04-02T09:30:00+00:00",
    )  # fmt: skip
