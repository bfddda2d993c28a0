"""Gathering claims into happenings: first inside each document, then across documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import heappop, heappush
from itertools import combinations, count
from typing import NamedTuple

from tawatur.model import Claim, Constraint, Mention, Reason, Report, identify
from tawatur.weave.cluster import Cluster, cluster_of, joined
from tawatur.weave.network import Network
from tawatur.weave.same import ACROSS, INSIDE, Score, World, forbidden, score

BLOCK = 300
"""Clusters that may share a key before the key says nothing (a capital, a head of government)."""


class Gathered(NamedTuple):
    """Clusters in a fixed order, and for each claim's merge the words of its reasons."""

    clusters: tuple[Cluster, ...]
    reasons: Mapping[str, tuple[str, ...]]


def gather(reports: Sequence[Report], world: World, network: Network) -> Gathered:
    """Gather the claims of all reports; `network` learns every merge as a constraint."""
    reasons: dict[str, tuple[str, ...]] = {}
    clusters: list[Cluster] = []
    for report in reports:
        clusters.extend(_inside(report, world, network, reasons))
    merged = _across(clusters, world, network, reasons)
    return Gathered(tuple(_as_decided(merged, world, network, reasons)), reasons)


def _inside(
    report: Report, world: World, network: Network, reasons: dict[str, tuple[str, ...]]
) -> list[Cluster]:
    clusters: list[Cluster] = []
    for claim, mention in zip(report.claims, report.mentions, strict=True):
        new = cluster_of(claim, mention, world.entities)
        home = _home(new, clusters, world, network)
        if home is None:
            clusters.append(new)
        else:
            old, why = home
            network.add([_one_day(old, new, why)] if not new.aggregate else [])
            reasons[claim.id] = why
            clusters[clusters.index(old)] = joined(old, new)
    return _merged(clusters, world, network, reasons, INSIDE)


def _home(
    new: Cluster, clusters: Sequence[Cluster], world: World, network: Network
) -> tuple[Cluster, tuple[str, ...]] | None:
    """Find what a definite mention points back to: the last happening of its kind that it can be."""
    if not new.definite:
        return None
    for old in reversed(clusters):
        if forbidden(old, new, world) is None and _fits(old, new, network):
            return old, ("points back to it",)
    return None


def _fits(left: Cluster, right: Cluster, network: Network) -> bool:
    return left.aggregate or network.allows([_one_day(left, right, ())])


def _one_day(left: Cluster, right: Cluster, why: Iterable[str]) -> Constraint:
    words = "; ".join(why) or "taken as one"
    return Constraint(
        left=left.day, right=right.day, low=0, high=0, hold="merge",
        reason=Reason(rule="one happening", words=words),
    )  # fmt: skip


def _across(
    clusters: Sequence[Cluster],
    world: World,
    network: Network,
    reasons: dict[str, tuple[str, ...]],
) -> list[Cluster]:
    return _merged(clusters, world, network, reasons, ACROSS)


def _merged(
    clusters: Sequence[Cluster],
    world: World,
    network: Network,
    reasons: dict[str, tuple[str, ...]],
    enough: float,
) -> list[Cluster]:
    """Merge the best pair until none is good enough; the calendar is asked before every merge.

    Best first and ties by id, so that the order of reports changes nothing.
    """
    pool = _Pool(clusters, world, enough)
    while (pair := pool.best()) is not None:
        first, second, scored = pair
        left, right = sorted(
            (pool.alive[first], pool.alive[second]), key=lambda cluster: cluster.key
        )
        if not _fits(left, right, network):
            continue
        one = joined(left, right)
        if not one.aggregate:
            network.add([_one_day(left, right, scored.because)])
        for claim in right.claims if one.key == left.key else left.claims:
            reasons[claim] = scored.because
        pool.replace(first, second, one)
    return sorted(pool.alive.values(), key=lambda cluster: cluster.key)


