"""Which countries a report is about: its names of countries and large places, and its demonyms."""

from __future__ import annotations

from collections import Counter

from tawatur.kb.knowledge import knowledge, stems
from tawatur.mark.vocabulary import demonyms
from tawatur.mark.words import Words

SHARE = 0.1
"""A country is meant by places when it has this share of the report's evidence; 0.05 to 0.2 gave
the same on the five seed reports (sketch of the gazetteer, in-sample)."""
_LARGE = frozenset({"country", "region", "governorate"})
_LARGE_TOWN = 300_000


def countries_of(words: Words) -> Counter[str]:
    """Count the words that speak for a country.

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
    if found:
        rows = [known.row for known in found.known if not known.naming.needs_cue]
        large = {
            row.country
            for row in rows
            if row.country
            and (
                row.kind in _LARGE or (row.population or 0) >= _LARGE_TOWN or row.kind not in _SMALL
            )
        }
        if len(large) == 1:
            return found.after, large.pop()
    for _, stem in stems(words.text[at]):
        if demonyms().get(stem):
            return at + 1, demonyms()[stem]
    return at + 1, None


_SMALL = frozenset(
    {
        "town",
        "village",
        "district",
        "subdistrict",
        "neighbourhood",
        "mountain",
        "water",
        "facility",
        "area",
        "outlet",
        "agency",
    }
)
"""Kinds of rows that speak for no country by themselves: too many of them share their names."""


def meant(count: Counter[str]) -> frozenset[str]:
    """List the countries with enough of the evidence."""
    total = count.total()
    return frozenset(country for country, n in count.items() if n >= SHARE * total)
