"""The files of a record and the noun on each line of them."""

from __future__ import annotations

import msgspec

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

FILES: dict[str, type[msgspec.Struct]] = {
    "documents": Document,
    "marks": Marks,
    "claims": Claim,
    "entities": Entity,
    "events": Event,
    "calendar": CalendarLine,
    "copies": Copy,
    "stories": Story,
    "decisions": Decision,
    "troubles": Trouble,
}
"""Every kind, in the order in which a reader of the record meets them."""

MANIFEST = "manifest.json"


def schema(kind: str) -> dict[str, object]:
    """Generate the JSON Schema of one line of `<kind>.jsonl`, or of manifest.json.

    >>> schema("troubles")["$ref"]
    '#/$defs/Trouble'
    """
    noun = Manifest if kind == "manifest" else FILES[kind]
    made: dict[str, object] = msgspec.json.schema(noun)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
