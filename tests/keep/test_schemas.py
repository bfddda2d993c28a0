"""The shipped JSON Schemas are those of the code, and records fit them."""

from __future__ import annotations

import json
import os
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from keep.frozen import FROZEN, lines_of
from strategies import patient, structs
from tawatur.keep.files import FILES, schema
from tawatur.model import Manifest

SHIPPED = Path(str(files("tawatur.keep") / "schemas"))
KINDS = [*FILES, "manifest"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_shipped_schema_is_that_of_the_code(kind: str) -> None:
    path = SHIPPED / f"{kind}.json"
    made = json.dumps(schema(kind), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(made, encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == made, (
        f"{kind}.json is behind the code: if the change is wanted, run with UPDATE_GOLDEN=1"
    )


def test_nothing_else_is_shipped_as_a_schema() -> None:
    assert sorted(path.stem for path in SHIPPED.iterdir()) == sorted(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_a_schema(kind: str) -> None:
    Draft202012Validator.check_schema(schema(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_the_frozen_record_fits_the_schemas(kind: str) -> None:
    fits = Draft202012Validator(_shipped(kind))
    for line in lines_of(FROZEN, kind):
        fits.validate(json.loads(line))


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_the_model_allows_fits_the_schemas(kind: str) -> None:
    fits = Draft202012Validator(_shipped(kind))

    @given(structs(Manifest if kind == "manifest" else FILES[kind]))
    @settings(patient, max_examples=15)
    def fitting(noun: msgspec.Struct) -> None:
        fits.validate(json.loads(msgspec.json.encode(noun)))

    fitting()


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("documents", {"id": "d1"}),
        ("events", {"grade": "F"}),
        ("claims", {"status": "rumoured"}),
        ("copies", {"direction": "upwards"}),
        ("troubles", {"file": 7, "stage": "read", "error": "", "message": ""}),
        ("manifest", {"version": "0.1.0", "complete": "yes"}),
    ],
)
def test_what_the_model_refuses_fits_no_schema(kind: str, line: dict[str, Any]) -> None:
    assert not Draft202012Validator(_shipped(kind)).is_valid(line)
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(line, Manifest if kind == "manifest" else FILES[kind])


def _shipped(kind: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SHIPPED / f"{kind}.json").read_text(encoding="utf-8"))
    return found
