"""Frames without a reporting verb of their own: «بحسب البيان», «كما قال …», «يشار إلى أن»."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from tawatur.attribute.frames import Clause, Frame
from tawatur.attribute.lexicon import CREDIT_PRONOUNS, CreditRow
from tawatur.attribute.speakers import Speaker, read_speaker
from tawatur.attribute.spoken import Voices, medium_in, spoken_frame, voices_in
from tawatur.attribute.verbs import Gender, Number
from tawatur.attribute.words import COMMAS, QUOTES, STOPS, THAT, Word, bare, is_word, unjoined

_REACH = 40
"""Words of a credited speaker at most."""

_NOUN_REACH = 14
"""Words between «قول» and its إن at most."""

_LONGEST = 4
"""Words of the longest row of crediting_words.toml."""

Found = tuple[Frame | None, int] | None


def credited_frame(clause: Clause, at: int) -> Found:
    """Read the frame of the credit at a word, and the word up to which it was read.

    The frame is None where a row says that the words only look like a cue.
    """
    if not any(word in clause.lexicon.credit_starts for word in unjoined(clause.text(at))):
        return None
    texts = [word.text for word in clause.words[at : at + _LONGEST]]
    for joined, first in enumerate(unjoined(texts[0])):
        for length in range(len(texts), 0, -1):
            words = (first, *texts[1:length])
            row = clause.lexicon.credits.get(words)
            if row is not None:
                return _READERS[row.kind](clause, at, at + length, joined, row)
            row = clause.lexicon.credits.get((*words[:-1], _without_pronoun(words[-1])))
            if row is not None and (length > 1 or row.kind == "noun"):
                return _own(clause, at, at + length, joined, row)
    return None


def _without_pronoun(text: str) -> str:
    return next((text.removesuffix(p) for p in CREDIT_PRONOUNS[1:] if text.endswith(p)), "")


def _own(clause: Clause, at: int, after: int, joined: int, row: CreditRow) -> Found:
    """Read «على حد قوله» and «قوله إن»: the speaker is left to the pronoun."""
    cue = (clause.words[at].start + joined, clause.words[after - 1].end)
    text = clause.text(after - 1)
    gender: Gender = "f" if text.endswith("ها") else "m"
    number: Number = "pl" if text.endswith("هم") else "sg"
    if row.kind == "credit":
        frame = _placed(clause, at, after, cue, Voices(None))
        return replace(frame, gender=gender, number=number), after
    if not clause.opens_that(after) or after + 1 >= len(clause.words):
        return None
    said = clause.words[after].end
    cut = clause.cut_before(at)
    return (
        Frame(kind="verb", cue=cue, cut=cut, said=said, gender=gender, number=number, nests=True),
        after,
    )


def _not(clause: Clause, at: int, after: int, joined: int, row: CreditRow) -> Found:
    del clause, at, joined, row
    return None, after


def _formula(clause: Clause, at: int, after: int, joined: int, row: CreditRow) -> Found:
    """Read «يشار إلى أن» and «ويقال إن»."""
    if clause.text(after) not in THAT or after + 1 >= len(clause.words):
        return None
    if row.kind == "hearsay" and not clause.begins(at):
        return None
    frame = Frame(
        kind="hearsay" if row.kind == "hearsay" else "background",
        cue=(clause.words[at].start + joined, clause.words[after - 1].end),
        cut=clause.cut_before(at),
        said=clause.words[after].end,
    )
    return frame, after


def _credit(clause: Clause, at: int, after: int, joined: int, row: CreditRow) -> Found:
    """Read «بحسب البيان» and «ووفق مصادر مطلعة، فقد»."""
    end = after + _length(clause, after)
    words = _from_speaker(clause.words[after:end], row)
    if not words or {words[0].text, bare(words[0].text)} & clause.lexicon.measures:
        return None
    speaker = read_speaker(words, None, clause.lexicon, clause.names)
    if speaker is None or not _can_be_credited(clause, at, words, speaker):
        return None
    cue = (clause.words[at].start + joined, clause.words[after - 1].end)
    return _placed(clause, at, end, cue, Voices(speaker)), end


def _from_speaker(words: Sequence[Word], row: CreditRow) -> Sequence[Word]:
    """Take the ل of «وفقا لـ» off the speaker's first word."""
    if not row.joined or not words:
        return words
    first = words[0]
    if first.text == "ل":
        return words[1:]
    if not first.text.startswith("ل"):
        return ()
    noun = "ال" + first.text[2:] if first.text.startswith("لل") else first.text[1:]
    return [Word(first.start + 1, first.end, noun), *words[1:]]


