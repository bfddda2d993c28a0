"""What is known before reading, looked up by name in running words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from tawatur.kb.row import Kind, Naming, Row, kinds, read_rows
from tawatur.lang.letters import fold

_LONGEST = 9
"""Words of the longest name worth looking for; the longest row has eight."""


class Known(NamedTuple):
    """A row, under one of its names."""

    row: Row
    naming: Naming

    @property
    def kind(self) -> Kind:
        """What the row's kind is called in marks and entities."""
        return kinds()[self.row.kind]


class Found(NamedTuple):
    """A name found in words: from word `first` to before word `after`.

    `skip` letters of the first word are clitics before the name («وبغداد»: 1); of «للجيش» only
    the first letter is one, the second is what is left of «ال».
    """

    first: int
    after: int
    skip: int
    known: tuple[Known, ...]


@lru_cache(maxsize=100_000)
def stems(word: str) -> tuple[tuple[int, str], ...]:
    """List what a folded word may be without proclitics: letters skipped, and the word.

    >>> stems("وللجيش")
    ((0, 'وللجيش'), (1, 'للجيش'), (2, 'الجيش'), (2, 'لجيش'))
    """
    # Every finder of names and roles asks this of every word, and a newspaper has few words.
    return tuple(_stems(word))


def _stems(word: str) -> Iterator[tuple[int, str]]:
    yield 0, word
    joined = 1 if len(word) > 3 and word[0] in "وف" else 0
    if joined:
        yield 1, word[1:]
    rest = word[joined:]
    if len(rest) > 3:
        if rest.startswith("لل"):
            yield joined + 1, "ا" + rest[1:]
        if rest[0] in "بلك":
            yield joined + 1, rest[1:]


class Knowledge:
    """The rows by id and by name.

    >>> known = knowledge()
    >>> [hit.row.kind for hit in known.named("البشمركة")]
    ['force']
    >>> known.longest(fold("وفي نينوى شمالي العراق").split(), 1).known[0].row.name
    'نينوى'
    """

    def __init__(self, rows: Iterator[Row]) -> None:
        """Take the rows in; of two with one id the first stays."""
        self.rows: dict[str, Row] = {}
        self._names: dict[str, tuple[Known, ...]] = {}
        self._longest: dict[str, int] = {}
        for row in rows:
            if self.rows.setdefault(row.id, row) is row:
                for naming in row.names:
                    self._add(row, naming)

    def _add(self, row: Row, naming: Naming) -> None:
        words = fold(naming.text).split()
        key = " ".join(words)
        here = self._names.get(key, ())
        if all(known.row.id != row.id for known in here):
            self._names[key] = (*here, Known(row, naming))
        if len(words) > self._longest.get(words[0], 0):
            self._longest[words[0]] = len(words)

    def named(self, name: str) -> tuple[Known, ...]:
        """Find the rows that have this name, however it is spelt; () where there is none."""
        return self._names.get(" ".join(fold(name).split()), ())

    def longest(self, words: Sequence[str], at: int, until: int | None = None) -> Found | None:
        """Find the longest name that begins at word `at` of folded `words` and ends before `until`.

        Of two readings with as many words the one with fewer clitics wins.
        """
        room = min(_LONGEST, (len(words) if until is None else until) - at)
        best: Found | None = None
        for skip, first in stems(words[at]):
            for count in range(min(room, self._longest.get(first, 0)), 0, -1):
                if best is not None and count <= best.after - at:
                    break
                hit = self._names.get(" ".join((first, *words[at + 1 : at + count])))
                if hit:
                    best = Found(at, at + count, skip, hit)
                    break
        return best


@cache
def knowledge() -> Knowledge:
    """Load the shipped rows, once."""
    return Knowledge(read_rows())
