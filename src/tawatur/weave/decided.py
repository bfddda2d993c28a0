"""What people decided, applied: events kept apart or taken as one, claims set aside, entities joined."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from msgspec.structs import replace

from tawatur.model import Decision, Entity, Reason, Report, identify
from tawatur.model.unions import Unions

Pair = frozenset[str]


class Decided(NamedTuple):
    """The last word on each pair and each claim.

    An event goes by the id it had when it was decided on, which is that of its first claim: the
    claim is still there when later builds gather others around it.
    """

    same: tuple[Pair, ...] = ()
    different: frozenset[Pair] = frozenset()
    wrong: frozenset[str] = frozenset()
    reasons: Mapping[Pair, str] = MappingProxyType({})

    @classmethod
    def of(cls, decisions: Iterable[Decision]) -> Decided:
        """Read decisions in order of time; a later one outweighs an earlier one on the same things."""
        last: dict[Pair, Decision] = {}
        for decision in sorted(decisions, key=lambda each: (each.at, each.left, each.right or "")):
            last[frozenset({decision.left, decision.right or decision.left})] = decision
        verdicts = {pair: decision.verdict for pair, decision in last.items()}
        return cls(
            same=tuple(sorted((p for p, v in verdicts.items() if v == "same"), key=sorted)),
            different=frozenset(p for p, v in verdicts.items() if v == "different"),
            wrong=frozenset(next(iter(p)) for p, v in verdicts.items() if v == "wrong"),
            reasons={pair: f"decided by {each.by}: {each.why}" for pair, each in last.items()},
        )

    def apart(self, left: Iterable[str], right: Sequence[str]) -> bool:
        """Tell whether somebody decided that two gatherings of claims are different events."""
        if not self.different:
            return False
        others = [identify("event", claim) for claim in right]
        return any(
            frozenset({identify("event", claim), other}) in self.different
            for claim in left
            for other in others
        )


NOTHING_DECIDED = Decided()


def without_wrong(report: Report, decided: Decided) -> Report:
    """Leave out the claims that somebody decided are wrong; they stay in the record."""
    kept = [
        (claim, mention)
        for claim, mention in zip(report.claims, report.mentions, strict=True)
        if claim.id not in decided.wrong
    ]
    return replace(
        report,
        claims=tuple(claim for claim, _ in kept),
        mentions=tuple(mention for _, mention in kept),
    )


def joined_entities(
    entities: Sequence[Entity], decided: Decided
) -> tuple[dict[str, str], tuple[Entity, ...]]:
    """Join the entities that somebody decided are one; give the new ids and what is left."""
    by_id = {entity.id: entity for entity in entities}
    pairs = [tuple(sorted(pair)) for pair in decided.same if pair <= by_id.keys()]
    if not pairs:
        return {}, tuple(entities)
    unions = Unions(by_id)
    for left, right in pairs:
        unions.join(left, right)
    ids = {name: unions.root(name) for name in by_id}
    joined = [_one([by_id[name] for name in group], decided) for group in unions.groups()]
    return ids, tuple(joined)


def _one(group: Sequence[Entity], decided: Decided) -> Entity:
    first = group[0]
    if len(group) == 1:
        return first
    names = {(name.text, name.lang): name for entity in reversed(group) for name in entity.names}
    inside = {entity.id for entity in group}
    words = [
        why for pair, why in sorted(decided.reasons.items(), key=lambda it: it[1]) if pair <= inside
    ]
    return replace(
        first,
        names=tuple(sorted(names.values(), key=lambda name: (name.kind != "preferred", name.text))),
        mentions=sum(entity.mentions for entity in group),
        kb=next((entity.kb for entity in group if entity.kb), None),
        because=(*first.because, *(Reason(rule="a person decided", words=each) for each in words)),
    )
