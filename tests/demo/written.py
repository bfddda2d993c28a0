"""A record as a person reviews it: plain lines in a fixed order, no id that is a hash."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from tawatur import Record
from tawatur.model import CalendarLine, Copy, Document, Event, EventAmount, Reason, When

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
HEADING = """\
What the record of demo/reports says today, for people to review. It is what is printed, not what is
right: the hand-made answers are in expected.json, and tests/demo/test_answer_key.py scores against
them. Written by tests/demo/test_golden.py; after a change that is wanted: UPDATE_GOLDEN=1.
"""
MOST_WORDS = 60
"""Characters of a quoted phrase that are enough to find it again."""


class Writer:
    """Writes the kinds of a record, each thing under a name that people can read."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._documents = {document.id: document for document in record.documents}
        self._homes = {claim.id: claim.document for claim in record.claims}
        self._entities = {entity.id: entity.names[0].text for entity in record.entities}
        self._titles = {event.id: event.title for event in record.events}

    def lines(self) -> Iterator[str]:
        """Write the whole record, line by line."""
        yield HEADING
        yield from self._chapter(
            "EVENTS", map(self._event, sorted(self._record.events, key=self._by_day))
        )
        documents = sorted(self._record.documents, key=lambda document: document.name)
        yield from self._chapter("DOCUMENTS", map(self._document, documents))
        yield from self._chapter(
            "CALENDAR", sorted(map(self._calendar_line, self._record.calendar))
        )
        yield from self._chapter("COPIES", sorted(map(self._copy, self._record.copies)))
        troubles = (
            f"{each.file} · {each.stage} · {each.message}" for each in self._record.troubles
        )
        yield from self._chapter("TROUBLES", sorted(troubles))

    def _chapter(self, heading: str, blocks: Iterable[str]) -> Iterator[str]:
        written = tuple(blocks)
        yield f"==== {heading}: {len(written)}\n"
        yield from written
        yield ""

    def _by_day(self, event: Event) -> tuple[date, date, int, str, str]:
        when = event.when
        day = when.begins or date.max, when.ends or date.max, when.weekday or 0
        return (*day, event.title, self._event(event))

    def _event(self, event: Event) -> str:
        return (
            "\n".join(
                f"  {line}" if place else line for place, line in enumerate(self._told(event))
            )
            + "\n"
        )

    def _told(self, event: Event) -> Iterator[str]:
        kind = " ".join((event.type, *event.modes))
        yield f"{day_in_words(event.when)} · {kind} · {event.status}"
        yield event.title
        if event.places:
            yield f"where: {self._named(event.places)}"
        if event.actors or event.recipients:
            yield f"who: {self._named(event.actors)} → {self._named(event.recipients)}"
        for what, amount in sorted(event.amounts.items()):
            yield f"{what}: {self._amount(amount)}"
        yield f"reports {event.reports} ← origins {event.origins} · grade {event.grade}"
        for found in event.contradictions:
            sides = " | ".join(side.value for side in found.values)
            yield f"contradiction: {found.kind} {found.slot}: {sides}"
        if event.part_of is not None:
            yield f"part of: {self._titles[event.part_of]}"
        yield f"in: {self._names(event.documents)}"

    def _amount(self, amount: EventAmount) -> str:
        values = " | ".join(
            f"{interval(value.low, value.high)} ({self._names(map(self._homes.__getitem__, value.claims))})"
            for value in sorted(amount.values, key=lambda value: (value.low, value.high or 10**9))
        )
        return f"best {'open' if amount.best is None else amount.best} of {values}"

    def _document(self, document: Document) -> str:
        about = f"{document.name} · {document.language} · {document.outlet or '—'}"
        why = "".join(f"\n  {self._reason(each)}" for each in document.published.because)
        return f"{day_in_words(document.published)} · {about}{why or chr(10) + '  nothing says when'}\n"

    def _calendar_line(self, line: CalendarLine) -> str:
        if line.conflict:
            return "cannot all hold: " + " / ".join(map(self._reason, line.conflict))
        days = f"{distance(line.days_low)} to {distance(line.days_high)} days"
        because = " / ".join(map(self._reason, line.because))
        return f"{self._day_of(line.left)} → {self._day_of(line.right)}: {days}, for {because}"

    def _day_of(self, name: str | None) -> str:
        held = name or ""
        if held in self._documents:
            return f"text of {self._documents[held].name}"
        return self._titles[held]

    def _copy(self, copy: Copy) -> str:
        left, right = (self._documents[side.document].name for side in (copy.left, copy.right))
        arrow = {"left_to_right": "→", "right_to_left": "←", None: "—"}[copy.direction]
        if right < left:
            left, right, arrow = right, left, {"→": "←", "←": "→", "—": "—"}[arrow]
        why = "; ".join(reason.words for reason in copy.because)
        return (
            f"{left} {arrow} {right} · {copy.kind} · {len(self._passage(copy))} characters · {why}"
        )

    def _passage(self, copy: Copy) -> str:
        return self._documents[copy.left.document].text[copy.left.start : copy.left.end]

    def _reason(self, reason: Reason) -> str:
        words = " ".join(reason.words.split())
        short = words if len(words) <= MOST_WORDS else words[:MOST_WORDS].rstrip() + "…"
        home = f" ({self._documents[reason.document].name})" if reason.document else ""
        return f"{reason.rule} «{short}»{home}"

    def _named(self, entities: Iterable[str]) -> str:
        return "، ".join(self._entities[each] for each in entities) or "—"

    def _names(self, documents: Iterable[str]) -> str:
        return ", ".join(sorted({self._documents[each].name for each in documents}))


def day_in_words(when: When) -> str:
    """Say what is known of a day.

    >>> day_in_words(When(ends=date(2024, 2, 6), weekday=1))
    'Tuesday, until 2024-02-06'
    """
    weekday = [] if when.weekday is None else [WEEKDAYS[when.weekday]]
    if when.day is not None:
        return " ".join((when.day.isoformat(), *weekday))
    begins = [f"from {when.begins}"] if when.begins else []
    ends = [f"until {when.ends}"] if when.ends else []
    return ", ".join((*weekday, " ".join((*begins, *ends)) or "no bounds"))


def interval(low: int, high: int | None) -> str:
    """Write an amount: «7», «5–6», «20 or more»."""
    if high is None:
        return f"{low} or more"
    return str(low) if low == high else f"{low}–{high}"


def distance(days: int | None) -> str:
    """Write a bound of a distance."""
    return "any" if days is None else str(days)
