"""Records on disk: what is written comes back, and what is wrong is named."""

from __future__ import annotations

import builtins
import dataclasses
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keep.frozen import FROZEN
from strategies import patient, structs
from tawatur.errors import RecordError, SetupError
from tawatur.keep.files import FILES
from tawatur.keep.jsonl import read_lines, write_lines
from tawatur.keep.record import Record, open_record, ordered, write_record
from tawatur.model import Claim, Decision, Document, Event, Manifest, Trouble


@pytest.fixture(scope="module")
def frozen() -> Record:
    return open_record(FROZEN)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A record of one's own, to be spoilt."""
    return Path(shutil.copytree(FROZEN, tmp_path / "record"))


# -- written and opened ----------------------------------------------------------------------------


def test_a_record_comes_back_as_it_was(frozen: Record, tmp_path: Path) -> None:
    write_record(frozen, tmp_path / "new" / "record")
    assert open_record(tmp_path / "new" / "record") == frozen


@given(st.data())
@settings(patient, max_examples=15)
def test_any_record_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    lines = {kind: tuple(data.draw(st.lists(structs(FILES[kind]), max_size=2))) for kind in FILES}
    lines["decisions"] = tuple(dict.fromkeys(lines["decisions"]))
    record = Record(manifest=Manifest(version="0.1.0"), **lines)
    record = dataclasses.replace(
        record, manifest=Manifest(version="0.1.0", counts=record.counts(), complete=True)
    )
    folder = tmp_path_factory.mktemp("any")
    write_record(record, folder)
    assert open_record(folder) == record


def test_the_same_record_is_the_same_bytes(frozen: Record, folder: Path, tmp_path: Path) -> None:
    write_record(frozen, tmp_path / "again")
    for path in sorted(folder.iterdir()):
        assert (tmp_path / "again" / path.name).read_bytes() == path.read_bytes(), path.name


def test_a_record_is_one_file_a_kind_and_nothing_else(folder: Path) -> None:
    names = {path.name for path in folder.iterdir()}
    assert names == {"manifest.json", *(f"{kind}.jsonl" for kind in FILES)}


@pytest.mark.parametrize("kind", FILES)
def test_a_line_has_its_keys_in_the_order_of_the_model(folder: Path, kind: str) -> None:
    fields = [field.encode_name for field in msgspec.structs.fields(FILES[kind])]
    for line in (folder / f"{kind}.jsonl").read_bytes().splitlines():
        assert list(msgspec.json.decode(line)) == fields


def test_a_table_inside_a_line_has_its_keys_sorted(frozen: Record, folder: Path) -> None:
    amounts = frozen.events[0].amounts or frozen.events[1].amounts
    turned = msgspec.structs.replace(
        frozen.events[0], amounts=dict(sorted(amounts.items(), reverse=True))
    )
    write_lines(folder / "events.jsonl", [turned])
    written = (folder / "events.jsonl").read_text(encoding="utf-8")
    assert written.index('"injured"') < written.index('"killed"')


def test_arabic_is_written_as_arabic(folder: Path) -> None:
    assert "تل الرمان" in (folder / "entities.jsonl").read_text(encoding="utf-8")


def test_a_record_written_over_another_leaves_nothing_of_it(frozen: Record, folder: Path) -> None:
    less = dataclasses.replace(
        frozen, stories=(), manifest=msgspec.structs.replace(frozen.manifest, counts={})
    )
    write_record(less, folder)
    assert open_record(folder) == less


def test_a_write_that_breaks_off_leaves_no_complete_record(
    frozen: Record, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, nouns: Any) -> int:
        if path.stem == "events":
            raise OSError("no space left on device")
        return write_lines(path, nouns)

    monkeypatch.setattr("tawatur.keep.record.write_lines", full)
    with pytest.raises(OSError, match="no space left"):
        write_record(frozen, folder)
    with pytest.raises(RecordError, match="holds no complete record"):
        open_record(folder)


# -- what is wrong is named ------------------------------------------------------------------------


def _without_manifest(folder: Path) -> None:
    (folder / "manifest.json").unlink()


