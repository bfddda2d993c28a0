"""Who speaks: from a noun phrase to a speaker and its class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tawatur.attribute.lexicon import Lexicon, SpeakerRow
from tawatur.attribute.phrases import name_in
from tawatur.attribute.verbs import Gender, Number
from tawatur.attribute.words import Word, bare, is_definite, is_word
from tawatur.mark.page import Page
from tawatur.model import NameMark

_PLURALS = ("ون", "ين")
_BY_NAME = {"agency": "agency", "outlet": "outlet"}


@dataclass(frozen=True)
class Speaker:
    """Somebody who says something; offsets into the folded text.

    `name_start` is where the name of the chain's link begins: after «بيان لـ». `head` is the first
    noun without its article, by which «الوزارة» finds «وزارة الصحة»; `last` the last word, by
    which «رستم» finds «اللواء محمد رستم». `written` tells that the words come from a statement.
    """

    start: int
    end: int
    name_start: int
    head: str
    class_: str
    gender: Gender
    number: Number
    last: str = ""
    anonymous: bool = False
    written: bool = False
    is_known: bool = False
    is_short: bool = False
    is_spokesperson: bool = False


class Names:
    """The names that were marked, by folded offset; none are needed."""

    def __init__(self, page: Page, marks: Sequence[NameMark]) -> None:
        self._at = {page.text.fold_span(mark.span)[0]: mark for mark in marks}

    def at(self, word: Word) -> NameMark | None:
        """Find the name that begins with a word, up to three letters joined before it."""
        starts = range(word.start, min(word.start + 4, word.end))
        return next((self._at[start] for start in starts if start in self._at), None)

    def has_person(self, words: Sequence[Word]) -> bool:
        """Tell whether a person is named among the words."""
        marks = (self.at(word) for word in words)
        return any(mark is not None and mark.kind == "PER" for mark in marks)


def read_speaker(
    words: Sequence[Word], gender: Gender | None, lexicon: Lexicon, names: Names
) -> Speaker | None:
    """Read the speaker that a stretch of words names; None where it names nobody.

    `gender` is the verb's, for names that no row knows.
    """
    name = name_in(words, lexicon)
    return _classified(name, gender, lexicon, names) if name else None


def head_row(text: str, lexicon: Lexicon) -> SpeakerRow | None:
    """Find the row of a noun: with its article, a joined letter, or an ending that grammar adds."""
    return lexicon.speakers.get(_head(text, lexicon))


def _head(text: str, lexicon: Lexicon) -> str:
    stem = bare(text)
    readings = [text, stem, text.removesuffix("ا"), stem + "ن"]
    if stem.endswith("ي"):
        readings.append(stem[:-1] + "ون")
    if text[:1] in {"ل", "ب", "و"}:
        readings += [text[1:], bare(text[1:])]
    return next((reading for reading in readings if reading in lexicon.speakers), bare(text))


def _classified(
    words: Sequence[Word], gender: Gender | None, lexicon: Lexicon, names: Names
) -> Speaker:
    at, many = _quantity(words, lexicon)
    head = words[at].text
    speaker = Speaker(
        start=words[0].start,
        end=words[-1].end,
        name_start=words[0].start,
        head=_head(head, lexicon),
        last=words[-1].text,
        class_="named_official",
        gender=gender or ("f" if head.endswith("ه") else "m"),
        number="pl" if many else "sg",
        is_short=is_definite(head) and _is_short(words, lexicon),
    )
    row = head_row(head, lexicon)
    if row is None:
        return _by_name(speaker, words[at:], gender, lexicon, names)
    return _by_row(speaker, row, words[at:], lexicon, names)


def _is_short(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Tell whether a name is a noun and at most one word more («الضابط», «المسؤول العراقي»)."""
    return len(words) <= 2 or any(lexicon.is_particle(word.text, "relative") for word in words[1:3])


def _quantity(words: Sequence[Word], lexicon: Lexicon) -> tuple[int, bool]:
    """Pass over «عدد من», and tell whether there are several."""
    at, many = 0, False
    row = head_row(words[0].text, lexicon)
    while row is not None and row.quantity and at + 1 < len(words):
        many = many or row.number == "pl"
        at += 2 if words[at + 1].text == "من" and at + 2 < len(words) else 1
        row = head_row(words[at].text, lexicon)
    return at, many


def _by_name(
    speaker: Speaker,
    words: Sequence[Word],
    gender: Gender | None,
    lexicon: Lexicon,
    names: Names,
) -> Speaker:
    """Class a speaker whose first noun has no row: by its mark, an office behind it, its grammar."""
    mark = names.at(words[0])
    if mark is not None and mark.kind != "PER":
        class_ = "state_declaration" if mark.kind == "LOC" else "official_statement"
        return replace(speaker, class_=_BY_NAME.get(mark.subkind or "", class_), is_known=True)
    office = next((row for word in words[1:] if (row := _office_row(word.text, lexicon))), None)
    if office is not None:
        return replace(speaker, class_=office.class_, is_known=True)
    if mark is not None:
        return replace(speaker, is_known=True)
    return _by_grammar(speaker, words, gender)


def _by_grammar(speaker: Speaker, words: Sequence[Word], gender: Gender | None) -> Speaker:
    head = words[0].text
    if speaker.gender == "m" and head.endswith(_PLURALS) and is_definite(head):
        return replace(speaker, class_="anonymous_source", anonymous=True, number="pl")
    if speaker.gender == "f" and is_definite(head):
        return replace(speaker, class_="official_statement")
    if gender == "f" and len([w for w in words if is_word(w.text)]) == 1:
        return replace(speaker, class_="state_declaration")
    return speaker


def _office_row(text: str, lexicon: Lexicon) -> SpeakerRow | None:
    """Find the office behind a name: «سعيد اللاوندي الخبير بالشؤون العربية»."""
    row = lexicon.speakers.get(bare(text)) if is_definite(text) else None
    kind = lexicon.classes.get(row.class_) if row is not None else None
    return row if kind is not None and kind.link == "person" else None


def _by_row(
    speaker: Speaker, row: SpeakerRow, words: Sequence[Word], lexicon: Lexicon, names: Names
) -> Speaker:
    several = speaker.number == "pl" or row.number != "sg"
    class_ = _quality(words, lexicon) or row.class_ if row.vague else row.class_
    kind = lexicon.classes.get(class_)
    anonymous = kind is not None and kind.anonymous
    if anonymous and not several and names.has_person(words):
        class_, anonymous = "named_official", False
    if class_ == "expert":
        anonymous = several and not names.has_person(words)
    return replace(
        speaker,
        class_=class_,
        anonymous=anonymous,
        gender=row.gender,
        number=speaker.number if speaker.number == "pl" else row.number,
        name_start=_office_start(words) if row.office else speaker.name_start,
        written=row.office,
        is_known=True,
        is_spokesperson=row.spokesperson,
    )


def _quality(words: Sequence[Word], lexicon: Lexicon) -> str | None:
    """Find what an unnamed speaker is said to be («مصدر أمني»), among the words that follow it."""
    rows = (lexicon.qualities.get(bare(word.text)) for word in words[1:3])
    return next((row.class_ for row in rows if row is not None), None)


def _office_start(words: Sequence[Word]) -> int:
    """Find the body behind a statement: after «بيان لـ» or «بيان صادر عن»."""
    for at, word in enumerate(words[1:4], start=1):
        if word.text in {"عن", "من", "ل"} and at + 1 < len(words):
            return words[at + 1].start
        if word.text.startswith("ل") and len(word.text) > 3:
            return word.start + 1
    return words[0].start
