"""Events in, events with origins, grades and contradictions out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace

from tawatur.model import Copy, Event, Woven
from tawatur.stage import Each
from tawatur.weigh.amounts import with_best
from tawatur.weigh.contradictions import Weighing, contradictions_of
from tawatur.weigh.grades import grade_of
from tawatur.weigh.origins import edges_between, origins_of, reasons_of, supports_of


def weigh(woven: Woven) -> Woven:
    """Weigh every event: its independent origins, its grade, what its claims contradict."""
    weighing = Weighing(
        claims={claim.id: claim for claim in woven.claims},
        documents={document.id: document for document in woven.documents},
        entities={entity.id: entity for entity in woven.entities},
        days={document.id: document.published for document in woven.documents},
        times={marks.document: marks.times for marks in woven.marks},
    )
    return replace(
        woven, events=tuple(_weighed(event, weighing, woven.copies) for event in woven.events)
    )


def _weighed(event: Event, weighing: Weighing, copies: Iterable[Copy]) -> Event:
    claims, entities = weighing.claims, weighing.entities
    supports = supports_of(event, claims, weighing.documents, entities)
    edges = tuple(edges_between(supports, claims, _between(copies, event.documents)))
    origins = origins_of(supports, edges)
    grade, why = grade_of(event, origins, entities)
    chosen = with_best(event, weighing.days, claims)
    return replace(
        chosen,
        origins=len(origins),
        grade=grade,
        contradictions=contradictions_of(chosen, weighing),
        because=(*event.because, *reasons_of(origins, edges, claims), *why),
    )


def _between(copies: Iterable[Copy], documents: Iterable[str]) -> list[Copy]:
    inside = set(documents)
    return [
        copy for copy in copies
        if copy.left.document in inside and copy.right.document in inside
    ]  # fmt: skip


def weigh_each(woven: Sequence[Woven]) -> Iterable[Woven]:
    """Weigh every record of a batch."""
    return map(weigh, woven)


def make_weigh() -> Callable[[Sequence[Woven]], Iterable[Woven]]:
    """Hand over `weigh_each`."""
    return weigh_each


WEIGH = Each(
    name="weigh",
    make=make_weigh,
    reads=frozenset({"events", "copies"}),
    writes=frozenset({"origins", "grades", "contradictions"}),
    version="1",
    batch=1,
)