def _length(clause: Clause, after: int) -> int:
    """Count the words up to the end of the credited speaker's stretch."""
    for count in range(_REACH):
        at = after + count
        text = clause.text(at)
        if not text or text in COMMAS | STOPS or text in THAT or text == ":":
            return count
        if count and (text,) in clause.lexicon.credits:
            return count
        if clause.lexicon.is_particle(text, "resumes") or _acts(clause, text):
            return count
        if count and (_speech_opens(clause, at) or clause.says(at)):
            return count
    return _REACH


def _acts(clause: Clause, text: str) -> bool:
    return text in clause.lexicon.acting and text not in clause.lexicon.speakers


def _speech_opens(clause: Clause, at: int) -> bool:
    quoted = clause.opens_quotation(at)
    return quoted is not None and quoted.is_speech


def _can_be_credited(clause: Clause, at: int, words: Sequence[Word], speaker: Speaker) -> bool:
    """Tell a speaker from a law or a need: it is known, named, quoted, or set off by a comma."""
    first = words[0]
    return (
        speaker.is_known
        or clause.names.at(first) is not None
        or first.text in QUOTES
        or (clause.begins(at) and is_word(first.text))
    )


def _placed(clause: Clause, at: int, end: int, cue: tuple[int, int], voices: Voices) -> Frame:
    """Decide whether what is said stands before the credit or after it."""
    said = end
    while clause.text(said) in COMMAS:
        said += 1
    resumes = clause.lexicon.is_particle(clause.text(said), "resumes") or clause.text(said) in THAT
    while (
        clause.lexicon.is_particle(clause.text(said), "resumes")
        or clause.text(said) in THAT
        or clause.text(said) == ":"
    ):
        said += 1
    is_first = at == 0 or clause.text(at - 1) in STOPS
    is_before = said < len(clause.words) and (
        resumes
        or is_first
        or clause.text(end) == ":"
        or _speech_opens(clause, said)
        or (said == end and not clause.begins(at) and clause.says(said))
    )
    return Frame(
        kind="credit",
        cue=cue,
        cut=clause.cut_before(at),
        said=clause.words[said].start if is_before else None,
        speaker=voices.speaker,
        relayed=voices.relayed,
        relay_cue=voices.relay_cue,
        medium=medium_in(clause, clause.words[at:end]),
    )


def _as(clause: Clause, at: int, after: int, joined: int, row: CreditRow) -> Found:
    """Read «كما قال بيان …» behind a claim; «كما أكد … أن» is a verb like any other."""
    saying = clause.lexicon.verbs.get(clause.text(after))
    if saying is None:
        return None
    if row.also and not saying.has_object:
        spoken = spoken_frame(clause, after)
        if at == 0 or (spoken is not None and _is_open(clause, spoken[1])):
            return spoken
    end = after + 1 + _length(clause, after + 1)
    voices = voices_in(clause, clause.words[after + 1 : end], saying)
    if voices.speaker is None and voices.relayed is None and end > after + 1:
        return None
    cue = (clause.words[at].start + joined, clause.words[after].end)
    frame = _placed(clause, at, end, cue, voices)
    return replace(frame, gender=saying.gender, number=saying.number), end


def _is_open(clause: Clause, at: int) -> bool:
    return clause.text(at) in THAT or clause.text(at) == ":" or clause.text(at) in QUOTES


def _noun(clause: Clause, at: int, after: int, joined: int, row: CreditRow) -> Found:
    """Read «قول الوزير إن …» inside a sentence of the outlet's own."""
    del row
    end = after
    while (
        end < min(len(clause.words), after + _NOUN_REACH) and clause.text(end) not in STOPS | COMMAS
    ):
        if clause.opens_that(end):
            break
        end += 1
    if end == after or not clause.opens_that(end) or end + 1 >= len(clause.words):
        return None
    speaker = read_speaker(clause.words[after:end], None, clause.lexicon, clause.names)
    if speaker is None or not speaker.is_known:
        return None
    frame = Frame(
        kind="verb",
        cue=(clause.words[at].start + joined, clause.words[after - 1].end),
        cut=clause.cut_before(at),
        said=clause.words[end].end,
        speaker=speaker,
        gender=speaker.gender,
        number=speaker.number,
        nests=True,
    )
    return frame, end


_READERS: dict[str, Callable[[Clause, int, int, int, CreditRow], Found]] = {
    "credit": _credit,
    "as": _as,
    "background": _formula,
    "hearsay": _formula,
    "noun": _noun,
    "not": _not,
}
