"""The record of the demonstration, letter by letter."""

from __future__ import annotations

import os

from demo.conftest import DEMO
from demo.written import Writer
from tawatur import Record

GOLDEN = DEMO / "record.txt"


def test_the_record_of_the_demo_is_the_one_that_was_reviewed(record: Record) -> None:
    written = "\n".join(Writer(record).lines())
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(written, encoding="utf-8")
    assert GOLDEN.read_text(encoding="utf-8") == written, (
        "if the new record is better: UPDATE_GOLDEN=1 just test tests/demo, and read the difference"
    )


def test_no_line_of_the_golden_file_names_a_thing_by_its_hash(record: Record) -> None:
    written = "\n".join(Writer(record).lines())
    things = (record.documents, record.entities, record.events, record.claims, record.stories)
    ids = [thing.id for kind in things for thing in kind]
    assert [name for name in ids if name in written] == []
