"""Who did it, to whom, and where."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claim.sentences import set_out
from strategies import patient
from tawatur.claim.arguments import sides_of
from tawatur.claim.places import place_of
from tawatur.claim.pointing import is_definite

SALIM, NURI = "سالم العزاوي", "نوري الجاف"
GUARDS, BRIGADES, ARMY = "حرس الإقليم", "كتائب الوادي", "الجيش"


@pytest.mark.parametrize(
    ("marked", "trigger", "actors", "recipients"),
    [
        # an active verb and its subject
        ("هاجم مسلحو {ORG:كتائب الوادي} نقطة تفتيش.", "هاجم", [BRIGADES], []),
        ("انسحب {ORG:الجيش} من البلدة.", "انسحب", [ARMY], []),
        ("{PER:سالم العزاوي} يزور البلدة.", "يزور", [SALIM], []),
        ("زار {post:قائد الشرطة} البلدة.", "زار", ["قائد الشرطة"], []),
        # with, against, upon
        ("اجتمع {PER:سالم العزاوي} مع {PER:نوري الجاف}.", "اجتمع", [SALIM], [NURI]),
        ("هجوم على {ORG:حرس الإقليم} أمس.", "هجوم", [], [GUARDS]),
        ("اتفق {PER:سالم العزاوي} و{PER:نوري الجاف} على لجنة.", "اتفق", [SALIM, NURI], []),
        ("وصل وفد برئاسة {PER:سالم العزاوي} إلى البلدة.", "وصل", [SALIM], []),
        ("هجوم شنه مسلحو {ORG:كتائب الوادي} ليلاً.", "هجوم", [BRIGADES], []),
        # whom it happened to
        ("مقتل {PER:سالم العزاوي} في حادث.", "مقتل", [], [SALIM]),
        ("قُتل سبعة عناصر من {ORG:حرس الإقليم} ليلاً.", "قُتل", [], [GUARDS]),
        ("اعتقال {PER:نوري الجاف} على يد {ORG:الجيش}.", "اعتقال", [ARMY], [NURI]),
        ("اعتقال {PER:نوري الجاف} أمس.", "اعتقال", [], [NURI]),
        # taking part
        ("انطلقت عملية أمنية بمشاركة {ORG:الجيش}.", "عملية", [ARMY], []),
        ("انطلقت عملية أمنية بالتنسيق مع {ORG:الجيش}.", "عملية", [ARMY], []),
        # who only says so, or is only spoken of
        ("وقع هجوم بحسب {ORG:الجيش}.", "هجوم", [], []),
        ("وقع هجوم في قرى تابعة لـ{ORG:حرس الإقليم}.", "هجوم", [], []),
        # a post and the name beside it are one
        ("زار {post:قائد الشرطة=سالم العزاوي} {PER:سالم العزاوي} البلدة.", "زار", [SALIM], []),
        # another happening takes over
        ("هاجم مسلحون البلدة، ثم انسحب {ORG:الجيش}.", "هاجم", [], []),
        ("هاجم مسلحون البلدة فيما انسحب {ORG:الجيش}.", "انسحب", [ARMY], []),
        ("اعتقلت {ORG:الشرطة} {PER:نوري الجاف} أمس.", "اعتقلت", ["الشرطة"], [NURI],
        ),
        ("شنت {ORG:كتائب الوادي} هجوماً على {ORG:حرس الإقليم}.", "هجوماً", [BRIGADES], [GUARDS],
        ),
        ("نفذ {ORG:الجيش} ضربات على مواقع {ORG:كتائب الوادي}.", "ضربات", [ARMY], [BRIGADES],
        ),
        ("اعتقل {ORG:الجيش} مسلحين هاجموا البلدة.", "هاجموا", [], [],
        ),
        ("زار {PER:سالم العزاوي} الجسر الذي هاجمه مسلحون.", "هاجمه", [], [],
        ),
    ],
)  # fmt: skip
def test_who_did_it_and_to_whom(
    marked: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    scene, found = set_out(marked).at(trigger)
    sides = sides_of(scene, found, definite=is_definite(scene, found))
    assert (list(sides.actors), list(sides.recipients)) == (actors, recipients)


def test_a_speaker_is_no_actor_of_what_he_tells() -> None:
    out = set_out(
        "قال {PER:نوري الجاف} إن مسلحين هاجموا البلدة.",
        ("قال نوري الجاف إن", "مسلحين هاجموا البلدة"),
    )
    scene, trigger = out.at("هاجموا")
    assert sides_of(scene, trigger, definite=False).actors == ()


def test_a_noun_that_points_back_takes_nobody_from_before_it() -> None:
    scene, trigger = set_out("{PER:نوري الجاف} كان في الاجتماع.").at("الاجتماع")
    assert sides_of(scene, trigger, definite=True).actors == ()
    assert sides_of(scene, trigger, definite=False).actors == (NURI,)


# -- places ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("marked", "trigger", "place"),
    [
        ("وقع هجوم في {LOC.town:كفري}.", "هجوم", "كفري"),
        ("وقع هجوم قرب قرية {LOC.village:تل الرمان}.", "هجوم", "تل الرمان"),
        ("وقع هجوم بـ{LOC.town:كفري}.", "هجوم", "كفري"),
        ("وقع انفجار ب{LOC.town:كفري}.", "انفجار", "كفري"),
        ("في {LOC.town:كفري} انفجرت عبوة ناسفة.", "انفجرت", "كفري"),
        ("قصف {ORG:الجيش} قرية {LOC.village:تل الرمان}.", "قصف", "تل الرمان"),
        ("هاجم مسلحون {LOC.town:كفري}.", "هاجم", "كفري"),
        ("هجوم في {LOC.village:تل الرمان} شمالي {LOC.country:العراق}.", "هجوم", "تل الرمان"),
        ("وقع هجوم في {LOC.country:العراق}.", "هجوم", "العراق"),
        ("انسحب {ORG:الجيش} من {LOC.town:كفري} إلى {LOC.town:مخمور}.", "انسحب", "مخمور"),
        ("وقع هجوم نفذه قادمون من {LOC.town:كفري}.", "هجوم", None),
        ("اجتمع {PER:سالم العزاوي} مع وزارة {LOC.country:العراق}.", "اجتمع", None),
        ("اجتمع القادة لبحث ملف {LOC.town:كفري} في العاصمة.", "اجتمع", None),
        ("اجتمع القادة في {LOC.town:مخمور} حول تطورات {LOC.town:كفري}.", "اجتمع", "مخمور"),
        ("هاجم مسلحون البلدة، فيما وصل وفد برئاسة {PER:سالم العزاوي} إلى {LOC.town:كفري}.", "هاجم", None),
        ("وقع هجوم كبير.", "هجوم", None),
        ("زار {PER:سالم العزاوي} {LOC.town:كفري}.", "زار", "كفري",
        ),
    ],
)  # fmt: skip
def test_where_it_happened(marked: str, trigger: str, place: str | None) -> None:
    found = place_of(*set_out(marked).at(trigger))
    assert found.entity == place
    assert [reason.words for reason in found.because] == ([place] if place else [])


def test_the_reason_for_a_place_stands_in_the_text() -> None:
    out = set_out("وقع هجوم في {LOC.town:كفري}.")
    (reason,) = place_of(*out.at("هجوم")).because
    assert out.page.raw[reason.start : reason.end] == reason.words == "كفري"


parts = st.lists(
    st.sampled_from(
        ["{PER:سالم العزاوي}", "{ORG:الجيش}", "{LOC.town:كفري}", "مع", "على", "في", "برئاسة", "هجوم",
         "اجتمع", "قُتل", "و", "من", "الذي", "،", "فيما", "أمس"]
    ),
    min_size=2, max_size=12,
)  # fmt: skip


@given(parts)
@settings(patient, max_examples=100)
def test_everybody_is_on_one_side_at_most(words: list[str]) -> None:
    for scene in set_out(" ".join(words)).scenes:
        here = {who.entity for who in scene.participants}
        for trigger in scene.triggers:
            sides = sides_of(scene, trigger, definite=is_definite(scene, trigger))
            assert not set(sides.actors) & set(sides.recipients)
            assert {*sides.actors, *sides.recipients} <= here
            assert place_of(scene, trigger).entity in {None, "كفري"}
