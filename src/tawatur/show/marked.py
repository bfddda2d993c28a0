"""A document's text with its cited words marked, every code point once and in place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from tawatur.model import Document, Span
from tawatur.show.anchors import Anchors, Cited
from tawatur.show.html import Markup, joined, safe, tag


class Stretch(NamedTuple):
    """A stretch to be marked: where, how it looks, its anchor and the events that rest on it."""

    span: Span
    look: str
    anchor: str | None = None
    events: tuple[int, ...] = ()


def marked_text(document: Document, anchors: Anchors) -> Markup:
    """Write a document's text with its cited stretches and its furniture marked."""
    cited = anchors.cited.get(document.id, {})
    stretches = [Stretch(span, "furniture") for span in document.furniture]
    stretches += (_stretch(document.id, span, how, anchors) for span, how in cited.items())
    return joined(_pieces(document.text, stretches))


def _stretch(document: str, span: Span, cited: Cited, anchors: Anchors) -> Stretch:
    look = " ".join(f"on-{how}" for how in sorted(cited.how))
    return Stretch(span, look, anchors.name(document, span), tuple(sorted(cited.events)))


def _pieces(text: str, stretches: Iterable[Stretch]) -> Iterator[Markup]:
    """Cut the text where a stretch begins or ends; what crosses is closed and opened again."""
    begin: Mapping[int, list[Stretch]] = defaultdict(list)
    for stretch in stretches:
        if len(stretch.span) and stretch.span.end <= len(text):
            begin[stretch.span.start].append(stretch)
    open_now: list[Stretch] = []
    cuts = sorted({0, len(text), *begin, *(s.span.end for group in begin.values() for s in group)})
    for place, following in zip(cuts, [*cuts[1:], len(text)], strict=True):
        ending = [n for n, stretch in enumerate(open_now) if stretch.span.end == place]
        if ending:
            again = [stretch for stretch in open_now[ending[0] :] if stretch.span.end > place]
            for stretch in reversed(open_now[ending[0] :]):
                yield _close(stretch, place)
            open_now = open_now[: ending[0]] + again
            yield from (_open(stretch, again=True) for stretch in again)
        for stretch in sorted(begin.get(place, ()), key=lambda s: (-s.span.end, s.look)):
            open_now.append(stretch)
            yield _open(stretch)
        yield safe(text[place:following])


def _open(stretch: Stretch, *, again: bool = False) -> Markup:
    """Open a mark; a piece that goes on after a crossing has no id of its own."""
    if stretch.anchor is None:
        return Markup(f'<span class="{stretch.look}">')
    id_ = "" if again else f' id="{stretch.anchor}"'
    return Markup(f'<mark class="{stretch.look}"{id_} data-words="{stretch.anchor}">')


def _close(stretch: Stretch, place: int) -> Markup:
    """Close a mark; where the stretch itself ends, the numbers of its events lead back."""
    if stretch.anchor is None:
        return Markup("</span>")
    back = _numbers(stretch.events) if stretch.span.end == place else None
    return joined(Markup("</mark>"), back)


def _numbers(events: tuple[int, ...]) -> Markup:
    """Lead back to the events. The style writes the numbers: the text stays the document's."""
    return joined(
        tag("a", href=f"#e{number}", class_="back", data_number=number, aria_label=f"↑ {number}")
        for number in events
    )
