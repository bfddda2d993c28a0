"""The calendar network: constraints on days, in parts that have no day in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from tawatur.model import ORIGIN, Constraint, Reason
from tawatur.weave.distances import WEEK, ZERO, Contradiction, Reached, System
from tawatur.weave.explain import Conflict, canonical, repair

_ASKED = Reason(rule="asked", words="could they be one day?")


class Bounds(NamedTuple):
    """The first and last day possible, null where open, and the weekday (0 = Monday) if known."""

    begins: date | None = None
    ends: date | None = None
    weekday: int | None = None

    @property
    def day(self) -> date | None:
        """The one day, or None while more than one is possible."""
        return self.begins if self.begins is not None and self.begins == self.ends else None


class Part:
    """Constraints that hang together; what could not hold among them is let go and told."""

    def __init__(
        self, constraints: Iterable[Constraint], conflicts: Iterable[Conflict] = ()
    ) -> None:
        self.system, found = repair(constraints)
        self.constraints = self.system.constraints
        self.conflicts = (*conflicts, *found)

    @cached_property
    def _at_most(self) -> Reached:
        return self.system.reach(ZERO)

    @cached_property
    def _at_least(self) -> Reached:
        return self.system.reach(ZERO, back=True)

    def limits(self, day: str) -> tuple[int | None, int | None]:
        """Give the least and the greatest ordinal that a day can have."""
        number = self.system.number.get(day)
        if number is None:
            return None, None
        least = self._at_least.distance.get(number)
        return None if least is None else -least, self._at_most.distance.get(number)

    def residue(self, day: str) -> int | None:
        """Give a day's ordinal modulo 7, if it is known."""
        number = self.system.number.get(day)
        return None if number is None else self.system.residue.get(number)

    @property
    def plain(self) -> bool:
        """Whether no weekday is known of any day, nor a date."""
        return len(self.system.residue) == 1

    def distance(self, left: str, right: str) -> tuple[int | None, int | None]:
        """Give the fewest and the most days from `left` to `right`."""
        number = self.system.number
        if left not in number or right not in number:
            return None, None
        found = self.system.between(number[left], number[right])
        return found.low, found.high

    def grounds(self, day: str) -> tuple[Constraint, ...]:
        """Give constraints enough for the limits and the residue of a day, seldom the fewest."""
        number = self.system.number.get(day)
        if number is None:
            return ()
        places = set(self.system.proof(number))
        for reached in (self._at_most, self._at_least):
            if (path := reached.path.get(number)) is not None:
                places |= self.system.grounds(path.steps())
        return tuple(self.constraints[place] for place in sorted(places))


