"""Names of the knowledge base in a report, and when a word that could be one is not."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tawatur.kb.knowledge import Found, Known, knowledge, stems
from tawatur.lang.letters import fold
from tawatur.mark.bodies import body_rows
from tawatur.mark.candidates import Candidate
from tawatur.mark.outlets import outlet_words
from tawatur.mark.place_words import PlaceWordRow, place_word_before
from tawatur.mark.vocabulary import is_demonym, is_family, is_given, names_someone, plain_words
from tawatur.mark.words import Words

_LARGE_TOWN = 150_000
KNOWN_WEIGHT = 3


class Setting(NamedTuple):
    """Where a name stands: the words, the countries the report means, and the words under roles."""

    words: Words
    countries: frozenset[str]
    role_ends: frozenset[int]


def known_candidates(setting: Setting) -> Iterator[Candidate]:
    """Propose every name of the knowledge base that its surroundings let stand.

    The rules, in order of how much they remove on raw hits: a small place needs its country in
    the report; a name that is an ordinary word needs a cue; a demonym is no place; a word inside
    a person's name is no place.
    """
    words = setting.words
    for at in range(len(words)):
        found = knowledge().longest(words.text, at, words.reach(at))
        if found is None:
            continue
        standing = [known for known in found.known if _stands(setting, found, known)]
        if standing:
            yield _candidate(words, found, standing)


def _candidate(words: Words, found: Found, standing: list[Known]) -> Candidate:
    before = place_word_before(words, found.first)
    kind = before.kind if before and not before.near else None
    best = min(standing, key=lambda known: _order(known, kind))
    first, skip = found.first, found.skip
    if _dropped(words, found, best):
        first, skip = first + 1, 0
    elif kept := _kept_before(words, found, best):
        first = first - kept
        skip = next((skip for skip, stem in stems(words.text[first]) if stem in _AGENCY), 0)
    return Candidate(
        first,
        found.after,
        skip,
        best.kind.mark,
        best.row.kind,
        KNOWN_WEIGHT,
        tuple(sorted(known.row.id for known in standing)),
    )


def _order(known: Known, kind: str | None) -> tuple[bool, bool, bool, int, str]:
    """Order homographs: the kind or outlet that the word before says, then large ones, then by rank."""
    row = known.row
    cued = known.naming.needs_cue and known.kind.mark == "ORG"
    return not cued, row.kind != kind, not _large(row.kind, row.population), known.kind.rank, row.id


def _stands(setting: Setting, found: Found, known: Known) -> bool:
    if known.naming.lang not in {"ar", "ckb"}:
        return False
    return {"LOC": _place_stands, "PER": _person_stands, "ORG": _body_stands}[known.kind.mark](
        setting, found, known
    )


def _place_stands(setting: Setting, found: Found, known: Known) -> bool:
    """Tell whether a place is meant: by the word before it, or by itself in its own country."""
    before = place_word_before(setting.words, found.first)
    if before and not before.near:
        return True
    if known.naming.needs_cue and not before:
        return known.row.kind == "country" and known.naming.text.startswith("ال")
    if found.after == found.first + 1 and _is_another_word(
        setting.words, found, known, near=before
    ):
        return False
    row = known.row
    near_or_large = _large(row.kind, row.population) or row.country is None
    return near_or_large or row.country in setting.countries


def _is_another_word(
    words: Words, found: Found, known: Known, *, near: PlaceWordRow | None
) -> bool:
    """Tell whether a single word stands there as an ordinary one, an adjective or a person's name."""
    if near:
        return fold(known.naming.text) in plain_words()
    return _is_plain(words, found, known) or _is_adjective(words, found) or _in_person(words, found)


def _is_plain(words: Words, found: Found, known: Known) -> bool:
    """Tell whether the name is an ordinary word, or «للحج» rather «الحج» than «لحج»."""
    fused = words.text[found.first][found.skip - 1 :] if found.skip else ""
    pilgrimage = fused.startswith("لل") and f"ال{fused[2:]}" in plain_words()
    return pilgrimage or fold(known.naming.text) in plain_words()


