"""The calendar network: what floats, what is fixed, why, and what gives way."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.model import ORIGIN, Constraint, Reason, event_day, publication_day, text_day
from tawatur.weave.calendar import Calendar, calendar_lines
from tawatur.weave.explain import core_of, cores
from tawatur.weave.network import Network

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
Hold = Literal["text", "merge", "page", "knowledge", "given"]

D000, D001, D002, D003, D004 = (text_day(name) for name in ("000", "001", "002", "003", "004"))
VISIT, VISIT_2, VISIT_3 = (event_day(f"visit-{name}") for name in ("000", "002", "003"))
ARRIVAL = event_day("arrival-002")
STRIKES = event_day("strikes-002")
BASRA = event_day("basra-bomb")
ATTACK = event_day("attack-004")
ANNOUNCED = event_day("announcement-004")
CHIEFS = event_day("chiefs-001")
ARRIVAL_1 = event_day("arrival-001")
WITHDRAWAL = event_day("withdrawal-001")
ELECTION = event_day("election")


def apart(
    left: str, right: str, low: int | None, high: int | None, words: str, hold: Hold = "text"
) -> Constraint:
    reason = Reason(rule="distance", words=words)
    return Constraint(left=left, right=right, low=low, high=high, hold=hold, reason=reason)


def on(day: str, weekday: int, words: str, hold: Hold = "text") -> Constraint:
    return Constraint(
        right=day, weekday=weekday, hold=hold, reason=Reason(rule="weekday", words=words)
    )


def dated(
    day: str, begins: str | None, ends: str | None, words: str, hold: Hold = "text"
) -> Constraint:
    low = date.fromisoformat(begins).toordinal() if begins else None
    high = date.fromisoformat(ends).toordinal() if ends else None
    return apart(ORIGIN, day, low, high, words, hold)


TEXTS = (
    apart(D000, VISIT, 0, 0, "000 اليوم"),
    on(D000, WEDNESDAY, "000 اليوم الأربعاء"),
    apart(D001, event_day("announcement-001"), -6, 0, "001 يوم الثلاثاء"),
    on(event_day("announcement-001"), TUESDAY, "001 يوم الثلاثاء"),
    apart(D001, CHIEFS, 0, 0, "001 اليوم"),
    on(D001, TUESDAY, "001 اليوم الثلاثاء"),
    apart(D001, ARRIVAL_1, 0, 0, "001 وفي وقت سابق اليوم"),
    apart(D001, WITHDRAWAL, None, 0, "001 told as past"),
    apart(D002, ARRIVAL, 0, 0, "002 صباح اليوم"),
    on(D002, SUNDAY, "002 صباح اليوم الأحد"),
    apart(VISIT_2, ARRIVAL, 3, 5, "002 بعد أربعة أيام فقط من زيارة"),
    apart(D002, STRIKES, -1, -1, "002 يوم أمس"),
    apart(D003, VISIT_3, -6, 0, "003 الأربعاء"),
    on(VISIT_3, WEDNESDAY, "003 الأربعاء"),
    apart(D003, VISIT_3, 0, 0, "003 اليوم"),
    apart(D003, BASRA, -1, -1, "003 أمس"),
    apart(ELECTION, VISIT_3, 1, None, "003 عقب نجاح الانتخابات"),
    apart(D004, ANNOUNCED, -1, -1, "004 أمس"),
    on(D004, SUNDAY, "004 أمس السبت"),
    on(ATTACK, THURSDAY, "004 الخميس"),
    apart(D004, ATTACK, -6, 0, "004 الخميس"),
)
SAME_VISIT = (
    apart(VISIT, VISIT_2, 0, 0, "visit of 000 and 002", "merge"),
    apart(VISIT, VISIT_3, 0, 0, "visit of 000 and 003", "merge"),
)
DATES = (
    dated(WITHDRAWAL, "2017-10-16", None, "001 بعد أحداث 16 أكتوبر 2017"),
    apart(D001, publication_day("001"), 0, 2, "printed", "page"),
    dated(publication_day("001"), None, "2024-05-08", "page header", "page"),
)
ATTACK_KNOWN = (dated(ATTACK, "2021-12-02", "2021-12-02", "attack of 2 December", "knowledge"),)
OFFICES = (
    dated(ELECTION, "2021-10-10", "2021-10-10", "election of 10 October 2021", "knowledge"),
    dated(VISIT, "2020-05-07", "2022-10-27", "in office until 27 October 2022", "knowledge"),
    dated(D002, None, "2021-12-31", "coalition mission ends", "knowledge"),
    dated(D001, "2021-12-10", None, "another chief of staff on 9 December", "knowledge"),
)
BASRA_KNOWN = (dated(BASRA, "2021-12-07", "2021-12-07", "Basra bomb of 7 December", "knowledge"),)
CHIEFS_KNOWN = (dated(CHIEFS, "2022-07-05", "2022-07-05", "report of 5 July 2022", "knowledge"),)


def table(*groups: Iterable[Constraint]) -> dict[str, tuple[str | None, str | None, int | None]]:
    calendar = Calendar.solve(itertools.chain(*groups))
    assert not calendar.conflicts
    found = {}
    for name, day in zip(
        ("000", "001", "002", "003", "004"), (D000, D001, D002, D003, D004), strict=True
    ):
        when = calendar.bounds(day)
        found[name] = (
            when.begins.isoformat() if when.begins else None,
            when.ends.isoformat() if when.ends else None,
            when.weekday,
        )
    return found


FLOATING = {
    "000": (None, None, WEDNESDAY),
    "001": (None, None, TUESDAY),
    "002": (None, None, SUNDAY),
    "003": (None, None, WEDNESDAY),
    "004": (None, None, SUNDAY),
}
TUESDAY_001 = ("2017-10-17", "2024-05-07", TUESDAY)


def test_s0_without_anchors_only_weekdays_are_known() -> None:
    assert table(TEXTS) == FLOATING
    assert Calendar.solve(TEXTS).between(D004, ATTACK)[:2] == (-3, -3)


def test_s1_one_shared_visit_fixes_the_distances_of_three_documents() -> None:
    calendar = Calendar.solve([*TEXTS, *SAME_VISIT])
    assert calendar.between(D000, D002)[:2] == (4, 4)
    assert calendar.between(D000, D003)[:2] == (0, 0)
    assert calendar.between(BASRA, STRIKES)[:2] == (4, 4)
    assert calendar.between(D000, D004)[:2] == (None, None)
    assert table(TEXTS, SAME_VISIT) == FLOATING


def test_s2_dates_in_the_text_and_the_page_bound_001_and_nothing_else() -> None:
    assert table(TEXTS, SAME_VISIT, DATES) == FLOATING | {"001": TUESDAY_001}


def test_s3_an_attack_that_nothing_ties_to_the_visit_dates_only_its_own_report() -> None:
    found = table(TEXTS, SAME_VISIT, DATES, ATTACK_KNOWN)
    assert found == FLOATING | {"001": TUESDAY_001, "004": ("2021-12-05", "2021-12-05", SUNDAY)}


def test_s4_an_attack_within_thirty_days_gives_candidates_and_no_date() -> None:
    before = apart(ATTACK, VISIT, 0, 30, "recent attacks before the visit")
    found = table(TEXTS, SAME_VISIT, DATES, ATTACK_KNOWN, [before])
    assert found["000"] == found["003"] == ("2021-12-08", "2021-12-29", WEDNESDAY)
    assert found["002"] == ("2021-12-12", "2022-01-02", SUNDAY)


def test_s5_holders_of_office_give_windows() -> None:
    found = table(TEXTS, SAME_VISIT, DATES, OFFICES)
    assert found["000"] == found["003"] == ("2021-10-13", "2021-12-22", WEDNESDAY)
    assert found["002"] == ("2021-10-17", "2021-12-26", SUNDAY)
    assert found["001"] == ("2021-12-14", "2024-05-07", TUESDAY)
    assert found["004"] == FLOATING["004"]


def test_s6_one_dated_bomb_dates_four_of_five() -> None:
    found = table(TEXTS, SAME_VISIT, DATES, OFFICES, ATTACK_KNOWN, BASRA_KNOWN)
    assert found == {
        "000": ("2021-12-08", "2021-12-08", WEDNESDAY),
        "001": ("2021-12-14", "2024-05-07", TUESDAY),
        "002": ("2021-12-12", "2021-12-12", SUNDAY),
        "003": ("2021-12-08", "2021-12-08", WEDNESDAY),
        "004": ("2021-12-05", "2021-12-05", SUNDAY),
    }


def test_s7_one_outside_report_dates_the_fifth() -> None:
    found = table(TEXTS, SAME_VISIT, DATES, OFFICES, ATTACK_KNOWN, BASRA_KNOWN, CHIEFS_KNOWN)
    assert found["001"] == ("2022-07-05", "2022-07-05", TUESDAY)


def test_a_date_is_explained_by_words_none_of_which_is_to_spare() -> None:
    constraints = [*TEXTS, *SAME_VISIT, *DATES, *BASRA_KNOWN]
    when = Calendar.solve(constraints).when(D002)
    assert when.day == date(2021, 12, 12)
    assert when.precision == "day"
    assert {reason.words for reason in when.because} == {
        "002 صباح اليوم",
        "002 صباح اليوم الأحد",
        "002 بعد أربعة أيام فقط من زيارة",
        "003 اليوم",
        "003 أمس",
        "visit of 000 and 002",
        "visit of 000 and 003",
        "Basra bomb of 7 December",
    }


def test_without_outside_knowledge_001_stays_a_tuesday_in_whatever_order() -> None:
    constraints = [*TEXTS, *SAME_VISIT, *DATES]
    for turn in range(0, len(constraints), 5):
        when = Calendar.solve([*constraints[turn:], *constraints[:turn]]).when(D001)
        assert (when.begins, when.ends, when.weekday) == (
            date(2017, 10, 17),
            date(2024, 5, 7),
            TUESDAY,
        )
        assert when.precision == "open" or when.day is None


HEADER = dated(publication_day("001"), "2024-05-08", "2024-05-08", "page header", "page")
PRINTED = apart(D001, publication_day("001"), 0, 0, "printed on its day", "page")


def words(constraints: Iterable[Constraint]) -> set[str]:
    return {constraint.reason.words for constraint in constraints}


def test_a_page_header_taken_for_the_day_of_the_text_contradicts_its_weekday() -> None:
    calendar = Calendar.solve([*TEXTS, PRINTED, HEADER])
    (conflict,) = calendar.conflicts
    assert words(conflict.core) == {"001 اليوم الثلاثاء", "printed on its day", "page header"}
    assert conflict.dropped.hold == "page"
    assert calendar.bounds(D001).weekday == TUESDAY


def test_merging_the_delegations_of_001_and_002_is_shown_as_a_conflict_and_dropped() -> None:
    merged = apart(ARRIVAL_1, ARRIVAL, 0, 0, "arrival of 001 and 002", "merge")
    calendar = Calendar.solve([*TEXTS, *SAME_VISIT, merged])
    (conflict,) = calendar.conflicts
    assert conflict.dropped is merged
    assert words(conflict.core) == {
        "001 اليوم الثلاثاء",
        "001 وفي وقت سابق اليوم",
        "002 صباح اليوم",
        "002 صباح اليوم الأحد",
        "arrival of 001 and 002",
    }
    assert calendar.between(D000, D002)[:2] == (4, 4)


def test_a_wrong_weekday_outside_yields_to_no_text_and_nothing_else_is_lost() -> None:
    wrong = on(BASRA, MONDAY, "an agency: on Monday", "merge")
    calendar = Calendar.solve([*TEXTS, *SAME_VISIT, *BASRA_KNOWN, wrong])
    assert [conflict.dropped for conflict in calendar.conflicts] == [wrong]
    assert words(calendar.conflicts[0].core) == {"an agency: on Monday", "Basra bomb of 7 December"}
    assert calendar.bounds(D002).day == date(2021, 12, 12)


def test_a_caption_and_a_weekday_of_one_report_contradict_each_other() -> None:
    day = event_day("arrival")
    caption = dated(day, "2021-12-12", "2021-12-12", "caption: 12 December 2021")
    (conflict,) = Calendar.solve([caption, on(day, SATURDAY, "on Saturday morning")]).conflicts
    assert len(conflict.core) == 2


def test_a_typing_error_of_one_day_makes_a_core_of_words_and_merges() -> None:
    typo = apart(VISIT_2, ARRIVAL, 5, 6, "002 بعد خمسة أيام")
    texts = [each for each in TEXTS if each.reason.words != "002 بعد أربعة أيام فقط من زيارة"]
    calendar = Calendar.solve([*texts, *SAME_VISIT, typo])
    assert len(calendar.conflicts[0].core) == 6
    assert all(conflict.dropped.hold == "merge" for conflict in calendar.conflicts)


def test_several_errors_are_dropped_one_by_one_and_the_rest_is_solved() -> None:
    wrong = [
        PRINTED,
        HEADER,
        apart(ARRIVAL_1, ARRIVAL, 0, 0, "arrival of 001 and 002", "merge"),
        on(BASRA, MONDAY, "an agency: on Monday", "merge"),
    ]
    calendar = Calendar.solve([*TEXTS, *SAME_VISIT, *BASRA_KNOWN, *wrong])
    dropped = {conflict.dropped.reason.words for conflict in calendar.conflicts}
    assert dropped <= words(wrong)
    assert len(calendar.conflicts) == 3
    assert calendar.bounds(D003).day == date(2021, 12, 8)


def test_one_election_does_not_join_two_stories() -> None:
    one, two = text_day("one"), text_day("two")
    network = Network(
        [
            dated(event_day("e1"), "2021-10-10", "2021-10-10", "election"),
            apart(event_day("e1"), one, 1, 9, "one: after the election"),
            dated(event_day("e2"), "2021-10-10", "2021-10-10", "election"),
            apart(event_day("e2"), two, 1, 9, "two: after the election"),
        ]
    )
    assert network.part_of(one) is not network.part_of(two)
    assert list(calendar_lines(Calendar(network), {one: "one", two: "two"})) == []


def test_lines_give_what_ties_documents_that_have_no_date() -> None:
    calendar = Calendar.solve([*TEXTS, *SAME_VISIT, *DATES])
    documents = {D000: "000", D001: "001", D002: "002", D003: "003", D004: "004"}
    lines = list(calendar_lines(calendar, documents, [(ATTACK, "attack", D004)]))
    assert [(line.left, line.right, line.days_low, line.days_high) for line in lines] == [
        ("000", "002", 4, 4),
        ("000", "003", 0, 0),
        ("002", "003", -4, -4),
        ("004", "attack", -3, -3),
    ]
    assert all(line.because for line in lines)


def test_lines_end_with_the_conflicts() -> None:
    lines = list(calendar_lines(Calendar.solve([*TEXTS, PRINTED, HEADER]), {D001: "001"}))
    assert [len(line.conflict) for line in lines] == [3]


def test_documents_that_are_dated_need_no_line() -> None:
    calendar = Calendar.solve([*TEXTS, *SAME_VISIT, *BASRA_KNOWN])
    assert list(calendar_lines(calendar, {D000: "000", D002: "002", D003: "003"})) == []


def test_a_crowd_gets_a_line_from_the_first_document_to_each() -> None:
    event = event_day("summit")
    days = {text_day(f"{n:03}"): f"{n:03}" for n in range(50)}
    constraints = [apart(day, event, -1, -1, f"{name} أمس") for day, name in days.items()]
    lines = list(calendar_lines(Calendar.solve(constraints), days))
    assert [(line.left, line.right) for line in lines] == [("000", f"{n:03}") for n in range(1, 50)]


def test_nothing_said_of_a_day_is_nothing_known() -> None:
    calendar = Calendar.solve([])
    assert calendar.when(D000) == type(calendar.when(D000))()
    assert calendar.between(D000, D001) == (None, None, ())


def test_a_network_turns_away_a_merge_that_cannot_hold_and_stays_as_it_was() -> None:
    network = Network([*TEXTS, *SAME_VISIT])
    before = network.bounds(D002)
    assert not network.allows([apart(ARRIVAL_1, ARRIVAL, 0, 0, "arrivals", "merge")])
    assert network.allows([apart(ATTACK, VISIT, 0, 30, "attack before visit", "merge")])
    assert network.bounds(D002) == before
    network.add([apart(D000, D004, -3, -3, "three days", "merge")])
    assert not network.allows([apart(D002, D004, 0, 0, "one day", "merge")])


def test_days_are_the_same_by_distance_by_date_or_by_weekday() -> None:
    network = Network([*TEXTS, *SAME_VISIT])
    assert network.same_day(VISIT, VISIT_3)
    assert network.same_day(D002, D004)
    assert not network.same_day(D000, D002)
    assert not network.same_day(D001, D000)
    assert not network.same_day(D000, event_day("unheard of"))


def test_a_weekday_shared_at_a_distance_is_not_one_day() -> None:
    network = Network([*TEXTS, apart(D000, D003, 7, 7, "a week later")])
    assert not network.same_day(D000, D003)


# What a solver says is compared with trying every day of a small window.

DAYS = ("a", "b", "c", "d")
FIRST = date(2021, 12, 6).toordinal()
LENGTH = 12

distances = st.builds(
    lambda days, low, more, open_low, open_high, hold: apart(
        days[0],
        days[1],
        None if open_low else low,
        None if open_high else low + more,
        f"{days[1]}-{days[0]} in {low}+{more}",
        hold,
    ),
    st.permutations(DAYS),
    st.integers(-8, 8),
    st.sampled_from([0, 0, 1, 2, 6]),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["text", "merge", "page"]),
)
weekdays = st.builds(
    lambda day, weekday: on(day, weekday, f"{day} on {weekday}"),
    st.sampled_from(DAYS),
    st.integers(0, 6),
)
said = st.lists(st.one_of(distances, weekdays), max_size=7)
WINDOWS = [
    apart(ORIGIN, day, FIRST, FIRST + LENGTH - 1, f"{day} in the window", "given") for day in DAYS
]


def holds(constraint: Constraint, days: dict[str, int]) -> bool:
    if constraint.weekday is not None:
        return (days[constraint.right] - 1) % 7 == constraint.weekday
    gap = days[constraint.right] - days[constraint.left]
    low, high = constraint.low, constraint.high
    return (low is None or low <= gap) and (high is None or gap <= high)


def solutions(constraints: Sequence[Constraint]) -> list[dict[str, int]]:
    """Try every assignment day by day, cutting off what already fails."""
    partial: list[dict[str, int]] = [{ORIGIN: 0}]
    for day in DAYS:
        ready = (
            [
                each
                for each in constraints
                if day in {each.left, each.right} and {each.left, each.right} <= {*partial[0], day}
            ]
            if partial
            else []
        )
        partial = [
            days
            for known in partial
            for ordinal in range(FIRST, FIRST + LENGTH)
            if (days := known | {day: ordinal}) and all(holds(each, days) for each in ready)
        ]
    return partial


@settings(max_examples=60, deadline=None)
@given(said)
def test_the_solver_finds_what_trying_every_day_finds(told: list[Constraint]) -> None:
    constraints = [*WINDOWS, *told]
    found = solutions(constraints)
    assert (core_of(constraints) is None) == bool(found)
    if not found:
        return
    calendar = Calendar.solve(constraints)
    for day in DAYS:
        bounds = calendar.bounds(day)
        ordinals = [days[day] for days in found]
        assert bounds.begins is not None
        assert bounds.ends is not None
        assert bounds.begins.toordinal() == min(ordinals)
        assert bounds.ends.toordinal() == max(ordinals)
    for left, right in itertools.combinations(DAYS, 2):
        gaps = [days[right] - days[left] for days in found]
        assert calendar.between(left, right)[:2] == (min(gaps), max(gaps))


@settings(max_examples=60, deadline=None)
@given(said)
def test_cores_cannot_hold_and_have_nothing_to_spare(told: list[Constraint]) -> None:
    for core in cores([*WINDOWS, *told]) if core_of([*WINDOWS, *told]) else ():
        assert not solutions(core)
        for constraint in core:
            rest = [other for other in core if other is not constraint]
            assert core_of(rest) is None


@settings(max_examples=40, deadline=None)
@given(said, st.randoms(use_true_random=False))
def test_the_order_of_constraints_changes_no_answer(told: list[Constraint], chance: object) -> None:
    constraints = [*WINDOWS[:2], *told]
    shuffled = list(constraints)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    one, two = Calendar.solve(constraints), Calendar.solve(shuffled)
    assert one.conflicts == two.conflicts
    for day in DAYS:
        assert one.when(day) == two.when(day)
    names = {day: day for day in DAYS}
    assert list(calendar_lines(one, names)) == list(calendar_lines(two, names))


@settings(max_examples=40, deadline=None)
@given(said)
def test_explanations_show_the_answer_and_have_nothing_to_spare(told: list[Constraint]) -> None:
    constraints = list({each.reason.words: each for each in [*WINDOWS, *told]}.values())
    calendar = Calendar.solve(constraints)
    for day in DAYS:
        when = calendar.when(day)
        needed = [each for each in constraints if each.reason in when.because]
        answer = calendar.bounds(day)
        assert Calendar.solve(needed).bounds(day) == answer
        for constraint in needed:
            rest = [other for other in needed if other is not constraint]
            assert Calendar.solve(rest).bounds(day) != answer


@settings(max_examples=60, deadline=None)
@given(said, st.lists(st.one_of(distances, weekdays), min_size=1, max_size=2))
def test_what_a_network_allows_is_what_could_be_added(
    told: list[Constraint], extra: list[Constraint]
) -> None:
    network = Network(told)
    kept = [each for part in network.parts for each in part.constraints]
    assert network.allows(extra) == (core_of([*kept, *extra]) is None)


@pytest.mark.parametrize("size", [300])
def test_a_story_of_hundreds_of_documents_is_solved(size: int) -> None:
    constraints = []
    for n in range(size):
        day, event = text_day(f"{n}"), event_day(f"{n % 60}")
        constraints += [
            apart(day, event, -1, -1, f"{n} أمس"),
            apart(day, event_day(f"{(n * 7) % 60}"), -30, 0, f"{n} خلال الأسابيع الماضية"),
        ]
        constraints += [on(day, (n % 60) % 7, f"{n} weekday")] if n % 3 == 0 else []
    calendar = Calendar.solve(constraints)
    assert calendar.bounds(text_day("3")).weekday == 3
