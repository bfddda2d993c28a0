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
from tawatur.mark.person_names import read_person
from tawatur.mark.phrases import known_at, phrase_enders
from tawatur.mark.vocabulary import is_demonym, is_plain, plain_words
from tawatur.mark.words import Words

UNKNOWN_WEIGHT = 4
_TIED = frozenset(
    fold(word)
    for word in ("أبو", "أم", "بني", "آل", "تل", "عين", "رأس", "بيت", "دير", "خان", "كفر", "باب")
) | frozenset(fold(word) for word in ("وادي", "سيدي", "سان", "سانت", "نيو", "بورت", "لوس"))
"""First words of places' names that need a second one."""
_PLURAL = regex.compile(r"ال\p{L}+ات")
"""«سد الثغرات» is no dam."""
_OWNED = regex.compile(r"\p{L}{4,}(?:هم|ها|نا|كم)")
"""A noun with a pronoun: «حوائجهم»."""
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
        if row is None or row.takes != "any" or not words.without_hamza(at, row.word):
            continue
        if at + 1 < len(words) and _known(words, at + 1):
            continue
        after = _read_name(words, at + 1)
        if row.keeps and _PLURAL.fullmatch(words.text[at + 1] if at + 1 < len(words) else ""):
            continue
        if after > at + 1:
            yield from _place(words, at, after, row)
            if row.plural:
                yield from _listed(words, after, row)


def _known(words: Words, first: int) -> bool:
    """Tell whether a known place stands there; «تل» alone is none when a word goes with it."""
    found = known_at(words, first, ("LOC",))
    if found is None or found.skip:
        return found is not None and words.text[first][0] in "بل"
    return found.after > first + 1 or not _tied(words, first)


def _tied(words: Words, first: int) -> bool:
    """Tell whether a name needs a second word and has one: «تل ورد», «بيت حانون»."""
    return (
        words.text[first] in _TIED
        and words.spaced(first + 1)
        and words.text[first + 1] not in phrase_enders()
    )


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
    if words.spaced(after) and (_tied(words, first) or _can_follow(words.text[after])):
        person = read_person(words, after)
        after += not (person and person.sure)
    return after


def _can_name(word: str) -> bool:
    if word in _TIED:
        return True
    if (
        _OWNED.fullmatch(word)
        or len(word) < 3
        or word.isdigit()
        or word in phrase_enders()
        or is_demonym(word)
    ):
        return False
    worn = stems(word) if word[0] in "وفبل" else [(0, word)]
    return not any(stem in plain_words() for _, stem in worn)


def _can_follow(word: str) -> bool:
    return (
        _can_name(word)
        and not word.startswith(("ال", "لل", "وال", "بال"))
        and not _ADJECTIVE.fullmatch(word)
        and word[0] != "و"
        and not is_plain(word)
        and _row(word) is None
    )
