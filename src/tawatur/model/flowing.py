"""What travels from stage to stage and is not written as such: a document with what is known of it."""

from __future__ import annotations

from typing import Literal

from tawatur.model.base import Noun
from tawatur.model.calendar import CalendarLine
from tawatur.model.claim import Claim
from tawatur.model.copy import Copy
from tawatur.model.document import Document
from tawatur.model.entity import Entity
from tawatur.model.event import Event, Story
from tawatur.model.marks import Marks
from tawatur.model.reason import Reason

ORIGIN = ""
"""The fixed day that calendar dates are counted from: the name of the network's zero."""


def text_day(document: str) -> str:
    """Name the day that a document's «اليوم» means."""
    return f"text:{document}"


def publication_day(document: str) -> str:
    """Name the day on which a document was published."""
    return f"published:{document}"


def event_day(claim: str) -> str:
    """Name the day of what a claim is about."""
    return f"claim:{claim}"


class Constraint(Noun, frozen=True, kw_only=True):
    """One thing that is said about days: a distance or a weekday.

    The day named `right` is `low` to `high` days after the day named `left`, null being open;
    with `weekday`, `right` is that day of the week (0 = Monday) and the distance is left out.
    `hold` says how firmly: words of a text, the merge of two claims, a page's own date, a row of
    the knowledge base.
    """

    left: str = ORIGIN
    right: str
    low: int | None = None
    high: int | None = None
    weekday: int | None = None
    hold: Literal["text", "merge", "page", "knowledge", "given"] = "text"
    reason: Reason


class Marked(Noun, frozen=True, kw_only=True):
    """A document and its marks."""

    document: Document
    marks: Marks


class Resolved(Noun, frozen=True, kw_only=True):
    """A marked document whose marks point to entities, and those entities."""

    document: Document
    marks: Marks
    entities: tuple[Entity, ...] = ()


class Mention(Noun, frozen=True, kw_only=True):
    """What weaving has to know of a claim beyond what the record keeps.

    `family` groups triggers that can name one event in different words. An `aggregate` speaks of
    several happenings at once («هجمات متكررة»). A `definite` mention points back («الاجتماع»).
    A `headline` stands in the title. `sentence` is where its sentence begins.
    A `known` happening is told as somebody's («زيارة الكاظمي»), as one that readers have heard of.
    """

    claim: str
    family: str
    aggregate: bool = False
    definite: bool = False
    headline: bool = False
    sentence: int = 0
    known: bool = False


class Report(Noun, frozen=True, kw_only=True):
    """All that one document gives to the record, before other documents are looked at.

    `mentions` has one line for each of `claims`, in the same order.
    """

    document: Document
    marks: Marks
    entities: tuple[Entity, ...] = ()
    claims: tuple[Claim, ...] = ()
    mentions: tuple[Mention, ...] = ()
    constraints: tuple[Constraint, ...] = ()


class Woven(Noun, frozen=True, kw_only=True):
    """Everything that the reports give together; events not weighed yet."""

    documents: tuple[Document, ...]
    marks: tuple[Marks, ...]
    claims: tuple[Claim, ...]
    entities: tuple[Entity, ...]
    events: tuple[Event, ...] = ()
    calendar: tuple[CalendarLine, ...] = ()
    copies: tuple[Copy, ...] = ()
    stories: tuple[Story, ...] = ()


class Annotated(Marks, frozen=True, kw_only=True):
    """What `tawatur.annotate` returns: a marks.jsonl line, the claims and the entities they name."""

    claims: tuple[Claim, ...] = ()
    entities: tuple[Entity, ...] = ()
