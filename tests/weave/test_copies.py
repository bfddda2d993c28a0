"""Passages that stand in two reports."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from strategies import patient
from tawatur.model import (
    Attribution,
    Claim,
    Copy,
    Document,
    Marks,
    NameMark,
    Report,
    RoleMark,
    Span,
)
from tawatur.weave.copies import COMMON, GRAM, SHARED, find_copies
from tawatur.weave.weave import is_house_text

STATEMENT = (
    "أكدت قيادة شرطة السهل في بيان مقتضب أن قوة مشتركة أغلقت مداخل قرية تل الرمان "
    "بعد العثور على عبوتين قرب المدرسة وأن السكان عادوا إلى بيوتهم عند المغرب"
)
REWORDED = STATEMENT.replace("مقتضب ", "").replace(
    "على عبوتين قرب المدرسة", "على جسمين مريبين خلف مدرستها"
)
BEFORE = "سادت أجواء هادئة أسواق المدينة صباحا ولم تسجل حوادث أخرى."
AFTER = "وكانت البلدية قد وزعت خيما على العائلات قبل أسبوع من الشتاء."


def _report(
    name: str,
    text: str,
    *,
    outlet: str | None = None,
    furniture: Sequence[str] = (),
    claiming: bool = True,
    **marks: Any,
) -> Report:
    """Make a report whose every word names a happening, or none."""
    document = Document(
        id=name, name=name, text=text, sha256="", outlet=outlet,
        furniture=tuple(_span(text, words) for words in furniture),
    )  # fmt: skip
    return Report(
        document=document,
        marks=Marks(document=name, **marks),
        claims=tuple(_claims(name, text)) if claiming else (),
    )


def _claims(document: str, text: str) -> Iterator[Claim]:
    for word in regex.finditer(r"\S+", text):
        start, end = word.span()
        yield Claim(
            id=f"{document}:{start}", document=document, start=start, end=end,
            trigger=Span(start, start + 1), type="ASSAULT", status="happened",
        )  # fmt: skip


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _between(one: str, two: str, **more: Any) -> tuple[Copy, ...]:
    return find_copies([_report("d1", one, **more), _report("d2", two, **more)])


def _texts(copy: Copy, one: str, two: str) -> tuple[str, str]:
    return (
        one[copy.left.start : copy.left.end],
        two[copy.right.start : copy.right.end],
    )


# -- what is found ---------------------------------------------------------------------------------


def test_a_passage_reprinted_word_for_word_is_a_copy() -> None:
    one, two = f"{BEFORE} {STATEMENT}.", f"{STATEMENT}. {AFTER}"
    (copy,) = _between(one, two)
    assert copy.kind == "copy"
    assert _texts(copy, one, two) == (STATEMENT, STATEMENT)
    assert copy.direction is None
    assert "100% of the words" in copy.because[0].words


@pytest.mark.parametrize(
    ("written", "edited"),
    [
        ("مقتضب", "مقتضَبٍ"),
        ("قرية", "قريـــة"),
        ("المدرسة", "المدرسه"),
        ("أغلقت", "اغلقت"),
        (" أن قوة", "، أن «قوة"),
        ("بيان مقتضب", "بيانٍ\u200f مقتضب"),
    ],
)
def test_another_spelling_is_the_same_text(written: str, edited: str) -> None:
    one, two = STATEMENT, STATEMENT.replace(written, edited)
    assert one != two
    (copy,) = _between(one, two)
    assert copy.kind == "copy"
    assert _texts(copy, one, two) == (one, two)


@pytest.mark.parametrize(
    ("written", "edited"),
    [
        ("قوة مشتركة", "قوة أمنية مشتركة"),
        ("عبوتين", "قنبلتين"),
        ("قرب المدرسة ", ""),
        ("قرية تل الرمان", "قرية تل الرمان الواقعة شرقي السهل على الطريق القديم"),
    ],
)
def test_a_passage_with_a_small_edit_is_still_one_passage(written: str, edited: str) -> None:
    one, two = STATEMENT, STATEMENT.replace(written, edited)
    (copy,) = _between(one, two)
    assert copy.kind in {"copy", "paraphrase"}
    assert _texts(copy, one, two) == (one, two)


def test_a_longer_addition_cuts_a_passage_in_two() -> None:
    middle = "بعد العثور"
    addition = "بينما كانت فرق الدفاع المدني تخلي طلاب المدارس من الحي المجاور " + middle
    found = _between(STATEMENT, STATEMENT.replace(middle, addition))
    assert len(found) == 2


def test_a_statement_that_both_attribute_is_a_statement() -> None:
    one = REWORDED
    two = STATEMENT
    reports = [
        _report(
            name,
            text,
            attributions=(Attribution(claim=Span(0, len(text)), class_="official_statement"),),
        )
        for name, text in (("d1", one), ("d2", two))
    ]
    assert {copy.kind for copy in find_copies(reports)} == {"statement"}


def test_what_only_one_report_attributes_is_no_statement() -> None:
    one = REWORDED
    said = (Attribution(claim=Span(0, len(one)), class_="official_statement"),)
    found = find_copies([_report("d1", one, attributions=said), _report("d2", STATEMENT)])
    assert {copy.kind for copy in found} == {"paraphrase"}


TITLES = (
    "حضر الاجتماع قائد العمليات المشتركة الفريق سامي الراوي ومعاون رئيس الأركان اللواء نوري "
    "الجاف وقائد شرطة السهل العميد سالم الدرباس"
)


def _titled(name: str, text: str) -> Report:
    roles = [
        "قائد العمليات المشتركة الفريق سامي الراوي",
        "معاون رئيس الأركان اللواء نوري الجاف",
        "قائد شرطة السهل العميد سالم الدرباس",
    ]
    spans = [(_span(text, words), words) for words in roles]
    return _report(
        name,
        text,
        roles=tuple(
            RoleMark(start=span.start, end=span.end, words=words, kind="post")
            for span, words in spans
        ),
    )


def test_a_list_of_titles_is_a_formula() -> None:
    one, two = f"{BEFORE} {TITLES}.", f"{TITLES}. {AFTER}"
    (copy,) = find_copies([_titled("d1", one), _titled("d2", two)])
    assert copy.kind == "formula"
    assert "names and titles" in copy.because[0].words


def test_a_passage_with_one_name_in_it_is_no_formula() -> None:
    span = _span(STATEMENT, "تل الرمان")
    name = NameMark(start=span.start, end=span.end, words="تل الرمان", kind="LOC")
    assert [copy.kind for copy in _between(STATEMENT, STATEMENT, names=(name,))] == ["copy"]


def test_a_passage_that_claims_nothing_is_a_formula() -> None:
    (copy,) = _between(STATEMENT, STATEMENT, claiming=False)
    assert copy.kind == "formula"


def test_what_one_outlet_says_again_in_passing_is_house_text() -> None:
    one, two = f"{STATEMENT}. {BEFORE * 5}", f"{AFTER * 5} {STATEMENT}."
    for outlet, house in (("النهر", True), (None, False)):
        (copy,) = _between(one, two, outlet=outlet)
        documents = {
            passage.document: replace(Document.of(name="d", text=text), outlet=outlet)
            for passage, text in ((copy.left, one), (copy.right, two))
        }
        assert copy.kind == "copy"
        assert is_house_text(copy, documents) is house


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (STATEMENT, STATEMENT),
        (STATEMENT, f"{STATEMENT}. {BEFORE * 5}"),
        (f"{AFTER * 5} {STATEMENT}", STATEMENT),
    ],
)
def test_what_is_the_whole_of_one_report_is_a_copy_in_the_same_outlet_too(
    one: str, two: str
) -> None:
    assert [each.kind for each in _between(one, two, outlet="النهر")] == ["copy"]


# -- what is not found -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (BEFORE, AFTER),
        (STATEMENT, BEFORE),
        ("", STATEMENT),
        ("قُتل سبعة", "قُتل سبعة"),
        (" ".join(STATEMENT.split()[:9]), STATEMENT),
        (" ".join(reversed(STATEMENT.split())), STATEMENT),
    ],
    ids=["other words", "another story", "no text", "two words", "nine words", "backwards"],
)
def test_reports_that_share_no_passage_have_no_copy(one: str, two: str) -> None:
    assert _between(one, two) == ()


def test_ten_words_in_a_row_are_a_passage() -> None:
    ten = " ".join(STATEMENT.split()[: GRAM + SHARED - 1])
    assert len(_between(f"{ten} ثم انصرفوا", f"{ten} وعادوا")) == 1


def test_a_report_is_no_copy_of_itself() -> None:
    assert find_copies([_report("d1", f"{STATEMENT}. {STATEMENT}.")]) == ()


def test_furniture_that_two_pages_share_is_no_copy() -> None:
    menu = "الرئيسية أخبار محلية رياضة ثقافة صور فيديو اتصل بنا سياسة الخصوصية شروط الاستخدام"
    one, two = f"{menu}\n{BEFORE}", f"{menu}\n{AFTER}"
    marked = [
        _report("d1", one, furniture=[menu]),
        _report("d2", two, furniture=[menu]),
    ]
    assert len(_between(one, two)) == 1
    assert find_copies(marked) == ()


def test_what_stands_in_very_many_reports_is_nobody_s_copy() -> None:
    crowd = [_report(f"d{n:03}", f"{STATEMENT}.") for n in range(COMMON + 1)]
    assert find_copies(crowd) == ()
    assert len(find_copies(crowd[:4])) == 6


# -- order -----------------------------------------------------------------------------------------

TEXTS = [
    f"{BEFORE} {STATEMENT}.",
    f"{STATEMENT.replace('عبوتين', 'قنبلتين')}. {AFTER}",
    f"{TITLES}. {AFTER}",
    f"{STATEMENT}. {TITLES}.",
]


@given(st.permutations(range(len(TEXTS))))
@settings(patient, max_examples=24)
def test_the_order_of_reports_changes_nothing(order: list[int]) -> None:
    reports = [_report(f"d{n}", text) for n, text in enumerate(TEXTS)]
    assert find_copies([reports[n] for n in order]) == find_copies(reports)


@pytest.mark.parametrize("one", range(len(TEXTS)))
@pytest.mark.parametrize("two", range(len(TEXTS)))
def test_it_does_not_matter_which_report_has_the_smaller_id(one: int, two: int) -> None:
    there = find_copies([_report("a", TEXTS[one]), _report("b", TEXTS[two])])
    back = find_copies([_report("b", TEXTS[one]), _report("a", TEXTS[two])])
    turned = {(copy.right.start, copy.right.end, copy.left.start, copy.left.end) for copy in back}
    assert {
        (copy.left.start, copy.left.end, copy.right.start, copy.right.end) for copy in there
    } == turned
    assert sorted(copy.kind for copy in there) == sorted(copy.kind for copy in back)


words = st.lists(st.sampled_from([f"كلمة{n}" for n in range(40)]), min_size=12, max_size=60)
passages = words.map(" ".join)


def _unlike(letters: str) -> st.SearchStrategy[str]:
    word = st.text(letters, min_size=2, max_size=4)
    return st.lists(word, min_size=12, max_size=40, unique=True).map(" ".join)


reports = _unlike("ابتثجحخ")


@given(passages, passages)
@settings(patient, max_examples=60)
def test_both_sides_of_a_copy_begin_with_the_same_words(one: str, two: str) -> None:
    for copy in _between(one, two):
        left, right = (text.split() for text in _texts(copy, one, two))
        assert left[:GRAM] == right[:GRAM]


@given(reports)
@settings(patient, max_examples=60)
def test_a_reprinted_text_is_found_from_its_first_word_to_its_last(text: str) -> None:
    (copy,) = _between(text, text)
    assert _texts(copy, text, text) == (text, text)
    assert copy.kind == "copy"


@given(reports, _unlike("دذرزسش"), _unlike("صضطظعغ"))
@settings(patient, max_examples=40)
def test_a_passage_is_found_wherever_it_stands(passage: str, before: str, after: str) -> None:
    one, two = f"{before}. {passage}", f"{passage}. {after}"
    (copy,) = _between(one, two)
    assert _texts(copy, one, two) == (passage, passage)


# -- time ------------------------------------------------------------------------------------------


def test_two_hundred_reports_are_compared_within_seconds() -> None:
    order = random.Random(7)
    stock = [f"كلمة{n}" for n in range(4000)]
    shared = " ".join(order.choices(stock, k=40))
    reports = [
        _report(
            f"d{n:03}", " ".join(order.choices(stock, k=300)) + (f" {shared}" if n < 20 else "")
        )
        for n in range(200)
    ]
    started = time.monotonic()
    found = find_copies(reports)
    assert time.monotonic() - started < 20
    assert len(found) == 20 * 19 // 2


@pytest.mark.parametrize("figures", ["0", "01", "يا"])
def test_a_refrain_or_a_table_of_figures_holds_nobody_up(figures: str) -> None:
    order = random.Random(7)
    one, two = (" ".join(order.choices([*figures.split(), *figures], k=2000)) for _ in range(2))
    started = time.monotonic()
    found = _between(f"{one} {STATEMENT}", f"{two} {STATEMENT}")
    assert time.monotonic() - started < 5
    assert [copy for copy in found if STATEMENT in _texts(copy, f"{one} {STATEMENT}", two)[0]]
    assert len(found) < 5
