"""An event as a card."""

from __future__ import annotations

from tawatur.model import Claim, Contradiction, Event, Side, When
from tawatur.show.chart import amount_charts
from tawatur.show.claims import claim_row
from tawatur.show.dates import is_dated, when_in_words
from tawatur.show.html import Markup, bdi, counts, direction, in_both, joined, says, tag
from tawatur.show.labels import known, slot_key
from tawatur.show.sheet import Sheet, separated

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
        data_story=event.story,
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
        None if event.status == "happened" else _status(event.status),
        tag(
            "a",
            tag("span", says("card.grade"), " ", class_="aside"),
            event.grade,
            class_=f"grade {event.grade}",
            href=f"#grade-{event.grade}",
        ),
        class_="top",
    )


def _status(name: str) -> Markup:
    return tag("span", says(f"status.{name}"), class_=f"status {name}")


def _title(event: Event, sheet: Sheet) -> Markup:
    claims = sheet.lookup.claims_of(event.claims)
    address = next(
        (link for c in claims if (link := sheet.anchors.link(c.document, c.start, c.end))), None
    )
    title = bdi(sheet.lookup.veil.over(event.title), "ar")
    return tag("a", title, href=address) if address else title


def _facts(event: Event, sheet: Sheet) -> Markup:
    rows = (
        ("card.when", _when(event, sheet)),
        ("card.where", sheet.names([event.place] if event.place else event.places)),
        ("card.who", sheet.names(event.actors)),
        ("card.whom", sheet.names(event.recipients)),
        ("card.part_of", _whole(event, sheet)),
    )
    return tag(
        "dl",
        (
            tag("div", tag("dt", says(key)), tag("dd", said), class_=key.partition(".")[2])
            for key, said in rows
            if said is not None
        ),
        class_="facts",
    )


def _whole(event: Event, sheet: Sheet) -> Markup | None:
    found = sheet.lookup.event(event.part_of)
    return tag("a", sheet.words(found[1].title), href=f"#e{found[0]}") if found else None


def _when(event: Event, sheet: Sheet) -> Markup | None:
    """Say what the date rests on; one that is not in the heading above is written out, too."""
    said = None if is_dated(event.when) else _bounds(event.when)
    if not event.when.because:
        return joined(said, _unbounded()) if said else None
    return tag(
        "details",
        tag("summary", said, tag("span", says("when.why"), class_="ask")),
        sheet.because(event.when.because),
        class_="why",
    )


def _bounds(when: When) -> Markup:
    return tag("time", in_both(lambda lang: when_in_words(when, lang)))


def _unbounded() -> Markup:
    return tag("span", says("when.nothing"), class_="ask-none")


def _carried(event: Event) -> Markup:
    """Say how many reports and how many origins: never the same thing."""
    dots = None
    if event.reports <= DOTS:
        dots = tag(
            "span",
            (
                tag("i", class_="origin" if n < event.origins else "report")
                for n in range(event.reports)
            ),
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
    return tag(
        "div",
        tag(
            "p",
            tag("b", says(f"kind.{one.kind}")),
            tag("span", says(slot_key(one.slot))),
            class_="kind",
        ),
        _sides(one, sheet),
        sheet.because(one.because) if one.because else None,
        class_=f"contradiction {one.kind}",
    )


def _sides(one: Contradiction, sheet: Sheet) -> Markup:
    """Write the sides beside each other; when the same claims hold them all, in one line."""
    if len({side.claims for side in one.values}) == 1 < len(one.values):
        return tag("p", separated(tag("b", _value(side, sheet)) for side in one.values))
    return tag("ul", (_side(side, sheet) for side in one.values), class_="sides")


def _value(side: Side, sheet: Sheet) -> Markup:
    status = f"status.{side.value}"
    return says(status) if known(status) else sheet.words(side.value)


def _side(side: Side, sheet: Sheet) -> Markup:
    """Write one side: its value, who prints it, and the first claim that holds it."""
    return tag(
        "li",
        tag("b", _value(side, sheet)),
        tag("span", sheet.outlets(side.claims), class_="by"),
        (_quoted(claim, sheet) for claim in sheet.lookup.claims_of(side.claims)[:1]),
    )


def _quoted(claim: Claim, sheet: Sheet) -> Markup | None:
    document = sheet.lookup.documents.get(claim.document)
    if document is None:
        return None
    words = " ".join(document.text[claim.start : claim.end].split())
    quote = tag("q", words, lang=document.language, dir=direction(document.language))
    return tag("a", quote, href=sheet.anchors.link(claim.document, claim.start, claim.end))


def _claims(event: Event, sheet: Sheet) -> Markup:
    claims = sheet.lookup.claims_of(event.claims)
    return tag(
        "details",
        tag(
            "summary",
            says("card.said"),
            " ",
            tag("span", counts("claims", len(claims)), class_="count"),
        ),
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
        # What the grade rests on first; what joined each claim to the others can be long.
        sheet.because(sorted(event.because, key=lambda reason: reason.rule == "one happening")),
        class_="why merged",
    )
