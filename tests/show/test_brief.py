"""A brief is one page that stands alone and hides nothing of what it rests on."""

from __future__ import annotations

import time
from html.parser import HTMLParser

import pytest
import regex
from msgspec.structs import replace

from show.sample import NUMBERS, SAMPLE, TEXTS, many
from tawatur.errors import SetupError
from tawatur.keep.record import Record
from tawatur.model import Document, Manifest, Span
from tawatur.show.brief import brief


class Page(HTMLParser):
    """What a browser would see: elements by id, addresses, text of marks, unclosed elements."""

    VOID = frozenset({"meta", "link", "input"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str]]] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: dict[str, str] = {}
        self.texts: dict[str, str] = {}
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # type: ignore[explicit-override]  # the decorator is of Python 3.12
        given = {name: value or "" for name, value in attrs}
        self.elements.append((tag, given))
        if tag not in self.VOID:
            self.open.append((tag, given))

    def handle_endtag(self, tag: str) -> None:  # type: ignore[explicit-override]
        opened, _ = self.open.pop()
        assert opened == tag, f"</{tag}> closes <{opened}>"

    def handle_data(self, data: str) -> None:  # type: ignore[explicit-override]
        for tag, given in self.open:
            if "data-words" in given:
                name = given["data-words"]
                self.words[name] = self.words.get(name, "") + data
            if tag == "article" and given.get("class") == "document":
                name = given["id"]
                self.texts[name] = self.texts.get(name, "") + data

    def all(self, attribute: str) -> list[str]:
        return [given[attribute] for _, given in self.elements if attribute in given]


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(brief(SAMPLE))


def test_every_element_is_closed_in_its_order(page: Page) -> None:
    assert page.open == []


def test_the_page_is_right_to_left_arabic(page: Page) -> None:
    given = next(given for tag, given in page.elements if tag == "html")
    assert (given["lang"], given["dir"]) == ("ar", "rtl")


def test_an_id_stands_once(page: Page) -> None:
    ids = page.all("id")
    assert len(ids) == len(set(ids))


def test_every_link_inside_the_page_arrives(page: Page) -> None:
    ids = set(page.all("id"))
    inner = {address[1:] for address in page.all("href") if address.startswith("#")}
    assert inner
    assert inner <= ids


def test_every_claim_leads_to_its_words(page: Page) -> None:
    for claim in SAMPLE.claims:
        name = f"d{NUMBERS[claim.document]}-{claim.start}-{claim.end}"
        assert page.words[name] == TEXTS[claim.document][claim.start : claim.end]
        assert f"#{name}" in page.all("href")


def test_a_cited_document_stands_there_letter_for_letter(page: Page) -> None:
    for name, text in TEXTS.items():
        assert text in page.texts[f"d{NUMBERS[name]}"]


def test_markup_inside_a_document_stays_text() -> None:
    written = brief(SAMPLE)
    assert written.count("<script") == 1
    assert "&lt;script&gt;document.title" in written


def test_only_web_addresses_become_links(page: Page) -> None:
    for address in page.all("href"):
        assert address.startswith(("#", "https://", "data:,")), address


def test_the_page_asks_nothing_of_the_network(page: Page) -> None:
    policy = next(given["content"] for _, given in page.elements if given.get("http-equiv"))
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert not page.all("src")
    assert not page.all("style")
    assert not [name for _, given in page.elements for name in given if name.startswith("on")]


def test_planned_and_denied_events_say_so() -> None:
    written = brief(SAMPLE)
    assert 'class="status planned"' in written
    assert 'class="status denied"' in written


def test_an_undated_event_stands_after_the_dated_ones_with_its_bounds() -> None:
    written = brief(SAMPLE)
    undated = written.index('id="undated"')
    assert written.index("هجوم على حاجز تل الزعرور</bdi>") < undated
    assert "الأحد، بين 17 تشرين الأول/أكتوبر 2017 و7 أيار/مايو 2024" in written[undated:]


def test_a_rejected_page_date_is_shown_with_its_reason() -> None:
    assert "rendered with the page, not with the report" in brief(SAMPLE)


def test_reports_and_origins_are_counted_apart() -> None:
    written = brief(SAMPLE)
    assert "4 تقارير" in written
    assert "3 أصول مستقلة" in written


def test_without_names_no_person_is_named_outside_quotations_and_documents() -> None:
    written = brief(SAMPLE, names=False)
    said = written[: written.index('id="reader"')]
    for kept in ("blockquote", "q"):
        said = regex.sub(rf"<{kept}\b.*?</{kept}>", "", said)
    assert "الدرباس" not in said
    assert "القصاب" not in said
    assert "(شخص)" in said
    assert "أسماء الأشخاص محجوبة" in said
    assert "الدرباس" in written


def test_the_english_interface_can_come_first() -> None:
    assert '<html lang="en" dir="ltr">' in brief(SAMPLE, lang="en")


def test_a_language_that_the_interface_does_not_speak_is_refused() -> None:
    with pytest.raises(SetupError, match="'fr'"):
        brief(SAMPLE, lang="fr")


def test_the_same_record_gives_the_same_page() -> None:
    assert brief(SAMPLE) == brief(SAMPLE)


def test_a_record_without_events_is_a_page_too() -> None:
    empty = Record(manifest=Manifest(version="0.1.0"))
    written = brief(empty)
    assert "لم يُعثر في هذه التقارير على حدث" in written
    assert "لم يكتمل بناؤه" in written
    assert Page(written).open == []


def test_a_document_that_no_event_cites_is_left_out_with_a_note() -> None:
    alone = Document.of(name="alone", text="طقس معتدل في السهول")
    written = brief(Record(manifest=SAMPLE.manifest, documents=(alone,)))
    assert "طقس معتدل" not in written
    assert "تقرير واحد لا يستشهد به أي حدث" in written


def test_claims_that_cross_are_both_whole() -> None:
    first = SAMPLE.claims[0]
    moved = replace(
        first, id="moved", start=first.start + 20, end=first.end + 30, trigger=Span(0, 0)
    )
    event = replace(SAMPLE.events[0], claims=(first.id, moved.id))
    record = Record(
        manifest=SAMPLE.manifest,
        documents=SAMPLE.documents,
        claims=(*SAMPLE.claims, moved),
        events=(event,),
    )
    page = Page(brief(record))
    assert page.open == []
    assert page.words[f"d1-{first.start}-{first.end}"] == TEXTS["sada"][first.start : first.end]
    assert page.words[f"d1-{moved.start}-{moved.end}"] == TEXTS["sada"][moved.start : moved.end]


def test_a_thousand_documents_are_written_in_ten_seconds() -> None:
    record = many(documents=1000, claims_each=5)
    begun = time.perf_counter()
    written = brief(record)
    assert time.perf_counter() - begun < 10
    assert written.count('<article class="document"') == 1000
