"""Paragraphs that a page prints twice: pull quotes, repeated titles, mistakes of pasting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tawatur.clean.find import Find
from tawatur.clean.lines import Line

SHORTEST = 6
"""Words of a pull quote or a title that is no coincidence; shorter lines are subheads and labels."""
SHORTEST_SENTENCE = 15
"""The same of a whole sentence: a report on two meetings may say one formula of each of them
(«وجرى بحث …», 11 words, in 26,000 articles); the paragraph that report 003 repeats has 29."""
FEWEST_LETTERS = 25
"""Six single letters are a poem."""
MOST = 50
"""Places compared with one paragraph; more only where a page repeats itself without end."""


def find_repeated(lines: Sequence[Line]) -> Iterator[Find]:
    r"""Yield each paragraph whose words stand, in a row, in another one; of two equals the later.

    Words are compared folded, so that أربيل and اربيل are one. The first line stays: a headline
    may well be said again.

    >>> from tawatur.clean.lines import lines_of
    >>> from tawatur.lang.text import Text
    >>> page = "قال القائد إن قوة كبيرة دخلت البلدة فجر الخميس.\nقوة كبيرة دخلت البلدة فجر الخميس"
    >>> [find.span.start for find in find_repeated(lines_of(Text(page)))]
    [48]
    """
    tokens = [line.tokens for line in lines]
    windows: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for number, words in enumerate(tokens):
        for place in range(len(words) - SHORTEST + 1):
            windows[words[place : place + SHORTEST]].append((number, place))
    for number, words in enumerate(tokens[1:], start=1):
        if not _is_long(lines[number]):
            continue
        for other, place in windows.get(words[:SHORTEST], ())[:MOST]:
            held = tokens[other]
            goes = other < number or len(held) > len(words)
            if other != number and goes and held[place : place + len(words)] == words:
                yield Find("repeated", lines[number].span)
                break


def _is_long(line: Line) -> bool:
    least = SHORTEST_SENTENCE if line.is_sentence else SHORTEST
    return line.length >= least and sum(map(len, line.tokens)) >= FEWEST_LETTERS
