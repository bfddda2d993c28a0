"""Documents a second and peak memory of a whole build, on real newspaper articles.

    python benchmarks/throughput.py [ARTICLES] [RUN]

Reads SaudiNewsNet from the corpora's folder (TAWATUR_CORPORA, else `../shared/corpora` beside the
checkout). Prints one line of JSON; nothing of the articles is kept.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import tawatur

BESIDE = Path(__file__).resolve().parents[2] / "shared" / "corpora"


def articles(folder: Path) -> Iterator[str]:
    """Yield the articles of the corpus as JSON lines, in order of day."""
    for day in sorted((folder / "saudinewsnet").glob("*.zip")):
        with zipfile.ZipFile(day) as archive:
            for name in sorted(archive.namelist()):
                rows = json.loads(archive.read(name).decode("utf-8-sig"))
                yield from (json.dumps(row, ensure_ascii=False) for row in rows)


def main(count: int, run: str) -> None:
    """Build a record of `count` articles and print what it cost."""
    corpora = Path(os.environ.get("TAWATUR_CORPORA", BESIDE))
    with TemporaryDirectory() as folder:
        rows = Path(folder) / "articles.jsonl"
        rows.write_text("\n".join(islice(articles(corpora), count)) + "\n", encoding="utf-8")
        began = time.perf_counter()
        record = tawatur.build(rows, out=Path(folder) / "record", run=run)
        seconds = time.perf_counter() - began
    here = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    workers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    found = {
        "articles": count,
        "run": run,
        "seconds": round(seconds, 1),
        "documents_a_second": round(count / seconds, 1),
        "peak_mb": round(here),
        "peak_mb_largest_worker": round(workers),
        "counts": record.counts(),
        "troubles": sorted({trouble.error for trouble in record.troubles}),
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main(
        int(sys.argv[1]) if len(sys.argv) > 1 else 1000,
        sys.argv[2] if len(sys.argv) > 2 else "pool",
    )
