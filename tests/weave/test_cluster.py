"""Clusters: claims taken as one, their slots pooled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import patient
from tawatur.claim.families import can_join
from tawatur.model import event_day
from tawatur.weave.cluster import PLACES_BY_WEIGHT, joined
from weave.told import KINDS, Told, cluster

MEETING = Told(
    family="meet",
    actors=("سالم العزاوي", "قائد العمليات", "الجيش"),
    recipients=("نوري الجاف", "حرس الإقليم"),
    place="كفري",
    killed=3,
)


def test_a_claim_s_participants_are_sorted_by_what_they_are() -> None:
    found = cluster(MEETING)
    assert found.persons == {"سالم العزاوي", "نوري الجاف"}
    assert found.posts == {"قائد العمليات"}
    assert found.bodies == {"الجيش", "حرس الإقليم"}
    assert found.counterparts == {"نوري الجاف"}
    assert found.places == {"كفري"}
    assert found.amounts == {("killed", 3, 3)}
    assert found.day == event_day("d1:0")


def test_somebody_whom_no_entity_stands_for_is_nobody() -> None:
    found = cluster(Told(actors=("مجهول",)))
    assert (found.persons, found.bodies, found.posts) == (frozenset(), frozenset(), frozenset())


slots = st.builds(
    Told,
    family=st.sampled_from(["attack", "killing"]),
    actors=st.lists(st.sampled_from(sorted(KINDS)), max_size=2).map(tuple),
    recipients=st.lists(st.sampled_from(sorted(KINDS)), max_size=2).map(tuple),
    place=st.none() | st.sampled_from(["كفري", "مخمور"]),
    killed=st.none() | st.integers(1, 20),
    aggregate=st.booleans(),
    definite=st.booleans(),
    document=st.sampled_from(["d1", "d2"]),
)


@given(slots, slots, slots)
@patient
def test_it_does_not_matter_in_which_order_three_are_joined(
    one: Told, two: Told, three: Told
) -> None:
    a, b, c = (cluster(told, number) for number, told in enumerate((one, two, three)))
    assert joined(joined(a, b), c) == joined(a, joined(c, b)) == joined(joined(c, a), b)


@given(slots, slots)
@patient
def test_two_joined_have_the_claims_and_slots_of_both(one: Told, two: Told) -> None:
    a, b = cluster(one, 0), cluster(two, 1)
    both = joined(a, b)
    assert set(both.claims) == {*a.claims, *b.claims}
    assert both.places == a.places | b.places
    assert both.persons == a.persons | b.persons
    assert both.key == min(a.key, b.key)
    assert both.day == event_day(both.key)


@pytest.mark.parametrize(
    ("left", "right", "can"),
    [
        ({"attack"}, {"attack"}, True),
        ({"attack"}, {"killing"}, True),
        ({"attack", "killing"}, {"clash"}, True),
        ({"operation"}, {"strike"}, True),
        ({"operation"}, {"attack"}, False),
        ({"attack", "strike"}, {"operation"}, False),
        ({"visit"}, {"meet"}, False),
        ({"meet"}, {"attack"}, False),
    ],
)
def test_some_families_can_name_one_happening(
    left: set[str], right: set[str], *, can: bool
) -> None:
    assert can_join(left, right) == can_join(right, left) == can


def test_the_smaller_a_place_the_more_it_says() -> None:
    order = ["village", "town", "governorate", "region", "country"]
    weights = [PLACES_BY_WEIGHT[kind] for kind in order]
    assert weights == sorted(weights, reverse=True)
    assert len(set(weights)) == len(weights)