def _unfinished(folder: Path) -> None:
    manifest = folder / "manifest.json"
    manifest.write_text('{"version": "0.1.0", "complete": false}', encoding="utf-8")


def _damaged_manifest(folder: Path) -> None:
    (folder / "manifest.json").write_bytes(b'{"version": "0.1')


def _manifest_of_no_text(folder: Path) -> None:
    (folder / "manifest.json").write_bytes(b'{"version": "\xff\xfe"}')


def _missing_file(folder: Path) -> None:
    (folder / "copies.jsonl").unlink()


def _cut_line(folder: Path) -> None:
    path = folder / "claims.jsonl"
    path.write_bytes(path.read_bytes()[:-40])


def _lost_line(folder: Path) -> None:
    path = folder / "claims.jsonl"
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))


def _no_text(folder: Path) -> None:
    with (folder / "documents.jsonl").open("ab") as file:
        file.write(b'{"id": "\xff"}\n')


def _newer_field(folder: Path) -> None:
    path = folder / "troubles.jsonl"
    path.write_text('{"file":"a","stage":"read","error":"E","message":"m","colour":"blue"}\n')


def _newer_value(folder: Path) -> None:
    path = folder / "events.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"grade":"B"', b'"grade":"A+"'))


def _newer_manifest(folder: Path) -> None:
    (folder / "manifest.json").write_text('{"version": "9.0", "complete": true, "signed": 1}')


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (_without_manifest, r"record' holds no complete record: build it with `tawatur build"),
        (_unfinished, r"the build of '.*record' was not finished; run it again"),
        (_damaged_manifest, r"manifest\.json of '.*record': .*truncated; build it again"),
        (_manifest_of_no_text, r"manifest\.json of '.*record': .*build it again"),
        (_newer_manifest, r"manifest\.json of '.*unknown field `signed`; build it again"),
        (_missing_file, r"copies\.jsonl is missing from '.*record'; build it again"),
        (_cut_line, r"claims\.jsonl, line 5: .*; build it again"),
        (_lost_line, r"claims\.jsonl of '.*record' has 4 lines, but manifest\.json says 5; build"),
        (_no_text, r"documents\.jsonl, line 3: .*; build it again"),
        (_newer_field, r"troubles\.jsonl, line 1: .*unknown field `colour`; build it again"),
        (_newer_value, r"events\.jsonl, line \d: .*'A\+'.*`\$\.grade`; build it again"),
    ],
)
def test_what_is_wrong_with_a_record_is_named(
    folder: Path, spoil: Callable[[Path], None], message: str
) -> None:
    spoil(folder)
    with pytest.raises(RecordError, match=message):
        open_record(folder)


def test_a_folder_that_is_not_there_holds_no_record(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="holds no complete record"):
        open_record(tmp_path / "nowhere")


def test_a_file_is_no_record(folder: Path) -> None:
    with pytest.raises(RecordError, match=r"claims\.jsonl' holds no complete record"):
        open_record(folder / "claims.jsonl")


# -- decisions -------------------------------------------------------------------------------------


def _decision(why: str) -> Decision:
    at = datetime(2026, 5, 1, 12, tzinfo=UTC)
    return Decision(left="e1", right="e2", verdict="same", by="هدى", at=at, why=why)


def test_decisions_survive_a_rebuild(frozen: Record, folder: Path) -> None:
    before = (folder / "decisions.jsonl").read_bytes()
    write_record(dataclasses.replace(frozen, decisions=()), folder)
    assert (folder / "decisions.jsonl").read_bytes() == before
    assert open_record(folder).decisions == frozen.decisions


def test_a_new_decision_comes_behind_the_old_ones(frozen: Record, folder: Path) -> None:
    before = (folder / "decisions.jsonl").read_bytes()
    new = _decision("المكان نفسه")
    write_record(dataclasses.replace(frozen, decisions=(*frozen.decisions, new)), folder)
    assert (folder / "decisions.jsonl").read_bytes().startswith(before)
    assert open_record(folder).decisions == (*frozen.decisions, new)


