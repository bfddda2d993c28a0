"""Who or what: a person, a body, a place, a post."""

from __future__ import annotations

from datetime import date

import msgspec

from tawatur.model.base import Noun
from tawatur.model.reason import Reason


class Name(Noun, frozen=True, kw_only=True):
    """One way to write an entity's name: its text, language and kind (preferred, alias, variant)."""

    text: str
    lang: str | None = None
    kind: str = "variant"


class Codes(Noun, frozen=True, kw_only=True):
    """The codebook's codes: ISO 3166 country and PLOVER sector."""

    country: str | None = None
    sector: str | None = None


class Tenure(Noun, frozen=True, kw_only=True):
    """A post and the days between which it is known to have been held."""

    post: str
    from_: date | None = msgspec.field(name="from", default=None)
    to: date | None = None
    because: tuple[Reason, ...] = ()


class Entity(Noun, frozen=True, kw_only=True):
    """An entity of the record; `kb` is its row in the knowledge base, null if it has none.

    A place without known coordinates has null `lat` and `lon`; a disputed place lies `within`
    every administration that claims it.
    """

    id: str
    kind: str
    names: tuple[Name, ...]
    mentions: int = 0
    kb: str | None = None
    codes: Codes = Codes()
    lat: float | None = None
    lon: float | None = None
    within: tuple[str, ...] = ()
    posts: tuple[Tenure, ...] = ()
    because: tuple[Reason, ...] = ()
