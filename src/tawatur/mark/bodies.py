"""Bodies, forces and groups by the noun that begins their name: «وزارة …», «سرايا …», «اللواء 14»."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

import msgspec
import regex

from tawatur.kb.knowledge import stems
from tawatur.lang.letters import fold
from tawatur.lang.rows import load
from tawatur.mark.candidates import Candidate
from tawatur.mark.phrases import (
    is_adjective,
    known_at,
    phrase_enders,
    read_adjectives,
    read_genitive,
    read_with_l,
)
from tawatur.mark.place_words import place_word_before
from tawatur.mark.vocabulary import is_demonym, is_plain, plain_words
from tawatur.mark.words import Words, openers

BODY_WEIGHT = 2
_QUOTED_MOST = 4
_FORCES = frozenset({"force", "command", "unit", "police"})


class BodyWordRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A noun that begins the name of a body."""

    word: str
    kind: str
    takes: Literal["phrase", "name", "land", "unit", "known", "adjective"]
    example: str
    drops: Literal["never", "known", "always"] = "never"
    surely: bool = True

    @property
    def feminine(self) -> bool:
        """Tell whether adjectives of this noun are feminine: by its ending, plurals of things too."""
        return fold(self.word.split()[0]).endswith(("ه", "ات"))


@cache
def body_rows() -> tuple[BodyWordRow, ...]:
    """Read the table."""
    return load("body_words", BodyWordRow)


@cache
def _heads() -> dict[str, BodyWordRow]:
    return {fold(row.word): row for row in body_rows()}


@cache
def _head_openers() -> dict[str, int]:
    return openers(_heads())


def body_candidates(words: Words) -> Iterator[Candidate]:
    """Propose what follows each noun of a body."""
    for at in range(len(words)):
        for skip, first in stems(words.text[at]):
            longest = _head_openers().get(first, 0)
            for length in range(min(longest, words.reach(at) - at), 0, -1):
                row = _heads().get(" ".join((first, *words.text[at + 1 : at + length])))
                if (
                    row
                    and place_word_before(words, at + length)
                    and known_at(words, at + length, ("LOC",))
                ):
                    continue
                after = _READERS[row.takes](words, at + length, row) if row else 0
                if row and after > at + length and not _only_adorned(words, at, after):
                    yield _candidate(at, at + length, after, skip, row)


def _only_adorned(words: Words, at: int, after: int) -> bool:
    """Tell whether a known name begins here too, and what is more names no country."""
    found = known_at(words, at, ("ORG",))
    return (
        found is not None
        and found.after < after
        and not any(is_demonym(words.text[n]) for n in range(found.after, after))
    )


def _candidate(at: int, start: int, after: int, skip: int, row: BodyWordRow) -> Candidate:
    if row.drops == "always":
        return Candidate(start, after, 0, "ORG", row.kind, BODY_WEIGHT)
    return Candidate(at, after, skip, "ORG", row.kind, BODY_WEIGHT)


def _phrase(words: Words, start: int, row: BodyWordRow) -> int:
    quoted = _quoted(words, start)
    if quoted > start:
        return quoted
    if (
        start < len(words)
        and words.text[start] in _heads()
        and _heads()[words.text[start]].drops == "always"
    ):
        return start
    if words.spaced(start) and words.text[start] in _PLACES:
        return start
    after = read_genitive(words, start)
    if after == start:
        after = read_with_l(words, start)
    if after == start:
        return start
    if row.kind in _FORCES and not _specific(words, start, after):
        return start
    return after if row.kind == "ministry" else read_with_l(words, after)


def _specific(words: Words, start: int, after: int) -> bool:
    """Tell whether a phrase names a country, something known, or a word that is not ordinary."""
    return any(
        is_demonym(words.text[n]) or known_at(words, n) is not None or not is_plain(words.text[n])
        for n in range(start, after)
    )


