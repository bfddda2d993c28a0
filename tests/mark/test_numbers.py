from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.mark.counted import (
    CountedRow,
    FateRow,
    counted_rows,
    counting,
    counting_of,
    fate_rows,
    time_nouns,
)
from tawatur.mark.numbers import find_numbers
from tawatur.mark.numerals import NumberRow, number_rows, number_table, table_of
from tawatur.mark.page import Page
from tawatur.model import NumberMark

Found = tuple[str, int, int | None, str | None]


def found(text: str) -> list[Found]:
    marks = find_numbers(Page.of_text(text))
    return [(mark.words, mark.low, mark.high, mark.what) for mark in marks]


AMOUNTS: list[tuple[str, list[Found]]] = [
    # digits of both sets, with clitics and separators
    ("قُتل 13 شخصاً في القرية.", [("13 شخصاً", 13, 13, "killed")]),
    ("قُتل ١٣ شخصاً في القرية.", [("١٣ شخصاً", 13, 13, "killed")]),
    ("انتهت المواجهة بـ10 قتلى من الطرفين.", [("10 قتلى", 10, 10, "killed")]),
    ("أسفر الهجوم عن 4 قتلى و٧ جرحى.", [("4 قتلى", 4, 4, "killed"), ("٧ جرحى", 7, 7, "injured")]),
    ("نزح 12,500 شخص عن الناحية.", [("12,500 شخص", 12500, 12500, "displaced")]),
    ("نزح ١٢٬٥٠٠ شخص عن الناحية.", [("١٢٬٥٠٠ شخص", 12500, 12500, "displaced")]),
    ("عاد 3.000 نازح إلى ديارهم.", [("3.000 نازح", 3000, 3000, "displaced")]),
    ("يستضيف الإقليم 1.8 مليون نازح.", [("1.8 مليون نازح", 1800000, 1800000, "displaced")]),
    ("اعتُقل الـ25 متظاهراً صباحاً.", [("25 متظاهراً", 25, 25, "arrested")]),
    ("شارك أكثر من «3» آلاف محتج.", [("أكثر من «3» آلاف محتج", 3000, None, "attendees")]),
    # words
    ("قُتل ثلاثة جنود قرب الحاجز.", [("ثلاثة جنود", 3, 3, "killed")]),
    ("أصيب سبعة، بينهم ضابط.", [("سبعة", 7, 7, "injured")]),
    ("قُتل أحد عشر مسلحاً.", [("أحد عشر مسلحاً", 11, 11, "killed")]),
    ("أصيب اثنا عشر مدنياً.", [("اثنا عشر مدنياً", 12, 12, "injured")]),
    ("جرحت ثلاث عشرة امرأة.", [("ثلاث عشرة امرأة", 13, 13, "injured")]),
    ("اعتقلت القوة ثلاثة وعشرين مطلوباً.", [("ثلاثة وعشرين مطلوباً", 23, 23, "arrested")]),
    ("نُقل خمسة وعشرون جريحاً.", [("خمسة وعشرون جريحاً", 25, 25, "injured")]),
    ("قُتل مئة وخمسون عنصراً.", [("مئة وخمسون عنصراً", 150, 150, "killed")]),
    ("قُتل مائة وخمسة عناصر.", [("مائة وخمسة عناصر", 105, 105, "killed")]),
    ("أفرجت السلطة عن مئتي سجين.", [("مئتي سجين", 200, 200, "released")]),
    ("وصل ألف وخمسمئة جندي.", [("ألف وخمسمئة جندي", 1500, 1500, None)]),
    ("نزح ثلاثة آلاف وأربعمئة شخص.", [("ثلاثة آلاف وأربعمئة شخص", 3400, 3400, "displaced")]),
    ("فرّ عشرون ألفاً من المدنيين.", [("عشرون ألفاً من المدنيين", 20000, 20000, "displaced")]),
    ("تستقبل المخيمات مليوني لاجئ.", [("مليوني لاجئ", 2000000, 2000000, "displaced")]),
    ("نزح مليون ونصف المليون شخص.", [("مليون ونصف المليون شخص", 1500000, 1500000, "displaced")]),
    ("شُرّد نصف مليون شخص.", [("نصف مليون شخص", 500000, 500000, "displaced")]),
    ("نزح 12 ألفاً و500 شخص.", [("12 ألفاً و500 شخص", 12500, 12500, "displaced")]),
    # duals and «واحد»
    ("خلّف الحريق قتيلين.", [("قتيلين", 2, 2, "killed")]),
    ("أصيب جنديان قرب التل.", [("جنديان", 2, 2, "injured")]),
    ("يتعلق الملف باللواءين المشتركين.", [("اللواءين", 2, 2, "units")]),
    ("قُتل مسلحون اثنان في الكمين.", [("مسلحون اثنان", 2, 2, "killed")]),
    ("أصيب شخص واحد بحروق.", [("شخص واحد", 1, 1, "injured")]),
    # bounds, ranges, approximations
    ("قُتل ما لا يقل عن 20 شخصاً.", [("ما لا يقل عن 20 شخصاً", 20, None, "killed")]),
    ("قُتل 15 شخصاً على الأقل.", [("15 شخصاً على الأقل", 15, None, "killed")]),
    ("أصيب أكثر من ثلاثين.", [("أكثر من ثلاثين", 30, None, "injured")]),
    ("نفذ ما يزيد على 40 غارة.", [("ما يزيد على 40 غارة", 40, None, "strikes")]),
    ("بقي ما لا يتجاوز 50 مسلحاً.", [("لا يتجاوز 50 مسلحاً", 0, 50, None)]),
    ("يُحتجز أقل من 100 رهينة.", [("أقل من 100 رهينة", 0, 100, "captured")]),
    ("قُتل نحو 60 عنصراً.", [("نحو 60 عنصراً", 51, 69, "killed")]),
    ("جُرح حوالي مئة شخص.", [("حوالي مئة شخص", 85, 115, "injured")]),
    ("قُتل بين 20 و25 عنصراً.", [("بين 20 و25 عنصراً", 20, 25, "killed")]),
    ("قُتل ما بين 20 وال25 عنصراً.", [("ما بين 20 وال25 عنصراً", 20, 25, "killed")]),
    ("أصيب بين عشرة وخمسة عشر شخصاً.", [("بين عشرة وخمسة عشر شخصاً", 10, 15, "injured")]),
    ("أصيب 20-25 شخصاً.", [("20-25 شخصاً", 20, 25, "injured")]),
    ("تضم القوة من 10 إلى 15 مقاتلاً.", [("من 10 إلى 15 مقاتلاً", 10, 15, None)]),
    ("نزح بين 200 و300 ألف شخص.", [("بين 200 و300 ألف شخص", 200000, 300000, "displaced")]),
    ("ارتفع عدد القتلى من 5 إلى 10 جنود.", [("10 جنود", 10, 10, "killed")]),
    # open numbers
    ("أوقع القصف عشرات القتلى والجرحى.", [("عشرات القتلى والجرحى", 20, None, "casualties")]),
    ("اعتُقل المئات في العاصمة.", [("المئات", 200, None, "arrested")]),
    ("تظاهر آلاف المحتجين.", [("آلاف المحتجين", 2000, None, "attendees")]),
    ("فرّ عشرات الآلاف من المدنيين.", [("عشرات الآلاف من المدنيين", 20000, None, "displaced")]),
    ("أصيب بضعة أشخاص.", [("بضعة أشخاص", 3, 9, "injured")]),
    ("قُتل عدد من الجنود.", [("عدد من الجنود", 2, None, "killed")]),
    ("سقط العديد من الجرحى.", [("العديد من الجرحى", 3, None, "injured")]),
    ("لا تتجاوز قوتهم العشرات من المسلحين.", [("العشرات من المسلحين", 20, None, None)]),
    # who befell what
    ("مقتل 13 شخصاً وإصابة 5 آخرين.", [("13 شخصاً", 13, 13, "killed"), ("5 آخرين", 5, 5, "injured")]),
    ("مقتل وإصابة 30 شخصاً.", [("30 شخصاً", 30, 30, "casualties")]),
    ("إن خمسة من أفرادها قُتلوا وأصيب ستة.", [("خمسة من أفرادها", 5, 5, "killed"), ("ستة", 6, 6, "injured")]),
    ("سقط 20 شخصاً بين قتيل وجريح.", [("20 شخصاً", 20, 20, "casualties")]),
    ("راح ضحيته عدد من السكان والحراس بين شهيد وجريح.", [("عدد من السكان والحراس", 2, None, "casualties")]),
    ("قُتل 9 جنود، ثلاثة منهم ضباط.", [("9 جنود", 9, 9, "killed"), ("ثلاثة منهم", 3, 3, "killed")]),
    ("قُتل 9 بينهم طفلان.", [("9", 9, 9, "killed"), ("طفلان", 2, 2, "killed")]),
    ("بلغ عدد القتلى في صفوف القوة 60.", [("60", 60, 60, "killed")]),
    ("لقي 7 أشخاص مصرعهم.", [("7 أشخاص", 7, 7, "killed")]),
    ("أودى التفجير بحياة 32 شخصاً.", [("32 شخصاً", 32, 32, "killed")]),
    ("ألقت الشرطة القبض على 9 أشخاص.", [("9 أشخاص", 9, 9, "arrested")]),
    ("نفذ الطيران عشر ضربات.", [("عشر ضربات", 10, 10, "strikes")]),
    ("سجلت الصحة 150 إصابة بفيروس كورونا.", [("150 إصابة", 150, 150, None)]),
    ("قُتل الحارس وسُرق 5000 دولار.", [("5000 دولار", 5000, 5000, None)]),
    # none at all
    ("لم يسقط قتلى في القصف.", [("لم يسقط قتلى", 0, 0, "killed")]),
    ("وقع الانفجار دون تسجيل إصابات.", [("دون تسجيل إصابات", 0, 0, "injured")]),
    ("لم يسفر الهجوم على القرية عن ضحايا.", [("لم يسفر الهجوم على القرية عن ضحايا", 0, 0, "casualties")]),
]  # fmt: skip

