"""One page that stands alone: events, who says so, and the words themselves."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from itertools import groupby

from tawatur.keep.record import Record
from tawatur.model import Event
from tawatur.show.calendar import calendar_panel
from tawatur.show.cards import card
from tawatur.show.dates import is_dated, when_in_words
from tawatur.show.documents import reader
from tawatur.show.html import Markup, in_both, joined, says, tag
from tawatur.show.labels import Language, label, language_of
from tawatur.show.masthead import filters, foot, masthead
from tawatur.show.sheet import Sheet


def brief(record: Record, *, lang: str = "ar", names: bool = True) -> str:
    """Write a record as one HTML page, right to left, that asks nothing of the network.

    `lang` is the interface that shows first, «ar» or «en»; the page switches between them.
    Without `names`, persons stay unnamed in titles, cards and chains; the quoted sentences and the
    documents' texts keep their names, and the page says so.

    Raises:
        SetupError: the interface does not speak `lang`.
    """
    first = language_of(lang)
    sheet = Sheet.of(record, names=names)
    page = tag(
        "html",
        _head(first),
        tag(
            "body",
            tag("a", says("page.skip"), href="#events", class_="skip"),
            tag(
                "div",
                tag(
                    "div",
                    masthead(sheet),
                    tag("main", _events(sheet, first), calendar_panel(sheet)),
                    foot(sheet),
                    class_="column",
                ),
                reader(sheet),
                class_="page",
            ),
            tag("a", says("filter.back"), href="#events", id="back", hidden=True),
            tag("script", Markup(_static("brief.js"))),
        ),
        lang=first,
        dir="rtl" if first == "ar" else "ltr",
    )
    return f"<!doctype html>\n{page}\n"


@cache
def _static(name: str) -> str:
    return (files("tawatur.show") / "static" / name).read_text(encoding="utf-8")


def _allowed(content: str) -> str:
    """Name a script or a style in the page's policy, by its hash."""
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _head(lang: Language) -> Markup:
    policy = (
        "default-src 'none'",
        f"style-src {_allowed(_static('brief.css'))}",
        f"script-src {_allowed(_static('brief.js'))}",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    )
    title = {one: f"{label('page.name', one)} · {label('page.title', one)}" for one in ("ar", "en")}
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content="; ".join(policy)),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", title[lang], data_ar=title["ar"], data_en=title["en"]),
        tag("link", rel="icon", href="data:,"),
        tag("style", Markup(_static("brief.css"))),
    )


def _events(sheet: Sheet, lang: Language) -> Markup:
    numbered = list(enumerate(sheet.lookup.events, 1))
    dated = [pair for pair in numbered if is_dated(pair[1].when)]
    undated = [pair for pair in numbered if not is_dated(pair[1].when)]
    return tag(
        "section",
        tag("h2", says("page.events"), id="events", tabindex="-1"),
        filters(sheet, lang) if numbered else tag("p", says("page.no_events"), class_="note"),
        _days(dated, sheet),
        _undated(undated, sheet),
        class_="events",
        aria_labelledby="events",
    )


def _days(dated: list[tuple[int, Event]], sheet: Sheet) -> Markup:
    """Write the dated events, those of one day together."""
    return joined(
        _day(list(pairs), sheet)
        for _, pairs in groupby(dated, key=lambda pair: (pair[1].when.begins, pair[1].when.ends))
    )


def _day(pairs: list[tuple[int, Event]], sheet: Sheet) -> Markup:
    when = pairs[0][1].when
    return tag(
        "div",
        tag(
            "h3",
            tag(
                "time",
                in_both(lambda lang: when_in_words(when, lang)),
                datetime=when.day.isoformat() if when.day else None,
            ),
            class_="day-of",
        ),
        (card(event, number, sheet, heading="h4") for number, event in pairs),
        class_="group",
    )


def _undated(undated: list[tuple[int, Event]], sheet: Sheet) -> Markup | None:
    if not undated:
        return None
    return tag(
        "section",
        tag("h2", says("page.undated"), id="undated"),
        tag("p", says("page.undated_more"), class_="remark"),
        (card(event, number, sheet, heading="h3") for number, event in undated),
        class_="group undated",
        aria_labelledby="undated",
    )
