"""Why the record says what it says."""

from __future__ import annotations

from tawatur.model.base import Noun


class Reason(Noun, frozen=True, kw_only=True):
    """One step of an explanation, with the words that support it.

    `rule` names the step, `words` quotes or says it; `document`, `start`, `end` are null together
    where the reason is not in a text (a row of the knowledge base, a merge of two claims).

    >>> Reason(rule="weekday", words="اليوم الأربعاء", document="d1", start=52, end=66).words
    'اليوم الأربعاء'
    """

    rule: str
    words: str
    document: str | None = None
    start: int | None = None
    end: int | None = None

    def __post_init__(self) -> None:
        placed = [part is not None for part in (self.document, self.start, self.end)]
        if any(placed) and not all(placed):
            raise ValueError(f"{self.rule!r}: document, start and end go together or not at all")
