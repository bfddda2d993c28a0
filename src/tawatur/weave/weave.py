"""Many reports, one record: the steps in order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from tawatur.model import (
    CalendarLine,
    Claim,
    Copy,
    Document,
    Event,
    Report,
    Span,
    Woven,
    event_day,
    text_day,
)
from tawatur.resolve.across import merge_entities
from tawatur.weave.calendar import Calendar, calendar_lines
from tawatur.weave.cluster import Cluster
from tawatur.weave.copies import find_copies
from tawatur.weave.dating import dated
from tawatur.weave.day_evidence import day_evidence
from tawatur.weave.decided import NOTHING_DECIDED, Decided, joined_entities, without_wrong
from tawatur.weave.directions import with_directions
from tawatur.weave.events import Known, events_of
from tawatur.weave.gather import claims_of, gather, mentions_of
from tawatur.weave.network import Network
from tawatur.weave.parts import with_parts
from tawatur.weave.place_weights import place_kinds, place_weights
from tawatur.weave.renaming import renamed
from tawatur.weave.same import World
from tawatur.weave.stories import stories_of


def weave(given: Sequence[Report], decided: Decided = NOTHING_DECIDED) -> Woven:
    """Merge entities, find copies, gather claims, solve the calendar, make events and stories.

    The order of the reports changes nothing: they are put in order of their ids first. What people
    `decided` outweighs everything but the calendar.
    """
    reports = sorted(given, key=lambda report: report.document.id)
    merged = merge_entities(
        (report.document.id, entity) for report in reports for entity in report.entities
    )
    joined, left = joined_entities(merged.entities, decided)
    entities = {entity.id: entity for entity in left}
    reports = [renamed(renamed(report, merged.ids), joined) for report in reports]
    copies = find_copies(reports)
    network = Network(constraint for report in reports for constraint in report.constraints)
    claims = claims_of(reports)
    kinds = place_kinds(reports)
    world = World(
        entities,
        place_weights(reports, kinds),
        partial(day_evidence, network),
        _SharedText(copies, claims, {report.document.id: report.document for report in reports}),
        decided,
    )
    gathered = gather([without_wrong(report, decided) for report in reports], world, network)
    calendar = Calendar(network)
    reports = [dated(report, calendar.when) for report in reports]
    known = Known(
        claims=claims_of(reports),
        mentions=mentions_of(reports),
        entities=entities,
        place_kinds=kinds,
        when=calendar.when,
        reasons=gathered.reasons,
    )
    events = with_parts(events_of(gathered.clusters, known), known.mentions)
    events, stories = stories_of(events, kinds)
    documents = tuple(report.document for report in reports)
    return Woven(
        documents=documents,
        marks=tuple(report.marks for report in reports),
        claims=tuple(sorted(known.claims.values(), key=_by_place)),
        entities=tuple(sorted(left, key=lambda entity: entity.id)),
        events=events,
        calendar=_lines(calendar, reports, events),
        copies=with_directions(copies, documents),
        stories=stories,
    )


def _by_place(claim: Claim) -> tuple[str, int, str]:
    return (claim.document, claim.start, claim.id)


def _lines(
    calendar: Calendar, reports: Iterable[Report], events: Iterable[Event]
) -> tuple[CalendarLine, ...]:
    names = {text_day(report.document.id): report.document.id for report in reports}
    floating = [
        (event_day(event.claims[0]), event.id, text_day(event.documents[0]))
        for event in events
        if event.when.day is None and len(event.documents) == 1
    ]
    return tuple(dict.fromkeys(calendar_lines(calendar, names, floating)))


class _SharedText:
    """Whether a copied passage holds a claim of each of two clusters.

    What an outlet repeats from one of its reports to the next is house text: it makes the two
    dependent, but does not make what they tell one happening.
    """

    def __init__(
        self,
        copies: Iterable[Copy],
        claims: Mapping[str, Claim],
        documents: Mapping[str, Document],
    ) -> None:
        self._claims = claims
        self._between: dict[tuple[str, str], list[tuple[Span, Span]]] = {}
        for copy in copies:
            if copy.kind != "formula" and not is_house_text(copy, documents):
                one, two = copy.left, copy.right
                spans = Span(one.start, one.end), Span(two.start, two.end)
                self._between.setdefault((one.document, two.document), []).append(spans)

    def __call__(self, left: Cluster, right: Cluster) -> bool:
        return any(
            one.covers(self._claims[a].trigger) and two.covers(self._claims[b].trigger)
            for a in left.claims
            for b in right.claims
            for one, two in self._passages(a, b)
        )

    def _passages(self, left: str, right: str) -> list[tuple[Span, Span]]:
        one, two = self._claims[left].document, self._claims[right].document
        if (one, two) in self._between:
            return self._between[one, two]
        return [(second, first) for first, second in self._between.get((two, one), ())]


def is_house_text(copy: Copy, documents: Mapping[str, Document]) -> bool:
    """Tell a passage that an outlet repeats in its own reports, in neither of them the greater part."""
    sides = [(passage, documents[passage.document]) for passage in (copy.left, copy.right)]
    outlets = {document.outlet for _, document in sides}
    part = all(
        2 * (passage.end - passage.start) < len(document.text) for passage, document in sides
    )
    return part and len(outlets) == 1 and None not in outlets
