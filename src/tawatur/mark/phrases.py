"""Noun phrases after the noun that begins a post or a body: «رئيس» + «أركان الجيش العراقي»."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Literal

import msgspec
import regex

from tawatur.kb.knowledge import Found, knowledge, stems
from tawatur.lang.letters import fold
from tawatur.lang.rows import load
from tawatur.mark.vocabulary import (
    doubtful_names,
    is_demonym,
    is_family,
    is_given,
    plain_group,
    plain_words,
)
from tawatur.mark.words import Words

_NISBA = regex.compile(r"ال\p{L}{2,}(?:ي|يه)")
_INDEFINITE = 3
"""Indefinite nouns in a row at most: «رئيس لجنة متابعة تنفيذ …»."""
_ADJECTIVES = 8
"""Words of adjectives in a row at most: «العراقية الاتحادية العليا المشتركة» has four."""
_ENDS = ("particles", "past verbs", "present verbs", "time words")
_PAST = frozenset(fold("السابق السابقة الأسبق الراحل الراحلة المخلوع").split())


class PostNounRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that may stand inside a post's or a body's name."""

    group: Literal["after_l", "pairs", "adjectives"]
    words: tuple[str, ...]
    example: str


@cache
def _nouns(group: str) -> frozenset[str]:
    rows = load("post_nouns", PostNounRow)
    return frozenset(fold(word) for row in rows if row.group == group for word in row.words)


@cache
def phrase_enders() -> frozenset[str]:
    """List the words before which every noun phrase ends: particles, verbs, time words."""
    return plain_group(*_ENDS) - _PAST


def known_at(words: Words, at: int, kinds: Iterable[str] = ("ORG", "LOC")) -> Found | None:
    """Find the longest name of the knowledge base at a word, if it is of one of `kinds`."""
    found = knowledge().longest(words.text, at, words.reach(at)) if at < len(words) else None
    if found and any(known.kind.mark in kinds for known in found.known):
        return found
    return None


def is_adjective(words: Words, at: int) -> bool:
    """Tell whether a definite adjective stands at `at` that belongs to the noun before it."""
    if not words.spaced(at):
        return False
    word = words.text[at]
    if not word.startswith("ال") or word in phrase_enders() or is_given(word):
        return False
    if is_demonym(word) or word in _nouns("adjectives"):
        return True
    family = is_family(word) and word not in plain_words()
    return bool(_NISBA.fullmatch(word)) and not family


def read_genitive(words: Words, at: int) -> int:
    """Read the genitive that a noun governs, from word `at`; `at` itself where there is none.

    >>> from tawatur.mark.page import Page
    >>> words = Words(Page.of_text("وزير شؤون البيئة العراقي سعيد"))
    >>> read_genitive(words, 1)
    4
    """
    if not words.spaced(at):
        return at
    place = at
    while place - at <= _INDEFINITE and (place == at or words.spaced(place)):
        found = known_at(words, place)
        if found and found.skip == 0 and not _shy(found):
            return read_adjectives(words, found.after)
        word = words.text[place] if place < len(words) else ""
        if not word or word in phrase_enders() or word.isdigit():
            return at
        if is_given(word) and word not in plain_words() and word not in doubtful_names():
            return at
        if word.startswith("ال") and len(word) > 3:
            return _read_pair(words, place)
        place += 1
    return at


def _shy(found: Found) -> bool:
    return all(known.naming.needs_cue for known in found.known)


def _read_pair(words: Words, place: int) -> int:
    """Read on after the definite noun at `place`: «والدفاع», then adjectives or a number."""
    after = place + 1
    if words.spaced(after) and f"{words.text[place]} {words.text[after]}" in _nouns("pairs"):
        after += 1
    elif words.spaced(after) and words.text[after].isdigit():
        return after + 1
    return read_adjectives(words, after)


def read_adjectives(words: Words, after: int) -> int:
    """Read the definite adjectives from word `after` on, and «والبلدية»-like second nouns."""
    most = after + _ADJECTIVES
    while after < most and is_adjective(words, after):
        pair = words.spaced(after + 1) and any(
            pair.endswith(f" {words.text[after + 1]}") and pair.split()[-2] == words.text[after]
            for pair in _nouns("pairs")
        )
        after += 2 if pair else 1
    return after


def read_with_l(words: Words, after: int) -> int:
    """Read «للعمليات», «لشؤون الاستخبارات», «للأمم المتحدة» after a post or a body."""
    if not words.spaced(after):
        return after
    found = known_at(words, after)
    if found and found.skip and words.text[after][found.skip - 1] == "ل" and not _shy(found):
        return read_adjectives(words, found.after)
    for skip, stem in stems(words.text[after]):
        if skip == 1 and words.text[after][0] == "ل" and stem in _nouns("after_l"):
            if stem.startswith("ال"):
                return read_adjectives(words, after + 1)
            onward = read_genitive(words, after + 1)
            return onward if onward > after + 1 else after
    return after
