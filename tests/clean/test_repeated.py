from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tawatur.clean.lines import lines_of
from tawatur.clean.repeated import find_repeated
from tawatur.lang.text import Text

LONG = "أعلنت الشرطة أن حريقاً كبيراً اندلع في مخزن للوقود قرب الميناء القديم فجر الأحد وامتد إلى مستودعين مجاورين."
OTHER = "ولم تسجل إصابات، بحسب ما ذكره مدير الدفاع المدني في المدينة مساء اليوم نفسه للصحفيين هناك."


def repeated(*lines: str) -> list[str]:
    text = "\n".join(lines)
    return [find.span.of(text) for find in find_repeated(lines_of(Text(text)))]


def test_the_second_of_two_equal_paragraphs_goes() -> None:
    assert repeated(LONG, OTHER, LONG) == [LONG]


def test_two_spellings_of_one_paragraph_are_one() -> None:
    again = LONG.replace("أعلنت", "اعلنت").replace("حريقاً", "حريقا").replace("كبيراً", "كبيرا")
    assert repeated("عنوان", LONG, OTHER, again) == [again]


def test_a_pull_quote_goes_whether_it_stands_below_or_above_its_paragraph() -> None:
    quote = "حريقا كبيرا اندلع في مخزن للوقود قرب الميناء القديم"
    assert repeated("عنوان", LONG, quote, OTHER) == [quote]
    assert repeated("عنوان", quote, LONG, OTHER) == [quote]


def test_a_headline_that_the_report_says_again_stays() -> None:
    headline = "حريقا كبيرا اندلع في مخزن للوقود قرب الميناء القديم"
    assert repeated(headline, LONG, OTHER) == []


def test_a_short_line_that_is_said_again_stays() -> None:
    assert repeated(LONG, "بيان الشرطة", OTHER, "بيان الشرطة") == []


def test_a_formula_said_of_two_meetings_stays() -> None:
    formula = "وجرى خلال اللقاء بحث العلاقات الثنائية وسبل تعزيزها بين البلدين."
    assert repeated("عنوان", LONG, formula, OTHER, formula) == []


def test_two_paragraphs_that_only_begin_alike_stay() -> None:
    assert repeated(LONG, LONG.replace("فجر الأحد", "مساء الاثنين")) == []


@given(st.lists(st.sampled_from([LONG, OTHER, "بيان"]), max_size=30))
def test_of_equal_paragraphs_exactly_one_is_left(lines: list[str]) -> None:
    gone = repeated(*lines)
    for long in (LONG, OTHER):
        assert gone.count(long) == max(0, lines.count(long) - 1)


def test_a_page_that_repeats_one_word_without_end_takes_no_long_time() -> None:
    line = "نفط " * 2_000
    assert len(repeated(*[line] * 40)) == 39
