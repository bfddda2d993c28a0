"""The record: everything that was built, in memory and on disk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from tawatur.errors import RecordError, SetupError
from tawatur.keep.files import FILES, MANIFEST
from tawatur.keep.jsonl import append_lines, read_lines, write_lines
from tawatur.model import (
    CalendarLine,
    Claim,
    Copy,
    Decision,
    Document,
    Entity,
    Event,
    Manifest,
    Marks,
    Story,
    Trouble,
)

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, kw_only=True)
class Record:
    """A corroborated record. Each field is a tuple, in a fixed order; nothing in it changes."""

    manifest: Manifest
    documents: tuple[Document, ...] = ()
    marks: tuple[Marks, ...] = ()
    claims: tuple[Claim, ...] = ()
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    calendar: tuple[CalendarLine, ...] = ()
    copies: tuple[Copy, ...] = ()
    stories: tuple[Story, ...] = ()
    decisions: tuple[Decision, ...] = ()
    troubles: tuple[Trouble, ...] = ()

    def counts(self) -> dict[str, int]:
        """Count the lines of each kind."""
        return {kind: len(getattr(self, kind)) for kind in FILES}

    def to_pandas(self, kind: str) -> pd.DataFrame:
        """Give one kind as a data frame, a row a line, nested values as lists and dicts.

        Raises:
            SetupError: there is no such kind, or pandas is not installed.
        """
        if kind not in FILES:
            raise SetupError(f"a record has no {kind!r}; it has {', '.join(FILES)}")
        try:
            import pandas as pd  # noqa: PLC0415 - an extra; a core install has none
        except ImportError as error:
            raise SetupError("data frames need pandas: pip install 'tawatur[desk]'") from error
        rows = [msgspec.to_builtins(noun) for noun in getattr(self, kind)]
        columns = [field.encode_name for field in msgspec.structs.fields(FILES[kind])]
        return pd.DataFrame(rows, columns=columns)


def write_record(record: Record, folder: Path) -> None:
    """Write a record; the manifest comes last and says that the rest is whole.

    `decisions.jsonl` belongs to people: the lines that are there stay as they are, and those that
    are new come behind them.
    """
    folder.mkdir(parents=True, exist_ok=True)
    decisions = folder / "decisions.jsonl"
    decided = set(read_lines(decisions, Decision)) if decisions.exists() else set()
    (folder / MANIFEST).unlink(missing_ok=True)
    append_lines(decisions, (one for one in record.decisions if one not in decided))
    for kind in FILES:
        if kind != "decisions":
            write_lines(folder / f"{kind}.jsonl", getattr(record, kind))
    encoded = msgspec.json.format(msgspec.json.encode(record.manifest, order="deterministic"))
    (folder / MANIFEST).write_bytes(encoded + b"\n")


def open_record(folder: Path) -> Record:
    """Read a record back.

    Raises:
        RecordError: there is no complete record in the folder.
    """
    try:
        manifest = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Manifest)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise RecordError(
            f"{str(folder)!r} holds no complete record: build it with `tawatur build … -o {folder}`"
        ) from error
    except (msgspec.DecodeError, ValueError) as error:
        raise RecordError(f"{MANIFEST} of {str(folder)!r}: {error}; build it again") from error
    if not manifest.complete:
        raise RecordError(f"the build of {str(folder)!r} was not finished; run it again")
    record = Record(manifest=manifest, **_all_lines(folder))
    for kind, count in record.counts().items():
        # People add decisions after the build.
        if kind != "decisions" and count != manifest.counts.get(kind, count):
            raise RecordError(
                f"{kind}.jsonl of {str(folder)!r} has {count} lines, but {MANIFEST} says "
                f"{manifest.counts[kind]}; build it again"
            )
    return record


def _all_lines(folder: Path) -> dict[str, tuple[Any, ...]]:
    lines: dict[str, tuple[Any, ...]] = {}
    for kind, noun in FILES.items():
        path = folder / f"{kind}.jsonl"
        if not path.exists():
            raise RecordError(f"{path.name} is missing from {str(folder)!r}; build it again")
        lines[kind] = tuple(read_lines(path, noun))
    return lines


def ordered(nouns: Iterable[Any], *keys: str) -> tuple[Any, ...]:
    """Put nouns in an order that depends on nothing but themselves."""
    return tuple(sorted(nouns, key=lambda noun: tuple(str(getattr(noun, key)) for key in keys)))


assert tuple(field.name for field in fields(Record)) == ("manifest", *FILES)
