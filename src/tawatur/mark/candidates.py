"""Names that could be: each way of finding names proposes some, and the best that do not overlap stay."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from tawatur.kb.row import MarkKind


class Candidate(NamedTuple):
    """A possible name in words, from before `after`, without `skip` letters of the first word.

    `weight` is how sure its finder is; `known` holds the ids of rows that it may mean.
    """

    first: int
    after: int
    skip: int
    kind: MarkKind | Literal["MISC"]
    subkind: str
    weight: int
    known: tuple[str, ...] = ()


def choose(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Keep the longest, then the surest, of candidates that overlap; in order of position."""
    taken: set[int] = set()
    kept = []
    for candidate in sorted(set(candidates), key=_merit):
        cover = set(range(candidate.first, candidate.after))
        if not cover & taken:
            taken |= cover
            kept.append(candidate)
    return tuple(sorted(kept))


def _merit(candidate: Candidate) -> tuple[int, int, int, str]:
    return (
        candidate.first - candidate.after,
        -candidate.weight,
        candidate.first,
        candidate.kind + candidate.subkind,
    )
