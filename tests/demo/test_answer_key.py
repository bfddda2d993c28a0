"""The record of the demonstration against the answers that were made by hand.

The corpus was written for this library and is looked at while it is improved: the scores are in-sample.
"""

from __future__ import annotations

from collections import Counter

from msgspec.structs import replace

from demo.key import (
    KEY,
    entities_merged_wrongly,
    found_for,
    merged_wrongly,
    read_from_furniture,
    variants,
    verdicts,
)
from tawatur import Record

# Floors only rise; all of 2026-11-22.
DAYS_RIGHT = 12
"""Documents with the day of the key, of 18."""
EVENTS_FOUND = 8
"""Main happenings of the key with their type, status, place and one of their reports, of 11."""
NAMES_ONE = 3
"""Groups of spellings of which the record holds two or more, all of one entity, of 7."""


FURNITURE_READ = 1
"""Headlines of sidebars and readers' comments that a claim takes something from; only falls."""


def test_no_document_gets_a_wrong_day(record: Record) -> None:
    assert [name for name, verdict in verdicts(record).items() if verdict == "wrong"] == []


def test_most_documents_get_their_day(record: Record) -> None:
    found = verdicts(record)
    counted = Counter(found.values())
    missed = [name for name, verdict in found.items() if verdict != "right"]
    assert counted["right"] >= DAYS_RIGHT, f"{dict(counted)}, not right: {missed}"


def test_the_report_that_nothing_dates_keeps_its_weekday_and_no_day(record: Record) -> None:
    [row] = KEY["how_dated"]["cannot_be_dated"].values()
    [when] = [each.published for each in record.documents if each.name == "17-barzayi"]
    assert (when.day, when.weekday, str(when.ends)) == (None, 1, row["between"][1])


def test_most_main_events_are_found(record: Record) -> None:
    found = found_for(record)
    missed = [name for name, event in found.items() if event is None]
    assert len(found) - len(missed) >= EVENTS_FOUND, f"missed: {missed}"


def test_what_must_not_merge_stays_apart(record: Record) -> None:
    assert list(merged_wrongly(record, record.events)) == []


def test_one_event_of_all_claims_is_noticed_for_every_pair(record: Record) -> None:
    everything = tuple(claim.id for claim in record.claims)
    merged = replace(record.events[0], claims=everything)
    noticed = [[left, right] for _, left, right in merged_wrongly(record, [merged])]
    assert noticed == KEY["must_not_merge"]


def test_the_spellings_of_a_name_lead_to_one_entity(record: Record) -> None:
    found = dict(variants(record))
    missed = [name for name, verdict in found.items() if verdict == "wrong"]
    one = sum(verdict == "right" for verdict in found.values())
    assert one >= NAMES_ONE, f"{one} are one, apart: {missed}"


def test_who_must_not_be_taken_for_one_another_are_two(record: Record) -> None:
    assert list(entities_merged_wrongly(record)) == []


def test_sidebars_and_comments_are_not_events(record: Record) -> None:
    read = sorted(set(read_from_furniture(record)))
    assert len(read) <= FURNITURE_READ, read
