"""Who the links of a chain are: the outlet, the office behind a statement, the speaker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from tawatur.kb.knowledge import knowledge
from tawatur.lang.letters import fold
from tawatur.model import Attribution, Link, NameMark, QuoteMark, RoleMark, Span
from tawatur.resolve.anaphors import Anaphor
from tawatur.resolve.entities import entity_id
from tawatur.resolve.nearby import meeting

Mark = NameMark | RoleMark

_PREFERRED = {
    "outlet": ("ORG",),
    "agency": ("ORG",),
    "statement": ("ORG", "post", "PER", "LOC"),
    "person": ("PER", "post", "ORG", "LOC"),
    "document": ("ORG",),
}
"""What sort of mark inside a link's words says who it is, the first that is there."""
_OFFICE = ("لمكتبه", "مكتبه", "لمكتبها", "مكتبها")


def resolve_chain(
    attribution: Attribution,
    names: Sequence[NameMark],
    roles: Sequence[RoleMark],
    anaphors: Sequence[Anaphor],
    offices: Mapping[str, str],
    countries: Sequence[str] = (),
) -> Attribution:
    """Fill in the entity of every link that names one; an unnamed speaker stays nobody.

    `offices` maps holders to their offices, for «مكتبه»; `countries` are those that the document
    means first, for «الوكالة الرسمية».
    """
    chain = tuple(
        _resolved(link, names, roles, anaphors, offices, countries) for link in attribution.chain
    )
    return msgspec.structs.replace(attribution, chain=chain)


def _resolved(
    link: Link,
    names: Sequence[NameMark],
    roles: Sequence[RoleMark],
    anaphors: Sequence[Anaphor],
    offices: Mapping[str, str],
    countries: Sequence[str],
) -> Link:
    if link.entity is not None or link.kind == "unnamed" or link.anonymous:
        return link
    if link.start is None or link.end is None:
        return msgspec.structs.replace(link, entity=_known(link, countries))
    span = Span(link.start, link.end)
    entity = (
        _office(link, span, names, roles, offices)
        or _named(link, span, names, roles)
        or next((anaphor.entity for anaphor in anaphors if span.covers(anaphor.span)), None)
        or _known(link, countries)
    )
    return msgspec.structs.replace(link, entity=entity)


def _named(
    link: Link, span: Span, names: Sequence[NameMark], roles: Sequence[RoleMark]
) -> str | None:
    inside: list[tuple[str, Span, str]] = [
        (name.kind, name.span, name.entity) for name in meeting(names, span) if name.entity
    ]
    posts = [role for role in meeting(roles, span) if role.kind == "post" and role.count == 1]
    inside += [("post", role.span, role.holder) for role in posts if role.holder]
    covered = [role.span for role in posts]
    outer = [each for each in inside if each[0] in {"PER", "post"} or not _in_any(each[1], covered)]
    for sort in _PREFERRED.get(link.kind, ()):
        found = [entity for kind, _, entity in outer or inside if kind == sort]
        if found:
            return found[0]
    return None


def _in_any(span: Span, covers: Sequence[Span]) -> bool:
    return any(cover.covers(span) for cover in covers)


def _known(link: Link, countries: Sequence[str]) -> str | None:
    """Find the outlet or agency that the link's own words name; of several that of the country."""
    kinds = {"outlet", "agency"} if link.kind in {"outlet", "agency", "document"} else set()
    rows = [known.row for known in knowledge().named(link.words) if known.row.kind in kinds]
    if len(rows) > 1:
        rows = [row for row in rows if row.country in countries]
    return entity_id(rows[0].id) if len(rows) == 1 else None


def _office(
    link: Link,
    span: Span,
    names: Sequence[NameMark],
    roles: Sequence[RoleMark],
    offices: Mapping[str, str],
) -> str | None:
    """Find whose office «بيان لمكتبه» means: that of the last holder of one before it."""
    if not any(word in _offices() for word in fold(link.words).split()):
        return None
    before = sorted(
        [
            (name.start, name.entity)
            for name in names
            if name.kind == "PER" and name.start < span.end
        ]
        + [
            (role.start, role.holder)
            for role in roles
            if role.kind == "post" and role.start < span.end
        ],
        key=lambda mention: mention[0],
    )
    owners = [entity for _, entity in before if entity in offices]
    return offices[owners[-1]] if owners and owners[-1] is not None else None


@cache
def _offices() -> frozenset[str]:
    return frozenset(map(fold, _OFFICE))


def speakers(
    quotes: Sequence[QuoteMark], attributions: Sequence[Attribution]
) -> tuple[QuoteMark, ...]:
    """Fill in who is quoted: the first speaker of the innermost claim around each quotation."""
    return tuple(
        msgspec.structs.replace(quote, speaker=_speaker(quote, attributions)) for quote in quotes
    )


def _speaker(quote: QuoteMark, attributions: Sequence[Attribution]) -> str | None:
    said = Span(quote.start, quote.end)
    around = [
        attribution
        for attribution in attributions
        if attribution.chain and (attribution.claim.covers(said) or said.covers(attribution.claim))
    ]
    if not around or quote.end - quote.start < 1:
        return None
    inner = min(around, key=lambda attribution: (len(attribution.claim), attribution.claim))
    return inner.chain[-1].entity
