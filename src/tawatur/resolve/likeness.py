"""When two entities of different documents may be one, by kind: the keys they meet under, and the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product

from tawatur.kb.knowledge import knowledge
from tawatur.model import Entity, Reason
from tawatur.resolve.entities import entity_id
from tawatur.resolve.posts import post_key
from tawatur.resolve.spelling import name_tokens, same_person, similarity, skeleton

PERSON = 0.92
"""The 17 pairs of one person in the hand list score .92 and more, the 15 others .85 and less."""
RIVAL = 0.85
"""Two members of one group must be at least this much alike, or a rival stands between them."""
PLACE = 0.8
"""Likeness of two spellings of a place whose consonants agree and whose surroundings do too."""
BODY = 0.9
_SKELETON = 3
_LONG = 5
_LARGE_TOWN = 300_000
_NAMED_ANYWHERE = frozenset({"armed_group", "outlet", "agency"})


@dataclass(frozen=True)
class Side:
    """What is known of an entity when it is compared; `around` are the places it lies in or by."""

    id: str
    kind: str
    kb: str | None
    names: tuple[str, ...]
    country: str | None
    within: frozenset[str]
    around: frozenset[str]

    @cached_property
    def signature(self) -> tuple[object, ...]:
        """All that the tests look at: sides with one signature need one test."""
        surroundings = (self.within, self.around, self.id) if self.kind == "place" else ()
        return (self.kind, self.kb, frozenset(self.names), self.country, *surroundings)

    @classmethod
    def of(cls, entity: Entity, around: frozenset[str]) -> Side:
        """Take an entity of one document."""
        names = tuple(
            name.text for name in entity.names if name.lang != "en" and name.kind != "loaded"
        )
        return cls(
            entity.id,
            entity.kind,
            entity.kb,
            names,
            entity.codes.country,
            frozenset(entity.within),
            around,
        )

    def joined(self, entity: Entity, around: frozenset[str]) -> Side:
        """Add the same entity's surroundings in another document."""
        more = Side.of(entity, around)
        names = tuple(dict.fromkeys((*self.names, *more.names)))
        return Side(
            self.id,
            self.kind,
            self.kb,
            names,
            self.country,
            self.within | more.within,
            self.around | around,
        )


@dataclass(frozen=True)
class Likeness:
    """Two entities that are alike, how much, why, and the test that all of a group must pass."""

    left: str
    right: str
    score: float
    reason: Reason
    holds: Callable[[Side, Side], bool]


Compare = Callable[[Side, Side], Likeness | None]


@dataclass(frozen=True)
class Merge:
    """A way to be the same: for these kinds, under these keys, by this test."""

    kinds: frozenset[str]
    keys: Callable[[Side], Iterator[str]]
    compare: Compare


def _person_keys(side: Side) -> Iterator[str]:
    for name in side.names:
        parts = name_tokens(name)
        if len(parts) > 1:
            yield f"{skeleton(parts[0])[:2]} {skeleton(parts[-1])[:3]}"


def _persons(left: Side, right: Side) -> Likeness | None:
    score, ours, theirs = _best(left, right, same_person)
    if score < PERSON:
        return None
    return _likeness(left, right, score, "names alike", f"{ours} ~ {theirs}", _may_be_one_person)


def _may_be_one_person(left: Side, right: Side) -> bool:
    return _best(left, right, same_person)[0] >= RIVAL


def _best(left: Side, right: Side, like: Callable[[str, str], float]) -> tuple[float, str, str]:
    return max((like(one, other), one, other) for one, other in product(left.names, right.names))


def _likeness(
    left: Side,
    right: Side,
    score: float,
    rule: str,
    words: str,
    holds: Callable[[Side, Side], bool],
) -> Likeness:
    return Likeness(
        left.id, right.id, score, Reason(rule=rule, words=f"{words} ({score:.2f})"), holds
    )


