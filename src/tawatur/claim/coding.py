"""One document's claims, with what weaving needs to know of them."""

from __future__ import annotations

from typing import NamedTuple

import regex
from msgspec.structs import replace

from tawatur.attribute.chains import chain_at
from tawatur.claim.amounts import amounts_of
from tawatur.claim.arguments import owns, sides_of
from tawatur.claim.days import document_constraints
from tawatur.claim.places import place_of
from tawatur.claim.pointing import is_aggregate, is_definite, without_echoes
from tawatur.claim.scene import Scene, Trigger, scenes
from tawatur.claim.status import at_its_time, status_of
from tawatur.claim.timing import between_events, constraints_of, timed
from tawatur.mark.page import page_of
from tawatur.mark.triggers import triggers_with_rows
from tawatur.model import (
    Claim,
    Constraint,
    Mention,
    Report,
    Resolved,
    TimeMark,
    identify,
)

SPOKEN_AT = frozenset({"meet", "visit"})
"""Families at which people speak."""
DURING = regex.compile(r"(?<!\p{L})[وف]?(?:خلال|في|اثناء)\s+$")


class Coded(NamedTuple):
    """A claim, its mention and what it says about days."""

    claim: Claim
    mention: Mention
    constraints: tuple[Constraint, ...]


def code(resolved: Resolved) -> Report:
    """Code a document: its claims, their mentions and everything it says about days.

    A document in another language than Arabic is kept and gives no claims.
    """
    document = resolved.document
    report = Report(document=document, marks=resolved.marks, entities=resolved.entities)
    days = document_constraints(document, resolved.marks.times)
    if document.language != "ar":
        return replace(report, constraints=days)
    page = page_of(document)
    names = [*resolved.marks.roles, *(each for each in resolved.marks.names if each.kind != "LOC")]
    triggers = without_echoes(page, [Trigger(*found) for found in triggers_with_rows(page, names)])
    coded: list[Coded] = []
    between: list[Constraint] = []
    for scene in scenes(resolved, page, triggers):
        found, apart = _in_sentence(resolved, scene)
        coded.extend(found)
        between.extend(apart)
    return replace(
        report,
        claims=tuple(each.claim for each in coded),
        mentions=tuple(each.mention for each in coded),
        constraints=(*days, *(one for each in coded for one in each.constraints), *between),
    )


def _in_sentence(resolved: Resolved, scene: Scene) -> tuple[list[Coded], list[Constraint]]:
    said = resolved.marks.attributions
    times = timed(scene, resolved.marks.times, [each.cue for each in said if each.cue is not None])
    coded: list[Coded] = []
    ids: dict[int, str] = {}
    for number, trigger in enumerate(scene.triggers):
        before = coded[-1] if coded else None
        found = _coded(resolved, scene, trigger, times.get(number), before)
        if found is not None:
            coded.append(found)
            ids[number] = found.claim.id
    return coded, list(between_events(scene, resolved.marks.times, ids))


def _coded(
    resolved: Resolved,
    scene: Scene,
    trigger: Trigger,
    time: TimeMark | None,
    before: Coded | None,
) -> Coded | None:
    future = [mark.span for mark in resolved.marks.times if mark.kind == "future"]
    status = at_its_time(status_of(scene, trigger, future), time)
    if status.status == "purpose":
        return None
    definite = is_definite(scene, trigger)
    sides = sides_of(scene, trigger, definite=definite)
    place = place_of(scene, trigger)
    document, row, reach = scene.page.document, trigger.row, scene.reach(trigger)
    claim = Claim(
        id=identify("claim", document.id, trigger.start, trigger.end, row.type),
        document=document.id,
        start=reach.start,
        end=reach.end,
        trigger=trigger.mark.span,
        type=row.type,
        modes=trigger.mark.modes,
        contexts=row.contexts,
        status=status.status,
        actors=sides.actors
        or _same_subject(scene, trigger, before)
        or _opening_subject(scene, trigger)
        or _speaker_at(resolved, scene, trigger),
        recipients=sides.recipients,
        place=place.entity,
        amounts=amounts_of(scene.page, resolved.marks.numbers, reach),
        chain=chain_at(resolved.marks, document, trigger.start, trigger.end),
        because=(
            document.reason(f"trigger: {row.id}", trigger.mark.span),
            *status.because,
            *place.because,
        ),
    )
    mention = Mention(
        claim=claim.id,
        family=row.family,
        aggregate=is_aggregate(scene, trigger),
        definite=definite,
        headline=scene.sentence == scene.page.sentences[0],
        sentence=scene.sentence.start,
        known=any(owns(scene, trigger, who) for who in scene.participants if who.kind == "PER"),
    )
    return Coded(claim, mention, constraints_of(scene, claim.id, claim.status, time))


def _same_subject(scene: Scene, trigger: Trigger, before: Coded | None) -> tuple[str, ...]:
    """Give a verb without a subject that of the happening before it in the sentence.

    «وصل الوزير … حيث اجتمع مع …»; a noun shares it with one of its own family only («وسّع الطيران
    ضرباته، إذ نفذ عشر ضربات»). Nobody becomes an attacker by having met or said something before.
    """
    if before is None or trigger.row.passive or _spoken_apart(scene, before, trigger):
        return ()
    if trigger.row.type == "ASSAULT" != before.claim.type:
        return ()
    carried = trigger.row.family == before.mention.family and not trigger.verbal
    return before.claim.actors[:1] if trigger.verbal or carried else ()


def _spoken_apart(scene: Scene, before: Coded, trigger: Trigger) -> bool:
    """Tell whether somebody else begins or ends to speak between two triggers."""
    last = before.claim.trigger.end
    return any(last <= edge <= trigger.start for edge in scene.speech)


def _opening_subject(scene: Scene, trigger: Trigger) -> tuple[str, ...]:
    """Give a later verb of a sentence the subject that opens it: «أمضى الوزير ساعات … وتفقد …».

    The sentence begins with its subject, or with one verb and it, and nobody else begins to speak
    before the trigger. Nobody becomes an attacker that way.
    """
    people = [who for who in scene.participants if who.kind != "LOC"]
    if not trigger.verbal or trigger.row.passive or trigger.row.type == "ASSAULT" or not people:
        return ()
    first = people[0]
    opens = len(scene.page.raw[scene.sentence.start : first.start].split()) <= 1
    apart = any(first.end <= edge <= trigger.start for edge in scene.speech)
    return (first.entity,) if opens and first.end <= trigger.start and not apart else ()


def _speaker_at(resolved: Resolved, scene: Scene, trigger: Trigger) -> tuple[str, ...]:
    """Give a meeting at which somebody speaks that speaker: «خلال اجتماع مع القادة، أكد الوزير …»."""
    if trigger.verbal or trigger.row.family not in SPOKEN_AT:
        return ()
    start, _ = scene.page.text.fold_span(trigger.mark.span)
    if not DURING.search(scene.page.folded[max(0, start - 12) : start]):
        return ()
    speakers = [
        link.entity
        for said in resolved.marks.attributions
        if said.claim.start >= trigger.end and said.claim.start < scene.sentence.end
        for link in said.chain
        if link.kind == "person" and link.entity is not None
    ]
    return tuple(speakers[:1])
