"""An event as a card."""

from __future__ import annotations

from tawatur.model import Contradiction, Event, Side
from tawatur.show.chart import amount_charts
from tawatur.show.claims import claim_row
from tawatur.show.dates import is_dated, when_in_words
from tawatur.show.html import Markup, bdi, counts, direction, in_both, joined, says, tag
from tawatur.show.labels import known
from tawatur.show.sheet import Sheet

FEW = 3
"""Claims that a card shows without being asked."""
DOTS = 12
"""Reports drawn as dots; beyond that the number alone is read faster."""


def card(event: Event, number: int, sheet: Sheet, *, heading: str) -> Markup:
    """Write an event with everything that bears on it, under a heading of the given level."""
    return tag(
        "article",
        _top(event, number),
        tag(heading, _title(event, sheet), id=f"t{number}", class_="title"),
        _facts(event, sheet),
        _carried(event),
        amount_charts(event, sheet),
        _contradictions(event, sheet),
        _claims(event, sheet),
        _why(event, sheet),
        id=f"e{number}",
        class_=f"card {event.status}",
        data_grade=event.grade,
        data_type=event.type,
        aria_labelledby=f"t{number}",
        tabindex="-1",
    )


def _top(event: Event, number: int) -> Markup:
    modes = [tag("span", says(f"mode.{mode}")) for mode in event.modes]
    return tag(
        "p",
        tag("span", str(number), class_="number", aria_hidden="true"),
        tag("span", says(f"type.{event.type}"), class_="type"),
        tag("span", modes, class_="modes") if modes else None,
        None if event.status == "happened" else status(event.status),
        tag(
            "span",
            tag("span", says("card.grade"), " ", class_="aside"),
            event.grade,
            class_=f"grade {event.grade}",
            title=event.grade,
        ),
        class_="top",
    )


def status(name: str) -> Markup:
    """Write whether something happened."""
    return tag("span", says(f"status.{name}"), class_=f"status {name}")


def _title(event: Event, sheet: Sheet) -> Markup:
    claims = sheet.lookup.claims_of(event.claims)
    address = next(
        (link for c in claims if (link := sheet.anchors.link(c.document, c.start, c.end))), None
    )
    title = bdi(sheet.veil.over(event.title), "ar")
    return tag("a", title, href=address) if address else title


def _facts(event: Event, sheet: Sheet) -> Markup:
    rows = (
        (None, _when(event, sheet)),
        ("card.where", sheet.names([event.place] if event.place else event.places)),
        ("card.who", sheet.names(event.actors)),
        ("card.whom", sheet.names(event.recipients)),
        ("card.part_of", _whole(event, sheet)),
    )
    return tag(
        "dl",
        (
            tag("div", tag("dt", says(key or "line.date")), tag("dd", said), class_=None if key else "when")
            for key, said in rows
            if said is not None
        ),
        class_="facts",
    )


def _whole(event: Event, sheet: Sheet) -> Markup | None:
    for number, whole in enumerate(sheet.lookup.events, 1):
        if whole.id == event.part_of:
            return tag("a", sheet.words(whole.title), href=f"#e{number}")
    return None


def _when(event: Event, sheet: Sheet) -> Markup:
    """Write the date; opened, it shows what the date rests on."""
    day = event.when.day
    said = tag(
        "time",
        in_both(lambda lang: when_in_words(event.when, lang)),
        datetime=None if day is None else day.isoformat(),
    )
    if not event.when.because:
        return joined(said, None if is_dated(event.when) else _unbounded())
    return tag(
        "details",
        tag("summary", said, tag("span", says("when.why"), class_="ask")),
        sheet.because(event.when.because),
        class_="why",
    )


def _unbounded() -> Markup:
    return tag("span", says("when.nothing"), class_="ask-none")


def _carried(event: Event) -> Markup:
    """Say how many reports and how many origins: never the same thing."""
    dots = None
    if event.reports <= DOTS:
        dots = tag(
            "span",
            (tag("i", class_="origin" if n < event.origins else "report") for n in range(event.reports)),
            class_="dots",
            aria_hidden="true",
        )
    return tag(
        "p",
        dots,
        counts("reports", event.reports),
        tag("span", says("card.from"), class_="from"),
        tag("strong", counts("origins", event.origins)),
        class_="carried",
    )


def _contradictions(event: Event, sheet: Sheet) -> Markup | None:
    if not event.contradictions:
        return None
    return tag(
        "section",
        tag("p", says("card.contradictions"), class_="eyebrow"),
        (_contradiction(one, sheet) for one in event.contradictions),
        class_="contradictions",
    )


def _contradiction(one: Contradiction, sheet: Sheet) -> Markup:
    slot = f"slot.{one.slot}" if known(f"slot.{one.slot}") else f"what.{one.slot.split('.')[-1]}"
    return tag(
        "div",
        tag("p", tag("b", says(f"kind.{one.kind}")), tag("span", says(slot)), class_="kind"),
        tag("ul", (_side(side, sheet) for side in one.values), class_="sides"),
        sheet.because(one.because) if one.because else None,
        class_=f"contradiction {one.kind}",
    )


def _side(side: Side, sheet: Sheet) -> Markup:
    claims = sheet.lookup.claims_of(side.claims)
    quotes = []
    for claim in claims[:1]:
        document = sheet.lookup.documents[claim.document]
        words = document.text[claim.start : claim.end].replace("\n", " ")
        quotes.append(
            tag(
                "a",
                tag("q", words, lang=document.language, dir=direction(document.language)),
                href=sheet.anchors.link(claim.document, claim.start, claim.end),
            )
        )
    value = says(f"status.{side.value}") if known(f"status.{side.value}") else sheet.words(side.value)
    outlets = sheet.lookup.outlets(side.claims, "ar")
    return tag(
        "li",
        tag("b", value),
        tag("span", joined((None if n == 0 else "، ", bdi(o)) for n, o in enumerate(outlets)), class_="by"),
        quotes,
    )


def _claims(event: Event, sheet: Sheet) -> Markup:
    claims = sheet.lookup.claims_of(event.claims)
    return tag(
        "details",
        tag("summary", says("card.said"), " ", tag("span", counts("claims", len(claims)), class_="count")),
        tag("ol", (claim_row(claim, event, sheet) for claim in claims), class_="claims"),
        class_="said",
        open=len(claims) <= FEW,
    )


def _why(event: Event, sheet: Sheet) -> Markup | None:
    if not event.because:
        return None
    return tag(
        "details",
        tag("summary", says("card.because")),
        sheet.because(event.because),
        class_="why merged",
    )
