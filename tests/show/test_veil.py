"""Persons can be left unnamed in what the page itself says."""

from __future__ import annotations

import pytest

from tawatur.model import Entity, Name
from tawatur.show.veil import NO_VEIL, Veil

DARBAS = Entity(id="darbas", kind="person", names=(Name(text="سالم الدرباس"), Name(text="الدرباس")))
VEIL = Veil((DARBAS, Entity(id="tall", kind="place", names=(Name(text="تل الزعرور"),))))


@pytest.mark.parametrize(
    ("said", "veiled"),
    [
        ("لقاء سالم الدرباس في تل الزعرور", "لقاء (شخص) في تل الزعرور"),
        ("اتهام وسالم الدرباس ينفي", "اتهام و(شخص) ينفي"),
        ("زيارة بالدرباس", "زيارة ب(شخص)"),
        ("سالِم الدرباس", "(شخص)"),
        ("قرية الدرباسية", "قرية الدرباسية"),
        ("هجوم على الحاجز", "هجوم على الحاجز"),
    ],
)
def test_a_person_s_name_is_left_out_with_its_clitic_kept(said: str, veiled: str) -> None:
    assert VEIL.over(said) == veiled


def test_without_a_veil_nothing_changes() -> None:
    assert NO_VEIL.over("سالم الدرباس") == "سالم الدرباس"


def test_a_person_whose_name_is_two_letters_hides_no_word() -> None:
    short = Entity(id="x", kind="person", names=(Name(text="طه"), Name(text="في")))
    assert Veil((short,)).over("في تل الزعرور") == "في تل الزعرور"
