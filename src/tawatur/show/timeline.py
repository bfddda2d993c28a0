"""The events in order of time, for a terminal."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator

import regex
from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from tawatur.keep.record import Record
from tawatur.model import Contradiction, Event, Reason
from tawatur.show.amounts import in_order, interval
from tawatur.show.anchors import PHRASE
from tawatur.show.dates import is_dated, when_in_iso
from tawatur.show.labels import Language, counted, known, label, language_of, remark, slot_key
from tawatur.show.lookup import Lookup

NARROWEST = 80
"""Columns below which the lines no longer fit."""
REASONS = 3
"""Reasons of a date that fit in a line; the brief shows them all."""
_STATUS = {"planned": "cyan", "hypothetical": "cyan", "denied": "red", "not_happened": "red"}
_GRADE = {"A": "bold green", "B": "green", "C": "yellow", "D": "dim", "E": "dim"}

_STEERING = regex.compile(r"[\p{Cc}\u202a-\u202e\u2066-\u2069]")

_Line = Callable[[Event, Lookup, Language], Iterable[tuple[str, str]]]


def timeline(
    record: Record,
    *,
    lang: str = "en",
    names: bool = True,
    width: int = 100,
    colour: bool = False,
) -> str:
    """Write the events in the order of time; undated ones follow in a section of their own.

    `width` is in columns, at least 80. Arabic inside a Latin line stands between isolates, so that
    a terminal that orders text for reading does not mix the two. Without `names`, persons stay
    unnamed, except in the words that a date rests on.

    Raises:
        SetupError: the interface does not speak `lang`.
    """
    shown = language_of(lang)
    page = io.StringIO()
    console = Console(
        file=page,
        width=max(width, NARROWEST),
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    lookup = Lookup.of(record, names=names)
    dated = [event for event in lookup.events if is_dated(event.when)]
    console.print(Text(_summary(record, shown), style="bold"))
    for event in dated:
        _print_event(console, event, lookup, shown)
    undated = [event for event in lookup.events if not is_dated(event.when)]
    if undated:
        console.print()
        console.print(Rule(label("page.undated", shown), style="dim"))
    for event in undated:
        _print_event(console, event, lookup, shown)
    console.print()
    console.print(Text(label("page.grades", shown), style="dim"))
    return "\n".join(line.rstrip() for line in page.getvalue().split("\n"))


def isolated(words: str) -> str:
    r"""Set words apart from the direction of the line around them (U+2068 … U+2069).

    What would steer a terminal or turn the line's direction is left out.

    >>> isolated("تل\x1b[31m الزعرور") == "\u2068تل[31m الزعرور\u2069"
    True
    """
    return f"\u2068{_STEERING.sub('', ' '.join(words.split()))}\u2069"


def _summary(record: Record, lang: Language) -> str:
    parts = {"documents": record.documents, "events": record.events, "troubles": record.troubles}
    return " · ".join(
        counted(key, len(things), lang)
        for key, things in parts.items()
        if things or key != "troubles"
    )


def _print_event(console: Console, event: Event, lookup: Lookup, lang: Language) -> None:
    console.print()
    console.print(_heading(event, lang))
    console.print(
        Padding(Text(isolated(lookup.veil.over(event.title)), style="bold"), (0, 0, 0, 2))
    )
    for line in LINES:
        for key, said in line(event, lookup, lang):
            console.print(_line(key, said))


def _heading(event: Event, lang: Language) -> Text:
    kinds = [
        label(f"type.{event.type}", lang),
        *(label(f"mode.{mode}", lang) for mode in event.modes),
    ]
    return Text.assemble(
        (when_in_iso(event.when, lang), "bold cyan"),
        "  ",
        ", ".join(kinds),
        " · ",
        (label(f"status.{event.status}", lang), _STATUS.get(event.status, "")),
        "  ",
        (f"[{event.grade}]", _GRADE[event.grade]),
    )


def _line(key: str, said: str) -> Padding:
    """Set a label and its text, the text's further lines under its first."""
    text = Text.assemble((f"{key:<9} ", "dim"), said)
    return Padding(text, (0, 0, 0, 4))


def _place(event: Event, lookup: Lookup, lang: Language) -> Iterator[tuple[str, str]]:
    places = [event.place] if event.place else list(event.places)
    names = [name for place in places if (name := lookup.name(place, lang))]
    if names:
        yield label("line.where", lang), _listed(names)


def _parties(event: Event, lookup: Lookup, lang: Language) -> Iterator[tuple[str, str]]:
    actors, recipients = (
        _listed(name for one in side if (name := lookup.name(one, lang)))
        for side in (event.actors, event.recipients)
    )
    if actors or recipients:
        yield label("line.who", lang), f"{actors} → {recipients}" if recipients else actors


def _amounts(event: Event, lookup: Lookup, lang: Language) -> Iterator[tuple[str, str]]:
    for what, amount in in_order(event.amounts):
        values = [
            f"{interval(value)} {_listed(lookup.outlets(value.claims, lang))}"
            for value in amount.values
        ]
        latest = "" if amount.best is None else f", {label('card.latest', lang)} {amount.best:,}"
        rivals = f"{latest} ({'; '.join(values)})" if len(values) > 1 else ""
        yield label(f"what.{what}", lang), f"{interval(amount)}{rivals}"


def _carried(event: Event, _lookup: Lookup, lang: Language) -> Iterator[tuple[str, str]]:
    reports, origins = (
        counted("reports", event.reports, lang),
        counted("origins", event.origins, lang),
    )
    yield label("line.carried", lang), f"{reports} ← {origins}"


def _date(event: Event, lookup: Lookup, lang: Language) -> Iterator[tuple[str, str]]:
    if event.when.because:
        yield label("line.date", lang), _reasons(event.when.because, lookup, lang)
    elif not is_dated(event.when):
        yield label("line.date", lang), label("when.nothing", lang)


def _differs(event: Event, lookup: Lookup, lang: Language) -> Iterator[tuple[str, str]]:
    for one in event.contradictions:
        yield label("line.differs", lang), _contradiction(one, lookup, lang)


LINES: tuple[_Line, ...] = (_place, _parties, _amounts, _carried, _date, _differs)
"""What stands under an event's title, in this order."""


def _reasons(because: tuple[Reason, ...], lookup: Lookup, lang: Language) -> str:
    """Name the first reasons, the reports' own short words before whole sentences and rules."""
    ordered = sorted(because, key=lambda one: (not lookup.quotes(one), len(one.words) > PHRASE))
    said = [_reason(reason, lookup, lang) for reason in ordered[:REASONS]]
    more = f" +{len(because) - REASONS}" if len(because) > REASONS else ""
    return "; ".join(said) + more


def _reason(reason: Reason, lookup: Lookup, lang: Language) -> str:
    words = isolated(remark(reason.words, lang))
    document = lookup.documents.get(reason.document or "")
    return f"{words} ({isolated(document.outlet or document.name)})" if document else words


def _contradiction(one: Contradiction, lookup: Lookup, lang: Language) -> str:
    sides = " / ".join(_value(lookup.veil.over(side.value), lang) for side in one.values)
    return f"{label(f'kind.{one.kind}', lang)}, {label(slot_key(one.slot), lang)}: {sides}"


def _value(value: str, lang: Language) -> str:
    return label(f"status.{value}", lang) if known(f"status.{value}") else isolated(value)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(isolated(name) for name in names)
