"""Origins: how many independent chains stand behind an event.

Three questions, each an edge with its reason: same text? same origin? same party? Components of
the union are origins (design study, section B).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Literal, NamedTuple

from tawatur.lang.letters import fold
from tawatur.model import Claim, Copy, Document, Entity, Event, Link, Reason, Span
from tawatur.model.unions import Unions

Class = Literal["identified", "unnamed", "voice"]
"""What ends a chain: somebody with a name, somebody without one, or only an outlet or agency."""

TELLERS = frozenset({"outlet", "agency"})
"""Links that pass on what others say; where nobody stands behind them, they speak themselves."""

BY_WORDS = "named:"
"""Begins the party of a speaker whom no entity stands for."""


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
    own: bool = False
    """Whether the report says it in its own voice, and not that of an outlet it quotes."""


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
    firm: bool = True
    """Whether it makes one of all that hangs on either side. What leans on two makes them not one."""


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
    ends = [place for place, link in enumerate(claim.chain) if link.kind not in TELLERS]
    if not ends:
        return _told(claim, document)
    end = claim.chain[ends[-1]]
    if end.entity is not None and not end.anonymous:
        party = party_of(end.entity, entities)
        return Support(claim.id, document.id, end.entity, party, "identified", end.words)
    if not end.anonymous and end.kind != "unnamed":
        # Nobody is known by these words alone; to take two for one counts an origin too few at most.
        name = BY_WORDS + fold(end.words)
        return Support(claim.id, document.id, name, name, "identified", end.words)
    relay = _relay(claim.chain[: ends[-1]])
    # An unnamed speaker is somebody else in every report, unless somebody passed him on.
    key = f"unnamed:{relay or document.id}:{fold(end.words) if relay else end.start}"
    return Support(claim.id, document.id, key, key, "unnamed", end.words)


def _relay(before: Sequence[Link]) -> str | None:
    """Name who passed a speaker on to the outlet that prints; None if that heard him itself."""
    others = before[1:] if before and before[0].kind == "outlet" else before
    return next((each.entity or each.words for each in others[::-1] if not each.anonymous), None)


def _told(claim: Claim, document: Document) -> Support:
    """What an outlet or agency says itself: no other end is known."""
    last = claim.chain[-1] if claim.chain else None
    name = (last.entity or last.words) if last else None
    voice = f"voice:{name or document.outlet or document.id}"
    own = all(link.start is None for link in claim.chain)
    words = last.words if last else ""
    return Support(claim.id, document.id, voice, voice, "voice", words, own)


def party_of(entity: str, entities: Mapping[str, Entity]) -> str:
    """Climb from an office or spokesman to the body it belongs to.

    Places are no parties: a ministry in Baghdad does not speak for Baghdad.
    """
    seen = {entity}
    while entity in entities:
        above = [
            parent
            for parent in entities[entity].within
            if parent not in seen and parent in entities and not _is_place(entities[parent])
        ]
        if not above:
            return entity
        entity = min(above)
        seen.add(entity)
    return entity


def _is_place(entity: Entity) -> bool:
    return entity.kind == "place" or entity.lat is not None


def edges_between(
    supports: Sequence[Support], claims: Mapping[str, Claim], copies: Iterable[Copy]
) -> Iterator[Edge]:
    """Tie claims that are not independent of each other, each tie with its reason."""
    texts: dict[frozenset[str], list[Copy]] = defaultdict(list)
    for copy in copies:
        if copy.kind != "formula":
            texts[frozenset({copy.left.document, copy.right.document})].append(copy)
    for left, right in combinations(supports, 2):
        shared = texts.get(frozenset({left.document, right.document}), ())
        if left.end == right.end and left.kind != "voice":
            yield Edge(left.claim, right.claim, "same origin", left.words or right.words)
        elif same := _shared(claims[left.claim], claims[right.claim], shared):
            yield Edge(left.claim, right.claim, f"same text: {same.kind}", same.because[0].words)
        elif left.end == right.end:
            words = left.words or right.words
            yield Edge(left.claim, right.claim, "same voice", words, firm=False)
        elif left.party == right.party:
            yield Edge(left.claim, right.claim, "same party", f"{left.words} ~ {right.words}")
        elif _leans(left, right) or _leans(right, left):
            words = left.words if left.kind != "voice" else right.words
            yield Edge(left.claim, right.claim, "told after a named origin", words, firm=False)


def _leans(voice: Support, other: Support) -> bool:
    """A report's own words lean on an origin that it names for the same happening."""
    return voice.own and other.kind != "voice" and voice.document == other.document


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
    """Take the components of the union; a component is as good as its best end.

    Of two origins that one report names, the report's own words do not make one: they are counted
    with the first and tie nothing.
    """
    found = tuple(edges)
    unions = Unions(support.claim for support in supports)
    for edge in found:
        if edge.firm:
            unions.join(edge.left, edge.right)
    for voice, home in _homes(supports, found, unions):
        unions.join(voice, home)
    by_claim = {support.claim: support for support in supports}
    return tuple(_origin([by_claim[claim] for claim in group]) for group in unions.groups())


def _homes(
    supports: Sequence[Support], edges: Iterable[Edge], firm: Unions
) -> list[tuple[str, str]]:
    """Gather the voices that belong together, and find for each gathering one origin it leans on."""
    spoken = {firm.root(each.claim) for each in supports if each.kind != "voice"}
    roots = {firm.root(each.claim) for each in supports}
    voices = Unions(roots)
    leaning: set[tuple[str, str]] = set()
    for edge in edges:
        left, right = firm.root(edge.left), firm.root(edge.right)
        if left in spoken and right not in spoken:
            leaning.add((right, left))
        elif right in spoken and left not in spoken:
            leaning.add((left, right))
        elif left not in spoken:
            voices.join(left, right)
    homes: dict[str, str] = {}
    for voice, origin in sorted(leaning):
        homes.setdefault(voices.root(voice), origin)
    return [*homes.items(), *((root, voices.root(root)) for root in sorted(roots - spoken))]


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
