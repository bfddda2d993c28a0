"""The words of a sentence, one by one, with the particles written onto them."""

from __future__ import annotations

from typing import NamedTuple

import regex

from tawatur.lang.letters import fold
from tawatur.lang.text import Text

_WORD = regex.compile(r"\p{L}+|\p{N}+|\S")
_ARTICLES = ("وال", "ال", "لل", "بال")
_PRONOUNS = ("", "ه", "ها", "هم", "هما", "هن", "نا", "ني", "ك", "كم")
THAT = frozenset(
    before + "ان" + pronoun for before in ("", "ب", "و", "وب", "ف") for pronoun in _PRONOUNS
)
"""Every spelling of أن، إن، بأن، وأنه …, folded."""

STOPS = frozenset(".؟!؛…?;")
QUOTES = frozenset("«»“”‹›\"'’‘")
COMMAS = frozenset("،,")
DASHES = frozenset("-–—")


class Word(NamedTuple):
    """A word, a number or one sign of punctuation; offsets into the folded text."""

    start: int
    end: int
    text: str


def key(word: str) -> str:
    """Fold a word for a look-up; على stays apart from the name علي.

    >>> key("على"), key("علي"), key("إلى")
    ('على', 'علي', 'الي')
    """
    return word if word == "على" else fold(word)


def words_of(text: Text, start: int, end: int) -> list[Word]:
    """Cut a stretch of folded text into words.

    >>> [word.text for word in words_of(Text("وقال، إن"), 0, 8)]
    ['وقال', '،', 'ان']
    """
    found = []
    for match in _WORD.finditer(text.folded, start, end):
        word = match[0]
        if word == "علي" and "ى" in text.words(*match.span()):
            word = "على"
        found.append(Word(*match.span(), word))
    return found


def unjoined(text: str) -> tuple[str, ...]:
    """Give the readings of a word: as it stands, then without و or ف.

    >>> unjoined("وقال")
    ('وقال', 'قال')
    """
    return (text, text[1:]) if text[:1] in {"و", "ف"} and len(text) > 2 else (text,)


def bare(text: str) -> str:
    """Take the article off, and the ل that swallowed it.

    >>> [bare(word) for word in ("البيان", "للبيان", "بيان")]
    ['بيان', 'بيان', 'بيان']
    """
    for article in _ARTICLES:
        if text.startswith(article) and len(text) > len(article) + 1:
            return text[len(article) :]
    return text


def is_definite(text: str) -> bool:
    """Tell whether a word carries the article."""
    return text.startswith(_ARTICLES) and len(text) > 3


def is_word(text: str) -> bool:
    """Tell a word from a number or a sign."""
    return text[0].isalpha()
