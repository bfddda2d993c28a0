"""Which time dates which happening, and what is said of its day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claim.sentences import Set, set_out
from strategies import patient
from tawatur.claim.timing import between_events, constraints_of, timed
from tawatur.model import ORIGIN, Constraint, Status, event_day, text_day


def _timed(out: Set) -> dict[str, str]:
    """Say of each trigger's words which time dates it."""
    cues = [said.cue for said in out.resolved.marks.attributions if said.cue is not None]
    found: dict[str, str] = {}
    for scene in out.scenes:
        for number, time in timed(scene, out.times, cues).items():
            trigger = scene.triggers[number]
            found[out.page.raw[trigger.start : trigger.end]] = time.words
    return found


@pytest.mark.parametrize(
    ("marked", "times"),
    [
        ("هاجم مسلحون البلدة أمس الثلاثاء.", {"هاجم": "أمس الثلاثاء"}),
        ("أمس الثلاثاء هاجم مسلحون البلدة.", {"هاجم": "أمس الثلاثاء"}),
        ("هاجم مسلحون البلدة.", {}),
        # a time of its own clause comes before a nearer one of another
        ("قُتل جنديان أمس فيما ينسحب {ORG:الجيش} غداً.", {"قُتل": "أمس", "ينسحب": "غداً"}),
        # a verb without a time of its own shares that of the verb before it
        (
            "زار {PER:سالم العزاوي} البلدة اليوم الأربعاء حيث اجتمع مع القادة.",
            {"زار": "اليوم الأربعاء", "اجتمع": "اليوم الأربعاء"},
        ),
        # but not in a relative clause
        (
            "اعتقل {ORG:الجيش} اليوم الخميس مسلحاً في الحي الذي زاره الوفد.",
            {"اعتقل": "اليوم الخميس"},
        ),
        # a noun shares nothing
        ("زار الوفد أمس أسواق البلدة القديمة وجسرها الحجري، وجرى اجتماع.", {"زار": "أمس"}),
        ("زار {PER:سالم العزاوي} البلدة أمس، وجرى اجتماع.", {"زار": "أمس"},
        ),
        ("زار {PER:سالم العزاوي} البلدة أمس بعد هجوم عنيف.", {"زار": "أمس"},
        ),
        # a time that is counted from a happening dates none by itself
        ("هاجم مسلحون البلدة بعد أربعة أيام من زيارة {PER:سالم العزاوي}.", {}),
        # nor does one of another sentence
        ("كان الجو صحواً في 2 أيار 2019. وهاجم مسلحون البلدة.", {}),
    ],
)  # fmt: skip
def test_which_time_dates_which_happening(marked: str, times: dict[str, str]) -> None:
    assert _timed(set_out(marked)) == times


@pytest.mark.parametrize(
    ("text", "cue", "claim"),
    [
        (
            "قال متحدث في بيان اليوم الأربعاء إن مسلحين هاجموا البلدة.",
            "قال متحدث في بيان اليوم الأربعاء إن", "مسلحين هاجموا البلدة",
        ),
        (
            "هاجم مسلحون البلدة، بحسب بيان صدر اليوم الأربعاء.",
            "بحسب بيان صدر اليوم الأربعاء", "هاجم مسلحون البلدة",
        ),
    ],
)  # fmt: skip
def test_a_time_in_the_words_that_name_the_speaker_dates_his_saying(
    text: str, cue: str, claim: str
) -> None:
    assert _timed(set_out(text, (cue, claim))) == {}
    assert list(_timed(set_out(text)).values()) == ["اليوم الأربعاء"]


# -- what is said of the day -----------------------------------------------------------------------


def _constraints(
    marked: str, trigger: str, status: Status = "happened"
) -> tuple[Set, tuple[Constraint, ...]]:
    out = set_out(marked)
    scene, found = out.at(trigger)
    time = timed(scene, out.times, []).get(scene.triggers.index(found))
    return out, constraints_of(scene, "c1", status, time)


