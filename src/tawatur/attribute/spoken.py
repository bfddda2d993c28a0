"""Frames of reporting verbs and participles: «وقال … إن», «ضابط … أبدى», «مضيفا أن»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from tawatur.attribute.frames import Clause, Frame
from tawatur.attribute.openings import Opening, is_complete, opening_of
from tawatur.attribute.phrases import is_addressed, medium_class, setting_of
from tawatur.attribute.speakers import Speaker, read_speaker
from tawatur.attribute.subjects import subject_before
from tawatur.attribute.verbs import Saying
from tawatur.attribute.words import COMMAS, QUOTES, THAT, Word

_NEAR = 12
"""Words between a participle and its أن at most («مشيرا في تصريحات لـ"الجريدة" إلى أن»)."""

_SHY_REACH = 25
"""Words between a verb that is another word too and its أن at most."""


class Voices(NamedTuple):
    """Who speaks, and whom it relays («نقلت وكالة … عن مصدر») with the word that says so."""

    speaker: Speaker | None
    relayed: Speaker | None = None
    relay_cue: tuple[int, int] | None = None


def spoken_frame(clause: Clause, at: int) -> tuple[Frame, int] | None:
    """Read the frame of the reporting verb at a word, and the word up to which it was read."""
    readings = (_read(clause, at, saying, joined) for saying, joined in clause.sayings_at(at))
    return next((read for read in readings if read is not None), None)


def _read(clause: Clause, at: int, saying: Saying, joined: int) -> tuple[Frame, int] | None:
    may_begin = bool(joined) or clause.begins(at) or _is_relative(clause, at)
    if saying.row.shy and not (saying.is_participle or may_begin or clause.is_fronted(at)):
        return None
    if saying.is_own and clause.speech_at(clause.words[at].start) is not None:
        return None
    if saying.has_object and not (saying.takes("deems") or saying.row.tells):
        return None
    opening = opening_of(clause, at + 1, saying)
    if opening is None or (saying.row.shy and opening.at - at > _SHY_REACH):
        return None
    read = _participle if saying.is_participle else _finite
    frame = read(clause, at, saying, joined, opening)
    if frame is not None and saying.is_own:
        frame = replace(frame, kind="own", speaker=None)
    return None if frame is None else (frame, opening.at)


def _is_relative(clause: Clause, at: int) -> bool:
    before = clause.text(at - 1)
    return any(clause.lexicon.is_particle(before, kind) for kind in ("what", "relative"))


def _participle(
    clause: Clause, at: int, saying: Saying, joined: int, opening: Opening
) -> Frame | None:
    is_far = opening.at - at > _NEAR
    is_doubtful = saying.row.shy and opening.how == "quote" and opening.at > at + 1
    if is_far or is_doubtful:
        return None
    return _frame(clause, at, saying, joined, opening, Voices(None), first=at, nests=False)


def _finite(clause: Clause, at: int, saying: Saying, joined: int, opening: Opening) -> Frame | None:
    """Read a verb with its subject behind it, before it, or left to grammar."""
    between = clause.words[at + 1 : opening.at]
    voices = voices_in(clause, between, saying) if _has_subject(saying) else Voices(None)
    if saying.takes("inside") and not (voices.speaker is not None and voices.speaker.is_known):
        return None
    is_explicit = voices.speaker is not None or voices.relayed is not None
    begins = bool(joined) or clause.begins(at)
    first, nests = at, False
    subject = None
    if _may_follow(clause, at, joined) and (not is_explicit or _speaks_to(saying)):
        subject = subject_before(clause, at, saying, is_sure=_is_plain(opening, at, saying))
    if subject is not None:
        voices = voices._replace(speaker=subject.speaker)
        first, nests = subject.first, subject.nests
    elif is_explicit:
        nests = not begins and not clause.is_fronted(at)
        if nests and not _is_relative(clause, at) and not _is_sure(saying, voices, opening):
            return None
    elif _may_be_elided(clause, at, saying, opening, begins=begins):
        nests = not joined and _is_embedded(clause, at)
    else:
        return None
    return _frame(clause, at, saying, joined, opening, voices, first=first, nests=nests)


def _may_follow(clause: Clause, at: int, joined: int) -> bool:
    """Tell whether a subject can stand before the verb: no و or ف begins a clause with it."""
    before = clause.text(at - 1)
    return not joined and (not clause.begins(at) or before == "قد" or before in COMMAS)


def _is_embedded(clause: Clause, at: int) -> bool:
    before = clause.text(at - 1)
    return before in THAT or clause.lexicon.is_particle(before, "what")


def _is_plain(opening: Opening, at: int, saying: Saying) -> bool:
    """Tell that nothing but speech can follow: «… قال: "…"», with no word between."""
    is_next = opening.at == at + 1 and opening.how != "matter"
    return is_next and not saying.row.shy and not saying.is_present


def _speaks_to(saying: Saying) -> bool:
    """Tell whether the noun behind the verb is no subject if one stands before it."""
    return saying.row.tells or saying.takes("stance")


def _has_subject(saying: Saying) -> bool:
    """Tell whether a noun behind the verb can be its subject: a verb before it is singular."""
    return saying.number == "sg" and not (saying.has_object and not saying.takes("deems", "that"))


def _is_sure(saying: Saying, voices: Voices, opening: Opening) -> bool:
    """Tell a verb of saying inside a clause by two of: the perfect, a known speaker, a plain أن."""
    speaker = voices.speaker or voices.relayed
    is_known = speaker is not None and speaker.is_known
    is_plain = opening.how in {"that", "colon", "quote"}
    return [not saying.is_present, is_known, is_plain].count(True) >= 2


def _may_be_elided(
    clause: Clause, at: int, saying: Saying, opening: Opening, *, begins: bool
) -> bool:
    if saying.is_present and opening.how == "matter":
        return False
    return begins or clause.is_fronted(at) or _is_relative(clause, at)


def voices_in(clause: Clause, between: Sequence[Word], saying: Saying) -> Voices:
    """Read who speaks in the words between a verb and what is said."""
    if saying.takes("inside"):
        at = next((n for n, word in enumerate(between[:2]) if word.text == "في"), len(between))
        between = between[at + 1 :]
    if saying.takes("stance"):
        between = between[:-1]
    if saying.takes("deems") or saying.row.tells:
        between = _first_phrase(clause, between)
    if saying.row.relays:
        for at, word in enumerate(between):
            if word.text == "عن" and at + 1 < len(between):
                return _relay(clause, between, at, saying)
    return Voices(read_speaker(between, saying.gender, clause.lexicon, clause.names))


def _relay(clause: Clause, between: Sequence[Word], at: int, saying: Saying) -> Voices:
    behind = [w for w in between[at + 1 :] if not clause.lexicon.is_particle(w.text, "his_words")]
    return Voices(
        read_speaker(between[:at], saying.gender, clause.lexicon, clause.names),
        read_speaker(behind, None, clause.lexicon, clause.names),
        (between[at].start, between[at].end),
    )


def _first_phrase(clause: Clause, between: Sequence[Word]) -> Sequence[Word]:
    """Keep the subject, leave the one spoken to or of."""
    if not between:
        return between
    first = clause.words.index(between[0])
    for at in range(first + 1, first + len(between)):
        if is_complete(clause, at):
            return between[: at - first]
    return between


def _frame(
    clause: Clause,
    at: int,
    saying: Saying,
    joined: int,
    opening: Opening,
    voices: Voices,
    *,
    first: int,
    nests: bool,
) -> Frame:
    between = clause.words[at + 1 : opening.at]
    word = clause.words[at]
    return Frame(
        kind="participle" if saying.is_participle else "verb",
        cue=(word.start + joined, word.end),
        cut=clause.cut_before(first),
        said=opening.said,
        speaker=voices.speaker,
        relayed=voices.relayed,
        relay_cue=voices.relay_cue,
        medium=medium_in(clause, between),
        gender=saying.gender,
        number=saying.number,
        nests=nests,
        setting=setting_in(clause, between),
    )


def medium_in(clause: Clause, between: Sequence[Word]) -> Speaker | None:
    """Find the outlet that somebody spoke to: «لـ"العربي الجديد"», «لرويترز»."""
    for at, word in enumerate(between):
        after = between[at + 1].text if at + 1 < len(between) else ""
        if not is_addressed(word.text, after, clause.lexicon):
            continue
        if word.text == "ل":
            return _quoted_medium(between[at + 2 :])
        class_ = medium_class(word.text, clause.lexicon)
        if class_ is not None:
            noun = "ال" + word.text[2:] if word.text.startswith("لل") else word.text[1:]
            words = [Word(word.start + 1, word.end, noun), *between[at + 1 :]]
            return read_speaker(words, None, clause.lexicon, clause.names)
    return None


_TITLE = 5
"""Words of an outlet's name at most."""


def _quoted_medium(behind: Sequence[Word]) -> Speaker | None:
    name = []
    for word in behind[: _TITLE + 1]:
        if word.text in QUOTES or word.text in COMMAS or word.text in THAT or word.text == ")":
            break
        name.append(word)
    if not name or len(name) > _TITLE:
        return None
    return Speaker(
        start=name[0].start,
        end=name[-1].end,
        name_start=name[0].start,
        head="",
        class_="outlet",
        gender="f",
        number="sg",
    )


def setting_in(clause: Clause, between: Sequence[Word]) -> str | None:
    """Tell how something was said: «في بيان» is written, «في تغريدة» social; None if unsaid."""
    for at, word in enumerate(between[:-1]):
        if word.text in {"في", "على", "عبر"}:
            kind = setting_of(between[at + 1].text, clause.lexicon)
            if kind in {"written", "social"}:
                return kind
    return None
