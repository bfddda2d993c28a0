"""One id for one entity: what a document calls it becomes what the record calls it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from tawatur.model import Attribution, Claim, Link, Marks, Report

Ids = Mapping[str, str]


def renamed(report: Report, ids: Ids) -> Report:
    """Put the record's ids in the place of a document's own."""
    return replace(
        report,
        marks=_marks(report.marks, ids),
        entities=(),
        claims=tuple(_claim(claim, ids) for claim in report.claims),
    )


def _marks(marks: Marks, ids: Ids) -> Marks:
    return replace(
        marks,
        names=tuple(replace(each, entity=_one(each.entity, ids)) for each in marks.names),
        roles=tuple(
            replace(each, holder=_one(each.holder, ids), organisation=_one(each.organisation, ids))
            for each in marks.roles
        ),
        quotes=tuple(replace(each, speaker=_one(each.speaker, ids)) for each in marks.quotes),
        attributions=tuple(_attribution(each, ids) for each in marks.attributions),
    )


def _attribution(said: Attribution, ids: Ids) -> Attribution:
    return replace(said, chain=_chain(said.chain, ids))


def _claim(claim: Claim, ids: Ids) -> Claim:
    actors = _many(claim.actors, ids)
    return replace(
        claim,
        actors=actors,
        recipients=tuple(who for who in _many(claim.recipients, ids) if who not in actors),
        place=_one(claim.place, ids),
        chain=_chain(claim.chain, ids),
    )


def _chain(chain: tuple[Link, ...], ids: Ids) -> tuple[Link, ...]:
    return tuple(replace(link, entity=_one(link.entity, ids)) for link in chain)


def _many(names: tuple[str, ...], ids: Ids) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids.get(name, name) for name in names))


def _one(name: str | None, ids: Ids) -> str | None:
    return None if name is None else ids.get(name, name)
