"""Which time expression dates which happening of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Literal

import msgspec
import regex

from tawatur.claim.days import claim_constraints
from tawatur.claim.families import can_join
from tawatur.claim.scene import Scene, Trigger
from tawatur.lang.rows import any_of, load
from tawatur.model import (
    ORIGIN,
    Constraint,
    Document,
    Span,
    Status,
    TimeMark,
    event_day,
    text_day,
)

ACROSS_CLAUSE = 60
"""Code points that a clause boundary between a time and a trigger counts for: about a clause, so
that a time goes to a trigger of its own clause if there is one."""

OPENING = 60
"""Code points of a sentence that are quoted as the reason that it tells of the past."""
COMMA, COMMA_AND = 10, 25
"""The same for a comma, which may only set off the time itself («وصل، اليوم الأربعاء، إلى»), and
for a comma with «و», which begins something new more often than not."""
FARTHEST = 140
"""Distance from which a time dates nothing: it belongs to a happening that has no trigger."""

_TURN = regex.compile(r"(?<!\p{L})[وف]?(?:بعد|عقب|اثر|قبيل|قبل|منذ|غداه)(?!\p{L})")
"""Words that lead to another happening: a time behind one is that one's."""
_WHEN = regex.compile(r"\s*(?:عندما|حين|حينما)(?!\p{L})")
_COMMA_AND = regex.compile(r"،\s*و")
_RELATIVE = regex.compile(
    r"(?<!\p{L})(?:الذي|التي|الذين|اللذين|اللتين)\s+(?:كان\p{L}*\s+)?(?:قد\s+)?$"
)


class OrderRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words before a time that make it a bound."""

    order: Literal["after", "before"]
    words: tuple[str, ...]
    example: str


@cache
def _orders() -> regex.Pattern[str]:
    groups = "|".join(rf"(?P<{row.order}>{any_of(row.words)})" for row in load("orders", OrderRow))
    return regex.compile(rf"(?<!\p{{L}})[وف]?(?:{groups})\s+(?:يوم\s+|\p{{L}}+\s+)?$")


def timed(scene: Scene, times: Sequence[TimeMark], cues: Sequence[Span]) -> dict[int, TimeMark]:
    """Give each trigger (by its place in `scene.triggers`) the time that dates it.

    A time goes to the nearest trigger, its own clause first. A time inside the words that name
    the speaker dates what was said, not what happened, and is left out. A verb without a time of
    its own shares that of the verb before it in the sentence («وصل اليوم … حيث اجتمع»), unless it
    stands in a relative clause.
    """
    usable = [time for time in times if _dates_events(scene, time, cues)]
    given: dict[int, TimeMark] = {}
    for time in usable:
        nearest = min(range(len(scene.triggers)), key=lambda n: _distance(scene, n, time))
        held = given.get(nearest)
        if _distance(scene, nearest, time) > FARTHEST:
            continue
        if held is None or _distance(scene, nearest, time) < _distance(scene, nearest, held):
            given[nearest] = time
        if _opens(scene, time) and _order(scene, time) is not None:
            _bound_before(scene, time, given)
    return dict(_shared(scene, given))


def _bound_before(scene: Scene, time: TimeMark, given: dict[int, TimeMark]) -> None:
    """Read «انسحبت بعد أحداث 16 أكتوبر 2017 عندما هاجمت»: the date also bounds what stands before."""
    before = [n for n, trigger in enumerate(scene.triggers) if trigger.end <= time.start]
    if before:
        given.setdefault(before[-1], time)


def _dates_events(scene: Scene, time: TimeMark, cues: Sequence[Span]) -> bool:
    if not scene.sentence.start <= time.start < scene.sentence.end:
        return False
    spoken = any(cue.covers(time.span) for cue in cues)
    return time.anchor != "event" and not spoken and _says_a_day(time)


def _says_a_day(time: TimeMark) -> bool:
    """Tell «أمس» and «16 أكتوبر 2017» from «أخيراً», which bounds nothing that is not bounded yet."""
    counted = time.low is not None and time.high is not None
    return time.begins is not None or (time.anchor is not None and counted)


def _distance(scene: Scene, number: int, time: TimeMark) -> int:
    trigger = scene.triggers[number]
    low, high = sorted((trigger.start, time.start))
    crossed = sum(1 for place in scene.breaks if low < place <= high)
    near = min(abs(time.start - trigger.end), abs(trigger.start - time.end))
    if time.end <= trigger.start and _opens(scene, time):
        return near
    between = scene.page.raw[min(trigger.end, time.end) : max(trigger.start, time.start)]
    return near + ACROSS_CLAUSE * (crossed + _turns(scene, trigger, time)) + _commas(between)


def _commas(between: str) -> int:
    joined = len(_COMMA_AND.findall(between))
    return COMMA_AND * joined + COMMA * (between.count("،") - joined)


def _opens(scene: Scene, time: TimeMark) -> bool:
    """Tell «… 2017 عندما هاجمت»: the date is that of what follows."""
    _, end = scene.page.text.fold_span(time.span)
    return bool(_WHEN.match(scene.page.folded, end))


def _turns(scene: Scene, trigger: Trigger, time: TimeMark) -> int:
    if trigger.end <= time.start:
        if _order(scene, time) is not None:
            return 0
        start, end = scene.page.text.fold_span(Span(trigger.end, time.start))
    elif time.end <= trigger.start:
        start, end = scene.page.text.fold_span(Span(time.end, trigger.start))
    else:
        return 0
    return len(_TURN.findall(scene.page.folded[start:end]))


def _shared(scene: Scene, given: Mapping[int, TimeMark]) -> Iterator[tuple[int, TimeMark]]:
    last: TimeMark | None = None
    for number, trigger in enumerate(scene.triggers):
        own = given.get(number)
        if own is not None:
            yield number, own
            last = own if trigger.verbal else last
        elif (mate := _mate(scene, trigger, given)) is not None:
            yield number, mate
        elif trigger.verbal and last is not None and not _relative(scene, trigger):
            yield number, last


def _mate(scene: Scene, trigger: Trigger, given: Mapping[int, TimeMark]) -> TimeMark | None:
    """Find the time of what a trigger can be one happening with: «قُتل سبعة في هجوم … أمس»."""
    for number, time in sorted(given.items()):
        other = scene.triggers[number]
        low, high = sorted((trigger.start, other.start))
        apart = any(low < place <= high for place in scene.breaks)
        joins = can_join({trigger.row.family}, {other.row.family})
        if joins and other.row.family != trigger.row.family and not apart:
            return time
    return None


def _relative(scene: Scene, trigger: Trigger) -> bool:
    start, _ = scene.page.text.fold_span(Span(trigger.start, trigger.end))
    return bool(_RELATIVE.search(scene.page.folded[max(0, start - 30) : start]))


def constraints_of(
    scene: Scene, trigger: Trigger, claim: str, status: Status, time: TimeMark | None
) -> tuple[Constraint, ...]:
    """Say what is known of a claim's day.

    With a time: what the time says, or a bound where an order word stands before it. Always: what
    has happened is not after the day of the text, what is planned is not before it.
    """
    document = scene.page.document
    found = [_by_status(document, claim, status, scene.sentence)]
    if time is not None:
        order = None if trigger.start >= time.end and _opens(scene, time) else _order(scene, time)
        found.extend(
            claim_constraints(event_day(claim), time, document)
            if order is None
            else _bounded(document, claim, time, order)
        )
    return tuple(constraint for constraint in found if constraint is not None)


def _order(scene: Scene, time: TimeMark) -> str | None:
    start, _ = scene.page.text.fold_span(time.span)
    before = scene.page.folded[max(0, start - 30) : start]
    match = _orders().search(before) if time.begins is not None else None
    return (
        next((name for name, words in match.groupdict().items() if words), None) if match else None
    )


def _bounded(document: Document, claim: str, time: TimeMark, order: str) -> list[Constraint]:
    assert time.begins is not None, "an order word bounds a date"
    reason = document.reason(f"{order} a date", time.span)
    if order == "after":
        low, high = time.begins.toordinal(), None
    else:
        low, high = None, (time.ends or time.begins).toordinal()
    return [Constraint(left=ORIGIN, right=event_day(claim), low=low, high=high, reason=reason)]


def _by_status(document: Document, claim: str, status: Status, sentence: Span) -> Constraint | None:
    if status in {"hypothetical", "denied"}:
        return None
    opening = Span(sentence.start, min(sentence.end, sentence.start + OPENING))
    rules = {
        "happened": ("told as past", None, 0),
        "ongoing": ("told as going on", None, 0),
        "not_happened": ("told as not done so far", None, 0),
        "planned": ("told as to come", 0, None),
    }
    rule, low, high = rules[status]
    reason = document.reason(rule, opening)
    return Constraint(
        left=text_day(document.id), right=event_day(claim), low=low, high=high, reason=reason
    )


def between_events(
    scene: Scene, times: Sequence[TimeMark], claims: Mapping[int, str]
) -> Iterator[Constraint]:
    """Read «بعد أربعة أيام من زيارة»: the days between the two happenings around the words.

    `claims` are the ids of the claims of `scene.triggers`, by place.
    """
    for time in times:
        if time.anchor != "event" or not scene.sentence.covers(time.span):
            continue
        if any(_opens(scene, other) and other.end <= time.start for other in times):
            continue
        pair = _around(scene, time)
        if pair is not None and pair[0] in claims and pair[1] in claims:
            yield Constraint(
                left=event_day(claims[pair[1]]),
                right=event_day(claims[pair[0]]),
                low=time.low,
                high=time.high,
                reason=scene.page.document.reason("days between two events", time.span),
            )


def _around(scene: Scene, time: TimeMark) -> tuple[int, int] | None:
    """Find what is dated and what it is counted from: «وصل … بعد أربعة أيام من زيارة».

    Fronted, the words stand before both: «بعد أربعة أيام من زيارة …، وصل …».
    """
    before = [n for n, found in enumerate(scene.triggers) if found.end <= time.start]
    after = [n for n, found in enumerate(scene.triggers) if found.end >= time.end]
    if before and after:
        return before[-1], after[0]
    verbs = [n for n in after[1:] if scene.triggers[n].verbal]
    return (verbs[0], after[0]) if verbs else None
