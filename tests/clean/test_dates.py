from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from tawatur.clean import clean_document
from tawatur.clean.dates import DateLabel, DatePatterns, find_dates, make_patterns
from tawatur.clean.lines import lines_of
from tawatur.clean.published import published_of
from tawatur.lang.rows import load
from tawatur.lang.text import Text
from tawatur.model import Document, PageDate, Reason, When

BODY = "أعلنت وزارة النقل استئناف الرحلات الجوية بين العاصمة والبصرة ابتداء من الأسبوع المقبل."
MARCH_4 = date(2020, 3, 4)  # a Wednesday

LINES = [
    ("تاريخ النشر: 4 مارس 2020", MARCH_4, True),
    ("تاريخ النشر: الأربعاء 4 مارس 2020", MARCH_4, True),
    ("تاريخ النشر : 4 آذار 2020 - 10:15 صباحا", MARCH_4, True),
    ("نُشر في: 2020-03-04", MARCH_4, True),
    ("نشر في 2020/03/04 14:30", MARCH_4, True),
    ("نشر في: ٢٠٢٠/٠٣/٠٤", MARCH_4, True),
    ("تاريخ النشر: 25/03/2020", date(2020, 3, 25), True),
    ("تاريخ النشر: 04/03/2020", date(2020, 4, 3), False),
    ("Published: March 4, 2020", MARCH_4, True),
    ("Published on 04 Mar 2020 10:15 AM", MARCH_4, True),
    ("تاريخ النشر: الخميس 4 مارس 2020", MARCH_4, False),
    ("آخر تحديث: 4 مارس 2020", MARCH_4, False),
    ("آخر تحديث: 10:15 - 4 آذار/ مارس 2020", MARCH_4, False),
    ("الأربعاء، 4 مارس 2020", MARCH_4, False),
    ("الأربعاء 4 آذار / مارس 2020", MARCH_4, False),
    ("• Wednesday, 04 March 2020", MARCH_4, False),
    ("Wed 04/03/2020", date(2020, 4, 3), False),
    ("04-03-2020 | 14:30", date(2020, 4, 3), False),
    ("2020-03-04 14:30:00", MARCH_4, False),
]
NO_PAGE_DATES = [
    "وقع الهجوم في 4 مارس 2020 قرب الحدود",
    "4 مارس 2020: يوم غيّر المدينة",
    "منذ 4 مارس 2020",
    "2020",
    "31 فبراير 2020",
    "تاريخ النشر: غير معروف",
    "مارس 2020",
]


def found_in(text: str, known: DatePatterns | None = None) -> list[PageDate]:
    held = Text(text)
    return [find.date for find in find_dates(held, lines_of(held), known) if find.date]


@pytest.mark.parametrize(("line", "day", "trusted"), LINES)
def test_a_date_line_is_read_and_trusted_only_by_its_label(
    line: str,
    day: date,
    trusted: bool,  # noqa: FBT001 - a column of the table
) -> None:
    (found,) = found_in(f"{line}\n{BODY}")
    assert (found.date, found.trusted) == (day, trusted)
    assert found.span is not None
    assert found.why


@pytest.mark.parametrize("line", NO_PAGE_DATES)
def test_a_date_in_a_sentence_is_no_page_date(line: str) -> None:
    assert found_in(f"{line}\n{BODY}") == []
    assert clean_document(Document.of(name="d", text=f"{BODY}\n{line}")).furniture == ()


def test_a_date_below_the_report_needs_a_label_since_pages_date_other_reports_there() -> None:
    above = "\n".join([BODY] * 12)
    assert found_in(f"{above}\n4 مارس 2020") == []
    assert [found.trusted for found in found_in(f"{above}\nتاريخ النشر: 4 مارس 2020")] == [True]


def test_a_date_is_demoted_when_the_text_calls_another_weekday_today() -> None:
    line = "تاريخ النشر: 4 مارس 2020"
    day_after = found_in(f"{line}\nوصل الوفد اليوم الثلاثاء إلى الميناء.")
    week_later = found_in(f"{line}\nوصل الوفد اليوم الجمعة إلى الميناء.")
    assert [found.trusted for found in (*day_after, *week_later)] == [True, False]
    assert "another day of the week" in week_later[0].why


@pytest.mark.parametrize("row", load("date_labels", DateLabel), ids=lambda row: row.words[0])
def test_every_label_is_needed_by_its_own_example(row: DateLabel) -> None:
    others = [other for other in load("date_labels", DateLabel) if other is not row]
    page = f"{row.example}\n{BODY}"
    (found,) = found_in(page)
    assert found.trusted is row.trusted
    assert found_in(page, make_patterns(others)) == []


def test_a_trusted_date_gives_the_day_and_another_only_a_bound() -> None:
    given = Document.of(name="d", text=BODY)
    labelled = PageDate(date=MARCH_4, trusted=True, why="label")
    rendered = PageDate(date=date(2024, 5, 8), trusted=False, why="rendered")
    assert published_of(given, (labelled, rendered)).day == MARCH_4
    bounded = published_of(given, (rendered,))
    assert (bounded.begins, bounded.ends, bounded.precision) == (None, date(2024, 5, 8), "open")
    assert published_of(given, ()).because == ()


def test_a_day_that_somebody_gave_goes_before_what_the_page_shows() -> None:
    reason = Reason(rule="date given", words="2020-03-04")
    given = When(begins=MARCH_4, ends=MARCH_4, precision="day", because=(reason,))
    page = Document.of(name="d", text=f"تاريخ النشر: 9 مارس 2020\n{BODY}")
    found = clean_document(replace(page, published=given))
    assert found.published == given
    assert [shown.date.day for shown in found.page_dates] == [9]


def test_two_trusted_dates_that_differ_leave_the_days_between_them() -> None:
    dates = [PageDate(date=date(2020, 3, day), trusted=True, why="x") for day in (5, 4)]
    found = published_of(Document.of(name="d", text=BODY), dates)
    assert (found.begins, found.ends, found.precision) == (MARCH_4, date(2020, 3, 5), "week")


def test_a_bound_below_a_trusted_date_is_not_believed() -> None:
    early = PageDate(date=date(2019, 1, 1), trusted=False, why="modified")
    sure = PageDate(date=MARCH_4, trusted=True, why="address")
    assert published_of(Document.of(name="d", text=BODY), (early, sure)).day == MARCH_4


def test_words_for_days_say_nothing_about_the_day_of_publication() -> None:
    text = "وصل الوفد اليوم الأربعاء 4 مارس 2020 إلى الميناء بعد رحلة طويلة."
    found = clean_document(Document.of(name="d", text=text))
    assert (found.published.begins, found.published.ends, found.page_dates) == (None, None, ())
