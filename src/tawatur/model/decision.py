"""What a person decided."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from tawatur.model.base import Noun


class Decision(Noun, frozen=True, kw_only=True):
    """A person's word on one thing or on two; appended, never changed, honoured by every build.

    `same` and `different` are about `left` and `right` (two entities or two events); `right` and
    `wrong` are about `left` alone (a claim).
    """

    left: str
    right: str | None = None
    verdict: Literal["same", "different", "right", "wrong"]
    by: str
    at: datetime
    why: str = ""
