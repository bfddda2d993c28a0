"""Entities across documents: who is the same, why, and who must stay apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from tawatur.kb.knowledge import knowledge
from tawatur.model import Entity, Name, Reason, Tenure
from tawatur.resolve.entities import row_entity
from tawatur.resolve.likeness import MERGES, Compare, Likeness, Side, neighbour


@dataclass(frozen=True)
class Merged:
    """Which record each entity of a document is now, and the records.

    `ids` maps every local id to a record's; an entity of a knowledge-base row keeps its own.
    """

    ids: Mapping[str, str]
    entities: tuple[Entity, ...]


def merge_entities(found: Iterable[tuple[str, Entity]]) -> Merged:
    """Merge the entities of many documents, given with their documents' ids.

    Two are one only for a reason that is kept: the same row, two full names spelt alike with
    nobody else in between, a place spelt alike near the same place, a body or a post with one
    name in one country. A surname alone never leaves its document; a post is not a person. The
    order of `found` does not matter.

    >>> from tawatur.model import Name
    >>> one = Entity(id="a", kind="person", names=(Name(text="عبد الأمير يار الله"),), mentions=2)
    >>> two = Entity(id="b", kind="person", names=(Name(text="عبد الأمير رشيد يارالله"),), mentions=1)
    >>> merged = merge_entities([("d1", one), ("d2", two)])
    >>> merged.ids["a"] == merged.ids["b"], merged.entities[0].mentions
    (True, 3)
    """
    pairs = sorted(set(found), key=lambda pair: (pair[1].id, pair[0]))
    sides = _sides(pairs)
    groups = _Groups(sides)
    for likeness in _likenesses(sides):
        groups.join(likeness)
    return _records(pairs, groups)


def _sides(pairs: Sequence[tuple[str, Entity]]) -> dict[str, Side]:
    """Gather what is known of each local entity: its names, and the places around it."""
    near: dict[str, set[str]] = defaultdict(set)
    for document, entity in pairs:
        if entity.kind == "place" and not _is_country(entity):
            near[document].add(entity.id if entity.kb else neighbour(entity.names[0].text))
    sides: dict[str, Side] = {}
    for document, entity in pairs:
        known = sides.get(entity.id)
        own = {entity.id, *(neighbour(name.text) for name in entity.names)}
        around = frozenset(near[document] - own) | frozenset(entity.within)
        if known:
            sides[entity.id] = known.joined(entity, around)
        else:
            sides[entity.id] = Side.of(entity, around)
    return sides


def _is_country(entity: Entity) -> bool:
    return bool(entity.kb and entity.kb.startswith("country:"))


def _likenesses(sides: Mapping[str, Side]) -> list[Likeness]:
    """Compare within blocks; the best first, then by id."""
    best: dict[tuple[str, str], Likeness] = {}
    for merge in MERGES:
        blocks: dict[str, set[str]] = defaultdict(set)
        for side in sides.values():
            if side.kind in merge.kinds:
                for key in merge.keys(side):
                    blocks[key].add(side.id)
        for block in blocks.values():
            for likeness in _in_block([sides[one] for one in sorted(block)], merge.compare):
                known = best.get((likeness.left, likeness.right))
                if known is None or likeness.score > known.score:
                    best[likeness.left, likeness.right] = likeness
    order = sorted(best.values(), key=lambda each: (-each.score, each.left, each.right))
    return _without_rivals(order, sides)


def _in_block(sides: Sequence[Side], compare: Compare) -> Iterable[Likeness]:
    """Compare all pairs; of many that look the same each is compared with the first alone."""
    alike: dict[tuple[object, ...], list[Side]] = defaultdict(list)
    for side in sides:
        alike[side.signature].append(side)
    firsts = [same[0] for same in alike.values()]
    pairs = [(left, right) for n, left in enumerate(firsts) for right in firsts[n + 1 :]]
    pairs += [(same[0], other) for same in alike.values() for other in same[1:]]
    for left, right in pairs:
        likeness = None if left.kb and right.kb else compare(left, right)
        if likeness:
            yield likeness


def _without_rivals(found: Sequence[Likeness], sides: Mapping[str, Side]) -> list[Likeness]:
    """Drop a likeness whose one side is as like, or more, to a third that the other cannot be."""
    best: dict[str, dict[tuple[object, ...], tuple[float, Side]]] = defaultdict(dict)
    for likeness in found:
        for one, other in ((likeness.left, likeness.right), (likeness.right, likeness.left)):
            side = sides[other]
            score, _ = best[one].get(side.signature, (0.0, side))
            best[one][side.signature] = (max(score, likeness.score), side)
    return [likeness for likeness in found if not _has_rival(likeness, sides, best)]


def _has_rival(
    likeness: Likeness,
    sides: Mapping[str, Side],
    best: Mapping[str, Mapping[tuple[object, ...], tuple[float, Side]]],
) -> bool:
    return any(
        score >= likeness.score and not likeness.holds(sides[other], third)
        for one, other in ((likeness.left, likeness.right), (likeness.right, likeness.left))
        for score, third in best[one].values()
        if third.signature != sides[other].signature
    )


class _Groups:
    """Entities that are one so far. Two groups join when nothing in them speaks against it."""

    def __init__(self, sides: Mapping[str, Side]) -> None:
        self._of = {one: one for one in sides}
        self._members = {one: [one] for one in sides}
        self.reasons: dict[str, list[Reason]] = defaultdict(list)
        self._looks = {one: {side.signature: side} for one, side in sides.items()}

    def join(self, likeness: Likeness) -> None:
        """Join the groups of the two, unless a pair of their members cannot be one."""
        left, right = self.head(likeness.left), self.head(likeness.right)
        if left == right:
            return
        if not self._agree(left, right, likeness):
            return
        keep, drop = sorted((left, right), key=lambda one: (self._row(one) is None, one))
        moved = self._members.pop(drop)
        self._of.update(dict.fromkeys(moved, keep))
        self._members[keep] += moved
        self._looks[keep] |= self._looks.pop(drop)
        self.reasons[keep] += [*self.reasons.pop(drop, []), likeness.reason]

    def head(self, one: str) -> str:
        """Name the group that an entity is in."""
        return self._of[one]

    def _row(self, head: str) -> str | None:
        return next((side.kb for side in self._looks[head].values() if side.kb), None)

    def _agree(self, left: str, right: str, likeness: Likeness) -> bool:
        if self._row(left) and self._row(right):
            return False
        return all(
            likeness.holds(one, other)
            for one in self._looks[left].values()
            for other in self._looks[right].values()
        )


def _records(pairs: Sequence[tuple[str, Entity]], groups: _Groups) -> Merged:
    gathered: dict[str, list[Entity]] = defaultdict(list)
    for _, entity in pairs:
        gathered[groups.head(entity.id)].append(entity)
    ids = {entity.id: groups.head(entity.id) for _, entity in pairs}
    records = {
        head: _record(head, entities, groups.reasons.get(head, ()), ids)
        for head, entities in gathered.items()
    }
    records |= _parents(records)
    return Merged(ids, tuple(records[head] for head in sorted(records)))


def _record(
    head: str, entities: Sequence[Entity], reasons: Sequence[Reason], ids: Mapping[str, str]
) -> Entity:
    """Pool what documents know of one entity; the knowledge base's row leads."""
    first = min(entities, key=lambda entity: (entity.kb is None, entity.id != head, entity.id))
    within = sorted(
        {ids.get(parent, parent) for entity in entities for parent in entity.within} - {head}
    )
    return msgspec.structs.replace(
        first,
        id=head,
        names=_names(entities, first),
        mentions=sum(entity.mentions for entity in entities),
        within=first.within if first.kb else tuple(within),
        posts=_posts(entities),
        because=(*_distinct(reason for entity in entities for reason in entity.because), *reasons),
    )


