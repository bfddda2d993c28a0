"""Did it happen? Read from the words that stand around a trigger."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

import msgspec
import regex

from tawatur.claim.scene import Scene, Trigger
from tawatur.lang.rows import any_of, load
from tawatur.model import Reason, Span, Status, TimeMark

WrittenStatus = Status | Literal["purpose"]


class StatusRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words up to `reach` words from a trigger that say what became of the happening.

    `of` limits a row to verbs or nouns; `skips` are families that the words say nothing about
    («لم يسفر الانفجار عن مقتل أحد»: the explosion was).
    """

    status: WrittenStatus
    words: tuple[str, ...]
    reach: int
    where: Literal["before", "behind"] = "before"
    of: Literal["verb", "noun"] | None = None
    skips: tuple[str, ...] = ()
    example: str


class StatusFound(NamedTuple):
    """A status and the reason for it; «purpose» means that nothing is claimed to happen."""

    status: WrittenStatus
    because: tuple[Reason, ...] = ()


COME_FOR = frozenset({"meet", "visit", "agree"})
"""Families that people come for: «وصل للاجتماع»; «تصدى لهجوم» is no plan."""

_FUTURE_PREFIX = regex.compile(r"[وف]?ل?س[ينتا]\p{L}{2,}")
_NEXT = r"[\s«»\"“”]+"
_PURPOSE_PREFIX = regex.compile(r"(?<!\p{L})[وف]?ل(?:ل)?$")
_CARRIED = 2
"""Words between «سيعقد» and the noun it carries: «سيعقد الوفد اجتماعاً»."""


def status_of(scene: Scene, trigger: Trigger, future: Sequence[Span] = ()) -> StatusFound:
    """Find the status of a trigger; `happened` is what an unmarked verb or noun says.

    A future prefix («سيزور», «سيعقد اجتماعاً»; `future` holds such verbs), a noun after «لـ» of
    purpose («وصل للاجتماع») and the rows of status.toml decide, the nearest words first; words on
    the other side of a clause or a speaker do not count.
    """
    for look in (_future, _rows_around, _purpose):
        found = look(scene, trigger, future)
        if found is not None:
            return found
    return StatusFound("happened")


def at_its_time(found: StatusFound, time: TimeMark | None) -> StatusFound:
    """Let a day decide between a plan and a happening: «غداً» is to come, «قبل يومين» is past."""
    if time is None or time.anchor is None:
        return found
    if found.status == "happened" and time.low is not None and time.low > 0:
        return StatusFound("planned", found.because)
    if found.status == "planned" and time.high is not None and time.high < 0:
        return StatusFound("happened", found.because)
    return found


def _future(scene: Scene, trigger: Trigger, future: Sequence[Span]) -> StatusFound | None:
    if trigger.verbal and _FUTURE_PREFIX.fullmatch(_whole_word(scene, trigger)):
        return _found(scene, "planned", "future prefix", Span(trigger.start, trigger.end))
    reach = scene.reach(trigger)
    for verb in future:
        if reach.start <= verb.start and verb.end <= trigger.start:
            between = scene.page.raw[verb.end : trigger.start].split()
            if len(between) <= _CARRIED:
                return _found(scene, "planned", "future verb", verb)
    return None


def _rows_around(scene: Scene, trigger: Trigger, _future: Sequence[Span]) -> StatusFound | None:
    reach, text = scene.reach(trigger), scene.page.text
    start, end = text.fold_span(Span(reach.start, trigger.start))
    opening, _ = text.fold_span(Span(scene.sentence.start, trigger.start))
    _, behind = text.fold_span(Span(0, trigger.end))
    _, last = text.fold_span(Span(0, reach.end))
    near: list[tuple[int, StatusRow, int, int]] = []
    sort = "verb" if trigger.verbal else "noun"
    for pattern, row in _patterns():
        if row.of not in {None, sort} or trigger.row.family in row.skips:
            continue
        # who denies speaks of what he denies: «نفت» stands before the speech that it begins
        first = opening if row.status == "denied" else start
        if row.where == "before" and (match := pattern.search(text.folded, first, end + 1)):
            near.append((end - match.start(), row, match.start(), min(end, match.end())))
        elif row.where == "behind" and (match := pattern.match(text.folded, behind, last)):
            near.append((match.end() - behind, row, *match.span()))
    if not near:
        return None
    _, row, first, after = min(near, key=lambda each: each[0])
    return _found(scene, row.status, f"status: {row.status}", text.span(first, after))


def _purpose(scene: Scene, trigger: Trigger, _: Sequence[Span]) -> StatusFound | None:
    if trigger.verbal or trigger.row.family not in COME_FOR:
        return None
    start, _end = scene.page.text.fold_span(Span(trigger.start, trigger.end))
    if not _PURPOSE_PREFIX.search(scene.page.folded[max(0, start - 4) : start]):
        return None
    return _found(scene, "planned", "purpose", Span(trigger.start, trigger.end))


@cache
def _patterns() -> tuple[tuple[regex.Pattern[str], StatusRow], ...]:
    return tuple((_pattern(row), row) for row in load("status", StatusRow))


def _pattern(row: StatusRow) -> regex.Pattern[str]:
    """Write a row as a pattern that ends with the trigger's first letter.

    A single last letter of a row's words («خططا ل», «قد ي») begins the next word, which may be
    the trigger itself.
    """
    joined = {word for word in row.words if word[-2:-1] == " "}
    parts = [any_of(apart) + r"(?!\p{L})"] if (apart := set(row.words) - joined) else []
    parts += [
        any_of(word[:-2] for word in joined if word[-1] == letter) + rf"\s+{letter}(?=\p{{L}}|$)"
        for letter in sorted({word[-1] for word in joined})
    ]
    words = f"(?:{'|'.join(parts)})"
    if row.where == "behind":
        return regex.compile(rf"\p{{L}}*(?:{_NEXT}\p{{L}}+){{0,{row.reach}}}{_NEXT}{words}")
    between = rf"\p{{L}}*(?:\s+\p{{L}}+){{0,{row.reach}}}\s*[لبوا]{{0,2}}ل?\p{{L}}?$"
    return regex.compile(rf"(?<!\p{{L}})[وف]?{words}{between}")


def _whole_word(scene: Scene, trigger: Trigger) -> str:
    start, end = scene.page.text.fold_span(Span(trigger.start, trigger.end))
    while start > 0 and scene.page.folded[start - 1].isalpha():
        start -= 1
    return scene.page.folded[start:end].split()[0]


def _found(scene: Scene, status: WrittenStatus, rule: str, span: Span) -> StatusFound:
    return StatusFound(status, (scene.page.document.reason(rule, span),))
