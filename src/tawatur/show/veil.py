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

    A proclitic written with the name stays («وللدرباس» → «ول(شخص)»).
    """

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.persons = frozenset(entity.id for entity in entities if entity.kind == "person")
        names = {
            name.text
            for entity in entities
            if entity.id in self.persons
            for name in entity.names
            if len(name.text) >= SHORTEST
        }
        pattern = rf"(?<!\p{{L}})(?:[وف]?[بلك]?){any_of(names)}(?!\p{{L}})" if names else None
        self._names = regex.compile(any_of(names)) if names else None
        self._words = regex.compile(pattern) if pattern else None

    def over(self, words: str) -> str:
        """Leave the persons' names out of `words`."""
        if self._words is None or self._names is None:
            return words
        text = Text(words)
        pieces, done = [], 0
        for found in self._words.finditer(text.folded):
            name = self._names.search(text.folded, found.start())
            if name is None:
                continue
            span = text.span(*name.span())
            pieces += [words[done : span.start], HIDDEN]
            done = span.end
        return "".join([*pieces, words[done:]])


NO_VEIL = Veil(())
"""Hides nothing."""
