"""A claim on a card: its sentence, quoted and linked, and the chain of who says so."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from tawatur.model import Claim, Document, Event, Link, Span
from tawatur.show.amounts import interval
from tawatur.show.dates import when_in_words
from tawatur.show.html import Markup, bdi, direction, in_both, joined, safe, says, tag
from tawatur.show.sheet import Sheet
from tawatur.show.veil import Veil

_STOP = regex.compile(r"[.!؟?…»”\"]")


def claim_row(claim: Claim, event: Event, sheet: Sheet) -> Markup:
    """Write one claim of an event."""
    document = sheet.lookup.documents.get(claim.document)
    if document is None:
        return Markup()
    return tag(
        "li",
        _printed(claim, event, document),
        _quotation(claim, document, sheet),
        chain(claim, sheet),
        class_="claim",
    )


def _printed(claim: Claim, event: Event, document: Document) -> Markup:
    """Say who printed it and when, as far as it is known, and where it is not what the event is."""
    when = document.published
    known = when.begins or when.ends
    return tag(
        "p",
        tag("cite", bdi(document.outlet or document.name)),
        tag("span", in_both(lambda lang: when_in_words(when, lang))) if known else None,
        _differing(claim, event),
        class_="printed",
    )


def _quotation(claim: Claim, document: Document, sheet: Sheet) -> Markup:
    whole = sheet.sentences.around(document, Span(claim.start, claim.end))
    text = document.text
    quoted = joined(
        "… " if _goes_on(text, whole.start) else None,
        _one_line(text[whole.start : claim.start]),
        tag("mark", _with_trigger(claim, text)),
        _one_line(text[claim.end : whole.end]),
        " …" if _goes_on(text, whole.end) else None,
    )
    address = sheet.anchors.link(claim.document, claim.start, claim.end)
    return tag(
        "blockquote",
        tag("a", quoted, href=address, class_="to-words"),
        lang=document.language,
        dir=direction(document.language),
    )


def _with_trigger(claim: Claim, text: str) -> Markup:
    """Write the claim's own words, the one that names the happening set off."""
    trigger = claim.trigger
    if not (claim.start <= trigger.start < trigger.end <= claim.end):
        return _one_line(text[claim.start : claim.end])
    return joined(
        _one_line(text[claim.start : trigger.start]),
        tag("b", _one_line(trigger.of(text))),
        _one_line(text[trigger.end : claim.end]),
    )


def _one_line(words: str) -> Markup:
    return safe(words.replace("\n", " "))


def _goes_on(text: str, place: int) -> bool:
    """Tell whether a sentence goes on across a place: it was too long to be quoted whole."""
    around = text[max(0, place - 2) : place + 1]
    return 0 < place < len(text) and "\n" not in around and not _STOP.search(around)


def _differing(claim: Claim, event: Event) -> Iterator[Markup]:
    """Say the claim's own status where the event has another one, and its own numbers."""
    if claim.status != event.status:
        yield tag("span", says(f"status.{claim.status}"), class_=f"status {claim.status}")
    for amount in claim.amounts:
        yield tag("span", tag("b", interval(amount), dir="ltr"), " ", says(f"what.{amount.what}"))


def chain(claim: Claim, sheet: Sheet) -> Markup:
    """Write the chain from the outlet back to the first speaker."""
    arrow = tag("span", says("chain.from"), class_="arrow")
    steps = [_step(link, claim.document, sheet) for link in claim.chain]
    return tag(
        "ol",
        (tag("li", None if n == 0 else arrow, step) for n, step in enumerate(steps)),
        tag("li", says("chain.none"), class_="none") if _is_own_voice(claim) else None,
        class_="chain",
    )


def _is_own_voice(claim: Claim) -> bool:
    return all(link.kind == "outlet" for link in claim.chain)


def _step(link: Link, document: str, sheet: Sheet) -> Markup:
    address = sheet.anchors.link(document, link.start, link.end)
    words = sheet.words(link.words) if link.words else says("card.no_outlet")
    marks = f"link {link.kind}" + (" unnamed" if link.anonymous else "")
    return joined(
        tag(
            "a" if address else "span",
            tag("small", says(f"link.{link.kind}")),
            " ",
            says("page.person") if _is_hidden(link, sheet.lookup.veil) else words,
            None if not link.hedged else tag("em", says("chain.hedged")),
            class_=marks,
            href=address,
        )
    )


def _is_hidden(link: Link, veil: Veil) -> bool:
    return veil.is_drawn and (link.kind == "person" or link.entity in veil.persons)
