"""Rival figures: an update, a contradiction, or one figure said less exactly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from tawatur.model import AmountValue, Claim, Contradiction, Event, EventAmount, Reason, Side, When


class Dated(NamedTuple):
    """A value and the days on which it was reported: the earliest and the latest that it can be.

    None is not known: no report of it has a day that is bounded on that side.
    """

    value: AmountValue
    earliest: date | None
    latest: date | None


def with_best(event: Event, days: Mapping[str, When], claims: Mapping[str, Claim]) -> Event:
    """Choose the best value of each amount: the only one, or the latest when the days tell."""
    amounts = {
        what: replace(amount, best=_best(_dated(amount, days, claims)))
        for what, amount in event.amounts.items()
    }
    return replace(event, amounts=amounts)


def _dated(
    amount: EventAmount, days: Mapping[str, When], claims: Mapping[str, Claim]
) -> list[Dated]:
    found = []
    for value in amount.values:
        whens = [days[claims[claim].document] for claim in value.claims]
        begins = [when.begins for when in whens if when.begins is not None]
        ends = [when.ends for when in whens]
        latest = None if None in ends else max(day for day in ends if day is not None)
        found.append(Dated(value, min(begins, default=None), latest))
    return found


def _best(values: Sequence[Dated]) -> int | None:
    chosen = _newest([each for each in values if each.value.low == each.value.high])
    if chosen is None or not all(_gives_way(each, chosen) for each in values):
        return None
    return chosen.value.low


def _newest(exact: Sequence[Dated]) -> Dated | None:
    """Find the only exact value, or the one that was reported last, if the days tell."""
    if len(exact) < 2:
        return exact[0] if exact else None
    days = [each.latest for each in exact if each.latest is not None]
    newest = [each for each in exact if days and each.latest == max(days)]
    return newest[0] if len(newest) == 1 and len(days) == len(exact) else None


def _gives_way(value: Dated, chosen: Dated) -> bool:
    """A value leaves the choice to another that it holds, or that is newer."""
    older = value.latest and chosen.latest and value.latest < chosen.latest
    return bool(older) or _meet(value.value, chosen.value)


def contradictions_in(
    event: Event, days: Mapping[str, When], claims: Mapping[str, Claim]
) -> Iterator[Contradiction]:
    """Compare the values of each amount."""
    for what, amount in event.amounts.items():
        values = _dated(amount, days, claims)
        if len(values) > 1:
            kind, words = _relation(values)
            yield Contradiction(
                kind=kind,
                slot=f"amounts.{what}",
                values=tuple(
                    Side(value=written(each.value), claims=each.value.claims) for each in values
                ),
                because=(Reason(rule=kind, words=words),),
            )


def _relation(values: Sequence[Dated]) -> tuple[str, str]:
    if all(_meet(one.value, two.value) for one in values for two in values):
        return "refinement", "the intervals overlap: one figure said more or less exactly"
    if any(each.earliest is None for each in values):
        return "incompatible", "the figures exclude each other; the order of reports is not known"
    if _rises(values):
        return "update", "the figure rises from day to day; inside one day the order is not known"
    return "incompatible", "the figures exclude each other and a later report has the lower one"


def _meet(one: AmountValue, two: AmountValue) -> bool:
    low, high = max(one.low, two.low), [end for end in (one.high, two.high) if end is not None]
    return not high or low <= min(high)


def _rises(values: Sequence[Dated]) -> bool:
    ordered = sorted(values, key=lambda each: each.value.low)
    return all(
        high.latest is None or (low.earliest is not None and low.earliest <= high.latest)
        for low, high in pairwise(ordered)
    )


def written(value: AmountValue) -> str:
    """Write an interval as a reader does.

    >>> written(AmountValue(low=20, high=None, claims=()))
    '≥ 20'
    """
    if value.high is None:
        return f"≥ {value.low}"
    return str(value.low) if value.low == value.high else f"{value.low}–{value.high}"
