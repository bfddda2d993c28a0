"""How far it reaches: the stretch of text that a frame attributes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

import regex

from tawatur.attribute.frames import Clause, Frame
from tawatur.attribute.words import COMMAS, THAT

_SIGNS = frozenset(" \n\r\u00a0،,:.;؛!؟?\"“”«»‹›’‘'()-–—_…")
_LEADING = regex.compile(r"[\s،,:.\"“”«»‹›’‘'…\-–—]*")
Stretch = tuple[int, int]


def extents(clause: Clause, frames: Sequence[Frame]) -> list[Stretch | None]:
    """Give what each frame attributes, in offsets of the folded text; None where nothing is left.

    A quotation that opens where the claim begins is the claim. Otherwise the claim ends before the
    next frame of the sentence that is no part of it. A credit that stands behind shares the claim
    of the frame before it, or has the clause before it.
    """
    found: list[Stretch | None] = []
    acts = _other_acts(clause) if frames else []
    for at, frame in enumerate(frames):
        if frame.said is not None:
            found.append(_forward(clause, frames, at, frame.said, acts))
        else:
            found.append(_backward(clause, frames, at, found))
    return found


def _forward(
    clause: Clause, frames: Sequence[Frame], at: int, said: int, acts: Sequence[int]
) -> Stretch | None:
    quotation = _quotation_from(clause, said)
    if quotation is not None:
        return _trimmed(clause.page.folded, *quotation)
    end = clause.words[-1].end
    around = clause.speech_at(frames[at].cue[0])
    if around is not None:
        end = min(end, around.end)
    ending = (later.cut for later in frames[at + 1 :] if _ends_claim(clause, later, said))
    end = min(end, next(ending, end))
    first = bisect_right(acts, said)
    if first < len(acts):
        end = min(end, acts[first])
    return _trimmed(clause.page.folded, said, end)


def _ends_claim(clause: Clause, later: Frame, said: int) -> bool:
    """Tell whether a later frame ends a claim: it is neither part of it nor quoted in it."""
    if later.nests or later.cut < said:
        return False
    around = clause.speech_at(later.cue[0])
    return around is None or around.start < said


def _other_acts(clause: Clause) -> list[int]:
    """List where «، داعيا …» and «، وذلك …» begin: the speaker acts, or the outlet goes on."""
    return [
        word.start
        for before, word in pairwise(clause.words)
        if before.text in COMMAS
        and (word.text in clause.lexicon.acting or clause.lexicon.is_particle(word.text, "ends"))
        and clause.speech_at(word.start) is None
    ]


def _quotation_from(clause: Clause, said: int) -> Stretch | None:
    """Find the quotation that opens right where what is said begins, an أن inside it left out."""
    lead = _LEADING.match(clause.page.folded, said, said + 6)
    first = lead.end() if lead else said
    for quoted in clause.quotations:
        if quoted.start > first:
            break
        if quoted.start >= said and (quoted.is_speech or _ends_there(clause, quoted.end)):
            return _without_that(clause, quoted.start, quoted.end)
    around = clause.speech_at(said)
    if around is None:
        return None
    skipped = clause.page.folded[around.start : min(said, around.start + 12)].strip()
    return (said, around.end) if not skipped or skipped in THAT else None


def _ends_there(clause: Clause, offset: int) -> bool:
    rest = clause.page.folded[offset + 1 : offset + 3].lstrip(" ")
    return not rest or rest[0] in ".،!؟\n"


def _without_that(clause: Clause, start: int, end: int) -> Stretch:
    first = clause.page.folded[start : start + 8].split(" ")[0]
    return (start + len(first), end) if first in THAT else (start, end)


def _backward(
    clause: Clause, frames: Sequence[Frame], at: int, found: Sequence[Stretch | None]
) -> Stretch | None:
    cut = frames[at].cut
    for before, stretch in zip(reversed(frames[:at]), reversed(found), strict=True):
        if before.said is None:
            begins = before.speaker.end if before.speaker is not None else before.cue[1]
            return _trimmed(clause.page.folded, begins, cut)
        if stretch is not None and not before.nests:
            return _trimmed(clause.page.folded, stretch[0], cut)
    return _trimmed(clause.page.folded, _ground(clause, cut), cut)


def _ground(clause: Clause, cut: int) -> int:
    """Find where the clause before a credit begins: behind its إذ, or with the sentence."""
    begins = clause.words[0].start
    words = reversed(clause.between(begins, cut))
    grounds = (word.end for word in words if clause.lexicon.is_particle(word.text, "ground"))
    return next(grounds, begins)


def _trimmed(folded: str, start: int, end: int) -> Stretch | None:
    lead = _LEADING.match(folded, start, end)
    start = lead.end() if lead else start
    while end > start and folded[end - 1] in _SIGNS:
        end -= 1
    return (start, end) if end - start > 1 else None
