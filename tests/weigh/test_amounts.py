"""Rival figures: which is best, and what they are to each other."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from strategies import patient
from tawatur.model import Amount, AmountValue, Contradiction, Event
from tawatur.weigh.amounts import written
from weigh.cases import Case, amount_of, killed, named

THURSDAY = date(2021, 12, 2)
FRIDAY, SATURDAY = THURSDAY + timedelta(1), THURSDAY + timedelta(2)

Told = tuple[int, int | None, date | None]
"""Low and high of a figure and the day of the report that has it; -1 for high means exact."""


def _event(*told: Told) -> Event:
    case = Case()
    for number, (low, high, day) in enumerate(told):
        name = f"report {number}"
        case.report(name, day)
        case.says(name, named("defence"), amounts=[killed(low, high)])
    return case.event()


def _kinds(event: Event) -> list[str]:
    return [each.kind for each in event.contradictions if each.slot == "amounts.killed"]


@pytest.mark.parametrize(
    ("told", "kinds"),
    [
        # one figure, or the same one twice
        ([(13, -1, FRIDAY)], []),
        ([(13, -1, FRIDAY), (13, -1, SATURDAY)], []),
        # one said more exactly than the other
        ([(13, -1, FRIDAY), (10, None, SATURDAY)], ["refinement"]),
        ([(13, -1, None), (10, 15, None)], ["refinement"]),
        ([(20, None, FRIDAY), (24, 30, FRIDAY), (25, -1, FRIDAY)], ["refinement"]),
        # a toll that rises from day to day
        ([(3, -1, THURSDAY), (10, -1, FRIDAY)], ["update"]),
        ([(3, -1, THURSDAY), (10, -1, FRIDAY), (12, -1, FRIDAY), (13, -1, SATURDAY)], ["update"]),
        ([(3, -1, FRIDAY), (10, -1, FRIDAY)], ["update"]),
        ([(3, -1, THURSDAY), (20, None, FRIDAY)], ["update"]),
        # figures that exclude each other
        ([(13, -1, THURSDAY), (10, -1, FRIDAY)], ["incompatible"]),
        ([(3, -1, THURSDAY), (13, -1, FRIDAY), (10, -1, SATURDAY)], ["incompatible"]),
        ([(3, -1, None), (10, -1, FRIDAY)], ["incompatible"]),
        ([(3, -1, None), (10, -1, None)], ["incompatible"]),
        ([(20, None, THURSDAY), (3, -1, FRIDAY)], ["incompatible"]),
    ],
)
def test_what_rival_figures_are_to_each_other(told: list[Told], kinds: list[str]) -> None:
    assert _kinds(_event(*told)) == kinds


@pytest.mark.parametrize(
    ("told", "best"),
    [
        # the only one
        ([(13, -1, FRIDAY)], 13),
        ([(13, -1, None), (13, -1, None)], 13),
        # the exact one, where the other holds it
        ([(13, -1, None), (10, None, None)], 13),
        ([(13, -1, FRIDAY), (10, 15, SATURDAY)], 13),
        # the latest, where the days tell
        ([(3, -1, THURSDAY), (10, -1, FRIDAY)], 10),
        ([(13, -1, THURSDAY), (10, -1, FRIDAY)], 10),
        ([(20, None, THURSDAY), (3, -1, FRIDAY)], 3),
        # nothing to choose by
        ([(10, None, FRIDAY)], None),
        ([(3, -1, FRIDAY), (10, -1, FRIDAY)], None),
        ([(3, -1, None), (10, -1, FRIDAY)], None),
        ([(3, -1, THURSDAY), (20, None, FRIDAY)], None),
        ([(3, -1, None), (20, None, None)], None),
        ([(3, -1, THURSDAY), (10, -1, FRIDAY), (20, None, SATURDAY)], None),
    ],
)
def test_the_best_figure_is_the_only_one_or_the_latest(told: list[Told], best: int | None) -> None:
    assert amount_of(_event(*told)).best == best


def test_repetition_does_not_make_a_figure_better() -> None:
    ten = [(10, -1, THURSDAY)] * 9
    assert amount_of(_event(*ten, (15, -1, FRIDAY))).best == 15


def test_the_sides_of_a_contradiction_carry_their_claims() -> None:
    event = _event((3, -1, THURSDAY), (10, -1, FRIDAY), (10, -1, SATURDAY))
    (found,) = [each for each in event.contradictions if each.slot == "amounts.killed"]
    assert [(side.value, side.claims) for side in found.values] == [
        ("3", ("report 0:0",)),
        ("10", ("report 1:0", "report 2:0")),
    ]
    assert found.because[0].rule == "update"


@pytest.mark.parametrize(
    ("low", "high", "words"), [(13, 13, "13"), (20, None, "≥ 20"), (3, 9, "3–9"), (0, 0, "0")]
)
def test_an_interval_is_written_as_a_reader_does(low: int, high: int | None, words: str) -> None:
    assert written(AmountValue(low=low, high=high, claims=())) == words


days = st.none() | st.sampled_from([THURSDAY, FRIDAY, SATURDAY])
figures = st.integers(0, 30).flatmap(
    lambda low: st.tuples(st.just(low), st.none() | st.just(-1) | st.integers(low, low + 10), days)
)


@given(st.lists(figures, min_size=1, max_size=5))
@settings(patient, max_examples=150)
def test_the_best_figure_is_one_that_a_report_has(told: list[Told]) -> None:
    amount = amount_of(_event(*told))
    exact = {value.low for value in amount.values if value.low == value.high}
    assert amount.best is None or amount.best in exact


@given(st.lists(figures, min_size=1, max_size=5), st.randoms(use_true_random=False))
@settings(patient, max_examples=100)
def test_the_order_of_reports_in_the_folder_changes_no_figure(
    told: list[Told], order: object
) -> None:
    shuffled = list(told)
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    one, two = _event(*told), _event(*shuffled)
    assert amount_of(one).best == amount_of(two).best
    assert _kinds(one) == _kinds(two)


@given(st.lists(figures, min_size=2, max_size=5))
@settings(patient, max_examples=100)
def test_figures_that_one_number_fits_are_never_called_incompatible(told: list[Told]) -> None:
    highs = [low if high == -1 else high for low, high, _ in told]
    least = min((high for high in highs if high is not None), default=10**6)
    if max(low for low, _, _ in told) <= least:
        assert set(_kinds(_event(*told))) <= {"refinement"}


def _slots(contradictions: tuple[Contradiction, ...]) -> list[str]:
    return [each.slot for each in contradictions]


def test_each_amount_is_compared_with_its_own_kind() -> None:
    case = Case()
    one = killed(13)
    case.says("النهر", named("defence"), amounts=[one])
    case.says("المرفأ", named("defence"), amounts=[_injured(5)])
    assert _slots(case.event().contradictions) == []


def _injured(count: int) -> Amount:
    return replace(killed(count), what="injured")
