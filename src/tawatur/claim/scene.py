"""One sentence set out for coding: its triggers, its participants and how far each trigger reaches."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

import msgspec
import regex

from tawatur.claim.families import can_join
from tawatur.lang.rows import any_of, load
from tawatur.mark.page import Page
from tawatur.mark.triggers import TriggerRow
from tawatur.model import Attribution, Marks, NameMark, Resolved, RoleMark, Span, TriggerMark
from tawatur.resolve.anaphors import find_anaphors

_GAP = regex.compile(r"[\s،,]*")


TOGETHER = 60
"""Triggers set out together: no sentence of 26,000 newspaper articles has as many; more stand in
lists without a stop, where the first tells nothing about the last."""
PARTICIPANT_KINDS = {"place": "LOC", "person": "PER", "post": "post"}


class ClauseRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that begin a new clause."""

    words: tuple[str, ...]
    example: str


class Trigger(NamedTuple):
    """A trigger with its row, and whether the text uses it as a verb."""

    mark: TriggerMark
    row: TriggerRow
    verbal: bool

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.mark.start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.mark.end


class Participant(NamedTuple):
    """Somebody or some place in a sentence, with title and name taken together."""

    start: int
    end: int
    entity: str
    kind: str
    """PER, ORG, LOC or MISC as the name is marked; «post» for a role without a name."""
    subkind: str | None = None


class Scene(NamedTuple):
    """A sentence with what stands in it, in code points of the document."""

    page: Page
    sentence: Span
    triggers: tuple[Trigger, ...]
    participants: tuple[Participant, ...]
    breaks: tuple[int, ...]
    """Where a new clause or somebody's speech begins."""
    speech: tuple[int, ...] = (0,)
    """Where somebody's speech begins or ends."""

    def reach(self, trigger: Trigger) -> Span:
        """Find the stretch around a trigger in which its arguments stand.

        It ends where a clause begins or another happening is named; one that can be the same
        («هجوم أسفر عن مقتل») takes nothing away. Before the trigger only another verb ends it.
        """
        others = [
            other
            for other in self.triggers
            if other.row.family == trigger.row.family
            or not can_join({other.row.family}, {trigger.row.family})
        ]
        after = [other.start for other in others if other.start >= trigger.end]
        before = [other.end for other in others if other.verbal and other.end <= trigger.start]
        ends = [place for place in (*after, *self.breaks) if place >= trigger.end]
        starts = [place for place in (*before, *self.breaks) if place <= trigger.start]
        return Span(max(starts, default=self.sentence.start), min(ends, default=self.sentence.end))

    def within(self, span: Span) -> list[Participant]:
        """List the participants that stand wholly inside a stretch."""
        return [who for who in self.participants if span.start <= who.start and who.end <= span.end]


@cache
def _clause_words() -> regex.Pattern[str]:
    rows = load("clauses", ClauseRow)
    words = any_of(word for row in rows for word in row.words)
    return regex.compile(rf"(?<!\p{{L}})[وف]?{words}(?!\p{{L}})|؛")


def scenes(resolved: Resolved, page: Page, triggers: Sequence[Trigger]) -> list[Scene]:
    """Set out every sentence that has a trigger; a list of a hundred triggers is set out in parts."""
    everybody = participants(resolved.marks, page.raw, _pointed(resolved, page))
    edges = _edges(resolved.marks.attributions)
    return [
        Scene(
            page=page,
            sentence=part,
            triggers=here,
            participants=tuple(_inside(everybody, part)),
            breaks=tuple(sorted({*_clauses(page, part), *_within(edges, part)})),
            speech=(part.start, *_within(edges, part)),
        )
        for sentence in page.sentences
        for part, here in _parts(sentence, _starting(triggers, sentence))
    ]


def _starting(triggers: Sequence[Trigger], sentence: Span) -> Sequence[Trigger]:
    first = bisect_left(triggers, sentence.start, key=lambda each: each.start)
    return triggers[first : bisect_left(triggers, sentence.end, key=lambda each: each.start)]


