from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.errors import EmptyError, UnreadableError
from tawatur.read.encoding import declared_charset, decode

REPORT = (
    "أعلنت الشرطة، فجر الأحد، أن حريقاً اندلع في مخزن للوقود قرب الميناء القديم.\r\n"
    "وقال مدير الدفاع المدني إن فرق الإطفاء سيطرت على النيران؛ ولم تقع إصابات؟\n"
)
FRENCH = "Le ministère a confirmé qu'un incendie s'est déclaré près du vieux port dimanche matin."
RUSSIAN = "Министерство подтвердило, что в воскресенье утром возле старого порта произошёл пожар."


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256", "iso8859-6"],
)
def test_a_report_reads_the_same_in_whatever_it_was_saved(encoding: str) -> None:
    assert decode(REPORT.encode(encoding)).text == REPORT


@pytest.mark.parametrize("encoding", ["cp1256", "iso8859-6"])
def test_the_two_arabic_code_pages_are_told_apart_by_a_single_sentence(encoding: str) -> None:
    sentence = "وصل وزير النقل إلى مطار المدينة."
    assert decode(sentence.encode(encoding)).encoding == encoding


def test_utf16_without_a_mark_is_recognised_in_english_too() -> None:
    text = "Fire at the old port, police say."
    assert decode(text.encode("utf-16-le")).text == text
    assert decode(text.encode("utf-16-be")).text == text


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decode(b"\xef\xbb\xbf" + REPORT.encode()).text == REPORT


def test_a_few_broken_bytes_are_replaced_and_counted() -> None:
    raw = bytearray(REPORT.encode())
    raw[20] = 0xFF
    decoded = decode(bytes(raw))
    assert (decoded.encoding, decoded.broken) == ("utf-8", decoded.text.count("\ufffd"))
    assert decoded.text.endswith("ولم تقع إصابات؟\n")


def test_a_text_cut_inside_a_letter_loses_only_that_letter() -> None:
    assert decode(REPORT.encode()[:-2]).text == REPORT[:-2] + "\ufffd"


def test_replacement_marks_that_were_there_before_are_not_counted() -> None:
    assert decode(f"{REPORT}\ufffd".encode()).broken == 0
    assert decode(f"{REPORT}\ufffd".encode() + b"\xff").broken == 1


def test_french_in_an_eight_bit_page_keeps_its_accents() -> None:
    assert decode(FRENCH.encode("cp1252")).text == FRENCH


def test_another_alphabet_is_guessed() -> None:
    assert decode((RUSSIAN * 5).encode("cp1251")).text == RUSSIAN * 5


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "archive"),
        (b"\x89PNG\r\n", "picture"),
        (b"report\x00\x01\x02\x03\xff\xfe" * 9, "no text has"),
        (bytes(range(256)) * 20, "no text has|unknown"),
    ],
)
def test_what_is_no_text_is_refused_and_named(raw: bytes, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        decode(raw)


@pytest.mark.parametrize("raw", [b"", b" \r\n\t ", "\ufeff".encode(), "…\u200f—".encode()])
def test_a_file_without_a_word_is_empty(raw: bytes) -> None:
    with pytest.raises(EmptyError):
        decode(raw)


def test_a_page_is_asked_for_its_charset_only_if_python_knows_it() -> None:
    assert declared_charset(b'<meta http-equiv="x" content="text/html; charset=windows-1256">')
    assert declared_charset(b'<meta charset="no-such-thing">') is None
    assert declared_charset(b"<p>charset=utf-8</p>") is None


@given(st.text(min_size=1).filter(lambda text: any(letter.isalnum() for letter in text)))
def test_any_text_in_utf8_comes_back_unchanged(text: str) -> None:
    with suppress(UnreadableError, EmptyError):
        decoded = decode(text.encode("utf-8"))
        bare = text.removeprefix("\ufeff")
        assert decoded.text == bare or decoded.encoding.startswith("utf-16")


@given(st.binary(max_size=400))
def test_any_bytes_give_a_text_or_a_reason(raw: bytes) -> None:
    with suppress(UnreadableError, EmptyError):
        assert decode(raw) == decode(raw)
