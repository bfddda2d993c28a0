"""The reference says all that the code has, as the code has it."""

from __future__ import annotations

import inspect
import os
import runpy
from collections.abc import Callable
from typing import cast

import pytest

import tawatur
from house.pages import DOCS
from tawatur import errors
from tawatur.cli import app

REFERENCE = DOCS / "reference"
_generated = runpy.run_path(str(REFERENCE / "generate.py"))
PAGES = cast("Callable[[], dict[str, str]]", _generated["pages"])()


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_generated_page_is_what_the_code_says_today(name: str) -> None:
    path = REFERENCE / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(PAGES[name], encoding="utf-8")
    assert path.read_text(encoding="utf-8") == PAGES[name], "run `just tidy`"


@pytest.mark.parametrize("name", sorted(set(tawatur.__all__) - {"__version__"}))
def test_every_public_name_is_in_the_reference(name: str) -> None:
    text = (REFERENCE / "python.md").read_text(encoding="utf-8")
    thing = getattr(tawatur, name)
    ways = {f"::: tawatur.{name}\n", f"::: {thing.__module__}.{name}\n"}
    assert any(way in text for way in ways)
    assert inspect.getdoc(thing)


def test_every_error_is_in_the_reference() -> None:
    text = (REFERENCE / "python.md").read_text(encoding="utf-8")
    raised = [name for name, thing in vars(errors).items() if isinstance(thing, type)]
    assert [name for name in raised if f"| `{name}` |" not in text] == []


def test_every_command_and_every_option_says_what_it_is_for() -> None:
    rows = [line for line in PAGES["cli.md"].splitlines() if line.startswith("| ")]
    assert [row for row in rows if row.split(" | ")[1].strip() == ""] == []
    assert all(command.callback and command.callback.__doc__ for command in app.registered_commands)
