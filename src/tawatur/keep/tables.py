"""Fingerprints of the tables that answers depend on."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

_SUFFIXES = (".toml", ".jsonl", ".tsv", ".onnx")
_FOLDERS = ("lang", "kb", "codebook")


@cache
def fingerprints() -> dict[str, str]:
    """Hash every shipped table: its path in the package to its SHA-256, in order of path."""
    package = files("tawatur")
    found = {
        path: hashlib.sha256(table.read_bytes()).hexdigest()
        for folder in _FOLDERS
        for path, table in _tables(package / folder, folder)
    }
    return dict(sorted(found.items()))


def _tables(folder: Traversable, path: str) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for entry in folder.iterdir():
        below = f"{path}/{entry.name}"
        if entry.is_dir():
            found.extend(_tables(entry, below))
        elif entry.name.endswith(_SUFFIXES):
            found.append((below, entry))
    return found
