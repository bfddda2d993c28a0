"""Days whose distances and weekdays are known: the tightest bounds they imply, exactly.

A distance says lo <= y - x <= hi; a weekday fixes a day modulo 7. Days tied to a weekday, or by
exact distances to a day that is, have a *residue*. Shortest paths give the tightest distances;
where a path passes a day with a residue, its length is rounded down to the residue. That is exact:
between residues every path has a length of the right residue already, and the days without one are
free integers. (research/cross_document, section A: 2,000 random systems agreed with CP-SAT.)
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tawatur.model import ORIGIN, Constraint, Reason

WEEK = 7
ZERO = 0
"""The number of ORIGIN in every system: the day before 1 January of the year 1, as `date.toordinal` counts."""


LOOK_BACK = 8
"""Steps after which a path is looked over for a circle."""


class Path(NamedTuple):
    """A path, kept as its last step: the constraint used, the day reached, and the way before.

    `firm` counts the days with a residue on the way, `loose` the days without since the last one.
    """

    constraint: int
    day: int
    before: Path | None
    firm: int
    loose: int

    def steps(self) -> Iterator[Path]:
        """Walk back to the start."""
        step: Path | None = self
        while step is not None:
            yield step
            step = step.before


class Step(NamedTuple):
    """To `day`, which is at most `days` later, by `constraint`."""

    day: int
    days: int
    constraint: int


class Reached(NamedTuple):
    """The shortest distance to every day that can be reached, and the path that shows it."""

    distance: dict[int, int]
    path: dict[int, Path | None]


class Between(NamedTuple):
    """The fewest and the most days between two, and the places of constraints enough to show it."""

    low: int | None
    high: int | None
    places: frozenset[int]
    holds: bool = True

    def turned(self) -> Between:
        """Look from the other end."""
        low = None if self.high is None else -self.high
        high = None if self.low is None else -self.low
        return self._replace(low=low, high=high)


_SUPPOSED = Reason(rule="supposed", words="if it were that weekday")


class Contradiction(Exception):  # noqa: N818 - never leaves tawatur.weave; it is an answer, no error
    """The constraints at these places in the list cannot all hold."""

    def __init__(self, places: Iterable[int]) -> None:
        self.places = frozenset(places)
        super().__init__(f"{len(self.places)} constraints cannot all hold")


class System:
    """Constraints that hang together, ready to be asked."""

    def __init__(self, constraints: Sequence[Constraint]) -> None:
        self.constraints = constraints
        self.number: dict[str, int] = {ORIGIN: ZERO}
        for constraint in constraints:
            for day in (constraint.left, constraint.right):
                self.number.setdefault(day, len(self.number))
        self.ahead: list[list[Step]] = [[] for _ in self.number]
        self.behind: list[list[Step]] = [[] for _ in self.number]
        self._tied: list[list[Step]] = [[] for _ in self.number]
        for place, constraint in enumerate(constraints):
            self._enter(place, constraint)
        self.residue: dict[int, int] = {}
        self._proof: dict[int, Path | None] = {}
        self._reached: dict[tuple[int, bool], Reached] = {}
        self._supposed: dict[int, list[System | Contradiction]] = {}

    def _enter(self, place: int, constraint: Constraint) -> None:
        left, right = self.number[constraint.left], self.number[constraint.right]
        if constraint.weekday is not None:
            # ordinal 1 is a Monday
            self._tie(ZERO, right, constraint.weekday + 1, place)
            return
        if constraint.high is not None:
            self._limit(left, right, constraint.high, place)
        if constraint.low is not None:
            self._limit(right, left, -constraint.low, place)
        if constraint.low is not None and constraint.low == constraint.high:
            self._tie(left, right, constraint.low, place)

    def _limit(self, start: int, end: int, days: int, place: int) -> None:
        self.ahead[start].append(Step(end, days, place))
        self.behind[end].append(Step(start, days, place))

    def _tie(self, start: int, end: int, days: int, place: int) -> None:
        self._tied[start].append(Step(end, days, place))
        self._tied[end].append(Step(start, -days, place))

    def settle(self) -> None:
        """Find the residues, then make sure that all constraints can hold together.

        Raises:
            Contradiction: they cannot; the places are enough to show it, seldom the fewest.
        """
        self._find_residues()
        start = {day: self.residue.get(day, 0) for day in range(len(self.ahead))}
        self._shorten(self.ahead, start, self.residue)

    def _find_residues(self) -> None:
        self.residue, self._proof = {ZERO: 0}, {ZERO: None}
        waiting = deque([ZERO])
        while waiting:
            here = waiting.popleft()
            for step in self._tied[here]:
                residue = (self.residue[here] + step.days) % WEEK
                if step.day not in self.residue:
                    self.residue[step.day] = residue
                    self._proof[step.day] = Path(step.constraint, step.day, self._proof[here], 0, 0)
                    waiting.append(step.day)
                elif self.residue[step.day] != residue:
                    raise Contradiction({*self.proof(here), *self.proof(step.day), step.constraint})

    def proof(self, day: int) -> frozenset[int]:
        """Give the constraints that fix a day's residue."""
        path = self._proof.get(day)
        return frozenset(step.constraint for step in path.steps()) if path else frozenset()

    def reach(self, day: int, *, back: bool = False) -> Reached:
        """Find the shortest distances from `day`, or with `back` those to it.

        With two or more residues, `day` must have one; after `settle` only.
        """
        if (day, back) not in self._reached:
            self._reached[day, back] = self._reach(day, back=back)
        return self._reached[day, back]

    def _reach(self, day: int, *, back: bool) -> Reached:
        shift = self.residue.get(day)
        residues: dict[int, int] = {}
        if shift is not None:
            sign = -1 if back else 1
            residues = {
                other: sign * (residue - shift) % WEEK for other, residue in self.residue.items()
            }
        return self._shorten(self.behind if back else self.ahead, {day: 0}, residues)

    def between(self, left: int, right: int) -> Between:
        """Give the fewest and the most days from one day to another, and what shows it.

        A day without a residue is tried with each of the seven, unless there are no residues to
        round to.
        """
        if left in self.residue or len(self.residue) < 2:
            return self._between(left, right)
        if right in self.residue:
            return self._between(right, left).turned()
        tried = [self._between_in(each, left, right) for each in self._suppose(left)]
        lows = [found.low for found in tried if found.holds]
        highs = [found.high for found in tried if found.holds]
        return Between(
            None if None in lows else min(low for low in lows if low is not None),
            None if None in highs else max(high for high in highs if high is not None),
            frozenset().union(*(found.places for found in tried)),
        )

    def _suppose(self, day: int) -> list[System | Contradiction]:
        """Try each weekday for a day: the system that follows, or what speaks against it."""
        if day not in self._supposed:
            self._supposed[day] = [self._with_weekday(day, weekday) for weekday in range(WEEK)]
        return self._supposed[day]

    def _with_weekday(self, day: int, weekday: int) -> System | Contradiction:
        supposed = Constraint(right=list(self.number)[day], weekday=weekday, reason=_SUPPOSED)
        system = System([*self.constraints, supposed])
        try:
            system.settle()
        except Contradiction as found:
            return found
        return system

    def _between_in(self, supposed: System | Contradiction, left: int, right: int) -> Between:
        """Measure where a weekday is supposed, and leave that out of what shows it."""
        ours = frozenset(range(len(self.constraints)))
        if isinstance(supposed, Contradiction):
            return Between(None, None, supposed.places & ours, holds=False)
        found = supposed._between(left, right)  # noqa: SLF001 - of the same class
        return found._replace(places=found.places & ours)

    def _between(self, left: int, right: int) -> Between:
        after, before = self.reach(left), self.reach(left, back=True)
        places: set[int] = set()
        for reached in (after, before):
            if (path := reached.path.get(right)) is not None:
                places |= self.grounds(path.steps()) | self.proof(left)
        least = before.distance.get(right)
        return Between(
            None if least is None else -least, after.distance.get(right), frozenset(places)
        )

    def _shorten(
        self, steps: Sequence[Sequence[Step]], start: dict[int, int], residues: dict[int, int]
    ) -> Reached:
        distance = dict(start)
        path: dict[int, Path | None] = dict.fromkeys(start)
        waiting = deque(start)
        queued = set(start)
        while waiting:
            here = waiting.popleft()
            queued.discard(here)
            way, so_far = path[here], distance[here]
            for step in steps[here]:
                far = so_far + step.days
                residue = residues.get(step.day)
                if residue is not None:
                    far -= (far - residue) % WEEK
                if step.day in distance and distance[step.day] <= far:
                    continue
                path[step.day] = self._further(way, step, firm=residue is not None)
                distance[step.day] = far
                if step.day not in queued:
                    queued.add(step.day)
                    waiting.append(step.day)
        return Reached(distance, path)

    def _further(self, way: Path | None, step: Step, *, firm: bool) -> Path:
        """Lengthen a path; one that comes round to a day again, shorter, could do so for ever."""
        firms, loose = (way.firm, way.loose) if way else (0, 0)
        longer = (
            Path(step.constraint, step.day, way, firms + 1, 0)
            if firm
            else Path(step.constraint, step.day, way, firms, loose + 1)
        )
        if (longer.firm if firm else longer.loose) % LOOK_BACK == 0:
            circle = self._circle(longer, firm=firm)
            if circle:
                raise Contradiction(self.grounds(circle))
        return longer

    def _circle(self, path: Path, *, firm: bool) -> list[Path]:
        """Find the stretch between two visits of one day; empty where there is none.

        Days with a residue are compared all along the path, others within one run of them.
        """
        steps = list(path.steps())
        if not firm:
            steps = steps[: path.loose]
        seen: dict[int, int] = {}
        for place, step in enumerate(steps):
            if firm and step.loose:
                continue
            if step.day in seen:
                return steps[seen[step.day] : place]
            seen[step.day] = place
        return []

    def grounds(self, steps: Iterable[Path]) -> set[int]:
        """Give the constraints of a path with those that fix the residues on it."""
        found: set[int] = set()
        for step in steps:
            found.add(step.constraint)
            found |= self.proof(step.day)
        return found
