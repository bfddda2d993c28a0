"""Entities made of rows and of marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from tawatur.kb.row import Row, kinds
from tawatur.lang.letters import fold
from tawatur.model import Codes, Entity, Name, Reason, Tenure, identify


def entity_id(row: str) -> str:
    """Name the entity of a row of the knowledge base, in every document and every build."""
    return identify("entity", row)


def local_id(document: str, kind: str, name: str) -> str:
    """Name an entity that only its document knows so far."""
    return identify("entity", document, kind, fold(name))


def row_entity(row: Row, *, names: Iterable[str] = (), because: Sequence[Reason] = ()) -> Entity:
    """Make the entity of a row; `names` are the forms met in texts, one for each mention.

    >>> from tawatur.kb.knowledge import knowledge
    >>> row_entity(knowledge().rows["gn:93818"], names=["مخمور"]).names[0].text
    'مخمور'
    """
    met = Counter(names)
    written = {naming.text for naming in row.names}
    return Entity(
        id=entity_id(row.id),
        kind=kinds()[row.kind].entity,
        names=(
            *(
                Name(text=naming.text, lang=naming.lang, kind=naming.kind)
                for naming in row.names
                if naming.kind != "loaded"
            ),
            *(Name(text=name, lang="ar") for name in sorted(set(met) - written)),
        ),
        mentions=met.total(),
        kb=row.id,
        codes=Codes(country=row.country, sector=row.sector),
        lat=row.lat,
        lon=row.lon,
        within=tuple(entity_id(parent.id) for parent in row.within),
        posts=tuple(
            Tenure(
                post=held.post,
                from_=held.from_ if held.verified else None,
                to=held.to if held.verified else None,
            )
            for held in row.posts
        ),
        because=tuple(because),
    )


def local_entity(
    identity: str,
    kind: str,
    names: Iterable[str],
    *,
    country: str | None = None,
    within: Sequence[str] = (),
    posts: Sequence[Tenure] = (),
    because: Sequence[Reason] = (),
) -> Entity:
    """Make an entity that no row stands for; its name is the longest, then the most used one."""
    met = Counter(names)
    order = sorted(met, key=lambda name: (-len(name.split()), -met[name], name))
    return Entity(
        id=identity,
        kind=kind,
        names=tuple(
            Name(text=name, lang="ar", kind="variant" if n else "preferred")
            for n, name in enumerate(order)
        ),
        mentions=met.total(),
        codes=Codes(country=country),
        within=tuple(within),
        posts=tuple(posts),
        because=tuple(because),
    )
