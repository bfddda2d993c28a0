"""Write the given and family names of the knowledge base.

    python tools/kb_name_parts.py names.sqlite3

The database comes from the PyPI wheel `arabic-name-romanizer` 0.2.0 (MIT); of it only the labels
taken from Wikidata (CC0) are read: name parts of persons of the Arab countries with how many
persons bear them. Given names borne by `GIVEN` persons and more and family names by `FAMILY` and
more are kept, as they are folded there; given names of `COMMON` persons and more are common
ones, after which an unknown family name is believed. Overwrites `src/tawatur/kb/rows/name_parts.toml`.
"""

from __future__ import annotations

import sqlite3
import sys
from collections import Counter
from pathlib import Path

from tawatur.lang.letters import fold

ROWS = Path(__file__).resolve().parents[1] / "src" / "tawatur" / "kb" / "rows"
_COUNTRIES = "IQ SY YE LB LY SD SA PS JO EG KW AE QA BH OM TN DZ MA MR SO DJ"
COUNTRIES = frozenset(_COUNTRIES.split())
GIVEN = 4
COMMON = 8
FAMILY = 4
WIDTH = 12


def main(database: Path) -> None:
    """Write the table: one row a part, its names in the order of the alphabet."""
    parts = {
        "common": _names(database, "given", COMMON),
        "given": _names(database, "given", GIVEN),
        "family": _names(database, "surname", FAMILY),
    }
    (ROWS / "name_parts.toml").write_text(_toml(parts), encoding="utf-8")


def _names(database: Path, role: str, least: int) -> list[str]:
    query = "SELECT arabic_key, country, count FROM units WHERE role = ? AND source = 'wikidata'"
    persons: Counter[str] = Counter()
    with sqlite3.connect(database) as names:
        for name, country, count in names.execute(query, (role,)):
            persons[fold(name)] += count if country in COUNTRIES else 0
    return sorted(name for name, count in persons.items() if count >= least and len(name) > 2)


def _toml(parts: dict[str, list[str]]) -> str:
    lines = ["# Given and family names, folded. Written by tools/kb_name_parts.py."]
    for part, names in parts.items():
        lines += ["", f"[{part}]", 'origin = "wikidata"', 'licence = "CC0-1.0"', "names = ["]
        for start in range(0, len(names), WIDTH):
            lines.append("  " + " ".join(f'"{name}",' for name in names[start : start + WIDTH]))
        lines.append("]")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
