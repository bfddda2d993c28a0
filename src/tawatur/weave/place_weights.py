"""What sharing a place says: much for a village, little for a capital that everybody names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import log10

from tawatur.model import Report
from tawatur.weave.cluster import PLACES_BY_WEIGHT, UNKNOWN_PLACE

OFTEN = 10
"""Reports above which a place begins to say less; a village is seldom in more."""


def place_kinds(reports: Iterable[Report]) -> dict[str, str]:
    """Say what each place is: what most of its mentions call it («قضاء», «قرية»)."""
    said: dict[str, Counter[str]] = {}
    for report in reports:
        for name in report.marks.names:
            if name.kind == "LOC" and name.entity and name.subkind:
                said.setdefault(name.entity, Counter())[name.subkind] += 1
    return {
        place: max(kinds, key=lambda kind: (kinds[kind], kind)) for place, kinds in said.items()
    }


def place_weights(reports: Iterable[Report], kinds: dict[str, str]) -> dict[str, float]:
    """Weigh each place by what it is and by how many reports name it.

    Only what can be famous loses weight: in a small collection everybody names the village.
    """
    named: Counter[str] = Counter()
    for report in reports:
        named.update({name.entity for name in report.marks.names if name.entity in kinds})
    return {place: _weight(kind, named[place]) for place, kind in kinds.items()}


def _weight(kind: str, reports: int) -> float:
    weight = PLACES_BY_WEIGHT.get(kind, UNKNOWN_PLACE)
    return weight if weight > UNKNOWN_PLACE else weight / (1 + log10(max(1, reports / OFTEN)))