def _skeleton_keys(side: Side) -> Iterator[str]:
    for name in side.names:
        bones = skeleton(name)
        if len(bones) >= _SKELETON:
            yield bones


def _places(left: Side, right: Side) -> Likeness | None:
    """Compare places: one spelling, and one neighbour at least that both reports name.

    Two villages with one name in one country are many; two in one district or beside one town,
    in reports that name that district or town, are one.
    """
    score, ours, theirs = _best(left, right, similarity)
    shared = _shared(left, right)
    if score < PLACE or not shared or not _may_be_one_place(left, right):
        return None
    beside = _row_names().get(min(shared), "a place of both")
    words = f"{ours} ~ {theirs}, {beside}"
    return _likeness(left, right, score, "place alike and one neighbour", words, _may_be_one_place)


def neighbour(name: str) -> str:
    """Name an unknown place as what stands beside others: by its consonants."""
    return f"~{skeleton(name)}"


def _shared(left: Side, right: Side) -> frozenset[str]:
    """List the neighbours of both: what both lie in, and small places that both reports name.

    For a name of five consonants and more a governorate is small enough: few share both.
    """
    both = left.around & right.around
    long = max(len(skeleton(name)) for side in (left, right) for name in side.names) >= _LONG
    wide = _wide() - _governorates() if long else _wide()
    return (both - wide) | ((left.within & right.within) - _countries())


@cache
def _countries() -> frozenset[str]:
    rows = knowledge().rows.values()
    return frozenset(entity_id(row.id) for row in rows if row.kind == "country")


@cache
def _governorates() -> frozenset[str]:
    rows = knowledge().rows.values()
    return frozenset(entity_id(row.id) for row in rows if row.kind == "governorate")


@cache
def _wide() -> frozenset[str]:
    """List the places too wide to be a neighbour that tells anything."""
    rows = knowledge().rows.values()
    return frozenset(
        entity_id(row.id)
        for row in rows
        if row.kind in {"country", "region", "governorate", "area", "water"}
        or (row.population or 0) >= _LARGE_TOWN
    )


@cache
def _row_names() -> dict[str, str]:
    return {entity_id(row.id): row.name for row in knowledge().rows.values()}


def _may_be_one_place(left: Side, right: Side) -> bool:
    if left.country and right.country and left.country != right.country:
        return False
    return not (left.within and right.within and left.within.isdisjoint(right.within)) or bool(
        _shared(left, right)
    )


def _body_keys(side: Side) -> Iterator[str]:
    for name in side.names:
        yield skeleton(name)


def _bodies(left: Side, right: Side) -> Likeness | None:
    score, ours, theirs = _best(left, right, similarity)
    if score < BODY or not _may_be_one_body(left, right):
        return None
    return _likeness(
        left, right, score, "bodies named alike", f"{ours} ~ {theirs}", _may_be_one_body
    )


def _may_be_one_body(left: Side, right: Side) -> bool:
    """Tell whether two bodies may be one: groups and outlets anywhere, others in one country."""
    if left.kind != right.kind:
        return False
    if left.country and right.country:
        return left.country == right.country
    return left.kind in _NAMED_ANYWHERE


def _post_keys(side: Side) -> Iterator[str]:
    for name in side.names:
        yield post_key(name)


def _posts(left: Side, right: Side) -> Likeness | None:
    if not _may_be_one_post(left, right):
        return None
    return _likeness(left, right, 1.0, "same post", left.names[0], _may_be_one_post)


def _may_be_one_post(left: Side, right: Side) -> bool:
    return left.country is not None and left.country == right.country


MERGES = (
    Merge(frozenset({"person"}), _person_keys, _persons),
    Merge(frozenset({"place"}), _skeleton_keys, _places),
    Merge(
        frozenset({"organisation", "force", "armed_group", "outlet", "agency"}), _body_keys, _bodies
    ),
    Merge(frozenset({"post"}), _post_keys, _posts),
)
"""How two entities can be one, in full. Nothing else merges."""
