"""How a person's name is put together: «عبد الأمير يار الله», «محمد بن سلمان», «أبو مهدي المهندس»."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

import msgspec
import regex

from tawatur.kb.knowledge import stems
from tawatur.lang.letters import fold
from tawatur.lang.rows import load
from tawatur.mark.vocabulary import (
    doubtful_names,
    is_common_given,
    is_demonym,
    is_family,
    is_given,
    is_plain,
    names_someone,
    plain_group,
    plain_words,
)
from tawatur.mark.words import Words

_MOST = 6
"""Parts of the longest name; «محمد بن راشد بن سعيد آل مكتوم» has four."""
_OPENING = frozenset({"عبد", "ابو", "ابي", "ابن"})
"""Particles that a whole name may begin with."""
_TYING = frozenset({"بن", "ابن", "ال", "بنت"})
"""Particles that tie a whole part of a name, not just the next word."""
_NISBA = regex.compile(r"ال\p{L}{2,}[يا]")
_FAMILY = regex.compile(r"ال(?!\p{L}+(?:ات|ه|ون|ين|ان)$)(?!الت\p{L}\p{L}ي\p{L}$)\p{L}{3,6}")
"""A definite word that nobody knows, after a given name: «فهد المشيقح»; not after a whole name."""


class ParticleRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word that ties a name together."""

    word: str
    place: Literal["joins", "ends"]
    example: str


class Person(NamedTuple):
    """A person's name in words: from before `after`, without `skip` letters of the first word.

    `parts` counts the name's parts, «عبد الأمير» being one; `sure` tells that the words alone
    make it a name, without a rank or a verb beside it.
    """

    first: int
    after: int
    skip: int
    parts: int
    sure: bool


@cache
def particles(place: Literal["joins", "ends"]) -> frozenset[str]:
    """List the words that join the next word to a name's part, or end it."""
    return frozenset(
        fold(row.word) for row in load("name_particles", ParticleRow) if row.place == place
    )


def read_person(words: Words, at: int, *, expected: bool = False) -> Person | None:
    """Read the person's name that begins at word `at`; None where none does.

    `expected`: a rank, a post or a verb of saying stands before, so that a first word nobody
    knows may be a name too.

    >>> from tawatur.mark.page import Page
    >>> words = Words(Page.of_text("التقى عبد الأمير يار الله الوفد"))
    >>> read_person(words, 1)
    Person(first=1, after=5, skip=0, parts=2, sure=True)
    """
    found = [
        person
        for skip, first in stems(words.text[at])
        if not words.is_preposition(at)
        if not (skip and words.text[at] in plain_words())
        and (person := _read(words, at, skip, first, expected=expected))
    ]
    return max(found, key=lambda person: (person.sure, -person.skip, person.after), default=None)


def _read(words: Words, at: int, skip: int, first: str, *, expected: bool) -> Person | None:
    opens = first in _OPENING and first in particles("joins")
    if first in _verbs() or (first.startswith("ال") and not expected and len(first) > 4):
        return None
    known = opens or names_someone(first) or (not skip and _ends_unit(words, at))
    if not known and (not expected or skip or _no_name(first)):
        return None
    after = at + _unit(words, at, first)
    if opens and after == at + 1:
        return None
    parts, strangers, firm = 1, 0 if known else 1, False
    most = _strangers(first, known=known, believed=opens or expected)
    while parts < _MOST and words.spaced(after) and not words.is_preposition(after):
        if _family_closes(words, after):
            break
        length, stranger = _next_part(words, after, parts, strangers, most)
        if not length:
            break
        firm = firm or (not stranger and words.text[after] not in doubtful_names())
        after, parts, strangers = after + length, parts + 1, strangers + stranger
    doubtful = first in doubtful_names() and after == at + parts
    sure = known and parts > 1 and (firm or not doubtful)
    return Person(at, after, skip, parts, sure) if sure or expected else None


def _strangers(first: str, *, known: bool, believed: bool) -> int:
    """Tell how many parts that nobody knows may follow: none after a rare name that stands alone."""
    if not known:
        return 2
    return 1 if believed or is_common_given(first) else 0


@cache
def _verbs() -> frozenset[str]:
    """List the past verbs, some of which are given names too («طالب»): they begin no name."""
    return plain_group("past verbs")


def _family_closes(words: Words, after: int) -> bool:
    """Tell whether a definite family name ended the name: «حيدر العبادي» and then «سعد الحديثي»."""
    last, word = words.text[after - 1], words.text[after]
    tied = after > 1 and words.text[after - 2] in particles("joins") - {"بن", "ابن", "ال"}
    closed = last.startswith("ال") and last not in particles("ends") and len(last) > 4 and not tied
    goes_on = _NISBA.fullmatch(word) or is_family(word) or word in particles("joins")
    return closed and not (goes_on and (word.startswith("ال") or word in particles("joins")))


def _unit(words: Words, at: int, first: str) -> int:
    """Count the words of the part of a name at `at`: «بن أبي سفيان» is one part of three."""
    end = at
    while first in _TYING and words.spaced(end + 1) and end - at < _MOST:
        end += 1
        first = words.text[end]
    pair = words.spaced(end + 1) and (
        first in particles("joins") or words.text[end + 1] in particles("ends")
    )
    return end - at + (2 if pair else 1)


def _ends_unit(words: Words, at: int) -> bool:
    """Tell whether «الدين» or «الله» follows and makes one part of two words."""
    word = words.text[at]
    return (
        words.spaced(at + 1)
        and words.text[at + 1] in particles("ends")
        and word not in plain_words()
        and (is_given(word) or (len(word) > 2 and word[0] not in "وبلف"))
    )


def _next_part(words: Words, at: int, parts: int, strangers: int, most: int) -> tuple[int, int]:
    """Measure the part of a name at word `at`: how many words, and whether nobody knows it.

    Of parts that nobody knows there are `most` at most.
    """
    word = words.text[at]
    if word in particles("joins"):
        length = _unit(words, at, word)
        return (length, 0) if length > 1 else (0, 0)
    if _ends_unit(words, at):
        return 2, 0
    if _no_part(word):
        return 0, 0
    if is_given(word) or is_family(word) or _NISBA.fullmatch(word):
        return 1, 0
    return (1, 1) if _may_be_stranger(word, parts) and strangers < most else (0, 0)


def _no_part(word: str) -> bool:
    """Tell whether an ordinary word or a demonym ends the name before it."""
    if word in plain_words() and word not in doubtful_names():
        return True
    return is_demonym(word) and not (is_family(word) and word.startswith("ال"))


def _may_be_stranger(word: str, parts: int) -> bool:
    if _FAMILY.fullmatch(word):
        return word not in plain_words()
    return not (is_plain(word) or parts > 2 or word[0] == "و" or word.isdigit())


def _no_name(word: str) -> bool:
    return (
        is_plain(word)
        or is_demonym(word)
        or word.isdigit()
        or len(word) < 3
        or word[0] == "و"
        or word in doubtful_names()
    )
