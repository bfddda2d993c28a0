"""Where in a text it is worth looking for which time expressions: near the words they cannot do without."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import regex

from tawatur.lang.letters import fold
from tawatur.mark.timewords import TimeWords

BEFORE, AFTER = 110, 80
"""Folded characters that an expression reaches before and after such a word, with room to spare:
«الساعة الثانية عشرة والنصف من صباح اليوم الأربعاء الثامن والعشرين من كانون الأول من العام الماضي»."""

_TOKEN = regex.compile(r"\p{L}+|\d+")
_NUMERIC = regex.compile(r"\d{1,4}\s?[/\-.]\s?\d{1,2}\s?[/\-.]\s?\d{1,4}")
_WORD_END = regex.compile(r"(?!\p{L}|\d)|\Z")
_CLITICS = ("", *"وفبلك", *(one + two for one in "وف" for two in "بلك"))
_ENGLISH = ("January", "February", "March", "April", "May", "June", "July", "August")
_LATER = ("September", "October", "November", "December")

Window = tuple[int, int]


class Spots:
    """Words by what they announce, with any clitics before them."""

    def __init__(self, words: TimeWords) -> None:
        self._near: Mapping[str, set[str]] = defaultdict(set)
        for name in ("months", "weekdays", "deictic_days", "decades", "time_cues", "time_idioms"):
            self._announce(name, (row.word for row in getattr(words, name)))
        self._announce("stretches", (row.word for row in words.time_stretches))
        self._announce("stretches", (row.word for row in words.time_units))
        self._announce("units", (row.word for row in words.time_units))
        self._announce("month_days", ("الشهر", "الجاري"))
        for word in (*_ENGLISH, *_LATER):
            self._near[word].add("english")
            self._near[word[:3]].add("english")

    def _announce(self, name: str, words: Iterable[str]) -> None:
        for word in words:
            first = fold(word).split()[0]
            for clitics in _CLITICS:
                self._near[clitics + first].add(name)

    def windows(self, folded: str) -> Mapping[str | None, list[Window]]:
        """Give for each kind of word the stretches around where it stands; for None the whole."""
        spots: dict[str, list[Window]] = defaultdict(list)
        for name, start, end in self._spots(folded):
            begin, stop = max(0, start - BEFORE), min(len(folded), end + AFTER)
            known = spots[name]
            if known and begin <= known[-1][1]:
                begin = known.pop()[0]
            known.append((begin, stop))
        near: dict[str | None, list[Window]] = {
            name: [(begin, _word_end(folded, stop)) for begin, stop in found]
            for name, found in spots.items()
        }
        return {None: [(0, len(folded))], **near}

    def _spots(self, folded: str) -> Iterator[tuple[str, int, int]]:
        near = self._near
        for match in _TOKEN.finditer(folded):
            token = match[0]
            for name in near.get(token, ()):
                yield name, match.start(), match.end()
            if token[0].isdigit():
                yield "figures", match.start(), match.end()
                if len(token) == 4:
                    yield "years", match.start(), match.end()
        for match in _NUMERIC.finditer(folded):
            yield "numeric", match.start(), match.end()


def _word_end(folded: str, place: int) -> int:
    """Move `place` to the end of the word that it cuts."""
    match = _WORD_END.search(folded, place)
    return match.start() if match else len(folded)
