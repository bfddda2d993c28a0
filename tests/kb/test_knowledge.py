"""Rows looked up by name in running words."""

from __future__ import annotations

import time

import pytest

from tawatur.kb.knowledge import Knowledge, knowledge, stems
from tawatur.kb.name_parts import name_parts
from tawatur.kb.row import read_rows
from tawatur.lang.letters import fold

SPELLINGS = [
    ("البشمركة", "org:krg.pesh"),
    ("البيشمركه", "org:krg.pesh"),
    ("البيشمرگة", "org:krg.pesh"),
    ("داعش", "org:is"),
    ("تنظيم الدولة الإسلامية", "org:is"),
    ("قره جوخ", "place:qarachogh"),
    ("قرجوغ", "place:qarachogh"),
    ("قرچوغ", "place:qarachogh"),
    ("كوردستان", "place:kri"),
    ("اربيل", "gn:95446"),
    ("سورية", "country:SY"),
    ("الولايات المتحدة الأميركية", "country:US"),
    ("وكالة الأنباء العراقية", "media:ina.iq"),
    ("عبد الأمير يارالله", "per:yarallah"),
]


@pytest.mark.parametrize(("name", "row"), SPELLINGS)
def test_a_row_is_found_under_every_spelling(name: str, row: str) -> None:
    assert row in {known.row.id for known in knowledge().named(name)}


CLITICS = [
    ("وبغداد", "بغداد", 1),
    ("لبغداد", "بغداد", 1),
    ("وببغداد", "بغداد", 2),
    ("للعراق", "العراق", 1),
    ("وللعراق", "العراق", 2),
    ("كالعراق", "العراق", 1),
    ("فالبشمركة", "البيشمركة", 1),
    ("للبشمركة", "البيشمركة", 1),
]


@pytest.mark.parametrize(("word", "name", "skip"), CLITICS)
def test_clitics_are_no_part_of_a_name(word: str, name: str, skip: int) -> None:
    found = knowledge().longest([fold(word)], 0)
    assert found is not None
    assert found.skip == skip
    assert name in {known.row.name for known in found.known}


def test_the_longest_name_wins() -> None:
    found = knowledge().longest(fold("حكومة إقليم كردستان العراق اليوم").split(), 0)
    assert found is not None
    assert (found.after, found.known[0].row.id) == (4, "org:krg")


def test_a_name_ends_where_the_words_end() -> None:
    words = fold("إقليم كردستان العراق").split()
    found = knowledge().longest(words, 0, 2)
    assert found is not None
    assert found.after == 2


def test_an_ordinary_word_needs_a_cue() -> None:
    assert all(known.naming.needs_cue for known in knowledge().named("البيان"))


def test_a_short_word_keeps_its_first_letter() -> None:
    assert [stem for _, stem in stems("ولد")] == ["ولد"]


def test_homographs_come_together() -> None:
    kinds = {known.row.kind for known in knowledge().named("كركوك")}
    assert {"town", "governorate"} <= kinds


def test_nothing_is_found_under_nothing() -> None:
    assert knowledge().named("") == ()
    assert knowledge().named("كلمة لا يعرفها أحد") == ()


def test_the_rows_load_in_half_a_second() -> None:
    begins = time.process_time()
    Knowledge(read_rows())
    assert time.process_time() - begins < 0.5


def test_two_thousand_words_take_no_time() -> None:
    words = (
        fold("وصل وفد من بغداد وأربيل إلى مدينة مخمور في محافظة نينوى شمالي العراق").split() * 140
    )
    begins = time.process_time()
    found = [knowledge().longest(words, at) for at in range(len(words))]
    assert time.process_time() - begins < 0.2
    assert sum(hit is not None for hit in found) >= 5 * 140


def test_name_parts_hold_given_and_family_names() -> None:
    assert {"مصطفي", "ماثيو", "مسرور"} <= name_parts().given
    assert {"الكاظمي", "بارزاني"} <= name_parts().family
