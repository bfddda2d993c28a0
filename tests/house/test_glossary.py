"""One word for one thing: what the record and the code say is in the glossary."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
import regex

import tawatur
from house.pages import DOCS
from tawatur.model import LinkKind, Precision
from tawatur.model.claim import Status
from tawatur.show.labels import label

GLOSSARY = (DOCS / "glossary.md").read_text(encoding="utf-8")
ARABIC = regex.compile(r"\p{Arabic}")


def _section(title: str) -> str:
    return GLOSSARY.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def _rows(section: str) -> list[list[str]]:
    lines = [line for line in section.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in cells if not set("".join(row)) <= set("-: ")]


@pytest.mark.parametrize(
    ("title", "values", "key"),
    [
        ("Status", get_args(Status), "status"),
        ("Links", get_args(LinkKind), "link"),
    ],
)
def test_every_value_has_a_row_and_the_words_that_the_pages_show(
    title: str, values: tuple[str, ...], key: str
) -> None:
    rows = {row[0].strip("`"): row[1] for row in _rows(_section(title))[1:]}
    assert rows == {value: label(f"{key}.{value}", "ar") for value in values}


def test_every_precision_is_named() -> None:
    assert [name for name in get_args(Precision) if f"`{name}`" not in GLOSSARY] == []


def test_every_kind_of_time_expression_that_the_demonstration_has_is_explained(
    demo_record: Path,
) -> None:
    explained = {row[0].strip("`") for row in _rows(_section("Time expressions"))[1:]}
    found = {mark.kind for marks in tawatur.open(demo_record).marks for mark in marks.times}
    assert found - explained == set()


def test_every_word_has_its_arabic_and_its_meaning() -> None:
    sections = regex.findall(r"^## (.+)$", GLOSSARY, regex.M)
    rows = [row for title in sections for row in _rows(_section(title))[1:]]
    assert len(rows) > 80
    assert [row for row in rows if not ARABIC.search(row[1]) or not row[2]] == []


def test_no_word_is_explained_twice() -> None:
    titles = ["What is read", "Marks", "Who says so", "What is said", "Days", "Weighing", "Running"]
    words = [row[0] for title in titles for row in _rows(_section(title))[1:]]
    assert sorted(words) == sorted(set(words))
