"""Ranks, titles and posts: «الفريق الأول الركن», «السيد», «معاون رئيس أركان الجيش للعمليات»."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from tawatur.kb.knowledge import Found, stems
from tawatur.lang.letters import fold
from tawatur.lang.rows import load
from tawatur.mark.page import Page
from tawatur.mark.person_names import read_person
from tawatur.mark.phrases import (
    known_at,
    read_adjectives,
    read_genitive,
    read_with_l,
)
from tawatur.mark.vocabulary import is_demonym, names_someone
from tawatur.mark.words import Words, openers, words_of
from tawatur.model import RoleMark
from tawatur.model.marks import RoleKind

_DEEPEST = 8
"""Posts inside posts; «معاون نائب قائد …» has three, a word repeated without end is none."""
_TIES = frozenset(fold("عبد بن ابن").split())
"""Before «الأمير» and «الملك» they make a name of it."""


class RankRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A rank; a `shy` one counts only before a name."""

    word: str
    example: str
    shy: bool = False
    foreign: bool = False


class TitleRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A title; it counts only before a name, or `alone` as well."""

    word: str
    example: str
    alone: bool = False


class PostRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A noun that begins a post."""

    word: str
    example: str
    also: tuple[str, ...] = ()
    dual: tuple[str, ...] = ()
    plural: tuple[str, ...] = ()
    alone: bool = False
    named: bool = False
    through: tuple[str, ...] = ()


class Head(NamedTuple):
    """The noun of a post in one of its forms."""

    row: PostRow
    holders: int | None
    definite: bool


class Role(NamedTuple):
    """A role in words, before it becomes a mark."""

    first: int
    after: int
    skip: int
    kind: RoleKind
    holders: int | None = 1


def find_roles(page: Page) -> Iterator[RoleMark]:
    """Yield a mark for each rank, title and post, the longest reading at each word.

    >>> page = Page.of_text("استقبل نائب قائد العمليات المشتركة الفريق الركن سعد حمود الوفد.")
    >>> [(mark.kind, mark.words) for mark in find_roles(page)]
    [('post', 'نائب قائد العمليات المشتركة'), ('rank', 'الفريق الركن')]
    """
    words = words_of(page)
    at = 0
    while at < len(words):
        role = role_at(words, at)
        if role is None:
            at += 1
            continue
        span = words.span(role.first, role.after, role.skip)
        end = span.end + (role.kind == "title" and page.raw[span.end : span.end + 1] == ".")
        yield RoleMark(
            start=span.start,
            end=end,
            words=page.raw[span.start : end],
            kind=role.kind,
            count=role.holders,
        )
        at = role.after


def role_at(words: Words, at: int, deep: int = 0) -> Role | None:
    """Read the longest role that begins at a word, `deep` others being around it."""
    if deep > _DEEPEST or (words.spaced(at) and words.text[at - 1] in _TIES):
        return None
    found = [
        role
        for role in (
            _address(words, at, "rank", deep),
            _address(words, at, "title", deep),
            _post(words, at, deep),
        )
        if role
    ]
    return max(found, key=lambda role: role.after, default=None)


@cache
def _phrases(kind: str) -> dict[str, bool]:
    """Map ranks or titles, folded, to whether they count without a name."""
    if kind == "rank":
        return {fold(row.word): not row.shy for row in load("ranks", RankRow)}
    return {fold(row.word): row.alone for row in load("titles", TitleRow)}


@cache
def _careful() -> frozenset[str]:
    """List the ranks that count only before a name that is known as one."""
    return frozenset(
        fold(row.word) for row in load("ranks", RankRow) if row.shy and not row.foreign
    )


@cache
def _phrase_openers(kind: str) -> dict[str, int]:
    return openers(_phrases(kind))


def _address(words: Words, at: int, kind: RoleKind, deep: int) -> Role | None:
    for skip, first in stems(words.text[at]):
        longest = _phrase_openers(kind).get(first, 0)
        for count in range(min(longest, words.reach(at) - at), 0, -1):
            phrase = " ".join((first, *words.text[at + 1 : at + count]))
            alone = _phrases(kind).get(phrase)
            if alone or (
                alone is False
                and _person_follows(words, at + count, deep + 1, known=phrase in _careful())
            ):
                return Role(at, at + count, skip, kind)
    return None


def _person_follows(words: Words, after: int, deep: int, *, known: bool = False) -> bool:
    """Tell whether a person's name follows, or first another rank or title."""
    gap = words.gap(after)
    if after >= len(words) or "\n" in gap or gap.strip() not in {"", ".", "/", "(", "«"}:
        return False
    if deep > _DEEPEST:
        return False
    person = read_person(words, after, expected=not known)
    named = names_someone(words.text[after]) and not words.is_preposition(after)
    if person or (known and named):
        return True
    return any(_address(words, after, kind, deep) for kind in ("rank", "title"))


