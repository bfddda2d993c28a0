"""What the marks of the annotated newspaper articles get right, against the hand-made gold.

    python benchmarks/article_marks.py

Reads the articles and the gold beside the checkout (TAWATUR_CORPORA, TAWATUR_GOLD) and prints a
line of JSON a kind of mark. A name counts when span and kind are the gold's; an amount when a
number that meets it has its least and most; a trigger when a mark of its type meets it.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from annotated import articles  # noqa: E402 - from the tests beside it
from tawatur.mark.names import find_names  # noqa: E402
from tawatur.mark.numbers import find_numbers  # noqa: E402
from tawatur.mark.page import Page  # noqa: E402
from tawatur.mark.roles import find_roles  # noqa: E402
from tawatur.mark.triggers import find_triggers  # noqa: E402
from tawatur.model import NumberMark, Span, TriggerMark  # noqa: E402

Row = Mapping[str, Any]


def main() -> None:
    """Mark every annotated article and print the counts."""
    beside = ROOT.parent / "shared"
    corpora = Path(os.environ.get("TAWATUR_CORPORA", beside / "corpora"))
    gold = Path(os.environ.get("TAWATUR_GOLD", beside / "gold"))
    right, ours, wanted = Counter[str](), Counter[str](), Counter[str]()
    amounts, amounts_met, amounts_right, read = 0, 0, 0, 0
    for row, text in articles(gold, corpora):
        read += 1
        page = Page.of_text(text)
        answer = {(name["start"], name["end"], name["kind"]) for name in row["names"]}
        roles = tuple(find_roles(page))
        names = {(mark.start, mark.end, mark.kind) for mark in find_names(page, roles)}
        right.update(kind for *_, kind in answer & names)
        ours.update(kind for *_, kind in names)
        wanted.update(kind for *_, kind in answer)
        triggers = list(find_triggers(page))
        wanted["trigger"] += len(row["claims"])
        ours["trigger"] += len(triggers)
        right["trigger, found"] += sum(_is_told(claim, triggers) for claim in row["claims"])
        right["trigger, given"] += sum(_is_gold(mark, row["claims"]) for mark in triggers)
        numbers = list(find_numbers(page))
        for amount in row["amounts"]:
            met = [mark for mark in numbers if _span(amount).meets(_span_of(mark))]
            amounts += 1
            amounts_met += bool(met)
            amounts_right += any(
                (mark.low, mark.high) == (amount["low"], amount["high"]) for mark in met
            )
    for kind in ("PER", "ORG", "LOC"):
        _print(kind, right[kind] / ours[kind], right[kind] / wanted[kind], wanted[kind])
    given, found = right["trigger, given"], right["trigger, found"]
    _print("trigger", given / ours["trigger"], found / wanted["trigger"], wanted["trigger"])
    print(
        json.dumps(
            {"articles": read, "amounts": amounts, "met": amounts_met, "right": amounts_right}
        )
    )


def _print(kind: str, precision: float, recall: float, gold: int) -> None:
    figures = {"precision": round(precision, 3), "recall": round(recall, 3), "gold": gold}
    print(json.dumps({"kind": kind} | figures))


def _span(row: Row) -> Span:
    return Span(row["start"], row["end"])


def _span_of(mark: NumberMark | TriggerMark) -> Span:
    return Span(mark.start, mark.end)


def _is_told(claim: Row, triggers: Iterable[TriggerMark]) -> bool:
    there = _span(claim["trigger"])
    return any(mark.type == claim["type"] and there.meets(_span_of(mark)) for mark in triggers)


def _is_gold(mark: TriggerMark, claims: Sequence[Row]) -> bool:
    return any(
        mark.type == claim["type"] and _span(claim["trigger"]).meets(_span_of(mark))
        for claim in claims
    )


if __name__ == "__main__":
    main()