NOTHING = [
    "الشعب العراقي واحد وموحد أمام التحديات.",
    "نطاردهم واحداً تلو الآخر.",
    "نلاحقكم واحداً واحداً.",
    "لم يصب أحد في الانفجار.",
    "اجتمع الطرفان يوم الأحد.",
    "وصل الوفد الاثنين إلى بغداد.",
    "قال قائد الفرقة 14 إن الأمن مستتب.",
    "وصل قائد اللواء 14 إلى المقر.",
    "جرى اللقاء في مقر المحور 3.",
    "زار الوفد مقر المحور الثالث.",
    "شاركت مقاتلات إف-16 في الاستعراض.",
    "وقع الهجوم في 16 أكتوبر 2017.",
    "وقع الهجوم في 25 سبتمبر/ أيلول.",
    "صدر القرار عام 2014.",
    "صدر البيان في 5/12/2021.",
    "بدأ الاجتماع عند 10:30 في المقر.",
    "بدأ الاجتماع عند الساعة 10 صباحاً.",
    "فاز المنتخب 2-1 على ضيفه.",
    "للاستفسار 07701234567 طوال اليوم.",
    "عقدت اللجنة جلستها الثالثة عشرة.",
    "دخل القرن الحادي والعشرين.",
    "سيطرت القوات على 30% من الحي.",
    "انخفض المعدل 30 في المئة.",
    "تجتمع مجموعة العشرين في الرياض.",
    "تستأنف مجموعة 5+1 المحادثات.",
    "طالبت الكتلة بتنفيذ المادة 140 فوراً.",
    "وأثنى الوزير على الجهود.",
    "وغادر الوفد بعده إلى أربيل.",
    "بلغ المؤشر 2.75 أمس.",
]


