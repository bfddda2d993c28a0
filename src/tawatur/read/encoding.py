"""Bytes in, text out: what Arabic pages were saved in over thirty years."""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Callable
from typing import NamedTuple

import charset_normalizer
import regex

from tawatur.errors import EmptyError, UnreadableError
from tawatur.model import Reason

SAMPLE = 65_536
"""Bytes looked at when guessing; a guess does not get better with more."""

_SIGNATURES = {
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a zip archive or an office document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a gzip archive",
}
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UTF16_ROWS = frozenset({0x00, 0x06, 0x20, 0xFB, 0xFC, 0xFD, 0xFE})
"""High bytes of ASCII, Arabic, general punctuation and Arabic presentation forms."""
_UTF16_SHARE = 0.95
_BROKEN_SHARE = 0.2
"""Share of bytes above ASCII outside sound UTF-8 sequences; above it this never was UTF-8. In
Arabic of an eight-bit code page nearly all are outside, in a damaged UTF-8 page a few."""
_CONTROL_SHARE = 0.01

_SEQUENCE = regex.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_ABOVE_ASCII = regex.compile(rb"[\x80-\xff]")
_ARABIC_WORD = regex.compile(r"(?<![A-Za-z])[\u0621-\u064a]+(?![A-Za-z\u0621-\u064a])")
"""No word is half Latin: French accents read in the wrong code page become Arabic letters."""
_FOREIGN_LETTER = regex.compile(r"[^\x00-\x7f\P{L}]")
_LETTER = regex.compile(r"\p{L}")
_CONTROL = regex.compile(r"[\x00-\x08\x0e-\x1f]")
_WORD = regex.compile(r"[\p{L}\p{N}]")
_DECLARED = regex.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""")


class Decoded(NamedTuple):
    """A text, what it was saved in, and how many places could not be read and stand as U+FFFD."""

    text: str
    encoding: str
    broken: int


def decode(raw: bytes, *, declared: str | None = None) -> Decoded:
    r"""Turn bytes into text without changing it; a byte order mark is left out.

    `declared` is what a page says of itself; it is asked only where the bytes are not UTF-8.

    Raises:
        EmptyError: there is no letter and no digit.
        UnreadableError: the bytes are not text; the message says what they look like.

    >>> decode("انفجار في البصرة".encode("cp1256"))
    Decoded(text='انفجار في البصرة', encoding='cp1256', broken=0)
    """
    for signature, kind in _SIGNATURES.items():
        if raw.startswith(signature):
            raise UnreadableError(f"it is {kind}; save its text as .txt or .html first")
    ways: tuple[Callable[[bytes], Decoded | None], ...] = (
        _by_mark,
        _as_bare_utf16,
        _as_utf8,
        lambda data: _as_declared(data, declared),
        _as_broken_utf8,
        _as_code_page,
        _as_guessed,
    )
    decoded = next((found for way in ways if (found := way(raw)) is not None), None)
    if decoded is None:
        raise UnreadableError("its encoding is unknown; save it as UTF-8")
    _check_readable(decoded.text)
    return decoded


def notes_on(decoded: Decoded) -> tuple[Reason, ...]:
    """Say what somebody who compares the text with the bytes should know."""
    notes = []
    if decoded.encoding != "utf-8":
        notes.append(Reason(rule="encoding", words=f"read as {decoded.encoding}"))
    if decoded.broken:
        said = f"{decoded.broken} places are not {decoded.encoding} and stand as U+FFFD"
        notes.append(Reason(rule="broken bytes", words=said))
    return tuple(notes)


def declared_charset(raw: bytes) -> str | None:
    """Find what an HTML page says of its own encoding, if Python knows it.

    >>> declared_charset(b'<meta charset="windows-1256">')
    'cp1256'
    """
    found = _DECLARED.search(raw[:4096].lower())
    if found is None:
        return None
    try:
        return codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return None


def _by_mark(raw: bytes) -> Decoded | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return _replaced(raw[len(mark) :], encoding)
    return None


def _as_bare_utf16(raw: bytes) -> Decoded | None:
    sample = raw[:SAMPLE]
    if len(raw) % 2 or not raw or not (b"\x00" in sample or b"\x06" in sample):
        return None
    for encoding, high, low in (("utf-16-le", 1, 0), ("utf-16-be", 0, 1)):
        rows = sample[high::2]
        likely = sum(rows.count(row) for row in _UTF16_ROWS) / len(rows)
        if likely >= _UTF16_SHARE and len(set(sample[low::2])) > len(set(rows)):
            return _replaced(raw, encoding)
    return None


def _as_utf8(raw: bytes) -> Decoded | None:
    try:
        return Decoded(raw.decode("utf-8"), "utf-8", 0)
    except UnicodeDecodeError:
        return None


def _as_declared(raw: bytes, declared: str | None) -> Decoded | None:
    if declared is None or declared == "utf-8":
        return None
    try:
        return Decoded(raw.decode(declared), declared, 0)
    except (UnicodeError, LookupError):
        return None


def _as_broken_utf8(raw: bytes) -> Decoded | None:
    above = len(_ABOVE_ASCII.findall(raw))
    sound = sum(len(sequence) for sequence in _SEQUENCE.findall(raw))
    return _replaced(raw, "utf-8") if (above - sound) / above <= _BROKEN_SHARE else None


def _as_code_page(raw: bytes) -> Decoded | None:
    """Choose between the two Arabic code pages; the right one gives Arabic, the other Latin vowels."""
    best = max(
        (
            Decoded(raw.decode(page), page, 0)
            for page in ("cp1256", "iso8859-6")
            if _fits(raw, page)
        ),
        key=lambda decoded: _arabic_share(decoded.text[:SAMPLE]),
    )
    sample = best.text[:SAMPLE]
    foreign = len(_FOREIGN_LETTER.findall(sample))
    dense = foreign > 0.2 * len(_LETTER.findall(sample))
    return None if dense and _arabic_share(sample) < 0.7 else best


def _as_guessed(raw: bytes) -> Decoded | None:
    guess = charset_normalizer.from_bytes(raw[:SAMPLE]).best()
    return None if guess is None else _replaced(raw, guess.encoding)


def _fits(raw: bytes, page: str) -> bool:
    try:
        raw.decode(page)
    except UnicodeDecodeError:
        return False
    return True


def _arabic_share(sample: str) -> float:
    foreign = len(_FOREIGN_LETTER.findall(sample))
    arabic = sum(map(len, _ARABIC_WORD.findall(sample)))
    return arabic / foreign if foreign else 0.0


def _replaced(raw: bytes, encoding: str) -> Decoded:
    text = raw.decode(encoding, errors="replace")
    already = raw.count("\ufffd".encode(encoding)) if encoding.startswith("utf") else 0
    return Decoded(text, encoding, max(0, text.count("\ufffd") - already))


def _check_readable(text: str) -> None:
    controls = len(_CONTROL.findall(text))
    if "\x00" in text or controls > _CONTROL_SHARE * len(text):
        raise UnreadableError("it holds bytes that no text has; is it a program or a picture?")
    if not _WORD.search(text):
        raise EmptyError("there is no word in it")


def sha256_of(raw: bytes) -> str:
    """Hash bytes as they came in, for the record and for nothing secret."""
    return hashlib.sha256(raw).hexdigest()
