"""What holds for the repository as a whole."""

from __future__ import annotations

import os
import shutil
import subprocess
import tomllib
from functools import cache
from pathlib import Path

import pytest
import regex

import tawatur
from house.pages import ROOT

LARGEST = 2_000_000
"""Bytes of one file; what is larger is data and has another home."""
BUILT = {".git", ".venv", "site", "build", "dist", "record", "__pycache__"}
_MACHINE = regex.compile(r"(?<![\w.~])/(?:home|root|Users|work|farm)/\w")


@cache
def _files() -> tuple[Path, ...]:
    """Give the files of the repository: those git knows or would add, or all that is not built."""
    git = shutil.which("git")
    if git and (ROOT / ".git").exists():
        listed = subprocess.run(
            [git, "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            check=True,
            capture_output=True,
        ).stdout
        found = {ROOT / os.fsdecode(name) for name in listed.split(b"\0") if name}
    else:
        found = {path for path in ROOT.rglob("*") if not BUILT & set(path.relative_to(ROOT).parts)}
    return tuple(sorted(path for path in found if path.is_file()))


def _texts() -> dict[str, str]:
    texts = {}
    for path in _files():
        try:
            texts[path.relative_to(ROOT).as_posix()] = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
    return texts


def test_the_changelog_tells_of_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = regex.findall(r"^## \[([^\]]+)\]", changelog, regex.M)
    assert next(name for name in versions if name != "Unreleased") == tawatur.__version__


def test_the_citation_names_this_version() -> None:
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8").splitlines()
    assert f"version: {tawatur.__version__}" in citation


def test_no_file_names_a_path_of_one_machine() -> None:
    assert [name for name, text in _texts().items() if _MACHINE.search(text)] == []


def test_no_file_is_too_large_for_a_repository() -> None:
    assert [path.name for path in _files() if path.stat().st_size > LARGEST] == []


ORIGINS = tomllib.loads(
    (ROOT / "src" / "tawatur" / "kb" / "rows" / "origins.toml").read_text(encoding="utf-8")
)["origin"]


@pytest.mark.parametrize("origin", ORIGINS, ids=lambda origin: str(origin["id"]))
def test_every_origin_of_shipped_knowledge_is_in_the_notice(origin: dict[str, str]) -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    told = regex.search(rf"^- {origin['id']}:(?:.*\n)(?:  .*\n)*", notice, regex.M)
    assert told
    assert origin["licence"] in told[0]
    assert origin.get("url", "") in told[0]


@pytest.mark.parametrize("name", ["contexts", "events", "modes", "sectors"])
def test_every_table_of_the_codebook_says_whose_its_names_are(name: str) -> None:
    path = ROOT / "src" / "tawatur" / "codebook" / "plover" / f"{name}.toml"
    head = path.read_text(encoding="utf-8").partition("\n[[row]]")[0]
    assert "PLOVER" in head
    assert "CC BY-SA 4.0" in head
    assert "CC BY-SA 4.0" in (ROOT / "NOTICE").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", [["make", "help"], ["make", "-n", "demo", "test", "check"]])
def test_the_makefile_can_be_read(command: list[str]) -> None:
    if shutil.which("make") is None:
        pytest.skip("needs make")
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_gate_can_be_run() -> None:
    gate = ROOT / ".ci" / "run"
    assert os.access(gate, os.X_OK)
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("needs bash")
    subprocess.run([bash, "-n", str(gate)], check=True)
