"""Entities inside one document: rows for names, full names for surnames, holders for posts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from tawatur.kb.knowledge import knowledge
from tawatur.kb.row import Row, kinds
from tawatur.lang.letters import fold
from tawatur.mark.page import page_of
from tawatur.mark.vocabulary import demonyms
from tawatur.model import (
    Entity,
    Marked,
    NameMark,
    Reason,
    Resolved,
    RoleMark,
    Span,
    Tenure,
)
from tawatur.resolve.anaphors import find_anaphors
from tawatur.resolve.entities import entity_id, local_entity, local_id, row_entity
from tawatur.resolve.links import resolve_chain, speakers
from tawatur.resolve.naming import Scene, full_name, row_of
from tawatur.resolve.nearby import meeting
from tawatur.resolve.persons import group_persons
from tawatur.resolve.posts import apposed, body_of, post_key
from tawatur.resolve.spelling import name_tokens, similarity, skeleton
from tawatur.resolve.surroundings import lies_in

_SAME = 0.85
"""Spelling from which two unknown names of one kind and equal consonants are one in a document."""
_PRIME_MINISTERS = {"IQ": "org:iq.pmo"}
"""Whose office «مكتبه» is, when the holder is the prime minister of this country."""


@dataclass
class _Draft:
    """What is known of one entity while a document is read."""

    kind: str
    row: Row | None = None
    names: list[str] = field(default_factory=list)
    country: str | None = None
    within: tuple[str, ...] = ()
    posts: dict[str, Tenure] = field(default_factory=dict)
    because: dict[str, Reason] = field(default_factory=dict)


def resolve_document(marked: Marked) -> Resolved:
    """Say who and what the marks of a document mean, as far as the document and the rows tell.

    Every name gets an entity; a post gets its holder, or, where nobody is named for it, an entity
    of its own of kind `post`; the links of chains and the speakers of quotations get theirs. What
    is unnamed stays null. Names are compared across documents later, by `merge_entities`.
    """
    page = page_of(marked.document)
    scene = Scene.of(page)
    drafts: dict[str, _Draft] = {}
    names = _resolve_names(scene, marked, drafts)
    roles = _resolve_roles(scene, marked, names, drafts)
    anaphors = tuple(find_anaphors(page, names, roles))
    offices = _offices(roles, scene)
    attributions = tuple(
        resolve_chain(attribution, names, roles, anaphors, offices, scene.countries[:1])
        for attribution in marked.marks.attributions
    )
    _draft_links(drafts, [link.entity for each in attributions for link in each.chain])
    marks = msgspec.structs.replace(
        marked.marks,
        names=names,
        roles=roles,
        attributions=attributions,
        quotes=speakers(marked.marks.quotes, attributions),
    )
    return Resolved(document=marked.document, marks=marks, entities=_entities(drafts))


def _entities(drafts: Mapping[str, _Draft]) -> tuple[Entity, ...]:
    made = []
    for identity in sorted(drafts):
        draft = drafts[identity]
        because = tuple(draft.because.values())
        if draft.row:
            entity = row_entity(draft.row, names=draft.names, because=because)
            posts = {post_key(tenure.post): tenure for tenure in entity.posts} | draft.posts
            made.append(msgspec.structs.replace(entity, posts=tuple(posts.values())))
        else:
            made.append(
                local_entity(
                    identity,
                    draft.kind,
                    draft.names,
                    country=draft.country,
                    within=draft.within,
                    posts=tuple(draft.posts.values()),
                    because=because,
                )
            )
    return tuple(made)


def _resolve_names(scene: Scene, marked: Marked, drafts: dict[str, _Draft]) -> tuple[NameMark, ...]:
    marks = marked.marks.names
    written = {mark.span: full_name(scene.page, mark) for mark in marks}
    heads = _heads(marks, written)
    held = set(apposed(marked.document.text, marked.marks.roles, marks).values())
    rows = _rows(scene, marks, written, heads, held)
    resolved = []
    for mark in marks:
        row = rows.get((mark.kind, heads[mark.span]))
        kind = kinds()[row.kind].entity if row else _entity_kind(mark)
        identity = (
            entity_id(row.id) if row else local_id(marked.document.id, kind, heads[mark.span])
        )
        draft = drafts.setdefault(identity, _Draft(kind, row))
        draft.names.append(written[mark.span])
        draft.because.setdefault(
            "name", marked.document.reason("row" if row else "name", mark.span)
        )
        if not row:
            draft.country = draft.country or _country(scene, mark, written[mark.span])
        resolved.append(
            msgspec.structs.replace(
                mark,
                entity=identity,
                subkind=row.kind if row and mark.kind != "PER" else mark.subkind,
            )
        )
    _place(scene, resolved, drafts)
    return tuple(resolved)


def _entity_kind(mark: NameMark) -> str:
    kind = kinds().get(mark.subkind or "")
    return kind.entity if kind else {"PER": "person", "LOC": "place"}.get(mark.kind, "organisation")


def _heads(marks: Sequence[NameMark], written: Mapping[Span, str]) -> dict[Span, str]:
    """Map each mark to the name that stands for all its spellings in the document."""
    by_kind: dict[str, list[str]] = defaultdict(list)
    for mark in marks:
        by_kind[mark.kind].append(written[mark.span])
    heads = {kind: _grouped(kind, names) for kind, names in by_kind.items()}
    return {mark.span: heads[mark.kind][written[mark.span]] for mark in marks}


_ARMY = "الجيش"


def _grouped(kind: str, names: Sequence[str]) -> Mapping[str, str]:
    if kind == "PER":
        return group_persons(names)
    heads: dict[str, str] = {}
    count = Counter(names)
    for name in sorted(count, key=lambda name: (-count[name], name)):
        heads[name] = next(
            (
                head
                for head in heads.values()
                if skeleton(head) == skeleton(name) and similarity(head, name) >= _SAME
            ),
            name,
        )
    armies = {head for head in heads.values() if fold(head).startswith(f"{_ARMY} ")}
    if _ARMY in heads and len(armies) == 1:
        heads[_ARMY] = armies.pop()
    return heads


def _rows(
    scene: Scene,
    marks: Sequence[NameMark],
    written: Mapping[Span, str],
    heads: Mapping[Span, str],
    held: set[Span],
) -> dict[tuple[str, str], Row]:
    """Find the row of each name; a person's full name decides for the surname, a place's cue for all."""
    found: dict[tuple[str, str], Row] = {}
    order = sorted(marks, key=lambda mark: (written[mark.span] != heads[mark.span], mark.start))
    for mark in order:
        key = (mark.kind, heads[mark.span])
        full = mark.kind == "PER" and len(name_tokens(key[1])) > 1
        if key not in found and not (full and len(name_tokens(written[mark.span])) == 1):
            row = row_of(scene, mark, beside_role=mark.span in held)
            if row:
                found[key] = row
    return found


def _country(scene: Scene, mark: NameMark, name: str) -> str | None:
    """Tell the country of an unknown body or place: that of its own words, or the page's only one."""
    if mark.kind == "PER":
        return None
    said = {demonyms()[word] for word in fold(name).split() if demonyms().get(word)}
    said |= {
        known.row.country
        for word in fold(name).split()
        for known in knowledge().named(word)
        if known.row.kind == "country"
    }
    return said.pop() if len(said) == 1 else scene.country


