"""Tables of Arabic: rows that people edit, each with an example that needs it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec
import regex

from tawatur.lang.letters import fold

Row = TypeVar("Row", bound=msgspec.Struct)


@cache
def load(table: str, kind: type[Row], language: str = "ar") -> tuple[Row, ...]:
    """Read the rows `[[row]]` of `lang/<language>/<table>.toml`, checked against `kind`.

    Raises:
        msgspec.ValidationError: a row has an unknown or missing field; the message names it.
        FileNotFoundError: there is no such table.
    """
    path = files("tawatur.lang") / language / f"{table}.toml"
    found: dict[str, tuple[Row, ...]] = msgspec.toml.decode(
        path.read_bytes(),
        type=dict[str, tuple[kind, ...]],  # type: ignore[valid-type]
    )
    return found["row"]


def any_of(words: Iterable[str]) -> str:
    """Write a pattern that matches any of `words` on folded text, the longest first.

    >>> any_of(["قال", "قالت", "أكّد"])
    '(?:قالت|اكد|قال)'
    """
    folded = sorted({fold(word) for word in words}, key=lambda word: (-len(word), word))
    if not folded:
        raise ValueError("a pattern needs words; of no words it would match everywhere")
    return "(?:" + "|".join(regex.escape(word, literal_spaces=True) for word in folded) + ")"
