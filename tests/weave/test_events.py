"""Events out of clusters: the slots that a reader sees."""

from __future__ import annotations

from functools import reduce
from typing import get_args

import pytest
from msgspec.structs import replace

from tawatur.model import Amount, Claim, Event, Status, When
from tawatur.weave.cluster import cluster_of, joined
from tawatur.weave.events import STATUS_ORDER, Known, amounts_of_claims, events_of
from weave.told import ENTITIES, PLACE_KINDS, TUESDAY, Slots, Told, claim_of

WHEN = When(begins=TUESDAY, ends=TUESDAY, weekday=1, precision="day")


def _events(*told: Told, reasons: dict[str, tuple[str, ...]] | None = None) -> tuple[Event, ...]:
    """Make the event of claims taken as one."""
    made = [claim_of(each, number) for number, each in enumerate(told)]
    clusters = [cluster_of(claim, mention, ENTITIES) for claim, mention, _ in made]
    known = Known(
        claims={claim.id: claim for claim, _, _ in made},
        mentions={mention.claim: mention for _, mention, _ in made},
        entities=ENTITIES,
        place_kinds=PLACE_KINDS,
        when=lambda _: WHEN,
        reasons=reasons or {},
    )
    return events_of([reduce(joined, clusters)], known)


def _event(*told: Told) -> Event:
    (event,) = _events(*told)
    return event


ATTACK = Told(place="كفري", recipients=("الجيش",))


def test_an_event_counts_reports_and_not_claims() -> None:
    event = _event(ATTACK, ATTACK, Told(place="كفري", document="d2"))
    assert event.reports == 2
    assert event.documents == ("d1", "d2")
    assert event.claims == ("d1:0", "d1:1", "d2:2")
    assert (event.origins, event.grade) == (0, "E")


def test_who_is_named_most_comes_first() -> None:
    event = _event(
        Told(actors=("الجيش",)), Told(actors=("سالم العزاوي",)), Told(actors=("سالم العزاوي",))
    )
    assert event.actors == ("سالم العزاوي", "الجيش")


def test_nobody_is_actor_and_recipient_of_one_event() -> None:
    event = _event(
        Told(family="meet", actors=("سالم العزاوي",), recipients=("نوري الجاف",)),
        Told(family="meet", actors=("نوري الجاف",), recipients=("سالم العزاوي",)),
    )
    assert event.actors == ("سالم العزاوي", "نوري الجاف")
    assert event.recipients == ()


def test_the_most_precise_place_comes_first() -> None:
    event = _event(Told(place="محافظة السهل"), Told(place="محافظة السهل"), Told(place="تل الرمان"))
    assert event.place == "تل الرمان"
    assert event.places == ("تل الرمان", "محافظة السهل")


@pytest.mark.parametrize(
    ("types", "chosen"),
    [
        (("ASSAULT", "ASSAULT", "COERCE"), "ASSAULT"),
        (("COERCE", "COERCE", "ASSAULT"), "COERCE"),
        (("CONSULT", "ASSAULT"), "ASSAULT"),
    ],
)
def test_the_type_is_the_most_frequent_then_the_more_intense(
    types: tuple[str, ...], chosen: str
) -> None:
    assert _event(*(Told(place="كفري", type=each) for each in types)).type == chosen


def test_modes_are_those_of_the_chosen_type() -> None:
    shooting: Slots = {"modes": ("firearms",)}
    event = _event(
        Told(place="كفري", more=shooting),
        Told(place="كفري", more=shooting),
        Told(place="كفري", type="COERCE", more={"modes": ("arrest",)}),
    )
    assert event.modes == ("firearms",)


@pytest.mark.parametrize(
    ("said", "status"),
    [
        (("planned", "happened"), "happened"),
        (("planned", "not_happened"), "not_happened"),
        (("denied", "planned"), "denied"),
        (("ongoing", "planned"), "ongoing"),
        (("hypothetical",), "hypothetical"),
    ],
)
def test_what_became_of_it_outweighs_what_was_planned(
    said: tuple[Status, ...], status: Status
) -> None:
    assert _event(*(Told(place="كفري", status=each) for each in said)).status == status