@pytest.mark.parametrize(
    ("status", "low", "high"),
    [
        ("happened", None, 0),
        ("ongoing", None, 0),
        ("not_happened", None, 0),
        ("planned", 0, None),
    ],
)
def test_what_is_told_as_past_is_not_after_the_report(
    status: Status, low: int | None, high: int | None
) -> None:
    out, (found,) = _constraints("هاجم مسلحون البلدة.", "هاجم", status)
    assert (found.left, found.right) == (text_day(out.resolved.document.id), event_day("c1"))
    assert (found.low, found.high) == (low, high)
    assert found.reason.words == "هاجم مسلحون البلدة."


@pytest.mark.parametrize("status", ["denied", "hypothetical"])
def test_what_may_never_have_been_has_no_bound(status: Status) -> None:
    assert _constraints("هاجم مسلحون البلدة.", "هاجم", status)[1] == ()


@pytest.mark.parametrize(
    ("marked", "low", "high"),
    [
        ("انسحب {ORG:الجيش} بعد 12 آذار 2016.", date(2016, 3, 12), None),
        ("انسحب {ORG:الجيش} منذ 12 آذار 2016.", date(2016, 3, 12), None),
        ("انسحب {ORG:الجيش} قبل 12 آذار 2016.", None, date(2016, 3, 12)),
        ("انسحب {ORG:الجيش} يوم 12 آذار 2016.", date(2016, 3, 12), date(2016, 3, 12)),
    ],
)
def test_after_and_before_a_date_are_bounds(
    marked: str, low: date | None, high: date | None
) -> None:
    _, found = _constraints(marked, "انسحب")
    (dated,) = [each for each in found if each.left == ORIGIN and each.weekday is None]
    assert dated.low == (low.toordinal() if low else None)
    assert dated.high == (high.toordinal() if high else None)


def test_every_constraint_quotes_the_text() -> None:
    out, found = _constraints("انسحب {ORG:الجيش} بعد 12 آذار 2016.", "انسحب")
    assert found
    for each in found:
        reason = each.reason
        assert reason.document == out.resolved.document.id
        assert out.page.raw[reason.start : reason.end] == reason.words


def test_days_between_two_happenings_are_a_distance() -> None:
    out = set_out("هاجم مسلحون البلدة بعد أربعة أيام من زيارة {PER:سالم العزاوي}.")
    (scene,) = out.scenes
    (found,) = between_events(scene, out.times, {0: "attack", 1: "visit"})
    assert (found.left, found.right) == (event_day("visit"), event_day("attack"))
    assert (found.low, found.high) == (3, 5)  # «أربعة أيام» counts the first or the last, or not


def test_days_from_something_that_is_no_claim_are_no_distance() -> None:
    out = set_out("هاجم مسلحون البلدة بعد أربعة أيام من زيارة {PER:سالم العزاوي}.")
    (scene,) = out.scenes
    assert list(between_events(scene, out.times, {0: "attack"})) == []


@pytest.mark.parametrize(
    ("example", "bounds"),
    [
        ("انسحب الجيش العراقي من كركوك غداة 12 آذار 2016.", (True, False)),
        ("انسحب الجيش العراقي من كركوك بعيد 12 آذار 2016.", (True, False)),
        ("انسحب الجيش العراقي من كركوك إثر هجوم 12 آذار 2016.", (True, False)),
        ("وقع الاتفاق قبيل 3 أيار 2019.", (False, True)),
        ("وقع الاتفاق عشية 3 أيار 2019.", (False, True)),
    ],
)
def test_a_date_behind_an_order_word_is_one_bound(example: str, bounds: tuple[bool, bool]) -> None:
    out = set_out(example)
    scene = out.scenes[0]
    found = [
        (constraint.low is not None, constraint.high is not None)
        for time in timed(scene, out.times, []).values()
        for constraint in constraints_of(scene, "c1", "happened", time)
        if constraint.left == ORIGIN
    ]
    assert found == [bounds]


@given(st.permutations(["أمس", "هاجم مسلحون البلدة", "غداً", "ينسحب {ORG:الجيش}", "فيما", "و"]))
@patient
def test_a_happening_has_one_time_at_most_and_it_stands_in_its_sentence(words: list[str]) -> None:
    out = set_out(" ".join(words))
    for scene in out.scenes:
        for number, time in timed(scene, out.times, []).items():
            assert 0 <= number < len(scene.triggers)
            assert scene.sentence.covers(time.span)