def _is_adjective(words: Words, found: Found) -> bool:
    """Tell whether «السعودية» stands after a definite noun, as its adjective."""
    before = words.text[found.first - 1] if words.spaced(found.first) and not found.skip else ""
    word = words.text[found.first]
    return word.startswith("ال") and is_demonym(word) and before[:2] in {"ال", "لل"}


def _large(kind: str, people: int | None) -> bool:
    return kind in {"country", "region", "governorate"} or (people or 0) >= _LARGE_TOWN


def _in_person(words: Words, found: Found) -> bool:
    """Tell whether a word between given and family names stands there as one of them."""
    before = words.text[found.first - 1] if words.spaced(found.first) else ""
    behind = words.text[found.after] if words.spaced(found.after) else ""
    word = words.text[found.first]
    before = "" if found.first and words.is_preposition(found.first - 1) else before
    named_before = (
        names_someone(before)
        and not found.skip
        and (is_family(word) or is_given(word) or word.startswith("ال"))
    )
    return named_before or (
        is_given(word) and (is_family(behind) or is_given(behind)) and not is_demonym(behind)
    )


def _person_stands(setting: Setting, found: Found, known: Known) -> bool:
    if not known.naming.needs_cue:
        return True
    if found.first in setting.role_ends:
        return True
    before = setting.words.text[found.first - 1] if setting.words.spaced(found.first) else ""
    if is_given(before) and not found.skip:
        return False
    word = fold(known.naming.text)
    return known.row.country in setting.countries and not is_demonym(word)


def _body_stands(setting: Setting, found: Found, known: Known) -> bool:
    words = setting.words
    if known.naming.needs_cue:
        return _outlet_word_before(words, found.first, known.row.kind) or (
            words.quoted(found.first, found.after) and found.skip == 0
        )
    if found.after == found.first + 1 and known.row.kind in {"outlet", "agency"}:
        return not (found.skip and is_given(words.text[found.first]))
    return True


def _outlet_word_before(words: Words, first: int, kind: str) -> bool:
    """Tell whether «صحيفة» or «وكالة أنباء» stands right before an outlet's name."""
    if kind not in {"outlet", "agency"} or not first or not words.joined(first - 1, first + 1):
        return False
    return any(
        " ".join((stem, *words.text[at + 1 : first])) in outlet_words()
        for at in range(max(first - 2, 0), first)
        for _, stem in stems(words.text[at])
    )


@cache
def _dropped_heads() -> frozenset[str]:
    heads = {fold(row.word) for row in body_rows() if row.drops != "never"}
    return frozenset(heads | {word for word, row in outlet_words().items() if not row.keeps})


_AGENCY = frozenset({fold("وكالة")})


def _kept_before(words: Words, found: Found, known: Known) -> int:
    """Count the words before an agency's name that belong to it: «وكالة أنباء» of «الأناضول»."""
    if known.row.kind != "agency" or found.skip:
        return 0
    for count in (2, 1):
        first = found.first - count
        if first >= 0 and words.joined(first, found.first + 1):
            for _, stem in stems(words.text[first]):
                row = outlet_words().get(" ".join((stem, *words.text[first + 1 : found.first])))
                if row and row.keeps:
                    return count
    return 0


def _dropped(words: Words, found: Found, known: Known) -> bool:
    """Tell whether the first word is not the name's: «تنظيم» of «تنظيم القاعدة», «صحيفة» of «صحيفة عكاظ»."""
    if found.after == found.first + 1:
        return False
    heads = _dropped_heads()
    if not any(stem in heads for _, stem in stems(words.text[found.first])):
        return False
    rest = knowledge().longest(words.text, found.first + 1, found.after)
    return (
        rest is not None
        and rest.skip == 0
        and rest.after == found.after
        and any(other.row.id == known.row.id for other in rest.known)
    )
