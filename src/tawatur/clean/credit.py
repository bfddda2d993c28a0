"""Credits: who wrote it, where, for whom («بغداد: سعاد الكرخي:», «أ ف ب - بيروت», «النهر نيوز_»)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

import msgspec
import regex

from tawatur.clean.find import Find
from tawatur.clean.lines import HEAD, TAIL, Line
from tawatur.kb.row import read_rows
from tawatur.lang.letters import fold
from tawatur.lang.rows import load
from tawatur.model import Span

Kind = Literal["place", "outlet", "agency", "gathered", "desk", "origin", "person"]

LONGEST = 80
"""Code points within which a credit at the beginning of a paragraph ends."""
MOST_WORDS = 4
"""Words of one part of a credit: «وكالة الأنباء العراقية الرسمية», four names of a person."""
LEAST_AFTER = 8
"""Words that must follow a credit on its line for the line to be a paragraph."""

_PLACES = frozenset({"country", "town", "governorate", "region"})
_BREAK = regex.compile(r"\s*[:_/|،,()\-–—ـ][\s:_/|،,()\-–—ـ]*")
_PERSON = regex.compile(r"(?!ال)\p{L}{2,}(?:\s+\p{L}{2,}){1,3}")
_QUOTES = "«»\"“”'’‘ \u00a0.*•"
_STARTS_WITH_OUTLET = frozenset({"outlet", "agency"})


class CreditWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of `credits.toml`."""

    kind: Literal["gathered", "agency", "outlet_word", "outlet_head", "desk", "origin", "no_name"]
    words: tuple[str, ...]
    example: str


class Part(NamedTuple):
    """One part of a credit. `firm`: it is known, not only shaped like one."""

    kind: Kind
    words: str
    firm: bool


class Credits(NamedTuple):
    """All that is known of the words of credits."""

    named: dict[str, tuple[Kind, bool]]
    outlet_words: frozenset[str]
    outlet_heads: frozenset[str]
    desks: frozenset[str]
    origins: frozenset[str]
    no_names: frozenset[str]


def make_credits(rows: Sequence[CreditWord]) -> Credits:
    """Join the table's words with the names of the knowledge base."""
    held: dict[str, set[str]] = {}
    for row in rows:
        held.setdefault(row.kind, set()).update(map(fold, row.words))
    named: dict[str, tuple[Kind, bool]] = {}
    for known in read_rows():
        kind = _kind_in_credits(known.kind)
        for naming in known.names if kind else ():
            if kind and naming.lang == "ar":
                firm = not naming.needs_cue and known.kind != "country"
                named.setdefault(fold(naming.text), (kind, firm))
    named.update((word, ("gathered", True)) for word in held.get("gathered", ()))
    named.update((word, ("agency", True)) for word in held.get("agency", ()))
    named.update((word, ("origin", True)) for word in held.get("origin", ()))
    return Credits(
        named,
        frozenset(held.get("outlet_word", ())),
        frozenset(held.get("outlet_head", ())),
        frozenset(held.get("desk", ())),
        frozenset(held.get("origin", ())),
        frozenset(held.get("no_name", ())),
    )


@cache
def credits_known() -> Credits:
    """Read the words once."""
    return make_credits(load("credits", CreditWord))


def parts_of(words: str, known: Credits | None = None) -> tuple[Part, ...] | None:
    """Take a credit apart; None where a part is of no known kind.

    >>> [(part.kind, part.words) for part in parts_of("بغداد: سعاد الكرخي:")]
    [('place', 'بغداد'), ('person', 'سعاد الكرخي')]
    >>> parts_of("بغداد: لا اتفاق مع أربيل") is None
    True
    """
    known = known or credits_known()
    found = []
    for piece in _BREAK.split(words):
        if bare := piece.strip(_QUOTES):
            part = _part(bare, known)
            if part is None:
                return None
            found.append(part)
    return tuple(found) or None


def find_credits(
    raw: str, lines: Sequence[Line], *, titled: bool, known: Credits | None = None
) -> Iterator[Find]:
    """Yield the credits of a page: on a line of their own, or before the first words of a paragraph.

    `titled` says that the page's title is known from elsewhere, so that the first line need not
    be it.
    """
    known = known or credits_known()
    prose = 0
    for line in lines:
        words = line.span.of(raw)
        if line.above < HEAD or line.below < TAIL:
            parts = parts_of(words, known) if line.length <= 3 * MOST_WORDS else None
            if parts and _is_line(parts, words, line, titled=titled):
                yield _find("credit", line.span, parts)
                continue
        if line.is_prose and prose < 3:
            prose += 1
            headline = line.above == 0 and not titled
            yield from _at_start(words, line.span.start, known, headline=headline)


