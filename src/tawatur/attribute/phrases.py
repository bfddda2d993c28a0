"""Where a speaker's name begins and ends among the words around it."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.attribute.lexicon import Lexicon
from tawatur.attribute.words import COMMAS, DASHES, QUOTES, STOPS, THAT, Word, bare, is_word

_MEDIA = frozenset({"agency", "outlet"})
_PRONOUNS = ("ه", "ها", "هم", "هما")


def name_in(words: Sequence[Word], lexicon: Lexicon) -> Sequence[Word]:
    """Cut the speaker's name out of a stretch: no times, settings, addressees around it."""
    first = _first(words, lexicon)
    if first is None:
        return ()
    last = _last(words, first, lexicon)
    while last > first and _is_loose(words[last - 1].text, lexicon):
        last -= 1
    while first < last and words[first].text in QUOTES and words[last - 1].text in QUOTES:
        first, last = first + 1, last - 1
    return words[first:last]


def is_aside(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a time, a setting or an addressee begins at a word."""
    text = words[at].text
    after = words[at + 1].text if at + 1 < len(words) else ""
    if text == "عام":
        return after.isdecimal()
    if text in {"في", "وفي"}:
        return (
            setting_of(after, lexicon) is not None
            or lexicon.is_particle(after, "pointing")
            or bare(after) in lexicon.asides
        )
    return text in lexicon.asides or is_addressed(text, after, lexicon)


def is_addressed(text: str, after: str, lexicon: Lexicon) -> bool:
    """Tell whether an addressee begins: «لـ"العربي الجديد"», «لرويترز», «للصحفيين»."""
    if text == "ل":
        return after in QUOTES or after == "("
    if not text.startswith("ل") or len(text) < 4:
        return False
    return lexicon.is_particle(bare(text), "listener") or medium_class(text, lexicon) is not None


def medium_class(text: str, lexicon: Lexicon) -> str | None:
    """Give the class of the outlet or agency that ل is written onto, if it is one."""
    row = lexicon.speakers.get(bare("ال" + text[2:] if text.startswith("لل") else text[1:]))
    return row.class_ if row is not None and row.class_ in _MEDIA else None


def setting_of(text: str, lexicon: Lexicon) -> str | None:
    """Tell what kind of setting a word is, a pronoun on it or not; None if it is none."""
    stem = bare(text)
    stems = [stem]
    for pronoun in _PRONOUNS:
        if stem.endswith(pronoun):
            without = stem.removesuffix(pronoun)
            stems += [without, without[:-1] + "ه" if without.endswith("ت") else without]
    row = next((lexicon.settings[found] for found in stems if found in lexicon.settings), None)
    return row.kind if row is not None else None


def after_aside(words: Sequence[Word], at: int, lexicon: Lexicon) -> int:
    """Skip a time word, an addressee, or a setting up to its comma."""
    text = words[at].text
    row = lexicon.asides.get(text)
    if row is not None and not row.long:
        return at + 1
    if text == "ل":
        at += 2
        while at < len(words) and words[at].text not in QUOTES and words[at].text != ")":
            at += 1
        return at + 1
    if row is None and text.startswith("ل"):
        return at + 1
    return _to_comma(words, at + 1)


def _first(words: Sequence[Word], lexicon: Lexicon) -> int | None:
    at = 0
    while at < len(words):
        text = words[at].text
        if text in COMMAS or text in DASHES or lexicon.is_particle(text, "back"):
            at += 1
        elif is_aside(words, at, lexicon):
            at = after_aside(words, at, lexicon)
        elif text in QUOTES or (is_word(text) and _can_begin(text, lexicon)):
            return at
        else:
            return None
    return None


def _can_begin(text: str, lexicon: Lexicon) -> bool:
    """Tell a name from «في …» and from what is done while speaking («وشدد منوها»)."""
    saying = lexicon.verbs.get(text)
    if text in lexicon.acting or (saying is not None and saying.is_participle):
        return text in lexicon.speakers
    return text not in {"في", "ب", "ل"}


def _last(words: Sequence[Word], first: int, lexicon: Lexicon) -> int:
    apposed = False
    for at in range(first, len(words)):
        text = words[at].text
        if text in THAT or text == ":" or (text in STOPS and not is_initial(words, at)):
            return at
        if at > first and lexicon.is_particle(text, "relative"):
            return _relative_end(words, first, at, lexicon)
        if at > first and _stands_behind(words, at, lexicon):
            return at
        if text in COMMAS:
            if apposed or not _is_apposition(words, at + 1, lexicon):
                return at
            apposed = True
    return len(words)


def _stands_behind(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a word is behind the name: a verb, or an aside but for «صادر عن»."""
    if lexicon.is_particle(words[at - 1].text, "issued"):
        return False
    return _is_saying(words[at].text, lexicon) or is_aside(words, at, lexicon)


def _relative_end(words: Sequence[Word], first: int, at: int, lexicon: Lexicon) -> int:
    """Keep «الذي طلب عدم الكشف عن اسمه» with somebody unnamed, leave it with somebody named."""
    row = lexicon.speakers.get(bare(words[first].text))
    kind = lexicon.classes.get(row.class_) if row is not None else None
    if kind is None or kind.link != "unnamed":
        return at
    return _to_comma(words, at)


def _to_comma(words: Sequence[Word], at: int) -> int:
    while at < len(words) and words[at].text not in COMMAS and words[at].text not in STOPS:
        at += 1
    return at


def is_initial(words: Sequence[Word], at: int) -> bool:
    """Tell whether a full stop belongs to an abbreviation of one letter («د. أحمد»)."""
    return words[at].text == "." and at > 0 and len(words[at - 1].text) == 1


def _is_saying(text: str, lexicon: Lexicon) -> bool:
    saying = lexicon.verbs.get(text)
    if saying is not None:
        return not saying.row.shy and text not in lexicon.speakers
    credit = lexicon.credits.get((text,))
    return credit is not None and credit.kind == "credit"


def _is_apposition(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    if at >= len(words) or not is_word(words[at].text) or is_aside(words, at, lexicon):
        return False
    text = words[at].text
    return not (
        lexicon.is_particle(text, "relative")
        or lexicon.is_particle(text, "fronting")
        or lexicon.is_particle(text, "connector")
    )


def _is_loose(text: str, lexicon: Lexicon) -> bool:
    return text in COMMAS or text in DASHES or text in {"ل", "و"} or text in lexicon.asides
