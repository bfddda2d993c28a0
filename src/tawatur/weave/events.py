"""Events out of clusters: the slots that a reader sees, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from tawatur.codebook.codebook import codebook
from tawatur.model import (
    AmountValue,
    Claim,
    Entity,
    Event,
    EventAmount,
    Mention,
    Reason,
    Status,
    When,
    identify,
)
from tawatur.weave.cluster import PLACES_BY_WEIGHT, UNKNOWN_PLACE, Cluster
from tawatur.weave.titles import title_of

STATUS_ORDER: tuple[Status, ...] = (
    "happened", "ongoing", "not_happened", "denied", "planned", "hypothetical",
)  # fmt: skip
"""Which status an event has when its claims differ: what happened outweighs what was planned, and
a plan that is reported as not carried out did not happen."""


class Known(NamedTuple):
    """What events are made from, indexed."""

    claims: Mapping[str, Claim]
    mentions: Mapping[str, Mention]
    entities: Mapping[str, Entity]
    place_kinds: Mapping[str, str]
    when: Callable[[str], When]
    reasons: Mapping[str, tuple[str, ...]]


def events_of(clusters: Iterable[Cluster], known: Known) -> tuple[Event, ...]:
    """Make an event of every cluster that tells something; in order of id.

    A single mention that names nobody, no place, no figure and no plan stays a claim: there is
    nothing by which two reports of it could be told apart.
    """
    made = [_event(cluster, known) for cluster in clusters if _tells(cluster, known)]
    return tuple(sorted(made, key=lambda event: event.id))


def _tells(cluster: Cluster, known: Known) -> bool:
    return len(cluster.claims) > 1 or any(
        claim.actors or claim.recipients or claim.place or claim.amounts
        or claim.status in {"planned", "not_happened", "denied"}
        for claim in _claims(cluster, known)
    )  # fmt: skip


def _claims(cluster: Cluster, known: Known) -> list[Claim]:
    return [known.claims[claim] for claim in cluster.claims]


def _event(cluster: Cluster, known: Known) -> Event:
    claims = _claims(cluster, known)
    type_ = _type(claims)
    actors = _ranked(who for claim in claims for who in claim.actors)
    recipients = tuple(
        who for who in _ranked(who for claim in claims for who in claim.recipients)
        if who not in actors
    )  # fmt: skip
    places = _places(claims, known.place_kinds)
    family = _family(claims, known.mentions)
    documents = tuple(sorted({claim.document for claim in claims}))
    return Event(
        id=identify("event", cluster.claims[0]),
        title=title_of(
            family, type_, actors, recipients, places[0] if places else None, known.entities
        ),
        type=type_,
        modes=_ranked(mode for claim in claims if claim.type == type_ for mode in claim.modes),
        contexts=_ranked(context for claim in claims for context in claim.contexts),
        status=_status(claims),
        when=When() if cluster.aggregate else known.when(cluster.day),
        place=places[0] if places else None,
        places=places,
        actors=actors,
        recipients=recipients,
        amounts=amounts_of_claims(claims),
        claims=cluster.claims,
        documents=documents,
        reports=len(documents),
        origins=0,
        grade="E",
        because=_because(cluster, known),
    )


def _type(claims: Sequence[Claim]) -> str:
    """Choose the type most claims have; between equals, the more intense one."""
    book = codebook("plover")
    counted = Counter(claim.type for claim in claims)
    return max(counted, key=lambda each: (counted[each], abs(book.types[each].score), each))


def _family(claims: Sequence[Claim], mentions: Mapping[str, Mention]) -> str:
    counted = Counter(mentions[claim.id].family for claim in claims)
    return max(counted, key=lambda each: (counted[each], each))


def _status(claims: Sequence[Claim]) -> Status:
    said = {claim.status for claim in claims}
    return next(status for status in STATUS_ORDER if status in said)


def _ranked(values: Iterable[str]) -> tuple[str, ...]:
    counted = Counter(values)
    return tuple(sorted(counted, key=lambda each: (-counted[each], each)))


def _places(claims: Sequence[Claim], kinds: Mapping[str, str]) -> tuple[str, ...]:
    """Put the place first that most claims name, the more precise of two named about as often."""
    counted = Counter(claim.place for claim in claims if claim.place)

    def rank(place: str) -> tuple[float, str]:
        weight = PLACES_BY_WEIGHT.get(kinds.get(place, ""), UNKNOWN_PLACE)
        return (-weight * counted[place], place)

    return tuple(sorted(counted, key=rank))


def amounts_of_claims(claims: Sequence[Claim]) -> dict[str, EventAmount]:
    """Pool the amounts of claims by what they count; the choice of the best comes with weighing."""
    kinds = sorted({amount.what for claim in claims for amount in claim.amounts})
    return {what: _pooled(what, claims) for what in kinds}


def _pooled(what: str, claims: Sequence[Claim]) -> EventAmount:
    holders: dict[tuple[int, int | None], set[str]] = {}
    for claim in claims:
        for amount in claim.amounts:
            if amount.what == what:
                holders.setdefault((amount.low, amount.high), set()).add(claim.id)
    ordered = sorted(holders, key=lambda value: (value[0], value[1] is None, value[1] or 0))
    highs = [high for _, high in ordered]
    return EventAmount(
        low=min(low for low, _ in ordered),
        high=None if None in highs else max(high for high in highs if high is not None),
        best=None,
        values=tuple(
            AmountValue(low=low, high=high, claims=tuple(sorted(holders[low, high])))
            for low, high in ordered
        ),
    )


def _because(cluster: Cluster, known: Known) -> tuple[Reason, ...]:
    """Say of each claim that joined the others why it did."""
    found = []
    for claim_id in cluster.claims:
        if why := known.reasons.get(claim_id):
            claim = known.claims[claim_id]
            found.append(
                Reason(
                    rule="one happening",
                    words="; ".join(why),
                    document=claim.document,
                    start=claim.trigger.start,
                    end=claim.trigger.end,
                )
            )
    return tuple(found)
