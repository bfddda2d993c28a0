"""Who says what, sentence by sentence: cue, speaker, what is attributed, and the class."""

from __future__ import annotations

import pytest

from tawatur.attribute import find_attributions
from tawatur.mark.page import Page
from tawatur.model import Attribution, Document, Marks, NameMark

# fmt: off
SENTENCES = [
    ("وقال المحافظ إن الجسر أعيد فتحه أمام الشاحنات.", (
        ("قال", "المحافظ", "الجسر أعيد فتحه أمام الشاحنات", "named_official"),
    )),
    ("أعلنت وزارة الصحة، مساء أمس الأحد، أن عدد الجرحى بلغ تسعة.", (
        ("أعلنت", "وزارة الصحة", "عدد الجرحى بلغ تسعة", "official_statement"),
    )),
    ("وذكر بيان لقيادة الشرطة أن المدينة هادئة.", (
        ("ذكر", "بيان لقيادة الشرطة", "المدينة هادئة", "official_statement"),
    )),
    ("وقال بيان صادر عن مكتب الوالي إن الدوام معلق.", (
        ("قال", "بيان صادر عن مكتب الوالي", "الدوام معلق", "official_statement"),
    )),
    ("ضابط من حرس الحدود، في نقطة قريبة من المعبر، أبدى قلقا حيال نقص الوقود.", (
        ("أبدى", "ضابط من حرس الحدود", "نقص الوقود", "anonymous_officer"),
    )),
    ("ووفقا لمصادر طبية، فإن ثمانية جرحى نقلوا إلى العاصمة.", (
        ("وفقا", "مصادر طبية", "ثمانية جرحى نقلوا إلى العاصمة", "anonymous_medical"),
    )),
    ("وبحسب وكالة الأناضول فقد أغلقت ثلاثة معابر.", (
        ("بحسب", "وكالة الأناضول", "أغلقت ثلاثة معابر", "agency"),
    )),
    ("ووفق مصدر أمني، أوقف سبعة رجال عند الحاجز.", (
        ("وفق", "مصدر أمني", "أوقف سبعة رجال عند الحاجز", "anonymous_security"),
    )),
    ("وناقش المجتمعون ملف الأسرى، بحسب البيان.", (
        ("بحسب", "البيان", "وناقش المجتمعون ملف الأسرى", "official_statement"),
    )),
    ("وسقطت قذيفتان قرب السوق، وفقا لما أعلنته قيادة الشرطة في بيان.", (
        ("وفقا لما أعلنته", "قيادة الشرطة", "وسقطت قذيفتان قرب السوق", "official_statement"),
    )),
    ("واستهدف القصف مخزنا للوقود، كما قال قائد الفرقة.", (
        ("كما قال", "قائد الفرقة", "واستهدف القصف مخزنا للوقود", "named_official"),
    )),
    ("وفر عشرات المسلحين، حسبما نقلت وكالة الأنباء عن مصدر عسكري.", (
        ("حسبما نقلت", "وكالة الأنباء", "وفر عشرات المسلحين", "agency"),
        ("عن", "مصدر عسكري", "وفر عشرات المسلحين", "anonymous_military"),
    )),
    ("وقال المدير إن الرحلات تأخرت، مضيفا أن الضباب كثيف.", (
        ("قال", "المدير", "الرحلات تأخرت", "named_official"),
        ("مضيفا", None, "الضباب كثيف", "named_official"),
    )),
    ("وأعلنت الوزارة إلغاء الامتحان، مؤكدة أن موعدا جديدا سيحدد.", (
        ("أعلنت", "الوزارة", "إلغاء الامتحان", "official_statement"),
        ("مؤكدة", None, "موعدا جديدا سيحدد", "official_statement"),
    )),
    ("وأوضح الناطق أن الحريق أخمد، مشيرا إلى أن الأضرار محدودة.", (
        ("أوضح", "الناطق", "الحريق أخمد", "named_official"),
        ("مشيرا", None, "الأضرار محدودة", "named_official"),
    )),
    ("يشار إلى أن البلدة كانت مسرحا لمعارك قبل عامين.", (
        ("يشار إلى", None, "البلدة كانت مسرحا لمعارك قبل عامين", "unsourced_background"),
    )),
    ("ويذكر أن المعبر أغلق في الربيع.", (
        ("يذكر", None, "المعبر أغلق في الربيع", "unsourced_background"),
    )),
    ("وتفيد الأنباء بأن القافلة وصلت إلى الحدود.", (
        ("تفيد", "الأنباء", "القافلة وصلت إلى الحدود", "unnamed_media"),
    )),
    ("الوزير: لا عودة إلى القتال في الجنوب", (
        ("الوزير:", "الوزير", "لا عودة إلى القتال في الجنوب", "named_official"),
    )),
    ("وقال الوالي: «سنبني السد قبل الشتاء مهما كلف الأمر».", (
        ("قال", "الوالي", "سنبني السد قبل الشتاء مهما كلف الأمر", "named_official"),
    )),
    ('وقالت المصادر إنهم "سيعودون إلى قراهم" قريبا.', (
        ("قالت", "المصادر", 'سيعودون إلى قراهم" قريبا', "anonymous_source"),
    )),
    ("وقالت الوزيرة في تغريدة على تويتر إن المدارس ستفتح غدا.", (
        ("قالت", "الوزيرة", "المدارس ستفتح غدا", "named_official"),
    )),
    ("وذكر ناشطون على تلغرام أن القصف استمر ساعتين.", (
        ("ذكر", "ناشطون", "القصف استمر ساعتين", "social_media"),
    )),
    ("وكتب عمدة البلدة على فيسبوك أن السيل جرف الجسر.", (
        ("كتب", "عمدة البلدة", "السيل جرف الجسر", "named_official"),
    )),
    ("ونفت الشركة وقوع أي تسرب في الأنبوب.", (
        ("نفت", "الشركة", "وقوع أي تسرب في الأنبوب", "official_statement"),
    )),
    ("نفى الناطق باسم الجيش أن تكون القوات انسحبت.", (
        ("نفى", "الناطق باسم الجيش", "تكون القوات انسحبت", "named_official"),
    )),
    ("ويعتقد أن المهاجمين فروا نحو الجبل.", (
        ("يعتقد", None, "المهاجمين فروا نحو الجبل", "unsourced_background"),
    )),
    ("وقال مسؤول محلي إن الضحايا ربما تجاوزوا العشرين.", (
        ("قال", "مسؤول محلي", "الضحايا ربما تجاوزوا العشرين", "anonymous_local"),
    )),
    ("وقال قائد الشرطة إن الانفجار متعمد. ولم يتسن التأكد من هذه الرواية.", (
        ("قال", "قائد الشرطة", "الانفجار متعمد", "named_official"),
    )),
    ("وخلص التقرير إلى أن السلك كان مكشوفا.", (
        ("خلص", "التقرير", "السلك كان مكشوفا", "document"),
    )),
    ("وجاء في التقرير أن السلك كان مكشوفا.", (
        ("جاء", "التقرير", "السلك كان مكشوفا", "document"),
    )),
    ("ونقلت صحيفة محلية عن شاهد عيان قوله إن السيارة انفجرت مرتين.", (
        ("نقلت", "صحيفة محلية", "السيارة انفجرت مرتين", "outlet"),
        ("عن", "شاهد عيان", "السيارة انفجرت مرتين", "eyewitness"),
    )),
    ('وقالت مصادر أمنية لـ"الخبر العاجل" إن القوة انسحبت.', (
        ("قالت", "مصادر أمنية", "القوة انسحبت", "anonymous_security"),
    )),
    ("وقال مصدر عسكري لوكالة الأناضول إن القوة انسحبت.", (
        ("قال", "مصدر عسكري", "القوة انسحبت", "anonymous_military"),
    )),
    ("ووصف الحزب القرار بأنه خطوة إلى الوراء.", (
        ("وصف", "الحزب", "خطوة إلى الوراء", "official_statement"),
    )),
    ("واتهمت الحركة خصومها بأنهم عطلوا الاتفاق.", (
        ("اتهمت", "الحركة", "عطلوا الاتفاق", "official_statement"),
    )),
    ("من جهته، أكد قائد الفرقة أهمية التنسيق مع الأهالي.", (
        ("أكد", "قائد الفرقة", "أهمية التنسيق مع الأهالي", "named_official"),
    )),
    ("وفي وقت لاحق، كشف مصدر حكومي عن خلافات داخل اللجنة.", (
        ("كشف", "مصدر حكومي", "خلافات داخل اللجنة", "anonymous_official"),
    )),
    ("وشدد الوفد على ضرورة وقف إطلاق النار.", (
        ("شدد", "الوفد", "ضرورة وقف إطلاق النار", "named_official"),
    )),
    ("وحذر خبراء من فيضان النهر.", (
        ("حذر", "خبراء", "فيضان النهر", "expert"),
    )),
    ("وأفاد شهود عيان بأن الحافلة انقلبت في الوادي.", (
        ("أفاد", "شهود عيان", "الحافلة انقلبت في الوادي", "eyewitness"),
    )),
    ("وقال الضابط الذي طلب عدم الكشف عن اسمه إن المخزن فارغ.", (
        ("قال", "الضابط الذي طلب عدم الكشف عن اسمه", "المخزن فارغ", "anonymous_officer"),
    )),
    ("وقال المتحدث باسم الجيش، العقيد سالم الجبوري، في بيان إن الجبهة هادئة.", (
        ("قال", "المتحدث باسم الجيش، العقيد سالم الجبوري", "الجبهة هادئة", "official_statement"),
    )),
    ("وأكّدت النقابة أنّ الإضراب مستمرّ.", (
        ("أكّدت", "النقابة", "الإضراب مستمرّ", "official_statement"),
    )),
    ("اوضحت الهيئة ان الرصيف متصدع.", (
        ("اوضحت", "الهيئة", "الرصيف متصدع", "official_statement"),
    )),
    ("وقال قائد الفرقة إن الوالي أعلن إلغاء الاحتفال.", (
        ("قال", "قائد الفرقة", "الوالي أعلن إلغاء الاحتفال", "named_official"),
        ("أعلن", "الوالي", "إلغاء الاحتفال", "named_official"),
    )),
    ("وصرح سفير كندا بأن القنصلية ستغلق.", (
        ("صرح", "سفير كندا", "القنصلية ستغلق", "named_official"),
    )),
    ("ورأى محللون سياسيون أن الهدنة هشة.", (
        ("رأى", "محللون سياسيون", "الهدنة هشة", "expert"),
    )),
    ("وبحسب ما أفاد مدير المشفى، فإن الجرحى غادروا.", (
        ("بحسب ما أفاد", "مدير المشفى", "الجرحى غادروا", "named_official"),
    )),
    ("وقال عدد من سكان القرية إن الماء انقطع منذ أسبوع.", (
        ("قال", "عدد من سكان القرية", "الماء انقطع منذ أسبوع", "anonymous_local"),
    )),
    ("فيما قالت وسائل إعلام محلية إن التيار عاد.", (
        ("قالت", "وسائل إعلام محلية", "التيار عاد", "unnamed_media"),
    )),
    ("وقال بن علي إن اللقاء كان مثمرا، واصفا الأجواء بأنها ودية.", (
        ("قال", "بن علي", "اللقاء كان مثمرا", "named_official"),
        ("واصفا", None, "ودية", "named_official"),
    )),
    ("وأعلنت الولايات المتحدة أنها سترسل مساعدات.", (
        ("أعلنت", "الولايات المتحدة", "سترسل مساعدات", "official_statement"),
    )),
    ("وأعرب الأمين العام عن أمله في أن تستأنف المحادثات.", (
        ("أعرب", "الأمين العام", "تستأنف المحادثات", "named_official"),
    )),
    ("وتوقع المركز أن تهطل أمطار غزيرة، لافتا إلى أن السدود ممتلئة.", (
        ("توقع", "المركز", "تهطل أمطار غزيرة", "named_official"),
        ("لافتا", None, "السدود ممتلئة", "named_official"),
    )),
    ("وكانت مصادر محلية قد تحدثت عن نزوح جماعي.", (
        ("تحدثت", "مصادر محلية", "نزوح جماعي", "anonymous_local"),
    )),
    ("وزعم الفصيل أنه أسقط طائرة.", (
        ("زعم", "الفصيل", "أسقط طائرة", "official_statement"),
    )),
]
NOBODY = [
    "بغداد: سليم الكرخي",
    "وصادرت الشرطة الشحنة وفقا لقانون الجمارك.",
    "ووزعت المساعدات حسب الحاجة.",
    "ولم يكشف البيان تفاصيل أخرى عن الحادث.",
    "وتبين أن السلك مقطوع.",
    "وهاجم مسلحون القرية قبل أن ينسحبوا.",
    "بين بغداد وأربيل طريق يجب أن يفتح.",
]
# fmt: on


