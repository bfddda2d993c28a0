"""The rule of the grades is the same on the page a reader gets and in the documentation."""

from __future__ import annotations

from typing import get_args

import pytest

from house.pages import DOCS
from tawatur.model.event import Grade
from tawatur.show.labels import label

RULE = (DOCS / "why" / "005-origins-not-votes.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("grade", get_args(Grade))
def test_a_grade_means_in_the_documentation_what_the_brief_says(grade: str) -> None:
    assert f"| {grade} | {label(f'grade.{grade}', 'en')} |" in RULE
