"""Where it happened: the place that a sentence leads to."""

from __future__ import annotations

from typing import NamedTuple

import regex

from tawatur.claim.scene import Participant, Scene, Trigger
from tawatur.model import Reason, Span

HIT = frozenset({"attack", "strike", "clash"})
"""Families whose verb may take a place as its object: «هاجم مسلحون كفري»."""

_INTO = regex.compile(
    r"(?<!\p{L})[وف]?(?:في|الي|ب|علي|ل|قرب|شمالي?|جنوبي?|شرقي?|غربي?|وسط|داخل|قضاء|مدينه|بلده|قريه|ناحيه|محافظه|جبل)\s*(?:\p{L}+\s+)?$"
)
_OUT_OF = regex.compile(r"(?<!\p{L})(?:قادما من|قادمه من|من|عن|وزاره|حكومه|قوات|حكومتي)\s*$")
_LOOK_BACK = 24
"""Folded letters before a place in which its preposition stands: two words and a place word."""


class Place(NamedTuple):
    """The place of a happening and the words that give it."""

    entity: str | None
    because: tuple[Reason, ...] = ()


def place_of(scene: Scene, trigger: Trigger) -> Place:
    """Find the place of a trigger: after it in its reach, else before it in its sentence."""
    reach = scene.reach(trigger)
    places = [who for who in scene.participants if who.kind == "LOC"]
    right = [who for who in places if trigger.end <= who.start and who.end <= reach.end]
    left = [who for who in places if scene.sentence.start <= who.start < trigger.start]
    hit = trigger.verbal and trigger.row.family in HIT
    for rule, found in (
        ("place after the trigger", right),
        ("place before the trigger", left[::-1]),
    ):
        for who in found:
            if _leads_into(scene, who) or (hit and who in right and not _leads_out(scene, who)):
                return Place(who.entity, (_reason(scene, rule, who),))
    return Place(None)


def _leads_into(scene: Scene, who: Participant) -> bool:
    return bool(_INTO.search(_before(scene, who))) and not _leads_out(scene, who)


def _leads_out(scene: Scene, who: Participant) -> bool:
    return bool(_OUT_OF.search(_before(scene, who)))


def _before(scene: Scene, who: Participant) -> str:
    start, _ = scene.page.text.fold_span(Span(who.start, who.end))
    return scene.page.folded[max(0, start - _LOOK_BACK) : start]


def _reason(scene: Scene, rule: str, who: Participant) -> Reason:
    return Reason(
        rule=rule,
        words=scene.page.raw[who.start : who.end],
        document=scene.page.document.id,
        start=who.start,
        end=who.end,
    )
