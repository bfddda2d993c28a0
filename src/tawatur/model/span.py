"""Where something stands in a text."""

from __future__ import annotations

import msgspec


class Span(
    msgspec.Struct, frozen=True, gc=False, order=True, array_like=True, forbid_unknown_fields=True
):
    """Half-open range of Unicode code points of `Document.text`; on disk `[start, end]`.

    Raises:
        ValueError: the span runs backwards or starts before the text.

    >>> Span(4, 11).of("قال المتحدث")
    'المتحدث'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forwards: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Cut the span out of `text`."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end
