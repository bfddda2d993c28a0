"""Furniture of 90 newspaper articles that somebody read; the figures are in-sample."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from tawatur.clean import clean_document
from tawatur.model import Document

PRECISION_FLOOR = 1.0
RECALL_FLOOR = 0.79
"""Share of code points, 2026-11. What is missed are captions without any sign of being one."""

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def articles(corpora: Path) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for path in sorted((corpora / "saudinewsnet").glob("*.zip")):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                found |= {row["url"]: row for row in json.loads(archive.read(name))}
    return found


def places(spans: Iterable[tuple[int, int]]) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}


def test_furniture_of_newspaper_articles_is_found_and_no_report_is_eaten(
    articles: dict[str, dict[str, str]], gold: Path
) -> None:
    right = said = there = 0
    for line in (gold / "articles" / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        judged = json.loads(line)
        row = articles[judged["url"]]
        document = Document.of(name=judged["aid"], text=row["content"], title=row["title"])
        found = places((s.start, s.end) for s in clean_document(document).furniture)
        agreed = places((s["start"], s["end"]) for s in judged["furniture"])
        right, said, there = right + len(found & agreed), said + len(found), there + len(agreed)
    assert right / said >= PRECISION_FLOOR
    assert right / there >= RECALL_FLOOR


def test_a_thousand_articles_are_cleaned_and_little_of_them_is_furniture(
    articles: dict[str, dict[str, str]],
) -> None:
    rows = [articles[url] for url in sorted(articles)][:: max(1, len(articles) // 1000)][:1000]
    held = gone = 0
    for row in rows:
        found = clean_document(Document.of(name="d", text=row["content"], title=row["title"]))
        held += len(found.text)
        gone += sum(map(len, found.furniture))
    assert len(rows) == 1000
    assert 0.003 < gone / held < 0.03
