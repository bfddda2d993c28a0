"""Events as rows, for a spreadsheet and for machines."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from tawatur.keep.record import Record
from tawatur.model import Event
from tawatur.show.amounts import in_order, interval
from tawatur.show.labels import Language, language_of
from tawatur.show.lookup import Lookup

_FORMULA = ("=", "+", "-", "@")


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One event, flat: names in place of ids, lists joined by « | »."""

    id: str
    begins: date | None
    ends: date | None
    weekday: int | None
    precision: str
    type: str
    modes: str
    status: str
    title: str
    place: str
    actors: str
    recipients: str
    amounts: str
    reports: int
    origins: int
    grade: str
    contradictions: str
    documents: str


def rows(record: Record, *, lang: str = "ar", names: bool = True) -> tuple[Row, ...]:
    """Flatten the events, in the order of time.

    Entities are called by their names in `lang` where they have one; without `names`, persons stay
    unnamed.

    Raises:
        SetupError: there are no names in `lang`.
    """
    lookup, shown = Lookup.of(record, names=names), language_of(lang)
    return tuple(_row(event, lookup, shown) for event in lookup.events)


def table(record: Record, *, lang: str = "ar", names: bool = True) -> str:
    r"""Write the events as tab-separated values with a header line.

    Tabs and line breaks inside a value become spaces; a value that a spreadsheet would take for a
    formula begins with an apostrophe. What is not known is empty. `lang` and `names` as in `rows`.
    """
    lines = ["\t".join(Row.__struct_fields__)]
    lines += (
        "\t".join(_cell(getattr(row, name)) for name in row.__struct_fields__)
        for row in rows(record, lang=lang, names=names)
    )
    return "\n".join(lines) + "\n"


def table_json(record: Record, *, lang: str = "ar", names: bool = True) -> str:
    """Write the same rows as JSON Lines."""
    flat = rows(record, lang=lang, names=names)
    return "".join(f"{msgspec.json.encode(row).decode()}\n" for row in flat)


def _cell(value: object) -> str:
    if value is None:
        return ""
    written = " ".join(str(value).split())
    return f"'{written}" if isinstance(value, str) and written.startswith(_FORMULA) else written


def _row(event: Event, lookup: Lookup, lang: Language) -> Row:
    documents = (lookup.documents[id_].name for id_ in event.documents if id_ in lookup.documents)
    return Row(
        id=event.id,
        begins=event.when.begins,
        ends=event.when.ends,
        weekday=event.when.weekday,
        precision=event.when.precision,
        type=event.type,
        modes=_list(event.modes),
        status=event.status,
        title=lookup.veil.over(event.title),
        place=lookup.name(event.place, lang) or "",
        actors=_names(event.actors, lookup, lang),
        recipients=_names(event.recipients, lookup, lang),
        amounts=_list(f"{what} {interval(amount)}" for what, amount in in_order(event.amounts)),
        reports=event.reports,
        origins=event.origins,
        grade=event.grade,
        contradictions=_list(f"{one.kind} {one.slot}" for one in event.contradictions),
        documents=_list(documents),
    )


def _names(entities: Iterable[str], lookup: Lookup, lang: Language) -> str:
    return _list(lookup.name(entity, lang) or entity for entity in entities)


def _list(values: Iterable[str]) -> str:
    return " | ".join(values)
