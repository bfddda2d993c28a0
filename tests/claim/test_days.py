"""What a report says of its own day, of its publication's, and of the happenings it tells."""

from __future__ import annotations

from datetime import date

from tawatur.claim.days import claim_constraints, document_constraints
from tawatur.mark.page import Page
from tawatur.mark.times import find_times
from tawatur.model import (
    ORIGIN,
    Constraint,
    Document,
    PageDate,
    Span,
    TimeMark,
    event_day,
    publication_day,
    text_day,
)
from tawatur.weave.calendar import Calendar

TUESDAY, WEDNESDAY, THURSDAY, SATURDAY, SUNDAY = 1, 2, 3, 5, 6
EVENT = event_day("c1")


def document(text: str, *dates: PageDate) -> Document:
    return Document.of(name="d", text=text, page_dates=dates)


def times(of: Document) -> tuple[TimeMark, ...]:
    return tuple(find_times(Page(of)))


def said(text: str, *dates: PageDate) -> tuple[Document, tuple[Constraint, ...]]:
    told = document(text, *dates)
    return told, document_constraints(told, times(told))


def shown(day: str, *, trusted: bool, why: str = "metadata", span: Span | None = None) -> PageDate:
    return PageDate(date=date.fromisoformat(day), trusted=trusted, why=why, span=span)


def days(text: str, *dates: PageDate) -> tuple[date | None, date | None, int | None]:
    told, constraints = said(text, *dates)
    return tuple(Calendar.solve(constraints).bounds(text_day(told.id)))  # type: ignore[return-value]


def event(text: str, *dates: PageDate, place: int = 0) -> tuple[str | None, str | None, int | None]:
    """Solve for an event dated by the time expression at `place`."""
    told = document(text, *dates)
    marks = times(told)
    constraints = document_constraints(told, marks) + claim_constraints(EVENT, marks[place], told)
    found = Calendar.solve(constraints).bounds(EVENT)
    begins, ends = (day.isoformat() if day else None for day in (found.begins, found.ends))
    return begins, ends, found.weekday


PAGE = shown("2021-12-09", trusted=True)


def test_today_with_a_weekday_tells_the_weekday_of_the_text() -> None:
    assert days("وصل الوفد اليوم الأربعاء") == (None, None, WEDNESDAY)


def test_yesterday_saturday_was_written_on_a_sunday() -> None:
    assert days("كشفت القيادة، أمس السبت، النتائج") == (None, None, SUNDAY)


def test_a_weekday_alone_tells_nothing_of_the_text() -> None:
    assert days("هاجم مسلحون القرية الخميس") == (None, None, None)


def test_the_today_of_a_speech_is_not_that_of_the_text() -> None:
    assert days("قال القائد: «وصلنا اليوم الأربعاء إلى القرية بعد معركة»") == (None, None, None)


def test_a_weekday_chooses_the_day_among_those_before_a_trusted_date() -> None:
    assert days("وصل الوفد اليوم الأربعاء", PAGE) == (
        date(2021, 12, 8),
        date(2021, 12, 8),
        WEDNESDAY,
    )


def test_without_a_day_of_its_own_a_text_is_read_on_its_trusted_date() -> None:
    assert days("وصل الوفد إلى البصرة", PAGE) == (date(2021, 12, 9), date(2021, 12, 9), 3)
    _, constraints = said("وصل الوفد إلى البصرة", PAGE)
    assert [each.hold for each in constraints if each.reason.rule == "same_day"] == ["page"]


def test_an_untrusted_date_only_bounds_from_above() -> None:
    header = shown("2024-05-08", trusted=False)
    assert days("اجتمعا اليوم الثلاثاء", header) == (None, date(2024, 5, 7), TUESDAY)


def test_a_date_given_by_the_user_is_held_firmest() -> None:
    _, constraints = said("وصل الوفد", shown("2021-12-09", trusted=True, why="given"))
    assert [each.hold for each in constraints if each.reason.rule == "page_date"] == ["given"]


def test_a_full_date_beside_today_dates_the_text() -> None:
    assert days("وصل الفريق أمس الثلاثاء 7 ديسمبر 2021")[:2] == (
        date(2021, 12, 8),
        date(2021, 12, 8),
    )


