"""A mark's full name, and the row of the knowledge base it means, if one does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tawatur.kb.knowledge import Known, knowledge
from tawatur.kb.row import Row
from tawatur.lang.letters import fold
from tawatur.mark.land import countries_of, meant
from tawatur.mark.page import Page
from tawatur.mark.place_words import place_word_before
from tawatur.mark.vocabulary import demonyms
from tawatur.mark.words import Words, words_of
from tawatur.model import NameMark
from tawatur.resolve.spelling import similarity, skeleton

_LARGE_TOWN = 150_000
_CONSONANTS = 4
_PLACE = 0.85
"""Spelling from which an unknown place of a known country is a known one; consonants are equal."""


@dataclass(frozen=True)
class Scene:
    """A page with the countries that it means, the first of them most."""

    page: Page
    words: Words
    countries: tuple[str, ...]

    @classmethod
    def of(cls, page: Page) -> Scene:
        """Look at a page's names of countries and demonyms."""
        words = words_of(page)
        count = countries_of(words)
        kept = meant(count)
        order = sorted(kept, key=lambda country: (-count[country], country))
        return cls(page, words, tuple(order))

    @property
    def country(self) -> str | None:
        """The one country that is meant; None where there are more or none."""
        return self.countries[0] if len(self.countries) == 1 else None


def full_name(page: Page, mark: NameMark) -> str:
    """Give a fused name its «ا» back: of «للبشمركة» «لبشمركة» is marked and «البشمركة» meant."""
    fused = mark.words.startswith("ل") and mark.start > 0 and page.raw[mark.start - 1] == "ل"
    return "ا" + mark.words if fused else mark.words


def row_of(scene: Scene, mark: NameMark, *, beside_role: bool = False) -> Row | None:
    """Find the row that a name means here; None where none does, or more than one could.

    A person's surname means a row only `beside_role`: «رئيس الوزراء الكاظمي», not «الكاظمي».

    >>> scene = Scene.of(Page.of_text("قال مسؤول عراقي إن وزارة الدفاع أعلنت ذلك."))
    >>> row_of(scene, NameMark(start=19, end=31, words="وزارة الدفاع", kind="ORG")).id
    'org:iq.mod'
    """
    name = full_name(scene.page, mark)
    standing = [
        known
        for known in knowledge().named(name)
        if known.kind.mark == mark.kind
        and _fits(scene, known)
        and (beside_role or mark.kind != "PER" or not known.naming.needs_cue)
    ]
    if not standing:
        standing = list(_spelt_like(scene, name) if mark.kind == "LOC" else _adorned(name))
    if not standing:
        return None
    word = (
        place_word_before(scene.words, scene.words.at(mark.span)[0]) if mark.kind == "LOC" else None
    )
    kind = word.kind if word and not word.near else mark.subkind
    ranked = sorted(standing, key=lambda known: _order(scene, known, kind))
    if len(ranked) > 1 and _tied(scene, ranked[0], ranked[1], kind):
        return None
    return ranked[0].row


def _adorned(name: str) -> Iterable[Known]:
    """Yield the rows of a body's name without the adjective of their country at its end."""
    *words, last = fold(name).split()
    country = demonyms().get(last)
    for known in knowledge().named(" ".join(words)) if country else ():
        if known.row.country == country and known.kind.mark == "ORG":
            yield known


def _fits(scene: Scene, known: Known) -> bool:
    row = known.row
    if row.country is None or row.country in scene.countries:
        return True
    if known.naming.needs_cue and row.kind != "outlet":
        return False
    if known.kind.mark == "LOC":
        return (
            row.kind in {"country", "region", "governorate"} or (row.population or 0) >= _LARGE_TOWN
        )
    return not known.naming.generic


def _order(scene: Scene, known: Known, kind: str | None) -> tuple[bool, int, bool, int, int, str]:
    """Order homographs: kind that the words say, country meant most, size, rank."""
    row = known.row
    country = (
        scene.countries.index(row.country)
        if row.country in scene.countries
        else len(scene.countries)
    )
    large = row.kind in {"country", "region", "governorate"} or (row.population or 0) >= _LARGE_TOWN
    return (row.kind != kind, country, not large, known.kind.rank, -(row.population or 0), row.id)


def _tied(scene: Scene, first: Known, second: Known, kind: str | None) -> bool:
    """Tell whether nothing but the row's id would choose between two."""
    return _order(scene, first, kind)[:-1] == _order(scene, second, kind)[:-1]


def _spelt_like(scene: Scene, name: str) -> Iterable[Known]:
    """Yield known places of the countries meant whose consonants are the name's."""
    bones = skeleton(name)
    if len(bones) < _CONSONANTS:
        return
    for row in _by_skeleton().get(bones, ()):
        if row.country in scene.countries:
            for naming in row.names:
                if naming.lang != "en" and similarity(naming.text, name) >= _PLACE:
                    yield Known(row, naming)
                    break


_SKELETONS: dict[str, tuple[Row, ...]] = {}


def _by_skeleton() -> dict[str, tuple[Row, ...]]:
    """Index the known places by their consonants, once and only when it is needed."""
    if not _SKELETONS:
        found: dict[str, list[Row]] = {}
        for row in knowledge().rows.values():
            if row.lat is not None or row.id.startswith("place:"):
                for bones in {skeleton(naming.text) for naming in row.names if naming.lang != "en"}:
                    found.setdefault(bones, []).append(row)
        _SKELETONS.update({bones: tuple(rows) for bones, rows in found.items()})
    return _SKELETONS
