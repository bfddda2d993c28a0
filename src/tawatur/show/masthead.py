"""The top of a brief: what it is, how much there is, how to read it, how to narrow it down."""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.model import When
from tawatur.show.dates import is_dated, when_in_words
from tawatur.show.html import Markup, counts, in_attributes, in_both, joined, says, tag
from tawatur.show.labels import Language, label
from tawatur.show.sheet import Sheet

GRADES = ("A", "B", "C", "D", "E")


def masthead(sheet: Sheet) -> Markup:
    """Write the header."""
    record = sheet.record
    contradictions = sum(len(event.contradictions) for event in record.events)
    return tag(
        "header",
        tag(
            "div",
            tag("p", says("page.name"), class_="name"),
            tag("button", says("page.language"), id="language", type="button", class_="js"),
            class_="bar",
        ),
        tag("h1", says("page.title")),
        tag(
            "ul",
            _period(sheet),
            tag("li", counts("documents", len(record.documents))),
            tag("li", counts("claims", len(record.claims))),
            tag("li", counts("events", len(record.events))),
            tag("li", counts("contradictions", contradictions)),
            tag("li", tag("a", counts("troubles", len(record.troubles)), href="#troubles"))
            if record.troubles
            else None,
            class_="counts",
        ),
        tag("p", says("page.method"), class_="method"),
        None if record.manifest.complete else tag("p", says("page.incomplete"), class_="note"),
        tag("p", says("page.names_hidden"), class_="note") if sheet.lookup.veil.is_drawn else None,
        _legend(),
        class_="masthead",
    )


def _period(sheet: Sheet) -> Markup | None:
    """Say between which days the dated events lie."""
    whens = [event.when for event in sheet.record.events if is_dated(event.when)]
    begins = [when.begins for when in whens if when.begins is not None]
    ends = [when.ends for when in whens if when.ends is not None]
    if not begins or not ends:
        return None
    period = When(begins=min(begins), ends=max(ends))
    return tag("li", in_both(lambda lang: when_in_words(period, lang)), class_="period")


def _legend() -> Markup:
    return tag(
        "details",
        tag("summary", says("page.grades")),
        tag("p", says("page.grades_more")),
        tag(
            "dl",
            (
                tag(
                    "div",
                    tag("dt", grade, class_=f"grade {grade}", id=f"grade-{grade}"),
                    tag("dd", says(f"grade.{grade}")),
                )
                for grade in GRADES
            ),
        ),
        class_="legend",
    )


def filters(sheet: Sheet, lang: Language) -> Markup:
    """Write the controls that narrow the events down; they work where scripts do."""
    types = sorted({event.type for event in sheet.record.events})
    grades = sorted({event.grade for event in sheet.record.events})
    return tag(
        "form",
        tag(
            "input",
            type="search",
            id="search",
            autocomplete="off",
            **in_attributes("placeholder", "filter.search", lang),
            **in_attributes("aria-label", "filter.search", lang),
        ),
        _choice("type", "filter.every_type", (_type_option(one, lang) for one in types), lang),
        _stories(sheet, lang),
        tag(
            "span",
            map(_grade_switch, grades),
            class_="grades",
            role="group",
            **in_attributes("aria-label", "card.grade", lang),
        ),
        tag("output", "", id="found", aria_live="polite", dir="ltr"),
        tag("button", says("filter.clear"), type="button", id="clear"),
        class_="filters js",
        role="search",
        **in_attributes("aria-label", "filter.name", lang),
    )


def _choice(name: str, every: str, options: Iterable[Markup], lang: Language) -> Markup:
    """Write a list to choose from; its id names the card's attribute that it looks at."""
    first = tag("option", label(every, lang), value="", **_texts(every))
    return tag(
        "select", first, options, id=name, **in_attributes("aria-label", f"filter.{name}", lang)
    )


def _type_option(type_: str, lang: Language) -> Markup:
    key = f"type.{type_}"
    return tag("option", label(key, lang), value=type_, **_texts(key))


def _stories(sheet: Sheet, lang: Language) -> Markup | None:
    """Let the reader choose a story where there are several."""
    stories = sheet.record.stories
    if len(stories) < 2:
        return None
    options = (
        tag("option", sheet.lookup.veil.over(one.title), value=one.id, lang="ar") for one in stories
    )
    return _choice("story", "filter.every_story", options, lang)


def _grade_switch(grade: str) -> Markup:
    return tag(
        "button",
        grade,
        type="button",
        aria_pressed="true",
        data_grade=grade,
        class_=f"grade {grade}",
    )


def _texts(key: str) -> dict[str, str]:
    """Carry a text in both languages for the script to choose from."""
    return {"data_ar": label(key, "ar"), "data_en": label(key, "en")}


def foot(sheet: Sheet) -> Markup:
    """Write the bottom: what was set aside, and what made the page."""
    return joined(
        _troubles(sheet),
        tag(
            "footer",
            says("page.made"),
            " ",
            tag("bdi", f"Tawatur {sheet.record.manifest.version}", lang="en", dir="ltr"),
            ". ",
            says("page.alone"),
        ),
    )


def _troubles(sheet: Sheet) -> Markup | None:
    if not sheet.record.troubles:
        return None
    return tag(
        "section",
        tag("h2", says("page.troubles"), id="troubles"),
        tag(
            "ul",
            (
                tag(
                    "li",
                    tag("b", tag("bdi", one.file, dir="auto")),
                    " ",
                    tag("bdi", one.message, dir="auto"),
                )
                for one in sheet.record.troubles
            ),
        ),
        class_="troubles",
        aria_labelledby="troubles",
    )
