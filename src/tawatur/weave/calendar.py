"""The solved calendar: every day as narrow as the texts allow, with the words that make it so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from tawatur.model import ORIGIN, CalendarLine, Constraint, Reason, When, precision_of
from tawatur.weave.distances import Between, System
from tawatur.weave.explain import Conflict, spare
from tawatur.weave.network import Bounds, Network, Part

__all__ = ["Calendar", "Distance", "Network", "calendar_lines", "distance_between"]

WINDOW = 31
"""Days that a distance may leave open and still be worth a line of calendar.jsonl: a month."""


CROWD = 40
"""Documents of one part that get a line for every two; larger parts, a line from the first to each."""


class Distance(NamedTuple):
    """The day on the right is `low` to `high` days after the one on the left, null being open."""

    low: int | None
    high: int | None
    because: tuple[Reason, ...]


class Calendar:
    """A network that is asked and no longer added to.

    >>> said = Reason(rule="day", words="اليوم الأربعاء")
    >>> calendar = Calendar.solve([Constraint(right="text:1", weekday=2, reason=said)])
    >>> calendar.when("text:1").weekday, calendar.when("text:1").begins
    (2, None)
    """

    def __init__(self, network: Network) -> None:
        self._network = network
        self._whens: dict[str, When] = {}

    @classmethod
    def solve(cls, constraints: Iterable[Constraint]) -> Calendar:
        """Solve the calendar. What cannot hold is repaired, weakest first, and kept as a conflict."""
        return cls(Network(constraints))

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts that have no day in common."""
        return self._network.parts

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What could not hold together, each with the constraint that was let go."""
        return self._network.conflicts

    def bounds(self, day: str) -> Bounds:
        """Say what is known of a day, without why."""
        return self._network.bounds(day)

    def when(self, day: str) -> When:
        """Say what is known of a day, because of words of which none is to spare."""
        if day not in self._whens:
            self._whens[day] = self._find(day)
        return self._whens[day]

    def _find(self, day: str) -> When:
        part = self._network.part_of(day)
        bounds = self._network.bounds(day)
        if part is None:
            return When()
        needed = spare(part.grounds(day), lambda rest: Network(rest).bounds(day) == bounds)
        return When(
            begins=bounds.begins,
            ends=bounds.ends,
            weekday=bounds.weekday,
            precision=precision_of(bounds.begins, bounds.ends),
            because=_reasons(needed),
        )

    def between(self, left: str, right: str) -> Distance:
        """Say how many days after `left` the day `right` is, and why; open where nothing ties them.

        Calendar dates tie days too: two days that both have a date have a distance.
        """
        parts = {id(part): part for day in (left, right) if (part := self._network.part_of(day))}
        constraints = [each for part in parts.values() for each in part.constraints]
        return distance_between(constraints, left, right)


def distance_between(constraints: Sequence[Constraint], left: str, right: str) -> Distance:
    """Measure from day to day over constraints that can all hold."""
    low, high, places, _ = _measured(constraints, left, right)
    if low is None and high is None:
        return Distance(None, None, ())
    needed = spare(
        [constraints[place] for place in places],
        lambda rest: _measured(rest, left, right)[:2] == (low, high),
    )
    return Distance(low, high, _reasons(needed))


def _measured(constraints: Sequence[Constraint], left: str, right: str) -> Between:
    system = System(constraints)
    system.settle()
    if left not in system.number or right not in system.number:
        return Between(None, None, frozenset())
    return system.between(system.number[left], system.number[right])


def calendar_lines(
    calendar: Calendar,
    documents: Mapping[str, str],
    events: Sequence[tuple[str, str, str]] = (),
) -> Iterator[CalendarLine]:
    """Give the lines of calendar.jsonl: what ties days that have no date, and what conflicts.

    `documents` names each document's text day with its id: a line for every two of them, at least
    one without a date, that words tie within `WINDOW` days; constants do not tie. `events` adds
    lines for an event's day, its id, and the text day that it is measured from.
    """
    floating = Network(
        each for part in calendar.parts for each in part.constraints if not _dates(each)
    )
    names = {**documents, **{day: event for day, event, _ in events}}
    for left, right in (*_pairs(floating, documents), *((text, day) for day, _, text in events)):
        part = floating.part_of(left)
        if part is None or part is not floating.part_of(right):
            continue
        if calendar.bounds(left).day and calendar.bounds(right).day:
            continue
        low, high = part.distance(left, right)
        if low is None or high is None or high - low > WINDOW:
            continue
        yield CalendarLine(
            left=names[left],
            right=names[right],
            days_low=low,
            days_high=high,
            because=distance_between(part.constraints, left, right).because,
        )
    for conflict in calendar.conflicts:
        yield CalendarLine(conflict=_reasons(conflict.core))


def _dates(constraint: Constraint) -> bool:
    return constraint.weekday is None and ORIGIN in {constraint.left, constraint.right}


def _pairs(floating: Network, documents: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Pair the text days of each part in order of the documents' ids; in a crowd, with the first."""
    together: dict[int, list[str]] = defaultdict(list)
    for day in sorted(documents, key=lambda day: documents[day]):
        if (part := floating.part_of(day)) is not None:
            together[id(part)].append(day)
    for first, *others in together.values():
        crowded = len(others) >= CROWD
        yield from ((first, other) for other in others)
        yield from () if crowded else combinations(others, 2)


def _reasons(constraints: Iterable[Constraint]) -> tuple[Reason, ...]:
    """Give the reasons of constraints once each, in reading order."""
    found = {constraint.reason for constraint in constraints}
    return tuple(sorted(found, key=_place))


def _place(reason: Reason) -> tuple[str, int, int, str, str]:
    # what stands in no document comes after what does
    return (
        reason.document or "\uffff",
        reason.start or 0,
        reason.end or 0,
        reason.rule,
        reason.words,
    )