def _as_decided(
    clusters: Sequence[Cluster], world: World, network: Network, reasons: dict[str, tuple[str, ...]]
) -> list[Cluster]:
    """Take as one what somebody decided is one, unless the calendar says that it cannot be."""
    found = list(clusters)
    for pair in world.decided.same:
        held = [
            cluster
            for cluster in found
            if any(identify("event", claim) in pair for claim in cluster.claims)
        ]
        if len(held) == 2 and _fits(held[0], held[1], network):
            one = joined(held[0], held[1])
            why = (world.decided.reasons[pair],)
            network.add([] if one.aggregate else [_one_day(held[0], held[1], why)])
            reasons.update(dict.fromkeys(held[1].claims, why))
            found = [cluster for cluster in found if cluster not in held] + [one]
    return sorted(found, key=lambda cluster: cluster.key)


class _Pool:
    """Clusters still open to merging, with the pairs worth it, the best first."""

    def __init__(self, clusters: Sequence[Cluster], world: World, enough: float) -> None:
        self.alive = dict(enumerate(sorted(clusters, key=lambda each: each.key)))
        self._world, self._enough = world, enough
        self._by_key: dict[str, set[int]] = defaultdict(set)
        self._tokens = count(len(self.alive))
        self._heap: list[tuple[float, int, str, str, int, int, Score]] = []
        for token, cluster in self.alive.items():
            self._file(token, cluster)
        for first, second in sorted(self._neighbours()):
            self._offer(first, second)

    def best(self) -> tuple[int, int, Score] | None:
        """Take the best pair whose clusters are both still there; None at the end."""
        while self._heap:
            *_, first, second, scored = heappop(self._heap)
            if first in self.alive and second in self.alive:
                return first, second, scored
        return None

    def replace(self, first: int, second: int, one: Cluster) -> None:
        """Put the merged cluster in the place of its two parts."""
        for token in (first, second):
            for key in _keys(self.alive.pop(token)):
                self._by_key[key].discard(token)
        token = next(self._tokens)
        self.alive[token] = one
        self._file(token, one)
        for other in sorted(self._near(one) - {token}):
            self._offer(other, token)

    def _file(self, token: int, cluster: Cluster) -> None:
        for key in _keys(cluster):
            self._by_key[key].add(token)

    def _near(self, cluster: Cluster) -> set[int]:
        return {
            token
            for key in _keys(cluster)
            if len(self._by_key[key]) <= BLOCK
            for token in self._by_key[key]
        }

    def _neighbours(self) -> set[tuple[int, int]]:
        return {
            pair
            for held in self._by_key.values()
            if 1 < len(held) <= BLOCK
            for pair in combinations(sorted(held), 2)
        }

    def _offer(self, first: int, second: int) -> None:
        left, right = sorted((self.alive[first], self.alive[second]), key=lambda each: each.key)
        if forbidden(left, right, self._world) is not None:
            return
        scored = score(left, right, self._world)
        if scored.weight >= self._enough:
            # of equals the one that more reports tell: «زيارة الوزير» is the visit all speak of
            reports = len(left.documents | right.documents)
            rank = (-round(scored.weight, 6), -reports, left.key, right.key)
            heappush(self._heap, (*rank, first, second, scored))


def _keys(cluster: Cluster) -> list[str]:
    """Name what two clusters must share to be compared at all."""
    figures = {f"{what}={low}" for what, low, high in cluster.amounts if low == high}
    return sorted({*cluster.places, *cluster.persons, *cluster.posts, *cluster.bodies, *figures})


def claims_of(reports: Iterable[Report]) -> dict[str, Claim]:
    """Index all claims by id."""
    return {claim.id: claim for report in reports for claim in report.claims}


def mentions_of(reports: Iterable[Report]) -> dict[str, Mention]:
    """Index all mentions by their claim's id."""
    return {mention.claim: mention for report in reports for mention in report.mentions}
