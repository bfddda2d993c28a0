"""Are two clusters one happening? Features with weights and reasons, and what forbids it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from tawatur.claim.families import can_join
from tawatur.model import Entity
from tawatur.weave.cluster import UNKNOWN_PLACE, Cluster
from tawatur.weave.decided import NOTHING_DECIDED, Decided

INSIDE = 0.9
"""Weight that two mentions of one document must pass: one agreement (a place, who leads)."""
ACROSS = 1.7
"""Weight that two documents must pass: two agreements. Strings alone never merge across documents;
both set on the seed reports and the demo, 2026-11 (see docs/figures.md)."""


class World(NamedTuple):
    """What features may look at besides the two clusters."""

    entities: Mapping[str, Entity]
    places: Mapping[str, float]
    """What sharing each place weighs."""
    day: Callable[[str, str], float]
    """How much the calendar says for two days being one: 1 known to be, less for a weekday."""
    shared_text: Callable[[Cluster, Cluster], bool]
    """Whether a copied passage holds both."""
    decided: Decided = NOTHING_DECIDED


class Score(NamedTuple):
    """The weight of the evidence and its reasons in words."""

    weight: float
    because: tuple[str, ...]


def _place(left: Cluster, right: Cluster, world: World) -> float:
    shared = left.places & right.places
    return max((world.places.get(place, UNKNOWN_PLACE) for place in shared), default=0.0)


def _person(left: Cluster, right: Cluster, world: World) -> float:
    if left.leads & right.leads:
        return 1.2
    return 0.6 if left.persons & right.persons else 0.0


def _counterpart(left: Cluster, right: Cluster, world: World) -> float:
    """Whom somebody met tells his meetings of one day apart."""
    if left.counterparts & right.counterparts:
        return 0.8
    return -0.5 if left.counterparts or right.counterparts else 0.0


def _post(left: Cluster, right: Cluster, world: World) -> float:
    return min(0.8, 0.4 * len(left.posts & right.posts))


def _body(left: Cluster, right: Cluster, world: World) -> float:
    return min(0.6, 0.3 * len(left.bodies & right.bodies))


def _day(left: Cluster, right: Cluster, world: World) -> float:
    return world.day(left.day, right.day)


def _amount(left: Cluster, right: Cluster, world: World) -> float:
    return 0.6 if left.amounts & right.amounts else 0.0


def _text(left: Cluster, right: Cluster, world: World) -> float:
    return 1.5 if world.shared_text(left, right) else 0.0


def _means(left: Cluster, right: Cluster, world: World) -> float:
    """How an attack was made tells attacks apart; that a visit was a visit tells nothing."""
    return 0.3 if (left.modes & right.modes) - {"visit"} else 0.0


def _told_as_known(left: Cluster, right: Cluster, world: World) -> float:
    """«بعد زيارة الوزير»: of his visits the one that readers have heard of is meant."""
    known = left.known or right.known
    return (
        0.5 if known and left.leads & right.leads and not left.documents & right.documents else 0.0
    )


def _sentence(left: Cluster, right: Cluster, world: World) -> float:
    return 0.6 if left.sentences & right.sentences and left.families == right.families else 0.0


def _people_differ(left: Cluster, right: Cluster, world: World) -> float:
    """One report may name a visitor here and his company there; two reports seldom do.

    Posts without a name may be the person's own, so they speak against him only a little.
    """
    others = (left.leads and right.posts and not right.persons) or (
        right.leads and left.posts and not left.persons
    )
    if others and not left.posts & right.posts:
        return -0.3
    led_apart = left.leads and right.leads and not left.leads & right.leads
    differ = left.persons and right.persons and not left.persons & right.persons
    return -1.0 if led_apart or (differ and not left.documents & right.documents) else 0.0


class Feature(NamedTuple):
    """One piece of evidence: its words and what it weighs for two clusters."""

    words: str
    weight: Callable[[Cluster, Cluster, World], float]


SAME_EVENT: tuple[Feature, ...] = (
    Feature("same place", _place),
    Feature("same person", _person),
    Feature("same counterpart", _counterpart),
    Feature("same post", _post),
    Feature("same body", _body),
    Feature("same day", _day),
    Feature("same figure", _amount),
    Feature("same means", _means),
    Feature("told as known", _told_as_known),
    Feature("same passage", _text),
    Feature("same sentence", _sentence),
    Feature("other people", _people_differ),
)

NOT_YET = frozenset({"planned", "not_happened"})
"""A plan and the word that it was not carried out are one operation's history; a plan and a
happening are kept apart, since nothing says that the plan was what happened."""


def score(left: Cluster, right: Cluster, world: World) -> Score:
    """Weigh the evidence that two clusters are one happening."""
    weighed = [(feature.weight(left, right, world), feature.words) for feature in SAME_EVENT]
    told = tuple(f"{words} {weight:+.1f}" for weight, words in weighed if weight)
    return Score(sum(weight for weight, _ in weighed), told)


def forbidden(left: Cluster, right: Cluster, world: World) -> str | None:
    """Say why two clusters cannot be one happening, apart from the calendar; None if they can."""
    return next((words for words, holds in CANNOT_LINK if holds(left, right, world)), None)


def _decided_apart(left: Cluster, right: Cluster, world: World) -> bool:
    return world.decided.apart(left.claims, right.claims)


def _other_kind(left: Cluster, right: Cluster, world: World) -> bool:
    return not can_join(left.families, right.families)


def _part_and_whole(left: Cluster, right: Cluster, world: World) -> bool:
    return left.aggregate != right.aggregate


def _other_status(left: Cluster, right: Cluster, world: World) -> bool:
    both = left.statuses | right.statuses
    fine = both <= {"happened", "ongoing"} or both <= NOT_YET or len(both) == 1
    return not fine


def _other_place(left: Cluster, right: Cluster, world: World) -> bool:
    here, there = _precise(left.places, world.entities), _precise(right.places, world.entities)
    if not here or not there or here & there:
        return False
    return not any(
        _lies_in(one, other, world.entities) or _lies_in(other, one, world.entities)
        for one in here
        for other in there
    )


def _precise(places: frozenset[str], entities: Mapping[str, Entity]) -> frozenset[str]:
    """Leave out the places that hold another one of them: «العراق» beside «أربيل»."""
    return frozenset(
        place
        for place in places
        if not any(other != place and _lies_in(other, place, entities) for other in places)
    )


def _lies_in(inner: str, outer: str, entities: Mapping[str, Entity]) -> bool:
    seen: set[str] = set()
    waiting = [inner]
    while waiting:
        place = waiting.pop()
        if place == outer:
            return True
        if place not in seen and place in entities:
            seen.add(place)
            waiting.extend(entities[place].within)
    return False


def _other_counterpart(left: Cluster, right: Cluster, world: World) -> bool:
    met_left, met_right = left.counterparts, right.counterparts
    return bool(
        met_left and met_right and not met_left & met_right
        and not met_left & right.persons and not met_right & left.persons
    )  # fmt: skip


CANNOT_LINK: tuple[tuple[str, Callable[[Cluster, Cluster, World], bool]], ...] = (
    ("another kind of happening", _other_kind),
    ("one happening and a series", _part_and_whole),
    ("planned and carried out", _other_status),
    ("places apart", _other_place),
    ("other counterpart", _other_counterpart),
    ("a person decided", _decided_apart),
)
