from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.clean import clean_document
from tawatur.clean.furniture import Furniture, Table, find_furniture, make_table
from tawatur.clean.lines import lines_of
from tawatur.lang.rows import load
from tawatur.lang.text import Text
from tawatur.model import Document

ROWS = load("furniture", Furniture)
BODY = (
    "افتتح المحافظ جسرا جديدا يربط ضفتي النهر بعد عامين من العمل المتواصل.",
    "وحضر الافتتاح عدد من وجهاء المنطقة وممثلون عن الشركة المنفذة للمشروع.",
    "ومن المقرر أن تبدأ المرحلة الثانية مطلع الشهر المقبل إذا توفر التمويل.",
)
SENTENCES = (
    "وصل الوفد إلى المدينة مساء أمس.",
    "قُتل ثلاثة جنود وأصيب خمسة آخرون في الهجوم.",
    "«لن نسمح بعودة المسلحين»، قال القائد للصحفيين.",
    "وأضاف أن القوات ستبقى في مواقعها حتى إشعار آخر",
    "من جهته، نفى المتحدث باسم الوزارة صحة الأنباء.",
    "تعليقات الوزير أثارت غضب النواب.",
    "مشاركة واسعة في الانتخابات المحلية",
    "الطقس السيئ يعيق وصول المساعدات إلى النازحين",
    "ارتفع سعر الدولار في الأسواق إلى 1460 ديناراً.",
    "تقييم أولي: الأضرار محدودة",
    "صور الأقمار تظهر حشوداً عسكرية قرب الحدود",
    "شاهد من موقع الانفجار: رأينا الدخان يتصاعد",
    "تابع الرئيس سير العمليات من غرفة القيادة",
    "الرئيسية في المدينة أغلقت أبوابها، والطرق مقطوعة.",
    "انتهى الاجتماع من دون اتفاق",
    "إعلان حالة الطوارئ في ثلاث محافظات",
    "الوقت ليس في مصلحة المفاوضين",
    "قراءة في خطاب الرئيس الأخير",
    "أخبار سارة للنازحين: عودة قريبة",
    "النشرة الجوية تحذر من عاصفة رملية غداً",
    "سجل الجيش تقدماً في محورين",
    "المزيد من القوات يصل إلى الجبهة الشمالية",
    "المغرب يستدعي سفيره للتشاور",
    "الظهر 12 قتيلاً والعصر ارتفعت الحصيلة",
    "العصر الذهبي انتهى، يقول التجار.",
    "كبير المفاوضين يغادر القاعة",
    "مقتل 3",
    "13 قتيلاً",
    "10 ضربات جوية",
    "25 دقيقة من القصف المتواصل",
    "الكاظمي: لا مجال لعودة المسلحين",
    "بغداد: هجوم جديد",
    "بغداد",
    "علامات استفهام حول الصفقة",
    "سمات القائد الناجح",
    "صور: احتجاجات في ساحات العاصمة",
    "تابعنا التطورات بقلق بالغ",
    "انضموا إلى الجبهة في الشمال",
    "شارك مع فريقه في المعسكر الخارجي",
    "فتح حساب لجمع التبرعات للنازحين",
    "للحصول على عروض أفضل من الشركات المتنافسة",
    "ترتفع الحرارة في العاصمة إلى 50 درجة",
    "قناة السويس",
    "شبكة الكهرباء",
    "موقع الحادث",
    "مكتب الرئيس",
    "حوار مع المعارضة",
    "لندن - القاهرة",
    "هجوم - بغداد",
    "وأظهرت الوثيقة (الصورة التي نشرها الجيش) مواقع الانتشار.",
    "Reuters ووكالات أخرى نقلت النبأ عن مسؤولين.",
)


def removed(text: str, rows: Table | None = None) -> set[str]:
    found = Text(text)
    return {find.span.of(text) for find in find_furniture(found, lines_of(found), rows)}


