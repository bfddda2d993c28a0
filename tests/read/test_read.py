from __future__ import annotations

import hashlib
import json
import pickle
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from tawatur.model import Document, Trouble
from tawatur.read import READ, Item, find_items, read_items
from tawatur.read import read as module

TEXT = "  أعلنت الشرطة إغلاق الجسر.\r\n\r\nوقال المتحدث إن السبب أعمال صيانة.\n"


def read(
    *paths: Path, columns: Mapping[str, str] | None = None
) -> tuple[list[Document], list[Trouble]]:
    found: list[Document | Trouble] = []
    for item in find_items(paths, columns=columns):
        found.extend(read_items([item]) if isinstance(item, Item) else [item])
    documents = [one for one in found if isinstance(one, Document)]
    return documents, [one for one in found if isinstance(one, Trouble)]


def write_rows(path: Path, *rows: object) -> Path:
    lines = (row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_the_text_of_a_plain_file_is_the_file(tmp_path: Path) -> None:
    raw = TEXT.encode()
    (tmp_path / "000_bridge.txt").write_bytes(raw)
    (document,), _ = read(tmp_path)
    assert document.text == raw.decode()
    assert document.name == "000_bridge"
    assert document.sha256 == hashlib.sha256(raw).hexdigest()
    assert document.because == ()


@pytest.mark.corpus
def test_the_seeds_are_read_without_a_change(corpora: Path) -> None:
    documents, troubles = read(corpora / "seeds")
    assert troubles == []
    for document in documents:
        raw = (corpora / "seeds" / f"{document.name}.txt").read_bytes()
        assert document.text == raw.decode("utf-8")
        assert document.sha256 == hashlib.sha256(raw).hexdigest()


def test_what_it_was_read_as_and_what_was_broken_is_noted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode("cp1256"))
    (tmp_path / "b.txt").write_bytes(TEXT.encode()[:-3] + b"\xff")
    documents, _ = read(tmp_path)
    assert [[(r.rule, r.words) for r in document.because] for document in documents] == [
        [("encoding", "read as cp1256")],
        [("broken bytes", "2 places are not utf-8 and stand as U+FFFD")],
    ]


def test_one_bad_item_hurts_no_other_in_its_batch(tmp_path: Path) -> None:
    contents = {
        "1.txt": TEXT.encode(),
        "2.txt": b"\x00\x01\x02 binary \x00",
        "3.txt": b"  \n",
        "4.txt": b"%PDF-1.4",
        "5.html": b"<html><body></body></html>",
        "6.txt": TEXT.encode("utf-16"),
        "7.html": b"\x00\x00\x00",
    }
    for name, raw in contents.items():
        (tmp_path / name).write_bytes(raw)
    items = [item for item in find_items([tmp_path]) if isinstance(item, Item)]
    gone = Item(name="gone", path=str(tmp_path / "gone.txt"))
    found = list(read_items([*items, gone]))
    assert [type(one).__name__ for one in found] == [
        "Document", "Trouble", "Trouble", "Trouble", "Trouble", "Document", "Trouble", "Trouble",
    ]  # fmt: skip
    errors = [one.error for one in found if isinstance(one, Trouble)]
    assert errors == [
        "UnreadableError", "EmptyError", "UnreadableError", "EmptyError", "UnreadableError",
        "FileNotFoundError",
    ]  # fmt: skip
    assert all(one.file in one.message for one in found if isinstance(one, Trouble))


def test_a_file_or_a_text_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ONE_REPORT", 400)
    monkeypatch.setattr(module, "LONGEST", 150)
    (tmp_path / "a.txt").write_text("خبر " * 100, encoding="utf-8")
    (tmp_path / "b.txt").write_text("خبر " * 40, encoding="utf-8")
    (tmp_path / "c.txt").write_text("خبر " * 30, encoding="utf-8")
    documents, troubles = read(tmp_path)
    assert [document.name for document in documents] == ["c"]
    assert [trouble.error for trouble in troubles] == ["TooLargeError", "TooLargeError"]


