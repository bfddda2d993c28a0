"""What the claims of one event say differently, and how."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from tawatur.model import (
    Claim,
    Contradiction,
    Document,
    Entity,
    Event,
    Reason,
    Side,
    TimeMark,
    When,
)
from tawatur.weigh.amounts import contradictions_in

PEOPLE = frozenset({"killed", "injured", "casualties", "missing", "arrested", "displaced"})
"""Amounts for which an exact figure without a speaker is worth a question."""


class Weighing(NamedTuple):
    """What is looked at besides the event."""

    claims: Mapping[str, Claim]
    documents: Mapping[str, Document]
    entities: Mapping[str, Entity]
    days: Mapping[str, When]
    """The day of each document's text."""
    times: Mapping[str, tuple[TimeMark, ...]]
    """The time marks of each document."""


def contradictions_of(event: Event, weighing: Weighing) -> tuple[Contradiction, ...]:
    """Collect the contradictions of an event, in the order in which they are looked for."""
    return tuple(found for look in LOOKS for found in look(event, weighing))


def _figures(event: Event, weighing: Weighing) -> Iterator[Contradiction]:
    yield from contradictions_in(event, weighing.days, weighing.claims)


def _unsupported(event: Event, weighing: Weighing) -> Iterator[Contradiction]:
    """A figure that no report attributes to anybody."""
    for what, amount in event.amounts.items():
        if what not in PEOPLE or all(value.low != value.high for value in amount.values):
            continue
        chains = [weighing.claims[claim].chain for value in amount.values for claim in value.claims]
        if not any(link.kind != "outlet" for chain in chains for link in chain):
            held = tuple(sorted({claim for value in amount.values for claim in value.claims}))
            said = [
                each.words
                for claim in held
                for each in weighing.claims[claim].amounts
                if each.what == what
            ]
            yield Contradiction(
                kind="unsupported",
                slot=f"amounts.{what}",
                values=(Side(value=" · ".join(dict.fromkeys(said)), claims=held),),
                because=(
                    Reason(rule="unsupported", words="no report says where the figure is from"),
                ),
            )


def _rival_rule(event: Event, weighing: Weighing) -> Iterator[Contradiction]:
    """A place that more than one administration claims: every claimant is shown."""
    place = weighing.entities.get(event.place or "")
    parents = _closest(place, weighing.entities) if place else []
    if place is None or len(parents) < 2:
        return
    held = tuple(claim for claim in event.claims if weighing.claims[claim].place == place.id)
    yield Contradiction(
        kind="framing",
        slot="place.within",
        values=tuple(Side(value=parent.names[0].text, claims=held) for parent in parents),
        because=place.because or (Reason(rule="framing", words=place.names[0].text),),
    )


def _closest(place: Entity, entities: Mapping[str, Entity]) -> list[Entity]:
    """List what a place lies in, without what holds another one of them."""
    parents = [entities[one] for one in place.within if one in entities]
    wider = {above for parent in parents for above in parent.within}
    return [parent for parent in parents if parent.id not in wider]


def _over_time(event: Event, weighing: Weighing) -> Iterator[Contradiction]:
    """Planned, then not carried out; or planned and then held."""
    sides: dict[str, list[str]] = {}
    for claim in event.claims:
        sides.setdefault(weighing.claims[claim].status, []).append(claim)
    if len(sides) > 1 and not sides.keys() <= {"happened", "ongoing"}:
        yield Contradiction(
            kind="status",
            slot="status",
            values=tuple(Side(value=said, claims=tuple(sides[said])) for said in sorted(sides)),
            because=(Reason(rule="status", words="the reports differ on whether it happened"),),
        )


def _misdated(event: Event, weighing: Weighing) -> Iterator[Contradiction]:
    """A date that its own weekday contradicts: one of the two is a slip of the pen."""
    for claim in (weighing.claims[name] for name in event.claims):
        for mark in weighing.times.get(claim.document, ()):
            if not (claim.start <= mark.start < claim.end and mark.begins == mark.ends):
                continue
            if mark.begins is None or mark.weekday in {None, mark.begins.weekday()}:
                continue
            rivals = tuple(
                name
                for name in event.claims
                if weighing.claims[name].document != claim.document
                and weighing.claims[name].when.day is not None
            )
            solved = event.when.day.isoformat() if event.when.day else f"weekday {mark.weekday}"
            yield Contradiction(
                kind="incompatible",
                slot="when",
                values=(
                    Side(value=mark.begins.isoformat(), claims=(claim.id,)),
                    Side(value=solved, claims=rivals or (claim.id,)),
                ),
                because=(
                    Reason(
                        rule="date and weekday disagree",
                        words=mark.words,
                        document=claim.document,
                        start=mark.start,
                        end=mark.end,
                    ),
                ),
            )


def _page_date(event: Event, weighing: Weighing) -> Iterator[Contradiction]:
    """A page's own date that the report's words exclude."""
    for name in event.documents:
        document, day = weighing.documents[name], weighing.days[name]
        held = tuple(each for each in event.claims if weighing.claims[each].document == name)
        for shown in document.page_dates:
            if shown.trusted or day.weekday is None or shown.date.weekday() == day.weekday:
                continue
            header = shown.span.start if shown.span else None
            said = [
                reason
                for reason in day.because
                if reason.document == name and reason.start != header
            ]
            yield Contradiction(
                kind="incompatible",
                slot="publication date",
                values=(
                    Side(value=shown.date.isoformat(), claims=held),
                    Side(value=said[0].words if said else f"weekday {day.weekday}", claims=held),
                ),
                because=(Reason(rule="page date rejected", words=shown.why), *said[:1]),
            )


LOOKS: tuple[Callable[[Event, Weighing], Iterator[Contradiction]], ...] = (
    _figures,
    _unsupported,
    _rival_rule,
    _over_time,
    _misdated,
    _page_date,
)
"""The order in which an analyst asks: how many, says who, where, did it happen, when."""
