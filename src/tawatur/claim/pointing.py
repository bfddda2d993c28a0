"""What kind of mention a trigger is: one happening, several at once, or one spoken of before."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec
import regex

from tawatur.claim.families import can_join
from tawatur.claim.scene import Scene, Trigger
from tawatur.lang.rows import any_of, load
from tawatur.mark.page import Page
from tawatur.model import Span

MANY_AT_ONCE = frozenset({"attack", "strike", "operation", "killing", "clash", "meet", "arrest"})
"""Families whose bare plural («هجمات») speaks of a series and not of one happening."""

_PLURAL = regex.compile(r"\p{L}{2,}ات(?:ه|ها|هم|نا)?")
_NUMBER_WORD = regex.compile(r"(?:\d+|ثلاثه?|اربعه?|خمسه?|سته?|سبعه?|ثماني?ه?|تسعه?|عشره?)\s*$")
_SERIES = regex.compile(r"(?<!\p{L})(?:سلسله|عشرات|مئات|عده|تكرار|تصاعد|موجه)(?:\s+من)?\s*$")
_THE = regex.compile(r"[وفبك]*(?:ال|لل)\p{L}{2,}")
_THIS = regex.compile(r"(?<!\p{L})(?:هذه|هذا|تلك|ذلك)\s*$")
_NEW = regex.compile(r"\s*[،]?\s*(?:\p{L}+\s+){0,2}(?:الذي|التي)(?!\p{L})")


class BodyRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Definite words for bodies without a name of their own."""

    words: tuple[str, ...]
    example: str


@cache
def _of_the() -> regex.Pattern[str]:
    words = any_of(word for row in load("pointing_bodies", BodyRow) for word in row.words)
    return regex.compile(rf"\s+{words}(?!\p{{L}})")


def is_aggregate(scene: Scene, trigger: Trigger) -> bool:
    """Tell «هجمات متكررة» and «سلسلة هجمات» from «هجوم» and from «عشر هجمات»."""
    if trigger.verbal or trigger.row.family not in MANY_AT_ONCE:
        return False
    word, before, _ = _around(scene, trigger)
    if _SERIES.search(before):
        return True
    return bool(_PLURAL.search(word)) and not _NUMBER_WORD.search(before)


def is_definite(scene: Scene, trigger: Trigger) -> bool:
    """Tell «الاجتماع», «هذه العملية» and «وصول الوفد», which point back, from «الهجوم الذي شنه …», which tells."""
    if trigger.verbal:
        return False
    word, before, after = _around(scene, trigger)
    pointing = bool(_THE.fullmatch(word) or _THIS.search(before) or _of_the().match(after))
    return pointing and not _NEW.match(after)


def without_echoes(page: Page, triggers: Sequence[Trigger]) -> list[Trigger]:
    """Take «بحث الاجتماع», «شن هجوماً» and «ضربات استهدفت» as one mention each.

    Two triggers that can name one happening with at most one word between them are one; the noun
    names it, or the first of two verbs.
    """
    kept: list[Trigger] = []
    for trigger in triggers:
        last = kept[-1] if kept else None
        if last is None or not _echo(page, last, trigger):
            kept.append(trigger)
        elif last.verbal and not trigger.verbal:
            kept[-1] = trigger
    return kept


def _echo(page: Page, last: Trigger, trigger: Trigger) -> bool:
    between = page.raw[last.end : trigger.start]
    beside = "\n" not in between and len(between.split()) <= 1
    one = last.verbal or trigger.verbal or last.row.family == trigger.row.family
    return beside and one and can_join({last.row.family}, {trigger.row.family})


def _around(scene: Scene, trigger: Trigger) -> tuple[str, str, str]:
    """Cut the trigger's whole word and what stands around it, folded."""
    folded = scene.page.folded
    start, end = scene.page.text.fold_span(Span(trigger.start, trigger.end))
    while start > 0 and folded[start - 1].isalpha():
        start -= 1
    while end < len(folded) and folded[end].isalpha():
        end += 1
    return folded[start:end], folded[max(0, start - 30) : start], folded[end : end + 30]
