"""What the nouns promise beside their fields."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import any_text, patient
from tawatur.model import (
    Attribution,
    CalendarLine,
    Decision,
    Document,
    NameMark,
    Reason,
    Span,
    Tenure,
    event_day,
    identify,
    publication_day,
    text_day,
)
from tawatur.model.unions import Unions

REASON = Reason(rule="weekday", words="اليوم الأربعاء")


@pytest.mark.parametrize(
    "placed",
    [
        {"document": "d1"},
        {"start": 3, "end": 9},
        {"document": "d1", "start": 3},
        {"document": "d1", "end": 0},
    ],
)
def test_a_reason_stands_in_a_text_wholly_or_not_at_all(placed: dict[str, object]) -> None:
    fields = {"rule": "weekday", "words": "اليوم", **placed}
    with pytest.raises(ValueError, match="go together or not at all"):
        msgspec.convert(fields, Reason)


def test_a_reason_may_stand_at_the_very_start_of_a_text() -> None:
    assert Reason(rule="title", words="", document="d1", start=0, end=0).start == 0


def test_a_line_of_the_calendar_is_a_distance() -> None:
    line = CalendarLine(left="d1", right="d2", days_low=0, days_high=2, because=(REASON,))
    assert line.conflict == ()


def test_a_line_of_the_calendar_is_a_conflict() -> None:
    assert CalendarLine(conflict=(REASON,)).left is None


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"left": "d1"},
        {"right": "d1", "days_low": 1},
        {"left": "d1", "right": "d2", "conflict": [{"rule": "weekday", "words": "الأربعاء"}]},
    ],
)
def test_a_line_of_the_calendar_is_never_both_nor_neither(fields: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="a distance or a conflict"):
        msgspec.convert(fields, CalendarLine)


@given(st.lists(any_text, min_size=1, max_size=4), st.lists(any_text, min_size=1, max_size=4))
@patient
def test_different_meanings_have_different_ids(one: list[str], two: list[str]) -> None:
    assert (identify(*one) == identify(*two)) == ("\x1f".join(one) == "\x1f".join(two))
    assert len(identify(*one)) == 16


def test_an_id_does_not_run_words_together() -> None:
    assert identify("قتل", "سبعة") != identify("قتلسبعة")


def test_a_document_is_known_by_its_outlet_address_and_text() -> None:
    first = Document.of(name="a", text="قُتل ثلاثة.", outlet="المرفأ", url="https://m.example/1")
    again = Document.of(name="b", text="قُتل ثلاثة.", outlet="المرفأ", url="https://m.example/1")
    others = [
        Document.of(name="a", text="قُتل ثلاثة", outlet="المرفأ", url="https://m.example/1"),
        Document.of(name="a", text="قُتل ثلاثة.", outlet="الربوة", url="https://m.example/1"),
        Document.of(name="a", text="قُتل ثلاثة.", outlet="المرفأ", url="https://m.example/2"),
    ]
    assert first.id == again.id
    assert len({first.id, *(other.id for other in others)}) == 4


@given(any_text)
@patient
def test_the_text_of_a_document_is_the_text_as_read(text: str) -> None:
    assert Document.of(name="d", text=text).text == text


def test_the_hash_of_a_text_is_of_its_bytes_in_utf_8() -> None:
    # printf 'واع' | sha256sum
    expected = "7f1bc8b66273d4a9333c64fd3ad5a353f67d4a18714fb5baf29702ab2c143a35"
    assert Document.of(name="d", text="واع").sha256 == expected
    assert Document.of(name="d", text="واع", sha256="ab").sha256 == "ab"


def test_words_of_the_language_stay_words_on_disk() -> None:
    said = Attribution(claim=Span(0, 4), class_="official_statement")
    held = Tenure(post="قائد العمليات", from_=None)
    assert json.loads(msgspec.json.encode(said))["class"] == "official_statement"
    assert "from" in json.loads(msgspec.json.encode(held))


def test_a_mark_knows_where_it_stands() -> None:
    mark = NameMark(start=3, end=9, words="بعقوبة", kind="LOC")
    assert mark.span == Span(3, 9)


def test_only_four_verdicts_are_decisions() -> None:
    decision = {"left": "e1", "verdict": "perhaps", "by": "سلمى", "at": "2026-01-02T03:04:05Z"}
    with pytest.raises(msgspec.ValidationError, match="verdict"):
        msgspec.convert(decision, Decision)
    assert msgspec.convert({**decision, "verdict": "same"}, Decision).at == datetime(
        2026, 1, 2, 3, 4, 5, tzinfo=UTC
    )


def test_days_of_one_name_and_another_kind_are_different_days() -> None:
    assert len({text_day("x"), publication_day("x"), event_day("x")}) == 3


ties = st.lists(st.tuples(st.sampled_from("ابتثجحخد"), st.sampled_from("ابتثجحخد")), max_size=12)


@given(ties, st.randoms(use_true_random=False))
@patient
def test_the_order_of_ties_changes_nothing(pairs: list[tuple[str, str]], random: object) -> None:
    shuffled = list(pairs)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert _groups(pairs) == _groups([(right, left) for left, right in shuffled])


@given(ties)
@patient
def test_each_name_is_in_one_group_with_all_it_is_tied_to(pairs: list[tuple[str, str]]) -> None:
    groups = _groups(pairs)
    assert sorted(name for group in groups for name in group) == sorted("ابتثجحخد")
    for left, right in pairs:
        assert any({left, right} <= set(group) for group in groups)


@given(ties)
@patient
def test_groups_come_in_order_of_their_first_name_which_stands_for_them(
    pairs: list[tuple[str, str]],
) -> None:
    groups = _groups(pairs)
    assert [group[0] for group in groups] == sorted(min(group) for group in groups)
    unions = Unions("ابتثجحخد")
    for left, right in pairs:
        unions.join(left, right)
    assert {unions.root(name) for name in "ابتثجحخد"} == {group[0] for group in groups}


def _groups(pairs: list[tuple[str, str]]) -> list[tuple[str, ...]]:
    unions = Unions("ابتثجحخد")
    for left, right in pairs:
        unions.join(left, right)
    return unions.groups()
