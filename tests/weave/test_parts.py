"""Part of: people meet on a visit."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tawatur.model import Event, Mention, When
from tawatur.weave.parts import with_parts
from weave.told import TUESDAY, WEDNESDAY, Slots, event

VISIT: Slots = {
    "type": "CONSULT", "actors": ("سالم العزاوي",), "place": "كفري", "places": ("كفري",),
}  # fmt: skip
MEETING: Slots = {**VISIT, "recipients": ("نوري الجاف",)}


def _part_of(*events: Event, families: dict[str, str]) -> dict[str, str | None]:
    mentions = {
        claim: Mention(claim=claim, family=families[each.id])
        for each in events
        for claim in each.claims
    }
    return {each.id: each.part_of for each in with_parts(events, mentions)}


def _meeting_on_a_visit(meeting: Slots, visit: Slots) -> bool:
    events = (
        event("visit", **{"day": TUESDAY, **VISIT, **visit}),
        event("meeting", **{"day": TUESDAY, **MEETING, **meeting}),
    )
    found = _part_of(*events, families={"visit": "visit", "meeting": "meet"})
    assert found["visit"] is None
    return found["meeting"] == "visit"


@pytest.mark.parametrize(
    ("meeting", "visit", "part"),
    [
        ({}, {}, True),
        ({"day": None}, {}, True),
        ({"place": None, "places": ()}, {}, True),
        ({}, {"places": ("كفري", "محافظة السهل")}, True),
        ({"actors": ("نوري الجاف",), "recipients": ("سالم العزاوي",)}, {}, True),
        ({"day": None, "when": When(weekday=1)}, {"day": None, "when": When(weekday=1)}, True),
        ({"day": WEDNESDAY}, {}, False),
        ({"day": None, "when": When(weekday=1)}, {"day": None, "when": When(weekday=2)}, False),
        (
            {"day": None, "when": When(begins=WEDNESDAY)},
            {"day": None, "when": When(ends=TUESDAY)},
            False,
        ),
        ({"actors": ("سامي الراوي",)}, {}, False),
        ({"status": "planned"}, {}, False),
        ({"document": "d2"}, {}, False),
        ({"place": "مخمور", "places": ("مخمور",)}, {}, False),
    ],
)
def test_a_meeting_is_part_of_the_visit_it_was_held_on(
    meeting: Slots, visit: Slots, *, part: bool
) -> None:
    assert _meeting_on_a_visit(meeting, visit) == part


@pytest.mark.parametrize("family", ["attack", "operation", "meet"])
def test_nothing_else_is_part_of_a_visit_or_a_meeting_of_nothing_else(family: str) -> None:
    events = (event("whole", TUESDAY, **VISIT), event("part", TUESDAY, **MEETING))
    assert _part_of(*events, families={"whole": family, "part": "meet"})["part"] is None
    if family != "meet":
        assert _part_of(*events, families={"whole": "visit", "part": family})["part"] is None


def test_of_two_visits_the_one_that_more_claims_tell_of_is_meant() -> None:
    events = (
        event("a", TUESDAY, **VISIT),
        event("b", TUESDAY, **{**VISIT, "claims": ("b:claim", "b:more")}),
        event("c", TUESDAY, **VISIT),
        event("meeting", TUESDAY, **MEETING),
    )
    families = {"a": "visit", "b": "visit", "c": "visit", "meeting": "meet"}
    found = _part_of(*events, families=families)
    assert found["meeting"] == "b"
    assert _part_of(*events[::-1], families=families)["meeting"] == "b"


def test_events_keep_their_order_and_everything_else() -> None:
    events = (event("b", TUESDAY, **VISIT), event("a", WEDNESDAY + timedelta(9)))
    mentions = {each.claims[0]: Mention(claim=each.claims[0], family="visit") for each in events}
    assert with_parts(events, mentions) == events
