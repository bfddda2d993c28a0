"""Hedges: words by which a report keeps its distance from what it reports."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.attribute.lexicon import Lexicon
from tawatur.attribute.words import Word, unjoined

_LONGEST = 4


def has_hedge(words: Sequence[Word], where: str, lexicon: Lexicon) -> bool:
    """Tell whether a hedge of the given place stands among the words."""
    for at, word in enumerate(words):
        for first in (*unjoined(word.text), word.text.removesuffix("هم")):
            texts = (first, *(following.text for following in words[at + 1 : at + _LONGEST]))
            for length in range(1, len(texts) + 1):
                row = lexicon.hedges.get(texts[:length])
                if row is not None and row.where == where:
                    return True
    return False
