"""Proper names: persons, bodies and places, each without its clitics and titles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from tawatur.kb.knowledge import stems
from tawatur.mark.bodies import body_candidates
from tawatur.mark.candidates import Candidate, choose
from tawatur.mark.known_names import Setting, known_candidates
from tawatur.mark.land import countries_of, meant
from tawatur.mark.outlets import outlet_candidates
from tawatur.mark.page import Page
from tawatur.mark.person_names import Person, read_person
from tawatur.mark.place_words import place_candidates
from tawatur.mark.vocabulary import (
    doubtful_names,
    is_demonym,
    is_family,
    is_given,
    plain_group,
    plain_words,
)
from tawatur.mark.words import Words, words_of
from tawatur.model import NameMark, RoleMark

_SURE, _EXPECTED, _REPEATED = 3, 2, 1


def find_names(page: Page, roles: Iterable[RoleMark] = ()) -> Iterator[NameMark]:
    """Yield a mark for each name; inside a post only its bodies and places.

    >>> page = Page.of_text("قال اللواء محمد رستم إن «داعش» هاجم قرية تل ورد في كركوك.")
    >>> [(mark.kind, mark.words) for mark in find_names(page)]
    [('PER', 'محمد رستم'), ('ORG', 'داعش'), ('LOC', 'تل ورد'), ('LOC', 'كركوك')]
    """
    words = words_of(page)
    held = {n: place for place in (words.at(role.span) for role in roles) for n in range(*place)}
    ends = frozenset(after for _, after in held.values())
    setting = Setting(words, meant(countries_of(words)), ends)
    chosen = choose(
        candidate
        for candidate in (
            *known_candidates(setting),
            *body_candidates(words),
            *place_candidates(words),
            *outlet_candidates(words),
            *_persons(words, ends),
        )
        if not _swallows_role(candidate, held)
    )
    for candidate in choose((*chosen, *_repeated(words, chosen), *_shortened(words, chosen))):
        span = words.span(candidate.first, candidate.after, candidate.skip)
        yield NameMark(
            start=span.start,
            end=span.end,
            words=span.of(page.raw),
            kind=candidate.kind,
            subkind=candidate.subkind,
        )


def _swallows_role(candidate: Candidate, roles: Mapping[int, tuple[int, int]]) -> bool:
    """Tell whether a name would run into a role: a person at all, a body but for «مكتب رئيس …».

    Inside a post a body counts; what only begins there or ends there does not.
    """
    touched = {roles[n] for n in range(candidate.first, candidate.after) if n in roles}
    if candidate.kind == "PER":
        return bool(touched)
    if candidate.known or candidate.kind != "ORG" or candidate.subkind == "office":
        return False
    return any(first > candidate.first or after < candidate.after for first, after in touched)


def _persons(words: Words, role_ends: frozenset[int]) -> Iterator[Candidate]:
    for at in range(len(words)):
        follows_role = at in role_ends and (
            words.spaced(at) or words.gap(at).strip() in {".", "«", "("}
        )
        said = words.spaced(at) and words.text[at - 1] in _saying() and _said_by(words, at)
        person = read_person(words, at, expected=follows_role or said)
        if person and (person.sure or follows_role or said):
            yield _person(person, _SURE if person.sure else _EXPECTED)


def _person(person: Person, weight: int) -> Candidate:
    return Candidate(person.first, person.after, person.skip, "PER", "person", weight)


@cache
def _saying() -> frozenset[str]:
    """List the past verbs after which a person may stand."""
    verbs = plain_group("past verbs")
    return frozenset(verbs | {"و" + verb for verb in verbs})


def _said_by(words: Words, at: int) -> bool:
    """Tell whether «إن», a comma or a preposition follows the one or two words after a verb."""
    return any(
        words.spaced(at + length) and words.text[at + length] in {"ان", "انه", "بان", "الي"}
        for length in (1, 2)
    )


def _repeated(words: Words, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """Propose the surnames of persons that the report names in full, wherever they stand alone."""
    surnames = {
        surname
        for candidate in chosen
        if candidate.kind == "PER" and (surname := _surname(words, candidate))
    }
    for at in range(len(words)):
        for skip, stem in stems(words.text[at]):
            if (
                stem in surnames
                and not _after_given(words, at, skip)
                and not _adjective(words, at, stem)
            ):
                yield Candidate(at, at + 1, skip, "PER", "person", _REPEATED)
    yield from _tied(words, {pair for one in chosen if (pair := _pair(words, one))})


def _shortened(words: Words, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """Propose bare «الجيش» where the report names an army in full."""
    armies = [candidate for candidate in chosen if _is_army(words, candidate)]
    for at in range(len(words)):
        for skip, stem in stems(words.text[at]):
            if stem == _ARMY and armies:
                yield Candidate(at, at + 1, skip, "ORG", "force", _REPEATED)


def _is_army(words: Words, candidate: Candidate) -> bool:
    first = words.text[candidate.first][candidate.skip :]
    return first in {_ARMY, _ARMY[1:]} and candidate.after > candidate.first + 1


_ARMY = "الجيش"


def _surname(words: Words, candidate: Candidate) -> str | None:
    if candidate.after - candidate.first < 2:
        return None
    last = words.text[candidate.after - 1]
    bare = last in plain_words() or (last in doubtful_names() and not last.startswith("ال"))
    tied = last in {"الله", "الدين", "الاسلام"} or len(last) < 3
    return None if bare or tied or (is_given(last) and not is_family(last)) else last


def _after_given(words: Words, at: int, skip: int) -> bool:
    return not skip and words.spaced(at) and is_given(words.text[at - 1])


def _adjective(words: Words, at: int, stem: str) -> bool:
    """Tell whether a surname that is a demonym stands after a definite noun as its adjective."""
    before = words.text[at - 1] if words.spaced(at) else ""
    return is_demonym(stem) and before[:2] in {"ال", "لل"}


def _pair(words: Words, candidate: Candidate) -> tuple[str, str] | None:
    """Give the two words, «أبو ردينة» or «نصر الله», that are the end of a full name."""
    if candidate.kind != "PER" or candidate.after - candidate.first < 3:
        return None
    first, second = words.text[candidate.after - 2 : candidate.after]
    tied = first in {"ابو", "بن", "ال"} or second in {"الله", "الدين", "الاسلام", "اوغلو"}
    return (first, second) if tied else None


def _tied(words: Words, pairs: AbstractSet[tuple[str, str]]) -> Iterator[Candidate]:
    """Propose such a pair again wherever it stands."""
    seconds = {second for _, second in pairs}
    for at in range(len(words) - 1):
        second = words.text[at + 1]
        if second in seconds and words.spaced(at + 1):
            for skip, stem in stems(words.text[at]):
                if (stem, second) in pairs:
                    yield Candidate(at, at + 2, skip, "PER", "person", _REPEATED)
