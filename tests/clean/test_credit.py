from __future__ import annotations

import pytest

from tawatur.clean import clean_document
from tawatur.clean.credit import (
    Credits,
    CreditWord,
    credits_known,
    find_credits,
    make_credits,
    parts_of,
    split_byline,
)
from tawatur.clean.find import Find
from tawatur.clean.lines import lines_of
from tawatur.lang.rows import load
from tawatur.lang.text import Text
from tawatur.model import Document

ROWS = load("credits", CreditWord)
AFTER = "أعلنت السلطات المحلية فتح الطريق الدولي أمام الشاحنات بعد إغلاق دام ثلاثة أيام."

BEFORE_A_PARAGRAPH = [
    # credit, outlet, byline, dateline
    ("النهر نيوز_", "النهر نيوز", None, None),
    ("النهر نيوز –", "النهر نيوز", None, None),
    ("شفق نيوز/", None, "شفق نيوز", None),
    ("بغداد/ المسلة:", "المسلة", None, "بغداد"),
    ("لندن (رويترز) -", None, "رويترز", "لندن"),
    ("(أ ف ب) -", None, "أ ف ب", None),
    ("القاهرة - أ ش أ:", None, "أ ش أ", "القاهرة"),
    ("وكالات -", None, None, None),
    ("خاص –", None, None, None),
    ("متابعات ـ", None, None, None),
    ("بغداد (واع) -", None, "واع", "بغداد"),
    ("بيروت:", None, None, "بيروت"),
    ("طهران - أربيل:", None, None, "طهران، أربيل"),
    ("النجف ـ سالم الحيدري:", None, "سالم الحيدري", "النجف"),
    ("سالم الحيدري- رويترز- الموصل:", None, "سالم الحيدري", "الموصل"),
    ("بغداد: زيدان سالم:", None, "زيدان سالم", "بغداد"),
    ("كتب سالم الحيدري:", None, "سالم الحيدري", None),
]
SPEAKERS = (
    "الكاظمي:", "محمد علي:", "وأكد الوزير:", "عاجل:", "الأمم المتحدة:", "سوريا:", "في بغداد -",
    "مصدر أمني:", "قائد الشرطة -", "واشنطن وموسكو:", "أولاً:", "3 -",
)  # fmt: skip
ON_A_LINE = [
    ("بغداد: زيدان سالم:", None, "زيدان سالم", "بغداد"),
    ("كتب: سالم الحيدري", None, "سالم الحيدري", None),
    ("إعداد: سعاد الكرخي", None, "سعاد الكرخي", None),
    ("سالم الحيدري – بغداد", None, "سالم الحيدري", "بغداد"),
    ("رويترز", None, "رويترز", None),
    ("(أ ف ب)", None, "أ ف ب", None),
    ("باسنيوز", "باسنيوز", None, None),
    ("المصدر: رويترز", None, "رويترز", None),
    ("المصدر: النهر نيوز", None, "النهر نيوز", None),
]


def found_in(text: str, *, titled: bool = True, known: Credits | None = None) -> list[Find]:
    return list(find_credits(text, lines_of(Text(text)), titled=titled, known=known))


@pytest.mark.parametrize(("credit", "outlet", "byline", "dateline"), BEFORE_A_PARAGRAPH)
def test_a_credit_before_a_paragraph_is_taken_apart(
    credit: str, outlet: str | None, byline: str | None, dateline: str | None
) -> None:
    page = Document.of(name="d", text=f"{credit} {AFTER}", title="فتح الطريق")
    found = clean_document(page)
    assert [span.of(found.text) for span in found.furniture] == [credit]
    assert (found.outlet, found.byline, found.dateline) == (outlet, byline, dateline)


@pytest.mark.parametrize("speaker", SPEAKERS)
def test_a_speaker_before_a_colon_is_no_credit(speaker: str) -> None:
    assert found_in(f"{speaker} {AFTER}") == []


def test_a_place_that_speaks_in_a_headline_stays() -> None:
    headline = "واشنطن: لن نسحب قواتنا من الشمال قبل أن تنتهي المهمة التي جاءت من أجلها."
    assert found_in(f"{headline}\n{AFTER}", titled=False) == []


def test_a_place_before_an_unnamed_speaker_is_the_dateline_and_the_speaker_stays() -> None:
    (found,) = found_in(f"كربلاء: مصدر أمني: {AFTER}")
    assert (found.dateline, len(found.span)) == ("كربلاء", len("كربلاء:"))


@pytest.mark.parametrize(("credit", "outlet", "byline", "dateline"), ON_A_LINE)
def test_a_credit_on_its_own_line_is_taken_apart(
    credit: str, outlet: str | None, byline: str | None, dateline: str | None
) -> None:
    (found,) = found_in(f"افتتاح طريق جديد\n{credit}\n{AFTER}", titled=False)
    assert (found.outlet, found.byline, found.dateline) == (outlet, byline, dateline)


@pytest.mark.parametrize(
    ("byline", "who", "where"),
    [
        ("سعاد الكرخي (بغداد)", "سعاد الكرخي", "بغداد"),
        ("رويترز – لويزيانا:", "رويترز – لويزيانا:", None),
        ("بيروت - رويترز:", "رويترز", "بيروت"),
        ("د. سالم الحيدري، باحث في الشأن العراقي", "د. سالم الحيدري، باحث في الشأن العراقي", None),
    ],
)
def test_a_byline_of_the_metadata_is_taken_apart_where_all_its_parts_are_known(
    byline: str, who: str, where: str | None
) -> None:
    assert split_byline(byline) == (who, where)


def test_what_the_metadata_says_goes_before_the_page() -> None:
    text = f"النهر نيوز_ {AFTER}"
    found = clean_document(Document.of(name="d", text=text, outlet="المرفأ", byline="سعاد الكرخي"))
    assert (found.outlet, found.byline) == ("المرفأ", "سعاد الكرخي")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.kind)
def test_every_row_is_needed_by_its_own_example(row: CreditWord) -> None:
    without = make_credits([other for other in ROWS if other is not row])
    if row.kind == "no_name":
        assert parts_of("مصدر أمني", credits_known()) is None
        assert parts_of("مصدر أمني", without) is not None
        return
    page = f"افتتاح طريق جديد\n{row.example}\n{AFTER}"
    assert found_in(page, known=credits_known()) != found_in(page, known=without)
