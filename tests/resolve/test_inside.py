"""Who and what is meant inside one document."""

from __future__ import annotations

import pytest

from dropping import needed
from resolve.reading import called, held, label, resolve
from tawatur.lang.rows import load
from tawatur.mark.page import Page
from tawatur.model import Attribution, Link, LinkKind, Span
from tawatur.resolve import RESOLVE
from tawatur.resolve.anaphors import AnaphorRow, find_anaphors
from tawatur.resolve.naming import Scene
from tawatur.resolve.posts import SamePostRow, post_key

ROWS = [
    ("قال ضابط عراقي إن «داعش» انسحب.", "داعش", "org:is"),
    ("وصل وفد عراقي إلى مدينة مخمور.", "مخمور", "gn:93818"),
    ("وصل وفد عراقي إلى قضاء مخمور.", "مخمور", "gn:93818"),
    ("وصل وفد عراقي إلى طوزخرماتو.", "طوزخرماتو", "gn:90026"),
    ("تحصنوا في جبال قرجوغ قرب أربيل العراقية.", "قرجوغ", "place:qarachogh"),
    ("زار الوفد العراقي إقليم كوردستان.", "إقليم كوردستان", "place:kri"),
    ("زار الوفد العراقي محافظة كركوك.", "كركوك", "ne:IRQ-3049"),
    ("زار الوفد العراقي مدينة كركوك.", "كركوك", "gn:94787"),
    ("أعلنت وزارة الداخلية العراقية النتائج.", "وزارة الداخلية العراقية", "org:iq.moi"),
    ("قال مسؤول عراقي إن وزارة الداخلية أعلنت النتائج.", "وزارة الداخلية", "org:iq.moi"),
    ("نشرت صحيفة الخليج الخبر.", "الخليج", "media:khaleej"),
    ("أغلقت الدولتان مياه الخليج.", "الخليج", "place:region.58"),
]


@pytest.mark.parametrize(("text", "words", "row"), ROWS)
def test_a_name_means_the_row_that_fits_the_report(text: str, words: str, row: str) -> None:
    if row.startswith("place:region"):
        assert {name.split(":")[0] for name in called(resolve(text), words)} == {"place"}
    else:
        assert called(resolve(text), words) == {row}


def test_a_ministry_of_another_country_is_not_iraq_s() -> None:
    resolved = resolve("قال مسؤول يمني في صنعاء إن وزارة الداخلية أعلنت النتائج.")
    assert called(resolved, "وزارة الداخلية") == {"organisation:وزارة الداخلية"}
    entity = next(entity for entity in resolved.entities if entity.kb is None)
    assert entity.codes.country == "YE"


def test_an_unknown_village_is_a_place_without_coordinates_in_its_district() -> None:
    resolved = resolve("هاجموا قرية خضر جيجة التابعة لقضاء مخمور العراقي.")
    village = next(entity for entity in resolved.entities if entity.kb is None)
    assert (village.kind, village.lat, village.lon) == ("place", None, None)
    assert [label(resolved, parent) for parent in village.within] == ["gn:93818"]


def test_two_spellings_of_an_unknown_village_are_one() -> None:
    resolved = resolve("هاجموا قرية خضر جيجة. ودفن سكان قرية خضرجيجة قتلاهم.")
    village = next(entity for entity in resolved.entities if entity.kind == "place")
    assert village.mentions == 2
    assert {name.text for name in village.names} == {"خضر جيجة", "خضرجيجة"}


def test_a_surname_means_the_person_named_in_full() -> None:
    resolved = resolve("قال اللواء سعد حمودي إن العملية بدأت. وأضاف حمودي أنها تتسع.")
    assert called(resolved, "سعد حمودي") == called(resolved, "حمودي") == {"person:سعد حمودي"}