def said_in(text: str) -> list[Attribution]:
    return list(find_attributions(Page.of_text(text), Marks(document="example")))


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_a_sentence_says_who_says_what(text: str, expected: tuple[object, ...]) -> None:
    found = tuple(
        (
            said.cue and said.cue.of(text),
            said.source and said.source.of(text),
            said.claim.of(text),
            said.class_,
        )
        for said in said_in(text)
    )
    assert found == expected


@pytest.mark.parametrize("text", NOBODY)
def test_what_only_looks_like_a_cue_attributes_nothing(text: str) -> None:
    assert said_in(text) == []


def test_a_verb_without_a_subject_has_the_last_speaker_that_agrees() -> None:
    text = "وقالت الوزيرة إن الماء ملوث. وقال الوالي إن الماء نقي. وأضافت أن الفحص مستمر."
    assert said_in(text)[-1].chain == said_in(text)[0].chain


def test_a_dual_verb_has_two_speakers_and_not_the_last_one() -> None:
    text = "وقال مسؤولان إن الطريق قطع. وغادر الوالي. وأكدا أن الجسر سليم."
    assert [said.class_ for said in said_in(text)] == ["anonymous_official"] * 2


def test_a_participle_that_disagrees_belongs_to_whom_the_claim_is_about() -> None:
    text = "وقالت مصادر محلية إن الوفد العسكري ناقش أمن القرى، مؤكدا ضرورة التنسيق."
    assert [link.words for link in said_in(text)[1].chain] == ["", "مصادر محلية", "الوفد العسكري"]


