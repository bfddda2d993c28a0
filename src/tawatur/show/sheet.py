"""What every part of a brief needs while it is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tawatur.keep.record import Record
from tawatur.model import Document, Reason
from tawatur.show.anchors import Anchors
from tawatur.show.html import Markup, bdi, in_both, joined, says, tag
from tawatur.show.labels import Language, known, remark, rule_key
from tawatur.show.lookup import Lookup
from tawatur.show.sentences import Sentences

MANY = 10
"""Reasons that a list shows without being asked."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A record with its lookups, its anchors and its sentences."""

    record: Record
    lookup: Lookup
    anchors: Anchors
    sentences: Sentences

    @classmethod
    def of(cls, record: Record, *, names: bool = True) -> Sheet:
        """Prepare a record for writing; without `names`, persons stay unnamed."""
        lookup = Lookup.of(record, names=names)
        return cls(
            record=record,
            lookup=lookup,
            anchors=Anchors.of(record, lookup),
            sentences=Sentences(),
        )

    def words(self, words: str) -> Markup:
        """Write words of the record, with persons' names under the veil."""
        return bdi(self.lookup.veil.over(words))

    def names(self, entities: Iterable[str]) -> Markup | None:
        """Name entities, in each interface's language; null where none has a name."""
        found = [entity for entity in entities if self.lookup.name(entity, "ar")]
        if not found:
            return None
        if all(self.lookup.name(one, "ar") == self.lookup.name(one, "en") for one in found):
            return self._listed(found, "ar")
        return in_both(lambda lang: self._listed(found, lang))

    def outlets(self, claims: Iterable[str]) -> Markup:
        """Name the outlets that print claims, the earliest first."""
        return separated(bdi(outlet) for outlet in self.lookup.outlets(claims, "ar"))

    def _listed(self, entities: list[str], lang: Language) -> Markup:
        return separated(bdi(self.lookup.name(entity, lang) or "") for entity in entities)

    def because(self, reasons: Iterable[Reason]) -> Markup:
        """List reasons, each leading to its words; a long list waits to be opened."""
        rows = [self._reason(reason) for reason in dict.fromkeys(reasons)]
        more = tag("details", tag("summary", str(len(rows) - MANY)), tag("ol", rows[MANY:]))
        rest = tag("li", more) if len(rows) > MANY else None
        return tag("ol", rows[:MANY], rest, class_="because")

    def _reason(self, reason: Reason) -> Markup:
        document = self.lookup.documents.get(reason.document or "")
        words = self._reason_words(reason, document)
        address = self.anchors.link(reason.document, reason.start, reason.end)
        outlet = None if document is None else tag("cite", bdi(document.outlet or document.name))
        return tag(
            "li",
            tag("span", _rule(reason.rule), class_="rule"),
            " ",
            tag("a", words, href=address) if address else words,
            " ",
            outlet,
        )

    def _reason_words(self, reason: Reason, document: Document | None) -> Markup:
        """Quote the words of a report; what the record itself says is said in both languages."""
        if document is not None and self.lookup.quotes(reason):
            return tag("q", bdi(reason.words, document.language))
        return self.remark(reason.words)

    def remark(self, words: str) -> Markup:
        """Write what the record itself says, in both languages where the interface can."""
        if remark(words, "ar") == remark(words, "en"):
            return self.words(words)
        return in_both(lambda lang: self.lookup.veil.over(remark(words, lang)))


def _rule(rule: str) -> Markup:
    """Name a rule; one that the interface has no words for is shown as the record writes it."""
    key = rule_key(rule)
    return says(key) if known(key) else tag("code", rule.replace("_", " "), lang="en", dir="ltr")


def separated(things: Iterable[Markup]) -> Markup:
    """List things with the comma of each interface's language between them."""
    comma = in_both(lambda lang: "، " if lang == "ar" else ", ")
    return joined((None if n == 0 else comma, thing) for n, thing in enumerate(things))
