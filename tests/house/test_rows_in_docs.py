"""The rows that the how-to pages show would work if somebody pasted them."""

from __future__ import annotations

import tomllib
from typing import TypeVar

import msgspec
import regex

from house.pages import DOCS, blocks
from tawatur.clean.furniture import Furniture, find_furniture, make_table
from tawatur.clean.lines import lines_of
from tawatur.kb.row import Row, kinds
from tawatur.lang.text import Text
from tawatur.mark.page import Page
from tawatur.mark.trigger_rows import Lexicon, TriggerRow
from tawatur.mark.triggers import triggers_with_rows
from tawatur.model import Decision

R = TypeVar("R")


def _rows(page: str, kind: type[R]) -> list[R]:
    [block] = blocks(DOCS / "how" / page, "toml")
    return [msgspec.convert(row, kind) for row in tomllib.loads(block)["row"]]


def _objects(page: str, kind: type[R]) -> list[R]:
    return [msgspec.json.decode(block, type=kind) for block in blocks(DOCS / "how" / page, "json")]


def test_a_shown_trigger_finds_its_example_and_not_its_counterexample() -> None:
    [row] = _rows("add-a-trigger.md", TriggerRow)
    words = Lexicon([row])
    assert list(triggers_with_rows(Page.of_text(row.example), words=words))
    assert not list(triggers_with_rows(Page.of_text(row.counterexample), words=words))


def test_a_shown_line_of_furniture_is_recognised_by_its_row() -> None:
    [row] = _rows("add-an-outlet-or-furniture.md", Furniture)
    text = Text(row.example)
    [found] = find_furniture(text, lines_of(text), make_table([row]))
    assert found.rule == row.id


def test_a_shown_outlet_is_a_row_of_the_knowledge_base() -> None:
    [row] = _objects("add-an-outlet-or-furniture.md", Row)
    assert row.kind in kinds()


def test_a_shown_decision_is_a_decision() -> None:
    [decision] = _objects("record-decisions.md", Decision)
    assert regex.fullmatch(r"same|different", decision.verdict)
