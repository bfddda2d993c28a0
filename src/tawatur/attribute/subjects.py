"""Subjects that stand before their verb: «ضابط من البيشمركة، في غرفة العمليات، أبدى …»."""

from __future__ import annotations

from typing import NamedTuple

from tawatur.attribute.frames import Clause
from tawatur.attribute.phrases import is_aside
from tawatur.attribute.speakers import Speaker, head_row, read_speaker
from tawatur.attribute.verbs import Saying
from tawatur.attribute.words import COMMAS, STOPS, THAT, Word, bare, is_definite, is_word

_REACH = 45
"""Words that a subject before its verb may have."""

_SHORT = 5
"""Words of a subject whose noun no row knows."""

_RELATIVE_REACH = 4
"""Words from a noun to its relative pronoun («الأنباء التي تحدثت عن»)."""

_PERFECT = frozenset({"قد", "فقد", "لقد"})


class Subject(NamedTuple):
    """The first word of a subject, who it is, and whether its clause is part of a claim."""

    first: int
    speaker: Speaker
    nests: bool


def subject_before(
    clause: Clause, at: int, saying: Saying, *, is_sure: bool = False
) -> Subject | None:
    """Find the subject that stands before the verb at a word, agreeing with it.

    With `is_sure`, any short name will do («لكن بكر قال: …»).
    """
    last = at
    while last > 0 and clause.text(last - 1) in _PERFECT:
        last -= 1
    if clause.lexicon.is_particle(clause.text(last - 1), "relative"):
        return _antecedent(clause, last - 1, saying)
    first = last
    while first > 0 and last - first < _REACH and not _opens(clause, first - 1):
        first -= 1
    if first == last or (first > 0 and not _opens(clause, first - 1)):
        return None
    words = _unjoined_head(clause, clause.words[first:last])
    if not _can_speak(clause, words, saying) and not (is_sure and _is_short_name(clause, words)):
        return None
    speaker = read_speaker(words, saying.gender, clause.lexicon, clause.names)
    if speaker is None:
        return None
    return Subject(first, speaker, clause.text(first - 1) in THAT)


def _antecedent(clause: Clause, at: int, saying: Saying) -> Subject | None:
    for first in range(at - 1, max(-1, at - 1 - _RELATIVE_REACH), -1):
        row = head_row(clause.text(first), clause.lexicon)
        if row is None:
            continue
        kind = clause.lexicon.classes.get(row.class_)
        if kind is None or kind.link not in {"unnamed", "document"} or row.gender != saying.gender:
            return None
        speaker = read_speaker(clause.words[first:at], None, clause.lexicon, clause.names)
        return None if speaker is None else Subject(first, speaker, nests=True)
    return None


def _unjoined_head(clause: Clause, words: list[Word]) -> list[Word]:
    head = words[0]
    if head.text[0] == "و" and (
        bare(head.text[1:]) in clause.lexicon.speakers or is_definite(head.text)
    ):
        return [Word(head.start + 1, head.end, head.text[1:]), *words[1:]]
    return words


def _can_speak(clause: Clause, words: list[Word], saying: Saying) -> bool:
    head = words[0]
    row = head_row(head.text, clause.lexicon)
    if row is not None:
        return row.gender == saying.gender and (row.number == saying.number)
    if clause.names.at(head) is not None:
        return True
    if not is_definite(head.text) or len(words) > _SHORT:
        return False
    if any(word.text in COMMAS for word in words):
        return False
    if saying.number == "pl":
        return head.text.endswith(("ون", "ين"))
    return head.text.endswith("ه") == (saying.gender == "f")


def _is_short_name(clause: Clause, words: list[Word]) -> bool:
    if clause.lexicon.is_particle(words[0].text, "fronting") or is_aside(words, 0, clause.lexicon):
        return False
    return len(words) < _SHORT and all(is_word(word.text) for word in words)


def _opens(clause: Clause, at: int) -> bool:
    text = clause.text(at)
    if text in STOPS or text in THAT or text in {":", "«", "“"}:
        return True
    return clause.lexicon.is_particle(text, "connector")
