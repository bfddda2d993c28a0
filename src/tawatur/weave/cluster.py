"""A cluster: claims believed to be about one happening, with its slots pooled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tawatur.model import Claim, Entity, Mention, event_day

PERSONS = frozenset({"person"})
PLACES_BY_WEIGHT: Mapping[str, float] = {
    "village": 1.3,
    "neighbourhood": 1.2,
    "facility": 1.2,
    "mountain": 1.2,
    "town": 1.0,
    "subdistrict": 1.0,
    "district": 1.0,
    "water": 0.8,
    "area": 0.5,
    "governorate": 0.4,
    "region": 0.3,
    "country": 0.1,
}
"""How much sharing a place says: much for a village, next to nothing for a country. Set by hand
on the seed reports and the demo, 2026-11; the order of the kinds is what matters."""
UNKNOWN_PLACE = 1.0
"""What a place weighs of which no mention says what it is."""


class Cluster(NamedTuple):
    """Claims taken as one, their slots pooled; ids of entities throughout.

    `leads` are the persons that a claim names first: the visitor, not his company.
    """

    claims: tuple[str, ...]
    documents: frozenset[str]
    families: frozenset[str]
    statuses: frozenset[str]
    aggregate: bool
    definite: bool
    known: bool
    persons: frozenset[str]
    leads: frozenset[str]
    bodies: frozenset[str]
    posts: frozenset[str]
    counterparts: frozenset[str]
    places: frozenset[str]
    amounts: frozenset[tuple[str, int, int | None]]
    modes: frozenset[str]
    sentences: frozenset[tuple[str, int]]
    day: str
    first: tuple[str, int]

    @property
    def key(self) -> str:
        """A stable name: its first claim's id."""
        return self.claims[0]


def cluster_of(claim: Claim, mention: Mention, entities: Mapping[str, Entity]) -> Cluster:
    """Make the cluster of one claim."""
    lead = frozenset(claim.actors[:1])
    who = (*claim.actors, *claim.recipients)
    kinds = {each: entities[each].kind for each in who if each in entities}
    return Cluster(
        claims=(claim.id,),
        documents=frozenset({claim.document}),
        families=frozenset({mention.family}),
        statuses=frozenset({claim.status}),
        aggregate=mention.aggregate,
        definite=mention.definite,
        known=mention.known,
        persons=frozenset(each for each, kind in kinds.items() if kind in PERSONS),
        leads=frozenset(each for each in lead if kinds.get(each) in PERSONS),
        posts=frozenset(each for each, kind in kinds.items() if kind == "post"),
        bodies=frozenset(each for each, kind in kinds.items() if kind not in {*PERSONS, "post"}),
        counterparts=frozenset(each for each in claim.recipients if kinds.get(each) in PERSONS),
        places=frozenset({claim.place} if claim.place else ()),
        amounts=frozenset((each.what, each.low, each.high) for each in claim.amounts),
        modes=frozenset(claim.modes),
        sentences=frozenset({(claim.document, mention.sentence)}),
        day=event_day(claim.id),
        first=(claim.document, claim.start),
    )


def joined(left: Cluster, right: Cluster) -> Cluster:
    """Pool two clusters; the day variable of the first stands for both."""
    first, second = sorted((left, right), key=lambda each: each.claims)
    return Cluster(
        claims=tuple(sorted({*left.claims, *right.claims})),
        documents=left.documents | right.documents,
        families=left.families | right.families,
        statuses=left.statuses | right.statuses,
        aggregate=left.aggregate and right.aggregate,
        definite=left.definite and right.definite,
        known=left.known or right.known,
        persons=left.persons | right.persons,
        leads=left.leads | right.leads,
        bodies=left.bodies | right.bodies,
        posts=left.posts | right.posts,
        counterparts=left.counterparts | right.counterparts,
        places=left.places | right.places,
        amounts=left.amounts | right.amounts,
        modes=left.modes | right.modes,
        sentences=left.sentences | right.sentences,
        day=first.day,
        first=min(left.first, right.first, second.first),
    )
