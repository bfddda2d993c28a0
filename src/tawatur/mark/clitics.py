"""Words of a sentence, and phrases of a lexicon that wear any clitic: «وبالهجوم» is «هجوم»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

import regex

from tawatur.lang.letters import fold

Row = TypeVar("Row")

_CUT = regex.compile(
    r"(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d.,])|\d+(?:[.,]\d+|،\d{3}(?!\d))*|\p{L}+|\S"
)
_JOINED = ("", "و", "ف")
_HELD = ("", "ب", "ل", "ك")


class Word(NamedTuple):
    """A word, a number or a mark of a folded text, with its place there."""

    text: str
    start: int
    end: int


class Form(NamedTuple):
    """A word with clitics: what it wears, and how many letters of it are no part of the word.

    `joined` tells «و» and «ف», `held` a preposition, `definite` «ال». «ال» belongs to the word.
    """

    text: str
    joined: bool
    held: str
    definite: bool
    trim: int


class Match(NamedTuple, Generic[Row]):
    """A phrase found at a word: its row, the first word's form, and the word after it."""

    row: Row
    form: Form
    after: int


def cut(folded: str, start: int, end: int) -> tuple[Word, ...]:
    """Cut a stretch of folded text into words, numbers and marks.

    >>> [word.text for word in cut("قتل 1,200 و3", 0, 13)]
    ['قتل', '1,200', 'و', '3']
    """
    return tuple(
        Word(found[0], *found.span()) for found in _CUT.finditer(folded, pos=start, endpos=end)
    )


def forms(word: str, *, article: bool = True) -> Iterator[Form]:
    """List a folded word with every clitic it can wear in front.

    >>> [form.text for form in forms("هجوم") if form.joined and form.held == "ل"]
    ['ولهجوم', 'وللهجوم', 'فلهجوم', 'فللهجوم']
    """
    for joined in _JOINED:
        for held in _HELD:
            front = joined + held
            yield Form(front + word, bool(joined), held, definite=False, trim=len(front))
            if article:
                text = joined + ("لل" if held == "ل" else held + "ال") + word
                yield Form(text, bool(joined), held, definite=True, trim=len(front))


class Phrases(Generic[Row]):
    """Rows found by their words; the first word of each may wear clitics.

    >>> phrases = Phrases([("حصيلة أولية", 1), ("حصيلة", 2)])
    >>> [match.row for match in [phrases.match(cut("بحصيله اوليه", 0, 12), 0)] if match]
    [1]
    """

    def __init__(self, rows: Iterable[tuple[str, Row]], *, article: bool = True) -> None:
        self._rows: dict[str, list[tuple[tuple[str, ...], Form, Row]]] = {}
        for phrase, row in rows:
            first, *rest = (word.text for word in cut(fold(phrase), 0, len(phrase)))
            for form in forms(first, article=article):
                self._rows.setdefault(form.text, []).append((tuple(rest), form, row))
        for found in self._rows.values():
            # Longest first; and a word that is a word beats a clitic with a shorter one.
            found.sort(key=lambda entry: (-len(entry[0]), entry[1].trim, entry[1].definite))

    def match(self, words: Sequence[Word], at: int) -> Match[Row] | None:
        """Find the longest phrase that begins at word `at`."""
        return next(self.matches(words, at), None)

    def matches(self, words: Sequence[Word], at: int) -> Iterator[Match[Row]]:
        """Find all phrases that begin at word `at`, the longest first."""
        if at < 0 or at >= len(words):
            return
        for rest, form, row in self._rows.get(words[at].text, ()):
            after = at + 1 + len(rest)
            if not rest or tuple(word.text for word in words[at + 1 : after]) == rest:
                yield Match(row, form, after)

    def openers(self) -> frozenset[str]:
        """List the words that can begin a phrase, with their clitics."""
        return frozenset(self._rows)
