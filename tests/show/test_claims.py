"""A claim on a card says who says it, and whether anybody does."""

from __future__ import annotations

from msgspec.structs import replace

from show.sample import CLAIMS, EVENTS, SAMPLE
from tawatur.model import Claim, Span
from tawatur.show.claims import claim_row
from tawatur.show.sheet import Sheet

SHEET = Sheet.of(SAMPLE)
BY_ID = {claim.id: claim for claim in CLAIMS}


def _row(claim: Claim) -> str:
    return claim_row(claim, EVENTS[0], SHEET)


def test_the_chain_runs_from_the_outlet_back_to_the_statement() -> None:
    row = _row(BY_ID["marfa-attack"])
    places = [row.index(f'class="link {kind}') for kind in ("outlet", "agency", "statement")]
    assert places == sorted(places)
    assert row.count('class="arrow"') == 2


def test_an_unnamed_speaker_is_told_apart() -> None:
    assert 'class="link unnamed unnamed"' in _row(BY_ID["sada-attack"])


def test_a_hedged_link_says_so() -> None:
    claim = BY_ID["rabwa-attack"]
    hedged = replace(claim, chain=(claim.chain[0], replace(claim.chain[1], hedged=True)))
    assert "بتحفّظ" in _row(hedged)
    assert "بتحفّظ" not in _row(claim)


def test_the_outlet_s_own_voice_is_called_so() -> None:
    assert "كلام الناشر نفسه" in _row(BY_ID["marfa-meeting"])
    assert "كلام الناشر نفسه" not in _row(BY_ID["marfa-attack"])


def test_a_claim_s_own_status_shows_only_where_it_differs() -> None:
    event = EVENTS[1]
    assert "status denied" in claim_row(BY_ID["manbar-search"], event, SHEET)
    assert "status planned" not in claim_row(BY_ID["rabwa-search"], event, SHEET)


def test_the_word_that_names_the_happening_is_set_off() -> None:
    assert "<b>أطلقوا النار</b>" in _row(BY_ID["sada-attack"])


def test_a_claim_of_a_document_that_is_not_there_is_left_out() -> None:
    assert _row(replace(BY_ID["sada-attack"], document="gone")) == ""


def test_a_trigger_outside_its_claim_breaks_nothing() -> None:
    row = _row(replace(BY_ID["sada-attack"], trigger=Span(0, 4)))
    assert "<mark>مسلحين مجهولين أطلقوا النار" in row
