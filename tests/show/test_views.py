"""Views are asked for by name; a wrong name is met with the right one."""

from __future__ import annotations

import pytest

from show.sample import SAMPLE
from tawatur.errors import SetupError
from tawatur.show import VIEWS, render


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_shows_the_sample(view: str) -> None:
    assert "تل الزعرور" in render(SAMPLE, view)


def test_a_misspelt_view_gets_the_nearest_name() -> None:
    with pytest.raises(SetupError, match="is it timeline"):
        render(SAMPLE, "timelin")


def test_an_option_that_a_view_does_not_have_is_refused_with_those_it_has() -> None:
    with pytest.raises(SetupError, match=r"'width'.*it has lang, names"):
        render(SAMPLE, "brief", width=80)


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_takes_a_language_and_can_leave_persons_unnamed(view: str) -> None:
    shown = render(SAMPLE, view, lang="ar", names=False)
    assert "(شخص)" in shown


@pytest.mark.parametrize("view", ["timeline", "table", "json"])
def test_without_names_no_person_is_named(view: str) -> None:
    shown = render(SAMPLE, view, names=False)
    assert "الدرباس" not in shown
    assert "القصاب" not in shown
