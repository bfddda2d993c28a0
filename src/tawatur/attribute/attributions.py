"""From frames to attributions: holders of elided verbs, chains, classes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import msgspec

from tawatur.attribute.chains import Chain, link_of, page_chain, through
from tawatur.attribute.credited import credited_frame
from tawatur.attribute.extent import Stretch, extents
from tawatur.attribute.frames import Clause, Frame
from tawatur.attribute.headlines import headline_frame
from tawatur.attribute.heard import Heard, Memory, agrees
from tawatur.attribute.hedges import has_hedge
from tawatur.attribute.lexicon import Lexicon, lexicon
from tawatur.attribute.speakers import Names, Speaker, read_speaker
from tawatur.attribute.spoken import spoken_frame
from tawatur.attribute.words import THAT, bare, is_definite, words_of
from tawatur.mark.page import Page
from tawatur.model import Attribution, Marks

_BARE_QUOTE = 40
"""Code points above which a quotation without a cue is speech: shorter ones are titles and labels."""

_FORMULAS = {"background": "unsourced_background", "hearsay": "unsourced_background"}


def find_attributions(
    page: Page, marks: Marks, known: Lexicon | None = None
) -> Iterator[Attribution]:
    """Yield an attribution for each place of a page that credits somebody, in order.

    >>> page = Page.of_text("وأعلن المطار إلغاء الرحلة، مضيفا أن الضباب كثيف.")
    >>> [a.claim.of(page.raw) for a in find_attributions(page, Marks(document="d"))]
    ['إلغاء الرحلة', 'الضباب كثيف']
    """
    reader = _Reader(page, marks, known or lexicon())
    yield from reader.read()


def find_frames(clause: Clause) -> list[Frame]:
    """Find the frames of a sentence, in order."""
    headline = headline_frame(clause)
    found = [] if headline is None else [headline]
    at = 0
    while at < len(clause.words):
        read = credited_frame(clause, at) or spoken_frame(clause, at)
        if read is not None and read[0] is not None:
            found.append(read[0])
        at = max(at + 1, read[1]) if read is not None else at + 1
    return found


class _Holder(NamedTuple):
    chain: Chain
    class_: str
    anonymous: bool


class _Reader:
    """Reads one page from top to bottom and remembers who spoke."""

    def __init__(self, page: Page, marks: Marks, known: Lexicon) -> None:
        self.page = page
        self.known = known
        self.names = Names(page, marks.names)
        self.memory = Memory()
        self.own = page_chain(page.document)
        self.paragraph: Heard | None = None

    def read(self) -> list[Attribution]:
        found: list[Attribution] = []
        before = 0
        for count, sentence in enumerate(self.page.sentences):
            start, end = self.page.text.fold_span(sentence)
            if "\n" in self.page.folded[before:start]:
                self.paragraph = None
            before = end
            words = words_of(self.page.text, start, end)
            if not words:
                continue
            clause = Clause(self.page, words, self.known, self.names)
            here = list(self._sentence(clause, count))
            if not here and found and has_hedge(words, "before", self.known):
                found[-1] = _hedged(found[-1])
            found.extend(here)
        return sorted(found, key=lambda a: (a.claim.start, -a.claim.end, len(a.chain)))

    def _sentence(self, clause: Clause, count: int) -> Iterator[Attribution]:
        frames = find_frames(clause)
        stretches = extents(clause, frames)
        done: list[tuple[Stretch, Chain]] = []
        outside: list[Stretch] = []
        for frame, stretch in zip(frames, stretches, strict=True):
            if stretch is None:
                continue
            base = _base(done, frame, self.own)
            for made, chain in self._attributions(clause, frame, stretch, base, count):
                done.append((stretch, chain))
                if clause.speech_at(frame.cue[0]) is None:
                    outside.append(stretch)
                yield made
        yield from self._bare_quotes(clause, outside)

    def _attributions(
        self, clause: Clause, frame: Frame, stretch: Stretch, base: Chain, count: int
    ) -> Iterator[tuple[Attribution, Chain]]:
        if frame.kind in _FORMULAS:
            yield self._made(clause, frame, stretch, _Holder(base, _FORMULAS[frame.kind], False), None)
            return
        base = through(base, self.page, frame.medium, self.known)
        if frame.speaker is None and frame.relayed is None:
            holder = self._elided(clause, frame, base, count)
            yield self._made(clause, frame, stretch, holder, None)
            return
        speakers = [s for s in (frame.speaker, frame.relayed) if s is not None]
        if frame.speaker is None:
            base = self._elided(clause, frame, base, count).chain
        for speaker in speakers:
            holder = self._explicit(speaker, frame, base, count)
            base = holder.chain
            cue = frame.relay_cue if speaker is frame.relayed and frame.relay_cue else frame.cue
            yield self._made(clause, replace(frame, cue=cue), stretch, holder, speaker)

    def _explicit(self, speaker: Speaker, frame: Frame, base: Chain, count: int) -> _Holder:
        meant = self.memory.meant_by(speaker)
        class_ = _class(speaker, frame)
        speaker = replace(speaker, written=speaker.written or frame.setting == "written")
        if frame.kind == "verb" and speaker.class_ == "named_official":
            speaker = replace(speaker, gender=frame.gender)
        link = link_of(self.page, speaker, class_, self.known)
        anonymous = speaker.anonymous
        if meant is not None:
            link, class_, anonymous = meant.chain[-1], meant.class_, meant.anonymous
        holder = _Holder((*base, link), class_, anonymous)
        self._remember(speaker, holder, count)
        return holder

    def _remember(self, speaker: Speaker, holder: _Holder, count: int) -> None:
        heard = Heard(speaker, holder.chain, holder.class_, holder.anonymous, count)
        self.memory.add(heard)
        self.paragraph = heard

    def _elided(self, clause: Clause, frame: Frame, base: Chain, count: int) -> _Holder:
        here = self.memory.agreeing(frame.gender, frame.number, count)
        if here is None and self.memory.in_sentence(count):
            return self._nested(clause, frame)
        if here is None:
            subject = _subject(clause, frame)
            if subject is not None:
                return self._explicit(subject, replace(frame, kind="credit"), base, count)
        heard = here or self.memory.agreeing(frame.gender, frame.number) or self.memory.last()
        if heard is None:
            return _Holder(base, "outlet_voice", False)
        return _Holder(heard.chain, heard.class_, heard.anonymous)

    def _nested(self, clause: Clause, frame: Frame) -> _Holder:
        """Find the holder of «قالت مصادر إن الوفد …، مؤكدا»: the topic of what was said."""
        heard = self.memory.last()
        assert heard is not None
        topic = _topic(clause, frame) if frame.kind == "participle" else None
        if topic is None:
            return _Holder(heard.chain, heard.class_, heard.anonymous)
        link = link_of(self.page, topic, topic.class_, self.known)
        return _Holder((*heard.chain, link), heard.class_, heard.anonymous)

    def _made(
        self,
        clause: Clause,
        frame: Frame,
        stretch: Stretch,
        holder: _Holder,
        speaker: Speaker | None,
    ) -> tuple[Attribution, Chain]:
        span = self.page.text.span
        inside = [w for w in clause.words if stretch[0] <= w.start < stretch[1]]
        made = Attribution(
            cue=span(*frame.cue),
            source=None if speaker is None else span(speaker.start, speaker.end),
            claim=span(*stretch),
            chain=holder.chain,
            class_=holder.class_,
            anonymous=holder.anonymous,
            hedged=frame.kind == "hearsay" or has_hedge(inside, "said", self.known),
            elided=speaker is None and frame.kind not in _FORMULAS,
        )
        return made, holder.chain

    def _bare_quotes(self, clause: Clause, done: Sequence[Stretch]) -> Iterator[Attribution]:
        for start, end, _ in clause.quotations:
            if end - start <= _BARE_QUOTE or any(a < end and start < b for a, b in done):
                continue
            if _is_titled(clause, start):
                continue
            heard = self.paragraph
            yield Attribution(
                claim=self.page.text.span(start, end),
                chain=self.own if heard is None else heard.chain,
                class_="unattributed_quote" if heard is None else heard.class_,
                anonymous=heard is not None and heard.anonymous,
                elided=heard is not None,
            )


def _is_titled(clause: Clause, start: int) -> bool:
    before = [word for word in clause.words if word.end < start]
    return bool(before) and clause.lexicon.is_particle(before[-1].text, "titled")


def _class(speaker: Speaker, frame: Frame) -> str:
    if frame.setting == "written" and speaker.is_spokesperson:
        return "official_statement"
    if frame.setting == "social" and speaker.anonymous:
        return "social_media"
    return speaker.class_


def _base(done: Sequence[tuple[Stretch, Chain]], frame: Frame, own: Chain) -> Chain:
    """Find the chain that a frame inside another's claim continues."""
    around = [
        (stretch[1] - stretch[0], chain)
        for stretch, chain in done
        if stretch[0] <= frame.cue[0] and frame.cue[1] <= stretch[1]
    ]
    return min(around, key=lambda held: held[0])[1] if around else own


