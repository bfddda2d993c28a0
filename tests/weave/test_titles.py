"""Titles of events: made of their slots, in our words."""

from __future__ import annotations

import pytest

from tawatur.lang.rows import load
from tawatur.model import Entity, Name
from tawatur.weave.titles import HappeningRow, preferred, title_of
from weave.told import ENTITIES


@pytest.mark.parametrize(
    ("family", "actors", "recipients", "place", "title"),
    [
        ("visit", ("سالم العزاوي",), (), "كفري", "زيارة سالم العزاوي إلى كفري"),
        (
            "meet", ("سالم العزاوي",), ("نوري الجاف",), "كفري",
            "اجتماع سالم العزاوي مع نوري الجاف في كفري",
        ),
        ("attack", (), ("الجيش",), "تل الرمان", "هجوم على الجيش في تل الرمان"),
        ("attack", ("كتائب الوادي",), (), None, "هجوم نُسب إلى كتائب الوادي"),
        ("killing", (), ("حرس الإقليم",), None, "سقوط قتلى من حرس الإقليم"),
        ("attack", (), (), None, "هجوم"),
        (
            "visit", ("سالم العزاوي", "نوري الجاف", "سامي الراوي"), (), "كفري",
            "زيارة سالم العزاوي ونوري الجاف إلى كفري",
        ),
        ("attack", ("مجهول",), (), "كفري", "هجوم في كفري"),
    ],
)  # fmt: skip
def test_a_title_says_what_who_and_where(
    family: str,
    actors: tuple[str, ...],
    recipients: tuple[str, ...],
    place: str | None,
    title: str,
) -> None:
    assert title_of(family, "ASSAULT", actors, recipients, place, ENTITIES) == title


def test_a_family_without_words_of_its_own_takes_those_of_its_type() -> None:
    title = title_of("nothing we know", "AID", ("الجيش",), ("نوري الجاف",), "كفري", ENTITIES)
    assert title == "مساعدة من الجيش إلى نوري الجاف في كفري"


def test_no_family_has_two_rows() -> None:
    families = [row.family for row in load("happenings", HappeningRow)]
    assert len(set(families)) == len(families)


@pytest.mark.parametrize(
    ("names", "chosen"),
    [
        (
            [Name(text="داعش", lang="ar"), Name(text="التنظيم", lang="ar", kind="preferred")],
            "التنظيم",
        ),
        ([Name(text="Kifri", lang="en", kind="preferred"), Name(text="كفري", lang="ar")], "كفري"),
        ([Name(text="Kifri", lang="en"), Name(text="كفري")], "كفري"),
        ([Name(text="Kifri", lang="en")], "Kifri"),
        ([Name(text="أ", lang="ar"), Name(text="ب", lang="ar")], "أ"),
    ],
)
def test_an_entity_is_called_by_its_preferred_arabic_name(names: list[Name], chosen: str) -> None:
    assert preferred(Entity(id="e", kind="place", names=tuple(names))) == chosen
