"""Posts: when two wordings are one post, who holds it here, and to which body it belongs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec
import regex

from tawatur.kb.knowledge import knowledge
from tawatur.kb.row import Row
from tawatur.lang.letters import fold
from tawatur.lang.rows import load
from tawatur.mark.vocabulary import demonyms, is_demonym
from tawatur.mark.words import Words
from tawatur.model import NameMark, RoleMark, Span
from tawatur.resolve.naming import Scene
from tawatur.resolve.nearby import last_before, next_from

_BETWEEN = regex.compile(r"[\s،,«»“”\"().:]*")
_BEFORE = regex.compile(r"[\s«»“”\"().]*،?[\s«»“”\"().]*")
_AFTER = regex.compile(r" *،? *")


class SamePostRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A wording of a post, and the wording that it is compared as."""

    word: str
    means: str
    example: str


@cache
def _same_posts() -> tuple[tuple[str, str], ...]:
    return tuple((fold(row.word), fold(row.means)) for row in load("same_posts", SamePostRow))


def post_key(words: str) -> str:
    """Write a post as it is compared: one wording, without adjectives of a country.

    >>> post_key("رئيس مجلس الوزراء العراقي") == post_key("رئيس الوزراء")
    True
    >>> post_key("السفير الأمريكي") == post_key("سفير الولايات المتحدة")
    True
    >>> post_key("معاون رئيس أركان الجيش للعمليات") == post_key("رئيس أركان الجيش")
    False
    """
    key = fold(words)
    for written, meant in _same_posts():
        key = key.replace(written, meant)
    parts = key.split()
    if len(parts) > 1 and demonyms().get(parts[1]):
        parts[:2] = [parts[0].removeprefix("ال"), demonyms()[parts[1]] or parts[1]]
    kept = [part for n, part in enumerate(parts) if n < 2 or not is_demonym(part)]
    return _with_country(kept)


def _with_country(words: list[str]) -> str:
    """Write the country after the first word as its code: «سفير الولايات المتحدة» is «سفير US»."""
    found = knowledge().longest(words, 1) if len(words) > 1 else None
    if found and found.skip == 0 and found.known[0].row.kind == "country":
        words[1 : found.after] = [found.known[0].row.country or ""]
    return " ".join(words)


def apposed(raw: str, roles: Sequence[RoleMark], names: Sequence[NameMark]) -> dict[Span, Span]:
    """Tell which person each rank, title or post stands beside: «رئيس الأركان عبد الأمير يار الله».

    A name before the role counts only when no other name follows («جبار ياور أمين عام الوزارة»).
    """
    persons = [name for name in names if name.kind == "PER"]
    held: dict[Span, Span] = {}
    for role in reversed(roles):
        if role.count != 1:
            continue
        span = _following(raw, role, persons, roles, held) or _preceding(raw, role, persons)
        if span:
            held[role.span] = span
    return held


def _following(
    raw: str,
    role: RoleMark,
    persons: Sequence[NameMark],
    roles: Sequence[RoleMark],
    held: dict[Span, Span],
) -> Span | None:
    name, other = next_from(persons, role.end), next_from(roles, role.end)
    if name and _BEFORE.fullmatch(raw, role.end, name.start):
        return name.span
    if other and _BEFORE.fullmatch(raw, role.end, other.start):
        after = held.get(other.span)
        return after if after and after.start > role.start else None
    return None


def _preceding(raw: str, role: RoleMark, persons: Sequence[NameMark]) -> Span | None:
    name = last_before(persons, role.start) if role.kind == "post" else None
    return name.span if name and _AFTER.fullmatch(raw, name.end, role.start) else None


def body_of(scene: Scene, role: RoleMark) -> Row | None:
    """Find the known body that a post's words name, in a country that the page means.

    >>> from tawatur.mark.page import Page
    >>> from tawatur.mark.roles import find_roles
    >>> page = Page.of_text("قال مسؤول عراقي إن قائد القوات البرية زار الموصل.")
    >>> body_of(Scene.of(page), next(iter(find_roles(page)))).id
    'org:iq.gfc'
    """
    words: Words = scene.words
    first, after = words.at(role.span)
    for at in range(first, after):
        found = knowledge().longest(words.text, at, after)
        if found is None:
            continue
        rows = [
            known.row
            for known in found.known
            if known.kind.mark == "ORG"
            and known.row.kind not in {"outlet", "agency"}
            and (known.row.country is None or known.row.country in scene.countries)
        ]
        if len(rows) == 1:
            return rows[0]
    return None
