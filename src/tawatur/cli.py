"""The command line: results on stdout, progress and troubles on stderr."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NoReturn

import msgspec
import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

import tawatur
from tawatur import api
from tawatur.errors import InputError, TawaturError
from tawatur.given import read_given
from tawatur.keep.files import FILES, schema
from tawatur.keep.record import Record
from tawatur.read.encoding import decode
from tawatur.show import VIEWS, render

app = typer.Typer(
    help="Read Arabic news reports and give back one corroborated record of events.",
    no_args_is_help=True,
    add_completion=False,
)
_STDERR = Console(stderr=True)
_STDOUT = Console()
_MOST_TOLD = 20
"""Troubles of one kind that are told on the terminal; a folder of copies has thousands."""

Paths = Annotated[list[Path], typer.Argument(help="Files and folders of reports.")]
Folder = Annotated[Path, typer.Argument(help="A folder that `build` wrote.")]
Published = Annotated[
    list[str] | None,
    typer.Option("--published", help="A publication date that you know: NAME=2021-12-08."),
]
Column = Annotated[
    list[str] | None,
    typer.Option("--column", help="For JSON Lines, which column holds what: text=body."),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]


@app.command()
def build(
    paths: Paths,
    out: Annotated[Path, typer.Option("--out", "-o", help="The folder to write the record to.")],
    published: Published = None,
    column: Column = None,
    run: Annotated[str, typer.Option(help="Where to run: serial or pool.")] = "pool",
    workers: Annotated[int | None, typer.Option(help="Processes of the pool.")] = None,
    json: Json = False,
) -> None:
    """Build one record from reports."""
    with _told(), _progress() as progress:
        record = api.build(
            paths,
            out=out,
            published=read_given(published),
            columns=_columns(column),
            run=run,
            workers=workers,
            progress=progress,
        )
    _tell_troubles(record)
    if json:
        _print_json(record.manifest)
    else:
        counts = ", ".join(f"{count} {kind}" for kind, count in record.counts().items())
        typer.echo(f"{out}: {counts}")


@app.command()
def annotate(
    file: Annotated[str, typer.Argument(help="A file, or - for standard input.")],
    published: Annotated[str | None, typer.Option(help="Its publication date: 2021-12-08.")] = None,
    outlet: Annotated[str | None, typer.Option(help="The outlet that printed it.")] = None,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="Take every line as a report; print a line for each.")
    ] = False,
) -> None:
    """Mark and code one report, or one a line, and print JSON."""
    with _told():
        for text in _lines(_text_of(file), jsonl=jsonl):
            found = api.annotate(text, published=published, outlet=outlet)
            sys.stdout.write(msgspec.json.encode(found).decode() + "\n")


@app.command()
def show(
    folder: Folder,
    view: Annotated[str, typer.Option("--as", help=f"One of: {', '.join(VIEWS)}.")] = "timeline",
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Write it to a file.")] = None,
    lang: Annotated[
        str | None, typer.Option(help="Language of the interface, ar or en; each view has its own.")
    ] = None,
    names: Annotated[
        bool, typer.Option("--names/--no-names", help="Show or leave out names of persons.")
    ] = True,
) -> None:
    """Show a record: the timeline in the terminal, or a brief to open in a browser."""
    with _told():
        options: dict[str, object] = {"names": names} | ({"lang": lang} if lang else {})
        if view == "timeline" and out is None:
            options |= {"width": max(80, _STDOUT.width), "colour": _STDOUT.is_terminal}
        shown = render(api.open(folder), view, **options)
        target = out or (folder / "brief.html" if view == "brief" else None)
        if target is None:
            sys.stdout.write(shown)
        else:
            target.write_text(shown, encoding="utf-8")
            typer.echo(str(target))


@app.command()
def read(paths: Paths, column: Column = None) -> None:
    """Read reports and print the documents, a JSON line each."""
    with _told():
        for document in api.read(*paths, columns=_columns(column), troubled=_tell):
            sys.stdout.write(msgspec.json.encode(document).decode() + "\n")


@app.command("schema")
def print_schema(
    kind: Annotated[str, typer.Argument(help=f"One of: {', '.join(FILES)}, manifest.")],
) -> None:
    """Print the JSON Schema of a line of a record's file."""
    with _told():
        if kind not in {*FILES, "manifest"}:
            _fail(f"a record has no {kind!r}; it has {', '.join(FILES)} and manifest")
        _print_json(schema(kind))


@app.callback(invoke_without_command=True)
def main(
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Tawatur (تواتر): reports in, one corroborated record out."""
    if version:
        typer.echo(tawatur.__version__)
        raise typer.Exit


@contextmanager
def _told() -> Iterator[None]:
    """Turn what went wrong on purpose into a message and an exit code."""
    try:
        yield
    except OSError as error:
        _fail(f"{error.filename!r}: {error.strerror}" if error.filename else str(error))
    except TawaturError as error:
        _fail(str(error))


def _fail(message: str) -> NoReturn:
    # Escaped: a file's name may hold brackets, which are markup here.
    _STDERR.print(f"[red]tawatur:[/red] {escape(message)}", highlight=False, soft_wrap=True)
    raise typer.Exit(code=1)


@contextmanager
def _progress() -> Iterator[api.Progress]:
    columns = (SpinnerColumn(), TextColumn("{task.completed} reports"), TimeElapsedColumn())
    with Progress(*columns, console=_STDERR, transient=True) as shown:
        task = shown.add_task("reports", total=None)
        yield lambda done: shown.update(task, completed=done)


def _columns(pairs: list[str] | None) -> dict[str, str] | None:
    if not pairs:
        return None
    wrong = [pair for pair in pairs if "=" not in pair]
    if wrong:
        _fail(f"{wrong[0]!r} names no column; write --column text=body")
    return dict(pair.split("=", 1) for pair in pairs)


def _text_of(file: str) -> str:
    """Read a file or, for «-», standard input, in any encoding that Arabic pages have."""
    raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    try:
        return decode(raw).text
    except InputError as error:
        _fail(f"{file!r}: {error}")


def _lines(text: str, *, jsonl: bool) -> list[str]:
    return [line for line in text.splitlines() if line] if jsonl else [text]


def _tell(trouble: tawatur.model.Trouble) -> None:
    said = f"[yellow]{escape(trouble.file)}[/yellow] ({trouble.stage}): {escape(trouble.message)}"
    _STDERR.print(said, highlight=False, soft_wrap=True)


def _tell_troubles(record: Record) -> None:
    """Tell the first troubles of each kind; all of them stand in the record."""
    told: Counter[str] = Counter()
    for trouble in record.troubles:
        told[trouble.error] += 1
        if told[trouble.error] <= _MOST_TOLD:
            _tell(trouble)
    for kind, count in sorted(told.items()):
        if count > _MOST_TOLD:
            more = f"{count - _MOST_TOLD:,} more of {kind}; troubles.jsonl has all"
            _STDERR.print(f"… and {more}", highlight=False, soft_wrap=True)


def _print_json(noun: object) -> None:
    sys.stdout.write(msgspec.json.format(msgspec.json.encode(noun)).decode() + "\n")