@pytest.mark.parametrize(("text", "expected"), AMOUNTS)
def test_a_quantity_is_an_interval_with_its_words_and_what_it_feeds(
    text: str, expected: list[Found]
) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_a_number_that_counts_nothing_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("قُتل 8 مدنيين.", "civilians"),
        ("قُتل 6 جنود.", "soldiers"),
        ("أصيب 4 أطفال.", "children"),
        ("مقتل 13 قتيلاً من المدنيين.", "civilians"),
        ("مقتل 13 شخصاً.", None),
    ],
)
def test_the_noun_names_the_group_of_victims(text: str, group: str | None) -> None:
    assert [mark.group for mark in find_numbers(Page.of_text(text))] == [group]


def test_the_unit_is_the_counted_word_as_written() -> None:
    marks = find_numbers(Page.of_text("خَلَّف القصف ١٣ قتيلاً."))
    assert [mark.unit for mark in marks] == ["قتيلاً"]


NUMBERS = [pytest.param(row, id=f"{row.is_a}: {row.words[0]}") for row in number_rows()]
COUNTED = [pytest.param(row, id=row.words[0]) for row in counted_rows()]
FATES = [pytest.param(row, id=f"{row.what}: {row.example}") for row in fate_rows()]


def marks_with(text: str, **tables: object) -> list[NumberMark]:
    return list(find_numbers(Page.of_text(text), **tables))  # type: ignore[arg-type]


