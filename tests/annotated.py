"""The annotated newspaper articles: gold rows with the texts that they are about."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from hashlib import sha1
from pathlib import Path
from typing import Any


def articles(gold: Path, corpora: Path) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield each gold row with its text; the first article of an address is the annotated one."""
    lines = (gold / "articles" / "articles.jsonl").read_text("utf-8").splitlines()
    wanted = {row["aid"]: row for row in map(json.loads, lines)}
    for path in sorted((corpora / "saudinewsnet").glob("*.zip")):
        with zipfile.ZipFile(path) as packed:
            for name in packed.namelist():
                for article in json.loads(packed.read(name)):
                    aid = sha1(article["url"].encode(), usedforsecurity=False).hexdigest()[:12]
                    if aid in wanted:
                        yield wanted.pop(aid), article["content"]
