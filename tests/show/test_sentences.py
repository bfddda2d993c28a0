"""A claim is quoted inside its sentence; a very long one is cut at words around the claim."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from show.sample import SAMPLE, TEXTS, place
from tawatur.model import Document, Span
from tawatur.show.sentences import LONGEST, Sentences

LONG = Document.of(name="long", text="أعلنت الشرطة " + "أن القرية هادئة و" * 60 + "انتهى البيان")


def test_the_whole_sentence_is_quoted() -> None:
    document = next(one for one in SAMPLE.documents if one.id == "manbar")
    span = Sentences().around(document, place("manbar", "سبعة أشخاص"))
    quoted = span.of(TEXTS["manbar"])
    assert quoted.startswith("وأوضح أن هجوم الثلاثاء")
    assert quoted.endswith("في مستشفى الرملة.")


def test_a_claim_over_two_sentences_is_quoted_with_both() -> None:
    text = "قال المتحدث إن الهجوم وقع. وأضاف أن الجرحى نقلوا. وانتهى."
    document = Document.of(name="two", text=text)
    claim = Span(text.index("الهجوم"), text.index("نقلوا"))
    assert Sentences().around(document, claim).of(text) == text.removesuffix(" وانتهى.")


def test_a_long_sentence_is_cut_at_words() -> None:
    claim = Span(LONG.text.index("هادئة", 500), LONG.text.index("هادئة", 500) + 5)
    span = Sentences().around(LONG, claim)
    assert span.covers(claim)
    assert len(span) <= LONGEST
    assert LONG.text[span.start - 1] == " "
    assert LONG.text[span.end] == " "


@given(st.data())
def test_a_quotation_always_covers_its_claim(data: st.DataObject) -> None:
    document = data.draw(st.sampled_from([*SAMPLE.documents, LONG]))
    start = data.draw(st.integers(0, len(document.text) - 1))
    end = data.draw(st.integers(start + 1, len(document.text)))
    span = Sentences().around(document, Span(start, end))
    assert span.covers(Span(start, end))
    assert span.end <= len(document.text)
