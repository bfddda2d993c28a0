"""Who did it, to whom: read from left to right as an Arabic sentence puts them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from tawatur.claim.families import PATIENT_FIRST, SWEEPS
from tawatur.claim.scene import Participant, Scene, Trigger
from tawatur.claim.sides import Lead, SideName, leads_in
from tawatur.model import Span

BARE_AFTER_VERB = 1
"""Words between a verb and its subject: «هاجم مسلحو التنظيم»; times do not count."""
BARE_AFTER_NOUN = 2
"""Words between a noun and its genitive: «هجوم لمسلحي التنظيم»."""
BESIDE = 3
"""Words between two participants that share a side: «وزير الدفاع، إضافة إلى رئيس …»."""

_TIME = regex.compile(
    r"(?<!\p{L})(?:صباح|مساء|ظهر|فجر|يوم|اليوم|امس|الليله|الماضيه?|السبت|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه)(?!\p{L})"
)
_WAS_AT = regex.compile(r"(?<!\p{L})(?:كان|كانت|قام|قامت)\s+(?:في\s+|ب)$")
_OWNED = regex.compile(r"\p{L}{3,}ات(?:ه|ها|هم)(?!\p{L})")
_WORD = regex.compile(r"\p{L}+")


class Sides(NamedTuple):
    """The participants of one happening, as entity ids in order of mention."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]


class _Placed(NamedTuple):
    who: Participant
    side: SideName
    bare: bool


def sides_of(scene: Scene, trigger: Trigger, *, definite: bool) -> Sides:
    """Find the participants of a trigger in its sentence and their sides.

    The side of a participant is that of the last word before it that gives one («برئاسة», «مع»,
    «على»), else that of the participant it stands beside; the first bare noun of an active verb is
    its actor, that of a killing («مقتل») or a passive its recipient. A verb whose subject does not follow
    has it before itself; a definite noun points back and takes nobody from before it.
    """
    reach = scene.reach(trigger)
    people = [who for who in scene.participants if who.kind != "LOC"]
    after = [who for who in people if trigger.end <= who.start and who.end <= reach.end]
    placed = list(_after(scene, trigger, after, Span(trigger.end, reach.end)))
    before = [who for who in people if reach.start <= who.start and who.end <= trigger.start]
    if before and not any(each.bare for each in placed) and _has_subject_before(
        scene, trigger, definite=definite
    ):  # fmt: skip
        side: SideName = "recipient" if _suffers(trigger) else "actor"
        placed = [_Placed(who, side, bare=True) for who in _nearest(scene, before)] + placed
    actors = _ids(placed, "actor")
    return Sides(actors, tuple(who for who in _ids(placed, "recipient") if who not in actors))


def _after(
    scene: Scene, trigger: Trigger, after: Sequence[Participant], span: Span
) -> Iterator[_Placed]:
    leads = list(leads_in(scene, span, trigger))
    last = _Placed(Participant(0, trigger.end, "", ""), "none", bare=False)
    side: SideName = "none"
    for who in after:
        between = [lead for lead in leads if last.who.end <= lead.start and lead.end <= who.start]
        bare = False
        if between:
            side = _led(between, side)
        elif last.who.entity:
            side = side if _count(scene, last.who.end, who.start) <= BESIDE else "none"
        elif _is_bare(scene, trigger, who):
            side, bare = ("recipient" if _suffers(trigger) else "actor"), True
        last = _Placed(who, side, bare)
        yield last


def _led(between: Sequence[Lead], side: SideName) -> SideName:
    """Follow the leads in a gap; a head goes where the body it heads went."""
    for lead in between:
        heads = lead.side == "head"
        side = (side if side in {"actor", "recipient"} else "actor") if heads else lead.side
    return side


def _is_bare(scene: Scene, trigger: Trigger, who: Participant) -> bool:
    most = BARE_AFTER_VERB if trigger.verbal else BARE_AFTER_NOUN
    return _count(scene, trigger.end, who.start) <= most


def _count(scene: Scene, start: int, end: int) -> int:
    low, high = scene.page.text.fold_span(Span(start, end))
    between = _TIME.sub(" ", scene.page.folded[low:high])
    return len(_WORD.findall(between))


def _suffers(trigger: Trigger) -> bool:
    """Tell whether the first bare noun is the one it happened to."""
    if trigger.verbal:
        return trigger.row.passive
    return trigger.row.family in PATIENT_FIRST or trigger.row.id in SWEEPS


def _has_subject_before(scene: Scene, trigger: Trigger, *, definite: bool) -> bool:
    """Tell «الكاظمي يترأس», «كان في استقبال» and «الطيران … ضرباته» from a noun on its own."""
    if trigger.verbal:
        return True
    start, _ = scene.page.text.fold_span(Span(trigger.start, trigger.end))
    folded = scene.page.folded
    owned = bool(_OWNED.match(folded, start))
    return not definite and (owned or bool(_WAS_AT.search(folded[max(0, start - 20) : start])))


def _nearest(scene: Scene, before: Sequence[Participant]) -> list[Participant]:
    """Take the participant right before the verb and those that stand beside it."""
    found = [before[-1]]
    for who in reversed(before[:-1]):
        if _count(scene, who.end, found[0].start) > 1:
            break
        found.insert(0, who)
    return found


def _ids(placed: Sequence[_Placed], side: SideName) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.who.entity for each in placed if each.side == side))
