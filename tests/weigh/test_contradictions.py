"""What the claims of one event say differently."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from tawatur.model import Amount, Contradiction, Event, PageDate, Reason, Span, Status, When
from weigh.cases import PEOPLE, Case, entity, killed, named, unnamed

WEDNESDAY = date(2021, 12, 8)


def _of_kind(event: Event, kind: str) -> list[Contradiction]:
    return [each for each in event.contradictions if each.kind == kind]


# -- unsupported -----------------------------------------------------------------------------------


def _injured(count: int, words: str) -> Amount:
    return replace(killed(count, words=words), what="injured")


def test_a_figure_that_nobody_is_quoted_for_is_unsupported() -> None:
    case = Case()
    said = case.says("النهر", amounts=[killed(13, words="13 شخصاً")])
    (found,) = _of_kind(case.event(), "unsupported")
    assert (found.slot, found.values[0].value) == ("amounts.killed", "13 شخصاً")
    assert found.values[0].claims == (said,)


@pytest.mark.parametrize("chain", [(named("defence"),), (unnamed(),), (named("agency"),)])
def test_a_figure_that_somebody_is_quoted_for_is_not(chain: tuple[object, ...]) -> None:
    case = Case()
    case.says("النهر", amounts=[killed(13)])
    case.says("المرفأ", *chain, amounts=[killed(13)])  # type: ignore[arg-type]
    assert _of_kind(case.event(), "unsupported") == []


def test_each_unsupported_figure_is_shown_in_its_own_words() -> None:
    case = Case()
    figures = [killed(13, words="13 شخصاً"), _injured(5, "خمسة جرحى")]
    case.says("النهر", amounts=figures)
    case.says("المرفأ", amounts=figures)
    found = {each.slot: each.values[0].value for each in _of_kind(case.event(), "unsupported")}
    assert found == {"amounts.killed": "13 شخصاً", "amounts.injured": "خمسة جرحى"}


# -- framing ---------------------------------------------------------------------------------------


def _disputed() -> Case:
    case = Case()
    case.entities |= {
        "village": entity("village", "place", "تل الرمان", "north", "south"),
        "north": entity("north", "place", "محافظة الشمال"),
        "south": entity("south", "place", "محافظة الجنوب"),
    }
    return case


def test_a_place_that_two_administrations_claim_shows_both() -> None:
    case = _disputed()
    said = case.says("النهر", named("defence"), place="village")
    (found,) = _of_kind(case.event(place="village"), "framing")
    assert [(side.value, side.claims) for side in found.values] == [
        ("محافظة الشمال", (said,)),
        ("محافظة الجنوب", (said,)),
    ]
    assert found.slot == "place.within"


def test_a_framing_has_the_reasons_of_its_place() -> None:
    case = _disputed()
    why = Reason(rule="claimed by both", words="المادة الخامسة")
    case.entities["village"] = replace(case.entities["village"], because=(why,))
    case.says("النهر", named("defence"), place="village")
    assert _of_kind(case.event(place="village"), "framing")[0].because == (why,)


@pytest.mark.parametrize("place", ["city", None, "nowhere we know"])
def test_a_place_of_one_administration_shows_none(place: str | None) -> None:
    case = Case()
    case.says("النهر", named("defence"), place=place)
    assert _of_kind(case.event(place=place), "framing") == []


# -- status ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "statuses",
    [("happened", "planned"), ("not_happened", "planned"), ("denied", "happened")],
)
def test_what_was_planned_and_what_became_of_it_stand_side_by_side(
    statuses: tuple[Status, ...],
) -> None:
    case = Case()
    said = {status: case.says(f"report {status}", unnamed(), status=status) for status in statuses}
    (found,) = _of_kind(case.event(), "status")
    assert {side.value: side.claims for side in found.values} == {
        status: (claim,) for status, claim in said.items()
    }


def test_one_status_in_all_reports_is_no_contradiction() -> None:
    case = Case()
    case.says("النهر", unnamed(), status="planned")
    case.says("المرفأ", unnamed(), status="planned")
    assert case.event().contradictions == ()


# -- the date of the page --------------------------------------------------------------------------


def _paged(shown: date, *, trusted: bool, published: When) -> Event:
    case = Case()
    case.report(
        "النهر",
        pages=[PageDate(date=shown, span=Span(0, 9), trusted=trusted, why="date of rendering")],
        published=published,
    )
    case.says("النهر", named("defence"))
    return case.event()


SAID = Reason(rule="weekday", words="اليوم الأربعاء", document="النهر", start=52, end=66)


def test_a_page_that_shows_a_day_its_words_exclude_is_contradicted() -> None:
    published = When(weekday=2, because=(SAID,))
    event = _paged(date(2024, 5, 7), trusted=False, published=published)
    (found,) = _of_kind(event, "incompatible")
    assert found.slot == "publication date"
    assert [side.value for side in found.values] == ["2024-05-07", "اليوم الأربعاء"]
    assert [reason.words for reason in found.because] == ["date of rendering", "اليوم الأربعاء"]


@pytest.mark.parametrize(
    ("shown", "trusted", "published"),
    [
        (WEDNESDAY, False, When(weekday=2, because=(SAID,))),
        (date(2024, 5, 8), False, When(weekday=2, because=(SAID,))),
        (date(2024, 5, 7), False, When()),
        (date(2024, 5, 7), True, When(weekday=2, because=(SAID,))),
    ],
    ids=["the same day", "the same weekday", "no weekday known", "a trusted date"],
)
def test_a_page_date_that_nothing_excludes_is_no_contradiction(
    shown: date, *, trusted: bool, published: When
) -> None:
    assert _paged(shown, trusted=trusted, published=published).contradictions == ()


# -- together --------------------------------------------------------------------------------------


def test_contradictions_come_in_the_order_an_analyst_asks() -> None:
    case = _disputed()
    page = PageDate(date=date(2024, 5, 7), trusted=False, why="date of rendering")
    case.report("النهر", pages=[page], published=When(weekday=2))
    case.says("النهر", amounts=[killed(3)], place="village", status="planned")
    case.says("المرفأ", amounts=[killed(9)], place="village")
    kinds = [each.kind for each in case.event(place="village").contradictions]
    assert kinds == ["incompatible", "unsupported", "framing", "status", "incompatible"]


def test_every_contradiction_says_why() -> None:
    case = _disputed()
    case.says("النهر", amounts=[killed(3)], place="village", status="planned")
    case.says("المرفأ", amounts=[killed(9)], place="village")
    assert all(each.because and each.values for each in case.event(place="village").contradictions)


def test_weighing_leaves_what_was_woven_as_it_was() -> None:
    case = Case()
    case.says("النهر", named("defence"), amounts=[killed(3)])
    event = case.event(because=(Reason(rule="one happening", words="same place +1.3"),))
    assert event.because[0].rule == "one happening"
    assert event.amounts["killed"].values[0].claims == ("النهر:0",)
    assert PEOPLE["defence"].kind == "organisation"
