"""Small events made by hand: who says what in which report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tawatur.model import (
    Amount,
    AmountValue,
    Claim,
    Codes,
    Copy,
    Document,
    Entity,
    Event,
    EventAmount,
    Link,
    Marks,
    Name,
    PageDate,
    Passage,
    Reason,
    Span,
    Status,
    When,
    Woven,
)
from tawatur.weigh import weigh

LONG = 100
"""Code points that each claim has to itself in its report."""


def entity(id_: str, kind: str, text: str, *within: str, **more: Any) -> Entity:
    """Make an entity; `within` is what it belongs to or lies in."""
    return Entity(id=id_, kind=kind, names=(Name(text=text),), within=within, **more)


PEOPLE: Mapping[str, Entity] = {
    each.id: each
    for each in (
        entity("government", "organisation", "الحكومة"),
        entity("premier", "person", "رئيس الحكومة سامي الراوي", "government"),
        entity("premier's office", "organisation", "مكتب رئيس الحكومة", "government"),
        entity("defence", "organisation", "وزارة الدفاع", codes=Codes(sector="MIL")),
        entity("intelligence", "organisation", "مديرية الاستخبارات", "defence"),
        entity("region", "organisation", "حكومة الإقليم"),
        entity("guards", "force", "حرس الإقليم", "region"),
        entity("city", "place", "مدينة السهل"),
        entity("police", "force", "شرطة السهل", "city"),
        entity("mayor", "organisation", "بلدية السهل", "city"),
        entity("agency", "agency", "وكالة الضفة"),
        entity("nahr", "outlet", "النهر"),
        entity("marfa", "outlet", "المرفأ"),
    )
}


def outlet(name: str) -> Link:
    """The outlet that prints, known from its page."""
    return Link(kind="outlet", words=name)


def named(who: str) -> Link:
    """Somebody with a name."""
    kind = PEOPLE[who].kind if PEOPLE[who].kind in {"agency", "outlet", "person"} else "statement"
    return Link(kind=kind, entity=who, words=PEOPLE[who].names[0].text, start=0, end=5)  # type: ignore[arg-type]


def unnamed(words: str = "مصدر أمني", start: int = 40) -> Link:
    """Somebody who is quoted without a name."""
    return Link(kind="unnamed", words=words, start=start, end=start + len(words), anonymous=True)


@dataclass
class Case:
    """One event, put together claim by claim."""

    claims: dict[str, Claim] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=lambda: dict(PEOPLE))
    copies: list[Copy] = field(default_factory=list)

    def report(
        self, name: str, day: date | None = None, pages: Sequence[PageDate] = (), **more: Any
    ) -> None:
        """Put a report there, with its day if that is known."""
        published = When(begins=day, ends=day, weekday=day.weekday()) if day else When()
        self.documents[name] = Document(
            id=name, name=name, text="", sha256="", page_dates=tuple(pages),
            **{"outlet": name, "published": published, **more},
        )  # fmt: skip

    def says(
        self,
        report: str,
        *chain: Link,
        amounts: Iterable[Amount] = (),
        status: Status = "happened",
        place: str | None = None,
    ) -> str:
        """Let a report make a claim: the printing outlet, then who stands behind it."""
        if report not in self.documents:
            self.report(report)
        place_ = sum(claim.document == report for claim in self.claims.values()) * LONG
        name = f"{report}:{place_}"
        self.claims[name] = Claim(
            id=name, document=report, start=place_, end=place_ + LONG,
            trigger=Span(place_ + 10, place_ + 14), type="ASSAULT", status=status, place=place,
            amounts=tuple(amounts), chain=(outlet(self.documents[report].outlet or ""), *chain),
        )  # fmt: skip
        return name

    def copied(self, left: str, right: str, kind: Any = "copy") -> None:
        """Let a passage around two claims be the same text."""
        passages = [
            Passage(document=claim.document, start=claim.start, end=claim.end)
            for claim in (self.claims[left], self.claims[right])
        ]
        self.copies.append(
            Copy(
                left=passages[0], right=passages[1], kind=kind,
                because=(Reason(rule="shared words", words="12 shared runs of 5 words"),),
            )
        )  # fmt: skip

    def event(self, **more: Any) -> Event:
        """Weigh what was put together."""
        claims = tuple(sorted(self.claims))
        documents = tuple(sorted({claim.document for claim in self.claims.values()}))
        event = Event(
            **{
                "id": "event", "title": "هجوم", "type": "ASSAULT", "status": "happened",
                "claims": claims, "documents": documents, "reports": len(documents),
                "origins": 0, "grade": "E",
                "amounts": _pooled(self.claims.values()), **more,
            }
        )  # fmt: skip
        woven = Woven(
            documents=tuple(self.documents.values()),
            marks=tuple(Marks(document=name) for name in self.documents),
            claims=tuple(self.claims.values()),
            entities=tuple(self.entities.values()),
            events=(event,),
            copies=tuple(self.copies),
        )
        return weigh(woven).events[0]


def _pooled(claims: Iterable[Claim]) -> dict[str, EventAmount]:
    held: dict[str, dict[tuple[int, int | None], set[str]]] = {}
    for claim in claims:
        for each in claim.amounts:
            held.setdefault(each.what, {}).setdefault((each.low, each.high), set()).add(claim.id)
    return {what: _amount(values) for what, values in sorted(held.items())}


def _amount(held: Mapping[tuple[int, int | None], set[str]]) -> EventAmount:
    values = tuple(
        AmountValue(low=low, high=high, claims=tuple(sorted(claims)))
        for (low, high), claims in sorted(held.items(), key=lambda each: (each[0][0], str(each[0])))
    )
    highs = [value.high for value in values]
    return EventAmount(
        low=min(value.low for value in values),
        high=None if None in highs else max(high or 0 for high in highs),
        best=None,
        values=values,
    )


def killed(low: int, high: int | None = -1, words: str = "") -> Amount:
    """So many killed; an exact figure, unless `high` is given (None is open)."""
    top = low if high == -1 else high
    return Amount(what="killed", low=low, high=top, words=words or str(low), start=0, end=2)


def amount_of(event: Event) -> EventAmount:
    """The killed of an event."""
    return event.amounts["killed"]
