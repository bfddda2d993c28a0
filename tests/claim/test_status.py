"""Did it happen?"""

from __future__ import annotations

import pytest

from claim.sentences import set_out
from tawatur.claim.status import StatusFound, StatusRow, _pattern, at_its_time, status_of
from tawatur.lang.rows import load
from tawatur.lang.text import Text
from tawatur.model import TimeMark


def _status(marked: str, trigger: str) -> StatusFound:
    out = set_out(marked)
    future = [mark.span for mark in out.times if mark.kind == "future"]
    return status_of(*out.at(trigger), future)


@pytest.mark.parametrize(
    ("marked", "trigger", "status"),
    [
        # what an unmarked verb or noun says
        ("هاجم مسلحون البلدة.", "هاجم", "happened"),
        ("وقع هجوم في البلدة.", "هجوم", "happened"),
        ("تصدى {ORG:الجيش} لهجوم في البلدة.", "هجوم", "happened"),
        # plans
        ("سيزور {PER:سالم العزاوي} البلدة غداً.", "سيزور", "planned"),
        ("وستهاجم القوات البلدة.", "ستهاجم", "planned"),
        ("سوف يزور {PER:سالم العزاوي} البلدة.", "يزور", "planned"),
        ("سيعقد {PER:سالم العزاوي} اجتماعاً في البلدة.", "اجتماعاً", "planned"),
        ("من المقرر أن تنطلق عملية مشتركة.", "عملية", "planned"),
        ("وصل {PER:سالم العزاوي} للاجتماع مع القادة.", "للاجتماع", "planned"),
        # what did not happen
        ("لم ينسحب {ORG:الجيش} من البلدة.", "ينسحب", "not_happened"),
        ("لن ينسحب {ORG:الجيش} من البلدة.", "ينسحب", "not_happened"),
        ("لم تنطلق العملية المشتركة لغاية الآن.", "العملية", "not_happened"),
        ("غير أن العملية المشتركة لم تنطلق لغاية الآن.", "العملية", "not_happened"),
        # what is denied
        ("نفت الوزارة وقوع انفجار في السوق.", "انفجار", "denied"),
        ("نفى {PER:نوري الجاف} مقتل أي من رفاقه.", "مقتل", "denied"),
        # what may be
        ("في حال انسحاب {ORG:الجيش} تعود الخلايا.", "انسحاب", "hypothetical"),
        ("ربما هاجم مسلحون البلدة.", "هاجم", "hypothetical"),
        # what goes on
        ("لا تزال الاشتباكات دائرة في الحي.", "الاشتباكات", "ongoing"),
        # what is only spoken of
        ("بحث الطرفان الخطط لمواجهة هجمات التنظيم.", "هجمات", "purpose"),
        # another clause says nothing of it
        ("وقع هجوم في البلدة فيما لم ينسحب {ORG:الجيش}.", "هجوم", "happened"),
        ("لم ينسحب {ORG:الجيش} فيما هاجم مسلحون البلدة.", "هاجم", "happened"),
        ("هاجم مسلحون البلدة، وسينسحب {ORG:الجيش} غداً.", "هاجم", "happened"),
        ("شن مسلحون هجوماً على البلدة.", "هجوماً", "happened",
        ),
        ("قد ينسحب {ORG:الجيش} من البلدة.", "ينسحب", "hypothetical",
        ),
        ("لم تسفر الغارة عن مقتل أحد.", "الغارة", "happened",
        ),
        ("لم تسفر الغارة عن مقتل أحد.", "مقتل", "not_happened",
        ),
        ("أعلنت {ORG:الشرطة} إحباط هجوم على البلدة.", "هجوم", "not_happened",
        ),
    ],
)  # fmt: skip
def test_what_became_of_it(marked: str, trigger: str, status: str) -> None:
    assert _status(marked, trigger).status == status


def test_the_nearest_words_decide() -> None:
    assert _status("نفى المتحدث أن تكون القوات لم تهاجم البلدة.", "تهاجم").status == "not_happened"


def test_a_status_has_the_words_that_give_it() -> None:
    (reason,) = _status("نفت الوزارة وقوع انفجار في السوق.", "انفجار").because
    assert reason.words.startswith("نفت")
    assert _status("هاجم مسلحون البلدة.", "هاجم").because == ()


@pytest.mark.parametrize("row", load("status", StatusRow), ids=lambda row: row.example)
def test_every_row_matches_in_its_own_example(row: StatusRow) -> None:
    folded = Text(row.example).folded
    pattern = _pattern(row)
    whole = range(len(folded) + 1)
    if row.where == "behind":
        assert any(pattern.match(folded, place) for place in whole)
    else:
        assert any(pattern.search(folded, 0, place) for place in whole)


# -- the day decides -------------------------------------------------------------------------------


def _day(low: int | None, high: int | None) -> TimeMark:
    return TimeMark(
        start=0, end=3, words="غدا", kind="deictic", anchor="text_day", low=low, high=high
    )


@pytest.mark.parametrize(
    ("said", "time", "status"),
    [
        ("happened", _day(1, 1), "planned"),
        ("happened", _day(0, 0), "happened"),
        ("happened", _day(-1, -1), "happened"),
        ("happened", _day(None, 5), "happened"),
        ("planned", _day(-2, -2), "happened"),
        ("planned", _day(1, 1), "planned"),
        ("planned", _day(-2, None), "planned"),
        ("denied", _day(1, 1), "denied"),
        ("happened", None, "happened"),
        ("happened", TimeMark(start=0, end=3, words="2017", kind="date", low=1), "happened"),
    ],
)
def test_tomorrow_is_to_come_and_yesterday_is_past(
    said: str, time: TimeMark | None, status: str
) -> None:
    assert at_its_time(StatusFound(said), time).status == status  # type: ignore[arg-type]
