"""How well the attributions found fit those that people marked in the gold."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from annotated import articles
from tawatur.attribute import attribute
from tawatur.model import Attribution, Document, Marked, Marks, Span

NO_REPORTED_SPEECH = {"narration", "byline", "scare_quote", "performative"}
OUTLETS = {"000": "عربي تريند", "001": "باسنيوز", "004": "الخليج"}


@dataclass
class Score:
    """How many of the gold attributions were found, and how well their claims fit."""

    gold: int = 0
    given: int = 0
    fits: list[float] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return len(self.fits) / self.gold

    @property
    def precision(self) -> float:
        return len(self.fits) / self.given

    @property
    def figures(self) -> tuple[float, float, float]:
        """Recall, precision, mean F1 of the claims' characters."""
        return self.recall, self.precision, self.fit

    @property
    def fit(self) -> float:
        return sum(self.fits) / len(self.fits)

    def add(self, rows: list[tuple[Span | None, Span]], found: list[Attribution]) -> None:
        self.gold += len(rows)
        self.given += len(found)
        free = list(found)
        for cue, claim in rows:
            met = [said for said in free if meets(said, cue, claim)]
            if met:
                best = max(met, key=lambda said: overlap(said.claim, claim))
                free.remove(best)
                self.fits.append(overlap(best.claim, claim))


def meets(said: Attribution, cue: Span | None, claim: Span) -> bool:
    if said.cue is None or cue is None:
        return overlap(said.claim, claim) > 0.5
    return said.cue.meets(cue)


def overlap(left: Span, right: Span) -> float:
    shared = max(0, min(left.end, right.end) - max(left.start, right.start))
    return 2 * shared / (len(left) + len(right))


def span_of(row: dict[str, int] | None) -> Span | None:
    return None if row is None else Span(row["start"], row["end"])


def said_in(name: str, text: str, outlet: str | None) -> list[Attribution]:
    document = Document.of(name=name, text=text, outlet=outlet)
    done = attribute(Marked(document=document, marks=Marks(document=document.id)))
    return list(done.marks.attributions)


def of_seeds(gold: Path, seeds: Mapping[str, str]) -> Score:
    """Score the five seed reports, given by number."""
    items: list[dict[str, Any]] = json.loads((gold / "attributions.json").read_text("utf-8"))[
        "items"
    ]
    score = Score()
    for number, text in seeds.items():
        rows = [
            (span_of(item["cue"]), span_of(item["claim"]) or Span(0, 0))
            for item in items
            if item["claim"]["doc"] == number and item["mode"] not in NO_REPORTED_SPEECH
        ]
        score.add(rows, said_in(number, text, OUTLETS.get(number)))
    return score


def of_articles(gold: Path, corpora: Path, *, held: bool) -> Score:
    """Score the annotated articles: those of which no text was read (`held`), or the others."""
    score = Score()
    for row, text in articles(gold, corpora):
        if (int(row["aid"][0], 16) % 3 == 0) != held:
            continue
        wanted = [
            (span_of(a["cue"]), span_of(a["claim"]) or Span(0, 0)) for a in row["attributions"]
        ]
        found = said_in(row["aid"], text, row["outlet"])
        score.add(wanted, [said for said in found if said.class_ != "unsourced_background"])
    return score
