"""How many independent chains stand behind an event."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategies import patient
from tawatur.model import Link
from tawatur.weigh.origins import party_of
from weigh.cases import PEOPLE, Case, entity, named, unnamed


def test_two_outlets_reprinting_one_statement_count_once() -> None:
    case = Case()
    case.says("النهر", named("defence"))
    case.says("المرفأ", named("defence"))
    event = case.event()
    assert (event.reports, event.origins) == (2, 1)


def test_five_reports_of_one_statement_are_five_reports_and_one_origin() -> None:
    case = Case()
    for name in ("النهر", "المرفأ", "الربوة", "الضفة", "المنبر"):
        case.says(name, named("agency"), named("defence"))
    event = case.event()
    assert (event.reports, event.origins, event.grade) == (5, 1, "C")


def test_an_agency_s_unnamed_source_quoted_by_two_outlets_is_one_origin() -> None:
    case = Case()
    case.says("النهر", named("agency"), unnamed("مصدر أمني", 40))
    case.says("المرفأ", named("agency"), unnamed("مصدرٌ أمني", 95))
    assert case.event().origins == 1


def test_a_newspaper_s_unnamed_source_quoted_by_two_others_is_one_origin() -> None:
    case = Case()
    case.says("المنبر", named("nahr"), unnamed())
    case.says("المرفأ", named("nahr"), unnamed(start=95))
    assert case.event().origins == 1


def test_two_unnamed_sources_of_one_agency_are_two() -> None:
    case = Case()
    case.says("النهر", named("agency"), unnamed("مصدر أمني"))
    case.says("المرفأ", named("agency"), unnamed("مصدر طبي"))
    assert case.event().origins == 2


def test_unnamed_sources_of_two_outlets_are_two_even_in_the_same_words() -> None:
    case = Case()
    case.says("النهر", unnamed("مصدر أمني"))
    case.says("المرفأ", unnamed("مصدر أمني"))
    assert case.event().origins == 2


def test_an_unnamed_source_heard_twice_in_one_report_is_one() -> None:
    case = Case()
    case.says("النهر", unnamed(start=40))
    case.says("النهر", unnamed(start=40))
    assert case.event().origins == 1


def test_two_unnamed_sources_of_one_report_are_two() -> None:
    case = Case()
    case.says("النهر", unnamed("مصدر أمني", start=40))
    case.says("النهر", unnamed("مصدر طبي", start=140))
    assert case.event().origins == 2


def test_a_newspaper_s_own_voice_leans_on_the_origin_its_report_names() -> None:
    case = Case()
    case.says("النهر")
    case.says("النهر", named("defence"))
    event = case.event()
    assert (event.origins, event.grade) == (1, "C")


def test_a_newspaper_s_own_voice_leans_on_an_unnamed_source_too() -> None:
    case = Case()
    case.says("النهر")
    case.says("النهر", unnamed())
    assert case.event().origins == 1


def test_a_newspaper_s_own_voice_does_not_lean_on_another_report() -> None:
    case = Case()
    case.says("النهر")
    case.says("المرفأ", named("defence"))
    event = case.event()
    assert (event.origins, event.grade) == (2, "B")


def test_a_headline_does_not_make_one_of_two_sides_that_its_report_names() -> None:
    case = Case()
    case.says("النهر")
    case.says("النهر", named("premier's office"))
    case.says("النهر", named("region"))
    event = case.event()
    assert (event.origins, event.grade) == (2, "A")


def test_one_outlet_s_two_reports_do_not_make_one_of_what_each_names() -> None:
    case = Case()
    for report, who in (("1", "premier's office"), ("2", "region")):
        case.report(report, outlet="النهر")
        case.says(report)
        case.says(report, named(who))
    assert case.event().origins == 2


def test_one_outlet_s_own_voice_in_two_reports_is_one_origin() -> None:
    case = Case()
    for report in ("1", "2"):
        case.report(report, outlet="النهر")
        case.says(report)
    event = case.event()
    assert (event.reports, event.origins, event.grade) == (2, 1, "E")


def test_two_outlets_own_voices_are_two() -> None:
    case = Case()
    case.says("النهر")
    case.says("المرفأ")
    event = case.event()
    assert (event.origins, event.grade) == (2, "D")


def test_what_two_reports_quote_from_one_newspaper_is_one_origin() -> None:
    case = Case()
    case.says("المنبر", named("nahr"))
    case.says("المرفأ", named("nahr"))
    event = case.event()
    assert (event.origins, event.grade) == (1, "E")


def test_a_quoted_newspaper_stands_beside_the_statement_in_the_same_report() -> None:
    case = Case()
    case.says("المنبر", named("nahr"))
    case.says("المنبر", named("defence"))
    event = case.event()
    assert (event.origins, event.grade) == (2, "B")


def test_the_agency_that_a_report_is_credited_to_is_its_own_voice() -> None:
    case = Case()
    credited = Link(kind="agency", entity="agency", words="وكالة الضفة")
    case.says("النهر", credited)
    case.says("النهر", credited, named("defence"))
    event = case.event()
    assert (event.origins, event.grade) == (1, "C")


def test_an_agency_with_nobody_behind_it_is_no_identified_party() -> None:
    case = Case()
    case.says("النهر", named("agency"))
    case.says("المرفأ", named("agency"))
    event = case.event()
    assert (event.origins, event.grade) == (1, "E")


# -- parties ---------------------------------------------------------------------------------------


def test_the_premier_and_his_office_are_one_party() -> None:
    case = Case()
    case.says("النهر", named("premier"))
    case.says("المرفأ", named("premier's office"))
    event = case.event()
    assert (event.origins, event.grade) == (1, "C")


def test_the_two_sides_of_a_meeting_are_two_parties() -> None:
    case = Case()
    case.says("النهر", named("premier's office"))
    case.says("المرفأ", named("region"))
    event = case.event()
    assert (event.origins, event.grade) == (2, "A")


def test_two_bodies_of_one_city_are_two_parties() -> None:
    case = Case()
    case.says("النهر", named("police"))
    case.says("المرفأ", named("mayor"))
    assert case.event().grade == "A"


@pytest.mark.parametrize(
    ("who", "party"),
    [
        ("premier", "government"),
        ("premier's office", "government"),
        ("government", "government"),
        ("intelligence", "defence"),
        ("guards", "region"),
        ("police", "police"),
        ("nobody we know", "nobody we know"),
    ],
)
def test_a_party_is_the_body_at_the_top(who: str, party: str) -> None:
    assert party_of(who, PEOPLE) == party


def test_bodies_that_hold_each_other_end_somewhere() -> None:
    circle = {
        "a": entity("a", "organisation", "أ", "b"),
        "b": entity("b", "organisation", "ب", "a"),
    }
    assert party_of("a", circle) in circle


def test_somebody_named_by_the_same_words_in_two_reports_is_one_origin() -> None:
    case = Case()
    case.says("النهر", Link(kind="person", words="سالم الدرباس", start=0, end=12))
    case.says("المرفأ", Link(kind="person", words="سالم الدِرباس", start=7, end=20))
    assert case.event().origins == 1


# -- copies ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["copy", "paraphrase", "statement"])
def test_one_text_in_two_reports_is_one_origin(kind: str) -> None:
    case = Case()
    case.copied(case.says("النهر", unnamed()), case.says("المرفأ", unnamed("مصدر طبي")), kind)
    event = case.event()
    assert event.origins == 1
    assert f"same text: {kind}" in {reason.rule for reason in event.because}


def test_a_formula_ties_nobody() -> None:
    case = Case()
    left, right = case.says("النهر", unnamed()), case.says("المرفأ", unnamed())
    case.copied(left, right, "formula")
    assert case.event().origins == 2


def test_a_copied_passage_ties_only_the_claims_that_stand_in_it() -> None:
    case = Case()
    case.says("النهر", named("region"))
    case.says("المرفأ", unnamed())
    case.copied(case.says("النهر", unnamed(start=140)), case.says("المرفأ", unnamed(start=140)))
    assert case.event().origins == 3


def test_a_copy_of_a_copy_is_the_same_origin() -> None:
    case = Case()
    first, second, third = (case.says(name, unnamed()) for name in ("النهر", "المرفأ", "المنبر"))
    case.copied(first, second)
    case.copied(third, second)
    assert case.event().origins == 1


def test_a_headline_copied_without_its_report_adds_nothing() -> None:
    case = Case()
    headline = case.says("النهر")
    case.says("النهر", named("defence"))
    case.copied(headline, case.says("المرفأ"))
    event = case.event()
    assert (event.origins, event.grade) == (1, "C")


# -- reasons ---------------------------------------------------------------------------------------


def test_every_origin_has_a_line_and_every_tie_between_reports_a_reason() -> None:
    case = Case()
    case.says("النهر", named("premier"))
    case.says("المرفأ", named("premier's office"))
    case.says("المنبر", unnamed())
    rules = [reason.rule for reason in case.event().because]
    assert rules == ["origin: identified", "origin: unnamed", "same party", "grade B"]


def test_a_voice_without_a_name_has_words_all_the_same() -> None:
    case = Case()
    case.report("d1", outlet=None)
    case.says("d1")
    assert case.event().because[0].words == "the outlet's own voice"


# -- whatever the reports say ----------------------------------------------------------------------

REPORTS = ("النهر", "المرفأ", "المنبر", "الربوة")
ENDS: dict[str, tuple[Link, ...]] = {
    "own voice": (),
    "agency": (named("agency"),),
    "newspaper": (named("nahr"),),
    "office": (named("premier's office"),),
    "premier": (named("premier"),),
    "region": (named("region"),),
    "guards": (named("guards"),),
    "unnamed here": (unnamed(),),
    "another unnamed": (unnamed("شهود", 60),),
    "unnamed by agency": (named("agency"), unnamed()),
    "office by agency": (named("agency"), named("premier's office")),
}
sayings = st.lists(
    st.tuples(st.sampled_from(REPORTS), st.sampled_from(sorted(ENDS))), min_size=1, max_size=7
)
copyings = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 6), st.sampled_from(["copy", "formula"])),
    max_size=4,
)


def _case(said: list[tuple[str, str]], copied: list[tuple[int, int, str]]) -> Case:
    case = Case()
    names = [case.says(report, *ENDS[end]) for report, end in said]
    for left, right, kind in copied:
        one, two = names[left % len(names)], names[right % len(names)]
        if case.claims[one].document != case.claims[two].document:
            case.copied(one, two, kind)
    return case


@given(sayings, copyings)
@settings(patient, max_examples=200)
def test_there_are_never_more_origins_than_claims_and_always_one(
    said: list[tuple[str, str]], copied: list[tuple[int, int, str]]
) -> None:
    assert 1 <= _case(said, copied).event().origins <= len(said)


@given(sayings, copyings, st.integers())
@settings(patient, max_examples=200)
def test_the_order_of_claims_and_copies_changes_nothing(
    said: list[tuple[str, str]], copied: list[tuple[int, int, str]], seed: int
) -> None:
    case = _case(said, copied)
    event = case.event()
    order = random.Random(seed)
    claims, documents = list(event.claims), list(event.documents)
    order.shuffle(claims)
    order.shuffle(documents)
    order.shuffle(case.copies)
    shuffled = case.event(claims=tuple(claims), documents=tuple(documents))
    assert (shuffled.origins, shuffled.grade) == (event.origins, event.grade)
    rules = {reason.rule for reason in event.because}
    assert {reason.rule for reason in shuffled.because} == rules


@given(sayings, copyings, st.data())
@settings(patient, max_examples=300)
def test_reprinting_never_adds_an_origin(
    said: list[tuple[str, str]], copied: list[tuple[int, int, str]], data: st.DataObject
) -> None:
    """A passage reprinted, in the reprinter's voice or with its chain, is no new witness."""
    case = _case(said, copied)
    before = case.event()
    original = data.draw(st.sampled_from(sorted(case.claims)))
    keeps_chain = data.draw(st.booleans())
    chain = case.claims[original].chain[1:] if keeps_chain else ()
    case.copied(original, case.says("ناقل", *chain))
    after = case.event()
    assert after.origins <= before.origins
    assert after.reports == before.reports + 1


@given(sayings, copyings, st.data())
@settings(patient, max_examples=300)
def test_saying_again_what_the_same_speaker_said_never_adds_an_origin(
    said: list[tuple[str, str]], copied: list[tuple[int, int, str]], data: st.DataObject
) -> None:
    case = _case(said, copied)
    before = case.event()
    again = [
        name for name, claim in sorted(case.claims.items())
        if len(claim.chain) > 2 or (len(claim.chain) == 2 and not claim.chain[1].anonymous)
    ]  # fmt: skip
    if again:
        original = data.draw(st.sampled_from(again))
        case.says("ناقل", *case.claims[original].chain[1:])
        assert case.event().origins <= before.origins


@given(sayings)
@settings(patient, max_examples=100)
def test_what_a_report_says_itself_changes_nothing_beside_whom_it_names(
    said: list[tuple[str, str]],
) -> None:
    case = _case([each for each in said if each[1] not in {"own voice", "agency", "newspaper"}], [])
    before = case.event()
    for report in sorted({claim.document for claim in case.claims.values()}):
        case.says(report)
    after = case.event()
    assert (after.origins, after.grade) == (before.origins, before.grade)
