"""The words of a page for names and roles, and what stands between them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import lru_cache

import regex

from tawatur.mark.page import Page
from tawatur.model import Span

_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*|\d+")
_APART = regex.compile(r"[^ «»“”\"‹›'’‘\-_]")
_QUOTED = regex.compile(r"[«»“”\"‹›’‘]")


class Words:
    """Folded words in order; places are places in the folded text.

    >>> words = Words(Page.of_text("أعلن تنظيم «داعش»، أمس"))
    >>> words.text[1:3], words.joined(1, 3), words.joined(2, 4)
    (['تنظيم', 'داعش'], True, False)
    """

    def __init__(self, page: Page) -> None:
        """Cut the folded text of `page`."""
        self.page = page
        spans = [found.span() for found in _WORD.finditer(page.folded)]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.text = [page.folded[start:end] for start, end in spans]
        self._gaps = [
            page.folded[end:start]
            for end, start in zip([0, *self.ends], [*self.starts, len(page.folded)], strict=True)
        ]

        self._reaches = self._all_reaches()

    def _all_reaches(self) -> list[int]:
        """Note for each word where the words end that stand together with it, from the back."""
        reaches = list(range(1, len(self.text) + 1))
        for word in range(len(self.text) - 2, -1, -1):
            if not _APART.search(self._gaps[word + 1]):
                reaches[word] = reaches[word + 1]
        return reaches

    def __len__(self) -> int:
        return len(self.text)

    def is_preposition(self, word: int) -> bool:
        """Tell «على» from «علي», which folding makes one."""
        return self.text[word] in {"علي", "وعلي", "فعلي"} and self.page.text.words(
            self.starts[word], self.ends[word]
        ).endswith("ى")

    def long_alif(self, word: int) -> bool:
        """Tell «آمر» from «أمر», which folding makes one; clitics may stand before it."""
        return "آ" in self.page.text.words(self.starts[word], self.ends[word])[:3]

    def without_hamza(self, word: int, alif: str) -> bool:
        """Tell «وادي» from «وأدى»: the word is spelt with no hamza where `alif` has a bare one."""
        raw = self.page.text.words(self.starts[word], self.ends[word])
        return "أ" not in raw or "أ" in alif

    def gap(self, word: int) -> str:
        """What stands before a word; after the last word it is the rest of the text."""
        return self._gaps[word] if 0 <= word < len(self._gaps) else "\n"

    def spaced(self, word: int) -> bool:
        """Tell whether only a space or two part a word from the one before it."""
        gap = self.gap(word)
        return 0 < word < len(self.text) and gap in {" ", "  "}

    def joined(self, first: int, after: int) -> bool:
        """Tell whether words stand together, quotation marks and hyphens between them or not."""
        return not any(_APART.search(self._gaps[n]) for n in range(first + 1, after))

    def quoted(self, first: int, after: int) -> bool:
        """Tell whether quotation marks stand right before and right after."""
        return bool(_QUOTED.search(self.gap(first)[-2:]) and _QUOTED.search(self.gap(after)[:2]))

    def reach(self, first: int) -> int:
        """Find the word after the last one that stands together with `first`."""
        return self._reaches[first]

    def span(self, first: int, after: int, skip: int = 0) -> Span:
        """Lead words back to the raw text, without `skip` letters of the first."""
        return self.page.text.span(self.starts[first] + skip, self.ends[after - 1])

    def at(self, span: Span) -> tuple[int, int]:
        """Find the words that a span of the raw text covers or touches: first, and after the last."""
        start, end = self.page.text.fold_span(span)
        first, after = bisect_right(self.ends, start), bisect_left(self.starts, end)
        return (first, after) if first < after else (0, 0)


def openers(phrases: Iterable[str]) -> dict[str, int]:
    """Map each word that begins a phrase to the words of the longest one.

    >>> openers(["وزير", "رئيس", "رئيس اركان"])
    {'وزير': 1, 'رئيس': 2}
    """
    longest: dict[str, int] = {}
    for phrase in phrases:
        first, *rest = phrase.split()
        longest[first] = max(longest.get(first, 0), 1 + len(rest))
    return longest


@lru_cache(maxsize=32)
def words_of(page: Page) -> Words:
    """Cut a page once, although roles and names both look at its words, and resolving again.

    A batch goes through the stages together, so that as many pages are kept as it has.
    """
    return Words(page)
