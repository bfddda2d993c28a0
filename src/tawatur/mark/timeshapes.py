"""The shapes of time expressions, as patterns over folded text: the more telling before the plainer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tawatur.mark.timewords import Cue, TimeWords, one_of

_CLITICS = r"(?<![\p{L}\p{N}])[وف]?[بلك]?"
"""Where a word begins, and the clitics before it, which are no part of the mark."""
_CONJUNCTION = r"(?<!\p{L})[وف]?"
_NOT_BY = r"(?<!(?<!\p{L})[وف]?من\s)"
"""«من قبل» is by whom and not before what."""
_STOP = r"(?!\p{L})"
_ERA = r"(?:\s?(?:م|ه|هجري\p{L}?|ميلادي\p{L}?)(?!\p{L}))?"
_YEAR = rf"(?P<year>1[3-9]\d\d|20\d\d)(?![\d/:]){_ERA}"
_SAME_YEAR = (
    r"(?P<same>من\s+(?:نفس|ذات)\s+(?:العام|السنه)|من\s+(?:العام|السنه)\s+(?:نفس|ذات)\p{L}+"
    r"|من\s+(?:ذلك|تلك)\s+(?:العام|السنه))"
)
_ABOUT = r"(?:(?:نحو|حوالي|قرابه|اكثر\s+من|اقل\s+من|ما\s+يقرب\s+من|زهاء)\s+)?"
_ONLY = r"(?:\s+(?:فقط|تقريبا|كامل\p{L}*))?"
_COMMA = r"\s*[،,(]?\s*"
_DASH = r"[-–]"
_EARLIER = r"(?:(?:في\s+)?وقت\s+(?:سابق|لاحق|مبكر|متاخر))"
_ENGLISH_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_ENGLISH_MONTH = r"(?P<english>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}*"


class Shape(NamedTuple):
    """A shape's name, where it may begin, the body that is the mark, and where it may end.

    `near` names the words of which one is in every such expression; null: look everywhere.
    """

    name: str
    start: str
    body: str
    stop: str = _STOP
    near: str | None = None


class _Pieces:
    """The parts that shapes are put together from; each names what it catches."""

    def __init__(self, words: TimeWords) -> None:
        self.words = words
        ordinals = words.time_ordinals
        units = words.time_units
        self.month = one_of(words.months)
        self.lone_month = one_of([row for row in words.months if row.alone])
        self.unit = one_of(units)
        self.plural = one_of([row for row in units if row.count is None])
        self.one = one_of([row for row in units if row.count is not None])
        self.two = one_of([row for row in units if row.count == 2])
        self.hour = one_of([row for row in ordinals if row.counts == "hours"])
        self.nth = one_of([row for row in ordinals if row.counts == "days"])
        self.number = one_of(words.time_counts)
        self.stretch = one_of(words.time_stretches)
        self.turns = one_of(words.time_turns)
        self.part = rf"(?P<part>{one_of(words.day_parts)})"
        self.edge = rf"(?P<edge>{one_of(words.time_edges)})"
        self.turn = rf"(?:من\s+)?(?P<turn>{self.turns}){_STOP}"
        self.weekday = rf"(?P<weekday>{one_of(words.weekdays)}){_STOP}"
        self.deictic = rf"(?P<deictic>{one_of(words.deictic_days)}){_STOP}"
        self.hours = (
            rf"الساعه\s+(?:(?P<hour>{self.hour})|(?P<clock>\d{{1,2}}(?::\d\d)?))"
            r"(?:\s+و(?:النصف|الربع|الثلث))?"
        )

    def nth_day(self, name: str = "day") -> str:
        """Write a day of the month in figures or words."""
        return (
            rf"(?:(?<![\d.,/:])(?P<{name}>\d{{1,2}})(?![\d.,/:])"
            rf"|(?P<{name}_word>(?>{self.nth})){_STOP})"
        )

    @property
    def months(self) -> str:
        """Write a month, perhaps with its second name: «سبتمبر/ أيلول», «حزيران (يونيو)»."""
        month, twin = rf"(?P<month>{self.month}){_STOP}", rf"(?P<twin>{self.month}){_STOP}"
        second = rf"(?:\s*(?:[/،]|{_DASH})\s*{twin}|\s*\(\s*{twin}\s*\)|\s+{twin})?"
        return rf"(?:\(\s*{month}\s*\)|{month}{second})"

    @property
    def tail(self) -> str:
        """Write what gives a month its year: a year, the same one, or «الماضي»."""
        return (
            rf"(?:\s*[،,]?\s*(?:من\s+)?(?:(?:ال)?(?:عام|سنه)\s+)?{_YEAR}|\s+(?P<short>\d\d)\s?م{_STOP}"
            rf"|\s*{_SAME_YEAR}|\s+(?:من\s+(?:العام|السنه)\s+)?{self.turn})"
        )

    @property
    def lead(self) -> str:
        """Write what may stand before a day: an hour, a part of the day."""
        hours = (
            rf"{self.hours}|(?:ال)?ساعه\s+مبكره|الساعات\s+(?:الاولي|المبكره)|(?<!\d)\d{{1,2}}:\d\d"
        )
        return rf"(?:(?:{hours}|{_EARLIER})\s+(?:من\s+)?)?(?:{self.part}\s+(?:من\s+)?)?"

    @property
    def before_date(self) -> str:
        """Write what may stand before a date: «اليوم الأربعاء», «مساء الجمعة»."""
        return (
            rf"(?:{self.lead}(?:يوم\s+)?{self.deictic}{_COMMA})?(?:{self.part}\s+)?(?:يوم\s+)?"
            rf"(?:{self.weekday}{_COMMA})?(?:الموافق\s+(?:ل|لل)?\s*)?"
        )

    @property
    def amount(self) -> str:
        """Write a number of units."""
        return (
            rf"(?:(?P<count>(?<![\d.,])\d{{1,3}})|(?P<number>{self.number}){_STOP}"
            rf"(?:\s+و(?P<tens>{self.number}){_STOP})?)"
        )

    @property
    def counted(self) -> str:
        """Write a length of time: «أربعة أيام», «يومين»; a lone unit names nothing else."""
        nothing_else = rf"(?!\s+(?:ال|\d|{self.month}{_STOP}))"
        return (
            rf"(?:{self.amount}\s+(?P<unit>{self.unit}){_STOP}"
            rf"|(?P<unit>{self.one}){_STOP}(?:\s+واحده?{_STOP})?{nothing_else}"
            rf"|(?P<unit>{self.plural}){_STOP})"
        )


def shapes_of(words: TimeWords) -> Iterator[Shape]:
    """Give all shapes in order of precedence."""
    pieces = _Pieces(words)
    yield from _no_times(pieces)
    yield Shape(
        "offset",
        _CONJUNCTION,
        rf"(?:(?P<way>بعد|قبل)\s+{_ABOUT}{pieces.counted}{_ONLY}\s+من"
        rf"|(?P<way>بعد)\s+{_ABOUT}{pieces.counted}{_ONLY}\s+علي(?!\s+(?:يد|ايدي)))\s+\p{{L}}+",
    )
    early = [row for row in pieces.words.time_cues if row.early]
    yield Shape("cue", _CLITICS, rf"{pieces.lead}{_cue(early)}", near="time_cues")
    yield from _dates(pieces)
    yield _days_of_month(pieces)
    yield from _days(pieces)
    yield from _stretches(pieces)
    yield Shape(
        "ago", rf"{_NOT_BY}{_CONJUNCTION}", rf"(?P<way>قبل|منذ)\s+{_ABOUT}{pieces.counted}{_ONLY}"
    )
    yield Shape("later", _CONJUNCTION, rf"(?P<way>بعد)\s+{_ABOUT}{pieces.counted}{_ONLY}")
    yield from _months_and_years(pieces)
    yield from _rest(pieces)


def _no_times(pieces: _Pieces) -> Iterator[Shape]:
    yield Shape(
        "page_date",
        r"(?<!\w)",
        rf"(?:{_ENGLISH_DAY},?\s+)?(?P<day>\d{{1,2}})\s+{_ENGLISH_MONTH},?\s+(?P<year>\d{{4}})",
        r"(?!\w)",
        near="english",
    )
    yield Shape(
        "idiom", _CLITICS, rf"(?P<idiom>{one_of(pieces.words.time_idioms)})", near="time_idioms"
    )


def _dates(pieces: _Pieces) -> Iterator[Shape]:
    between = rf"(?:الي|و?حتي|و|{_DASH})"
    month_name = rf"(?:من\s+)?(?:شهر\s+)?{pieces.months}"
    yield Shape(
        "range",
        _CLITICS,
        rf"(?:(?:من|بين)\s+)?{pieces.nth_day('first')}(?:\s*(?P<month1>{pieces.month}){_STOP})?"
        rf"\s*{between}\s*{pieces.nth_day()}\s*{month_name}{pieces.tail}?",
        "",
        near="months",
    )
    slash = r"\s?[/\-.]\s?"
    yield Shape(
        "numeric",
        _CLITICS,
        rf"{pieces.before_date}(?<![\d/.\-])(?:(?P<year>\d{{4}}){slash}(?P<month>\d{{1,2}}){slash}(?P<day>\d{{1,2}})"
        rf"|(?:من\s+(?P<first>\d{{1,2}})\s+(?:الي|حتي)\s+)?(?P<day>\d{{1,2}}){slash}(?P<month>\d{{1,2}}){slash}(?P<year>\d{{4}}))"
        rf"(?![\d/]){_ERA}",
        "",
        near="numeric",
    )
    yield Shape(
        "date",
        _CLITICS,
        rf"{pieces.before_date}{pieces.nth_day()}\s*{month_name}{pieces.tail}?",
        "",
        near="months",
    )
    yield Shape(
        "date",
        _CLITICS,
        rf"(?P<month>{pieces.lone_month}){_STOP}\s+(?P<day>\d{{1,2}})\s*[،,]\s*{_YEAR}",
        "",
        near="months",
    )


def _days_of_month(pieces: _Pieces) -> Shape:
    """Write «20 من الشهر الجاري», «العشرين من هذا الشهر», «12 الجاري»."""
    this = r"من\s+هذا\s+الشهر"
    named = rf"من\s+الشهر\s+{pieces.turn}"
    return Shape(
        "day_of_month",
        _CLITICS,
        rf"(?:يوم\s+)?(?:{pieces.weekday}{_COMMA})?{pieces.nth_day()}\s+(?:{this}|{named}|(?P<turn>الجاري))",
        near="month_days",
    )


def _days(pieces: _Pieces) -> Iterator[Shape]:
    not_turned = rf"(?!\s+(?:{pieces.turns}){_STOP})"
    yield Shape(
        "deictic",
        _CLITICS,
        rf"{pieces.lead}(?:يوم\s+)?{pieces.weekday}{_COMMA}{pieces.deictic}",
        near="deictic_days",
    )
    yield Shape(
        "deictic",
        _CLITICS,
        rf"{pieces.lead}(?:يوم\s+)?{pieces.deictic}"
        rf"(?:{_COMMA}(?:يوم\s+)?(?:{pieces.part}\s+)?{pieces.weekday}{not_turned}\)?)?",
        near="deictic_days",
    )
    following = rf"(?P<next>{one_of(pieces.words.weekdays)}){_STOP}"
    yield Shape(
        "weekday",
        _CLITICS,
        rf"{pieces.lead}(?:يوم\s+)?{pieces.weekday}(?:\s*{_DASH}?\s*{following})?(?:\s+{pieces.turn})?",
        near="weekdays",
    )


def _stretches(pieces: _Pieces) -> Iterator[Shape]:
    stretch = rf"(?P<stretch>{pieces.stretch}){_STOP}"
    counts = rf"(?:\s+(?:ال(?P<number>{pieces.number}){_STOP}|القليله|المعدوده)){{0,2}}"
    yield Shape(
        "stretch",
        _CLITICS,
        rf"(?:{_EARLIER}\s+(?:من\s+)?)?(?:{pieces.edge}\s+)?"
        rf"(?:(?:هذا|هذه)\s+{stretch}|{stretch}{counts}\s+{pieces.turn}"
        rf"|(?:ال\s?)?{pieces.amount}\s+(?P<unit>{pieces.unit}){_STOP}\s+{pieces.turn})",
        near="stretches",
    )


def _months_and_years(pieces: _Pieces) -> Iterator[Shape]:
    month_name = rf"(?:شهر\s+)?{pieces.months}"
    edge = rf"(?:{pieces.edge}\s+)"
    yield Shape("month", _CLITICS, rf"{edge}?{month_name}{pieces.tail}", "", near="months")
    yield Shape("month", _CLITICS, rf"{edge}{month_name}", "", near="months")
    yield Shape("month", _CLITICS, rf"شهر\s+{pieces.months}", "")
    twin = rf"(?P<twin>{pieces.month}){_STOP}"
    month = rf"(?P<month>{pieces.month}){_STOP}"
    yield Shape(
        "month",
        _CLITICS,
        rf"{month}(?:\s*(?:/|{_DASH})\s*{twin}|\s*\(\s*{twin}\s*\)|\s+{twin})",
        "",
        near="months",
    )
    yield Shape("month", _CLITICS, rf"(?P<month>{pieces.lone_month})", near="months")
    until = rf"(?:\s*(?:حتي|الي|{_DASH})\s*(?P<year2>(?:1[3-9]|20)\d\d)(?!\d))"
    yield Shape(
        "year",
        _CLITICS,
        rf"{edge}?(?:ال)?(?:(?:عام|سنه)\s+{_YEAR}{until}?"
        rf"|(?:عامي|سنتي|اعوام)\s+{_YEAR}(?:{until}|\s*و(?P<year2>(?:1[3-9]|20)\d\d)(?!\d))?)",
        "",
        near="years",
    )
    yield Shape("year", _CLITICS, rf"{edge}{_YEAR}", "", near="years")
    bare = r"(?P<year>(?:19|20)\d\d)(?![\d/.,:%])"
    after_word = (
        rf"(?:{_CONJUNCTION}(?:في|منذ|حتي|خلال|قبل|بعد|من|بين)\s+(?:(?:19|20)\d\d\s+و)??|\()"
    )
    thing = r"(?!\s+(?:ال)?(?:طن|دولار|ريال|برميل|كيلو|متر|شخص|جندي|قتيل)\p{L}*)"
    yield Shape("year", after_word, rf"{bare}{until}?{thing}", "", near="years")
    yield Shape("year", r"(?<=\d\s+و)", rf"{bare}{thing}", "", near="years")
    yield Shape("year", _CLITICS, rf"{bare}(?:{until}|م{_STOP})", "", near="years")
    yield Shape("decade", _CLITICS, rf"(?P<decade>{one_of(pieces.words.decades)})", near="decades")


def _rest(pieces: _Pieces) -> Iterator[Shape]:
    early, late = r"صباحا?|فجرا?|ص", r"(?P<late>مساءا?|ظهرا?|عصرا?|ليلا|م)"
    halves = rf"(?:\s*(?:من\s+)?(?:{early}|{late}){_STOP})?"
    figures = r"(?<![\d:])(?P<clock>(?:[01]?\d|2[0-3]):[0-5]\d)(?![\d:])"
    yield Shape("clock", _CLITICS, rf"(?:{pieces.hours}|{figures}){halves}")
    ends_clause = r"(?=\s*[.،؛:\n]|\s*$|\s+(?:الي|من|في|علي|عن|ان|اي)(?!\p{L}))"
    yield Shape(
        "state", _CONJUNCTION, rf"لم\s+\p{{L}}+(?:\s+\p{{L}}+){{0,3}}?\s+بعد{ends_clause}", ""
    )
    age = r"(?<!(?:البالغ|البالغه|عمره|عمرها|العمر|عاما|سن)\s+)(?<![(\-–]\s?)"
    yield Shape(
        "duration",
        rf"{_CONJUNCTION}(?:ب|ك|لل|ل|ال|ل?ل?ال)?{age}",
        rf"(?:{pieces.amount}\s+(?P<unit>{pieces.unit})|(?P<unit>{pieces.two})"
        rf"|(?P<unit>{pieces.one})\s+(?:واحده?|كامله?))",
        near="units",
    )
    cues = [row for row in pieces.words.time_cues if not row.early]
    alone, taking = ([row for row in cues if row.next is next_too] for next_too in (False, True))
    yield Shape("cue", rf"{_NOT_BY}{_CONJUNCTION}[بل]?", _cue(alone), near="time_cues")
    following = rf"{_cue(taking)}{_STOP}\s+\p{{L}}+"
    yield Shape("cue", rf"{_NOT_BY}{_CONJUNCTION}", following, near="time_cues")
    yield Shape("recent", r"(?<=(?<!\p{L})[وفبلك]?ال\p{L}+\s)", "الاخيره")
    no_verb = one_of(pieces.words.time_not_future)
    yield Shape("future", _CONJUNCTION, rf"(?!{no_verb})س[يت]\p{{L}}{{3,}}")


def _cue(rows: Iterable[Cue]) -> str:
    return f"(?P<cue>{one_of(rows)})"
