"""Stories: events that belong together over days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from msgspec.structs import replace

from tawatur.model import Event, Reason, Story, When, identify, precision_of
from tawatur.model.unions import Unions
from tawatur.weave.cluster import PLACES_BY_WEIGHT, UNKNOWN_PLACE

DAYS = 14
"""Days over which a story goes on without a word, as in the design study's clustering."""
PRECISE = 0.8
"""Weight (see PLACES_BY_WEIGHT) from which a shared place ties two events: a town or smaller."""


def stories_of(
    events: Sequence[Event], kinds: Mapping[str, str]
) -> tuple[tuple[Event, ...], tuple[Story, ...]]:
    """Tie events that share a precise place within two weeks; give them back with their story.

    Events without a date tie only inside one document: likeness of words dates nothing. `kinds`
    says what each place is.
    """
    unions = Unions(event.id for event in events)
    for held in _by_place(events, kinds).values():
        for left, right in _neighbours(held):
            unions.join(left.id, right.id)
    by_id = {event.id: event for event in events}
    groups = [[by_id[name] for name in group] for group in unions.groups() if len(group) > 1]
    stories = tuple(sorted(map(_story, groups), key=lambda story: story.id))
    owner = {event: story.id for story in stories for event in story.events}
    return tuple(replace(event, story=owner.get(event.id)) for event in events), stories


def _by_place(events: Sequence[Event], kinds: Mapping[str, str]) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for place in event.places:
            if PLACES_BY_WEIGHT.get(kinds.get(place, ""), UNKNOWN_PLACE) >= PRECISE:
                found[place].append(event)
    return found


def _neighbours(events: Sequence[Event]) -> Iterator[tuple[Event, Event]]:
    dated = sorted(
        ((event.when.day, event.id, event) for event in events if event.when.day is not None),
        key=lambda each: each[:2],
    )
    for (day, _, event), (next_day, _, following) in pairwise(dated):
        if (next_day - day).days <= DAYS:
            yield event, following
    by_document: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for name in event.documents:
            by_document[name].append(event)
    for held in by_document.values():
        for undated in [event for event in held if event.when.day is None][:1]:
            yield from ((undated, other) for other in held)


def _story(events: Sequence[Event]) -> Story:
    inside = sorted(events, key=lambda event: (event.when.begins or date.max, event.id))
    largest = max(inside, key=lambda event: (event.reports, len(event.claims), event.id))
    days = [event.when.day for event in inside if event.when.day is not None]
    begins, ends = min(days, default=None), max(days, default=None)
    return Story(
        id=identify("story", min(event.id for event in inside)),
        title=largest.title,
        events=tuple(event.id for event in inside),
        documents=tuple(sorted({name for event in inside for name in event.documents})),
        when=When(begins=begins, ends=ends, precision=precision_of(begins, ends)),
        because=(Reason(rule="same place within two weeks", words=largest.title),),
    )
