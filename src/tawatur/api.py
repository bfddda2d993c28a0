"""The four doors of the library: read, annotate, build, open."""

from __future__ import annotations

import dataclasses
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from tawatur import __version__
from tawatur.errors import SetupError, UnreadableError
from tawatur.flow import EACH_REPORT, FLOW, TOGETHER
from tawatur.given import given_stage, read_given
from tawatur.keep.jsonl import read_lines
from tawatur.keep.record import Record, open_record, ordered, write_record
from tawatur.keep.shards import Shards
from tawatur.keep.tables import fingerprints
from tawatur.model import (
    Annotated,
    Decision,
    Document,
    Manifest,
    Report,
    Trouble,
    Woven,
)
from tawatur.read import READ
from tawatur.read.items import find_items
from tawatur.run import executor
from tawatur.run.serial import Serial
from tawatur.run.sharded import run_sharded
from tawatur.stage import Each, Flow
from tawatur.weave import weave_stage
from tawatur.weave.dating import dated_alone

_LOG = logging.getLogger(__name__)
_NOTHING = Woven(documents=(), marks=(), claims=(), entities=())
Progress = Callable[[int], None]


def read(
    *paths: str | Path,
    columns: Mapping[str, str] | None = None,
    troubled: Callable[[Trouble], None] | None = None,
) -> Iterator[Document]:
    """Read reports from files and folders: text, HTML, JSON Lines.

    Args:
        paths: files or folders.
        columns: for JSON Lines, which column holds what: `{"text": "body", "outlet": "paper"}`.
        troubled: called with every item that cannot be read; without it, a warning is logged.

    Raises:
        SetupError: a path does not exist.

    >>> reports = list(read("demo/reports"))
    >>> len(reports), sorted({report.outlet for report in reports if report.outlet})[0]
    (18, 'المرسى الدولية')
    """
    tell = troubled or _log
    items = _sound(find_items(paths, columns=columns), tell)
    yield from Flow((READ,)).run(items, Serial(), tell)


def annotate(
    text: str, *, published: date | str | None = None, outlet: str | None = None
) -> Annotated:
    """Mark and code one report.

    Args:
        text: the report, of any length; offsets in the answer are code points of this text.
        published: its publication date, if it is known (a date or «2021-12-08»).
        outlet: the outlet that printed it.

    Returns:
        Its marks, claims and entities. Dates that the text alone does not fix are left open.

    Raises:
        UnreadableError: the text holds half a character (a lone surrogate).
        SetupError: `published` is no date.

    >>> found = annotate("قُتل سبعة أشخاص في هجوم على بعقوبة أمس الخميس.", published="2023-11-24")
    >>> sorted({str(claim.when.day) for claim in found.claims})
    ['2023-11-23']
    """
    given = read_given({"text": published}) if published is not None else {}
    _check_whole(text)
    document = Document.of(name="text", text=text, outlet=outlet)
    failed: list[Trouble] = []
    stages = _without_reading(given)
    reports: list[Report] = list(Flow(stages).run([document], Serial(), failed.append))
    if failed:
        raise SetupError(f"the text could not be annotated: {failed[0].message}")
    report = dated_alone(reports[0])
    marks = {field: getattr(report.marks, field) for field in report.marks.__struct_fields__}
    return Annotated(**marks, claims=report.claims, entities=report.entities)


def build(
    paths: str | Path | Iterable[str | Path],
    *,
    out: str | Path | None = None,
    published: Mapping[str, date | str] | None = None,
    decisions: Iterable[Decision] | None = None,
    columns: Mapping[str, str] | None = None,
    run: str = "pool",
    workers: int | None = None,
    progress: Progress | None = None,
) -> Record:
    """Build one corroborated record from reports.

    Args:
        paths: files and folders (see `read`).
        out: the folder to write the record to; a build that was killed goes on from there.
        published: publication dates that you know, by document name.
        decisions: what people decided; kept in the record (with `out`, those of its
            decisions.jsonl are kept as well).
        columns: column names for JSON Lines.
        run: «serial» or «pool»; the record is the same, byte for byte.
        workers: processes of the pool; all cores without it.
        progress: called with the number of reports done so far.

    Raises:
        SetupError: a path, an executor or a date is wrong; nothing has been done yet.
    """
    given = read_given(published)
    FLOW.check()
    folder = Path(out) if out is not None else None
    if folder is not None and folder.exists() and not folder.is_dir():
        raise SetupError(f"{str(folder)!r} is a file; give the folder to write the record to")
    with TemporaryDirectory(prefix="tawatur-") as temporary:
        shards = Shards((folder or Path(temporary)) / ".unfinished")
        troubles: list[Trouble] = []
        items = _sound(find_items(_listed(paths), columns=columns), troubles.append)
        stages = _with_given(given)
        settings = {
            "published": {name: day.isoformat() for name, day in sorted(given.items())},
            "columns": dict(sorted((columns or {}).items())),
        }
        made_of = (__version__, settings, Flow(stages).versions(), fingerprints())
        with executor(run, workers) as on:
            found = run_sharded(stages, items, on, shards, made_of, progress or _quiet)
            coded = [each for each in _sound(found, troubles.append) if isinstance(each, Report)]
        reports = _distinct(coded, troubles.append)
        troubles.extend(_unused(given, reports))
        record = _record(reports, troubles, settings, _decided(decisions, folder))
        if folder is not None:
            write_record(record, folder)
        shards.clear()
    return record


