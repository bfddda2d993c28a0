"""Stories: events that belong together over days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from tawatur.model import Entity, Event, Reason, Story, When, identify, precision_of
from tawatur.model.unions import Unions
from tawatur.weave.cluster import PLACES_BY_WEIGHT

DAYS = 14
"""Days over which a story goes on without a word, as in the design study's clustering."""
PRECISE = 0.8
"""Weight (see PLACES_BY_WEIGHT) from which a shared place ties two events: a city or smaller."""


def stories_of(
    events: Sequence[Event], entities: Mapping[str, Entity]
) -> tuple[tuple[Event, ...], tuple[Story, ...]]:
    """Tie events that share a precise place within two weeks; give them back with their story.

    Events without a date tie only inside one document: likeness of words dates nothing.
    """
    unions = Unions(event.id for event in events)
    for held in _by_place(events, entities).values():
        for event in held:
            for other in held:
                if event.id < other.id and _near(event, other):
                    unions.join(event.id, other.id)
    by_id = {event.id: event for event in events}
    groups = [[by_id[name] for name in group] for group in unions.groups() if len(group) > 1]
    stories = tuple(sorted(map(_story, groups), key=lambda story: story.id))
    owner = {event: story.id for story in stories for event in story.events}
    return tuple(replace(event, story=owner.get(event.id)) for event in events), stories


def _by_place(events: Sequence[Event], entities: Mapping[str, Entity]) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for place in event.places:
            kind = entities[place].kind if place in entities else "place"
            if PLACES_BY_WEIGHT.get(kind, 1.0) >= PRECISE:
                found[place].append(event)
    return found


def _near(event: Event, other: Event) -> bool:
    ours, theirs = event.when.day, other.when.day
    if ours is None or theirs is None:
        return bool(set(event.documents) & set(other.documents))
    return abs((ours - theirs).days) <= DAYS


def _story(events: Sequence[Event]) -> Story:
    inside = sorted(events, key=lambda event: (event.when.begins or date.max, event.id))
    largest = max(inside, key=lambda event: (event.reports, len(event.claims), event.id))
    begins = min((event.when.begins for event in inside if event.when.day), default=None)
    ends = max(
        (event.when.ends for event in inside if event.when.day and event.when.ends), default=None
    )
    return Story(
        id=identify("story", min(event.id for event in inside)),
        title=largest.title,
        events=tuple(event.id for event in inside),
        documents=tuple(sorted({name for event in inside for name in event.documents})),
        when=When(begins=begins, ends=ends, precision=precision_of(begins, ends)),
        because=(Reason(rule="same place within two weeks", words=largest.title),),
    )