def test_a_participle_may_agree_with_the_statement_beside_the_body_that_made_it() -> None:
    text = "وأكدت حكومة الإقليم في بيان أن الرواتب صرفت، مضيفا أن العجز باق."
    assert [said.chain[-1].words for said in said_in(text)] == ["حكومة الإقليم"] * 2


def test_a_participle_may_belong_to_the_subject_of_the_sentence() -> None:
    text = "استنكر رئيس البلدية هدم السور، واصفا ما جرى بأنه إهمال."
    [said] = said_in(text)
    assert said.elided
    assert [link.words for link in said.chain] == ["", "رئيس البلدية"]


def test_a_quotation_without_a_cue_belongs_to_who_spoke_in_the_paragraph() -> None:
    quoted = "«تعاون الفرق الصديقة في نقل المؤن إلى القرى المحاصرة شمال الوادي»"
    text = f"وقال بيان للهلال الأحمر إن القافلة وصلت. وبحث الاجتماع أيضا {quoted}."
    assert [said.class_ for said in said_in(text)] == ["official_statement"] * 2
    [alone] = said_in(f"وبحث الاجتماع {quoted}.")
    assert (alone.class_, alone.elided) == ("unattributed_quote", False)


def test_the_title_of_a_book_is_no_speech() -> None:
    assert (
        said_in("ووقع المؤلف كتاب «حكاية القوافل التي عبرت النهر في ليالي الشتاء الطويلة».") == []
    )


