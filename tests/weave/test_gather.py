"""Gathering claims into happenings."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategies import patient
from tawatur.model import event_day
from tawatur.weave.gather import gather
from tawatur.weave.network import Network
from weave.told import (
    OLD,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    Slots,
    Told,
    gathered,
    happenings,
    reports_of,
    world_of,
)


def _attack(document: str, **more: Any) -> Told:
    slots: Slots = {"place": "تل الرمان", "day": TUESDAY, "document": document}
    return Told(**{**slots, **more})


ONE = [("d1:0", "d2:0")]
TWO = [("d1:0",), ("d2:0",)]


# -- across reports --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right", "together"),
    [
        # one attack in two reports
        ({}, {}, True),
        ({"killed": 3}, {"killed": 10}, True),
        ({"family": "killing"}, {}, True),
        ({"status": "ongoing"}, {}, True),
        ({"actors": ("كتائب الوادي",)}, {"recipients": ("الجيش",)}, True),
        # another day, another place, another kind
        ({}, {"day": WEDNESDAY}, False),
        ({}, {"day": OLD}, False),
        ({}, {"place": "كفري"}, False),
        ({}, {"family": "operation"}, False),
        ({}, {"status": "planned"}, False),
        ({"aggregate": True}, {}, False),
        # too little to tell
        ({}, {"place": None}, False),
        ({"day": None}, {"day": None}, False),
        ({"place": "البلاد"}, {"place": "البلاد"}, False),
    ],
)
def test_when_two_reports_tell_of_one_attack(left: Slots, right: Slots, *, together: bool) -> None:
    assert happenings(_attack("d1", **left), _attack("d2", **right)) == (ONE if together else TWO)


def test_meetings_of_one_man_on_one_day_stay_apart_by_whom_he_met() -> None:
    meeting: Slots = {
        "family": "meet", "type": "CONSULT", "actors": ("سالم العزاوي",), "day": TUESDAY,
    }  # fmt: skip
    one = Told(**meeting, recipients=("نوري الجاف",), document="d1")
    two = Told(**meeting, recipients=("سامي الراوي",), document="d2")
    assert happenings(one, two) == TWO


def test_a_copied_passage_helps_where_the_days_are_open() -> None:
    one, two = _attack("d1", day=None), _attack("d2", day=None)
    assert happenings(one, two) == TWO
    assert happenings(one, two, same_text=True) == ONE


def test_days_that_exclude_each_other_weigh_more_than_a_copied_passage() -> None:
    assert happenings(_attack("d1"), _attack("d2", day=OLD), same_text=True) == TWO


def test_a_third_report_joins_the_two_it_agrees_with() -> None:
    told = [_attack("d1"), _attack("d2"), _attack("d3", killed=7)]
    assert happenings(*told) == [("d1:0", "d2:0", "d3:0")]


def test_what_the_merge_of_two_fixes_forbids_the_third() -> None:
    """The open one could be either of two attacks; once it is one, it is not the other."""
    people = {"actors": ("كتائب الوادي",), "recipients": ("الجيش",)}
    told = [
        _attack("d1", killed=7, **people),
        _attack("d2", killed=7, day=None, **people),
        _attack("d3", day=THURSDAY, **people),
    ]
    found = happenings(*told)
    assert ("d1:0", "d2:0") in found
    assert ("d3:0",) in found


def test_a_series_joins_a_series_without_fixing_its_day() -> None:
    one = _attack("d1", aggregate=True, killed=7)
    two = _attack("d2", aggregate=True, killed=7, day=WEDNESDAY)
    assert happenings(one, two) == ONE


def test_a_merge_tells_the_calendar_that_two_days_are_one() -> None:
    reports = reports_of([_attack("d1", killed=7), _attack("d2", killed=7, day=None)])
    network = Network(one for report in reports for one in report.constraints)
    gather(reports, world_of(network), network)
    assert network.bounds(event_day("d2:0")).day == TUESDAY


# -- inside one report -----------------------------------------------------------------------------


def test_a_mention_that_points_back_is_the_last_happening_of_its_kind() -> None:
    told = [
        _attack("d1", day=OLD, place="كفري"),
        _attack("d1"),
        Told(definite=True, document="d1"),
    ]
    assert happenings(*told) == [("d1:0",), ("d1:1", "d1:2")]


def test_a_mention_that_points_back_to_nothing_of_its_kind_stays_alone() -> None:
    told = [_attack("d1"), Told(family="meet", definite=True, document="d1")]
    assert happenings(*told) == [("d1:0",), ("d1:1",)]


def test_a_mention_that_the_calendar_excludes_is_not_pointed_back_to() -> None:
    told = [_attack("d1"), Told(definite=True, day=WEDNESDAY, document="d1")]
    assert happenings(*told) == [("d1:0",), ("d1:1",)]


def test_two_mentions_at_one_place_in_one_report_are_one_happening() -> None:
    assert happenings(_attack("d1"), _attack("d1", day=None)) == [("d1:0", "d1:1")]


def test_two_mentions_at_one_place_in_two_reports_are_not_yet() -> None:
    assert happenings(_attack("d1"), _attack("d2", day=None)) == TWO


# -- reasons ---------------------------------------------------------------------------------------


def test_a_merge_leaves_its_reasons_with_the_claim_that_came() -> None:
    found = gathered(_attack("d1", killed=7), _attack("d2", killed=7))
    assert dict(found.reasons) == {
        "d2:0": ("same place +1.3", "same day +1.0", "same figure +0.6"),
    }


def test_who_stays_alone_needs_no_reason() -> None:
    assert gathered(_attack("d1"), _attack("d2", day=OLD)).reasons == {}


# -- whatever is told ------------------------------------------------------------------------------

anything = st.lists(
    st.builds(
        Told,
        family=st.sampled_from(["attack", "killing", "meet", "operation"]),
        status=st.sampled_from(["happened", "planned"]),
        actors=st.lists(st.sampled_from(["سالم العزاوي", "الجيش"]), max_size=1).map(tuple),
        recipients=st.lists(st.sampled_from(["نوري الجاف", "حرس الإقليم"]), max_size=1).map(tuple),
        place=st.none() | st.sampled_from(["كفري", "تل الرمان", "محافظة السهل"]),
        killed=st.none() | st.sampled_from([3, 7]),
        day=st.none() | st.sampled_from([TUESDAY, WEDNESDAY]),
        aggregate=st.booleans(),
        definite=st.booleans(),
        document=st.sampled_from(["d1", "d2", "d3"]),
    ),
    min_size=1,
    max_size=8,
)


@given(anything)
@settings(patient, max_examples=80)
def test_every_claim_is_in_one_happening(told: list[Told]) -> None:
    found = happenings(*told)
    names = [claim for report in reports_of(told) for claim in (each.id for each in report.claims)]
    assert sorted(claim for claims in found for claim in claims) == sorted(names)


@given(anything)
@settings(patient, max_examples=80)
def test_no_happening_has_two_known_days_or_two_kinds(told: list[Told]) -> None:
    said: dict[str, Told] = {}
    for report in reports_of(told):
        own = [each for each in told if each.document == report.document.id]
        said |= {claim.id: each for claim, each in zip(report.claims, own, strict=True)}
    for claims in happenings(*told):
        members = [said[claim] for claim in claims]
        assert len({each.status for each in members}) == 1
        single = [each for each in members if not each.aggregate]
        assert len({each.day for each in single} - {None}) <= 1


def test_hundreds_of_claims_of_one_place_are_gathered_within_seconds() -> None:
    told = [
        Told(place="كفري", day=OLD.replace(day=1 + n % 28, month=1 + n % 12), document=f"d{n:03}")
        for n in range(250)
    ]
    started = time.monotonic()
    found = happenings(*told)
    assert time.monotonic() - started < 30
    assert len(found) == len({each.day for each in told})
