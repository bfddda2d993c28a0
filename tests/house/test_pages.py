"""The pages: their links, their form, their words."""

from __future__ import annotations

from pathlib import Path

import pytest
import regex

from house.pages import DOCS, PAGES, ROOT, links, named

WHY = sorted((DOCS / "why").glob("[0-9]*.md"))
HEADINGS = ["What we chose", "What we measured", "What would change our mind"]
OUTSIDE = ("http://", "https://", "mailto:", "#")


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_link_leads_to_something(page: Path) -> None:
    inside = [link for link in links(page) if not link.startswith(OUTSIDE)]
    missing = [link for link in inside if not (page.parent / link.partition("#")[0]).exists()]
    assert missing == []


@pytest.mark.parametrize("page", WHY, ids=named)
def test_a_decision_says_what_was_chosen_what_was_measured_and_what_would_change_it(
    page: Path,
) -> None:
    assert regex.findall(r"^## (.+)$", page.read_text(encoding="utf-8"), regex.M) == HEADINGS


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [int(page.name[:3]) for page in WHY] == list(range(1, len(WHY) + 1))


def test_every_page_can_be_found_from_the_menu() -> None:
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    menu = regex.findall(r"^ +- (?:.*: )?(\S+\.md)$", settings.partition("\nnav:\n")[2], regex.M)
    assert sorted(menu) == sorted(page.relative_to(DOCS).as_posix() for page in DOCS.rglob("*.md"))


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_a_figure_taken_on_a_prototype_is_not_shown_as_a_result(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    if page in WHY and regex.search(r"\d\d %|\bF1\b|\bms\b", text):
        assert "design study, 2026" in text


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_nothing_is_left_to_be_filled_in(page: Path) -> None:
    assert (
        regex.findall(r"@@\w+@@|\bTODO\b|\bFIXME\b|\bXXX\b", page.read_text(encoding="utf-8")) == []
    )
