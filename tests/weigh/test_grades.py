"""The grade of an event, by the printed rule."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import patient
from tawatur.model import Grade, Link
from tawatur.weigh.grades import RULE, Standing, standing_of
from tawatur.weigh.origins import Origin
from weigh.cases import PEOPLE, Case, named, unnamed

Saying = tuple[str, tuple[Link, ...]]


@pytest.mark.parametrize(
    ("grade", "said"),
    [
        ("A", [("النهر", (named("premier's office"),)), ("المرفأ", (named("region"),))]),
        ("A", [("النهر", (named("premier"),)), ("النهر", (named("guards"),))]),
        ("B", [("النهر", (named("defence"),)), ("المرفأ", (unnamed(),))]),
        ("B", [("النهر", (named("defence"),)), ("المرفأ", ())]),
        (
            "B",
            [("النهر", (named("premier"),)), ("المرفأ", (named("premier's office"),)), ("م", ())],
        ),
        ("C", [("النهر", (named("defence"),))]),
        ("C", [("النهر", (named("defence"),)), ("المرفأ", (named("intelligence"),))]),
        ("C", [("النهر", (named("agency"), named("defence"))), ("النهر", ())]),
        ("D", [("النهر", (unnamed(),)), ("المرفأ", (unnamed(),))]),
        ("D", [("النهر", (unnamed(),)), ("المرفأ", ())]),
        ("D", [("النهر", ()), ("المرفأ", ())]),
        ("E", [("النهر", (unnamed(),))]),
        ("E", [("النهر", ())]),
        ("E", [("النهر", (unnamed(),)), ("النهر", ())]),
        ("E", [("النهر", (named("agency"), unnamed())), ("المرفأ", (named("agency"), unnamed()))]),
    ],
)
def test_an_event_has_the_grade_of_the_rule(grade: Grade, said: list[Saying]) -> None:
    case = Case()
    for report, chain in said:
        case.says(report, *chain)
    event = case.event()
    assert event.grade == grade
    words = next(words for letter, words, _ in RULE if letter == grade)
    assert [reason.words for reason in event.because if reason.rule == f"grade {grade}"] == [words]


def test_names_that_no_entity_stands_for_are_never_two_parties() -> None:
    case = Case()
    case.says("النهر", Link(kind="statement", words="شرطة السهل", start=0, end=10))
    case.says("المرفأ", Link(kind="statement", words="قيادة شرطة السهل", start=0, end=16))
    event = case.event()
    assert (event.origins, event.grade) == (2, "B")
    case.says("المنبر", named("police"))
    assert case.event().grade == "B"


def test_a_name_that_no_entity_stands_for_is_a_name_all_the_same() -> None:
    case = Case()
    case.says("النهر", Link(kind="statement", words="شرطة السهل", start=0, end=10))
    assert case.event().grade == "C"


def test_every_grade_has_one_line_of_the_rule() -> None:
    assert tuple(grade for grade, _, _ in RULE) == get_args(Grade)


@given(st.integers(0, 5), st.integers(0, 5))
@patient
def test_another_chain_never_lowers_a_grade(parties: int, others: int) -> None:
    grade = _grade(parties, others)
    assert _grade(parties + 1, others) <= grade
    assert _grade(parties, others + 1) <= grade


def _grade(parties: int, others: int) -> Grade:
    standing = Standing(parties=parties, others=others)
    return next(grade for grade, _, holds in RULE if holds(standing))


def test_two_parties_in_one_text_are_one_identified_origin() -> None:
    both = Origin(("c1", "c2"), ("d1", "d2"), "identified", ("government", "region"), "البيان")
    assert standing_of([both]) == Standing(parties=1, others=0)


# -- speaking in one's own cause -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("speaker", "actor", "party"),
    [
        ("defence", "defence", "defence"),
        ("defence", "intelligence", "defence"),
        ("intelligence", "defence", "defence"),
        ("premier's office", "premier", "government"),
    ],
)
def test_who_speaks_of_its_own_doings_is_said_to(speaker: str, actor: str, party: str) -> None:
    case = Case()
    case.says("النهر", named(speaker))
    reasons = case.event(actors=(actor,)).because
    own = [reason.words for reason in reasons if reason.rule == "speaks in its own cause"]
    assert own == [PEOPLE[party].names[0].text]


def test_who_was_hit_speaks_in_its_own_cause_too() -> None:
    case = Case()
    case.says("النهر", named("guards"))
    rules = {reason.rule for reason in case.event(recipients=("guards",)).because}
    assert "speaks in its own cause" in rules


def test_who_has_no_part_in_it_does_not() -> None:
    case = Case()
    case.says("النهر", named("region"))
    case.says("المرفأ", unnamed())
    rules = {reason.rule for reason in case.event(actors=("defence",)).because}
    assert "speaks in its own cause" not in rules
