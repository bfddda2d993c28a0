"""Every noun is the same in memory and on disk."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategies import patient, structs
from tawatur import model
from tawatur.model import Noun, Span


def _below(kind: type[Noun]) -> Iterator[type[Noun]]:
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)


NOUNS: list[type[msgspec.Struct]] = [
    *sorted(
        {each for each in _below(Noun) if each.__module__.startswith("tawatur.model")},
        key=lambda noun: noun.__name__,
    ),
    Span,
]
ENCODER = msgspec.json.Encoder(order="deterministic")


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_a_noun_comes_back_from_disk_as_it_was(noun: type[msgspec.Struct]) -> None:
    @given(structs(noun))
    @settings(patient, max_examples=40)
    def comes_back(written: msgspec.Struct) -> None:
        line = ENCODER.encode(written)
        read = msgspec.json.decode(line, type=noun)
        assert read == written
        assert ENCODER.encode(read) == line
        assert b"\n" not in line

    comes_back()


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_a_noun_never_changes(noun: type[msgspec.Struct]) -> None:
    assert noun.__struct_config__.frozen


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_a_noun_refuses_what_it_does_not_know(noun: type[msgspec.Struct]) -> None:
    line = b"[1,2,3]" if noun is Span else b'{"nobody_knows_this":1}'
    with pytest.raises(msgspec.ValidationError, match=r"unknown field|at most|of length"):
        msgspec.json.decode(line, type=noun)


def test_every_noun_is_given_by_the_model() -> None:
    used = {noun.__name__ for noun in NOUNS if not noun.__subclasses__()}
    assert used - set(model.__all__) == set()


@given(st.data())
@settings(patient, max_examples=30)
def test_the_same_noun_has_the_same_hash(data: st.DataObject) -> None:
    noun = data.draw(st.sampled_from([model.Claim, model.Document, model.Copy, model.Marks]))
    one = data.draw(structs(noun))
    again = msgspec.json.decode(ENCODER.encode(one), type=noun)
    assert hash(again) == hash(one)
