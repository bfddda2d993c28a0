"""Whatever text is annotated, there is an answer, and what it says stands where it says."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice
from random import Random

import pytest

import tawatur
from tawatur.errors import InputError, SetupError, UnreadableError
from tawatur.model import Annotated, Span

WHO = (
    "مسلحون",
    "قوة من الجيش",
    "عناصر الشرطة",
    "متظاهرون",
    "وزير الداخلية محمد الكريمي",
    "قائد العمليات اللواء حسن التميمي",
    "المبعوثة الأممية ليلى حداد",
    "تنظيم «داعش»",
)
DID = (
    "قتلوا سبعة أشخاص",
    "أصابوا ١٣ جندياً",
    "اعتقلت أربعة مشتبه بهم",
    "هاجموا نقطة تفتيش",
    "التقى وفداً من الوزارة",
    "أعلن عن خطة أمنية جديدة",
    "نفى وقوع أي هجوم",
    "أحرقوا خمسة منازل",
)
WHERE = ("بعقوبة", "البصرة", "الموصل", "ناحية العظيم شمال محافظة ديالى", "شرق بغداد", "أربيل")
WHEN = ("أمس الخميس", "اليوم", "في 8 كانون الأول 2021", "مساء الأحد الماضي", "قبل ثلاثة أيام")
SAYING = (
    "وقال مصدر أمني لـ«النهر نيوز» إن {}.",
    "وأفاد بيان لوزارة الدفاع بأن {}.",
    "بحسب شهود عيان، {}.",
    "{}، وفق ما ذكرت وكالة السهل.",
    'وأكد المتحدث باسم القوات: "{}".',
    "{}.",
    "وأضاف أن {}.",
)


def sentences(seed: int) -> Iterator[str]:
    """Write invented news without end; four sentences a line."""
    chance = Random(seed)
    for end in cycle((" ", " ", " ", "\n")):
        told = f"{chance.choice(WHO)} {chance.choice(DID)} في {chance.choice(WHERE)}"
        yield chance.choice(SAYING).format(f"{told} {chance.choice(WHEN)}") + end


def news(length: int, seed: int = 1) -> str:
    """Write invented news of a length."""
    return "".join(islice(sentences(seed), length // 40))[:length]


def again(words: str, length: int) -> str:
    """Say the same thing until a length is reached."""
    return (words * (length // len(words) + 1))[:length]


STRANGE = {
    "nothing": "",
    "one letter": "و",
    "one digit": "٧",
    "harakat alone": again("\u064e\u064f\u0651\u0652", 30_000),
    "tatweel alone": again("\u0640", 30_000),
    "bidi controls alone": again("\u202e\u202a\u2067\u202c\u200f", 30_000),
    "bidi controls in every word": "\u202b\u200f".join(news(6_000)),
    "harakat on every letter": "\u064e".join(news(6_000)),
    "nul": again("قتل\x00 سبعة\x00 في بعقوبة ", 4_000),
    "nul alone": again("\x00", 30_000),
    "emoji": again("🔥 قتل سبعة 👨‍👩‍👧‍👦🇮🇶 في بعقوبة ", 4_000),
    "emoji alone": again("🔥👨‍👩‍👧‍👦🇮🇶", 30_000),
    "opening marks alone": again("«", 30_000),
    "straight marks alone": again('"', 30_000),
    "marks of all kinds alone": again("«»“”‘’\"'‹›", 30_000),
    "digits alone": again("1234567890", 30_000),
    "numbers alone": again("12 1,234.5 ٧٨ ", 30_000),
    "dates alone": again("12/3/2021 2021-03-12 ", 30_000),
    "new lines alone": again("\n", 500_000),
    "blank lines": again(" \t\n\r\n\u2028", 100_000),
    "spaces alone": again(" ", 100_000),
    "stops alone": again(".،؛؟!…", 30_000),
    "brackets alone": again("([", 30_000),
    "one very long word": again("والاستخبارات", 100_000),
    "one very long latin word": again("a", 300_000),
    "long latin": again("The minister said that seven were killed in Basra on Monday. ", 200_000),
    "an address without end": again("http://a.b/c?d=e&", 50_000),
    "windows line ends": again("قتل سبعة أشخاص\r\n", 4_000),
    "everything mixed": "".join(
        Random(7).choices(
            'قتل سبعة في بعقوبة أمس«»"“.،:؛\n 0123٤٥abc\u064e\u202e😀()-_/\x00\u0640', k=30_000
        )
    ),
}

WITHOUT_END = (
    "قتل مسلحون سبعة في بعقوبة ",
    "قتل مسلحون سبعة في بعقوبة. ",
    "قتل مسلحون سبعة في بعقوبة\n",
    "رئيس ",
    "السيد ",
    "نائب رئيس ",
    "القيادي ",
    "الهيئة ",
    "ابن ",
    "آل ",
    "محمد بن علي ",
    "نحو ",
    "ما لا يقل عن ",
    "تجاوزت ",
    "إصابتان ",
    "ثلاثة وعشرون ألفاً و",
    "وقال: ",
    "بحسب ",
    "أمس ",
    "كانون الأول ",
    "«داعش» ",
    "من ",
)
"""Words that some rule of the language may follow on and on."""


def check(text: str, found: Annotated) -> None:
    """Make sure that every mark's words stand where it says, and every claim inside the text."""
    for mark in (*found.names, *found.roles, *found.times, *found.numbers):
        assert mark.words == text[mark.start : mark.end]
        assert mark.words.strip()
    whole = Span(0, len(text))
    for trigger in found.triggers:
        assert whole.covers(Span(trigger.start, trigger.end))
    for quote in found.quotes:
        assert whole.covers(Span(quote.start, quote.end))
    for said in found.attributions:
        assert whole.covers(said.claim)
        for link in said.chain:
            if link.start is not None and link.end is not None:
                assert link.words == text[link.start : link.end]
    for claim in found.claims:
        assert Span(claim.start, claim.end).covers(claim.trigger)
        assert whole.covers(Span(claim.start, claim.end))
        for amount in claim.amounts:
            assert amount.words == text[amount.start : amount.end]


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE)
def test_a_strange_text_is_answered(text: str) -> None:
    found = tawatur.annotate(text)
    check(text, found)
    assert found == tawatur.annotate(text)