def _names(entities: Sequence[Entity], first: Entity) -> tuple[Name, ...]:
    if first.kb:
        written = {name.text for name in first.names}
        more = sorted({name.text for entity in entities for name in entity.names} - written)
        return (*first.names, *(Name(text=text, lang="ar") for text in more))
    count = Counter[str]()
    for entity in entities:
        for name in entity.names:
            count[name.text] += entity.mentions
    order = sorted(count, key=lambda text: (-len(text.split()), -count[text], text))
    return tuple(
        Name(text=text, lang="ar", kind="variant" if n else "preferred")
        for n, text in enumerate(order)
    )


def _posts(entities: Sequence[Entity]) -> tuple[Tenure, ...]:
    pooled: dict[str, Tenure] = {}
    for entity in entities:
        for tenure in entity.posts:
            known = pooled.get(tenure.post)
            because = (*known.because, *tenure.because) if known else tenure.because
            pooled[tenure.post] = msgspec.structs.replace(
                known or tenure, because=_distinct(because)
            )
    return tuple(pooled[post] for post in sorted(pooled))


def _distinct(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    return tuple(dict.fromkeys(reasons))


def _parents(records: Mapping[str, Entity]) -> dict[str, Entity]:
    """Make records of what known entities lie in or belong to, so that no id leads nowhere."""
    added: dict[str, Entity] = {}
    waiting = [entity.kb for entity in records.values() if entity.kb]
    while waiting:
        row = knowledge().rows.get(waiting.pop())
        for parent in row.within if row else ():
            known = knowledge().rows.get(parent.id)
            entity = row_entity(known) if known else None
            if entity and entity.id not in records and entity.id not in added:
                added[entity.id] = entity
                waiting.append(parent.id)
    return added
