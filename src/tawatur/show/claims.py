"""A claim on a card: its sentence, quoted and linked, and the chain of who says so."""

from __future__ import annotations

from tawatur.model import Claim, Document, Event, Link, Span
from tawatur.show.amounts import interval
from tawatur.show.dates import when_in_words
from tawatur.show.html import Markup, bdi, direction, in_both, joined, safe, says, tag
from tawatur.show.sheet import Sheet


def claim_row(claim: Claim, event: Event, sheet: Sheet) -> Markup:
    """Write one claim of an event."""
    document = sheet.lookup.documents.get(claim.document)
    if document is None:
        return Markup()
    return tag(
        "li",
        _printed(document),
        _quotation(claim, document, sheet),
        _differing(claim, event),
        chain(claim, sheet),
        class_="claim",
    )


def _printed(document: Document) -> Markup:
    """Say who printed it and when, as far as it is known."""
    when = document.published
    day = None
    if when.begins or when.ends:
        day = tag("span", in_both(lambda lang: when_in_words(when, lang)), class_="day")
    return tag("p", tag("cite", bdi(document.outlet or document.name)), day, class_="printed")


def _quotation(claim: Claim, document: Document, sheet: Sheet) -> Markup:
    whole = sheet.sentences.around(document, Span(claim.start, claim.end))
    text = document.text
    quoted = joined(
        _ellipsis(text, whole.start, -1),
        _one_line(text[whole.start : claim.start]),
        tag("mark", _with_trigger(claim, text)),
        _one_line(text[claim.end : whole.end]),
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


def _ellipsis(text: str, start: int, before: int) -> str | None:
    """Show that a quotation begins inside a sentence."""
    inside = start > 0 and text[start + before] == " " and text[:start].rstrip()[-1:].isalpha()
    return "… " if inside else None


def _differing(claim: Claim, event: Event) -> Markup | None:
    """Say where the claim is not what the event is, and its numbers."""
    said: list[Markup] = []
    if claim.status != event.status:
        said.append(tag("span", says(f"status.{claim.status}"), class_=f"status {claim.status}"))
    said += (
        tag("span", tag("b", interval(amount), dir="ltr"), " ", says(f"what.{amount.what}"))
        for amount in claim.amounts
    )
    return tag("p", said, class_="facts") if said else None


def chain(claim: Claim, sheet: Sheet) -> Markup:
    """Write the chain from the outlet back to the first speaker."""
    if not claim.chain:
        return tag("p", says("chain.none"), class_="chain none")
    arrow = tag("span", says("chain.from"), class_="arrow")
    steps = [_step(link, claim.document, sheet) for link in claim.chain]
    return tag(
        "ol",
        (tag("li", None if n == 0 else arrow, step) for n, step in enumerate(steps)),
        class_="chain",
    )


def _step(link: Link, document: str, sheet: Sheet) -> Markup:
    address = sheet.anchors.link(document, link.start, link.end)
    words = says("page.person") if _is_hidden(link, sheet) else sheet.words(link.words)
    marks = f"link {link.kind}" + (" unnamed" if link.anonymous else "")
    return joined(
        tag(
            "a" if address else "span",
            tag("small", says(f"link.{link.kind}")),
            " ",
            words,
            None if not link.hedged else tag("em", says("chain.hedged")),
            class_=marks,
            href=address,
        )
    )


def _is_hidden(link: Link, sheet: Sheet) -> bool:
    return bool(sheet.veil.persons) and (
        link.kind == "person" or (link.entity or "") in sheet.veil.persons
    )
