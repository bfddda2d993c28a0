"""A short Arabic title for an event, made of its slots and of nobody's words but ours."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import msgspec

from tawatur.codebook.codebook import codebook
from tawatur.lang.rows import load
from tawatur.model import Entity

MOST_NAMES = 2
"""Names that a title carries in one slot; more make it a list."""


class HappeningRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a family of happenings is called, and the preposition before each slot."""

    family: str
    noun: str
    actor: str
    recipient: str
    place: str
    example: str


@cache
def _rows() -> dict[str, HappeningRow]:
    return {row.family: row for row in load("happenings", HappeningRow)}


def title_of(
    family: str,
    type_: str,
    actors: tuple[str, ...],
    recipients: tuple[str, ...],
    place: str | None,
    entities: Mapping[str, Entity],
) -> str:
    """Write the title of an event: its kind, who, with or against whom, and where."""
    row = _rows().get(family) or _by_type(family, type_)
    slots = (
        (row.actor, actors[:MOST_NAMES]),
        (row.recipient, recipients[:MOST_NAMES]),
        (row.place, (place,) if place else ()),
    )
    parts = [row.noun]
    for preposition, who in slots:
        if names := [preferred(entities[each]) for each in who if each in entities]:
            parts.extend(filter(None, (preposition, " و".join(names))))
    return " ".join(parts)


def _by_type(family: str, type_: str) -> HappeningRow:
    label = codebook("plover").types[type_].label_ar
    return HappeningRow(
        family=family, noun=label, actor="من", recipient="إلى", place="في", example=""
    )


def preferred(entity: Entity) -> str:
    """Choose the Arabic name to call an entity by: the preferred one, else the first."""
    arabic = [name for name in entity.names if name.lang in {"ar", None}] or list(entity.names)
    chosen = next((name for name in arabic if name.kind == "preferred"), arabic[0])
    return chosen.text
