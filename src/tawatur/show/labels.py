"""The words of the interface, in both languages, read from one table."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec
import regex

from tawatur.codebook.codebook import codebook
from tawatur.errors import SetupError

Language = Literal["ar", "en"]
_PART = regex.compile(r"(?P<before>[^:;]+: )?(?P<said>.+?)(?P<weight> [+-]\d+\.\d)?")
LANGUAGES: tuple[Language, ...] = ("ar", "en")


class Label(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One phrase of the interface."""

    key: str
    ar: str
    en: str


class Count(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One counted noun: its forms by plural category (CLDR's names)."""

    key: str
    ar: dict[str, str]
    en: dict[str, str]


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    label: tuple[Label, ...]
    count: tuple[Count, ...]


@cache
def _table() -> _Table:
    path = files("tawatur.show") / "static" / "labels.toml"
    return msgspec.toml.decode(path.read_bytes(), type=_Table)


def labels() -> tuple[Label, ...]:
    """List every phrase: the table's own, then the codebook's names of types and modes."""
    book = codebook("plover")
    types = {f"type.{name}": entry for name, entry in book.types.items()}
    modes = {f"mode.{name}": entry for (_, name), entry in book.modes.items()}
    named = {**types, **modes}.items()
    return (*_table().label, *(Label(key, entry.label_ar, entry.label_en) for key, entry in named))


@cache
def _labels() -> dict[str, Label]:
    return {label.key: label for label in labels()}


@cache
def _counts() -> dict[str, Count]:
    return {count.key: count for count in _table().count}


def language_of(lang: str) -> Language:
    """Check the name of an interface language.

    Raises:
        SetupError: the interface does not speak it.
    """
    for known in LANGUAGES:
        if known == lang:
            return known
    raise SetupError(f"no interface in {lang!r}; there are {', '.join(LANGUAGES)}")


def label(key: str, lang: Language) -> str:
    """Say `key` in a language; a key without a row is shown as the record writes it.

    >>> label("status.planned", "ar"), label("mode.of-a-later-codebook", "en")
    ('مزمع', 'of a later codebook')
    """
    row = _labels().get(key)
    if row is None:
        return key.partition(".")[2].replace("_", " ").replace("-", " ")
    return row.ar if lang == "ar" else row.en


def known(key: str) -> bool:
    """Tell whether the table has a row for `key`."""
    return key in _labels()


def remark(words: str, lang: Language) -> str:
    """Say what the record itself says (a reason that quotes no report), where there are words for it.

    Its parts stand between semicolons, with a document's name before or a weight behind.

    >>> remark("same place +1.3; same figure +0.6", "ar")
    'المكان واحد +1.3؛ العدد واحد +0.6'
    >>> remark("wa-17: nothing of the kind", "ar")
    'wa-17: nothing of the kind'
    """
    if known(f"words.{words}"):
        return label(f"words.{words}", lang)
    semicolon = "؛ " if lang == "ar" else "; "
    return semicolon.join(_part(part, lang) for part in words.split("; "))


def _part(words: str, lang: Language) -> str:
    part = _PART.fullmatch(words)
    if part is None or not known(f"words.{part['said']}"):
        return words
    said = label(f"words.{part['said']}", lang)
    return f"{part['before'] or ''}{said}{part['weight'] or ''}"


def slot_key(slot: str) -> str:
    """Choose the key of a contradiction's slot: «amounts.killed» is said like the amount.

    >>> label(slot_key("amounts.killed"), "en"), label(slot_key("status"), "ar")
    ('killed', 'الوقوع')
    """
    return _first_known(f"slot.{slot}", f"what.{slot.rpartition('.')[2]}")


def rule_key(rule: str) -> str:
    """Choose the key of a rule: the rule itself, else what stands before its colon."""
    return _first_known(f"rule.{rule}", f"rule.{rule.partition(':')[0]}")


def _first_known(*keys: str) -> str:
    return next((key for key in keys if known(key)), keys[0])


def counted(key: str, number: int, lang: Language) -> str:
    """Count a noun as the language does.

    >>> [counted("reports", n, "ar") for n in (1, 2, 8, 11)]
    ['تقرير واحد', 'تقريران', '8 تقارير', '11 تقريرًا']
    >>> counted("origins", 3, "en")
    '3 independent origins'
    """
    forms = _counts()[key]
    if lang == "ar":
        return forms.ar[_arabic_plural(number)].format(n=f"{number:,}")
    return forms.en["one" if number == 1 else "other"].format(n=f"{number:,}")


def _arabic_plural(number: int) -> str:
    """Name the plural category of CLDR's rule for Arabic."""
    if number <= 2:
        return ("zero", "one", "two")[number]
    rest = number % 100
    if 3 <= rest <= 10:
        return "few"
    return "many" if rest >= 11 else "other"
