"""Every table of Arabic says what it is for and who reads it, and the reference lists it."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
import regex

from house.pages import DOCS, ROOT

SOURCES = ROOT / "src"
TABLES = sorted((SOURCES / "tawatur" / "lang" / "ar").glob("*.toml"))
MANY = {
    "tawatur.attribute.lexicon": lambda module: set(module.TABLES),
    "tawatur.mark.timewords": lambda module: set(module.TimeWords.__dataclass_fields__),
}
"""Modules that read a whole set of tables, and how to ask them for the set."""
_LOADED = regex.compile(r'\bload\("(\w+)"')
_HEAD = regex.compile(r"(?:#.*\n)+")
_READ_BY = regex.compile(r"\n# Read by ([\w., \n#]+)\.\n$")


def _named(path: Path) -> str:
    return ".".join(path.relative_to(SOURCES).with_suffix("").parts)


def _readers() -> dict[str, set[str]]:
    readers: dict[str, set[str]] = {path.stem: set() for path in TABLES}
    for path in (SOURCES / "tawatur").rglob("*.py"):
        name = _named(path)
        loaded = set(_LOADED.findall(path.read_text(encoding="utf-8")))
        if name in MANY:
            loaded |= MANY[name](import_module(name))
        for table in loaded:
            readers[table].add(name)
    return readers


READERS = _readers()


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_the_head_of_a_table_says_what_it_is_for_and_who_reads_it(path: Path) -> None:
    head = _HEAD.match(path.read_text(encoding="utf-8"))
    assert head, "a table begins with a comment that says what it is for"
    told = _READ_BY.search(head[0])
    assert told, f"the head ends with «# Read by {', '.join(sorted(READERS[path.stem]))}.»"
    assert set(regex.findall(r"tawatur[\w.]*\w", told[1])) == READERS[path.stem]


def test_every_table_is_in_the_reference() -> None:
    listed = regex.findall(
        r"^\| `(\w+)` \|", (DOCS / "reference" / "tables.md").read_text("utf-8"), regex.M
    )
    assert listed == [path.stem for path in TABLES]
