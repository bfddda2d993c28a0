"""The hand-made answer key of the demonstration, and how a record is scored against it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations
from typing import Any, Literal

from demo.conftest import DEMO
from tawatur import Record
from tawatur.lang.letters import fold
from tawatur.model import Claim, Event, When

Row = Mapping[str, Any]
KEY: Row = json.loads((DEMO / "expected.json").read_text(encoding="utf-8"))
HAPPENINGS: Mapping[str, Row] = {each["id"]: each for each in KEY["events"]}
Verdict = Literal["right", "open", "wrong"]


def document_name(file: str) -> str:
    """Name the document of a file of the key, as the record does.

    >>> document_name("13-export.jsonl#dft-88213"), document_name("01-barzayi.html")
    ('dft-88213', '01-barzayi')
    """
    name, _, row = file.partition("#")
    return row or name.rpartition(".")[0]


def names_of(files: Iterable[str]) -> set[str]:
    """Name the documents of some files of the key."""
    return {document_name(file) for file in files}


def verdicts(record: Record) -> dict[str, Verdict]:
    """Judge the day of publication of each document of the key."""
    whens = {document.name: document.published for document in record.documents}
    refused = {
        document_name(file): row for file, row in KEY["how_dated"]["cannot_be_dated"].items()
    }
    return {
        name: _refusal(whens[name], refused[name]) if day is None else _verdict(whens[name], day)
        for name, day in (
            (document_name(file), day) for file, day in KEY["dated_documents"].items()
        )
    }


def _verdict(when: When, told: str) -> Verdict:
    """An interval that holds the day is open; one that excludes it is as wrong as a wrong day."""
    day = date.fromisoformat(told)
    if when.day is not None:
        return "right" if when.day == day else "wrong"
    within = (when.begins or date.min) <= day <= (when.ends or date.max)
    return "open" if within and when.weekday in {None, day.weekday()} else "wrong"


def _refusal(when: When, row: Row) -> Verdict:
    """A day must not be named, and no day excluded that the key leaves possible."""
    low, high = map(date.fromisoformat, row["between"])
    begins, ends = when.begins or date.min, when.ends or date.max
    if when.day is not None or begins > low or ends < high:
        return "wrong"
    return "right" if (begins, ends) == (low, high) else "open"


def found_for(record: Record) -> dict[str, Event | None]:
    """Find each main happening of the key in the record; one event answers for one happening."""
    names = {document.id: document.name for document in record.documents}
    taken: set[str] = set()
    found: dict[str, Event | None] = {}
    for row in (each for each in KEY["events"] if each["main"]):
        known = names_of((*row["files"], *row.get("mentioned_in", ())))

        def closeness(event: Event, known: set[str] = known) -> tuple[int, int]:
            told = {names[document] for document in event.documents}
            return len(told & known) - len(told - known), len(event.claims)

        fitting = [
            event
            for event in record.events
            if event.id not in taken and _fits(event, row, record, names)
        ]
        best = max(fitting, key=closeness, default=None)
        taken |= {best.id} if best else set()
        found[row["id"]] = best
    return found


def _fits(event: Event, row: Row, record: Record, names: Mapping[str, str]) -> bool:
    told = {names[document] for document in event.documents}
    return (
        event.type in row["types"]
        and event.status == row["status"]
        and bool(told & names_of(row["files"]))
        and (not row["place"] or any_named(row["place"], event.places, record))
        and event.when.day in {None, _day(row)}
    )


def _day(row: Row) -> date | None:
    return date.fromisoformat(row["date"]) if row["date"] else None


def any_named(wanted: Iterable[str], ids: Iterable[str | None], record: Record) -> bool:
    """Tell whether one of the entities has one of the names."""
    held = set(ids)
    names = {fold(name.text) for each in record.entities if each.id in held for name in each.names}
    return any(fold(want) in names for want in wanted)


Tell = Callable[[Claim, Row, Record], bool]


def _status(claim: Claim, row: Row, _record: Record) -> bool:
    return claim.status in {
        row["status"],
        *(at["status"] for at in row.get("status_over_time", ())),
    }


def _people(claim: Claim, row: Row, record: Record) -> bool:
    return any_named(row["participants"], (*claim.actors, *claim.recipients), record)


def _place(claim: Claim, row: Row, record: Record) -> bool:
    return any_named(row["place"], [claim.place], record)


def _same_day(claim: Claim, row: Row, _record: Record) -> bool:
    return claim.when.day is not None and claim.when.day == _day(row)


TELLS: tuple[tuple[str, Tell], ...] = (
    ("status", _status),
    ("participants", _people),
    ("place", _place),
    ("date", _same_day),
)
"""What tells two happenings apart that one report may tell of, where the key has it for both. The
day comes last: a wrong merge would move it."""


def answer(claim: Claim, name: str, pair: Iterable[str], record: Record) -> str | None:
    """Say which of two happenings a claim answers to: by its report and type, and where those fit
    both, by the first thing that fits one of them. None where it fits neither or does not tell.
    """
    fitting = [
        row
        for row in (HAPPENINGS[happening] for happening in pair)
        if claim.type in row["types"]
        and name in names_of((*row["files"], *row.get("mentioned_in", ())))
    ]
    for slot, tell in TELLS:
        if len(fitting) > 1 and all(row.get(slot) for row in fitting):
            fitting = [row for row in fitting if tell(claim, row, record)] or fitting
    return fitting[0]["id"] if len(fitting) == 1 else None


def merged_wrongly(record: Record, events: Iterable[Event]) -> Iterator[tuple[str, str, str]]:
    """Yield each of the events that holds claims of two happenings that must not merge."""
    claims = {claim.id: claim for claim in record.claims}
    names = {document.id: document.name for document in record.documents}
    for event in events:
        for left, right in KEY["must_not_merge"]:
            told = {
                answer(claims[each], names[claims[each].document], (left, right), record)
                for each in event.claims
            }
            if {left, right} <= told:
                yield event.title, left, right


def entities_by_name(record: Record) -> dict[str, set[str]]:
    """Find which entities a spelling leads to: as one of their names, or as words of a report."""
    found: dict[str, set[str]] = {}
    for entity in record.entities:
        for name in entity.names:
            found.setdefault(fold(name.text), set()).add(entity.id)
    for marks in record.marks:
        for mark in marks.names:
            if mark.entity is not None:
                found.setdefault(fold(mark.words), set()).add(mark.entity)
    return found


def variants(record: Record) -> Iterator[tuple[str, Verdict]]:
    """Judge each group of spellings of one name; those that the record does not hold say nothing."""
    by_name = entities_by_name(record)
    for group in KEY["variants_that_are_one"]:
        seen = [by_name[fold(name)] for name in group if fold(name) in by_name]
        apart = any(left.isdisjoint(right) for left, right in combinations(seen, 2))
        yield group[0], "wrong" if apart else "right" if len(seen) > 1 else "open"


def entities_merged_wrongly(record: Record) -> Iterator[tuple[str, str]]:
    """Yield the pairs of names that lead to one entity and must not."""
    by_name = entities_by_name(record)
    for left, right in KEY["entities_must_not_merge"]:
        if by_name.get(fold(left), set()) & by_name.get(fold(right), set()):
            yield left, right


def read_from_furniture(record: Record) -> Iterator[tuple[str, str]]:
    """Yield what the key says is no event and a claim takes its happening or a figure from."""
    texts = {document.id: document for document in record.documents}
    for row in KEY["not_events"]:
        for claim in record.claims:
            document = texts[claim.document]
            if document.name == document_name(row["file"]):
                places = (claim.trigger.start, *(amount.start for amount in claim.amounts))
                if any(_stands_in(document.text, row["words"], place) for place in places):
                    yield document.name, row["words"]


def _stands_in(text: str, words: str, place: int) -> bool:
    begins = text.rfind(words, 0, place + len(words))
    return begins != -1 and begins <= place < begins + len(words)