def test_a_surname_of_two_persons_means_neither() -> None:
    resolved = resolve("اجتمع مسرور بارزاني ونيجيرفان بارزاني. وقال بارزاني إن الأمر انتهى.")
    both = called(resolved, "مسرور بارزاني") | called(resolved, "نيجيرفان بارزاني")
    assert len(both) == 2
    assert not called(resolved, "بارزاني") & both


def test_a_surname_alone_means_a_known_person_only_beside_a_post() -> None:
    assert called(resolve("غادر الكاظمي بغداد العراقية أمس."), "الكاظمي") == {"person:الكاظمي"}
    assert called(resolve("غادر رئيس الوزراء الكاظمي بغداد العراقية."), "الكاظمي") == {
        "per:kadhimi"
    }


def test_another_kadhimi_in_the_report_takes_the_surname() -> None:
    resolved = resolve("قال النائب العراقي جاسم الكاظمي إن الجلسة رفعت. وغادر الكاظمي القاعة.")
    assert called(resolved, "الكاظمي") == called(resolved, "جاسم الكاظمي")
    assert called(resolved, "الكاظمي") != {"per:kadhimi"}


def test_two_generals_with_one_given_name_stay_apart() -> None:
    text = "التقى عبد الأمير الشمري رئيس أركان الجيش العراقي عبد الأمير يار الله."
    resolved = resolve(text)
    assert called(resolved, "عبد الأمير الشمري") == {"per:shammari"}
    assert called(resolved, "عبد الأمير يار الله") == {"per:yarallah"}


HOLDERS = [
    ("قال رئيس أركان الجيش عبد الأمير يار الله ذلك.", "رئيس أركان الجيش", "per:yarallah"),
    ("قال رئيس الوزراء، مصطفى الكاظمي، ذلك.", "رئيس الوزراء", "per:kadhimi"),
    ("قال اللواء الركن سعد حمودي ذلك.", "اللواء الركن", "person:سعد حمودي"),
    ("قال جبار ياور أمين عام وزارة البيشمركة ذلك.", "أمين عام وزارة البيشمركة", "per:yawar"),
    (
        "نعى القائد العام للقوات المسلحة رئيس مجلس الوزراء مصطفى الكاظمي الضحايا.",
        "القائد العام للقوات المسلحة",
        "per:kadhimi",
    ),
]


@pytest.mark.parametrize(("text", "words", "holder"), HOLDERS)
def test_a_role_is_held_by_the_person_beside_it(text: str, words: str, holder: str) -> None:
    assert held(resolve(text), words) == [holder]


def test_the_same_post_later_in_the_report_is_the_same_person_s() -> None:
    text = "وصل رئيس الوزراء العراقي مصطفى الكاظمي. وسيزور رئيس الوزراء البصرة."
    assert held(resolve(text), "رئيس الوزراء") == ["per:kadhimi"]


def test_an_ambassador_is_one_by_adjective_and_by_country() -> None:
    text = "التقى السفير الأمريكي الوزير. وقال سفير الولايات المتحدة في العراق ماثيو تولر ذلك."
    assert held(resolve(text), "السفير الأمريكي") == ["per:tueller"]


def test_a_post_without_a_name_is_an_entity_of_its_own() -> None:
    resolved = resolve("حضر قائد القوات البرية ومعاون رئيس أركان الجيش للعمليات في بغداد.")
    assert held(resolved, "قائد القوات البرية") == ["post:قائد القوات البرية"]
    assert held(resolved, "معاون رئيس أركان الجيش للعمليات") == [
        "post:معاون رئيس أركان الجيش للعمليات"
    ]


def test_the_deputy_s_post_is_not_the_chief_s() -> None:
    text = "حضر رئيس أركان الجيش عبد الأمير يار الله ومعاون رئيس أركان الجيش للعمليات."
    resolved = resolve(text)
    assert held(resolved, "رئيس أركان الجيش") == ["per:yarallah"]
    assert held(resolved, "معاون رئيس أركان الجيش للعمليات") == [
        "post:معاون رئيس أركان الجيش للعمليات"
    ]


