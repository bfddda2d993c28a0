"""Are two claims about one happening? What speaks for it, and what forbids it."""

from __future__ import annotations

import pytest
from hypothesis import given

from strategies import patient
from tawatur.weave.network import Network
from tawatur.weave.same import ACROSS, CANNOT_LINK, INSIDE, SAME_EVENT, Score, forbidden, score
from weave.test_cluster import slots
from weave.told import TUESDAY, WEDNESDAY, Slots, Told, claim_of, cluster, world_of


def _pair(left: Told, right: Told, *, same_text: bool = False) -> tuple[Score, str | None]:
    made = [claim_of(each, number) for number, each in enumerate((left, right))]
    network = Network(one for _, _, days in made for one in days)
    world = world_of(network, same_text=same_text)
    a, b = cluster(left, 0), cluster(right, 1)
    return score(a, b, world), forbidden(a, b, world)


def _words(found: Score) -> list[str]:
    return [words.rpartition(" ")[0] for words in found.because]


HERE: Slots = {"document": "d1"}
THERE: Slots = {"document": "d2"}


# -- what speaks for it ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ({"place": "كفري"}, {"place": "كفري"}, "same place"),
        ({"actors": ("سالم العزاوي",)}, {"actors": ("سالم العزاوي",)}, "same person"),
        ({"actors": ("سالم العزاوي",)}, {"recipients": ("سالم العزاوي",)}, "same person"),
        ({"recipients": ("نوري الجاف",)}, {"recipients": ("نوري الجاف",)}, "same counterpart"),
        ({"actors": ("قائد العمليات",)}, {"actors": ("قائد العمليات",)}, "same post"),
        ({"recipients": ("الجيش",)}, {"recipients": ("الجيش",)}, "same body"),
        ({"day": TUESDAY}, {"day": TUESDAY}, "same day"),
        ({"weekday": 1}, {"weekday": 1}, "same day"),
        ({"killed": 7}, {"killed": 7}, "same figure"),
    ],
)
def test_what_two_claims_share_speaks_for_one_happening(
    left: Slots, right: Slots, words: str
) -> None:
    found, _ = _pair(Told(**left, **HERE), Told(**right, **THERE))
    assert words in _words(found)
    assert found.weight > 0


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ({"place": "كفري"}, {"place": "مخمور"}),
        ({"day": TUESDAY}, {"day": WEDNESDAY}),
        ({"weekday": 1}, {"weekday": 2}),
        ({"killed": 7}, {"killed": 9}),
        ({"day": TUESDAY}, {}),
        ({}, {}),
    ],
)
def test_what_they_do_not_share_does_not(left: Slots, right: Slots) -> None:
    found, _ = _pair(Told(**left, **HERE), Told(**right, **THERE))
    assert found.weight <= 0


def test_a_copied_passage_speaks_for_one_happening() -> None:
    found, _ = _pair(Told(**HERE), Told(**THERE), same_text=True)
    assert _words(found) == ["same passage"]


def test_other_people_in_two_reports_speak_against_it() -> None:
    one, two = Told(actors=("سالم العزاوي",)), Told(actors=("نوري الجاف",), document="d2")
    assert _pair(one, two)[0].weight < 0


def test_every_weight_comes_with_its_words_and_number() -> None:
    one = Told(place="كفري", killed=7, **HERE)
    found, _ = _pair(one, Told(place="كفري", killed=7, **THERE))
    assert found.because == ("same place +1.0", "same figure +0.6")
    assert found.weight == pytest.approx(1.6)


@pytest.mark.parametrize(
    "slots",
    [
        {"place": "كفري"},
        {"actors": ("سالم العزاوي",)},
        {"killed": 7},
        {"day": TUESDAY},
        {"recipients": ("الجيش",)},
        {"place": "البلاد", "day": TUESDAY},
    ],
)
def test_one_agreement_never_merges_two_reports(slots: Slots) -> None:
    found, _ = _pair(Told(**slots, **HERE), Told(**slots, **THERE))
    assert 0 < found.weight < ACROSS


@pytest.mark.parametrize(
    "slots",
    [
        {"place": "كفري", "day": TUESDAY},
        {"place": "تل الرمان", "killed": 7},
        {"actors": ("سالم العزاوي",), "day": TUESDAY},
    ],
)
def test_two_agreements_do(slots: Slots) -> None:
    found, no = _pair(Told(**slots, **HERE), Told(**slots, **THERE))
    assert found.weight >= ACROSS
    assert no is None


def test_one_report_needs_less_than_two() -> None:
    assert INSIDE < ACROSS


# -- what forbids it -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        ({"family": "meet"}, {"family": "visit"}, "another kind of happening"),
        ({"family": "attack"}, {"family": "operation"}, "another kind of happening"),
        ({"family": "attack"}, {"family": "killing"}, None),
        ({"aggregate": True}, {"aggregate": False}, "one happening and a series"),
        ({"aggregate": True}, {"aggregate": True}, None),
        ({"status": "planned"}, {"status": "happened"}, "planned and carried out"),
        ({"status": "denied"}, {"status": "happened"}, "planned and carried out"),
        ({"status": "ongoing"}, {"status": "happened"}, None),
        ({"status": "planned"}, {"status": "not_happened"}, None),
        ({"status": "denied"}, {"status": "denied"}, None),
        ({"place": "كفري"}, {"place": "مخمور"}, "places apart"),
        ({"place": "تل الرمان"}, {"place": "كفري"}, "places apart"),
        ({"place": "تل الرمان"}, {"place": "محافظة السهل"}, None),
        ({"place": "تل الرمان"}, {"place": "البلاد"}, None),
        ({"place": "تل الرمان"}, {}, None),
        ({"recipients": ("نوري الجاف",)}, {"recipients": ("سامي الراوي",)}, "other counterpart"),
        ({"recipients": ("نوري الجاف",)}, {"recipients": ("نوري الجاف",)}, None),
        (
            {"actors": ("سالم العزاوي",), "recipients": ("نوري الجاف",)},
            {"actors": ("نوري الجاف",), "recipients": ("سالم العزاوي",)},
            None,
        ),
        ({"recipients": ("الجيش",)}, {"recipients": ("حرس الإقليم",)}, None),
    ],
)
def test_what_cannot_be_one_happening_says_why(left: Slots, right: Slots, why: str | None) -> None:
    one, two = Told(**left, **HERE), Told(**right, **THERE)
    assert _pair(one, two)[1] == why
    assert _pair(two, one)[1] == why


def test_every_reason_to_forbid_has_its_own_words() -> None:
    words = [words for words, _ in CANNOT_LINK]
    assert len(set(words)) == len(words)
    names = [feature.words for feature in SAME_EVENT]
    assert len(set(names)) == len(names)


@given(slots, slots)
@patient
def test_likeness_is_mutual(left: Told, right: Told) -> None:
    one, no = _pair(left, right)
    other, neither = _pair(right, left)
    assert one.weight == pytest.approx(other.weight)
    assert no == neither