def test_every_constraint_says_where_it_stands() -> None:
    text = "نُشر 9/12/2021 وصل الوفد اليوم الأربعاء"
    told = document(text, shown("2021-12-09", trusted=True, span=Span(5, 14)))
    marks = times(told)
    for each in (*document_constraints(told, marks), *claim_constraints(EVENT, marks[-1], told)):
        reason = each.reason
        assert (reason.document, reason.start) == (told.id, reason.start) or "d: " in reason.words
        assert reason.start is not None or reason.rule == "printed"
    words = {each.reason.words for each in document_constraints(told, marks)}
    assert {"9/12/2021", "اليوم الأربعاء"} <= words


def test_text_and_publication_are_two_days_at_most_two_apart() -> None:
    told, constraints = said("خبر")
    (printed,) = constraints
    assert (printed.left, printed.right) == (text_day(told.id), publication_day(told.id))
    assert (printed.low, printed.high) == (0, 2)


def test_a_day_counts_from_the_day_of_the_text() -> None:
    assert event("وصل الوفد اليوم الأربعاء", PAGE) == ("2021-12-08", "2021-12-08", WEDNESDAY)
    assert event("وصل أمس إلى بغداد وعقد اليوم الأربعاء لقاء", PAGE) == (
        "2021-12-07",
        "2021-12-07",
        TUESDAY,
    )
    assert event("يصل غداً إلى بغداد كما أُعلن اليوم الأربعاء", PAGE)[0] == "2021-12-09"


def test_a_bare_weekday_floats_with_the_text() -> None:
    assert event("هاجم مسلحون القرية الخميس") == (None, None, THURSDAY)


def test_a_calendar_date_needs_no_text_day() -> None:
    assert event("اندلعت المعارك في 16 أكتوبر 2017")[:2] == ("2017-10-16", "2017-10-16")
    assert event("انسحبت القوة عام 2017")[:2] == ("2017-01-01", "2017-12-31")


def test_after_a_date_is_that_day_or_later() -> None:
    assert event("انسحب اللواء بعد أحداث 16 أكتوبر 2017") == ("2017-10-16", None, None)


def test_a_date_without_a_year_takes_it_from_a_trusted_page() -> None:
    assert event("أُعيد فتح المعبر في 5 ديسمبر", PAGE)[:2] == ("2021-12-05", "2021-12-05")
    assert event("أُعيد فتح المعبر في 5 ديسمبر") == (None, None, None)


def test_last_month_is_a_month_once_the_page_is_dated() -> None:
    assert event("أُعيد فتح المعبر الشهر الماضي", PAGE)[:2] == ("2021-11-01", "2021-11-30")


def test_a_known_day_of_the_text_places_what_it_leaves_open() -> None:
    told = document("أُعيد فتح المعبر في 5 ديسمبر")
    (placed, _) = claim_constraints(EVENT, times(told)[0], told, day=date(2021, 12, 9))
    assert (placed.left, placed.low) == (ORIGIN, date(2021, 12, 5).toordinal())


def test_speech_is_not_younger_than_the_text_and_its_past_is_open() -> None:
    told = document("قال القائد: «دخلنا القرية أمس بعد معركة قصيرة»")
    (constraint,) = claim_constraints(EVENT, times(told)[0], told)
    assert (constraint.left, constraint.low, constraint.high) == (text_day(told.id), None, -1)
    (tied,) = claim_constraints(EVENT, times(told)[0], told, speech="speech:1")
    assert (tied.left, tied.low, tied.high) == ("speech:1", -1, -1)


def test_days_after_another_event_count_from_that_event() -> None:
    told = document("جاء ذلك بعد أربعة أيام فقط من زيارة الوزير")
    mark = times(told)[0]
    assert claim_constraints(EVENT, mark, told) == ()
    (constraint,) = claim_constraints(EVENT, mark, told, event="claim:visit")
    assert (constraint.left, constraint.low, constraint.high) == ("claim:visit", 3, 5)


def test_what_is_no_time_of_the_event_says_nothing() -> None:
    for text in (
        "قوتنا حاضرة في الأمس واليوم وغداً",
        "تشهد القرية عادة هجمات",
        "Wednesday, 08 May 2024",
        "استمرت المعركة ستة أشهر",
        "قراءة دقيقتين",
    ):
        told = document(text)
        assert [claim_constraints(EVENT, mark, told) for mark in times(told)] == [()]
