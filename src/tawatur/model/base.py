"""What every noun has in common."""

from __future__ import annotations

import hashlib

import msgspec


class Noun(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A frozen record: the same in memory, on disk and on the wire.

    A field added in a later version has a default, so that an older record still decodes.
    """


def identify(*parts: object) -> str:
    """Hash what a thing means into its id: sixteen hexadecimal digits.

    The same meaning has the same id on every machine and in every run.

    >>> identify("claim", "d1", 4, 11, "ASSAULT")
    '2c437eb0328f837d'
    """
    meaning = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(meaning.encode("utf-8", "surrogatepass")).hexdigest()[:16]
