"""Hedges: words by which a report keeps its distance from what it reports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from tawatur.attribute.lexicon import Lexicon
from tawatur.attribute.words import Word, unjoined

_LONGEST = 4
"""Words of the longest row of hedges.toml."""


def hedges_in(
    words: Sequence[Word], where: Literal["said", "before"], lexicon: Lexicon
) -> list[int]:
    """List where hedges begin among the words, in offsets of the folded text.

    `said` are those in what is attributed, `before` those about the sentence before.
    """
    return [
        word.start
        for at, word in enumerate(words)
        if _is_hedge(words[at : at + _LONGEST], where, lexicon)
    ]


def _is_hedge(words: Sequence[Word], where: str, lexicon: Lexicon) -> bool:
    first, *rest = [word.text for word in words]
    for reading in (*unjoined(first), first.removesuffix("هم")):
        for length in range(len(words)):
            row = lexicon.hedges.get((reading, *rest[:length]))
            if row is not None:
                return row.where == where
    return False
