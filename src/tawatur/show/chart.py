"""Rival values of an amount, drawn as intervals beside the outlets that print them."""

from __future__ import annotations

from tawatur.model import AmountValue, Event, EventAmount, When
from tawatur.show.amounts import in_order, interval
from tawatur.show.dates import order_in_time
from tawatur.show.html import Markup, says, tag
from tawatur.show.sheet import Sheet

OPEN = 1.35
"""How far an open end is drawn beyond the largest number, so that it reads as going on."""


def amount_charts(event: Event, sheet: Sheet) -> Markup | None:
    """Draw each amount of an event."""
    if not event.amounts:
        return None
    return tag(
        "section",
        tag("p", says("card.amounts"), class_="eyebrow"),
        (_chart(what, amount, sheet) for what, amount in in_order(event.amounts)),
        class_="amounts",
    )


def _chart(what: str, amount: EventAmount, sheet: Sheet) -> Markup:
    values = sorted(amount.values, key=lambda value: _printed(value, sheet))
    if len(values) == 1:
        return _single(what, values[0], sheet)
    widest = max([1, *(value.high or value.low * OPEN for value in values)])
    return tag(
        "figure",
        tag("figcaption", says(f"what.{what}"), " ", tag("b", interval(amount), dir="ltr")),
        tag("ul", (_row(value, amount, widest, sheet) for value in values), class_="values"),
        class_="amount",
    )


def _single(what: str, value: AmountValue, sheet: Sheet) -> Markup:
    """Write an amount that nobody disputes in one line."""
    return tag(
        "p",
        says(f"what.{what}"),
        " ",
        _number(value, sheet),
        " ",
        tag("span", sheet.outlets(value.claims), class_="by"),
        class_="amount",
    )


def _number(value: AmountValue, sheet: Sheet) -> Markup:
    """Write a value, leading to the words it was read from."""
    claims = sheet.lookup.claims_of(value.claims)
    number = tag("b", interval(value), dir="ltr")
    address = (
        sheet.anchors.link(claims[0].document, claims[0].start, claims[0].end) if claims else None
    )
    return tag("a", number, href=address) if address else number


def _printed(value: AmountValue, sheet: Sheet) -> tuple[object, ...]:
    """Sort values by this: the order in which they were printed shows how a number grew."""
    claims = sheet.lookup.claims_of(value.claims)
    first = sheet.lookup.documents.get(claims[0].document) if claims else None
    return (*order_in_time(first.published if first else When()), value.low)


def _row(value: AmountValue, amount: EventAmount, widest: float, sheet: Sheet) -> Markup:
    is_best = amount.best is not None and value.low == amount.best == value.high
    return tag(
        "li",
        _number(value, sheet),
        _bar(value, widest),
        tag(
            "span",
            sheet.outlets(value.claims),
            tag("em", says("card.latest")) if is_best else None,
            class_="by",
        ),
        class_="best" if is_best else None,
    )


def _bar(value: AmountValue, widest: float) -> Markup:
    """Draw one value: a point for a number, a bar for an interval, no end for an open one."""
    low = 100 * value.low / widest
    high = 100 if value.high is None else 100 * value.high / widest
    width = max(high - low, 1.5)
    return tag(
        "svg",
        tag("line", x1="0", x2="100", y1="5", y2="5", class_="axis"),
        tag("line", x1="0", x2=f"{low:.1f}", y1="5", y2="5", class_="reach"),
        tag(
            "rect",
            x=f"{min(low, 100 - width):.1f}",
            y="2" if value.high == value.low else "3",
            width=f"{width:.1f}",
            height="6" if value.high == value.low else "4",
            class_="open" if value.high is None else "value",
        ),
        viewBox="0 0 100 10",
        preserveAspectRatio="none",
        aria_hidden="true",
    )
