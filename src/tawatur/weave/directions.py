"""Which way a copy went: from the report that is known to be earlier."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from tawatur.model import Copy, Document, Reason


def with_directions(copies: Iterable[Copy], documents: Iterable[Document]) -> tuple[Copy, ...]:
    """Give a direction to every copy whose two documents have different known days.

    On one day, or without days, the direction stays open.
    """
    days = {document.id: document.published.day for document in documents}
    found = []
    for copy in copies:
        left, right = days[copy.left.document], days[copy.right.document]
        if copy.kind == "formula" or left is None or right is None or left == right:
            found.append(copy)
            continue
        earlier, later = sorted((left, right))
        reason = Reason(rule="printed first", words=f"{earlier} before {later}")
        found.append(
            replace(
                copy,
                direction="left_to_right" if left < right else "right_to_left",
                because=(*copy.because, reason),
            )
        )
    return tuple(found)