def split_byline(byline: str) -> tuple[str | None, str | None]:
    """Take a byline of the metadata apart into who and where.

    >>> split_byline("سعاد الكرخي (بغداد)")
    ('سعاد الكرخي', 'بغداد')
    """
    parts = parts_of(byline)
    if parts is None:
        return byline, None
    return _who(parts) or byline, _joined(parts, "place")


def _is_line(parts: tuple[Part, ...], words: str, line: Line, *, titled: bool) -> bool:
    """Tell a credit line from a headline such as «بغداد: هجوم جديد»."""
    kinds = {part.kind for part in parts}
    firm = {part.kind for part in parts if part.firm}
    if not firm:
        return False
    if words.rstrip().endswith(":"):
        return len(parts) > 1 or "place" not in kinds or line.above > 0
    if firm & {"outlet", "agency", "gathered", "desk", "origin"}:
        return line.above > 0 or titled or len(parts) > 1
    return len(parts) > 1 and "person" in kinds and ":" not in words and (line.above > 0 or titled)


def _at_start(words: str, offset: int, known: Credits, *, headline: bool) -> Iterator[Find]:
    best: tuple[int, tuple[Part, ...]] | None = None
    for found in _BREAK.finditer(words, 0, LONGEST):
        head, mark = words[: found.start()], found[0]
        if not head.strip(_QUOTES):
            continue
        parts = parts_of(head, known)
        if parts is None:
            if not _BREAK.search(head):
                return
            continue
        speaks = headline and {part.kind for part in parts} == {"place"}  # «واشنطن: لن نفاوض»
        if (
            not speaks
            and _may_end(mark, parts)
            and len(words[found.end() :].split()) >= LEAST_AFTER
        ):
            best = found.end(), parts
    if best is not None:
        end, parts = best
        length = len(words[:end].rstrip())
        yield _find("credit", Span(offset, offset + length), parts)


def _may_end(mark: str, parts: tuple[Part, ...]) -> bool:
    if not any(part.firm for part in parts):
        return False
    if "/" in mark:
        return parts[-1].kind in _STARTS_WITH_OUTLET
    dashed = regex.search(r"[-–—ـ]\s", mark) is not None
    return any(sign in mark for sign in ":_") or (dashed and parts[-1].kind != "person")


def _find(rule: str, span: Span, parts: tuple[Part, ...]) -> Find:
    outlet = _joined(parts, "outlet")
    taken = any(part.kind == "origin" for part in parts)  # «المصدر: …» names another's report
    return Find(
        rule,
        span,
        outlet=None if taken else outlet,
        byline=_who(parts) or (outlet if taken else None),
        dateline=_joined(parts, "place"),
    )


def _who(parts: tuple[Part, ...]) -> str | None:
    return _joined(parts, "person") or _joined(parts, "agency")


def _joined(parts: tuple[Part, ...], kind: Kind) -> str | None:
    return "، ".join(part.words for part in parts if part.kind == kind) or None


def _part(bare: str, known: Credits) -> Part | None:
    folded = " ".join(fold(bare).split())
    if folded in known.named:
        kind, firm = known.named[folded]
        return Part(kind, bare, firm)
    words = folded.split()
    if not words or len(words) > MOST_WORDS:
        return None
    if words[0] in known.desks:
        return _of_desk(bare, known)
    if words[0] in known.origins:
        inner = _of_desk(bare, known)
        return inner and inner._replace(kind="agency")
    return None if known.no_names & set(words) else _by_shape(bare, words, known)


def _by_shape(bare: str, words: Sequence[str], known: Credits) -> Part | None:
    """Tell an outlet by a word in its name, and a person by having names and no article."""
    if any(_is_outlet_word(word, known) for word in words):
        return Part("outlet", bare, firm=True)
    if words[0] in known.outlet_heads and len(words) > 1:  # «قناة السويس» is one by shape only
        return Part("outlet", bare, firm=False)
    return Part("person", bare, firm=False) if _PERSON.fullmatch(" ".join(words)) else None


def _of_desk(bare: str, known: Credits) -> Part | None:
    """Read «كتب», «كتب سالم الحيدري» and «مكتب بغداد»."""
    rest = bare.split(maxsplit=1)[1:]
    if not rest:
        return Part("desk", bare, firm=True)
    inner = _part(rest[0].strip(_QUOTES), known)
    return None if inner is None else Part(inner.kind, inner.words, firm=True)


def _is_outlet_word(word: str, known: Credits) -> bool:
    """Tell «باسنيوز» and «نيوز» by the same row."""
    return any(word == end or (len(end) > 3 and word.endswith(end)) for end in known.outlet_words)


def _kind_in_credits(kind: str) -> Kind | None:
    if kind in _PLACES:
        return "place"
    kinds: dict[str, Kind] = {"outlet": "outlet", "agency": "agency"}
    return kinds.get(kind)