def test_a_line_that_a_person_left_without_an_end_is_not_glued(
    frozen: Record, folder: Path
) -> None:
    path = folder / "decisions.jsonl"
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    new = _decision("المكان نفسه")
    write_record(dataclasses.replace(frozen, decisions=(new,)), folder)
    assert open_record(folder).decisions == (*frozen.decisions, new)


def test_decisions_added_after_the_build_open_with_the_record(folder: Path) -> None:
    new = _decision("اللواء غير اللواء")
    with (folder / "decisions.jsonl").open("ab") as file:
        file.write(msgspec.json.encode(new) + b"\n")
    assert open_record(folder).decisions[-1] == new


def test_a_damaged_decision_stops_the_build_and_keeps_the_record(
    frozen: Record, folder: Path
) -> None:
    with (folder / "decisions.jsonl").open("ab") as file:
        file.write(b"{same, I think}\n")
    with pytest.raises(RecordError, match=r"decisions\.jsonl, line 3"):
        write_record(frozen, folder)
    assert (folder / "manifest.json").exists()


# -- data frames -----------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", FILES)
def test_a_data_frame_has_a_row_a_line_and_a_column_a_field(frozen: Record, kind: str) -> None:
    frame = frozen.to_pandas(kind)
    fields = [field.encode_name for field in msgspec.structs.fields(FILES[kind])]
    assert list(frame.columns) == fields
    assert len(frame) == frozen.counts()[kind]


@pytest.mark.parametrize("kind", FILES)
def test_an_empty_data_frame_has_its_columns(kind: str) -> None:
    frame = Record(manifest=Manifest(version="0.1.0")).to_pandas(kind)
    assert len(frame) == 0
    assert "because" in frame.columns or kind in {"marks", "decisions", "troubles"}


def test_a_data_frame_holds_the_values_of_the_record(frozen: Record) -> None:
    frame = frozen.to_pandas("events")
    first = frame[frame["grade"] == "B"].iloc[0]
    assert first["amounts"]["killed"]["best"] == 3
    assert first["when"]["begins"] == "2023-03-14"
    assert sorted(frame["reports"]) == [1, 2]


def test_an_unknown_data_frame_is_answered_with_those_there_are(frozen: Record) -> None:
    with pytest.raises(SetupError, match=r"a record has no 'event'; it has documents, marks, "):
        frozen.to_pandas("event")


def test_a_data_frame_without_pandas_says_what_to_install(
    frozen: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bare(name: str, *given: Any, **more: Any) -> Any:
        if name == "pandas":
            raise ImportError(name)
        return real(name, *given, **more)

    real = builtins.__import__
    monkeypatch.setattr(builtins, "__import__", bare)
    with pytest.raises(SetupError, match=r"pip install 'tawatur\[desk\]'"):
        frozen.to_pandas("events")


# -- lines -----------------------------------------------------------------------------------------


def _trouble(file: str) -> Trouble:
    return Trouble(file=file, stage="read", error="EmptyError", message="no text")


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "troubles.jsonl"
    write_lines(path, [_trouble("قبل")])

    def broken() -> Any:
        yield _trouble("بعد")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_lines(path, broken())
    assert list(read_lines(path, Trouble)) == [_trouble("قبل")]


def test_writing_counts_the_lines(tmp_path: Path) -> None:
    path = tmp_path / "troubles.jsonl"
    assert write_lines(path, map(_trouble, "ابت")) == 3
    assert write_lines(path, []) == 0
    assert path.read_bytes() == b""


def test_an_order_depends_on_nothing_but_the_things_ordered() -> None:
    troubles = [_trouble(name) for name in "تبا"]
    assert ordered(troubles, "file") == ordered(troubles[::-1], "file")
    assert [each.file for each in ordered(troubles, "file")] == ["ا", "ب", "ت"]


def test_the_record_has_a_field_for_every_file() -> None:
    assert {Document, Claim, Event} <= set(FILES.values())
    assert set(Record(manifest=Manifest(version="0")).counts()) == set(FILES)
