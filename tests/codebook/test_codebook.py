from __future__ import annotations

import json
from pathlib import Path

import pytest

from tawatur.codebook.codebook import Entry, codebook
from tawatur.errors import SetupError

BOOK = codebook("plover")
NAMES = json.loads((Path(__file__).parent / "plover_names.json").read_text(encoding="utf-8"))
"""The names of PLOVER 2.0-draft (CC BY-SA 4.0) in its order, and nothing else of it."""

ENTRIES = [
    pytest.param(entry, id=f"{type(entry).__name__} {getattr(entry, 'type', '')} {entry.name}")
    for table in (BOOK.types, BOOK.modes, BOOK.contexts, BOOK.sectors)
    for entry in table.values()
]
LOADED = ("شهيد", "شهداء", "إرهابي", "المجرم", "البطل")
RECIPIENTS = {"no": "no", "yes": "yes", "one-sided": "if one-sided or sideAB"}


def test_types_and_modes_are_those_of_the_manual() -> None:
    ours = {name: [mode.name for mode in BOOK.modes_of(name)] for name in BOOK.types}
    assert {name: sorted(modes) for name, modes in ours.items()} == {
        name: sorted(modes) for name, modes in NAMES["types"].items()
    }
    assert (len(BOOK.types), len(BOOK.modes)) == (16, 68)


def test_contexts_and_sectors_are_those_of_the_manual() -> None:
    assert list(BOOK.contexts) == NAMES["contexts"]
    for kind in ("sector", "nonstate"):
        ours = [name for name, sector in BOOK.sectors.items() if sector.kind == kind]
        assert ours == NAMES[{"sector": "sectors"}.get(kind, kind)]


def test_the_numbers_are_those_of_the_manual(gold: Path) -> None:
    path = gold.parent / "plover.json"
    if not path.is_file():
        pytest.skip(f"needs {path}; it is not part of the repository")
    manual = json.loads(path.read_text(encoding="utf-8"))["events"]
    for name, row in manual.items():
        ours = BOOK.types[name]
        assert (ours.quad, ours.score) == (row["quad"], row["score"])
        assert RECIPIENTS[ours.recipient] == row["requires_recipient"]
        scores = {mode.name: mode.score for mode in BOOK.modes_of(name)}
        assert scores == row["modes"]


@pytest.mark.parametrize("entry", ENTRIES)
def test_every_entry_explains_itself_in_both_languages(entry: Entry) -> None:
    texts = (entry.definition, entry.rule, entry.example_ar, entry.example_en)
    assert all(text.endswith(".") for text in texts)
    assert any("\u0621" <= letter <= "\u064a" for letter in entry.label_ar)
    assert entry.label_en.isascii()


@pytest.mark.parametrize("entry", ENTRIES)
def test_no_entry_uses_a_loaded_word(entry: Entry) -> None:
    assert not any(word in entry.example_ar or word == entry.label_ar for word in LOADED)


def test_a_mode_without_a_score_has_its_types() -> None:
    assert BOOK.score("ASSAULT", "sideAB") == BOOK.score("ASSAULT") == -9
    assert BOOK.score("ASSAULT", "drone") == -9.5


def test_conflict_scores_below_nothing_and_cooperation_above() -> None:
    for name, row in BOOK.types.items():
        if name != "REQUEST":  # asking is neither
            assert (row.score > 0) == (BOOK.quad(name) < 3)


def test_an_unknown_codebook_is_named() -> None:
    with pytest.raises(SetupError, match="'cameo'"):
        codebook("cameo")


def test_an_unknown_mode_is_an_error() -> None:
    with pytest.raises(KeyError):
        BOOK.score("AID", "visit")
