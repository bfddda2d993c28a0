from __future__ import annotations

import socket
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.errors import EmptyError, UnreadableError
from tawatur.read.html import extract
from tawatur.read.read import read_page

PARAGRAPHS = (
    "افتتح وزير النقل صباح اليوم الجسر الجديد الذي يربط ضفتي النهر بعد عامين من العمل المتواصل.",
    "وقال الوزير في كلمة ألقاها أمام الحضور إن المشروع أنجز قبل موعده بثلاثة أشهر كاملة.",
    "وأضاف أن المرحلة الثانية تشمل طريقاً حلقياً بطول أربعين كيلومتراً حول المدينة القديمة.",
)
COMMENT = "قارئ من المدينة: شكراً لكل من عمل في هذا المشروع الكبير"


def page(head: str = "", *, charset: str = "utf-8") -> str:
    links = "".join(f"<li><a href='/{n}'>قسم الأخبار رقم {n}</a></li>" for n in range(12))
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return f"""<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="{charset}">
<title>افتتاح الجسر الجديد - النهر نيوز</title>{head}</head><body>
<nav><ul>{links}</ul></nav><article><h1>افتتاح الجسر الجديد</h1>{body}</article>
<section id="comments" class="comments"><h3>التعليقات</h3><div class="comment"><p>{COMMENT}</p></div></section>
<footer><p>جميع الحقوق محفوظة</p></footer></body></html>"""


META = """<meta property="og:site_name" content="النهر نيوز"><meta name="author" content="سعاد الكرخي">
<link rel="canonical" href="https://nahr.example/2020/03/04/bridge">
<meta property="article:published_time" content="2020-03-04T10:00:00+03:00">
<meta property="article:modified_time" content="2020-03-06T10:00:00+03:00">
<meta name="date" content="2020-03-07">"""
JSON_LD = """<script type="application/ld+json">{"@graph": [
{"@type": "NewsArticle", "datePublished": "2020-03-04", "dateModified": "2020-03-05"},
{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "datePublished": "2019-01-01"}]}]}
</script>"""


def test_a_page_gives_its_report_without_menu_comments_and_footer() -> None:
    text = extract(page()).text
    assert all(paragraph in text for paragraph in PARAGRAPHS)
    assert "قسم الأخبار" not in text
    assert COMMENT not in text
    assert "الحقوق" not in text


def test_a_page_says_its_title_outlet_author_and_address() -> None:
    found = extract(page(META))
    assert (found.title, found.outlet, found.byline, found.url) == (
        "افتتاح الجسر الجديد",
        "النهر نيوز",
        "سعاد الكرخي",
        "https://nahr.example/2020/03/04/bridge",
    )


def test_a_page_without_a_name_has_no_outlet() -> None:
    head = '<link rel="canonical" href="https://nahr.example/bridge">'
    assert extract(page(head)).outlet is None


def test_fields_that_mean_publication_are_trusted_and_others_are_not() -> None:
    found = {(shown.date.day, shown.trusted, shown.why) for shown in extract(page(META)).page_dates}
    assert found == {
        (4, True, "article:published_time"),
        (4, True, "address"),
        (6, False, "article:modified_time"),
        (7, False, "date"),
    }


def test_json_ld_dates_the_article_itself_and_not_those_it_links_to() -> None:
    found = [(shown.date, shown.trusted) for shown in extract(page(JSON_LD)).page_dates]
    assert found == [(date(2020, 3, 4), True), (date(2020, 3, 5), False)]


@pytest.mark.parametrize(
    "broken", ["{", '{"@graph": 5}', "[1, null]", '{"@type": ["NewsArticle"]}', "[" * 99_999]
)
def test_broken_json_ld_costs_only_its_dates(broken: str) -> None:
    head = f'<script type="application/ld+json">{broken}</script>'
    assert extract(page(head)).page_dates == ()


@pytest.mark.parametrize("charset", ["windows-1256", "iso-8859-6", "utf-8"])
def test_a_page_is_read_in_the_encoding_it_declares(charset: str) -> None:
    document = read_page(page(charset=charset).encode(charset, "xmlcharrefreplace"), "bridge")
    assert PARAGRAPHS[0] in document.text


def test_a_page_that_declares_the_wrong_encoding_is_read_by_its_bytes() -> None:
    assert PARAGRAPHS[0] in read_page(page(charset="windows-1256").encode(), "bridge").text


def test_an_xml_declaration_does_no_harm() -> None:
    raw = f'<?xml version="1.0" encoding="utf-8"?>\n{page()}'.encode()
    assert PARAGRAPHS[1] in read_page(raw, "bridge").text


@pytest.mark.parametrize("empty", ["<html><body></body></html>", "<p></p>", "كلمات بلا صفحة"])
def test_a_page_without_a_report_says_so(empty: str) -> None:
    with pytest.raises((EmptyError, UnreadableError)):
        extract(empty)


def test_nothing_is_fetched_and_nothing_is_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    extract(page(META + JSON_LD))
    assert capsys.readouterr() == ("", "")


def test_deep_nesting_gives_a_text_or_a_reason() -> None:
    with suppress(EmptyError, UnreadableError):
        assert extract("<div>" * 20_000 + PARAGRAPHS[0]).text


@given(st.text(alphabet="<>/!-=\"' pdivahreftml\nخبر&;#", max_size=200))
def test_any_soup_gives_a_text_or_a_reason(soup: str) -> None:
    with suppress(EmptyError, UnreadableError):
        assert extract(f"<html><body>{soup}</body></html>").text.strip()
