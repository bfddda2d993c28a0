"""The shapes of time expressions: patterns over folded text, the more telling before the plainer."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import regex

from tawatur.lang.rows import any_of
from tawatur.mark.timewords import TimeWords, by_word, one_of

_START = r"(?<![\p{L}\p{N}])[وف]?[بلك]?"
"""Where a word begins: the border, then clitics, which are no part of the mark."""
_STOP = r"(?!\p{L})"
_YEAR = r"(?P<year>1[3-9]\d\d|20\d\d)(?![\d/:])\s?(?:(?:م|ه|هجري\p{L}?|ميلادي\p{L}?)(?!\p{L}))?"
_SAME_YEAR = (
    r"(?P<same>من\s+(?:نفس|ذات)\s+(?:العام|السنه)|من\s+(?:العام|السنه)\s+(?:نفس|ذات)\p{L}+"
    r"|من\s+(?:ذلك|تلك)\s+(?:العام|السنه))"
)
_MANNER = r"(?:(?:نحو|حوالي|قرابه|اكثر\s+من|اقل\s+من|ما\s+يقرب\s+من|زهاء)\s+)?"
_ONLY = r"(?:\s+(?:فقط|تقريبا|كامل\p{L}*))?"


class Found(NamedTuple):
    """A stretch of folded text and the shape it has."""

    start: int
    end: int
    shape: str
    match: regex.Match[str]


class Grammar:
    """All shapes over one set of tables."""

    def __init__(self, words: TimeWords) -> None:
        self.words = words
        self._shapes = [
            (name, regex.compile(f"{start}(?P<mark>{body}){stop}"))
            for name, start, body, stop in _shapes(words)
        ]
        self._sides = {word: row.side for word, row in by_word(words.time_bounds).items()}
        self._bound = regex.compile(
            rf"(?<!\p{{L}})[وف]?(?P<mark>(?P<bound>{one_of(words.time_bounds)})"
            r"\s+(?:(?:يوم|تاريخ|\p{L}{3,})\s+)?)$"
        )

    def find(self, folded: str) -> list[Found]:
        """Find every shape; where two meet, the one earlier in the list stands."""
        taken = bytearray(len(folded) + 1)
        found: list[Found] = []
        for name, pattern in self._shapes:
            for match in pattern.finditer(folded, overlapped=False):
                start, end = match.span("mark")
                end = start + len(match["mark"].rstrip())
                if not any(taken[start:end]):
                    taken[start:end] = b"\x01" * (end - start)
                    found.append(Found(start, end, name, match))
        return sorted(found, key=lambda place: place.start)

    def bound(self, folded: str, place: int) -> tuple[int, str] | None:
        """Find the word that makes the date at `place` an end: where it starts, and its word."""
        near = max(0, place - 30)
        match = self._bound.search(folded[near:place])
        if match is None:
            return None
        return near + match.start("mark"), self._sides[match["bound"]]


def _shapes(words: TimeWords) -> Iterator[tuple[str, str, str, str]]:
    """Give name, beginning, body and end of each shape, in order of precedence."""
    weekday = one_of(words.weekdays)
    month = one_of(words.months)
    alone = one_of([row for row in words.months if row.alone])
    turn = rf"(?:من\s+)?(?P<turn>{one_of(words.time_turns)}){_STOP}"
    part = one_of(words.day_parts)
    edge = one_of(words.time_edges)
    hour = one_of([row for row in words.time_ordinals if row.counts == "hours"])
    day_word = one_of([row for row in words.time_ordinals if row.counts == "days"])
    number = one_of(words.time_counts)
    unit = one_of(words.time_units)
    single = one_of([row for row in words.time_units if row.count is not None])
    dual = one_of([row for row in words.time_units if row.count == 2])
    plural = one_of([row for row in words.time_units if row.count is None])
    stretch = one_of(words.time_stretches)
    many = one_of([row for row in words.time_stretches if row.many])

    clock = (
        rf"(?:الساعه\s+(?:{hour}|\d{{1,2}}(?::\d\d)?)(?:\s+و(?:النصف|الربع|الثلث))?"
        r"|(?:ال)?ساعه\s+مبكره|الساعات\s+(?:الاولي|المبكره)|(?<!\d)\d{1,2}:\d\d)"
    )
    earlier = r"(?:(?:في\s+)?وقت\s+(?:سابق|لاحق|مبكر|متاخر))"
    lead = rf"(?:(?:{clock}|{earlier})\s+(?:من\s+)?)?(?:(?P<part>{part})\s+(?:من\s+)?)?"
    deictic = rf"(?P<deictic>{one_of(words.deictic_days)}){_STOP}"
    comma = r"\s*[،,(]?\s*"
    not_turned = rf"(?!\s+(?:{one_of(words.time_turns)}){_STOP})"
    named = rf"(?P<weekday>{weekday}){_STOP}"
    day_number = rf"(?:(?<![\d.,/:])(?P<day>\d{{1,2}})(?![\d.,/:])|(?P<day_word>{day_word}){_STOP})"
    months = (
        rf"\(?(?P<month>{month}){_STOP}\s*\)?(?:\s*[/\-–(،]?\s*(?P<twin>{month}){_STOP}\s*\)?)?"
    )
    month_name = rf"(?:شهر\s+)?{months}"
    tail = (
        rf"(?:\s*[،,]?\s*(?:من\s+)?(?:(?:ال)?(?:عام|سنه)\s+)?{_YEAR}"
        rf"|\s*{_SAME_YEAR}|\s+(?:من\s+(?:العام|السنه)\s+)?{turn})"
    )
    before_date = (
        rf"(?:{lead}(?:يوم\s+)?{deictic}{comma})?(?:(?P<part>{part})\s+)?(?:يوم\s+)?(?:{named}{comma})?"
        r"(?:(?:الموافق|بتاريخ)\s+(?:ل|لل)?\s*)?"
    )
    number_or_digits = rf"(?:(?P<count>(?<!\d)\d{{1,3}})|(?P<number>{number}){_STOP}(?:\s+و(?P<tens>{number}){_STOP})?)"
    counted = rf"(?:{number_or_digits}\s+(?P<unit>{unit}){_STOP}|(?P<unit>{single}){_STOP}(?:\s+واحده?{_STOP})?(?!\s+(?:ال|\d|{month}{_STOP})))"

    yield (
        "page_date",
        r"(?<!\w)",
        r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?P<day>\d{1,2})\s+"
        r"(?P<english>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}*,?\s+(?P<year>\d{4})",
        r"(?!\w)",
    )
    yield "idiom", _START, _idioms(words), _STOP
    yield (
        "offset",
        r"(?<!\p{L})[وف]?",
        rf"(?P<way>بعد|قبل)\s+{_MANNER}(?:{counted}|(?P<unit>{plural}){_STOP}){_ONLY}"
        r"(?:\s+(?:من|علي)\s+\p{L}+|\s+عن\s+\p{L}+)",
        _STOP,
    )
    yield (
        "range",
        _START,
        rf"(?:(?:من|بين)\s+)?{day_number.replace('day', 'first', 1).replace('day_word', 'first_word')}"
        rf"(?:\s*(?P<month1>{month}){_STOP})?\s*(?:الي|حتي|وحتي|و|[-–])\s*{day_number}\s*(?:من\s+)?{month_name}{tail}?",
        "",
    )
    yield (
        "numeric",
        _START,
        rf"{before_date}(?<![\d/.\-])(?:(?P<year>\d{{4}})\s?[/\-.]\s?(?P<month>\d{{1,2}})\s?[/\-.]\s?(?P<day>\d{{1,2}})"
        r"|(?P<day>\d{1,2})\s?[/\-.]\s?(?P<month>\d{1,2})\s?[/\-.]\s?(?P<year>\d{4}))(?![\d/])\s?(?:(?:م|ه)(?!\p{L}))?",
        "",
    )
    yield "date", _START, rf"{before_date}{day_number}\s*(?:من\s+)?{month_name}{tail}?", ""
    yield "date", _START, rf"(?P<month>{alone}){_STOP}\s+(?<!\d)(?P<day>\d{{1,2}})\s*[،,]\s*{_YEAR}", ""
    yield (
        "deictic",
        _START,
        rf"{lead}(?:يوم\s+)?{deictic}(?:{comma}(?:يوم\s+)?(?:(?P<part>{part})\s+)?{named}{not_turned}\)?)?",
        _STOP,
    )
    yield "deictic", _START, rf"{lead}(?:يوم\s+)?{named}{comma}{deictic}", _STOP
    yield (
        "weekday",
        _START,
        rf"{lead}(?:يوم\s+)?{named}(?:\s*[-–]?\s*(?P<next>{weekday}){_STOP})?(?:\s+{turn})?",
        _STOP,
    )
    yield (
        "stretch",
        _START,
        rf"(?:(?P<edge>{edge})\s+)?(?:(?P<this>هذا|هذه)\s+(?P<stretch>{stretch})"
        rf"|(?P<stretch>{stretch}){_STOP}(?:\s+(?:ال(?P<number>{number})|القليله|المعدوده)){{0,2}}\s+{turn}"
        rf"|ال\s?{number_or_digits}\s+(?P<unit>{unit})\s+{turn})",
        _STOP,
    )
    yield (
        "ago",
        r"(?<!\p{L})(?<!من\s)[وف]?",
        rf"(?P<way>قبل|منذ)\s+{_MANNER}(?:{counted}|(?P<unit>{plural}){_STOP}){_ONLY}",
        _STOP,
    )
    yield (
        "later",
        r"(?<!\p{L})[وف]?",
        rf"(?P<way>بعد)\s+{_MANNER}(?:{counted}|(?P<unit>{plural}){_STOP}){_ONLY}",
        _STOP,
    )
    yield "month", _START, rf"(?:(?P<edge>{edge})\s+)?{month_name}{tail}", ""
    yield "month", _START, rf"(?P<edge>{edge})\s+{month_name}", ""
    yield "month", _START, rf"شهر\s+{months}", ""
    yield "month", _START, rf"(?P<month>{month}){_STOP}\s*[/\-–(،]?\s*(?P<twin>{month}){_STOP}\s*\)?", ""
    yield "month", _START, rf"(?P<month>{alone}){_STOP}", ""
    yield (
        "year",
        _START,
        rf"(?:(?P<edge>{edge})\s+)?(?:ال)?(?:عام|عامي|اعوام|سنه)\s+{_YEAR}(?:\s*(?:و|حتي|الي|[-–])\s*(?P<year2>\d{{4}})(?!\d))?",
        "",
    )
    yield "year", _START, rf"(?P<edge>{edge})\s+{_YEAR}", ""
    yield (
        "year",
        r"(?:(?<!\p{L})[وف]?(?:في|منذ|حتي|خلال|قبل|بعد|من|بين)\s+|\()",
        rf"{_YEAR}(?:\s*(?:و|حتي|الي|[-–])\s*(?P<year2>(?:19|20)\d\d)(?!\d))?(?!\s*[\p{{L}}%]{{2,}}\s?(?:طن|دولار))",
        "",
    )
    yield "decade", _START, rf"(?P<decade>{one_of(words.decades)})", _STOP
    yield (
        "clock",
        _START,
        rf"(?:الساعه\s+(?:{hour}|\d{{1,2}}(?::\d\d)?)(?:\s+و(?:النصف|الربع|الثلث))?|(?<![\d:])(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:]))"
        r"(?:\s*(?:من\s+)?(?:صباحا?|مساءا?|ظهرا?|عصرا?|فجرا?|ليلا|ص|م)(?!\p{L}))?",
        _STOP,
    )
    yield "state", r"(?<!\p{L})[وف]?", r"لم\s+\p{L}+(?:\s+\p{L}+){0,3}?\s+بعد(?=\s*[.،؛:]|\s+(?:الي|الى|من|في|علي|عن|ان|اي)(?!\p{L}))", ""
    yield "duration", _START, rf"(?:{number_or_digits}\s+(?P<unit>{unit})|(?P<unit>{dual})|(?P<unit>{single})\s+(?:واحده?|كامله?))", _STOP
    yield from (
        ("cue", r"(?<!\p{L})(?<!من\s)[وف]?[بل]?", _cues(words, after=False), _STOP),
        ("cue", r"(?<!\p{L})(?<!من\s)[وف]?", _cues(words, after=True), _STOP),
        ("future", r"(?<!\p{L})[وف]?", rf"(?!{_beginnings(words)})س[يت]\p{{L}}{{3,}}", _STOP),
    )


def _idioms(words: TimeWords) -> str:
    phrases = [row.words for row in words.time_idioms]
    return any_of(phrases).replace(" ", r"\s+") if phrases else "(?!)"


def _beginnings(words: TimeWords) -> str:
    return one_of(words.time_not_future)


def _cues(words: TimeWords, *, after: bool) -> str:
    rows = [row for row in words.time_cues if row.next == after]
    return f"(?P<cue>{one_of(rows)})" + (rf"{_STOP}(?:\s+(?P<object>\p{{L}}+))" if after else "")


@cache
def grammar_of(words: TimeWords) -> Grammar:
    """Compile the shapes once for a set of tables."""
    return Grammar(words)

