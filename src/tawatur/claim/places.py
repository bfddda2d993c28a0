"""Where it happened: the place that a sentence leads to."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import msgspec
import regex

from tawatur.claim.scene import Participant, Scene, Trigger
from tawatur.lang.rows import any_of, load
from tawatur.model import Reason, Span

HIT = frozenset({"attack", "strike", "clash"})
"""Families that a place may suffer: «هاجم مسلحون كفري», «انفجار هز سوق البلدة»; a visitor's verb
takes one as well."""

WIDE = frozenset({"country", "region"})
"""Places too wide to be where something happened while the sentence has a closer one."""
AFTER = "place after the trigger"

_INTO = regex.compile(
    r"(?<!\p{L})[وف]?(?:(?:في|الي|علي|قرب|شمالي?|جنوبي?|شرقي?|غربي?|وسط|داخل|قضاء|مدينه|بلده|قريه|ناحيه|محافظه|جبل)\s+(?:\p{L}+\s+)?|[بل](?:\p{L}+\s+)?)ل?$"
)
_BETWEEN = regex.compile(r"(?<!\p{L})[وف]?بين\s+(?:\p{L}+\s+){0,3}و?$")
_OUT_OF = regex.compile(
    r"(?<!\p{L})(?:(?:قادما من|قادمه من|من|عن|وزاره|حكومه|قوات|حكومتي)\s*|(?:من|عن)\s+(?:قريه|قري|بلده|مدينه|قضاء|ناحيه|محافظه)\s+)$"
)
_LOOK_BACK = 24
"""Folded letters before a place in which its preposition stands: two words and a place word."""


class ElsewhereRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words after which a place is not where it happened; with `rest`, no place after them is."""

    words: tuple[str, ...]
    rest: bool = False
    example: str


@cache
def _elsewhere(*, rest: bool) -> regex.Pattern[str]:
    rows = [row for row in load("elsewhere", ElsewhereRow) if row.rest == rest]
    return regex.compile(
        rf"(?<!\p{{L}})[وف]?{any_of(w for row in rows for w in row.words)}(?!\p{{L}})"
    )


class Place(NamedTuple):
    """The place of a happening and the words that give it."""

    entity: str | None
    because: tuple[Reason, ...] = ()


def place_of(scene: Scene, trigger: Trigger) -> Place:
    """Find the place of a trigger: after it in its reach, else before it in the same speech."""
    reach = scene.reach(trigger)
    places = [who for who in scene.participants if who.kind == "LOC"]
    right = [
        who
        for who in places
        if trigger.end <= who.start
        and who.end <= reach.end
        and not _is_elsewhere(scene, trigger, who)
    ]
    said = max((place for place in scene.speech if place <= trigger.start), default=0)
    left = [who for who in places if said <= who.start < trigger.start]
    for rule, found in (
        (AFTER, right),
        ("place before the trigger", left[::-1]),
    ):
        led = [who for who in found if _leads_into(scene, who)]
        if not led and rule == AFTER and _may_hit(trigger):
            led = [who for who in found if not _leads_out(scene, who)]
        precise = [who for who in led if who.subkind not in WIDE]
        if precise or (led and rule == AFTER):
            who = (precise or led)[0]
            return Place(who.entity, (scene.page.document.reason(rule, Span(who.start, who.end)),))
    return Place(None)


def _may_hit(trigger: Trigger) -> bool:
    return trigger.row.family in HIT or (trigger.verbal and trigger.row.family == "visit")


def _is_elsewhere(scene: Scene, trigger: Trigger, who: Participant) -> bool:
    text = scene.page.text
    last = max(
        (
            other.end
            for other in scene.participants
            if other.kind == "LOC" and trigger.end <= other.end <= who.start
        ),
        default=trigger.end,
    )
    start, end = text.fold_span(Span(trigger.end, who.start))
    near, _ = text.fold_span(Span(last, who.start))
    topic = _elsewhere(rest=True).search(text.folded, start, end)
    return bool(topic or _elsewhere(rest=False).search(text.folded, near, end))


def _leads_into(scene: Scene, who: Participant) -> bool:
    before = _before(scene, who)
    return bool(_INTO.search(before)) and not (_leads_out(scene, who) or _BETWEEN.search(before))


def _leads_out(scene: Scene, who: Participant) -> bool:
    return bool(_OUT_OF.search(_before(scene, who)))


def _before(scene: Scene, who: Participant) -> str:
    start, _ = scene.page.text.fold_span(Span(who.start, who.end))
    return scene.page.folded[max(0, start - _LOOK_BACK) : start]
