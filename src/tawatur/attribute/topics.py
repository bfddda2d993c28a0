"""Who may hold a verb without a subject, although nobody has spoken: subjects and topics."""

from __future__ import annotations

from itertools import takewhile

from tawatur.attribute.frames import Clause, Frame
from tawatur.attribute.heard import agrees
from tawatur.attribute.openings import is_complete
from tawatur.attribute.speakers import Speaker, head_row, read_speaker
from tawatur.attribute.words import THAT, is_definite

_FIRST = 6
"""Words in which a sentence's own subject begins."""

_TOPIC = 3
"""Words of a topic: «الوفد الأمني»."""


def subject_of(clause: Clause, frame: Frame) -> Speaker | None:
    """Find the subject of the sentence's own verb: «استنكر الأمين العام …، واصفا»."""
    before = clause.between(clause.words[0].start, frame.cue[0])
    for at, word in enumerate(before[:_FIRST]):
        if head_row(word.text, clause.lexicon) is None and clause.names.at(word) is None:
            continue
        ends = (n for n in range(at + 1, len(before)) if is_complete(clause, n))
        name = before[at : next(ends, len(before))]
        speaker = read_speaker(name, None, clause.lexicon, clause.names)
        if speaker is not None and agrees(speaker, frame.gender, frame.number):
            return speaker
    return None


def topic_before(clause: Clause, frame: Frame) -> Speaker | None:
    """Find what the last claim before a participle is about: the noun behind its أن, if it agrees."""
    if frame.kind != "participle":
        return None
    before = clause.between(clause.words[0].start, frame.cue[0])
    last = next((at for at in range(len(before) - 1, -1, -1) if before[at].text in THAT), None)
    if last is None or last + 1 >= len(before):
        return None
    words = before[last + 1 : last + 1 + _TOPIC]
    if not is_definite(words[0].text):
        return None
    name = list(takewhile(lambda word: is_definite(word.text), words))
    topic = read_speaker(name, None, clause.lexicon, clause.names)
    return topic if topic is not None and agrees(topic, frame.gender, frame.number) else None
