"""Who has spoken so far: for verbs without a subject, and for «الوزارة», «المصدر», «رستم»."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.attribute.chains import Chain
from tawatur.attribute.speakers import Speaker
from tawatur.attribute.verbs import Gender, Number

_BACK = 6
"""Speakers that a verb without a subject may look back over."""

_KEPT = 60
"""Speakers of a page that are remembered."""


@dataclass(frozen=True)
class Voice:
    """A speaker's chain and class: what an attribution says about who speaks."""

    chain: Chain
    class_: str
    anonymous: bool


@dataclass(frozen=True)
class Heard:
    """A speaker and its voice; `sentence` counts the sentences of the page."""

    speaker: Speaker
    voice: Voice
    sentence: int


class Memory:
    """The last speakers of one page, in order."""

    def __init__(self) -> None:
        self._heard: list[Heard] = []

    def add(self, heard: Heard) -> None:
        """Remember a speaker."""
        self._heard.append(heard)
        del self._heard[:-_KEPT]

    def last(self) -> Heard | None:
        """Give the last speaker."""
        return self._heard[-1] if self._heard else None

    def last_in(self, sentence: int) -> Heard | None:
        """Give the last speaker if it spoke in this sentence."""
        last = self.last()
        return last if last is not None and last.sentence == sentence else None

    def agreeing(self, gender: Gender, number: Number, sentence: int | None = None) -> Heard | None:
        """Find the last speaker that a verb of this gender and number can have.

        With `sentence`, only among those of this sentence.
        """
        recent = reversed(self._heard[-_BACK:])
        return next(
            (
                heard
                for heard in recent
                if sentence in {None, heard.sentence} and agrees(heard.speaker, gender, number)
            ),
            None,
        )

    def meant_by(self, speaker: Speaker) -> Heard | None:
        """Find who «رستم», «الوزارة», «البيان» or «المصدر» is: one heard before."""
        recent = self._heard[::-1]
        if not speaker.is_known and speaker.class_ == "named_official":
            return next(
                (h for h in recent if speaker.last and h.speaker.last == speaker.last), None
            )
        if not speaker.is_short:
            return None
        same = next((heard for heard in recent if heard.speaker.head == speaker.head), None)
        if same is None and speaker.written:
            same = next((h for h in recent if h.voice.class_ == "official_statement"), None)
        if same is None and speaker.anonymous:
            same = next((heard for heard in recent if heard.voice.anonymous), None)
        return same


def agrees(speaker: Speaker, gender: Gender, number: Number) -> bool:
    """Tell whether a speaker can be the subject of a form.

    A written statement may be the subject beside the body that made it («وأكدت الحكومة في بيان …،
    مضيفا»); things in the plural are feminine singular.
    """
    if number != "sg":
        return speaker.number != "sg"
    if gender == "f":
        return speaker.gender == "f"
    return speaker.written or (speaker.gender == "m" and speaker.number == "sg")