def page_with(row: Furniture) -> str:
    above, below = ([row.example], []) if row.where == "head" else ([], [row.example])
    return "\n".join((*above, *BODY, *below))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_every_row_is_needed_by_its_own_example(row: Furniture) -> None:
    page = page_with(row)
    found = removed(page)
    assert found
    assert all(words in row.example for words in found)
    assert not removed(page, make_table([other for other in ROWS if other.id != row.id]))


def test_ids_of_rows_are_their_own() -> None:
    assert len({row.id for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_line_of_a_report_is_not_furniture_however_short(sentence: str) -> None:
    for lines in ((sentence, *BODY), (*BODY[:2], sentence, BODY[2]), (*BODY, sentence)):
        page = Document.of(name="d", text="\n".join(lines))
        assert clean_document(page).furniture == ()


@given(st.lists(st.sampled_from(SENTENCES + BODY), min_size=1, max_size=12, unique=True))
def test_a_report_of_ordinary_sentences_loses_nothing(sentences: list[str]) -> None:
    text = "\n".join(sentences)
    found = clean_document(Document.of(name="d", text=text))
    assert found.furniture == ()
    assert found.text == text


@given(
    st.lists(st.sampled_from(BODY + SENTENCES), min_size=3, max_size=8, unique=True),
    st.lists(st.sampled_from([row.example for row in ROWS if row.where == "line"]), max_size=4),
)
def test_furniture_below_a_report_takes_nothing_of_it(
    sentences: list[str], furniture: list[str]
) -> None:
    text = "\n".join((*sentences, *furniture))
    found = clean_document(Document.of(name="d", text=text))
    kept = len("\n".join(sentences))
    assert all(span.start >= kept for span in found.furniture)


def test_links_under_read_also_go_up_to_the_next_paragraph() -> None:
    links = ("إعادة فتح سوق السمك", "المدينة تستعد للعيد")
    text = "\n".join((BODY[0], "اقرأ أيضاً", *links, *BODY[1:]))
    assert removed(text) == {"اقرأ أيضاً", *links}


def test_a_menu_word_in_the_middle_of_a_page_goes_but_its_sentence_stays() -> None:
    text = f"{BODY[0]}\nعادي\n{BODY[1]}"
    assert removed(text) == {"عادي"}


def test_a_subscription_line_names_the_paper() -> None:
    text = "\n".join((*BODY, 'لاستلام إشعارات وعروض من صحيفة "المرسى"'))
    assert clean_document(Document.of(name="d", text=text)).outlet == "المرسى"


def test_harakat_tatweel_and_windows_line_ends_do_not_matter() -> None:
    text = "\r\n".join((*BODY, "قِـراءة دقيقتين", "Top"))
    found = clean_document(Document.of(name="d", text=text))
    assert [span.of(text) for span in found.furniture] == ["قِـراءة دقيقتين", "Top"]


@given(st.text(max_size=300))
def test_any_text_is_cleaned_and_its_spans_lie_inside_in_order(text: str) -> None:
    found = clean_document(Document.of(name="d", text=text))
    ends = [0]
    for span in found.furniture:
        assert ends[-1] <= span.start < span.end <= len(text)
        ends.append(span.end)
    assert found == clean_document(Document.of(name="d", text=text))


def test_every_stretch_of_furniture_has_its_reason() -> None:
    again = f"{BODY[0][:-1]}، بحسب بيان وزع على الصحفيين."
    text = "\n".join(("عادي", *BODY, again, "التقييمات", again))
    found = clean_document(Document.of(name="d", text=text))
    placed = [reason for reason in found.because if reason.start is not None]
    assert [(reason.start, reason.end) for reason in placed] == [
        (span.start, span.end) for span in found.furniture
    ]
    assert [reason.rule for reason in placed] == ["font-size", "rating-box", "repeated"]
    assert all(reason.document == found.id for reason in placed)