def open(folder: str | Path) -> Record:  # noqa: A001 - `tawatur.open` is the contract's word
    """Open a record that was built before.

    Raises:
        RecordError: the folder holds no complete record of this version.
    """
    return open_record(Path(folder))


def _record(
    reports: list[Report],
    troubles: list[Trouble],
    settings: Mapping[str, Mapping[str, str]],
    decisions: tuple[Decision, ...],
) -> Record:
    together = Flow((weave_stage(decisions), *TOGETHER.stages[1:]))
    woven: Woven = next(together.run(reports, Serial(), troubles.append), _NOTHING)
    record = Record(
        manifest=Manifest(version=__version__),
        documents=woven.documents,
        marks=woven.marks,
        claims=woven.claims,
        entities=woven.entities,
        events=woven.events,
        calendar=woven.calendar,
        copies=woven.copies,
        stories=woven.stories,
        decisions=decisions,
        troubles=ordered(troubles, "file", "stage", "message"),
    )
    manifest = Manifest(
        version=__version__,
        settings={name: repr(dict(value)) for name, value in settings.items()},
        parts=FLOW.versions(),
        tables=fingerprints(),
        counts=record.counts(),
        complete=True,
    )
    return dataclasses.replace(record, manifest=manifest)


def _check_whole(text: str) -> None:
    """Make sure that a text can be written: bytes decoded with «surrogateescape» cannot."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UnreadableError(
            f"character {error.start} of the text is {text[error.start]!r}, half a character; "
            "decode its bytes again, as what they are"
        ) from error


def _listed(paths: str | Path | Iterable[str | Path]) -> list[str | Path]:
    return [paths] if isinstance(paths, (str, Path)) else list(paths)


def _with_given(given: Mapping[str, date]) -> tuple[Each, ...]:
    """Put the given dates between cleaning and marking."""
    stages = tuple(stage for stage in EACH_REPORT.stages if isinstance(stage, Each))
    return (*stages[:2], given_stage(given), *stages[2:]) if given else stages


def _without_reading(given: Mapping[str, date]) -> tuple[Each, ...]:
    return _with_given(given)[1:]


def _distinct(reports: list[Report], troubled: Callable[[Trouble], None]) -> list[Report]:
    """Keep one of several readings of the same report: the first by name."""
    kept: dict[str, Report] = {}
    for report in sorted(reports, key=lambda each: (each.document.id, each.document.name)):
        first = kept.setdefault(report.document.id, report)
        if first is not report:
            troubled(
                Trouble(
                    file=report.document.name,
                    stage="read",
                    error="DuplicateError",
                    message=f"the same outlet, address and text as {first.document.name!r}; "
                    "counted once",
                )
            )
    return list(kept.values())


def _unused(given: Mapping[str, date], reports: Iterable[Report]) -> Iterator[Trouble]:
    there = {report.document.name for report in reports}
    for name in sorted(given.keys() - there):
        yield Trouble(
            file=name,
            stage="given",
            error="SetupError",
            message=f"a publication date was given for {name!r}, but no report has that name",
        )


def _decided(decisions: Iterable[Decision] | None, folder: Path | None) -> tuple[Decision, ...]:
    path = folder / "decisions.jsonl" if folder is not None else None
    before = tuple(read_lines(path, Decision)) if path is not None and path.exists() else ()
    new = tuple(one for one in decisions or () if one not in before)
    return (*before, *new)


def _sound(stream: Iterable[object], troubled: Callable[[Trouble], None]) -> Iterator[object]:
    for item in stream:
        if isinstance(item, Trouble):
            troubled(item)
        else:
            yield item


def _log(trouble: Trouble) -> None:
    _LOG.warning("%s: %s", trouble.file, trouble.message)


def _quiet(_: int) -> None:
    """Say nothing."""
