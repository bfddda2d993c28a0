"""What kind of word a folded word is: a given name, a family name, an ordinary word, a demonym."""

from __future__ import annotations

from functools import cache

import msgspec
import regex

from tawatur.kb.knowledge import stems
from tawatur.kb.name_parts import name_parts
from tawatur.lang.letters import fold
from tawatur.lang.rows import load

_VERB_LIKE = regex.compile(r"(?:س?[يتن]|ا?ست|ا?ن)\p{L}{3,}")
_NOUN_LIKE = regex.compile(
    r"\p{L}{3,}(?:ات|يه|يا|ين|ون|ا|تها|هم|ها|نا)|(?:وال|بال|فال|كال|لل|ولل)\p{L}+"
)
_THEOPHORIC = regex.compile(r"عبدال\p{L}{2,}|[^وبلت]\p{L}+الله")
_NISBA = regex.compile(r"ال\p{L}{2,}[يا]")


class PlainRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A group of ordinary words."""

    group: str
    words: str
    example: str
    also_name: bool = False


class DemonymRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An adjective of a country or a people, masculine singular."""

    word: str
    example: str
    country: str | None = None
    also: tuple[str, ...] = ()


@cache
def plain_words() -> frozenset[str]:
    """List the ordinary words that are no names, folded."""
    rows = load("plain_words", PlainRow)
    return frozenset(word for row in rows if not row.also_name for word in fold(row.words).split())


@cache
def doubtful_names() -> frozenset[str]:
    """List the names that are ordinary words too, folded."""
    rows = load("plain_words", PlainRow)
    return frozenset(word for row in rows if row.also_name for word in fold(row.words).split())


@cache
def plain_group(*groups: str) -> frozenset[str]:
    """List the ordinary words of some groups («past verbs»), folded."""
    rows = load("plain_words", PlainRow)
    return frozenset(
        word for row in rows if row.group in groups for word in fold(row.words).split()
    )


@cache
def demonyms() -> dict[str, str | None]:
    """Map every form of a demonym, folded, to its country.

    >>> demonyms()[fold("العراقية")]
    'IQ'
    """
    forms: dict[str, str | None] = {}
    for row in load("demonyms", DemonymRow):
        bare = fold(row.word)
        for form in (bare, bare + "ه", bare + "ين", bare + "ون", bare + "ان", bare + "تين"):
            forms.setdefault(form, row.country)
            forms.setdefault("ال" + form, row.country)
        forms.update(dict.fromkeys(map(fold, row.also), row.country))
    return forms


def is_demonym(word: str) -> bool:
    """Tell whether a folded word is an adjective of a country or a people."""
    return word in demonyms()


@cache
def is_given(word: str) -> bool:
    """Tell whether a folded word is a given name; «عبدالله» written together is one."""
    return word in name_parts().given or bool(_THEOPHORIC.fullmatch(word))


@cache
def is_common_given(word: str) -> bool:
    """Tell whether a folded word is a given name that many bear, and hardly ever a plain word."""
    common = word in name_parts().common or bool(_THEOPHORIC.fullmatch(word))
    return common and word not in plain_words() and word not in doubtful_names()


@cache
def names_someone(word: str) -> bool:
    """Tell whether a folded word is a given name and not rather an ordinary word («بين», «عهد»)."""
    return is_given(word) and (word not in plain_words() or word in doubtful_names())


@cache
def is_family(word: str) -> bool:
    """Tell whether a folded word is a family name."""
    return word in name_parts().family


@cache
def is_plain(word: str) -> bool:
    """Tell whether a folded word is an ordinary word and no part of a name.

    A word that nobody listed is judged by its shape: «سيعلن», «بالمدينة» and «الانتخابات» are
    ordinary; so is every definite word that is neither a family name nor made like one.

    >>> is_plain(fold("الكاظمي")), is_plain(fold("الانتخابات")), is_plain(fold("يضم"))
    (False, True, True)
    """
    if word in plain_words() or any(stem in plain_words() for _, stem in stems(word)):
        return word not in doubtful_names() and not (is_given(word) and is_family(word))
    if is_given(word) or is_family(word) or word.endswith("الله"):
        return False
    if _VERB_LIKE.fullmatch(word) or _NOUN_LIKE.fullmatch(word):
        return True
    return word.startswith("ال") and not _NISBA.fullmatch(word)