def test_usual_columns_need_no_map(tmp_path: Path) -> None:
    row = {
        "content": TEXT,
        "title": " &quot;الجسر&quot; يغلق ",
        "source": "النهر",
        "url": "https://nahr.example/2020/03/04/bridge",
        "author": "سعاد الكرخي",
        "date_extracted": "2020-03-06 01:27:33",
        "unknown": [1, 2],
    }
    (document,), _ = read(write_rows(tmp_path / "day.jsonl", row))
    assert (document.name, document.text, document.title) == ("day:1", TEXT, '"الجسر" يغلق')
    assert (document.outlet, document.byline) == ("النهر", "سعاد الكرخي")
    assert [(page.date, page.trusted) for page in document.page_dates] == [
        (date(2020, 3, 6), False),
        (date(2020, 3, 4), True),
    ]
    assert (
        document.sha256 == hashlib.sha256(json.dumps(row, ensure_ascii=False).encode()).hexdigest()
    )


def test_a_map_names_unusual_columns(tmp_path: Path) -> None:
    row = {"story": TEXT, "paper": {"id": 7, "name": "النهر"}, "no": 12, "on": "4 مارس"}
    columns = {"text": "story", "outlet": "paper", "name": "no", "published": "on"}
    (document,), _ = read(write_rows(tmp_path / "day.jsonl", row), columns=columns)
    assert (document.name, document.text, document.outlet) == ("12", TEXT, "النهر")
    assert [reason.rule for reason in document.because] == ["unread published column"]


def test_the_column_of_publication_is_trusted(tmp_path: Path) -> None:
    row = {"text": TEXT, "published": "2020-03-04T10:00:00+03:00"}
    (document,), _ = read(write_rows(tmp_path / "day.jsonl", row))
    assert [(page.date, page.trusted, page.span) for page in document.page_dates] == [
        (date(2020, 3, 4), True, None)
    ]


def test_a_bad_row_is_set_aside_with_its_line(tmp_path: Path) -> None:
    rows = ({"text": TEXT}, "{broken", {"headline": "بلا نص"}, [1], {"text": " "}, {"text": TEXT})
    documents, troubles = read(write_rows(tmp_path / "day.jsonl", *rows))
    assert [document.name for document in documents] == ["day:1", "day:6"]
    assert [trouble.file.rsplit(":", 1)[1] for trouble in troubles] == ["2", "3", "4", "5"]
    assert [trouble.error for trouble in troubles] == [
        "InputError", "InputError", "InputError", "EmptyError",
    ]  # fmt: skip
    assert "'headline'" in troubles[1].message


@pytest.mark.parametrize("row", ["[" * 100_000, '{"a":' * 100_000, '{"text": "a\\ud800b"}'])
def test_a_hostile_row_is_set_aside(tmp_path: Path, row: str) -> None:
    documents, troubles = read(write_rows(tmp_path / "day.jsonl", row))
    assert (documents, len(troubles)) == ([], 1)


def test_two_equal_files_are_two_documents_with_one_id(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    (first, second), _ = read(tmp_path)
    assert first.id == second.id
    assert (first.name, second.name) == ("a", "b")


def test_pages_inside_an_archive_are_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("x/bridge.txt", TEXT)
    (document,), _ = read(tmp_path)
    assert (document.name, document.text) == ("bridge", TEXT)


def test_the_stage_travels_and_reads(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    stage = pickle.loads(pickle.dumps(READ))
    (document,) = stage.make()(list(find_items([tmp_path])))
    assert document.name == "a"


@pytest.mark.corpus
def test_a_thousand_newspaper_articles_are_read(corpora: Path) -> None:
    folder = corpora / "saudinewsnet"
    documents, troubles = read(sorted(folder.glob("*.zip"))[2])
    assert len(documents) > 1000
    assert {trouble.error for trouble in troubles} <= {"EmptyError"}
    assert all(document.outlet and document.url for document in documents)
