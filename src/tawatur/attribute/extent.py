"""How far it reaches: the stretch of text that a frame attributes."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from tawatur.attribute.frames import Clause, Frame
from tawatur.attribute.words import COMMAS, THAT

_MARKS = " \n\r\u00a0،,:.;؛!؟?\"“”«»‹›’‘()-–_…"
_LEADING = regex.compile(r"[\s،,:.\"“”«»‹›’‘…\-–]*")
_TRAILING = regex.compile(r"[\s،,:.؛\"“”«»‹›’‘…\-–_]+$")
_FOR = "اذ"
"""إذ gives the ground of what stands before it; a credit behind it is for the ground alone."""

Stretch = tuple[int, int]


def extents(clause: Clause, frames: Sequence[Frame]) -> list[Stretch | None]:
    """Give what each frame attributes, in offsets of the folded text; None where nothing is left.

    A quotation that opens where the claim begins is the claim. Otherwise the claim ends before the
    next frame of the sentence that does not belong to it. A credit that stands behind shares the
    claim of the frame before it, or has the clause before it.
    """
    found: list[Stretch | None] = []
    for at, frame in enumerate(frames):
        if frame.said is not None:
            found.append(_forward(clause, frames, at, frame.said))
        else:
            found.append(_backward(clause, frames, at, found))
    return found


def _forward(clause: Clause, frames: Sequence[Frame], at: int, said: int) -> Stretch | None:
    folded = clause.page.folded
    quotation = _quotation_from(clause, said)
    if quotation is not None:
        return _trimmed(folded, *quotation)
    end = clause.words[-1].end
    within = clause.speech_at(frames[at].cue[0])
    if within is not None:
        end = min(end, within[1])
    for later in frames[at + 1 :]:
        if later.cut < said or later.nests or _is_quoted(clause, later, said):
            continue
        end = min(end, later.cut)
        break
    return _trimmed(folded, said, _before_other_acts(clause, said, end))


def _before_other_acts(clause: Clause, said: int, end: int) -> int:
    """End a claim before «، داعيا …» and «، وذلك …»: the speaker acts, or the outlet goes on."""
    for at, word in enumerate(clause.words):
        if said < word.start < end and clause.text(at - 1) in COMMAS:
            acts = word.text in clause.lexicon.acting or word.text in clause.lexicon.particles["ends"]
            if acts and clause.speech_at(word.start) is None:
                return word.start
    return end


def _quotation_from(clause: Clause, said: int) -> Stretch | None:
    """Find the quotation that opens right where what is said begins, an أن inside it left out."""
    lead = _LEADING.match(clause.page.folded, said, said + 6)
    first = lead.end() if lead else said
    for start, end, is_speech in clause.quotations:
        if start > first:
            break
        if said <= start <= first and end > first and (is_speech or end - start > 2):
            return _without_that(clause, start, end) if is_speech or _closes(clause, end) else None
    within = clause.speech_at(said)
    if within is not None and not clause.page.folded[within[0] : said].strip():
        return said, within[1]
    if within is not None and clause.page.folded[within[0] : said].strip() in THAT:
        return said, within[1]
    return None


def _closes(clause: Clause, offset: int) -> bool:
    rest = clause.page.folded[offset + 1 : offset + 3]
    return not rest.strip() or rest.lstrip()[0] in ".،!؟\n"


def _without_that(clause: Clause, start: int, end: int) -> Stretch:
    first = clause.page.folded[start : start + 8].split(" ")[0]
    return (start + len(first), end) if first in THAT else (start, end)


def _is_quoted(clause: Clause, later: Frame, said: int) -> bool:
    within = clause.speech_at(later.cue[0])
    return within is not None and within[0] >= said


def _backward(
    clause: Clause, frames: Sequence[Frame], at: int, found: Sequence[Stretch | None]
) -> Stretch | None:
    frame = frames[at]
    begins = clause.words[0].start
    for n in range(at - 1, -1, -1):
        before, stretch = frames[n], found[n]
        if before.said is not None and stretch is not None and not before.nests:
            begins = stretch[0]
            break
        if before.said is None:
            begins = before.speaker.end if before.speaker is not None else before.cue[1]
            break
    else:
        begins = _ground(clause, frame, begins)
    return _trimmed(clause.page.folded, begins, frame.cut)


def _ground(clause: Clause, frame: Frame, begins: int) -> int:
    for word in reversed(clause.words):
        if word.end <= frame.cut and word.text == _FOR:
            return word.end
    return begins


def _trimmed(folded: str, start: int, end: int) -> Stretch | None:
    lead = _LEADING.match(folded, start, end)
    start = lead.end() if lead else start
    while end > start and folded[end - 1] in _MARKS:
        end -= 1
    return (start, end) if end - start > 1 else None
