"""Who did it, to whom, where: read from left to right as an Arabic sentence puts them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

import msgspec
import regex

from tawatur.claim.scene import Participant, Scene, Trigger
from tawatur.lang.letters import fold
from tawatur.lang.rows import load
from tawatur.model import Reason, Span

SideName = Literal["actor", "recipient", "none"]

PATIENT_FIRST = frozenset({"killing", "arrest", "displacement"})
"""Families whose first bare noun is the one it happened to: «مقتل سبعة», «اعتقال ناشط»."""

_PLACE_LEAD = regex.compile(
    r"(?<!\p{L})[وف]?(?:في|الي|ب|عل[يى]|ل|قرب|شمالي?|جنوبي?|شرقي?|غربي?|وسط|داخل|قضاء|مدينه|بلده|قريه|ناحيه|محافظه|جبل)\s*(?:\p{L}+\s+)?$"
)
_FROM = regex.compile(r"(?<!\p{L})(?:قادما من|من|عن|وزاره|حكومه|قوات)\s*$")
_DIRECT_WORDS = 2
"""Words that may stand between a noun and its genitive and leave it direct: «هجوم مسلحي التنظيم»."""


class SideRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that put what follows them on one side, for some families or for all."""

    side: SideName
    words: tuple[str, ...]
    families: tuple[str, ...] = ()
    example: str


class Arguments(NamedTuple):
    """The participants of one happening, as entity ids, and why."""

    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None
    because: tuple[Reason, ...] = ()


class _Lead(NamedTuple):
    start: int
    end: int
    side: SideName
    words: str


@cache
def _leads(family: str) -> tuple[regex.Pattern[str], dict[str, SideName]]:
    sides: dict[str, SideName] = {}
    for row in load("sides", SideRow):
        if not row.families or family in row.families:
            sides.update({fold(word): row.side for word in row.words})
    ordered = sorted(sides, key=lambda word: (-len(word), word))
    # A one-letter preposition is written onto its word: «لداعش», «للجيش».
    parts = [
        rf"{regex.escape(word)}(?=\p{{L}}|\s*ـ?[«\"“”])" if len(word) == 1
        else rf"{regex.escape(word, literal_spaces=True)}(?!\p{{L}})"
        for word in ordered
    ]  # fmt: skip
    return regex.compile(rf"(?<!\p{{L}})[وف]?(?P<lead>{'|'.join(parts)})"), sides


def arguments_of(scene: Scene, trigger: Trigger) -> Arguments:
    """Find the arguments of a trigger in its sentence.

    The side of a participant is that of the last word before it that gives one («برئاسة», «مع»,
    «على»); without such a word, an active verb's first noun is its actor, a passive verb's and a
    killing's is its recipient. What stands before a verb counts when nothing follows it.
    """
    reach = scene.reach(trigger)
    people = [who for who in scene.participants if who.kind != "LOC"]
    leads = list(_leads_in(scene, Span(trigger.end, reach.end), trigger.row.family))
    after = [who for who in people if trigger.end <= who.start and who.end <= reach.end]
    sides = _assign(scene, trigger, after, leads)
    if not sides["actor"] and not sides["recipient"]:
        sides = _before(
            trigger, [who for who in people if reach.start <= who.start < trigger.start]
        )
    recipients = [who for who in sides["recipient"] if who not in sides["actor"]]
    place, why = _place(scene, trigger, reach)
    return Arguments(
        actors=_ids(sides["actor"]),
        recipients=_ids(recipients),
        place=place,
        because=why,
    )


def _assign(
    scene: Scene, trigger: Trigger, after: Sequence[Participant], leads: Sequence[_Lead]
) -> dict[SideName, list[Participant]]:
    sides: dict[SideName, list[Participant]] = {"actor": [], "recipient": [], "none": []}
    for who in after:
        before = [lead for lead in leads if lead.end <= who.start]
        side: SideName = before[-1].side if before else _bare_side(scene, trigger, who)
        sides[side].append(who)
    return sides


def _bare_side(scene: Scene, trigger: Trigger, who: Participant) -> SideName:
    if trigger.row.family in PATIENT_FIRST or trigger.row.passive:
        return "recipient"
    if trigger.verbal:
        return "actor"
    between = scene.page.raw[trigger.end : who.start].split()
    return "actor" if len(between) <= _DIRECT_WORDS else "none"


def _before(trigger: Trigger, left: Sequence[Participant]) -> dict[SideName, list[Participant]]:
    sides: dict[SideName, list[Participant]] = {"actor": [], "recipient": [], "none": []}
    passive = trigger.row.family in PATIENT_FIRST or trigger.row.passive
    sides["recipient" if passive else "actor"].extend(left)
    return sides


def _leads_in(scene: Scene, span: Span, family: str) -> Iterator[_Lead]:
    pattern, sides = _leads(family)
    text = scene.page.text
    start, end = text.fold_span(span)
    for match in pattern.finditer(text.folded, start, end):
        place = text.span(*match.span("lead"))
        yield _Lead(place.start, place.end, sides[match["lead"]], match["lead"])


def _place(scene: Scene, trigger: Trigger, reach: Span) -> tuple[str | None, tuple[Reason, ...]]:
    places = [who for who in scene.participants if who.kind == "LOC"]
    right = [who for who in places if trigger.end <= who.start and who.end <= reach.end]
    left = [who for who in places if scene.sentence.start <= who.start < trigger.start]
    for rule, found in (
        ("place after the trigger", right),
        ("place before the trigger", left[::-1]),
    ):
        led = [who for who in found if _leads_to(scene, who)]
        if led:
            who = led[0]
            reason = Reason(
                rule=rule,
                words=scene.page.raw[who.start : who.end],
                document=scene.page.document.id,
                start=who.start,
                end=who.end,
            )
            return who.entity, (reason,)
    return None, ()


def _leads_to(scene: Scene, who: Participant) -> bool:
    start, _ = scene.page.text.fold_span(Span(who.start, who.end))
    before = scene.page.folded[max(0, start - 24) : start]
    return bool(_PLACE_LEAD.search(before)) and not _FROM.search(before)


def _ids(participants: Sequence[Participant]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(who.entity for who in participants))
