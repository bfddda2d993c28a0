"""Who did it, to whom: read from left to right as an Arabic sentence puts them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import msgspec
import regex

from tawatur.claim.families import PATIENT_FIRST, SWEEPS
from tawatur.claim.scene import Participant, Scene, Trigger
from tawatur.claim.sides import Lead, SideName, leads_in
from tawatur.lang.rows import any_of, load
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
_PARTICLE = regex.compile(r"(?<!\p{L})(?:قد|كان|كانت|لم|لن|سوف|لا|ما)(?!\p{L})")
CARRIER_BEFORE = 12
"""Folded letters before a subject in which its verb stands: one verb and its conjunction."""
_WAS_AT = regex.compile(r"(?<!\p{L})(?:كان|كانت|قام|قامت)\s+(?:في\s+|ب)$")
_OWNED = regex.compile(r"\p{L}{3,}ات(?:ه|ها|هم)(?!\p{L})")
_GIVES_SIDE = regex.compile(r"[،,؛:]|(?<!\p{L})(?:في|إلى|على|مع|من|عن|أن|إن)(?!\p{L})")
_WORD = regex.compile(r"\p{L}+")


class CarrierRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Verbs that carry the noun which names the happening."""

    words: tuple[str, ...]
    example: str


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
    its actor, that of a killing («مقتل») or a passive its recipient. A verb whose subject does not
    follow has it right before itself; a definite noun points back and takes nobody from before it.
    """
    reach = scene.reach(trigger)
    people = [who for who in scene.participants if who.kind != "LOC"]
    after = [who for who in people if trigger.end <= who.start and who.end <= reach.end]
    placed = list(_after(scene, trigger, after, Span(trigger.end, reach.end)))
    if not any(each.bare for each in placed):
        before = [who for who in people if reach.start <= who.start and who.end <= trigger.start]
        side: SideName = "recipient" if _suffers(trigger) else "actor"
        subject = _before(scene, trigger, before, definite=definite)
        placed = [_Placed(who, side, bare=True) for who in subject] + placed
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
            side = _beside(scene, trigger, last, who)
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


def _count(scene: Scene, start: int, end: int, without: regex.Pattern[str] | None = None) -> int:
    """Count the words of a stretch; words of time, and those that `without` matches, are none."""
    low, high = scene.page.text.fold_span(Span(start, end))
    between = _TIME.sub(" ", scene.page.folded[low:high])
    return len(_WORD.findall(without.sub(" ", between) if without else between))


def _suffers(trigger: Trigger) -> bool:
    """Tell whether the first bare noun is the one it happened to."""
    if trigger.verbal:
        return trigger.row.passive
    return trigger.row.family in PATIENT_FIRST or trigger.row.id in SWEEPS


def _beside(scene: Scene, trigger: Trigger, last: _Placed, who: Participant) -> SideName:
    """Put a participant on its neighbour's side; a verb's second bare noun is its object.

    «اعتقلت الشرطة والجيش» joins with و, «رئيس الأركان سالم العزاوي» is one in two words.
    """
    if _count(scene, last.who.end, who.start) > BESIDE:
        return "none"
    low, high = scene.page.text.fold_span(Span(last.who.end, who.start))
    gap = scene.page.folded[low:high].strip()
    object_ = trigger.verbal and last.bare and last.side == "actor" and not gap
    return "recipient" if object_ and last.who.kind != "post" else last.side


def _before(
    scene: Scene, trigger: Trigger, before: Sequence[Participant], *, definite: bool
) -> list[Participant]:
    """Find the subject of a verb that has none behind it, or of a noun that a verb carries.

    «الكاظمي يترأس» has it right before the verb, «شن مسلحون هجوماً» between the two, «كان في
    استقبال» and «وسّع الطيران ضرباته» before the noun; any other noun has none.
    """
    if not before:
        return []
    if trigger.verbal:
        adjacent = _count(scene, before[-1].end, trigger.start, _PARTICLE) == 0
        taken = any(owns(scene, other, before[-1]) for other in scene.triggers)
        return _nearest(scene, before) if adjacent and not taken else []
    start, _ = scene.page.text.fold_span(Span(trigger.start, trigger.end))
    first, _ = scene.page.text.fold_span(Span(before[0].start, before[0].end))
    folded = scene.page.folded
    carrier = _last(_carriers().finditer(folded, max(0, first - CARRIER_BEFORE), start))
    if carrier is not None:
        carried = scene.page.text.span(*carrier.span()).end
        return [who for who in before if who.start >= carried][:1]
    owned = _OWNED.match(folded, start) or _WAS_AT.search(folded[max(0, start - 20) : start])
    return _nearest(scene, before) if owned and not definite else []


def owns(scene: Scene, noun: Trigger, who: Participant) -> bool:
    """Tell «زيارة الكاظمي»: the participant right behind a noun is that happening's own."""
    return (
        not noun.verbal
        and noun.end <= who.start
        and _count(scene, noun.end, who.start) <= BARE_AFTER_NOUN
        and not _GIVES_SIDE.search(scene.page.raw[noun.end : who.start])
    )


def _last(matches: Iterator[regex.Match[str]]) -> regex.Match[str] | None:
    found = None
    for found in matches:  # noqa: B007 - the last one is wanted
        pass
    return found


@cache
def _carriers() -> regex.Pattern[str]:
    words = any_of(word for row in load("carriers", CarrierRow) for word in row.words)
    return regex.compile(rf"(?<!\p{{L}})[وف]?(?:قد\s+)?{words}(?!\p{{L}})")


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
