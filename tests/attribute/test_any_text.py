"""Whatever the text: offsets hold, answers repeat, and time stays in proportion."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import any_text, patient
from tawatur.attribute import ATTRIBUTE, attribute
from tawatur.attribute.lexicon import read_tables
from tawatur.model import Attribution, Document, Marked, Marks

EXAMPLES = [row.example for rows in read_tables().values() for row in rows]
news = st.lists(st.sampled_from(EXAMPLES) | any_text, max_size=6).map(" ".join)
SECONDS = 10
"""For 300,000 characters; one or two on the machine this was written on, and in proportion."""


def said_in(text: str) -> tuple[Attribution, ...]:
    document = Document.of(name="example", text=text)
    return attribute(
        Marked(document=document, marks=Marks(document=document.id))
    ).marks.attributions


@patient
@given(news)
def test_every_offset_is_in_the_text_and_links_quote_it(text: str) -> None:
    for said in said_in(text):
        for span in (said.cue, said.source, said.claim):
            assert span is None or 0 <= span.start < span.end <= len(text)
        for link in said.chain:
            if link.start is not None:
                assert text[link.start : link.end] == link.words


@patient
@given(news)
def test_the_same_text_says_the_same_twice_and_in_order(text: str) -> None:
    found = said_in(text)
    assert found == said_in(text)
    assert [said.claim.start for said in found] == sorted(said.claim.start for said in found)


@patient
@given(news)
def test_an_elided_speaker_has_no_words_and_every_chain_begins_with_the_outlet(text: str) -> None:
    for said in said_in(text):
        assert not (said.elided and said.source)
        assert said.chain[0].kind == "outlet"


@pytest.mark.parametrize(
    "unit",
    ["ا", "قال", "قال ", "قال إن ", "قالت مصادر إن ", '"', "«قال ", "بحسب ", 'ل "', "قال: ", ". "],
)
def test_a_text_of_one_word_over_and_over_takes_seconds(unit: str) -> None:
    text = unit * (300_000 // len(unit))
    begins = time.process_time()
    said_in(text)
    assert time.process_time() - begins < SECONDS


@pytest.mark.parametrize("unit", ["ا", "قال", "لـ", "قالإن"])
def test_a_million_characters_without_a_blank_take_seconds(unit: str) -> None:
    begins = time.process_time()
    assert said_in(unit * (1_000_000 // len(unit))) == ()
    assert time.process_time() - begins < SECONDS


def test_the_stage_adds_attributions_and_changes_nothing_else() -> None:
    document = Document.of(name="example", text="وقال الوالي إن الجسر سليم.")
    before = Marked(document=document, marks=Marks(document=document.id))
    [after] = ATTRIBUTE.make()([before])
    assert after.document == document
    assert len(after.marks.attributions) == 1
    assert before.marks.attributions == ()
