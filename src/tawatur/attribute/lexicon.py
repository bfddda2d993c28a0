"""All rows that attribution reads, indexed by folded word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import msgspec

from tawatur.attribute.verbs import Gender, Number, Saying, VerbRow, acting_forms, forms_of
from tawatur.attribute.words import key, unjoined
from tawatur.lang.rows import load
from tawatur.model import LinkKind


class _Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    example: str


class ClassRow(_Row, frozen=True, kw_only=True):
    """A kind of speaker: what the last link of its chain is, and what it means."""

    name: str
    link: LinkKind
    anonymous: bool = False
    meaning: str


class SpeakerRow(_Row, frozen=True, kw_only=True):
    """A noun that a speaker begins with; the fields are explained in speakers.toml."""

    word: str
    class_: str = msgspec.field(name="class")
    gender: Gender
    number: Number
    vague: bool = False
    office: bool = False
    spokesperson: bool = False
    quantity: bool = False


class QualityRow(_Row, frozen=True, kw_only=True):
    """A word that says what an unnamed speaker is."""

    word: str
    class_: str = msgspec.field(name="class")


class CreditRow(_Row, frozen=True, kw_only=True):
    """A way to credit somebody without a reporting verb."""

    words: str
    kind: Literal["credit", "as", "background", "hearsay", "noun", "not"]
    joined: bool = False
    also: bool = False


class SettingRow(_Row, frozen=True, kw_only=True):
    """Where something is said."""

    word: str
    kind: Literal["written", "social", "spoken"] = "spoken"


class HedgeRow(_Row, frozen=True, kw_only=True):
    """Words that keep a distance."""

    words: str
    where: Literal["said", "before"]


class WordRow(_Row, frozen=True, kw_only=True):
    """One word with its example."""

    word: str


class AsideRow(WordRow, frozen=True, kw_only=True):
    """A word between a verb and its أن; a long one takes what follows with it."""

    long: bool = False


class ParticleRow(WordRow, frozen=True, kw_only=True):
    """A small word; the kinds are explained in said_particles.toml."""

    kind: str


TABLES: dict[str, type[msgspec.Struct]] = {
    "reporting_verbs": VerbRow,
    "speakers": SpeakerRow,
    "speaker_classes": ClassRow,
    "speaker_qualities": QualityRow,
    "crediting_words": CreditRow,
    "settings": SettingRow,
    "hedges": HedgeRow,
    "said_particles": ParticleRow,
    "asides": AsideRow,
    "acting_participles": WordRow,
    "feelings_about": WordRow,
    "matters": WordRow,
    "measures": WordRow,
    "labels": WordRow,
}
"""Every table of attribution and what its rows are."""

CREDIT_PRONOUNS = ("", "ها", "هم", "ه")
"""What may be written onto «قول» to say whose word it is; the longest first where it matters."""

Tables = Mapping[str, Sequence[Any]]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """What attribution knows about Arabic; words are folded."""

    verbs: dict[str, Saying]
    acting: frozenset[str]
    speakers: dict[str, SpeakerRow]
    classes: dict[str, ClassRow]
    qualities: dict[str, QualityRow]
    credits: dict[tuple[str, ...], CreditRow]
    credit_starts: frozenset[str]
    settings: dict[str, SettingRow]
    hedges: dict[tuple[str, ...], HedgeRow]
    asides: dict[str, AsideRow]
    particles: dict[str, frozenset[str]]
    about: frozenset[str]
    matters: frozenset[str]
    measures: frozenset[str]
    labels: frozenset[str]

    @classmethod
    def of(cls, tables: Tables) -> Lexicon:
        """Index the rows of all tables."""
        kinds = {row.kind for row in tables["said_particles"]}
        return cls(
            verbs=forms_of(tables["reporting_verbs"]),
            acting=frozenset(
                form for row in tables["acting_participles"] for form in acting_forms(row.word)
            ),
            speakers={key(row.word): row for row in tables["speakers"]},
            classes={row.name: row for row in tables["speaker_classes"]},
            qualities={
                key(row.word) + ending: row
                for row in tables["speaker_qualities"]
                for ending in _ENDINGS
            },
            credits={_split(row.words): row for row in tables["crediting_words"]},
            credit_starts=frozenset(
                _split(row.words)[0] + pronoun
                for row in tables["crediting_words"]
                for pronoun in CREDIT_PRONOUNS
            ),
            settings={key(row.word): row for row in tables["settings"]},
            hedges={_split(row.words): row for row in tables["hedges"]},
            asides={key(row.word): row for row in tables["asides"]},
            particles={
                kind: _words(row for row in tables["said_particles"] if row.kind == kind)
                for kind in kinds
            },
            about=_words(tables["feelings_about"]),
            matters=_words(tables["matters"]),
            measures=_words(tables["measures"]),
            labels=_words(tables["labels"]),
        )

    def is_particle(self, text: str, kind: str) -> bool:
        """Tell whether a word, with or without و or ف, is a small word of a kind."""
        words = self.particles.get(kind, frozenset())
        return any(reading in words for reading in unjoined(text))


def read_tables() -> dict[str, tuple[Any, ...]]:
    """Read every table of attribution from its file."""
    return {name: load(name, kind) for name, kind in TABLES.items()}


@cache
def lexicon() -> Lexicon:
    """Read and index all tables, once a process."""
    return Lexicon.of(read_tables())


_ENDINGS = ("", "ه", "ون", "ين", "ان", "ا")


def _words(rows: Iterable[WordRow]) -> frozenset[str]:
    return frozenset(key(row.word) for row in rows)


def _split(words: str) -> tuple[str, ...]:
    return tuple(key(word) for word in words.split())