def _parts(
    sentence: Span, triggers: Sequence[Trigger]
) -> Iterator[tuple[Span, tuple[Trigger, ...]]]:
    start = sentence.start
    for first in range(0, len(triggers), TOGETHER):
        here = tuple(triggers[first : first + TOGETHER])
        last = first + TOGETHER >= len(triggers)
        end = sentence.end if last else triggers[first + TOGETHER].start
        yield Span(start, end), here
        start = end


def _pointed(resolved: Resolved, page: Page) -> Iterator[Participant]:
    """«التنظيم», «البلدة», «الأخير»: who and where they stand for."""
    kinds = {entity.id: PARTICIPANT_KINDS.get(entity.kind, "ORG") for entity in resolved.entities}
    subkinds = {name.entity: name.subkind for name in resolved.marks.names}
    for found in find_anaphors(page, resolved.marks.names, resolved.marks.roles):
        yield Participant(
            found.span.start,
            found.span.end,
            found.entity,
            kinds.get(found.entity, "ORG"),
            subkinds.get(found.entity),
        )


def participants(marks: Marks, raw: str, pointed: Iterable[Participant] = ()) -> list[Participant]:
    """List who and what is named or pointed back to, a role and the name beside it as one.

    Of marks that overlap the longest counts: a place inside a post («قائد عمليات نينوى») and a
    post inside a body («مكتب رئيس الوزراء») are no participants of their own.
    """
    found = [_of_role(mark) for mark in marks.roles]
    found += [_of_name(mark) for mark in marks.names if mark.entity is not None]
    found += pointed
    joined: list[Participant] = []
    for who in sorted(found, key=lambda each: (each.start, -each.end, each.kind != "post")):
        last = joined[-1] if joined else None
        if last and who.start < last.end:
            continue
        if (
            last
            and who.entity
            and last.entity == who.entity
            and _GAP.fullmatch(raw[last.end : who.start])
        ):
            kind = who.kind if last.kind == "post" else last.kind
            joined[-1] = Participant(last.start, who.end, who.entity, kind, who.subkind)
        else:
            joined.append(who)
    return [who for who in joined if who.entity]


def _of_role(mark: RoleMark) -> Participant:
    """A role that nobody holds is nobody, but what stands in it is no participant either."""
    return Participant(mark.start, mark.end, mark.holder or "", "post")


def _of_name(mark: NameMark) -> Participant:
    assert mark.entity is not None, "names without an entity were left out"
    return Participant(mark.start, mark.end, mark.entity, mark.kind, mark.subkind)


def _inside(everybody: Sequence[Participant], span: Span) -> Sequence[Participant]:
    first = bisect_left(everybody, span.start, key=lambda who: who.start)
    after = bisect_left(everybody, span.end, key=lambda who: who.start)
    return [who for who in everybody[first:after] if who.end <= span.end]


def _clauses(page: Page, sentence: Span) -> Iterable[int]:
    start, end = page.text.fold_span(sentence)
    for match in _clause_words().finditer(page.folded, start, end):
        if match.start() > start:
            yield page.text.span(*match.span()).start


def _edges(said: Iterable[Attribution]) -> list[int]:
    """List where a speaker takes over or leaves: the ends of cue, speaker and speech.

    Words credited afterwards («…، بحسب البيان») are told in the outlet's own sentence.
    """
    return sorted(
        {
            edge
            for each in said
            for span in (each.cue, each.source, None if _afterwards(each) else each.claim)
            if span is not None
            for edge in (span.start, span.end)
        }
    )


def _within(edges: Sequence[int], span: Span) -> Sequence[int]:
    return edges[bisect_right(edges, span.start) : bisect_left(edges, span.end)]


def _afterwards(said: Attribution) -> bool:
    return said.cue is not None and said.cue.start >= said.claim.end
