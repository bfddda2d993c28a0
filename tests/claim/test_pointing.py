"""What kind of mention a trigger is."""

from __future__ import annotations

import pytest

from claim.sentences import set_out
from tawatur.claim.pointing import is_aggregate, is_definite


@pytest.mark.parametrize(
    ("marked", "trigger", "aggregate"),
    [
        ("وقع هجوم في البلدة.", "هجوم", False),
        ("وقعت هجمات متكررة في البلدة.", "هجمات", True),
        ("وقعت سلسلة هجمات في البلدة.", "هجمات", True),
        ("وقعت سلسلة من الهجمات في البلدة.", "الهجمات", True),
        ("وقعت عشرات الهجمات في البلدة.", "الهجمات", True),
        ("وقعت موجة هجوم في البلدة.", "هجوم", True),
        ("وقعت ثلاث هجمات في البلدة.", "هجمات", False),
        ("وقعت 10 هجمات في البلدة.", "هجمات", False),
        ("نفذت القوات ١٠ ضربات في البلدة.", "ضربات", False),
        ("ندد بهجماتهم المتكررة.", "هجمات", True),
        ("لا تزال الاشتباكات دائرة.", "الاشتباكات", True),
        ("هاجم مسلحون البلدة.", "هاجم", False),
    ],
)
def test_several_happenings_at_once_are_told_from_one(
    marked: str, trigger: str, *, aggregate: bool
) -> None:
    assert is_aggregate(*set_out(marked).at(trigger)) == aggregate


@pytest.mark.parametrize(
    ("marked", "trigger", "definite"),
    [
        ("وقع هجوم في البلدة.", "هجوم", False),
        ("أوقع الهجوم جرحى.", "الهجوم", True),
        ("وندد المجلس بالهجوم.", "الهجوم", True),
        ("واستعد {ORG:الجيش} للهجوم.", "للهجوم", True),
        ("وجاء هذا الهجوم بعد يومين.", "الهجوم", True),
        ("وتأتي هذه العملية العسكرية بعد يومين.", "العملية", True),
        ("أوقع الهجوم الذي شنه مسلحون جرحى.", "الهجوم", False),
        ("أوقع الهجوم العنيف الذي شنه مسلحون جرحى.", "الهجوم", False),
        ("أوقعت العملية العسكرية التي نفذها {ORG:الجيش} جرحى.", "العملية", False),
        ("وجاء اجتماع الطرفين بعد يومين.", "اجتماع", True),
        ("هاجم مسلحون البلدة.", "هاجم", False),
    ],
)
def test_what_points_back_is_told_from_what_tells(
    marked: str, trigger: str, *, definite: bool
) -> None:
    assert is_definite(*set_out(marked).at(trigger)) == definite


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("شنت القوات هجوماً على البلدة.", ["هجوماً"]),
        ("وقع هجوم أسفر عن مقتل ثلاثة.", ["هجوم", "مقتل"]),
        ("ضربات استهدفت مواقع التنظيم.", ["ضربات"]),
        ("هاجم مسلحون البلدة. وهاجم آخرون الجسر.", ["هاجم", "هاجم"]),
    ],
)
def test_two_words_for_one_happening_are_one_mention(text: str, triggers: list[str]) -> None:
    out = set_out(text)
    found = [
        out.page.raw[trigger.start : trigger.end]
        for scene in out.scenes
        for trigger in scene.triggers
    ]
    assert found == triggers
