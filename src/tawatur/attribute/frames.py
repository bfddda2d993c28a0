"""What all ways of crediting somebody have in common: one frame for each place that does."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from tawatur.attribute.hedges import hedges_in
from tawatur.attribute.lexicon import Lexicon
from tawatur.attribute.speakers import Names, Speaker
from tawatur.attribute.verbs import Gender, Number, Saying
from tawatur.attribute.words import COMMAS, DASHES, QUOTES, STOPS, THAT, Word, unjoined
from tawatur.mark.page import Page
from tawatur.model import Span

Kind = Literal["verb", "participle", "credit", "background", "hearsay", "headline", "own"]
_FRONTED = 14
"""Words that may stand before the verb of «وفي وقت لاحق من مساء أمس قالت …»."""


@dataclass(frozen=True, kw_only=True)
class Frame:
    """A cue, who speaks, and where what is said begins; offsets into the folded text.

    `said` is null where the credit stands behind what is said. `cut` is where a claim before this
    frame ends. A frame that `nests` is part of a claim and does not end it. `gender` and `number`
    are what the verb agrees with, for a speaker left to grammar.
    """

    kind: Kind
    cue: tuple[int, int]
    cut: int
    said: int | None = None
    speaker: Speaker | None = None
    relayed: Speaker | None = None
    relay_cue: tuple[int, int] | None = None
    medium: Speaker | None = None
    gender: Gender = "m"
    number: Number = "sg"
    nests: bool = False
    setting: str | None = None


class Quoted(NamedTuple):
    """A quotation in offsets of the folded text, marks left out."""

    start: int
    end: int
    is_speech: bool


class Clause:
    """A sentence as words, with what is known about its page."""

    def __init__(self, page: Page, words: list[Word], lexicon: Lexicon, names: Names) -> None:
        self.page = page
        self.words = words
        self.lexicon = lexicon
        self.names = names
        self.quotations = _quotations_in(page, words)
        self._starts = [word.start for word in words]
        self._by_start = {quoted.start: quoted for quoted in self.quotations}
        self._speech = [quoted for quoted in self.quotations if quoted.is_speech]

    @cached_property
    def hedges(self) -> list[int]:
        """Where the report keeps its distance, in offsets of the folded text."""
        return hedges_in(self.words, "said", self.lexicon)

    def text(self, at: int) -> str:
        """Give the word at a place; nothing outside the sentence."""
        return self.words[at].text if 0 <= at < len(self.words) else ""

    def between(self, start: int, end: int) -> list[Word]:
        """Give the words that begin in a stretch."""
        return self.words[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def sayings_at(self, at: int) -> list[tuple[Saying, int]]:
        """List the reporting verbs that a word may be, and how many letters are joined before.

        «ورد» may be the verb ورد, or رد behind و.
        """
        readings = enumerate(unjoined(self.text(at)))
        verbs = ((self.lexicon.verbs.get(reading), joined) for joined, reading in readings)
        return [(saying, joined) for saying, joined in verbs if saying is not None]

    def says(self, at: int) -> bool:
        """Tell whether a word is surely a form of a reporting verb, and no noun of speakers."""
        sayings = self.sayings_at(at)
        if not sayings or self.text(at) in self.lexicon.speakers:
            return False
        return not sayings[0][0].row.shy

    def opens_quotation(self, at: int) -> Quoted | None:
        """Find the quotation whose opening mark a word is."""
        return self._by_start.get(self.words[at].end) if self.text(at) in QUOTES else None

    def speech_at(self, offset: int) -> Quoted | None:
        """Find the innermost speech that holds an offset."""
        around = [quoted for quoted in self._speech if quoted.start <= offset < quoted.end]
        return min(around, key=lambda quoted: quoted.end - quoted.start, default=None)

    def opens_that(self, at: int) -> bool:
        """Tell whether a word is an أن that opens what is said, not that of «دون أن»."""
        return self.text(at) in THAT and not self.lexicon.is_particle(
            self.text(at - 1), "owns_that"
        )

    def begins(self, at: int) -> bool:
        """Tell whether nothing of the same clause stands before a word."""
        before = self.text(at - 1)
        return (
            at == 0
            or before in COMMAS | STOPS | QUOTES | DASHES
            or before in {":", ")"}
            or self.lexicon.is_particle(before, "connector")
            or (before in THAT and before.endswith(("ه", "ها", "هم", "هما")))
        )

    def is_fronted(self, at: int) -> bool:
        """Tell whether only a time or a place stands before a word («وفي وقت لاحق قالت»)."""
        first = at
        ends = STOPS | COMMAS | QUOTES | THAT
        while first > 0 and at - first < _FRONTED and self.text(first - 1) not in ends:
            first -= 1
            if self.lexicon.is_particle(self.text(first), "fronting") and self.begins(first):
                return True
        return False

    def cut_before(self, at: int) -> int:
        """Find where the claim before a word ends: before its connectors and commas."""
        while at > 0 and (
            self.text(at - 1) in COMMAS
            or self.lexicon.is_particle(self.text(at - 1), "connector")
            or self.lexicon.is_particle(self.text(at - 1), "relative")
            or (self.text(at - 1) in {"من", "ومن", "في"} and self._is_connector(at))
        ):
            at -= 1
        return self.words[at].start

    def _is_connector(self, at: int) -> bool:
        return self.lexicon.is_particle(self.text(at), "connector")


def _quotations_in(page: Page, words: Sequence[Word]) -> list[Quoted]:
    if not words:
        return []
    raw = page.text.span(words[0].start, words[-1].end)
    first = max(bisect_right(page.quotations, (raw.start, 0, "")) - 1, 0)
    found = []
    for place in range(first, len(page.quotations)):
        quotation = page.quotations[place]
        if quotation.start > raw.end:
            break
        if quotation.end >= raw.start:
            inside = page.text.fold_span(Span(quotation.start, quotation.end))
            found.append(Quoted(*inside, quotation.is_speech))
    return found
