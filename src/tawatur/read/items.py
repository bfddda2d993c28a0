"""Paths in, items out: one item is one report that somebody still has to read."""

from __future__ import annotations

import os
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO

import msgspec

from tawatur.errors import InputError, SetupError, TooLargeError
from tawatur.model import Trouble
from tawatur.read.columns import Columns, check_columns
from tawatur.read.encoding import decode

ONE_REPORT = 20_000_000
"""Bytes of one report as it lies on disk; a long page with its scripts has one or two millions."""
ONE_TABLE = 1_000_000_000
"""Bytes of one JSON array, which is held in memory at once; JSON Lines have no limit."""

PAGES = frozenset({".txt", ".html", ".htm"})
LINES = frozenset({".jsonl", ".ndjson"})
ARRAYS = frozenset({".json"})
ARCHIVES = frozenset({".zip"})
READABLE = PAGES | LINES | ARRAYS | ARCHIVES

_SPOILT = (InputError, OSError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError)
"""What a damaged, locked or unknown file raises."""


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One report to read: a file, a member of an archive, or a row with its bytes.

    It is small and pickles, so that it can be read in another process.
    """

    name: str
    path: str
    member: str | None = None
    line: int | None = None
    row: bytes | None = None
    columns: Columns = ()

    @property
    def suffix(self) -> str:
        """What kind of file it is, in small letters."""
        return Path(self.member or self.path).suffix.lower()

    @property
    def file(self) -> str:
        """Where it stands, for a person."""
        return _where(self.path, self.member, self.line)


def find_items(
    paths: Iterable[str | Path], *, columns: Mapping[str, str] | None = None
) -> Iterator[Item | Trouble]:
    """Find the reports in files and folders, folders in order of their relative paths.

    Plain text and HTML are one report each; JSON Lines and JSON arrays, zipped or not, hold one
    report a row. `columns` says which column is the `text`, `title`, `outlet`, `url`,
    `published`, `seen`, `name` or `byline` where it has an unusual name. What cannot be one is
    passed on as a `Trouble`.

    Raises:
        SetupError: a path does not exist, or `columns` names an unknown field; nothing is read.

    >>> find_items(["no/such/folder"])
    Traceback (most recent call last):
        ...
    tawatur.errors.SetupError: nothing at 'no/such/folder'; give a file or a folder that exists
    """
    known = check_columns(columns)
    there = [Path(path) for path in paths]
    for path in there:
        if not path.exists():
            raise SetupError(f"nothing at {str(path)!r}; give a file or a folder that exists")
    return (item for path in there for item in _items_at(path, known))


def _items_at(path: Path, columns: Columns) -> Iterator[Item | Trouble]:
    inside = _items_under(path, columns) if path.is_dir() else _items_in(path, columns)
    return _some_of(path, inside)


def _items_under(folder: Path, columns: Columns) -> Iterator[Item | Trouble]:
    for found in _files_under(folder):
        if isinstance(found, Trouble):
            yield found
        else:
            yield from _some_of(found, _items_in(found, columns))


def _some_of(path: Path, items: Iterable[Item | Trouble]) -> Iterator[Item | Trouble]:
    """Pass items on; where there are none, say so: it is seldom what somebody meant."""
    empty = True
    for item in items:
        empty = False
        yield item
    if empty:
        yield _skipped(path, "holds no report")


def _files_under(folder: Path) -> Iterator[Path | Trouble]:
    failed: list[OSError] = []
    found: list[Path] = []
    for parent, folders, files in os.walk(folder, onerror=failed.append):
        hidden = [name for name in folders if name.startswith(".")]
        folders[:] = [name for name in folders if not name.startswith(".")]
        found.extend(Path(parent, name) for name in (*files, *hidden))
    yield from (_trouble(str(error.filename), error) for error in failed)
    for path in sorted(found, key=lambda path: path.relative_to(folder).parts):
        if path.name.startswith("."):
            yield _skipped(path, "is hidden; name it without the dot if it is a report")
        else:
            yield path


def _items_in(path: Path, columns: Columns) -> Iterator[Item | Trouble]:
    suffix = path.suffix.lower()
    if suffix in PAGES:
        yield Item(name=_printable(path.stem), path=str(path))
    elif suffix not in READABLE:
        known = ", ".join(sorted(READABLE))
        yield _skipped(path, f"is of a kind that cannot be read here; readable are {known}")
    else:
        try:
            yield from _HOLDERS[suffix](path, columns)
        except _SPOILT as error:
            yield _trouble(str(path), error)


def _in_lines(path: Path, columns: Columns) -> Iterator[Item | Trouble]:
    with path.open("rb") as stream:
        yield from _rows_of_lines(stream, str(path), None, columns)


def _in_array(path: Path, columns: Columns) -> Iterator[Item | Trouble]:
    if path.stat().st_size > ONE_TABLE:
        raise TooLargeError(f"more than {ONE_TABLE:,} bytes; save it as JSON Lines")
    yield from _rows_of_array(path.read_bytes(), str(path), None, columns)


def _in_archive(path: Path, columns: Columns) -> Iterator[Item | Trouble]:
    with zipfile.ZipFile(path) as archive:
        for info in sorted(archive.infolist(), key=lambda info: info.filename):
            if not info.is_dir():
                yield from _member(archive, info, str(path), columns)


def _member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: str, columns: Columns
) -> Iterator[Item | Trouble]:
    inside = Path(info.filename)
    suffix = inside.suffix.lower()
    try:
        if inside.name.startswith(".") or suffix not in PAGES | LINES | ARRAYS:
            raise InputError("is hidden or of a kind that cannot be read inside an archive")
        if info.flag_bits & 1:
            raise InputError("is locked with a password; unpack it first")
        if suffix in PAGES:
            yield Item(name=_printable(inside.stem), path=path, member=info.filename)
        elif suffix in LINES:
            with archive.open(info) as stream:
                yield from _rows_of_lines(stream, path, info.filename, columns)
        elif info.file_size > ONE_TABLE:
            raise TooLargeError(f"more than {ONE_TABLE:,} bytes; save it as JSON Lines")
        else:
            yield from _rows_of_array(archive.read(info), path, info.filename, columns)
    except _SPOILT as error:
        yield _trouble(_where(path, info.filename, None), error)


def _rows_of_lines(
    stream: IO[bytes], path: str, member: str | None, columns: Columns
) -> Iterator[Item | Trouble]:
    number = 0
    while row := stream.readline(ONE_REPORT + 1):
        number += 1
        if number == 1 and row.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise InputError("JSON Lines in UTF-16; save it as UTF-8")
        if len(row) > ONE_REPORT:
            _skip_line(stream, row)
            yield _trouble(_where(path, member, number), _too_large())
        elif row.strip(b" \t\r\n\xef\xbb\xbf"):
            yield _row_item(row.strip(b"\r\n"), number, path, member, columns)


def _rows_of_array(
    raw: bytes, path: str, member: str | None, columns: Columns
) -> Iterator[Item | Trouble]:
    text = decode(raw).text
    try:
        rows = msgspec.json.decode(text, type=list[msgspec.Raw] | msgspec.Raw)
    except msgspec.DecodeError as error:
        raise InputError(f"not JSON: {error}") from error
    for number, row in enumerate(rows if isinstance(rows, list) else [rows], start=1):
        yield _row_item(bytes(row), number, path, member, columns)


def _row_item(row: bytes, number: int, path: str, member: str | None, columns: Columns) -> Item:
    stem = _printable(Path(member or path).stem)
    return Item(
        name=f"{stem}:{number}", path=path, member=member, line=number, row=row, columns=columns
    )


def _skip_line(stream: IO[bytes], row: bytes) -> None:
    while row and not row.endswith(b"\n"):
        row = stream.readline(ONE_REPORT)


def _too_large() -> TooLargeError:
    return TooLargeError(f"more than {ONE_REPORT:,} bytes; one report is never that long")


def _where(path: str, member: str | None, line: int | None) -> str:
    inside = f"{path}/{member}" if member else path
    return _printable(inside if line is None else f"{inside}:{line}")


def _printable(name: str) -> str:
    """Make a file's name fit for a record: names on disk may be no Unicode."""
    return os.fsencode(name).decode("utf-8", errors="replace")


def _skipped(path: Path, why: str) -> Trouble:
    where = _printable(str(path))
    return Trouble(file=where, stage="read", error="InputError", message=f"{where!r} {why}")


def _trouble(where: str, error: Exception) -> Trouble:
    return trouble_of(_printable(where), error)


def trouble_of(file: str, error: Exception) -> Trouble:
    """Say why `file` could not be read."""
    said = error.strerror or str(error) if isinstance(error, OSError) else str(error)
    return Trouble(file=file, stage="read", error=type(error).__name__, message=f"{file!r}: {said}")


_HOLDERS: Mapping[str, Callable[[Path, Columns], Iterator[Item | Trouble]]] = {
    **dict.fromkeys(LINES, _in_lines),
    **dict.fromkeys(ARRAYS, _in_array),
    **dict.fromkeys(ARCHIVES, _in_archive),
}
