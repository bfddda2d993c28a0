"""A record by its ids: what a view looks up while it writes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tawatur.keep.record import Record
from tawatur.model import Claim, Document, Entity, Event, Reason
from tawatur.show.dates import order_in_time
from tawatur.show.labels import Language, label
from tawatur.show.veil import NO_VEIL, Veil


@dataclass(frozen=True, slots=True)
class Lookup:
    """Documents and events in the order of time, claims and entities, all by id.

    `veil` hides the names of persons where they are not to be shown.
    """

    documents: dict[str, Document]
    claims: dict[str, Claim]
    entities: dict[str, Entity]
    events: tuple[Event, ...]
    numbers: dict[str, int]
    """The number of each event on the page, by its place in time."""
    veil: Veil

    @classmethod
    def of(cls, record: Record, *, names: bool = True) -> Lookup:
        """Index a record; without `names`, persons stay unnamed."""
        events = tuple(sorted(record.events, key=_order))
        return cls(
            documents={document.id: document for document in sorted(record.documents, key=_came)},
            claims={claim.id: claim for claim in record.claims},
            entities={entity.id: entity for entity in record.entities},
            events=events,
            numbers={event.id: number for number, event in enumerate(events, 1)},
            veil=NO_VEIL if names else Veil(record.entities),
        )

    def event(self, id_: str | None) -> tuple[int, Event] | None:
        """Find an event and its number."""
        number = self.numbers.get(id_ or "")
        return None if number is None else (number, self.events[number - 1])

    def quotes(self, reason: Reason) -> bool:
        """Tell whether a reason's words are the report's; else the record says them itself."""
        document = self.documents.get(reason.document or "")
        if document is None or reason.start is None or reason.start == reason.end:
            return False
        return document.text.startswith(reason.words, reason.start)

    def claims_of(self, ids: Iterable[str]) -> list[Claim]:
        """Fetch claims in the order of their documents' publication, then of their place."""
        found = [self.claims[id_] for id_ in ids if id_ in self.claims]
        return sorted(found, key=self._printed)

    def _printed(self, claim: Claim) -> tuple[object, ...]:
        document = self.documents.get(claim.document)
        return (document is None, *(_came(document) if document else ()), claim.start)

    def name(self, entity: str | None, lang: Language) -> str | None:
        """Name an entity, in the reader's language where it has a name in it."""
        found = self.entities.get(entity or "")
        if found is not None and found.id in self.veil.persons:
            return label("page.person", lang)
        return name_of(found, lang) if found is not None else None

    def outlet(self, claim: Claim, lang: Language) -> str:
        """Name the outlet that prints a claim."""
        document = self.documents.get(claim.document)
        if document is not None and document.outlet:
            return document.outlet
        return document.name if document is not None else label("card.no_outlet", lang)

    def outlets(self, ids: Iterable[str], lang: Language) -> list[str]:
        """Name the outlets that print claims, each once, the earliest first."""
        return list(dict.fromkeys(self.outlet(claim, lang) for claim in self.claims_of(ids)))


def name_of(entity: Entity, lang: Language) -> str | None:
    """Choose the name to show: the reader's language first, then the preferred one."""
    ranked = sorted(
        entity.names,
        key=lambda name: (
            name.lang not in {lang, None},
            name.kind != "preferred",
            name.lang is None,
        ),
    )
    return ranked[0].text if ranked else None


def _came(document: Document) -> tuple[object, ...]:
    return (*order_in_time(document.published), document.name, document.id)


def _order(event: Event) -> tuple[object, ...]:
    return (*order_in_time(event.when), event.title, event.id)
