"""Claims made by hand, and the reports that tell them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from tawatur.model import (
    Amount,
    Claim,
    Constraint,
    Document,
    Entity,
    Event,
    Marks,
    Mention,
    Name,
    Reason,
    Report,
    Span,
    Status,
    When,
    event_day,
)
from tawatur.weave.cluster import Cluster, cluster_of
from tawatur.weave.day_evidence import day_evidence
from tawatur.weave.gather import Gathered, gather
from tawatur.weave.network import Network
from tawatur.weave.same import World

TUESDAY, WEDNESDAY, THURSDAY = date(2021, 12, 7), date(2021, 12, 8), date(2021, 12, 9)
OLD = date(2019, 5, 6)

KINDS: Mapping[str, str] = {
    "سالم العزاوي": "person",
    "نوري الجاف": "person",
    "سامي الراوي": "person",
    "قائد العمليات": "post",
    "الجيش": "force",
    "حرس الإقليم": "force",
    "كتائب الوادي": "armed_group",
    "كفري": "place",
    "مخمور": "place",
    "تل الرمان": "place",
    "محافظة السهل": "place",
    "البلاد": "place",
}
WITHIN: Mapping[str, tuple[str, ...]] = {
    "تل الرمان": ("محافظة السهل",),
    "محافظة السهل": ("البلاد",),
    "كفري": ("البلاد",),
    "مخمور": ("البلاد",),
}
ENTITIES: Mapping[str, Entity] = {
    name: Entity(id=name, kind=kind, names=(Name(text=name),), within=WITHIN.get(name, ()))
    for name, kind in KINDS.items()
}
PLACE_KINDS: Mapping[str, str] = {
    "كفري": "town",
    "مخمور": "town",
    "تل الرمان": "village",
    "محافظة السهل": "governorate",
    "البلاد": "country",
}
WEIGHTS: Mapping[str, float] = {
    "كفري": 1.0, "مخمور": 1.0, "تل الرمان": 1.3, "محافظة السهل": 0.4, "البلاد": 0.1,
}  # fmt: skip


Slots = dict[str, Any]
"""Some fields of a `Told`."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """One claim as a test writes it."""

    family: str = "attack"
    status: Status = "happened"
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None
    killed: int | None = None
    day: date | None = None
    weekday: int | None = None
    aggregate: bool = False
    definite: bool = False
    document: str = "d1"
    type: str = "ASSAULT"
    more: Mapping[str, Any] = field(default_factory=dict)


def claim_of(told: Told, number: int = 0) -> tuple[Claim, Mention, tuple[Constraint, ...]]:
    """Make the claim, the mention and what is said of its day."""
    start = 100 * number
    name = f"{told.document}:{number}"
    amounts = [] if told.killed is None else [_killed(told.killed, start)]
    claim = Claim(
        id=name, document=told.document, start=start, end=start + 90,
        trigger=Span(start + 10, start + 14), type=told.type, status=told.status,
        actors=told.actors, recipients=told.recipients, place=told.place, amounts=tuple(amounts),
        **told.more,
    )  # fmt: skip
    mention = Mention(
        claim=name, family=told.family, aggregate=told.aggregate, definite=told.definite,
        sentence=start,
    )  # fmt: skip
    return claim, mention, tuple(_days(told, name))


def _killed(count: int, start: int) -> Amount:
    return Amount(what="killed", low=count, high=count, words=str(count), start=start, end=start)


def _days(told: Told, claim: str) -> Iterable[Constraint]:
    why = Reason(rule="said", words="يوم الحادث")
    if told.day is not None:
        ordinal = told.day.toordinal()
        yield Constraint(right=event_day(claim), low=ordinal, high=ordinal, reason=why)
    if told.weekday is not None:
        yield Constraint(right=event_day(claim), weekday=told.weekday, reason=why)


def cluster(told: Told, number: int = 0) -> Cluster:
    """Make the cluster of one claim."""
    claim, mention, _ = claim_of(told, number)
    return cluster_of(claim, mention, ENTITIES)


def reports_of(told: Sequence[Told]) -> list[Report]:
    """Put claims into the reports that tell them, in order."""
    documents: dict[str, list[Told]] = {}
    for each in told:
        documents.setdefault(each.document, []).append(each)
    return [_report(name, documents[name]) for name in sorted(documents)]


def _report(name: str, told: Sequence[Told]) -> Report:
    made = [claim_of(each, number) for number, each in enumerate(told)]
    return Report(
        document=Document(id=name, name=name, text="", sha256=""),
        marks=Marks(document=name),
        claims=tuple(claim for claim, _, _ in made),
        mentions=tuple(mention for _, mention, _ in made),
        constraints=tuple(one for _, _, days in made for one in days),
    )


def world_of(network: Network, *, same_text: bool = False) -> World:
    """Make what features look at."""
    return World(ENTITIES, WEIGHTS, partial(day_evidence, network), lambda _, __: same_text)


def gathered(*told: Told, same_text: bool = False) -> Gathered:
    """Gather claims, with their days in the network."""
    reports = reports_of(told)
    network = Network(one for report in reports for one in report.constraints)
    return gather(reports, world_of(network, same_text=same_text), network)


def happenings(*told: Told, same_text: bool = False) -> list[tuple[str, ...]]:
    """Name the claims of each happening."""
    return [each.claims for each in gathered(*told, same_text=same_text).clusters]


def event(name: str, day: date | None = None, **more: Any) -> Event:
    """Make an event that only says what a test needs."""
    when = When(begins=day, ends=day, precision="day") if day else When()
    document = more.pop("document", "d1")
    return Event(
        **{
            "id": name, "title": f"حدث {name}", "type": "ASSAULT", "status": "happened",
            "when": when, "claims": (f"{name}:claim",), "documents": (document,),
            "reports": 1, "origins": 0, "grade": "E", **more,
        }
    )  # fmt: skip