def _land(words: Words, start: int, row: BodyWordRow) -> int:
    """Read adjectives up to that of a country, which agrees with the noun: «الشرطة التركية»."""
    feminine = row.feminine
    minister = words.spaced(start - 1) and words.text[start - 2].removeprefix("و").startswith(
        "وزير"
    )
    after, found = start, start
    while after - start < 3 and is_adjective(words, after) and not minister:
        after += 1
        if is_demonym(words.text[after - 1]) and words.text[after - 1].endswith("ه") == feminine:
            found = after
    return found


def _adjective(words: Words, start: int, _row: BodyWordRow) -> int:
    """Read one definite adjective or more, and «لـ…»: «الاتحاد السعودي لكرة القدم»."""
    after = read_adjectives(words, start)
    return read_with_l(words, after) if after > start else start


def _unit(words: Words, start: int, _row: BodyWordRow) -> int:
    if not words.spaced(start):
        return start
    word = words.text[start]
    return start + 1 if word.isdigit() or word in _ORDINALS else start


def _name(words: Words, start: int, row: BodyWordRow) -> int:
    """Read the name of a group: what stands in quotation marks, or one to three words."""
    quoted = max(_quoted(words, start), _quoted_around(words, start))
    if quoted > start or not words.spaced(start):
        return quoted
    found = known_at(words, start)
    if found and found.skip == 0:
        return found.after
    return start if _names_no_group(words.text[start]) else _group_name(words, start, row)


def _quoted_around(words: Words, start: int) -> int:
    """Read to the closing mark where one opened right before the noun: «سرايا الغضب الساطع»."""
    for after in range(start + 1, min(start + _QUOTED_MOST, len(words)) + 1):
        if words.quoted(start - 1, after):
            return after
        if not words.spaced(after):
            break
    return start


def _names_no_group(word: str) -> bool:
    return (
        word in phrase_enders()
        or word in _NOT_GROUPS
        or word.isdigit()
        or is_demonym(word)
        or bool(_VERB.fullmatch(word))
    )


def _group_name(words: Words, start: int, row: BodyWordRow) -> int:
    """Read «الفجر», «رايات الليل», «رعد»: a definite word, a genitive, or a word nobody knows."""
    word = words.text[start]
    if word.startswith("ال"):
        return start + (row.surely and word not in plain_words())
    after = read_genitive(words, start)
    if start < after <= start + 3:
        return after
    if words.spaced(start + 1) and words.text[start + 1].startswith("ال"):
        return start + 2
    return start + (not is_plain(word))


def _known(words: Words, start: int, _row: BodyWordRow) -> int:
    found = known_at(words, start, ("ORG",)) if words.joined(start - 1, start + 1) else None
    return found.after if found and found.skip == 0 else start


def _quoted(words: Words, start: int) -> int:
    """Read the words in quotation marks that begin right here, four at most."""
    if start >= len(words) or words.spaced(start) or not words.joined(start - 1, start + 1):
        return start
    for after in range(start + 1, min(start + _QUOTED_MOST, len(words)) + 1):
        if words.quoted(start, after):
            return after
        if not words.spaced(after):
            break
    return start


_VERB = regex.compile(r"\p{L}+[^ا]ت")
_NOT_GROUPS = frozenset(
    fold(
        "السير المرور الملاحة الطيران التجارة النقل القتال الاحتلال العمل المسافرين السفر السوق التنقل واسعة كبيرة نشطة"
    ).split()
)
"""What «حركة», «جبهة» and «جيش» govern without naming a group."""
_PLACES = frozenset(
    fold(word)
    for word in ("المدينة", "الناحية", "القضاء", "المحافظة", "البلدة", "القرية", "الحي", "المنطقة")
)
"""«مركز الناحية» is a spot in it and no body."""
_ORDINALS = frozenset(
    fold(
        "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر الأولى الثانية الثالثة الرابعة الخامسة"
        " السادسة السابعة الثامنة التاسعة العاشرة"
    ).split()
)
_READERS = {
    "adjective": _adjective,
    "phrase": _phrase,
    "name": _name,
    "land": _land,
    "unit": _unit,
    "known": _known,
}
