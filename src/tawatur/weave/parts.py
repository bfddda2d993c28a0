"""Part of: a meeting held on a visit, the deaths of one attack in a wave of attacks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from tawatur.model import Event, Mention

PART_OF: Mapping[str, str] = {"meet": "visit"}
"""Which family is held within which: people meet on a visit."""


def with_parts(events: Sequence[Event], mentions: Mapping[str, Mention]) -> tuple[Event, ...]:
    """Point each part at its whole: same document, a common participant, no other day."""
    families = {event.id: _families(event, mentions) for event in events}
    return tuple(replace(event, part_of=_whole(event, events, families)) for event in events)


def _families(event: Event, mentions: Mapping[str, Mention]) -> frozenset[str]:
    return frozenset(mentions[claim].family for claim in event.claims)


def _whole(
    event: Event, events: Iterable[Event], families: Mapping[str, frozenset[str]]
) -> str | None:
    wanted = {PART_OF[family] for family in families[event.id] if family in PART_OF}
    fitting = [
        other
        for other in events
        if other.id != event.id
        and wanted & families[other.id]
        and other.status == event.status
        and set(other.documents) & set(event.documents)
        and set(other.actors) & {*event.actors, *event.recipients}
        and _same_days(event, other)
        and (event.place is None or other.place is None or event.place in other.places)
    ]
    best = max(fitting, key=lambda other: (len(other.claims), other.id), default=None)
    return best.id if best else None


def _same_days(event: Event, other: Event) -> bool:
    ours, theirs = event.when, other.when
    apart = (
        (ours.begins and theirs.ends and ours.begins > theirs.ends)
        or (theirs.begins and ours.ends and theirs.begins > ours.ends)
    )  # fmt: skip
    weekdays = {ours.weekday, theirs.weekday} - {None}
    return not apart and len(weekdays) < 2
