"""What the record of the demonstration gets right, against its hand-made answer key.

    python benchmarks/demo_key.py

Builds demo/reports and prints one line of JSON. The scorer is that of tests/demo.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

import tawatur  # noqa: E402
from demo.key import KEY, found_for, merged_wrongly, verdicts  # noqa: E402 - from the tests


def main() -> None:
    """Build the record and print the score."""
    record = tawatur.build(ROOT / "demo" / "reports", run="serial")
    found = found_for(record)
    print(
        json.dumps(
            {
                "days": Counter(verdicts(record).values()),
                "main events": len(found),
                "found": sum(event is not None for event in found.values()),
                "not found": [name for name, event in found.items() if event is None],
                "pairs that must not merge": len(KEY["must_not_merge"]),
                "merged": len(list(merged_wrongly(record, record.events))),
            }
        )
    )


if __name__ == "__main__":
    main()