@pytest.mark.parametrize("name", [name for name in STRANGE if "alone" in name or name == "nothing"])
def test_nothing_is_found_where_nothing_is_said(name: str) -> None:
    found = tawatur.annotate(STRANGE[name])
    assert (found.names, found.roles, found.triggers, found.claims) == ((), (), (), ())


@pytest.mark.parametrize("words", WITHOUT_END)
def test_words_said_without_end_are_answered(words: str) -> None:
    text = news(300) + "\n" + again(words, 6_000)
    check(text, tawatur.annotate(text))


@pytest.mark.parametrize("apart", ["\n", " "], ids=["in lines", "in one line"])
def test_long_news_is_answered_with_claims_to_its_end(apart: str) -> None:
    text = news(20_000).replace("\n", apart)
    found = tawatur.annotate(text, published="2023-11-24")
    check(text, found)
    assert found.claims[-1].start > 0.9 * len(text)


def test_what_stands_in_one_line_alone_is_found_in_a_crowd() -> None:
    alone = "هاجم مسلحون نقطة تفتيش في بعقوبة أمس الخميس."
    text = f"{news(5_000, seed=3)}\n{alone}"
    crowd = tawatur.annotate(text)
    place = len(text) - len(alone)
    here = [mark.words for mark in crowd.names if mark.start >= place]
    assert here == [mark.words for mark in tawatur.annotate(alone).names]


@pytest.mark.parametrize("half", ["\ud800", "قتل \udcc7\udce1 سبعة"], ids=["high", "low"])
def test_half_a_character_is_refused_and_named(half: str) -> None:
    with pytest.raises(UnreadableError, match=r"character \d+ of the text is '\\ud.{3}'") as caught:
        tawatur.annotate(half)
    assert isinstance(caught.value, InputError)


def test_whole_characters_beyond_the_first_plane_are_no_halves() -> None:
    assert tawatur.annotate("\U00010380").names == ()


def test_a_publication_date_that_is_none_is_refused() -> None:
    with pytest.raises(SetupError, match="'yesterday'"):
        tawatur.annotate("قتل سبعة أمس.", published="yesterday")
