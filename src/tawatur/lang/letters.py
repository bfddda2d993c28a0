"""Folding: the same word in any spelling becomes the same letters. For matching, never for storing."""

from __future__ import annotations

MARKS = frozenset("\u0640\u0670" + "".join(map(chr, range(0x064B, 0x0660))))
"""Harakat, superscript alif, and tatweel: carried by a letter, dropped when folding."""

_CONTROLS = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
DROPPED = MARKS | frozenset(_CONTROLS)

_LETTERS = {
    "أإآٱ": "ا",
    "ىئیېێ": "ي",
    "ؤۆۇ": "و",
    "ةەۀہھ": "ه",
    "گکڭ": "ك",
    "پ": "ب",
    "چ": "ج",
    "ژ": "ز",
    "ڤ": "ف",
    "ڨ": "ق",
    "ڕ": "ر",
    "ڵ": "ل",
    "٠۰": "0", "١۱": "1", "٢۲": "2", "٣۳": "3", "٤۴": "4",
    "٥۵": "5", "٦۶": "6", "٧۷": "7", "٨۸": "8", "٩۹": "9",
    "٫": ".", "٬": ",",
    "\u00a0\u2009\u202f\t": " ",
}  # fmt: skip
FOLD = {ord(written): plain for group, plain in _LETTERS.items() for written in group}
"""One letter for one letter, so that only dropped characters move an offset."""

_GONE = {**FOLD, **{ord(mark): None for mark in DROPPED}}


def fold(words: str) -> str:
    """Fold a row of a lexicon or a name, to be compared with a folded text.

    >>> fold("البيشمرگة أَعلنت ١٣ قتيلاً") == fold("البيشمركه اعلنت 13 قتيلا")
    True
    """
    return words.translate(_GONE)