def _place(scene: Scene, names: Sequence[NameMark], drafts: Mapping[str, _Draft]) -> None:
    """Say what unknown places lie in, where the words after them tell."""
    for mark in names:
        draft = drafts[mark.entity or ""]
        if mark.kind == "LOC" and draft.row is None and not draft.within:
            other = lies_in(scene.page, mark, names)
            if other and other.entity and other.entity != mark.entity:
                draft.within = (other.entity,)


def _resolve_roles(
    scene: Scene, marked: Marked, names: Sequence[NameMark], drafts: dict[str, _Draft]
) -> tuple[RoleMark, ...]:
    marks = marked.marks.roles
    beside = apposed(marked.document.text, marks, names)
    entity_at = {name.span: name.entity for name in names}
    holders = _holders(marks, beside, entity_at)
    resolved = []
    for mark in marks:
        body = body_of(scene, mark) if mark.kind == "post" else None
        holder = entity_at.get(beside[mark.span]) if mark.span in beside else None
        if mark.kind == "post" and mark.count == 1:
            key = post_key(mark.words)
            holder = holder or _held_before(key, holders)
            if holder and mark.span in beside:
                tenure = Tenure(
                    post=mark.words, because=(marked.document.reason("apposition", mark.span),)
                )
                drafts[holder].posts.setdefault(key, tenure)
            if holder is None:
                holder = local_id(marked.document.id, "post", key)
                draft = drafts.setdefault(holder, _Draft("post"))
                draft.names.append(mark.words)
                draft.country = draft.country or (body.country if body else scene.country)
                draft.because.setdefault(
                    "post", marked.document.reason("post without a name", mark.span)
                )
        organisation = entity_id(body.id) if body else _body_inside(mark, names)
        if body:
            drafts.setdefault(entity_id(body.id), _Draft(kinds()[body.kind].entity, body))
        resolved.append(msgspec.structs.replace(mark, holder=holder, organisation=organisation))
    return tuple(resolved)


