"""Where what is said begins behind a reporting verb: at أن, a colon, a quotation, the matter."""

from __future__ import annotations

from typing import NamedTuple

from tawatur.attribute.frames import Clause
from tawatur.attribute.matters import disagrees, is_closed, is_listed_matter, is_matter
from tawatur.attribute.phrases import is_aside, is_initial, setting_of
from tawatur.attribute.speakers import head_row
from tawatur.attribute.verbs import Saying
from tawatur.attribute.words import COMMAS, QUOTES, STOPS, THAT, is_definite, is_word, key

_REACH = 60
"""Words between a verb and its أن at most; the longest title in the dev articles has 31."""

_OBJECT_REACH = 12
"""Words of a subject behind which an object without أن is looked for."""


class Opening(NamedTuple):
    """Where the speaker's stretch ends (a word), where what is said begins (an offset), and how."""

    at: int
    said: int
    how: str


def opening_of(clause: Clause, first: int, saying: Saying) -> Opening | None:
    """Find where what is said begins, from the word behind the verb on; the first way found wins."""
    in_relative = False
    for at in range(first, min(len(clause.words), first + _REACH)):
        text = clause.text(at)
        if clause.lexicon.is_particle(text, "relative"):
            in_relative = True
        if text in COMMAS:
            in_relative = False
        if clause.opens_that(at):
            return _after_that(clause, at, saying)
        found = _colon(clause, at, saying) or _speech(clause, at, first, saying)
        if found is not None:
            return found
        if not in_relative and (found := _matter(clause, at, first, saying)) is not None:
            return found
        if _ends_search(clause, at, first, in_relative=in_relative):
            break
    return _object(clause, first, saying)


def _after_that(clause: Clause, at: int, saying: Saying) -> Opening | None:
    takes = saying.row.takes
    if at + 1 >= len(clause.words) or takes in {("quote",), ("stance",)}:
        return None
    if "deems" in takes and not clause.text(at).startswith("ب"):
        return None
    return Opening(at, clause.words[at].end, "that")


def _colon(clause: Clause, at: int, saying: Saying) -> Opening | None:
    if clause.text(at) != ":" or not saying.takes("that", "quote", "inside"):
        return None
    said = at + 1
    while clause.text(said) in QUOTES and clause.text(said + 1) in THAT:
        said += 1
    if clause.text(said) in THAT:
        said += 1
    return Opening(at, clause.words[said].start, "colon") if said < len(clause.words) else None


def _speech(clause: Clause, at: int, first: int, saying: Saying) -> Opening | None:
    """Take a quotation as what is said; a short one only where the sentence ends with it."""
    quoted = clause.opens_quotation(at)
    if quoted is None or not saying.takes("quote", "that", "inside"):
        return None
    before = clause.text(at - 1)
    is_title = at > first and head_row(before, clause.lexicon) is not None
    is_short_speech = saying.takes("quote") and _ends_there(clause, quoted.end) and not is_title
    if before == "ل" or not (quoted.is_speech or is_short_speech):
        return None
    said = at + 1
    while clause.text(said) in THAT:
        said += 1
    return Opening(at, clause.words[said].start, "quote") if said < len(clause.words) else None


def _ends_there(clause: Clause, offset: int) -> bool:
    rest = clause.page.folded[offset + 1 : offset + 3].lstrip(" ")
    return not rest or rest[0] in STOPS or rest[0] == "\n"


def _ends_search(clause: Clause, at: int, first: int, *, in_relative: bool) -> bool:
    text = clause.text(at)
    if text in STOPS:
        return not is_initial(clause.words, at)
    if in_relative or at == first:
        return False
    sayings = clause.sayings_at(at)
    return clause.says(at) and not sayings[0][0].has_object and text not in clause.lexicon.settings


def _matter(clause: Clause, at: int, first: int, saying: Saying) -> Opening | None:
    word = clause.words[at]
    to = {key(preposition) for preposition in saying.row.to}
    if len(word.text) > 1 and word.text in to:
        return _after_preposition(clause, at)
    if word.text[0] in to and len(word.text) > 3:
        noun = "ال" + word.text[2:] if word.text.startswith("لل") else word.text[1:]
        if is_listed_matter(noun, clause.lexicon) or (at == first and saying.is_participle):
            return Opening(at, word.start + 1, "matter")
    if saying.takes("stance") and at > first and word.text in clause.lexicon.about:
        return Opening(at, word.end, "matter")
    if saying.takes("deems") and clause.lexicon.is_particle(word.text, "pointing"):
        return _deemed(clause, at, saying)
    if saying.takes("matter") and is_matter(clause.words, at, first, clause.lexicon):
        return Opening(at, word.start, "matter")
    return None


def _after_preposition(clause: Clause, at: int) -> Opening | None:
    after = clause.text(at + 1)
    if (
        after in THAT
        or clause.lexicon.is_particle(after, "not_said")
        or setting_of(after, clause.lexicon) is not None
    ):
        return None
    if not after or not (is_word(after) or after in QUOTES):
        return None
    how = "quote" if after in QUOTES else "matter"
    return Opening(at, clause.words[at].end, how)


def _deemed(clause: Clause, first: int, saying: Saying) -> Opening | None:
    """Read «عدّ هذه الخطوة …»: from بأن on if it comes, else from هذه."""
    for at in range(first, min(len(clause.words), first + _OBJECT_REACH)):
        if clause.text(at) in STOPS | COMMAS:
            break
        if clause.opens_that(at):
            return _after_that(clause, at, saying)
    return Opening(first, clause.words[first].start, "matter")


def _object(clause: Clause, first: int, saying: Saying) -> Opening | None:
    """Find the object of «أعلن العراق عام 2017 النصر» behind a subject that is complete."""
    if not saying.takes("matter") or saying.is_participle or saying.has_object:
        return None
    if clause.lexicon.is_particle(clause.text(first - 2), "relative"):
        return None
    row = head_row(clause.text(first), clause.lexicon)
    plural = row is not None and row.number == "pl" and not is_definite(clause.text(first))
    for at in range(first + 1, min(len(clause.words), first + _OBJECT_REACH)):
        text, before = clause.text(at), clause.text(at - 1)
        if text in STOPS | COMMAS:
            break
        if is_aside(clause.words, at, clause.lexicon) or not is_word(text):
            continue
        if (
            (is_definite(text) and _is_behind_time(clause, at))
            or (plural and text[-2:] != before[-2:])
            or (row is not None and at == first + 1 and _is_other_noun(before, text))
        ):
            return Opening(at, clause.words[at].start, "object")
    return None


def _is_behind_time(clause: Clause, at: int) -> bool:
    at -= 1
    while clause.text(at).isdecimal():
        at -= 1
    row = clause.lexicon.asides.get(clause.text(at))
    return row is not None and not row.long


def _is_other_noun(noun: str, text: str) -> bool:
    return is_definite(noun) and is_definite(text) and disagrees(noun, text)


def is_complete(clause: Clause, at: int) -> bool:
    """Tell whether a first noun phrase is complete before a word («وصف الرئيس | الغارة بأنها»)."""
    text, before = clause.text(at), clause.text(at - 1)
    if clause.lexicon.is_particle(text, "pointing"):
        return True
    if not is_closed(before) or not is_word(text) or clause.names.at(clause.words[at]):
        return False
    if text.startswith(("ل", "ب")):
        return False
    return not is_definite(text) or disagrees(before, text) or not _can_describe(clause, text)


def _can_describe(clause: Clause, text: str) -> bool:
    return text.endswith(("ي", "ه")) or clause.lexicon.is_particle(text, "describes")
