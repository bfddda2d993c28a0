"""What every part of a brief needs while it is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tawatur.model import Reason
from tawatur.show.anchors import Anchors
from tawatur.show.html import Markup, bdi, in_both, joined, says, tag
from tawatur.show.labels import Language, known
from tawatur.show.lookup import Lookup
from tawatur.show.sentences import Sentences
from tawatur.keep.record import Record
from tawatur.show.veil import NO_VEIL, Veil


@dataclass(frozen=True, slots=True)
class Sheet:
    """A record with its lookups, its anchors and the veil over persons' names."""

    record: Record
    lookup: Lookup
    anchors: Anchors
    sentences: Sentences
    veil: Veil

    @classmethod
    def of(cls, record: Record, *, names: bool = True) -> Sheet:
        """Prepare a record for writing; without `names`, persons stay unnamed."""
        lookup = Lookup.of(record)
        return cls(
            record=record,
            lookup=lookup,
            anchors=Anchors.of(record, lookup),
            sentences=Sentences(),
            veil=NO_VEIL if names else Veil(record.entities),
        )

    def words(self, words: str) -> Markup:
        """Write words of the record, with persons' names under the veil."""
        return bdi(self.veil.over(words))

    def names(self, entities: Iterable[str]) -> Markup | None:
        """Name entities, in each interface's language; null where none has a name."""
        found = [entity for entity in entities if self.lookup.name(entity, "ar")]
        if not found:
            return None
        if all(self.lookup.name(one, "ar") == self.lookup.name(one, "en") for one in found):
            return self._listed(found, "ar")
        return in_both(lambda lang: self._listed(found, lang))

    def _listed(self, entities: list[str], lang: Language) -> Markup:
        comma = "، " if lang == "ar" else ", "
        return joined(
            (None if n == 0 else comma, self._name(entity, lang)) for n, entity in enumerate(entities)
        )

    def _name(self, entity: str, lang: Language) -> Markup:
        if entity in self.veil.persons:
            return says("page.person")
        return bdi(self.lookup.name(entity, lang) or "")

    def because(self, reasons: Iterable[Reason]) -> Markup:
        """List reasons, each leading to its words."""
        return tag("ol", (self._reason(reason) for reason in reasons), class_="because")

    def _reason(self, reason: Reason) -> Markup:
        document = self.lookup.documents.get(reason.document or "")
        words = tag("q", bdi(reason.words, document.language if document else None))
        address = self.anchors.link(reason.document, reason.start, reason.end)
        where = None if document is None else tag("cite", bdi(document.outlet or document.name))
        return tag(
            "li",
            tag("span", says(f"rule.{reason.rule}"), class_="rule")
            if known(f"rule.{reason.rule}")
            else tag("code", reason.rule.replace("_", " "), class_="rule", lang="en", dir="ltr"),
            " ",
            words if address is None else tag("a", words, href=address),
            None if where is None else (" ", where),
        )

