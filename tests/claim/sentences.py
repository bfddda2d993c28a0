"""Sentences with their names and posts marked by hand, set out as the coder sees them.

`{PER:سالم العزاوي}` is a name, `{LOC.town:كفري}` one whose subkind is known, `{post:قائد الشرطة}` a
role; an entity is called by its words, or by what follows `=`: `{post:قائد الشرطة=سالم}`.
"""

from __future__ import annotations

from typing import NamedTuple

import regex
from msgspec.structs import replace

from tawatur.claim.pointing import without_echoes
from tawatur.claim.scene import Scene, Trigger, scenes
from tawatur.mark.page import Page
from tawatur.mark.times import find_times
from tawatur.mark.triggers import triggers_with_rows
from tawatur.model import (
    Attribution,
    Document,
    Marks,
    NameMark,
    Resolved,
    RoleMark,
    Span,
    TimeMark,
)

_MARKED = regex.compile(
    r"\{(?P<kind>\w+)(?:\.(?P<subkind>\w+))?:(?P<words>[^{}=]*)(?:=(?P<who>[^{}]*))?\}"
)


class Set(NamedTuple):
    """A text set out: its document with marks, its page, and each sentence that has a trigger."""

    resolved: Resolved
    page: Page
    scenes: list[Scene]

    @property
    def times(self) -> tuple[TimeMark, ...]:
        """The time expressions of the text."""
        return self.resolved.marks.times

    def at(self, words: str) -> tuple[Scene, Trigger]:
        """Find the trigger that stands where `words` stand, which they do once."""
        text = self.page.raw
        assert text.count(words) == 1, words
        place = text.index(words)
        found = [
            (scene, trigger)
            for scene in self.scenes
            for trigger in scene.triggers
            if place <= trigger.start < place + len(words)
        ]
        assert len(found) == 1, f"{words}: {len(found)} triggers in {text}"
        return found[0]


def set_out(marked: str, *said: tuple[str, str]) -> Set:
    """Read a marked text; `said` are the words of cues and of what they credit."""
    text, names, roles = _read(marked)
    document = replace(Document.of(name="report", text=text), language="ar")
    page = Page(document)
    marks = Marks(
        document=document.id,
        names=names,
        roles=roles,
        times=tuple(find_times(page)),
        attributions=tuple(
            Attribution(cue=_span(text, cue), claim=_span(text, claim), class_="official_statement")
            for cue, claim in said
        ),
    )
    resolved = Resolved(document=document, marks=marks)
    taken = [*roles, *(name for name in names if name.kind != "LOC")]
    triggers = without_echoes(page, [Trigger(*each) for each in triggers_with_rows(page, taken)])
    return Set(resolved, page, scenes(resolved, page, triggers))


def _read(marked: str) -> tuple[str, tuple[NameMark, ...], tuple[RoleMark, ...]]:
    text, last = "", 0
    names: list[NameMark] = []
    roles: list[RoleMark] = []
    for match in _MARKED.finditer(marked):
        text += marked[last : match.start()]
        start, words = len(text), match["words"]
        text += words
        last, end = match.end(), len(text)
        who = words if match["who"] is None else match["who"]
        if match["kind"] == "post":
            roles.append(RoleMark(start=start, end=end, words=words, kind="post", holder=who))
        else:
            names.append(
                NameMark(
                    start=start, end=end, words=words, kind=match["kind"],  # type: ignore[arg-type]
                    subkind=match["subkind"], entity=who,
                )
            )  # fmt: skip
    return text + marked[last:], tuple(names), tuple(roles)


def _span(text: str, words: str) -> Span:
    assert text.count(words) == 1, words
    start = text.index(words)
    return Span(start, start + len(words))
