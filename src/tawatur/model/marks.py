"""Marks: spans of a document that say what they are. One kind of mark, one class."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from tawatur.model.base import Noun
from tawatur.model.chain import Link
from tawatur.model.span import Span

NameKind = Literal["PER", "ORG", "LOC", "MISC"]
RoleKind = Literal["rank", "title", "post"]


class Placed(Noun, frozen=True, kw_only=True):
    """Anything that covers code points of a document."""

    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


class Mark(Placed, frozen=True, kw_only=True):
    """Any mark that quotes what it covers."""

    words: str


class NameMark(Mark, frozen=True, kw_only=True):
    """A proper name without its clitics and titles.

    `subkind` is finer than `kind` (force, armed_group, ministry, outlet, agency, governorate,
    district, town, village, mountain …); `entity` is who or what is meant, null if not resolved.
    """

    kind: NameKind
    subkind: str | None = None
    entity: str | None = None


class RoleMark(Mark, frozen=True, kw_only=True):
    """A rank, a title or a post: «اللواء الركن», «السيد», «رئيس أركان الجيش».

    `holder` is the entity that holds it here, `organisation` the body it belongs to; `count` is 2
    for «رئيسي أركان …» and null for an open plural.
    """

    kind: RoleKind
    holder: str | None = None
    organisation: str | None = None
    count: int | None = 1


class TimeMark(Mark, frozen=True, kw_only=True):
    """A time expression, not yet a date unless the text says which.

    `kind` is what sort of expression it is (see the glossary). `timex` is its value in TIMEX3
    terms as far as the words alone go («2017-10-16», «XXXX-WXX-3», «P4D»). What it says about
    the day of `anchor` (`text_day`, `speech_day`, `event`, or null when it constrains nothing):
    that day plus `low` to `high` days, null being open. `weekday` is 0 for Monday. `begins` and
    `ends` are calendar dates, once they are known.
    """

    kind: str
    timex: str | None = None
    anchor: Literal["text_day", "speech_day", "event"] | None = None
    low: int | None = None
    high: int | None = None
    weekday: int | None = None
    begins: date | None = None
    ends: date | None = None


class NumberMark(Mark, frozen=True, kw_only=True):
    """A quantity as an interval: «13» is 13–13, «عشرات» is 20 and more, a dual is 2–2.

    `unit` is the counted word as written; `what` is the amount it feeds (killed, injured,
    casualties …), null when it counts something else. `group` is the victim group, if any.
    """

    low: int
    high: int | None
    unit: str | None = None
    what: str | None = None
    group: str | None = None


class QuoteMark(Placed, frozen=True, kw_only=True):
    """A quotation without its marks, and who is quoted (an entity's id), if that is known."""

    speaker: str | None = None


class Attribution(Noun, frozen=True, kw_only=True):
    """Who says a stretch of text: cue, speaker, and what is attributed.

    `chain` runs from the printed page back to the first speaker. `class_` (on disk `class`) is one
    of official_statement, named_official, anonymous_security, anonymous_local … (see the
    glossary). A speaker left to grammar («وأضاف») is `elided`.
    """

    cue: Span | None = None
    source: Span | None = None
    claim: Span
    chain: tuple[Link, ...] = ()
    class_: str = msgspec.field(name="class")
    anonymous: bool = False
    hedged: bool = False
    elided: bool = False


class TriggerMark(Placed, frozen=True, kw_only=True):
    """The word or words that name a happening, with the codebook types they may stand for."""

    type: str
    modes: tuple[str, ...] = ()


class Marks(Noun, frozen=True, kw_only=True):
    """Everything marked in one document, each kind in order of position: a marks.jsonl line."""

    document: str
    names: tuple[NameMark, ...] = ()
    roles: tuple[RoleMark, ...] = ()
    times: tuple[TimeMark, ...] = ()
    numbers: tuple[NumberMark, ...] = ()
    quotes: tuple[QuoteMark, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    triggers: tuple[TriggerMark, ...] = ()
