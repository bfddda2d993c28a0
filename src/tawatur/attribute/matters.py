"""Nouns that begin what is said when no أن does: «أعلنت البلدية إغلاق السوق»."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from tawatur.attribute.lexicon import Lexicon
from tawatur.attribute.words import Word, bare, is_definite, is_word

_PRONOUN = "(?:ه|ها|هم|هما|نا)?"
_VERBAL_NOUN = regex.compile(
    rf"ت..ي.{_PRONOUN}"  # تدمير، توسيع
    rf"|است..ا.{_PRONOUN}"  # استهداف
    rf"|ان..ا.{_PRONOUN}"  # انسحاب
    rf"|ا.ت.ا.{_PRONOUN}"  # اعتقال
    rf"|ا..ا.{_PRONOUN}"  # إغلاق
    rf"|م.ا..(?:ه|ت{_PRONOUN})"  # مشاركة، مشاركته
)
_FEMININE = ("ه", "ات")
_PRONOUNS = ("ه", "ها", "هم", "هما", "نا")


def is_listed_matter(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a word, a pronoun on it or not, is a row of matters.toml."""
    if text in lexicon.matters:
        return True
    stems = (text.removesuffix(pronoun) for pronoun in _PRONOUNS if text.endswith(pronoun))
    return any(stem in lexicon.matters or _with_ta(stem) in lexicon.matters for stem in stems)


def is_matter(words: Sequence[Word], at: int, first: int, lexicon: Lexicon) -> bool:
    """Tell whether what is said begins at a word, the speaker's name before it being complete.

    A listed noun begins it unless an office it could belong to stands before («وزير نقل …»); a
    verbal noun only where the name before is closed by the article, or nothing stands before.
    """
    text = words[at].text
    before = words[at - 1].text if at > first else ""
    if is_definite(text) and before and is_listed_matter(bare(text), lexicon):
        return is_closed(before) and disagrees(before, text)
    if is_listed_matter(text, lexicon):
        return before not in lexicon.speakers or (at > 1 and words[at - 2].text == "في")
    if text in lexicon.speakers or is_definite(text):
        return False
    is_verbal_noun = _VERBAL_NOUN.fullmatch(text) is not None
    return is_verbal_noun and (not before or is_closed(before))


def is_closed(text: str) -> bool:
    """Tell whether a noun phrase can end with this word: it has the article or is a sign."""
    return is_definite(text) or (not is_word(text) and text != ".")


def disagrees(noun: str, text: str) -> bool:
    """Tell by its gender that a definite word is no adjective of the noun before it."""
    return noun.endswith(_FEMININE) != text.endswith(_FEMININE)


def _with_ta(stem: str) -> str:
    return stem[:-1] + "ه" if stem.endswith("ت") else stem
