"""Words that say that a place's name follows, and names of places that nobody knows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

import msgspec
import regex

from tawatur.kb.knowledge import stems
from tawatur.lang.letters import fold
from tawatur.lang.rows import load
from tawatur.mark.candidates import Candidate
from tawatur.mark.phrases import known_at, phrase_enders
from tawatur.mark.vocabulary import doubtful_names, is_demonym, is_given, is_plain, plain_words
from tawatur.mark.words import Words

UNKNOWN_WEIGHT = 4
_ADJECTIVE = regex.compile(r"\p{L}+(?:يه|ات|ين|ون)")


class PlaceWordRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word before a place's name."""

    word: str
    kind: str
    takes: Literal["any", "known"]
    example: str
    keeps: bool = False
    plural: bool = False
    near: bool = False


@cache
def _place_words() -> dict[str, PlaceWordRow]:
    return {fold(row.word): row for row in load("place_words", PlaceWordRow)}


def place_word_before(words: Words, first: int) -> PlaceWordRow | None:
    """Find the place word right before a word, its clitics aside.

    >>> from tawatur.mark.page import Page
    >>> place_word_before(Words(Page.of_text("وصل إلى بلدة كفري")), 3).kind
    'town'
    """
    if not words.spaced(first):
        return None
    return _row(words.text[first - 1])


def _row(word: str) -> PlaceWordRow | None:
    return next((_place_words()[stem] for _, stem in stems(word) if stem in _place_words()), None)


def place_candidates(words: Words) -> Iterator[Candidate]:
    """Propose the one or two words after a place word as a place that nobody knows."""
    for at in range(len(words)):
        row = _row(words.text[at])
        if row is None or row.takes != "any":
            continue
        if at + 1 < len(words) and known_at(words, at + 1, ("LOC",)):
            continue
        after = _read_name(words, at + 1)
        if after > at + 1:
            yield from _place(words, at, after, row)
            if row.plural:
                yield from _listed(words, after, row)


def _place(words: Words, at: int, after: int, row: PlaceWordRow) -> Iterator[Candidate]:
    if row.keeps:
        skip = next(skip for skip, stem in stems(words.text[at]) if stem in _place_words())
        yield Candidate(at, after, skip, "LOC", row.kind, UNKNOWN_WEIGHT)
    else:
        yield Candidate(at + 1, after, 0, "LOC", row.kind, UNKNOWN_WEIGHT)


def _listed(words: Words, after: int, row: PlaceWordRow) -> Iterator[Candidate]:
    """Go on with «و…» after the first name of a list."""
    while (
        words.spaced(after)
        and words.text[after].startswith("و")
        and _can_name(words.text[after][1:])
    ):
        yield Candidate(after, after + 1, 1, "LOC", row.kind, UNKNOWN_WEIGHT)
        after += 1


def _read_name(words: Words, first: int) -> int:
    """Read an unknown name: one word, and a second one that is neither definite nor ordinary."""
    if (
        first >= len(words)
        or not words.joined(first - 1, first + 1)
        or not _can_name(words.text[first])
    ):
        return first
    after = first + 1
    tied = words.text[first] in {
        "ابو",
        "ام",
        "بني",
        "ال",
        "تل",
        "عين",
        "راس",
        "بيت",
        "دير",
        "خان",
        "كفر",
        "باب",
        "وادي",
        "سيدي",
        "سان",
        "سانت",
        "نيو",
        "بورت",
        "لوس",
    }
    if words.spaced(after) and (tied or _can_follow(words.text[after])):
        after += 1
    return after


def _can_name(word: str) -> bool:
    if len(word) < 3 or word.isdigit() or word in phrase_enders() or is_demonym(word):
        return False
    return not any(stem in plain_words() for _, stem in stems(word)) or word in doubtful_names()


def _can_follow(word: str) -> bool:
    return (
        _can_name(word)
        and not word.startswith(("ال", "لل", "وال", "بال"))
        and not _ADJECTIVE.fullmatch(word)
        and not (is_given(word) and word not in doubtful_names())
        and word[0] not in "وفبل"
        and not is_plain(word)
        and _row(word) is None
    )
