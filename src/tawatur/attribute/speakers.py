"""Who speaks: from the words of a noun phrase to a speaker and its kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tawatur.attribute.lexicon import Lexicon, SpeakerRow
from tawatur.attribute.verbs import Gender, Number
from tawatur.attribute.words import COMMAS, QUOTES, RELATIVES, STOPS, THAT, Word, bare, is_definite, is_word
from tawatur.mark.page import Page
from tawatur.model import NameMark

_HERE = frozenset({"هذا", "هذه", "ذلك", "تلك", "ذات", "نفس", "الوقت"})
_BACK = frozenset({"فيه", "فيها", "له", "لها", "عنه", "عنها", "لهم"})
_AGENCY_KINDS = {"agency": "agency", "outlet": "outlet"}
_LISTENERS = frozenset({"صحفيين", "صحافيين", "اعلاميين", "صحافه"})


@dataclass(frozen=True)
class Speaker:
    """Somebody who says something; offsets into the folded text.

    `name_start` is where the name of the chain's link begins: after «بيان لـ». `head` is the first
    noun without its article, by which «الوزارة» finds «وزارة الصحة». `written` tells that the
    words come from a statement.
    """

    start: int
    end: int
    name_start: int
    head: str
    class_: str
    gender: Gender
    number: Number
    anonymous: bool = False
    written: bool = False
    is_short: bool = False
    is_spokesperson: bool = False


class Names:
    """The names that were marked, by folded offset; none are needed."""

    def __init__(self, page: Page, marks: Sequence[NameMark]) -> None:
        self._by_start = {page.text.fold_span(mark.span)[0]: mark for mark in marks}
        self._ends = {page.text.fold_span(mark.span)[1] for mark in marks}

    def at(self, word: Word) -> NameMark | None:
        """Find the name that begins with a word, its clitics left out."""
        return next(
            (self._by_start[n] for n in range(word.start, min(word.start + 4, word.end)) if n in self._by_start),
            None,
        )

    def end_at(self, word: Word) -> bool:
        """Tell whether a name ends with a word."""
        return word.end in self._ends

    def has_person(self, words: Sequence[Word]) -> bool:
        """Tell whether a person is named among the words."""
        return any((mark := self.at(word)) is not None and mark.kind == "PER" for word in words)


def read_speaker(
    words: Sequence[Word], gender: Gender | None, lexicon: Lexicon, names: Names
) -> Speaker | None:
    """Read the speaker that a stretch of words names, times and settings around it left out.

    `gender` is the verb's, for names that no row knows. Returns None where nobody is named.
    """
    first = _first_of_name(words, lexicon)
    if first is None:
        return None
    last = _end_of_name(words, first, lexicon)
    return _classified(words[first:last], gender, lexicon, names) if last > first else None


def _first_of_name(words: Sequence[Word], lexicon: Lexicon) -> int | None:
    at = 0
    while at < len(words):
        text = words[at].text
        if text in COMMAS or text in _BACK or text in {"-", "–"}:
            at += 1
        elif is_aside(words, at, lexicon):
            at = _after_aside(words, at, lexicon)
        elif is_word(text) or text in QUOTES:
            return at
        else:
            return None
    return None


def is_aside(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a time, a setting or an addressee begins at a word."""
    text = words[at].text
    after = words[at + 1].text if at + 1 < len(words) else ""
    if text == "عام":
        return after.isdecimal()
    if text in {"في", "وفي", "ضمن"}:
        return _stem(after) in lexicon.settings or after in _HERE or bare(after) in lexicon.asides
    if text in {"ل", "ال"}:
        return after in QUOTES or after == "("
    if text.startswith("ل") and (bare(text) in _LISTENERS or _is_medium(text[1:], lexicon)):
        return True
    return text in lexicon.asides


def _is_medium(text: str, lexicon: Lexicon) -> bool:
    row = lexicon.speakers.get(text) or lexicon.speakers.get(bare("ل" + text))
    return row is not None and row.class_ in _AGENCY_KINDS


def _stem(text: str) -> str:
    stem = bare(text)
    for ending in ("ه", "ها", "هم", "هما"):
        if stem.endswith("ت" + ending):
            return stem.removesuffix(ending)[:-1] + "ه"
        if stem.endswith(ending) and len(stem) > len(ending) + 3 and ending != "ه":
            return stem.removesuffix(ending)
    return stem


def _after_aside(words: Sequence[Word], at: int, lexicon: Lexicon) -> int:
    """Skip a time, or a setting up to its comma."""
    one_word = words[at].text in lexicon.asides and not _governs(words[at].text)
    at += 1
    if one_word:
        return at
    while at < len(words) and words[at].text not in COMMAS:
        at += 1
    return at


def _governs(text: str) -> bool:
    return text in _GOVERNING


_GOVERNING = frozenset(
    "على خلال اثناء بعد قبل عقب قبيل عبر امام حول بشان بخصوص منذ لدي عند مع عن الي ردا تعليقا معقبا بينما في".split()
)


