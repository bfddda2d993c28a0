from __future__ import annotations

import json
import os
import pickle
import zipfile
from pathlib import Path

import pytest

from tawatur.errors import SetupError
from tawatur.model import Trouble
from tawatur.read import Item, find_items
from tawatur.read import items as module

ROW = json.dumps({"text": "وقع انفجار في السوق"}, ensure_ascii=False)


def split(found: list[Item | Trouble]) -> tuple[list[Item], list[Trouble]]:
    items = [one for one in found if isinstance(one, Item)]
    return items, [one for one in found if isinstance(one, Trouble)]


def test_a_folder_is_read_to_the_bottom_in_order_of_relative_paths(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.html", "a/10.htm", "c/d/e.TXT"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("خبر", encoding="utf-8")
    items, troubles = split(list(find_items([tmp_path])))
    assert [Path(item.path).relative_to(tmp_path).as_posix() for item in items] == [
        "a/10.htm",
        "a/2.html",
        "b.txt",
        "c/d/e.TXT",
    ]
    assert [item.name for item in items] == ["10", "2", "b", "e"]
    assert troubles == []


def test_hidden_and_unknown_files_are_set_aside_with_a_word(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "a.txt").write_text("x", encoding="utf-8")
    for name in (".hidden.txt", "a.docx", "b.txt"):
        (tmp_path / name).write_text("خبر", encoding="utf-8")
    items, troubles = split(list(find_items([tmp_path])))
    assert [item.name for item in items] == ["b"]
    assert [Path(trouble.file).name for trouble in troubles] == [".git", ".hidden.txt", "a.docx"]
    assert all(trouble.stage == "read" and trouble.message for trouble in troubles)


def test_a_missing_path_stops_everything_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"no\.txt.*give a file"):
        find_items([tmp_path, tmp_path / "no.txt"])


def test_an_unknown_field_of_the_column_map_is_named_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"'headline'.*title"):
        find_items([tmp_path], columns={"headline": "h"})


def test_each_line_of_json_lines_is_an_item_and_knows_its_line(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + f"{ROW}\r\n\n{ROW}\n".encode())
    items, troubles = split(list(find_items([path])))
    assert [(item.name, item.line) for item in items] == [("wire:1", 1), ("wire:3", 3)]
    assert items[1].row == ROW.encode()
    assert items[1].file == f"{path}:3"
    assert troubles == []


@pytest.mark.parametrize("content", [f"[{ROW},{ROW}]", f"\ufeff[{ROW},\n{ROW}]"])
def test_a_json_array_gives_an_item_a_row(tmp_path: Path, content: str) -> None:
    path = tmp_path / "day.json"
    path.write_text(content, encoding="utf-8")
    items, _ = split(list(find_items([path])))
    assert [(item.name, item.row) for item in items] == [
        ("day:1", ROW.encode()),
        ("day:2", ROW.encode()),
    ]


def test_an_archive_gives_its_pages_and_its_rows(tmp_path: Path) -> None:
    path = tmp_path / "day.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("rows.json", f"[{ROW}]")
        archive.writestr("lines.jsonl", f"{ROW}\n")
        archive.writestr("pages/a.txt", "خبر")
        archive.writestr("__MACOSX/._a.txt", "x")
        archive.writestr("photo.jpg", "x")
    items, troubles = split(list(find_items([path])))
    assert [(item.name, item.member) for item in items] == [
        ("lines:1", "lines.jsonl"),
        ("a", "pages/a.txt"),
        ("rows:1", "rows.json"),
    ]
    assert len(troubles) == 2


def test_damaged_containers_are_set_aside(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 not really")
    (tmp_path / "b.json").write_text("[{", encoding="utf-8")
    (tmp_path / "c.jsonl").write_bytes(f"{ROW}\n".encode("utf-16"))
    (tmp_path / "d.json").write_bytes(b"")
    items, troubles = split(list(find_items([tmp_path])))
    assert items == []
    assert [Path(trouble.file).name for trouble in troubles] == [
        "a.zip",
        "b.json",
        "c.jsonl",
        "d.json",
    ]


def test_one_line_that_is_too_long_costs_only_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ONE_REPORT", 100)
    path = tmp_path / "wire.jsonl"
    path.write_text("\n".join((ROW, "x" * 950, ROW)), encoding="utf-8")
    items, troubles = split(list(find_items([path])))
    assert [item.line for item in items] == [1, 3]
    assert [(trouble.error, trouble.file) for trouble in troubles] == [
        ("TooLargeError", f"{path}:2")
    ]


def test_an_item_travels_to_another_process(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_text(ROW, encoding="utf-8")
    (item,) = find_items([path], columns={"text": "body"})
    assert pickle.loads(pickle.dumps(item)) == item


@pytest.mark.skipif(os.name == "nt", reason="names are always Unicode there")
def test_a_file_name_that_is_no_unicode_still_has_a_name(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"\xe1\xe4.txt")  # noqa: PTH118 - bytes
    try:
        with open(path, "wb") as file:  # noqa: PTH123 - bytes
            file.write("خبر".encode())
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    (item,) = find_items([tmp_path])
    assert isinstance(item, Item)
    assert item.name.encode("utf-8")
    assert item.file.encode("utf-8")