def _topic(clause: Clause, frame: Frame) -> Speaker | None:
    """Find what the last claim before a frame is about: the noun behind its أن, if it agrees."""
    thats = [at for at, word in enumerate(clause.words) if word.text in THAT and word.end < frame.cue[0]]
    if not thats or thats[-1] + 1 >= len(clause.words):
        return None
    words = clause.words[thats[-1] + 1 : thats[-1] + 4]
    if not is_definite(words[0].text) and bare(words[0].text) not in clause.lexicon.speakers:
        return None
    kept = [words[0]]
    for word in words[1:]:
        if not is_definite(word.text):
            break
        kept.append(word)
    topic = read_speaker(kept, None, clause.lexicon, clause.names)
    return topic if topic is not None and agrees(topic, frame.gender, frame.number) else None


def _subject(clause: Clause, frame: Frame) -> Speaker | None:
    """Find the subject of the sentence's own verb: «استنكر الأمين العام …، واصفا»."""
    for at, word in enumerate(clause.words[:6]):
        if word.end > frame.cue[0]:
            return None
        if bare(word.text) in clause.lexicon.speakers or clause.names.at(word) is not None:
            words = [w for w in clause.words[at:] if w.end <= frame.cue[0]]
            speaker = read_speaker(words, None, clause.lexicon, clause.names)
            if speaker is not None and agrees(speaker, frame.gender, frame.number):
                return speaker
    return None


def _hedged(said: Attribution) -> Attribution:
    return msgspec.structs.replace(said, hedged=True)
