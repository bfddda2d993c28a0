"""The pages of the project, and what stands in their code blocks."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path

import regex

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
LETTERS = sorted(ROOT.glob("*.md"))
"""What stands at the top: README and its neighbours."""
PAGES = [*LETTERS, *sorted(DOCS.rglob("*.md"))]

_BLOCK = regex.compile(r"^```(\w+)[^\n]*\n(.*?)^```$", regex.M | regex.S)
_LINK = regex.compile(r"\]\(([^)\s]+)\)|(?:href|src)=\"([^\"]+)\"")


def named(page: Path) -> str:
    """Name a page for the report of a test."""
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path, *languages: str) -> list[str]:
    """Give the code blocks of a page that are in one of `languages`."""
    found = _BLOCK.findall(page.read_text(encoding="utf-8"))
    return [code for language, code in found if language in languages]


def commands(page: Path) -> Iterator[list[str]]:
    """Give each command of a page's shell blocks as a list of words."""
    for block in blocks(page, "sh", "bash", "shell", "console"):
        for line in block.replace("\\\n", " ").splitlines():
            if words := shlex.split(line, comments=True):
                yield words


def links(page: Path) -> Iterator[str]:
    """Give what a page links to or shows, code blocks left out."""
    prose = _BLOCK.sub("", page.read_text(encoding="utf-8"))
    for found in _LINK.finditer(prose):
        yield found[1] or found[2]