@pytest.mark.parametrize("row", NUMBERS)
def test_every_row_of_number_words_is_needed_by_its_own_example(row: NumberRow) -> None:
    others = table_of(other for other in number_rows() if other != row)
    assert marks_with(row.example, table=others) != marks_with(row.example)


@pytest.mark.parametrize("row", COUNTED)
def test_every_row_of_counted_nouns_is_needed_by_its_own_example(row: CountedRow) -> None:
    kept = (other for other in (*counted_rows(), *time_nouns()) if other != row)
    others = counting_of(kept, fate_rows())
    assert marks_with(row.example, tables=others) != marks_with(row.example)


@pytest.mark.parametrize("row", FATES)
def test_every_row_of_fates_is_needed_by_its_own_example(row: FateRow) -> None:
    kept = (other for other in fate_rows() if other != row)
    others = counting_of((*counted_rows(), *time_nouns()), kept)
    assert marks_with(row.example, tables=others) != marks_with(row.example)


def test_the_tables_are_prepared_once() -> None:
    assert counting() is counting()
    assert number_table() is number_table()


EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@given(st.integers(min_value=1, max_value=99_999_999), st.booleans())
def test_any_whole_number_is_read_in_both_sets_of_digits(number: int, eastern: bool) -> None:  # noqa: FBT001
    digits = str(number).translate(EASTERN) if eastern else str(number)
    assert found(f"قُتل {digits} شخصاً.") == [(f"{digits} شخصاً", number, number, "killed")]


PIECES = st.sampled_from(
    ["قُتل", "13", "٢٠", "جنديان", "و", "بـ", "ال", "عشرات", "ألف", "بين", "قَتيلاً", "اثنين", "نحو", "مليون",
     "على الأقل", "-", "/", "«", "»", ".", "\n", "ثلاثة", "وعشرون", "لم يسقط", "قتلى", "2017", "أكتوبر", "\u200f", "ـ"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25), st.sampled_from(["", " "]))
def test_marks_stand_in_the_text_in_order_and_do_not_overlap(pieces: list[str], gap: str) -> None:
    page = Page.of_text(gap.join(pieces))
    marks = list(find_numbers(page))
    assert marks == list(find_numbers(page))
    assert all(mark.words == page.raw[mark.start : mark.end] for mark in marks)
    assert all(left.end <= right.start for left, right in pairwise(marks))
    assert all(mark.high is None or 0 <= mark.low <= mark.high for mark in marks)


IN_WHOLE_NUMBERS = 0.64
"""Share of the 53 dev number specs with whole numbers that are read as they say; 2026-11.

The rest are days, addresses and page numbers (no amounts here), dozens, sums of fractions, and two
specs whose value is wrong («٣٢٢ ألف» as 32200).
"""


@pytest.mark.corpus
def test_the_number_specs_are_read(corpora: Path) -> None:
    folder = corpora / "recognizers_ar" / "Number" / "Arabic"
    specs = json.loads((folder / "NumberModel.json").read_text(encoding="utf-8-sig"))
    right = total = 0
    for spec in specs:
        values = [result["Resolution"]["value"] for result in spec["Results"]]
        if not values or not all(value.isdigit() for value in values):
            continue
        total += 1
        read = [str(mark.low) for mark in find_numbers(Page.of_text(spec["Input"]))]
        right += read == values
    assert right / total >= IN_WHOLE_NUMBERS, f"{right} of {total}"
