"""Where the words stand that a brief rests on, and the link to each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tawatur.keep.record import Record
from tawatur.model import Claim, Event, Reason, Span
from tawatur.show.lookup import Lookup

PHRASE = 40
"""Code points of a reason that is a phrase; whole sentences are linked but not underlined."""


@dataclass(slots=True)
class Cited:
    """A stretch of a document that something rests on: how, and for which events (their numbers)."""

    how: set[str] = field(default_factory=set)
    events: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Anchors:
    """The cited stretches of every document, and the number each document has on the page."""

    numbers: dict[str, int]
    cited: dict[str, dict[Span, Cited]]

    @classmethod
    def of(cls, record: Record, lookup: Lookup) -> Anchors:
        """Gather every stretch that the events, their claims and their dates rest on."""
        numbers = {document: number for number, document in enumerate(lookup.documents, 1)}
        cited: dict[str, dict[Span, Cited]] = defaultdict(lambda: defaultdict(Cited))
        for document, span, how, event in _places(record, lookup):
            text = lookup.documents.get(document)
            if text is not None and span.start < span.end <= len(text.text):
                place = cited[document][span]
                place.how.add(how)
                place.events.update(event)
        return cls(numbers=numbers, cited={id_: dict(spans) for id_, spans in cited.items()})

    def name(self, document: str, span: Span) -> str | None:
        """Name the anchor of a stretch, null when it is not on the page.

        The name is its meaning: document 3, code points 10 to 50 is «d3-10-50».
        """
        if span not in self.cited.get(document, {}):
            return None
        return f"d{self.numbers[document]}-{span.start}-{span.end}"

    def link(self, document: str | None, start: int | None, end: int | None) -> str | None:
        """Write the address of a stretch on the page, null when there is none."""
        if document is None or start is None or end is None:
            return None
        name = self.name(document, Span(start, end)) if start <= end else None
        return f"#{name}" if name else None


_Place = tuple[str, Span, str, tuple[int, ...]]


def _places(record: Record, lookup: Lookup) -> Iterator[_Place]:
    for number, event in enumerate(lookup.events, 1):
        yield from _of_event(event)
        for claim in lookup.claims_of(event.claims):
            yield from _of_claim(claim, number)
    for document in record.documents:
        yield from _of_reasons(document.published.because, "date")
        for shown in document.page_dates:
            if shown.span is not None:
                yield document.id, shown.span, "date", ()
    for line in record.calendar:
        yield from _of_reasons((*line.because, *line.conflict), "date")


def _of_event(event: Event) -> Iterator[_Place]:
    yield from _of_reasons(event.when.because, "date")
    yield from _of_reasons(event.because, "reason")
    for contradiction in event.contradictions:
        yield from _of_reasons(contradiction.because, "reason")


def _of_claim(claim: Claim, number: int) -> Iterator[_Place]:
    yield claim.document, Span(claim.start, claim.end), "claim", (number,)
    yield from _of_reasons(claim.when.because, "date")
    for link in claim.chain:
        if link.start is not None and link.end is not None:
            yield claim.document, Span(link.start, link.end), "speaker", ()
    for amount in claim.amounts:
        yield claim.document, Span(amount.start, amount.end), "amount", ()


def _of_reasons(because: Iterable[Reason], how: str) -> Iterator[_Place]:
    for reason in because:
        if reason.document is not None and reason.start is not None and reason.end is not None:
            span = Span(reason.start, reason.end)
            yield reason.document, span, how if len(span) <= PHRASE else "sentence", ()
