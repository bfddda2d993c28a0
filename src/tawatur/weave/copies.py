"""Passages that stand in two documents: who took them from whom, and what is only formula."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Literal, NamedTuple

import regex

from tawatur.lang.text import text_of
from tawatur.model import Copy, Marks, Passage, Reason, Report, Span

GRAM = 5
"""Words of a shingle, as measured on 30,084 articles in the design study."""
COMMON = 30
"""Documents above which a shingle is formula and carries no dependence (design study, section B)."""
SHARED = 6
"""Shared shingles that make a passage: ten words in a row, or twice as many with small edits."""
REPEATED = 3
"""Times a shingle may stand in one text; a refrain or a table of figures is nobody's passage."""
GAP = 8
"""Words that an edit inside a passage may add or take away on either side."""
VERBATIM = 0.9
"""Share of words standing in shared shingles from which a passage is a copy, else a paraphrase."""
NAMED = 0.6
"""Share of a passage's letters inside names and posts from which it is a list of titles: formula."""

_WORD = regex.compile(r"[\p{L}\p{N}]+")


Kind = Literal["copy", "paraphrase", "statement", "formula"]


class Words(NamedTuple):
    """A document's words, folded, and where each stands."""

    document: str
    words: tuple[str, ...]
    spans: tuple[Span, ...]

    def span(self, first: int, last: int) -> Span:
        """Cut from the first word to the last, both included."""
        return Span(self.spans[first].start, self.spans[last].end)


class _Run(NamedTuple):
    left_first: int
    left_last: int
    right_first: int
    right_last: int
    shared: int
    covered: int
    """Words of the left text that stand in shared shingles."""


def find_copies(reports: Sequence[Report]) -> tuple[Copy, ...]:
    """Find the passages that two documents share, in a fixed order.

    A passage is a chain of shared shingles. It is a *copy* when nearly all its words are shared,
    a *statement* when both documents attribute it to somebody, a *paraphrase* otherwise. A list of
    titles and a passage that claims nothing are *formula* and make nobody dependent on anybody. The direction is left open: it needs the
    documents' days.
    """
    texts = {report.document.id: _words(report) for report in reports}
    by_id = {report.document.id: report for report in reports}
    return tuple(
        _copy(texts[left], texts[right], run, by_id[left], by_id[right])
        for left, right in sorted(_candidates(texts.values()))
        for run in _runs(texts[left], texts[right])
    )


def _words(report: Report) -> Words:
    text = text_of(report.document.text, report.document.furniture)
    found = list(_WORD.finditer(text.folded))
    return Words(
        report.document.id,
        tuple(match[0] for match in found),
        tuple(text.span(*match.span()) for match in found),
    )


def _grams(words: Sequence[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    for place in range(len(words) - GRAM + 1):
        yield place, tuple(words[place : place + GRAM])


def _candidates(texts: Iterable[Words]) -> set[tuple[str, str]]:
    holders: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for text in texts:
        for _, gram in _grams(text.words):
            holders[gram].add(text.document)
    shared: Counter[tuple[str, str]] = Counter()
    for documents in holders.values():
        if 1 < len(documents) <= COMMON:
            shared.update(combinations(sorted(documents), 2))
    return {pair for pair, count in shared.items() if count >= SHARED}


def _runs(left: Words, right: Words) -> list[_Run]:
    """Chain shared shingles that keep their order and stand close together in both texts."""
    where: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, gram in _grams(right.words):
        where[gram].append(place)
    runs: list[_Run] = []
    for place, gram in _grams(left.words):
        for other in where[gram] if len(where[gram]) <= REPEATED else ():
            runs = _grown(runs, place, other)
    return [run for run in runs if run.shared >= SHARED]


def _grown(runs: list[_Run], left: int, right: int) -> list[_Run]:
    for number in range(len(runs) - 1, -1, -1):
        run = runs[number]
        near_left = run.left_first <= left <= run.left_last + GAP
        near_right = run.right_last - GRAM < right <= run.right_last + GAP
        if near_left and near_right:
            runs[number] = _Run(
                run.left_first, left + GRAM - 1, run.right_first,
                max(run.right_last, right + GRAM - 1), run.shared + 1,
                run.covered + min(GRAM, left + GRAM - 1 - run.left_last),
            )  # fmt: skip
            return runs
    return [*runs, _Run(left, left + GRAM - 1, right, right + GRAM - 1, 1, GRAM)]


def _copy(left: Words, right: Words, run: _Run, first: Report, second: Report) -> Copy:
    one = left.span(run.left_first, run.left_last)
    two = right.span(run.right_first, run.right_last)
    longest = max(run.left_last - run.left_first, run.right_last - run.right_first) + 1
    share = min(1.0, run.covered / longest)
    kind, why = _kind(share, one, first, two, second)
    return Copy(
        left=Passage(document=left.document, start=one.start, end=one.end),
        right=Passage(document=right.document, start=two.start, end=two.end),
        kind=kind,
        because=(
            Reason(rule="shared words", words=f"{run.shared} shared runs of {GRAM} words; {why}"),
        ),
    )


def _kind(share: float, one: Span, left: Report, two: Span, right: Report) -> tuple[Kind, str]:
    return _formula(one, left, two, right) or _taken(share, one, left, two, right)


def _formula(one: Span, left: Report, two: Span, right: Report) -> tuple[Kind, str] | None:
    if min(_named(one, left.marks), _named(two, right.marks)) >= NAMED:
        return "formula", "mostly names and titles"
    if not (_claims(one, left) and _claims(two, right)):
        return "formula", "claims nothing"
    return None


def _taken(share: float, one: Span, left: Report, two: Span, right: Report) -> tuple[Kind, str]:
    words = f"{share:.0%} of the words in order"
    if share >= VERBATIM:
        return "copy", words
    if _attributed(one, left.marks) and _attributed(two, right.marks):
        return "statement", "both say that somebody said it"
    return "paraphrase", words


def _claims(span: Span, report: Report) -> bool:
    return any(span.covers(claim.trigger) for claim in report.claims)


def _named(span: Span, marks: Marks) -> float:
    covered: set[int] = set()
    for mark in (*marks.names, *marks.roles):
        covered.update(range(max(mark.start, span.start), min(mark.end, span.end)))
    return len(covered) / max(1, len(span))


def _attributed(span: Span, marks: Marks) -> bool:
    said = sum(
        max(0, min(each.claim.end, span.end) - max(each.claim.start, span.start))
        for each in marks.attributions
        if each.class_ != "outlet_voice"
    )
    return said >= len(span) / 2