def _end_of_name(words: Sequence[Word], first: int, lexicon: Lexicon) -> int:
    at, apposed = first, False
    row = lexicon.speakers.get(bare(words[first].text))
    while at < len(words):
        text = words[at].text
        if text in STOPS and not _is_initial(words, at):
            break
        if text in THAT or text == ":":
            break
        if text in RELATIVES and at > first:
            if row is None or not _is_unnamed(row, lexicon):
                break
            return _comma_after(words, at)
        if at > first and is_aside(words, at, lexicon):
            break
        if at > first and _is_saying(text, lexicon):
            break
        if text in COMMAS:
            if apposed or not _apposition(words, at + 1, lexicon):
                break
            apposed = True
        at += 1
    while at > first and (words[at - 1].text in COMMAS or words[at - 1].text in {"-", "–", "ل", "و"}):
        at -= 1
    return at


def _is_saying(text: str, lexicon: Lexicon) -> bool:
    saying = lexicon.verbs.get(text)
    return saying is not None and not saying.row.shy


def _is_initial(words: Sequence[Word], at: int) -> bool:
    return words[at].text == "." and at > 0 and len(words[at - 1].text) == 1


def _is_unnamed(row: SpeakerRow, lexicon: Lexicon) -> bool:
    found = lexicon.classes.get(row.class_)
    return found is not None and found.link == "unnamed"


def _comma_after(words: Sequence[Word], at: int) -> int:
    while at < len(words) and words[at].text not in COMMAS and words[at].text not in STOPS:
        at += 1
    return at


def _apposition(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    return (
        at < len(words)
        and is_word(words[at].text)
        and not is_aside(words, at, lexicon)
        and words[at].text not in RELATIVES
        and words[at].text not in {"في", "من", "وفي", "وهو", "وهي"}
    )


def _classified(
    words: Sequence[Word], gender: Gender | None, lexicon: Lexicon, names: Names
) -> Speaker:
    at, many = _skip_quantity(words, lexicon)
    head = words[at]
    row = lexicon.speakers.get(_head_key(head.text, lexicon))
    speaker = Speaker(
        start=words[0].start,
        end=words[-1].end,
        name_start=words[0].start,
        head=_head_key(head.text, lexicon),
        class_="named_official",
        gender=gender or ("f" if head.text.endswith("ه") else "m"),
        number="pl" if many else "sg",
        is_short=is_definite(head.text) and len(words) <= 2,
    )
    if row is None:
        return _by_name(speaker, head, gender, names, lexicon)
    return _by_row(speaker, row, words[at:], lexicon, names, many=many)


def _head_key(text: str, lexicon: Lexicon) -> str:
    for reading in (text, bare(text), text.removesuffix("ا"), text[1:] if text[:1] in "بل" else text):
        if reading in lexicon.speakers:
            return reading
    return bare(text)


def _skip_quantity(words: Sequence[Word], lexicon: Lexicon) -> tuple[int, bool]:
    at, many = 0, False
    row = lexicon.speakers.get(bare(words[0].text))
    while row is not None and row.quantity and at + 1 < len(words):
        many = many or row.number == "pl"
        at += 2 if words[at + 1].text == "من" and at + 2 < len(words) else 1
        row = lexicon.speakers.get(bare(words[at].text))
    return at, many


def _by_name(
    speaker: Speaker, head: Word, gender: Gender | None, names: Names, lexicon: Lexicon
) -> Speaker:
    mark = names.at(head)
    if mark is None:
        guess = "named_official"
        if gender == "f":
            guess = "official_statement" if is_definite(head.text) else "state_declaration"
    elif mark.kind == "PER":
        guess = "named_official"
    elif mark.kind == "LOC":
        guess = "state_declaration"
    else:
        guess = _AGENCY_KINDS.get(mark.subkind or "", "official_statement")
    return replace(speaker, class_=guess)


def _by_row(
    speaker: Speaker,
    row: SpeakerRow,
    words: Sequence[Word],
    lexicon: Lexicon,
    names: Names,
    *,
    many: bool,
) -> Speaker:
    class_ = row.class_
    if row.vague:
        class_ = next(
            (lexicon.qualities[bare(w.text)].class_ for w in words[1:5] if bare(w.text) in lexicon.qualities),
            class_,
        )
    anonymous = lexicon.classes[class_].anonymous if class_ in lexicon.classes else False
    if anonymous and row.number == "sg" and names.has_person(words):
        class_, anonymous = "named_official", False
    if class_ == "expert":
        anonymous = (many or row.number == "pl") and not names.has_person(words)
    return replace(
        speaker,
        class_=class_,
        anonymous=anonymous,
        gender=row.gender,
        number="pl" if many else row.number,
        name_start=_office(words) if row.office else speaker.name_start,
        written=row.office,
        is_spokesperson=row.spokesperson,
    )


def _office(words: Sequence[Word]) -> int:
    """Find the body behind a statement: after «بيان لـ» or «بيان صادر عن»."""
    for at, word in enumerate(words[1:4], start=1):
        if word.text in {"عن", "من", "ل"} and at + 1 < len(words):
            return words[at + 1].start
        if word.text.startswith("ل") and len(word.text) > 3:
            return word.start + 1
    return words[0].start
