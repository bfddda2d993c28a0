"""Who has spoken so far: for verbs without a subject, and for «الوزارة», «المصدر»."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.attribute.chains import Chain
from tawatur.attribute.speakers import Speaker
from tawatur.attribute.verbs import Gender, Number

_BACK = 6
"""Speakers that a verb without a subject may look back over."""


@dataclass(frozen=True)
class Heard:
    """A speaker with its chain and class; `sentence` counts the sentences of the page."""

    speaker: Speaker
    chain: Chain
    class_: str
    anonymous: bool
    sentence: int


class Memory:
    """The speakers of one page in order."""

    def __init__(self) -> None:
        self._heard: list[Heard] = []

    def add(self, heard: Heard) -> None:
        """Remember a speaker."""
        self._heard.append(heard)

    def last(self) -> Heard | None:
        """Give the last speaker."""
        return self._heard[-1] if self._heard else None

    def agreeing(self, gender: Gender, number: Number, sentence: int | None = None) -> Heard | None:
        """Find the last speaker that a verb of this gender and number can have."""
        return next(
            (
                heard
                for heard in reversed(self._heard[-_BACK:])
                if agrees(heard.speaker, gender, number) and sentence in {None, heard.sentence}
            ),
            None,
        )

    def in_sentence(self, sentence: int) -> bool:
        """Tell whether anybody has spoken in a sentence."""
        return bool(self._heard) and self._heard[-1].sentence == sentence

    def meant_by(self, speaker: Speaker) -> Heard | None:
        """Find who «الوزارة», «البيان» or «المصدر» is: one heard before under the same noun."""
        recent = self._heard[::-1]
        if not speaker.is_known and speaker.class_ == "named_official":
            return next((h for h in recent if _is_same_name(h.speaker, speaker)), None)
        if not speaker.is_short:
            return None
        same = next((heard for heard in recent if heard.speaker.head == speaker.head), None)
        if same is not None or not (speaker.written or speaker.anonymous):
            return same
        if speaker.written:
            return next((h for h in recent if h.class_ == "official_statement"), None)
        return next((h for h in recent if h.anonymous), None)


def _is_same_name(before: Speaker, speaker: Speaker) -> bool:
    return bool(speaker.last) and before.last == speaker.last


def agrees(speaker: Speaker, gender: Gender, number: Number) -> bool:
    """Tell whether a speaker can be the subject of a form.

    A written statement may be the subject beside the body that made it («وأكدت الحكومة في بيان …،
    مضيفا»); things in the plural are feminine singular.
    """
    if number == "sg":
        if gender == "m":
            return speaker.written or (speaker.gender == "m" and speaker.number == "sg")
        return speaker.gender == "f"
    return speaker.number != "sg"
