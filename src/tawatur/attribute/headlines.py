"""Headlines that credit somebody: «الوزير: لا عودة إلى القتال»."""

from __future__ import annotations

from tawatur.attribute.frames import Clause, Frame
from tawatur.attribute.speakers import read_speaker
from tawatur.attribute.words import STOPS, bare, is_word

_LONGEST = 6
"""Words before the colon; longer ones are sentences."""

_FEWEST = 3
"""Words behind it; two are a reporter's name («بغداد: زيد العاني»)."""


def headline_frame(clause: Clause) -> Frame | None:
    """Read a line «X: …» as what X says, unless X is a city or a tag of the desk."""
    colon = next((n for n, word in enumerate(clause.words[: _LONGEST + 1]) if word.text == ":"), 0)
    if not colon or not _is_line(clause) or not _is_somebody(clause, colon):
        return None
    behind = [word for word in clause.words[colon + 1 :] if is_word(word.text)]
    if len(behind) < _FEWEST:
        return None
    words = clause.words[:colon]
    speaker = read_speaker(words, None, clause.lexicon, clause.names)
    if speaker is None:
        return None
    return Frame(
        kind="headline",
        cue=(words[0].start, clause.words[colon].end),
        cut=words[0].start,
        said=clause.words[colon].end,
        speaker=speaker,
    )


def label_end(clause: Clause) -> int:
    """Find where a line goes on behind its dateline or tag («متابعات: …»); 0 if it has none."""
    is_label = clause.text(1) == ":" and _is_label(clause)
    return 2 if is_label else 0


def _is_label(clause: Clause) -> bool:
    first = clause.text(0)
    return first in clause.lexicon.labels or bare(first) in clause.lexicon.labels


def _is_line(clause: Clause) -> bool:
    folded = clause.page.folded
    start, end = clause.words[0].start, clause.words[-1].end
    before = folded[max(0, start - 80) : start].rstrip(" ")
    after = folded[end : end + 80].lstrip(" ")
    alone = (not before or before.endswith("\n")) and (not after or after.startswith("\n"))
    return alone and clause.text(len(clause.words) - 1) not in STOPS


def _is_somebody(clause: Clause, colon: int) -> bool:
    words = clause.words[:colon]
    if not all(is_word(word.text) for word in words):
        return False
    first = words[0]
    if _is_label(clause):
        return False
    mark = clause.names.at(first)
    if mark is not None and mark.kind == "LOC":
        return False
    if bare(first.text) in clause.lexicon.speakers or mark is not None:
        return True
    return not any(clause.sayings_at(n) for n in range(colon)) and colon <= 3
