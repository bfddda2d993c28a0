"""What a record of the five seed reports gets right, against the hand-made gold.

    python benchmarks/seed_events.py

Reads the reports and the gold beside the checkout (TAWATUR_CORPORA, TAWATUR_GOLD) and prints one
line of JSON. The scorer is that of tests/seeds.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

import tawatur  # noqa: E402
from seeds.scoring import merged_wrongly, score  # noqa: E402 - from the tests beside it

ANCHOR = {"000_b8121441e65e2a4a": "2021-12-08"}


def main() -> None:
    """Build the record with one anchor and print the score."""
    beside = ROOT.parent / "shared"
    corpora = Path(os.environ.get("TAWATUR_CORPORA", beside / "corpora"))
    gold = Path(os.environ.get("TAWATUR_GOLD", beside / "gold"))
    events = json.loads((gold / "seed_events.json").read_text(encoding="utf-8"))
    clusters = json.loads((gold / "coreferent_events.json").read_text(encoding="utf-8"))["items"]
    record = tawatur.build(corpora / "seeds", published=ANCHOR, run="serial")
    found = score(record, events)
    print(
        json.dumps(
            {
                "main events": len(found),
                "found": sum(each.event is not None for each in found),
                "dated right": sum(each.dated for each in found),
                "not found": [each.gold for each in found if each.event is None],
                "pairs that must not merge": len(events["events_must_not_merge"]),
                "merged": len(list(merged_wrongly(record, events, clusters))),
                "events in the record": len(record.events),
            }
        )
    )


if __name__ == "__main__":
    main()
