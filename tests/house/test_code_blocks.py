"""What the pages tell people to type works."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import regex
from typer.testing import CliRunner

from house.pages import DOCS, ROOT, blocks, commands, named
from tawatur.cli import app
from tawatur.model import Document
from tawatur.run.serial import Serial
from tawatur.stage import Each

TOLD = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
WITH_COMMANDS = [page for page in TOLD if any(words[0] == "tawatur" for words in commands(page))]
WITH_PYTHON = [page for page in TOLD if blocks(page, "python")]
_PYTHON = regex.compile(
    r"^```python\n(?P<code>.*?)^```\n(?P<output>\n```text\n.*?^```\n)?", regex.M | regex.S
)
NOT_RUN = ("make", "git", "cd", "pip", ".venv/bin/just")


@pytest.mark.parametrize("page", WITH_COMMANDS, ids=named)
@pytest.mark.usefixtures("desk")
def test_the_commands_of_a_page_can_be_typed(page: Path) -> None:
    for words in commands(page):
        if words[0] == "tawatur":
            done = CliRunner().invoke(app, words[1:])
            assert done.exit_code == 0, f"{' '.join(words)}: {done.output}"


@pytest.mark.parametrize("page", TOLD, ids=named)
def test_a_page_asks_for_no_unknown_program(page: Path) -> None:
    programs = {words[0] for words in commands(page)}
    assert programs <= {"tawatur", *NOT_RUN}


@pytest.mark.parametrize("page", [*TOLD, ROOT / "CONTRIBUTING.md"], ids=named)
def test_a_target_of_make_that_a_page_names_exists(page: Path) -> None:
    if shutil.which("make") is None:
        pytest.skip("needs make")
    targets = set(regex.findall(r"`?\bmake ([a-z]+)`", page.read_text(encoding="utf-8")))
    targets |= {words[1] for words in commands(page) if words[0] == "make"}
    for target in sorted(targets):
        done = subprocess.run(
            ["make", "--dry-run", target], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("page", WITH_PYTHON, ids=named)
@pytest.mark.usefixtures("desk")
def test_the_python_of_a_page_runs_and_prints_what_the_page_shows(page: Path) -> None:
    told = page.read_text(encoding="utf-8")
    printed = run_python(page)[1]
    if os.environ.get("UPDATE_GOLDEN"):
        page.write_text(printed, encoding="utf-8")
        told = printed
    assert told == printed, "if the new output is right: UPDATE_GOLDEN=1 just test tests/house"


def run_python(page: Path) -> tuple[dict[str, Any], str]:
    """Run the Python blocks of a page one after another, as a reader would.

    Returns the names they leave and the page with what they printed: a `text` block right below a
    Python block shows its output.
    """
    names: dict[str, Any] = {"__name__": "page"}

    def run(found: regex.Match[str]) -> str:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(found["code"], named(page), "exec", dont_inherit=True), names)
        output = f"\n```text\n{printed.getvalue()}```\n" if found["output"] else ""
        return f"```python\n{found['code']}```\n{output}"

    return names, _PYTHON.sub(run, page.read_text(encoding="utf-8"))


def _shout() -> Any:
    return lambda documents: [document.text + "!" for document in documents]


def test_the_executor_of_the_documentation_keeps_the_contract() -> None:
    threads = run_python(DOCS / "how" / "add-an-executor.md")[0]["Threads"](2)
    nothing = frozenset[str]()
    stage = Each(name="shout", make=_shout, reads=nothing, writes=nothing, version="1", batch=2)
    documents = [Document.of(name=str(n), text=f"قتل {n} أشخاص") for n in range(7)]
    try:
        assert list(threads.each((stage,), documents)) == list(Serial().each((stage,), documents))
    finally:
        threads.close()
