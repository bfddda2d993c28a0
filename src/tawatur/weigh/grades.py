"""The grade of an event: a printed rule over its origins, never a probability of truth."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from tawatur.model import Entity, Event, Grade, Reason
from tawatur.weigh.origins import BY_WORDS, Origin, party_of


class Standing(NamedTuple):
    """What a grade is read from."""

    parties: int
    """Identified origins that belong to different parties."""
    others: int
    """All other origins: of somebody unnamed, of an outlet's own voice, of a party counted before."""


RULE: tuple[tuple[Grade, str, Callable[[Standing], bool]], ...] = (
    ("A", "two or more identified origins of different parties", lambda it: it.parties >= 2),
    ("B", "one identified origin and another chain", lambda it: it.parties == 1 and it.others >= 1),
    ("C", "one identified origin", lambda it: it.parties == 1),
    ("D", "two or more unnamed or newspaper chains", lambda it: it.others >= 2),
    ("E", "a single unnamed or newspaper chain", lambda _: True),
)
"""The first line that holds gives the grade."""


def standing_of(origins: Sequence[Origin]) -> Standing:
    """Count parties and other chains.

    Whoever is known by words alone could speak for any party: all of them are one at most, and
    only where no other is known.
    """
    identified = [origin for origin in origins if origin.kind == "identified"]
    known = [origin for origin in identified if _known(origin)]
    parties = min(len(known), len({party for origin in known for party in _known(origin)}))
    parties = parties or min(1, len(identified))
    return Standing(parties=parties, others=len(origins) - parties)


def _known(origin: Origin) -> list[str]:
    return [party for party in origin.parties if not party.startswith(BY_WORDS)]


def grade_of(
    event: Event, origins: Sequence[Origin], entities: Mapping[str, Entity]
) -> tuple[Grade, tuple[Reason, ...]]:
    """Grade an event, with the line of the rule and a word where a speaker is a party to it."""
    standing = standing_of(origins)
    grade, words = next((grade, words) for grade, words, holds in RULE if holds(standing))
    reasons = [Reason(rule=f"grade {grade}", words=words)]
    involved = {party_of(who, entities) for who in (*event.actors, *event.recipients)}
    interested = sorted({party for origin in origins for party in origin.parties} & involved)
    for party in interested:
        names = entities[party].names if party in entities else ()
        reasons.append(
            Reason(rule="speaks in its own cause", words=names[0].text if names else party)
        )
    return grade, tuple(reasons)
