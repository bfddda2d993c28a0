"""Chains: the way from the printed page back to who first said it."""

from __future__ import annotations

from tawatur.attribute.lexicon import Lexicon, lexicon
from tawatur.attribute.speakers import Speaker
from tawatur.attribute.words import key
from tawatur.lang.letters import fold
from tawatur.mark.page import Page
from tawatur.model import Document, Link, Marks, Span

Chain = tuple[Link, ...]


def page_chain(document: Document) -> Chain:
    """Give the chain of what a document says in its own voice: its outlet, and the agency it credits.

    The outlet's words are empty where the outlet is not known.

    >>> [link.words for link in page_chain(Document.of(name="d", text="", outlet="الخليج"))]
    ['الخليج']
    """
    outlet = Link(kind="outlet", words=document.outlet or "")
    byline = (document.byline or "").split("(")[0].strip()
    rows = lexicon().speakers
    words = [key(word) for word in byline.replace("-", " ").split()]
    credits_agency = any(word in rows and rows[word].class_ == "agency" for word in words)
    # an agency's own page credits nobody: «وكالة رافد الشمال» above its own report
    if not credits_agency or (outlet.words and _plain(outlet.words) in _plain(byline)):
        return (outlet,)
    return outlet, Link(kind="agency", words=byline)


def chain_at(marks: Marks, document: Document, start: int, end: int) -> Chain:
    """Give the chain of the innermost attribution whose claim holds a stretch of text.

    Where none does, the outlet itself says so. Offsets are code points of the document's text.

    >>> from tawatur.attribute import attribute
    >>> from tawatur.model import Marked
    >>> document = Document.of(name="d", text="وقالت وزارة الصحة إن الجرحى تسعة.")
    >>> marked = attribute(Marked(document=document, marks=Marks(document=document.id)))
    >>> [link.words for link in chain_at(marked.marks, document, 21, 27)]
    ['', 'وزارة الصحة']
    """
    place = Span(start, end)
    holding = [said for said in marks.attributions if said.claim.covers(place)]
    inner = min(holding, key=lambda said: (len(said.claim), -len(said.chain)), default=None)
    return page_chain(document) if inner is None else inner.chain


def link_of(page: Page, speaker: Speaker, class_: str, known: Lexicon) -> Link:
    """Make the link of a speaker; its words are the name, without «بيان لـ»."""
    row = known.classes.get(class_)
    span = page.text.span(speaker.name_start, speaker.end)
    return Link(
        kind=row.link if row is not None else "unnamed",
        words=span.of(page.raw),
        start=span.start,
        end=span.end,
        anonymous=speaker.anonymous,
    )


def through(chain: Chain, page: Page, medium: Speaker | None, known: Lexicon) -> Chain:
    """Lengthen a chain by the outlet that somebody spoke to, if it is not the one that prints."""
    if medium is None:
        return chain
    link = link_of(page, medium, medium.class_, known)
    printed = {_plain(before.words) for before in chain}
    return chain if _plain(link.words) in printed else (*chain, link)


def _plain(words: str) -> str:
    return fold(words).strip(" \"'«»“”‹›()").removeprefix("ال")