def test_a_quotation_is_the_whole_claim_whatever_stops_are_in_it() -> None:
    text = "وقال الوالي: «سنبني السد. ولن ننتظر أحدا بعد اليوم»، مضيفا أن المال متوفر."
    assert said_in(text)[0].claim.of(text) == "سنبني السد. ولن ننتظر أحدا بعد اليوم"


def test_a_speech_inside_a_speech_is_found_too() -> None:
    text = "وقال الوالي «كان المهندسون قد أكدوا أن السد متين، ثم تصدع بعد عام واحد»."
    assert [said.claim.of(text)[:8] for said in said_in(text)] == ["كان المه", "السد متي"]


def test_a_claim_ends_where_the_speaker_does_something_else() -> None:
    text = "وأكد الوالي انهيار الجسر، داعيا السائقين إلى الحذر."
    assert [said.claim.of(text) for said in said_in(text)] == ["انهيار الجسر"]


def test_two_credits_for_one_sentence_are_two_attributions_of_one_claim() -> None:
    text = "وأكدت الهيئة أن السد متين، بحسب البيان."
    assert [said.claim.of(text) for said in said_in(text)] == ["السد متين"] * 2


def test_a_credit_behind_a_ground_is_for_the_ground_alone() -> None:
    text = "وانتهى الحصار إذ انسحب الجيش، بحسب مدير المطار."
    assert [said.claim.of(text) for said in said_in(text)] == ["انسحب الجيش"]


