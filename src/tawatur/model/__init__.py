"""The nouns: frozen, without behaviour of their own, the same in memory, on disk and on the wire."""

from tawatur.model.base import Noun, identify
from tawatur.model.calendar import CalendarLine
from tawatur.model.chain import Link, LinkKind
from tawatur.model.claim import Amount, Claim, Status
from tawatur.model.copy import Copy, Passage
from tawatur.model.decision import Decision
from tawatur.model.document import Document, PageDate
from tawatur.model.entity import Codes, Entity, Name, Tenure
from tawatur.model.event import (
    AmountValue,
    Contradiction,
    Event,
    EventAmount,
    Grade,
    Side,
    Story,
)
from tawatur.model.flowing import (
    ORIGIN,
    Annotated,
    Constraint,
    Marked,
    Mention,
    Report,
    Resolved,
    Woven,
    event_day,
    publication_day,
    text_day,
)
from tawatur.model.manifest import Manifest
from tawatur.model.marks import (
    Attribution,
    Mark,
    Marks,
    NameKind,
    NameMark,
    NumberMark,
    QuoteMark,
    RoleMark,
    TimeMark,
    TriggerMark,
)
from tawatur.model.reason import Reason
from tawatur.model.span import Span
from tawatur.model.trouble import Trouble
from tawatur.model.when import Precision, When, precision_of

__all__ = [
    "ORIGIN",
    "Amount",
    "AmountValue",
    "Annotated",
    "Attribution",
    "CalendarLine",
    "Claim",
    "Codes",
    "Constraint",
    "Contradiction",
    "Copy",
    "Decision",
    "Document",
    "Entity",
    "Event",
    "EventAmount",
    "Grade",
    "Link",
    "LinkKind",
    "Manifest",
    "Mark",
    "Marked",
    "Marks",
    "Mention",
    "Name",
    "NameKind",
    "NameMark",
    "Noun",
    "NumberMark",
    "PageDate",
    "Passage",
    "Precision",
    "QuoteMark",
    "Reason",
    "Report",
    "Resolved",
    "RoleMark",
    "Side",
    "Span",
    "Status",
    "Story",
    "Tenure",
    "TimeMark",
    "TriggerMark",
    "Trouble",
    "When",
    "Woven",
    "event_day",
    "identify",
    "precision_of",
    "publication_day",
    "text_day",
]