@cache
def _heads() -> dict[str, Head]:
    heads: dict[str, Head] = {}
    for row in load("posts", PostRow):
        for count, forms in ((1, (row.word, *row.also)), (2, row.dual), (None, row.plural)):
            for form in forms:
                bare = fold(form)
                heads.setdefault(bare, Head(row, count, definite=bare.startswith("ال")))
                if not bare.startswith("ال") and count != 2:
                    heads.setdefault("ال" + bare, Head(row, count, definite=True))
    return heads


@cache
def _head_openers() -> dict[str, int]:
    return openers(_heads())


def _post(words: Words, at: int, deep: int) -> Role | None:
    for skip, first in stems(words.text[at]):
        longest = _head_openers().get(first, 0)
        for length in range(min(longest, words.reach(at) - at), 0, -1):
            head = _heads().get(" ".join((first, *words.text[at + 1 : at + length])))
            if head is None or (head.row.word.startswith("آ") and not words.long_alif(at)):
                continue
            after = _complement(words, at + length, head, deep)
            if after is not None:
                return Role(at, after, skip, "post", head.holders)
    return None


def _complement(words: Words, start: int, head: Head, deep: int) -> int | None:
    """Read what completes the post after its noun; None where it is no post."""
    after = _governed(words, start, head, deep)
    if after is None:
        return None
    after = _extended(words, after, head)
    if head.row.named and not _person_follows(words, after, deep + 1):
        return None
    if after == start and not (head.row.alone and head.definite) and not head.row.named:
        return None
    return after


def _governed(words: Words, start: int, head: Head, deep: int) -> int | None:
    if head.row.through:
        return _through(words, start, head, deep)
    if head.definite:
        after = read_adjectives(words, start)
        with_l = read_with_l(words, after)
        onward = with_l if with_l > after else _inside(words, after, anywhere=False)
        return onward if onward > after or head.holders == 1 else None
    nested = role_at(words, start, deep + 1) if words.spaced(start) else None
    if nested and nested.kind == "post" and nested.skip == 0:
        return nested.after
    after = read_genitive(words, start)
    return after if after > start else (start if head.row.named else None)


def _through(words: Words, start: int, head: Head, deep: int) -> int | None:
    """Read «باسم …»: a post, a known body, or a noun phrase."""
    after = read_adjectives(words, start)
    if not words.spaced(after) or words.text[after] not in {
        fold(word) for word in head.row.through
    }:
        return None
    nested = role_at(words, after + 1, deep + 1) if words.spaced(after + 1) else None
    if nested and nested.kind == "post":
        return nested.after
    end = read_genitive(words, after + 1)
    return end if end > after + 1 else None


def _extended(words: Words, after: int, head: Head) -> int:
    """Read on: «للعمليات», «في الجيش العراقي», and for several holders «وغربي نينوى»."""
    while True:
        end = (
            after + 1
            if words.spaced(after) and words.text[after] in _ACTING
            else read_with_l(words, after)
        )
        end = end if end > after else _inside(words, after, anywhere=head.holders != 1)
        if end == after and head.holders != 1:
            end = _coordinated(words, after)
        if end == after:
            return after
        after = end


def _inside(words: Words, after: int, *, anywhere: bool) -> int:
    """Read «في» with a body or a country; with any place for several holders."""
    if not words.spaced(after) or words.text[after] not in {"في", "لدي", "عن"}:
        return after
    found = known_at(words, after + 1)
    if found is None or found.skip or not words.spaced(after + 1):
        return after
    return found.after if anywhere or _body_or_country(found) else after


def _body_or_country(found: Found) -> bool:
    return any(
        (known.kind.mark == "ORG" or known.row.kind == "country") and not known.naming.needs_cue
        for known in found.known
    )


def _coordinated(words: Words, after: int) -> int:
    """Read a second body, place or ordinal that «و» adds: «قائدي عمليات نينوى وغربي نينوى»."""
    if not words.spaced(after) or not words.text[after].startswith("و"):
        return after
    found = known_at(words, after)
    if found and found.skip == 1:
        return read_adjectives(words, found.after)
    stem = words.text[after][1:]
    if is_adjective_word(stem):
        return after + 1
    nested = known_at(words, after + 1)
    if (
        nested
        and nested.skip == 0
        and words.spaced(after + 1)
        and stem in {"غربي", "شرقي", "شمالي", "جنوبي"}
    ):
        return nested.after
    return after


def is_adjective_word(stem: str) -> bool:
    """Tell whether a word after «و» is an ordinal or another adjective of the post's body."""
    return stem in _ORDINALS and not is_demonym(stem)


_ACTING = frozenset(fold("بالإنابة بالوكالة السابق الأسبق").split())
_ORDINALS = frozenset(
    fold(
        "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر الأولى الثانية الثالثة الرابعة"
    ).split()
)