def _body_inside(role: RoleMark, names: Sequence[NameMark]) -> str | None:
    near = meeting(names, role.span)
    inside = [name for name in near if name.kind == "ORG" and role.span.covers(name.span)]
    return inside[0].entity if inside and role.kind == "post" else None


def _holders(
    roles: Sequence[RoleMark],
    beside: Mapping[Span, Span],
    entity_at: Mapping[Span, str | None],
) -> dict[str, set[str]]:
    """Map each post, as it is compared, to the persons who stand beside it in the document."""
    holders: dict[str, set[str]] = defaultdict(set)
    for role in roles:
        holder = entity_at.get(beside[role.span]) if role.span in beside else None
        if role.kind == "post" and holder:
            holders[post_key(role.words)].add(holder)
    return holders


def _held_before(key: str, holders: Mapping[str, set[str]]) -> str | None:
    """Find the one person who holds this post in the document, here with or there without «في …»."""
    held = {
        holder
        for other, found in holders.items()
        for holder in found
        if other == key or other.startswith(f"{key} في ") or key.startswith(f"{other} في ")
    }
    return next(iter(held)) if len(held) == 1 else None


def _offices(roles: Sequence[RoleMark], scene: Scene) -> dict[str, str]:
    """Map prime ministers of the document to the known office behind «مكتبه»."""
    office = next(
        (_PRIME_MINISTERS[land] for land in scene.countries if land in _PRIME_MINISTERS), None
    )
    key = post_key("رئيس الوزراء")
    return {
        role.holder: entity_id(office)
        for role in roles
        if office and role.holder and role.kind == "post" and post_key(role.words).startswith(key)
    }


def _draft_links(drafts: dict[str, _Draft], entities: Sequence[str | None]) -> None:
    """Add the known entities that only a chain names."""
    for identity in entities:
        if identity and identity not in drafts:
            row = _row_by_entity().get(identity)
            if row:
                drafts[identity] = _Draft(kinds()[row.kind].entity, row)


_ROWS_BY_ENTITY: dict[str, Row] = {}


def _row_by_entity() -> dict[str, Row]:
    if not _ROWS_BY_ENTITY:
        _ROWS_BY_ENTITY.update({entity_id(row.id): row for row in knowledge().rows.values()})
    return _ROWS_BY_ENTITY