def test_nobody_holds_a_post_of_several() -> None:
    resolved = resolve("التقى رئيسي أركان وزارة البيشمركة والجيش العراقي.")
    assert held(resolved, "رئيسي أركان وزارة البيشمركة والجيش العراقي") == [None]


def test_a_post_belongs_to_the_body_in_its_words() -> None:
    resolved = resolve("زار قائد القوات البرية العراقي الموصل.")
    role = resolved.marks.roles[0]
    assert label(resolved, role.organisation) == "org:iq.gfc"


def test_the_next_post_of_a_list_is_not_held_by_the_person_before_it() -> None:
    text = "حضر وزير الدفاع جمعة عناد، ورئيس جهاز مكافحة الإرهاب العراقي."
    resolved = resolve(text)
    assert held(resolved, "وزير الدفاع") == ["per:inad"]
    assert held(resolved, "رئيس جهاز مكافحة الإرهاب العراقي") == [
        "post:رئيس جهاز مكافحة الإرهاب العراقي"
    ]


def chain(text: str, words: str, kind: LinkKind, *, anonymous: bool = False) -> str | None:
    start = text.index(words)
    link = Link(kind=kind, words=words, start=start, end=start + len(words), anonymous=anonymous)
    said = Attribution(claim=Span(len(text) - 5, len(text)), chain=(link,), class_="x")
    resolved = resolve(text, attributions=(said,))
    entity = resolved.marks.attributions[0].chain[0].entity
    return label(resolved, entity) if entity else None


LINKS = [
    ("وقال بيان لمكتب رئيس الوزراء العراقي إن الوفد وصل.", "بيان لمكتب رئيس الوزراء العراقي", "statement", "org:iq.pmo"),
    ("ونقلت وكالة الأنباء العراقية أن الوفد وصل.", "وكالة الأنباء العراقية", "agency", "media:ina.iq"),
    ("وقال لـ«العربي الجديد» إن الوفد وصل.", "العربي الجديد", "outlet", "media:alaraby"),
    ("وقال القائد في البيشمركة اللواء محمد رستم إن الوفد وصل.", "القائد في البيشمركة اللواء محمد رستم", "person", "per:rustam"),
    ("وذكر بيان لخلية الإعلام الأمني العراقية أن الوفد وصل.", "بيان لخلية الإعلام الأمني", "statement", "org:iq.smc"),
    ("أعلنت وزارة البيشمركة النتائج. وقالت الوزارة إن الوفد وصل.", "الوزارة إ", "statement", "org:krg.mopa"),
    ("قال مسؤول عراقي ذلك، ونقلت الوكالة الرسمية أن الوفد وصل.", "الوكالة الرسمية", "agency", "media:ina.iq"),
    ("وقال رئيس الوزراء العراقي مصطفى الكاظمي ذلك كما نشر بيان لمكتبه أمس.", "بيان لمكتبه", "statement", "org:iq.pmo"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "kind", "entity"), LINKS)
def test_a_link_of_a_chain_is_who_its_words_name(
    text: str, words: str, kind: LinkKind, entity: str
) -> None:
    assert chain(text, words, kind) == entity


def test_an_unnamed_speaker_stays_nobody() -> None:
    text = "وقال مصدر في وزارة الدفاع العراقية إن الوفد وصل."
    assert chain(text, "مصدر في وزارة الدفاع العراقية", "unnamed", anonymous=True) is None


def test_a_quotation_is_its_speaker_s() -> None:
    text = "وقال اللواء محمد رستم: «بدأت العملية فجر اليوم وهي تتسع شمالا»."
    start, end = text.index("بدأت"), text.index("»")
    name = text.index("محمد")
    link = Link(kind="person", words="محمد رستم", start=name, end=name + 9)
    said = Attribution(claim=Span(start, end), chain=(link,), class_="named_official")
    resolved = resolve(text, attributions=(said,))
    assert [label(resolved, quote.speaker) for quote in resolved.marks.quotes] == ["per:rustam"]


