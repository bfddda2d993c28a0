"""Reporting verbs: every form of every row, and what the form agrees with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

import msgspec

from tawatur.lang.letters import fold

Gender = Literal["m", "f"]
Number = Literal["sg", "du", "pl"]
Takes = Literal["that", "quote", "matter", "deems", "stance", "inside"]
_WEAK = ("ى", "ا", "ي", "و")
_OBJECTS = ("ه", "ها", "هم", "هما", "نا", "ني")


class VerbRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One reporting verb; the fields are explained at the head of reporting_verbs.toml."""

    verb: str
    imperfect: str | None = None
    participle: str | None = None
    takes: tuple[Takes, ...]
    to: tuple[str, ...] = ()
    shy: bool = False
    relays: bool = False
    tells: bool = False
    example: str


class Saying(NamedTuple):
    """A form of a reporting verb and who can be its subject.

    `has_object` is «أعلنته», `is_own` «كتبنا»: the outlet speaks of itself.
    """

    row: VerbRow
    gender: Gender
    number: Number
    is_participle: bool = False
    has_object: bool = False
    is_present: bool = False
    is_own: bool = False

    def takes(self, *kinds: Takes) -> bool:
        """Tell whether the verb takes one of these."""
        return any(kind in self.row.takes for kind in kinds)


def forms_of(rows: Iterable[VerbRow]) -> dict[str, Saying]:
    """Conjugate all rows: folded form → what it says; the earlier row wins a form they share.

    >>> forms = forms_of([VerbRow(verb="نفى", imperfect="ينفي", takes=("that",), example="")])
    >>> forms["نفت"].gender, forms["ينفون"].number, forms["نفته"].has_object
    ('f', 'pl', True)
    """
    found: dict[str, Saying] = {}
    for row in rows:
        for form, saying in _conjugated(row):
            found.setdefault(fold(form), saying)
    return found


def acting_forms(participle: str) -> set[str]:
    """Give the forms in which somebody does something beside speaking («داعيا», «داعية»)."""
    return {fold(form) for form, _, _ in _participles(participle)}


def _conjugated(row: VerbRow) -> Iterator[tuple[str, Saying]]:
    for form, gender, number, is_present in _finite(row):
        yield form, Saying(row, gender, number, is_present=is_present)
    if not row.tells:
        yield _perfect_stem(row.verb) + "نا", Saying(row, "m", "pl", is_own=True)
    if row.participle:
        for form, gender, number in _participles(row.participle):
            yield form, Saying(row, gender, number, is_participle=True)
    for form, gender, number, is_present in _finite(row):
        saying = Saying(row, gender, number, has_object=True, is_present=is_present)
        for pronoun in _OBJECTS:
            yield _before_pronoun(form) + pronoun, saying


def _finite(row: VerbRow) -> Iterator[tuple[str, Gender, Number, bool]]:
    for form, gender, number in _perfect(row.verb):
        yield form, gender, number, False
    for form, gender, number in _imperfect(row.imperfect) if row.imperfect else ():
        yield form, gender, number, True


def _perfect(verb: str) -> Iterator[tuple[str, Gender, Number]]:
    is_weak = verb.endswith(_WEAK[:2])
    stem = verb[:-1] if is_weak else verb
    yield verb, "m", "sg"
    yield stem + "ت", "f", "sg"
    yield stem + ("يا" if is_weak else "ا"), "m", "du"
    yield stem + "تا", "f", "du"
    yield stem + "وا", "m", "pl"


def _perfect_stem(verb: str) -> str:
    return verb[:-1] + "ي" if verb.endswith(_WEAK[:2]) else verb


def _imperfect(verb: str) -> Iterator[tuple[str, Gender, Number]]:
    is_weak = verb.endswith(_WEAK)
    stem = verb[:-1] if is_weak else verb
    yield verb, "m", "sg"
    yield "ت" + verb[1:], "f", "sg"
    yield (stem + "ي" if is_weak else stem) + "ان", "m", "du"
    yield stem + "ون", "m", "pl"


def _participles(word: str) -> Iterator[tuple[str, Gender, Number]]:
    yield word + "ا", "m", "sg"
    yield word + "ة", "f", "sg"
    stem = word.removesuffix("ي")
    yield stem + "ين", "m", "pl"
    yield word + "ات", "f", "pl"


def _before_pronoun(form: str) -> str:
    if form.endswith("وا"):
        return form[:-1]
    return form[:-1] + "ا" if form.endswith("ى") else form
