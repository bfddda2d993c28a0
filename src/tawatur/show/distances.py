"""The distance between two days, in words."""

from __future__ import annotations

import math
from collections.abc import Callable

from tawatur.show.labels import Language, counted, label

FORMS: tuple[tuple[str, Callable[[float, float], bool]], ...] = (
    ("same", lambda low, high: low == high == 0),
    ("exactly_after", lambda low, high: low == high > 0),
    ("exactly_before", lambda low, high: low == high < 0),
    ("not_earlier", lambda low, high: low == 0 and high == math.inf),
    ("not_later", lambda low, high: low == -math.inf and high == 0),
    ("least_after", lambda low, high: low > 0 and high == math.inf),
    ("least_before", lambda low, high: low == -math.inf and high < 0),
    ("not_more_before", lambda low, high: -math.inf < low < 0 and high == math.inf),
    ("not_more_after", lambda low, high: low == -math.inf and 0 < high < math.inf),
    ("most_after", lambda low, high: low == 0 < high),
    ("most_before", lambda low, high: low < 0 == high),
    ("range_after", lambda low, high: 0 < low < high),
    ("range_before", lambda low, high: low < high < 0),
    ("around", lambda low, high: low < 0 < high < math.inf and low > -math.inf),
    ("open", lambda *_: True),
)
"""The ways to say a distance; the first that holds is taken."""


def distance_in_words(low: int | None, high: int | None, lang: Language) -> str:
    """Say how far one day is from another: `low` to `high` days after it, null being open.

    What is said stands between the names of the two days.

    >>> [distance_in_words(low, high, "en") for low, high in ((4, 4), (0, 0), (-3, -1))]
    ['is 4 days after', 'is on the same day as', 'is 1 to 3 days before']
    >>> distance_in_words(2, None, "ar")
    'بعد يومين على الأقل من'
    """
    ends = (-math.inf if low is None else low, math.inf if high is None else high)
    form = next(form for form, holds in FORMS if holds(*ends))
    low_days, high_days = abs(low or 0), abs(high or 0)
    return label(f"distance.{form}", lang).format(
        low=counted("days_of", low_days, lang),
        high=counted("days_of", high_days, lang),
        low_number=low_days,
        high_number=high_days,
    )
