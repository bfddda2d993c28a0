"""Families of triggers: what can name one happening in different words, and what comes first."""

from __future__ import annotations

from collections.abc import Iterable

JOINS: tuple[frozenset[str], ...] = (
    frozenset({"attack", "killing", "strike", "clash"}),
    frozenset({"operation", "strike"}),
)
"""Families that can name one happening: an attack and the deaths in it."""

PATIENT_FIRST = frozenset(
    {"killing", "arrest", "displacement", "raid", "abduct", "torture", "demolish", "destroy"}
)
"""Families whose verbal noun is followed by the one it happened to: «مقتل سبعة», «اعتقال ناشط»."""

SWEEPS = frozenset({"coerce.sweep"})
"""Rows of other families that do the same: «تمشيط القرى», «ملاحقة عناصر التنظيم»."""


def can_join(left: Iterable[str], right: Iterable[str]) -> bool:
    """Tell whether families can name one happening.

    >>> can_join({"attack"}, {"killing"}), can_join({"visit"}, {"meet"})
    (True, False)
    """
    both = {*left, *right}
    return len(both) == 1 or any(both <= join for join in JOINS)
