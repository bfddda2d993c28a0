"""An item that was set aside."""

from __future__ import annotations

from tawatur.model.base import Noun


class Trouble(Noun, frozen=True, kw_only=True):
    """Why something of `file` went no further than `stage`, in words for the person who can act."""

    file: str
    stage: str
    error: str
    message: str
