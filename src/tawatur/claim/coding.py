"""One document's claims, with what weaving needs to know of them."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from tawatur.attribute.chains import chain_at
from tawatur.claim.amounts import amounts_of
from tawatur.claim.arguments import arguments_of
from tawatur.claim.days import document_constraints
from tawatur.claim.pointing import is_aggregate, is_definite
from tawatur.claim.scene import Scene, Trigger, scenes
from tawatur.claim.status import status_of
from tawatur.claim.timing import between_events, constraints_of, timed
from tawatur.mark.page import page_of
from tawatur.mark.triggers import triggers_with_rows
from tawatur.model import (
    Claim,
    Constraint,
    Mention,
    Reason,
    Report,
    Resolved,
    TimeMark,
    identify,
)


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
    triggers = [Trigger(*found) for found in triggers_with_rows(page)]
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
    cues = [said.cue for said in resolved.marks.attributions if said.cue is not None]
    times = timed(scene, resolved.marks.times, cues)
    coded: list[Coded] = []
    ids: dict[int, str] = {}
    for number, trigger in enumerate(scene.triggers):
        found = _claim(resolved, scene, trigger, times.get(number))
        if found is not None:
            coded.append(found)
            ids[number] = found.claim.id
    return coded, list(between_events(scene, resolved.marks.times, ids))


def _claim(
    resolved: Resolved, scene: Scene, trigger: Trigger, time: TimeMark | None
) -> Coded | None:
    document, row = scene.page.document, trigger.row
    status = status_of(scene, trigger)
    if status.status == "purpose":
        return None
    arguments = arguments_of(scene, trigger)
    reach = scene.reach(trigger)
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
        actors=arguments.actors,
        recipients=arguments.recipients,
        place=arguments.place,
        amounts=amounts_of(scene.page, resolved.marks.numbers, reach),
        chain=chain_at(resolved.marks, document, trigger.start, trigger.end),
        because=(_trigger_reason(scene, trigger), *status.because, *arguments.because),
    )
    mention = Mention(
        claim=claim.id,
        family=row.family,
        aggregate=is_aggregate(scene, trigger),
        definite=is_definite(scene, trigger),
        headline=scene.sentence == scene.page.sentences[0],
    )
    return Coded(claim, mention, constraints_of(scene, claim.id, claim.status, time))


def _trigger_reason(scene: Scene, trigger: Trigger) -> Reason:
    return Reason(
        rule=f"trigger: {trigger.row.id}",
        words=scene.page.raw[trigger.start : trigger.end],
        document=scene.page.document.id,
        start=trigger.start,
        end=trigger.end,
    )
