"""All rows that attribution reads, indexed by folded word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeVar

import msgspec

from tawatur.attribute.verbs import Gender, Number, Saying, VerbRow, forms_of
from tawatur.lang.letters import fold
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
    kind: Literal["credit", "as", "background", "hearsay"]
    joined: bool = False


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


TABLES: dict[str, type[_Row] | type[VerbRow]] = {
    "reporting_verbs": VerbRow,
    "speakers": SpeakerRow,
    "speaker_classes": ClassRow,
    "speaker_qualities": QualityRow,
    "credits": CreditRow,
    "settings": SettingRow,
    "hedges": HedgeRow,
    "matters": WordRow,
    "measures": WordRow,
    "asides": WordRow,
    "labels": WordRow,
}
_Any = TypeVar("_Any")


@dataclass(frozen=True, eq=False)
class Lexicon:
    """What attribution knows about Arabic; keys are folded."""

    verbs: dict[str, Saying]
    speakers: dict[str, SpeakerRow]
    classes: dict[str, ClassRow]
    qualities: dict[str, QualityRow]
    credits: dict[tuple[str, ...], CreditRow]
    settings: dict[str, SettingRow]
    hedges: dict[tuple[str, ...], HedgeRow]
    matters: frozenset[str]
    measures: frozenset[str]
    asides: frozenset[str]
    labels: frozenset[str]

    @classmethod
    def of(cls, tables: dict[str, tuple[object, ...]]) -> Lexicon:
        """Index rows; a table that is not given is read from its file."""

        def rows(name: str, kind: type[_Any]) -> tuple[_Any, ...]:
            given = tables.get(name)
            return load(name, kind) if given is None else given  # type: ignore[return-value, type-var]

        return cls(
            verbs=forms_of(rows("reporting_verbs", VerbRow)),
            speakers={fold(row.word): row for row in rows("speakers", SpeakerRow)},
            classes={row.name: row for row in rows("speaker_classes", ClassRow)},
            qualities={
                form: row
                for row in rows("speaker_qualities", QualityRow)
                for form in _inflected(fold(row.word))
            },
            credits={_split(row.words): row for row in rows("credits", CreditRow)},
            settings={fold(row.word): row for row in rows("settings", SettingRow)},
            hedges={_split(row.words): row for row in rows("hedges", HedgeRow)},
            matters=_words(rows("matters", WordRow)),
            measures=_words(rows("measures", WordRow)),
            asides=_words(rows("asides", WordRow)),
            labels=_words(rows("labels", WordRow)),
        )


@cache
def lexicon() -> Lexicon:
    """Read all tables, once a process."""
    return Lexicon.of({})


def _words(rows: Iterable[WordRow]) -> frozenset[str]:
    return frozenset(fold(row.word) for row in rows)


def _split(words: str) -> tuple[str, ...]:
    return tuple(fold(words).split())


def _inflected(word: str) -> tuple[str, ...]:
    return (word, word + "ه", word + "ون", word + "ين", word + "ان", word + "ا")
