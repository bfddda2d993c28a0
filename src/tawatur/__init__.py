"""Read many reports of one event; keep what independent chains agree on.

read → clean → mark → attribute → resolve → claim → weave → weigh → show: each arrow is a folder,
and `tawatur.flow` is the list.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tawatur.api import annotate, build, open, read  # noqa: A004 - the contract's word
    from tawatur.keep.record import Record

__version__ = "0.1.0"
__all__ = ["Record", "__version__", "annotate", "build", "open", "read"]

_HOMES = {
    "Record": "tawatur.keep.record",
    "annotate": "tawatur.api",
    "build": "tawatur.api",
    "open": "tawatur.api",
    "read": "tawatur.api",
}


def __getattr__(name: str) -> Any:
    """Import a door when it is opened, so that `import tawatur` costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'tawatur' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