class Network:
    """Days and what is said of them, open to more.

    Calendar dates are constants: two stories that name one election have nothing else in common,
    so ORIGIN joins no parts. What cannot hold is repaired as it is added; nothing else is lost.
    """

    def __init__(self, constraints: Iterable[Constraint] = ()) -> None:
        self._parts: dict[int, Part] = {}
        self._number: dict[str, int] = {}
        self._next = 0
        self.add(constraints)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts, in order of their first constraints."""
        return tuple(sorted(self._parts.values(), key=_first))

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What could not hold, part by part."""
        return tuple(conflict for part in self.parts for conflict in part.conflicts)

    def part_of(self, day: str) -> Part | None:
        """Find the part that a day is in; None for a day of which nothing is said."""
        number = self._number.get(day)
        return None if number is None else self._parts[number]

    def add(self, extra: Iterable[Constraint]) -> None:
        """Take constraints in."""
        for numbers, constraints in self._touched(extra):
            old = [self._parts.pop(number) for number in numbers]
            part = Part(
                [*(each for part in old for each in part.constraints), *constraints],
                (conflict for part in old for conflict in part.conflicts),
            )
            self._parts[self._next] = part
            days = {day for each in (part, *old) for day in each.system.number} - {ORIGIN}
            days.update(day for constraint in constraints for day in days_of(constraint))
            self._number |= dict.fromkeys(days, self._next)
            self._next += 1

    def allows(self, extra: Sequence[Constraint]) -> bool:
        """Tell whether everything could still hold with `extra`; nothing is added."""
        seen = [self._fits(constraint) for constraint in extra]
        if False in seen:
            return False
        if seen == [True]:
            return True
        return all(
            self._holds(numbers, constraints) for numbers, constraints in self._touched(extra)
        )

    def same_day(self, left: str, right: str) -> bool:
        """Tell whether two days are known to be one: by distance, by date, or a weekday shared.

        A shared weekday counts only while nothing keeps the two days apart.
        """
        one, two = self.bounds(left), self.bounds(right)
        if one.day is not None or two.day is not None:
            return one.day == two.day
        part, other = self.part_of(left), self.part_of(right)
        if part is not None and part is other and part.distance(left, right) == (0, 0):
            return True
        if one.weekday is None or one.weekday != two.weekday:
            return False
        return self.allows([Constraint(left=left, right=right, low=0, high=0, reason=_ASKED)])

    def bounds(self, day: str) -> Bounds:
        """Say what is known of a day."""
        part = self.part_of(day)
        if part is None:
            return Bounds()
        least, greatest = part.limits(day)
        residue = part.residue(day)
        if residue is None and least is not None and least == greatest:
            residue = least % WEEK
        weekday = None if residue is None else (residue - 1) % WEEK
        return Bounds(calendar_date(least), calendar_date(greatest), weekday)

    def _holds(self, numbers: Sequence[int], extra: Sequence[Constraint]) -> bool:
        known = [each for number in numbers for each in self._parts[number].constraints]
        try:
            System([*known, *extra]).settle()
        except Contradiction:
            return False
        return True

    def _fits(self, constraint: Constraint) -> bool | None:
        """Tell at a glance whether one more constraint can hold; None if it must be tried.

        The gap between two days takes every value of the right residue between its bounds where
        both residues are known, or where no weekday is known at all.
        """
        left, right = self.part_of(constraint.left), self.part_of(constraint.right)
        if left is None or right is None or constraint.weekday is not None:
            return None
        fewest, most = _gap(left, right, constraint)
        low = max((n for n in (fewest, constraint.low) if n is not None), default=None)
        high = min((n for n in (most, constraint.high) if n is not None), default=None)
        before, after = left.residue(constraint.left), right.residue(constraint.right)
        known = before is not None and after is not None
        if low is not None and before is not None and after is not None:
            low += (after - before - low) % WEEK
        if low is not None and high is not None and low > high:
            return False
        return True if known or (left.plain and right.plain) else None

    def _touched(
        self, extra: Iterable[Constraint]
    ) -> Iterator[tuple[tuple[int, ...], tuple[Constraint, ...]]]:
        """Group constraints by the parts they would join: the parts' numbers and the constraints."""
        groups = _Groups()
        told = [constraint for constraint in extra if days_of(constraint)]
        for constraint in told:
            groups.join(self._number.get(day, day) for day in days_of(constraint))
        gathered: dict[int | str, list[Constraint]] = defaultdict(list)
        for constraint in told:
            day = days_of(constraint)[0]
            gathered[groups.head(self._number.get(day, day))].append(constraint)
        joined = groups.gathered()
        for head, constraints in gathered.items():
            numbers = sorted(member for member in joined[head] if isinstance(member, int))
            yield tuple(numbers), tuple(constraints)


class _Groups:
    """Union-find over numbers of parts and names of new days."""

    def __init__(self) -> None:
        self._above: dict[int | str, int | str] = {}

    def head(self, member: int | str) -> int | str:
        above = self._above.setdefault(member, member)
        while above != member:
            self._above[member] = self._above[above]
            member, above = above, self._above[above]
        return member

    def join(self, members: Iterable[int | str]) -> None:
        first, *rest = [self.head(member) for member in members]
        for other in rest:
            self._above[self.head(other)] = first

    def gathered(self) -> dict[int | str, list[int | str]]:
        found: dict[int | str, list[int | str]] = defaultdict(list)
        for member in tuple(self._above):
            found[self.head(member)].append(member)
        return found


def days_of(constraint: Constraint) -> tuple[str, ...]:
    """Name the days that a constraint is about; none where it says nothing."""
    if constraint.weekday is not None:
        return () if constraint.right == ORIGIN else (constraint.right,)
    if constraint.low is None and constraint.high is None:
        return ()
    return tuple(day for day in (constraint.left, constraint.right) if day != ORIGIN)


def calendar_date(ordinal: int | None) -> date | None:
    """Give the date of an ordinal; None where it is open or off the calendar."""
    if ordinal is None or not date.min.toordinal() <= ordinal <= date.max.toordinal():
        return None
    return date.fromordinal(ordinal)


def _first(part: Part) -> tuple[int, bytes]:
    return canonical(part.constraints[0]) if part.constraints else (0, b"")


def _gap(left: Part, right: Part, constraint: Constraint) -> tuple[int | None, int | None]:
    """Give the fewest and the most days between the two days of a constraint, as things stand."""
    if left is right:
        return left.distance(constraint.left, constraint.right)
    left_least, left_greatest = left.limits(constraint.left)
    right_least, right_greatest = right.limits(constraint.right)
    fewest = None if right_least is None or left_greatest is None else right_least - left_greatest
    most = None if right_greatest is None or left_least is None else right_greatest - left_least
    return fewest, most
