"""Words that name a happening: «هجوم», «زار», «ألقت القبض», with the codebook type they stand for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tawatur.mark.clitics import Word, cut
from tawatur.mark.page import Page
from tawatur.mark.trigger_rows import VERBAL, Lexicon, Near, Reading, TriggerRow, lexicon
from tawatur.model import Mark, Span, TriggerMark

__all__ = ["Found", "TriggerRow", "find_triggers", "triggers_with_rows"]

_NEAR = 4
"""Words on either side in which `not_near` looks."""

_MODE_NEAR = 6
"""Words on either side that may give a mode."""

_CARRIED = 5
"""Words behind a light word in which the trigger it carries stands: «وقّع الطرفان في عمّان اتفاقاً»."""


_FOLLOWED = 12
"""Words between a trigger and a verb that only tells more of it: «غارة … استهدفت مواقع»."""


class Found(NamedTuple):
    """A trigger, its row, and whether the text uses it as a verb."""

    mark: TriggerMark
    row: TriggerRow
    verbal: bool


class _Place(NamedTuple):
    """Where a trigger stands: its words `first` to `after` in a sentence, and what it is."""

    first: int
    after: int
    reading: Reading
    verbal: bool


def find_triggers(page: Page, names: Iterable[Mark] = ()) -> Iterator[TriggerMark]:
    """Find every trigger, in order; words inside `names` are none («قيادة العمليات»).

    >>> page = Page.of_text("شن مسلحون هجوماً بعبوة ناسفة، واعتقلت الشرطة اثنين.")
    >>> [(page.raw[mark.start : mark.end], mark.type, mark.modes) for mark in find_triggers(page)]
    [('هجوماً', 'ASSAULT', ('explosives',)), ('اعتقلت', 'COERCE', ('arrest',))]
    """
    yield from (found.mark for found in triggers_with_rows(page, names))


def triggers_with_rows(
    page: Page, names: Iterable[Mark] = (), *, words: Lexicon | None = None
) -> Iterator[Found]:
    """Find every trigger with the row that knows it, and whether it is used as a verb."""
    book = words or lexicon()
    taken = [mark.span for mark in names]
    sentences = [cut(page.folded, *page.text.fold_span(span)) for span in page.sentences]
    off = _fields_of(sentences, book)
    echoes: dict[str, TriggerRow] = {}
    for sentence in sentences:
        for place in _carried(_places(sentence, off, book, echoes)):
            found = _found(page, sentence, place, book)
            if not any(
                found.mark.start < name.end and name.start < found.mark.end for name in taken
            ):
                yield found


def _found(page: Page, words: Sequence[Word], place: _Place, book: Lexicon) -> Found:
    row = place.reading.row
    start = words[place.first].start + place.reading.trim
    span: Span = page.text.span(start, words[place.after - 1].end)
    modes = tuple(dict.fromkeys((*row.modes, *_modes_near(words, place, book))))
    mark = TriggerMark(start=span.start, end=span.end, type=row.type, modes=modes)
    return Found(mark, row, place.verbal)


# --- reading a sentence --------------------------------------------------------------------------


def _places(
    words: Sequence[Word], off: frozenset[str], book: Lexicon, echoes: dict[str, TriggerRow]
) -> Iterator[_Place]:
    here = off | _fields_in(words, book)
    at = 0
    while at < len(words):
        place = _place(words, at, here, book, echoes)
        if place is None:
            at += 1
            continue
        yield place
        at = place.after


def _place(
    words: Sequence[Word],
    at: int,
    off: frozenset[str],
    book: Lexicon,
    echoes: dict[str, TriggerRow],
) -> _Place | None:
    for reading in book.readings(words[at].text):
        after = at + 1 + len(reading.rest)
        if reading.rest and not _goes_on(words[at + 1 : after], reading.rest):
            continue
        if off.intersection(reading.row.not_when) or not _fits(words, at, after, reading, book):
            continue
        row = reading.row
        if _is_needed(words, at, after, row, book):
            if row.echo:
                echoes[row.family] = row
        elif _echoes(reading, echoes):
            row = echoes[row.family]
        else:
            continue
        told = reading._replace(row=row)
        return _Place(at, after, told, _is_verbal(words, at, told, book))
    return None


def _goes_on(words: Sequence[Word], rest: Sequence[str]) -> bool:
    """Tell whether words are the rest of a phrase, each with or without «ال»."""
    return len(words) == len(rest) and all(
        word.text in {text, f"ال{text}"} for word, text in zip(words, rest, strict=True)
    )


def _fits(words: Sequence[Word], at: int, after: int, reading: Reading, book: Lexicon) -> bool:
    row = reading.row
    before = words[at - 1].text if at else ""
    behind = words[after].text if after < len(words) else ""
    return not (
        (row.not_after and {before, before.removeprefix("و")} & book.not_after[row.id])
        or behind in book.not_before[row.id]
        or (row.after and behind not in book.after[row.id])
        or (
            row.not_near
            and _is_near(words, at - _NEAR, after + _NEAR, book.not_near[row.id], _bare)
        )
    )


def _is_needed(words: Sequence[Word], at: int, after: int, row: TriggerRow, book: Lexicon) -> bool:
    return not row.needs or _is_near(words, at - row.reach, after + row.reach, book.needs[row.id])


def _echoes(reading: Reading, echoes: dict[str, TriggerRow]) -> bool:
    """Tell «العملية» in a report that has told of one."""
    alone = reading.definite and not reading.held and not reading.rest
    return reading.row.echo and alone and reading.row.family in echoes


def _is_verbal(words: Sequence[Word], at: int, reading: Reading, book: Lexicon) -> bool:
    """Tell «بحث الوزير» from «جرى بحث الملف»: both a perfect and a noun have these letters."""
    if reading.sort not in VERBAL:
        return False
    before = words[at - 1].text if at else ""
    cued = bool({before, before.removeprefix("و")} & book.noun_cues)
    return not (cued and reading.sort == "perfect" and not reading.trim)


def _carried(places: Iterable[_Place]) -> Iterator[_Place]:
    """Leave out what another trigger already says.

    A light word carries the trigger behind it («وقّع … اتفاقاً»); a verb may only tell more of the
    happening before it («غارة استهدفت مواقع»).
    """
    last: _Place | None = None
    for place in places:
        if last is not None and _says_again(last, place):
            last = last._replace(after=place.after) if place.reading.row.follows else None
            continue
        last = place
        yield place


def _says_again(last: _Place, place: _Place) -> bool:
    told, row = last.reading.row, place.reading.row
    between = place.first - last.after
    return (told.light and told.family == row.family and between <= _CARRIED) or (
        told.family in row.follows and between <= _FOLLOWED
    )


# --- what stands around -------------------------------------------------------------------------


@lru_cache(maxsize=100_000)
def _bare(word: str) -> tuple[str, ...]:
    """List a word without «و», «ف» and prepositions too, as far as three letters remain."""
    return _shorter((word,), ("و", "ف"), ("ب", "ل", "ك"))


@lru_cache(maxsize=100_000)
def _barest(word: str) -> tuple[str, ...]:
    """List a word without its clitics and without «ال» too."""
    return _shorter(_bare(word), ("ال",))


def _shorter(words: tuple[str, ...], *fronts: tuple[str, ...]) -> tuple[str, ...]:
    found = list(words)
    for front in fronts:
        found.extend(
            form.removeprefix(each)
            for form in tuple(found)
            for each in front
            if form.startswith(each) and len(form) > len(each) + 2
        )
    return tuple(found)


def _is_near(
    words: Sequence[Word],
    start: int,
    end: int,
    near: Near,
    forms: Callable[[str], tuple[str, ...]] = _barest,
) -> bool:
    window = words[max(0, start) : end]
    if any(form in near.words for word in window for form in forms(word.text)):
        return True
    if not near.phrases:
        return False
    text = f" {' '.join(word.text for word in window)} "
    return any(f" {phrase} " in text or f" و{phrase} " in text for phrase in near.phrases)


def _modes_near(words: Sequence[Word], place: _Place, book: Lexicon) -> Iterator[str]:
    start, end = place.first - _MODE_NEAR, place.after + _MODE_NEAR
    for row, near, off in book.modes:
        fits = row.type == place.reading.row.type and _is_near(words, start, end, near)
        if fits and not _is_near(words, start, end, off):
            yield row.mode


def _fields_in(words: Sequence[Word], book: Lexicon) -> frozenset[str]:
    """List the fields of life that a sentence has a word of."""
    return frozenset(row.id for row, near in book.senses if _is_near(words, 0, len(words), near))


def _fields_of(sentences: Sequence[Sequence[Word]], book: Lexicon) -> frozenset[str]:
    """List the fields of life that a whole report is about: enough different words of one."""
    forms = {form for words in sentences for word in words for form in _barest(word.text)}
    return frozenset(
        row.id
        for row, near in book.senses
        if row.spread is not None and len(near.words & forms) >= row.spread
    )
