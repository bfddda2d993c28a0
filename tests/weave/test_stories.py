"""Stories: events that belong together over days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import to_builtins

from strategies import patient
from tawatur.model import Event, When
from tawatur.weave.stories import DAYS, stories_of
from weave.told import OLD, PLACE_KINDS, TUESDAY, Slots, event


def _at(name: str, place: str | None, day: date | None, **more: Any) -> Event:
    places = (place,) if place else ()
    return event(name, day, place=place, places=places, **more)


def _groups(events: Sequence[Event]) -> list[set[str]]:
    told, stories = stories_of(events, PLACE_KINDS)
    assert {each.id: each.story for each in told if each.story} == {
        name: story.id for story in stories for name in story.events
    }
    return sorted((set(story.events) for story in stories), key=sorted)


def _days(count: int) -> date:
    return TUESDAY + timedelta(count)


@pytest.mark.parametrize(
    ("left", "right", "together"),
    [
        (("تل الرمان", TUESDAY), ("تل الرمان", _days(1)), True),
        (("كفري", TUESDAY), ("كفري", TUESDAY), True),
        (("كفري", TUESDAY), ("كفري", _days(DAYS)), True),
        (("كفري", TUESDAY), ("كفري", _days(DAYS + 1)), False),
        (("كفري", TUESDAY), ("مخمور", TUESDAY), False),
        (("محافظة السهل", TUESDAY), ("محافظة السهل", TUESDAY), False),
        (("البلاد", TUESDAY), ("البلاد", TUESDAY), False),
        ((None, TUESDAY), (None, TUESDAY), False),
    ],
)
def test_what_belongs_to_one_story(
    left: tuple[str | None, date], right: tuple[str | None, date], *, together: bool
) -> None:
    events = [_at("a", *left, document="d1"), _at("b", *right, document="d2")]
    assert _groups(events) == ([{"a", "b"}] if together else [])


@pytest.mark.parametrize(("document", "together"), [("d1", True), ("d2", False)])
def test_without_a_date_only_one_report_makes_a_story(document: str, *, together: bool) -> None:
    events = [_at("a", "كفري", TUESDAY, document="d1"), _at("b", "كفري", None, document=document)]
    assert _groups(events) == ([{"a", "b"}] if together else [])


def test_two_dates_years_apart_are_no_story_even_in_one_report() -> None:
    assert _groups([_at("a", "كفري", OLD), _at("b", "كفري", TUESDAY)]) == []


def test_a_story_goes_on_from_event_to_event() -> None:
    events = [_at(f"e{n}", "كفري", _days(10 * n), document=f"d{n}") for n in range(5)]
    assert _groups(events) == [{"e0", "e1", "e2", "e3", "e4"}]


def test_a_place_that_two_events_share_ties_their_other_places() -> None:
    events = [
        event("a", TUESDAY, places=("كفري",), document="d1"),
        event("b", TUESDAY, places=("كفري", "مخمور"), document="d2"),
        event("c", TUESDAY, places=("مخمور",), document="d3"),
    ]
    assert _groups(events) == [{"a", "b", "c"}]


def test_an_event_alone_is_no_story() -> None:
    (told,), stories = stories_of([_at("a", "كفري", TUESDAY)], PLACE_KINDS)
    assert (told.story, stories) == (None, ())


def test_a_story_is_told_in_order_of_time_under_its_largest_event() -> None:
    events = [
        _at("c", "كفري", None, document="d1"),
        _at("b", "كفري", _days(3), reports=4, document="d1"),
        _at("a", "كفري", _days(5), document="d2"),
    ]
    _, (story,) = stories_of(events, PLACE_KINDS)
    assert story.events == ("b", "a", "c")
    assert story.title == "حدث b"
    assert story.documents == ("d1", "d2")
    assert story.when == When(begins=_days(3), ends=_days(5), precision="week")


def test_a_story_without_a_date_has_none() -> None:
    events = [_at("a", "كفري", None), _at("b", "كفري", None)]
    _, (story,) = stories_of(events, PLACE_KINDS)
    assert story.when == When()


some = st.lists(
    st.tuples(
        st.sampled_from(["كفري", "مخمور", "تل الرمان", "البلاد"]),
        st.none() | st.integers(0, 60),
        st.sampled_from(["d1", "d2", "d3"]),
    ),
    max_size=8,
)


@given(some, st.randoms(use_true_random=False))
@settings(patient, max_examples=80)
def test_the_order_of_events_changes_no_story(
    drawn: list[tuple[str, int | None, str]], order: Any
) -> None:
    events = [
        _at(f"e{n}", place, None if days is None else _days(days), document=document)
        for n, (place, days, document) in enumerate(drawn)
    ]
    shuffled = list(events)
    order.shuffle(shuffled)
    assert _groups(shuffled) == _groups(events)


@given(some)
@settings(patient, max_examples=80)
def test_giving_a_story_changes_nothing_else(
    drawn: list[tuple[str, int | None, str]],
) -> None:
    events = [
        _at(f"e{n}", place, None if days is None else _days(days), document=document)
        for n, (place, days, document) in enumerate(drawn)
    ]
    told, _ = stories_of(events, PLACE_KINDS)
    assert [_plain(each) for each in told] == [_plain(each) for each in events]


def _plain(told: Event) -> Slots:
    return {**to_builtins(told), "story": None}
