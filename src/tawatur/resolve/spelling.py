"""How alike two spellings of a name are."""

from __future__ import annotations

from functools import cache, lru_cache

import regex

from tawatur.kb.name_parts import name_parts
from tawatur.lang.letters import fold
from tawatur.mark.person_names import particles

_SOFT = frozenset("اويهء")
"""Long vowels and the letters that stand for Kurdish vowels: written or left out as one likes."""
_CONSONANTS = str.maketrans(
    {
        **dict.fromkeys("اويهء "),
        "غ": "ك",
        "خ": "ك",
        "ق": "ك",
        "ط": "ت",
        "ث": "ت",
        "ص": "س",
        "ض": "د",
        "ظ": "د",
        "ذ": "د",
    }
)
_PAIRS = "غخ قك غق خق غك كخ جك غج ضظ سص تط دذ زذ ثس هح هت ثت دض ذظ وا يا وي كج فو بو"
_CONFUSED = {frozenset(pair): 0.4 for pair in _PAIRS.split()}
_SOFT_COST = 0.35
"""Both costs come from the sketch that kept all of 17 pairs above .92 and 11 others below .79."""
_LETTERS = regex.compile(r"[^\p{L}\d]+")


def name_tokens(name: str) -> tuple[str, ...]:
    """Cut a name into parts, folded, without «ال»; «عبد الأمير», «يار الله» are one part each.

    >>> name_tokens("عبد الأمير يار الله")
    ('عبدامير', 'يارالله')
    """
    parts: list[str] = []
    joins = False
    for word in _LETTERS.sub(" ", fold(name)).split():
        bare = word.removeprefix("ال") if len(word) > 4 else word
        if bare.startswith("عبدال") and len(bare) > 6:
            bare = "عبد" + bare[5:]
        ends = word in particles("ends")
        if parts and (joins or ends):
            parts[-1] += word if ends else bare
        else:
            parts.append(bare)
        joins = word in particles("joins")
    return tuple(parts)


@cache
def skeleton(name: str) -> str:
    """Reduce a name to its consonants, with letters that spellings confuse taken as one.

    Names with one skeleton may be one name; only their surroundings can say so.

    >>> skeleton("قره جوخ") == skeleton("قرجوغ") == skeleton("گرجوخ")
    True
    """
    return "".join(name_tokens(name)).translate(_CONSONANTS)


@lru_cache(maxsize=65_536)
def similarity(left: str, right: str) -> float:
    """Compare two spellings letter by letter, 0 to 1; spaces, «ال», hamza and the like are free.

    Long vowels cost little, and so do letters that are written for one another (غ and خ, ق and ك).

    >>> similarity("خضر جيجة", "خضرجيجة")
    1.0
    >>> similarity("قرجوخ", "قرجوغ") > 0.9 > similarity("مخمور", "خانقين")
    True
    """
    ours, theirs = "".join(name_tokens(left)), "".join(name_tokens(right))
    if ours == theirs:
        return 1.0
    return 1.0 - _distance(ours, theirs) / max(len(ours), len(theirs), 1)


def _distance(ours: str, theirs: str) -> float:
    above = [0.0]
    for letter in theirs:
        above.append(above[-1] + _drop(letter))
    for mine in ours:
        row = [above[0] + _drop(mine)]
        for place, letter in enumerate(theirs):
            row.append(
                min(
                    above[place] + _swap(mine, letter),
                    above[place + 1] + _drop(mine),
                    row[place] + _drop(letter),
                )
            )
        above = row
    return above[-1]


def _drop(letter: str) -> float:
    return _SOFT_COST if letter in _SOFT else 1.0


def _swap(mine: str, letter: str) -> float:
    return 0.0 if mine == letter else _CONFUSED.get(frozenset((mine, letter)), 1.0)


@lru_cache(maxsize=65_536)
def same_person(left: str, right: str) -> float:
    """Compare two persons' names part by part, 0 to 1; given and family name must both be alike.

    Parts that only the longer name has are free between its first and its last («عبد الأمير رشيد
    يار الله»). Two given names that exist side by side («حسن», «حسين») are never one spelling. A
    surname alone is 0: it names nobody.

    >>> same_person("عبد الأمير يار الله", "عبدالأمير رشيد يارالله")
    1.0
    >>> same_person("عبد الأمير يار الله", "عبد الأمير الشمري") < 0.8
    True
    """
    short, long = sorted((name_tokens(left), name_tokens(right)), key=len)
    if len(short) < 2:
        return 0.0
    middle = [
        max(long[1:-1] or long, key=lambda other: _alike(part, other)) for part in short[1:-1]
    ]
    pairs = list(zip(short, (long[0], *middle, long[-1]), strict=True))
    weakest = min(_alike(*pair) for pair in pairs)
    if weakest < PART:
        return round(weakest, 3)
    return round(
        similarity(" ".join(ours for ours, _ in pairs), " ".join(theirs for _, theirs in pairs)), 3
    )


PART = 0.8
"""Each part of two persons' names must be this much alike, whatever the whole is."""
_SIDE_BY_SIDE = 0.7
_LONG = 6
_ONE_LETTER = 0.9
"""«عيسى» and «عيسا» are one name in two spellings, «سالم» and «سليم» are not."""


def _alike(left: str, right: str) -> float:
    given = name_parts().given
    alike = similarity(left, right)
    two_names = left != right and left in given and right in given
    one_letter = len(left) == len(right) and alike >= _ONE_LETTER
    if two_names and not one_letter and min(len(left), len(right)) < _LONG:
        return _SIDE_BY_SIDE
    return alike