def test_doubt_behind_a_sentence_hedges_what_was_said_in_it() -> None:
    text = "وقال قائد الشرطة إن الانفجار متعمد. ولم يتسن التأكد من هذه الرواية."
    assert [said.hedged for said in said_in(text)] == [True]


def test_doubt_inside_a_claim_hedges_it() -> None:
    text = "وقال مسؤول إن الضحايا ربما تجاوزوا العشرين. وأضاف أن الطريق مفتوح."
    assert [said.hedged for said in said_in(text)] == [True, False]


def test_names_help_where_grammar_cannot_know() -> None:
    text = "وألغيت الرحلة بحسب دلمون."
    page = Page(Document.of(name="example", text=text))
    mark = NameMark(start=21, end=26, words="دلمون", kind="ORG", subkind="agency")
    assert said_in(text) == []
    [said] = find_attributions(page, Marks(document="example", names=(mark,)))
    assert said.class_ == "agency"


def test_harakat_and_missing_hamza_change_nothing() -> None:
    plain = said_in("وأكد الوزير أن الجسر سليم.")
    written = said_in("واكّد الوزير انّ الجسر سليمٌ.")
    assert [said.class_ for said in plain] == [said.class_ for said in written]
    assert written[0].claim.of("واكّد الوزير انّ الجسر سليمٌ.") == "الجسر سليمٌ"


def test_furniture_says_nothing() -> None:
    text = "قال القارئ إن الموقع بطيء.\nوقال الوالي إن السد متين."
    document = Document.of(name="example", text=text)
    from msgspec.structs import replace

    from tawatur.model import Span

    page = Page(replace(document, furniture=(Span(0, 26),)))
    found = find_attributions(page, Marks(document="example"))
    assert [said.claim.of(text) for said in found] == ["السد متين"]
