"""From frames to attributions: one page read from top to bottom, remembering who spoke."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

import msgspec

from tawatur.attribute.chains import Chain, link_of, page_chain, through
from tawatur.attribute.credited import credited_frame
from tawatur.attribute.extent import Stretch, extents
from tawatur.attribute.frames import Clause, Frame
from tawatur.attribute.headlines import headline_frame, label_end
from tawatur.attribute.heard import Heard, Memory, Voice
from tawatur.attribute.hedges import hedges_in
from tawatur.attribute.lexicon import Lexicon, lexicon
from tawatur.attribute.speakers import Names, Speaker
from tawatur.attribute.spoken import spoken_frame
from tawatur.attribute.topics import subject_of, topic_before
from tawatur.attribute.words import Word, is_word, words_of
from tawatur.mark.page import Page
from tawatur.model import Attribution, Marks

_BARE_QUOTE = 40
"""Code points above which a quotation without a cue is speech: shorter ones are titles and labels."""

_LONGEST = 600
"""Words that are read as one sentence: what is longer is no sentence, and is read in pieces."""

_AROUND = 8
"""Claims of a sentence that a frame may stand inside of."""

_DEEPEST = 6
"""Links of a chain that another speaker is added to; deeper nesting is a broken page."""

_FORMULA = "unsourced_background"
_NOBODY = "outlet_voice"


def find_attributions(
    page: Page, marks: Marks, known: Lexicon | None = None
) -> Iterator[Attribution]:
    """Yield an attribution for each place of a page that credits somebody, in order.

    >>> page = Page.of_text("وأعلن المطار إلغاء الرحلة، مضيفا أن الضباب كثيف.")
    >>> [a.claim.of(page.raw) for a in find_attributions(page, Marks(document="d"))]
    ['إلغاء الرحلة', 'الضباب كثيف']
    """
    found = _Reader(page, marks, known or lexicon()).read()
    yield from sorted(found, key=lambda a: (a.claim.start, -a.claim.end, len(a.chain)))


def find_frames(clause: Clause) -> list[Frame]:
    """Find the frames of a sentence, in order."""
    headline = headline_frame(clause)
    found = [] if headline is None else [headline]
    at = label_end(clause)
    while at < len(clause.words):
        is_cue = is_word(clause.text(at))
        read = (credited_frame(clause, at) or spoken_frame(clause, at)) if is_cue else None
        if read is not None and read[0] is not None:
            found.append(read[0])
        at = max(at + 1, read[1]) if read is not None else at + 1
    return found


class _Reader:
    """Reads one page and remembers who spoke, on the page and in the paragraph."""

    def __init__(self, page: Page, marks: Marks, known: Lexicon) -> None:
        self.page = page
        self.known = known
        self.names = Names(page, marks.names)
        self.memory = Memory()
        self.own = page_chain(page.document)
        self.paragraph: Heard | None = None

    def read(self) -> list[Attribution]:
        found: list[Attribution] = []
        for count, words in enumerate(self._sentences()):
            clause = Clause(self.page, words, self.known, self.names)
            here = list(self._sentence(clause, count))
            if found and not here and hedges_in(words, "before", self.known):
                found[-1] = msgspec.structs.replace(found[-1], hedged=True)
            found.extend(here)
        return found

    def _sentences(self) -> Iterator[list[Word]]:
        before = 0
        for sentence in self.page.sentences:
            start, end = self.page.text.fold_span(sentence)
            if "\n" in self.page.folded[before:start]:
                self.paragraph = None
            before = end
            words = words_of(self.page.text, start, end)
            for first in range(0, len(words), _LONGEST):
                yield words[first : first + _LONGEST]

    def _sentence(self, clause: Clause, count: int) -> Iterator[Attribution]:
        frames = find_frames(clause)
        done: list[tuple[Stretch, Chain]] = []
        unquoted: list[Stretch] = []
        for frame, stretch in zip(frames, extents(clause, frames), strict=True):
            if stretch is None:
                continue
            base = _chain_around(done, frame, self.own)
            for made in self._attributions(clause, frame, stretch, base, count):
                done.append((stretch, made.chain))
                yield made
            if clause.speech_at(frame.cue[0]) is None:
                unquoted.append(stretch)
        yield from self._bare_quotes(clause, unquoted)

    def _attributions(
        self, clause: Clause, frame: Frame, stretch: Stretch, base: Chain, count: int
    ) -> Iterator[Attribution]:
        if frame.kind in {"background", "hearsay"}:
            voice = Voice(base, _FORMULA, anonymous=False)
            yield self._made(clause, frame, stretch, voice)
            return
        if frame.kind == "own":
            yield self._made(clause, frame, stretch, Voice(self.own, _NOBODY, anonymous=False))
            return
        base = through(base, self.page, frame.medium, self.known)
        if frame.speaker is None:
            voice = self._elided(clause, frame, base, count)
            if frame.relayed is None:
                yield self._made(clause, frame, stretch, voice, elided=True)
        else:
            voice = self._explicit(frame.speaker, frame, base, count)
            yield self._made(clause, frame, stretch, voice, frame.speaker)
        if frame.relayed is not None:
            voice = self._explicit(frame.relayed, frame, voice.chain, count)
            relayed = replace(frame, cue=frame.relay_cue or frame.cue)
            yield self._made(clause, relayed, stretch, voice, frame.relayed)

    def _explicit(self, speaker: Speaker, frame: Frame, base: Chain, count: int) -> Voice:
        """Give the voice of a speaker that is named, and remember it."""
        speaker = replace(speaker, written=speaker.written or frame.setting == "written")
        if frame.kind == "verb" and speaker.class_ == "named_official":
            speaker = replace(speaker, gender=frame.gender)
        meant = self.memory.meant_by(speaker)
        if meant is not None:
            voice = replace(meant.voice, chain=(*base, meant.voice.chain[-1]))
        else:
            class_ = _class_of(speaker, frame)
            link = link_of(self.page, speaker, class_, self.known)
            voice = Voice((*base, link), class_, speaker.anonymous)
        self.paragraph = Heard(speaker, voice, count)
        self.memory.add(self.paragraph)
        return voice

    def _elided(self, clause: Clause, frame: Frame, base: Chain, count: int) -> Voice:
        """Find the voice of a verb without a subject.

        In order: who spoke in this sentence and agrees; whom the last claim is about («قالت مصادر
        إن الوفد …، مؤكدا»); the subject of the sentence's own verb; who spoke before and agrees.
        """
        here = self.memory.agreeing(frame.gender, frame.number, count)
        if here is not None:
            return here.voice
        last = self.memory.last_in(count)
        if last is not None:
            topic = topic_before(clause, frame)
            if topic is None:
                return last.voice
            link = link_of(self.page, topic, topic.class_, self.known)
            return replace(last.voice, chain=(*last.voice.chain, link))
        subject = subject_of(clause, frame)
        if subject is not None:
            return self._explicit(subject, frame, base, count)
        heard = self.memory.agreeing(frame.gender, frame.number) or self.memory.last()
        return Voice(base, _NOBODY, anonymous=False) if heard is None else heard.voice

    def _made(
        self,
        clause: Clause,
        frame: Frame,
        stretch: Stretch,
        voice: Voice,
        speaker: Speaker | None = None,
        *,
        elided: bool = False,
    ) -> Attribution:
        span = self.page.text.span
        return Attribution(
            cue=span(*frame.cue),
            source=None if speaker is None else span(speaker.start, speaker.end),
            claim=span(*stretch),
            chain=voice.chain,
            class_=voice.class_,
            anonymous=voice.anonymous,
            hedged=frame.kind == "hearsay" or _is_hedged(clause, stretch),
            elided=elided,
        )

    def _bare_quotes(self, clause: Clause, claimed: Sequence[Stretch]) -> Iterator[Attribution]:
        """Give speech without a cue to who spoke last in the paragraph, or to nobody."""
        for start, end, _ in clause.quotations:
            is_claimed = any(begins < end and start < ends for begins, ends in claimed)
            if end - start <= _BARE_QUOTE or is_claimed or _is_titled(clause, start):
                continue
            heard = self.paragraph
            voice = heard.voice if heard else Voice(self.own, "unattributed_quote", anonymous=False)
            yield Attribution(
                claim=self.page.text.span(start, end),
                chain=voice.chain,
                class_=voice.class_,
                anonymous=voice.anonymous,
                elided=heard is not None,
            )


def _is_hedged(clause: Clause, stretch: Stretch) -> bool:
    places = clause.hedges
    return bisect_left(places, stretch[0]) < bisect_left(places, stretch[1])


def _is_titled(clause: Clause, start: int) -> bool:
    before = clause.between(max(0, start - 12), start - 1)
    return bool(before) and clause.lexicon.is_particle(before[-1].text, "titled")


def _class_of(speaker: Speaker, frame: Frame) -> str:
    if frame.setting == "written" and speaker.is_spokesperson:
        return "official_statement"
    if frame.setting == "social" and speaker.anonymous:
        return "social_media"
    return speaker.class_


def _chain_around(done: Sequence[tuple[Stretch, Chain]], frame: Frame, own: Chain) -> Chain:
    """Find the chain that a frame inside another's claim continues; outside all, the page's own."""
    around = [
        (end - start, chain)
        for (start, end), chain in done[-_AROUND:]
        if start <= frame.cue[0] and frame.cue[1] <= end
    ]
    return min(around, key=lambda held: held[0])[1][:_DEEPEST] if around else own