def test_every_status_has_its_rank() -> None:
    assert set(STATUS_ORDER) == set(get_args(Status))


def test_an_event_has_the_day_of_its_cluster_and_a_series_none() -> None:
    assert _event(ATTACK).when == WHEN
    assert _event(Told(place="كفري", aggregate=True)).when == When()


@pytest.mark.parametrize(
    ("slots", "tells"),
    [
        ({"place": "كفري"}, True),
        ({"actors": ("الجيش",)}, True),
        ({"recipients": ("الجيش",)}, True),
        ({"killed": 3}, True),
        ({"status": "planned"}, True),
        ({"day": TUESDAY}, False),
        ({}, False),
    ],
)
def test_a_mention_that_tells_nothing_stays_a_claim(slots: Slots, *, tells: bool) -> None:
    assert len(_events(Told(**slots))) == int(tells)


def test_two_mentions_tell_that_there_is_something() -> None:
    assert len(_events(Told(), Told())) == 1


def test_a_claim_that_joined_says_why_and_where() -> None:
    (event,) = _events(ATTACK, ATTACK, reasons={"d1:1": ("same place +1.0", "same day +1.0")})
    (reason,) = event.because
    assert reason.words == "same place +1.0; same day +1.0"
    assert (reason.document, reason.start, reason.end) == ("d1", 110, 114)


# -- amounts ---------------------------------------------------------------------------------------


def _amount(low: int, high: int | None, what: str = "killed") -> Slots:
    return {"amounts": (Amount(what=what, low=low, high=high, words=str(low), start=0, end=1),)}


def _claims(*amounts: Slots) -> list[Claim]:
    made = [claim_of(ATTACK, number)[0] for number in range(len(amounts))]
    return [replace(claim, **more) for claim, more in zip(made, amounts, strict=True)]


def test_equal_figures_are_one_value_with_all_their_claims() -> None:
    found = amounts_of_claims(_claims(_amount(7, 7), _amount(7, 7), _amount(3, 3)))
    values = [(value.low, value.high, value.claims) for value in found["killed"].values]
    assert values == [(3, 3, ("d1:2",)), (7, 7, ("d1:0", "d1:1"))]
    assert (found["killed"].low, found["killed"].high, found["killed"].best) == (3, 7, None)


def test_an_open_figure_leaves_the_whole_open_above() -> None:
    found = amounts_of_claims(_claims(_amount(20, None), _amount(30, 30)))
    assert (found["killed"].low, found["killed"].high) == (20, None)


def test_a_closed_figure_comes_before_an_open_one_that_begins_with_it() -> None:
    found = amounts_of_claims(_claims(_amount(20, None), _amount(20, 20), _amount(20, 25)))
    assert [value.high for value in found["killed"].values] == [20, 25, None]


def test_amounts_of_different_kinds_stay_apart() -> None:
    found = amounts_of_claims(_claims(_amount(7, 7), _amount(3, 3, "injured")))
    assert list(found) == ["injured", "killed"]


# -- order -----------------------------------------------------------------------------------------


def test_events_come_in_order_of_their_ids() -> None:
    made = [claim_of(Told(place="كفري", document=f"d{n}"), 0) for n in range(9)]
    clusters = [cluster_of(claim, mention, ENTITIES) for claim, mention, _ in made]
    known = Known(
        claims={claim.id: claim for claim, _, _ in made},
        mentions={mention.claim: mention for _, mention, _ in made},
        entities=ENTITIES,
        place_kinds=PLACE_KINDS,
        when=lambda _: WHEN,
        reasons={},
    )
    found = events_of(clusters, known)
    assert [event.id for event in found] == sorted(event.id for event in found)
    assert events_of(clusters[::-1], known) == found
