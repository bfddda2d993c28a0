"""What a report says of days: of its own, of its publication's, and of the happenings it tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from tawatur.mark.placing import placed
from tawatur.model import (
    ORIGIN,
    Constraint,
    Document,
    PageDate,
    Reason,
    TimeMark,
    publication_day,
    text_day,
)

LATEST = 2
"""Days after its «اليوم» on which a text still comes out. Of 1,232 expressions with a dated address
94.6 % have the same day, nearly all others one day less (SaudiNewsNet, research/cross_document A)."""
GIVEN = "given"
"""The `why` of a page date that the user gave."""
_NAMED_ON_CALENDAR = frozenset({"date", "week", "month", "season", "year"})
"""What has a name on the calendar that the text leaves to its day to complete."""
_NO_HAPPENING = frozenset({"page_date", "idiom"})


def document_constraints(document: Document, times: Sequence[TimeMark]) -> tuple[Constraint, ...]:
    """Say what is known of the day of a text and of its publication.

    Trusted page dates are days of publication, the others only bound it from above. «اليوم
    الأربعاء» outside speech tells the weekday of the text. A text that tells no day of its own is
    read on the day of its trusted date (`same_day`); that is held as loosely as the page itself
    and yields to whatever speaks against it.
    """
    own = tuple(_own_day(document, times))
    pages = tuple(_page(document, shown) for shown in document.page_dates)
    dated = [shown for shown in document.page_dates if shown.trusted]
    reading = () if own or not dated else (_same_day(document),)
    return (_printed(document), *pages, *own, *reading)


def claim_constraints(
    claim_variable: str,
    mark: TimeMark,
    document: Document,
    *,
    speech: str | None = None,
    event: str | None = None,
    day: date | None = None,
) -> tuple[Constraint, ...]:
    """Say what a time expression says of the day `claim_variable` that it dates.

    `speech` names the day of the speech that the words stand in, `event` that of the happening
    they count from. Without `speech`, speech is only known not to be later than the text; without
    `event`, nothing is. `day` is the day of the text where that is known, else the trusted date of
    the page stands for it: it gives «5 ديسمبر» its year and «الشهر الماضي» its month.
    """
    if mark.kind in _NO_HAPPENING:
        return ()
    reason = document.reason(mark.kind, mark.span)
    return tuple(
        constraint
        for constraint in (
            _calendar(claim_variable, mark, reason),
            _placed(claim_variable, mark, day or _trusted(document), reason),
            _counted(claim_variable, mark, document, speech, event, reason),
            _weekday(claim_variable, mark, reason),
        )
        if constraint is not None
    )


def _calendar(variable: str, mark: TimeMark, reason: Reason) -> Constraint | None:
    if mark.begins is None and mark.ends is None:
        return None
    return Constraint(
        left=ORIGIN,
        right=variable,
        low=mark.begins.toordinal() if mark.begins else None,
        high=mark.ends.toordinal() if mark.ends else None,
        # a slip of the pen takes the neighbouring month or number far more often than another
        # weekday, so a date that its own weekday contradicts gives way first, and shows
        hold="page" if _misdated(mark) else "text",
        reason=reason,
    )


def _misdated(mark: TimeMark) -> bool:
    """Tell «الخميس 23 كانون الأول 2023», a Saturday, from a date that agrees with its weekday."""
    single = mark.begins is not None and mark.begins == mark.ends
    return single and mark.weekday not in {None, mark.begins.weekday() if mark.begins else None}


def _trusted(document: Document) -> date | None:
    """Give the one day of publication that the page is trusted to tell."""
    found = {shown.date for shown in document.page_dates if shown.trusted}
    return found.pop() if len(found) == 1 else None


def _placed(variable: str, mark: TimeMark, day: date | None, reason: Reason) -> Constraint | None:
    if day is None or mark.kind not in _NAMED_ON_CALENDAR:
        return None
    named = placed(mark, day)
    if named.begins == mark.begins:
        return None
    constraint = _calendar(variable, named, reason)
    return None if constraint is None else replace(constraint, hold="page")


def _counted(
    variable: str,
    mark: TimeMark,
    document: Document,
    speech: str | None,
    event: str | None,
    reason: Reason,
) -> Constraint | None:
    anchors = {"text_day": text_day(document.id), "speech_day": speech, "event": event}
    anchor = anchors.get(mark.anchor) if mark.anchor else None
    low, high = mark.low, mark.high
    if mark.anchor == "speech_day" and anchor is None:
        # the speech may be older than the text by any number of days, but not younger
        anchor, low = text_day(document.id), None
    if anchor is None or (low is None and high is None):
        return None
    return Constraint(left=anchor, right=variable, low=low, high=high, reason=reason)


def _weekday(variable: str, mark: TimeMark, reason: Reason) -> Constraint | None:
    if mark.weekday is None:
        return None
    return Constraint(right=variable, weekday=mark.weekday, reason=reason)


def _own_day(document: Document, times: Sequence[TimeMark]) -> Iterator[Constraint]:
    """Read the day of the text off «أمس السبت» or «اليوم 8 ديسمبر 2021»."""
    for mark in times:
        if mark.kind != "day" or mark.anchor != "text_day" or mark.low != mark.high:
            continue
        back = mark.low or 0
        day, reason = text_day(document.id), document.reason(mark.kind, mark.span)
        if mark.weekday is not None:
            yield Constraint(right=day, weekday=(mark.weekday - back) % 7, reason=reason)
        if mark.begins is not None and mark.begins == mark.ends:
            ordinal = mark.begins.toordinal() - back
            yield Constraint(right=day, low=ordinal, high=ordinal, reason=reason)


def _printed(document: Document) -> Constraint:
    words = f"a text comes out on its day or at most {LATEST} days later"
    return Constraint(
        left=text_day(document.id),
        right=publication_day(document.id),
        low=0,
        high=LATEST,
        hold="page",
        reason=_whole(document, "printed", words),
    )


def _same_day(document: Document) -> Constraint:
    words = "nothing in the text tells its day: read on the day it came out"
    return Constraint(
        left=text_day(document.id),
        right=publication_day(document.id),
        low=0,
        high=0,
        hold="page",
        reason=_whole(document, "same_day", words),
    )


def _page(document: Document, shown: PageDate) -> Constraint:
    ordinal = shown.date.toordinal()
    return Constraint(
        right=publication_day(document.id),
        low=ordinal if shown.trusted else None,
        high=ordinal,
        hold="given" if shown.why == GIVEN else "page",
        reason=_shown(document, shown),
    )


def _shown(document: Document, shown: PageDate) -> Reason:
    rule = "page_date" if shown.trusted else "page_date_bound"
    if shown.span is None:
        return _whole(document, rule, f"{shown.date.isoformat()} ({shown.why})")
    return document.reason(rule, shown.span)


def _whole(document: Document, rule: str, words: str) -> Reason:
    """Give a reason that lies in none of a document's words; it names the document."""
    return Reason(rule=rule, words=f"{document.name}: {words}")
