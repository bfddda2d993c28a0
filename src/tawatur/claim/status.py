"""Did it happen? Read from the words that stand before a trigger."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

import msgspec
import regex

from tawatur.claim.scene import Scene, Trigger
from tawatur.lang.rows import any_of, load
from tawatur.model import Reason, Span, Status

WrittenStatus = Status | Literal["purpose"]


class StatusRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that, up to `reach` words before a trigger, say what became of the happening."""

    status: WrittenStatus
    words: tuple[str, ...]
    reach: int
    example: str


class StatusFound(NamedTuple):
    """A status and the reason for it; «purpose» means that nothing is claimed to happen."""

    status: WrittenStatus
    because: tuple[Reason, ...]


_FUTURE_PREFIX = regex.compile(r"[وف]?ل?س[ينتا]\p{L}{2,}")


@cache
def _rows() -> tuple[tuple[regex.Pattern[str], StatusRow], ...]:
    compiled = []
    for row in load("status", StatusRow):
        glued = [word[:-2] for word in row.words if word.endswith((" ل", " ب"))]
        apart = [word for word in row.words if not word.endswith((" ل", " ب"))]
        parts = [any_of(apart) + r"(?!\p{L})"] if apart else []
        parts += [any_of(glued) + r"\s+[لب](?=\p{L})"] if glued else []
        between = rf"(?:\s+\p{{L}}+){{0,{row.reach}}}\s*[لبوا]{{0,2}}ل?$"
        pattern = rf"(?<!\p{{L}})[وف]?(?:{'|'.join(parts)}){between}"
        compiled.append((regex.compile(pattern), row))
    return tuple(compiled)


def status_of(scene: Scene, trigger: Trigger) -> StatusFound:
    """Find the status of a trigger; `happened` is what an unmarked verb or noun says.

    A future prefix («سيزور») and the rows of status.toml decide, the nearest words first; words
    on the other side of a clause or a speaker do not count.
    """
    reach = scene.reach(trigger)
    text = scene.page.text
    start, end = text.fold_span(Span(reach.start, trigger.start))
    before = text.folded[start:end]
    word = regex.compile(r"\p{L}*$").search(before)
    assert word is not None, "the pattern matches the empty string"
    whole = before[word.start() :] + text.folded[end : text.fold_span(Span(0, trigger.end))[1]]
    if trigger.verbal and _FUTURE_PREFIX.match(whole):
        return StatusFound(
            "planned", (_reason(scene, "future prefix", trigger.start, trigger.end),)
        )
    nearest: tuple[int, StatusFound] | None = None
    for pattern, row in _rows():
        match = pattern.search(before)
        if match and (nearest is None or match.start() > nearest[0]):
            found = text.span(start + match.start(), start + match.end())
            reason = _reason(scene, f"status: {row.status}", found.start, found.end)
            nearest = (match.start(), StatusFound(row.status, (reason,)))
    return nearest[1] if nearest else StatusFound("happened", ())


def _reason(scene: Scene, rule: str, start: int, end: int) -> Reason:
    return Reason(
        rule=rule,
        words=scene.page.raw[start:end],
        document=scene.page.document.id,
        start=start,
        end=end,
    )
