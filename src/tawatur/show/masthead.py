"""The top of a brief: what it is, how much there is, how to read it, how to narrow it down."""

from __future__ import annotations

from tawatur.show.html import Markup, counts, joined, says, tag
from tawatur.show.labels import Language, label
from tawatur.show.sheet import Sheet

GRADES = ("A", "B", "C", "D", "E")


def masthead(sheet: Sheet) -> Markup:
    """Write the header."""
    record = sheet.record
    origins = sum(event.origins for event in record.events)
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
            tag("li", counts("documents", len(record.documents))),
            tag("li", counts("events", len(record.events))),
            tag("li", counts("origins", origins)),
            tag("li", counts("contradictions", contradictions)),
            tag("li", tag("a", counts("troubles", len(record.troubles)), href="#troubles"))
            if record.troubles
            else None,
            class_="counts",
        ),
        tag("p", says("page.method"), class_="method"),
        None if record.manifest.complete else tag("p", says("page.incomplete"), class_="note"),
        tag("p", says("page.names_hidden"), class_="note") if sheet.veil.persons else None,
        _legend(),
        class_="masthead",
    )


def _legend() -> Markup:
    return tag(
        "details",
        tag("summary", says("page.grades")),
        tag("p", says("page.grades_more")),
        tag(
            "dl",
            (
                tag("div", tag("dt", grade, class_=f"grade {grade}"), tag("dd", says(f"grade.{grade}")))
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
            **_in_attributes("placeholder", "filter.search", lang),
            **_in_attributes("aria-label", "filter.search", lang),
        ),
        tag(
            "select",
            tag("option", label("filter.every_type", lang), value="", **_texts("filter.every_type")),
            (tag("option", label(f"type.{one}", lang), value=one, **_texts(f"type.{one}")) for one in types),
            id="type",
            **_in_attributes("aria-label", "filter.type", lang),
        ),
        tag(
            "span",
            (
                tag("button", one, type="button", aria_pressed="true", data_grade=one, class_=f"grade {one}")
                for one in grades
            ),
            class_="grades",
            role="group",
            **_in_attributes("aria-label", "card.grade", lang),
        ),
        tag("output", "", id="found", aria_live="polite", dir="ltr"),
        tag("button", says("filter.clear"), type="reset", id="clear"),
        class_="filters js",
        role="search",
        **_in_attributes("aria-label", "filter.name", lang),
    )


def _texts(key: str) -> dict[str, str]:
    """Carry a text in both languages for the script to choose from."""
    return {"data_ar": label(key, "ar"), "data_en": label(key, "en")}


def _in_attributes(name: str, key: str, lang: Language) -> dict[str, str]:
    """Carry an attribute in both languages."""
    short = name.removeprefix("aria-")
    return {
        name.replace("-", "_"): label(key, lang),
        f"data_{short}_ar": label(key, "ar"),
        f"data_{short}_en": label(key, "en"),
    }


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
                tag("li", tag("b", tag("bdi", one.file, dir="auto")), " ", tag("bdi", one.message, dir="auto"))
                for one in sheet.record.troubles
            ),
        ),
        class_="troubles",
        aria_labelledby="troubles",
    )
