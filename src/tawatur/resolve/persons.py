"""Persons inside one document: full names, their spellings, and the surnames that repeat them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tawatur.resolve.spelling import name_tokens, same_person, similarity

SAME = 0.9
"""Likeness from which two full names of one document are one person's; across documents it takes
more. The nearest pair of different persons in the hand list stands at .83."""
_SURNAME = 0.9


def group_persons(names: Sequence[str]) -> Mapping[str, str]:
    """Map each name to the full name it repeats: a spelling of it, or its surname alone.

    A surname that two persons share stays by itself; so does a name that is like two others.

    >>> group_persons(["مصطفى الكاظمي", "الكاظمي", "مسرور بارزاني", "نيجيرفان بارزاني", "بارزاني"])["الكاظمي"]
    'مصطفى الكاظمي'
    >>> group_persons(["مسرور بارزاني", "نيجيرفان بارزاني", "بارزاني"])["بارزاني"]
    'بارزاني'
    """
    every = sorted(set(names), key=lambda name: (-len(name_tokens(name)), name))
    full = [name for name in every if len(name_tokens(name)) > 1]
    heads: list[str] = []
    found: dict[str, str] = {}
    for name in full:
        like = [head for head in heads if same_person(head, name) >= SAME]
        found[name] = like[0] if len(like) == 1 else name
        if found[name] == name:
            heads.append(name)
    for name in every:
        if name not in found:
            like = [head for head in heads if _repeats(name, head)]
            found[name] = like[0] if len(like) == 1 else name
    return found


def _repeats(name: str, head: str) -> bool:
    """Tell whether a name of one part is the last part of a full name, or all but its first."""
    parts = name_tokens(head)
    return max(similarity(name, parts[-1]), similarity(name, " ".join(parts[1:]))) >= _SURNAME
