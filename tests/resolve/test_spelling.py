"""How alike two spellings are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.resolve.likeness import PERSON, RIVAL
from tawatur.resolve.spelling import name_tokens, same_person, similarity, skeleton

ONE_PERSON = [
    ("عبد الأمير يار الله", "عبد الأمير يارالله"),
    ("عبد الأمير يار الله", "عبدالأمير يارالله"),
    ("عبد الأمير يار الله", "عبد الأمير رشيد يارالله"),
    ("عيسى عوزيري", "عيسى عُزيري"),
    ("عيسى عوزيري", "عيسى عزير"),
    ("عيسى عوزيري", "عيسى عوزير"),
    ("عيسى عوزيري", "عيسا عوزێر"),
    ("مسرور بارزاني", "مسرور البارزاني"),
    ("مسرور بارزاني", "مسرور برزاني"),
    ("جمال إيمينكي", "جمال ايمنكي"),
    ("نيجيرفان بارزاني", "نيجرفان بارزاني"),
    ("نيجيرفان بارزاني", "نيجيرفان البرزاني"),
    ("أبو مهدي المهندس", "ابو مهدى المهندس"),
    ("صلاح الدين دميرتاش", "صلاح الدين ديميرتاش"),
]
TWO_PERSONS = [
    ("عبد الأمير يار الله", "عبد الأمير الشمري"),
    ("مسرور بارزاني", "سيروان بارزاني"),
    ("مسرور بارزاني", "نيجيرفان بارزاني"),
    ("مسرور بارزاني", "مسعود بارزاني"),
    ("محمد رستم", "محمد رسول"),
    ("يحيى رسول", "محمد رستم"),
    ("جمعة عناد", "جبار ياور"),
    ("مصطفى الكاظمي", "موسى الكاظم"),
    ("عبد الأمير الشمري", "عبد الكريم الشمري"),
    ("جبار ياور", "جبار لعيبي"),
    ("عبد الأمير يار الله", "عبد الله"),
    ("عيسى عوزيري", "عيسى قاسم"),
    ("أحمد حسن", "أحمد حسين"),
    ("محمد علي", "محمود علي"),
    ("سالم جاسم", "سليم جاسم"),
    ("بارزاني", "مسرور بارزاني"),
]


@pytest.mark.parametrize(("left", "right"), ONE_PERSON)
def test_spellings_of_one_person_are_alike(left: str, right: str) -> None:
    assert same_person(left, right) >= PERSON


@pytest.mark.parametrize(("left", "right"), TWO_PERSONS)
def test_two_persons_are_not(left: str, right: str) -> None:
    assert same_person(left, right) < RIVAL


ONE_PLACE = [
    ("قره جوخ", "قرجوخ"),
    ("قرجوخ", "قرجوغ"),
    ("قره جوخ", "قرجوغ"),
    ("قرجوغ", "قەرەچوغ"),
    ("خضر جيجة", "خضرجيجة"),
    ("طوزخرماتو", "طوز خورماتو"),
    ("أربيل", "اربيل"),
    ("كردستان", "كوردستان"),
    ("البشمركة", "البيشمركة"),
    ("البيشمركة", "البيشمرگة"),
    ("مخمور", "مەخموور"),
]
TWO_PLACES = [
    ("قره جوخ", "قره تبه"),
    ("خضر جيجة", "خضر إلياس"),
    ("مخمور", "خانقين"),
    ("أربيل", "أربد"),
    ("ديالى", "ديانا"),
    ("نينوى", "نيمرود"),
    ("قرجوغ", "قراج"),
]


@pytest.mark.parametrize(("left", "right"), ONE_PLACE)
def test_spellings_of_one_place_share_their_consonants(left: str, right: str) -> None:
    assert skeleton(left) == skeleton(right)
    assert similarity(left, right) >= 0.85


@pytest.mark.parametrize(("left", "right"), TWO_PLACES)
def test_two_places_do_not(left: str, right: str) -> None:
    assert skeleton(left) != skeleton(right)
    assert similarity(left, right) < 0.8


def test_parts_that_belong_together_are_one() -> None:
    assert name_tokens("عبد الأمير رشيد يار الله") == ("عبدامير", "رشيد", "يارالله")
    assert name_tokens("محمد بن سلمان") == ("محمد", "بنسلمان")


WORDS = st.text(alphabet="ابتثجحخدرسعغفقكلمنهوي ", min_size=1, max_size=20).filter(str.strip)


@given(WORDS, WORDS)
def test_likeness_is_the_same_both_ways_and_lies_between_nothing_and_one(
    left: str, right: str
) -> None:
    assert similarity(left, right) == pytest.approx(similarity(right, left))
    assert 0.0 <= similarity(left, right) <= 1.0
    assert similarity(left, left) == 1.0
    assert same_person(left, right) == pytest.approx(same_person(right, left), abs=0.002)
