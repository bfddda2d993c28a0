"""A sentence set out for coding: who stands in it, and how far a trigger reaches."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from claim.sentences import set_out
from strategies import arabic_text, patient
from tawatur.claim.scene import ClauseRow, participants
from tawatur.lang.rows import load
from tawatur.model import NameMark, Span


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("زار {PER:سالم العزاوي} البلدة.", [("سالم العزاوي", "PER")]),
        (
            "{post:قائد الشرطة=سالم} {PER:سالم العزاوي=سالم}.",
            [("قائد الشرطة سالم العزاوي", "PER")],
        ),
        (
            "{PER:سالم العزاوي=سالم}، {post:قائد الشرطة=سالم}.",
            [("سالم العزاوي، قائد الشرطة", "PER")],
        ),
        (
            "{post:قائد الشرطة=سالم} في البلدة {PER:سالم العزاوي=سالم}.",
            [("قائد الشرطة", "post"), ("سالم العزاوي", "PER")],
        ),
        (
            "{post:قائد الشرطة=سالم} {PER:نوري الجاف}.",
            [("قائد الشرطة", "post"), ("نوري الجاف", "PER")],
        ),
        ("زار {post:قائد الشرطة} {LOC:كفري}.", [("قائد الشرطة", "post"), ("كفري", "LOC")]),
        ("زار {post:قائد الشرطة=} البلدة.", []),
    ],
)
def test_a_role_and_the_name_beside_it_are_one_participant(
    marked: str, found: list[tuple[str, str]]
) -> None:
    out = set_out(marked)
    here = participants(out.resolved.marks, out.page.raw)
    assert [(out.page.raw[who.start : who.end], who.kind) for who in here] == found


def test_a_place_inside_a_post_is_no_participant() -> None:
    out = set_out("زار {post:قائد عمليات السهل} البلدة.")
    start = out.page.raw.index("السهل")
    inside = NameMark(start=start, end=start + 5, words="السهل", kind="LOC", entity="السهل")
    marks = replace(out.resolved.marks, names=(inside,))
    assert [who.entity for who in participants(marks, out.page.raw)] == ["قائد عمليات السهل"]


# -- reach -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("marked", "trigger", "reach"),
    [
        ("هاجم مسلحون البلدة.", "هاجم", "هاجم مسلحون البلدة."),
        ("هاجم مسلحون البلدة فيما انسحب {ORG:الجيش}.", "هاجم", "هاجم مسلحون البلدة "),
        ("هاجم مسلحون البلدة فيما انسحب {ORG:الجيش}.", "انسحب", "فيما انسحب الجيش."),
        ("هاجم مسلحون البلدة؛ وانسحب {ORG:الجيش}.", "هاجم", "هاجم مسلحون البلدة"),
        ("زار {PER:سالم العزاوي} البلدة حيث اجتمع مع القادة.", "اجتمع", "حيث اجتمع مع القادة."),
        (
            "هجوم أسفر عن مقتل ثلاثة.", "هجوم", "هجوم أسفر عن مقتل ثلاثة.",
        ),
        ("انسحب {ORG:الجيش} واعتقل مسلحين.", "انسحب", "انسحب الجيش و"),
    ],
)  # fmt: skip
def test_a_trigger_reaches_to_the_next_clause_or_happening(
    marked: str, trigger: str, reach: str
) -> None:
    out = set_out(marked)
    scene, found = out.at(trigger)
    assert scene.reach(found).of(out.page.raw) == reach


def test_a_trigger_does_not_reach_over_a_speaker() -> None:
    out = set_out(
        "هاجم مسلحون البلدة، وقال {PER:نوري الجاف} إن القوات اعتقلت ثلاثة.",
        ("قال نوري الجاف إن", "القوات اعتقلت ثلاثة"),
    )
    scene, trigger = out.at("هاجم")
    assert scene.reach(trigger).of(out.page.raw) == "هاجم مسلحون البلدة، و"
    assert scene.within(scene.reach(trigger)) == []


def test_who_is_credited_afterwards_cuts_no_sentence() -> None:
    out = set_out(
        "هاجم مسلحون {LOC:كفري} ليلاً، بحسب البيان.", ("بحسب البيان", "هاجم مسلحون كفري ليلاً")
    )
    scene, trigger = out.at("هاجم")
    assert scene.reach(trigger).of(out.page.raw).startswith("هاجم مسلحون كفري ليلاً")


def test_a_sentence_without_a_trigger_is_no_scene() -> None:
    out = set_out("كان الجو صحواً في {LOC:كفري}. وهاجم مسلحون البلدة.")
    assert [scene.sentence.of(out.page.raw) for scene in out.scenes] == ["وهاجم مسلحون البلدة."]


@pytest.mark.parametrize("row", load("clauses", ClauseRow), ids=lambda row: row.words[0])
def test_a_word_that_begins_a_clause_is_a_break(row: ClauseRow) -> None:
    for words in row.words:
        out = set_out(f"هاجم مسلحون البلدة {words} الجسر مغلق.")
        (scene,) = out.scenes
        assert out.page.raw.index(words) in scene.breaks


@given(arabic_text)
@settings(patient, max_examples=100)
def test_a_reach_holds_its_trigger_and_stays_in_its_sentence(text: str) -> None:
    noise = text.replace("{", "").replace("}", "")
    out = set_out(f"{noise} هاجم مسلحون {{LOC:كفري}} {noise} فيما انسحب {{ORG:الجيش}} {noise}")
    for scene in out.scenes:
        for trigger in scene.triggers:
            reach = scene.reach(trigger)
            assert reach.covers(Span(trigger.start, trigger.end))
            assert scene.sentence.covers(reach)