def antecedents(text: str) -> list[tuple[str, str]]:
    resolved = resolve(text)
    page = Page(resolved.document)
    return [
        (anaphor.span.of(text), label(resolved, anaphor.entity))
        for anaphor in find_anaphors(page, resolved.marks.names, resolved.marks.roles)
    ]


def test_the_group_is_the_one_named_before() -> None:
    assert antecedents("هاجم تنظيم «داعش» القرية العراقية. ثم انسحب التنظيم.") == [
        ("التنظيم", "org:is")
    ]


def test_of_two_groups_before_it_the_group_is_neither() -> None:
    text = "قاتل «داعش» جبهة النصرة في سوريا. ثم انسحب التنظيم."
    assert antecedents(text) == []


def test_the_latter_is_the_last_person_or_post_of_the_sentence() -> None:
    text = "قال بيان لمكتب رئيس الوزراء العراقي إن الأخير وصل. ورئيس الوزراء مصطفى الكاظمي هناك."
    assert ("الأخير", "per:kadhimi") in antecedents(text)


@pytest.mark.parametrize("row", load("anaphors", AnaphorRow), ids=lambda row: row.word)
def test_every_anaphor_is_needed_by_its_own_example(row: AnaphorRow) -> None:
    assert needed("anaphors", row, antecedents)


@pytest.mark.parametrize("row", load("same_posts", SamePostRow), ids=lambda row: row.word)
def test_every_wording_of_a_post_is_needed_by_its_own_example(row: SamePostRow) -> None:
    assert needed("same_posts", row, post_key)


POST_KEYS = [
    ("رئيس مجلس الوزراء العراقي", "رئيس الوزراء", True),
    ("رئيس أركان الجيش العراقي", "رئيس أركان الجيش", True),
    ("رئيس أركان قوات البيشمركة", "رئيس أركان البيشمركة", True),
    ("الناطق باسم الجيش", "المتحدث باسم الجيش", True),
    ("معاون رئيس أركان الجيش للعمليات", "رئيس أركان الجيش", False),
    ("نائب قائد العمليات المشتركة", "قائد العمليات المشتركة", False),
    ("رئيس أركان قوات البيشمركة", "رئيس أركان الجيش", False),
    ("رئيس حكومة إقليم كردستان", "رئيس الوزراء العراقي", False),
    ("رئيس أركان قيادة العمليات المشتركة", "رئيس أركان الجيش العراقي", False),
    ("السفير التركي", "السفير الأمريكي", False),
]


@pytest.mark.parametrize(("left", "right", "one"), POST_KEYS)
def test_a_post_is_itself_under_another_wording_only(left: str, right: str, one: bool) -> None:  # noqa: FBT001
    assert (post_key(left) == post_key(right)) is one


def test_a_report_means_the_countries_that_it_names() -> None:
    scene = Scene.of(Page.of_text("قال مسؤول عراقي في بغداد إن وفدا عراقيا زار دمشق."))
    assert scene.countries == ("IQ", "SY")
    assert scene.country is None


def test_every_name_has_an_entity_and_every_entity_a_reason() -> None:
    resolved = resolve("قال اللواء محمد رستم إن «داعش» هاجم قرية تل ورد في كركوك.")
    known = {entity.id for entity in resolved.entities}
    assert all(mark.entity in known for mark in resolved.marks.names)
    assert all(entity.because for entity in resolved.entities if entity.mentions)


def test_the_same_report_resolves_to_the_same_entities() -> None:
    text = "قال اللواء محمد رستم إن «داعش» هاجم قرية تل ورد في كركوك."
    assert resolve(text) == resolve(text)


def test_the_stage_says_what_it_needs_and_adds() -> None:
    assert RESOLVE.writes == {"entities"}
    assert "marks.attributions" in RESOLVE.reads
