"""Why days cannot all hold, and which constraint gives way: cores that have nothing to spare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import msgspec

from tawatur.model import Constraint
from tawatur.weave.distances import Contradiction, System

STRENGTH = {"page": 0, "merge": 1, "text": 2, "knowledge": 3, "given": 4}
"""What gives way first: a page's own date, then a merge, then words, then what is known outside."""
CORES = 24
"""Cores looked at before one is shown; a conflict that is met in print has two or three."""
EFFORT = 12_000
"""Constraints gone through in search of further cores: all of a story's dozens, few of thousands."""


class Conflict(NamedTuple):
    """Constraints that cannot all hold, none of them to spare, and the one that was let go."""

    core: tuple[Constraint, ...]
    dropped: Constraint


def canonical(constraint: Constraint) -> tuple[int, bytes]:
    """Give the order in which constraints are looked at, whatever order they came in."""
    return STRENGTH[constraint.hold], msgspec.json.encode(constraint)


def core_of(constraints: Sequence[Constraint]) -> tuple[Constraint, ...] | None:
    """Find constraints that cannot all hold, enough of them but seldom the fewest."""
    try:
        System(constraints).settle()
    except Contradiction as found:
        return tuple(constraints[place] for place in sorted(found.places))
    return None


def spare(
    constraints: Iterable[Constraint], shows: Callable[[Sequence[Constraint]], bool]
) -> tuple[Constraint, ...]:
    """Leave out, weakest first, each constraint without which the others still show it."""
    needed = sorted(constraints, key=canonical)
    for constraint in tuple(needed):
        others = [other for other in needed if other is not constraint]
        if shows(others):
            needed = others
    return tuple(needed)


def cores(constraints: Sequence[Constraint]) -> tuple[tuple[Constraint, ...], ...]:
    """List irreducible cores, the one to show first: fewest, then from words alone, then by order.

    Each next core is looked for without one constraint of a core found before, up to `CORES`.
    """
    found: dict[frozenset[Constraint], tuple[Constraint, ...]] = {}
    tried: set[frozenset[Constraint]] = set()
    waiting: list[frozenset[Constraint]] = [frozenset()]
    most = max(1, EFFORT // max(1, len(constraints)))
    while waiting and len(found) < CORES and len(tried) < most:
        without = waiting.pop(0)
        if without in tried:
            continue
        tried.add(without)
        core = next((c for c in found.values() if without.isdisjoint(c)), None)
        if core is None:
            rough = core_of([other for other in constraints if other not in without])
            if rough is None:
                continue
            core = spare(rough, lambda rest: core_of(rest) is not None)
            found[frozenset(core)] = core
        waiting.extend(without | {constraint} for constraint in core)
    return tuple(sorted(found.values(), key=_rank))


def _rank(core: Sequence[Constraint]) -> tuple[int, int, list[tuple[int, bytes]]]:
    beyond = sum(constraint.hold != "text" for constraint in core)
    return len(core), beyond, [canonical(constraint) for constraint in core]


def repair(
    constraints: Iterable[Constraint],
) -> tuple[System, tuple[Conflict, ...]]:
    """Let go of one constraint after the other until the rest can hold together, and settle it.

    Of the core that is shown, the weakest gives way; among equals the one that most cores have in
    common, then the last in order.
    """
    kept = sorted(set(constraints), key=canonical)
    conflicts: list[Conflict] = []
    while (system := _settled(tuple(kept))) is None:
        every = cores(kept)
        shared = Counter(constraint for core in every for constraint in core)
        weakest = max(
            every[0],
            key=lambda each: (-STRENGTH[each.hold], shared[each], canonical(each)),
        )
        conflicts.append(Conflict(every[0], weakest))
        kept.remove(weakest)
    return system, tuple(conflicts)


def _settled(constraints: Sequence[Constraint]) -> System | None:
    system = System(constraints)
    try:
        system.settle()
    except Contradiction:
        return None
    return system
