"""The rows of triggers.toml, and every form of their words ready to be looked up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal, NamedTuple

import msgspec

from tawatur.lang.letters import fold
from tawatur.lang.rows import load
from tawatur.mark.inflection import noun_forms, participle_forms, verb_forms

Sort = Literal["perfect", "imperfect", "noun", "owned", "participle", "phrase"]
"""What a form is; an «owned» noun wears a pronoun («زيارته»)."""

VERBAL: frozenset[Sort] = frozenset({"perfect", "imperfect", "participle", "phrase"})


class TriggerRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that name one sort of happening; see the head of triggers.toml."""

    id: str
    type: str
    family: str
    example: str
    counterexample: str
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    verb: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    participle: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    passive: bool = False
    light: bool = False
    echo: bool = False
    follows: tuple[str, ...] = ()
    article: bool = True
    needs: tuple[str, ...] = ()
    reach: int = 6
    after: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    not_when: tuple[str, ...] = ()


class ModeRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words beside a trigger that give it a mode."""

    type: str
    mode: str
    words: tuple[str, ...]
    not_words: tuple[str, ...] = ()
    example: str


class SenseRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of a field of life in which words of conflict mean something else."""

    id: str
    words: tuple[str, ...]
    spread: int | None = None
    example: str


class NounCueRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words after which a word that could be a verb is a noun."""

    words: tuple[str, ...]
    example: str


class WholeWordRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whole words that are no triggers, whatever their letters."""

    words: tuple[str, ...]
    example: str


class Reading(NamedTuple):
    """One way to read a word: its row, the words that must follow, and what it wears.

    `trim` is the number of letters before the word that are no part of it; `held` tells that a
    preposition is among them. `place` is the row's place in the table.
    """

    place: int
    row: TriggerRow
    rest: tuple[str, ...]
    sort: Sort
    trim: int
    held: bool
    definite: bool


class Near(NamedTuple):
    """Words to be looked for around a trigger: single ones, and phrases."""

    words: frozenset[str]
    phrases: tuple[str, ...]

    @classmethod
    def of(cls, words: Iterable[str]) -> Near:
        """Fold words and sort the phrases out."""
        folded = [fold(word) for word in words]
        return cls(
            frozenset(word for word in folded if " " not in word),
            tuple(word for word in folded if " " in word),
        )


class Lexicon:
    """Rows with their forms: what a word may be, and what must and must not stand around it."""

    def __init__(
        self,
        rows: Iterable[TriggerRow],
        modes: Iterable[ModeRow] = (),
        senses: Iterable[SenseRow] = (),
        noun_cues: Iterable[NounCueRow] = (),
        whole_words: Iterable[WholeWordRow] = (),
    ) -> None:
        self.rows = tuple(rows)
        self.modes = tuple((row, Near.of(row.words), Near.of(row.not_words)) for row in modes)
        self.senses = tuple((row, Near.of(row.words)) for row in senses)
        self.noun_cues = frozenset(fold(word) for row in noun_cues for word in row.words)
        self.needs = {row.id: Near.of(row.needs) for row in self.rows}
        self.not_near = {row.id: Near.of(row.not_near) for row in self.rows}
        self.after = {row.id: Near.of(row.after).words for row in self.rows}
        self.not_before = {row.id: Near.of(row.not_before).words for row in self.rows}
        self.not_after = {row.id: Near.of(row.not_after).words for row in self.rows}
        self._bare: dict[str, list[tuple[int, TriggerRow, tuple[str, ...], Sort]]] = {}
        for place, row in enumerate(self.rows):
            for form, rest, sort in _forms_of(row):
                self._bare.setdefault(form, []).append((place, row, rest, sort))
        self._read: dict[str, tuple[Reading, ...]] = {
            fold(word): () for row in whole_words for word in row.words
        }

    def readings(self, word: str) -> tuple[Reading, ...]:
        """List what a folded word may be, phrases first, then in the order of the rows."""
        found = self._read.get(word)
        if found is None:
            found = self._read[word] = tuple(sorted(self._readings(word), key=_order))
        return found

    def _readings(self, word: str) -> Iterator[Reading]:
        for joined, held, definite, bare in _taken_apart(word):
            for place, row, rest, sort in self._bare.get(bare, ()):
                if definite and not row.article:
                    continue
                if _may_wear(sort, held, definite=definite):
                    trim = len(joined) + len(held)
                    yield Reading(place, row, rest, sort, trim, bool(held), definite)


def _order(reading: Reading) -> tuple[int, int, int]:
    return (-len(reading.rest), reading.place, reading.trim)


def _forms_of(row: TriggerRow) -> Iterator[tuple[str, tuple[str, ...], Sort]]:
    for pair in row.verb:
        perfect, imperfect = verb_forms(pair)
        yield from ((form, (), "perfect") for form in perfect)
        yield from ((form, (), "imperfect") for form in imperfect)
    for noun in row.noun:
        first, *rest = fold(noun).split()
        for form, owned in set(noun_forms(first)):
            yield form, tuple(rest), "owned" if owned else "noun"
    for participle in row.participle:
        yield from ((form, (), "participle") for form in participle_forms(participle))
    for phrase in row.phrases:
        first, *rest = fold(phrase).split()
        yield first, tuple(rest), "phrase"


def _taken_apart(word: str) -> Iterator[tuple[str, str, bool, str]]:
    """Take the clitics off a word in every way that leaves two letters or more."""
    for joined in ("", "و", "ف"):
        if not word.startswith(joined):
            continue
        rest = word[len(joined) :]
        for held in ("", "ب", "ل", "ك"):
            bare = rest[len(held) :]
            if not rest.startswith(held) or len(bare) < 2:
                continue
            yield joined, held, False, bare
            article = "ل" if held == "ل" else "ال"
            if bare.startswith(article) and len(bare) > len(article) + 1:
                yield joined, held, True, bare[len(article) :]


def _may_wear(sort: Sort, held: str, *, definite: bool) -> bool:
    """Tell which clitics a sort of word can wear: «ل» an imperfect («ليزور»), a noun all."""
    if sort == "noun":
        return True
    if sort == "owned":
        return not definite
    return not definite and (not held or (sort == "imperfect" and held == "ل"))


def trigger_rows() -> tuple[TriggerRow, ...]:
    """Read triggers.toml."""
    return load("triggers", TriggerRow)


def mode_rows() -> tuple[ModeRow, ...]:
    """Read trigger_modes.toml."""
    return load("trigger_modes", ModeRow)


def sense_rows() -> tuple[SenseRow, ...]:
    """Read senses.toml."""
    return load("senses", SenseRow)


def noun_cue_rows() -> tuple[NounCueRow, ...]:
    """Read noun_cues.toml."""
    return load("noun_cues", NounCueRow)


def whole_word_rows() -> tuple[WholeWordRow, ...]:
    """Read whole_words.toml."""
    return load("whole_words", WholeWordRow)


@cache
def lexicon() -> Lexicon:
    """Prepare the shipped tables, once."""
    return Lexicon(trigger_rows(), mode_rows(), sense_rows(), noun_cue_rows(), whole_word_rows())
