"""Origins: how many independent chains stand behind an event.

Three questions, each an edge with its reason: same text? same origin? same party? Components of
the union are origins (design study, section B).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Literal, NamedTuple

from tawatur.model import Claim, Copy, Document, Entity, Event, Link, Reason, Span
from tawatur.model.unions import Unions

Class = Literal["identified", "unnamed", "voice"]
"""What ends a chain: somebody with a name, somebody without one, or only the outlet itself."""


class Support(NamedTuple):
    """One claim's weight for an event: where its chain ends."""

    claim: str
    document: str
    end: str
    """The same for two claims exactly when their chains end with the same speaker."""
    party: str
    """The speaker's side: the body that its office, spokesman or member belongs to."""
    kind: Class
    words: str


class Origin(NamedTuple):
    """An independent chain: the claims that come from it and what ends it."""

    claims: tuple[str, ...]
    documents: tuple[str, ...]
    kind: Class
    parties: tuple[str, ...]
    words: str


class Edge(NamedTuple):
    """Why two claims are one origin."""

    left: str
    right: str
    rule: str
    words: str


def supports_of(
    event: Event,
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    entities: Mapping[str, Entity],
) -> list[Support]:
    """Find the end of each claim's chain."""
    return [
        _support(claims[name], documents[claims[name].document], entities) for name in event.claims
    ]


def _support(claim: Claim, document: Document, entities: Mapping[str, Entity]) -> Support:
    spoken = [link for link in claim.chain if link.kind != "outlet"]
    if not spoken:
        outlets = [link for link in claim.chain if link.kind == "outlet"]
        voice = _voice(outlets, document)
        return Support(
            claim.id, document.id, voice, voice, "voice", outlets[-1].words if outlets else ""
        )
    end = spoken[-1]
    if end.entity is not None and not end.anonymous:
        return Support(
            claim.id,
            document.id,
            end.entity,
            party_of(end.entity, entities),
            "identified",
            end.words,
        )
    relay = next((link.entity for link in reversed(spoken[:-1]) if link.entity), None)
    # An unnamed speaker is somebody else in every report, unless an agency passed him on.
    key = f"unnamed:{relay or document.id}:{end.words if relay else end.start}"
    kind: Class = "unnamed" if end.anonymous or end.kind == "unnamed" else "identified"
    return Support(claim.id, document.id, key, key, kind, end.words)


def _voice(outlets: Sequence[Link], document: Document) -> str:
    last = outlets[-1] if outlets else None
    if last and (last.entity or last.words):
        return f"voice:{last.entity or last.words}"
    return f"voice:{document.outlet or document.id}"


def party_of(entity: str, entities: Mapping[str, Entity]) -> str:
    """Climb from an office or spokesman to the body it belongs to.

    Places are no parties: a ministry in Baghdad does not speak for Baghdad.
    """
    seen = {entity}
    while entity in entities:
        above = [
            parent
            for parent in entities[entity].within
            if parent not in seen and parent in entities and entities[parent].lat is None
        ]
        if not above:
            return entity
        entity = min(above)
        seen.add(entity)
    return entity


def edges_between(
    supports: Sequence[Support], claims: Mapping[str, Claim], copies: Iterable[Copy]
) -> Iterator[Edge]:
    """Tie claims that are not independent of each other, each tie with its reason."""
    texts = [copy for copy in copies if copy.kind != "formula"]
    for left, right in combinations(supports, 2):
        if left.end == right.end:
            yield Edge(left.claim, right.claim, "same origin", left.words or right.words)
        elif left.party == right.party:
            yield Edge(left.claim, right.claim, "same party", f"{left.words} ~ {right.words}")
        elif _voice_of_same(left, right):
            yield Edge(
                left.claim, right.claim, "told after a named origin", right.words or left.words
            )
        elif copy := _shared(claims[left.claim], claims[right.claim], texts):
            yield Edge(left.claim, right.claim, f"same text: {copy.kind}", copy.because[0].words)


def _voice_of_same(left: Support, right: Support) -> bool:
    """A newspaper's own words lean on the origin that the same report names."""
    kinds = {left.kind, right.kind}
    return left.document == right.document and "voice" in kinds and len(kinds) == 2


def _shared(left: Claim, right: Claim, copies: Iterable[Copy]) -> Copy | None:
    for copy in copies:
        pairs = ((copy.left, copy.right), (copy.right, copy.left))
        for one, other in pairs:
            if (
                one.document == left.document
                and other.document == right.document
                and Span(one.start, one.end).meets(left.trigger)
                and Span(other.start, other.end).meets(right.trigger)
            ):
                return copy
    return None


def origins_of(supports: Sequence[Support], edges: Iterable[Edge]) -> tuple[Origin, ...]:
    """Take the components of the union; a component is as good as its best end."""
    unions = Unions(support.claim for support in supports)
    for edge in edges:
        unions.join(edge.left, edge.right)
    by_claim = {support.claim: support for support in supports}
    return tuple(_origin([by_claim[claim] for claim in group]) for group in unions.groups())


_BEST: Mapping[Class, int] = {"identified": 0, "unnamed": 1, "voice": 2}


def _origin(supports: Sequence[Support]) -> Origin:
    best = min(supports, key=lambda each: (_BEST[each.kind], each.claim))
    return Origin(
        claims=tuple(sorted(each.claim for each in supports)),
        documents=tuple(sorted({each.document for each in supports})),
        kind=best.kind,
        parties=tuple(sorted({each.party for each in supports if each.kind == "identified"})),
        words=best.words,
    )


def reasons_of(
    origins: Sequence[Origin], edges: Iterable[Edge], claims: Mapping[str, Claim]
) -> tuple[Reason, ...]:
    """Say in a line for each origin what it is, and for each tie between documents why it is one."""
    lines = [
        Reason(rule=f"origin: {origin.kind}", words=origin.words or "the outlet's own voice")
        for origin in origins
    ]
    ties = {
        (edge.rule, edge.words)
        for edge in edges
        if claims[edge.left].document != claims[edge.right].document
    }
    return (*lines, *(Reason(rule=rule, words=words) for rule, words in sorted(ties)))
