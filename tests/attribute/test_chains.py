"""Chains run from the printed page back to who first said it."""

from __future__ import annotations

from tawatur.attribute import attribute, chain_at
from tawatur.model import Document, Link, Marked, Marks


def marked(text: str, outlet: str | None = "النهار", byline: str | None = None) -> Marked:
    document = Document.of(name="example", text=text, outlet=outlet, byline=byline)
    return attribute(Marked(document=document, marks=Marks(document=document.id)))


def words(chain: tuple[Link, ...]) -> list[str]:
    return [link.words for link in chain]


def kinds(text: str, byline: str | None = None) -> list[list[str]]:
    found = marked(text, byline=byline).marks.attributions
    return [[link.kind for link in said.chain] for said in found]


def test_a_statement_hangs_on_the_outlet() -> None:
    assert kinds("وقال بيان لوزارة الصحة إن المشفى فتح.") == [["outlet", "statement"]]


def test_an_agency_stands_between_the_outlet_and_whom_it_quotes() -> None:
    text = "ونقلت وكالة الأنباء عن مصدر أمني أن المعبر أغلق."
    assert kinds(text) == [["outlet", "agency"], ["outlet", "agency", "unnamed"]]


def test_an_agency_in_the_byline_stands_in_every_chain() -> None:
    text = "وقال وزير الصحة إن المشفى فتح."
    assert kinds(text, byline="بيروت - رويترز") == [["outlet", "agency", "person"]]


def test_the_outlet_that_somebody_spoke_to_shows_a_reprint() -> None:
    text = "وقالت مصادر محلية لـ«صوت الجبل» إن الماء انقطع. وأضافت أن التيار عاد."
    chains = [said.chain for said in marked(text).marks.attributions]
    assert [words(chain) for chain in chains] == [["النهار", "صوت الجبل", "مصادر محلية"]] * 2


def test_an_outlet_that_was_spoken_to_itself_is_no_reprint() -> None:
    text = "وقالت مصادر محلية لـ«النهار» إن الماء انقطع."
    [said] = marked(text).marks.attributions
    assert words(said.chain) == ["النهار", "مصادر محلية"]


def test_the_ministry_and_the_ministry_of_health_are_one_link() -> None:
    text = "وأعلنت وزارة الصحة أن المشفى فتح. وقالت الوزارة إن الأطباء عادوا."
    first, second = marked(text).marks.attributions
    assert first.chain == second.chain
    assert second.source is not None
    assert second.source.of(text) == "الوزارة"


def test_the_source_is_whoever_was_unnamed_before() -> None:
    text = "وقال ضابط في الحرس إن المخزن فارغ. وتابع المصدر أن الحراس غادروا."
    first, second = marked(text).marks.attributions
    assert first.chain == second.chain
    assert second.class_ == "anonymous_officer"


def test_a_surname_finds_the_name_it_belongs_to() -> None:
    text = "وقال عميد الكلية سالم الحداد إن الدوام عاد. وأضاف الحداد أن القاعات جاهزة."
    first, second = marked(text).marks.attributions
    assert first.chain == second.chain


def test_a_speaker_inside_a_claim_hangs_on_who_reports_him() -> None:
    text = "وقال قائد الفرقة إن الوالي أعلن إلغاء الاحتفال."
    assert kinds(text) == [["outlet", "person"], ["outlet", "person", "person"]]


def test_links_say_where_they_stand_and_who_is_unnamed() -> None:
    text = "وقال مصدر أمني إن المعبر أغلق."
    [said] = marked(text).marks.attributions
    outlet, source = said.chain
    assert (outlet.start, outlet.end, outlet.entity) == (None, None, None)
    assert source.start is not None
    assert text[source.start : source.end] == source.words == "مصدر أمني"
    assert source.anonymous


def test_what_nobody_is_credited_with_the_outlet_says() -> None:
    found = marked("وصلت القافلة. وقال الوالي إن الجسر سليم.")
    assert words(chain_at(found.marks, found.document, 0, 4)) == ["النهار"]
    nameless = marked("وصلت القافلة.", outlet=None)
    assert chain_at(nameless.marks, nameless.document, 0, 4) == (Link(kind="outlet", words=""),)


def test_the_innermost_claim_gives_the_chain() -> None:
    text = "وقال قائد الفرقة إن الوالي أعلن إلغاء الاحتفال."
    found = marked(text)
    place = text.index("الاحتفال")
    chain = chain_at(found.marks, found.document, place, place + 8)
    assert words(chain) == ["النهار", "قائد الفرقة", "الوالي"]


def test_of_two_credits_for_the_same_words_the_longer_chain_counts() -> None:
    text = "ونقلت وكالة الأنباء عن مصدر أمني أن المعبر أغلق."
    found = marked(text)
    place = text.index("المعبر")
    assert len(chain_at(found.marks, found.document, place, place + 6)) == 3
