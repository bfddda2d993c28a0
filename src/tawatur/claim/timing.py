"""Which time expression dates which happening of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import regex

from tawatur.claim.days import claim_constraints
from tawatur.claim.families import can_join
from tawatur.claim.scene import Scene, Trigger
from tawatur.lang.rows import any_of, load
from tawatur.mark.timewords import Bound
from tawatur.model import (
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

_WHEN = regex.compile(r"\s*(?:عندما|حين|حينما)(?!\p{L})")
_COMMA_AND = regex.compile(r"،\s*و")
_RELATIVE = regex.compile(
    r"(?<!\p{L})(?:الذي|التي|الذين|اللذين|اللتين)\s+(?:كان\p{L}*\s+)?(?:قد\s+)?$"
)


@cache
def _turn() -> regex.Pattern[str]:
    """Words that lead to another happening: a time behind one is that one's."""
    words = any_of(row.word for row in load("time_bounds", Bound) if row.side != "until")
    return regex.compile(rf"(?<!\p{{L}})[وف]?(?:{words})(?!\p{{L}})")


def timed(scene: Scene, times: Sequence[TimeMark], cues: Sequence[Span]) -> dict[int, TimeMark]:
    """Give each trigger (by its place in `scene.triggers`) the time that dates it.

    A time goes to the nearest trigger, its own clause first. A time inside the words that name
    the speaker dates what was said, not what happened, and is left out. A verb without a time of
    its own shares that of the verb before it in the sentence («وصل اليوم … حيث اجتمع»), unless it
    stands in a relative clause.
    """
    usable = [time for time in times if _dates_events(scene, time, cues)]
    bounds = [time for time in usable if time.kind == "order"]
    given: dict[int, TimeMark] = {}
    for time in usable:
        if _opens(scene, time):
            if time.kind == "order":
                _bound_before(scene, time, given)
                continue
        elif any(bound is not time and bound.span.covers(time.span) for bound in bounds):
            continue
        nearest = min(range(len(scene.triggers)), key=lambda n: _distance(scene, n, time))
        held = given.get(nearest)
        if _distance(scene, nearest, time) > FARTHEST:
            continue
        if held is None or _distance(scene, nearest, time) < _distance(scene, nearest, held):
            given[nearest] = time
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
    dated = time.begins is not None or time.ends is not None
    return dated or (time.anchor is not None and counted)


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
        start, end = scene.page.text.fold_span(Span(trigger.end, time.start))
    elif time.end <= trigger.start:
        start, end = scene.page.text.fold_span(Span(time.end, trigger.start))
    else:
        return 0
    return len(_turn().findall(scene.page.folded[start:end]))


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
    scene: Scene, claim: str, status: Status, time: TimeMark | None
) -> tuple[Constraint, ...]:
    """Say what is known of a claim's day.

    With a time: what the time says. Always: what has happened is not after the day of the text, what is planned is not before it.
    """
    document = scene.page.document
    found = [_by_status(document, claim, status, scene.sentence)]
    if time is not None:
        found.extend(claim_constraints(event_day(claim), time, document))
    return tuple(constraint for constraint in found if constraint is not None)


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
