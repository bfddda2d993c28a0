"""Ranks, titles and posts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dropping import needed
from tawatur.lang.rows import load
from tawatur.mark.page import Page
from tawatur.mark.phrases import PostNounRow
from tawatur.mark.roles import PostRow, RankRow, TitleRow, find_roles
from tawatur.model import RoleMark


def roles(text: str) -> list[RoleMark]:
    return list(find_roles(Page.of_text(text)))


def words(text: str) -> list[str]:
    return [mark.words for mark in roles(text)]


POSTS = [
    ("تفقد وزير الدفاع الجبهة أمس.", ["وزير الدفاع"]),
    ("أوضح وزير الخارجية القطري موقف بلاده.", ["وزير الخارجية القطري"]),
    ("وصل رئيس أركان الجيش إلى القاعدة.", ["رئيس أركان الجيش"]),
    ("وصل معاون رئيس أركان الجيش للعمليات.", ["معاون رئيس أركان الجيش للعمليات"]),
    ("التقى نائب قائد العمليات المشتركة الضباط.", ["نائب قائد العمليات المشتركة"]),
    ("زار قائد عمليات نينوى الموصل.", ["قائد عمليات نينوى"]),
    ("وبحضور رئيس جهاز مكافحة الإرهاب، بدأ العرض.", ["رئيس جهاز مكافحة الإرهاب"]),
    (
        "حضر وكيل وزارة الداخلية لشؤون الاستخبارات الجلسة.",
        ["وكيل وزارة الداخلية لشؤون الاستخبارات"],
    ),
    ("صرح المتحدث باسم وزارة الداخلية للصحفيين.", ["المتحدث باسم وزارة الداخلية"]),
    (
        "صرح الناطق باسم القائد العام للقوات المسلحة للصحفيين.",
        ["الناطق باسم القائد العام للقوات المسلحة"],
    ),
    ("غادر سفير الولايات المتحدة في العراق أمس.", ["سفير الولايات المتحدة في العراق"]),
    ("غادر السفير الأمريكي أمس.", ["السفير الأمريكي"]),
    ("نفى الأمين العام للأمم المتحدة الخبر.", ["الأمين العام للأمم المتحدة"]),
    ("نفى أمين عام وزارة البيشمركة الخبر.", ["أمين عام وزارة البيشمركة"]),
    ("زار قائد الفرقة 14 في الجيش العراقي المنطقة.", ["قائد الفرقة 14 في الجيش العراقي"]),
    ("زار قائد قوات التحالف في العراق المنطقة.", ["قائد قوات التحالف في العراق"]),
    ("استقبل محافظ ديالى الوفد.", ["محافظ ديالى"]),
    ("قال رئيس مجلس الأمة الكويتي بالإنابة ذلك.", ["رئيس مجلس الأمة الكويتي بالإنابة"]),
    ("انتقد رئيس لجنة الأمن والدفاع القرار.", ["رئيس لجنة الأمن والدفاع"]),
    ("زار آمر اللواء 92 الثكنة.", ["آمر اللواء 92"]),
]


@pytest.mark.parametrize(("text", "expected"), POSTS)
def test_a_post_is_its_noun_and_all_that_the_noun_governs(text: str, expected: list[str]) -> None:
    found = roles(text)
    assert [mark.words for mark in found] == expected
    assert {mark.kind for mark in found} == {"post"}


NO_POSTS = [
    "أمر القاضي بسجن المتهمين.",
    "تقدم اللواء 14 نحو التل.",
    "فاز الفريق الأول على ضيفه.",
    "اجتمع الفريق الأمني في المقر.",
    "اندلعت الحرب العالمية الثانية.",
    "ارتفع سعر النفط الخميس.",
    "هاجم مسلحون نقطة تفتيش.",
    "المقدم من الحكومة مشروع جديد.",
]


@pytest.mark.parametrize("text", NO_POSTS)
def test_words_that_look_like_ranks_and_posts_are_none(text: str) -> None:
    assert words(text) == []


def test_a_rank_stands_before_a_name_with_all_its_words() -> None:
    text = "قلد الوزير الفريق الأول الركن سعد حمود واللواء محمد رستم الأوسمة."
    assert [(mark.words, mark.kind) for mark in roles(text)] == [
        ("الوزير", "post"),
        ("الفريق الأول الركن", "rank"),
        ("اللواء", "rank"),
    ]


def test_the_brigade_is_no_major_general() -> None:
    assert words("اشتبك اللواء 14 مع المهاجمين، وقتل اللواء سعد حمود.") == ["اللواء"]


def test_two_posts_side_by_side_are_two_marks() -> None:
    text = "نعى القائد العام للقوات المسلحة رئيس مجلس الوزراء الضحايا."
    assert words(text) == ["القائد العام للقوات المسلحة", "رئيس مجلس الوزراء"]


COUNTS = [
    ("اجتمع رئيسا أركان البلدين.", 2),
    ("التقى رئيسي أركان وزارة البيشمركة والجيش العراقي.", 2),
    ("بحضور قائدي عمليات نينوى وديالى.", 2),
    ("حضر قادة المحاور الأول والثاني في قوات البيشمركة.", None),
    ("حضر وزراء خارجية الاتحاد الأوروبي.", None),
    ("حضر قائد القوات البرية.", 1),
]


@pytest.mark.parametrize(("text", "count"), COUNTS)
def test_a_dual_holds_two_and_a_plural_nobody_knows_how_many(text: str, count: int | None) -> None:
    assert [mark.count for mark in roles(text)] == [count]


def test_a_dual_post_reaches_over_both_its_bodies() -> None:
    text = "التقى رئيسي أركان وزارة البيشمركة والجيش العراقي أمس."
    assert words(text) == ["رئيسي أركان وزارة البيشمركة والجيش العراقي"]


def test_a_post_wears_its_clitics_outside() -> None:
    assert words("والتقى بوزير الدفاع وبرئيس أركان الجيش.") == ["وزير الدفاع", "رئيس أركان الجيش"]


def test_a_post_ends_before_the_name_of_its_holder() -> None:
    assert words("قال وزير الدفاع جمعة عناد إن المعركة انتهت.") == ["وزير الدفاع"]


@pytest.mark.parametrize("row", load("ranks", RankRow), ids=lambda row: row.word)
def test_every_rank_is_needed_by_its_own_example(row: RankRow) -> None:
    assert needed("ranks", row, words)


@pytest.mark.parametrize("row", load("titles", TitleRow), ids=lambda row: row.word)
def test_every_title_is_needed_by_its_own_example(row: TitleRow) -> None:
    assert needed("titles", row, words)


@pytest.mark.parametrize("row", load("posts", PostRow), ids=lambda row: row.word)
def test_every_post_is_needed_by_its_own_example(row: PostRow) -> None:
    assert needed("posts", row, words)


@pytest.mark.parametrize("row", load("post_nouns", PostNounRow), ids=lambda row: row.group)
def test_every_group_of_nouns_in_posts_is_needed_by_its_own_example(row: PostNounRow) -> None:
    from mark.test_names import names

    assert needed("post_nouns", row, lambda text: (words(text), names(text)))


WORDS = "رئيس أركان الجيش اللواء 14 محمد رستم و، في نائب قائد «عمليات» نينوى . \n الفريق الأول"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(WORDS.split(" ")),
        max_size=14,
    )
)
def test_roles_lie_in_order_and_say_what_stands_there(parts: list[str]) -> None:
    text = " ".join(parts)
    found = roles(text)
    assert all(text[mark.start : mark.end] == mark.words for mark in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert found == roles(text)
