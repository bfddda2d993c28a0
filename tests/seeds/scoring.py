"""How a record of the five seed reports is scored against the hand-made gold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from tawatur import Record
from tawatur.lang.letters import fold
from tawatur.model import Event

CLUSTERS = {
    "khidir-jija-attack": "E_ATTACK_KJ",
    "saturday-meeting-baghdad-erbil": "E_MTG_004",
    "kadhimi-tueller": "E_MTG_TUELLER",
    "basra-bombing": "E_BASRA_BOMBING",
    "kadhimi-visit-makhmur": "E_VISIT",
    "kadhimi-barzani-meeting": "E_ERBIL_MTG",
    "kifri-operation": "E_KIFRI_OP",
    "ten-air-strikes": "E_STRIKES_002",
    "delegation-makhmur-sunday": "E_ARRIVAL_002",
    "chiefs-of-staff-makhmur": "E_MTG_CHIEFS",
    "operation-not-launched": "E_JOINT_OP_PLANNED",
    "kadhimi-basra-visit": "E_BASRA_VISIT",
    "recent-attacks-north": "E_ATTACK_SERIES",
    "peshmerga-withdrawal-2017": "E_PESH_WITHDRAWAL",
    "kadhimi-commanders-makhmur": "E_MAKHMUR_CMD_MTG",
    "sunday-meeting-planned": "E_MTG_002",
}
"""The gold's events and its clusters of mentions: one happening under two names."""


class Found(NamedTuple):
    """A gold event, the record's event for it, and whether the date is right."""

    gold: str
    event: Event | None
    dated: bool


def score(record: Record, gold: Mapping[str, Any]) -> list[Found]:
    """Find each main gold event in the record; one event answers for one gold event."""
    names = {document.id: document.name for document in record.documents}
    taken: set[str] = set()
    found: list[Found] = []
    for wanted in (each for each in gold["events"] if each["main"]):
        fitting = [
            event
            for event in record.events
            if event.id not in taken and _fits(event, wanted, record, names)
        ]
        best = max(
            fitting, key=lambda event: (dated_right(event, wanted), len(event.claims)), default=None
        )
        if best is not None:
            taken.add(best.id)
        found.append(Found(wanted["id"], best, best is not None and dated_right(best, wanted)))
    return found


def _fits(
    event: Event, wanted: Mapping[str, Any], record: Record, names: Mapping[str, str]
) -> bool:
    documents = {names[document] for document in event.documents}
    who = _names((*event.actors, *event.recipients), record)
    people = [*wanted.get("participants", ()), *wanted.get("actors", ())]
    figures = {value.low for amount in event.amounts.values() for value in amount.values}
    return (
        event.type in wanted["types"]
        and event.status in {wanted["status"], *wanted.get("status_also", ())}
        and documents <= set(wanted["documents"])
        and (not wanted.get("place") or _any_in(wanted["place"], _names(event.places, record)))
        and (not people or _any_in(people, who))
        and wanted.get("killed", 0) in {0, *figures}
        and wanted.get("count", 0) in {0, *figures}
    )


def _names(ids: Iterable[str], record: Record) -> set[str]:
    held = set(ids)
    return {
        fold(name.text) for entity in record.entities if entity.id in held for name in entity.names
    }


def _any_in(wanted: Iterable[str], names: Iterable[str]) -> bool:
    return any(fold(want) in name for want in wanted for name in names)


def dated_right(event: Event, wanted: Mapping[str, Any]) -> bool:
    """Tell whether the date is what a careful reader with one anchor can know, and no more."""
    when = event.when
    if wanted["date"] and "outside_knowledge" not in wanted:
        return bool(when.day == date.fromisoformat(wanted["date"]))
    if wanted["date"]:
        day = date.fromisoformat(wanted["date"])
        return when.day in {None, day} and when.weekday in {None, day.weekday()}
    if when.day is not None:
        return False
    low, high = wanted.get("date_between", (None, None))
    return not (
        (low and when.ends and when.ends < date.fromisoformat(low))
        or (high and when.begins and when.begins > date.fromisoformat(high))
    )


def merged_wrongly(
    record: Record, gold: Mapping[str, Any], clusters: Iterable[Mapping[str, Any]]
) -> Iterator[tuple[str, str, str]]:
    """Yield each event that holds mentions of two gold events that must not merge."""
    numbers = {document.id: document.name[:3] for document in record.documents}
    of_event: dict[str, set[str]] = {}
    spans = [
        (
            mention["trigger"]["doc"],
            mention["trigger"]["start"],
            mention["trigger"]["end"],
            cluster["cluster"],
        )
        for cluster in clusters
        for mention in cluster["mentions"]
    ]
    claims = {claim.id: claim for claim in record.claims}
    for event in record.events:
        for claim in (claims[each] for each in event.claims):
            for number, start, end, cluster in spans:
                same = numbers[claim.document] == number
                if same and claim.trigger.start < end and start < claim.trigger.end:
                    of_event.setdefault(event.id, set()).add(cluster)
    for left, right in gold["events_must_not_merge"]:
        pair = {CLUSTERS[left], CLUSTERS[right]}
        for merged, held in of_event.items():
            if pair <= held:
                yield merged, left, right
