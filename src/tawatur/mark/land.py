"""Which countries a report is about: its names of countries and large places, and its demonyms."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from tawatur.kb.knowledge import Known, knowledge, stems
from tawatur.mark.vocabulary import demonyms
from tawatur.mark.words import Words

SHARE = 0.1
"""A country is meant by places when it has this share of the report's evidence; 0.05 to 0.2 gave
the same on the five seed reports (sketch of the gazetteer, in-sample)."""
_SPEAKING = frozenset({"country", "region", "governorate"})
_LARGE_TOWN = 300_000


@lru_cache(maxsize=32)
def countries_of(words: Words) -> Counter[str]:
    """Count the words that speak for a country, once for a page; nobody changes the count.

    >>> from tawatur.mark.page import Page
    >>> dict(countries_of(Words(Page.of_text("قال مسؤول عراقي في البصرة إن وفدا تركيا وصل"))))
    {'IQ': 2, 'TR': 1}
    """
    count: Counter[str] = Counter()
    at = 0
    while at < len(words):
        after, country = _country_at(words, at)
        if country:
            count[country] += 1
        at = after
    return count


def _country_at(words: Words, at: int) -> tuple[int, str | None]:
    found = knowledge().longest(words.text, at, words.reach(at))
    speak = {known.row.country for known in found.known if _speaks(known)} if found else set()
    if found and len(speak) == 1 and speak != {None}:
        return found.after, speak.pop()
    for _, stem in stems(words.text[at]):
        if demonyms().get(stem):
            return at + 1, demonyms()[stem]
    return at + 1, None


def _speaks(known: Known) -> bool:
    """Tell whether a name speaks for its country by itself: «وزارة الدفاع» is any country's."""
    row, naming = known
    if naming.needs_cue or naming.generic or row.kind in {"outlet", "agency"}:
        return False
    if known.kind.mark == "LOC":
        return row.kind in _SPEAKING or (row.population or 0) >= _LARGE_TOWN
    return True


def meant(count: Counter[str]) -> frozenset[str]:
    """List the countries with enough of the evidence."""
    total = count.total()
    return frozenset(country for country, n in count.items() if n >= SHARE * total)
