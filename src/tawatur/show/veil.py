"""Persons' names left out of what the page itself says; quotations and texts keep theirs."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from tawatur.lang.rows import any_of
from tawatur.lang.text import Text
from tawatur.model import Entity
from tawatur.show.labels import label

HIDDEN = label("page.person", "ar")
SHORTEST = 3
"""Letters below which a name is too likely to be a part of another word."""


class Veil:
    """Replaces the names of persons in a few words of text.

    A proclitic written with the name stays («وبالدرباس» → «وب(شخص)»). A veil over None is not
    drawn: it hides nothing.
    """

    def __init__(self, entities: Iterable[Entity] | None) -> None:
        persons = [entity for entity in entities or () if entity.kind == "person"]
        self.is_drawn = entities is not None
        self.persons = frozenset(entity.id for entity in persons)
        written = {name.text for entity in persons for name in entity.names}
        names = {name for name in written if len(name) >= SHORTEST}
        self._words = (
            regex.compile(rf"(?<!\p{{L}})(?:[وف]?[بلك]?)({any_of(names)})(?!\p{{L}})")
            if names
            else None
        )

    def over(self, words: str) -> str:
        """Leave the persons' names out of `words`."""
        if self._words is None:
            return words
        text = Text(words)
        pieces, done = [], 0
        for found in self._words.finditer(text.folded):
            span = text.span(*found.span(1))
            pieces += [words[done : span.start], HIDDEN]
            done = span.end
        return "".join([*pieces, words[done:]])


NO_VEIL = Veil(None)
"""Hides nothing."""
