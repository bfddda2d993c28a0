"""«التنظيم», «الوزارة», «الأخير»: nouns that stand for something named before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import msgspec

from tawatur.kb.knowledge import stems
from tawatur.lang.letters import fold
from tawatur.lang.rows import load
from tawatur.mark.page import Page
from tawatur.mark.phrases import is_adjective
from tawatur.mark.words import words_of
from tawatur.model import NameMark, RoleMark, Span
from tawatur.resolve.nearby import meeting

REACH = 3
"""Sentences back to look in, the anaphor's own counted; «الأخير» looks in its own alone."""


class AnaphorRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A noun that may stand for things of these kinds."""

    word: str
    kinds: tuple[str, ...]
    example: str


class Anaphor(NamedTuple):
    """Where such a noun stands, and the entity it stands for."""

    span: Span
    entity: str


class _Mention(NamedTuple):
    start: int
    kind: str
    entity: str


def find_anaphors(
    page: Page, names: Sequence[NameMark], roles: Sequence[RoleMark] = ()
) -> Iterator[Anaphor]:
    """Yield the nouns whose antecedent is beyond doubt: names and roles must be resolved.

    Nothing is yielded where two things of the kind stand in reach, or none.

    >>> page = Page.of_text("هاجم تنظيم «داعش» القرية. ثم انسحب التنظيم منها.")
    >>> daesh = NameMark(start=12, end=16, words="داعش", kind="ORG", subkind="armed_group", entity="e1")
    >>> [(anaphor.span.of(page.raw), anaphor.entity) for anaphor in find_anaphors(page, [daesh])]
    [('التنظيم', 'e1')]
    """
    words = words_of(page)
    mentions = _mentions(names, roles)
    for at in range(len(words)):
        for skip, stem in stems(words.text[at]):
            row = _rows().get(stem)
            if row is None or is_adjective(words, at + 1):
                continue
            span = words.span(at, at + 1, skip)
            if meeting(names, Span(span.start, span.start + 1)):
                continue
            entity = _antecedent(page, row, span, mentions)
            if entity:
                yield Anaphor(span, entity)


@cache
def _rows() -> dict[str, AnaphorRow]:
    return {fold(row.word): row for row in load("anaphors", AnaphorRow)}


def _mentions(names: Sequence[NameMark], roles: Sequence[RoleMark]) -> list[_Mention]:
    named = [_Mention(name.start, name.subkind or "", name.entity) for name in names if name.entity]
    held = [
        _Mention(role.start, "person", role.holder)
        for role in roles
        if role.holder and role.kind == "post" and role.count == 1
    ]
    return sorted(named + held)


def _antecedent(
    page: Page, row: AnaphorRow, span: Span, mentions: Sequence[_Mention]
) -> str | None:
    within = 1 if row.kinds == ("person",) else REACH
    earliest = _sentences_back(page, span, within)
    first = bisect_left(mentions, earliest, key=_start)
    after = bisect_left(mentions, span.start, lo=first, key=_start)
    inside = [mention for mention in mentions[first:after] if mention.kind in row.kinds]
    if row.kinds == ("person",):
        return inside[-1].entity if inside else None
    # «بلدة مخمور … بغداد وأربيل … البلدة»: the place that was introduced with the word is meant
    called = [mention for mention in inside if _called(page, mention, row.word)]
    entities = {mention.entity for mention in called or inside}
    return entities.pop() if len(entities) == 1 else None


def _called(page: Page, mention: _Mention, word: str) -> bool:
    start, _ = page.text.fold_span(Span(mention.start, mention.start))
    return page.folded[:start].rstrip().endswith(fold(word).removeprefix("ال"))


def _sentences_back(page: Page, span: Span, count: int) -> int:
    before = bisect_right(page.sentences, span.start, key=_start)
    return page.sentences[before - count].start if before >= count else 0


def _start(standing: _Mention | Span) -> int:
    return standing.start
