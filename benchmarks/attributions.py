"""How many attributions of annotated reports are found, against the hand-made gold.

    python benchmarks/attributions.py

Reads the reports and the gold beside the checkout (TAWATUR_CORPORA, TAWATUR_GOLD) and prints a
line of JSON each for the seeds, the articles that were looked at and those held back from the
rules' authors. The scorer is that of tests/attribute.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from attribute.scoring import of_articles, of_seeds  # noqa: E402 - from the tests beside it


def main() -> None:
    """Score the three sets and print recall, precision and fit of the claim."""
    beside = ROOT.parent / "shared"
    corpora = Path(os.environ.get("TAWATUR_CORPORA", beside / "corpora"))
    gold = Path(os.environ.get("TAWATUR_GOLD", beside / "gold"))
    seeds = {
        path.name.partition("_")[0]: path.read_bytes().decode("utf-8")
        for path in sorted((corpora / "seeds").glob("00[0-4]_*.txt"))
    }
    scores = {
        "seeds": of_seeds(gold, seeds),
        "articles, looked at": of_articles(gold, corpora, held=False),
        "articles, held back": of_articles(gold, corpora, held=True),
    }
    for name, score in scores.items():
        recall, precision, fit = (round(figure, 3) for figure in score.figures)
        print(json.dumps({"of": name, "recall": recall, "precision": precision, "fit": fit}))


if __name__ == "__main__":
    main()
